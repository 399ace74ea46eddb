"""A small bar beside words selected with the mouse: colours, lines, note, copy."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from reader.model import Colour
from reader.panes.marks import PATTERNS
from reader.qt.commands import Actions, by_key
from reader.qt.look import Look
from reader.qt.wordings import colour_name

#: Commands of the bar after the colours, in order.
_COMMANDS = (
    "annotate.underline",
    "annotate.strike",
    "annotate.note",
    "annotate.question",
    "annotate.link",
    "edit.copy_cited",
)
_ICONS = {"annotate.question": "circle-help", "edit.copy_cited": "copy"}


class ColourButton(QToolButton):
    """A dot in a mark's colour, with the line pattern that tells it apart without colour."""

    def __init__(self, look: Look, colour: Colour, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._colour = colour
        self.setFixedSize(24, 26)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the dot."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        painter.setPen(QPen(theme.line(self._colour), 1.2))
        painter.setBrush(theme.fill(self._colour))
        painter.drawEllipse(QPointF(12, 10.5), 7, 7)
        pen = QPen(theme.line(self._colour), 1.4)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if PATTERNS[self._colour]:
            pen.setDashPattern(list(PATTERNS[self._colour]))
        painter.setPen(pen)
        painter.drawLine(QPointF(4, 22), QPointF(20, 22))


class SelectionBar(QFrame):
    """Stands above the end of a selection until it is used or the selection goes.

    It takes no focus: the keys go on acting on the text.

    Signals:
        colour_chosen: a ``Colour`` to mark the selection in.
    """

    colour_chosen = Signal(object)

    def __init__(self, look: Look, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("popup")
        self._look = look
        self._actions = actions
        self._colours: dict[Colour, ColourButton] = {}
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 3, 6, 3)
        row.setSpacing(0)
        for colour in Colour:
            button = self._colours[colour] = ColourButton(look, colour, self)
            button.clicked.connect(lambda _checked=False, one=colour: self._on_colour(one))
            row.addWidget(button)
        for key in _COMMANDS:
            if key in actions:
                self._buttons[key] = self._button(key)
                row.addWidget(self._buttons[key])
        for child in self.findChildren(QToolButton):
            child.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Mark the selected words"))
        self.hide()

    def _button(self, key: str) -> QToolButton:
        button = QToolButton(self)
        command = by_key()[key]
        button.setAccessibleName(command.name)
        keys = self._actions.shortcut_text(key)
        button.setToolTip(f"{command.name} ({keys})" if keys else command.name)
        button.setIconSize(QSize(1, 1) * self._look.scaled(16))
        button.clicked.connect(lambda: self._on_command(key))
        return button

    def name_colours(self, names: Mapping[Colour, str]) -> None:
        """Show the reader's own names of the colours."""
        for number, colour in enumerate(Colour, start=1):
            button = self._colours[colour]
            name = colour_name(colour, names.get(colour, ""))
            button.setAccessibleName(name)
            button.setToolTip(f"{name.replace('<', '‹')} ({number})")

    def open_at(self, where: QPoint) -> None:
        """Show the bar above a point of its parent, within the parent."""
        for key, button in self._buttons.items():
            name = by_key()[key].icon or _ICONS.get(key, "check")
            button.setIcon(self._look.icon(name, "card_text"))
        self.adjustSize()
        host = self.parentWidget()
        room = host.width() if host else self.width()
        left = min(max(4, where.x() - self.width() // 2), max(4, room - self.width() - 4))
        top = where.y() - self.height() - 6
        self.move(left, top if top >= 2 else where.y() + 28)
        self.show()
        self.raise_()

    def _on_colour(self, colour: Colour) -> None:
        self.hide()
        self.colour_chosen.emit(colour)

    def _on_command(self, key: str) -> None:
        self.hide()
        self._actions.do(key)
