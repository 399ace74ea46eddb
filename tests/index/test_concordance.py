"""Lines in context, frequencies, places, neighbours, the matrix, and taking them away."""

from math import isclose, log
from pathlib import Path

import pytest

from reader.index import (
    Found,
    SearchIndex,
    as_markdown,
    collocates,
    concordance,
    dispersion,
    frequency,
    matrix,
    matrix_as_markdown,
    sorted_by_context,
)
from reader.model import Hit, HitKind, SearchAnswer, SearchScope, Snippet, Span
from tests.index.samples import GARDEN, HARBOUR, LOTTE, index, note, passages


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    return index(tmp_path_factory.mktemp("concordance") / "index")


def reading_text(work: str) -> str:
    return "\n\n".join({"garden": GARDEN, "harbour": HARBOUR, "lotte": LOTTE}[work])


def test_each_occurrence_is_a_line_in_its_context(search: SearchIndex) -> None:
    lines = concordance(search.find("labour"))
    assert [line.word for line in lines] == ["labour", "labour"]
    for line in lines:
        text = reading_text(line.work)
        assert line.span.of(text) == line.word
        assert text[: line.span.start].endswith(line.left)
        assert text[line.span.end :].startswith(line.right)
    assert lines[0].right.startswith(" was never")


def test_lines_are_sorted_by_what_stands_beside(search: SearchIndex) -> None:
    lines = concordance(search.find("garden"))
    after = [line.right.split()[:1] for line in sorted_by_context(lines)]
    assert after == [[], ["do"], ["."]]  # the end, “do not refuse”, “. They refused”
    before = sorted_by_context(lines, right=False)
    assert {line.span for line in before} == {line.span for line in lines}


def test_frequencies_are_those_of_the_texts_with_zeros(search: SearchIndex) -> None:
    rows = frequency(search.find("strike"), search.extents())
    assert {row.name: (row.count, row.passages) for row in rows} == {
        "Ida Rossi": (1, 1),
        "Tom Wells": (1, 1),
    }
    by_work = frequency(search.find("strike"), search.extents(), by_work=True)
    assert [row.count for row in by_work if row.name == "lotte"] == [0]
    words = {row.name: row.words for row in by_work}
    assert words["lotte"] == 4 + 12
    garden = next(row for row in by_work if row.name == "garden")
    assert isclose(garden.per_thousand, 1000 / words["garden"])


def test_places_are_shares_of_the_text(search: SearchIndex) -> None:
    plots = dispersion(search.find("sailors"), search.extents())
    assert [plot.work for plot in plots] == ["garden", "harbour", "lotte"]
    harbour = plots[1]
    text = reading_text("harbour")
    assert harbour.length == len(text)
    assert [span.of(text) for span in harbour.spans] == ["sailors", "sailors"]
    assert harbour.shares == tuple(span.start / len(text) for span in harbour.spans)
    assert plots[0].spans == ()


def test_neighbours_are_told_apart_by_likelihood() -> None:
    found = []
    for author, word in (("Ada", "red"), ("Bo", "blue")):
        text = " ".join([f"{word} flag flies"] * 8)
        document = passages(author, ("T", text), author)[1]
        marks = tuple(Span(at, at + 4) for at in range(len(text)) if text.startswith("flag", at))
        found.append(Found(document, marks))
    rows = collocates(found, window=1)
    best = {row.author: row for row in reversed(rows) if row.likelihood > 0}
    assert best["Ada"].word == "red"
    assert best["Bo"].word == "blue"
    red = next(row for row in rows if row.author == "Ada" and row.word == "red")
    assert (red.count, red.others) == (8, 0)
    assert isclose(red.likelihood, 2 * 8 * log(2))
    least = [row for row in rows if row.author == "Ada" and row.word == "blue"]
    assert isclose(least[0].likelihood, -2 * 8 * log(2))


def test_a_matrix_has_the_best_passage_or_says_there_is_none(search: SearchIndex) -> None:
    def ask(query: str, scope: SearchScope) -> SearchAnswer:
        return search.search(query, scope, limit=5, typing=False)

    table = matrix(ask, ("strike", "lotta", '"'), ("Ida Rossi", "Tom Wells"))
    assert [[hit and hit.passage for hit in row.cells] for row in table.rows] == [
        ["garden-3", "harbour-1"],
        ["lotte-1", None],
        [None, None],
    ]
    assert table.said(1, 1) == "No passage in Tom Wells for “lotta”."
    assert table.rows[1].totals == (2, 0)
    assert "partner" in table.rows[2].message
    held = {"porto": ("lotte",), "both": ("lotte", "garden")}
    works = matrix(ask, ("strike",), tuple(held), works=held)
    assert [bool(cell) for cell in works.rows[0].cells] == [False, True]
    written = matrix_as_markdown(table, {"Tom Wells": "Wells"})
    assert "*No passage in Tom Wells for “lotta”.*" in written
    assert "(harbour ¶1)" in written, "an author may have several texts"
    assert len({line.count(" | ") for line in written.splitlines() if "strike" in line}) == 1


def test_what_follows_a_word_found_is_no_beginning_of_a_line(tmp_path: Path) -> None:
    search = index(tmp_path / "index")
    search.put_note(note("n5", "- A quince: quince-like, 1. quince- _and_ so on."))
    text = as_markdown(search.search("quince", typing=False), {})
    assert r"\- A **quince**: **quince**-like, 1. **quince**- \_and\_ so on." in text


def test_results_are_written_as_markdown_grouped_by_text(search: SearchIndex) -> None:
    answer = search.search("strike", typing=False)
    text = as_markdown(answer, {"garden": "Against *Hedges*"}, lambda hit: f"x:{hit.locus}")
    assert "## Against \\*Hedges\\*" in text
    assert "**strike**" in text
    assert "[¶3](<x:¶3>)" in text
    assert "*Ada:*" in text
    assert text.count("\n- ") == 3
    assert "3 found." in text
    assert "Nothing was found." in as_markdown(search.search("qqq"), {})


def test_titles_names_and_queries_stay_on_their_line_and_can_be_written() -> None:
    snippet = Snippet("tea and salt", (Span(0, 3),), Span(0, 12))
    hit = Hit(HitKind.NOTE, "sea", "p", None, 1.0, snippet, annotation="n", author="Ada\u2029\nOx")
    answer = SearchAnswer("tea\u2028# \ud800", (hit,), 1)
    text = as_markdown(answer, {"sea": "By\u2028the\nsea"})
    assert text.splitlines() == [
        *("# Search: tea \\# \ufffd", "", "One found.", "", "## By the sea", ""),
        "- – *Ada Ox:* **tea** and salt",
    ]
    assert text.encode("utf-8")


def test_a_note_that_stands_nowhere_is_no_part_of_the_glossary() -> None:
    snippet = Snippet("tea", (), Span(0, 3))
    hit = Hit(HitKind.NOTE, "", "", None, 1.0, snippet, annotation="n", author="Ada")
    concept = Hit(HitKind.CONCEPT, "", "tea", None, 1.0, snippet)
    text = as_markdown(SearchAnswer("tea", (hit, concept), 2), {})
    assert [line for line in text.splitlines() if line[:2] == "##"] == [
        "## Notes without a text",
        "## Glossary",
    ]
