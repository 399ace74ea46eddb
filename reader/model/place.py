"""Where a reader is, and where they have been."""

from dataclasses import replace

from reader.model.span import Span
from reader.model.values import dataclass

#: Steps that a history remembers; more than one evening's jumps.
_LIMIT = 500


@dataclass(frozen=True, slots=True)
class Place:
    """A place in one work.

    Attributes:
        work: short id.
        span: what to show; an empty span is a caret.
        offset_px: of the first visible line of the passage above the top of the pane, so that
            coming back is exact.
    """

    work: str
    span: Span = Span(0, 0)
    offset_px: int = 0


@dataclass(frozen=True, slots=True)
class History:
    """Back and forward over places; pure.

    ``visited[at]`` is the present place.

    >>> h = History().go(Place("a")).go(Place("b")).back()
    >>> h.here.work, h.forward().here.work
    ('a', 'b')
    """

    visited: tuple[Place, ...] = ()
    at: int = -1

    @property
    def here(self) -> Place | None:
        """The present place, None before the first step."""
        return self.visited[self.at] if self.visited else None

    def leave(self, place: Place) -> "History":
        """Return the history with the present place brought up to date before a jump."""
        if not self.visited:
            return History((place,), 0)
        kept = (*self.visited[: self.at], place, *self.visited[self.at + 1 :])
        return replace(self, visited=kept)

    def go(self, place: Place) -> "History":
        """Return the history after a jump to ``place``; what lay forward is dropped."""
        if self.here == place:
            return self
        visited = (*self.visited[: self.at + 1], place)[-_LIMIT:]
        return History(visited, len(visited) - 1)

    @property
    def can_back(self) -> bool:
        """Whether there is a place to go back to."""
        return self.at > 0

    @property
    def can_forward(self) -> bool:
        """Whether there is a place to go forward to."""
        return self.at + 1 < len(self.visited)

    def back(self) -> "History":
        """Return the history one step earlier; the same at its beginning."""
        return replace(self, at=self.at - 1) if self.can_back else self

    def forward(self) -> "History":
        """Return the history one step later; the same at its end."""
        return replace(self, at=self.at + 1) if self.can_forward else self
