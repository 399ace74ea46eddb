"""Part of the window: trails, laid and walked beside the texts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.library.files import write_whole
from reader.model import Change, Place, Touched
from reader.panes.desk import Desk

if TYPE_CHECKING:
    from reader.library import Station, Trail
    from reader.panes.trail_panel import TrailPanel

TRAILS = "trails"


class Trails(QObject):
    """Gathers selections into trails and leads the panes along them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        desk.side.register(TRAILS, self.tr("Trails"), "route", self._make)
        desk.actions.on("compare.trail", lambda: desk.side.bring(TRAILS))
        desk.actions.on("annotate.trail", self.gather, self._has_selection)
        desk.changes.happened.connect(self._on_change)
        desk.look.changed.connect(self._dress)

    def _make(self, parent: QWidget) -> TrailPanel:
        from reader.panes.trail_panel import TrailPanel

        panel = TrailPanel(self._desk.look, parent, self._desk.unfinished)
        panel.chosen.connect(self.go)
        panel.add_wanted.connect(self.add)
        panel.arranged.connect(self._arrange)
        panel.save_wanted.connect(self.save)
        self._fill(panel)
        return panel

    def _panel(self) -> TrailPanel:
        from reader.panes.trail_panel import TrailPanel

        panel = self._desk.side.panel(TRAILS)
        assert isinstance(panel, TrailPanel)  # noqa: S101 - made above
        return panel

    def _fill(self, panel: TrailPanel) -> None:
        from reader.library import short_names

        library = self._desk.library
        works = [one.work for one in library.texts()]
        panel.show_trails(library.trails(), short_names(works), library.me.id)

    def _has_selection(self) -> bool:
        pane = self._desk.area.active
        return pane.edition is not None and bool(pane.selection())

    # ---- acting -------------------------------------------------------------------------

    def gather(self) -> None:
        """Add the selection to the trail shown, or begin one."""
        panel = self._panel()
        self.add(panel.trail.id if panel.trail is not None and panel.is_mine else "")
        self._desk.side.bring(TRAILS, focus=False)

    def add(self, trail: str) -> None:
        """Add the selection to a trail; without an id it begins one."""
        pane, library = self._desk.area.active, self._desk.library
        if pane.edition is None or not pane.selection():
            self._desk.messages.info(self.tr("Select words in a text first."))
            return
        work, span = pane.work, pane.selection()
        title = self._panel().title.text().strip() or self.tr("Trail")
        if trail:
            self._desk.attempt(lambda: library.extend_trail(trail, work, span))
        else:
            self._desk.attempt(lambda: library.begin_trail(title, work, span))

    def go(self, station: Station) -> None:
        """Lead the pane of its text to a station; the others stay where they are."""
        if station.span is None:
            self._desk.messages.info(
                self.tr("These words were not found in the text at hand: “{0}”").format(
                    station.quote[:200]
                )
            )
            return
        self._desk.area.go(Place(station.work, station.span), beside=True)

    def _arrange(self, trail: str, title: str, order: list[int], bridges: list[str]) -> None:
        self._desk.attempt(lambda: self._desk.library.arrange_trail(trail, title, order, bridges))

    def save(self, trail: Trail) -> None:
        """Take a trail away as Markdown."""
        from reader.library import trail_as_markdown

        works = {one.work.id: one.work for one in self._desk.library.texts()}
        name, _ = QFileDialog.getSaveFileName(
            self._desk.window, self.tr("Export"), self.tr("Trail") + ".md"
        )
        text = trail_as_markdown(trail, works)
        if name and self._desk.attempt(
            lambda: write_whole(Path(name), text.encode("utf-8", "replace"))
        ):
            self._desk.messages.info(self.tr("Written to {0}.").format(name))

    # ---- news ---------------------------------------------------------------------------

    def _on_change(self, change: Change) -> None:
        if self._desk.side.is_made(TRAILS) and change.touched & (Touched.MARKS | Touched.TEXTS):
            self._fill(self._panel())

    def _dress(self) -> None:
        if self._desk.side.is_made(TRAILS):
            self._panel().set_look(self._desk.look)


def install(desk: Desk) -> Trails:
    """Register the part."""
    return Trails(desk)
