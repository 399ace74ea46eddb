"""Showing what others wrote: Markdown of notes on a document that loads nothing.

The recipe is that of the annotation study, 4.2: of 28 attacks in a note's Markdown none gets
through (the library's HTML with ``setHtml`` lets 24 through, plain ``setMarkdown`` 12).  Qt's
own Markdown reader is used, without HTML; every resource is answered with a blank picture, for
an answer of ``None`` makes Qt open the name itself, be it a pipe that hangs for ever.
"""

import re
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFont, QImage, QTextDocument

from reader.model.patterns import pattern

#: Longest note that is shown, in code points; the rest is kept and exported.
SHOWN = 100_000
#: Most lines of a note that are shown, each cell of a table being one: Qt takes 10 s for a list of
#: 20,000 items, 0.05 ms for a cell; prose of ``SHOWN`` letters has fewer.
_LINES = 1_500
#: So many tags stand on a card; a thousand would fill ten screens.
_TAGS_SHOWN = 12
#: A word longer than this is given break points: a word of 100,000 letters costs 3 s to wrap.
_WORD = 400
_LONG_WORD = pattern(rf"\S{{{_WORD},}}")
#: Deep nesting of quotes and lists takes time that doubles with each level.
_NESTED = pattern(
    r"^((?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){8})(?:[ \t]*(?:[>*+-]|\d{1,9}[.)]))+", re.MULTILINE
)
_RUN = pattern(r"([\[\]()>*_~`#!<|\\-])\1{30,}")
_DEEP_INDENT = pattern(r"^[ \t]{40,}", re.MULTILINE)
#: Marks piled on one letter beyond any language, which would be painted over other notes.
_MARK = (
    r"[\u0300-\u036f\u0483-\u0489\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff"
    r"\u20d0-\u20ff\ufe20-\ufe2f]"
)
_PILED = pattern(f"({_MARK}{{6}}){_MARK}+")
#: Characters that turn the direction of the text around them, shown as a visible sign.
_BIDI = pattern(r"[\u202a-\u202e\u2066-\u2069]")
#: Marks of quotes, headings and lists at the beginning of a line.
_LEADING = pattern(r"^[ \t]*(?:(?:>|#{1,6}(?=\s)|[*+-](?=\s))[ \t]*)+", re.MULTILINE)
_LINK = pattern(r"!?\[([^\[\]\n]*)\]\([^()\s]*\)")
#: Emphasis and code: an underscore within a word is none.  Bounded, for notes made to harm.
_AROUND = pattern(
    r"(?<![\\*])(\*{1,3})(?=[^\s*])([^*\n]*[^\s*\\])\1(?!\*)"
    r"|(?<![\\\w])(?P<line>_{1,3})(?=[^\s_])(?P<words>[^\n]{0,300}?[^\s_\\])(?P=line)(?!\w)"
    r"|(?<![\\`])(?P<tick>`+)(?P<code>[^`\n]+)(?P=tick)(?!`)"
)
_ESCAPED = pattern(r"\\([\\`*_{}\[\]()#+.!<>~|-])")
_FEATURES = (
    QTextDocument.MarkdownFeature.MarkdownNoHTML
    | QTextDocument.MarkdownFeature.MarkdownDialectGitHub
)


def shown(markdown: str) -> str:
    """Return ``markdown`` as it may be given to Qt; for showing only, never stored."""
    text = _first_lines(markdown[:SHOWN])
    if len(text) < len(markdown):
        more = QCoreApplication.translate("SafeText", "the note is longer; it is kept whole")
        text += f"\n\n… *({more})*"
    text = text.encode("utf-8", "replace").decode("utf-8")  # lone surrogates become "?"
    text = _BIDI.sub("\u2423", text)
    text = _PILED.sub(r"\1", text)
    text = _RUN.sub(lambda run: run[1] * 30, text)
    text = _NESTED.sub(r"\1", text)
    text = _DEEP_INDENT.sub(" " * 40, text)
    return _LONG_WORD.sub(_broken, text)


def _first_lines(text: str) -> str:
    """Return the lines that are shown, without the end of the last."""
    left, at, in_table = _LINES, 0, False
    while left > 0:
        end = text.find("\n", at)
        if end < 0:
            return text
        line = text[at:end]
        in_table = bool(line.strip()) and (in_table or _is_rule(line))
        left -= max(1, line.count("|")) if in_table else 1
        at = end + 1
    return text[: at - 1]


def _is_rule(line: str) -> bool:
    """Whether a line is the one under the head of a table."""
    return "|" in line and "-" in line and not line.strip(" \t>|:-")


def _broken(word: re.Match[str]) -> str:
    letters = word[0]
    return "\u200b".join(letters[at : at + _WORD] for at in range(0, len(letters), _WORD))


def plain(markdown: str, limit: int = 200) -> str:
    r"""Return the beginning of a note as one line of plain text, for lists and screen readers.

    What makes Markdown is taken away, what merely looks like it stays.

    >>> plain(r"> **Labour** > [capital](https://a.org), `a_b` \* 2")
    'Labour > capital, a_b * 2'
    """
    text = _LEADING.sub("", shown(markdown[: limit * 4]))
    text = _LINK.sub(r"\1", text)
    for _ in range(2):  # bold within italics
        text = _AROUND.sub(_inner, text)
    line = " ".join(_ESCAPED.sub(r"\1", text).split())
    if len(line) <= limit:
        return line
    whole, space, _ = line[:limit].rpartition(" ")
    return (whole if space and len(whole) > limit // 2 else line[: limit - 1]).rstrip() + "…"


def _inner(around: re.Match[str]) -> str:
    return around[2] or around["words"] or around["code"]


def tag_words(tags: Sequence[str]) -> list[str]:
    """Return the first tags as cards show them, and how many more there are.

    >>> tag_words(["work", "rent"])
    ['#work', '#rent']
    """
    more = len(tags) - _TAGS_SHOWN
    words = [f"#{shown(tag)}" for tag in tags[:_TAGS_SHOWN]]
    return [*words, f"+{more}"] if more > 0 else words


def tip(words: str) -> str:
    """Return words as a tool tip that shows them as they are, on as many lines as they need.

    >>> tip("a <b>")
    '<p>a &lt;b&gt;</p>'
    """
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<p>{escaped}</p>" if words else ""


class SafeDocument(QTextDocument):
    """A document that opens no file and no address, whatever it is told to show."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: N802, ARG002
        """Answer every request with a blank picture or nothing."""
        if kind == QTextDocument.ResourceType.ImageResource.value:
            blank = QImage(1, 1, QImage.Format.Format_ARGB32)
            blank.fill(0)
            return blank
        return ""

    def show_markdown(self, markdown: str, font: QFont | None = None) -> None:
        """Show a note."""
        if font is not None:
            self.setDefaultFont(font)
        self.setMarkdown(shown(markdown), _FEATURES)

    def show_page(self, page: str) -> None:
        """Show an HTML page of our own exports, whose foreign parts were cleaned there."""
        self.setHtml(page)


def may_open(address: str) -> bool:
    """Say whether an address in a note may be offered to the reader's browser.

    Files, scripts and whatever else a system may run are refused; links inside the program
    are handled before.
    """
    return QUrl(address, QUrl.ParsingMode.StrictMode).scheme() in {"http", "https", "mailto"}
