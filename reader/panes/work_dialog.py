"""Title, authors and the like of a work."""

from dataclasses import replace

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reader.model import Work
from reader.panes.dialog_size import open_size

#: Longest entry, in letters; and a language as in files, "en" or "pt-BR".
_MOST, _LANGUAGE = 1000, "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"


class WorkDialog(QDialog):
    """Edits the bibliographic data of a work; its short id stays."""

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._work = work
        self.setWindowTitle(self.tr("Title and author"))
        self.title = QLineEdit(work.title, self)
        self.authors = QLineEdit("; ".join(work.authors), self)
        self.contributors = QLineEdit("; ".join(work.contributors), self)
        self.contributors.setPlaceholderText(self.tr("A. Name (translator)"))
        self.year = QLineEdit(work.year, self)
        self.language = QLineEdit(work.language, self)
        self.language.setPlaceholderText("en")
        self.language.setToolTip(self.tr("A language as in files, such as en or pt-BR"))
        self.rights = QLineEdit(work.rights, self)
        for field in self.findChildren(QLineEdit):
            field.setMaxLength(max(_MOST, len(field.text())))  # what is there is not cut off
            field.setCursorPosition(0)  # long words are read from their beginning
        self.language.setValidator(
            QRegularExpressionValidator(QRegularExpression(_LANGUAGE), self.language)
        )
        form = QFormLayout()
        form.addRow(self.tr("&Title"), self.title)
        form.addRow(self.tr("&Authors, separated by ;"), self.authors)
        form.addRow(self.tr("&With (role)"), self.contributors)
        form.addRow(self.tr("First &published"), self.year)
        form.addRow(self.tr("&Language"), self.language)
        form.addRow(self.tr("&Rights"), self.rights)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        for field in (self.title, self.language):
            field.textChanged.connect(self._check)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.buttons)
        open_size(self, 460)
        self._check()

    def work(self) -> Work:
        """Return the work as edited."""
        return replace(
            self._work,
            title=self.title.text().strip(),
            authors=_names(self.authors.text()),
            contributors=_names(self.contributors.text()),
            year=self.year.text().strip(),
            language=self.language.text().strip(),
            rights=self.rights.text().strip(),
        )

    def _check(self) -> None:
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        named = bool(self.title.text().strip())
        language = self.language.text()
        spoken = language in ("", self._work.language) or self.language.hasAcceptableInput()
        save.setEnabled(named and spoken)


def _names(words: str) -> tuple[str, ...]:
    return tuple(name for name in map(str.strip, words.split(";")) if name)
