"""Where to search: everything, what is open, or one author, tag, colour or concept."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from reader.model import SearchScope
from reader.model.values import dataclass


class One(StrEnum):
    """What a search can be kept to one of."""

    AUTHOR = "author"
    TAG = "tag"
    COLOUR = "colour"
    CONCEPT = "concept"


#: What there is to choose from, as a search is asked for it, and for people; in their order.
Choices = Callable[[One], Mapping[str, str]]


#: What can be searched, apart from everything.
_PARTS = ("open", "here", "texts", "notes", *One)


@dataclass(frozen=True, slots=True)
class Asked:
    """A search to be asked again.

    Attributes:
        query: as typed.
        scope: what ``ScopeBox.state`` returned; empty for everything.
    """

    query: str
    scope: tuple[tuple[str, str], ...] = ()

    def state(self) -> object:
        """Return it as a session remembers it."""
        return {"query": self.query, **dict(self.scope)} if self.scope else self.query

    @classmethod
    def of(cls, state: object) -> "Asked | None":
        """Return what ``state`` returned; None of anything else."""
        if isinstance(state, str):
            return cls(state)
        if not isinstance(state, Mapping) or not isinstance(query := state.get("query"), str):
            return None
        if state.get("scope") not in _PARTS:
            return cls(query)
        known = ((name, state.get(name)) for name in ("scope", "which"))
        return cls(query, tuple((name, one) for name, one in known if isinstance(one, str)))


#: Searched where no text is open: without any work everything would be.
_NO_WORK = ("",)


class ScopeBox(QComboBox):
    """Chooses where to search; ``which`` stands beside it where one of several is to be named.

    Signals:
        chosen: another scope is in force.

    Attributes:
        which: the box for the one author, tag, colour or concept; shown only then.
    """

    chosen = Signal()

    def __init__(
        self, open_works: Callable[[], Sequence[str]], choices: Choices, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._open_works = open_works
        self._choices = choices
        self._wanted = ""  # what a session remembered, until there is such a choice
        self.setAccessibleName(self.tr("Where to search"))
        for key, words in self._words().items():
            self.addItem(words, key)
        self.which = QComboBox(parent)
        self.which.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.which.setMinimumContentsLength(12)
        self.which.hide()
        self.currentIndexChanged.connect(self._on_kind)
        self.which.currentIndexChanged.connect(self._on_which)

    def _words(self) -> dict[str, str]:
        return {
            "all": self.tr("Texts and notes"),
            "open": self.tr("Open texts"),
            "here": self.tr("This text"),
            "texts": self.tr("Texts only"),
            "notes": self.tr("Notes only"),
            One.AUTHOR: self.tr("One author"),
            One.TAG: self.tr("One tag"),
            One.COLOUR: self.tr("One colour"),
            One.CONCEPT: self.tr("One concept"),
        }

    def scope(self) -> SearchScope:
        """Return what is chosen."""
        open_works = tuple(self._open_works()) or _NO_WORK
        which = str(self.which.currentData() or "")
        match self.currentData():
            case "open":
                return SearchScope(works=open_works)
            case "here":
                return SearchScope(works=open_works[:1])
            case "texts":
                return SearchScope(texts_only=True)
            case "notes":
                return SearchScope(notes_only=True)
            case One.AUTHOR if which:
                return SearchScope(authors=(which,))
            case One.TAG if which:
                return SearchScope(tags=(which,))
            case One.COLOUR if which:
                return SearchScope(colours=(which,))
            case One.CONCEPT if which:
                return SearchScope(concepts=(which,))
            case _:
                return SearchScope()

    def state(self) -> dict[str, str]:
        """Return what a session remembers; ``set_state`` takes it up again."""
        state = {"scope": str(self.currentData())}
        if self._one() and self.which.currentData():
            state["which"] = str(self.which.currentData())
        return state

    def set_state(self, state: Mapping[str, object]) -> None:
        """Take up what ``state`` returned; what is gone since counts as everything."""
        with QSignalBlocker(self):
            self.setCurrentIndex(max(0, self.findData(state.get("scope"))))
        self._wanted = str(state.get("which") or "")
        self._on_kind()

    def name_of(self, state: Iterable[tuple[str, str]]) -> str:
        """Return what is searched in a remembered state, for people; empty for everything."""
        kept, words = dict(state), self._words()
        kind, which = kept.get("scope", "all"), kept.get("which", "")
        if kind == "all" or kind not in words:
            return ""
        named = self._choices(One(kind)).get(which, which) if kind in set(One) else ""
        return f"{words[kind]}: {named}" if named else words[kind]

    def renew(self) -> None:
        """Offer what there is now: texts, notes or concepts have changed."""
        one = self._one()
        if one is None:
            return
        before, there = self._wanted or self.which.currentData(), self._choices(one)
        if before and there and before not in there:
            self._wanted = ""
            self.setCurrentIndex(0)  # what is gone counts as everything
            return
        with QSignalBlocker(self.which):
            self.which.clear()
            for value, words in there.items():
                self.which.addItem(words, value)
            self.which.setCurrentIndex(max(0, self.which.findData(before)))
        if there:
            self._wanted = ""
        self.which.setEnabled(self.which.count() > 0)
        if not self.which.count():
            self.which.setPlaceholderText(self.tr("There is none"))

    def _one(self) -> One | None:
        kind = self.currentData()
        return One(kind) if kind in set(One) else None

    def _on_kind(self) -> None:
        one = self._one()
        self.which.setVisible(one is not None)
        self.which.setAccessibleName(self.currentText())
        with QSignalBlocker(self.which):
            self.which.clear()  # of another kind
        self.renew()
        self.chosen.emit()

    def _on_which(self) -> None:
        self._wanted = ""
        self.chosen.emit()
