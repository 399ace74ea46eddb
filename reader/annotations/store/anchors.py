"""The places found in each edition, remembered so that they are not sought again.

Derived: it may be lost at any time, so writing waits for the next change or the closing.
"""

import json
import sqlite3

from reader.model import Anchored, Anchoring, Orphan, Outcome, Span

_Key = tuple[str, int]


class AnchorCache:
    """Remembers anchorings by edition and matcher, note, and row of the target."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], dict[str, dict[int, Anchoring]]] = {}
        self._pending: dict[tuple[str, int, str, str], Anchoring] = {}

    def recall(
        self, connection: sqlite3.Connection, key: _Key, edition: str, matcher: str
    ) -> Anchoring | None:
        """Return what was remembered; reads all of an edition at once, the first time."""
        if (edition, matcher) not in self._known:
            places: dict[str, dict[int, Anchoring]] = {}
            self._known[edition, matcher] = places
            found = connection.execute(
                "SELECT note, target, anchoring FROM anchors WHERE edition = ? AND matcher = ?",
                (edition, matcher),
            )
            for note, target, text in found:
                anchoring = _read(text)
                if anchoring is not None:
                    places.setdefault(note, {})[target] = anchoring
            for (note, row, *where), anchoring in self._pending.items():
                if where == [edition, matcher]:
                    places.setdefault(note, {})[row] = anchoring
        return self._known[edition, matcher].get(key[0], {}).get(key[1])

    def remember(self, key: _Key, edition: str, matcher: str, anchoring: Anchoring) -> None:
        """Keep a place in memory; ``flush`` writes it."""
        if (edition, matcher) in self._known:
            self._known[edition, matcher].setdefault(key[0], {})[key[1]] = anchoring
        self._pending[(*key, edition, matcher)] = anchoring

    def forget(self, connection: sqlite3.Connection, note: str) -> None:
        """Forget a note whose targets changed; within the caller's transaction."""
        for places in self._known.values():
            places.pop(note, None)
        if self._pending:
            self._pending = {k: v for k, v in self._pending.items() if k[0] != note}
        connection.execute("DELETE FROM anchors WHERE note = ?", (note,))

    def flush(self, connection: sqlite3.Connection) -> None:
        """Write what is pending; within the caller's transaction."""
        connection.executemany(
            "INSERT OR REPLACE INTO anchors VALUES (?, ?, ?, ?, ?)",
            [(*key, _write(anchoring)) for key, anchoring in self._pending.items()],
        )

    def flushed(self) -> None:
        """Say that the transaction of ``flush`` was kept."""
        self._pending.clear()

    @property
    def waits(self) -> int:
        """Number of places not yet written."""
        return len(self._pending)


def _write(anchoring: Anchoring) -> str:
    if isinstance(anchoring, Orphan):
        return json.dumps({"reason": anchoring.reason})
    choices = [[one.start, one.end] for one in anchoring.choices]
    span = [anchoring.span.start, anchoring.span.end]
    return json.dumps([span, anchoring.outcome.value, anchoring.confidence, choices])


def _read(text: str) -> Anchoring | None:
    """Read a remembered place; None for a damaged one, which is then sought again."""
    try:
        found = json.loads(text)
        if isinstance(found, dict):
            return Orphan(str(found["reason"]))
        (start, end), outcome, confidence, choices = found
        spans = tuple(Span(*choice) for choice in choices)
        return Anchored(Span(start, end), Outcome(outcome), float(confidence), spans)
    except (ValueError, TypeError, KeyError):
        return None
