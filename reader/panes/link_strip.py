"""The strip down each pane: how densely each part of a text is linked, found in the background."""

from PySide6.QtCore import QObject, QTimer

from reader.model import Cancelled, Change, Edition, ReaderError, Span, Touched
from reader.panes.desk import Desk
from reader.panes.overview import OverviewBar
from reader.panes.parts_relating import Relating
from reader.qt.tasks import Latest

#: After the last news: several texts are often opened at once.
_AFTER_MS = 600
_Density = tuple[tuple[Span, float], ...]


class LinkStrip(QObject):
    """Gives the bars of the panes their densities, once the reader asked for related passages."""

    def __init__(self, desk: Desk, relating: Relating) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._awake = False
        self._known: dict[str, _Density] = {}
        self._later = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._later.timeout.connect(self._next)
        self._latest = Latest(self)
        self._latest.done.connect(self._on_done)
        self._latest.failed.connect(self._on_failed)
        relating.shown.connect(self._wake)
        desk.area.edition_changed.connect(self._soon)
        desk.changes.happened.connect(self._on_change)

    def _wake(self) -> None:
        if not self._awake:
            self._awake = True
            self._soon()

    def _soon(self) -> None:
        if self._awake:
            self._later.start()

    def _on_change(self, change: Change) -> None:
        if change.touched & (Touched.LINKS | Touched.TEXTS | Touched.GLOSSARY):
            self._known.clear()
            self._soon()

    def _next(self) -> None:
        """Show what is known, and look for the first that is not."""
        library = self._desk.library
        wanted = None
        for pane in self._desk.area.panes:
            edition = pane.edition
            if edition is None:
                continue
            known = self._known.get(_key(edition))
            bar = pane.findChild(OverviewBar)
            if known is not None and bar is not None:
                bar.set_density(known)
            elif known is None:
                wanted = wanted or edition
        if wanted is not None:
            key, work = _key(wanted), wanted.work.id
            self._latest.run(lambda progress: (key, library.link_density(work, progress)))

    def _on_done(self, found: tuple[str, _Density]) -> None:
        key, density = found
        self._known[key] = density
        self._next()

    def _on_failed(self, error: Exception) -> None:
        """Say what went wrong; a text that was removed meanwhile, or a stop, is nothing wrong."""
        if not isinstance(error, (ReaderError, Cancelled)):
            self._desk.messages.error(error)


def _key(edition: Edition) -> str:
    return f"{edition.work.id} {edition.sha256}"
