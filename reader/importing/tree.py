"""From a tree of HTML elements to blocks; shared by HTML, EPUB and DOCX."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from reader.importing.flow import Flow
from reader.model import InlineKind, PassageKind

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

#: What is never read: programs, forms, and what belongs to the page and not to the text.
SKIPPED = frozenset({
    "script", "style", "template", "noscript", "nav", "aside", "form", "button", "select",
    "textarea", "svg", "math", "iframe", "object", "embed", "audio", "video", "canvas", "dialog",
    "head",
})  # fmt: skip
_BLOCKS = frozenset({
    "p", "div", "section", "article", "main", "body", "blockquote", "li", "ul", "ol", "dl", "dt",
    "dd", "table", "tr", "td", "th", "caption", "pre", "figure", "figcaption", "header", "footer",
    "address", "details", "summary", "hr",
})  # fmt: skip
#: What is no block of its own inside a table of data.
_CELLS = frozenset({"thead", "tbody", "tfoot", "tr", "td", "th", "p", "div"})
#: Letters in a cell of a table of data at most: pages are laid out in tables, too.
_CELL = 60
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_MARKS = {
    "em": InlineKind.EMPHASIS,
    "i": InlineKind.EMPHASIS,
    "cite": InlineKind.EMPHASIS,
    "strong": InlineKind.STRONG,
    "b": InlineKind.STRONG,
}
_NOTE_ROLES = ("footnote", "endnote", "rearnote", "doc-footnote", "doc-endnote")
_BACK = frozenset("↑↩↵⏎^ \ufe0e")


def name_of(element: "Element") -> str:
    """Return the element's name without namespace; empty for comments."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def attribute(element: "Element", name: str) -> str:
    """Return an attribute, whatever its namespace; empty without."""
    if (value := element.get(name)) is not None:
        return str(value)
    ends = "}" + name
    return next((str(v) for k, v in element.attrib.items() if str(k).endswith(ends)), "")


def words_of(element: "Element") -> str:
    """Return all words under the element, as they stand."""
    return "".join(map(str, element.itertext()))


def hidden(element: "Element") -> bool:
    """Say whether the page does not show the element."""
    style = attribute(element, "style").replace(" ", "").lower()
    return (
        element.get("hidden") is not None
        or attribute(element, "aria-hidden") == "true"
        or "display:none" in style
    )


@dataclass(frozen=True, slots=True)
class Notes:
    """The footnotes that one file of a book has, and those it may call.

    A footnote says so by its role, or is the target of a link that is raised, short, and leads
    to a list item, paragraph or aside, or to the number with which one begins.

    Attributes:
        path: of the file in the book.
        own: labels of the notes in the file, by the id of their element.
        called: labels of all notes of the book, by place: path, ``#``, id.
    """

    path: str
    own: dict[str, str]
    called: dict[str, str]

    @classmethod
    def of(cls, files: "Mapping[str, Element]") -> "dict[str, Notes]":
        """Find the notes of all files of a book, by path."""
        labels: dict[str, str] = {}
        for path, root in files.items():
            for link in root.iter("{*}a"):
                label = _first_words(link).strip(" []()")
                if 0 < len(label) <= 4 and _raised(link) and not set(label) <= _BACK:
                    labels.setdefault(_place(path, attribute(link, "href")), label)
        called: dict[str, str] = {}
        found = {path: cls(path, {}, called) for path in files}
        for path, root in files.items():
            for element in list(_with_id(root)):
                key = element.get("id", "")
                label = labels.get(f"{path}#{key}", "")
                note = _note_of(element) if label else None
                roles = f"{attribute(element, 'type')} {attribute(element, 'role')}".split()
                if any(role in _NOTE_ROLES for role in roles):
                    note = element
                if note is not None:
                    if not note.get("id"):
                        note.set("id", f"note of {key}")
                    found[path].own[note.get("id", "")] = label
                    called[f"{path}#{key}"] = label
        return found

    def label(self, target: str) -> str | None:
        """Return the label of the note that a link leads to, None for no note."""
        return self.called.get(_place(self.path, target)) if "#" in target else None


def _place(path: str, target: str) -> str:
    """Return the place in the book that a link in one of its files leads to."""
    file, _hash, fragment = unquote(target).partition("#")
    return f"{normpath(join(dirname(path), file)) if file else path}#{fragment}"


_OF_NOTES = frozenset({"li", "p", "aside", "div", "dd", "td"})


def _note_of(element: "Element") -> "Element | None":
    """Return the note that an element is or begins, None where it does neither."""
    if name_of(element) in _OF_NOTES:
        return element
    above = element.getparent()
    while above is not None and not (above.text or "").strip() and above[0] is element:
        if name_of(above) in _OF_NOTES:
            return above
        element, above = above, above.getparent()
    return None


