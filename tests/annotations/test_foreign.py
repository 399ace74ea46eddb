"""Taking in what other programs exported."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotations.anchoring import TextIndex, anchor
from reader.annotations.foreign import (
    About,
    Foreign,
    Program,
    match_work,
    read_foreign,
    recognise,
)
from reader.annotations.items import decode, encode
from reader.model import (
    Anchored,
    AnnotationFileError,
    AnnotationKind,
    Cancelled,
    Colour,
    MarkStyle,
    NoteTarget,
    Person,
    Progress,
    TextTarget,
    Work,
    WorkTarget,
)

ME = Person("urn:uuid:00000000-0000-7000-8000-000000000001", "Me")
MILL = "The mill stood idle that winter, and nobody in the valley pretended to be sorry."


def work_of(about: About) -> str:
    return match_work(about, [Work("mill", "The Idle Mill", ("A. Miller",))])


def read(whole: Any) -> Foreign:
    data = whole if isinstance(whole, bytes) else json.dumps(whole).encode()
    return read_foreign(data, work_of, ME, "export.json")


def hypothesis_note(**more: object) -> dict[str, object]:
    return {
        "id": "AbC-1",
        "created": "2024-05-06T07:08:09.123456+00:00",
        "updated": "2024-05-07T09:08:09.5+02:00",
        "user": "acct:ann@hypothes.is",
        "user_info": {"display_name": "Ann"},
        "uri": "https://example.org/mill",
        "text": "Is *anybody* sorry?",
        "tags": ["mill", "mill", " "],
        "group": "__world__",
        "permissions": {"read": ["group:__world__"]},
        "document": {"title": ["The idle mill"]},
        "target": [
            {
                "source": "https://example.org/mill",
                "selector": [
                    {"type": "TextPositionSelector", "start": 900, "end": 960},
                    {
                        "type": "TextQuoteSelector",
                        "exact": "nobody in the valley",
                        "prefix": "idle that winter, and ",
                        "suffix": " pretended to be sorry.",
                    },
                ],
            }
        ],
        **more,
    }


def hypothesis_export(*notes: dict[str, object]) -> dict[str, object]:
    return {
        "export_date": "2024-06-01T00:00:00Z",
        "export_userid": "acct:ann@hypothes.is",
        "client_version": "1",
        "annotations": list(notes),
    }


READIUM: dict[str, Any] = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "urn:uuid:123-123",
    "type": "AnnotationSet",
    "about": {"dc:title": "The Idle Mill", "dc:creator": ["A. Miller"]},
    "items": [
        {
            "id": "urn:uuid:0191E0C0-0000-7000-8000-00000000000A",
            "type": "Annotation",
            "created": "2023-10-14T15:13:28Z",
            "creator": {"id": "https://x.org/bo", "type": "Person", "name": "Bo"},
            "target": {
                "source": "OEBPS/1.html",
                "selector": [{"type": "TextQuoteSelector", "exact": "stood \n\t idle"}],
            },
            "body": {
                "type": "TextualBody",
                "value": "hm",
                "color": "purple",
                "highlight": "strikethrough",
                "keyword": "teacher",
            },
        }
    ],
}
KOREADER: dict[str, Any] = {
    "version": "json/1.0.0",
    "created_on": 1700000000,
    "title": "The Idle Mill",
    "author": "A. Miller",
    "entries": [
        {"sort": "highlight", "page": 3, "time": 1690000000, "text": "stood idle",
         "note": "why?", "drawer": "underscore", "color": "red", "chapter": "One"},
        {"sort": "bookmark", "page": 4, "time": 1690000001, "text": "nobody"},
    ],
}  # fmt: skip
ZOTERO: list[dict[str, Any]] = [
    {"key": "PARENT01", "data": {"itemType": "journalArticle", "title": "The Idle Mill"}},
    {"key": "AAAA1111", "data": {
        "key": "AAAA1111", "itemType": "annotation", "annotationType": "underline",
        "annotationText": "stood idle", "annotationComment": "so?",
        "annotationColor": "#2ea8e5", "title": "The Idle Mill",
        "dateAdded": "2022-01-02T03:04:05Z", "tags": [{"tag": "x"}]}},
]  # fmt: skip
ZOTERO_MARKDOWN = """# The Idle Mill

