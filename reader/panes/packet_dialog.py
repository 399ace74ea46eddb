"""The packet for a meeting: choose passages, see it, print it, take it away."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from reader.model import Locus
from reader.panes.page_paper import document_of
from reader.panes.splitter import Splitter
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


class PacketDialog(QDialog):
    """Lays out a packet while one chooses.

    Signals:
        save_wanted, pdf_wanted, print_wanted: title and passages by work.
    """

    save_wanted = Signal(str, object)
    pdf_wanted = Signal(str, object)
    print_wanted = Signal(str, object)

    def __init__(
        self, candidates: Sequence[Candidate], title: str, lay_out: Layout, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Packet for the meeting"))
        self.resize(min(1040, parent.width() - 40), min(640, parent.height() - 60))
        self._candidates = tuple(candidates)
        self._layout = lay_out
        self.title = QLineEdit(title, self)
        self.title.setAccessibleName(self.tr("Title of the packet"))
        self.list = self._list()
        self.page = QTextBrowser(self)
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(self.tr("The packet"))
        self._latest = Latest(self)
        self._latest.done.connect(self._on_page)
        self.finished.connect(self._latest.drop)
        self._later = QTimer(self, singleShot=True, interval=_REST_MS)
        self._later.timeout.connect(self.lay_out)
        self.list.itemChanged.connect(self._later.start)
        self.title.textChanged.connect(self._later.start)
        self._arrange()
        self.lay_out()

    def _list(self) -> QListWidget:
        found = QListWidget(self)
        found.setAccessibleName(self.tr("Passages of the agenda"))
        found.setWordWrap(True)
        found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for one in self._candidates:
            head = f"{one.locus}  {one.title}"
            item = QListWidgetItem(
                "\n".join(filter(None, (head, one.words, agenda_reason(one.reason)))), found
            )
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                          | Qt.ItemFlag.ItemIsUserCheckable)  # fmt: skip
            ticked = Qt.CheckState.Checked if one.ticked else Qt.CheckState.Unchecked
            item.setCheckState(ticked)
        return found

    def _arrange(self) -> None:
        side = QWidget(self)
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(QLabel(self.tr("Which passages?"), side))
        left.addWidget(self.list, 1)
        row = QHBoxLayout()
        for words, ticked in ((self.tr("&All"), True), (self.tr("N&one"), False)):
            button = QPushButton(words, side)
            button.setAutoDefault(False)
            button.clicked.connect(self._ticker(ticked))
            row.addWidget(button)
        left.addLayout(row)
        split = Splitter(self)
        split.addWidget(side)
        split.addWidget(self.page)
        split.setSizes([340, 700])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._makers = []
        for words, signal in (
            (self.tr("&Save…"), self.save_wanted),
            (self.tr("P&DF…"), self.pdf_wanted),
            (self.tr("&Print…"), self.print_wanted),
        ):
            button = buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
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