class Walk:
    """Walks a tree into a flow, without recursion: hostile trees are deep."""

    def __init__(self, root: "Element", flow: Flow, notes: Notes | None = None) -> None:
        """Take a tree; ``notes`` are those of all files of a book, else its own."""
        self._root, self._flow = root, flow
        self._notes = notes or Notes.of({"": root})[""]
        self._quotes = self._fixed = 0
        self._starts: list[int] = []
        self._note: list[str] = []
        self._number = ""
        self._rows = 0
        self._lists: dict[Element, int] = {}

    def run(self) -> None:
        """Add everything under the root to the flow."""
        from lxml.etree import iterwalk

        walk = iterwalk(self._root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event == "start":
                if self._left_out(element):
                    walk.skip_subtree()
                    self._starts.append(-1)
                else:
                    self._enter(element)
            elif event == "end":
                self._leave(element)
            if event != "start" and element is not self._root and element.tail:
                self._add(element.tail)
        self._flow.end()

    def _left_out(self, element: "Element") -> bool:
        name = name_of(element)
        if name == "a" and is_back_link(_first_words(element)):
            return True
        return (name in SKIPPED and not self._is_note(element)) or hidden(element)

    def _is_note(self, element: "Element") -> bool:
        return element.get("id", "") in self._notes.own

    def _enter(self, element: "Element") -> None:
        name = name_of(element)
        if self._is_note(element):
            self._note.append(self._notes.own[element.get("id", "")])
            self._flow.begin(PassageKind.FOOTNOTE, label=self._note[-1])
        elif name in _HEADINGS:
            self._flow.begin(PassageKind.HEADING, _HEADINGS[name])
        elif name == "table" and is_data(element):
            self._rows += 1
            self._block()
        elif self._rows and name in _CELLS:
            self._cell(element, name)
        elif name in _BLOCKS:
            self._quotes += name == "blockquote"
            self._block()
            if name == "li":
                self._number = "" if self._note else self._numbered(element)
        elif name == "br":
            self._flow.line()
        self._fixed += name == "pre"
        self._starts.append(self._flow.at)
        if element.text:
            self._add(element.text)

    def _add(self, words: str) -> None:
        if self._number and words.strip():
            self._flow.add(self._number)
            self._number = ""
        self._flow.add(words, verbatim=self._fixed > 0)

    def _numbered(self, entry: "Element") -> str:
        """Return the number that the page shows before an entry of a list, empty without one."""
        above = entry.getparent()
        if above is None or name_of(above) != "ol":
            return ""
        if above not in self._lists:
            first = attribute(above, "start")
            self._lists[above] = int(first) - 1 if first.isdecimal() and len(first) < 5 else 0
        self._lists[above] += 1
        shown, number = attribute(above, "type"), self._lists[above]
        letter = chr(ord(shown) + number - 1) if shown in {"a", "A"} and 0 < number <= 26 else ""
        return "" if _counted(entry) else f"{letter or number}. "

    def _cell(self, element: "Element", name: str) -> None:
        """Set the cells of a table of figures and words in one line for each row."""
        if name == "tr":
            self._block()
        elif name in {"td", "th"} and element.getprevious() is not None:
            self._flow.add(" | ")

    def _block(self) -> None:
        if self._note:
            self._flow.begin(PassageKind.FOOTNOTE, label=self._note[-1])
        else:
            self._flow.begin(PassageKind.QUOTE if self._quotes else PassageKind.BODY)

    def _leave(self, element: "Element") -> None:
        start = self._starts.pop()
        if start < 0:
            return
        name = name_of(element)
        if name in _MARKS:
            self._flow.mark(_MARKS[name], start)
        elif name == "a":
            self._link(element, start)
        if self._is_note(element):
            self._note.pop()
            self._flow.end()
        elif self._rows and name in _CELLS:
            pass
        elif name in _HEADINGS or name in _BLOCKS:
            self._rows -= name == "table" and self._rows > 0
            self._number = "" if name == "li" else self._number
            self._quotes -= name == "blockquote"
            self._fixed -= name == "pre"
            self._block()

    def _link(self, element: "Element", start: int) -> None:
        target = attribute(element, "href")
        label = self._notes.label(target)
        if label is not None and not self._note:
            self._flow.mark(InlineKind.NOTE_REFERENCE, start, label)
        elif target.startswith(("http://", "https://")):
            self._flow.mark(InlineKind.LINK, start, target)


def is_data(table: "Element") -> bool:
    """Say whether a table holds data in several columns, and no paragraphs."""
    cells = [one for one in table.iter("{*}td", "{*}th") if words_of(one).strip()]
    rows = sum(1 for _row in table.iter("{*}tr"))
    nested = next(table.iterdescendants("{*}table", "{*}ul", "{*}ol", "{*}pre"), None) is not None
    short = all(len(words_of(one).strip()) <= _CELL for one in cells)
    return rows > 1 and len(cells) > rows and short and not nested


def _counted(element: "Element") -> bool:
    """Say whether the words of an entry begin with a number of their own."""
    return bool(re.match(r"\s*[(\[]?(?:\d{1,3}|[a-z])[.)\]]", _first_words(element)))


def _with_id(root: "Element") -> Iterator["Element"]:
    return (one for one in root.iter("{*}*") if one.get("id"))


def _raised(link: "Element") -> bool:
    roles = f"{attribute(link, 'type')} {attribute(link, 'role')}"
    parent = link.getparent()
    return (
        "noteref" in roles
        or (parent is not None and name_of(parent) == "sup")
        or any(name_of(child) == "sup" for child in link)
        or "footnote" in attribute(link, "class")
    )


def _first_words(element: "Element") -> str:
    """Return the first few pieces of text: links may hold whole pages, one in the other."""
    return "".join(map(str, islice(element.itertext(), 4)))


def is_back_link(words: str) -> bool:
    """Say whether a link only leads back from a note."""
    return bool(words.strip()) and set(words.strip()) <= _BACK
