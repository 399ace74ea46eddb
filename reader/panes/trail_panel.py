"""The trail beside the texts: stations to walk along, to arrange, and to join by bridges."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.panes.card import Card
from reader.panes.cards import CardList
from reader.panes.unfinished import Unfinished
from reader.qt.look import Look

if TYPE_CHECKING:
    from reader.library import Station, Trail

_BRIDGE_PX = 70


class TrailPanel(QWidget):
    """Choice of a trail, its stations, and the bridge to the chosen one.

    Signals:
        chosen: the ``Station`` to go to.
        add_wanted: the selection shall become a station; id of the trail, empty for a new one.
        arranged: id, title, rows in their new order, and a bridge for each.
        save_wanted: the ``Trail`` to be taken away.
    """

    chosen = Signal(object)
    add_wanted = Signal(str)
    arranged = Signal(str, str, object, object)
    save_wanted = Signal(object)

    def __init__(
        self, look: Look, parent: QWidget | None = None, unfinished: Unfinished | None = None
    ) -> None:
        """Make the panel; ``unfinished`` holds a bridge until it is kept."""
        super().__init__(parent)
        self._unfinished = unfinished or Unfinished(self)
        self._trails: tuple[Trail, ...] = ()
        self._names: Mapping[str, str] = {}
        self._me = ""
        self._filled = False
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(self.tr("Trail"))
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.currentIndexChanged.connect(self._show)
        self.title = QLineEdit(self)
        self.title.setAccessibleName(self.tr("Title of the trail"))
        self.title.editingFinished.connect(self._on_title)
        self.about = QLabel(self)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setWordWrap(True)
        self.about.setObjectName("muted")
        self.list = CardList(look.theme, self.tr("Stations"), self)
        self.list.chosen.connect(self._on_chosen)
        self.list.left.connect(self.choice.setFocus)
        self.list.selectionModel().currentChanged.connect(self._show_bridge)
        self.list.installEventFilter(self)
        self.bridge = QPlainTextEdit(self)
        self.bridge.setTabChangesFocus(True)
        self.bridge.setFixedHeight(_BRIDGE_PX)
        self.bridge.setAccessibleName(self.tr("What leads to this station"))
        self.bridge.setPlaceholderText(self.tr("What leads to this station?"))
        self.bridge.installEventFilter(self)
        self.bridge.textChanged.connect(self._on_typed)
        self.add = self._button("+", self.tr("Add the selection"), self._on_add)
        self.up = self._button("↑", self.tr("Earlier (Alt+Up)"), lambda: self.move_station(-1))
        self.down = self._button("↓", self.tr("Later (Alt+Down)"), lambda: self.move_station(1))
        self.drop = self._button("−", self.tr("Take the station out (Del)"), self.remove_station)
        self.save = self._button(self.tr("Export…"), self.tr("Export…"), self._on_save)
        self._lay_out()

    def _button(self, words: str, name: str, act: object) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.add, self.up, self.down, self.drop):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        for widget in (self.choice, self.title, self.about):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(self.bridge)
        column.addLayout(buttons)
        self.setFocusProxy(self.list)

    # ---- showing ------------------------------------------------------------------------

    def show_trails(self, trails: Sequence["Trail"], names: Mapping[str, str], me: str) -> None:
        """Show these trails; ``names`` are those of the works, ``me`` is my own id."""
        before = self.choice.currentData()
        known = {one.id for one in self._trails}
        mine = (one.id for one in trails if one.author.id == me and one.id not in known)
        new = next(mine, None) if self._filled else None
        self._filled = True
        self._trails, self._names, self._me = tuple(trails), names, me
        self.choice.blockSignals(True)
        self.choice.clear()
        for one in self._trails:
            by = "" if one.author.id == me else f" ({one.author.name})"
            self.choice.addItem(f"{one.title}{by}", one.id)
        self.choice.addItem(self.tr("New trail"), "")
        at = self.choice.findData(new if new is not None else before)
        self.choice.setCurrentIndex(max(0, at))
        self.choice.blockSignals(False)
        self._show()

    @property
    def trail(self) -> "Trail | None":
        """The trail shown; None while a new one is to be begun."""
        key = self.choice.currentData()
        return next((one for one in self._trails if one.id == key), None)

    @property
    def is_mine(self) -> bool:
        """Whether the trail shown may be changed."""
        return self.trail is not None and self.trail.author.id == self._me

    def _show(self) -> None:
        trail = self.trail
        self.title.setText(trail.title if trail else "")
        self.title.setPlaceholderText(self.tr("Title of the new trail"))
        self.title.setReadOnly(trail is not None and not self.is_mine)
        stations = trail.stations if trail else ()
        self.list.set_cards([self._card(row, one) for row, one in enumerate(stations)])
        self.about.setVisible(trail is None)
        self.about.setText(
            self.tr("Select words in a text and add them: they become the first station.")
        )
        self.save.setEnabled(trail is not None)
        self._show_bridge()

    def _card(self, row: int, one: "Station") -> Card:
        place = str(one.locus) if one.locus else self.tr("not found")
        name = self._names.get(one.work, one.work)
        return Card(
            row, f"{row + 1}. {name}", one.quote, aside=place, footer=one.bridge, lines=4,
            tint="related", struck=one.span is None,
        )  # fmt: skip

    def _row(self) -> int:
        key = self.list.key()
        return key if isinstance(key, int) else -1

    def _show_bridge(self, *_indexes: object) -> None:
        trail, row = self.trail, self._row()
        chosen = trail is not None and 0 <= row < len(trail.stations)
        text = trail.stations[row].bridge if trail is not None and chosen else ""
        held = self._unfinished.words(self._about(row)) if chosen and self.is_mine else ""
        self.bridge.blockSignals(True)
        self.bridge.setPlainText(held or text)
        self.bridge.blockSignals(False)
        self.bridge.setEnabled(chosen)
        self.bridge.setReadOnly(not self.is_mine)
        for button in (self.up, self.down, self.drop):
            button.setEnabled(chosen and self.is_mine)

    def _about(self, row: int) -> str:
        """Return under what the bridge to a station is held until it is kept."""
        trail = self.trail
        return f"bridge {trail.id} {row}" if trail is not None else ""

    def _on_typed(self) -> None:
        if self._row() >= 0 and self.is_mine:
            self._unfinished.hold(self._about(self._row()), self.bridge.toPlainText())

    # ---- what the reader does -----------------------------------------------------------

    def _arrange(self, order: Sequence[int], bridges: Mapping[int, str], title: str = "") -> None:
        trail = self.trail
        if trail is None or not self.is_mine:
            return
        told = [bridges.get(row, trail.stations[row].bridge) for row in order]
        self.arranged.emit(trail.id, title or trail.title, list(order), told)

    def move_station(self, by: int) -> None:
        """Put the chosen station earlier (-1) or later (1)."""
        trail, row = self.trail, self._row()
        if trail is None or not 0 <= row + by < len(trail.stations) or row < 0:
            return
        order = list(range(len(trail.stations)))
        order[row], order[row + by] = order[row + by], order[row]
        self._arrange(order, {})
        self.list.choose(row + by)

    def remove_station(self) -> None:
        """Take the chosen station out; the last one takes the trail with it."""
        trail, row = self.trail, self._row()
        if trail is not None and row >= 0:
            self._arrange([at for at in range(len(trail.stations)) if at != row], {})

    def _on_title(self) -> None:
        trail, title = self.trail, self.title.text().strip()
        if trail is not None and title and title != trail.title:
            self._arrange(range(len(trail.stations)), {}, title)

    def keep_bridge(self) -> None:
        """Keep the bridge as written, if it was changed."""
        trail, row = self.trail, self._row()
        words = " ".join(self.bridge.toPlainText().split())
        if trail is None or not 0 <= row < len(trail.stations):
            return
        if self.bridge.isEnabled() and words != trail.stations[row].bridge:
            self._arrange(range(len(trail.stations)), {row: words})
        now = self.trail
        if now is not None and row < len(now.stations) and now.stations[row].bridge == words:
            self._unfinished.hold(self._about(row), "")

    def _on_add(self) -> None:
        self.add_wanted.emit(self.trail.id if self.trail is not None and self.is_mine else "")

    def _on_save(self) -> None:
        if self.trail is not None:
            self.save_wanted.emit(self.trail)

    def _on_chosen(self, key: object) -> None:
        if self.trail is not None and isinstance(key, int):
            self.chosen.emit(self.trail.stations[key])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt
        """Keep a bridge that is left; move and remove stations by keys."""
        if watched is self.bridge and event.type() == QEvent.Type.FocusOut:
            self.keep_bridge()
        if watched is self.list and isinstance(event, QKeyEvent) and self._is_key(event):
            if event.type() == QEvent.Type.KeyPress:
                self._on_key(event)
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _is_key(self, event: QKeyEvent) -> bool:
        """Say whether a key arranges stations; also where it would be a shortcut elsewhere."""
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        moves = alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        return moves or event.key() == Qt.Key.Key_Delete

    def _on_key(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.remove_station()
        else:
            self.move_station(-1 if event.key() == Qt.Key.Key_Up else 1)

    def set_look(self, look: Look) -> None:
        """Take over a changed look."""
        self.list.set_theme(look.theme)
