"""Two readers with a library each, and what they may see of one another."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reader.library import MINUTES, ExportChoice, Library
from reader.model import (
    AnnotationKind,
    BadInput,
    Cancelled,
    Change,
    Colour,
    LibraryError,
    NotFound,
    Progress,
    ReadOnly,
    SearchScope,
    Span,
    Touched,
)
from tests.library.conftest import HILL, RIVER

QUESTIONS = """\
# The first part

The first part says that nothing follows from a beginning.

# The second part

The second part says that everything follows from a beginning.
"""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two texts, restored once for all tests here."""
    folder = tmp_path_factory.mktemp("shelf")
    with closing(Library.open(folder / "library")) as library:
        for name, text in (("On Rivers", RIVER), ("On Hills", HILL)):
            path = folder / f"{name}.txt"
            path.write_text(text, "utf-8")
            library.add(path, title=name, authors=("Ada Stream",))
    return folder / "library" / "editions"


@pytest.fixture
def library(tmp_path: Path, shelf: Path) -> Iterator[Library]:
    """A reader's library with both texts."""
    shutil.copytree(shelf, tmp_path / "library" / "editions")
    opened = Library.open(tmp_path / "library")
    yield opened
    opened.close()


@pytest.fixture
def other(tmp_path: Path, library: Library) -> Iterator[Library]:
    """A second reader with copies of the same texts."""
    shutil.copytree(library.folder / "editions", tmp_path / "other" / "editions")
    opened = Library.open(tmp_path / "other")
    opened.rename_me("Berta")
    yield opened
    opened.close()


@pytest.fixture
def shared(tmp_path: Path, library: Library, other: Library) -> Path:
    folder = tmp_path / "shared"
    folder.mkdir()
    library.rename_me("Anna")
    library.choose_group_folder(folder)
    other.choose_group_folder(folder)
    return folder


def exchange(*libraries: Library) -> None:
    for _ in range(2):
        for one in libraries:
            one.publish()
        for one in libraries:
            one.receive()


def words(library: Library, work: str, quote: str) -> Span:
    start = library.edition(work).text.index(quote)
    return Span(start, start + len(quote))


def state(library: Library) -> list[tuple[str, str]]:
    return sorted((one.annotation.id, one.annotation.body) for one in library.notes())


def river(library: Library) -> str:
    return next(one.work.id for one in library.texts() if one.work.title == "On Rivers")


# ---- the shared folder ---------------------------------------------------------------------


def test_marks_travel_both_ways_through_a_folder(
    library: Library, other: Library, shared: Path
) -> None:
    work = river(library)
    library.mark(work, words(library, work, "the mud of the hills"), body="mud")
    other.mark(work, words(other, work, "a promise"), body="whose?")
    exchange(library, other)
    assert {one.annotation.body for one in library.notes()} == {"mud", "whose?"}
    assert state(library) == state(other)
    assert len(list(shared.glob("*.annotations.json"))) == 2


def test_what_arrives_is_told_and_is_no_step_of_undo(
    library: Library, other: Library, shared: Path
) -> None:
    work = river(library)
    other.mark(work, words(other, work, "a promise"), body="whose?")
    other.publish()
    told: list[Change] = []
    library.listen(Touched.GROUP, told.append)
    arrival = library.receive()
    assert len(arrival.changes) == 1
    assert [one.name for one in arrival.members] == ["Berta"]
    assert any(change.touched & Touched.MARKS for change in told)
    assert library.undo_label != "From Berta"


def test_nothing_is_written_when_nothing_changed(
    library: Library, other: Library, shared: Path
) -> None:
    library.mark(river(library), words(library, river(library), "a promise"))
    assert library.publish()
    assert not library.publish()


