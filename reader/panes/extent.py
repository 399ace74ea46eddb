"""Which passages of a long text are set at once: a window that moves with the reader.

A text up to ``WHOLE`` is set as a whole.  A longer one is set through a window of passages, so
that opening, resizing and jumping cost the same at any length: a whole document of a million
words costs 430 ms to open, 170 ms for each resize and 2 s for a far jump.
"""

from reader.model import Edition

#: Longest text set as a whole, in code points: about 10,000 words.
WHOLE = 64_000
#: Letters set before and after the place of a longer one; about 2,500 words each way, some
#: ten screens, so that the window moves seldom and a move takes little.
AROUND = 14_000


def extent(edition: Edition, row: int) -> range:
    """Return the rows to set for a reader at ``row``."""
    passages = edition.passages
    if not passages or passages[-1].span.end <= WHOLE:
        return range(len(passages))
    here = passages[row].span
    first, last = row, row
    while first > 0 and here.start - passages[first - 1].span.start <= AROUND:
        first -= 1
    while last + 1 < len(passages) and passages[last + 1].span.end - here.end <= AROUND:
        last += 1
    return range(first, last + 1)


def needs_move(edition: Edition, rows: range, first_seen: int, last_seen: int) -> bool:
    """Say whether what is seen comes too near to an edge of the window that is not the text's.

    Near is a third of what is kept on each side.
    """
    passages = edition.passages
    before = passages[first_seen].span.start - passages[rows.start].span.start
    after = passages[rows.stop - 1].span.end - passages[last_seen].span.end
    return (rows.start > 0 and before < AROUND // 3) or (
        rows.stop < len(passages) and after < AROUND // 3
    )
