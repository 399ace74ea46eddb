"""What an annotation file would bring, line by line, before anything is touched."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
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

from reader.library import Fate, Preview, Row
from reader.model import Annotation
from reader.panes.dialog_size import open_size
from reader.panes.preview_lines import ByFate, Column, PreviewModel
from reader.qt.safe_text import plain

#: Letters for which the widths are given, px; and how many of them a column shows at least.
_LETTERS_PX, _FEWEST_LETTERS = 16, 8
#: Of the columns, px; the words take the rest.
_WIDTHS = {Column.FATE: 190, Column.PERSON: 90, Column.PLACE: 95, Column.REASON: 170}


class PreviewDialog(QDialog):
    """The preview of one file, its lines ``arranged``.

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
        self._shown = ByFate(self.model, self)
        counts = preview.counts
        self._counts_by_fate = {fate: counts[fate] for fate in Fate if counts.get(fate)}
        who = plain(preview.file.creator.name or preview.file.label, 60)
        self.setWindowTitle(self.tr("Notes of {0}").format(who))
        open_size(self, 860, 520)
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
        words = self.model.fates
        parts = [f"{words[fate]}: {count:,}" for fate, count in self._counts_by_fate.items()]
        return " · ".join(parts) or self.tr("There are no annotations in this file.")

    def _fate_box(self) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(self.tr("Which lines"))
        box.addItem(self.tr("All lines"), None)
        for fate in self._counts_by_fate:
            box.addItem(self.model.fates[fate], fate)
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
        scale = max(1.0, self.fontMetrics().height() / _LETTERS_PX)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, min(round(width * scale), self.width() // 3))
        header.setMinimumSectionSize(self.fontMetrics().horizontalAdvance("n" * _FEWEST_LETTERS))
        remarked = any(row.reason for row in self.model.rows)
        table.setColumnHidden(Column.REASON, not remarked)  # its room is for the words
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
