"""How long work tells of itself and hears that it should stop."""

from collections.abc import Callable

from reader.model.errors import Cancelled
from reader.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """Passed into everything that may take over half a second.

    Attributes:
        tell: called with the share done (0 to 1) and a few words; from any thread.
        stopped: asked now and then whether the reader wants to stop.
    """

    tell: Callable[[float, str], None]
    stopped: Callable[[], bool]

    def step(self, share_0_1: float, words: str = "") -> None:
        """Report the share done.

        Raises:
            Cancelled: the reader wants to stop.
        """
        if self.stopped():
            raise Cancelled
        self.tell(share_0_1, words)

    def part(self, start: float, end: float) -> "Progress":
        """Return a progress whose 0 to 1 is ``start`` to ``end`` of this one."""
        return Progress(
            lambda share, words: self.tell(start + share * (end - start), words), self.stopped
        )


#: For callers who neither watch nor stop.
NO_PROGRESS = Progress(lambda _share, _words: None, lambda: False)
