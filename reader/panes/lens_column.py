"""One text or author under the lens: how often, where, in which contexts, and what it means."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from reader.library import short_names
from reader.model import Place, Span
from reader.panes.card import Card
from reader.panes.cards import CardList
from reader.panes.lens_kwic import KwicList, line_name
from reader.panes.lens_plot import DispersionPlot
from reader.panes.splitter import Splitter
from reader.qt.look import Look
from reader.qt.safe_text import tip

if TYPE_CHECKING:
    from reader.library import KwicLine, Neighbour, TextStudy

#: Words in each list of neighbours.
_NEIGHBOURS = 8
#: Height that the contexts get at first, when there are many.
_CONTEXTS_PX = 460


class LensColumn(QWidget):
    """A column of the lens.

    Signals:
        chosen: the ``Place`` to go to.
        left: the reader wants back to the field above.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(
        self, study: "TextStudy", lines: Sequence["KwicLine"], look: Look, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._study = study
        title = study.work.title
        names = short_names(study.works) if len(study.works) > 1 else {}
        self._names = {work: _in_brackets(name) for work, name in names.items()}
        self.title = OneLine(study.work.cited, self)
        self.title.setFont(look.interface_font(bold=True))
        self.facts = OneLine(self._told(), self)
        self.facts.setObjectName("muted")
        self.plot = DispersionPlot(look.theme, self)
        spread = study.dispersion
        places = [line_name(one, self._names) for one in study.lines]
        self.plot.show_places(title, spread.shares, places, study.bounds)
        self.plot.chosen.connect(lambda row: self._go(spread.spans[row]))
        self.kwic = KwicList(look.theme, self.tr("Contexts in “{0}”").format(title), self)
        self.kwic.set_names(self._names)
        self.kwic.lines.set_lines(lines)
        self.kwic.chosen.connect(lambda line: self.chosen.emit(Place(line.work, line.span)))
        self.kwic.left.connect(self.left)
        self.cards = CardList(look.theme, self.tr("Meaning in “{0}”").format(title), self)
        self.cards.set_cards(list(self._cards()))
        self.cards.chosen.connect(self._on_card)
        self.cards.left.connect(self.left)
        self._lay_out()

    def _lay_out(self) -> None:
        split = Splitter(Qt.Orientation.Vertical, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.kwic)
        split.addWidget(self.cards)
        wanted = (len(self._study.lines) + 1) * self.kwic.sizeHintForRow(0)
        split.setSizes([min(_CONTEXTS_PX, wanted), _CONTEXTS_PX])
        self.kwic.setVisible(bool(self._study.lines))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 6)
        column.setSpacing(4)
        for widget in (self.title, self.facts, self.plot):
            column.addWidget(widget)
        column.addWidget(split, 1)

    def set_lines(self, lines: Sequence["KwicLine"]) -> None:
        """Show the contexts in another order."""
        self.kwic.lines.set_lines(lines)

    def dress(self, look: Look) -> None:
        """Take over a changed look."""
        self.title.setFont(look.interface_font(bold=True))
        self.plot.theme = look.theme
        self.plot.update()
        self.kwic.set_theme(look.theme)
        self.cards.set_theme(look.theme)

    def focus_first(self) -> None:
        """Give the keyboard to the first list that has something in it."""
        target = self.kwic if self._study.lines else self.cards
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        if target is self.kwic:
            self.kwic.setCurrentIndex(self.kwic.lines.index(0))
        else:
            self.cards.step(1)

    def _told(self) -> str:
        told = self._often()
        texts = len(self._study.works)
        if texts == 1:
            return told
        counted = self.tr("%n text(s)", "", texts)
        return f"{counted} · {told}"

    def _often(self) -> str:
        seen = self._study.frequency
        if not seen.count:
            return self.tr("Never says it")
        often = f"{seen.per_thousand:.1f}"
        if seen.count == 1:
            return self.tr("Once · {0} in a thousand words").format(often)
        if seen.passages == 1:
            told = self.tr("%n time(s) in one passage · {0} in a thousand words", "", seen.count)
            return told.format(often)
        told = self.tr("{0} times in %n passage(s) · {1} in a thousand words", "", seen.passages)
        return told.format(seen.count, often)

    # ---- what it means here -------------------------------------------------------------

    def _cards(self) -> Iterator[Card]:
        study = self._study
        if study.definition:
            yield Card("definition", self.tr("In short"), study.definition, lines=9, tint="accent")
        if study.defined:
            yield Card("d", self.tr("In the text’s own words"), group=True)
            for span, words in zip(study.view.defined, study.defined, strict=True):
                yield Card(span, self._locus_at(span), words, lines=5, tint="related")
        yield from self._neighbours(self.tr("Kept near it"), study.view.kept)
        yield from self._neighbours(self.tr("Avoided near it, where others say it"),
                                    study.view.avoided)  # fmt: skip
        yield from self._instead()

    def _instead(self) -> Iterator[Card]:
        """Yield what may stand in for it, named as guesses; concepts say more than words."""
        study = self._study
        if not study.stand_ins and not study.view.instead:
            return
        yield Card("instead", self.tr("May stand in for it: guesses"), group=True)
        for one in study.stand_ins:
            yield Card((one.concept, one.label, one.places[:1]), one.label, tint="related")
        for word in study.view.instead[: 0 if study.stand_ins else _NEIGHBOURS]:
            told = self.tr("%n time(s)", "", word.elsewhere)
            yield Card(("instead", word.word, word.places[:1]), word.word, aside=told)

    def _locus_at(self, span: Span) -> str:
        place = self._study.place(span)
        inside = (
            line
            for line in self._study.lines
            if line.work == place.work and place.span.contains(line.span)
        )
        return next((line_name(line, self._names) for line in inside), "")

    def _neighbours(self, title: str, words: Sequence["Neighbour"]) -> Iterator[Card]:
        if words:
            yield Card(title, title, group=True)
        for one in words[:_NEIGHBOURS]:
            told = self.tr("{0} near, {1} in all").format(one.near, one.elsewhere)
            yield Card((title, one.word, one.places[:1]), one.word, aside=told)

    def _on_card(self, key: object) -> None:
        if isinstance(key, Span):
            self._go(key)
        elif isinstance(key, tuple) and key[-1]:
            self._go(key[-1][0])

    def _go(self, span: Span) -> None:
        self.chosen.emit(self._study.place(span))


def _in_brackets(name: str) -> str:
    """Return what tells a work from others of its author: ``Example (Margin)`` is ``Margin``."""
    return name.partition(" (")[2].removesuffix(")") or name


class OneLine(QLabel):
    """Words on one line, cut at the end where there is no room; whole in the tip."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setToolTip(tip(words))
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._fit()

    def _fit(self) -> None:
        room = max(40, self.width())
        cut = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(cut)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt
        """Cut anew."""
        super().resizeEvent(event)
        self._fit()
