"""How annotations are shown: as marks over the words, as cards in the margin, as dates."""

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, Qt

from reader.model import AnnotationKind, Outcome, Placed
from reader.model.selector import Anchored
from reader.panes.marks import Mark
from reader.panes.note import Note
from reader.panes.standing import Stand

_SHOWN_KINDS = {AnnotationKind.NOTE, AnnotationKind.QUESTION}


def as_mark(placed: Placed, me: str) -> Mark:
    """Return how an annotation is painted; it must have a place."""
    note = placed.annotation
    assert placed.span is not None  # noqa: S101 - the callers keep those with a place
    sure = isinstance(placed.anchoring, Anchored) and placed.anchoring.outcome in {
        Outcome.EXACT,
        Outcome.MOVED,
    }
    return Mark(
        note.id,
        placed.span,
        note.kind,
        note.colour,
        note.style,
        written=bool(note.body.strip()),
        sure=sure,
        mine=note.author.id == me,
    )


def is_shown(placed: Placed) -> bool:
    """Say whether an annotation stands in the margin: it has words, or wants some."""
    note = placed.annotation
    return bool(note.body.strip()) or note.kind in _SHOWN_KINDS


def stand_of(placed: Placed) -> Stand:
    """Return where an annotation stands; it must have a place."""
    assert placed.span is not None  # noqa: S101 - the callers keep those with a place
    return placed.span.start, placed.span.end, placed.annotation.id


def as_note(placed: Placed, me: str, replies: Iterable[tuple[str, str]]) -> Note:
    """Return how an annotation stands in the margin; it must have a place."""
    note = placed.annotation
    assert placed.span is not None  # noqa: S101 - the callers keep those with a place
    return Note(
        note.id,
        placed.span,
        note.body,
        str(placed.locus or ""),
        "" if note.author.id == me else note.author.name or "?",
        short_date(note.created),
        note.colour,
        note.kind,
        note.tags,
        _doubt(placed),
        tuple(replies),
    )


def _doubt(placed: Placed) -> str:
    anchoring = placed.anchoring
    if not isinstance(anchoring, Anchored):
        return ""
    if anchoring.outcome is Outcome.REWORDED:
        return QCoreApplication.translate("Annotating", "The words here have changed since.")
    if anchoring.outcome is Outcome.AMBIGUOUS:
        return QCoreApplication.translate("Annotating", "These words stand in several places.")
    return ""


def answers_below(every: Iterable[Placed]) -> dict[str, list[tuple[str, str]]]:
    """Return the answers below each note, in the order of the conversation.

    An answer to an answer carries an arrow for each step down.
    """
    kept = [one.annotation for one in every]
    if not any(one.kind is AnnotationKind.REPLY for one in kept):
        return {}  # most texts; the modules that follow conversations take 80 ms to import
    from reader.library import threads

    return {
        note: [
            ("↳" * (one.level - 1) + one.annotation.author.name, one.annotation.body)
            for one in answers
        ]
        for note, answers in threads(kept).items()
    }


@lru_cache(maxsize=4096)
def short_date(time: str) -> str:
    """Return a day for people: ``3 Nov``, with the year when it is another one.

    >>> short_date("not a time")
    ''
    """
    then = QDateTime.fromString(time, Qt.DateFormat.ISODate).toLocalTime().date()
    if not then.isValid():
        return ""
    here = then.year() == QDate.currentDate().year()
    return QLocale().toString(then, "d MMM" if here else "d MMM yyyy")
