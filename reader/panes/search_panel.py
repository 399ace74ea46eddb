"""Search over all texts and notes while one types."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.model import HitKind, SearchAnswer, SearchOrder, SearchScope, Work
from reader.panes.cards import CardList
from reader.panes.search_cards import hit_cards, query_examples, start_cards
from reader.panes.search_scope import Asked, Choices, ScopeBox
from reader.qt.sentences import translated
from reader.qt.tasks import Latest
from reader.qt.theme import Theme
from reader.qt.wordings import pointed

#: After the last key, before the ranked answer is asked for, which then stands within 150 ms of
#: the key (with An Anarchist FAQ it takes 45 ms at p95); the quick one comes at once.
_RANK_AFTER_MS = 90
#: Hits of the quick answer: what the list shows, but no more; the ranked one follows at once.
_QUICK_LIMIT = 12
_RANKED_LIMIT = 200
_HISTORY = 30


class Finder(Protocol):
    """What the panel needs of the library; called in worker threads."""

    def quick(self, query: str, scope: SearchScope = ..., limit: int = ...) -> SearchAnswer:
        """Return the first hits, unranked, within a few milliseconds."""

    def search(
        self,
        query: str,
        scope: SearchScope = ...,
        order: SearchOrder = ...,
        limit: int = ...,
    ) -> SearchAnswer:
        """Return ranked hits."""


class SearchPanel(QWidget):
    """A field, a scope, and one list of hits in texts and notes.

    Signals:
        chosen: a ``Hit`` to go to.
        answered: the ``SearchAnswer`` in force, for marks in the panes; empty when cleared.
        save_wanted: the ``SearchAnswer`` to be taken away as Markdown.
    """

    chosen = Signal(object)
    answered = Signal(object)
    save_wanted = Signal(object)

    def __init__(
        self,
        finder: Finder,
        theme: Theme,
        *,
        works: Callable[[], Mapping[str, Work]],
        open_works: Callable[[], Sequence[str]],
        choices: Choices,
        reads_only: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._finder = finder
        self._reads_only = reads_only
        self._works = works
        self._open_works = open_works
        self._choices = choices
        self._answer = SearchAnswer("")
        self._history: list[str] = []
        self._saved: list[Asked] = []
        self._again: Asked | None = None  # the kept search that was asked last
        self._searched: tuple[str, ...] = ()  # the works of the scope last asked for
        self._latest = Latest(self)
        self._latest.done.connect(self._on_answer)
        self._latest.failed.connect(self._on_failed)
        self._rank = QTimer(self, singleShot=True, interval=_RANK_AFTER_MS)
        self._rank.timeout.connect(self._ask_ranked)
        self._build(theme)

    # ---- building -----------------------------------------------------------------------

    def _build(self, theme: Theme) -> None:
        self.field = QLineEdit(self)
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(self.tr("Search texts and notes"))
        self.field.setAccessibleName(self.tr("Search texts and notes"))
        self.field.setMaxLength(10_000)
        self.field.textEdited.connect(self._on_edited)
        self.field.textChanged.connect(self._on_cleared)
        self.field.installEventFilter(self)
        self.scope = ScopeBox(self._open_works, self._choices, self)
        self.scope.chosen.connect(self._ask_ranked)
        self.order = QComboBox(self)
        self.order.setAccessibleName(self.tr("Order of the hits"))
        self.order.addItem(self.tr("Best first"), SearchOrder.RELEVANCE)
        self.order.addItem(self.tr("As they stand"), SearchOrder.PLACE)
        self.order.currentIndexChanged.connect(self._ask_ranked)
        self.more = QToolButton(self)
        self.more.setText("⋯")
        self.more.setAccessibleName(self.tr("Examples, saved and former searches"))
        self.more.setToolTip(self.more.accessibleName())
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.more)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.more.setMenu(self.menu)
        self.status = QLabel(self)
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.status.setWordWrap(True)
        self.status.setObjectName("muted")
        self.list = CardList(theme, self.tr("Hits"), self)
        self.list.chosen.connect(self._on_chosen)
        self.list.left.connect(self.field.setFocus)
        self._lay_out()
        self._show(self._answer)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.scope, 1)
        row.addWidget(self.order)
        row.addWidget(self.more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 0)
        layout.addWidget(self.field)
        layout.addLayout(row)
        layout.addWidget(self.scope.which)
        layout.addWidget(self.status)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.field)

    def _fill_menu(self) -> None:
        self.menu.clear()
        examples = self.menu.addMenu(self.tr("What one can write"))
        for query, meaning in query_examples():
            self._offer(examples, query, f"{query}\t{meaning}")
        if self._kept() is not None:
            drop = self.menu.addAction(self.tr("No longer keep this search"))
            drop.triggered.connect(self._drop)
        elif self._answer.query and self._answer.hits:
            save = self.menu.addAction(self.tr("Keep this search"))
            save.triggered.connect(self._keep)
        if self._answer.query and self._answer.hits:
            take = self.menu.addAction(self.tr("Export the hits as Markdown…"))
            take.triggered.connect(self._take_away)
        if self._saved:
            self.menu.addSection(self.tr("Kept searches"))
            for kept in self._saved:
                where = self.scope.name_of(kept.scope)
                self._offer(self.menu, kept, f"{kept.query}\t{where}" if where else kept.query)
        if self._history:
            self.menu.addSection(self.tr("Former searches"))
            for query in self._history:
                self._offer(self.menu, query, query)

    def _offer(self, menu: QMenu, query: str | Asked, words: str) -> None:
        action = QAction(words.replace("&", "&&"), menu)
        action.setData(query)
        action.triggered.connect(self._on_offered)
        menu.addAction(action)

    # ---- asking -------------------------------------------------------------------------

    def ask(self, query: str) -> None:
        """Search for ``query`` as if it had been typed."""
        self.field.setText(query)
        self._ask_ranked()

    def refresh(self) -> None:
        """Ask again: texts or notes have changed."""
        self.scope.renew()
        if self.field.text().strip():
            self._ask_ranked()

    def follow_panes(self) -> None:
        """Ask again where other texts are searched now than before: those of the panes."""
        works = self.scope.scope().works
        if self._answer.query and frozenset(works) != frozenset(self._searched):
            self._ask_ranked()

    def step(self, by: int) -> bool:
        """Go to the next (1) or previous (-1) place found; say whether there is one.

        To concepts only where nothing else was found: they are no places in a text or note.
        """
        hits = self._answer.hits
        places = {row for row, hit in enumerate(hits) if hit.kind is not HitKind.CONCEPT}
        return self._step(by, places or range(len(hits)))

    def _step(self, by: int, among: Collection[object]) -> bool:
        if not isinstance(key := self.list.step(by, among), int):
            return False
        self.chosen.emit(self._answer.hits[key])
        return True

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.list.set_theme(theme)

    def state(self) -> dict[str, object]:
        """Return what a session remembers of the panel."""
        words = {"words": self.field.text()} if self.field.text() else {}
        saved = [one.state() for one in self._saved]
        order = {"order": str(self.order.currentData())} if self.order.currentIndex() else {}
        return {"history": self._history, "saved": saved, **words, **order, **self.scope.state()}

    def set_state(self, state: Mapping[str, object]) -> None:
        """Take up what ``state`` returned."""
        former, saved = state.get("history"), state.get("saved")
        if isinstance(former, list):
            self._history[:] = [one for one in former if isinstance(one, str)][:_HISTORY]
        if isinstance(saved, list):
            self._saved[:] = filter(None, map(Asked.of, saved))
        with QSignalBlocker(self.order):
            self.order.setCurrentIndex(max(0, self.order.findData(state.get("order"))))
        self.scope.set_state(state)
        words = state.get("words")
        if not self.field.text() and isinstance(words, str) and words.strip():
            self.field.setText(words)
            self._ask_ranked()
        elif not self.field.text():
            self._show(self._answer)

    def _on_edited(self) -> None:
        query, scope = self._asked()
        if query.strip():
            limit = min(self.list.room() + 1, _QUICK_LIMIT)
            self._latest.run(lambda _: self._finder.quick(query, scope, limit))
            self._rank.start()

    def _asked(self) -> tuple[str, SearchScope]:
        scope = self.scope.scope()
        self._searched = scope.works
        return self.field.text(), scope

    def _on_cleared(self, query: str) -> None:
        if not query.strip():
            self._rank.stop()
            self._latest.drop()
            self._on_answer(SearchAnswer(""))

    def _ask_ranked(self) -> None:
        self._rank.stop()
        query, scope = self._asked()
        order = SearchOrder(self.order.currentData())
        if query.strip():
            self._latest.run(lambda _: self._ranked(query, scope, order))

    def _ranked(self, query: str, scope: SearchScope, order: SearchOrder) -> SearchAnswer:
        return self._finder.search(query, scope, order, _RANKED_LIMIT)

    # ---- answering ----------------------------------------------------------------------

    def _on_answer(self, answer: SearchAnswer) -> None:
        self._answer = answer
        self._show(answer)
        self.answered.emit(answer)

    def _show(self, answer: SearchAnswer) -> None:
        """List the hits, or what could be asked."""
        if answer.query and (answer.hits or answer.building):
            self.list.set_cards(hit_cards(answer, self._works()))
            self.list.setAccessibleName(self.tr("Hits"))
        else:
            kept = {one: (one.query, self.scope.name_of(one.scope)) for one in self._saved}
            self.list.set_cards(start_cards(kept, self._history))
            self.list.setAccessibleName(self.tr("Searches to try"))
        self._say(answer)

    def _on_failed(self, error: Exception) -> None:
        self.status.setText(translated(getattr(error, "message", str(error))))

    def _say(self, answer: SearchAnswer) -> None:
        message, mistaken = translated(answer.message), answer.mistake_at is not None
        told: list[str] = []
        if answer.building and self._reads_only:
            told.append(
                self.tr("There is no index, and it cannot be made here; there may be more.")
            )
        elif answer.building:
            told.append(self.tr("The index is being built; there may be more."))
        if message and not mistaken:
            told.append(message)
        if answer.hits:
            told.append(self._counted(answer))
        elif answer.query.strip() and not message:
            told.append(self.tr("Nothing found."))
            if self.scope.scope() != SearchScope():
                told.append(self.tr("Only a part of your texts and notes was searched."))
        lines = [" ".join(told)]
        if answer.mistake_at is not None and answer.query == self.field.text():
            lines = [message, pointed(answer.query, answer.mistake_at), *lines]
        # its line is kept: where it came and went, the list below would be laid out twice
        self.status.setText("\n".join(filter(None, lines)) or " ")
        self.field.setToolTip(message if mistaken else "")

    def _counted(self, answer: SearchAnswer) -> str:
        """Say how many hits there are, and how many of them are listed where these are fewer."""
        listed, total = len(answer.hits), answer.total
        works = len({hit.work for hit in answer.hits if hit.work})
        if answer.ranked and total > listed:
            parts = [
                self.tr("%n hit(s);", "", total)
                if answer.exact
                else self.tr("%n hit(s) or more;", "", total),
                self.tr("the first %n are listed", "", listed),
            ]
        elif answer.more:
            parts = [self.tr("%n hit(s) or more", "", total)]
        else:
            parts = [self.tr("%n hit(s)", "", total)]
        return " ".join([*parts, self.tr("in %n text(s)", "", works)])

    def _on_chosen(self, key: object) -> None:
        if isinstance(key, int):
            self._remember(self._answer.query)
            self.chosen.emit(self._answer.hits[key])
        elif isinstance(key, str | Asked):
            self._try(key)

    def _on_offered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and isinstance(asked := action.data(), str | Asked):
            self._try(asked)

    def _try(self, asked: str | Asked) -> None:
        """Ask; what was kept is asked where it was asked then."""
        self._again = asked if isinstance(asked, Asked) else None
        if isinstance(asked, Asked):
            with QSignalBlocker(self.scope):
                self.scope.set_state(dict(asked.scope))
        self.ask(asked if isinstance(asked, str) else asked.query)
        self.field.setFocus()

    def _remember(self, query: str) -> None:
        if query in self._history:
            self._history.remove(query)
        self._history.insert(0, query)
        del self._history[_HISTORY:]

    def _keep(self) -> None:
        if self._now() not in self._saved:
            self._saved.insert(0, self._now())

    def _drop(self) -> None:
        if (kept := self._kept()) is not None:
            self._saved.remove(kept)

    def _kept(self) -> Asked | None:
        """Return the kept search whose hits are shown, also where its scope has gone since."""
        again = self._again if self._again and self._again.query == self._answer.query else None
        return next((one for one in (self._now(), again) if one in self._saved), None)

    def _now(self) -> Asked:
        scope = self.scope.state()
        return Asked(self._answer.query, () if scope["scope"] == "all" else tuple(scope.items()))

    def _take_away(self) -> None:
        self.save_wanted.emit(self._answer)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt
        """Down and Return lead from the field into the list; Escape clears."""
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and self._field_key(event)
        ):
            return True
        return super().eventFilter(watched, event)

    def _field_key(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Down:
                self.list.setFocus()
                if self.list.key() is None:
                    self.list.step(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.field.text().strip():
                self._remember(self.field.text())
                self._step(1, range(len(self._answer.hits)))
            case Qt.Key.Key_Escape if self.field.text():
                self.field.clear()
            case _:
                return False
        return True
