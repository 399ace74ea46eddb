"""Replies under notes, and what was asked to the group.  Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reader.model import Annotation, AnnotationKind, NoteTarget

#: Deeper answers stand at this depth: margins are narrow.
MAX_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply as it is shown under a note.

    Attributes:
        annotation: the reply.
        level: 1 for an answer to the note itself; at most ``MAX_LEVEL``.
    """

    annotation: Annotation
    level: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to the group.

    Attributes:
        annotation: the question.
        answers: all replies below it.
        open: nobody but the asker has answered.
    """

    annotation: Annotation
    answers: tuple[Answer, ...]
    open: bool


def threads(annotations: Iterable[Annotation]) -> Mapping[str, tuple[Answer, ...]]:
    """Return the replies below each note, by its id, in the order of a conversation.

    Replies to something unknown are not shown until it comes.  Replies in a ring, or to
    themselves, hang below their earliest as if it were a note.
    """
    every = {note.id: note for note in annotations}
    below: dict[str, list[Annotation]] = defaultdict(list)
    for note in every.values():
        if note.kind is AnnotationKind.REPLY and isinstance(note.target, NoteTarget):
            below[note.target.annotation].append(note)
    for replies in below.values():
        replies.sort(key=lambda one: (one.created, one.id))
    roots = [note for note in every.values() if note.kind is not AnnotationKind.REPLY]
    found = {root.id: _flat(root.id, below) for root in roots if root.id in below}
    shown = {answer.annotation.id for answers in found.values() for answer in answers}
    for ring in _rings(every, shown):
        found[ring] = tuple(one for one in _flat(ring, below) if one.annotation.id != ring)
    return found


def _flat(root: str, below: Mapping[str, list[Annotation]]) -> tuple[Answer, ...]:
    """Walk down without recursion: a hostile thread may be 100,000 deep."""
    found: list[Answer] = []
    seen = {root}
    waiting = [Answer(one, 1) for one in reversed(below.get(root, []))]
    while waiting:
        answer = waiting.pop()
        note = answer.annotation
        if note.id in seen:
            continue
        seen.add(note.id)
        found.append(answer)
        level = min(answer.level + 1, MAX_LEVEL)
        waiting += [Answer(one, level) for one in reversed(below.get(note.id, []))]
    return tuple(found)


def _rings(every: Mapping[str, Annotation], shown: set[str]) -> list[str]:
    """Return the first reply of each ring: such that end in no note and in nothing unknown."""
    heads: set[str] = set()
    done = set(shown)
    for note in every.values():
        path: list[str] = []
        at: Annotation | None = note
        while at is not None and at.id not in done:
            if at.kind is not AnnotationKind.REPLY or not isinstance(at.target, NoteTarget):
                break
            done.add(at.id)
            path.append(at.id)
            at = every.get(at.target.annotation)
        if at is not None and at.id in path:
            heads.add(min(path[path.index(at.id) :]))
    return sorted(heads)


def asked(annotations: Iterable[Annotation]) -> tuple[Asked, ...]:
    """Return the questions, open ones first, then by time."""
    every = list(annotations)
    below = threads(every)
    found = []
    for note in every:
        if note.kind is AnnotationKind.QUESTION:
            answers = below.get(note.id, ())
            others = any(one.annotation.author.id != note.author.id for one in answers)
            found.append(Asked(note, answers, not others))
    return tuple(
        sorted(found, key=lambda one: (not one.open, one.annotation.created, one.annotation.id))
    )
