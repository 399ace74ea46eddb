"""Minutes of a meeting: a field for each passage, or the filled-in Markdown of the packet."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reader.panes.dialog_size import open_size
from reader.panes.packet_dialog import Candidate
from reader.panes.scroll_room import ScrollRoom

_FIELD_LINES = 3


class MinutesDialog(QDialog):
    """Asks what was said.

    Args:
        passages: a field for each.
        parent: of the dialog.
        draft: what stood in the fields before, by work and passage id.
        pasted: what stood in the Markdown before.

    Signals:
        kept: tuples of work, passage id and words; and the pasted Markdown.
        typed: something was written.
    """

    kept = Signal(object, str)
    typed = Signal()

    def __init__(
        self,
        passages: Sequence[Candidate],
        parent: QWidget,
        draft: Mapping[tuple[str, str], str] | None = None,
        pasted: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Minutes of the meeting"))
        open_size(self, 640, 600)
        self._passages = tuple(passages)
        self.fields: list[QPlainTextEdit] = []
        self.tabs = QTabWidget(self)
        self.tabs.setAccessibleName(self.windowTitle())
        self.tabs.addTab(self._form(), self.tr("Passage by passage"))
        self.pasted = QPlainTextEdit(self)
        self.pasted.setAccessibleName(self.tr("Markdown of the packet with minutes in it"))
        self.pasted.setPlaceholderText(
            self.tr(
                "Paste the packet's Markdown with something written after “Minutes:”, or lines"
                " that begin with the number of a passage: ¶12 We agreed."
            )
        )
        self.tabs.addTab(self.pasted, self.tr("From Markdown"))
        for one, field in zip(self._passages, self.fields, strict=True):
            field.setPlainText((draft or {}).get((one.work, one.passage), ""))
        self.pasted.setPlainText(pasted)
        for field in (*self.fields, self.pasted):
            field.textChanged.connect(self.typed)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self._on_save)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.tabs, 1)
        column.addWidget(buttons)

    def _form(self) -> ScrollRoom:
        form = QWidget()
        column = QVBoxLayout(form)
        for one in self._passages:
            label = QLabel(f"{one.title}, {one.locus}\n{one.words}", form)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            field = QPlainTextEdit(form)
            field.setTabChangesFocus(True)
            field.setAccessibleName(f"{one.title}, {one.locus}")
            field.setFixedHeight(field.fontMetrics().lineSpacing() * _FIELD_LINES + 16)
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
            self.fields.append(field)
        if not self._passages:
            column.addWidget(QLabel(self.tr("There is no passage on the agenda yet."), form))
        column.addStretch(1)
        area = ScrollRoom(self)
        area.setWidget(form)
        return area

    def written(self) -> tuple[tuple[str, str, str], ...]:
        """Return work, passage id and words of each field with something in it."""
        return tuple(
            (one.work, one.passage, field.toPlainText())
            for one, field in zip(self._passages, self.fields, strict=True)
            if field.toPlainText().strip()
        )

    def _on_save(self) -> None:
        self.kept.emit(self.written(), self.pasted.toPlainText())
        self.accept()
