"""Part of the window: everything is where it was after a restart, or after a crash."""

from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from reader.model import AnnotationKind, ReaderError, Span
from reader.model.values import dataclass
from reader.panes.desk import Desk
from reader.panes.main_window import MainWindow
from reader.panes.parts_annotating import Annotating
from reader.panes.parts_following import Following
from reader.panes.parts_searching import Searching
from reader.panes.parts_studying import Studying
from reader.panes.reading_pane import ReadingPane
from reader.panes.standing import DRAFT
from reader.qt.keeper import Keeper
from reader.qt.messages import sentence

#: A place is written down this long after the reader came to rest, ms; a crash loses no more.
_SAVE_AFTER_MS = 1500
#: So often a page that stands in place of the texts is looked at, ms.
_SAVE_PAGE_MS = 3000
#: Commands that are on or off, and are so again after a restart.
_MODES = ("compare.follow", "view.focus")


class Session(QObject):
    """Keeps panes, places, sizes and unfinished notes in the library folder.

    Where panes that follow were put by hand is no state of a window but something a reader did,
    and comes back also where the last session does not.
    """

    def __init__(
        self,
        desk: Desk,
        annotating: Annotating,
        searching: Searching,
        following: Following,
        studying: Studying,
    ) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._annotating = annotating
        self._searching = searching
        self._following = following
        self._studying = studying
        self._saved: dict[str, object] = {}
        self._told = ""
        self._later = QTimer(self, singleShot=True, interval=_SAVE_AFTER_MS)
        self._later.timeout.connect(self._on_rest)
        self._keeper = Keeper(self)
        self._keeper.failed.connect(self._on_failed)
        self._window.closing.connect(self.save)
        desk.unfinished.changed.connect(self._on_typed)
        desk.area.pane_added.connect(self._on_pane)
        desk.area.edition_changed.connect(self._later.start)
        desk.area.active_changed.connect(self._later.start)
        desk.side.shown.connect(self._later.start)
        desk.side.gone.connect(self._later.start)
        desk.side.scrolled.connect(self._later.start)
        self._page_watch = QTimer(self, interval=_SAVE_PAGE_MS)
        self._page_watch.timeout.connect(self._on_typed)
        self._window.page_changed.connect(self._on_page)
        for pane in desk.area.panes:
            self._on_pane(pane)
        for mode in _MODES:
            desk.actions[mode].toggled.connect(self._on_typed)

    @property
    def _window(self) -> MainWindow:
        window = self._desk.window
        assert isinstance(window, MainWindow)  # noqa: S101 - app.py made it
        return window

    def _on_pane(self, pane: ReadingPane) -> None:
        pane.place_changed.connect(self._later.start)
        pane.margin.typed.connect(self._on_typed)

    def _on_page(self) -> None:
        """Look now and then where the reader is on a page: nobody tells of every scroll there."""
        self._later.start()
        (self._page_watch.start if self._window.page else self._page_watch.stop)()

    def _on_typed(self) -> None:
        """Keep what is typed now and then, also where the reader does not pause."""
        if not self._later.isActive():
            self._later.start()

    def restore(self) -> None:
        """Bring back side panel, selections, unfinished notes and page; the panes stand already."""
        stored = self._desk.library.session()
        self._following.by_hand.load(stored.get("following"))
        self._take_up(stored.get("unfinished"))
        if not self._desk.settings.window.reopen:
            return
        self._window.load_side(stored.get("window"))
        self._desk.area.load_selections(stored.get("area"))
        self._resume(stored.get("modes"))
        drafts = stored.get("drafts")
        for draft in drafts if isinstance(drafts, list) else []:
            self._restore_draft(draft)
        self._studying.resume(stored.get("study"))

    def _resume(self, modes: object) -> None:
        """Let the panes follow, and show only the texts, as before; every pane stays in place."""
        if not isinstance(modes, list):
            return
        if "compare.follow" in modes:
            self._following.resume()
        if "view.focus" in modes:
            self._desk.actions["view.focus"].trigger()

    def _take_up(self, stored: object) -> None:
        """Hold again what was typed into a dialog, and say so: the dialog is closed now."""
        self._desk.unfinished.load(stored)
        if self._desk.unfinished.dump():
            self._desk.messages.info(
                self.tr("What you had not finished stands again where you were writing it.")
            )

    def save(self) -> None:
        """Write the session down when it is different from what is written; it is, at return.

        Where it cannot be, the window stays for once with what is being written in it.
        """
        self._on_rest()
        try:
            self._keeper.finish()
        except ReaderError as error:
            words = "\n\n".join(str(draft["text"]) for draft in self._drafts())
            if words and words != self._told:
                self._told = words
                self._hold(error, words)
            else:
                self._on_failed(error)

    def _hold(self, error: Exception, words: str) -> None:
        """Stay open, and offer to save unfinished notes where they can be."""

        def elsewhere() -> None:
            name, _ = QFileDialog.getSaveFileName(
                self._desk.window, self.tr("Save elsewhere"), "note.md", "Markdown (*.md)"
            )
            if name:
                self._desk.attempt(lambda: self._desk.library.save_words(words, Path(name)))

        self._saved = {}
        self._window.hold()
        rest = self.tr(
            "What you are writing would be lost: save it elsewhere, or close again to give it up."
        )
        self._desk.messages.error(
            f"{sentence(error)} {rest}", self.tr("Save elsewhere…"), elsewhere
        )

    def _on_rest(self) -> None:
        """Have the session written in the background: the disk may take half a second."""
        self._later.stop()
        session: dict[str, object] = {
            "window": self._window.dump(),
            "area": self._desk.area.dump(),
            "drafts": self._drafts(),
            "search": self._searching.state(),
            "study": self._studying.state(),
            "following": self._following.by_hand.dump(),
            "unfinished": self._desk.unfinished.dump(),
            "modes": [mode for mode in _MODES if self._desk.actions[mode].isChecked()],
        }
        if session != self._saved:
            self._saved = session
            self._keeper.keep(lambda: self._desk.library.save_session(session))

    def _on_failed(self, error: Exception) -> None:
        self._saved = {}
        self._desk.messages.error(error)

    def _drafts(self) -> list[dict[str, object]]:
        """Return the texts in open editors."""
        found: list[dict[str, object]] = []
        for at, pane in enumerate(self._desk.area.panes):
            for note, text in pane.margin.drafts().values():
                if text.strip() and text != note.body:
                    span = asdict(note.span)
                    draft = {"pane": at, "note": note.id, "kind": note.kind, "text": text, **span}
                    if note.kind is AnnotationKind.REPLY:
                        draft["answered"] = self._annotating.written.answered
                    found.append(draft)
        return found

    def _restore_draft(self, stored: object) -> None:
        """Open an editor again with what stood in it."""
        draft = _load_draft(stored)
        panes = self._desk.area.panes
        if draft is None or not 0 <= draft.pane < len(panes):
            return
        pane = panes[draft.pane]
        if draft.note != DRAFT:
            pane.margin.edit(draft.note, draft.text)
        elif pane.edition is not None and draft.span.end <= len(pane.edition.text):
            self._annotating.written.begin_draft(
                pane, draft.span, draft.kind, draft.text, answered=draft.answered
            )


@dataclass(frozen=True, slots=True)
class _Draft:
    """An unfinished note of a session."""

    pane: int
    note: str
    kind: AnnotationKind
    text: str
    span: Span
    answered: str = ""


def _load_draft(stored: object) -> _Draft | None:
    """Return a stored draft; None when it is none."""
    if not isinstance(stored, dict):
        return None
    try:
        return _Draft(
            int(stored["pane"]),
            str(stored["note"]),
            AnnotationKind(stored["kind"]),
            str(stored["text"]),
            Span(int(stored["start"]), int(stored["end"])),
            str(stored.get("answered", "")),
        )
    except (KeyError, TypeError, ValueError):
        return None


def install(
    desk: Desk,
    annotating: Annotating,
    searching: Searching,
    following: Following,
    studying: Studying,
) -> Session:
    """Register the part."""
    return Session(desk, annotating, searching, following, studying)
