"""Links back into the library: ``counterpoint://open/WORK@LOCUS?note=ID``.

The one place where their form is written down.  Everything but letters, digits and ``-._~`` is
percent-encoded (RFC 3986, 2.1), so that a link survives Markdown, HTML and chat programs.
"""

import string
from dataclasses import dataclass

from reader.model import BadInput, Locus

_SCHEME = "counterpoint://open/"
_PLAIN = frozenset((string.ascii_letters + string.digits + "-._~").encode())
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Address:
    """Where a link leads.

    Attributes:
        work: short id.
        locus: None for the whole work.
        note: id of an annotation; empty for none.
    """

    work: str
    locus: Locus | None = None
    note: str = ""


def to_url(address: Address) -> str:
    """Write a link; ``from_url`` turns it back.

    >>> to_url(Address("tronti-refusal", Locus.parse("12")))
    'counterpoint://open/tronti-refusal@%C2%B612'
    """
    url = _SCHEME + _encoded(address.work)
    if address.locus:
        url += "@" + _encoded(str(address.locus))
    if address.note:
        url += "?note=" + _encoded(address.note)
    return url


def from_url(url: str) -> Address:
    """Read a link.

    Raises:
        BadInput: it is none of ours.
    """
    if not url.startswith(_SCHEME) or len(url) > _LONGEST:
        raise BadInput("This is not a link into a Counterpoint library.", url[:100])
    path, _, query = url.removeprefix(_SCHEME).partition("?")
    work, _, locus = path.partition("@")
    if not work:
        raise BadInput("This link names no text.", url[:100])
    note = query.removeprefix("note=") if query.startswith("note=") else ""
    place = Locus.parse(_decoded(locus)) if locus else None
    return Address(_decoded(work), place, _decoded(note))


def _encoded(text: str) -> str:
    raw = text.encode("utf-8", "replace")
    return "".join(chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in raw)


def _decoded(text: str) -> str:
    raw, at = bytearray(), 0
    while at < len(text):
        pair = text[at + 1 : at + 3]
        if text[at] == "%" and len(pair) == 2 and all(c in string.hexdigits for c in pair):
            raw.append(int(pair, 16))
            at += 3
        else:
            raw += text[at].encode("utf-8", "replace")
            at += 1
    return raw.decode("utf-8", "replace")
