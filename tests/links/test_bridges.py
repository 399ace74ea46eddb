import pytest

from reader.links import Bridge, concept_bridges, read_arguments
from reader.links.bridges import usable
from reader.model import BadInput
from tests.links.texts import CONCEPTS


def test_the_shipped_arguments_are_many_and_say_something():
    arguments = read_arguments()
    assert len(arguments) > 100
    assert all(len(one.text.split()) > 15 and one.label for one in arguments)
    assert len({one.key for one in arguments}) == len(arguments)


def test_a_broken_file_is_told_in_a_sentence(tmp_path):
    path = tmp_path / "arguments.toml"
    for broken in ("[a", '[a]\nlabel = "x"', "a = 1", "\ufffd\udcff"):
        path.write_bytes(broken.encode("utf-8", "surrogatepass"))
        with pytest.raises(BadInput, match=r"arguments\.toml"):
            read_arguments(path)


def test_no_file_means_no_arguments(tmp_path):
    assert read_arguments(tmp_path / "none.toml") == ()


def test_a_concept_becomes_a_stone_with_definitions_and_spellings():
    stone = concept_bridges(CONCEPTS)[0]
    assert stone.key == "concept:sharing"
    assert "lasts longer" in stone.text
    assert "belonged to everybody" in stone.text


def test_order_and_repetition_do_not_matter():
    one, other = Bridge("a", "A", "text"), Bridge("b", "B", "text")
    assert usable([other, one, one]) == usable([one, other]) == (one, other)
    assert usable([Bridge("c", "C", "  ")]) == ()
