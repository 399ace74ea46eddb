"""Words and concepts across texts: what is counted stands in the text; the glossary is kept."""

import tomllib
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from reader.library import (
    Concept,
    KeptStudy,
    Library,
    Variant,
    concept_meant,
    key_for,
    map_as_svg,
    matrix_as_markdown,
    short_names,
    study_as_markdown,
    study_as_svg,
)
from reader.model import BadInput, Cancelled, Change, NotFound, Progress, QueryError, Touched, Work

RIVER, HILL = "stream-rivers", "stone-hills"
BOTH = (RIVER, HILL)
WALL = Concept(
    "wall", "wall", (Variant("promise that somebody else will keep"),),
    definitions={"stream": "A promise.", "stone": "A building against the weather."},
)  # fmt: skip


def test_every_line_of_the_lens_stands_in_its_text(library: Library) -> None:
    study = library.study("neighbours", BOTH)
    assert [one.frequency.count for one in study.texts] == [1, 1]
    for one in study.texts:
        text = library.edition(one.work.id).text
        assert [line.span.of(text) for line in one.lines] == ["neighbours"]
        assert one.dispersion.spans == tuple(line.span for line in one.lines)
        assert one.view.places == one.dispersion.spans


def test_a_text_that_never_says_it_is_named_as_silent(library: Library) -> None:
    study = library.study("promise", BOTH)
    assert [work.id for work in study.silent] == [HILL]
    assert study.total == 2  # promise, promised


def test_bare_words_are_looked_at_as_their_phrase(library: Library) -> None:
    study = library.study("the river slows", BOTH)
    assert {line.word for one in study.texts for line in one.lines} == {"the river slows"}
    apart = library.study("river AND slows", BOTH)
    assert {line.word for one in apart.texts for line in one.lines} > {"river"}


def test_a_concept_counts_by_all_its_spellings_and_has_a_definition_for_each_author(
    library: Library,
) -> None:
    library.save_concept(WALL)
    study = library.study("wall", BOTH)
    assert study.concept is not None
    assert {line.word for line in study.texts[0].lines} >= {
        "wall", "promise that somebody else will keep",
    }  # fmt: skip
    assert [one.definition for one in study.texts] == [
        "A promise.", "A building against the weather.",
    ]  # fmt: skip


def test_of_a_query_with_a_mistake_the_rest_is_looked_at(library: Library) -> None:
    whole, study = library.study("river", BOTH), library.study('river AND "', BOTH)
    assert study.total == whole.total > 0
    assert study.mistake is not None
    assert study.mistake.at == 6
    assert study.mistake.message in study_as_markdown(study)
    assert whole.mistake is None
    assert library.study("river NEAR", BOTH).total == whole.total
    assert library.study(" ".join(["river"] * 25), BOTH).mistake is None, "a phrase is one term"
    with pytest.raises(QueryError):
        library.study('"', BOTH)


def test_nothing_asked_is_nothing_found(library: Library) -> None:
    assert library.study("  ", BOTH).total == 0


def test_the_lens_stops_when_asked(library: Library) -> None:
    with pytest.raises(Cancelled):
        library.study("river", BOTH, Progress(lambda _s, _w: None, lambda: True))


def test_markdown_and_drawing_tell_what_the_lens_shows(library: Library) -> None:
    library.save_concept(
        replace(WALL, label="wall <b>&", variants=(Variant("wall"),), note="*Mind* it.")
    )
    study = library.study("wall", BOTH)
    told = study_as_markdown(study)
    assert "\\<b\\>\\&" in told
    assert "\\*Mind\\* it." in told
    assert "A promise." in told
    assert "**wall**" in told
    drawing = ET.fromstring(study_as_svg(study))
    assert "wall <b>&" in "".join(drawing.itertext())


def test_each_cell_of_the_topics_holds_a_passage_or_says_that_there_is_none(
    library: Library,
) -> None:
    table = library.matrix(["river", "promise", "zebra"], BOTH)
    assert [[bool(cell) for cell in row.cells] for row in table.rows] == [
        [True, True], [True, False], [False, False],
    ]  # fmt: skip
    assert "No passage" in table.said(2, 0)
    assert "No passage" in matrix_as_markdown(table, {})


def test_the_texts_of_one_author_are_one_column(library: Library) -> None:
    first, second = (library.edition(work).work for work in BOTH)
    library.describe(replace(second, authors=first.authors))
    table = library.matrix(["river", "promise", f"@{RIVER}¶2", "zebra"], BOTH, together=True)
    (author,) = first.authors
    assert table.columns == (author,)
    apart = library.matrix(["river", "promise", "zebra"], BOTH)
    assert table.rows[0].totals == (sum(apart.rows[0].totals),)
    assert [bool(row.cells[0]) for row in table.rows] == [True, True, True, False]
    assert table.said(3, 0) == f"No passage in {author} for “zebra”."
    assert f"({RIVER} ¶2)" in matrix_as_markdown(table, {})


