"""The lines of a preview as a table."""

from collections.abc import Callable, Iterable
from dataclasses import replace
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
from PySide6.QtWidgets import QWidget

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


class PreviewModel(QAbstractTableModel):
    """The lines of a preview, those that matter first; decoded when they are first shown.

    Args:
        preview: of a file, as ``arranged`` put it.
        parent: of the model.
        mine: returns what I have of a note, to show what a removal would take away.

    Attributes:
        rows: the lines.
        ticked: numbers of those that would be taken.
        fates: what is said of each fate.

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
        self.rows = preview.rows
        self._mine = mine
        self.ticked = {number for number, row in enumerate(self.rows) if row.ticked}
        self._note = lru_cache(_DECODED)(self._decoded)
        self._who = preview.file.creator.name or preview.file.label
        self.fates = self._fate_words()
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
        self.rows = preview.rows
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
                return self.fates[row.fate]
            case Column.PERSON:
                note = self._note(number)
                return plain(note.author.name, 60) if note else self._who
            case Column.WORDS:
                return _said(self._note(number))
            case Column.PLACE:
                return self._places[row.place]
            case Column.REASON:
                return plain(translated(row.reason), 300)


def arranged(preview: Preview) -> Preview:
    """Return a preview with the lines first that matter; for a worker thread, as it may be long."""
    return replace(preview, rows=tuple(sorted(preview.rows, key=_weight)))


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


class ByFate(QSortFilterProxyModel):
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
