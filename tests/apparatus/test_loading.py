from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.apparatus import (
    Concept,
    CuratedLink,
    LinkEnd,
    Variant,
    load_glossary,
    load_links,
    save_glossary,
    save_links,
)
from reader.model import LibraryError, Relation

CONCEPTS = """# ours
[[concept]]
key = "rose"
label = "rose"
variants = ["roses", { text = "rosa", language = "it" }]
narrower = ["tea-rose"]
[concept.definitions]
ann = "A flower."

[[concept]]
key = "tea-rose"
label = "tea rose"
"""
LINKS = """[[link]]
key = "first"
from = { work = "garden", incipit = "Roses bloom in", near = 3 }
to = { work = "orchard", incipit = "Apples fall" }
relation = "contrasts"
weight = 2
reason = "Bloom here, harvest there."

[[link]]
from = { work = "garden", incipit = "Soil is dark" }
to = { work = "orchard", incipit = "Apples fall" }
relation = "develops"
reason = "Both begin with the ground."
"""


def files(folder: Path, ours: str, mine: str = "") -> tuple[Path, Path]:
    (folder / "ours.toml").write_text(ours, "utf-8")
    (folder / "mine.toml").write_text(mine, "utf-8")
    return folder / "mine.toml", folder / "ours.toml"


def concept_problems(folder: Path, words: str) -> list[str]:
    return [str(one) for one in load_glossary(*files(folder, CONCEPTS, words)).problems]


def link_problems(folder: Path, words: str) -> list[str]:
    return [str(one) for one in load_links(*files(folder, LINKS, words)).problems]


def test_relations_are_completed_on_the_other_side(tmp_path: Path) -> None:
    loaded = load_glossary(*files(tmp_path, CONCEPTS))
    assert not loaded.problems
    assert loaded.value["tea-rose"].broader == ("rose",)
    assert loaded.value["rose"].variants == (Variant("roses"), Variant("rosa", "it"))
    assert loaded.value["rose"].definitions == {"ann": "A flower."}


def test_the_readers_own_entry_replaces_ours(tmp_path: Path) -> None:
    own = '[[concept]]\nkey = "rose"\nlabel = "my rose"\n[[concept]]\nkey = "oak"\nlabel = "oak"'
    loaded = load_glossary(*files(tmp_path, CONCEPTS, own))
    assert [(one.label, one.own) for one in loaded.value] == [
        ("oak", True), ("my rose", True), ("tea rose", False)]  # fmt: skip


def test_files_that_are_not_there_are_empty(tmp_path: Path) -> None:
    assert len(load_glossary(tmp_path / "a.toml", tmp_path / "b.toml").value) == 0
    assert load_links(tmp_path / "a.toml", tmp_path / "b.toml").value == ()


@pytest.mark.parametrize(
    ("words", "line", "told"),
    [
        ('\n[[concept]]\nlabel = "x"', 2, "the key is missing"),
        ('[[concept]]\nkey = "x"', 1, "the label is missing"),
        ('[[concept]]\nkey = "X Y"\nlabel = "x"', 1, "no key"),
        ('[[concept]]\nkey = "x"\nlabel = "x"\nvariants = "y"', 1, "“variants” is no list"),
        ('[[concept]]\nkey = "x"\nlabel = "x"\nvariants = [3]', 1, "no spelling"),
        ('[[concept]]\nkey = "x"\nlabel = "x"\nbroder = ["rose"]', 1, "no field “broder”"),
        ('[[concept]]\nkey = "x"\nlabel = "x"\nbroader = ["lily"]', 1, "“lily”, which is no"),
        ('[[concept]]\nkey = "x"\nlabel = "x"\ndefinitions = "y"', 1, "definitions"),
        ('[[concept]]\nkey = "x"\nlabel = "x"\n[[concept]]\nkey = "x"\nlabel = "y"', 4, "twice"),
        ("concept = 3", 0, "no list of entries"),
        ("[concepts]\na = 1", 0, "means nothing here"),
        ('[[concept]]\nkey = "x', 2, "not TOML"),
    ],
)
def test_a_mistake_in_the_glossary_has_file_line_and_remedy(
    tmp_path: Path, words: str, line: int, told: str
) -> None:
    problems = concept_problems(tmp_path, words)
    place = f"mine.toml, line {line}" if line else "mine.toml"
    assert any(p.startswith(place) and told in p and "; " in p for p in problems), problems
    assert "rose" in load_glossary(tmp_path / "mine.toml", tmp_path / "ours.toml").value