def test_a_passage_can_be_a_topic(library: Library) -> None:
    row = library.matrix([f"@{RIVER}¶2"], BOTH).rows[0]
    assert row.cells[0] is not None
    assert str(row.cells[0].locus) == "¶2"
    assert row.message == ""


@pytest.mark.parametrize("query", ["@nowhere¶1", f"@{RIVER}", f"@{RIVER}¶99", f"@{RIVER}¶x"])
def test_a_passage_that_does_not_exist_leaves_a_blank_row_with_a_reason(
    library: Library, query: str
) -> None:
    row = library.matrix([query], BOTH).rows[0]
    assert row.cells == (None, None)
    assert row.message


def test_the_map_has_a_column_for_each_text_and_is_drawn(library: Library) -> None:
    library.refresh_links()
    chart = library.overview(BOTH)
    assert [column.work for column in chart.columns] == list(BOTH)
    drawn = map_as_svg(chart, {RIVER: "On <Rivers>"})
    drawing = ET.fromstring(drawn)
    assert "On <Rivers>" in "".join(drawing.itertext())
    assert drawn.count("<line") == len(chart.lines)


def test_concepts_are_counted_in_each_text(library: Library) -> None:
    library.save_concept(WALL)
    assert library.concept_counts(BOTH)["wall"] == {RIVER: 4, HILL: 1}


def test_a_concept_saved_is_kept_in_the_library_and_told(library: Library, tmp_path: Path) -> None:
    heard: list[Change] = []
    library.listen(Touched.GLOSSARY, heard.append)
    library.save_concept(WALL)
    assert library.glossary()["wall"] == replace(WALL, own=True)
    assert len(heard) == 1
    written = tomllib.loads((library.folder / "glossary.toml").read_text("utf-8"))
    assert [one["key"] for one in written["concept"]] == ["wall"]


def test_an_edited_glossary_can_be_undone_and_done_again(library: Library) -> None:
    library.save_concept(WALL)
    library.save_concept(replace(WALL, label="barrier"))
    library.undo()
    assert library.glossary()["wall"].label == "wall"
    library.undo()
    assert "wall" not in library.glossary()
    assert not (library.folder / "glossary.toml").exists()
    library.redo()
    assert library.glossary()["wall"].label == "wall"


def test_links_asked_for_before_an_edit_can_still_answer(library: Library) -> None:
    edition = library.edition(RIVER)
    library.related(RIVER, edition.passages[1].id)
    before = library._links
    library.save_concept(WALL)
    assert before.missing([edition, library.edition(HILL)]) == 0
    library.related(RIVER, edition.passages[1].id)
    assert library._links is not before
    for label in ("barrier", "dam", "wall"):
        library.save_concept(replace(WALL, label=label))
        library.related(RIVER, edition.passages[1].id)


def test_a_shipped_concept_comes_back_when_the_own_one_goes(library: Library) -> None:
    shipped = library.glossary().concepts[0]
    library.save_concept(replace(shipped, note="Mine."))
    assert library.glossary()[shipped.key].note == "Mine."
    library.remove_concept(shipped.key)
    assert library.glossary()[shipped.key].note == shipped.note
    with pytest.raises(NotFound):
        library.remove_concept(shipped.key)


def test_a_glossary_with_a_mistake_is_not_written_over(library: Library) -> None:
    path = library.folder / "glossary.toml"
    broken = '[[concept]]\nkey = "mine"\nlabel = "mine"\n[[concept]]\nkey = 7\n'
    path.write_text(broken, "utf-8")
    with pytest.raises(BadInput, match="line 4"):
        library.save_concept(WALL)
    assert path.read_text("utf-8") == broken


def test_a_concept_without_a_name_is_refused(library: Library) -> None:
    with pytest.raises(BadInput):
        library.save_concept(replace(WALL, label=" "))


def test_search_and_links_know_the_new_spelling(library: Library) -> None:
    library.refresh()
    library.save_concept(replace(WALL, variants=(Variant("stones"),)))
    library.refresh()
    assert any(hit.work == HILL for hit in library.search("wall").hits)
    assert library.study("wall", [HILL]).total == 2


def test_a_single_word_means_a_concept_only_by_its_name(library: Library) -> None:
    library.save_concept(WALL)
    glossary = library.glossary()
    assert concept_meant(glossary, "Wall") == glossary["wall"]
    assert concept_meant(glossary, "promise that somebody else will keep") == glossary["wall"]
    assert concept_meant(glossary, "river") is None


@pytest.mark.parametrize(
    ("label", "key"),
    [("Über Walls!", "uber-walls"), ("wall", "wall-2"), ("壁", "concept"), ("—", "")],
)
def test_a_key_is_made_of_the_name(label: str, key: str) -> None:
    assert key_for(label, ["wall"]) == key


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"subjects": 1, "topics": []}', b'{"subjects": []}', b"\xff"]
)
def test_a_damaged_memory_of_the_study_room_is_an_empty_one(
    library: Library, damage: bytes
) -> None:
    library.keep_study(KeptStudy(("river",), ("promise",)))
    assert library.kept_study() == KeptStudy(("river",), ("promise",))
    (library.folder / "study.json").write_bytes(damage)
    assert library.kept_study() == KeptStudy()
    library.keep_study(KeptStudy(("hill",)))
    assert library.kept_study().subjects == ("hill",)


