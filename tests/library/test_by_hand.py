"""What a reader put right by hand stays when the text is built again."""

from pathlib import Path

from reader.library import Library
from reader.model import AnnotationKind, ByHand, RepairKind, Span
from tests.booklets import Style, make
from tests.prose import Prose


def test_pages_laid_and_repairs_taken_back_stay_when_more_is_done(tmp_path: Path) -> None:
    booklet = make(Prose(4).paragraphs(4000), Style(marks="feeds", hyphens=0.5, seed=4))
    source = tmp_path / "booklet.txt"
    source.write_text(booklet.raw.text, "utf-8")
    library = Library.open(tmp_path / "library")
    work = library.add(source).summary.work.id
    first = library.with_repairs(work)
    pages: list[Span] = [first.turns[0].left, *(turn.right for turn in first.turns)]
    pages.insert(3, pages.pop(6))
    joined = [one for one in first.repairs if one.kind is RepairKind.HYPHEN_REMOVED]
    library.rebuild(work, ByHand(order=tuple(pages), undone=frozenset({joined[0].id})))
    again = library.with_repairs(work)
    assert [one.id for one in again.taken_back] == [joined[0].id]
    library.rebuild(work, ByHand(undone=frozenset({joined[0].id, joined[1].id})))
    library.close()

    opened = Library.open(tmp_path / "library")
    last = opened.with_repairs(work)
    assert {one.id for one in last.taken_back} == {joined[0].id, joined[1].id}
    assert [last.turns[0].left, *(turn.right for turn in last.turns)] == pages
    opened.rebuild(work, ByHand(undone=frozenset()))
    assert {one.id for one in joined} <= {one.id for one in opened.with_repairs(work).repairs}
    opened.rebuild(work, ByHand(order=()))
    assert opened.edition(work).text == first.text
    assert not opened.with_repairs(work).laid
    opened.close()


def test_a_paragraph_joined_over_a_turn_stays_so_and_can_be_parted_again(tmp_path: Path) -> None:
    pages = (
        "The first page tells of a river that nobody has crossed.",
        "It is wide and slow, and there is no bridge over it.",
        "The third page tells of the town behind the river.",
    )
    source = tmp_path / "river.txt"
    source.write_text("\f".join(pages), "utf-8")
    library = Library.open(tmp_path / "library")
    work = library.add(source).summary.work.id
    library.mark(work, Span(4, 9), kind=AnnotationKind.NOTE, body="Kept.")
    first = library.edition(work)
    assert all(page in first.text.split("\n\n") for page in pages)
    start = library.source(work).index(pages[1])

    library.rebuild(work, ByHand(joined=frozenset({start})))
    whole = f"{pages[0]} {pages[1]}"
    assert whole in library.edition(work).text.split("\n\n")
    library.rebuild(work, ByHand(order=None))
    library.close()
    opened = Library.open(tmp_path / "library")
    again = opened.with_repairs(work)
    assert whole in again.text.split("\n\n")
    assert again.joined == {start}
    assert [one.annotation.body for one in opened.notes(work)] == ["Kept."]
    (made,) = [one for one in again.repairs if one.kind is RepairKind.PAGE_JOIN]
    assert made.source.start == start
    opened.rebuild(work, ByHand(undone=frozenset({made.id})))
    assert opened.edition(work).text == first.text
    opened.rebuild(work, ByHand(joined=frozenset()))
    assert opened.edition(work).text == first.text
    opened.close()


def test_notes_are_found_at_the_numbers_that_their_passages_have_now(tmp_path: Path) -> None:
    pages = (
        "The first page tells of a river that nobody has crossed.",
        "It is wide and slow, and there is no bridge over it.",
        "The third page tells of the town behind the river.",
    )
    source = tmp_path / "river.txt"
    source.write_text("\f".join(pages), "utf-8")
    library = Library.open(tmp_path / "library")
    work = library.add(source).summary.work.id
    start = library.edition(work).text.index("town")
    note = library.mark(work, Span(start, start + 4), kind=AnnotationKind.NOTE, body="Zinnia.")
    answer = library.reply(note.id, "Zinnia?")
    library.refresh_index()
    library.rebuild(work, ByHand(joined=frozenset({library.source(work).index(pages[1])})))
    library.refresh_index()
    library.close()

    opened = Library.open(tmp_path / "library")
    now = opened.note(note.id).locus
    found = {hit.annotation: hit.locus for hit in opened.search("zinnia").hits}
    assert found == {note.id: now, answer.id: now}
    opened.close()
