"""Topics across the texts: one row for each question, one column for each text or author."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QStackedLayout,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.library import short_names
from reader.model import Hit, Progress, Work
from reader.panes.card import CARD_ROLE, Card, CardDelegate
from reader.panes.card_text import CardText
from reader.panes.folding import FoldingSplit
from reader.panes.lens_room import StudyPage, chosen_again
from reader.panes.scrolled import scroll_to
from reader.qt.look import Look
from reader.qt.safe_text import tip
from reader.qt.sentences import translated
from reader.qt.tasks import Latest
from reader.qt.theme import Theme

if TYPE_CHECKING:
    from reader.library import Matrix

_Index = QModelIndex | QPersistentModelIndex


class Ask(Protocol):
    """Asks several questions of several works; ``together`` joins those of one author."""

    def __call__(
        self, queries: Sequence[str], works: Sequence[str], progress: Progress, /, *, together: bool
    ) -> "Matrix":
        """Return the best passages.  On any thread."""


_LINES = 7
#: Questions asked at once at most: more than anybody reads.
_MOST = 60


class MatrixModel(QAbstractTableModel):
    """Topics as rows, texts or authors as columns, a card in each cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[str, ...] = ()
        self._names: tuple[str, ...] = ()
        self._texts: Mapping[str, str] = {}
        self.matrix: Matrix | None = None

    def show_matrix(self, matrix: "Matrix", works: Sequence[Work], names: Sequence[str]) -> None:
        """Show answers about ``works``; ``names`` are the rows' for people."""
        self.beginResetModel()
        titles = {work.id: work.title for work in works}
        self._columns = tuple(titles.get(column, column) for column in matrix.columns)
        self._texts = short_names(works) if matrix.by == "author" else {}
        self.matrix, self._names = matrix, tuple(names)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802 - Qt
        """Return the number of topics."""
        inside = parent is not None and parent.isValid()
        return 0 if inside or self.matrix is None else len(self.matrix.rows)

    def columnCount(self, parent: _Index | None = None) -> int:  # noqa: N802 - Qt
        """Return the number of texts or authors."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def hit(self, index: _Index) -> Hit | None:
        """Return what a cell holds; None for a blank."""
        if self.matrix is None or not index.isValid():
            return None
        return self.matrix.rows[index.row()].cells[index.column()]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's card, or what a role asks of it."""
        if self.matrix is None or not index.isValid():
            return None
        if role == CARD_ROLE:
            return self._card(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._card(index).text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            card = self._card(index)
            column = self._columns[index.column()]
            return ". ".join((self._names[index.row()], column, card.spoken))
        return None

    def _card(self, index: _Index) -> Card:
        assert self.matrix is not None  # noqa: S101 - asked by data only
        row = self.matrix.rows[index.row()]
        hit = row.cells[index.column()]
        if hit is None:
            nothing = self.tr("Nothing on “{0}” in “{1}”.")
            told = nothing.format(self._names[index.row()], self._columns[index.column()])
            return Card(None, self.tr("Blank"), translated(row.message) or told, lines=_LINES)
        total = row.totals[index.column()]
        aside = self.tr("1 of {0}").format(total) if total > 1 else ""
        place = f"{self._texts.get(hit.work, '')} {hit.locus or ''}".strip()
        return Card(
            hit, place, hit.snippet.text, hit.snippet.marks, aside,
            tint="related", lines=_LINES,
        )  # fmt: skip

    def headerData(  # noqa: N802 - Qt
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the topic, or the text or author."""
        across = orientation == Qt.Orientation.Horizontal
        names = self._columns if across else self._names
        if section >= len(names):
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(names[section])
        return names[section] if role == Qt.ItemDataRole.DisplayRole else None


class MatrixDelegate(CardDelegate):
    """Paints a card as high as its column is wide."""

    def __init__(self, theme: Theme, parent: QTableView) -> None:
        super().__init__(theme, parent)
        self._table = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt
        """Return the height that the card needs at the width of its column."""
        card = index.data(CARD_ROLE)
        if not isinstance(card, Card):
            return QSize(0, 0)
        line = option.fontMetrics.lineSpacing()
        room = self._table.columnWidth(index.column()) - 28
        lines = CardText.lines_needed(card.text, card.marks, option.font, room, card.lines)
        return QSize(0, (1 + lines) * line + 26)


class MatrixPage(StudyPage):
    """Questions at the left, the table at the right.

    Signals:
        chosen: the ``Hit`` to go to.
        passage_wanted: take the passage being read as a topic.
        save_wanted: take the table away as Markdown.
        asked: the topics, as written.
    """

    chosen = Signal(object)
    passage_wanted = Signal()
    save_wanted = Signal()
    asked = Signal(object)

    def __init__(
        self,
        ask: Ask,
        look: Look,
        works: Callable[[], Sequence[Work]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ask = ask
        self._works = works
        self._shown: tuple[Work, ...] = ()
        self._places: Mapping[str, object] = {}
        self._latest = Latest(self)
        self._latest.done.connect(self._on_answer)
        self._latest.failed.connect(self.say_failure)
        self.topics = QPlainTextEdit(self)
        self.topics.setTabChangesFocus(True)
        self.topics.setAccessibleName(self.tr("Topics, one a line"))
        self.topics.setPlaceholderText(
            self.tr("One topic a line: a word, a query, a concept, or a passage as @text¶12")
        )
        self.each = QComboBox(self)
        self.each.setAccessibleName(self.tr("What a column shows"))
        self.each.addItem(self.tr("A column for each text"), False)
        self.each.addItem(self.tr("A column for each author"), True)
        self.each.currentIndexChanged.connect(self.refresh)
        self.compare = QPushButton(self.tr("Compare"), self)
        self.compare.setProperty("primary", True)
        self.compare.setToolTip(self.tr("Ask all topics of all texts (Ctrl+Return)"))
        self.compare.clicked.connect(self.ask)
        self.passage = QPushButton(self.tr("Add the passage I read"), self)
        self.passage.clicked.connect(self.passage_wanted)
        self.save = QPushButton(self.tr("Export…"), self)
        self.save.clicked.connect(self.save_wanted)
        self.save.setEnabled(False)
        self.hint = QLabel(
            self.tr(
                "Write topics, one a line, and compare.\nEach row then shows the "
                "passage of each text that says most about its topic;\na blank cell tells that "
                "a text says nothing about it."
            ),
            self,
        )
        self.hint.setObjectName("muted")
        self.hint.setWordWrap(True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.cells = MatrixModel(self)
        self.table = QTableView(self)
        self._delegate = MatrixDelegate(look.theme, self.table)
        self._set_table()
        self._lay_out()

    def _set_table(self) -> None:
        self.table.setModel(self.cells)
        self.table.setItemDelegate(self._delegate)
        self.table.setAccessibleName(self.tr("Best passages, by topic and text"))
        self.table.setShowGrid(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setTabKeyNavigation(False)
        self.table.setCornerButtonEnabled(False)
        self.table.activated.connect(self._on_activated)
        self.table.clicked.connect(self._on_activated)
        across = self.table.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setMinimumSectionSize(200)
        across.setHighlightSections(False)
        across.setTextElideMode(Qt.TextElideMode.ElideRight)
        across.sectionResized.connect(self._on_resized)
        down = self.table.verticalHeader()
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        down.setMaximumWidth(180)
        down.setHighlightSections(False)

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 10, 8, 8)
        column.addWidget(self.topics, 1)
        column.addWidget(self.status)
        for choice in (self.each, self.compare, self.passage, self.save):
            column.addWidget(choice)
        right = QWidget(self)
        room = QHBoxLayout(right)
        room.setContentsMargins(0, 10, 8, 8)
        self.room = QStackedLayout()
        self.room.addWidget(self.hint)
        self.room.addWidget(self.table)
        room.addLayout(self.room)
        split = FoldingSplit(self)
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([260, 900])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)
        self.setFocusProxy(self.topics)

    # ---- asking -------------------------------------------------------------------------

    def queries(self) -> list[str]:
        """Return the topics as typed, without repetition."""
        lines = (line.strip() for line in self.topics.toPlainText().splitlines())
        return list(dict.fromkeys(line for line in lines if line))[:_MOST]

    def add_topic(self, query: str) -> None:
        """Add a topic and ask."""
        if query not in self.queries():
            self.topics.setPlainText("\n".join((*self.queries(), query)))
        self.ask()

    def ask(self) -> None:
        """Ask every topic of every text."""
        queries, works = self.queries(), tuple(self._works())
        if not queries or not works:
            self.status.setText(self.tr("Write a topic first, one a line."))
            return
        self._shown = works
        ids = [work.id for work in works]
        self.status.setText(self.tr("Comparing…"))
        self.asked.emit(tuple(queries))
        together = bool(self.each.currentData())
        self._latest.run(lambda progress: self._ask(queries, ids, progress, together=together))

    def refresh(self) -> None:
        """Ask again: texts or the choice of texts have changed."""
        if self.cells.matrix is not None:
            self.ask()

    def _on_answer(self, matrix: "Matrix") -> None:
        names = [self._name(row.query) for row in matrix.rows]
        self.cells.show_matrix(matrix, self._shown, names)
        self.room.setCurrentWidget(self.table)
        self._on_resized()
        self.save.setEnabled(True)
        blanks = sum(cell is None for row in matrix.rows for cell in row.cells)
        self.status.setText(
            self.tr("Blank cells: {0} of {1}.").format(
                blanks, len(matrix.rows) * len(matrix.columns)
            )
        )
        self._go_on()

    def _name(self, query: str) -> str:
        """Return a topic for people: of a passage the name of its text and its number."""
        work, sign, number = query.removeprefix("@").partition("¶")
        names = short_names(self._shown)
        is_passage = query[:1] == "@" and bool(sign) and work in names
        return f"{names[work]} ¶{number}" if is_passage else query

    def _on_resized(self, *_sizes: int) -> None:
        self.table.resizeRowsToContents()

    def _on_activated(self, index: QModelIndex) -> None:
        hit = self.cells.hit(index)
        if hit is not None:
            self.chosen.emit(hit)

    def dump(self) -> dict[str, object]:
        """Return the topics, whether they were asked, and where one is in the table."""
        cell = self.table.currentIndex()
        return {
            "topics": self.topics.toPlainText(),
            "asked": self.cells.matrix is not None,
            "each": self.each.currentData(),
            "cell": [cell.row(), cell.column()],
            "down": self.table.verticalScrollBar().value(),
            "across": self.table.horizontalScrollBar().value(),
        }

    def load(self, stored: Mapping[str, object]) -> None:
        """Write the topics, and ask, again."""
        topics = stored.get("topics")
        if isinstance(topics, str):
            self.topics.setPlainText(topics)
        chosen_again(self.each, stored.get("each"))
        self._places = stored
        if stored.get("asked"):
            self.ask()

    def _go_on(self) -> None:
        """Go to where the reader was in the table before the last restart; once."""
        stored, self._places = self._places, {}
        match stored.get("cell"):
            case [int(row), int(column)]:
                self.table.setCurrentIndex(self.cells.index(row, column))
        scroll_to(self.table.verticalScrollBar(), stored.get("down"))
        scroll_to(self.table.horizontalScrollBar(), stored.get("across"))

    def set_look(self, look: Look) -> None:
        """Take over a changed look."""
        self._delegate.theme = look.theme
        self.table.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt
        """Ctrl+Return asks; Return in the table goes."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.ask()
        elif enter and self.table.hasFocus():
            self._on_activated(self.table.currentIndex())
        else:
            super().keyPressEvent(event)
