"""What an annotation file would bring, line by line, before anything is touched."""

from collections.abc import Callable, Iterable
from enum import IntEnum
from functools import lru_cache

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.library import Fate, PlaceFate, Preview, Row
from reader.model import Annotation, NoteTarget, TextTarget
from reader.qt.safe_text import plain
from reader.qt.sentences import translated

_Index = QModelIndex | QPersistentModelIndex
#: Annotations remembered after they were decoded: some screens of lines.
_DECODED = 2000
_WORDS = 160


class Column(IntEnum):
    """The columns of a preview."""

    FATE = 0
    PERSON = 1
    WORDS = 2
    PLACE = 3
    REASON = 4


#: Of the columns, px; the words take the rest.
_WIDTHS = {Column.FATE: 190, Column.PERSON: 90, Column.PLACE: 95, Column.REASON: 170}


class PreviewModel(QAbstractTableModel):
    """The lines of a preview, those that matter first; decoded when they are first shown.

    Args:
        preview: of a file.
        parent: of the model.
        mine: returns what I have of a note, to show what a removal would take away.

    Signals:
        ticks_changed: other lines are ticked.
    """

    ticks_changed = Signal()

    def __init__(
        self,
        preview: Preview,
        parent: QWidget | None = None,
        mine: Callable[[str], Annotation | None] = lambda _note: None,
    ) -> None:
        super().__init__(parent)
        self.rows = tuple(sorted(preview.rows, key=_weight))
        self._mine = mine
        self.ticked = {number for number, row in enumerate(self.rows) if row.ticked}
        self._note = lru_cache(_DECODED)(self._decoded)
        self._who = preview.file.creator.name or preview.file.label
        self._fates = self._fate_words()
        self._places = self._place_words()

    def _fate_words(self) -> dict[Fate, str]:
        return {
            Fate.NEW: self.tr("New"),
            Fate.CHANGED: self.tr("Changed after yours"),
            Fate.BESIDE: self.tr("Changed apart from yours"),
            Fate.REMOVED: self.tr("Removed there"),
            Fate.OLDER: self.tr("Older than yours"),
            Fate.IDENTICAL: self.tr("Identical"),
            Fate.REFUSED: self.tr("Refused"),
        }

    def _place_words(self) -> dict[PlaceFate, str]:
        return {
            PlaceFate.SURE: self.tr("found"),
            PlaceFate.UNCERTAIN: self.tr("⚠ uncertain"),
            PlaceFate.LOST: self.tr("⚠ lost"),
            PlaceFate.NO_TEXT: self.tr("text not here"),
            PlaceFate.NOT_SOUGHT: "",
        }

    def _decoded(self, number: int) -> Annotation | None:
        row = self.rows[number]
        return self._mine(row.where) if row.fate is Fate.REMOVED else row.annotation

    def renew(self, preview: Preview) -> None:
        """Show the same lines with more places sought; ticks stay."""
        self.rows = tuple(sorted(preview.rows, key=_weight))
        if self.rows:
            last = self.index(len(self.rows) - 1, Column.PLACE)
            self.dataChanged.emit(self.index(0, Column.PLACE), last)

    # ---- for Qt -------------------------------------------------------------------------

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802 - Qt
        """Return the number of lines."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index | None = None) -> int:  # noqa: N802 - Qt
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    def headerData(  # noqa: N802 - Qt
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        names = (
            self.tr("What happens"),
            self.tr("By"),
            self.tr("Words"),
            self.tr("Place"),
            self.tr("Remark"),
        )
        return names[section] if 0 <= section < len(names) else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell, or its tick."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._words(index.row(), row, Column(index.column()))
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == Column.FATE and row.useful:
            ticked = index.row() in self.ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """What would change nothing cannot be ticked."""
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and index.column() == Column.FATE and self.rows[index.row()].useful:
            found |= Qt.ItemFlag.ItemIsUserCheckable
        return found | Qt.ItemFlag.ItemNeverHasChildren

    def setData(  # noqa: N802 - Qt
        self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Tick or untick a line."""
        if role != Qt.ItemDataRole.CheckStateRole or not self.rows[index.row()].useful:
            return False
        self.tick([index.row()], ticked=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def tick(self, numbers: Iterable[int], *, ticked: bool) -> None:
        """Tick or untick lines; those that would change nothing stay as they are."""
        useful = {number for number in numbers if self.rows[number].useful}
        self.ticked = self.ticked | useful if ticked else self.ticked - useful
        if useful:
            last = self.index(max(useful), Column.FATE)
            self.dataChanged.emit(
                self.index(min(useful), Column.FATE), last, [Qt.ItemDataRole.CheckStateRole]
            )
            self.ticks_changed.emit()

    def _words(self, number: int, row: Row, column: Column) -> str:
        match column:
            case Column.FATE:
                return self._fates[row.fate]
            case Column.PERSON:
                note = self._note(number)
                return plain(note.author.name, 60) if note else self._who
            case Column.WORDS:
                return _said(self._note(number))
            case Column.PLACE:
                return self._places[row.place]
            case Column.REASON:
                return plain(translated(row.reason), 300)


def _weight(row: Row) -> tuple[bool, bool]:
    """Lines that ask come first, then those that change something, then the rest."""
    return not (row.asks and row.useful), not (row.useful or row.fate is Fate.REFUSED)


def _said(note: Annotation | None) -> str:
    """Return what a note says, and the words it is about, in one line."""
    if note is None:
        return ""
    target = note.target
    quote = target.selectors.exact if isinstance(target, TextTarget) else ""
    sign = "↳ " if isinstance(target, NoteTarget) else ""
    about = f"“{plain(quote, _WORDS)}”" if quote else ""
    return sign + " ".join(filter(None, (plain(note.body, _WORDS), about)))


class _ByFate(QSortFilterProxyModel):
    """Shows the lines of one fate, or all."""

    def __init__(self, model: PreviewModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = model.rows
        self._fate: Fate | None = None
        self.setSourceModel(model)

    def show_fate(self, fate: Fate | None) -> None:
        """Show only lines of this fate; None for all."""
        self._fate = fate
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: _Index) -> bool:  # noqa: N802, ARG002 - Qt
        """Say whether a line is shown."""
        return self._fate is None or self._rows[row].fate is self._fate


class PreviewDialog(QDialog):
    """The preview of one file.

    Space ticks or unticks the chosen lines.

    Signals:
        take_wanted: the preview, and a function that says which rows to take.
        layer_wanted: the preview: show it in the texts without taking it.
        trust_wanted: device of mine whose files shall be taken without asking.
    """

    take_wanted = Signal(object, object)
    layer_wanted = Signal(object)
    trust_wanted = Signal(str)

    def __init__(
        self,
        preview: Preview,
        parent: QWidget,
        mine: Callable[[str], Annotation | None] = lambda _note: None,
        *,
        own_device: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._preview = preview
        self.model = PreviewModel(preview, self, mine)
        self._shown = _ByFate(self.model, self)
        who = plain(preview.file.creator.name or preview.file.label, 60)
        self.setWindowTitle(self.tr("Notes of {0}").format(who))
        self.resize(860, 520)
        self._counts = QLabel(self._counted(), self)
        self._counts.setTextFormat(Qt.TextFormat.PlainText)
        self._counts.setWordWrap(True)
        self.fates = self._fate_box()
        self.table = self._table()
        self._take = QPushButton(self)
        self._take.setDefault(True)
        self._take.clicked.connect(self._on_take)
        self._layer = QPushButton(self.tr("Only &look at it in the texts"), self)
        self._layer.clicked.connect(self._on_layer)
        self.trust = QCheckBox(
            self.tr("This is another &computer of mine: take its files without asking"), self
        )
        self.trust.setVisible(own_device)
        close = QPushButton(self.tr("Cancel"), self)
        close.clicked.connect(self.reject)
        self._lay_out(close)
        self.model.ticks_changed.connect(self._on_ticks)
        self._on_ticks()

    def _lay_out(self, close: QPushButton) -> None:
        top = QHBoxLayout()
        top.addWidget(self._counts, 1)
        top.addWidget(self.fates)
        bottom = QHBoxLayout()
        bottom.addWidget(self._layer)
        bottom.addStretch(1)
        bottom.addWidget(close)
        bottom.addWidget(self._take)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self.trust)
        column.addLayout(bottom)

    def show_places(self, preview: Preview) -> None:
        """Take over the same preview with more places sought."""
        if preview.file is self._preview.file:
            self._preview = preview
            self.model.renew(preview)

    def _counted(self) -> str:
        counts = self._preview.counts
        words = self.model._fates  # noqa: SLF001 - the same words as in its lines
        parts = [f"{words[fate]}: {counts[fate]:,}" for fate in Fate if counts.get(fate)]
        return " · ".join(parts) or self.tr("There are no annotations in this file.")

    def _fate_box(self) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(self.tr("Which lines"))
        box.addItem(self.tr("All lines"), None)
        for fate in Fate:
            if self._preview.counts.get(fate):
                box.addItem(self.model._fates[fate], fate)  # noqa: SLF001 - as above
        box.currentIndexChanged.connect(self._on_fate)
        return box

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self._shown)
        table.setAccessibleName(self.tr("Annotations of the file"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = table.horizontalHeader()
        header.setSectionResizeMode(Column.WORDS, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        if self._shown.rowCount():
            table.selectRow(0)
        return table

    def _on_fate(self) -> None:
        fate = self.fates.currentData()  # Qt gives the bare string back
        self._shown.show_fate(Fate(fate) if fate else None)

    def _on_ticks(self) -> None:
        count = len(self.model.ticked)
        self._take.setText(self.tr("&Take %n line(s)", "", count))
        self._take.setEnabled(count > 0)

    def _on_take(self) -> None:
        wanted = frozenset(id(self.model.rows[number]) for number in self.model.ticked)
        chosen: Callable[[Row], bool] = lambda row: id(row) in wanted  # noqa: E731
        if self.trust.isChecked():
            self.trust_wanted.emit(self._preview.file.device)
        self.take_wanted.emit(self._preview, chosen)
        self.accept()

    def _on_layer(self) -> None:
        self.layer_wanted.emit(self._preview)
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt
        """Space ticks all chosen lines, or unticks them when all are ticked."""
        if event.key() != Qt.Key.Key_Space or not self.table.hasFocus():
            super().keyPressEvent(event)
            return
        chosen = self.table.selectionModel().selectedRows()
        numbers = [self._shown.mapToSource(one).row() for one in chosen]
        useful = [number for number in numbers if self.model.rows[number].useful]
        self.model.tick(useful, ticked=not self.model.ticked.issuperset(useful))
