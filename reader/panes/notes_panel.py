"""All notes over all texts: filtered, ordered, several at once."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from reader.model import (
    Annotation,
    AnnotationKind,
    Colour,
    Placed,
    ReaderError,
    SearchAnswer,
    SearchScope,
    TextTarget,
    Work,
)
from reader.panes.card import Card, LateCard
from reader.panes.cards import CardList
from reader.panes.note_filter import (
    NoteFilter,
    NoteOrder,
    choose,
    group_of,
    place_state,
    with_replies,
)
from reader.qt.safe_text import plain, tag_words
from reader.qt.tasks import Latest
from reader.qt.theme import Theme
from reader.qt.turns import Turns
from reader.qt.wordings import colour_names

_SEARCH_AFTER_MS = 120
_MOST_FOUND = 10_000
#: So many notes are read anew at once, in 20 ms; of more the list waits for a rest of so long, ms.
_AT_ONCE, _RENEW_AFTER_MS = 500, 200
#: So many cards are made between two looks at the clock, in 2 ms.
_CARDS = 200


class Noting(Protocol):
    """What the panel needs of the library; ``search`` is called in worker threads."""

    def all_by_turns(self) -> Iterator[tuple[Placed, ...] | None]:
        """Yield None after a few ms of work each, and all annotations by work and place last."""

    def colour_names(self) -> Mapping[Colour, str]:
        """Return the reader's names of the colours."""

    def search(self, query: str, scope: SearchScope = ..., *, limit: int = ...) -> SearchAnswer:
        """Return ranked hits."""


