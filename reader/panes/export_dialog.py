"""What to take away, and in which form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from reader.model import Work

_ENDINGS = {"markdown": ".md", "html": ".html", "jsonld": ".annotations.json", "vault": ""}


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What the reader chose.

    Attributes:
        format: ``markdown``, ``html``, ``jsonld`` or ``vault``.
        template: name of a shipped template; empty for the form's own.
        group_by: ``section``, ``concept``, ``tag`` or ``person``.
        work, tag, person: restrict to these; empty does not.
    """

    format: str
    template: str = ""
    group_by: str = "section"
    work: str = ""
    tag: str = ""
    person: str = ""

    @property
    def is_folder(self) -> bool:
        """Whether several files are written."""
        return self.format == "vault"

    @property
    def file_name(self) -> str:
        """A name to offer."""
        return (self.work or "notes") + _ENDINGS[self.format]

    def arguments(self) -> dict[str, Any]:
        """Return the arguments of the library's ``export_to``."""
        return {
            "format": self.format,
            "template": self.template or None,
            "group_by": self.group_by,
            "works": (self.work,) if self.work else None,
            "tag": self.tag,
            "person": self.person,
        }


class ExportDialog(QDialog):
    """Asks what to take away."""

    def __init__(
        self,
        works: Sequence[Work],
        tags: Sequence[str],
        people: Mapping[str, str],
        work: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Take notes away"))
        self.setMinimumWidth(420)
        self.format = self._combo(
            {
                "markdown": self.tr("Markdown"),
                "html": self.tr("Web page (HTML)"),
                "jsonld": self.tr("Annotation file (W3C)"),
                "vault": self.tr("Folder of linked Markdown files"),
            }
        )
        self.template = self._combo(
            {
                "study-notes": self.tr("Study notes"),
                "bibliography": self.tr("Quotations with references"),
            }
        )
        self.group_by = self._combo(
            {
                "section": self.tr("By section"),
                "concept": self.tr("By concept"),
                "tag": self.tr("By tag"),
                "person": self.tr("By person"),
            }
        )
        self.work = self._combo({"": self.tr("All texts")} | {w.id: w.cited for w in works})
        self.work.setCurrentIndex(max(0, self.work.findData(work)))
        self.tag = self._combo({"": self.tr("All tags")} | {tag: f"#{tag}" for tag in tags})
        self.person = self._combo({"": self.tr("Everybody")} | dict(people))
        form = QFormLayout()
        form.addRow(self.tr("&Form"), self.format)
        form.addRow(self.tr("&Style"), self.template)
        form.addRow(self.tr("&Order"), self.group_by)
        form.addRow(self.tr("&Text"), self.work)
        form.addRow(self.tr("T&ag"), self.tag)
        form.addRow(self.tr("&Person"), self.person)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.format.currentIndexChanged.connect(self._on_format)
        self._on_format()

    def choice(self) -> ExportChoice:
        """Return what was chosen."""
        kind = str(self.format.currentData())
        return ExportChoice(
            kind,
            str(self.template.currentData()) if kind == "markdown" else "",
            str(self.group_by.currentData()),
            str(self.work.currentData()),
            str(self.tag.currentData()),
            str(self.person.currentData()),
        )

    def _combo(self, choices: Mapping[str, str]) -> QComboBox:
        combo = QComboBox(self)
        for key, words in choices.items():
            combo.addItem(words, key)
        return combo

    def _on_format(self) -> None:
        kind = self.format.currentData()
        self.template.setEnabled(kind == "markdown")
        self.group_by.setEnabled(kind in ("markdown", "html"))
