"""Notes and concepts as texts: every word is there, every locus leads to its place."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library import CONCEPT_TEXT, NOTES_TEXT, Concept, Library, Variant, from_url
from reader.library.compiled import Sheet, plain
from reader.model import (
    AnnotationKind,
    BadInput,
    Edition,
    InlineKind,
    NotFound,
    PassageKind,
    Span,
    Work,
)

RIVER, HILL = "stream-rivers", "stone-hills"


def _note(library: Library, work: str, words: str, body: str, *tags: str) -> str:
    at = library.edition(work).text.index(words)
    span = Span(at, at + len(words))
    return library.mark(work, span, kind=AnnotationKind.NOTE, body=body, tags=tags).id


def _links(edition: Edition) -> list[tuple[str, str]]:
    return [
        (one.span.of(edition.text), one.target)
        for one in edition.inline
        if one.kind is InlineKind.LINK
    ]


def test_notes_stand_under_their_text_with_their_words(library: Library) -> None:
    note = _note(library, RIVER, "mud of the hills", "A *gift*,\nor not?\n\n> so they say", "ask")
    _note(library, HILL, "the weather has time", "Time.")
    library.reply(note, "Both, I think.")
    made = library.edition(NOTES_TEXT)
    spoken = [(one.kind, made.words_of(one)) for one in made.passages]
    title = library.edition(RIVER).work.cited
    at = spoken.index((PassageKind.HEADING, title))
    assert (PassageKind.QUOTE, "¶1 “mud of the hills”") in spoken[at:]
    assert (PassageKind.BODY, "A gift, or not?") in spoken[at:]
    assert (PassageKind.QUOTE, f"so they say — {library.me.name}, #ask") in spoken[at:]
    assert (PassageKind.BODY, f"↳ Both, I think. — {library.me.name}") in spoken[at:]
    words, address = next(one for one in _links(made) if from_url(one[1]).note == note)
    assert words == "¶1"
    assert (from_url(address).work, str(from_url(address).locus)) == (RIVER, "¶1")
    emphases = [i.span.of(made.text) for i in made.inline if i.kind is InlineKind.EMPHASIS]
    assert "gift" in emphases


def test_lists_in_a_note_stand_as_lists(library: Library) -> None:
    body = "Two things:\n\n- one\n- *two*\n    - deeper\n\nThen\n\n1. first\n2. second"
    _note(library, RIVER, "mud of the hills", body)
    made = library.edition(NOTES_TEXT)
    spoken = [made.words_of(one) for one in made.passages]
    at = spoken.index("Two things:")
    signed = f"2. second — {library.me.name}"
    assert spoken[at + 1 : at + 7] == ["• one", "• two", "◦ deeper", "Then", "1. first", signed]


def test_a_changed_note_is_in_the_next_one(library: Library) -> None:
    note = _note(library, RIVER, "mud of the hills", "before")
    assert "before" in library.edition(NOTES_TEXT).text
    assert library.is_ready(NOTES_TEXT)
    library.revise(replace(library.note(note).annotation, body="after"))
    assert not library.is_ready(NOTES_TEXT)
    assert "after" in library.edition(NOTES_TEXT).text
    library.undo()
    assert "before" in library.edition(NOTES_TEXT).text


def test_a_concept_is_gathered_from_every_text(library: Library) -> None:
    concept = Concept(
        "wall",
        "wall",
        (Variant("walls"),),
        related=("mud",),
        definitions={"hills": "What keeps."},
        own=True,
    )
    library.save_concept(Concept("mud", "mud", own=True))
    library.save_concept(concept)
    made = library.edition(CONCEPT_TEXT + "wall")
    links = _links(made)
    assert ("mud", f"counterpoint://open/{CONCEPT_TEXT}mud") in links
    for work in (RIVER, HILL):
        edition = library.edition(work)
        assert edition.work.cited in [made.words_of(one) for one in made.passages]
        places = [from_url(target) for _, target in links]
        found = {str(one.locus) for one in places if one.work == work}
        named = {str(p.locus) for p in edition.passages if "wall" in edition.words_of(p).lower()}
        assert found == named
    strong = [i.span.of(made.text).lower() for i in made.inline if i.kind is InlineKind.STRONG]
    assert set(strong) == {"wall", "walls"}


def test_what_is_not_there_says_so(library: Library) -> None:
    assert "There are no notes yet." in library.edition(NOTES_TEXT).text
    library.language = "it_IT"
    assert library.compile(NOTES_TEXT).work.title == "Note"
    with pytest.raises(NotFound, match="no concept"):
        library.edition(CONCEPT_TEXT + "nothing-of-the-kind")


def test_a_compiled_text_takes_no_marks(library: Library) -> None:
    made = library.edition(NOTES_TEXT)
    with pytest.raises(BadInput, match="mark the passages"):
        library.mark(NOTES_TEXT, made.passages[0].span)
    with pytest.raises(BadInput, match="mark the passages"):
        library.note_on_work(NOTES_TEXT, "no")
    assert NOTES_TEXT not in library.works()
    assert not library.notes()


def test_every_concept_can_be_compiled(library: Library) -> None:
    every = library.compilable()
    assert every[0].id == NOTES_TEXT
    assert {one.id for one in every[1:]} == {CONCEPT_TEXT + one.key for one in library.glossary()}


def test_what_has_no_note_or_no_place_is_there_too(library: Library) -> None:
    span = library.edition(RIVER).passages[-1].span
    library.mark(RIVER, span)
    library.mark(RIVER, span, kind=AnnotationKind.BOOKMARK)
    library.link((RIVER, span), (HILL, library.edition(HILL).passages[-1].span))
    library.note_on_work(HILL, "On the whole.")
    made = library.edition(NOTES_TEXT)
    quoted = library.edition(RIVER).words_of(library.edition(RIVER).passages[-1])
    assert made.text.count(quoted) >= 3
    assert library.edition(HILL).work.cited in made.text
    assert "On the whole." in made.text


@given(st.lists(st.lists(st.text(max_size=30), max_size=4), max_size=8))
def test_passages_hold_the_words_in_order_without_line_breaks(rows: list[list[str]]) -> None:
    sheet = Sheet()
    for row in rows:
        sheet.add([plain(words) for words in row])
    made = sheet.edition(Work("compiled-x", "X"))
    assert [made.words_of(one) for one in made.passages] == made.text.split("\n\n")[
        : len(made.passages)
    ]
    kept = ["".join("".join(row).split()) for row in rows]
    assert ["".join(made.words_of(one).split()) for one in made.passages] == [k for k in kept if k]
