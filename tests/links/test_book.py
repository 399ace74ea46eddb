import sqlite3

import pytest

from reader.links import WEIGHTS, Links
from reader.links.store import LinkStore
from reader.model import Cancelled, LibraryError, NotFound, Progress
from tests.links.texts import OVENS, apparatus, edition, passage, three


def test_a_text_that_is_added_costs_its_own_pairs_only(tmp_path):
    ovens, mills, stars = three()
    links = Links(tmp_path, apparatus())
    assert links.missing([ovens, mills]) == 1
    assert links.update([ovens, mills]) == 1
    assert links.missing([ovens, mills, stars]) == 2
    assert links.update([ovens, mills, stars]) == 2
    assert links.update([ovens, mills, stars]) == 0


def test_what_was_computed_is_there_again_after_a_restart(tmp_path):
    ovens, mills, _ = three()
    asked = passage(ovens, "built an oven of his own")
    first = Links(tmp_path, apparatus())
    first.update([ovens, mills])
    before = first.related(ovens, asked, [mills], threshold=0)
    first.close()
    second = Links(tmp_path, apparatus())
    assert second.missing([ovens, mills]) == 0
    assert second.related(ovens, asked, [mills], threshold=0) == before


def test_fresh_and_stored_features_give_the_same_pairs(tmp_path):
    ovens, mills, stars = three()
    asked = passage(stars, "patient circles")
    at_once = Links(None, apparatus())
    at_once.update([ovens, mills, stars])
    step_by_step = Links(tmp_path, apparatus())
    step_by_step.update([ovens, mills])
    step_by_step.close()
    again = Links(tmp_path, apparatus())
    again.update([ovens, mills, stars])
    ask = {"per_work": 9, "threshold": 0}
    assert again.related(stars, asked, [ovens, mills], **ask) == at_once.related(
        stars, asked, [ovens, mills], **ask
    )


def test_a_text_that_was_removed_is_forgotten(tmp_path):
    ovens, mills, stars = three()
    links = Links(tmp_path, apparatus())
    links.update([ovens, mills, stars])
    links.update([ovens, stars])
    assert links.missing([ovens, mills, stars]) == 2


def test_the_best_come_first_and_no_more_than_asked_for():
    ovens, mills, _ = three()
    links = Links(None, apparatus())
    links.update([ovens, mills])
    asked = passage(ovens, "built an oven of his own")
    many = links.related(ovens, asked, [mills], per_work=4, threshold=0)
    assert [one.score for one in many] == sorted((one.score for one in many), reverse=True)
    assert links.related(ovens, asked, [mills], per_work=2, threshold=0) == many[:2]
    assert links.related(ovens, asked, [mills], per_work=4, threshold=0, limit=1) == many[:1]


def test_looking_into_many_texts_can_be_stopped_before_each():
    ovens, mills, stars = three()
    links = Links(None, apparatus())
    links.update([ovens, mills, stars])
    asked = passage(ovens, "built an oven of his own")
    read: list[str] = []

    def others():
        for one in (mills, stars):
            read.append(one.work.id)
            yield one

    stops = Progress(lambda *_: None, lambda: len(read) > 1)
    with pytest.raises(Cancelled):
        links.related(ovens, asked, others(), threshold=0, progress=stops)
    assert read == ["mills", "stars"]


def test_reasons_nobody_waits_for_any_more_are_not_sought():
    texts, links = three(), Links(None, apparatus())
    links.update(texts)
    ovens = texts[0]
    asked = passage(ovens, "built an oven of his own")
    assert len(links.related(ovens, asked, texts[1:], threshold=0)) > 1
    steps = []
    most = len(texts[1:]) + 1  # each other text, and the first reason
    stops = Progress(lambda *_: steps.append(1), lambda: len(steps) >= most)
    with pytest.raises(Cancelled):
        links.related(ovens, asked, texts[1:], threshold=0, progress=stops)
    assert len(steps) == most


def test_passages_are_counted_as_they_are_found():
    ovens, mills, stars = three()
    links = Links(None, apparatus())
    links.update([ovens, mills, stars])
    for per_work, threshold in ((3, 0.3), (1, 0.02), (2, 0.02), (9, 0.0)):
        ask = {"per_work": per_work, "threshold": threshold}
        counts = links.counts(ovens, [ovens, mills, stars], **ask)
        for one in ovens.passages:
            found = links.related(ovens, one.id, [mills, stars], **ask)
            assert counts.get(one.id, 0) == len(found)
    assert links.counts(ovens, [mills, stars])
    assert links.counts(stars, [ovens, mills]) == {}
    assert Links(None, apparatus()).counts(ovens, [mills]) == {}
    with pytest.raises(Cancelled):
        links.counts(ovens, [mills], progress=Progress(lambda *_: None, lambda: True))


def test_nothing_is_said_below_the_threshold():
    ovens, mills, stars = three()
    links = Links(None, apparatus())
    links.update([ovens, mills, stars])
    assert links.related(stars, passage(stars, "patient circles"), [ovens, mills]) == ()


def test_rejected_ones_do_not_come_back():
    ovens, mills, _ = three()
    links = Links(None, apparatus())
    links.update([ovens, mills])
    asked = passage(ovens, "built an oven of his own")
    best, second, *_ = links.related(ovens, asked, [mills], threshold=0)
    left = links.related(
        ovens, asked, [mills], threshold=0, rejected=frozenset({("mills", best.passage)})
    )
    assert left[0].passage == second.passage
    assert best.passage not in {one.passage for one in left}


