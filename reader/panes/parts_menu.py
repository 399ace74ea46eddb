"""Part of the window: what a right click in a text offers, or the menu key."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from reader.model import Span
from reader.panes.desk import Desk
from reader.panes.reading_pane import ReadingPane

#: Commands on the words under the mouse, by what they are for.
_OFFERED = (
    ("edit.copy", "edit.copy_cited", "edit.copy_link"),
    (
        "annotate.highlight",
        "annotate.underline",
        "annotate.note",
        "annotate.question",
        "annotate.bookmark",
        "annotate.trail",
    ),
    ("annotate.open", "annotate.reply", "annotate.tag", "annotate.delete"),
    ("go.related", "edit.search", "edit.concordance"),
)


class TextMenu(QObject):
    """Offers commands where the mouse is: Qt's own menu knows a part of a long text only."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        desk.area.pane_added.connect(self._on_pane)
        for pane in desk.area.panes:
            self._on_pane(pane)

    def _on_pane(self, pane: ReadingPane) -> None:
        pane.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        pane.view.customContextMenuRequested.connect(partial(self.open, pane))

    def open(self, pane: ReadingPane, where: QPoint) -> QMenu | None:
        """Open the menu at a point of the viewport; the commands mean what is there."""
        if pane.edition is None:
            return None
        self._desk.area.set_active(pane, focus=True)
        at = pane.view.offset_at_point(where.toPointF())
        chosen = pane.selection()
        if at is not None and not (chosen and chosen.start <= at < chosen.end):
            pane.view.select(Span(at, at), follow=False)
        actions = self._desk.actions
        menu = QMenu(pane)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for group in _OFFERED:
            menu.addActions([actions[key] for key in group if actions.may(key)])
            menu.addSeparator()
        menu.popup(pane.view.viewport().mapToGlobal(where))
        return menu


def install(desk: Desk) -> TextMenu:
    """Register the part."""
    return TextMenu(desk)
