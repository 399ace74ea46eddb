"""Undo takes back in reverse order, and a failed undo can be tried again."""

from dataclasses import replace

import pytest

from reader.library import Library
from reader.library.naming import short_id
from reader.library.undo import Undo
from reader.model import AnnotationKind, Change, Colour, MarkStyle, Span, Touched


def _change(label: str) -> Change:
    return Change(Touched.MARKS, label=label)


def test_undo_and_redo_walk_the_same_way() -> None:
    done: list[str] = []
    undo = Undo()
    for name in "abc":
        done.append(name)
        undo.did(
            name,
            lambda name=name: (done.remove(name), _change(name))[1],
            lambda name=name: (done.append(name), _change(name))[1],
        )
    assert undo.undo_label == "c"
    assert undo.undo() == _change("c")
    assert undo.undo() == _change("b")
    assert (done, undo.undo_label, undo.redo_label) == (["a"], "a", "b")
    assert undo.redo() == _change("b")
    undo.did("d", lambda: None, lambda: None)
    assert undo.redo_label == ""
    assert undo.redo() is None


def test_an_undo_that_fails_stays_to_be_tried_again() -> None:
    undo = Undo()

    def fail() -> Change:
        raise OSError

    undo.did("a", fail, fail)
    with pytest.raises(OSError):  # noqa: PT011 - any will do
        undo.undo()
    assert undo.undo_label == "a"


def test_short_ids_are_readable_and_never_taken() -> None:
    assert short_id("Of Cannibals", ["Michel de Montaigne"]) == "montaigne-cannibals"
    assert short_id("Of Cannibals", ["Michel de Montaigne"], {"montaigne-cannibals"}).endswith("-2")
    assert short_id("Übermaß & Co.", []) == "ubermass-co"
    assert short_id("论语", []) == "text"


def test_emptying_the_bin_forgets_only_what_was_thrown_away(library: Library) -> None:
    kept, thrown = (library.mark(library.own_works()[0], Span(at, at + 8)) for at in (10, 30))
    library.revise_many([replace(one, colour=Colour.PINK) for one in (kept, thrown)], "Colour")
    library.delete([thrown.id])
    library.empty_bin()
    labels = []
    while library.undo_label:
        labels.append(library.undo_label)
        library.undo()
    assert labels == ["Colour", "Highlight"]
    assert library.notes() == ()
    library.redo()
    library.redo()
    (placed,) = library.notes()
    assert placed.annotation.id == kept.id
    assert placed.annotation.colour is Colour.PINK
    assert not library.redo_label


def test_each_kind_of_mark_is_named_where_it_can_be_taken_back(library: Library) -> None:
    work = library.own_works()[0]
    made: dict[str, str] = {}
    for style in MarkStyle:
        library.mark(work, Span(0, 9), style=style)
        made[style] = library.undo_label
    for kind in (AnnotationKind.NOTE, AnnotationKind.QUESTION, AnnotationKind.BOOKMARK):
        library.mark(work, Span(0, 9), kind=kind, body="b")
        made[kind] = library.undo_label
    assert made == {
        "highlight": "Highlight", "underline": "Underline", "strike": "Strike out",
        "note": "Note", "question": "Question", "bookmark": "Bookmark",
    }  # fmt: skip
