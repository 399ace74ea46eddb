"""Stray and lost marks of a scan, and slips of the hand."""

import pytest

from reader.restore.lexicon import Lexicon
from reader.restore.misprints import misprints
from reader.restore.misread import Misread
from reader.restore.spaces import loose_ends
from reader.restore.specks import specks
from reader.restore.strand import Edit

_PROSE = (
    "The council met in the evening, and the members of the committee read the letters of the "
    "tenants. It was an important assembly for all institutions of the town, and the institutions "
    "of the harbour took part in it with their own representatives. "
) * 3


def after(edits: list[Edit], text: str) -> str:
    for edit in sorted(edits, key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.after + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("scanned", "right"),
    [
        ("the old order. ) As it was", "the old order. As it was"),
        ("as far as it is concerned), both", "as far as it is concerned, both"),
        ("first a) bread, b) coal and (c) wood", "first a) bread, b) coal and (c) wood"),
        ("by its council This is why", "by its council. This is why"),
        ("so that They and we", "so that They and we"),
        ("of which K.Moll speaks, J.S.Brown too", "of which K. Moll speaks, J.S. Brown too"),
        ("without the tenants., . then one", "without the tenants, then one"),
        ("and so on... then etc., one", "and so on... then etc., one"),
        ("which necessarily I springs to mind", "which necessarily springs to mind"),
        ("what I think of it", "what I think of it"),
        ("When the offer; was read aloud", "When the offer was read aloud"),
        ("When he came; was it late?", "When he came; was it late?"),
        ("When the boat came; was it late?", "When the boat came; was it late?"),
        ("At the level - of water there is none.", "At the level of water there is none."),
        ("One kind - of which he speaks - is rare.", "One kind - of which he speaks - is rare."),
        ("He spoke - of stones, a kind - of them.", "He spoke - of stones, a kind - of them."),
    ],
)
def test_marks_of_a_scan_are_mended(scanned: str, right: str) -> None:
    assert after(specks(scanned, Lexicon.of(_PROSE)), scanned) == right


def test_who_says_i_may_go_on_saying_it() -> None:
    words = "which necessarily I springs to mind"
    assert not specks(words, Lexicon.of(_PROSE + "I came, I saw, I went and I stayed. "))


def test_a_mark_that_closes_nothing_is_taken_out() -> None:
    assert after(loose_ends("of the tenants’, if"), "of the tenants’, if") == "of the tenants, if"
    assert not loose_ends("called ‘the tenants’, if")


@pytest.mark.parametrize(
    ("printed", "right"),
    [
        ("all instituions of the town", "all institutions of the town"),
        ("in the the evening", "in the evening"),
        ("an imoprtant letter", "an important letter"),
        ("she said that that was what it had had", "she said that that was what it had had"),
        ("a clever reponse to it", "a clever response to it"),
        ("what has to be grapsed", "what has to be grasped"),
        ("the mediterraean trade", "the mediterranean trade"),
        ("the mutualists of Lyon", "the mutualists of Lyon"),
        ("“[i]nstituions” it says", "“[i]nstituions” it says"),
    ],
)
def test_slips_are_corrected_where_one_word_only_can_be_meant(printed: str, right: str) -> None:
    text = _PROSE + printed
    assert after(misprints(printed, Misread(Lexicon.of(text), text)), printed) == right
