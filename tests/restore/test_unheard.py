"""Words that no list has are read by their letters, in texts that show their mistakes."""

import pytest

from reader.restore.lexicon import Lexicon
from reader.restore.misread import Misread
from reader.restore.unheard import PROSE, STRANGE, Unheard
from tests.booklets import Style, make
from tests.prose import Prose


def unheard(noise: float, more: str = "") -> Unheard:
    style = Style("plain", marks="feeds", noise=noise, seed=3, cover=False)
    text = make(Prose(3).paragraphs(3000), style).raw.text + more
    return Misread(Lexicon.of(text), text).unheard


@pytest.fixture(scope="module")
def scanned() -> Unheard:
    return unheard(0.02)


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Wlltenhouse", "Wiltenhouse"),
        ("underlaunchcd", "underlaunched"),
        ("ovcrgardencd", "overgardened"),
        ("Brambleqate", "Bramblegate"),
        ("letter5", "letters"),
    ],
)
def test_names_and_compounds_come_back(scanned: Unheard, read: str, meant: str) -> None:
    assert scanned.reading(read, PROSE) == meant


@pytest.mark.parametrize(
    "word", ["Wiltenhouse", "Vinogradov", "Skrowaczewski", "letters", "python3", "HTRNL", "qeq"]
)
def test_what_looks_like_a_word_stays(scanned: Unheard, word: str) -> None:
    assert not scanned.reading(word, STRANGE if word[0].isupper() else PROSE)


def test_a_text_without_mistakes_teaches_none() -> None:
    assert not unheard(0.0).reading("Wlltenhouse", PROSE)


def test_a_word_that_stands_there_twice_is_no_mistake() -> None:
    assert not unheard(0.02, " Wlltenhouse and Wlltenhouse").reading("Wlltenhouse", PROSE)
