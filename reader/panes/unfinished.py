"""Words that were typed into a dialog and are not kept yet; the session holds them."""

from PySide6.QtCore import QObject, Signal


class Unfinished(QObject):
    """Words by what they are about, for whoever comes back to them: after Escape, after a crash.

    Signals:
        changed: some were typed or taken.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: dict[str, str] = {}

    def words(self, about: str) -> str:
        """Return what was typed last; empty when there is nothing."""
        return self._words.get(about, "")

    def hold(self, about: str, words: str) -> None:
        """Hold these words; blank ones are none."""
        held = {**self._words, about: words} if words.strip() else dict(self._words)
        if not words.strip():
            held.pop(about, None)
        if held != self._words:
            self._words = held
            self.changed.emit()

    def dump(self) -> dict[str, str]:
        """Return all as plain values; ``load`` is the inverse."""
        return dict(self._words)

    def load(self, stored: object) -> None:
        """Take words from a session; whatever is none is left out."""
        for about, words in stored.items() if isinstance(stored, dict) else ():
            if isinstance(about, str) and isinstance(words, str):
                self.hold(about, words)
