"""Annotation files of strangers, each with what must become of it.

The numbers are those of the list of attacks in the design (annotations, 4.3).  Every file but
those refused as a whole holds three good notes by Ben beside the bad one; good ones always come.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from reader.annotations.files import AnnotationFile, dump
from reader.annotations.items import encode
from reader.annotations.revisions import canonical, name_of, revise, tombstone
from reader.annotations.terms import MAX_NOTES
from reader.model import Annotation, NoteTarget, Person, TextTarget
from tests.annotations.making import BEN, a_note, on_words

COLLECTION = "urn:uuid:00000000-0000-7000-8000-00000000000c"
GOOD = 3
_OTHER = Person("urn:uuid:00000000-0000-7000-8000-00000000000d", "Cleo")
_TIME = "2024-01-01T00:00:00.000Z"


@dataclass(frozen=True)
class Hostile:
    """One file.

    Attributes:
        number: in the list of attacks.
        name: what is wrong.
        data: the file.
        taken: how many notes come in; None when the file is refused as a whole.
        says: what stands in the reason of a refusal, or in the remark of a line that asks.
    """

    number: int
    name: str
    data: bytes
    taken: int | None = GOOD
    says: str = ""


@cache
def _good() -> tuple[Annotation, ...]:
    return tuple(a_note(BEN, f"good {row}") for row in range(GOOD))


def _file(*more: Annotation, author: Person = BEN) -> bytes:
    notes = [revise(encode(note), ()) for note in (*_good(), *more)]
    return dump(
        AnnotationFile(COLLECTION, author, f"Notes of {author.name}", revisions=tuple(notes))
    )


def _with_line(line: bytes) -> bytes:
    return _file().replace(b'"items":[\n', b'"items":[\n' + line + b",\n")


def _item(**fields: object) -> bytes:
    """A line that fits its checksum, whatever its fields say."""
    item = {**encode(a_note(BEN, "bad")), "ar:replaces": [], **fields}
    return canonical(item | {"ar:rev": name_of(item)}).encode()


def _body(text: str) -> bytes:
    return _item(body=[{"type": "TextualBody", "purpose": "commenting", "value": text,
                        "format": "text/markdown"}])  # fmt: skip


def _selector(exact: str = "waves", **position: object) -> dict[str, object]:
    place = {"type": "TextPositionSelector", "start": 1, "end": 6} | position
    return {
        "source": "urn:x:1",
        "selector": [{"type": "TextQuoteSelector", "exact": exact}, place],
    }


def hostile() -> Iterator[Hostile]:
    """Yield all of them."""
    yield from _cut_and_strange()
    yield from _large()
    yield from _deep()
    yield from _numbers_and_codes()
    yield from _characters()
    yield from _markup()
    yield from _lies()


def _cut_and_strange() -> Iterator[Hostile]:
    whole = _file()
    for share in (0.1, 0.5, 0.9):
        yield Hostile(
            10, f"cut off at {share:.0%}", whole[: int(len(whole) * share)], None, "no ann"
        )
    yield Hostile(10, "empty", b"", None, "no annotation file")
    yield Hostile(10, "a picture", b"\x89PNG\r\n\x1a\n" + bytes(100), None, "no annotation file")
    yield Hostile(10, "an archive", b"PK\x03\x04" + bytes(100), None, "no annotation file")
    yield Hostile(10, "a web page", b"<!doctype html><p>x", None, "no annotation file")
    yield Hostile(10, "only null", b"null", None, "no annotation file")
    yield Hostile(10, "a list of numbers", b"[1,2,3]", 0, "not an object")
    yield Hostile(10, "no creator", whole.replace(b'"creator":{"id"', b'"creator":{"x"', 1))
    yield Hostile(10, "one letter of a note is another",
                  whole.replace(b"good 1", b"evil 1"), GOOD - 1, "checksum")  # fmt: skip
    yield Hostile(10, "a half line", _with_line(_body("x")[:60]), says="JSON")
    yield Hostile(10, "a newer format", whole.replace(b'"ar:format":1', b'"ar:format":99'))


def _large() -> Iterator[Hostile]:
    many = b"{},\n" * (MAX_NOTES + 1)
    data = _file().replace(b'"items":[\n', b'"items":[\n' + many)
    yield Hostile(11, "100,004 annotations", data, None, "100,000")
    yield Hostile(11, "a note of 200,000 letters", _with_line(_body("x" * 200_000)), says="100,000")
    yield Hostile(11, "a quotation of 200,000 letters",
                  _with_line(_item(target=_selector("x" * 200_000))), says="100,000")  # fmt: skip
    yield Hostile(11, "a long quotation of another program",
                  _with_line(_item(target=_selector("x " * 15_000))), GOOD + 1)  # fmt: skip
    tags = [{"type": "TextualBody", "purpose": "tagging", "value": f"t{n}"} for n in range(1200)]
    yield Hostile(11, "1,200 tags", _with_line(_item(body=tags)), says="1,000")
    yield Hostile(11, "600 targets", _with_line(_item(target=[_selector()] * 600)), says="500")
    yield Hostile(11, "replaces 5,000 wordings",
                  _with_line(_item(**{"ar:replaces": [f"{n:016x}" for n in range(5000)]})),
                  says="ar:replaces")  # fmt: skip


def _deep() -> Iterator[Hostile]:
    deep = b"[" * 200_000
    yield Hostile(12, "nothing but brackets", deep, None, "deep")
    yield Hostile(12, "brackets that close", deep + b"]" * 200_000, None, "deep")
    yield Hostile(12, "a note of brackets", _with_line(b'{"id":' + deep + b"}"), says="deep")
    inner: object = "x"
    for _ in range(40):
        inner = [inner]
    yield Hostile(
        12, "an unknown field 40 deep", _with_line(_item(**{"x:y": inner})), says="32 deep"
    )


def _numbers_and_codes() -> Iterator[Hostile]:
    for number, says in ((b"NaN", "NaN"), (b"-Infinity", "Infinity"), (b"1e999", "number"),
                         (b"7" * 5000, "number")):  # fmt: skip
        yield Hostile(13, f"the number {number[:9].decode()}",
                      _with_line(b'{"id":' + number + b"}"), says=says)  # fmt: skip
    yield Hostile(13, "a field twice", _with_line(b'{"id":1,"id":2}'), says="twice")
    text = _file().decode()
    yield Hostile(13, "UTF-16", text.encode("utf-16"), None, "no annotation file")
    yield Hostile(
        13, "UTF-16 without its mark", text.encode("utf-16-le"), None, "no annotation file"
    )
    yield Hostile(13, "Windows-1252",
                  _file(a_note(BEN, "café")).decode().encode("cp1252"), says="UTF-8")  # fmt: skip
    yield Hostile(13, "a mark of UTF-8 before", b"\xef\xbb\xbf" + _file())
    yield Hostile(13, "line ends of Windows", _file().replace(b"\n", b"\r\n"))
    yield Hostile(13, "one long line", json.dumps(json.loads(_file())).encode())


def _characters() -> Iterator[Hostile]:
    half = _with_line(_body("HALF"))
    yield Hostile(
        14, "half a character", half.replace(b"HALF", b"\\ud800"), says="half a character"
    )
    yield Hostile(14, "half a character, raw", half.replace(b"HALF", b"\xed\xa0\x80"), says="UTF-8")
    yield Hostile(14, "no character (NUL)", _with_line(_body("a\0b")), GOOD + 1)
    yield Hostile(14, "control characters", _with_line(_body("a\x1b[2J\x07\x08b")), GOOD + 1)
    yield Hostile(
        15, "words that run backwards", _with_line(_body("a \u202egnp.exe \u2066x")), GOOD + 1
    )
    like = Person(_OTHER.id, "Вen")  # a Cyrillic letter
    yield Hostile(15, "a name that looks like another's", _file(a_note(like, "I am Ben")), GOOD + 1)
    yield Hostile(15, "marks on marks", _with_line(_body("x" + "\u0335\u0489" * 4000)), GOOD + 1)


def _markup() -> Iterator[Hostile]:
    for attack in (
        "<script>alert(1)</script>",
        '<img src="file:///etc/passwd" onerror=alert(1)>',
        "![x](file:///dev/zero) ![y](//server/share.png)",
        "[click](javascript:alert(1)) [here](file:///etc/passwd)",
        "<style>@import 'http://example.org/x.css'</style>",
    ):
        bad = a_note(
            Person(_OTHER.id, attack[:400]), attack, tags=(attack[:400],),
            targets=(on_words(words=attack),),
        )  # fmt: skip
        yield Hostile(16, f"markup: {attack[:24]}", _file(bad), GOOD + 1)
    yield Hostile(17, "a word of 90,000 letters", _with_line(_body("x" * 90_000)), GOOD + 1)


def _lies() -> Iterator[Hostile]:
    note = a_note(BEN, "first")
    again = replace(note, body="second")
    yield Hostile(10, "an id twice: both wordings stay", _file(note, again), GOOD + 2)
    same = canonical(json.loads(_file(note).split(b"\n")[2].rstrip(b","))).encode()
    yield Hostile(10, "a line twice", _with_line(same), GOOD + (b"first" in same))
    yield Hostile(7, "times to come",
                  _file(a_note(BEN, created="9999-12-31T23:59:59.000Z",
                               modified="9999-12-31T23:59:59.000Z")), GOOD + 1)  # fmt: skip
    yield Hostile(7, "no time at all", _with_line(_item(created="yesterday")), says="time")
    yield Hostile(10, "an end before its start",
                  _with_line(_item(target=_selector(start=9, end=2))), says="position")  # fmt: skip
    yield Hostile(10, "a place below nothing",
                  _with_line(_item(target=_selector(start=-5))), says="position")  # fmt: skip
    yield Hostile(
        10, "a kind nobody knows", _with_line(_item(motivation="shouting")), says="motivation"
    )
    yield Hostile(10, "an id that is none", _with_line(_item(id="../../x")), says="id")
    ring = a_note(BEN, "ring")
    yield Hostile(10, "an answer to itself",
                  _file(replace(ring, targets=(NoteTarget(ring.id),))), GOOD + 1)  # fmt: skip
    yield Hostile(18, "a place far beyond the text",
                  _file(a_note(BEN, targets=(_far(),))), GOOD + 1)  # fmt: skip


def _far() -> TextTarget:
    target = on_words(words="zebra " * 1000)
    return replace(target, selectors=replace(target.selectors, start=2**52, end=2**52 + 6000))


def forged(mine: Annotation, known: str) -> dict[str, bytes]:
    """Return files by Ben that lie about a note of mine, of which he knows a wording's name."""
    over = revise(encode(replace(mine, body="forged")), [known])
    his = revise(encode(replace(mine, author=BEN, body="mine now")), [known])
    gone = tombstone(mine.id, mine.author.id, _TIME, [known])
    his_stone = tombstone(mine.id, BEN.id, _TIME, [known])
    made: dict[str, Callable[[], bytes]] = {
        name: lambda one=one: dump(AnnotationFile(COLLECTION, BEN, revisions=(one,)))
        for name, one in (
            ("in my name", over), ("my id in his name", his),
            ("removed in my name", gone), ("removed in his name", his_stone),
        )
    }  # fmt: skip
    return {name: make() for name, make in made.items()}
