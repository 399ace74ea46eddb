"""Annotations as W3C items and back."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotations.clock import new_id, stamp
from reader.annotations.items import decode, encode
from reader.annotations.revisions import canonical, name_in_line, name_of, revise
from reader.annotations.stored import decode_stored
from reader.model import Annotation, BadInput, Selectors, TextTarget
from tests.annotations.making import ANNA, SOURCE, a_note, one_of_each

WORDS = st.text(st.characters(codec="utf-8"), max_size=60)


@pytest.mark.parametrize("note", one_of_each(), ids=lambda note: note.kind.value)
def test_every_kind_comes_back_as_it_was(note: Annotation) -> None:
    assert decode(json.loads(canonical(encode(note)))) == note


@given(WORDS, WORDS, WORDS, WORDS, st.lists(WORDS.filter(bool), max_size=4))
def test_any_words_come_back_as_they_were(
    body: str, exact: str, prefix: str, suffix: str, tags: list[str]
) -> None:
    target = TextTarget("sea-letters", SOURCE, Selectors(exact, prefix, suffix))
    note = a_note(body=body, targets=(target,), tags=tuple(sorted(set(tags))))
    line = canonical(encode(note))
    assert "\n" not in line
    assert decode(json.loads(line)) == note


STRANGE: list[dict[str, object]] = [
    {"dc:subject": "x"},
    {"body": "http://example.org/1"},
    {"body": {"type": "TextualBody", "value": "plain"}},
    {"body": [{"type": "TextualBody", "purpose": "tagging", "value": "b"}] * 2},
    {"body": [{"type": "TextualBody", "value": "x", "language": "en"}]},
    {"body": [{"type": "TextualBody", "value": "", "purpose": "a", "format": "text/markdown"}]},
    {"body": [{"type": "Image", "id": "x", "purpose": "commenting", "value": "y"}]},
    {"body": [{"type": "Sound", "value": "x", "purpose": "a", "format": "text/markdown"}]},
    {"body": [{"type": "Sound", "value": "x", "purpose": "tagging"}]},
    {"body": [{"type": "TextualBody", "value": "x", "purpose": "tagging", "format": "a/b"}]},
    {"motivation": ["highlighting", "commenting"]},
    {"motivation": "tagging"},
    {"ar:kind": "trail"},
    {"target": "urn:x-counterpoint:work:sea-letters"},
    {"creator": {"id": ANNA.id, "name": "A", "type": "Person", "nick": "a"}},
    {"creator": {"id": ANNA.id, "name": "A"}},
]


@pytest.mark.parametrize("fields", [{}, *STRANGE], ids=str)
@pytest.mark.parametrize("note", one_of_each(), ids=lambda note: note.kind.value)
def test_the_quick_way_of_the_store_reads_the_same(
    note: Annotation, fields: dict[str, object]
) -> None:
    item = json.loads(canonical(encode(note) | fields))
    assert decode_stored(item, shared=False) == decode(item, shared=False)


def test_fields_of_others_survive_an_edit() -> None:
    item = encode(a_note())
    item["dc:rights"] = {"any": [1, None, "x"]}
    item["creator"]["nickname"] = "A."
    item["target"]["renderedVia"] = "paper"
    item["target"]["selector"].append({"type": "CssSelector", "value": "p"})
    item["body"].append({"type": "Image", "id": "http://example.org/1"})
    item["body"][0]["language"] = "en"
    again = encode(replace(decode(item), body="another thought"))
    assert again["dc:rights"] == item["dc:rights"]
    assert again["creator"]["nickname"] == "A."
    assert again["target"]["renderedVia"] == "paper"
    assert again["target"]["selector"] == item["target"]["selector"]
    assert {"type": "Image", "id": "http://example.org/1"} in again["body"]
    assert again["body"][0]["language"] == "en"
    assert again["body"][0]["value"] == "another thought"


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("id", "http://example.org/1", "id"),
        ("id", None, "id"),
        ("type", "Note", "type"),
        ("created", "yesterday", "time"),
        ("created", "2024-13-01T00:00:00Z", "time"),
        ("motivation", "shouting", "motivation"),
        ("ar:kind", "riddle", "kind"),
        ("ar:color", "beige", "colour"),
        ("ar:style", 3, "style"),
        ("creator", "Anna", "creator"),
        ("creator", {"id": "anna"}, "creator"),
        ("target", None, "target"),
        ("target", [], "target"),
        ("target", "http://example.org/page", "target"),
        ("target", [7], "target"),
        ("body", 7, "bodies"),
        ("body", {"type": "TextualBody", "value": ["x"]}, "text"),
        ("body", {"type": "TextualBody", "value": "x" * 100_001}, "100,000"),
    ],
)
def test_nonsense_is_refused_with_a_reason(field: str, value: object, told: str) -> None:
    item = encode(a_note()) | {field: value}
    with pytest.raises(BadInput) as refused:
        decode(item)
    assert told in refused.value.message


@pytest.mark.parametrize(
    "selector",
    [
        {"type": "TextPositionSelector", "start": 5, "end": 4},
        {"type": "TextPositionSelector", "start": -1, "end": 4},
        {"type": "TextPositionSelector", "start": True, "end": 4},
        {"type": "TextPositionSelector", "start": "5", "end": 6},
        {"type": "TextPositionSelector", "start": 0, "end": 2**70},
        "p",
    ],
)
def test_a_wrong_position_is_refused(selector: object) -> None:
    item = encode(a_note())
    item["target"]["selector"][1] = selector
    with pytest.raises(BadInput):
        decode(item)


def test_a_target_without_a_quotation_is_refused() -> None:
    item = encode(a_note())
    del item["target"]["selector"][0]
    with pytest.raises(BadInput, match="quotes no words"):
        decode(item)


@given(
    st.dictionaries(WORDS, st.recursive(st.integers() | WORDS, st.lists, max_leaves=4), max_size=4)
)
def test_the_name_of_a_line_is_that_of_its_content(extra: dict[str, object]) -> None:
    made = revise({**extra, "id": new_id(), "creator": ANNA.id}, ["b" * 16, "a" * 16])
    assert made.rev == name_of(json.loads(made.line))
    assert name_in_line(made.data, made.rev)
    assert not name_in_line(
        made.data.replace(ANNA.id.encode(), ANNA.id[:-1].encode() + b"b"), made.rev
    )


def test_ids_are_unique_and_rise_when_the_clock_goes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter([5_000, 4_000, 4_000, 9_000, 1, 1])
    monkeypatch.setattr(
        "reader.annotations.clock.time.time_ns", lambda: (2**42 + next(times)) * 1_000_000
    )
    made = [new_id() for _ in range(6)]
    assert made == sorted(set(made))
    assert all(one[23] == "7" and one[28] in "89ab" for one in made)


def test_times_are_written_in_utc_with_milliseconds() -> None:
    assert stamp(1_700_000_000_007) == "2023-11-14T22:13:20.007Z"
