"""Annotation files: equal state, equal bytes; whatever comes, a value or a refusal."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from reader.annotations.files import AnnotationFile, TextSource, dump, load
from reader.annotations.items import decode, encode
from reader.annotations.revisions import Revision, canonical, merge, revise, tombstone
from reader.annotations.terms import MAX_FILE_BYTES, MAX_NOTES
from reader.model import (
    AnnotationFileError,
    AnnotationKind,
    Cancelled,
    Colour,
    Progress,
    TextTarget,
)
from tests.annotations.making import ANNA, BEN, SOURCE, a_note, one_of_each

ROOT = Path(__file__).parents[2]
W3C = ROOT.parent / "shared/eval/w3c"
SCHEMA = json.loads((ROOT / "resources/schema/annotations.schema.json").read_text("utf-8"))
SAVED = Path(__file__).parent / "stores"
COLLECTION = "urn:uuid:00000000-0000-7000-8000-00000000000c"


def a_file(*revisions: Revision) -> AnnotationFile:
    texts = (TextSource(SOURCE, "sea-letters", "Letters", ("A. Writer",), "en", "1900", 900, "x"),)
    colours = ((Colour.PINK, "objection"),)
    return AnnotationFile(
        COLLECTION, ANNA, "Anna's notes", "d1", texts, merge(revisions), colours=colours
    )


def full() -> AnnotationFile:
    """A file with every kind, a second wording, a removed note and a field of others."""
    notes = [revise(encode(note), ()) for note in one_of_each()]
    beside = revise(encode(a_note(id=notes[0].note, body="otherwise")), ())
    strange = revise(encode(a_note()) | {"dc:subject": ["kept", {"as": "it is"}]}, ())
    gone = tombstone(a_note().id, ANNA.id, "2024-01-01T00:00:00.000Z", [notes[1].rev])
    return a_file(*notes, beside, strange, gone)


def test_a_file_comes_back_as_it_was() -> None:
    file = full()
    assert load(dump(file)) == file


def test_equal_state_gives_equal_bytes() -> None:
    file = full()
    shuffled = list(file.revisions)
    random.Random(1).shuffle(shuffled)
    again = AnnotationFile(
        file.id,
        file.creator,
        file.label,
        file.device,
        file.texts,
        (*shuffled, *shuffled),
        colours=file.colours,
    )
    assert dump(again) == dump(file)
    assert dump(load(dump(file))) == dump(file)


def test_one_annotation_stands_on_each_line() -> None:
    file = full()
    lines = dump(file).decode().splitlines()
    assert {one.line for one in file.revisions} <= {line.rstrip(",") for line in lines}


def test_a_file_validates_against_our_own_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(json.loads(dump(full())))


@pytest.mark.parametrize(
    ("spoil", "value"),
    [
        ("motivation", "shouting"),
        ("creator", "Anna"),
        ("ar:color", "beige"),
        ("body", [{"type": "TextualBody", "value": "x", "format": "markdown"}]),
        ("body", [{"type": "TextualBody", "value": "x", "purpose": "chatting"}]),
        ("target", {"source": SOURCE, "selector": [{"type": "CssSelector", "value": "p"}]}),
        ("ar:rev", "x"),
    ],
)
def test_our_schema_sees_what_the_standard_does_not(spoil: str, value: object) -> None:
    file = json.loads(dump(full()))
    file["first"]["items"][0][spoil] = value
    assert not Draft202012Validator(SCHEMA).is_valid(file)


def test_no_assertion_of_the_standard_fails(tmp_path: Path) -> None:
    if not W3C.exists():
        pytest.skip("the W3C assertions are not beside this checkout (../shared/eval/w3c)")
    path = tmp_path / "anna.annotations.json"
    path.write_bytes(dump(full()))
    run = subprocess.run(
        [sys.executable, W3C / "w3c_check.py", W3C / "suite", path],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "MUST failures 0" in run.stdout, run.stdout + run.stderr


def test_private_revisions_are_left_out() -> None:
    private = revise(encode(a_note(body="secret")), (), private=True)
    assert b"secret" not in dump(a_file(private))


def test_one_bad_annotation_does_not_lose_the_rest() -> None:
    file = full()
    lines = dump(file).split(b"\n")
    at = next(row for row, line in enumerate(lines) if b"why?" in line)
    lines[at] = lines[at].replace(b"why?", b"why!")
    found = load(b"\n".join(lines))
    assert len(found.revisions) == len(file.revisions) - 1
    (refused,) = found.refused
    assert f"line {at + 1}" in refused.where
    assert "checksum" in refused.reason


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b'{"id": 1', "JSON"),
        (b'{"id":1,"id":2}', "twice"),
        (b'{"id":NaN}', "NaN"),
        (b'{"id":Infinity}', "Infinity"),
        (b'{"id":1e999}', "number"),
        (b'{"id":' + b"7" * 5000 + b"}", "number"),
        (b'{"id":' + b"[" * 200_000 + b"]" * 200_000 + b"}", "deep"),
        (b'{"id":' + b"[" * 40 + b"]" * 40 + b"}", "deep"),
        (b'{"id":"\\ud800"}', "half a character"),
        (b'{"id":"' + b"x" * 200_000 + b'"}', "100,000"),
        (b'{"id":"\xff"}', "UTF-8"),
        (b"[]", "object"),
        (b"{}", "ar:rev"),
    ],
)
def test_hostile_lines_are_refused_one_by_one(line: bytes, told: str) -> None:
    file = full()
    data = dump(file).replace(b'"items":[\n', b'"items":[\n' + line + b",\n")
    found = load(data)
    assert found.revisions == file.revisions
    assert told in found.refused[0].reason


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"{",
        b"{}",
        b"7",
        b"\xff\xfe{\x00}\x00",
        b"PK\x03\x04",
        b"[" * 200_000,
        b'{"a":1,"a":2}',
        b'{"items":7}',
        b'{"items":[1,,2]}',
        b'{"items":[1 2]}x',
    ],
)
def test_what_is_no_annotation_file_is_refused_as_a_whole(data: bytes) -> None:
    with pytest.raises(AnnotationFileError):
        load(data)


@pytest.mark.parametrize("cut", [10, 200, 2000, -3, -200])
def test_a_file_cut_off_is_refused_as_a_whole(cut: int) -> None:
    with pytest.raises(AnnotationFileError):
        load(dump(full())[:cut])


def test_a_file_too_large_is_refused_before_it_is_read() -> None:
    with pytest.raises(AnnotationFileError, match="MiB"):
        load(b" " * (MAX_FILE_BYTES + 1))
    many = b"{},\n" * (MAX_NOTES + 1)
    data = dump(full()).replace(b'"items":[\n', b'"items":[\n' + many)
    with pytest.raises(AnnotationFileError, match="100,000"):
        load(data)


@given(st.integers(0, 10**6))
def test_a_mutated_file_is_a_value_or_a_refusal(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(dump(FULL))
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data))
        deed = chance.random()
        if deed < 0.4:
            data[at] = chance.randrange(256)
        elif deed < 0.7:
            del data[at : at + chance.randint(1, 60)]
        else:
            data[at:at] = bytes(data[chance.randrange(len(data)) :][: chance.randint(1, 80)])
    try:
        found = load(bytes(data))
    except AnnotationFileError:
        return
    known = {one.rev for one in FULL.revisions}
    assert all(one.rev in known for one in found.revisions), "damage is never taken for a note"


FULL = full()


def test_another_layout_of_the_same_file_is_read_the_same() -> None:
    file = full()
    data = json.dumps(json.loads(dump(file)), indent=2).encode()
    assert load(b"\xef\xbb\xbf" + data).revisions == file.revisions
    assert load(dump(file).replace(b"\n", b"\r\n")).revisions == file.revisions


@pytest.mark.parametrize("path", sorted(SAVED.glob("format*.annotations.json")), ids=str)
def test_every_saved_file_of_an_earlier_format_is_read(path: Path) -> None:
    found = load(path.read_bytes())
    assert found.refused == ()
    assert found.creator == ANNA
    kinds = {decode(json.loads(one.line)).kind for one in found.revisions if not one.removed}
    assert kinds == set(AnnotationKind)
    assert any(one.removed for one in found.revisions)
    assert found.colours == ((Colour.PINK, "objection"),)
    assert found.texts[0].authors == ("A. Writer",)


def test_one_bad_annotation_in_any_layout_does_not_lose_the_rest() -> None:
    file = full()
    value = json.loads(dump(file))
    value["first"]["items"].insert(0, {"id": float("nan")})
    value["note"] = {"items": ["é", "not these"]}
    found = load(json.dumps(value, indent=1, ensure_ascii=False).encode())
    assert found.revisions == file.revisions
    assert "NaN" in found.refused[0].reason
    assert found.refused[0].where.startswith("annotation 1")


def test_a_newer_format_is_read_and_said_to_be_newer() -> None:
    found = load(dump(full()).replace(b'"ar:format":1', b'"ar:format":2'))
    assert found.newer
    assert len(found.revisions) == len(FULL.revisions)


def test_plain_annotations_of_other_programs_are_adopted_always_the_same() -> None:
    foreign = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "http://example.org/anno/7",
        "type": "Annotation",
        "creator": {"id": "http://example.org/ann", "name": "Ann"},
        "body": [{"type": "TextualBody", "value": "so it is", "purpose": "commenting"}],
        "target": {
            "source": "http://example.org/page",
            "selector": {"type": "TextQuoteSelector", "exact": "waves"},
        },
    }
    data = json.dumps(foreign).encode()
    (revision,) = load(data).revisions
    note = decode(json.loads(revision.line))
    assert (note.body, note.author.name) == ("so it is", "Ann")
    assert note.extra["via"] == "http://example.org/anno/7"
    assert load(data).revisions == load(json.dumps([foreign]).encode()).revisions


def test_the_short_form_of_a_note_is_its_words() -> None:
    foreign = encode(a_note()) | {"bodyValue": "in short"}
    del foreign["body"]
    (revision,) = load(json.dumps([foreign]).encode()).revisions
    note = decode(json.loads(revision.line))
    assert (note.body, "bodyValue" in note.extra) == ("in short", False)


def test_a_source_that_is_no_address_becomes_one() -> None:
    foreign = encode(a_note()) | {"target": {"source": "my book.epub", "selector": QUOTE}}
    (revision,) = load(json.dumps([foreign]).encode()).revisions
    target = decode(json.loads(revision.line)).target
    assert isinstance(target, TextTarget)
    assert target.source == "urn:x-counterpoint:named:my%20book.epub"
    assert decode(encode(decode(json.loads(revision.line)))).target == target


QUOTE = {"type": "TextQuoteSelector", "exact": "waves"}


def test_reading_can_be_stopped() -> None:
    with pytest.raises(Cancelled):
        load(dump(full()), "", Progress(lambda _share, _words: None, lambda: True))


def test_names_that_look_like_our_marks_change_nothing() -> None:
    notes = [revise(encode(a_note(body="@items@")), ())]
    file = AnnotationFile(COLLECTION, BEN, '"@items@"', "@beside@", (), tuple(notes))
    assert load(dump(file)).revisions == tuple(notes)
    assert json.loads(dump(file))["first"]["items"][0]["body"][0]["value"] == "@items@"


def test_canonical_json_refuses_what_json_does_not_know() -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        canonical({"x": float("nan")})
