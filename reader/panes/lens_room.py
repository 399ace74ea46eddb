"""The study room: lens, glossary, topics and map, one page at a time, in place of the texts."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.panes.folding import FoldingRow
from reader.panes.spoken_names import complete_names
from reader.qt.look import Look
from reader.qt.sentences import translated

#: Narrowest page, px: wider rows fold.
_LEAST_PX = 300


class StudyPage(QWidget):
    """What the room shows, one at a time.

    Attributes:
        status: a quiet line that says what is shown, or why it is not.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(_LEAST_PX)
        self.status = QLabel(self)
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.status.setWordWrap(True)
        self.status.setObjectName("muted")

    def say_failure(self, error: Exception) -> None:
        """Say why there is no answer."""
        self.status.setText(translated(getattr(error, "message", str(error))))

    def refresh(self) -> None:
        """Ask again: texts, glossary, links or the choice of texts have changed."""
        raise NotImplementedError

    def set_look(self, look: Look) -> None:
        """Take over a changed look."""
        raise NotImplementedError

    def print_out(self) -> bool:
        """Print what is shown; say whether this page can be printed."""
        return False

    def dump(self) -> dict[str, object]:
        """Return what is looked at, and where, as plain values; ``load`` is the inverse."""
        raise NotImplementedError

    def load(self, stored: Mapping[str, object]) -> None:
        """Look at it again; whatever cannot be used is left out."""
        raise NotImplementedError


def chosen_again(box: QComboBox, data: object) -> None:
    """Choose what a session says, if it is offered, without telling."""
    at = box.findData(data)
    if at >= 0:
        box.blockSignals(True)
        box.setCurrentIndex(at)
        box.blockSignals(False)


#: Makes a page; its parent is given.
Factory = Callable[[QWidget], StudyPage]


class StudyRoom(QWidget):
    """Pages by key, made when first shown; Escape leads back to the texts.

    Signals:
        left: the reader wants back to the texts.
        shown: key of the page in front.
        scope_changed: other texts are to be looked at.
    """

    left = Signal()
    shown = Signal(str)
    scope_changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._keys: list[str] = []
        self._makers: dict[str, Factory] = {}
        self._pages: dict[str, StudyPage] = {}
        self._kept: dict[str, Mapping[str, object]] = {}
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("What to study"))
        self.tabs.currentChanged.connect(self._on_tab)
        self.scope = QComboBox(self)
        self.scope.setAccessibleName(self.tr("Texts to look at"))
        for key, words in (
            ("own", self.tr("All my texts")),
            ("open", self.tr("Open texts")),
            ("all", self.tr("All texts, companions too")),
        ):
            self.scope.addItem(words, key)
        self._chosen = False
        self.scope.currentIndexChanged.connect(self._on_chosen)
        self.close_button = QToolButton(self)
        self.close_button.setText(self.tr("Back to the texts"))
        self.close_button.setToolTip(self.tr("Back to the texts (Esc)"))
        self.close_button.setAccessibleName(self.tr("Back to the texts"))
        self.close_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.close_button.clicked.connect(self.left)
        self._stack = QStackedWidget(self)
        self.setMinimumWidth(_LEAST_PX)  # the rows fold
        below = [self.scope, self.close_button]
        self._top = FoldingRow([self.tabs, *below], below, end=self.close_button)
        self._top.setContentsMargins(12, 6, 12, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self._stack, 1)
        self.dress()

    def register(self, key: str, name: str, make: Factory) -> None:
        """Offer a page."""
        self._keys.append(key)
        self._makers[key] = make
        self.tabs.blockSignals(True)
        self.tabs.addTab(name)
        self.tabs.blockSignals(False)

    def page(self, key: str) -> StudyPage:
        """Return a page, made now if need be.

        Raises:
            KeyError: there is no such page.
        """
        if key not in self._pages:
            self._pages[key] = self._makers[key](self)
            self._stack.addWidget(self._pages[key])
            complete_names(self)
            if key in self._kept:
                self._pages[key].load(self._kept.pop(key))
        return self._pages[key]

    def is_made(self, key: str) -> bool:
        """Say whether a page exists already: one that does not needs no news."""
        return key in self._pages

    @property
    def pages(self) -> tuple[StudyPage, ...]:
        """The pages made so far."""
        return tuple(self._pages.values())

    @property
    def current(self) -> str:
        """The key of the page in front."""
        return self._keys[max(0, self.tabs.currentIndex())]

    def bring(self, key: str, *, focus: bool = True) -> StudyPage:
        """Show a page and give it the keyboard."""
        page = self.page(key)
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(self._keys.index(key))
        self.tabs.blockSignals(False)
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(page)
        if focus:
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shown.emit(key)
        return page

    def works(self, own: Sequence[str], opened: Sequence[str], every: Sequence[str]) -> list[str]:
        """Return the texts chosen: those open first, as they stand; never none without need.

        Until the reader has chosen, the first choice that leaves two texts to compare is taken.
        """
        if not self._chosen:
            self._choose("own" if len(own) > 1 else "open" if len(opened) > 1 else "all")
        key = self.scope.currentData()
        wanted = {"own": own, "open": opened}.get(key, every) or own or every
        first = [work for work in opened if work in wanted]
        return list(dict.fromkeys((*first, *wanted)))

    def print_out(self) -> bool:
        """Print the page in front; say whether it can be printed."""
        return self.page(self.current).print_out()

    def dump(self) -> dict[str, object]:
        """Return the page in front and what stands on each; ``load`` is the inverse."""
        return {
            "page": self.current,
            "scope": self.scope.currentData() if self._chosen else "",
            "pages": {**self._kept, **{key: one.dump() for key, one in self._pages.items()}},
        }

    def load(self, stored: Mapping[str, object]) -> None:
        """Restore the page in front and what stood there; the other pages wait to be wanted."""
        if stored.get("scope") in ("own", "open", "all"):
            self._choose(str(stored["scope"]))
            self._chosen = True
        pages, front = stored.get("pages"), stored.get("page")
        if isinstance(pages, Mapping):
            self._kept = {key: one for key, one in pages.items() if isinstance(one, Mapping)}
        if isinstance(front, str) and front in self._keys:
            self.bring(front, focus=False)

    def dress(self) -> None:
        """Take over a changed look."""
        self.close_button.setIconSize(QSize(1, 1) * self._look.scaled(15))
        self.close_button.setIcon(self._look.icon("arrow-left", "muted"))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt
        """Fold the row above the page where it has no room."""
        super().resizeEvent(event)
        self._top.fit(self.width() - 24)

    def _choose(self, key: str) -> None:
        """Show a choice that is not the reader's own."""
        self.scope.blockSignals(True)
        self.scope.setCurrentIndex(self.scope.findData(key))
        self.scope.blockSignals(False)

    def _on_chosen(self) -> None:
        self._chosen = True
        self.scope_changed.emit()

    def _on_tab(self, at: int) -> None:
        if 0 <= at < len(self._keys):
            self.bring(self._keys[at], focus=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt
        """Escape leads back to the texts."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
