"""The door of the core: what goes in comes out, what is done can be undone, nothing is lost."""

import errno
import os
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from reader.annotations.store import Put, Store
from reader.library import ExportChoice, Library
from reader.library.door import _Part
from reader.model import (
    NO_PROGRESS,
    AnnotationFileError,
    AnnotationKind,
    BadInput,
    Cancelled,
    Change,
    Colour,
    HitKind,
    LibraryError,
    NotFound,
    PassageKind,
    Progress,
    ReadOnly,
    Relation,
    SearchScope,
    Span,
    Touched,
    Verdict,
)
from tests.annotations.making import a_note
from tests.prose import Prose

RIVER, HILL = "stream-rivers", "stone-hills"


def _span(library: Library, work: str, words: str) -> Span:
    start = library.edition(work).text.index(words)
    return Span(start, start + len(words))


def test_a_text_added_is_listed_with_its_author(library: Library) -> None:
    own = [one for one in library.texts() if not one.work.bundled]
    assert [one.work.id for one in own] == [RIVER, HILL]
    assert library.edition(RIVER).work.cited == "Ada Stream: On Rivers"


def test_help_is_listed_in_the_language_of_the_reader(library: Library) -> None:
    def listed() -> set[str]:
        return {one.work.id for one in library.texts() if one.work.id.startswith("help-")}

    assert listed() == {"help-manual"}
    library.language = "it_IT"
    assert listed() == {"help-manual-it"}
    library.language = "xx"
    assert listed() == {"help-manual"}
    assert {"help-manual", "help-manual-it"} <= set(library.works())


def test_texts_that_were_read_beside_the_window_are_listed_without_the_disk(
    library: Library,
) -> None:
    again = Library.open(library.folder)
    again.read_all(NO_PROGRESS)
    for path in (library.folder / "editions").glob("*/edition.json"):
        path.write_text("spoiled")
    assert {one.work.id for one in again.texts()} >= set(library.own_works())


def test_reading_them_can_be_stopped(library: Library) -> None:
    with pytest.raises(Cancelled):
        Library.open(library.folder).read_all(Progress(lambda _share, _words: None, lambda: True))


def test_the_same_file_again_changes_nothing(library: Library, texts: dict[str, Path]) -> None:
    heard: list[Change] = []
    library.listen(Touched.TEXTS, heard.append)
    again = library.add(texts["river"])
    assert again.already
    assert again.summary.work.id == RIVER
    assert heard == []


def test_another_copy_of_a_work_takes_its_place_and_notes_move_along(
    library: Library, texts: dict[str, Path]
) -> None:
    note = library.mark(RIVER, _span(library, RIVER, "the mud of the hills"), body="mud")
    words = texts["river"].read_text("utf-8").split()
    texts["river"].with_name("other.txt").write_text(
        "A new first paragraph of a foreword.\n\n" + " ".join(words), "utf-8"
    )
    added = library.add(texts["river"].with_name("other.txt"))
    assert added.summary.work.id == RIVER
    placed = library.note(note.id)
    assert placed.span is not None
    assert placed.span.of(library.edition(RIVER).text) == "the mud of the hills"


def test_the_report_says_what_a_copy_took_the_place_of(
    library: Library, texts: dict[str, Path]
) -> None:
    path = texts["river"].with_name("other.txt")
    path.write_text(texts["river"].read_text("utf-8").replace("They took", "Once they took"))
    added = library.add(path)
    assert added.summary.work.id == RIVER
    assert "takes the place" in added.report[0]
    assert (library.folder / "removed" / f"{RIVER}.1").is_dir()
    library.remove(RIVER)
    assert "takes the place" not in " ".join(library.add(path).report)


@pytest.mark.parametrize("changed", ["title", "part", "more"])
def test_a_later_version_a_part_and_a_longer_text_do_not_take_the_place_of_another(
    library: Library, tmp_path: Path, changed: str
) -> None:
    paragraphs = Prose(3).paragraphs(1500)
    first, second = tmp_path / "first.md", tmp_path / "second.md"
    first.write_text("# On gardens\n\n" + "\n\n".join(paragraphs), "utf-8")
    kept = library.add(first).summary.work.id
    title = "F.5 Of gardens and courts" if changed == "title" else "On gardens"
    half = len(paragraphs) // 2
    words = paragraphs[:half] if changed == "part" else list(paragraphs)
    if changed == "more":
        words += Prose(4).paragraphs(1500)
    second.write_text(f"# {title}\n\n" + "\n\n".join(words), "utf-8")
    added = library.add(second).summary.work.id
    assert added != kept
    assert {kept, added} <= set(library.works())
    assert not (library.folder / "removed").exists()


