"""The reader's own cross-references: made from two places, changed, undone, edited by hand."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from reader.apparatus import CuratedLink
from reader.library import Library
from reader.model import BadInput, Change, NotFound, Relation, Span, Touched

RIVER, HILL = "stream-rivers", "stone-hills"


def place(library: Library, work: str, words: str) -> Span:
    start = library.edition(work).text.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def link(library: Library) -> CuratedLink:
    return CuratedLink(
        library.curated_end(RIVER, place(library, RIVER, "A wall against a river")),
        library.curated_end(HILL, place(library, HILL, "Whoever builds a wall")),
        Relation.SAME_CLAIM,
        2,
        "Both tell who pays for a wall.",
        own=True,
    )


def own(library: Library) -> list[CuratedLink]:
    return [one.link for one in library.curated_entries() if one.link.own]


def test_a_link_of_ones_own_stands_in_the_file_and_among_the_related(
    library: Library, link: CuratedLink
) -> None:
    assert link.start.incipit == "A wall against a river is"
    change = library.save_curated(link)
    assert change.touched & Touched.LINKS
    assert own(library) == [link]
    (entry,) = [one for one in library.curated_entries() if one.link.own]
    assert not entry.problem
    found = library.related(RIVER, entry.start)
    assert [(one.work, one.passage) for one in found if one.curated] == [(HILL, entry.end)]
    assert found[0].reason == link.reason
    assert "who pays" in (library.folder / "links.toml").read_text("utf-8")


def test_passages_with_links_are_counted_by_work_once_each(
    library: Library, link: CuratedLink
) -> None:
    assert RIVER not in library.linked_passages()
    library.save_curated(link)
    library.save_curated(replace(link, relation=Relation.CONTRASTS, reason="They differ, too."))
    assert library.linked_passages()[RIVER] == 1
    here, there = place(library, RIVER, "The river runs"), place(library, HILL, "A hill stays")
    library.link((RIVER, here), (HILL, there))
    assert library.linked_passages()[RIVER] == 2
    assert library.linked_passages()[HILL] == 2


def test_a_changed_link_takes_the_place_of_what_it_was(library: Library, link: CuratedLink) -> None:
    other = replace(link, start=link.end, end=link.start, reason="Read the other way.")
    library.save_curated(link)
    library.save_curated(other)
    changed = replace(link, relation=Relation.CONTRASTS, reason="They differ.")
    library.save_curated(changed, replaces=link)
    assert own(library) == [changed, other]


def test_every_step_can_be_undone_and_done_again(library: Library, link: CuratedLink) -> None:
    library.save_curated(link)
    library.remove_curated(link)
    assert own(library) == []
    library.undo()
    assert own(library) == [link]
    library.undo()
    assert not (library.folder / "links.toml").exists()
    library.redo()
    assert own(library) == [link]


def test_a_link_needs_a_reason_and_two_ends(library: Library, link: CuratedLink) -> None:
    with pytest.raises(BadInput, match="reason"):
        library.save_curated(replace(link, reason=" "))
    with pytest.raises(BadInput, match="two different"):
        library.save_curated(replace(link, end=link.start))
    with pytest.raises(NotFound, match="not among your own"):
        library.remove_curated(link)
    assert not (library.folder / "links.toml").exists()


def test_words_that_stand_twice_are_told_apart_by_their_paragraph(library: Library) -> None:
    span = place(library, RIVER, "where the river slows down. They")
    end = library.curated_end(RIVER, span)
    saved = CuratedLink(end, library.curated_end(HILL, Span(0, 0)), Relation.DEVELOPS, 1, "So.")
    library.save_curated(replace(saved, own=True))
    (entry,) = [one for one in library.curated_entries() if one.link.own]
    assert entry.start == library.edition(RIVER).at(span.start).id


def test_a_file_with_a_mistake_is_not_written_over_and_the_rest_counts(
    library: Library, link: CuratedLink
) -> None:
    library.save_curated(link)
    path = library.folder / "links.toml"
    path.write_text(path.read_text("utf-8") + '\n[[link]]\nrelation = "likes"\n', "utf-8")
    before = path.read_bytes()
    assert own(library) == [link]
    assert any("links.toml, line" in one for one in library.own_link_problems())
    with pytest.raises(BadInput, match=r"links\.toml, line"):
        library.remove_curated(link)
    assert path.read_bytes() == before


def test_an_incipit_that_is_not_in_the_text_is_told_with_its_remedy(
    library: Library, link: CuratedLink
) -> None:
    lost = replace(link, start=replace(link.start, incipit="Nobody ever wrote these words"))
    library.save_curated(lost)
    (entry,) = [one for one in library.curated_entries() if one.link.own]
    assert (entry.start, entry.end) == ("", "")
    assert "links.toml" in entry.problem
    assert "give more of the first words" in entry.problem


def test_a_link_to_a_known_text_that_is_not_here_says_which_one_to_add(
    library: Library, link: CuratedLink
) -> None:
    library.save_curated(replace(link, start=replace(link.start, work="tronti-refusal")))
    (entry,) = [one for one in library.curated_entries() if one.link.own]
    assert entry.problem.startswith("“The Strategy of the Refusal” is not in the library.")
    assert "links.toml" not in entry.problem, "nothing is wrong with the file"


def test_files_edited_by_hand_are_picked_up(library: Library, link: CuratedLink) -> None:
    told: list[Change] = []
    library.listen(Touched.LINKS | Touched.GLOSSARY, told.append)
    assert not library.pick_up_edits()
    library.save_curated(link)
    assert not library.pick_up_edits()  # we wrote that
    path = library.folder / "links.toml"
    _by_hand(path, path.read_text("utf-8").replace("who pays", "who never pays"))
    told.clear()
    assert library.pick_up_edits()
    assert [one.touched for one in told] == [Touched.LINKS]
    assert "never" in own(library)[0].reason
    assert "mud" not in library.glossary()
    _by_hand(library.folder / "glossary.toml", '[[concept]]\nkey = "mud"\nlabel = "mud"\n')
    assert library.pick_up_edits()
    assert "mud" in library.glossary()
    assert not library.pick_up_edits()


def test_a_glossary_edited_by_hand_does_not_part_us_from_what_another_process_computes(
    library: Library,
) -> None:
    library.refresh_elsewhere()
    passages = [one.id for one in library.edition(RIVER).passages]
    before = [library.related(RIVER, one, threshold=0) for one in passages]
    assert any(before)
    _by_hand(library.folder / "glossary.toml", '[[concept]]\nkey = "mud"\nlabel = "mud"\n')
    library.refresh_elsewhere()
    assert library.links_missing() == 0
    assert any(library.related(RIVER, one, threshold=0) for one in passages)


def _by_hand(path: Path, words: str) -> None:
    path.write_text(words, "utf-8")
    at = path.stat().st_mtime_ns + 1_000_000  # clocks of some file systems tick slowly
    os.utime(path, ns=(at, at))
