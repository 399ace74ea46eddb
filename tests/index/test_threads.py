"""Searching goes on while the index changes."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

from reader.index import NOTES, SearchIndex
from tests.index.samples import everything, index, library, note, passages


def test_answers_are_right_while_texts_and_notes_change(tmp_path: Path) -> None:
    search = index(tmp_path / "index")
    stop = Event()

    def ask() -> int:
        asked = 0
        while not stop.is_set():
            for answer in (
                search.quick("clock"),
                search.search("clock struck"),
                search.quick("cl"),
            ):
                asked += 1
                if "struck" not in answer.query:
                    assert "harbour-1" in {hit.passage for hit in answer.hits}
        return asked

    with ThreadPoolExecutor(3) as pool:
        asking = [pool.submit(ask) for _ in range(3)]
        for row in range(8):
            search.put_note(note(f"x{row}", f"Quince number {row}."))
            search.update("more", passages("more", ("More", f"It struck {row}.")), stamp=str(row))
            assert search.search(f"struck {row}", typing=False).total == 1
        search.flush("2")
        more = ("more", "9", passages("more", ("More", "It struck nine.")))
        search.rebuild([*library(), more])
        stop.set()
        assert all(each.result() > 3 for each in asking)
    assert search.search("quince").total == 0  # the library gave no such notes to the new index
    assert search.search("struck nine").total == 1


def test_an_index_opens_once_for_many_threads(tmp_path: Path) -> None:
    index(tmp_path / "index").close()
    search = SearchIndex.open(tmp_path / "index", texts=everything)
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(search.search, ["strike"] * 12))
    assert {answer.total for answer in answers} == {3}
    assert not any(answer.building for answer in answers)


def test_a_note_written_while_the_index_is_built_is_not_lost(tmp_path: Path) -> None:
    search = index(tmp_path / "index")

    def texts():
        yield from library()
        search.put_note(note("late", "A late pomegranate."))

    search.rebuild(texts())
    assert [hit.annotation for hit in search.search("pomegranate").hits] == ["late"]
    assert search.stale({NOTES: "1"}).changed == ()
