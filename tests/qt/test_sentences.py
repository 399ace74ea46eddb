"""What the core says is known to the table of sentences, and comes out translated."""

import ast
import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QLocale
from pytestqt.qtbot import QtBot

from reader.model import BadInput, errors
from reader.qt import languages
from reader.qt.languages import speak
from reader.qt.messages import sentence
from reader.qt.sentence_table import SENTENCES
from reader.qt.sentences import _SAMPLE, translated
from tests.conftest import ROOT

ERRORS = {name for name, value in vars(errors).items() if isinstance(value, type)}
#: Packages of the core; the command line speaks English, and checks files for their makers.
CORE = (
    "model", "matching", "importing", "restore", "passages", "index", "links", "annotations",
    "library",
)  # fmt: skip
#: Calls that carry a sentence for the window, and which argument it is.
SAYING = {"step": 1, "_note": 0, "_put": 1, "_do": 1, "revise": 1}


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language, and afterwards the one of before."""
    before = QLocale()
    speak(language)
    try:
        yield
    finally:
        while languages._installed:
            QCoreApplication.removeTranslator(languages._installed.pop())
        QLocale.setDefault(before)


@pytest.fixture
def italian(qtbot: QtBot) -> Iterator[None]:
    with speaking("it"):
        yield


def template(node: ast.expr) -> str:
    """Return a literal as the table writes it; empty where it is none."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if not isinstance(node, ast.JoinedStr):
        return ""
    number = count()
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else f"{{{next(number)}}}"
        for part in node.values
    )


def said(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        at = 0 if name in ERRORS else SAYING.get(name, -1)
        if 0 <= at < len(node.args):
            yield template(node.args[at])
        if name == "Change":
            yield from (template(one.value) for one in node.keywords if one.arg == "label")


def test_every_sentence_of_the_core_is_in_the_table() -> None:
    every = {
        f"{path.parent.name}/{path.name}: {words}"
        for part in CORE
        for path in sorted((ROOT / "reader" / part).rglob("*.py"))
        for words in said(path)
        if re.search(r"[A-Za-z]{4}", words) and words not in SENTENCES
    }
    assert every == set(), "add them to reader/qt/sentence_table.py and run packaging/translate"


def test_the_sample_that_tells_the_language_is_in_the_table() -> None:
    assert _SAMPLE in SENTENCES


def test_no_sentence_stands_twice() -> None:
    assert len(set(SENTENCES)) == len(SENTENCES)


def test_without_a_translation_everything_stays_as_it_is(qtbot: QtBot) -> None:
    assert translated("This note is no longer there.") == "This note is no longer there."


def test_an_error_is_said_in_italian_with_what_it_names(italian: None) -> None:
    error = BadInput("“a {0} b.pdf” has no pages; get another copy of it.", "a {0} b.pdf")
    assert sentence(error) == "“a {0} b.pdf” non ha pagine; procurarsene un’altra copia."
    bug = sentence(KeyError("x"))
    assert bug.startswith("È successo qualcosa")
    assert "KeyError" in bug


def test_a_sentence_within_a_sentence_is_translated_too(italian: None) -> None:
    assert translated("The note was not kept. It has no id.") == (
        "La nota non è stata conservata. Non ha un identificativo."
    )


def test_the_sentence_with_most_words_of_its_own_is_chosen(italian: None) -> None:
    told = translated("The shared folder /a cannot be read (no).")
    assert told == "La cartella condivisa /a non si può leggere (no)."


def test_the_id_of_a_note_is_no_word_for_people(qtbot: QtBot) -> None:
    assert sentence(BadInput("Too long.", "urn:uuid:0190")) == "Too long."
    assert sentence(BadInput("Too long.", "a.txt")) == "Too long. (a.txt)"


@given(st.text(max_size=2000))
def test_whatever_comes_is_answered(words: str) -> None:
    with speaking("it"):
        assert isinstance(translated(words), str)
        told = translated(f"There is no folder {words[:99] or 'x'}; choose one that exists.")
        assert told.startswith("Non c’è una cartella ")


def test_an_error_that_nobody_foresaw_is_told_in_one_line() -> None:
    told = sentence(RuntimeError("first line\n\n    second line\n" + "more " * 500))
    assert "RuntimeError: first line second line more" in told
    assert "\n" not in told
    assert len(told) < 400
