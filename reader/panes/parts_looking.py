"""Part of the window: how it looks - panes, sizes, themes, full screen, margin, side panel."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from reader.panes.desk import Desk
from reader.panes.main_window import MainWindow
from reader.panes.reading_pane import ReadingPane
from reader.qt import theme
from reader.qt.direction import isolated
from reader.qt.settings import Reading

_SMALLEST_PT, _LARGEST_PT, _STEP = 7.0, 40.0, 1.1


class Looking(QObject):
    """Answers the commands of the view menu."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._settings = desk.settings
        on = desk.actions.on
        for count in range(1, 5):
            on(f"view.panes_{count}", self._counter(count))
        on(
            "view.close_pane",
            lambda: desk.area.close_pane(desk.area.active),
            lambda: len(desk.area.panes) > 1,
        )
        on("view.reopen_pane", desk.area.reopen)
        on("view.side_panel", self.toggle_side)
        on("view.margin", lambda: self._flip("margin"))
        on("view.notes_below", lambda: self._flip("notes_below"))
        on("view.minimap", lambda: self._flip("minimap"))
        on("view.unfold", self.unfold)
        on("view.larger", lambda: self.resize_text(1))
        on("view.smaller", lambda: self.resize_text(-1))
        on("view.normal", lambda: self.set_size(Reading().size_pt))
        on("view.theme", desk.look.next_theme)
        for key in ("system", *theme.KEYS):
            on(f"view.theme_{key}", self._themer(key))
        on("view.full_screen", self.toggle_full_screen)
        on("view.focus", self.toggle_focus)
        desk.area.pane_added.connect(self._on_pane)
        desk.area.active_changed.connect(self._show_place)
        desk.side.closed.connect(self.toggle_side)
        desk.side.left.connect(self._to_text)
        desk.side.shown.connect(self._on_side)
        desk.side.gone.connect(self._on_side_gone)
        desk.settings.changed.connect(self._show_checks)
        for pane in desk.area.panes:
            self._on_pane(pane)
        self._show_checks()

    @property
    def _window(self) -> MainWindow:
        window = self._desk.window
        assert isinstance(window, MainWindow)  # noqa: S101 - app.py made it
        return window

    def _on_pane(self, pane: ReadingPane) -> None:
        pane.place_changed.connect(self._show_place)
        pane.edition_changed.connect(self._show_place)
        pane.zoomed.connect(self.resize_text)
        if self._desk.actions["view.unfold"].isChecked():
            pane.margin.unfold_all(unfolded=True)

    def _to_text(self) -> None:
        self._desk.area.active.focus_text()

    def _show_place(self, _what: object = None) -> None:
        """Say in the status line where one is."""
        pane = self._desk.area.active
        passage = pane.passage()
        if pane.edition is None or passage is None:
            self._window.place_label.say(())
            return
        here = [str(passage.locus), f"{pane.share_read():.0%}"]
        section = [passage.section] if passage.section else []
        wide = [pane.edition.work.cited, *section, *here]
        forms = ["   ·   ".join(map(isolated, parts)) for parts in (wide, [*section, *here], here)]
        self._window.place_label.say(forms)

    # panes and panels ------------------------------------------------------

    def _counter(self, count: int) -> Callable[[], None]:
        def show() -> None:
            self._desk.area.set_count(count)
            self._desk.area.even()

        return show

    def toggle_side(self) -> None:
        """Open or close the side panel."""
        side = self._desk.side
        if side.isHidden() and side.keys:
            side.bring(side.current or side.keys[0])
        else:
            side.hide()
            self._desk.area.active.focus_text()
        self._desk.actions["view.side_panel"].setChecked(not side.isHidden())

    def _on_side(self, _key: str) -> None:
        self._desk.actions["view.side_panel"].setChecked(True)

    def _on_side_gone(self) -> None:
        self._desk.actions["view.side_panel"].setChecked(False)

    # reading settings ------------------------------------------------------

    def _flip(self, name: str) -> None:
        now = getattr(self._settings.reading, name)
        self._settings.change(self._settings.reading, **{name: not now})

    def _show_checks(self, _group: object = None) -> None:
        reading = self._settings.reading
        self._desk.actions["view.margin"].setChecked(reading.margin)
        self._desk.actions["view.notes_below"].setChecked(reading.notes_below)
        self._desk.actions["view.minimap"].setChecked(reading.minimap)

    def unfold(self) -> None:
        """Unfold all notes, or fold them."""
        unfolded = self._desk.actions["view.unfold"].isChecked()
        for pane in self._desk.area.panes:
            pane.margin.unfold_all(unfolded)
        margins = [pane.margin for pane in self._desk.area.panes if pane.margin.notes]
        if unfolded and margins and all(margin.compact for margin in margins):
            self._desk.messages.info(
                self.tr("Notes unfold where there is room for them beside the text."),
                self.tr("Read them in a pane"),
                lambda: self._desk.actions.do("go.notes_text"),
            )

    def resize_text(self, direction: int) -> None:
        """Make the text one step larger or smaller."""
        now = self._settings.reading.size_pt
        self.set_size(now * _STEP if direction > 0 else now / _STEP)

    def set_size(self, size_pt: float) -> None:
        """Set the size of the text in points."""
        size = round(min(_LARGEST_PT, max(_SMALLEST_PT, size_pt)), 2)
        self._settings.change(self._settings.reading, size_pt=size)

    def _themer(self, key: str) -> Callable[[], object]:
        return lambda: self._settings.change(self._settings.window, theme=key)

    # full screen -----------------------------------------------------------

    def toggle_full_screen(self) -> None:
        """Fill the screen, or not."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def toggle_focus(self) -> None:
        """Show only the texts, or everything again."""
        on = self._desk.actions["view.focus"].isChecked()
        if on:
            self._desk.side.hide()
        self._window.set_focus_mode(on)


def install(desk: Desk) -> None:
    """Register the part."""
    Looking(desk)