“stood idle” ([Miller, 2020, p. 3](zotero://select/library/items/ABCD2345)) \
([pdf](zotero://open-pdf/library/items/EFGH2345?page=3&annotation=AAAA1111)) so?

A line of the reader's own.
"""


def test_a_note_of_hypothesis_comes_with_all_it_has() -> None:
    found = read(hypothesis_export(hypothesis_note()))
    (note,) = found.notes
    assert (found.program, found.refused) == (Program.HYPOTHESIS, ())
    assert (note.kind, note.body, note.tags) == (
        AnnotationKind.NOTE,
        "Is *anybody* sorry?",
        ("mill",),
    )
    assert note.author.name == "Ann"
    assert (note.created, note.modified) == (
        "2024-05-06T07:08:09.123Z",
        "2024-05-07T07:08:09.500Z",
    )
    assert note.extra == {"via": "https://hypothes.is/a/AbC-1"}
    assert note.shared


def test_positions_of_other_programs_are_not_taken_for_ours() -> None:
    (note,) = read(hypothesis_export(hypothesis_note())).notes
    assert isinstance(note.target, TextTarget)
    assert (note.target.selectors.start, note.target.selectors.end) == (-1, -1)
    found = anchor(note.target.selectors, TextIndex("Preface.\n\n" + MILL))
    assert isinstance(found, Anchored)
    assert found.span.of("Preface.\n\n" + MILL) == "nobody in the valley"


def test_a_reply_answers_the_last_of_its_ancestors() -> None:
    reply = hypothesis_note(id="R", references=["zzz", "AbC-1"], target=[{"source": "x"}])
    first, second = read(hypothesis_export(hypothesis_note(), reply)).notes
    assert second.kind is AnnotationKind.REPLY
    assert second.target == NoteTarget(first.id)


def test_a_note_on_a_whole_page_is_one_on_the_work() -> None:
    (note,) = read(hypothesis_export(hypothesis_note(target=[{"source": "x"}]))).notes
    assert note.target == WorkTarget("mill")


def test_a_private_note_stays_private() -> None:
    private = hypothesis_note(permissions={"read": ["acct:ann@hypothes.is"]})
    (note,) = read(hypothesis_export(private)).notes
    assert not note.shared


def test_an_answer_of_the_api_is_read_too() -> None:
    assert len(read({"total": 1, "rows": [hypothesis_note()]}).notes) == 1


def test_a_readium_set_keeps_ids_colours_and_styles() -> None:
    found = read(READIUM)
    (note,) = found.notes
    assert found.program is Program.READIUM
    assert note.id == "urn:uuid:0191e0c0-0000-7000-8000-00000000000a"
    assert (note.colour, note.style, note.tags) == (Colour.PURPLE, MarkStyle.STRIKE, ("teacher",))
    assert note.author.name == "Bo"


def test_koreader_notes_belong_to_the_reader() -> None:
    first, second = read(KOREADER).notes
    assert (first.author, first.kind, first.style) == (
        ME,
        AnnotationKind.NOTE,
        MarkStyle.UNDERLINE,
    )
    assert first.created == "2023-07-22T04:26:40.000Z"
    assert second.kind is AnnotationKind.BOOKMARK


def test_several_documents_of_koreader_are_told_apart() -> None:
    other = {**KOREADER, "title": "Another Book"}
    found = read({"created_on": 1, "version": "x", "documents": [KOREADER, other]})
    assert (len(found.notes), len(found.refused)) == (2, 2)
    assert "Another Book" in found.refused[0].reason


@pytest.mark.parametrize(
    "data",
    [
        json.dumps(ZOTERO).encode(),
        json.dumps({"items": ZOTERO}).encode(),
        json.dumps([{"itemType": "book", "title": "The Idle Mill", "attachments": [
            {"annotations": [ZOTERO[1]["data"]]}]}]).encode(),
        ZOTERO_MARKDOWN.encode(),
    ],
    ids=["api", "items", "nested", "markdown"],
)  # fmt: skip
def test_zotero_is_read_in_all_its_forms(data: bytes) -> None:
    found = read(data)
    (note,) = found.notes
    assert found.program is Program.ZOTERO
    assert isinstance(note.target, TextTarget)
    assert (note.target.selectors.exact, note.body) == ("stood idle", "so?")
    assert note.id == read(ZOTERO).notes[0].id


def test_zotero_items_find_their_title_above_them() -> None:
    rows: list[dict[str, Any]] = [
        {"key": "PARENT01", "data": {"key": "PARENT01", "itemType": "book",
                                     "title": "The Idle Mill"}},
        {"key": "ATTACH01", "data": {"key": "ATTACH01", "itemType": "attachment", "title": "PDF",
                                     "parentItem": "PARENT01"}},
        {"key": "AAAA1111", "data": {"key": "AAAA1111", "itemType": "annotation",
                                     "annotationText": "stood idle", "parentItem": "ATTACH01"}},
    ]  # fmt: skip
    assert len(read(rows).notes) == 1
    rows[0]["data"]["parentItem"] = "AAAA1111"  # a ring ends
    assert len(read(rows).notes) == 1


def test_a_zotero_note_under_the_programs_own_heading_asks_by_its_words() -> None:
    asked: list[About] = []

    def work_of(about: About) -> str:
        asked.append(about)
        return "mill" if about.quote == "stood idle" else ""

    words = ZOTERO_MARKDOWN.replace("# The Idle Mill", "# Annotations  \n(1/2/2024, 10:00:00)")
    found = read_foreign(words.encode(), work_of, ME)
    assert len(found.notes) == 1
    assert asked == [About("Annotations"), About("", quote="stood idle")]


@pytest.mark.parametrize("whole", [hypothesis_export(hypothesis_note()), READIUM, KOREADER, ZOTERO])
def test_a_second_import_brings_the_same_notes(whole: Any) -> None:
    assert read(whole).notes == read(whole).notes


@pytest.mark.parametrize("whole", [hypothesis_export(hypothesis_note()), READIUM, KOREADER, ZOTERO])
def test_what_comes_in_can_go_into_an_annotation_file(whole: Any) -> None:
    for note in read(whole).notes:
        assert decode(encode(note)) == note


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"document": {"title": "Other"}, "uri": "https://x"}, "no text “Other”"),
        ({"id": None}, "no id"),
        ({"text": 5}, "should be text"),
        ({"text": "x" * 100_001}, "100,000"),
        ({"text": "half \ud800"}, "surrogate"),
        ({"text": "", "target": []}, "neither words"),
        ({"tags": ["t" * 5000]}, "tag"),
    ],
)
def test_one_bad_note_is_refused_and_the_rest_comes_in(
    change: dict[str, object], reason: str
) -> None:
    found = read(hypothesis_export(hypothesis_note(id="ok"), hypothesis_note(**change)))
    assert len(found.notes) == 1
    assert reason in found.refused[0].reason


def test_doubled_ids_are_taken_once() -> None:
    found = read(hypothesis_export(hypothesis_note(), hypothesis_note(text="other")))
    assert (len(found.notes), len(found.refused)) == (1, 1)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe{}",
        b"[" * 200_000,
        b'{"annotations": [NaN]}',
        b'{"type": "AnnotationCollection"}',
        b"# A note without any link",
        b'{"annotations": "x", "rows": 1, "entries": 2}',
        b'{"a": ' + b"9" * 6000 + b"}",
    ],
    ids=lambda data: repr(data[:16]),
)
def test_other_files_are_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(AnnotationFileError) as caught:
        read(data)
    assert caught.value.message.endswith(".")
    assert caught.value.about == "export.json"
    assert recognise(data) is None


def test_a_long_import_can_be_stopped() -> None:
    data = json.dumps(KOREADER).encode()
    with pytest.raises(Cancelled):
        read_foreign(data, work_of, ME, progress=Progress(lambda *_: None, lambda: True))


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from([
            "id", "uri", "text", "target", "selector", "exact", "type", "user", "tags", "data",
            "key", "title", "entries", "time", "body", "creator", "references",
        ]),
        inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@given(st.sampled_from(["hypothesis", "readium", "koreader", "zotero"]), JSON)
def test_nonsense_is_taken_or_refused(program: str, nonsense: object) -> None:
    whole = {
        "hypothesis": {"annotations": [hypothesis_note(), nonsense]},
        "readium": {**READIUM, "items": [*READIUM["items"], nonsense]},
        "koreader": {**KOREADER, "entries": [*KOREADER["entries"], nonsense]},
        "zotero": [*ZOTERO, nonsense],
    }[program]
    try:
        found = read(whole)
    except AnnotationFileError as error:
        assert "JSON" in error.message  # noqa: PT017 - only for NaN and infinity
        return
    assert found.notes
    for note in found.notes:
        assert decode(encode(note), shared=note.shared) == note


@pytest.mark.parametrize(
    ("title", "authors", "work"),
    [
        ("On Bread", (), "bread"),
        ("ON BREAD: ", (), "bread"),
        ("Collected Letters", ("B. Two",), "two"),
        ("Collected Letters", (), ""),
        ("On", (), ""),
        ("The Long History of Tea (2nd edition)", (), "tea"),
        ("", ("A. One",), ""),
    ],
)
def test_works_are_matched_by_title_and_author(
    title: str, authors: tuple[str, ...], work: str
) -> None:
    works = [
        Work("bread", "On Bread"),
        Work("one", "Collected Letters", ("A. One",)),
        Work("two", "Collected Letters", ("B. Two",)),
        Work("tea", "The Long History of Tea"),
    ]
    assert match_work(About(title, authors), works) == work


@pytest.mark.parametrize(
    ("given_", "colour"),
    [
        ("#ffd400", Colour.YELLOW),
        ("#ff6666", Colour.PINK),
        ("#5fb236", Colour.GREEN),
        ("#2ea8e5", Colour.BLUE),
        ("#a28ae5", Colour.PURPLE),
        ("#e56eee", Colour.PINK),
        ("#f19837", Colour.ORANGE),
        ("#aaaaaa", Colour.YELLOW),
        ("red", Colour.PINK),
        ("no colour", Colour.YELLOW),
    ],
)
def test_foreign_colours_become_the_nearest_of_ours(given_: str, colour: Colour) -> None:
    note = {**ZOTERO[1]["data"], "annotationColor": given_}
    assert read([note]).notes[0].colour is colour
