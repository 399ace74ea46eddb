"""Which related passages are listed: by origin and verdict, relation, author, concept, score."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QSlider, QWidget

from reader.model import Related, Verdict
from reader.panes.link_words import relations

#: Least score shown at first, per cent.
_LEAST = 30


class LinkFilter(QWidget):
    """Four lists and a slider; all filters combine.

    Attributes:
        kind, relation, author, concept: the lists; the data of an item is what it asks for.
        threshold: least score of those found by the program, per cent.

    Signals:
        changed: other passages are to be listed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = self._combo(
            self.tr("Which links"),
            {
                "all": self.tr("All links"),
                "curated": self.tr("Made by people"),
                "computed": self.tr("Found by the program"),
                "unjudged": self.tr("Not judged yet"),
                "accepted": self.tr("Accepted"),
                "rejected": self.tr("Rejected"),
            },
        )
        self.relation = self._combo(
            self.tr("Relation"),
            {"": self.tr("Any relation"), **{r.value: name for r, name in relations().items()}},
        )
        self.author = self._combo(self.tr("Author"), {"": self.tr("All authors")})
        self.concept = self._combo(self.tr("Concept"), {"": self.tr("Any concept")})
        self.threshold = QSlider(Qt.Orientation.Horizontal, self)
        self.threshold.setRange(0, 100)
        self.threshold.setValue(_LEAST)
        self.threshold.setPageStep(10)
        self.threshold.setAccessibleName(self.tr("Least score shown"))
        self.threshold.setToolTip(self.tr("Least score shown"))
        self.threshold.valueChanged.connect(self._on_threshold)
        self._label = QLabel(self)
        self._lay_out()
        self._on_threshold()

    def _lay_out(self) -> None:
        table = QGridLayout(self)
        table.setContentsMargins(0, 0, 0, 0)
        table.addWidget(self.kind, 0, 0)
        table.addWidget(self.relation, 0, 1)
        table.addWidget(self.author, 1, 0)
        table.addWidget(self.concept, 1, 1)
        scores = QHBoxLayout()
        scores.addWidget(self.threshold, 1)
        scores.addWidget(self._label)
        table.addLayout(scores, 2, 0, 1, 2)
        table.setColumnStretch(0, 1)
        table.setColumnStretch(1, 1)

    def _combo(self, name: str, choices: Mapping[str, str]) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.setMinimumContentsLength(6)
        for key, words in choices.items():
            combo.addItem(words, key)
        combo.currentIndexChanged.connect(self.changed)
        return combo

    def _on_threshold(self) -> None:
        self._label.setText(self.tr("from {0} %").format(self.threshold.value()))
        self.changed.emit()

    @property
    def least(self) -> float:
        """Least score shown, 0 to 1."""
        return self.threshold.value() / 100

    def offer(self, authors: Iterable[str], concepts: Iterable[str]) -> None:
        """Offer the authors and concepts that there are; what is chosen stays, also without any."""
        for combo, offered in ((self.author, authors), (self.concept, concepts)):
            chosen = combo.currentData()
            names = sorted({*offered, chosen} - {""}, key=str.casefold)
            combo.blockSignals(True)
            while combo.count() > 1:
                combo.removeItem(1)
            for name in names:
                combo.addItem(name, name)
            combo.setCurrentIndex(max(0, combo.findData(chosen)))
            combo.blockSignals(False)

    def accepts(self, one: Related, verdict: Verdict | None, author: str) -> bool:
        """Say whether a related passage is to be listed."""
        relation, concept = self.relation.currentData(), self.concept.currentData()
        return (
            (one.curated or one.score >= self.least)
            and (not relation or (one.relation is not None and one.relation.value == relation))
            and self.author.currentData() in ("", author)
            and (not concept or concept in concepts_of(one))
            and self._is_kind(one, verdict)
        )

    def _is_kind(self, one: Related, verdict: Verdict | None) -> bool:
        match self.kind.currentData():
            case "curated":
                return one.curated and verdict is not Verdict.REJECTED
            case "computed":
                return not one.curated and verdict is not Verdict.REJECTED
            case "unjudged":
                return verdict is None
            case "accepted":
                return verdict is Verdict.ACCEPTED
            case "rejected":
                return verdict is Verdict.REJECTED
            case _:
                return verdict is not Verdict.REJECTED


def concepts_of(one: Related) -> frozenset[str]:
    """Return the names of the concepts that both passages name."""
    return frozenset(e.label for e in one.evidence if e.signal == "concepts" and e.here and e.there)
