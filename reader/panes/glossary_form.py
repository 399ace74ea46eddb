"""One concept of the glossary, to be read and changed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.panes.list_page import scrolling

if TYPE_CHECKING:
    from reader.library import Concept

_SHORT_PX, _TALL_PX = 78, 150


class GlossaryForm(QWidget):
    """Fields of a concept.

    Signals:
        save_wanted: the ``Concept`` as it stands in the fields.
        restore_wanted: key of an own concept to be taken out again.
        look_wanted: key of the concept to be put under the lens.
    """

    save_wanted = Signal(object)
    restore_wanted = Signal(str)
    look_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._concept: Concept | None = None
        self._definitions: dict[str, QPlainTextEdit] = {}
        self.label = QLineEdit(self)
        self.label.setAccessibleName(self.tr("Name of the concept"))
        self.spellings = self._area(self.tr("Other spellings, one a line"), _TALL_PX)
        self.coined_by = QLineEdit(self)
        self.coined_by.setAccessibleName(self.tr("Coined by"))
        self.note = self._area(self.tr("Note"), _SHORT_PX)
        self.near = QLabel(self)
        self.near.setTextFormat(Qt.TextFormat.PlainText)
        self.near.setWordWrap(True)
        self.near.setObjectName("muted")
        self.save = self._button(self.tr("Save"), self._on_save)
        self.save.setProperty("primary", True)
        self.save.setToolTip(self.tr("Save in your own glossary (Ctrl+Return)"))
        self.look = self._button(self.tr("Look at it in the texts"), self._on_look)
        self.restore = self._button(self.tr("Take my version out"), self._on_restore)
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._lay_out()
        self.setEnabled(False)

    def _area(self, name: str, height_px: int) -> QPlainTextEdit:
        area = QPlainTextEdit(self)
        area.setAccessibleName(name)
        area.setTabChangesFocus(True)
        area.setFixedHeight(height_px)
        return area

    def _button(self, words: str, act: object) -> QPushButton:
        button = QPushButton(words, self)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        self._form.addRow(self.tr("Name"), self.label)
        self._form.addRow(self.tr("Spellings"), self.spellings)
        self._form.addRow(self.tr("Coined by"), self.coined_by)
        self._form.addRow(self.tr("Note"), self.note)
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 0, 12, 8)
        column.addLayout(self._form)
        column.addWidget(self.near)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(12, 0, 12, 0)
        for button in (self.save, self.look, self.restore):
            buttons.addWidget(button)
        buttons.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 8)
        whole.addWidget(scrolling(body, self), 1)
        whole.addLayout(buttons)
        self.setFocusProxy(self.label)

    # ---- showing ------------------------------------------------------------------------

    @property
    def key(self) -> str:
        """The key of the concept shown; empty for a new one or none."""
        return self._concept.key if self._concept else ""

    def show_concept(
        self, concept: "Concept", authors: Mapping[str, str], labels: Mapping[str, str]
    ) -> None:
        """Show a concept; a definition can be written for each author.

        Args:
            concept: what is shown; without a key it is a new one.
            authors: names under which definitions are filed, with names for people.
            labels: names of all concepts by key.
        """
        self._concept = concept
        self.setEnabled(True)
        self.label.setText(concept.label)
        self.spellings.setPlainText("\n".join(one.text for one in concept.variants))
        self.coined_by.setText(concept.coined_by)
        self.coined_by.setCursorPosition(0)
        self.note.setPlainText(concept.note)
        self._show_definitions(concept, authors)
        self.near.setText(self._neighbours(concept, labels))
        self.near.setVisible(bool(self.near.text()))
        self.look.setEnabled(bool(concept.key))
        self.restore.setVisible(concept.own and bool(concept.key))

    def _show_definitions(self, concept: "Concept", authors: Mapping[str, str]) -> None:
        for area in self._definitions.values():
            self._form.removeRow(area)
        self._definitions = {}
        keys = dict.fromkeys((*authors, *concept.definitions))
        for row, key in enumerate(keys):
            name = authors.get(key) or key.replace("-", " ").title()
            area = self._area(self.tr("What it means for {0}").format(name), _SHORT_PX)
            area.setPlainText(concept.definitions.get(key, ""))
            self._form.insertRow(1 + row, self.tr("For {0}").format(name), area)
            self._definitions[key] = area

    def _neighbours(self, concept: "Concept", labels: Mapping[str, str]) -> str:
        told = (
            (self.tr("Broader"), concept.broader),
            (self.tr("Narrower"), concept.narrower),
            (self.tr("Related"), concept.related),
            (self.tr("Opposed"), concept.opposed),
        )
        return "\n".join(
            f"{name}: {', '.join(labels.get(key, key) for key in keys)}"
            for name, keys in told
            if keys
        )

    def edited(self) -> "Concept | None":
        """Return the concept as it stands in the fields; None when none is shown.

        A spelling keeps its language as long as its words stay.
        """
        from reader.library import Variant

        if self._concept is None:
            return None
        known = {one.text: one for one in self._concept.variants}
        lines = (line.strip() for line in self.spellings.toPlainText().splitlines())
        definitions = {
            key: " ".join(area.toPlainText().split()) for key, area in self._definitions.items()
        }
        return replace(
            self._concept,
            label=" ".join(self.label.text().split()),
            variants=tuple(known.get(one, Variant(one)) for one in dict.fromkeys(lines) if one),
            coined_by=self.coined_by.text().strip(),
            note=" ".join(self.note.toPlainText().split()),
            definitions={key: words for key, words in definitions.items() if words},
        )

    @property
    def is_changed(self) -> bool:
        """Whether the fields say something else than the glossary."""
        return self._concept is not None and self.edited() != self._concept

    def unsaved(self) -> dict[str, object]:
        """Return what the fields of a changed concept say; ``resume`` is the inverse.

        Empty where nothing was changed.
        """
        if not self.is_changed:
            return {}
        definitions = {key: area.toPlainText() for key, area in self._definitions.items()}
        return {
            "label": self.label.text(),
            "spellings": self.spellings.toPlainText(),
            "coined_by": self.coined_by.text(),
            "note": self.note.toPlainText(),
            "definitions": definitions,
        }

    def resume(self, stored: Mapping[str, object]) -> None:
        """Let the fields of the concept shown say again what was not saved."""
        for name, field in (("label", self.label), ("coined_by", self.coined_by)):
            if isinstance(words := stored.get(name), str):
                field.setText(words)
        definitions = stored.get("definitions")
        told = definitions if isinstance(definitions, Mapping) else {}
        areas = [(stored.get("spellings"), self.spellings), (stored.get("note"), self.note)]
        areas += [(told.get(key), area) for key, area in self._definitions.items()]
        for words, area in areas:
            if isinstance(words, str):
                area.setPlainText(words)

    def fields(self) -> Sequence[QWidget]:
        """Return the fields from top to bottom."""
        areas = tuple(self._definitions.values())
        return (self.label, *areas, self.spellings, self.coined_by, self.note)

    # ---- acting -------------------------------------------------------------------------

    def _on_save(self) -> None:
        concept = self.edited()
        if concept is not None:
            self.save_wanted.emit(concept)

    def _on_look(self) -> None:
        self.look_wanted.emit(self.key)

    def _on_restore(self) -> None:
        self.restore_wanted.emit(self.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt
        """Ctrl+Return and Ctrl+S save."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if (control and enter) or event.matches(QKeySequence.StandardKey.Save):
            self._on_save()
        else:
            super().keyPressEvent(event)
