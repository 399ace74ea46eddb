"""Which notes stand where in a text: sorted by place, made when they are needed."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Iterator

from reader.panes.note import Note

#: Where a note stands: start and end in the reading text, id.
Stand = tuple[int, int, str]
#: Id of the note that is being written for the first time.
DRAFT = "draft"


class StandingNotes:
    """The notes of one text by place; of ten thousand only those in view are ever made.

    Putting or dropping one is linear in their number, but only in moving memory (0.02 ms).
    """

    def __init__(self) -> None:
        self._stands: list[Stand] = []
        self._by_id: dict[str, Stand] = {}
        self._make: Callable[[str], Note] = _none
        self._made: dict[str, Note] = {}
        self._draft: Note | None = None

    def replace(self, stands: Iterable[Stand], make: Callable[[str], Note]) -> None:
        """Take other notes; the draft stays."""
        self._stands = sorted(stands)
        self._by_id = {stand[2]: stand for stand in self._stands}
        self._make, self._made = make, {}
        if self._draft is not None:
            self._insert(_stand_of(self._draft))

    def add(self, stands: Iterable[Stand]) -> None:
        """Add notes with other ids than those that are there; cheaper than one by one."""
        new = list(stands)
        self._by_id.update((stand[2], stand) for stand in new)
        self._stands += new
        self._stands.sort()

    def put(self, stand: Stand) -> None:
        """Add a note, or take over its change."""
        self.drop(stand[2])
        self._insert(stand)

    def drop(self, note: str) -> None:
        """Take a note away if it is there."""
        self._made.pop(note, None)
        stand = self._by_id.pop(note, None)
        if stand is not None:
            del self._stands[bisect_left(self._stands, stand)]

    def forget(self, note: str) -> None:
        """Make a note anew when it is needed next."""
        self._made.pop(note, None)

    def set_draft(self, note: Note | None) -> None:
        """Let a draft stand, or none."""
        self.drop(DRAFT)
        self._draft = note
        if note is not None:
            self._insert(_stand_of(note))

    def __len__(self) -> int:
        return len(self._stands)

    def __contains__(self, note: object) -> bool:
        return note in self._by_id

    def __iter__(self) -> Iterator[Note]:
        return (self[stand[2]] for stand in self._stands)

    def __getitem__(self, note: str) -> Note:
        if note == DRAFT and self._draft is not None:
            return self._draft
        if note not in self._by_id:
            raise KeyError(note)
        if note not in self._made:
            self._made[note] = self._make(note)
        return self._made[note]

    def between(self, start: int, end: int) -> list[Stand]:
        """Return where the notes stand that begin in ``[start, end]``."""
        low = bisect_left(self._stands, (start,))
        high = bisect_right(self._stands, (end + 1,))
        return self._stands[low:high]

    def count(self, start: int, end: int) -> int:
        """Return how many notes begin in ``[start, end]``."""
        return bisect_right(self._stands, (end + 1,)) - bisect_left(self._stands, (start,))

    def begin_of(self, note: str) -> int:
        """Return where a note begins; it must be there."""
        return self._by_id[note][0]

    def first_from(self, offset: int) -> str:
        """Return the first note that begins at ``offset`` or later; empty when none does."""
        at = bisect_left(self._stands, (offset,))
        return self._stands[at][2] if at < len(self._stands) else ""

    def neighbour(self, note: str, by: int) -> str:
        """Return the id of the note ``by`` places on; empty at the ends."""
        stand = self._by_id.get(note)
        at = bisect_left(self._stands, stand) + by if stand else -1
        return self._stands[at][2] if 0 <= at < len(self._stands) else ""

    def _insert(self, stand: Stand) -> None:
        self._by_id[stand[2]] = stand
        insort(self._stands, stand)


def _stand_of(note: Note) -> Stand:
    return note.span.start, note.span.end, note.id


def _none(note: str) -> Note:
    raise KeyError(note)
