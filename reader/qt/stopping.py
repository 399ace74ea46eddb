"""Ends the program in good order when the desktop, a terminal or a person asks it to."""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

_ASKED = (signal.SIGINT, signal.SIGTERM)


class Stopping(QObject):
    """Calls ``stop`` in the event loop when a signal asks the program to end.

    Python sees a signal only when it runs, and an idle window runs nothing; so the signal writes
    a byte to a pair of sockets that Qt watches.  ``release`` gives the signals back.
    """

    def __init__(self, stop: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = stop
        self._reads, self._writes = socket.socketpair()
        for end in (self._reads, self._writes):
            end.setblocking(False)
        self._woken = signal.set_wakeup_fd(self._writes.fileno(), warn_on_full_buffer=False)
        self._before = {one: signal.signal(one, _seen) for one in _ASKED}
        notifier = QSocketNotifier(self._reads.fileno(), QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._on_signal)
        self._notifier = notifier

    def _on_signal(self) -> None:
        asked = self._reads.recv(64)
        if any(number in _ASKED for number in asked):
            self._stop()

    def release(self) -> None:
        """Give the signals back to whoever had them."""
        self._notifier.setEnabled(False)
        for number, before in self._before.items():
            signal.signal(number, before)
        signal.set_wakeup_fd(self._woken)
        self._reads.close()
        self._writes.close()


def _seen(_number: int, _frame: object) -> None:
    """Keep Python from ending the program; the byte in the socket does the rest."""
