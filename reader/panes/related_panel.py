"""The passages of other texts that take up the passage in view, and why."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.model import Edition, Progress, Related, Relation, Span, Verdict
from reader.panes.card import Card, LateCard
from reader.panes.cards import CardList
from reader.panes.fitting_splitter import FittingSplitter
from reader.panes.link_cards import passage_card, why_cards
from reader.panes.link_filter import LinkFilter, concepts_of
from reader.panes.link_words import learned_words, relations
from reader.panes.unfinished import Unfinished
from reader.qt.sentences import translated
from reader.qt.tasks import Latest
from reader.qt.theme import Theme

if TYPE_CHECKING:
    from reader.library import Judgement, Learned

_PER_WORK = 12
#: So many are shown first: on a large shelf a passage has hundreds, and reasons take time.
_AT_ONCE = 24
#: Weaker links than this are asked for only when the reader wants them: there are many.
_LEAST = 0.3


class Relating(Protocol):
    """What the panel needs of the library; all but ``edition`` is called in worker threads."""

    def edition(self, work: str) -> Edition:
        """Return the present edition of a work."""

    def related(
        self,
        work: str,
        passage: str,
        *,
        per_work: int = ...,
        threshold: float | None = ...,
        rejected: bool = ...,
        limit: int | None = ...,
        progress: Progress = ...,
    ) -> tuple[Related, ...]:
        """Return related passages, best first within each work."""

    def judgements(self, here: tuple[str, str], /) -> Mapping[tuple[str, str], "Judgement"]:
        """Return what readers decided on the links of a passage, by their other end."""

    def learned(self) -> "Learned":
        """Return how verdicts re-weigh the signals."""


#: Related passages, verdicts on them, what all verdicts changed, and whether there may be more.
_Answer = tuple[tuple[Related, ...], Mapping[tuple[str, str], "Judgement"], "Learned", bool]

#: What a card shows - passage, verdict, text - and the card.
_Made = tuple[Related, Verdict | None, str, Card]


class RelatedPanel(QWidget):
    """Cards for the passage in view, with threshold, filters, evidence and verdicts.

    Signals:
        chosen: a ``Related`` to go to.
        peeked: a ``Related`` to preview without leaving the place; None to stop.
        judged: a ``Related``, a ``Verdict`` or None to take it back, a ``Relation`` or None.
        commented: a ``Related``, the ``Verdict`` that the comment goes with, and the words.
        focused: the ``Related`` whose reasons are shown; None for none.
        shown: the tuple of ``Related`` that the list shows, for ribbons and marks in the panes.
        left: the reader wants to go back to the text.
    """

    chosen = Signal(object)
    peeked = Signal(object)
    judged = Signal(object, object, object)
    commented = Signal(object, object, str)
    focused = Signal(object)
    shown = Signal(object)
    left = Signal()

    def __init__(
        self,
        library: Relating,
        theme: Theme,
        parent: QWidget | None = None,
        unfinished: Unfinished | None = None,
    ) -> None:
        """Make the panel; ``unfinished`` holds a comment until it is kept."""
        super().__init__(parent)
        self._unfinished = unfinished or Unfinished(self)
        self._library = library
        self._here: tuple[str, str] | None = None
        self._all: tuple[Related, ...] = ()
        self._judgements: Mapping[tuple[str, str], Judgement] = {}
        self._made: dict[tuple[str, str], _Made] = {}
        self._asked_from = _LEAST
        self._answered = False
        self._listed_for: tuple[str, str] | None = None
        self._peeked: Related | None = None
        self._verdicts: list[QToolButton] = []
        self._latest = Latest(self)
        self._latest.done.connect(self._on_found)
        self._latest.failed.connect(self._on_failed)
        self._build(theme)

    def _build(self, theme: Theme) -> None:
        self.head = QLabel(self)
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setWordWrap(True)
        self.head.setObjectName("muted")
        self.filter = LinkFilter(self)
        self.filter.changed.connect(self._on_filter)
        self.list = CardList(theme, self.tr("Related passages"), self)
        self.list.chosen.connect(self._on_chosen)
        self.list.looked_at.connect(self._on_looked_at)
        self.list.hovered.connect(self._on_hovered)
        self.list.escaped.connect(self._on_escaped)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._on_menu)
        self.why = CardList(theme, self.tr("Why related"), self)
        self.why.left.connect(self.list.setFocus)
        self.comment = QLineEdit(self)
        self.comment.setPlaceholderText(self.tr("Comment on this link"))
        self.comment.setAccessibleName(self.tr("Comment on this link"))
        self.comment.setToolTip(self.tr("Return keeps the comment with your verdict"))
        self.comment.returnPressed.connect(self._on_comment)
        self.comment.textEdited.connect(self._on_typed)
        self.learned = QLabel(self)
        self.learned.setTextFormat(Qt.TextFormat.PlainText)
        self.learned.setWordWrap(True)
        self.learned.setObjectName("muted")
        self._lay_out()

    def _lay_out(self) -> None:
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
        self.split = FittingSplitter(self.why.height_px, self)
        self.split.addWidget(self.list)
        self.split.addWidget(self.why)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 0)
        layout.addWidget(self.head)
        layout.addWidget(self.filter)
        layout.addWidget(self.split, 1)
        layout.addWidget(self.comment)
        layout.addLayout(buttons)
        layout.addWidget(self.learned)
        self.setFocusProxy(self.list)
        self._show()

    def _verdict_button(self, text: str, tip: str, verdict: Verdict) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setProperty("verdict", verdict.value)
        button.setProperty("framed", True)
        self._verdicts.append(button)
        button.clicked.connect(self._on_verdict_clicked)
        return button

    # ---- what is shown ------------------------------------------------------------------

    def show_passage(self, work: str, passage: str) -> None:
        """Show what is related to a passage; an answer overtaken by another is dropped."""
        if (work, passage) == self._here:
            return
        self._here = (work, passage)
        if not self._answered:
            self.head.setText(self._headline(()))
        self._ask(_AT_ONCE)

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

    def _ask(self, limit: int | None = None) -> None:
        if self._here is None:
            return
        work, passage = here = self._here
        least = self._asked_from = min(_LEAST, self.filter.least)
        library = self._library

        def find(progress: Progress) -> _Answer:
            found = library.related(
                work,
                passage,
                per_work=_PER_WORK,
                threshold=least,
                rejected=True,
                limit=limit,
                progress=progress,
            )
            more = limit is not None and sum(not one.curated for one in found) >= limit
            return found, library.judgements(here), library.learned(), more

        self._latest.run(find)

    def _on_filter(self) -> None:
        """Show what the filters leave; ask again for weaker links than were asked for."""
        if self.filter.least < self._asked_from:
            self._ask()
        self._show()

    def _on_found(self, answer: "_Answer") -> None:
        self._all, self._judgements, learned, more = answer
        self._answered = True
        self.learned.setText(learned_words(learned))
        self.learned.setVisible(bool(self.learned.text()))
        authors = {one.work: self._author(one.work) for one in self._all}
        concepts = {name for one in self._all for name in concepts_of(one)}
        self.filter.offer(authors.values(), concepts)
        self._show()
        if more:
            self._ask()

    def _author(self, work: str) -> str:
        named = self._library.edition(work).work
        return ", ".join(named.authors) or named.title

    def _verdict(self, one: Related) -> Verdict | None:
        judged = self._judgements.get((one.work, one.passage))
        return judged.verdict if judged else None

    def _on_failed(self, error: Exception) -> None:
        self.head.setText(translated(getattr(error, "message", str(error))))

    def _shown(self) -> list[Related]:
        return [
            one
            for one in self._all
            if self.filter.accepts(one, self._verdict(one), self._author(one.work))
        ]

    def _show(self) -> None:
        shown = self._shown()
        cards, before = self._cards(shown), self.current()
        next_one = self._next(before, [one.key for one in cards if not one.group])
        self.list.set_cards(cards)
        if self.current() is None and next_one is not None:
            self.list.choose(next_one)
        self._listed_for = self._here
        self._show_why(self.current())
        self.head.setText(self._headline(shown))
        self.shown.emit(tuple(shown))

    def _next(self, before: Related | None, listed: Sequence[object]) -> object:
        """Return what to choose: what was chosen before a verdict, or what stood behind it."""
        if before is None or self._here != self._listed_for:
            return listed[0] if listed else None
        ends = {(one.work, one.passage): one for one in listed if isinstance(one, Related)}
        former = [one.key for one in self.list.cards.cards if isinstance(one.key, Related)]
        at = former.index(before)
        for one in (*former[at:], *reversed(former[:at])):
            if (one.work, one.passage) in ends:
                return ends[one.work, one.passage]
        return listed[0] if listed else None

    def _headline(self, shown: Sequence[Related]) -> str:
        if self._here is None:
            return self.tr("Put the cursor into a passage to see what takes it up elsewhere.")
        if not self._answered:
            return self.tr("Looking…")
        work, passage = self._here
        locus = self._library.edition(work).passage(passage).locus
        if not shown:
            return self._nothing(str(locus))
        works = len({one.work for one in shown})
        passages = self.tr("{0}: %n passage(s)", "", len(shown)).format(locus)
        return " ".join((passages, self.tr("in %n text(s)", "", works)))

    def _nothing(self, locus: str) -> str:
        """Say that nothing is related, or that the filters leave nothing of what is."""
        hidden = sum(self._verdict(one) is not Verdict.REJECTED for one in self._all)
        if hidden:
            return self.tr("{0}: the filters hide %n passage(s).", "", hidden).format(locus)
        return self.tr("{0}: no counterpart in the other texts.").format(locus)

    def _cards(self, shown: Sequence[Related]) -> list[Card]:
        rows: dict[str, list[Related]] = {}
        for one in shown:
            rows.setdefault(one.work, []).append(one)
        cards: list[Card] = []
        made: dict[tuple[str, str], _Made] = {}
        for work, ones in rows.items():
            edition = self._library.edition(work)
            cards.append(
                Card(f"group {work}", edition.work.cited, aside=str(len(ones)), group=True)
            )
            for one in ones:
                known = self._card(edition, one)
                made[one.work, one.passage] = known
                cards.append(known[-1])
        self._made = made
        return cards

    def _card(self, edition: Edition, one: Related) -> _Made:
        """Return the card of a passage; of hundreds only those that are seen are put together."""
        shows = one, self._verdict(one), edition.sha256
        known = self._made.get((one.work, one.passage))
        if known is None or known[:-1] != shows:
            known = *shows, LateCard(one, partial(passage_card, edition, *shows[:2]))
        return known

    def _show_why(self, one: Related | None) -> None:
        self.focused.emit(one)
        judged = self._judgements.get((one.work, one.passage)) if one else None
        for part in (self.comment, *self._verdicts):
            part.setEnabled(one is not None)
        held = self._unfinished.words(self._about(one)) if one else ""
        self.comment.setText(held or (judged.comment if judged else ""))
        if one is None or self._here is None:
            self.why.set_cards([])
        else:
            comments = judged.comments if judged else ()
            self.why.set_cards(why_cards(one, comments, self._words, self._here[0]))
        self.split.fit()
        self.why.scrollToTop()  # from the heading on, wherever the last reasons were left

    def _words(self, work: str, span: Span) -> str:
        return span.of(self._library.edition(work).text)

    # ---- what the reader does -----------------------------------------------------------

    def _on_chosen(self, key: object) -> None:
        if isinstance(key, Related):
            self._peek(None)
            self.chosen.emit(key)

    def _on_looked_at(self, key: object) -> None:
        self._show_why(key if isinstance(key, Related) else self.current())
        if self._peeked is not None:
            self._peek(self.current())

    def _on_hovered(self, key: object) -> None:
        self._peek(key if isinstance(key, Related) else None)

    def _peek(self, one: Related | None) -> None:
        self._peeked = one
        self.peeked.emit(one)

    def _on_escaped(self) -> None:
        """Escape ends the glance, or else leads back to the text."""
        if self._peeked is not None:
            self._peek(None)
        else:
            self.left.emit()

    def _on_verdict_clicked(self) -> None:
        button = self.sender()
        if button is not None:
            self._judge(Verdict(str(button.property("verdict"))))

    def _judge(self, verdict: Verdict, relation: Relation | None = None) -> None:
        one = self.current()
        if one is None:
            return
        judged = self._judgements.get((one.work, one.passage))
        same = judged is not None and judged.mine and judged.verdict is verdict
        same = same and relation is None
        self.judged.emit(one, None if same else verdict, relation or one.relation)

    def _about(self, one: Related) -> str:
        """Return under what a comment on a link is held until it is kept."""
        return "comment " + " ".join((*(self._here or ()), one.work, one.passage))

    def _on_typed(self, words: str) -> None:
        one = self.current()
        if one is not None:
            self._unfinished.hold(self._about(one), words)

    def _on_comment(self) -> None:
        one = self.current()
        if one is not None:
            self._unfinished.hold(self._about(one), "")
            self.commented.emit(one, self._verdict(one) or Verdict.ACCEPTED, self.comment.text())
            self.list.setFocus()

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
        """A accepts, X rejects, W leads to the reasons, M sets the relation, Space peeks."""
        match event.key():
            case Qt.Key.Key_Space:
                self._peek(self.current() if self._peeked is None else None)
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
