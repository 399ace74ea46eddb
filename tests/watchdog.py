"""A watchdog over the event loop: says where it stalled, and for how long.

A timer of the loop beats; a thread listens.  When the beat stays away while code of ours is at
work, the thread keeps the innermost line of it.  It reports and does not fail a test: what a
stall is worth is decided on a quiet machine, or by the processor time that stands beside it.
"""

import sys
import threading
import time
from collections import Counter, defaultdict
from types import FrameType

from PySide6.QtCore import QTimer

#: Longer silence of the loop is a stall, s: two frames of a screen at 60 Hz.
STALL_S = 0.033
_BEAT_MS, _LOOK_S = 2, 0.004


class Watchdog:
    """Listens from ``start`` to ``stop``.

    Attributes:
        stalls: place in our code to seconds that passed, and seconds that the loop computed.
    """

    def __init__(self) -> None:
        self.stalls: dict[str, list[tuple[float, float]]] = defaultdict(list)
        self._main = threading.get_ident()
        self._beaten, self._spent, self._busiest = time.monotonic(), time.thread_time(), 0.0
        self._over = threading.Event()
        self._timer = QTimer(interval=_BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._thread = threading.Thread(target=self._listen, daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._timer.start()
        self._thread.start()

    def stop(self) -> None:
        """End; no thread is left behind."""
        self._timer.stop()
        self._over.set()
        self._thread.join()

    def report(self) -> str:
        """Return a line for each place where the loop stalled, the longest first."""
        worst = sorted(self.stalls.items(), key=lambda one: max(one[1]), reverse=True)
        return "\n".join(
            f"{max(times)[0] * 1000:6.0f} ms  {max(spent for _, spent in times) * 1000:6.0f} ms "
            f"of the processor  {len(times)} times  {place}"
            for place, times in worst
        )

    def _beat(self) -> None:
        spent = time.thread_time()
        self._busiest = max(self._busiest, spent - self._spent)
        self._beaten, self._spent = time.monotonic(), spent

    def _listen(self) -> None:
        place, began, silent = "", 0.0, 0.0
        seen: Counter[str] = Counter()
        while not self._over.wait(_LOOK_S):
            now = _place(sys._current_frames().get(self._main))
            if now and self._beaten <= began:
                silent = time.monotonic() - began
                seen[now] += 1
                place = seen.most_common(1)[0][0]
            else:
                if place and silent >= STALL_S:
                    self.stalls[place].append((silent, self._busiest))
                self._busiest = 0.0
                place, began, silent = now, time.monotonic(), 0.0
                seen = Counter()


def _place(frame: FrameType | None) -> str:
    """Return the innermost line of ours on the stack, and the outermost function of ours."""
    inner = outer = ""
    while frame is not None:
        name = frame.f_code.co_filename.replace("\\", "/")
        if "/reader/" in name and "site-packages" not in name:
            function = frame.f_code.co_qualname if hasattr(frame.f_code, "co_qualname") else ""
            words = f"{name.rpartition('/reader/')[2]}:{frame.f_lineno} {function}"
            inner, outer = inner or words, function
        frame = frame.f_back
    return f"{inner} (in {outer})" if inner else ""
