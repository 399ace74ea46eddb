"""The map of the whole: which links are shown, how near, and what the chosen one joins."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QMenu,
    QScrollArea,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.library import short_names
from reader.model import Edition, PassageKind, Progress, ReaderError, Work
from reader.panes.folding import FoldingRow
from reader.panes.lens_room import StudyPage
from reader.panes.link_words import relations
from reader.panes.map_canvas import MapCanvas
from reader.panes.scrolled import scroll_to
from reader.qt.look import Look
from reader.qt.tasks import Latest

if TYPE_CHECKING:
    from reader.library import Line, Map

#: Lays out the links between works.
Ask = Callable[[Sequence[str], Progress], "Map"]
_ZOOMS = (1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0)
#: Texts that have room side by side; with more nothing can be told from anything.
_MOST = 12
#: Lines found by the program that are shown at first: of more the better ones.
_CLEAR = 500
#: Shown of each end of a link, code points.
_WORDS = 110


class MapPage(StudyPage):
    """Filters, the map, and words about the link it rests on.

    Attributes:
        chart: what is shown, whatever the filters; None at first.

    Signals:
        chosen: a ``Line`` whose ends shall be opened side by side.
        passage_chosen: work, and where in its text a passage begins.
        save_wanted: take the map away as SVG.
        print_wanted: put the map on paper.
    """

    chosen = Signal(object)
    passage_chosen = Signal(str, int)
    save_wanted = Signal()
    print_wanted = Signal()

    def __init__(
        self,
        ask: Ask,
        edition: Callable[[str], Edition],
        look: Look,
        works: Callable[[], Sequence[Work]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ask = ask
        self._edition = edition
        self._works = works
        self._zoom = 0
        self._asked: tuple[Work, ...] = ()
        self._many = 0
        self._own_least = False
        self.chart: Map | None = None
        self._latest = Latest(self)
        self._latest.done.connect(self._on_map)
        self._latest.failed.connect(self.say_failure)
        self.made = QCheckBox(self.tr("Made by people"), self)
        self.found = QCheckBox(self.tr("Found by the program"), self)
        for box in (self.made, self.found):
            box.setChecked(True)
            box.toggled.connect(self._show)
        self.least = QSlider(Qt.Orientation.Horizontal, self)
        self.least.setRange(0, 100)
        self.least.setPageStep(10)
        self.least.setMaximumWidth(180)
        self.least.setAccessibleName(self.tr("Least score shown"))
        self.least.valueChanged.connect(self._show)
        self.least.actionTriggered.connect(self._on_least)
        self.least_label = QLabel(self)
        self.canvas = MapCanvas(look.theme, self)
        self.canvas.chosen.connect(self.chosen)
        self.canvas.passage_chosen.connect(self.passage_chosen)
        self.canvas.looked_at.connect(self._on_looked_at)
        self.canvas.zoom_wanted.connect(self.zoom)
        self.status.setMinimumHeight(self.status.fontMetrics().lineSpacing() * 4)
        self.status.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._lay_out()

    def _lay_out(self) -> None:
        size = [
            self._button("−", self.tr("Farther"), lambda: self.zoom(-1)),
            self._button("+", self.tr("Nearer"), lambda: self.zoom(1)),
            self._take_away(),
        ]
        lines = [self.made, self.found, self.least, self.least_label]
        self._row = FoldingRow([*lines, *size], [self.least, self.least_label, *size], size[0])
        self._room = QScrollArea(self)
        self._room.setWidgetResizable(False)
        self._room.setFrameShape(QScrollArea.Shape.NoFrame)
        self._room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room.setWidget(self.canvas)
        self._room.viewport().installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 6)
        column.addLayout(self._row)
        column.addWidget(self._room, 1)
        column.addWidget(self.status)
        self.setFocusProxy(self.canvas)

    def _button(self, words: str, name: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setProperty("framed", True)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(act)
        return button

    def _take_away(self) -> QToolButton:
        button = self._button(self.tr("Export"), self.tr("Export"), lambda: None)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addAction(self.tr("As a drawing (SVG)…"), self.save_wanted.emit)
        menu.addAction(self.tr("Print…"), self.print_wanted.emit)
        button.setMenu(menu)
        return button

    # ---- asking and showing -------------------------------------------------------------

    def refresh(self) -> None:
        """Lay the map out again: texts, links or the choice of texts have changed."""
        works = tuple(self._works())
        if len(works) < 2:
            self.status.setText(self.tr("A map needs two texts; add one, or choose others above."))
            return
        self._asked, self._many = works[:_MOST], len(works)
        ids = [work.id for work in self._asked]
        if self.chart is None:
            self.status.setText(self.tr("Drawing the map…"))
        self._latest.run(lambda progress: self._ask(ids, progress))

    def _on_least(self) -> None:
        self._own_least = True

    def _on_map(self, chart: "Map") -> None:
        self.chart = chart
        if not self._own_least:
            scores = sorted(-one.score for one in chart.lines if not one.curated)
            self.least.blockSignals(True)  # the map is shown once, below: it may have 10,000 lines
            self.least.setValue(ceil(-100 * scores[_CLEAR] - 1e-6) if len(scores) > _CLEAR else 0)
            self.least.blockSignals(False)
        titles = {work.id: work.title for work in self._asked}
        headings = {work.id: self._headings(work.id) for work in self._asked}
        self.canvas.show_map(chart, titles, headings, self._filtered(chart))
        self._say()

    def _headings(self, work: str) -> list[tuple[float, str]]:
        try:
            edition = self._edition(work)
        except ReaderError:  # removed meanwhile; the map will be told
            return []
        whole = max(1, len(edition.text))
        title = edition.work.title.casefold()
        headings = [one for one in edition.passages if one.kind is PassageKind.HEADING]
        told = [(one, " ".join(edition.words_of(one).split())) for one in headings]
        return [  # the title stands over the column
            (one.span.start / whole, words) for one, words in told if words.casefold() != title
        ]

    def shown(self) -> "Map | None":
        """Return the map with the lines that the filters leave."""
        from dataclasses import replace

        return replace(self.chart, lines=self.canvas.lines) if self.chart is not None else None

    def _show(self) -> None:
        if self.chart is not None:
            self.canvas.show_lines(self._filtered(self.chart))
        self._say()

    def _filtered(self, chart: "Map") -> Iterator["Line"]:
        """Yield the lines that the filters leave."""
        least = self.least.value() / 100
        made, found = self.made.isChecked(), self.found.isChecked()
        for one in chart.lines:
            if made if one.curated else found and one.score >= least:
                yield one

    def _say(self) -> None:
        """Say what is filtered, and what is left."""
        self.least_label.setText(self.tr("from {0} %").format(self.least.value()))
        self.least.setEnabled(self.found.isChecked())
        if self.chart is not None:
            self._on_looked_at(self.canvas.line)

    def _on_looked_at(self, line: "Line | None") -> None:
        if line is None:
            made = sum(one.curated for one in self.canvas.lines)
            told = self.tr(
                "%n link(s), {0} of them made by people (whole lines). Up and Down walk along "
                "them, Return opens both ends; a click opens a passage or a link.",
                "",
                len(self.canvas.lines),
            ).format(made)
            if self._many > len(self._asked):
                some = self.tr(
                    "Of {0} texts the first {1} are shown, those that are open before others."
                )
                told += "\n" + some.format(self._many, len(self._asked))
            self.status.setText(told)
            return
        relation = relations()[line.relation] if line.relation else ""
        why = line.reason or self.tr("Found by the program, {0} %").format(round(100 * line.score))
        told = f"{relation}: {why}" if relation else why
        self.status.setText("\n".join((told, self._told(*line.here), self._told(*line.there))))
        self._room.ensureVisible(0, round(self.canvas.y_of(line)), 0, 60)

    def _told(self, work: str, passage: str) -> str:
        try:
            edition = self._edition(work)
            one = edition.passage(passage)
        except ReaderError as error:
            return str(error)
        words = " ".join(edition.words_of(one)[:_WORDS].split())
        name = short_names(self._asked).get(work, edition.work.title)
        return f"{name}, {one.locus}: {words}…"

    # ---- size ---------------------------------------------------------------------------

    def zoom(self, steps: int) -> None:
        """Go nearer (1) or farther (-1); what the map rests on, or its middle, stays in view."""
        bar = self._room.verticalScrollBar()
        share = (bar.value() + self._room.viewport().height() / 2) / max(1, self.canvas.height())
        self._zoom = min(len(_ZOOMS) - 1, max(0, self._zoom + steps))
        self._fit()
        bar.setValue(round(share * self.canvas.height() - self._room.viewport().height() / 2))

    def _fit(self) -> None:
        room = self._room.viewport().size()
        self.canvas.resize(room.width(), round(room.height() * _ZOOMS[self._zoom]))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt
        """Fold the row above the map where it has no room."""
        super().resizeEvent(event)
        self._row.fit(self.width() - 24)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt
        """Let the map be as wide as there is room."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def print_out(self) -> bool:
        """Print the map."""
        self.print_wanted.emit()
        return True

    def dump(self) -> dict[str, object]:
        """Return which lines are shown, how near, and where."""
        return {
            "made": self.made.isChecked(),
            "found": self.found.isChecked(),
            "least": self.least.value() if self._own_least else None,
            "zoom": self._zoom,
            "down": self._room.verticalScrollBar().value(),
        }

    def load(self, stored: Mapping[str, object]) -> None:
        """Show the same lines as near."""
        self.made.setChecked(stored.get("made") is not False)
        self.found.setChecked(stored.get("found") is not False)
        least, zoom = stored.get("least"), stored.get("zoom")
        if type(least) is int:
            self._own_least = True
            self.least.setValue(least)
        if type(zoom) is int:
            self.zoom(zoom)
        scroll_to(self._room.verticalScrollBar(), stored.get("down"))

    def set_look(self, look: Look) -> None:
        """Take over a changed look."""
        self.canvas.theme = look.theme
        self.canvas.update()
