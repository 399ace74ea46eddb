"""The group at a glance: what to talk about, what was asked, who reads along."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QMenu,
    QPushButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from reader.model import Span, TextTarget
from reader.panes.card import Card
from reader.panes.cards import CardList
from reader.panes.group_facts import GroupFacts
from reader.qt.safe_text import plain
from reader.qt.theme import Theme
from reader.qt.wordings import agenda_reason

if TYPE_CHECKING:  # the group's own code is loaded by the thread that gathers what is shown
    from reader.library import Asked, Layer


class GroupPanel(QWidget):
    """Three lists in one place.

    In the list of members Space switches a layer, M mutes.

    Signals:
        go_wanted: work and ``Span`` to show.
        note_wanted: id of a note to show.
        layer_wanted: id of a member, and whether their marks are shown in the texts.
        mute_wanted: id of a member, and whether they are muted.
        people_wanted: whether colours stand for people.
        command_wanted: key of a command.
    """

    go_wanted = Signal(str, object)
    note_wanted = Signal(str)
    layer_wanted = Signal(str, bool)
    mute_wanted = Signal(str, bool)
    people_wanted = Signal(bool)
    command_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = GroupFacts()
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("What of the group"))
        for name in (self.tr("Agenda"), self.tr("Questions"), self.tr("Members")):
            self.tabs.addTab(name)
        self.tabs.currentChanged.connect(self._show)
        self.list = CardList(theme, self.tr("The group"), self)
        self.list.chosen.connect(self._on_chosen)
        self.list.left.connect(self.tabs.setFocus)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._on_menu)
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setObjectName("muted")
        self._build_foot()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.addWidget(self.tabs)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        column.addWidget(self.twice)
        column.addWidget(self.foot)
        self.setFocusProxy(self.list)
        self._show()

    def _build_foot(self) -> None:
        self.twice = QPushButton(self)
        self.twice.clicked.connect(self._asks("group.wordings"))
        self.foot = QWidget(self)
        self.people = QCheckBox(self.tr("&Colours stand for people"), self.foot)
        self.people.clicked.connect(self.people_wanted)
        self.sealed = QCheckBox(self.tr("&Sealed first reading"), self.foot)
        self.sealed.setToolTip(
            self.tr("Others' marks stay hidden in a section until you marked or finished it.")
        )
        self.sealed.clicked.connect(self._asks("group.sealed"))
        self.finished = QPushButton(self.tr("I have &finished this section"), self.foot)
        self.finished.clicked.connect(self._asks("group.finished"))
        self.folder = QLabel(self.foot)
        self.folder.setTextFormat(Qt.TextFormat.PlainText)
        self.folder.setWordWrap(True)
        self.folder.setObjectName("muted")
        choose = QPushButton(self.tr("The group's f&older…"), self.foot)
        choose.clicked.connect(self._asks("group.folder"))
        foot = QVBoxLayout(self.foot)
        foot.setContentsMargins(0, 0, 0, 0)
        for widget in (self.people, self.sealed, self.folder):
            foot.addWidget(widget)
        foot.addWidget(self.finished)
        foot.addWidget(choose)

    def _asks(self, key: str) -> Callable[[], None]:
        return lambda: self.command_wanted.emit(key)

    # ---- what is shown ------------------------------------------------------------------

    def show_facts(self, facts: GroupFacts) -> None:
        """Show the group as it is now."""
        self.facts = facts
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.list.set_theme(theme)

    def _show(self) -> None:
        facts = self.facts
        at = self.tabs.currentIndex()
        cards = (self._agenda, self._questions, self._members)[at]()
        self.list.set_cards(cards)
        self.empty.setText("" if cards else self._nothing(at))
        self.empty.setVisible(not cards)
        self.foot.setVisible(at == 2)
        self.finished.setEnabled(facts.sealed)
        self.twice.setVisible(facts.twice > 0)
        self.twice.setText(self.tr("⚠ %n note(s) in two wordings…", "", facts.twice))
        self.people.setChecked(facts.by_person)
        self.sealed.setChecked(facts.sealed)
        self.folder.setText(
            self.tr("Shared folder: {0}").format(facts.folder)
            if facts.folder
            else self.tr("No folder is shared yet.")
        )

    def _nothing(self, at: int) -> str:
        return (
            self.tr("Nothing to talk about yet: marks and notes of the group will stand here."),
            self.tr("Nobody asked anything yet. Press Q on words to ask the group."),
            self.tr("Nobody has written anything yet."),
        )[at]

    def _agenda(self) -> list[Card]:
        cards = [
            Card(
                ("passage", entry.work, entry.span),
                f"{number}. {self.facts.titles.get(entry.work, entry.work)}",
                words,
                aside=str(entry.locus),
                footer=agenda_reason(entry.reason),
                tint="accent" if len(entry.people) > 1 else "",
            )
            for number, (entry, words) in enumerate(self.facts.agenda, start=1)
        ]
        if self.facts.unread:
            cards.append(Card("group unread", self.tr("Nobody marked"), group=True))
        cards += [
            Card(
                ("passage", one.work, one.span),
                self.facts.titles.get(one.work, one.work),
                one.words,
                aside=str(one.locus),
                footer=self.tr("%n passage(s)", "", one.passages),
                lines=1,
            )
            for one in self.facts.unread
        ]
        return cards

    def _questions(self) -> list[Card]:
        cards: list[Card] = []
        for group, waits in ((self.tr("Open"), True), (self.tr("Answered"), False)):
            found = [self._question(one) for one in self.facts.asked if one.open is waits]
            if found:
                cards += [Card(f"group {group}", group, group=True), *found]
        return cards

    def _question(self, asked: "Asked") -> Card:
        note = asked.annotation
        target = note.target
        exact = target.selectors.exact if isinstance(target, TextTarget) else ""
        quote = f"“{plain(exact, 100)}”" if exact else ""
        asks = plain(note.body, 120)
        last = asked.answers[-1].annotation if asked.answers else None
        answer = f"↳ {plain(last.author.name, 40)}: {plain(last.body, 200)}" if last else ""
        return Card(
            ("note", note.id),
            asks or quote,
            " ".join(filter(None, (quote if asks else "", answer))),
            aside=self.tr("%n answer(s)", "", len(asked.answers)) if asked.answers else "",
            footer=f"{plain(note.author.name, 40)} · {note.created[:10]}",
            tint=note.colour,
        )

    def _members(self) -> list[Card]:
        cards = [self._member(one) for one in self.facts.members]
        if self.facts.meanings:
            title = self.tr("Colours that mean different things")
            cards.append(Card("group meanings", title, group=True))
        cards += [
            Card(("colour", colour), " / ".join(plain(one, 40) for one in names), tint=colour)
            for colour, names in self.facts.meanings.items()
        ]
        return cards

    def _member(self, one: "Layer") -> Card:
        states = []
        if one.person.id == self.facts.me:
            states.append(self.tr("you"))
        if not one.shown:
            states.append(self.tr("muted"))
        elif one.person.id in self.facts.off:
            states.append(self.tr("not shown in the texts"))
        name = plain(one.person.name, 60) or "?"
        return Card(
            ("member", one.person.id),
            name,
            aside=self.tr("%n note(s)", "", one.count),
            footer=" · ".join(states),
            tint=one.colour,
            struck=not one.shown,
        )

    # ---- what the reader does -----------------------------------------------------------

    def _on_chosen(self, key: object) -> None:
        match key:
            case ("passage", str(work), Span() as span):
                self.go_wanted.emit(work, span)
            case ("note", str(note)):
                self.note_wanted.emit(note)
            case ("member", str()):
                self._on_menu(self.list.visualRect(self.list.currentIndex()).center())

    def _chosen_member(self) -> "Layer | None":
        match self.list.key():
            case ("member", str(person)):
                return next((m for m in self.facts.members if m.person.id == person), None)
        return None

    def _on_menu(self, where: QPoint) -> None:
        member = self._chosen_member()
        if member is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layer = menu.addAction(self.tr("Show in the texts"))
        layer.setCheckable(True)
        layer.setChecked(member.person.id not in self.facts.off)
        layer.triggered.connect(self._switch_layer)
        mute = menu.addAction(self.tr("Mute everywhere"))
        mute.setCheckable(True)
        mute.setChecked(not member.shown)
        mute.setEnabled(member.person.id != self.facts.me)
        mute.triggered.connect(self._switch_mute)
        menu.popup(self.list.viewport().mapToGlobal(where))

    def _switch_layer(self) -> None:
        if member := self._chosen_member():
            self.layer_wanted.emit(member.person.id, member.person.id in self.facts.off)

    def _switch_mute(self) -> None:
        member = self._chosen_member()
        if member is not None and member.person.id != self.facts.me:
            self.mute_wanted.emit(member.person.id, member.shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt
        """Space switches a member's layer, M mutes; Ctrl+arrows are left to the tabs."""
        if self._chosen_member() is None:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space:
            self._switch_layer()
        elif event.key() == Qt.Key.Key_M:
            self._switch_mute()
        else:
            super().keyPressEvent(event)
