"""The order of a folded booklet, found leaf by leaf.

A booklet is folded: every sheet side holds one page from the front half, going forward, and one
from the back half, going backward.  So, in the order of the file, each leaf is either the next of
the front or the one before the last placed of the back, whatever the number of pages, which side
came first, which pages are blank and whether the cover is there; plain order (all front) and
reversed order (all back) are the two ends of the same rule.  A beam search takes the assignment
that reads best from leaf to leaf and is regular enough to be a booklet.  Pieces of two pages that
were read alternately from one spread fit in, because the back page may be left and taken up again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest

from reader.model import NO_PROGRESS, Progress
from reader.restore.grid import misfit
from reader.restore.paths import begins, ends
from reader.restore.turns import Turns

#: States kept after each leaf.
_BEAM = 60
#: Prices in nats: coming back to an open page (once, again), irregular runs of pages on one side.
_RETURN, _AGAIN, _LONG_RUN, _SHORT_RUN = 6.0, 0.3, 3.0, 2.5


@dataclass(slots=True)
class _State:
    """A half-built booklet.

    The front ends with leaf ``front``; its last page holds ``front_lines``.  The open back page
    runs from ``first`` to ``last`` and holds ``back_lines``; ``beyond`` begins the page after
    it.  ``run`` counts pages placed on one side in a row, ``turned`` the changes of side;
    ``mixed`` says that pieces of the two open pages come alternately.
    """

    score: float
    front: int = -1
    front_lines: int = 0
    first: int = -1
    last: int = -1
    back_lines: int = 0
    beyond: int = -1
    side: str = ""
    run: int = 0
    mixed: bool = False
    turned: int = 0
    step: str = ""
    before: "_State | None" = None

    @property
    def key(self) -> tuple[int | str, ...]:
        lines = (self.front_lines, self.back_lines, self.mixed)
        return (self.front, self.first, self.last, self.beyond, self.side, min(self.run, 3), *lines)


class Booklet:
    """Searches the folded orders of one file."""

    def __init__(
        self, turns: Turns, heights: Sequence[int], page: int, rows: Sequence[int]
    ) -> None:
        """Take what the search needs.

        Args:
            turns: scores.
            heights: lines of each leaf.
            page: lines of a full page; 0 when every leaf is a page of its own.
            rows: leaves in the order in which they are to be placed.
        """
        self._turns = turns
        self._heights = heights
        self._page = page
        self._rows = rows

    def best(self, progress: Progress = NO_PROGRESS) -> tuple[float, list[list[int]]]:
        """Return the best folded order with its score."""
        beam = [_State(0.0)]
        for count, row in enumerate(self._rows):
            if count % 64 == 0:
                progress.step(0.1 + 0.5 * count / len(self._rows), "Looking for the page order")
            grown: dict[tuple[int | str, ...], _State] = {}
            for state in beam:
                for after in self._steps(state, row):
                    known = grown.get(after.key)
                    if known is None or after.score > known.score:
                        grown[after.key] = after
            beam = nlargest(_BEAM, grown.values(), key=self._promise)
        last = max(beam, key=self._whole)
        return self._whole(last), self._read(last)

    def _join(self, left: int, right: int) -> float:
        if left < 0 and right < 0:
            return 0.0
        if left < 0:
            return begins(self._turns, right)
        if right < 0:
            return ends(self._turns, left)
        return self._turns.score(left, right)

    def _misfit(self, lines: int) -> float:
        return misfit(lines, self._page) if self._page and lines else 0.0

    def _promise(self, state: _State) -> float:
        close = self._join(state.last, state.beyond) if state.last >= 0 else 0.0
        long = [lines for lines in (state.front_lines, state.back_lines) if lines > self._page]
        return state.score + close - sum(map(self._misfit, long))

    def _whole(self, state: _State) -> float:
        pages = self._misfit(state.front_lines) + self._misfit(state.back_lines)
        if state.last < 0:
            return state.score + ends(self._turns, state.front) - pages
        end = self._join(state.last, state.beyond)
        return state.score + end + self._join(state.front, state.first) - pages

    def _steps(self, state: _State, row: int) -> Iterator[_State]:
        yield self._forward(state, row, new=True)
        yield self._backward(state, row)
        if self._page:
            if state.front >= 0:
                yield self._forward(state, row, new=False)
            if state.last >= 0:
                yield self._append(state, row)

    def _regular(self, state: _State, side: str) -> float:
        """Return the price of a new page on ``side``: two pages of one side lie together."""
        if not state.side:
            return 0.0
        if state.side == side:
            return _LONG_RUN if state.run >= 2 else 0.0
        return _SHORT_RUN if state.run == 1 and state.turned else 0.0

    def _forward(self, state: _State, row: int, *, new: bool) -> _State:
        gain = self._join(state.front, row)
        run, lines = state.run, state.front_lines + 1 + self._heights[row]
        mixed = state.mixed and not new
        if new:
            gain -= self._regular(state, "f") + self._misfit(state.front_lines)
            run = state.run + 1 if state.side == "f" else 1
            lines = self._heights[row]
        elif state.side != "f":
            gain -= _AGAIN if state.mixed else _RETURN
            mixed = True
        turned = state.turned + (state.side == "b")
        return _State(
            state.score + gain, row, lines, state.first, state.last, state.back_lines,
            state.beyond, "f", run, mixed, turned, "f" if new else "g", state,
        )  # fmt: skip

    def _backward(self, state: _State, row: int) -> _State:
        gain = -self._regular(state, "b") - self._misfit(state.back_lines)
        if state.last >= 0:
            gain += self._join(state.last, state.beyond)
        run, turned = state.run + 1 if state.side == "b" else 1, state.turned + (state.side == "f")
        return _State(
            state.score + gain, state.front, state.front_lines, row, row, self._heights[row],
            state.first, "b", run, False, turned, "b", state,
        )  # fmt: skip

    def _append(self, state: _State, row: int) -> _State:
        gain, mixed = self._join(state.last, row), state.mixed
        if state.side != "b":
            gain -= _AGAIN if mixed else _RETURN
            mixed = True
        lines = state.back_lines + 1 + self._heights[row]
        turned = state.turned + (state.side == "f")
        return _State(
            state.score + gain, state.front, state.front_lines, state.first, row, lines,
            state.beyond, "b", state.run, mixed, turned, "a", state,
        )  # fmt: skip

    def _read(self, state: _State) -> list[list[int]]:
        """Return the pages of a finished booklet in reading order, each a list of leaves."""
        steps: list[tuple[str, int]] = []
        here = state
        for row in reversed(self._rows):
            steps.append((here.step, row))
            here = here.before or here
        front: list[list[int]] = []
        back: list[list[int]] = []
        for step, row in reversed(steps):
            if step in "fb":
                (front if step == "f" else back).append([row])
            else:
                (front if step == "g" else back)[-1].append(row)
        return front + back[::-1]
