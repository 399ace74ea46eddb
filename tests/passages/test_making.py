"""Editions: ids that survive, loci that count, hashes that hold."""

import hashlib

from reader.model import InlineKind, Locus, PassageKind, Work
from reader.passages import divide, passage_id
from reader.restore import restore
from tests.booklets import Style, make
from tests.prose import Prose
from tests.restore.sources import raw_of
from tests.restore.test_repairs import NOTES

WORK = Work("harbours", "On the Keeping of Harbours")


def test_the_same_words_otherwise_wrapped_have_the_same_ids() -> None:
    paragraphs = Prose(3).paragraphs(1500)
    wide = make(paragraphs, Style("plain", width=76, cover=False, hyphens=0.0)).raw
    narrow = make(paragraphs, Style("plain", width=50, cover=False, hyphens=0.0)).raw
    one = divide(restore(wide), wide, WORK, "one")
    two = divide(restore(narrow), narrow, WORK, "two")
    assert one.letters == two.letters
    shared = {passage.id for passage in one.passages} & {passage.id for passage in two.passages}
    assert len(shared) >= 0.8 * len(one.passages)


def test_passages_that_say_the_same_have_ids_of_their_own() -> None:
    raw = raw_of("The same words.\n\nThe same words.\n\nOther words.")
    edition = divide(restore(raw), raw, WORK, "twice")
    ids = [passage.id for passage in edition.passages]
    assert len(set(ids)) == 3
    assert ids[1] == f"{ids[0]}-2"


def test_loci_count_each_sign_from_one() -> None:
    raw = raw_of(NOTES)
    edition = divide(restore(raw), raw, WORK, "notes")
    assert [str(p.locus) for p in edition.passages] == [
        "§1", "¶1", "¶2", "§2", "r1", "r2", "n1", "n2",
    ]  # fmt: skip
    assert edition.passage(Locus("n", 2)).label == "2"
    assert edition.passage(Locus("¶", 2)).section == "On the Keeping of Harbours"


def test_references_lead_to_the_passage_of_their_note() -> None:
    raw = raw_of(NOTES)
    edition = divide(restore(raw), raw, WORK, "notes")
    calls = [span for span in edition.inline if span.kind is InlineKind.NOTE_REFERENCE]
    notes = [edition.passage(span.target) for span in calls]
    assert [note.kind for note in notes] == [PassageKind.FOOTNOTE] * 2
    assert [note.label for note in notes] == ["1", "2"]


def test_the_hash_is_of_the_reading_text() -> None:
    raw = raw_of(NOTES)
    edition = divide(restore(raw), raw, WORK, "notes")
    assert edition.sha256 == hashlib.sha256(edition.text.encode()).hexdigest()
    assert "\n\n".join(edition.words_of(p) for p in edition.passages) == edition.text


def test_an_id_is_made_of_letters_only() -> None:
    assert passage_id("A rose, she said.") == passage_id("“a  ROSE”: she said")
    assert passage_id("…") != passage_id("—")
