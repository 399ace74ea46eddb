"""Preferences: type, theme, and how the window behaves; seen at once, kept at once."""

from dataclasses import fields, replace

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFontComboBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reader.panes.dialog_size import open_size
from reader.panes.scroll_room import ScrollRoom
from reader.qt import theme
from reader.qt.fonts import FAMILIES
from reader.qt.languages import NAMES
from reader.qt.settings import Reading, Settings, Window
from reader.qt.wordings import theme_name

#: Of the height of the screen, what the form may take.
_SHARE = 0.8


class _Form(ScrollRoom):
    """As large as what is in it, but no larger than the screen: large type needs much room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.inside = QWidget(self)
        self.setWidget(self.inside)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt
        """Return the size of the form, with room for the bar where it is cut."""
        whole = self.inside.sizeHint()
        most = round(self.screen().availableSize().height() * _SHARE)
        return QSize(self.minimumSizeHint().width(), min(most, whole.height() + 4))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt
        """Return a size in which no line is cut."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self.inside.minimumSizeHint().width() + bar, bar * 8)


def _fields(group: Reading | Window) -> dict[str, object]:
    return {one.name: getattr(group, one.name) for one in fields(group)}


def _delivered(window: Window) -> Window:
    """Return the window as delivered; its language and the files opened last stay."""
    return replace(Window(), language=window.language, recent=window.recent)