def test_a_mark_is_there_after_closing_and_opening(library: Library) -> None:
    span = _span(library, RIVER, "a promise")
    made = library.mark(
        RIVER,
        span,
        kind=AnnotationKind.NOTE,
        colour=Colour.GREEN,
        body="*why?*",
        tags=["b", "a", "a"],
    )
    folder = library.folder
    library.close()
    again = Library.open(folder)
    try:
        (placed,) = again.notes(RIVER)
        assert placed.annotation.id == made.id
        assert placed.annotation.tags == ("a", "b")
        assert placed.span == span
        assert str(placed.locus) == str(again.edition(RIVER).at(span.start).locus)
    finally:
        again.close()


def test_undo_and_redo_go_through_texts_and_notes(library: Library) -> None:
    first = library.mark(RIVER, _span(library, RIVER, "a gift"))
    library.revise(replace(first, body="really?"))
    library.remove(HILL)
    assert library.undo_label.startswith("Remove")
    library.undo()
    assert HILL in library.own_works()
    library.undo()
    assert library.note(first.id).annotation.body == ""
    library.undo()
    assert library.notes(RIVER) == ()
    library.redo()
    library.redo()
    assert library.note(first.id).annotation.body == "really?"
    library.redo()
    assert HILL not in library.own_works()


def test_what_cannot_be_marked_is_known_beforehand(library: Library) -> None:
    words = _span(library, RIVER, "A wall against")
    library.check_mark(RIVER, words)
    for span in (Span(words.start, words.start), Span(0, 10_000_000)):
        with pytest.raises(BadInput, match="no words"):
            library.check_mark(RIVER, span)
    assert not library.notes()


def test_a_note_gone_together_with_an_answer_elsewhere_concerns_all_works(
    library: Library,
) -> None:
    here = library.mark(RIVER, _span(library, RIVER, "A wall against"), body="here")
    there = library.mark(HILL, _span(library, HILL, "Whoever builds"), body="there")
    answer = library.reply(there.id, "an answer")
    change = library.delete([here.id, answer.id])
    assert change.works == frozenset(), "the margin of the other text would keep the answer"
    assert library.delete([there.id]).works == {HILL}


def test_what_is_deleted_waits_in_the_bin(library: Library) -> None:
    made = library.mark(RIVER, _span(library, RIVER, "a gift"), body="keep")
    library.delete([made.id])
    assert [note.id for note in library.bin()] == [made.id]
    library.restore([made.id])
    assert library.note(made.id).annotation.body == "keep"


def test_the_extent_of_a_mark_can_be_changed(library: Library) -> None:
    made = library.mark(RIVER, _span(library, RIVER, "a gift"))
    wider = _span(library, RIVER, "the mud for a gift")
    library.move_mark(made.id, wider)
    assert library.note(made.id).span == wider


def test_a_reply_needs_its_note(library: Library) -> None:
    made = library.mark(RIVER, _span(library, RIVER, "a gift"), body="who gave it?")
    answer = library.reply(made.id, "the hills")
    assert library.note(answer.id).annotation.kind is AnnotationKind.REPLY
    with pytest.raises(NotFound):
        library.reply("urn:uuid:none", "lost")


def test_texts_and_notes_are_found_in_one_search(library: Library) -> None:
    library.search("warm")
    library.mark(RIVER, _span(library, RIVER, "a gift"), body="compare the walls of Holland")
    answer = library.search("wall")
    found = {(hit.work, hit.kind.value) for hit in answer.hits}
    assert (RIVER, "body") in found
    assert (HILL, "body") in found
    assert (RIVER, "note") in found
    assert {hit.work for hit in library.search("wall", SearchScope(works=(HILL,))).hits} == {HILL}


