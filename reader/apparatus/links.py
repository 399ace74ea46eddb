"""Curated links: what an editor or a reader wrote into ``links.toml``."""

from dataclasses import dataclass, field
from typing import Self

from reader.model import Relation


@dataclass(frozen=True, slots=True)
class LinkEnd:
    """One end of a curated link.

    Attributes:
        work: short id.
        incipit: the first two to six words of the passage, or of a sentence in it.
        near: number of the paragraph (¶) in the copy it was written for; 0 when unknown.
            Decides only where the incipit stands twice.
    """

    work: str
    incipit: str
    near: int = 0


@dataclass(frozen=True, slots=True)
class CuratedLink:
    """A cross-reference between two passages.

    Attributes:
        start, end: the two passages.
        relation: of ``end`` to ``start``: ``end`` develops it, is its source, …
        weight: 1 to 3, how much a reader gains by following it.
        reason: one sentence for people.
        key: name by which the reader's own file can replace it; may be empty.
        file, line: where it is written.
        own: from the reader's own file.
        off: silences the shipped link of the same key, and is none itself.
    """

    start: LinkEnd
    end: LinkEnd
    relation: Relation
    weight: int = 1
    reason: str = ""
    key: str = ""
    file: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)
    own: bool = False
    off: bool = False

    @classmethod
    def silence(cls, key: str, file: str = "", line: int = 0) -> Self:
        """Return an entry that silences the shipped link ``key``."""
        nowhere = LinkEnd("", "")
        return cls(nowhere, nowhere, Relation.SAME_CLAIM, key=key, file=file, line=line,
                   own=True, off=True)  # fmt: skip

    @property
    def entry(self) -> str:
        """How messages name it."""
        ends = (self.start, self.end)
        return self.key or " → ".join(f"{end.work}: {end.incipit}" for end in ends)