class PreferencesDialog(QDialog):
    """A short form; every change is seen in the texts behind it immediately."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self._before: tuple[Reading, Window] | None = None
        self.setWindowTitle(self.tr("Preferences"))
        self._inside = self._fill()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.reset = QPushButton(self.tr("All as delivered"), self)
        self.reset.setAutoDefault(False)
        self.reset.clicked.connect(self._on_reset)
        buttons.addButton(self.reset, QDialogButtonBox.ButtonRole.ResetRole)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._inside, 1)
        self._column.addWidget(buttons)
        open_size(self)

    def _fill(self) -> _Form:
        """Return the form with everything as it is now."""
        form = _Form(self)
        self._form = QFormLayout(form.inside)
        self._form.setContentsMargins(2, 2, 2, 2)  # so that no ring of the focus is cut
        self._form.setVerticalSpacing(9)
        self._form.setHorizontalSpacing(12)
        self._heading(self.tr("Reading"))
        self._add(self.tr("Type"), self._font("font", Reading))
        self._add(self.tr("Size"), self._number("size_pt", (7, 40), 0.5, self.tr(" pt")))
        self._add(self.tr("Line spacing"), self._number("leading", (0.9, 2.0), 0.02, " ×"))
        self._add(self.tr("Paragraph spacing"), self._number("paragraphs", (0.5, 3.0), 0.1, " ×"))
        self._add(self.tr("Letter spacing"), self._number("letters", (95, 125), 1, " %"))
        self._add(self.tr("Longest line"), self._count("measure", 30, 120, self.tr(" letters")))
        for name, words in (
            ("justify", self.tr("Straight right edge")),
            ("divide", self.tr("Divide words at the end of a line")),
            ("numbers", self.tr("Number the paragraphs")),
            ("margin", self.tr("Notes in the margin")),
            ("notes_below", self.tr("Footnotes beneath their passages")),
            ("minimap", self.tr("Marks along the scroll bar")),
            ("single_keys", self.tr("Letters are commands while a text has the focus")),
        ):
            self._add("", self._check(name, words, Reading))
        self._heading(self.tr("Window"))
        self._add(self.tr("Theme"), self._theme())
        self._add(self.tr("Type"), self._font("interface_font", Window))
        size = self._number("interface_pt", (7, 24), 0.5, self.tr(" pt"), group=Window)
        self._add(self.tr("Size"), size)
        self._add(self.tr("Language"), self._language())
        self.later = QLabel(self.tr("The language changes at the next start."), self)
        self.later.hide()
        self._form.addRow("", self.later)
        self._add("", self._check("glide", self.tr("Panes glide to their place"), Window))
        self._add("", self._check("reopen", self.tr("Open where I left off"), Window))
        return form

    def _on_reset(self) -> None:
        """Have everything as it was delivered, or take that back."""
        now = self._settings.reading, self._settings.window
        reading, window = self._before or (Reading(), _delivered(now[1]))
        self._before = None if self._before else now
        self._settings.change(now[0], **_fields(reading))
        self._settings.change(now[1], **_fields(window))
        words = self.tr("Take that back") if self._before else self.tr("All as delivered")
        self.reset.setText(words)
        old, self._inside = self._inside, self._fill()
        self._column.replaceWidget(old, self._inside)
        old.hide()
        old.deleteLater()

    def _heading(self, words: str) -> None:
        label = QLabel(words)
        font = label.font()
        font.setBold(True)
        label.setFont(font)
        self._form.addRow(label)

    def _add(self, words: str, field: QWidget) -> None:
        self._form.addRow(words, field)
        if words:
            field.setAccessibleName(words)

    def _set(self, group: type[Reading] | type[Window], name: str, value: object) -> None:
        if group is Reading:
            self._settings.change(self._settings.reading, **{name: value})
        else:
            self._settings.change(self._settings.window, **{name: value})

    def _now(self, group: type[Reading] | type[Window]) -> Reading | Window:
        return self._settings.reading if group is Reading else self._settings.window

    def _font(self, name: str, group: type[Reading] | type[Window]) -> QComboBox:
        box = QComboBox(self)
        families, now = [*FAMILIES], str(getattr(self._now(group), name))
        if now not in families:
            families.append(now)
        box.addItems([*families, self.tr("Another on this computer…")])
        box.setCurrentText(now)
        box.activated.connect(lambda at: self._on_font(box, at, name, group))
        return box

    def _on_font(
        self, box: QComboBox, at: int, name: str, group: type[Reading] | type[Window]
    ) -> None:
        if at < box.count() - 1:
            self._set(group, name, box.itemText(at))
            return
        every = QFontComboBox(self)
        every.setAccessibleName(self.tr("Type"))
        every.currentFontChanged.connect(lambda font: self._set(group, name, font.family()))
        self._form.replaceWidget(box, every)
        box.hide()
        every.showPopup()

    def _number(
        self,
        name: str,
        room: tuple[float, float],
        step: float,
        suffix: str,
        *,
        group: type[Reading] | type[Window] = Reading,
    ) -> QDoubleSpinBox:
        box = QDoubleSpinBox(self)
        box.setDecimals(2 if step < 0.1 else 1 if step < 1 else 0)
        box.setRange(*room)
        box.setSingleStep(step)
        box.setSuffix(suffix)
        box.setValue(getattr(self._now(group), name))
        box.valueChanged.connect(lambda value: self._set(group, name, value))
        return box

    def _count(self, name: str, low: int, high: int, suffix: str) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(low, high)
        box.setSuffix(suffix)
        box.setValue(getattr(self._settings.reading, name))
        box.valueChanged.connect(lambda value: self._set(Reading, name, value))
        return box

    def _check(self, name: str, words: str, group: type[Reading] | type[Window]) -> QCheckBox:
        box = QCheckBox(words, self)
        box.setChecked(getattr(self._now(group), name))
        box.toggled.connect(lambda on: self._set(group, name, on))
        return box

    def _theme(self) -> QComboBox:
        box = QComboBox(self)
        box.addItem(self.tr("As the system"), "system")
        for key in theme.KEYS:
            box.addItem(theme_name(key, theme.load(key).name), key)
        box.setCurrentIndex(max(0, box.findData(self._settings.window.theme)))
        box.activated.connect(lambda at: self._set(Window, "theme", box.itemData(at)))
        return box

    def _language(self) -> QComboBox:
        """Languages by their own names, so that everybody finds back to theirs."""
        box = self.language = QComboBox(self)
        box.addItem(self.tr("As the system"), "")
        for code, name in NAMES.items():
            box.addItem(name, code)
        box.setCurrentIndex(max(0, box.findData(self._settings.window.language)))
        box.activated.connect(self._on_language)
        return box

    def _on_language(self, at: int) -> None:
        self._set(Window, "language", self.language.itemData(at))
        self.later.show()
