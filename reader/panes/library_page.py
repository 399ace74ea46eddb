"""The library: what is there, how well it was restored, what is missing, and how to add."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from reader.model import EditionSummary, Work
from reader.model.values import dataclass
from reader.panes.card import CARD_ROLE, Card
from reader.panes.cards import CardList
from reader.panes.folders import files_of
from reader.qt.theme import Theme


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the page shows.

    Attributes:
        texts: in the library, readers' own first.
        missing: known works that are not there.
        notes: short id to the number of notes in a text.
        links: short id to the number of passages with a counterpart.
        read: short id to the share read, 0 to 1.
    """

    texts: Sequence[EditionSummary] = ()
    missing: Sequence[Work] = ()
    notes: Mapping[str, int] = field(default_factory=dict)
    links: Mapping[str, int] = field(default_factory=dict)
    read: Mapping[str, float] = field(default_factory=dict)


class LibraryPage(QWidget):
    """A list of texts with what one can do to them.

    Signals:
        open_wanted: short id of a work to read.
        add_wanted: the reader wants to choose files.
        files_dropped: paths of files dropped on the page.
        paste_wanted: the reader wants to add the clipboard's text.
        remove_wanted, edit_wanted, restoration_wanted: short id of a work.
        where_wanted: a known ``Work`` that is not there: show where to get it.
        left: the reader wants back to the text.
    """

    open_wanted = Signal(str)
    add_wanted = Signal()
    files_dropped = Signal(object)
    paste_wanted = Signal()
    remove_wanted = Signal(str)
    edit_wanted = Signal(str)
    restoration_wanted = Signal(str)
    where_wanted = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = Shelf()
        self.setAcceptDrops(True)
        self.list = CardList(theme, self.tr("Texts in the library"), self)
        self.list.chosen.connect(self._on_chosen)
        self.list.escaped.connect(self.left)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._on_menu)
        self.add_button = QPushButton(self.tr("Add texts…"), self)
        self.add_button.clicked.connect(self.add_wanted)
        self.paste_button = QPushButton(self.tr("Paste a text"), self)
        self.paste_button.setToolTip(self.tr("Add from the clipboard"))
        self.paste_button.clicked.connect(self.paste_wanted)
        self.hint = QLabel(
            self.tr(
                "Text, Markdown, HTML, EPUB, PDF and Word files can be added here, also by "
                "dropping them on the window. Scrambled booklets are put into reading order."
            ),
            self,
        )
        self.hint.setWordWrap(True)
        self.hint.setObjectName("muted")
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.paste_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 0)
        layout.addLayout(buttons)
        layout.addWidget(self.hint)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def show_shelf(self, shelf: Shelf) -> None:
        """Show what is in the library now."""
        self._shelf = shelf
        self.list.set_cards(self._cards())

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.list.set_theme(theme)

    def _cards(self) -> list[Card]:
        own = [one for one in self._shelf.texts if not one.work.bundled]
        bundled = [one for one in self._shelf.texts if one.work.bundled]
        cards: list[Card] = []
        if own:
            cards.append(Card("group own", self.tr("Your texts"), group=True))
            cards += [self._text(one) for one in own]
        if self._shelf.missing:
            cards.append(Card("group missing", self.tr("Known, but not here yet"), group=True))
            cards += [self._missing(work) for work in self._shelf.missing]
        if bundled:
            cards.append(Card("group bundled", self.tr("Written for you"), group=True))
            cards += [self._text(one) for one in bundled]
        return cards

    def _text(self, one: EditionSummary) -> Card:
        work = one.work
        facts = [self.tr("%Ln word(s)", "", one.words)]
        if number := self._shelf.notes.get(work.id, 0):
            facts.append(self.tr("%n note(s)", "", number))
        if number := self._shelf.links.get(work.id, 0):
            facts.append(self.tr("%n linked passage(s)", "", number))
        share = self._shelf.read.get(work.id, 0.0)
        doubtful = not work.bundled and one.order_confidence < 0.8
        return Card(
            key=one,
            title=work.title,
            text=", ".join(filter(None, (", ".join(work.authors), work.year))),
            aside=f"{share:.0%}" if share else "",
            footer=" · ".join(facts)
            + (" · ⚠ " + self.tr("please check the page order") if doubtful else ""),
            tint="warning" if doubtful else "",
            lines=1,
        )

    def _missing(self, work: Work) -> Card:
        return Card(
            key=work,
            title=work.title,
            text=" ".join(
                (
                    ", ".join(filter(None, (", ".join(work.authors), work.year))) + ".",
                    self.tr("Where to get it: {0}").format(work.available)
                    if work.available
                    else self.tr("Add your own copy"),
                )
            ),
            tint="border",
            lines=4,
        )

    # ---- what the reader does -----------------------------------------------------------

    def _on_chosen(self, key: object) -> None:
        if isinstance(key, EditionSummary):
            self.open_wanted.emit(key.work.id)
        elif isinstance(key, Work):
            self.where_wanted.emit(key)

    def _on_menu(self, where: QPoint) -> None:
        key = self.list.key()
        if not isinstance(key, EditionSummary):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offers = [(self.tr("Read"), self.open_wanted)]
        if not key.work.bundled:
            offers += [
                (self.tr("Title and author…"), self.edit_wanted),
                (self.tr("How it was restored…"), self.restoration_wanted),
                (self.tr("Remove from the library"), self.remove_wanted),
            ]
        for words, signal in offers:
            action = QAction(words, menu)
            action.setData((signal, key.work.id))
            action.triggered.connect(self._on_offer)
            menu.addAction(action)
        menu.popup(self.list.viewport().mapToGlobal(where))

    def _on_offer(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            signal, work = action.data()
            signal.emit(work)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt
        """Delete removes, F2 edits, the menu key offers the rest."""
        key = self.list.key()
        if not isinstance(key, EditionSummary) or key.work.bundled:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit(key.work.id)
        elif event.key() == Qt.Key.Key_F2:
            self.edit_wanted.emit(key.work.id)
        elif event.key() == Qt.Key.Key_Menu:
            self._on_menu(self.list.visualRect(self.list.currentIndex()).center())
        else:
            super().keyPressEvent(event)

    def work_at(self, point: QPoint) -> str:
        """Return the short id of the text at a point of the list, empty where there is none."""
        card = self.list.indexAt(point).data(CARD_ROLE)
        key = card.key if isinstance(card, Card) else None
        return key.work.id if isinstance(key, EditionSummary) else ""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt
        """Take files."""
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt
        """Add what was dropped."""
        if files := dropped_files(event):
            event.acceptProposedAction()
            self.files_dropped.emit(files)


def dropped_files(event: QDropEvent) -> list[Path]:
    """Return the local files that something dropped stands for; folders give their files."""
    urls = event.mimeData().urls()
    return files_of(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
