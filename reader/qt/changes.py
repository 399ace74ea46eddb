"""From changes of the library to one Qt signal."""

from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal

from reader.model import Change, Touched


class _Ears(Protocol):
    def __call__(self, change: Change, /) -> None: ...


class _Leave(Protocol):
    def __call__(self) -> None: ...


class Telling(Protocol):
    """Whatever tells of changes: the library."""

    def listen(self, to: Touched, ear: _Ears) -> _Leave:
        """Call ``ear`` after each change that touches ``to``; return the way out."""


class Changes(QObject):
    """Listens to the library once; views connect to it and refresh what was touched.

    Signals:
        happened: a ``Change``, always on the GUI thread, whichever thread acted.
    """

    happened = Signal(object)
    _heard = Signal(object)

    def __init__(self, library: Telling, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heard.connect(self.happened, Qt.ConnectionType.AutoConnection)
        every = Touched.TEXTS
        for part in Touched:
            every |= part
        self._leave = library.listen(every, self._heard.emit)

    def close(self) -> None:
        """Stop listening."""
        self._leave()