def test_an_answer_to_a_note_is_found_in_the_text_where_the_note_stands(
    library: Library,
) -> None:
    passage = library.edition(RIVER).passages[2]
    note = library.mark(RIVER, passage.span, body="A promise?")
    answer = library.reply(note.id, "Zinnia says so, too.")
    answer = library.reply(answer.id, "Does zinnia?")
    scope = SearchScope(works=(RIVER,), notes_only=True)
    hits = library.search("zinnia", scope).hits
    assert [(hit.work, hit.passage, hit.locus) for hit in hits] == [
        (RIVER, passage.id, passage.locus)
    ] * 2
    assert not library.search("zinnia", SearchScope(works=(HILL,))).hits
    assert library.search('"A promise"').hits
    words = library.edition(RIVER).words_of(passage)
    assert library.search(f'note:"{words}"').total == 1, "an answer does not quote it again"


@pytest.mark.parametrize(
    ("words", "query", "meant"),
    [
        (
            "La lotta degli operai non è per il lavoro. Le lotte sono del porto, e l’operaia va.",
            "operaio",
            {"operai", "operaia"},
        ),
        (
            "Das Haus ist nicht für die Lehrerin, und die Häuser sind von der Stadt auf dem Berg.",
            "haus",
            {"Haus", "Häuser"},
        ),
        (
            "Les grèves de la ville et les travailleurs du port ne sont pas dans le livre.",
            "travailleur",
            {"travailleurs"},
        ),
        (
            "La lutte est organisée par les femmes, et le port ne sera pas dans la ville.",
            "organiser",
            {"organisée"},
        ),
        (
            "La revolución de los obreros no es la de las mujeres, y el puerto se queda en la paz.",
            "revoluciones",
            {"revolución"},
        ),
        (
            "A organização da luta não é para os homens do porto, e uma mulher foi com ele.",
            "organizações",
            {"organização"},
        ),
        (
            "Новый порт и старая борьба не для него, а для тех, что с ней на берегу, как мы.",
            "новая",
            {"Новый"},
        ),
        (
            "Новая борьба и старый порт не для него, а для тех, что с ней на берегу, как мы.",
            "новый",
            {"Новая"},
        ),
    ],
    ids=["it", "de", "fr", "fr accents", "es", "pt", "ru", "ru asked"],
)
def test_words_are_found_by_the_language_that_a_text_is_in_though_nothing_says_so(
    library: Library, tmp_path: Path, words: str, query: str, meant: set[str]
) -> None:
    source = tmp_path / "words.txt"
    source.write_text("\n\n".join([words] * 3), "utf-8")
    work = library.add(source, title="Words").summary.work.id
    library.refresh_index()
    assert not library.edition(work).work.language
    here = SearchScope(works=(work,))
    marks = [mark for hit in library.search(query, here).hits for mark in hit.marks]
    found = {mark.of(library.edition(work).text) for mark in marks}
    assert found == meant


@pytest.mark.parametrize("stated", ["it", "ita", "it-CH"])
def test_a_language_stated_later_decides_what_is_found_in_a_text_and_the_notes_on_it(
    library: Library, tmp_path: Path, stated: str
) -> None:
    source = tmp_path / "words.txt"
    source.write_text("Porti nuovi, acque nuove.\n\nSentieri nuovi.", "utf-8")  # shows none
    work = library.add(source, title="Words").summary.work
    note = library.mark(work.id, library.edition(work.id).passages[-1].span, body="pescatori nuovi")
    library.refresh_index()
    here = SearchScope(works=(work.id,))
    assert len(library.search("pescatore nuova", here, typing=False).hits) == 0
    library.describe(replace(work, language=stated))
    library.refresh_index()
    assert len(library.search("nuova", here, typing=False).hits) == 3
    found = library.search("pescatore nuova", here, typing=False).hits
    assert [hit.annotation for hit in found] == [note.id]


def test_a_note_is_found_by_the_language_that_its_own_words_show(library: Library) -> None:
    body = "la nuova barca è di una donna che non ha pescatori con lei e il porto è in un golfo"
    note = library.mark(RIVER, _span(library, RIVER, "a gift"), body=body)
    here = SearchScope(works=(RIVER,))
    found = library.search("nuove barche", here, typing=False).hits
    assert [hit.annotation for hit in found] == [note.id]


def test_notes_written_before_a_search_are_found_by_it(library: Library) -> None:
    made = library.mark(RIVER, _span(library, RIVER, "a gift"), body="compare the dykes of Holland")
    other = library.mark(RIVER, _span(library, RIVER, "a right"), body="the dykes again")
    library.delete([other.id])
    assert [hit.annotation for hit in library.quick("dykes").hits] == [made.id]


