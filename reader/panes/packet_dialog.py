"""The packet for a meeting: choose passages, see it, print it, take it away."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
    SignalInstance,
)
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from reader.model import Locus, ReaderError
from reader.panes.dialog_size import open_size
from reader.panes.folding import FoldingSplit
from reader.panes.page_paper import document_of
from reader.panes.spoken_names import complete_names
from reader.panes.tab_order import step
from reader.qt.messages import sentence
from reader.qt.tasks import Latest
from reader.qt.wordings import agenda_reason

#: After the last tick, before the packet is laid out again, ms.
_REST_MS = 250


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may come into the packet.

    Attributes:
        work, passage, locus: which.
        at: its place in the reading text, for the order of a column.
        title: of the work.
        words: its beginning.
        reason: why it is on the agenda.
        ticked: taken unless the reader says otherwise.
    """

    work: str
    passage: str
    locus: Locus
    at: int
    title: str
    words: str
    reason: str = ""
    ticked: bool = False


#: Returns the HTML page of a packet: title, and passages by work; called in a worker thread.
Layout = Callable[[str, Mapping[str, Sequence[str]]], str]
#: Returns a passage that somebody names: work, and a locus as people write it.
Find = Callable[[str, str], Candidate]


class _Rows(QStyledItemDelegate):
    """Gives a row the height that its words need beside the tick, whose width Qt leaves out."""

    def sizeHint(  # noqa: N802 - Qt
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a row."""
        style = QApplication.style()
        tick = style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth)
        gap = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
        beside = QStyleOptionViewItem(option)
        beside.rect = option.rect.adjusted(0, 0, -tick - 3 * gap, 0)
        return super().sizeHint(beside, index)


class PacketDialog(QDialog):
    """Lays out a packet while one chooses.

    Args:
        candidates: the agenda, and what is being read.
        title: of the packet.
        lay_out: makes its page.
        parent: the window.
        works: names of the texts of which more can be added, by id.
        find: finds a passage to add; raises ``ReaderError`` where there is none.

    Signals:
        save_wanted, pdf_wanted, print_wanted: title and passages by work.
    """

    save_wanted = Signal(str, object)
    pdf_wanted = Signal(str, object)
    print_wanted = Signal(str, object)

    def __init__(
        self,
        candidates: Sequence[Candidate],
        title: str,
        lay_out: Layout,
        parent: QWidget,
        *,
        works: Mapping[str, str],
        find: Find,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Packet for the meeting"))
        open_size(self, 1040, 640)
        self._candidates: list[Candidate] = []
        self._layout, self._find = lay_out, find
        self.title = QLineEdit(title, self)
        self.title.setAccessibleName(self.tr("Title of the packet"))
        self.list = self._list()
        for one in candidates:
            self._offer(one, ticked=one.ticked)
        self.work, self.locus, self.mistake = self._adding(works)
        self.page = QTextBrowser(self)
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(self.tr("The packet"))
        self.page.setPlaceholderText(
            self.tr(
                "Tick passages, or add one by its number: here stands what is handed out. What the "
                "group marks and asks comes into the list by itself."
            )
        )
        self._latest = Latest(self)
        self._latest.done.connect(self._on_page)
        self.finished.connect(self._latest.drop)
        self._later = QTimer(self, singleShot=True, interval=_REST_MS)
        self._later.timeout.connect(self.lay_out)
        self.list.itemChanged.connect(self._later.start)
        self.title.textChanged.connect(self._later.start)
        self._arrange()
        complete_names(self)
        self.lay_out()

    def _list(self) -> QListWidget:
        found = QListWidget(self)
        found.setAccessibleName(self.tr("Passages of the agenda"))
        found.setWordWrap(True)
        found.setItemDelegate(_Rows(found))
        found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return found

    def _offer(self, one: Candidate, *, ticked: bool) -> None:
        head = f"{one.locus}  {one.title}"
        item = QListWidgetItem(
            "\n".join(filter(None, (head, one.words, agenda_reason(one.reason)))), self.list
        )
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                      | Qt.ItemFlag.ItemIsUserCheckable)  # fmt: skip
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self._candidates.append(one)

    def _adding(self, works: Mapping[str, str]) -> tuple[QComboBox, QLineEdit, QLabel]:
        """Return text and number of one more passage, and where a mistake is told."""
        work = QComboBox(self)
        work.setAccessibleName(self.tr("Text of one more passage"))
        work.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for key, name in works.items():
            work.addItem(name, key)
        locus = QLineEdit(self)
        locus.setPlaceholderText("¶12")
        locus.setMaximumWidth(80)
        locus.setAccessibleName(self.tr("Number of one more passage"))
        locus.returnPressed.connect(self.add_passage)
        mistake = QLabel(self)
        mistake.setTextFormat(Qt.TextFormat.PlainText)
        mistake.setWordWrap(True)
        mistake.setObjectName("muted")
        mistake.hide()
        return work, locus, mistake

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802 - Qt
        """Let Tab go through the dialog as it is read: the packet comes after its passages."""
        return step(self, forward=next) or super().focusNextPrevChild(next)

    def add_passage(self) -> None:
        """Take the passage that is named into the packet, or say that there is none."""
        try:
            one = self._find(str(self.work.currentData() or ""), self.locus.text())
        except ReaderError as error:
            self.mistake.setText(sentence(error))
            self.mistake.show()
            return
        self.mistake.hide()
        self.locus.clear()
        known = [(other.work, other.passage) for other in self._candidates]
        if (one.work, one.passage) not in known:
            self._offer(one, ticked=True)
            known.append((one.work, one.passage))
        item = self.list.item(known.index((one.work, one.passage)))
        item.setCheckState(Qt.CheckState.Checked)
        self.list.setCurrentItem(item)
        self._later.start()

    def _arrange(self) -> None:
        side = QWidget(self)
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(QLabel(self.tr("Which passages?"), side))
        left.addWidget(self.list, 1)
        more = QHBoxLayout()
        more.addWidget(self.work, 1)
        more.addWidget(self.locus)
        add = QPushButton(self.tr("A&dd"), side)
        add.setAutoDefault(False)
        add.clicked.connect(self.add_passage)
        more.addWidget(add)
        left.addLayout(more)
        left.addWidget(self.mistake)
        row = QHBoxLayout()
        for words, ticked in ((self.tr("&All"), True), (self.tr("N&one"), False)):
            button = QPushButton(words, side)
            button.setAutoDefault(False)
            button.clicked.connect(self._ticker(ticked))
            row.addWidget(button)
        left.addLayout(row)
        split = FoldingSplit(self)
        split.addWidget(side)
        split.addWidget(self.page)
        split.setSizes([340, 700])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        self._makers = []
        for words, signal in (
            (self.tr("&Save…"), self.save_wanted),
            (self.tr("P&DF…"), self.pdf_wanted),
            (self.tr("&Print…"), self.print_wanted),
        ):
            button = buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
            button.setAutoDefault(False)  # Return in a field above must not save
            button.clicked.connect(self._teller(signal))
            self._makers.append(button)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.title)
        column.addWidget(split, 1)
        column.addWidget(buttons)

    def chosen(self) -> dict[str, list[str]]:
        """Return the ids of the ticked passages by work, in the order of each text."""
        ticked = [
            one
            for row, one in enumerate(self._candidates)
            if self.list.item(row).checkState() == Qt.CheckState.Checked
        ]
        found: dict[str, list[str]] = {one.work: [] for one in ticked}
        for one in sorted(ticked, key=lambda one: one.at):
            found[one.work].append(one.passage)
        return found

    def lay_out(self) -> None:
        """Show the packet of what is ticked; made in the background."""
        chosen = self.chosen()
        for button in self._makers:
            button.setEnabled(bool(chosen))
        title, layout = self.title.text(), self._layout
        self._latest.run(lambda _progress: layout(title, chosen) if chosen else "")

    def _on_page(self, page: str) -> None:
        document = document_of(page)
        document.setParent(self.page)
        self.page.setDocument(document)

    def _ticker(self, ticked: bool) -> Callable[[], None]:
        state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked

        def tick() -> None:
            for row in range(self.list.count()):
                self.list.item(row).setCheckState(state)

        return tick

    def _teller(self, signal: SignalInstance) -> Callable[[], None]:
        return lambda: signal.emit(self.title.text(), self.chosen())