def test_works_have_short_names_that_differ() -> None:
    works = [
        Work("a", "The Margin", ("Ann Example",)),
        Work("b", "A Pencil", ("Ann Example",)),
        Work("c", "Stones", ("Ben Stone",)),
        Work("d", "Untitled"),
        Work("e", "The Margin", ("Ann Example",)),
    ]
    names = short_names(works)
    assert names["c"] == "Stone"
    assert names["b"] == "Example (Pencil)"
    assert names["d"] == "Untitled"
    assert len(set(names.values())) == len(works)


def test_what_stands_in_for_an_unsaid_concept_is_called_a_guess(library: Library) -> None:
    library.save_concept(replace(WALL, key="promise", label="promise", variants=()))
    library.save_concept(Concept("water", "water", (Variant("weather"),), related=("promise",)))
    told = study_as_markdown(library.study("promise", BOTH))
    assert "Never says it." in told
    assert "guesses" in told


def test_places_named_in_a_companion_are_links_with_addresses(library: Library) -> None:
    companion = library.edition("companion-tronti-refusal")
    links = [one for one in companion.inline if one.target.startswith("passage:")]
    assert len(links) > 30
    assert all("¶" in one.span.of(companion.text) for one in links)
    with pytest.raises(NotFound, match="Add texts"):
        library.cited_place(links[0].target)


def test_a_cited_place_is_found_by_its_words_before_its_number(library: Library) -> None:
    edition = library.edition(RIVER)
    third = edition.at(edition.text.index("A wall against a river"))
    place = library.cited_place(f"passage:{RIVER}¶1#A wall against a river")
    assert place.span.start == third.span.start
    by_number = library.cited_place(f"passage:{RIVER}¶1#")
    assert str(edition.at(by_number.span.start).locus) == "¶1"


@pytest.mark.parametrize("address", ["", "http://x", "passage:", "passage:a¶b", "passage:¶1"])
def test_an_address_of_another_kind_is_refused(library: Library, address: str) -> None:
    with pytest.raises(BadInput):
        library.cited_place(address)


def test_texts_of_one_author_are_read_as_one_and_can_be_told_apart(
    library: Library, tmp_path: Path
) -> None:
    author = library.edition(RIVER).work.authors[0]
    file = tmp_path / "second.md"
    file.write_text("# On walls\n\nA wall keeps no river. The neighbours know that.", "utf-8")
    second = library.add(file, title="On walls", authors=(author,)).summary.work.id
    library.refresh_index()
    apart = library.study("neighbours", (RIVER, second, HILL))
    study = library.study("neighbours", (RIVER, second, HILL), together=True)
    assert study.texts[0].work.cited == author
    whole, hill = study.texts
    assert whole.works == (apart.texts[0].work, apart.texts[1].work)
    assert whole.lines == apart.texts[0].lines + apart.texts[1].lines
    assert whole.frequency.count == 2
    assert whole.frequency.words == sum(one.frequency.words for one in apart.texts[:2])
    for span, line in zip(whole.dispersion.spans, whole.lines, strict=True):
        place = whole.place(span)
        assert (place.work, place.span) == (line.work, line.span)
        assert place.span.of(library.edition(place.work).text) == "neighbours"
    for word in whole.view.kept:
        for span in word.places:
            place = whole.place(span)
            said = place.span.of(library.edition(place.work).text)
            assert said.casefold()[:3] == word.word[:3]
    (bound,) = whole.bounds
    assert [share < bound for share in whole.dispersion.shares] == [True, False]
    borders = [study_as_svg(one).count("stroke='#575d66'") for one in (apart, study)]
    assert borders == [0, 1], "drawn where one text ends and the next begins"
    listed = [one for one in study_as_markdown(study).splitlines() if "**neighbours**" in one]
    assert ["Rivers" in one for one in listed] == [True, False, False]
    assert ["walls" in one for one in listed] == [False, True, False]
    assert hill.lines == apart.texts[2].lines
    assert hill.works == (hill.work,)


def test_guesses_for_an_author_come_from_each_of_the_texts(
    library: Library, tmp_path: Path
) -> None:
    library.save_concept(Concept("zeppelin", "zeppelin", definitions={"stream": "A wall."}))
    library.save_concept(WALL)
    author = library.edition(RIVER).work.authors[0]
    file = tmp_path / "second.md"
    file.write_text("# On walls\n\nA wall keeps no river. Every wall is a promise.", "utf-8")
    second = library.add(file, title="On walls", authors=(author,)).summary.work.id
    (whole,) = library.study("zeppelin", (RIVER, second), together=True).texts
    assert whole.stand_ins
    for guess in whole.stand_ins:
        for span in guess.places:
            place = whole.place(span)
            said = place.span.of(library.edition(place.work).text)
            assert [key for key, _ in library.glossary().find(said)] == [guess.concept]
