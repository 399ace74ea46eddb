"""Every place where the open texts answer a search, also those that the list of hits leaves out."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from reader.model import SearchAnswer, SearchOrder, SearchScope, Span
from reader.panes.search_panel import Finder
from reader.qt.tasks import Latest

#: After the ranked answer: whoever types on is not kept waiting by marks.
_AFTER_MS = 250
#: Passages of the open texts that are marked; about 60 µs each, in a worker thread.
_MOST = 5000


class OpenHits(QObject):
    """The marks of one answer for the panes.

    Those of the listed hits are there at once.  Where the answer has more than it lists, the open
    texts are asked again, for themselves only.

    Signals:
        completed: short ids of works whose marks are all there now.
    """

    completed = Signal(object)

    def __init__(self, finder: Finder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._finder = finder
        self._answer = SearchAnswer("")
        self._scope = SearchScope()
        self._whole: dict[str, tuple[Span, ...]] = {}
        self._wanted: tuple[str, ...] = ()
        self._latest = Latest(self)
        self._latest.done.connect(self._on_done)
        self._later = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._later.timeout.connect(self._ask)

    def take(self, answer: SearchAnswer, scope: SearchScope) -> None:
        """Go over to another answer, which was asked for in ``scope``."""
        self._later.stop()
        self._latest.drop()
        self._answer, self._scope, self._whole = answer, scope, {}

    def of(self, work: str) -> tuple[Span, ...]:
        """Return the marks known for a work: all, or those of the listed hits."""
        listed = (h for h in self._answer.hits if h.work == work and not h.annotation)
        return self._whole.get(work) or tuple(mark for hit in listed for mark in hit.marks)

    def complete(self, works: Iterable[str]) -> None:
        """Ask for all marks of these works, in a moment, where not all are known."""
        scope = self._scope
        missing = tuple(
            work for work in works
            if work and work not in self._whole and (not scope.works or work in scope.works)
        )  # fmt: skip
        if missing and self._answer.more and not scope.notes_only:
            self._wanted = missing
            self._later.start()

    def _ask(self) -> None:
        query, works = self._answer.query, self._wanted
        scope = replace(self._scope, works=works, texts_only=True)
        self._latest.run(
            lambda _: (works, self._finder.search(query, scope, SearchOrder.PLACE, _MOST))
        )

    def _on_done(self, result: tuple[tuple[str, ...], SearchAnswer]) -> None:
        works, answer = result
        marks: dict[str, list[Span]] = {work: [] for work in works}
        for hit in answer.hits:
            if hit.work in marks:
                marks[hit.work] += hit.marks
        self._whole |= {work: tuple(some) for work, some in marks.items()}
        self.completed.emit(works)
