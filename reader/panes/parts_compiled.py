"""Part of the window: notes and concepts as texts in a pane, made in the background."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from reader.library import CONCEPT_TEXT, NOTES_TEXT, is_compiled
from reader.model import Cancelled, Change, Edition, Place, Progress, Touched
from reader.panes.desk import Desk
from reader.panes.reading_pane import ReadingPane

#: What changes their words.
_TOUCHING = Touched.TEXTS | Touched.MARKS | Touched.GLOSSARY | Touched.GROUP
#: How long after a change they are made anew, ms: changes come in flocks.
_RENEW_MS = 250


class Compiled(QObject):
    """Shows compiled texts in panes and keeps them up to date."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        desk.area.defer = self._make_first
        self._renew = QTimer(self, singleShot=True, interval=_RENEW_MS)
        self._renew.timeout.connect(self._on_renew)
        desk.changes.happened.connect(self._on_change)
        desk.actions.on("go.notes_text", lambda: self._open(NOTES_TEXT))
        desk.actions.on("compare.concept_text", self.choose_concept)

    def _open(self, work: str) -> None:
        self._desk.area.go(Place(work), focus=True, beside=True)

    def choose_concept(self) -> None:
        """Open the concept named at the caret; ask which one where there is none."""
        concept = self._at_caret()
        if concept:
            self._open(CONCEPT_TEXT + concept)
            return
        from reader.panes.palette import Entry, Palette

        works = [one for one in self._desk.library.compilable() if one.id != NOTES_TEXT]
        entries = [Entry(one.title, "", self._opener(one.id)) for one in works]
        palette = Palette(self._desk.look, entries, self.tr("Which concept?"), self._desk.window)
        palette.open_over(self._desk.window)

    def _opener(self, work: str) -> Callable[[], object]:
        return lambda: self._open(work)

    def _at_caret(self) -> str:
        pane = self._desk.area.active
        passage = pane.passage()
        if pane.edition is None or passage is None:
            return ""
        caret = pane.view.caret() - passage.span.start
        named = self._desk.library.glossary().find(pane.edition.words_of(passage))
        return next((key for key, span in named if span.start <= caret < span.end), "")

    # ---- making -------------------------------------------------------------------------

    def _make_first(self, pane: ReadingPane, place: Place) -> bool:
        """Make the text of a place that is not ready, then show it; say whether it is not."""
        library = self._desk.library
        if library.is_ready(place.work):
            return False

        def show(edition: object) -> None:
            if isinstance(edition, Edition) and pane in self._desk.area.panes:
                library.keep_compiled(edition)
                self._desk.area.show_in(pane, place)

        self._compile(place.work, show)
        return True

    def _compile(self, work: str, done: Callable[[object], None]) -> None:
        library = self._desk.library

        def make(progress: Progress) -> Edition:
            return library.compile(work, progress)

        self._desk.tasks.run(self.tr("Gathering notes and passages"), make, done, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._desk.messages.error(error)

    def _on_change(self, change: Change) -> None:
        shown = any(is_compiled(pane.work) for pane in self._desk.area.panes)
        if shown and change.touched & _TOUCHING:
            self._renew.start()

    def _on_renew(self) -> None:
        for work in {pane.work for pane in self._desk.area.panes if is_compiled(pane.work)}:
            self._compile(work, self._replace)

    def _replace(self, edition: object) -> None:
        if not isinstance(edition, Edition):
            return
        self._desk.library.keep_compiled(edition)
        for pane in self._desk.area.panes:
            if pane.work == edition.work.id and pane.edition != edition:
                pane.set_edition(edition, pane.place())


def install(desk: Desk) -> Compiled:
    """Register the part."""
    return Compiled(desk)