def test_a_circle_of_broader_concepts_is_told_and_cut(tmp_path: Path) -> None:
    keys = ["a", "b", "c"]
    own = "\n".join(
        f'[[concept]]\nkey = "{key}"\nlabel = "{key}"\nbroader = ["{above}"]'
        for key, above in zip(keys, [*keys[1:], keys[0]], strict=True)
    )
    loaded = load_glossary(*files(tmp_path, CONCEPTS, own))
    assert ["runs in a circle" in str(one) for one in loaded.problems] == [True]
    assert sum(len(loaded.value[key].broader) for key in keys) == 2
    assert sum(len(loaded.value[key].narrower) for key in keys) == 2


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=20))
def test_whatever_is_broader_than_what_no_circle_remains(
    tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[int, int]]
) -> None:
    path = tmp_path_factory.mktemp("g") / "mine.toml"
    save_glossary(
        path,
        [
            Concept(f"k{n}", f"k {n}", broader=tuple(f"k{b}" for a, b in pairs if a == n))
            for n in range(7)
        ],
    )
    glossary = load_glossary(path, path.with_name("none.toml")).value
    for one in glossary:
        above, seen = set(one.broader), set[str]()
        while above - seen:
            seen |= above
            above = {key for low in above for key in glossary[low].broader}
        assert one.key not in seen


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("contrasts", "likes"), "the relation “likes” is not known"),
        (('relation = "contrasts"', ""), "the relation is missing"),
        (("weight = 2", "weight = 9"), "not 1, 2 or 3"),
        (('reason = "Bloom here, harvest there."', ""), "the reason is missing"),
        (("Roses bloom in", "a b c d e f g"), "has 7 words"),
        (("Roses bloom in", ""), "has 0 words"),
        (('work = "garden", ', ""), "the work of “from”"),
        (("near = 3", 'near = "3"'), "“near” of “from” is no number"),
        (("near = 3", "nar = 3"), "no field “nar”"),
        (('to = { work = "orchard", incipit = "Apples fall" }', ""), "“to” is missing"),
        (("Roses bloom in\", near = 3", "Apples fall\""), "another"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_link_has_file_line_and_remedy(
    tmp_path: Path, change: tuple[str, str], told: str
) -> None:
    if told == "another":  # both ends the same
        broken = LINKS.replace(*change, 1).replace("garden", "orchard", 1)
        told = "both ends are the same"
    else:
        broken = LINKS.replace(*change, 1)
    loaded = load_links(tmp_path / "none.toml", files(tmp_path, broken)[1])
    assert [told in str(one) for one in loaded.problems].count(True) == 1, loaded.problems
    assert loaded.problems[0].line == 1
    assert [one.relation for one in loaded.value if one.line > 1] == [Relation.DEVELOPS]


def test_a_link_of_the_reader_replaces_or_silences_ours(tmp_path: Path) -> None:
    silence = '[[link]]\nkey = "first"\noff = true'
    assert [one.line for one in load_links(*files(tmp_path, LINKS, silence)).value] == [9]
    again = LINKS.split("\n\n", maxsplit=1)[1].replace("develops", "contradicts")
    value = load_links(*files(tmp_path, LINKS, again)).value
    assert [(one.relation, one.own) for one in value] == [
        (Relation.CONTRASTS, False), (Relation.CONTRADICTS, True)]  # fmt: skip
    assert "silences no link" in link_problems(tmp_path, "[[link]]\noff = true")[0]


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    concept = Concept("oak", "oak “tree”\n", (Variant("quercia", "it"),), definitions={"x": "y"})
    link = CuratedLink(LinkEnd("a", "one two", 4), LinkEnd("b", "three"), Relation.APPLIES, 3, "W.")
    path = tmp_path / "new" / "mine.toml"
    save_glossary(path, [concept])
    assert load_glossary(path, tmp_path / "none").value["oak"].variants == concept.variants
    save_links(path, [link, CuratedLink.silence("first")])
    loaded = load_links(path, files(tmp_path, LINKS)[1])
    assert [one.key or one.reason for one in loaded.value] == ["Both begin with the ground.", "W."]
    assert [one.name for one in path.parent.iterdir()] == ["mine.toml"]


def test_a_folder_in_the_way_is_told_and_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").mkdir()
    with pytest.raises(LibraryError, match="untouched"):
        save_links(tmp_path / "mine.toml", [])
    assert [one.name for one in tmp_path.iterdir()] == ["mine.toml"]
    assert load_links(tmp_path / "mine.toml", tmp_path / "x").problems


@given(st.data())
def test_a_mutated_file_loads_with_problems_at_most(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("m")
    changed = bytearray((CONCEPTS + LINKS).encode())
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(changed) - 1))
        changed[at : at + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=3))
    (folder / "mine.toml").write_bytes(bytes(changed))
    glossary = load_glossary(folder / "mine.toml", folder / "none.toml")
    links = load_links(folder / "mine.toml", folder / "none.toml")
    glossary.value.find("a tea rose")
    assert all(str(one).startswith("mine.toml") for one in (*glossary.problems, *links.problems))


def test_what_ships_is_without_a_problem() -> None:
    assert not load_glossary().problems
    assert not load_links().problems
