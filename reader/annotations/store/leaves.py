"""Rows read off the pages of a damaged file, where SQLite finds no way to them any more.

One page of noise can cut all others off: the first holds the names of the tables, the root of a
table the way to its rows.  The rows themselves stand in leaves, which are read here one by one;
their hashes say which are sound.  The format is that of https://www.sqlite.org/fileformat2.html,
sections 1.6, 2.1 and 4.1.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from reader.annotations.revisions import Revision
from reader.annotations.store.rows import read_row

#: What SQLite takes by itself, and so do all stores; where it is written may be damaged.
_PAGE = 4096
_FILE_HEAD, _LOG_HEAD, _FRAME_HEAD = 100, 32, 24
_TABLE_LEAF = 0x0D
#: Most bytes of a row that stand in its leaf, and least when the rest flows over.
_LOCAL = _PAGE - 35
_LEAST = (_PAGE - 12) * 32 // 255 - 23
#: Bytes of whole numbers by their serial type; 8 and 9 are 0 and 1 and take none.
_WIDTHS = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8, 8: 0, 9: 0}
#: seq, rev, note, author, removed, private, current, line, sum
_COLUMNS = 9


def scattered(path: Path) -> Iterator[Revision]:
    """Yield the sound revisions that stand in any leaf of a store and its log, some twice.

    Thrown away ones may be among them: SQLite does not wipe what it frees.
    """
    pages = _pages(path)
    for number, page in pages.items():
        at = _FILE_HEAD if number == 1 else 0
        if page[at : at + 1] == bytes([_TABLE_LEAF]):
            for cell in range(int.from_bytes(page[at + 3 : at + 5])):
                where = at + 8 + 2 * cell
                with suppress(ValueError, IndexError, KeyError):
                    start = int.from_bytes(page[where : where + 2])
                    yield from _revision(page, start, pages)


def _pages(path: Path) -> dict[int, bytes]:
    """Return the pages by number, those of the log before those of the file."""
    found: dict[int, bytes] = {}
    with suppress(OSError):
        data = path.read_bytes()
        for number, at in enumerate(range(0, len(data), _PAGE), start=1):
            found[number] = data[at : at + _PAGE]
    with suppress(OSError):
        log = path.with_name(path.name + "-wal").read_bytes()
        for at in range(_LOG_HEAD, len(log) - _PAGE, _FRAME_HEAD + _PAGE):
            if log[at + 8 : at + 16] == log[16:24]:  # else of an earlier round of the log
                begin = at + _FRAME_HEAD
                found[int.from_bytes(log[at : at + 4])] = log[begin : begin + _PAGE]
    return found


def _revision(page: bytes, at: int, pages: Mapping[int, bytes]) -> Iterator[Revision]:
    """Yield the revision in a cell of a leaf, if it is a sound one."""
    size, at = _varint(page, at)
    seq, at = _varint(page, at)
    values = _values(_payload(page, at, size, pages))
    if len(values) != _COLUMNS:
        return
    _, rev, note, author, removed, private, _, line, checksum = values
    if not all(isinstance(one, str) for one in (rev, note, author, line)):
        return
    row = read_row((rev, note, author, removed, private, line, checksum, seq))  # type: ignore[arg-type]
    if isinstance(row, Revision):
        yield row


def _payload(page: bytes, at: int, size: int, pages: Mapping[int, bytes]) -> bytes:
    """Return the bytes of a row, those on further pages included."""
    if size <= _LOCAL:
        return page[at : at + size]
    if size > _PAGE * len(pages):
        raise ValueError("a row larger than the file")
    wished = _LEAST + (size - _LEAST) % (_PAGE - 4)
    local = wished if wished <= _LOCAL else _LEAST
    parts = [page[at : at + local]]
    left = size - local
    following = int.from_bytes(page[at + local : at + local + 4])
    while left > 0:
        more = pages[following]
        parts.append(more[4 : 4 + left])
        left -= _PAGE - 4
        following = int.from_bytes(more[:4])
    return b"".join(parts)


def _values(record: bytes) -> list[str | bytes | int]:
    """Return the columns of a row; nothing for floating point numbers, which we have none of."""
    head, at = _varint(record, 0)
    kinds: list[int] = []
    while at < head:
        kind, at = _varint(record, at)
        kinds.append(kind)
    values: list[str | bytes | int] = []
    at = head
    for kind in kinds:
        wide = (kind - 12) // 2 if kind >= 12 else _WIDTHS[kind]
        part = record[at : at + wide]
        at += wide
        if kind >= 12:
            values.append(part.decode("utf-8") if kind % 2 else part)
        else:
            values.append(kind - 8 if kind >= 8 else int.from_bytes(part, signed=True))
    return values


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Return the number of one to nine bytes at a place, and the place behind it."""
    value = 0
    for place in range(at, at + 8):
        value = value << 7 | data[place] & 0x7F
        if data[place] < 0x80:
            return value, place + 1
    return value << 8 | data[at + 8], at + 9
