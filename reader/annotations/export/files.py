"""Names of exported files: readable, and safe on every system."""

import re
import unicodedata

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*#^\[\]]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
#: Bytes; file systems allow 255, sync tools add their own.
_LONGEST = 120


def file_name(title: str, taken: set[str]) -> str:
    """Return a file name without ending for a title, different from those ``taken``.

    Case and accents' encoding do not count as a difference.  The new name is added to ``taken``.

    >>> file_name("../a: b?", set())
    'a b'
    """
    name = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", title))
    name = " ".join(name.split()).strip(". ")
    raw = name.encode("utf-8", "ignore")[:_LONGEST]
    name = raw.decode("utf-8", "ignore").strip(". ") or "untitled"
    if _RESERVED.fullmatch(name):
        name = f"{name}_"
    found, number = name, 2
    while found.casefold() in taken:
        found, number = f"{name} {number}", number + 1
    taken.add(found.casefold())
    return found
