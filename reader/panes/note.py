"""A note as the margin shows it."""

from reader.model import AnnotationKind, Colour, Span
from reader.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """A note as the margin shows it.

    Attributes:
        id: of the annotation; ``draft`` for one that is not yet kept.
        span: where it stands in the reading text.
        body: Markdown.
        locus: printed place ("¶12").
        author: shown name; empty for the reader's own.
        date: short, for people.
        colour, kind, tags: as of the annotation.
        doubt: a sentence when the place is not certain; else empty.
        replies: answers to it, oldest first, each as author and Markdown.
    """

    id: str
    span: Span
    body: str
    locus: str = ""
    author: str = ""
    date: str = ""
    colour: Colour = Colour.YELLOW
    kind: AnnotationKind = AnnotationKind.NOTE
    tags: tuple[str, ...] = ()
    doubt: str = ""
    replies: tuple[tuple[str, str], ...] = ()

    @property
    def markdown(self) -> str:
        """The note with its replies, as shown."""
        said = (f"**{_plain_name(who)}:** {text}" for who, text in self.replies)
        return "\n\n".join([self.body, *map(_quoted, said)])


def _plain_name(name: str) -> str:
    from reader.qt.safe_text import plain

    return plain(name, 60) or "?"


def _quoted(text: str) -> str:
    """Set a whole answer off: no line of it may look as if somebody else had written it."""
    return "\n".join(f"> {line}" for line in text.splitlines())
