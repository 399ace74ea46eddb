"""What a reader finds."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from whoosh.index import open_dir

from reader.index import Document, SearchIndex
from reader.index.generation import current
from reader.model import HitKind, LibraryError, SearchOrder, SearchScope
from tests.index.samples import everything, index, library, note, on_disk, passages


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    return index(tmp_path_factory.mktemp("search") / "index")


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    """The same library, searched without an index."""
    return SearchIndex.open(tmp_path_factory.mktemp("none"), texts=everything)


def places(search: SearchIndex, query: str, scope: SearchScope = SearchScope()) -> list[str]:
    answer = search.search(query, scope, SearchOrder.PLACE, typing=False)
    return [hit.annotation or f"{hit.work} {hit.locus}" for hit in answer.hits]


CASES = {
    "refusal": ["garden ¶1", "n1", "harbour ¶3"],
    '"refusal"': ["garden ¶1", "n1"],
    "cafe naive": ["garden ¶3"],
    "office": ["garden ¶3"],
    "organise": ["garden ¶3", "harbour ¶1"],
    "organizing": ["garden ¶3", "harbour ¶1"],
    "harbour": ["harbour ¶1", "harbour ¶2"],
    "self-made": ["garden ¶2", "harbour ¶1"],
    "selfmade": ["garden ¶2", "harbour ¶1"],
    "self made": ["garden ¶2", "harbour ¶1"],
    '"well keeper\'s daughter"': ["garden ¶2"],
    "well-keeper’s": ["garden ¶2"],
    "strike AND NOT cafe": ["n1", "harbour ¶1"],
    "strike -cafe": ["n1", "harbour ¶1"],
    "cafe OR clock": ["garden ¶3", "harbour ¶1"],
    "(cafe OR clock) strike": ["garden ¶3", "harbour ¶1"],
    "str*": ["n1", "garden ¶3", "harbour ¶1", "harbour ¶2"],
    "g?rden": ["garden §1", "garden ¶1"],
    "sailrs~": ["harbour ¶1", "harbour ¶2"],
    "hedge NEAR/9 path": ["garden ¶1", "garden ¶2"],
    "hedge NEAR/3 path": ["garden ¶1", "garden ¶2"],
    "hedge NEAR/2 path": [],
    "author:rossi garden": ["garden §1", "garden ¶1"],
    'author:"tom wells" path': ["harbour ¶3"],
    "in:hedges path": ["garden ¶2"],
    "in:harbour path": ["harbour ¶3"],
    "note:strike": ["n1"],
    "by:bo wages": ["n2"],
    "tag:struggle compare": ["n1"],
    'tag:"class struggle"': ["n1"],
    "colour:blue": ["n2"],
    "section:ships clock": ["harbour ¶1"],
    "lotta": ["lotte §1", "lotte ¶1"],
    "operaia": ["lotte ¶1"],
    "autonomia": [],
    '"sea wells"': ["harbour ¶3"],
    '"fed them path"': [],
    '"them a path"': [],
    "clcok~": ["harbour ¶1"],
    "clcok": [],
    "what path?": [],
    "path?": ["garden ¶2", "harbour ¶3"],
}


@pytest.mark.parametrize("query", CASES)
def test_readers_find_what_they_mean(query: str, search: SearchIndex, without: SearchIndex) -> None:
    assert places(search, query) == CASES[query]
    assert places(without, query) == places(search, query)


def test_without_an_index_the_answer_says_so(search: SearchIndex, without: SearchIndex) -> None:
    assert without.search("strike").building
    assert without.quick("strike").building
    assert not search.search("strike").building


def test_every_mark_stands_in_the_reading_text(search: SearchIndex) -> None:
    texts: dict[str, str] = {}
    for document in everything():
        if document.kind is not HitKind.NOTE:
            texts[document.work] = (
                texts.get(document.work, "").ljust(document.start) + document.text
            )
    answer = search.search("organised OR labour OR office OR cafe", typing=False)
    words = [mark.of(texts[hit.work]) for hit in answer.hits for mark in hit.marks]
    assert sorted(words) == ["café", "labour", "labour", "organised", "organized", "oﬃce"]
    for hit in answer.hits:
        shown = [mark.of(hit.snippet.text) for mark in hit.snippet.marks]
        assert shown == [mark.of(texts[hit.work]) for mark in hit.marks]
        assert hit.snippet.at.of(texts[hit.work]) == hit.snippet.text


def test_a_hyphenated_word_is_one_mark(search: SearchIndex) -> None:
    hit = search.search("selfmade in:garden", typing=False).hits[0]
    assert [mark.of(hit.snippet.text) for mark in hit.snippet.marks] == ["self-made"]


@pytest.mark.parametrize("query", ["r", "re", "ref", "refu", "refus", "refusa", "refusal"])
def test_every_beginning_of_a_word_finds_it(query: str, search: SearchIndex) -> None:
    quick = search.quick(query)
    assert "garden-1" in {hit.passage for hit in quick.hits}
    assert not quick.ranked
    assert {hit.passage for hit in quick.hits} <= {h.passage for h in search.search(query).hits}


def test_words_side_by_side_rank_first(search: SearchIndex) -> None:
    assert str(search.search("sailors organized", typing=False).hits[0].locus) == "¶1"


def test_the_glossary_joins_spellings_and_concepts(tmp_path: Path) -> None:
    def variants(words: str) -> Iterable[str]:
        return ("sciopero", "lotta-degli-operai") if words in ("strike", "work stoppage") else ()

    on_disk(tmp_path / "index")
    search = SearchIndex.open(tmp_path / "index", variants)
    assert places(search, "strike")[-1] == "lotte ¶1"
    assert places(search, "concept:strike") == places(search, "strike")
    assert places(search, 'concept:"work stoppage"') == ["lotte ¶1"]
    assert places(search, '"strike"') == ["n1", "garden ¶3", "harbour ¶1"]
    hit = search.search("strike in:lotte", typing=False).hits[0]
    assert [mark.of(hit.snippet.text) for mark in hit.snippet.marks] == ["lotta degli operai"]


SCOPES = {
    SearchScope(works=("harbour",)): ["n2", "harbour ¶1"],
    SearchScope(notes_only=True): ["n2"],
    SearchScope(texts_only=True): ["harbour §1", "harbour ¶1"],
    SearchScope(authors=("Tom Wells",)): ["harbour §1", "harbour ¶1"],
    SearchScope(colours=("blue", "pink")): ["n2"],
    SearchScope(tags=("class struggle",)): [],
    SearchScope(concepts=("clock",)): ["harbour ¶1"],
}


@pytest.mark.parametrize("scope", SCOPES)
def test_a_scope_restricts(scope: SearchScope, search: SearchIndex) -> None:
    wanted = SCOPES[scope]
    if scope.works:
        wanted = ["harbour §1", "harbour ¶1", "n2"]
    assert sorted(places(search, "wages", scope)) == sorted(wanted)


def test_a_note_is_found_when_put_changed_and_dropped(tmp_path: Path) -> None:
    search = index(tmp_path / "index")
    search.put_note(note("n3", "An unheard-of pomegranate."))
    search.put_note(note("n1", "Nothing in common with the old words."))
    assert places(search, "pomegranate") == ["n3"]
    assert places(search, "common words") == ["n1"]
    assert "n1" not in places(search, "strike")
    search.remove_note("n3")
    assert places(search, "pomegranate") == []
    search.flush("2")
    assert places(search, "common words") == ["n1"]
    again = SearchIndex.open(tmp_path / "index")
    assert places(again, "common words") == ["n1"]
    assert "n1" not in places(again, "strike")
    assert not again.stale({"garden": "1", "harbour": "1", "lotte": "1", "notes:": "2"})


def test_a_changed_text_replaces_the_old_one_and_keeps_its_notes(tmp_path: Path) -> None:
    search = index(tmp_path / "index")
    new = [d for d in everything() if d.work == "garden" and d.kind is not HitKind.NOTE][:1]
    search.update("garden", new, stamp="2")
    assert places(search, "garden") == ["garden §1", "harbour ¶3"]
    assert places(search, "refusal") == ["n1", "harbour ¶3"]
    assert search.stale({"garden": "2", "harbour": "1", "lotte": "2"}).changed == ("lotte",)
    search.remove("garden")
    assert places(search, "garden") == ["harbour ¶3"]
    assert "garden" not in search.stale({}).gone


def test_many_updates_leave_few_parts_and_right_answers(tmp_path: Path) -> None:
    search = index(tmp_path / "index")
    texts = [d for d in everything() if d.work == "harbour" and d.kind is not HitKind.NOTE]
    for stamp in range(12):
        search.update("harbour", texts, stamp=str(stamp))
    assert places(search, "clock") == ["harbour ¶1"]
    assert search.search("clock", typing=False).total == 1
    assert len(list((tmp_path / "index").rglob("*.seg"))) < 10


def parts(folder: Path) -> int:
    """Return how many parts the index on disk consists of."""
    place = current(folder)
    assert place is not None
    return len(list(open_dir(str(place), readonly=True)._segments()))


def test_a_large_index_stays_in_few_parts_however_often_a_text_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.index.writing._SMALL", -1)  # or it is written as one
    search = index(tmp_path / "index")
    texts: dict[str, list[Document]] = {}
    for document in everything():
        if document.work and document.kind is not HitKind.NOTE:
            texts.setdefault(document.work, []).append(document)
    works = sorted(texts)
    words = ("clock", "strike", "refusal", "garden")
    before = [sorted(places(search, word)) for word in words]
    for stamp in range(24):
        work = works[stamp % 2] if stamp < 12 else works[stamp % len(works)]
        search.update(work, texts[work], stamp=str(stamp))
        assert parts(tmp_path / "index") <= 6
    assert [sorted(places(search, word)) for word in words] == before


def test_documents_are_found_as_they_are_read(search: SearchIndex) -> None:
    found = search.find("strike OR lotta")
    assert [each.document.key for each in found] == [
        "n1",
        "garden/3",
        "harbour/1",
        "lotte/0",
        "lotte/1",
    ]
    assert all(isinstance(each.document, Document) and each.marks for each in found)


def test_a_word_that_nobody_wrote_is_met_with_similar_ones(search: SearchIndex) -> None:
    answer = search.search("strugle", typing=False)
    assert not answer.hits
    assert (
        answer.message == "Nothing was found for “strugle”. The texts have “struggle”, “struggled”."
    )
    assert search.search("zzzzzz", typing=False).message == ""


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("author:rosi strike", "Nothing has “author:rosi”. There is “rossi”."),
        ("colour:gren", "Nothing has “colour:gren”. There is “green”."),
        ('tag:"class strugle"', "Nothing has “tag:class strugle”. There is “class struggle”"),
        ("in:zzzz strike", "Nothing has “in:zzzz”."),
        ("author:rossi harbor", ""),
        ("strike NOT author:nobody xyzzy", ""),
    ],
)
def test_a_name_that_nothing_has_is_met_with_similar_ones(
    search: SearchIndex, query: str, message: str
) -> None:
    answer = search.search(query, typing=False)
    assert not answer.hits
    assert answer.message.startswith(message)
    assert bool(answer.message) is bool(message)


def test_concepts_are_replaced_as_a_whole(tmp_path: Path) -> None:
    search = index(tmp_path / "index")

    def concept(key: str) -> Document:
        return Document(
            f"concepts:{key}", HitKind.CONCEPT, "", "", "", key, None, f"{key}: what it is."
        )

    search.update("concepts:", [concept("mangle"), concept("self-made")], stamp="1")
    assert places(search, "mangle what") == [" None"]
    assert {hit.kind for hit in search.search("concept:self-made").hits} >= {HitKind.CONCEPT}
    search.update("concepts:", [concept("self-made")], stamp="2")
    assert places(search, "mangle what") == []
    assert search.search('"what it is"', typing=False).total == 1


def test_two_programs_write_to_one_index(tmp_path: Path) -> None:
    here, there = index(tmp_path / "index"), SearchIndex.open(tmp_path / "index")
    here.warm()
    there.warm()
    here.put_note(note("h", "A medlar here."))
    here.flush("2")
    there.put_note(note("t", "A medlar there."))
    there.flush("3")
    assert sorted(places(there, "medlar")) == ["h", "t"]
    there.rebuild(library())
    here.put_note(note("h", "A medlar here."))
    here.flush("4")
    assert places(here, "medlar") == ["h"]
    assert places(here, "strike") == ["n1", "garden ¶3", "harbour ¶1"]


def test_an_index_that_another_program_is_writing_is_left_alone(tmp_path: Path) -> None:
    search = index(tmp_path / "index")
    search.warm()
    place = current(tmp_path / "index")
    assert place is not None
    lock = open_dir(str(place)).lock("WRITELOCK")
    assert lock.acquire()
    search.put_note(note("m", "A medlar."))
    with pytest.raises(LibraryError, match="another program"):
        search.flush("2")
    lock.release()
    assert places(search, "medlar") == ["m"]
    search.flush("2")
    assert places(search, "medlar") == ["m"]


def test_an_excerpt_shows_the_words_together(tmp_path: Path) -> None:
    idle = "Nothing happens here at all. " * 12
    text = f"The sea. {idle}Sea and land meet. {idle}"
    on_disk(tmp_path, [("w", "1", passages("w", ("T", text)))])
    hit = SearchIndex.open(tmp_path).search("sea land", typing=False).hits[0]
    assert [mark.of(hit.snippet.text) for mark in hit.snippet.marks] == ["Sea", "land"]


def test_paraphrases_belong_to_the_concept_not_to_the_word(tmp_path: Path) -> None:
    on_disk(tmp_path)
    search = SearchIndex.open(tmp_path, lambda _words: ("counted as labour", "sciopero"))
    assert places(search, "strike") == ["n1", "garden ¶3", "harbour ¶1"]
    assert "garden ¶2" in places(search, "concept:strike")


def test_without_an_index_a_changed_note_is_found_in_its_new_wording_only() -> None:
    search = SearchIndex.open(Path("/nowhere"), texts=everything)
    assert places(search, "compare") == ["n1"]
    search.put_note(note("n1", "Hold the refusal beside the strike."))
    assert places(search, "compare") == []
    assert places(search, '"hold the refusal"') == ["n1"]
    assert places(search, "note:strike") == ["n1"]
    search.remove_note("n2")
    assert places(search, "by:bo") == []


@pytest.mark.parametrize("query", ["слово", "strike слово", '"слово"', "слово~", "漢字", "שלום"])
def test_a_word_in_a_script_of_no_text_is_said_to_be_so(tmp_path: Path, query: str) -> None:
    answer = index(tmp_path).search(query)
    assert not answer.hits
    assert answer.message.endswith("No text has words in that script.")
    assert query.strip('"~').split(" ")[-1] in answer.message


def test_texts_too_long_to_be_searched_without_an_index_are_said_to_be_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.index.keeper.SEARCHED_WITHOUT", 300)
    search = SearchIndex.open(tmp_path, texts=everything)
    assert "only the first texts" in search.search("garden").message
    assert "only the first texts" in search.quick("sailors").message
    search.rebuild(library())
    assert not search.search("sailors").message


@pytest.mark.parametrize("order", SearchOrder)
def test_concepts_stand_behind_texts_and_notes_however_few_hits_are_asked_for(
    tmp_path: Path, order: SearchOrder
) -> None:
    explained = [
        Document(f"c{row}", HitKind.CONCEPT, "", "", "", f"c{row}", None, "The strike.")
        for row in range(9)
    ]
    on_disk(tmp_path, [("concepts:", "1", explained), *library()])
    search = SearchIndex.open(tmp_path)
    search.put_note(note("n7", "A strike of my own."))
    for answer in (
        search.quick("strike", limit=4),
        search.search("strike", order=order, limit=4),
    ):
        assert HitKind.CONCEPT not in {hit.kind for hit in answer.hits}
        assert answer.total == 4, "concepts count where they are listed"
    kinds = [hit.kind for hit in search.quick("strike").hits]
    assert kinds[0] is HitKind.NOTE
    assert kinds[4:] == [HitKind.CONCEPT] * 9
