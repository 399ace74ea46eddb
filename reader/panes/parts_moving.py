"""Part of the window: moving in a text and between panes, finding, copying."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication

from reader.model import BadInput, Locus, NotFound, ReaderError, Span
from reader.panes.asking import ask
from reader.panes.desk import Desk
from reader.panes.reading_pane import ReadingPane
from reader.panes.units import Unit

_UNITS = {"sentence": Unit.SENTENCE, "clause": Unit.CLAUSE, "passage": Unit.PASSAGE}
#: Keys that select on by passages; they hold where letters are no commands, too.
_BY_PASSAGES = {"Ctrl+Shift+Down": 1, "Ctrl+Shift+Up": -1}


class Moving(QObject):
    """Answers the commands that move in the pane being read."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._area = desk.area
        on = desk.actions.on
        self._beside: ReadingPane | None = None
        on("go.back", self._back, lambda: self._walker.can_back)
        on("go.forward", self._forward, lambda: self._walker.can_forward)
        on("go.to", self.ask_place, self._has_text)
        on("go.outline", self._doer("show_outline"), self._has_text)
        on("go.contents", self._doer("show_outline"), self._has_text)
        on("go.next_section", lambda: self._pane.step_section(1), self._has_text)
        on("go.previous_section", lambda: self._pane.step_section(-1), self._has_text)
        on("go.next_pane", lambda: self._area.step_active(1))
        on("go.previous_pane", lambda: self._area.step_active(-1))
        on("go.next_tab", lambda: self._area.step_active(1))
        on("go.previous_tab", lambda: self._area.step_active(-1))
        on("go.text", self._doer("focus_text"))
        for name in _UNITS:
            on(f"go.next_{name}", self._mover(name, 1), self._has_text)
            on(f"go.previous_{name}", self._mover(name, -1), self._has_text)
        on("edit.find", self._doer("open_find"), self._has_text)
        on("edit.select_more", self._doer("select_more"), self._has_text)
        on("edit.select_less", self._doer("select_less"), self._has_text)
        on("edit.copy", self.copy, self._has_selection)
        on("edit.copy_cited", self.copy_cited, self._has_text)
        on("edit.copy_link", self.copy_link, self._has_text)
        self._area.pane_added.connect(self._on_pane)
        self._area.pane_removed.connect(self._on_active)
        self._area.active_changed.connect(self._on_active)
        for pane in self._area.panes:
            self._on_pane(pane)

    @property
    def _pane(self) -> ReadingPane:
        return self._area.active

    @property
    def _walker(self) -> ReadingPane:
        """The pane that goes back: one that was sent somewhere from here, else the one read."""
        one = self._beside
        return one if one is not None and (one.can_back or one.can_forward) else self._pane

    def _back(self) -> None:
        self._walker.back()

    def _forward(self) -> None:
        self._walker.forward()

    def _on_active(self, _pane: ReadingPane) -> None:
        self._beside = None

    def _on_jump(self) -> None:
        pane = self.sender()
        if isinstance(pane, ReadingPane):
            self._beside = pane if pane is not self._pane else None

    def _doer(self, name: str) -> Callable[[], object]:
        """Return a call of a method of whichever pane is being read then."""

        def do() -> None:
            getattr(self._pane, name)()

        return do

    def _has_text(self) -> bool:
        return self._pane.edition is not None

    def _has_selection(self) -> bool:
        return self._has_text() and bool(self._pane.selection())

    def _on_pane(self, pane: ReadingPane) -> None:
        """Let single letters in the words be commands."""
        pane.view.key_command = self._on_key
        pane.history_changed.connect(self._on_jump)

    def _on_key(self, sequence: str) -> bool:
        if sequence in _BY_PASSAGES:
            self._pane.move_caret(Unit.PASSAGE, _BY_PASSAGES[sequence], extend=True)
            return True
        if not self._desk.settings.reading.single_keys:
            return False
        extending = sequence.removeprefix("Shift+")
        key = self._desk.actions.for_pane_key(sequence)
        if not key and extending != sequence:
            key = self._desk.actions.for_pane_key(extending)
            name = key.partition("_")[2]
            if name not in _UNITS:
                return False
            direction = 1 if key.startswith("go.next") else -1
            self._pane.move_caret(_UNITS[name], direction, extend=True)
            return True
        return bool(key) and self._desk.actions.do(key)

    def _mover(self, name: str, direction: int) -> Callable[[], None]:
        return lambda: self._pane.move_caret(_UNITS[name], direction)

    # places ----------------------------------------------------------------

    def ask_place(self) -> None:
        """Ask where to go: a paragraph, a section, a share of the text."""
        ask(
            self._desk.window,
            QCoreApplication.translate("Moving", "Go to"),
            QCoreApplication.translate(
                "Moving", "A paragraph (12), a section (§3), a note (n5) or a share (40 %):"
            ),
            self._on_place,
        )

    def _on_place(self, words: str) -> bool:
        try:
            if words.strip():
                self.go_to(words)
        except (BadInput, NotFound) as error:
            self._desk.messages.warning(error.message)
            return False
        return True

    def go_to(self, words: str) -> None:
        """Go to a place that a reader wrote.

        Raises:
            BadInput, NotFound: it is none, or the text has no such place.
        """
        edition = self._pane.edition
        if edition is None:
            return
        if words.strip().endswith("%") and words.strip(" %").isdigit():
            share = min(100, int(words.strip(" %"))) / 100
            offset = min(round(len(edition.text) * share), max(0, len(edition.text) - 1))
            self._pane.go_to_passage(edition.at(offset).id)
        else:
            self._pane.go_to_passage(Locus.parse(words))

    # copying ---------------------------------------------------------------

    def _chosen(self) -> Span:
        """Return the selection, or the passage being read."""
        span = self._pane.selection()
        passage = self._pane.passage()
        return span or (passage.span if passage else span)

    def copy(self) -> None:
        """Put the selected words on the clipboard."""
        edition = self._pane.edition
        if edition is not None:
            QGuiApplication.clipboard().setText(self._pane.selection().of(edition.text))

    def copy_cited(self) -> None:
        """Put the words with author, title and place on the clipboard."""
        try:
            words = self._desk.library.reference(self._pane.work, self._chosen())
        except ReaderError as error:
            self._desk.messages.error(error)
            return
        QGuiApplication.clipboard().setText(words)
        self._desk.messages.info(QCoreApplication.translate("Moving", "Copied with its source."))

    def copy_link(self) -> None:
        """Put a link to the passage on the clipboard."""
        passage = self._pane.passage()
        if passage is not None:
            address = self._desk.library.address(self._pane.work, passage.span)
            QGuiApplication.clipboard().setText(address)
            self._desk.messages.info(
                QCoreApplication.translate("Moving", "Copied a link to this passage.")
            )


def install(desk: Desk) -> None:
    """Register the part."""
    desk.window.moving = Moving(desk)  # type: ignore[attr-defined]  # held by the window
