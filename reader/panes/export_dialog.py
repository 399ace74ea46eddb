"""What to take away, and in which form."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from reader.library import ExportChoice
from reader.model import Work
from reader.model.values import dataclass
from reader.panes.dialog_size import open_size
from reader.qt.tasks import Latest

_ENDINGS = {
    "markdown": ".md",
    "html": ".html",
    "jsonld": ".annotations.json",
    "vault": "",
    "plain": ".json",
}
#: A form of this dialog alone: the web page on sheets of paper.
_PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Offered:
    """What there is to choose from.

    Attributes:
        works: the texts.
        sections: gives the headings of a text, in order.
        concepts, tags: labels.
        people: names by id.
        templates: names of the reader's own templates.
        count: says how many notes a choice takes away; called in a thread of its own.
    """

    works: Sequence[Work]
    sections: Callable[[str], Sequence[str]]
    count: Callable[[ExportChoice], int]
    concepts: Sequence[str] = ()
    tags: Sequence[str] = ()
    people: Mapping[str, str] = field(default_factory=dict)
    templates: Sequence[str] = ()


def file_name(choice: ExportChoice, *, on_paper: bool = False) -> str:
    """Return a name to offer for what a choice writes."""
    ending = ".pdf" if on_paper else _ENDINGS[choice.format]
    return (choice.works[0] if choice.works else "notes") + ending


class ExportDialog(QDialog):
    """Asks what to take away, and says how many notes that are.

    Signals:
        templates_wanted: the reader wants to see and change templates.
    """

    templates_wanted = Signal()

    def __init__(self, offered: Offered, work: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._offered = offered
        self.setWindowTitle(self.tr("Export notes"))
        self.format = self._combo(
            {
                "markdown": self.tr("Markdown"),
                "html": self.tr("Web page (HTML)"),
                _PDF: self.tr("PDF, to print"),
                "jsonld": self.tr("Annotation file (W3C)"),
                "vault": self.tr("Folder of linked Markdown files"),
                "plain": self.tr("All there is, private notes and history too (JSON)"),
            }
        )
        self.template = self._combo({})
        self.group_by = self._combo(
            {
                "section": self.tr("By section"),
                "concept": self.tr("By concept"),
                "tag": self.tr("By tag"),
                "person": self.tr("By person"),
            }
        )
        self.work = self._combo({"": self.tr("All texts")} | {w.id: w.cited for w in offered.works})
        self.work.setCurrentIndex(max(0, self.work.findData(work)))
        self.section = self._combo({})
        self.concept = self._combo({"": self.tr("All concepts")} | _same(offered.concepts))
        self.tag = self._combo({"": self.tr("All tags")} | {tag: f"#{tag}" for tag in offered.tags})
        self.person = self._combo({"": self.tr("Everybody")} | dict(offered.people))
        self.count = QLabel(self)
        self.count.setObjectName("muted")
        self.count.setWordWrap(True)
        self._arrange()
        self._latest = Latest(self)
        self._latest.done.connect(self._on_count)
        self.finished.connect(self._latest.drop)
        self.work.currentIndexChanged.connect(self._fill_sections)
        self.format.currentIndexChanged.connect(self._on_format)
        self._fill_sections()
        self._on_format()
        open_size(self, 460)
        for combo in (self.work, self.section, self.concept, self.tag, self.person):
            combo.currentIndexChanged.connect(self._ask_count)
        self._ask_count()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Form"), self.format)
        form.addRow(self.tr("&Style"), self.template)
        form.addRow(self.tr("&Order"), self.group_by)
        form.addRow(self.tr("&Text"), self.work)
        form.addRow(self.tr("S&ection"), self.section)
        form.addRow(self.tr("&Concept"), self.concept)
        form.addRow(self.tr("T&ag"), self.tag)
        form.addRow(self.tr("&Person"), self.person)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        edit = self.buttons.addButton(
            self.tr("Te&mplates…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        edit.clicked.connect(self.templates_wanted)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.count)
        layout.addWidget(self.buttons)

    @property
    def on_paper(self) -> bool:
        """Whether the web page is wanted as a PDF."""
        return _data(self.format) == _PDF

    def choice(self) -> ExportChoice:
        """Return what was chosen."""
        kind, work = _data(self.format), _data(self.work)
        return ExportChoice(
            format="html" if kind == _PDF else kind,
            template=_data(self.template) if kind in ("markdown", "vault") else "",
            group_by=_data(self.group_by),
            works=(work,) if work else None,
            section=_data(self.section),
            concept=_data(self.concept),
            tag=_data(self.tag),
            person=_data(self.person),
            language=QLocale().name(),
        )

    def offer_templates(self, own: Sequence[str]) -> None:
        """Offer these templates of the reader's own beside those of the program."""
        before = self.template.currentData()
        shipped = {
            "study-notes": self.tr("Study notes"),
            "bibliography": self.tr("Quotations with references"),
        }
        if _data(self.format) == "vault":
            shipped = {"vault": self.tr("Linked files")}
        _fill(self.template, shipped | _same(own))
        self.template.setCurrentIndex(max(0, self.template.findData(before)))

    def _combo(self, choices: Mapping[str, str]) -> QComboBox:
        combo = QComboBox(self)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(24)
        _fill(combo, choices)
        return combo

    def _fill_sections(self) -> None:
        work = _data(self.work)
        sections = self._offered.sections(work) if work else ()
        _fill(self.section, {"": self.tr("All sections")} | _same(sections))
        self.section.setEnabled(bool(sections))

    def _on_format(self) -> None:
        kind = _data(self.format)
        self.offer_templates(self._offered.templates)
        self.template.setEnabled(kind in ("markdown", "vault"))
        self.group_by.setEnabled(kind in ("markdown", "html", _PDF))

    def _ask_count(self) -> None:
        choice, count = self.choice(), self._offered.count
        self._latest.run(lambda _progress: count(choice))

    def _on_count(self, notes: object) -> None:
        if isinstance(notes, int):
            self.count.setText(
                self.tr("%n note(s) to export.", "", notes)
                if notes
                else self.tr("No note to export. Choose more of the library, or make notes first.")
            )


def _data(combo: QComboBox) -> str:
    return str(combo.currentData() or "")


def _fill(combo: QComboBox, choices: Mapping[str, str]) -> None:
    combo.clear()
    for key, words in choices.items():
        combo.addItem(words, key)


def _same(names: Sequence[str]) -> dict[str, str]:
    return {name: name for name in names}