class NotesPanel(QWidget):
    """The notes list.

    Signals:
        chosen: id of the annotation to go to.
        delete_wanted: ids of annotations to delete.
        revised: annotations with new colour or tags, and what was done.
        export_wanted: ids of annotations to take away.
        tags_wanted: ids of annotations to tag.
        answer_wanted: id of the annotation to answer.
        place_wanted: id of an annotation whose place is not certain, to settle it.
    """

    chosen = Signal(object)
    delete_wanted = Signal(object)
    revised = Signal(object, str)
    export_wanted = Signal(object)
    tags_wanted = Signal(object)
    answer_wanted = Signal(str)
    place_wanted = Signal(str)

    def __init__(
        self,
        library: Noting,
        theme: Theme,
        works: Mapping[str, Work],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._works = works
        self._notes: tuple[Placed, ...] = ()
        self._found: frozenset[str] | None = None
        self._latest = Latest(self)
        self._latest.done.connect(self._on_found)
        self._wait = QTimer(self, singleShot=True, interval=_SEARCH_AFTER_MS)
        self._wait.timeout.connect(self._search)
        self._made: dict[tuple[str, int], tuple[Placed, Card]] = {}
        self._later = QTimer(self, singleShot=True, interval=_RENEW_AFTER_MS)
        self._later.timeout.connect(self.refresh)
        self._turns = Turns(self)
        self._is_reading = False
        self._build(theme)

    def _build(self, theme: Theme) -> None:
        self.field = QLineEdit(self)
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(self.tr("Search notes"))
        self.field.setAccessibleName(self.tr("Search notes"))
        self.field.textChanged.connect(self._wait.start)
        self.filters: dict[str, QComboBox] = {}
        grid = QGridLayout()
        names = (
            ("work", self.tr("Text")),
            ("kind", self.tr("Kind")),
            ("colour", self.tr("Colour")),
            ("tag", self.tr("Tag")),
            ("author", self.tr("Person")),
            ("place", self.tr("Place")),
        )
        for row, (key, name) in enumerate(names):
            combo = self.filters[key] = QComboBox(self)
            combo.setAccessibleName(name)
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.setMinimumContentsLength(6)
            combo.currentIndexChanged.connect(self._show)
            grid.addWidget(combo, row // 3, row % 3)
        self.order = QComboBox(self)
        self.order.setAccessibleName(self.tr("Order of the notes"))
        for order, words in self._orders().items():
            self.order.addItem(words, order)
        self.order.currentIndexChanged.connect(self._show)
        grid.addWidget(self.order, 2, 0, 1, 3)
        self.count = QLabel(self)
        self.count.setObjectName("muted")
        self.count.setWordWrap(True)
        self.list = CardList(theme, self.tr("Notes"), self)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.chosen.connect(self.chosen)
        self.list.left.connect(self.field.setFocus)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._on_menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 0)
        layout.addWidget(self.field)
        layout.addLayout(grid)
        layout.addWidget(self.count)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.field)

    def _orders(self) -> dict[NoteOrder, str]:
        return {
            NoteOrder.PLACE: self.tr("As they stand in the texts"),
            NoteOrder.TIME: self.tr("Newest first"),
            NoteOrder.AUTHOR: self.tr("By person"),
            NoteOrder.COLOUR: self.tr("By colour"),
            NoteOrder.TAG: self.tr("By tag"),
        }

    # ---- what is shown ------------------------------------------------------------------

    def renew(self) -> None:
        """Read the notes again after a change; where they are many, once no other follows."""
        if len(self._notes) <= _AT_ONCE:
            self.refresh()
        else:
            self._later.start()

    def refresh(self) -> None:
        """Read the notes again; of many some in each turn of the loop, and list them then."""
        self._is_reading = True
        if not self._notes:
            self.count.setText(self.tr("Reading…"))
        self._turns.begin(self._refreshing())

    def _refreshing(self) -> Iterator[None]:
        try:
            for found in self._library.all_by_turns():
                if found is None:
                    yield
                else:
                    self._notes = found
        except ReaderError:
            self._is_reading = False
            raise
        self._is_reading = False
        if len(self._notes) > _AT_ONCE:
            yield
        self._fill_filters()
        if self.field.text().strip():
            self._search()
        if len(self._notes) > _AT_ONCE:
            yield
        yield from self._listing()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.list.set_theme(theme)

    def filter(self) -> NoteFilter:
        """Return the filter in force."""
        return NoteFilter(
            found=self._found,
            **{key: combo.currentData() or "" for key, combo in self.filters.items()},
        )

    def shown(self) -> tuple[str, ...]:
        """Return the ids of the notes shown, in their order."""
        return tuple(str(card.key) for card in self.list.cards.cards if not card.group)

    def selected(self) -> tuple[str, ...]:
        """Return the ids of the selected notes, in their order."""
        return tuple(str(key) for key in self.list.keys_chosen())

    def _fill_filters(self) -> None:
        notes = [placed.annotation for placed in self._notes]
        names = colour_names(self._library.colour_names())
        works = sorted({work for note in notes for work in note.works})
        people = {note.author.id: note.author.name for note in notes}
        tags = sorted({tag for note in notes for tag in note.tags})
        colours = [c for c in Colour if any(note.colour is c for note in notes)]
        kinds = [k for k in self._kinds() if any(note.kind is k for note in notes)]
        self._fill("work", self.tr("All texts"), {w: self._title(w) for w in works})
        self._fill("kind", self.tr("All kinds"), {k: self._kinds()[k] for k in kinds})
        self._fill("colour", self.tr("All colours"), {c: names[c] for c in colours})
        self._fill("tag", self.tr("All tags"), {tag: f"#{tag}" for tag in tags})
        self._fill("author", self.tr("Everybody"), people)
        self._fill(
            "place",
            self.tr("All places"),
            {"uncertain": self.tr("Uncertain place"), "lost": self.tr("Lost place")},
        )

    def _fill(self, key: str, every: str, choices: Mapping[str, str]) -> None:
        combo = self.filters[key]
        chosen = combo.currentData()
        combo.blockSignals(True)
        combo.clear()
        combo.addItem(every, "")
        for value, words in choices.items():
            combo.addItem(words, value)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
        combo.blockSignals(False)

    def _kinds(self) -> dict[AnnotationKind, str]:
        return {
            AnnotationKind.HIGHLIGHT: self.tr("Highlights"),
            AnnotationKind.NOTE: self.tr("Notes"),
            AnnotationKind.QUESTION: self.tr("Questions for the group"),
            AnnotationKind.BOOKMARK: self.tr("Bookmarks"),
            AnnotationKind.REPLY: self.tr("Replies"),
            AnnotationKind.LINK: self.tr("Links"),
            AnnotationKind.TRAIL: self.tr("Trails"),
        }

    def _show(self) -> None:
        """List what the filters ask for, once the notes are read."""
        if not self._is_reading:
            self._turns.begin(self._listing())

    def _listing(self) -> Iterator[None]:
        order = NoteOrder(self.order.currentData())
        shown = choose(self._notes, self.filter(), order)
        if len(shown) > _AT_ONCE:
            yield
        self.list.set_cards((yield from self._cards(shown, order)))
        self.count.setText(self._counted(len(shown)))

    def _counted(self, shown: int) -> str:
        if shown:
            return self.tr("%n note(s)", "", shown)
        if self._notes:
            return self.tr("No notes are like that.")
        return self.tr("No notes here yet. Select words in a text and press N.")

    def _cards(
        self, shown: Sequence[Placed], order: NoteOrder
    ) -> Generator[None, None, list[Card]]:
        cards: list[Card] = []
        group: str | None = None
        for row, (depth, placed) in enumerate(with_replies(shown, self._notes), 1):
            own = group_of(placed, order)
            if depth == 0 and own != group:
                group = own
                cards.append(Card(f"group {own}", self._group_title(own, order), group=True))
            cards.append(self._card(placed, depth))
            if not row % _CARDS and len(shown) > _AT_ONCE:
                yield
        return cards

    def _group_title(self, group: str, order: NoteOrder) -> str:
        match order:
            case NoteOrder.PLACE:
                return self._title(group) or self.tr("Elsewhere")
            case NoteOrder.COLOUR:
                return colour_names(self._library.colour_names())[Colour(group)]
            case NoteOrder.TAG:
                return f"#{group}" if group else self.tr("Without a tag")
            case _:
                return group

    def _card(self, placed: Placed, depth: int) -> Card:
        """Return the card of a note; of ten thousand only those that changed are made anew."""
        key = placed.annotation.id, depth
        known = self._made.get(key)
        if known is None or known[0] != placed:
            if len(self._made) > 2 * len(self._notes):
                self._made.clear()  # what was deleted
            card = LateCard(placed.annotation.id, partial(self._made_card, placed, depth))
            known = self._made[key] = placed, card
        return known[1]

    def _made_card(self, placed: Placed, depth: int) -> Card:
        note = placed.annotation
        quote = note.target.selectors.exact if isinstance(note.target, TextTarget) else ""
        states = {"uncertain": self.tr("place uncertain"), "lost": self.tr("place lost")}
        foot = [plain(note.author.name, 60), note.modified[:10], *tag_words(note.tags)]
        if state := states.get(place_state(placed)):
            foot.insert(0, f"⚠ {state}")
        return Card(
            key=note.id,
            title="↳ " * min(depth, 4) + (plain(note.body.strip()) or f"“{quote}”"),
            text=f"“{quote}”" if note.body.strip() and quote else "",
            aside=str(placed.locus or ""),
            footer=" · ".join(foot),
            tint=note.colour,
            lines=2,
        )

    def _title(self, work: str) -> str:
        return self._works[work].cited if work in self._works else work

    # ---- searching ----------------------------------------------------------------------

    def _search(self) -> None:
        query = self.field.text().strip()
        if not query:
            self._latest.drop()
            self._found = None
            self._show()
            return
        scope = SearchScope(notes_only=True)
        self._latest.run(lambda _: self._library.search(query, scope, limit=_MOST_FOUND))

    def _on_found(self, answer: SearchAnswer) -> None:
        self._found = frozenset(hit.annotation for hit in answer.hits)
        self._show()

    # ---- several at once ----------------------------------------------------------------

    def _selected_notes(self) -> list[Annotation]:
        ids = set(self.selected())
        return [placed.annotation for placed in self._notes if placed.annotation.id in ids]

    def _on_menu(self, where: QPoint) -> None:
        if not self.selected():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        colours = menu.addMenu(self.tr("Colour"))
        for colour, name in colour_names(self._library.colour_names()).items():
            action = QAction(name, colours)
            action.setData(colour.value)
            action.triggered.connect(self._on_colour)
            colours.addAction(action)
        if len(self.selected()) == 1:
            menu.addAction(self.tr("Answer…")).triggered.connect(self._on_answer)
            if self._is_doubtful(self.selected()[0]):
                menu.addAction(self.tr("Place…")).triggered.connect(self._on_place)
        menu.addAction(self.tr("Tags…")).triggered.connect(self._on_tags)
        menu.addAction(self.tr("Export…")).triggered.connect(self._on_export)
        menu.addAction(self.tr("Delete")).triggered.connect(self._on_delete)
        menu.popup(self.list.viewport().mapToGlobal(where))

    def _on_colour(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            colour = Colour(str(action.data()))
            notes = [replace(note, colour=colour) for note in self._selected_notes()]
            self.revised.emit(notes, self.tr("Change the colour"))

    def _on_tags(self) -> None:
        self.tags_wanted.emit(self.selected())

    def _on_answer(self) -> None:
        self.answer_wanted.emit(self.selected()[0])

    def _is_doubtful(self, note: str) -> bool:
        here = (placed for placed in self._notes if placed.annotation.id == note)
        return any(place_state(placed) != "sure" for placed in here)

    def _on_place(self) -> None:
        self.place_wanted.emit(self.selected()[0])

    def _on_export(self) -> None:
        self.export_wanted.emit(self.selected())

    def _on_delete(self) -> None:
        self.delete_wanted.emit(self.selected())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt
        """Delete deletes, T tags, R answers as on a card, the menu key offers the rest.

        Down leads from the field into the list.
        """
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            if self.list.key() is None:
                self.list.step(1)
        elif not self.list.hasFocus() or not self.selected():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Delete:
            self._on_delete()
        elif event.key() == Qt.Key.Key_T:
            self._on_tags()
        elif event.key() == Qt.Key.Key_R and len(self.selected()) == 1:
            self._on_answer()
        elif event.key() == Qt.Key.Key_Menu:
            self._on_menu(self.list.visualRect(self.list.currentIndex()).center())
        else:
            super().keyPressEvent(event)