def test_a_note_written_while_the_index_is_brought_up_to_date_is_found(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.search("warm")

    asked: list[str] = []

    def elsewhere(_make: object, part: _Part, *_: object) -> None:
        asked.append(part.name)
        library.mark(RIVER, _span(library, RIVER, "a gift"), body="compare the dykes of Holland")

    monkeypatch.setattr("reader.library.door.run_apart", elsewhere)
    library.refresh_elsewhere()
    assert asked == ["index", "links"]  # search need not wait for links
    assert len(library.search("dykes").hits) == 2


def test_another_process_tells_what_it_compares_and_can_be_stopped(library: Library) -> None:
    shutil.rmtree(library.folder / "links", ignore_errors=True)
    told: list[tuple[float, str]] = []
    library.refresh_elsewhere(Progress(lambda *step: told.append(step), lambda: False))
    assert any(words for share, words in told if share > 0.4), "with titles"
    assert [share for share, _ in told] == sorted(share for share, _ in told)
    assert library.links_missing() == 0
    with pytest.raises(Cancelled):
        library.refresh_elsewhere(Progress(lambda *_: None, lambda: True))


def test_notes_are_written_into_the_index_at_closing(library: Library) -> None:
    library.refresh_index()
    library.mark(RIVER, _span(library, RIVER, "a gift"), body="compare the dykes of Holland")
    library.close()
    again = Library.open(library.folder)
    assert not again.refresh_index()
    assert len(again.search("dykes").hits) == 1
    again.close()


def test_on_a_disk_without_any_room_the_library_is_read(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite cannot even begin there: the window came without its commands."""

    def full(_path: Path) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    library.mark(RIVER, _span(library, RIVER, "a gift"), body="compare the dykes of Holland")
    library.close()
    monkeypatch.setattr("reader.annotations.store.reading.open_writable", full)
    again = Library.open(library.folder)
    assert again.read_only
    assert "without any room" in again.notice
    assert len(again.notes()) == len(again.search("dykes").hits) == 1
    with pytest.raises(ReadOnly):
        again.mark(RIVER, _span(again, RIVER, "a gift"), body="more")
    again.close()


def _behind(library: Library, monkeypatch: pytest.MonkeyPatch) -> Library:
    """Return the library opened again; its index lacks a note on dykes and cannot be written."""

    def full(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    library.refresh_index()
    library.mark(RIVER, _span(library, RIVER, "a gift"), body="compare the dykes of Holland")
    monkeypatch.setattr("reader.index.writing.open_dir", full)
    library.close()
    return Library.open(library.folder)


@pytest.mark.parametrize("way", ["here", "notes", "elsewhere"])
def test_notes_are_found_though_the_index_cannot_be_written(
    library: Library, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    def elsewhere(*_: object) -> None:
        raise LibraryError("No space left.")

    monkeypatch.setattr("reader.library.door.run_apart", elsewhere)
    again = _behind(library, monkeypatch)
    ways = {
        "here": again.refresh_index,
        "notes": again.refresh_notes,
        "elsewhere": again.refresh_elsewhere,
    }
    with pytest.raises(LibraryError, match="No space left"):
        ways[way]()
    assert len(again.search("dykes").hits) == 1
    assert {hit.work for hit in again.search("wall").hits} >= {RIVER, HILL}
    again.close()
    monkeypatch.undo()
    last = Library.open(library.folder)
    assert last.refresh_index()
    assert len(last.search("dykes").hits) == 1
    last.close()


def test_notes_are_found_in_a_folder_that_cannot_be_written(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = _behind(library, monkeypatch)
    monkeypatch.setattr("os.access", lambda *_: False)
    assert len(again.quick("dykes").hits) == 1
    again.close()


def test_an_index_that_is_behind_does_not_claim_to_know_all(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.refresh_index()
    monkeypatch.setattr("reader.library.finding.MANY_NOTES", 0)
    library.mark(RIVER, _span(library, RIVER, "a gift"), body="compare the dykes of Holland")
    monkeypatch.setattr("reader.library.finding.MANY_NOTES", 9)
    library.mark(RIVER, _span(library, RIVER, "a right"), body="the dykes again")
    library.close()
    again = Library.open(library.folder)
    assert again.refresh_index()
    assert len(again.search("dykes").hits) == 2
    again.close()


def test_an_index_that_goes_just_before_a_small_change_is_built_whole(
    library: Library,
) -> None:
    library.refresh_index()
    library.describe(replace(library.edition(RIVER).work, title="Of Rivers"))
    (library.folder / "index" / "current").unlink()
    library.refresh_index()
    assert {hit.work for hit in library.search("wall").hits} >= {RIVER, HILL}
    assert not library.refresh_index()


def test_a_text_that_the_index_never_saw_is_found_by_a_command(
    library: Library, tmp_path: Path
) -> None:
    """Adding it was stopped before its words were taken in."""
    library.refresh_index()
    (tmp_path / "quince.txt").write_text("On Quinces\n\nA quince is not an apple.\n", "utf-8")
    library.add(tmp_path / "quince.txt")
    library.close()
    again = Library.open(library.folder)
    again.refresh_notes()
    assert again.search("quince").hits
    again.close()


def test_the_concept_that_a_query_names_is_shown_behind_however_much_is_found(
    tmp_path: Path,
) -> None:
    text = "\n\n".join(f"Mutual aid, said neighbour {row}, was a wall." for row in range(90))
    (tmp_path / "many.txt").write_text(text, encoding="utf-8")
    library = Library.open(tmp_path / "library")
    library.add(tmp_path / "many.txt")
    library.refresh_index()
    for query in ("mutual aid", '"Mutual-Aid"', "concept:mutual-aid"):
        hits = library.search(query, limit=60).hits
        assert len(hits) == 60
        assert (hits[-1].kind, hits[-1].passage) == (HitKind.CONCEPT, "mutual-aid")
        assert {hit.kind for hit in hits[:-1]} == {HitKind.BODY}
    assert {hit.kind for hit in library.search("mutual aid", limit=20).hits} == {HitKind.BODY}
    assert {hit.kind for hit in library.search("neighbour", limit=60).hits} == {HitKind.BODY}
    for query in ("work", "mutual aid", "capital"):
        answer = library.search(query, limit=500)
        assert answer.total == len(answer.hits), "what is counted is listed"
    within = SearchScope(works=tuple(library.own_works()))
    assert {hit.kind for hit in library.search("mutual aid", within).hits} == {HitKind.BODY}
    library.close()


def test_a_finished_word_is_no_beginning(library: Library) -> None:
    assert library.search("neigh").hits
    assert not library.search("neigh", typing=False).hits


def test_marks_of_hits_are_the_words_of_the_reading_text(library: Library) -> None:
    for hit in library.search("neighbours", SearchScope(works=(RIVER, HILL))).hits:
        words = {mark.of(library.edition(hit.work).text) for mark in hit.marks}
        assert words == {"neighbours"}


def test_the_index_knows_when_it_is_old(library: Library) -> None:
    assert not library.refresh_index()
    library.describe(replace(library.edition(RIVER).work, title="Of Rivers"))
    assert library.refresh_index()


def test_related_passages_can_be_made_judged_and_rejected(library: Library) -> None:
    here = library.edition(RIVER).at(_span(library, RIVER, "A wall against").start)
    there = library.edition(HILL).at(_span(library, HILL, "Whoever builds").start)
    library.link((RIVER, here.span), (HILL, there.span), relation=Relation.DEVELOPS, body="walls")
    (made,) = [one for one in library.related(RIVER, here.id) if one.curated]
    assert (made.work, made.passage, made.reason) == (HILL, there.id, "walls")
    library.judge((RIVER, here.id), (HILL, there.id), Verdict.REJECTED)
    assert library.verdict_on((RIVER, here.id), (HILL, there.id)) is Verdict.REJECTED
    assert all(one.passage != there.id for one in library.related(RIVER, here.id))
    library.undo()
    assert library.verdict_on((RIVER, here.id), (HILL, there.id)) is None


def test_density_counts_what_is_shown_beside_each_passage(library: Library) -> None:
    library.refresh_links()
    passages, others = library.edition(RIVER).passages, library.edition(HILL).passages
    library.link((RIVER, passages[2].span), (HILL, others[2].span))
    library.link((RIVER, passages[2].span), (HILL, others[1].span))
    library.link((RIVER, passages[3].span), (HILL, others[2].span))
    library.link((RIVER, passages[1].span), (HILL, others[2].span))
    library.judge((RIVER, passages[1].id), (HILL, others[2].id), Verdict.REJECTED)
    shown = {one.span: len(library.related(RIVER, one.id)) for one in passages}
    most = max(shown.values())
    assert most >= 2
    expected = {span: count / most for span, count in shown.items() if count}
    assert dict(library.link_density(RIVER)) == expected
    assert library.related_table(RIVER, to=HILL) == library.related_table(RIVER)
    assert library.related_table(RIVER, to=RIVER) == {}


def test_a_link_to_a_text_that_was_removed_says_so_and_comes_back_with_it(
    library: Library,
) -> None:
    here, there = library.edition(RIVER).passages[2], library.edition(HILL).passages[2]
    library.link((RIVER, here.span), (HILL, there.span))
    library.remove(HILL)
    lost = [one for one in library.links_resolved() if one["problem"]]
    assert [one["problem"].startswith("This link leads to a text that is not") for one in lost] == [
        True
    ]
    assert library.related(RIVER, here.id) == ()
    library.undo()
    assert not [one for one in library.links_resolved() if one["problem"]]
    assert [one.passage for one in library.related(RIVER, here.id) if one.curated] == [there.id]


def test_rejected_links_can_be_seen_with_what_readers_said_of_them(library: Library) -> None:
    here = library.edition(RIVER).at(_span(library, RIVER, "A wall against").start)
    there = library.edition(HILL).at(_span(library, HILL, "Whoever builds").start)
    ends = (RIVER, here.id), (HILL, there.id)
    library.link((RIVER, here.span), (HILL, there.span))
    library.judge(*ends, Verdict.REJECTED, body="no wall here")
    assert there.id not in [one.passage for one in library.related(RIVER, here.id)]
    assert there.id in [one.passage for one in library.related(RIVER, here.id, rejected=True)]
    judged = library.judgements(ends[0])[ends[1]]
    assert (judged.verdict, judged.mine, judged.comment) == (
        Verdict.REJECTED, True, "no wall here",
    )  # fmt: skip
    library.judge(*ends, Verdict.ACCEPTED)
    (judged,) = library.judgements(ends[1]).values()
    assert judged.verdict is Verdict.ACCEPTED
    assert judged.comments == ((library.me.name, "no wall here"),), "the comment stays"
    library.judge(*ends, Verdict.ACCEPTED, body="")
    assert library.judgements(ends[0])[ends[1]].comments == ()
    library.judge(*ends, None)
    assert not library.judgements(ends[0])


def test_who_judges_on_two_devices_has_one_verdict_on_a_link(
    library: Library, made_library: Path, tmp_path: Path
) -> None:
    here = library.edition(RIVER).at(_span(library, RIVER, "A wall against").start)
    there = library.edition(HILL).at(_span(library, HILL, "Whoever builds").start)
    ends = (RIVER, here.id), (HILL, there.id)
    copy = tmp_path / "laptop"
    shutil.copytree(library.folder, copy)
    file = tmp_path / "mine.annotations.json"
    laptop = Library.open(copy)
    try:
        assert laptop.me == library.me
        laptop.judge(*ends, Verdict.ACCEPTED, body="from the laptop")
        laptop.save_annotation_file(file)
    finally:
        laptop.close()
    library.judge(*ends, Verdict.REJECTED)
    library.take(library.preview(file), lambda row: row.revision is not None)
    assert len(library.verdicts()) == 2
    for verdict in (Verdict.ACCEPTED, Verdict.REJECTED):
        library.judge(*ends, verdict)
        (judged,) = library.judgements(ends[0]).values()
        assert judged.verdict is library.verdict_on(*ends) is verdict
        assert bool(library.verdict_table().rejected) is (verdict is Verdict.REJECTED)


def test_an_accepted_link_stays_whatever_its_score(library: Library) -> None:
    library.refresh_links()
    here = library.edition(RIVER).at(_span(library, RIVER, "A wall against").start)
    shown = {one.passage for one in library.related(RIVER, here.id)}
    body = [one for one in library.edition(HILL).passages if one.kind is PassageKind.BODY]
    there = next(one.id for one in body if one.id not in shown)
    library.judge((RIVER, here.id), (HILL, there), Verdict.ACCEPTED, relation=Relation.DEVELOPS)
    (one,) = [found for found in library.related(RIVER, here.id) if found.passage == there]
    assert one.relation is Relation.DEVELOPS
    (back,) = [one for one in library.related(HILL, there) if one.passage == here.id]
    assert back.relation is Relation.SOURCE


def test_a_verdict_on_another_copy_holds_and_can_be_taken_back(
    library: Library, texts: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.apparatus.recognition._ENOUGH_WORDS", 10)  # these are short
    monkeypatch.setattr("reader.library.knowing._SAME_WORK", 0.01)
    here = library.edition(RIVER).at(_span(library, RIVER, "A wall against").start).id
    there = library.edition(HILL).at(_span(library, HILL, "Whoever builds").start).id
    library.judge((RIVER, here), (HILL, there), Verdict.REJECTED)
    words = texts["hill"].read_text("utf-8").replace("Whoever builds", "He who builds")
    texts["hill"].write_text(words, "utf-8")
    assert library.add(texts["hill"]).summary.work.id == HILL
    new = library.edition(HILL).at(_span(library, HILL, "He who builds").start).id
    assert new != there
    assert library.verdict_on((RIVER, here), (HILL, new)) is Verdict.REJECTED
    library.judge((RIVER, here), (HILL, new), None)
    assert library.verdict_on((RIVER, here), (HILL, new)) is None


def test_a_second_reader_of_one_library_may_read_but_not_write(library: Library) -> None:
    other = Library.open(library.folder)
    try:
        assert other.read_only
        assert "another window" in other.notice
        assert other.edition(RIVER).text == library.edition(RIVER).text
        with pytest.raises(ReadOnly):
            other.mark(RIVER, Span(0, 5))
    finally:
        other.close()


def test_a_quotation_comes_with_author_title_and_place(library: Library) -> None:
    words = library.reference(RIVER, _span(library, RIVER, "a promise"))
    assert words.startswith("“a promise”")
    assert "Ada Stream: On Rivers, ¶3" in words


def test_a_session_is_kept_and_nonsense_is_no_session(library: Library) -> None:
    library.save_session({"panes": ["a"]})
    assert library.session() == {"panes": ["a"]}
    (library.folder / "session.json").write_bytes(b"[1")
    assert library.session() == {}


def test_the_doctor_finds_nothing_wrong_with_a_sound_library(library: Library) -> None:
    gravities = {one.gravity.value for one in library.check() if one.part in {"texts", "notes"}}
    assert gravities == {"well"}


def test_the_doctor_counts_one_thing_as_one(tmp_path: Path) -> None:
    path = tmp_path / "one.md"
    path.write_text("# On Rivers\n\nA river is older[^1] than its towns.\n\n[^1]: Said often.\n")
    one = Library.open(tmp_path / "library")
    assert "One footnote was set apart and linked." in one.add(path).report
    said = {found.sentence for found in one.check()}
    assert "1 text can be read." in said
    assert any(each.startswith("0 notes are sound; there ") for each in said)


def test_the_doctor_says_what_is_damaged_and_repairs_what_is_derived(library: Library) -> None:
    (library.folder / "editions" / RIVER / "edition.json").write_bytes(b"{")
    troubles = [one for one in library.check() if one.gravity.value == "trouble"]
    assert [one.about for one in troubles] == [RIVER]


def test_the_doctor_names_a_damage_once_and_the_last_backup(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.apply([Put(a_note(store.me, "x" * 300)) for _ in range(60)], "Add")
        assert store.backup_now()
        (backup,) = store.backups()
    path = tmp_path / "annotations.db"
    data = bytearray(path.read_bytes())
    page = len(data) // 4096 * 4096 // 2 // 4096 * 4096
    data[page : page + 4096] = Random(5).randbytes(4096)
    path.write_bytes(data)
    library = Library.open(tmp_path)
    found = [one for one in library.check() if one.part == "notes"]
    library.close()
    assert [one.gravity.value for one in found] == ["trouble", "remark"]
    assert "is damaged" in found[0].sentence
    assert f"{backup.made:%Y-%m-%d %H:%M}" in found[1].sentence


def test_a_file_that_brings_nothing_is_no_step_of_undo(library: Library, tmp_path: Path) -> None:
    library.mark(RIVER, _span(library, RIVER, "a promise"))
    library.save_annotation_file(tmp_path / "mine.annotations.json")
    label = library.undo_label
    preview = library.preview(tmp_path / "mine.annotations.json")
    assert library.take(preview, lambda _row: True).annotations == frozenset()
    assert library.undo_label == label
    assert library.undo()
    assert library.redo_label == label


def test_a_file_in_place_of_a_folder_is_no_library(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(BadInput, match="not a folder"):
        Library.open(tmp_path / "file")


def test_what_cannot_be_kept_is_refused_with_a_reason(library: Library) -> None:
    (work, *_) = library.own_works()
    end = len(library.edition(work).text)
    for span in (Span(3, 3), Span(end - 1, end + 1), Span(end + 5, end + 9)):
        with pytest.raises(BadInput, match="no words"):
            library.mark(work, span)
    for deed in (
        lambda: library.rename_me("\ud800"),
        lambda: library.name_colour(Colour.YELLOW, "\udfff"),
    ):
        with pytest.raises(BadInput, match="half a character"):
            deed()
    with pytest.raises(BadInput, match="up to 500"):
        library.name_colour(Colour.YELLOW, "x" * 501)
    assert library.notes() == ()


def test_the_text_that_notes_were_made_on_is_kept_when_another_takes_its_place(
    library: Library, tmp_path: Path
) -> None:
    old = library.edition(RIVER)
    mark = library.mark(RIVER, _span(library, RIVER, "a gift"))
    source = mark.target.source
    assert library._former_index(source) is None
    copy = tmp_path / "copy.txt"
    words = library.source(RIVER).replace("They took", "Once they took")
    copy.write_text(words, "utf-8")
    told: list[str] = []
    library.add(copy, Progress(lambda _share, words: told.append(words), lambda: False))
    assert library.edition(RIVER).sha256 != old.sha256
    assert library.former_path(old.sha256).read_text("utf-8") == old.text
    assert library._former_index(source) is not None
    assert "finding the places of notes" in told, "before the window asks"
    assert library.note(mark.id).span == _span(library, RIVER, "a gift")
    library.former_path(old.sha256).write_text("something else")
    library._formers.clear()
    assert library._former_index(source) is None, "a text that is not what it was helps nobody"
    for strange in ("", "ni:///sha-256;zz", "https://example.org/x", "ni:///sha-256;../../\u00e4"):
        assert library._former_index(strange) is None


def test_the_other_end_of_a_link_is_cited_where_it_stands_today(
    library: Library, tmp_path: Path
) -> None:
    library.link(
        (HILL, _span(library, HILL, "A hill")), (RIVER, _span(library, RIVER, "a gift")), body="see"
    )
    before = library.edition(RIVER).at(_span(library, RIVER, "a gift").start).locus
    (title, *rest) = library.source(RIVER).split("\n\n")
    copy = tmp_path / "copy.txt"
    foreword = "There is a new paragraph at the head of this copy, about nothing."
    copy.write_text("\n\n".join([title, foreword, *rest]), "utf-8")
    library.add(copy)
    after = library.edition(RIVER).at(_span(library, RIVER, "a gift").start).locus
    assert after != before
    assert str(after) in library.export()
    told: list[float] = []
    watch = Progress(lambda share, _: told.append(share), lambda: False)
    library.export(ExportChoice("html"), watch)
    assert told, "exports tell how far they are"
    with pytest.raises(Cancelled):
        library.export(ExportChoice("html"), Progress(lambda *_: None, lambda: True))


def test_a_file_that_is_too_large_is_refused_with_the_limit_that_is_true(
    library: Library, tmp_path: Path
) -> None:
    from reader.annotations.terms import MAX_FILE_BYTES

    path = tmp_path / "big.annotations.json"
    with path.open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    with pytest.raises(AnnotationFileError, match=f"at most {MAX_FILE_BYTES // 2**20} MiB"):
        library.preview(path)


def test_the_space_between_two_passages_holds_no_mark(library: Library) -> None:
    work = library.own_works()[0]
    first, second, *_ = library.edition(work).passages
    for span in (Span(first.span.end, second.span.start), Span(3, 3)):
        with pytest.raises(BadInput, match="no words"):
            library.mark(work, span)
    assert library.notes() == ()
