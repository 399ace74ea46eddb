"""Part of the window: preferences, keys, names of the colours, about."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reader.model import Colour, ReaderError
from reader.panes.desk import Desk
from reader.panes.dialog_size import open_size
from reader.panes.selection_bar import ColourButton
from reader.qt.wordings import colour_name, colour_names


class Preferring(QObject):
    """Opens the dialogs; each is made when it is wanted."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        on = desk.actions.on
        on("file.preferences", self.preferences)
        on("help.shortcuts", self.shortcuts)
        on("help.about", self.about)
        on("annotate.colours", self.colours)

    def preferences(self) -> None:
        """Show the preferences beside the texts they change."""
        from reader.panes.preferences_dialog import PreferencesDialog

        self._open(PreferencesDialog(self._desk.settings, self._desk.window))

    def shortcuts(self) -> None:
        """Show all keys, to look them up and to change them."""
        from reader.panes.shortcut_dialog import ShortcutDialog

        self._open(ShortcutDialog(self._desk.look, self._desk.actions, self._desk.window))

    def colours(self) -> None:
        """Let the reader name the colours of marks."""
        dialog = ColourNames(self._desk, self._desk.window)
        self._open(dialog)

    def about(self) -> None:
        """Say what this is and whose work it stands on."""
        self._open(About(self._desk, self._desk.window))

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


class ColourNames(QDialog):
    """One field for each colour: what a mark in it means to this reader."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(self.tr("Names of the colours"))
        self._before = colour_names(desk.library.colour_names())
        self.fields: dict[Colour, QLineEdit] = {}
        form = QFormLayout()
        for colour in Colour:
            field = self.fields[colour] = QLineEdit(self._before[colour], self)
            field.setMaxLength(60)
            field.setReadOnly(desk.library.read_only)  # the names can still be looked up
            field.setPlaceholderText(colour_name(colour))
            field.setAccessibleName(self.tr("Name of {colour}").format(colour=colour_name(colour)))
            sign = ColourButton(desk.look, colour, self)
            sign.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            sign.setAccessibleName(colour_name(colour))
            form.addRow(sign, field)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not desk.library.read_only)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(self.tr("What does a mark in this colour mean to you?")))
        column.addLayout(form)
        column.addWidget(buttons)
        open_size(self, 380)

    def accept(self) -> None:
        """Keep the names that changed."""
        try:
            for colour, field in self.fields.items():
                if field.text().strip() != self._before[colour]:
                    self._desk.library.name_colour(colour, field.text().strip())
        except ReaderError as error:
            self._desk.messages.error(error)
            return
        super().accept()


class About(QDialog):
    """Name, version, licences."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        from importlib.metadata import PackageNotFoundError, version

        from PySide6 import __version__ as qt_version

        try:
            ours = version("counterpoint-reader")
        except PackageNotFoundError:
            ours = ""
        self.setWindowTitle(self.tr("About Counterpoint"))
        title = QLabel(f"Counterpoint {ours}".strip())
        title.setFont(desk.look.reading_font(1.6))
        words = QLabel(
            self.tr(
                "Reads difficult texts side by side. Free software under the MIT licence; the"
                " companions and the manual under CC BY 4.0.\n\nMade with Qt and PySide6 {qt}"
                " (LGPL 3), Whoosh (BSD), Python-Markdown (BSD), nh3 (MIT), NumPy (BSD). Type:"
                " Literata, Inter, Atkinson Hyperlegible (SIL Open Font License). Icons: Lucide"
                " (ISC).\n\nNothing you read or write leaves this computer unless you send it."
            ).format(qt=qt_version)
        )
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (title, words, buttons):
            column.addWidget(widget)
        open_size(self, 450, 260)


def install(desk: Desk) -> Preferring:
    """Register the part."""
    return Preferring(desk)
