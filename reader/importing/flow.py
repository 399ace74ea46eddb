"""Builds raw text block by block, for formats that state their blocks."""

import re
from dataclasses import dataclass, field, replace

from reader.importing.raw import RawBlock, RawText
from reader.model import BadInput, InlineKind, InlineSpan, PassageKind, Provenance, Span

_BLANK = re.compile(r"[ \t\n\r\f\v]+")
#: Code points of a text that is taken out of a packed file; the largest books have 5 million.
TEXT_LIMIT = 16_000_000


@dataclass
class Flow:
    """The text so far.  Blocks are separated by one blank line."""

    blocks: list[RawBlock] = field(default_factory=list)
    inline: list[InlineSpan] = field(default_factory=list)
    _done: list[str] = field(default_factory=list)
    _size: int = 0
    _open: list[str] = field(default_factory=list)
    _width: int = 0
    _state: tuple[PassageKind, int, str] = (PassageKind.BODY, 0, "")
    _fixed: bool = True

    @property
    def at(self) -> int:
        """Code points so far."""
        return self._size + self._width

    def begin(self, kind: PassageKind, level: int = 0, label: str = "") -> None:
        """End the open block and begin another."""
        self.end()
        self._state = (kind, level, label)

    def add(self, words: str, *, verbatim: bool = False) -> None:
        """Add words to the open block; white space counts as one space unless ``verbatim``."""
        if self.at + len(words) > TEXT_LIMIT:
            raise BadInput(
                f"The file holds more than {TEXT_LIMIT // 1_000_000} million letters; "
                "split it into parts and add these."
            )
        words = words.replace("\r\n", "\n") if verbatim else _BLANK.sub(" ", words)
        if not self._open or self._open[-1].endswith((" ", "\n")):
            words = words.lstrip(" \n")
        if words:
            self._fixed &= verbatim
            self._open.append(words)
            self._width += len(words)

    def line(self) -> None:
        """Begin a new line in the open block."""
        if self._open:
            last = self._open.pop()
            self._open.append(last.rstrip(" ") + "\n")
            self._width += len(self._open[-1]) - len(last)

    def mark(self, kind: InlineKind, start: int, target: str = "") -> None:
        """Mark what was added to the open block since ``start``."""
        start = max(start, self._size)
        if self.at > start:
            self.inline.append(InlineSpan(kind, Span(start, self.at), target))

    def end(self) -> None:
        """End the open block; an empty one leaves no trace."""
        words = "".join(self._open).rstrip()
        if words:
            kind, level, label = self._state
            span = Span(self._size, self._size + len(words))
            self.blocks.append(RawBlock(span, kind, level, label, self._fixed))
            self._done.append(words)
            self._size += len(words) + 2
        self._open, self._width, self._fixed = [], 0, True
        self._state = (PassageKind.BODY, 0, "")

    def raw(self, provenance: Provenance, **known: object) -> RawText:
        """Return the raw text; ``known`` are title, authors and language."""
        self.end()
        text = "\n\n".join(self._done)
        inline = (self._within(one, len(text)) for one in self.inline)
        kept = tuple(sorted((one for one in inline if one.span), key=lambda one: one.span))
        raw = RawText(text, provenance, blocks=tuple(self.blocks), inline=kept)
        return replace(raw, **known)  # type: ignore[arg-type]  # the names are those of RawText

    @staticmethod
    def _within(one: InlineSpan, size: int) -> InlineSpan:
        start = min(one.span.start, size)
        return replace(one, span=Span(start, min(one.span.end, size)))
