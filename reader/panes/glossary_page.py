"""The glossary: all concepts with their counts in the texts, and a form to change them."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reader.library import short_names
from reader.model import Progress, Work
from reader.panes.card import Card, LateCard
from reader.panes.cards import CardList
from reader.panes.glossary_form import GlossaryForm
from reader.panes.list_page import ListPage, mistakes
from reader.qt.look import Look
from reader.qt.tasks import Latest

if TYPE_CHECKING:
    from reader.library import Concept, Glossary

#: Counts the concepts in works: by key, then by work.
Count = Callable[[Sequence[str], Progress], Mapping[str, Mapping[str, int]]]


class GlossaryPage(ListPage):
    """List and form.

    Signals:
        save_wanted: a ``Concept`` as edited, and the key it had before (empty for a new one).
        restore_wanted: key of an own concept to be taken out.
        look_wanted: key of a concept to be put under the lens.
    """

    save_wanted = Signal(object, str)
    restore_wanted = Signal(str)
    look_wanted = Signal(str)

    def __init__(
        self,
        count: Count,
        glossary: Callable[[], "Glossary"],
        look: Look,
        works: Callable[[], Sequence[Work]],
        parent: QWidget | None = None,
        *,
        problems: Callable[[], Sequence[str]],
    ) -> None:
        super().__init__(
            QCoreApplication.translate("GlossaryPage", "Find a concept"),
            QCoreApplication.translate("GlossaryPage", "Which concepts"),
            QCoreApplication.translate("GlossaryPage", "Concepts"),
            look,
            parent,
        )
        self._count = count
        self._problems = problems
        self._wrong: tuple[str, ...] = ()
        self._glossary = glossary
        self._works = works
        self._counts: Mapping[str, Mapping[str, int]] = {}
        self._counted: tuple[Work, ...] = ()
        self._names: Mapping[str, str] = {}
        self._latest = Latest(self)
        self._latest.done.connect(self._on_counts)
        self._latest.failed.connect(self.say_failure)
        self.list.setLayoutMode(CardList.LayoutMode.SinglePass)  # few, and one can go to each
        self.new = QPushButton(self.tr("New concept"), self)
        self.new.clicked.connect(self.begin_new)
        self.form = GlossaryForm(self)
        self.form.save_wanted.connect(self._on_save)
        self.form.restore_wanted.connect(self.restore_wanted)
        self.form.look_wanted.connect(self.look_wanted)
        room = QWidget(self)
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 10, 0, 0)
        column.addWidget(self.form)
        self._lay_out(self.new, room, (480, 620))
        self.refresh()
        first = min(glossary(), key=lambda one: one.label.casefold(), default=None)
        if first is not None:
            self.choose(first.key)

    # ---- what is listed -----------------------------------------------------------------

    def refresh(self) -> None:
        """Count again: texts, glossary or the choice of texts have changed."""
        self._counted = tuple(self._works())
        self._names = short_names(self._counted)
        self._fill_kinds()
        self._show()
        if self.form.key and not self.form.is_changed:
            self.choose(self.form.key)
        works = [work.id for work in self._counted]
        self.status.setText(self.tr("Counting…"))
        self._latest.run(lambda progress: (self._count(works, progress), tuple(self._problems())))

    def show_unsaid(self) -> None:
        """List the concepts that some of the texts never name."""
        self.kind.setCurrentIndex(max(0, self.kind.findData("unsaid")))

    def choose(self, key: str) -> bool:
        """Show a concept in list and form; say whether there is one."""
        if key not in self._glossary():
            return False
        self._show_form(self._glossary()[key])
        if not self.list.choose(key):
            self.filter.clear()
            self.kind.setCurrentIndex(0)
            self.list.choose(key)
        return True

    def dump(self) -> dict[str, object]:
        """Return what is listed, the concept that is shown, and what is not saved of it."""
        return {**super().dump(), "concept": self.form.key, "unsaved": self.form.unsaved()}

    def _load_chosen(self, stored: Mapping[str, object]) -> None:
        concept, unsaved = stored.get("concept"), stored.get("unsaved")
        if isinstance(concept, str) and concept in self._glossary():
            self._show_form(self._glossary()[concept])
            self.list.choose(concept)
        elif unsaved and isinstance(unsaved, Mapping):  # a new one
            self.begin_new()
        else:
            return
        if isinstance(unsaved, Mapping):
            self.form.resume(unsaved)

    def _fill_kinds(self) -> None:
        before = self.kind.currentData()
        self.kind.blockSignals(True)
        self.kind.clear()
        self.kind.addItem(self.tr("All concepts"), "")
        self.kind.addItem(self.tr("My own"), "own")
        self.kind.addItem(self.tr("In every text"), "shared")
        self.kind.addItem(self.tr("Unsaid somewhere"), "unsaid")
        for work in self._counted:
            self.kind.addItem(
                self.tr("Never in: {0}").format(self._names[work.id]), f"never {work.id}"
            )
        self.kind.setCurrentIndex(max(0, self.kind.findData(before)))
        self.kind.blockSignals(False)

    def _on_counts(self, found: tuple[Mapping[str, Mapping[str, int]], tuple[str, ...]]) -> None:
        self._counts, self._wrong = found
        self._show_again()

    def _show(self) -> None:
        shown = [one for one in self._glossary() if self._is_wanted(one)]
        shown.sort(key=lambda one: one.label.casefold())
        wrong = mistakes(self.tr("Mistakes in your file"), self._wrong)
        cards = [LateCard(one.key, partial(self._card, one)) for one in shown]
        self.list.set_cards([*wrong, *cards])
        whole = len(self._glossary())
        self.status.setText(
            self.tr("%n concept(s)", "", whole)
            if len(shown) == whole
            else self.tr("{0} of %n concept(s)", "", whole).format(len(shown))
        )

    def _is_wanted(self, concept: "Concept") -> bool:
        words = self.filter.text().casefold().split()
        names = " ".join(concept.spellings).casefold()
        return all(word in names for word in words) and self._is_kind(concept)

    def _is_kind(self, concept: "Concept") -> bool:
        here = self._counts.get(concept.key, {})
        kind = str(self.kind.currentData() or "")
        if kind == "own":
            return concept.own
        if kind == "shared":
            return bool(here) and len(here) == len(self._counted)
        if kind == "unsaid":
            return bool(here) and len(here) < len(self._counted)
        if kind.startswith("never "):
            return bool(here) and kind.removeprefix("never ") not in here
        return True

    def _card(self, concept: "Concept") -> Card:
        here = self._counts.get(concept.key, {})
        counted = self.tr("{0}: {1}")  # asked once: the words of many texts take a while
        told, absent = [], []
        for work in self._counted:
            name, times = self._names[work.id], here.get(work.id)
            if times:
                told.append(counted.format(name, times))
            else:
                absent.append(name)
        if self._counts and absent:
            told.append(self.tr("never in {0}").format(", ".join(absent)))
        return Card(
            concept.key,
            concept.label,
            " · ".join(told),
            aside=str(sum(here.values()) or ""),
            tint="accent" if concept.own else "",
            lines=2,
        )

    # ---- what the reader does -----------------------------------------------------------

    def _on_looked_at(self, key: object) -> None:
        if isinstance(key, str) and key in self._glossary() and not self.form.is_changed:
            self._show_form(self._glossary()[key])

    def _on_chosen(self, key: object) -> None:
        if isinstance(key, str) and key in self._glossary():
            if self._leave_form():
                self._show_form(self._glossary()[key])
            self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_form(self) -> bool:
        """Save what was changed, so that nothing typed is lost; undo takes it back."""
        concept = self.form.edited()
        if concept is None or not self.form.is_changed:
            return True
        if not concept.label:
            return not concept.key
        self._on_save(concept)
        return True

    def _show_form(self, concept: "Concept") -> None:
        labels = {one.key: one.label for one in self._glossary()}
        self.form.show_concept(concept, self._authors(), labels)

    def _authors(self) -> Mapping[str, str]:
        """Return the names under which definitions are filed, for the authors at hand."""
        from reader.library import author_keys

        names: dict[str, str] = {}
        for work in self._counted:
            if work.bundled:
                continue  # the program defines nothing in a name of its own
            for author, key in zip(work.authors, author_keys(work)[::2], strict=False):
                names.setdefault(key, author)
        return names

    def begin_new(self, label: str = "") -> None:
        """Show an empty form; the name is filled in when it is known already."""
        from reader.library import Concept

        if self._leave_form():
            self._show_form(Concept("", label if isinstance(label, str) else "", own=True))
            self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_save(self, concept: "Concept") -> None:
        self.save_wanted.emit(concept, self.form.key)
