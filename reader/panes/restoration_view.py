"""How a text was restored: pages in their order, doubtful turns first, every repair."""

from bisect import bisect_right

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reader.model import ByHand, Edition, PageTurn, Repair, RepairKind, Span
from reader.panes.card import Card
from reader.panes.cards import CardList
from reader.panes.dialog_size import fit_box, open_size
from reader.panes.page_list import PageList
from reader.panes.restoration_held import dump, load
from reader.panes.splitter import Splitter
from reader.qt.sentences import translated
from reader.qt.theme import Theme
from reader.qt.wordings import repair_name

_EDGE_WORDS = 7
_CONTEXT = 400


class RestorationView(QDialog):
    """Shows and corrects the restoration of one edition.

    Signals:
        rebuild_wanted: what the reader wants, as ``ByHand``.
        show_wanted: offset in the reading text to look at.
        changed: something was moved, joined or taken back, or put back.
    """

    changed = Signal()
    rebuild_wanted = Signal(object)
    show_wanted = Signal(int)

    def __init__(
        self,
        edition: Edition,
        source: str,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._edition = edition
        self._source = source
        self._pages = pages_in_order(edition.turns)
        self._undone = {repair.id for repair in edition.taken_back}
        self._undone_before = frozenset(self._undone)
        self._joined = set(edition.joined)
        self._joins = {
            repair.source.start: repair
            for repair in self._all_repairs()
            if repair.kind is RepairKind.PAGE_JOIN
        }
        self.setWindowTitle(self.tr("How “{0}” was restored").format(edition.work.title))
        open_size(self, 900, 640)
        self.tabs = QTabWidget(self)
        self.tabs.setAccessibleName(self.windowTitle())
        self.tabs.addTab(self._turns_tab(theme), self.tr("Page &turns"))
        self.tabs.addTab(self._pages_tab(), self.tr("&Order of the pages"))
        self.tabs.addTab(self._repairs_tab(theme), self.tr("&Repairs"))
        self.tabs.setTabVisible(0, bool(self._edition.turns))
        self.tabs.setTabVisible(1, len(self._pages) > 1)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.rebuild = QPushButton(self.tr("&Build the text again"), self)
        self.rebuild.setEnabled(False)
        self.rebuild.clicked.connect(self._on_rebuild)
        self.buttons.addButton(self.rebuild, QDialogButtonBox.ButtonRole.ApplyRole)
        self.buttons.rejected.connect(self.reject)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Return in a list would press it, Close at the last
        layout = QVBoxLayout(self)
        layout.addWidget(self._headline())
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.buttons)
        for cards in (self.turns, self.repairs):
            cards.escaped.connect(self.reject)  # a list keeps the key to itself
        (self.turns if self._edition.turns else self.repairs).setFocus()

    # ---- parts --------------------------------------------------------------------------

    def _headline(self) -> QLabel:
        if not self._edition.turns:
            words = self.tr("There are no turns of pages to put in order.")
            return self._told(f"{words} {translated(self._edition.provenance.note)}".strip())
        doubtful = sum(turn.doubtful for turn in self._edition.turns)
        sure = f"{self._edition.order_confidence:.0%}"
        words = " ".join(
            (
                self.tr("%n page(s); the order is {0} sure;", "", len(self._pages)).format(sure),
                self.tr("%n turn(s) of pages are doubtful.", "", doubtful)
                if doubtful
                else self.tr("no turn of a page is doubtful."),
            )
        )
        note = translated(self._edition.provenance.note)
        return self._told(f"{words} {note}".strip())

    def _told(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _turns_tab(self, theme: Theme) -> QWidget:
        self.turns = CardList(theme, self.tr("Page turns, doubtful ones first"), self)
        self.turns.chosen.connect(self._on_turn)
        self.join = QPushButton(self)
        self.join.clicked.connect(self._on_join)
        self.turns.selectionModel().currentChanged.connect(self._on_turn_row)
        self._show_turns()
        row = QHBoxLayout()
        row.addWidget(self.join)
        row.addStretch(1)
        tab = QWidget(self)
        layout = QVBoxLayout(tab)
        layout.addWidget(self.turns, 1)
        layout.addLayout(row)
        return tab

    def _show_turns(self) -> None:
        chosen = self.turns.key()
        order = sorted(enumerate(self._edition.turns), key=lambda pair: pair[1].confidence)
        self.turns.set_cards([self._turn_card(row, turn) for row, turn in order])
        if chosen is None or not self.turns.choose(chosen):
            self.turns.step(1)
        self._on_turn_row()

    def _turn_card(self, row: int, turn: PageTurn) -> Card:
        before = _last_words(turn.left.of(self._source))
        after = _first_words(turn.right.of(self._source))
        return Card(
            key=row,
            title=f"…{before} ▮ {after}…",
            text="; ".join(translated(one) for one in turn.reasons),
            aside=f"{self._edition.at(turn.at).locus}  {turn.confidence:.0%}",
            footer=self.tr("One paragraph goes on over the turn")
            if self._is_joined(turn)
            else self.tr("A paragraph begins behind the turn"),
            tint="warning" if turn.doubtful else "",
            lines=2,
        )

    def _begins(self, turn: PageTurn) -> int | None:
        """Return where in the source the first line behind a turn begins, if it is in the text."""
        pieces = self._edition.pieces
        row = bisect_right(pieces, turn.at, key=lambda piece: piece.at.start) - 1
        if row < 0 or turn.at >= pieces[row].at.end:
            return None
        start = pieces[row].source.start + turn.at - pieces[row].at.start
        return start if turn.right.start <= start < turn.right.end else None

    def _is_joined(self, turn: PageTurn) -> bool:
        """Say whether a paragraph goes on over a turn, or will when the text is built again."""
        start = self._begins(turn)
        known = self._joins.get(start) if start is not None else None
        return known.id not in self._undone if known else start in self._joined

    def _pages_tab(self) -> QWidget:
        self.pages = PageList(self)
        self.pages.setAccessibleName(self.tr("Pages in reading order; Alt and arrows move a page"))
        for number, page in enumerate(self._pages, 1):
            words = page.of(self._source)
            item = QListWidgetItem(f"{number}.  {_first_words(words)} … {_last_words(words)}")
            item.setData(Qt.ItemDataRole.UserRole, (page.start, page.end))
            self.pages.addItem(item)
        self.pages.model().rowsMoved.connect(self._on_moved)
        self.pages.currentItemChanged.connect(self._on_page)
        self.page_text = QPlainTextEdit(self)
        self.page_text.setReadOnly(True)
        self.page_text.setAccessibleName(self.tr("The page as it stood in the source"))
        self.up = QPushButton(self.tr("Move &up"), self)
        self.down = QPushButton(self.tr("Move &down"), self)
        self.up.clicked.connect(self.pages.move_up)
        self.down.clicked.connect(self.pages.move_down)
        row = QHBoxLayout()
        row.addWidget(self.up)
        row.addWidget(self.down)
        row.addStretch(1)
        self.found = QPushButton(self.tr("&As they were found"), self)
        self.found.clicked.connect(self._on_found)
        self.found.setVisible(bool(self._edition.laid))
        self.pages.setCurrentRow(0)
        self._on_row()
        self.pages.currentRowChanged.connect(self._on_row)
        row.addWidget(self.found)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages, 1)
        column.addLayout(row)
        split = Splitter(Qt.Orientation.Horizontal, self)
        split.addWidget(left)
        split.addWidget(self.page_text)
        return split

    def _repairs_tab(self, theme: Theme) -> QWidget:
        kinds = sorted({repair.kind for repair in self._all_repairs()})
        self.kind = QComboBox(self)
        self.kind.setAccessibleName(self.tr("Kind of repair"))
        self.kind.addItem(self.tr("All kinds"), "")
        for kind in kinds:
            self.kind.addItem(repair_name(kind), kind.value)
        self.kind.currentIndexChanged.connect(self._show_repairs)
        self.repairs = CardList(theme, self.tr("Repairs; Return takes one back"), self)
        self.repairs.chosen.connect(self._on_repair)
        hint = QLabel(
            self.tr(
                "Return or a click takes a repair back or does it again; then build the text again."
            ),
            self,
        )
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        tab = QWidget(self)
        layout = QVBoxLayout(tab)
        layout.addWidget(self.kind)
        layout.addWidget(hint)
        layout.addWidget(self.repairs, 1)
        self._show_repairs()
        return tab

    def _all_repairs(self) -> tuple[Repair, ...]:
        """Return the repairs that were made and those that the reader took back before."""
        return (*self._edition.repairs, *self._edition.taken_back)

    def _show_repairs(self) -> None:
        kind = self.kind.currentData()
        shown = [r for r in self._all_repairs() if not kind or r.kind.value == kind]
        shown.sort(key=lambda repair: (repair.confidence, repair.source.start))
        self.repairs.set_cards([self._repair_card(repair) for repair in shown])

    def _repair_card(self, repair: Repair) -> Card:
        # one taken back before has its place in a text that may have been longer
        last = max(0, len(self._edition.text) - 1)
        locus = self._edition.at(min(repair.at.start, last)).locus
        return Card(
            key=repair,
            title=self._change(repair),
            text=_around(self._source, repair.source),
            aside=f"{locus}  {repair.confidence:.0%}",
            footer=repair_name(repair.kind),
            tint="warning" if repair.confidence < 0.8 else "",
            lines=2,
            struck=repair.id in self._undone,
        )

    def _change(self, repair: Repair) -> str:
        """Return in words what a repair did."""
        if not repair.after:
            return self.tr("{0} taken out").format(_shown(repair.before))
        if not repair.before:
            return self.tr("{0} put in").format(_shown(repair.after))
        return f"{_shown(repair.before)} → {_shown(repair.after)}"

    # ---- what the reader does -----------------------------------------------------------

    def order(self) -> tuple[Span, ...] | None:
        """Return the pages in the reader's order; None when it was not changed."""
        now = tuple(
            Span(*self.pages.item(row).data(Qt.ItemDataRole.UserRole))
            for row in range(self.pages.count())
        )
        return None if now == self._pages else now

    def undone(self) -> frozenset[str]:
        """Return the ids of the repairs that the reader took back."""
        return frozenset(self._undone)

    def _on_turn(self, key: object) -> None:
        if isinstance(key, int):
            self.show_wanted.emit(self._edition.turns[key].at)

    def _on_turn_row(self) -> None:
        key = self.turns.key()
        turn = self._edition.turns[key] if isinstance(key, int) else None
        joined = turn is not None and self._is_joined(turn)
        self.join.setText(
            self.tr("Begin a &paragraph here") if joined else self.tr("&Join the paragraphs here")
        )
        self.join.setEnabled(turn is not None and self._begins(turn) is not None)

    def _on_join(self) -> None:
        key = self.turns.key()
        start = self._begins(self._edition.turns[key]) if isinstance(key, int) else None
        if start is None:
            return
        if known := self._joins.get(start):
            self._undone ^= {known.id}
            self._show_repairs()
        else:
            self._joined ^= {start}
        self._show_turns()
        self._on_moved()

    def _on_page(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            span = Span(*item.data(Qt.ItemDataRole.UserRole))
            self.page_text.setPlainText(span.of(self._source))

    def _on_row(self) -> None:
        row = self.pages.currentRow()
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < self.pages.count() - 1)

    def _on_moved(self) -> None:
        """Nothing is to be built where all was put back as it stood."""
        self.rebuild.setEnabled(
            self.order() is not None
            or self._undone != self._undone_before
            or self._joined != self._edition.joined
        )
        self.changed.emit()

    def held(self) -> str:
        """Return what is not built yet as words; empty when there is nothing to build."""
        return dump(self._wanted()) if self.rebuild.isEnabled() else ""

    def take_up(self, words: str) -> None:
        """Go on with what was held; what does not fit this text is left out."""
        wanted = load(words)
        if wanted is None:
            return
        if wanted.order is not None and frozenset(wanted.order) == frozenset(self._pages):
            taken = [self.pages.takeItem(0) for _ in self._pages]
            places = {Span(*one.data(Qt.ItemDataRole.UserRole)): one for one in taken}
            for page in wanted.order:
                self.pages.addItem(places[page])
            self.pages.setCurrentRow(0)
        self._undone = {one.id for one in self._all_repairs()} & wanted.undone
        self._joined = set(wanted.joined or ())
        self._show_repairs()
        self._show_turns()
        self._on_moved()

    def _on_repair(self, key: object) -> None:
        if isinstance(key, Repair) and key.kind is not RepairKind.PAGE_ORDER:
            self._undone ^= {key.id}
            self._show_repairs()
            self._show_turns()
            self._on_moved()

    def joined(self) -> frozenset[int]:
        """Return the offsets of the lines in the source that the reader joined."""
        return frozenset(self._joined)

    def reject(self) -> None:
        """Close; ask before what was moved or taken back is dropped."""
        if not self.rebuild.isEnabled():
            super().reject()
            return
        words = self.tr("What you changed here has not been built into the text yet.")
        box = QMessageBox(QMessageBox.Icon.Question, self.windowTitle(), words, parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        build = box.addButton(self.rebuild.text(), QMessageBox.ButtonRole.AcceptRole)
        build.clicked.connect(self._on_rebuild)
        drop = box.addButton(
            self.tr("&Discard the changes"), QMessageBox.ButtonRole.DestructiveRole
        )
        drop.clicked.connect(lambda: self.done(QDialog.DialogCode.Rejected))
        stay = box.addButton(self.tr("&Go on here"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(build)
        box.setEscapeButton(stay)
        fit_box(box)
        box.open()

    def _on_found(self) -> None:
        self.rebuild_wanted.emit(ByHand((), self.undone(), self.joined()))
        self.accept()

    def _wanted(self) -> ByHand:
        return ByHand(self.order(), self.undone(), self.joined())

    def _on_rebuild(self) -> None:
        self.rebuild_wanted.emit(self._wanted())
        self.accept()


def pages_in_order(turns: tuple[PageTurn, ...]) -> tuple[Span, ...]:
    """Return the source spans of the pages in reading order; empty without turns."""
    if not turns:
        return ()
    return (turns[0].left, *(turn.right for turn in turns))


def _first_words(text: str) -> str:
    return " ".join(text.split()[:_EDGE_WORDS])


def _last_words(text: str) -> str:
    return " ".join(text.split()[-_EDGE_WORDS:])


def _shown(words: str) -> str:
    """Return words with white space made visible, for comparing."""
    return "“" + words.replace("\n", "⏎").replace("\t", "⇥")[:60] + "”"


def _around(source: str, span: Span) -> str:
    start, end = max(0, span.start - 60), min(len(source), span.end + 60)
    return " ".join(source[start:end][:_CONTEXT].split())
