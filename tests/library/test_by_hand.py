"""What a reader put right by hand stays when the text is built again."""

from pathlib import Path

from reader.library import Library
from reader.model import RepairKind, Span
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
    library.rebuild(work, order=tuple(pages), undone=frozenset({joined[0].id}))
    again = library.with_repairs(work)
    assert [one.id for one in again.taken_back] == [joined[0].id]
    library.rebuild(work, undone=frozenset({joined[0].id, joined[1].id}))
    library.close()

    opened = Library.open(tmp_path / "library")
    last = opened.with_repairs(work)
    assert {one.id for one in last.taken_back} == {joined[0].id, joined[1].id}
    assert [last.turns[0].left, *(turn.right for turn in last.turns)] == pages
    opened.rebuild(work, undone=frozenset())
    assert {one.id for one in joined} <= {one.id for one in opened.with_repairs(work).repairs}
    opened.rebuild(work, order=())
    assert opened.edition(work).text == first.text
    assert not opened.with_repairs(work).laid
    opened.close()
