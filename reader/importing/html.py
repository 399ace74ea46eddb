"""HTML: the main content of a page, without menus, programs and forms.  Needs lxml."""

import re
from codecs import lookup
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from reader.importing.flow import Flow
from reader.importing.raw import RawText
from reader.importing.text import decode
from reader.importing.tree import Walk, name_of, words_of
from reader.model import BadInput, Provenance

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{2,30})", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_TOO_DEEP = "Parts of the page are nested too deeply to be read, and are missing here."
#: Letters of a paragraph at least, and share of a part's words that stands in paragraphs outside of
#: it at most: where there is more, it is not the whole text.
_LONG, _REST = 80, 0.1
#: Share of a page's words that its content holds at least.
_MOST = 0.6
#: Share of a container's letters in links from which on it is a menu.
_MENU = 0.6
_CONTAINERS = frozenset({"div", "section", "ul", "ol", "table", "header", "footer", "dl", "center"})


def read(data: bytes, provenance: Provenance) -> RawText:
    """Read a page.

    Raises:
        BadInput: it holds no text.
    """
    markup, encoding, note = _decoded(data, provenance.file)
    root, whole = _parsed(markup)
    if root is None:
        raise BadInput(f"“{provenance.file}” contains no text.", provenance.file)
    flow = Flow()
    Walk(main_content(root), flow).run()
    flow.end()
    if not whole:
        if not flow.blocks:
            raise RecursionError
        note = f"{_TOO_DEEP} {note}".strip()
    return flow.raw(
        replace(provenance, encoding=encoding, note=note),
        title=_title(root),
        authors=_meta(root, "author"),
        language=(root.get("lang") or "").strip(),
    )


def parse_html(markup: str) -> "Element | None":
    """Return the root of a page, None for an empty one; nothing is loaded from elsewhere."""
    return _parsed(markup)[0]


def _parsed(markup: str) -> "tuple[Element | None, bool]":
    """Return the root, and whether all was read: what is nested too deeply is passed over."""
    parser = etree.HTMLParser(no_network=True, remove_comments=True, huge_tree=False)
    try:
        root = etree.fromstring(_DECLARATION.sub("", markup), parser)
    except etree.XMLSyntaxError as error:
        if "empty" in str(error).lower():
            return None, True
        # whatever the markup, this parser makes a tree of it, until memory ends
        raise MemoryError from error
    return root, not any("depth" in entry.message for entry in parser.error_log)


def _decoded(data: bytes, name: str) -> tuple[str, str, str]:
    """Decode by what the page says of itself, when that is true, else like a plain text."""
    stated = _CHARSET.search(data[:4096])
    if stated and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            encoding = lookup(stated[1].decode("ascii")).name
            # browsers read the older name as Windows-1252: https://encoding.spec.whatwg.org/
            encoding = "windows-1252" if encoding in {"iso8859-1", "ascii"} else encoding
            return data.decode(encoding), encoding, ""
        except (LookupError, UnicodeError):
            pass
    return decode(data, name)


def main_content(root: "Element") -> "Element":
    """Return the element that holds the text.

    The largest of what calls itself main or article; else from the body downwards as long as
    one child holds most of the words.  Menus are taken out.
    """
    body = root.find(".//body")
    body = root if body is None else body
    _drop_menus(body)
    whole = _words(body)
    for path in (".//main", ".//*[@role='main']", ".//article"):
        found = list(body.iterfind(path))
        best = max(found, key=_words, default=None)
        if best is None or _words(best) < 0.4 * whole:
            continue
        inside = set(best.iter())
        others = (one for one in found if one not in inside)
        if sum(map(_prose, others)) <= _REST * _words(best):
            return best
    here = body
    while True:
        inner = max((c for c in here if name_of(c) in _CONTAINERS), key=_words, default=None)
        if inner is None or _words(inner) < _MOST * whole or name_of(inner) in {"ul", "ol", "dl"}:
            return here
        rest = sum(_prose(child) + _loose(child) for child in here if child is not inner)
        if rest + _loose(inner) > _REST * _words(inner):
            return here
        here = inner


def _prose(element: "Element") -> int:
    """Count letters in paragraphs: boxes beside a text have lines, other chapters have these."""
    long = (len(words_of(one).strip()) for one in element.iter("p", "pre", "dd", "li"))
    return sum(size for size in long if size >= _LONG)


def _loose(element: "Element") -> int:
    """Count letters of running text behind an element, which may stand in no paragraph."""
    size = len((element.tail or "").strip())
    return size if size >= _LONG else 0


def _words(element: "Element") -> int:
    """Count letters outside of what is never read."""
    inside = sum(map(len, element.itertext()))
    return inside - sum(
        sum(map(len, one.itertext())) for one in element.iter("script", "style", "template")
    )


def _drop_menus(body: "Element") -> None:
    """Empty lists and boxes that consist of links; one link in one line is none."""
    for box in [one for one in body.iter() if name_of(one) in _CONTAINERS]:
        links = [len(words_of(link)) for link in box.iter("a")]
        size = sum(map(len, box.itertext()))
        if len(links) > 2 and size < 3000 and sum(links) > _MENU * size:
            tail = box.tail
            box.clear()
            box.tail = tail


def _title(root: "Element") -> str:
    for path in (".//h1", ".//title"):
        found = root.find(path)
        if found is not None and (words := " ".join(words_of(found).split())):
            return words
    return ""


def _meta(root: "Element", name: str) -> tuple[str, ...]:
    found = (one.get("content") or "" for one in root.iter("meta") if one.get("name") == name)
    return tuple(filter(None, (" ".join(one.split()) for one in found)))
