"""The passages of other texts that take up the passage in view, and why."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.model import Edition, Related, Relation, Span, Verdict
from reader.panes.cards import Card, CardList
from reader.panes.splitter import Splitter
from reader.qt.sentences import translated
from reader.qt.tasks import Latest
from reader.qt.theme import Theme
from reader.qt.wordings import evidence_label

_PER_WORK = 12
_PREVIEW = 420


class Relating(Protocol):
    """What the panel needs of the library; ``related`` is called in worker threads."""

    def edition(self, work: str) -> Edition:
        """Return the present edition of a work."""

    def related(
        self, work: str, passage: str, *, per_work: int = ..., curated: bool = ...
    ) -> tuple[Related, ...]:
        """Return related passages, best first within each work."""

    def verdict_on(self, here: tuple[str, str], there: tuple[str, str]) -> Verdict | None:
        """Return my verdict on a pair of passages."""


class RelatedPanel(QWidget):
    """Cards for the passage in view, with threshold, filters, evidence and verdicts.

    Signals:
        chosen: a ``Related`` to go to.
        peeked: a ``Related`` to preview without leaving the place; None to stop.
        judged: a ``Related``, a ``Verdict`` or None to take it back, a ``Relation`` or None.
        focused: the ``Related`` whose reasons are shown; None for none.
        shown: the tuple of ``Related`` that the list shows, for ribbons and marks in the panes.
    """

    chosen = Signal(object)
    peeked = Signal(object)
    judged = Signal(object, object, object)
    focused = Signal(object)
    shown = Signal(object)

    def __init__(self, library: Relating, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._here: tuple[str, str] | None = None
        self._all: tuple[Related, ...] = ()
        self._verdicts: dict[tuple[str, str], Verdict] = {}
        self._latest = Latest(self)
        self._latest.done.connect(self._on_found)
        self._latest.failed.connect(self._on_failed)
        self._build(theme)

    def _build(self, theme: Theme) -> None:
        self.head = QLabel(self)
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setWordWrap(True)
        self.head.setObjectName("muted")
        self.kind = self._combo(
            self.tr("Which links"),
            {
                "all": self.tr("All links"),
                "curated": self.tr("Made by people"),
                "computed": self.tr("Found by the program"),
                "unjudged": self.tr("Not judged yet"),
                "rejected": self.tr("Rejected"),
            },
        )
        self.relation = self._combo(
            self.tr("Relation"),
            {"": self.tr("Any relation"), **{r.value: name for r, name in relations().items()}},
        )
        self.threshold = QSlider(Qt.Orientation.Horizontal, self)
        self.threshold.setRange(0, 100)
        self.threshold.setValue(30)
        self.threshold.setPageStep(10)
        self.threshold.setAccessibleName(self.tr("Least score shown"))
        self.threshold.setToolTip(self.tr("Least score shown"))
        self.threshold.valueChanged.connect(self._show)
        self.threshold_label = QLabel(self)
        self.list = CardList(theme, self.tr("Related passages"), self)
        self.list.chosen.connect(self._on_chosen)
        self.list.looked_at.connect(self._on_looked_at)
        self.list.hovered.connect(self._on_hovered)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._on_menu)
        self.why = CardList(theme, self.tr("Why related"), self)
        self.why.left.connect(self.list.setFocus)
        self._lay_out()

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.addWidget(self.kind, 1)
        filters.addWidget(self.relation, 1)
        scores = QHBoxLayout()
        scores.addWidget(self.threshold, 1)
        scores.addWidget(self.threshold_label)
        buttons = QHBoxLayout()
        for text, tip, verdict in (
            (self.tr("Accept"), self.tr("This is related (A)"), Verdict.ACCEPTED),
            (
                self.tr("Reject"),
                self.tr("This is not related; it never comes back (X)"),
                Verdict.REJECTED,
            ),
        ):
            buttons.addWidget(self._verdict_button(text, tip, verdict))
        buttons.addStretch(1)
        self.split = Splitter(Qt.Orientation.Vertical, self)
        self.split.addWidget(self.list)
        self.split.addWidget(self.why)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        self.split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 0)
        layout.addWidget(self.head)
        layout.addLayout(filters)
        layout.addLayout(scores)
        layout.addWidget(self.split, 1)
        layout.addLayout(buttons)
        self.setFocusProxy(self.list)
        self._show()

    def _combo(self, name: str, choices: Mapping[str, str]) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        for key, words in choices.items():
            combo.addItem(words, key)
        combo.currentIndexChanged.connect(self._show)
        return combo

    def _verdict_button(self, text: str, tip: str, verdict: Verdict) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setProperty("verdict", verdict.value)
        button.clicked.connect(self._on_verdict_clicked)
        return button

    # ---- what is shown ------------------------------------------------------------------

    def show_passage(self, work: str, passage: str) -> None:
        """Show what is related to a passage; an answer overtaken by another is dropped."""
        if (work, passage) == self._here:
            return
        self._here = (work, passage)
        self._ask()

    def refresh(self) -> None:
        """Ask again: links or verdicts have changed."""
        self._ask()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.list.set_theme(theme)
        self.why.set_theme(theme)

    def accept(self) -> None:
        """Accept the chosen link; a second time takes the verdict back."""
        self._judge(Verdict.ACCEPTED)

    def reject(self) -> None:
        """Reject the chosen link; a second time takes the verdict back."""
        self._judge(Verdict.REJECTED)

    @property
    def here(self) -> tuple[str, str] | None:
        """Work and passage id whose related passages are shown; None at first."""
        return self._here

    def current(self) -> Related | None:
        """Return the chosen one."""
        key = self.list.key()
        return key if isinstance(key, Related) else None

    def _ask(self) -> None:
        if self._here is None:
            return
        work, passage = self._here
        self._latest.run(lambda _: self._library.related(work, passage, per_work=_PER_WORK))

    def _on_found(self, found: tuple[Related, ...]) -> None:
        self._all = found
        here = self._here
        self._verdicts = {}
        if here is not None:
            for one in found:
                verdict = self._library.verdict_on(here, (one.work, one.passage))
                if verdict is not None:
                    self._verdicts[one.work, one.passage] = verdict
        self._show()

    def _on_failed(self, error: Exception) -> None:
        self.head.setText(translated(getattr(error, "message", str(error))))

    def _shown(self) -> list[Related]:
        least = self.threshold.value() / 100
        kind, relation = self.kind.currentData(), self.relation.currentData()
        return [
            one
            for one in self._all
            if (one.curated or one.score >= least)
            and (not relation or (one.relation is not None and one.relation.value == relation))
            and self._is_kind(one, kind)
        ]

    def _is_kind(self, one: Related, kind: str) -> bool:
        verdict = self._verdicts.get((one.work, one.passage))
        match kind:
            case "curated":
                return one.curated and verdict is not Verdict.REJECTED
            case "computed":
                return not one.curated and verdict is not Verdict.REJECTED
            case "unjudged":
                return verdict is None
            case "rejected":
                return verdict is Verdict.REJECTED
            case _:
                return verdict is not Verdict.REJECTED

    def _show(self) -> None:
        self.threshold_label.setText(self.tr("from {0} %").format(self.threshold.value()))
        shown = self._shown()
        self.list.set_cards(self._cards(shown))
        if self.current() is None and shown:
            self.list.choose(shown[0])
        self._show_why(self.current())
        self.head.setText(self._headline(shown))
        self.shown.emit(tuple(shown))

    def _headline(self, shown: Sequence[Related]) -> str:
        if self._here is None:
            return self.tr("Put the cursor into a passage to see what takes it up elsewhere.")
        work, passage = self._here
        locus = self._library.edition(work).passage(passage).locus
        if not shown:
            return self.tr("{0}: no counterpart in the other texts.").format(locus)
        works = len({one.work for one in shown})
        passages = self.tr("{0}: %n passage(s)", "", len(shown)).format(locus)
        return " ".join((passages, self.tr("in %n text(s)", "", works)))

    def _cards(self, shown: Sequence[Related]) -> list[Card]:
        cards: list[Card] = []
        for work in dict.fromkeys(one.work for one in shown):
            edition = self._library.edition(work)
            rows = [one for one in shown if one.work == work]
            cards.append(
                Card(f"group {work}", edition.work.cited, aside=str(len(rows)), group=True)
            )
            cards += [self._card(edition, one) for one in rows]
        return cards

    def _card(self, edition: Edition, one: Related) -> Card:
        passage = edition.passage(one.passage)
        start = passage.span.start
        marks = sorted(
            {s for e in one.evidence for s in e.there if passage.span.contains(s)},
        )
        verdict = self._verdicts.get((one.work, one.passage))
        signs = {Verdict.ACCEPTED: "✓ ", Verdict.REJECTED: "✗ "}
        sign = signs.get(verdict, "") if verdict is not None else ""
        return Card(
            key=one,
            title=f"{sign}{one.locus}  {_short_title(one)}".rstrip(),
            text=edition.words_of(passage)[:_PREVIEW],
            marks=_apart([s.shift(-start) for s in marks if s.end - start <= _PREVIEW]),
            aside=self.tr("editor") if one.curated else f"{one.score:.0%}",
            footer=one.reason or ", ".join(evidence_label(e.label) for e in one.evidence[:4]),
            tint="accent" if one.curated else "related",
            struck=verdict is Verdict.REJECTED,
        )

    def _show_why(self, one: Related | None) -> None:
        self.focused.emit(one)
        self.why.set_cards(self._why_cards(one) if one is not None else [])

    def _why_cards(self, one: Related) -> list[Card]:
        cards = [Card("reason", self.tr("Why {0}?").format(one.locus), group=True)]
        if one.reason:
            relation = relations()[one.relation] if one.relation else self.tr("Made by a person")
            cards.append(Card("editor", relation, one.reason, tint="accent", lines=6))
        cards += [
            Card(
                (row, e.label),
                evidence_label(e.label),
                aside=f"{e.share:.0%}" if e.share else "",
                footer=signals().get(e.signal, e.signal),
            )
            for row, e in enumerate(one.evidence)
            if not (one.reason and e.signal == "curated")
        ]
        if one.sentences and self._here:
            here, there = one.sentences
            cards += [
                Card(
                    "here",
                    self.tr("Nearest sentence here"),
                    self._words(self._here[0], here),
                    lines=6,
                ),
                Card(
                    "there",
                    self.tr("Nearest sentence there"),
                    self._words(one.work, there),
                    lines=6,
                ),
            ]
        return cards

    def _words(self, work: str, span: Span) -> str:
        return span.of(self._library.edition(work).text)

    # ---- what the reader does -----------------------------------------------------------

    def _on_chosen(self, key: object) -> None:
        if isinstance(key, Related):
            self.chosen.emit(key)

    def _on_looked_at(self, key: object) -> None:
        self._show_why(key if isinstance(key, Related) else self.current())

    def _on_hovered(self, key: object) -> None:
        self.peeked.emit(key if isinstance(key, Related) else None)

    def _on_verdict_clicked(self) -> None:
        button = self.sender()
        if button is not None:
            self._judge(Verdict(str(button.property("verdict"))))

    def _judge(self, verdict: Verdict, relation: Relation | None = None) -> None:
        one = self.current()
        if one is None:
            return
        same = self._verdicts.get((one.work, one.passage)) is verdict and relation is None
        self.judged.emit(one, None if same else verdict, relation or one.relation)

    def _on_menu(self, where: QPoint) -> None:
        if self.current() is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSection(self.tr("Accept as"))
        for relation, words in relations().items():
            action = QAction(words, menu)
            action.setData(relation.value)
            action.triggered.connect(self._on_relation)
            menu.addAction(action)
        menu.popup(self.list.viewport().mapToGlobal(where))

    def _on_relation(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._judge(Verdict.ACCEPTED, Relation(str(action.data())))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt
        """A accepts, X rejects, W leads to the reasons, M sets the relation."""
        match event.key():
            case Qt.Key.Key_A:
                self.accept()
            case Qt.Key.Key_X | Qt.Key.Key_Delete:
                self.reject()
            case Qt.Key.Key_W:
                self.why.setFocus()
                if self.why.key() is None:
                    self.why.step(1)
            case Qt.Key.Key_M:
                self._on_menu(self.list.visualRect(self.list.currentIndex()).center())
            case _:
                super().keyPressEvent(event)


def relations() -> dict[Relation, str]:
    """Return the relations in words for people, translated."""
    return {
        Relation.SAME_CLAIM: QCoreApplication.translate("RelatedPanel", "Makes the same claim"),
        Relation.DEVELOPS: QCoreApplication.translate("RelatedPanel", "Develops it"),
        Relation.APPLIES: QCoreApplication.translate("RelatedPanel", "Applies it"),
        Relation.SOURCE: QCoreApplication.translate("RelatedPanel", "Is its source"),
        Relation.CONTRASTS: QCoreApplication.translate("RelatedPanel", "Stands in contrast"),
        Relation.CONTRADICTS: QCoreApplication.translate("RelatedPanel", "Contradicts it"),
        Relation.SAME_EXAMPLE: QCoreApplication.translate("RelatedPanel", "Has the same example"),
    }


def signals() -> dict[str, str]:
    """Return the signals of the engine in words for people, translated."""
    return {
        "words": QCoreApplication.translate("RelatedPanel", "word in both"),
        "pairs": QCoreApplication.translate("RelatedPanel", "phrase in both"),
        "phrases": QCoreApplication.translate("RelatedPanel", "phrase in both"),
        "concepts": QCoreApplication.translate("RelatedPanel", "concept in both"),
        "arguments": QCoreApplication.translate("RelatedPanel", "argument in both"),
        "latent": QCoreApplication.translate("RelatedPanel", "words that keep company"),
        "sentences": QCoreApplication.translate("RelatedPanel", "near sentences"),
        "kin": QCoreApplication.translate("RelatedPanel", "near passages like these"),
        "neighbours": QCoreApplication.translate("RelatedPanel", "near passages before and after"),
        "names": QCoreApplication.translate("RelatedPanel", "name in both"),
        "curated": QCoreApplication.translate("RelatedPanel", "an editor's link"),
        "semantic": QCoreApplication.translate("RelatedPanel", "meaning of the sentences"),
    }


def _short_title(one: Related) -> str:
    return relations()[one.relation] if one.relation else ""


def _apart(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Join spans that overlap, so that they can be painted one after another."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        elif span:
            joined.append(span)
    return tuple(joined)
