"""The first page: what can be added, and how; shown while no text is open."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.model import EditionSummary
from reader.qt.look import Look

_WIDTH = 620


class StartPage(QScrollArea):
    """One screen: add texts, paste, open what is there.

    Signals:
        add_wanted, paste_wanted: the buttons.
        open_wanted: short ids of works to open side by side.
        file_wanted: path of a recent file.
    """

    add_wanted = Signal()
    paste_wanted = Signal()
    open_wanted = Signal(object)
    file_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._texts: tuple[EditionSummary, ...] = ()
        self._recent: tuple[str, ...] = ()
        self.setAccessibleName(self.tr("First page"))
        self._build()
        look.changed.connect(self._build)

    def show_texts(self, texts: Sequence[EditionSummary], recent: Sequence[str]) -> None:
        """Offer the texts of the library and the files opened last."""
        self._texts, self._recent = tuple(texts), tuple(recent)
        self._build()

    def _build(self) -> None:
        page = QWidget(self)
        page.setObjectName("startPage")
        outer = QHBoxLayout(page)
        outer.addStretch(1)
        column = QVBoxLayout()
        column.setContentsMargins(24, 48, 24, 48)
        column.setSpacing(10)
        outer.addLayout(column)
        outer.addStretch(1)
        column.addWidget(self._words("Counterpoint", 2.3, reading=True))
        column.addWidget(
            self._words(
                self.tr("Difficult texts, side by side, with your notes in the margin."),
                1.15,
                role="muted",
                reading=True,
            )
        )
        column.addSpacing(18)
        column.addWidget(DropArea(self._look, self._buttons(), page))
        own = [text for text in self._texts if not text.work.bundled]
        ours = [text for text in self._texts if text.work.bundled]
        self._section(column, self.tr("Your texts"), own)
        self._section(column, self.tr("To begin with"), ours)
        if self._recent:
            column.addSpacing(12)
            column.addWidget(self._words(self.tr("Recent files"), 1.0, bold=True))
            for path in self._recent[:5]:
                column.addWidget(self._row(path, lambda path=path: self.file_wanted.emit(path)))
        column.addStretch(1)
        self.setWidget(page)

    def _buttons(self) -> list[QPushButton]:
        add = QPushButton(self._look.icon("file-plus", "accent_text"), self.tr("Add texts…"))
        add.setProperty("primary", True)
        add.clicked.connect(self.add_wanted)
        self.setFocusProxy(add)
        paste = QPushButton(self._look.icon("clipboard-paste"), self.tr("Paste"))
        paste.setToolTip(self.tr("Add the text on the clipboard"))
        paste.clicked.connect(self.paste_wanted)
        return [add, paste]

    def _section(self, column: QVBoxLayout, title: str, texts: list[EditionSummary]) -> None:
        if not texts:
            return
        column.addSpacing(12)
        head = QHBoxLayout()
        head.addWidget(self._words(title, 1.0, bold=True), 1)
        if len(texts) > 1:
            together = QPushButton(
                self._look.icon("columns-3"),
                self.tr("Open side by side"),
            )
            works = [text.work.id for text in texts[:4]]
            together.clicked.connect(lambda: self.open_wanted.emit(works))
            head.addWidget(together)
        column.addLayout(head)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        column.addLayout(rows)
        for text in texts:
            words = self.tr("%Ln word(s)", "", text.words)
            work = text.work.id
            name = text.work.title if text.work.bundled else text.work.cited
            rows.addWidget(
                self._row(f"{name}   ·   {words}", lambda w=work: self.open_wanted.emit([w]))
            )

    def _row(self, words: str, do: object) -> QPushButton:
        button = QPushButton(words.replace("&", "&&"))
        button.setFlat(True)
        button.setObjectName("row")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(do)
        button.setMaximumWidth(_WIDTH)
        return button

    def _words(
        self,
        words: str,
        scale: float,
        *,
        role: str = "window_text",
        bold: bool = False,
        reading: bool = False,
    ) -> QLabel:
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMinimumWidth(_WIDTH if reading else 100)
        make = self._look.reading_font if reading else self._look.interface_font
        label.setFont(make(scale, bold=bold))
        label.setStyleSheet(f"color: {self._look.theme.roles[role]};")
        return label


class DropArea(QFrame):
    """A dashed field that says where files may be dropped; the whole window takes them."""

    def __init__(self, look: Look, buttons: Sequence[QPushButton], parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 26, 24, 24)
        column.setSpacing(12)
        words = QLabel(
            self.tr(
                "Drop files anywhere in this window: plain text, Markdown, HTML, EPUB, PDF or Word."
                " Pages scanned or extracted from a booklet are put into reading order."
            )
        )
        words.setWordWrap(True)
        words.setFont(look.interface_font(1.05))
        column.addWidget(words)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in buttons:
            button.setIconSize(QSize(1, 1) * look.scaled(16))
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the dashed frame."""
        from PySide6.QtGui import QPen

        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.theme["border_strong"], 1.2, Qt.PenStyle.DashLine))
        painter.setBrush(self._look.theme["page"])
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 10, 10)