def test_headings_have_no_related_passages_and_strangers_are_not_found():
    ovens, mills, _ = three()
    links = Links(None, apparatus())
    links.update([ovens, mills])
    assert links.related(ovens, ovens.passages[0].id, [mills]) == ()
    with pytest.raises(NotFound):
        links.related(ovens, "no such id", [mills])


def test_texts_not_yet_compared_are_passed_over():
    ovens, mills, _ = three()
    links = Links(None, apparatus())
    assert links.related(ovens, ovens.passages[2].id, [mills, ovens], threshold=0) == ()


def test_a_stop_keeps_what_was_prepared(tmp_path):
    ovens, mills, stars = three()
    links = Links(tmp_path, apparatus())
    seen = []

    def stopped() -> bool:
        seen.append(1)
        return len(seen) > 8

    with pytest.raises(Cancelled):
        links.update([ovens, mills, stars], Progress(lambda _s, _w: None, stopped))
    assert links.missing([ovens, mills, stars]) > 0
    links.update([ovens, mills, stars])
    assert links.missing([ovens, mills, stars]) == 0


@pytest.mark.parametrize("damage", [b"", b"not a database at all, but longer than its head" * 9])
def test_a_damaged_store_is_made_anew(tmp_path, damage):
    ovens, mills, _ = three()
    links = Links(tmp_path, apparatus())
    links.update([ovens, mills])
    links.close()
    for path in tmp_path.iterdir():
        path.write_bytes(damage)
    again = Links(tmp_path, apparatus())
    assert again.missing([ovens, mills]) == 1
    assert again.update([ovens, mills]) == 1


def test_damaged_entries_are_as_good_as_missing(tmp_path):
    ovens, mills, _ = three()
    tools = apparatus()
    links = Links(tmp_path, tools)
    links.update([ovens, mills])
    links.close()
    with sqlite3.connect(tmp_path / "related.db") as db:
        db.execute("update features set value = x'00ff'")
        db.execute("update pairs set value = substr(value, 1, 40)")
    db.close()
    again = Links(tmp_path, tools)
    assert again.related(ovens, ovens.passages[3].id, [mills], threshold=0) == ()


def test_another_version_of_the_store_is_replaced(tmp_path):
    store = LinkStore(tmp_path)
    store.close()
    with sqlite3.connect(tmp_path / "related.db") as db:
        db.execute("pragma user_version = 7")
        db.execute("insert into pairs values ('a', x'00')")
    db.close()
    again = LinkStore(tmp_path)
    assert again.forget_others([], "") == 0


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "links").write_text("in the way")
    with pytest.raises(LibraryError, match="links"):
        LinkStore(tmp_path / "links")


def test_signals_of_a_pair_are_those_it_was_scored_with():
    ovens, mills, _ = three()
    links = Links(None, apparatus())
    links.update([ovens, mills])
    here, there = ovens.passages[3].id, mills.passages[2].id
    values = links.signals_of(ovens, here, mills, there)
    pairs = links.pairs(ovens, mills)
    assert values is not None
    assert pairs is not None
    kept = {target: signals for target, _, signals in pairs.seen_from("ovens").ranked(2, WEIGHTS)}
    assert kept[1].tolist() == pytest.approx(values.tolist(), abs=1e-2)
    assert links.signals_of(ovens, ovens.passages[0].id, mills, there) is None


def test_a_changed_text_is_compared_anew(tmp_path):
    ovens, mills, _ = three()
    links = Links(tmp_path, apparatus())
    links.update([ovens, mills])
    shorter = edition("ovens", OVENS[:-1])
    assert links.missing([shorter, mills]) == 1
    links.update([shorter, mills])
    assert links.missing([ovens, mills]) == 1


def test_a_store_that_another_program_writes_to_is_waited_for_and_kept(tmp_path, monkeypatch):
    ovens, mills, _ = three()
    links = Links(tmp_path, apparatus())
    links.update([ovens, mills])
    connect = sqlite3.connect

    def impatient(path, **options):
        return connect(path, **{**options, "timeout": 0.05})

    monkeypatch.setattr("reader.links.store.sqlite3.connect", impatient)
    other = connect(tmp_path / "related.db")
    other.execute("pragma user_version = 7")  # so that opening has to write
    other.execute("begin exclusive")
    with pytest.raises(LibraryError, match="locked"):
        LinkStore(tmp_path)
    other.rollback()
    assert other.execute("select count(*) from pairs").fetchone() == (1,)
    other.close()
    links.close()


def test_a_new_file_in_place_of_a_damaged_one_is_taken_up(tmp_path):
    ovens, mills, _ = three()
    window = Links(tmp_path, apparatus())
    window.update([ovens, mills])
    for path in tmp_path.iterdir():
        path.unlink()
    elsewhere = Links(tmp_path, apparatus())  # as another process does
    elsewhere.update([ovens, mills])
    elsewhere.close()
    window.reopen()
    assert window.missing([ovens, mills]) == 0
    window.close()


def test_a_store_damaged_while_it_is_open_tells_nothing_and_is_begun_anew(tmp_path):
    ovens, mills, _ = three()
    tools = apparatus()
    first = Links(tmp_path, tools)
    first.update([ovens, mills])
    first.close()
    path = tmp_path / "related.db"
    links = Links(tmp_path, tools)
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * (path.stat().st_size - 4096))
    links._store._db.execute("pragma shrink_memory")  # SQLite remembers what it has read
    assert links.missing([ovens, mills]) == 1
    assert links.update([ovens, mills]) == 1
    assert links.missing([ovens, mills]) == 0
    links.close()
