"""The concept lens: a word or a concept in all texts, one column for each."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QMenu,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.model import Progress, QueryError
from reader.panes.folding import FoldingRow
from reader.panes.lens_column import LensColumn
from reader.panes.lens_room import StudyPage, chosen_again
from reader.panes.scrolled import scroll_to
from reader.panes.splitter import Splitter
from reader.qt.look import Look
from reader.qt.sentences import translated
from reader.qt.tasks import Latest
from reader.qt.wordings import pointed

if TYPE_CHECKING:
    from reader.library import Glossary, KwicLine, Study, TextStudy


class Ask(Protocol):
    """Looks at a subject in works; ``together`` reads the texts of one author as one."""

    def __call__(
        self, subject: str, works: Sequence[str], progress: Progress, /, *, together: bool
    ) -> "Study":
        """Return what there is to see.  On any thread."""


#: A column narrower than this shows too little context, px.
_LEAST = 320
_REMEMBERED = 30
#: Columns, and titles in the line above them, at most: a hundred texts would hold the window up for
#: half a second, and nobody looks at more side by side.
_MOST = 8


class LensPage(StudyPage):
    """Field, order, and a column for each text.

    Attributes:
        study: what is shown; None at first.

    Signals:
        chosen: the ``Place`` to go to.
        save_wanted: ``md`` or ``svg``: take away what is shown.
        edit_wanted: key of the concept to edit.
        concept_wanted: a word that shall become a concept.
        looked: subjects looked at, newest first.
    """

    chosen = Signal(object)
    save_wanted = Signal(str)
    edit_wanted = Signal(str)
    concept_wanted = Signal(str)
    looked = Signal(object)

    def __init__(
        self,
        ask: Ask,
        look: Look,
        works: Callable[[], Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ask = ask
        self._look = look
        self._works = works
        self._past: list[str] = []
        self._concepts: list[str] = []
        self.study: Study | None = None
        self._asked = ""
        self._places: Mapping[str, object] = {}
        self.columns: tuple[LensColumn, ...] = ()
        self._shown: tuple[TextStudy, ...] = ()
        self._latest = Latest(self)
        self._latest.done.connect(self._on_study)
        self._latest.failed.connect(self.say_failure)
        self._build()

    def _build(self) -> None:
        self.field = QLineEdit(self)
        self.field.setClearButtonEnabled(True)
        self.field.setMaxLength(2000)
        self.field.setPlaceholderText(self.tr("A concept, a word, or a query"))
        self.field.setAccessibleName(self.tr("Concept, word or query to look at"))
        self.field.returnPressed.connect(self._on_return)
        self.field.textEdited.connect(self._on_typed)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(12)
        completer.activated.connect(self.look_at)
        self.field.setCompleter(completer)
        self.order = QComboBox(self)
        self.order.setAccessibleName(self.tr("Order of the contexts"))
        for words, key in (
            (self.tr("As they stand"), ""),
            (self.tr("By the words after"), "right"),
            (self.tr("By the words before"), "left"),
        ):
            self.order.addItem(words, key)
        self.order.currentIndexChanged.connect(self._on_order)
        self.each = QComboBox(self)
        self.each.setAccessibleName(self.tr("What a column shows"))
        self.each.addItem(self.tr("A column for each text"), False)
        self.each.addItem(self.tr("A column for each author"), True)
        self.each.currentIndexChanged.connect(self.refresh)
        self.edit = self._button(self.tr("Edit the concept"))
        self.edit.clicked.connect(self._on_edit)
        self.save = self._button(self.tr("Export"))
        self.save.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.save)
        menu.addAction(self.tr("As Markdown…"), lambda: self.save_wanted.emit("md"))
        menu.addAction(self.tr("As a drawing (SVG)…"), lambda: self.save_wanted.emit("svg"))
        self.save.setMenu(menu)
        self.status.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._room = QScrollArea(self)
        self._room.setWidgetResizable(True)
        self._room.setFrameShape(QScrollArea.Shape.NoFrame)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        self._show()

    def _button(self, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setProperty("framed", True)
        button.setAccessibleName(words)
        return button

    def _lay_out(self) -> None:
        self._row = FoldingRow(
            [self.field, self.each, self.order, self.edit, self.save],
            [self.each, self.order, self.edit],
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 6)
        column.addLayout(self._row)
        column.addWidget(self.status)
        column.addWidget(self._room, 1)
        self.setFocusProxy(self.field)

    # ---- asking -------------------------------------------------------------------------

    def set_glossary(self, glossary: "Glossary") -> None:
        """Offer the names of the concepts while one types, after what was looked at before."""
        self._concepts = [one.label for one in glossary]
        self._offer()

    def remember(self, subjects: Sequence[str]) -> None:
        """Offer what was looked at in former days."""
        self._past = list(dict.fromkeys((*self._past, *subjects)))[:_REMEMBERED]
        self._offer()

    def _offer(self) -> None:
        self._names.setStringList(list(dict.fromkeys((*self._past, *self._concepts))))

    def look_at(self, subject: str) -> None:
        """Look at a concept, a word or a query in the texts chosen."""
        subject = subject.strip()
        self.field.setText(subject)
        if not subject:
            return
        works = tuple(self._works())
        if not works:
            self._say(self.tr("There is no text to look at. Add one, or open one."))
            return
        self._say(self.tr("Looking…"))
        self._asked = subject
        together = bool(self.each.currentData())
        self._latest.run(lambda progress: self._ask(subject, works, progress, together=together))

    def refresh(self) -> None:
        """Look again: texts, glossary or the choice of texts have changed."""
        if self.study is not None:
            self.look_at(self.study.subject)

    def _on_typed(self, words: str) -> None:
        """Say that what stands below is not yet what stands in the field."""
        if self.study is not None:
            other = words.strip() not in ("", self.study.subject)
            told = self.tr("Below stands “{0}”; press Return to look at “{1}”.")
            told = told.format(self.study.subject, words.strip())
            self._say(told if other else self._headline(self.study))

    def _on_return(self) -> None:
        popup = self.field.completer().popup()
        if popup is not None:
            popup.hide()
        self.look_at(self.field.text())

    def _on_study(self, study: "Study") -> None:
        self.study = study
        self._past = list(dict.fromkeys((study.subject, *self._past)))[:_REMEMBERED]
        self._offer()
        self.looked.emit(tuple(self._past))
        self._show()
        self._go_on()

    def say_failure(self, error: Exception) -> None:
        """Say why there is no answer, where what is looked at is said, and point at a mistake."""
        super().say_failure(error)
        if isinstance(error, QueryError):
            self.status.setText(f"{self.status.text()}\n{pointed(self._asked, error.at)}")
        if self.study is not None:
            still = self.tr("Below still stands “{0}”.").format(self.study.subject)
            self.status.setText(f"{self.status.text()}\n{still}")
        self.status.show()

    # ---- showing ------------------------------------------------------------------------

    def _show(self) -> None:
        study = self.study
        has = study is not None
        self.edit.setVisible(study is not None)
        known = study is not None and study.concept is not None
        self.edit.setText(self.tr("Edit the concept") if known else self.tr("Make it a concept"))
        self.edit.setAccessibleName(self.edit.text())
        self.save.setEnabled(has)
        self.order.setEnabled(has)
        if study is None:
            self._say(
                self.tr(
                    "Type a word and press Return: every place where it stands, text beside "
                    "text, with what each author keeps near it and who never says it."
                )
            )
            return
        self._say(self._headline(study))
        split = Splitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        columns = []
        self._shown = _most_telling(study)
        for one in self._shown:
            made = LensColumn(one, self._ordered(one.lines), self._look, split)
            made.setMinimumWidth(_LEAST)
            made.chosen.connect(self.chosen)
            made.left.connect(self._to_field)
            split.addWidget(made)
            columns.append(made)
        split.setSizes([1000] * len(columns))
        self.columns = tuple(columns)
        self._room.setWidget(split)

    def _headline(self, study: "Study") -> str:
        told = []
        if study.concept is not None:
            if study.concept.note:
                told.append(study.concept.note)
            if study.concept.coined_by:
                told.append(self.tr("Origin: {0}.").format(study.concept.coined_by.rstrip(".")))
            told += self._others(study)
        silent = [work.title for work in study.silent]
        if silent and len(silent) == len(study.texts):
            told.append(self.tr("None of these texts says it."))
        elif silent:
            more = len(silent) - _MOST
            names = "; ".join(silent[:_MOST] if more > 1 else silent)
            told.append(self.tr("Never said in: {0}.").format(names))
            if more > 1:
                told.append(self.tr("Nor in %n other text(s).", "", more))
        saying = sum(bool(one.lines) for one in study.texts)
        if saying > len(_most_telling(study)):
            told.append(
                self.tr("%n text(s) say it; those that say it most often are shown.", "", saying)
            )
        lines = [" ".join(told)] if told else []
        if study.mistake is not None:
            place = pointed(study.subject, study.mistake.at)
            lines = [translated(study.mistake.message), place, *lines]
        return "\n".join(lines)

    def _others(self, study: "Study") -> list[str]:
        """Return the definitions for authors who are not among the texts."""
        assert study.concept is not None  # noqa: S101 - asked for concepts only
        shown = {one.definition for one in study.texts}
        return [
            f"{key.replace('-', ' ').title()}: {words}"
            for key, words in study.concept.definitions.items()
            if words not in shown
        ]

    def _say(self, words: str) -> None:
        self.status.setText(words)
        self.status.setVisible(bool(words))

    def _ordered(self, lines: Sequence["KwicLine"]) -> Sequence["KwicLine"]:
        from reader.library import sorted_by_context

        key = self.order.currentData()
        return sorted_by_context(lines, right=key == "right") if key else lines

    def _on_order(self) -> None:
        if self.study is not None:
            for column, one in zip(self.columns, self._shown, strict=True):
                column.set_lines(self._ordered(one.lines))

    def _on_edit(self) -> None:
        if self.study is None:
            return
        if self.study.concept is not None:
            self.edit_wanted.emit(self.study.concept.key)
        else:
            self.concept_wanted.emit(self.study.subject)

    def _to_field(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def dump(self) -> dict[str, object]:
        """Return what is looked at, and how."""
        return {
            "subject": self.study.subject if self.study is not None else "",
            "order": self.order.currentData(),
            "each": self.each.currentData(),
            "across": self._room.horizontalScrollBar().value(),
            "down": [one.kwic.verticalScrollBar().value() for one in self.columns],
        }

    def load(self, stored: Mapping[str, object]) -> None:
        """Look at it again."""
        chosen_again(self.order, stored.get("order"))
        chosen_again(self.each, stored.get("each"))
        self._places = stored
        subject = stored.get("subject")
        if isinstance(subject, str):
            self.look_at(subject)

    def _go_on(self) -> None:
        """Scroll to where the reader was before the last restart; once."""
        stored, self._places = self._places, {}
        scroll_to(self._room.horizontalScrollBar(), stored.get("across"))
        down = stored.get("down")
        for column, value in zip(
            self.columns, down if isinstance(down, list) else (), strict=False
        ):
            scroll_to(column.kwic.verticalScrollBar(), value)

    def set_look(self, look: Look) -> None:
        """Take over a changed look."""
        self._look = look
        for column in self.columns:
            column.dress(self._look)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt
        """Fold the row above the columns where it has no room."""
        super().resizeEvent(event)
        self._row.fit(self.width() - 24)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt
        """Down leads from the field into the first column."""
        if event.key() == Qt.Key.Key_Down and self.columns:
            self.columns[0].focus_first()
        else:
            super().keyPressEvent(event)


def _most_telling(study: "Study") -> "tuple[TextStudy, ...]":
    """Return all texts, or of many those alone that say it most often; in the same order."""
    if len(study.texts) <= _MOST:
        return study.texts
    said = [row for row, one in enumerate(study.texts) if one.lines]
    often = sorted(said, key=lambda row: -len(study.texts[row].lines))[:_MOST]
    return tuple(study.texts[row] for row in sorted(often))
