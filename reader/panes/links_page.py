"""The curated links: all of them with their places, and a form to change the reader's own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.model import Progress, Relation
from reader.panes.card import Card
from reader.panes.link_words import relations
from reader.panes.list_page import ListPage, mistakes, scrolling
from reader.qt.look import Look
from reader.qt.sentences import translated
from reader.qt.tasks import Latest

if TYPE_CHECKING:
    from reader.library.curating import CuratedEntry, CuratedLink

_REASON_PX = 96


class LinksPage(ListPage):
    """List and form.

    Signals:
        save_wanted: a ``CuratedLink`` as edited, and the own one that it was before, or None.
        remove_wanted: an own ``CuratedLink`` to be taken out.
        new_wanted: the reader wants a link between the places chosen in two panes.
        pair_wanted: a ``CuratedEntry`` whose two places are to be opened side by side.
    """

    save_wanted = Signal(object, object)
    remove_wanted = Signal(object)
    new_wanted = Signal()
    pair_wanted = Signal(object)

    def __init__(
        self,
        entries: "Callable[[Progress], Sequence[CuratedEntry]]",
        problems: Callable[[], Sequence[str]],
        cite: Callable[[str, str], str],
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        """Make the page.

        Args:
            entries: returns all links with their places; called in a worker thread.
            problems: returns what is wrong in the reader's own file.
            cite: returns how a passage of a work is named for people.
            look: of the window.
            parent: of the page.
        """
        super().__init__(
            QCoreApplication.translate("LinksPage", "Find a link"),
            QCoreApplication.translate("LinksPage", "Which links"),
            QCoreApplication.translate("LinksPage", "Curated links"),
            look,
            parent,
        )
        self._load = entries
        self._problems = problems
        self._cite = cite
        self._entries: Sequence[CuratedEntry] = ()
        self._shown: CuratedEntry | None = None
        self._row = -1
        self._unsaved: Mapping[str, object] = {}
        self._latest = Latest(self)
        self._latest.done.connect(self._on_entries)
        self._latest.failed.connect(self.say_failure)
        self.kind.blockSignals(True)
        for key, words in (
            ("", self.tr("All links")),
            ("own", self.tr("My own")),
            ("lost", self.tr("Without a place")),
        ):
            self.kind.addItem(words, key)
        self.kind.blockSignals(False)
        self.new = self._button(self.tr("Link the places chosen in two panes"), self.new_wanted)
        self._make_form()
        self._lay_out(self.new, self._room(), (560, 560))
        self._show_entry(None)

    def _make_form(self) -> None:
        self.start, self.end = QLabel(self), QLabel(self)
        for label in (self.start, self.end):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.relation = self._combo(
            self.tr("Relation"), {one.value: words for one, words in relations().items()}
        )
        self.weight = self._combo(
            self.tr("Weight"),
            {1: self.tr("1: in passing"), 2: self.tr("2: worth a look"), 3: self.tr("3: central")},
        )
        self.reason = QPlainTextEdit(self)
        self.reason.setAccessibleName(self.tr("What one finds by following it"))
        self.reason.setPlaceholderText(self.tr("What one finds by following it, in a sentence"))
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(_REASON_PX)
        self.problem = QLabel(self)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.problem.setObjectName("muted")
        self.save = self._button(self.tr("Save"), self._on_save)
        self.save.setProperty("primary", True)
        self.save.setToolTip(self.tr("Save among your own links (Ctrl+Return)"))
        self.pair = self._button(self.tr("Open both places"), self._on_pair)
        self.remove = self._button(self.tr("Remove my link"), self._on_remove)

    def _combo(self, name: str, choices: "dict[str, str] | dict[int, str]") -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        for key, words in choices.items():
            combo.addItem(words, key)
        return combo

    def _button(self, words: str, act: object) -> QPushButton:
        button = QPushButton(words, self)
        button.clicked.connect(act)
        return button

    def _room(self) -> QWidget:
        """Return the form, laid out."""
        room = QWidget(self)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, place in ((self.tr("From"), self.start), (self.tr("To"), self.end)):
            name = QLabel(words, self)
            name.setAlignment(Qt.AlignmentFlag.AlignTop)  # beside the first of two lines
            form.addRow(name, place)
        form.addRow(self.tr("Relation"), self.relation)
        form.addRow(self.tr("Weight"), self.weight)
        form.addRow(self.tr("Reason"), self.reason)
        buttons = QHBoxLayout()
        for button in (self.save, self.pair, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        body = QWidget(room)
        fields = QVBoxLayout(body)
        fields.setContentsMargins(12, 10, 12, 4)
        fields.addLayout(form)
        fields.addWidget(self.problem)
        fields.addStretch(1)
        buttons.setContentsMargins(12, 0, 12, 8)
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolling(body, room), 1)
        column.addLayout(buttons)
        return room

    # ---- what is listed -----------------------------------------------------------------

    def refresh(self) -> None:
        """Place all links again: texts or links have changed."""
        self.status.setText(self.tr("Looking for the places…"))
        self._latest.run(self._load)

    def _on_entries(self, entries: "Sequence[CuratedEntry]") -> None:
        self._entries = entries
        self._show_again()
        row, self._row = self._row, -1
        if 0 <= row < len(self.list.cards.cards):
            self.list.setCurrentIndex(self.list.cards.index(row))
            self._on_looked_at(self.list.key())
        self._resume()
        if self._shown is not None and not self.is_changed:
            self.choose(self._shown.link)
        elif self._shown is None:  # an empty form would be all there is to see
            first = next(filter(self._is_wanted, entries), None)
            if first is not None:
                self.choose(first.link)

    def dump(self) -> dict[str, object]:
        """Return what is listed, the link that is shown, and what is not saved of it."""
        row = self.list.currentIndex().row()
        return {**super().dump(), "row": row, "unsaved": self._unsaved or self._typed()}

    def _typed(self) -> dict[str, object]:
        """Return link and fields where they were changed, as plain values."""
        from reader.library.curating import dump_entry

        if self._shown is None or not self.is_changed:
            return {}
        return {
            "entry": dump_entry(self._shown),
            "relation": self.relation.currentData(),
            "weight": self.weight.currentData(),
            "reason": self.reason.toPlainText(),
        }

    def _resume(self) -> None:
        """Let the form say again what was not saved when the program ended."""
        from reader.library.curating import load_entry

        stored, self._unsaved = self._unsaved, {}
        entry = load_entry(stored.get("entry"))
        if entry is None or self.is_changed:
            return
        if not self.choose(entry.link):  # a new one
            self._show_entry(entry)
        for combo, key in ((self.relation, "relation"), (self.weight, "weight")):
            combo.setCurrentIndex(max(0, combo.findData(stored.get(key))))
        if isinstance(reason := stored.get("reason"), str):
            self.reason.setPlainText(reason)

    def _load_chosen(self, stored: Mapping[str, object]) -> None:
        """Wait until the places are found."""
        row = stored.get("row")
        self._row = row if type(row) is int else -1
        unsaved = stored.get("unsaved")
        self._unsaved = unsaved if isinstance(unsaved, Mapping) else {}

    def choose(self, link: "CuratedLink") -> bool:
        """Show a link in list and form; say whether there is one."""
        for entry in self._entries:
            if entry.link == link:
                self._show_entry(entry)
                self.list.choose(entry)
                return True
        return False

    def _show(self) -> None:
        shown = [one for one in self._entries if self._is_wanted(one)]
        cards = mistakes(self.tr("Mistakes in your file"), self._problems())
        self.list.set_cards([*cards, *map(self._card, shown)])
        whole = len(self._entries)
        self.status.setText(
            self.tr("{0} of %n link(s)", "", whole).format(len(shown))
            if shown or self.kind.currentData() != "own"
            else self.tr(
                "No links of your own yet. Choose words in two panes, come back and link them."
            )
        )

    def _is_wanted(self, entry: "CuratedEntry") -> bool:
        told = f"{self._title(entry)} {entry.link.reason}".casefold()
        if not all(word in told for word in self.filter.text().casefold().split()):
            return False
        match self.kind.currentData():
            case "own":
                return entry.link.own
            case "lost":
                return bool(entry.problem)
        return True

    def _title(self, entry: "CuratedEntry") -> str:
        start = self._cite(entry.link.start.work, entry.start)
        return f"{start} → {self._cite(entry.link.end.work, entry.end)}"

    def _card(self, entry: "CuratedEntry") -> Card:
        return Card(
            entry,
            self._title(entry),
            translated(entry.problem) if entry.problem else entry.link.reason,
            aside=str(entry.link.weight),
            footer=relations()[entry.link.relation],
            tint="accent" if entry.link.own else "",
            struck=bool(entry.problem),
        )

    # ---- the form -----------------------------------------------------------------------

    def begin(self, entry: "CuratedEntry") -> None:
        """Show a link that is not kept yet; the reason waits to be written."""
        self._show_entry(entry)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def kept(self, link: "CuratedLink | None") -> None:
        """Take a link that was saved, or None for one taken out, as what the form shows."""
        self._show_entry(replace(self._shown, link=link) if self._shown and link else None)

    def _show_entry(self, entry: "CuratedEntry | None") -> None:
        self._shown = entry
        for field in (self.relation, self.weight, self.reason, self.save, self.pair):
            field.setEnabled(entry is not None)
        self.remove.setEnabled(entry is not None and entry in self._entries and entry.link.own)
        if entry is None:
            return
        link = entry.link
        for label, end, passage in ((self.start, link.start, entry.start),
                                    (self.end, link.end, entry.end)):  # fmt: skip
            label.setText(f"{self._cite(end.work, passage)}: “{end.incipit}\N{NO-BREAK SPACE}…”")
        self.relation.setCurrentIndex(self.relation.findData(link.relation.value))
        self.weight.setCurrentIndex(self.weight.findData(link.weight))
        self.reason.setPlainText(link.reason)
        self.pair.setEnabled(bool(entry.start and entry.end))
        self.problem.setText(translated(entry.problem))

    def edited(self) -> "CuratedLink | None":
        """Return the link as it stands in the fields; None when none is shown."""
        if self._shown is None:
            return None
        return replace(
            self._shown.link,
            relation=Relation(self.relation.currentData()),
            weight=int(self.weight.currentData()),
            reason=" ".join(self.reason.toPlainText().split()),
        )

    @property
    def is_changed(self) -> bool:
        """Whether the fields say something else than the link shown."""
        return self._shown is not None and self.edited() != self._shown.link

    # ---- what the reader does -----------------------------------------------------------

    def _on_looked_at(self, key: object) -> None:
        if key in self._entries and not self.is_changed:
            self._show_entry(next(one for one in self._entries if one == key))

    def _on_chosen(self, key: object) -> None:
        if key in self._entries:
            if self.is_changed:
                self._on_save()
            self._show_entry(next(one for one in self._entries if one == key))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_save(self) -> None:
        link = self.edited()
        if link is None or self._shown is None:
            return
        before = self._shown.link if self._shown.link.own else None
        self.save_wanted.emit(replace(link, own=True), before)

    def _on_remove(self) -> None:
        if self._shown is not None:
            self.remove_wanted.emit(self._shown.link)

    def _on_pair(self) -> None:
        if self._shown is not None:
            self.pair_wanted.emit(self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt
        """Ctrl+Return saves."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_save()
        else:
            super().keyPressEvent(event)