def test_a_folder_must_exist_and_must_not_be_the_library(library: Library, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no folder"):
        library.choose_group_folder(tmp_path / "missing")
    with pytest.raises(BadInput, match="own folder"):
        library.choose_group_folder(library.folder / "editions")
    with pytest.raises(BadInput, match="No folder is shared"):
        library.receive()


def test_the_folder_is_remembered(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "group"
    folder.mkdir()
    library.choose_group_folder(folder)
    assert library.group_folder == folder
    library.choose_group_folder(None)
    assert library.group_folder is None


# ---- two wordings --------------------------------------------------------------------------


@pytest.fixture
def laptop(tmp_path: Path, library: Library) -> Iterator[Library]:
    """Another computer of the same person."""
    folder = tmp_path / "laptop"
    shutil.copytree(library.folder / "editions", folder / "editions")
    with closing(Library.open(folder)) as first:
        first._store.set_fact("me", library.me.id)
    opened = Library.open(folder)
    yield opened
    opened.close()


@pytest.fixture
def trusting(library: Library, laptop: Library, tmp_path: Path) -> Path:
    """A folder in which both computers take one another's files without asking."""
    folder = tmp_path / "between"
    folder.mkdir()
    for one, other in ((library, laptop), (laptop, library)):
        one.choose_group_folder(folder)
        one.trust(other._store.fact("device"))
    return folder


def test_a_note_edited_apart_is_kept_twice_then_joined_and_all_converge(
    library: Library, laptop: Library, trusting: Path
) -> None:
    work = river(library)
    note = library.mark(work, words(library, work, "a promise"), body="first")
    exchange(library, laptop)
    library.revise(replace(library.note(note.id).annotation, body="written at home"))
    laptop.revise(replace(laptop.note(note.id).annotation, body="written on the train"))
    exchange(library, laptop)
    for one in (library, laptop):
        (wordings,) = one.conflicts().values()
        assert {each.body for each in wordings} == {"written at home", "written on the train"}
    laptop.join(replace(laptop.conflicts()[note.id][0], body="home and train"))
    exchange(library, laptop)
    for one in (library, laptop):
        assert not one.conflicts()
        assert state(one) == [(note.id, "home and train")]


def test_both_wordings_kept_arrive_as_two_notes(
    library: Library, laptop: Library, trusting: Path
) -> None:
    work = river(library)
    note = library.mark(work, words(library, work, "a promise"), body="first")
    exchange(library, laptop)
    library.revise(replace(library.note(note.id).annotation, body="written at home"))
    laptop.revise(replace(laptop.note(note.id).annotation, body="written on the train"))
    exchange(library, laptop)
    library.keep_both(note.id)
    assert library.undo_label == "Keep both wordings"
    exchange(library, laptop)
    assert state(library) == state(laptop)
    bodies = sorted(body for _, body in state(laptop))
    assert bodies == ["written at home", "written on the train"]


def test_the_file_of_an_unknown_computer_of_mine_asks(
    library: Library, laptop: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "between"
    folder.mkdir()
    for one in (library, laptop):
        one.choose_group_folder(folder)
    laptop.mark(river(laptop), words(laptop, river(laptop), "a promise"), body="mine")
    laptop.publish()
    arrival = library.receive()
    assert not arrival.changes
    assert len(arrival.asking) == 1
    assert not library.notes()


def test_a_shared_folder_that_is_gone_is_not_made_again(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    library.choose_group_folder(folder)
    library.mark(river(library), words(library, river(library), "a promise"))
    folder.rmdir()
    for act in (library.publish, library.receive):
        with pytest.raises(LibraryError, match="is not there"):
            act()
    assert not folder.exists()


def test_colours_that_members_name_differently_are_told(
    library: Library, other: Library, shared: Path
) -> None:
    library.name_colour(Colour.GREEN, "agree")
    other.name_colour(Colour.GREEN, "objection")
    other.mark(river(other), words(other, river(other), "a promise"), colour=Colour.GREEN)
    exchange(library, other)
    assert library.colour_meanings() == {Colour.GREEN: ("agree", "objection")}


def test_a_note_in_one_wording_cannot_be_kept_twice(library: Library) -> None:
    with pytest.raises(NotFound):
        library.keep_both("urn:uuid:nothing")


# ---- seal and mute -------------------------------------------------------------------------


def sealed_pair(library: Library, other: Library, shared: Path) -> str:
    work = river(library)
    other.mark(work, words(other, work, "a promise"), body="submarine opinion", tags=("secret",))
    exchange(library, other)
    library.seal(True)
    return work


def test_sealed_notes_are_in_no_list_count_search_or_export(
    library: Library, other: Library, shared: Path
) -> None:
    library.refresh_index()
    work = sealed_pair(library, other, shared)
    library.refresh_index()
    hidden = other.notes()[0].annotation
    assert not library.notes()
    assert not library.notes(work)
    assert not library.search("submarine", SearchScope()).hits
    assert library.search("submarine").total == 0
    assert not library.quick("submarine").hits
    assert "submarine" not in library.export()
    assert "submarine" not in library.export(ExportChoice(format="html"))
    assert "secret" not in library.tags()
    assert not library.agenda()
    assert all(one.count == 0 for one in library.members())
    assert not library.history(hidden.id)
    with pytest.raises(NotFound):
        library.note(hidden.id)
    with pytest.raises(NotFound):
        library.reply(hidden.id, "I cannot see it")


def test_my_own_mark_opens_its_section_everywhere(
    library: Library, other: Library, shared: Path
) -> None:
    work = sealed_pair(library, other, shared)
    assert not library.search("submarine").hits
    told: list[Change] = []
    library.listen(Touched.MARKS, told.append)
    library.mark(work, words(library, work, "the mud of the hills"))
    assert len(library.notes(work)) == 2
    assert library.search("submarine").total == 1
    hidden = other.notes()[0].annotation.id
    assert any(hidden in change.annotations for change in told)


def test_saying_that_a_section_is_finished_opens_it_and_can_be_taken_back(
    library: Library, other: Library, shared: Path
) -> None:
    work = sealed_pair(library, other, shared)
    at = words(library, work, "a promise").start
    assert not library.is_open(work, at)
    library.finish_section(work, at)
    assert library.is_open(work, at)
    assert len(library.notes(work)) == 1
    library.finish_section(work, at, finished=False)
    assert not library.notes(work)
    library.seal(False)
    assert len(library.notes(work)) == 1


def test_what_others_deleted_stays_sealed_in_the_bin(
    library: Library, other: Library, shared: Path
) -> None:
    work = sealed_pair(library, other, shared)
    other.delete([other.notes()[0].annotation.id])
    exchange(library, other)
    assert not library.bin()
    library.mute(other.me.id)
    library.seal(False)
    assert not library.bin()
    mine = library.mark(work, words(library, work, "a promise"))
    library.delete([mine.id])
    assert [note.id for note in library.bin()] == [mine.id]


def test_a_seal_holds_in_another_window(library: Library, other: Library, shared: Path) -> None:
    sealed_pair(library, other, shared)
    with closing(Library.open(library.folder, read_only=True)) as second:
        assert second.sealed
        assert not second.notes()
        assert not second.search("submarine").hits
        with pytest.raises(ReadOnly):
            second.seal(False)


def test_only_the_section_i_marked_is_opened(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "parts.md"
    path.write_text(QUESTIONS, "utf-8")
    work = library.add(path, title="Parts", authors=("Cora Heading",)).summary.work.id
    library.seal(True)
    text = library.edition(work).text
    first, second = text.index("nothing follows"), text.index("everything follows")
    assert library.section_at(work, first) != library.section_at(work, second)
    library.mark(work, Span(first, first + 7))
    assert library.is_open(work, first)
    assert not library.is_open(work, second)
    assert not library.section_span(work, first).overlaps(library.section_span(work, second))


def test_a_muted_member_is_seen_nowhere_until_unmuted(
    library: Library, other: Library, shared: Path
) -> None:
    work = river(library)
    other.mark(work, words(other, work, "a promise"), body="submarine opinion")
    exchange(library, other)
    library.mute(other.me.id)
    assert not library.notes()
    assert not library.search("submarine").hits
    (berta,) = [one for one in library.members() if one.person.id == other.me.id]
    assert not berta.shown
    library.mute(other.me.id, muted=False)
    assert len(library.notes()) == 1


def test_answers_come_with_the_notes_of_a_work(
    library: Library, other: Library, shared: Path
) -> None:
    work = river(library)
    note = library.mark(
        work, words(library, work, "a promise"), kind=AnnotationKind.QUESTION, body="Whose?"
    )
    exchange(library, other)
    answer = other.reply(note.id, "The neighbours'.")
    exchange(library, other)
    library.reply(answer.id, "All of them?")
    kinds = [one.annotation.kind for one in library.notes(work)]
    assert kinds.count(AnnotationKind.REPLY) == 2
    (asked,) = library.asked()
    assert not asked.open
    assert [one.level for one in asked.answers] == [1, 2]


# ---- the meeting ---------------------------------------------------------------------------


def test_the_agenda_names_what_is_contested_first(
    library: Library, other: Library, shared: Path
) -> None:
    work = river(library)
    library.mark(work, words(library, work, "a promise"), colour=Colour.GREEN)
    other.mark(work, words(other, work, "a promise"), colour=Colour.PINK)
    other.mark(work, words(other, work, "the mud of the hills"), body="mud")
    exchange(library, other)
    first, second = library.agenda()
    assert first.span.of(library.edition(work).text).count("a promise") == 1
    assert "different colours" in first.reason
    assert first.score > second.score
    counts = [len(one.people) for one in library.attention(work)]
    assert max(counts) == 2
    assert library.unread(work)


def test_a_packet_filled_in_gives_minutes_back(library: Library, tmp_path: Path) -> None:
    work = river(library)
    library.rename_me("Anna *the* [first]")
    library.mark(
        work,
        words(library, work, "a promise"),
        kind=AnnotationKind.QUESTION,
        body="Whose?\n\n# Not a heading\n**Minutes:** not these",
    )
    passages = [library.agenda()[0].passage]
    packet = library.packet("Sunday", {work: passages})
    assert len(packet.questions) == 1
    text = library.packet_text(packet)
    assert "Anna \\*the\\*" in text
    assert not library.read_minutes(text)
    filled = text.replace("\n**Minutes:**\n", "\n**Minutes:**\n\nWe agreed.\n\nAnd disagreed.\n", 1)
    minutes = library.read_minutes(filled)
    assert minutes == ((work, passages[0], "We agreed.\n\nAnd disagreed."),)
    library.add_minutes(minutes)
    (kept,) = [one for one in library.notes() if MINUTES in one.annotation.tags]
    assert kept.annotation.body == "We agreed.\n\nAnd disagreed."
    assert library.undo_label == "Minutes"
    library.undo()
    assert not any(MINUTES in one.annotation.tags for one in library.notes())


def test_a_packet_as_a_page_runs_and_loads_nothing(library: Library, tmp_path: Path) -> None:
    work = river(library)
    library.mark(
        work, words(library, work, "a promise"), body="<script>x</script>![p](http://e.org/p.png)"
    )
    packet = library.packet("<b>Sunday</b>", {work: [library.agenda()[0].passage]})
    path = tmp_path / "packet.html"
    library.save_packet(packet, path)
    page = path.read_text("utf-8")
    assert "<script" not in page
    assert "<img" not in page
    assert "<b>Sunday" not in page
    assert "a promise" in page
    with pytest.raises(BadInput):
        library.packet_text(packet, "pdf")
    with pytest.raises(Cancelled):
        library.save_packet(packet, path, progress=Progress(lambda *_: None, lambda: True))
    assert path.read_text("utf-8") == page


def test_a_layer_is_looked_at_without_being_taken(
    library: Library, other: Library, shared: Path, tmp_path: Path
) -> None:
    work = river(library)
    other.mark(work, words(other, work, "a promise"), body="whose?")
    path = tmp_path / "berta.annotations.json"
    other.save_annotation_file(path)
    preview = library.seek_places(library.preview(path))
    (placed,) = library.layer_of(preview)
    assert placed.span == words(library, work, "a promise")
    assert not library.notes()
    library.seal(True)
    assert not library.layer_of(preview)


def test_a_chosen_part_of_the_notes_leaves_as_annotation_file_too_with_its_answers(
    library: Library,
) -> None:
    work = river(library)
    asked = library.mark(work, words(library, work, "a promise"), body="asked", tags=("evening",))
    library.mark(work, words(library, work, "a promise"), body="kept at home")
    library.reply(asked.id, "my own answer")
    for form in ("jsonld", "markdown", "html", "plain"):
        chosen = library.export(ExportChoice(form, tag="evening"))
        assert "asked" in chosen
        assert "my own answer" in chosen
        assert "kept at home" not in chosen
        assert "kept at home" in library.export(ExportChoice(form, person=library.me.id))
        assert "kept at home" not in library.export(ExportChoice(form, person="urn:uuid:nobody"))
        assert "my own answer" in library.export(ExportChoice(form, works=(work,)))


def test_an_answer_to_a_private_note_stays_out_of_my_file(library: Library) -> None:
    work = next(one.work.id for one in library.texts() if one.work.title == "On Rivers")
    note = library.mark(work, Span(0, 9), body="secret")
    library.revise(replace(note, shared=False))
    inner = library.reply(note.id, "between me and me")
    library.reply(inner.id, "still")
    file = library.export(ExportChoice("jsonld"))
    assert "between me and me" not in file
    assert "still" not in file
    library.revise(replace(library.note(note.id).annotation, shared=True))
    open_answer = library.reply(note.id, "to all")
    assert open_answer.shared
    assert "to all" in library.export(ExportChoice("jsonld"))
