"""Threads, sealed reading, statistics, layers and the packet: pure functions."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotations.group import (
    Mark,
    agenda,
    asked,
    attention,
    by_name,
    colours_of,
    layers,
    mentioned_in,
    mentions,
    minutes,
    packet,
    threads,
    unmuted,
    unread,
    unsealed,
)
from reader.model import (
    Annotation,
    AnnotationKind,
    Colour,
    Edition,
    Locus,
    NoteTarget,
    Passage,
    PassageKind,
    Person,
    Provenance,
    Span,
    Work,
)
from tests.annotations.making import ANNA, BEN, a_note

CLEO = Person("urn:uuid:00000000-0000-7000-8000-00000000000c", "Cleo")


def reply(to: str, author: Person = BEN, **fields: object) -> Annotation:
    return a_note(author, "answer", kind=AnnotationKind.REPLY, targets=(NoteTarget(to),), **fields)


def test_answers_stand_below_their_note_in_the_order_of_talk() -> None:
    root = a_note()
    first = reply(root.id, created="2024-01-01T00:00:00Z")
    second = reply(root.id, created="2024-01-02T00:00:00Z")
    below = reply(first.id, created="2024-01-03T00:00:00Z")
    found = threads([second, below, root, first])[root.id]
    assert [(one.annotation, one.level) for one in found] == [(first, 1), (below, 2), (second, 1)]


def test_an_answer_to_something_unknown_waits() -> None:
    assert threads([reply("urn:uuid:unknown")]) == {}


def test_answers_in_a_ring_are_shown_flat() -> None:
    alone = reply("x")
    itself = replace(alone, targets=(NoteTarget(alone.id),))
    one = reply("x")
    other = reply(one.id)
    one = replace(one, targets=(NoteTarget(other.id),))
    found = threads([itself, one, other])
    assert found[itself.id] == ()
    first, second = sorted([one, other], key=lambda note: note.id)
    assert [answer.annotation for answer in found[first.id]] == [second]


def test_a_hostile_thread_of_great_depth_is_shown_flat() -> None:
    root = a_note()
    chain = [root]
    for _ in range(20_000):
        chain.append(reply(chain[-1].id))
    found = threads(chain)[root.id]
    assert len(found) == 20_000
    assert max(answer.level for answer in found) == 6


@given(st.lists(st.integers(0, 9), min_size=10, max_size=10))
def test_every_reply_is_shown_once_or_waits(targets: list[int]) -> None:
    notes = [reply("x") for _ in targets]
    notes = [
        replace(note, targets=(NoteTarget(notes[to].id),))
        for note, to in zip(notes, targets, strict=True)
    ]
    found = threads(notes)
    shown = [answer.annotation.id for answers in found.values() for answer in answers]
    assert sorted([*shown, *found]) == sorted(note.id for note in notes)


def test_open_questions_come_first() -> None:
    answered = a_note(kind=AnnotationKind.QUESTION, created="2023-01-01T00:00:00Z")
    own = a_note(kind=AnnotationKind.QUESTION, created="2024-01-01T00:00:00Z")
    notes = [answered, own, reply(answered.id), reply(own.id, ANNA)]
    found = asked(notes)
    assert [(one.annotation, one.open) for one in found] == [(own, True), (answered, False)]


def test_others_stay_sealed_until_i_marked_or_finished_the_section() -> None:
    sections = {}
    mine, theirs, elsewhere, whole = a_note(), a_note(BEN), a_note(BEN), a_note(BEN)
    answer, hidden_answer = reply(theirs.id, CLEO), reply(elsewhere.id, CLEO)
    sections = {mine.id: "I", theirs.id: "I", elsewhere.id: "II"}
    every = [mine, theirs, elsewhere, whole, answer, hidden_answer]

    def seen(notes: list[Annotation], finished: frozenset[str]) -> list[Annotation]:
        return list(unsealed(notes, ANNA.id, lambda note: sections.get(note.id), finished))

    assert seen(every, frozenset()) == [mine, theirs, whole, answer]
    assert seen(every, frozenset({"II"})) == every
    assert seen(every[1:], frozenset()) == [whole]


def test_attention_counts_people_and_colours() -> None:
    stretches = [Span(0, 10), Span(11, 20), Span(21, 30), Span(31, 40)]
    marks = [
        Mark(a_note(ANNA, "", colour=Colour.PINK), Span(2, 15)),
        Mark(a_note(BEN, "words", colour=Colour.BLUE), Span(5, 6)),
        Mark(a_note(BEN, "", kind=AnnotationKind.QUESTION, colour=Colour.BLUE), Span(0, 3)),
    ]
    first, second, third, fourth = attention(stretches, marks)
    assert first.people == (ANNA.id, BEN.id)
    assert (first.marks, first.notes, first.questions, first.entropy_bits) == (3, 1, 1, 1.0)
    assert second.people == (ANNA.id,)
    assert second.entropy_bits == 0
    assert third.unread
    assert fourth.unread
    assert unread([first, second, third, fourth]) == (Span(21, 40),)


def test_an_empty_mark_counts_where_it_stands() -> None:
    found = attention([Span(0, 10), Span(11, 20)], [Mark(a_note(), Span(12, 12))])
    assert [one.marks for one in found] == [0, 1]


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 30)), max_size=20))
def test_attention_agrees_with_looking_at_every_pair(found: list[tuple[int, int]]) -> None:
    stretches = [Span(start, start + 8) for start in range(0, 100, 10)]
    marks = [Mark(a_note(), Span(start, start + size + 1)) for start, size in found]
    counted = [one.marks for one in attention(stretches, marks)]
    assert counted == [sum(mark.span.overlaps(one) for mark in marks) for one in stretches]


def test_the_agenda_puts_the_contested_first_and_says_why() -> None:
    stretches = [Span(0, 10), Span(11, 20), Span(21, 30)]
    agreed = [Mark(a_note(who, ""), Span(0, 5)) for who in (ANNA, BEN, CLEO)]
    contested = [
        Mark(a_note(who, "", colour=colour), Span(12, 15))
        for who, colour in ((ANNA, Colour.PINK), (BEN, Colour.BLUE), (CLEO, Colour.GREEN))
    ]
    alone = [Mark(a_note(ANNA, ""), Span(22, 23))]
    found = agenda(attention(stretches, [*agreed, *contested, *alone]))
    assert [item.attention.span for item in found] == [Span(11, 20), Span(0, 10)]
    assert found[0].reason == "in different colours, 3 members"
    assert agenda([]) == ()


def test_layers_are_members_by_name_with_colours_that_agree_everywhere() -> None:
    notes = [a_note(BEN), a_note(ANNA), a_note(ANNA)]
    found = layers(notes, {BEN.id})
    assert [(one.person, one.count, one.shown) for one in found] == [
        (ANNA, 2, True),
        (BEN, 1, False),
    ]
    assert colours_of([BEN.id, ANNA.id]) == colours_of([ANNA.id, BEN.id])
    assert unmuted(notes, {BEN.id}) == tuple(notes[1:])


@pytest.fixture
def edition() -> Edition:
    text = "The sea rises.\n\nThe hills wait."
    passages = (
        Passage("p1", Locus("¶", 1), PassageKind.BODY, Span(0, 14)),
        Passage("p2", Locus("¶", 2), PassageKind.BODY, Span(16, 31)),
    )
    work = Work("sea-letters", "Letters")
    return Edition("e", work, text, "", "", passages, (), Provenance("f", "", 0, "text"))


def test_a_packet_lays_passages_side_by_side_with_notes_and_open_questions(
    edition: Edition,
) -> None:
    question = a_note(ANNA, "why?", kind=AnnotationKind.QUESTION)
    silent = a_note(BEN, "", kind=AnnotationKind.HIGHLIGHT)
    marks = {"sea-letters": [Mark(question, Span(4, 7)), Mark(silent, Span(0, 3))]}
    made = packet("Sunday", [(edition, ["p1", "p2"]), (edition, ["p2"])], marks, [question, silent])
    assert [[cell.words if cell else "" for cell in row] for row in made.rows] == [
        ["The sea rises.", "The hills wait."],
        ["The hills wait.", ""],
    ]
    first = made.rows[0][0]
    assert first
    assert [(note.annotation, note.quote) for note in first.notes] == [(question, "sea")]
    assert [note.annotation for note in made.questions] == [question]
    notes, rest = minutes(
        "Sunday, all there.\n¶1: we agreed\nand more\n\n- sea-letters@¶2 not settled\n¶9 elsewhere",
        made,
    )
    assert [(place.passage, body) for place, body in notes] == [
        ("p1", "we agreed\nand more"),
        ("p2", "not settled\n¶9 elsewhere"),
    ]
    assert rest == "Sunday, all there."


def test_meanings_are_compared_by_what_members_call_the_colours() -> None:
    names = {ANNA.id: {Colour.PINK: "Objection"}, BEN.id: {Colour.BLUE: "objection"}}
    marks = [
        Mark(a_note(ANNA, colour=Colour.PINK), Span(0, 5)),
        Mark(a_note(BEN, colour=Colour.BLUE), Span(0, 5)),
    ]
    (by_colour,) = attention([Span(0, 9)], marks)
    (by_meaning,) = attention([Span(0, 9)], marks, by_name(names))
    assert (by_colour.entropy_bits, by_meaning.entropy_bits) == (1.0, 0.0)


def test_mentions_are_found_in_words_but_not_in_addresses() -> None:
    text = "As sea-letters@¶12 says (hill-letters@n3), not a.b@12 or x@example.org/sea@1a."
    assert [(one.work, str(one.locus)) for one in mentions(text)] == [
        ("sea-letters", "¶12"),
        ("hill-letters", "n3"),
    ]
    note = a_note(body="sea-letters@1 and sea-letters@¶1")
    assert mentioned_in([note]) == {("sea-letters", Locus("¶", 1)): (note.id,)}
