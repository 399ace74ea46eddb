"""The store: what was acknowledged stays, one action is one step of undo."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.annotations.files import AnnotationFile, dump, load
from reader.annotations.items import encode
from reader.annotations.revisions import MAX_NAMED, revise
from reader.annotations.store import Join, Put, Remove, Restore, Store, Take
from reader.annotations.store.rows import raw_near
from reader.model import (
    Anchored,
    Annotation,
    BadInput,
    Colour,
    LibraryBusy,
    LibraryError,
    NotFound,
    Orphan,
    Outcome,
    ReadOnly,
    Selectors,
    Span,
    TextTarget,
)
from tests.annotations.making import BEN, SOURCE, a_note, on_words, one_of_each


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "library") as opened:
        yield opened


def reopened(store: Store) -> Store:
    store.close()
    return Store.open(store.path.parent)


def add(store: Store, *notes: Annotation) -> None:
    store.apply([Put(note) for note in notes], "Add")


def test_what_was_put_is_there_after_reopening(store: Store) -> None:
    notes = one_of_each(store.me)
    change = store.apply([Put(note) for note in notes], "Add")
    assert change.annotations == {note.id for note in notes}
    assert change.works == frozenset(), "one of them is an answer, which may concern all works"
    alone = store.apply([Put(note) for note in notes if note.works], "Change")
    assert alone.works == {"sea-letters", "hill-letters"}
    with reopened(store) as again:
        assert set(again.annotations()) == set(notes)
        assert again.me == store.me
        assert again.check() == ()


def test_notes_of_one_work_are_those_with_a_target_in_it(store: Store) -> None:
    here, there = a_note(store.me), a_note(store.me, targets=(on_words(work="hill-letters"),))
    add(store, here, there)
    assert store.annotations("hill-letters") == (there,)
    assert store.annotations("other") == ()


def test_marks_near_a_place_are_there_before_all_are_read(store: Store) -> None:
    notes = [a_note(store.me, targets=(on_words(10 * at),)) for at in range(450)]
    far = a_note(store.me, targets=(on_words(20, "hill-letters"),))
    add(store, *notes, far)
    store.apply([Remove(notes[3].id)], "Delete")
    store.apply([Put(replace(notes[4], body="second"))], "Edit")
    with reopened(store) as again:
        near = again.near("sea-letters", 20, 45)
        assert not again.is_read
        assert [(one.id, one.body) for one in near] == [
            (notes[2].id, "a thought"),
            (notes[4].id, "second"),
        ]
        assert again.are_few(450)
        assert not again.are_few(449)
        while not again.is_read:
            again.read_some()
        assert set(again.near("sea-letters", 20, 45)) == set(near)


def test_changes_while_notes_are_being_read_are_seen(store: Store) -> None:
    notes = [a_note(store.me, targets=(on_words(10 * at),)) for at in range(450)]
    add(store, *notes)
    with reopened(store) as again:
        again.read_some()
        assert not again.is_read
        again.apply([Remove(notes[0].id)], "Delete")
        again.apply([Put(replace(notes[1], body="second"))], "Edit")
        assert len(again.annotations()) == 449
        assert again.get(notes[1].id).body == "second"
        with pytest.raises(NotFound):
            again.get(notes[0].id)


def test_an_edit_keeps_the_history(store: Store) -> None:
    note = a_note(store.me)
    add(store, note)
    store.apply([Put(replace(note, body="second"))], "Edit")
    assert store.get(note.id).body == "second"
    assert [one.body for one in store.history(note.id)] == ["second", "a thought"]


def test_an_edit_that_takes_a_mark_elsewhere_tells_of_both_works(store: Store) -> None:
    note = a_note(store.me)
    add(store, note)
    change = store.apply([Put(replace(note, targets=(on_words(work="hill-letters"),)))], "Move")
    assert change.works == {"sea-letters", "hill-letters"}


def test_undo_and_redo_walk_through_a_session(store: Store) -> None:
    note = a_note(store.me)
    add(store, note)
    store.apply([Put(replace(note, body="second"))], "Edit note")
    store.apply([Remove(note.id)], "Delete")
    assert (store.undo_label, store.redo_label) == ("Delete", "")
    bodies = []
    while store.undo():
        bodies.append([one.body for one in store.annotations()])
    assert bodies == [["second"], ["a thought"], []]
    while store.redo():
        bodies.append([one.body for one in store.annotations()])
    assert bodies[3:] == [["a thought"], ["second"], []]
    assert store.redo() is None
    assert store.check() == ()


def test_a_new_action_ends_what_could_be_redone(store: Store) -> None:
    add(store, a_note(store.me))
    store.undo()
    add(store, a_note(store.me))
    assert store.redo() is None


def test_one_action_with_a_fault_changes_nothing(store: Store) -> None:
    note = a_note(store.me)
    before = store.known()
    with pytest.raises(NotFound):
        store.apply([Put(note), Remove("urn:uuid:no")], "Both")
    assert store.known() == before
    assert store.annotations() == ()
    assert store.undo() is None


def test_deleted_notes_wait_in_the_bin(store: Store) -> None:
    first, second = a_note(store.me, "one"), a_note(store.me, "two")
    add(store, first, second)
    store.apply([Remove(first.id)], "Delete")
    store.apply([Remove(second.id)], "Delete")
    assert [note.body for note in store.bin()] == ["two", "one"]
    store.apply([Restore(first.id)], "Bring back")
    assert store.annotations() == (first,)
    store.empty_bin()
    assert store.bin() == ()
    assert store.history(second.id) == ()
    with pytest.raises(NotFound):
        store.apply([Restore(second.id)], "Bring back")
    assert any(one.removed for one in store.revisions())
    assert store.check() == ()


def test_what_is_gone_cannot_be_removed_again(store: Store) -> None:
    note = a_note(store.me)
    add(store, note)
    store.apply([Remove(note.id)], "Delete")
    with pytest.raises(NotFound):
        store.apply([Remove(note.id)], "Delete")
    with pytest.raises(NotFound):
        store.get(note.id)


def taken(store: Store, note: Annotation) -> None:
    store.apply([Take((revise(encode(note), ()),))], "Take")


def test_a_note_of_another_can_be_hidden_but_not_changed(store: Store) -> None:
    theirs = a_note(BEN)
    taken(store, theirs)
    assert store.annotations() == (theirs,)
    with pytest.raises(BadInput, match="Ben"):
        store.apply([Put(replace(theirs, body="mine now"))], "Edit")
    store.apply([Remove(theirs.id)], "Delete")
    assert store.annotations() == ()
    assert store.is_hidden(theirs.id)
    assert store.bin() == (theirs,)
    assert [one.removed for one in store.revisions()] == [False]
    store.undo()
    assert store.annotations() == (theirs,)
    store.redo()
    store.apply([Restore(theirs.id)], "Bring back")
    assert store.annotations() == (theirs,)


def test_undo_takes_out_what_came_from_elsewhere(store: Store) -> None:
    taken(store, a_note(BEN))
    store.undo()
    assert store.known() == ()
    store.redo()
    assert len(store.annotations()) == 1


def apart(store: Store, note: Annotation) -> tuple[Annotation, Annotation]:
    """Two wordings of a note of mine, written apart from each other."""
    add(store, note)
    here, there = replace(note, body="here"), replace(note, body="there")
    (first,) = store.revisions()
    store.apply([Put(here)], "Edit")
    store.apply([Take((revise(encode(there), [first.rev]),))], "Take")
    return here, there


def test_two_wordings_written_apart_stand_side_by_side(store: Store) -> None:
    here, there = apart(store, a_note(store.me))
    assert set(store.conflicts()[here.id]) == {here, there}
    assert len(store.annotations()) == 1
    with reopened(store) as again:
        assert set(again.conflicts()[here.id]) == {here, there}


def test_an_edit_of_one_wording_leaves_the_other(store: Store) -> None:
    note = a_note(store.me)
    apart(store, note)
    shown, other = store.conflicts()[note.id]
    store.apply([Put(replace(shown, body="shown, changed"))], "Edit")
    assert {one.body for one in store.conflicts()[note.id]} == {"shown, changed", other.body}


def test_joining_makes_one_of_two_and_undo_makes_two_again(store: Store) -> None:
    note = a_note(store.me)
    here, there = apart(store, note)
    store.apply([Join(replace(here, body="both"))], "Combine")
    assert store.conflicts() == {}
    assert store.get(note.id).body == "both"
    store.undo()
    assert set(store.conflicts()[note.id]) == {here, there}


def test_private_notes_are_in_no_file(store: Store) -> None:
    secret = a_note(store.me, shared=False)
    add(store, secret)
    assert store.revisions() == ()
    assert len(store.revisions(private=True)) == 1
    store.apply([Remove(secret.id)], "Delete")
    assert store.revisions() == ()
    with reopened(store) as again:
        assert again.bin() == (secret,)


def test_a_shared_note_made_private_leaves_a_tombstone(store: Store) -> None:
    note = a_note(store.me)
    add(store, note)
    (first,) = store.revisions()
    store.apply([Put(replace(note, shared=False, body="secret"))], "Keep to myself")
    (stone,) = store.revisions()
    assert stone.removed
    assert first.rev in stone.replaces
    assert store.get(note.id).body == "secret"
    store.apply([Put(replace(note, body="for all"))], "Share")
    (shared,) = store.revisions()
    assert stone.rev in shared.replaces
    assert store.check() == ()
    store.undo()
    assert not store.get(note.id).shared
    assert "secret" not in "".join(one.line for one in store.revisions())


def test_places_found_are_remembered_until_the_mark_moves(store: Store) -> None:
    note = a_note(store.me)
    add(store, note)
    place = Anchored(Span(3, 9), Outcome.AMBIGUOUS, 0.5, (Span(1, 2),))
    store.remember(note.id, "edition", place, "1")
    store.remember(note.id, "edition", Orphan("gone"), "1", target=1)
    assert store.recall(note.id, "edition", "1") == place
    with reopened(store) as again:
        assert again.recall(note.id, "edition", "1") == place
        assert again.recall(note.id, "edition", "1", target=1) == Orphan("gone")
        assert again.recall(note.id, "edition", "2") is None
        again.apply([Put(replace(note, body="other words"))], "Edit")
        assert again.recall(note.id, "edition", "1") == place
        again.apply([Put(replace(note, targets=(on_words(77),)))], "Move")
        assert again.recall(note.id, "edition", "1") is None


def test_colours_tags_and_name_are_kept(store: Store) -> None:
    add(store, a_note(store.me, tags=("a", "b")), a_note(store.me, tags=("b",)))
    store.name_colour(Colour.PINK, " key  claim ")
    store.rename_me("Anna B.")
    assert dict(store.tags()) == {"b": 2, "a": 1}
    assert list(store.tags()) == ["b", "a"]
    with reopened(store) as again:
        assert again.colour_names() == {Colour.PINK: "key claim"}
        assert again.me.name == "Anna B."
        assert again.me.id == store.me.id
        again.name_colour(Colour.PINK, "")
        assert again.colour_names() == {}
        with pytest.raises(BadInput):
            again.rename_me("  ")


def test_my_notes_bear_the_name_i_have_now(store: Store) -> None:
    note = a_note(store.me)
    add(store, note)
    store.rename_me("Anna C.")
    assert store.get(note.id).author.name == "Anna C."
    store.apply([Put(replace(store.get(note.id), body="new"))], "Edit")
    assert store.get(note.id).body == "new"


def test_a_note_edited_for_years_stays_small_and_readable(store: Store) -> None:
    note = a_note(store.me)
    add(store, note)
    for number in range(MAX_NAMED + 40):
        store.apply([Put(replace(note, body=str(number)))], "Edit")
    (last,) = store.revisions()
    assert len(last.replaces) == MAX_NAMED
    assert len(store.history(note.id)) == MAX_NAMED + 41
    found = load(dump(AnnotationFile(note.id, store.me, revisions=(last,))))
    assert found.revisions == (last,)


def test_a_note_of_a_newer_program_is_kept_though_it_cannot_be_shown(store: Store) -> None:
    strange = revise(encode(a_note(BEN)) | {"ar:kind": "riddle"}, ())
    store.apply([Take((strange,))], "Take")
    assert store.annotations() == ()
    assert store.damage == []
    add(store, a_note(store.me))
    assert strange in store.revisions()


def test_a_second_writer_is_refused_and_may_read(store: Store) -> None:
    add(store, a_note(store.me))
    with pytest.raises(LibraryBusy):
        Store.open(store.path.parent)
    with Store.open(store.path.parent, read_only=True) as second:
        assert len(second.annotations()) == 1
        with pytest.raises(ReadOnly):
            second.apply([Put(a_note(store.me))], "Add")
        add(store, a_note(store.me))
        assert len(second.annotations()) == 2
        assert second.me == store.me


def test_reading_makes_no_files(tmp_path: Path) -> None:
    with Store.open(tmp_path / "none", read_only=True) as store:
        assert store.annotations() == ()
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("half \ud800 a character", "surrogate"),
        ("x" * 5_000_000, "100,000"),
    ],
)
def test_what_no_file_could_hold_is_refused(store: Store, body: str, told: str) -> None:
    with pytest.raises(BadInput, match=told):
        add(store, a_note(store.me, body))
    assert store.annotations() == ()


def test_too_many_tags_are_refused(store: Store) -> None:
    tags = tuple(sorted(f"tag{n}" for n in range(100_000)))
    with pytest.raises(BadInput, match="1,000 tags"):
        add(store, a_note(store.me, tags=tags))


def test_a_mark_on_a_whole_text_is_refused(store: Store) -> None:
    whole = TextTarget("sea-letters", SOURCE, Selectors("word " * 10_000))
    with pytest.raises(BadInput, match="mark less"):
        add(store, a_note(store.me, targets=(whole,)))


@pytest.mark.parametrize(
    "body", ["\0 nul", "<script>", "\u202e turned", "\u2028\u2029\x85", "e\u0301"]
)
def test_strange_words_are_stored_exactly(store: Store, body: str) -> None:
    note = a_note(store.me, body)
    add(store, note)
    with reopened(store) as again:
        assert again.get(note.id).body == body


def test_a_full_disk_loses_nothing_and_says_so(store: Store) -> None:
    kept = a_note(store.me)
    add(store, kept)
    pages = store._sql.execute("PRAGMA page_count").fetchone()[0]
    store._sql.execute(f"PRAGMA max_page_count = {pages + 1}")
    with pytest.raises(LibraryError, match="no room"):
        add(store, *(a_note(store.me, "long " * 1000) for _ in range(9)))
    assert store.annotations() == (kept,)
    store._sql.execute("PRAGMA max_page_count = 100000")
    add(store, a_note(store.me))
    with reopened(store) as again:
        assert len(again.annotations()) == 2
        assert again.check() == ()


def test_a_folder_that_cannot_be_made_is_read_only(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ReadOnly):
        Store.open(tmp_path / "file" / "library")


def test_a_store_of_a_newer_program_can_be_read_only(store: Store) -> None:
    add(store, a_note(store.me))
    store._sql.execute("PRAGMA user_version = 99")
    with reopened(store) as again:
        assert again.read_only
        assert "newer version" in again.notice
        assert len(again.annotations()) == 1
        with pytest.raises(ReadOnly, match="newer"):
            add(again, a_note(store.me))


def test_the_plain_export_holds_everything(store: Store) -> None:
    note = a_note(store.me)
    add(store, note, a_note(store.me, shared=False))
    store.apply([Remove(note.id)], "Delete")
    found = json.loads(store.plain(lambda _note: True))
    assert found["me"]["id"] == store.me.id
    assert [one["removed"] for one in found["revisions"]] == [False, False, True]
    assert [one["private"] for one in found["revisions"]] == [False, True, False]
    assert found["revisions"][0]["annotation"]["body"][0]["value"] == note.body
    assert len(json.loads(store.plain({note.id}.__contains__))["revisions"]) == 2


def test_every_saved_store_of_an_earlier_version_opens(tmp_path: Path) -> None:
    saved = sorted((Path(__file__).parent / "stores").glob("v*.db"))
    assert saved
    for path in saved:
        folder = tmp_path / path.stem
        folder.mkdir()
        (folder / "annotations.db").write_bytes(path.read_bytes())
        with Store.open(folder, read_only=True) as store:
            bodies = {note.body for note in store.annotations()}
        with Store.open(folder) as store:
            assert {note.body for note in store.annotations()} == bodies == {"kept", "private"}
            assert store.check() == ()
            assert [note.body for note in store.bin()] == ["removed"]
            assert store.colour_names() == {Colour.BLUE: "objection"}
            add(store, a_note(store.me))


def test_a_failed_migration_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.annotations.store import schema

    with Store.open(tmp_path) as store:
        add(store, a_note(store.me))
    monkeypatch.setattr(schema, "_STEPS", (*schema._STEPS, "CREATE TABLE new (x);\nNONSENSE;\n"))
    monkeypatch.setattr(schema, "SCHEMA", len(schema._STEPS))
    connection = sqlite3.connect(tmp_path / "annotations.db", isolation_level=None)
    before = connection.execute("SELECT name FROM sqlite_schema").fetchall()
    with pytest.raises(sqlite3.OperationalError):
        schema.migrate(connection)
    assert connection.execute("SELECT name FROM sqlite_schema").fetchall() == before
    assert schema.version_of(connection) == schema.SCHEMA - 1
    connection.close()


def test_marks_in_view_are_found_by_an_index(store: Store) -> None:
    add(store, a_note(store.me))
    asked: list[str] = []
    store._sql.set_trace_callback(asked.append)
    assert raw_near(store._sql, 1, 90)
    store._sql.set_trace_callback(None)
    plan = store._sql.execute(f"EXPLAIN QUERY PLAN {asked[0]}").fetchall()
    assert "USING INDEX began" in plan[0][3]
