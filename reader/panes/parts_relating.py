"""Part of the window: related passages, verdicts, links made by hand."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.model import (
    Change,
    Passage,
    PassageKind,
    Place,
    ReaderError,
    Related,
    Relation,
    Span,
    Touched,
    Verdict,
)
from reader.panes.desk import Desk
from reader.panes.link_bars import LinkBars
from reader.panes.peek import Peek
from reader.panes.reading_pane import ReadingPane
from reader.panes.units import Unit, around

if TYPE_CHECKING:
    from reader.panes.related_panel import RelatedPanel

RELATED = "related"
#: Signals whose places are whole passages: to mark them would mark everything.
_WITHOUT_WORDS = frozenset({"kin", "arguments"})


class Relating(QObject):
    """Shows what belongs to the passage being read, and takes verdicts.

    Signals:
        shown: the tuple of ``Related`` that the panel lists now.
    """

    shown = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._shown: tuple[Related, ...] = ()
        self._focused: Related | None = None
        self._bars: dict[ReadingPane, LinkBars] = {}
        self._origin: tuple[str, Span] | None = None
        self._peek = Peek(desk.look, desk.window)
        desk.side.register(RELATED, self.tr("Related"), "waypoints", self._make)
        on = desk.actions.on
        on("go.related", self.bring)
        on("compare.why", self.why)
        on("compare.accept", lambda: self._panel().accept(), self._is_made)
        on("compare.reject", lambda: self._panel().reject(), self._is_made)
        on("compare.counterpart", self.counterpart, self._has_text)
        on("annotate.link", self.link, self._has_text)
        desk.changes.happened.connect(self._on_change)
        desk.look.changed.connect(self._dress)
        desk.area.pane_added.connect(self._on_pane)
        desk.area.pane_removed.connect(self._on_pane_removed)
        desk.area.active_changed.connect(self._on_active)
        desk.area.edition_changed.connect(self._mark)
        for pane in desk.area.panes:
            self._on_pane(pane)

    def _make(self, parent: QWidget) -> RelatedPanel:
        from reader.panes.related_panel import RelatedPanel

        desk = self._desk
        panel = RelatedPanel(desk.library, desk.look.theme, parent, desk.unfinished)
        panel.chosen.connect(self.go)
        panel.peeked.connect(self._on_peeked)
        panel.focused.connect(self._on_focused)
        panel.judged.connect(self.judge)
        panel.commented.connect(self.comment)
        panel.shown.connect(self._on_shown)
        panel.left.connect(self._on_left)
        panel.installEventFilter(self)  # the words of a link are marked while one can see which
        self._show(panel, self._desk.area.active)
        return panel

    def _panel(self) -> RelatedPanel:
        from reader.panes.related_panel import RelatedPanel

        panel = self._desk.side.panel(RELATED)
        assert isinstance(panel, RelatedPanel)  # noqa: S101 - made above
        return panel

    def _is_made(self) -> bool:
        return self._desk.side.is_made(RELATED)

    def _has_text(self) -> bool:
        return self._desk.area.active.edition is not None

    # showing -------------------------------------------------------------------

    def bring(self) -> None:
        """Bring the panel for the passage being read."""
        self._desk.side.bring(RELATED)
        self._show(self._panel(), self._desk.area.active)

    def wake(self) -> None:
        """Look for what belongs to the passage being read, without bringing the panel."""
        self._panel()

    def why(self) -> None:
        """Bring the panel and lead to the reasons of the chosen link."""
        self.bring()
        self._panel().why.setFocus()

    def _on_pane(self, pane: ReadingPane) -> None:
        pane.passage_changed.connect(self._on_passage)
        self._bars[pane] = LinkBars(self._desk.look)
        pane.view.underlays.append(self._bars[pane].paint)

    def _on_pane_removed(self, pane: ReadingPane) -> None:
        self._bars.pop(pane, None)

    def _on_passage(self, work: str, _passage: str) -> None:
        if self._is_made() and self._desk.area.active.work == work:
            self._show(self._panel(), self._desk.area.active)

    def _on_active(self, pane: ReadingPane) -> None:
        if self._is_made():
            self._show(self._panel(), pane)

    def _show(self, panel: RelatedPanel, pane: ReadingPane) -> None:
        passage = passage_read(pane)
        if passage is not None:
            panel.show_passage(pane.work, passage.id)

    def _on_shown(self, shown: tuple[Related, ...]) -> None:
        self._shown = shown
        for pane in self._desk.area.panes:
            self._mark(pane)
        self.shown.emit(shown)

    def _mark(self, pane: ReadingPane) -> None:
        """Mark in a pane the passages that the panel lists, and the words of the chosen one."""
        edition = pane.edition
        if edition is None:
            return
        here = self._panel().here if self._is_made() else None
        rows: dict[int, bool] = {}
        for one in self._shown:
            if one.work == pane.work:
                with suppress(ReaderError):  # of a former edition; the panel will be told
                    rows[edition.row_of(one.passage)] = one.curated
        if here is not None and here[0] == pane.work and self._shown:
            with suppress(ReaderError):
                rows[edition.row_of(here[1])] = True
        self._bars[pane].rows = rows
        pane.set_related((edition.passages[row].span for row in rows), self._words_in(pane))

    def _words_in(self, pane: ReadingPane) -> list[Span]:
        """Return the words of the link chosen in the panel in view, on either side."""
        if not self._is_made() or self._panel().isHidden() or self._desk.side.isHidden():
            return []
        one, here = self._focused, self._panel().here
        if one is None or here is None:
            return []
        words = [e for e in one.evidence if e.signal not in _WITHOUT_WORDS]
        if pane.work == one.work:
            return sorted({span for e in words for span in e.there})
        if pane.work == here[0]:
            return sorted({span for e in words for span in e.here})
        return []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt
        """Mark the words of the chosen link when the panel comes, and not when it has gone."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._on_focused(self._focused)
        return super().eventFilter(watched, event)

    def _on_focused(self, one: Related | None) -> None:
        self._focused = one
        for pane in self._desk.area.panes:
            self._mark(pane)

    def _on_peeked(self, one: Related | None) -> None:
        if one is None:
            self._peek.hide()
            return
        try:
            edition = self._desk.library.edition(one.work)
            self._peek.show_passage(edition, edition.passage(one.passage), self._panel())
        except ReaderError:
            self._peek.hide()

    def _on_left(self) -> None:
        self._desk.area.active.focus_text()

    # acting --------------------------------------------------------------------

    def go(self, one: Related) -> None:
        """Go to a related passage, beside the passage being read; back comes back."""
        self._peek.hide()
        try:
            start = self._desk.library.edition(one.work).passage(one.passage).span.start
        except ReaderError as error:
            self._desk.messages.error(error)
            return
        self._desk.area.go(Place(one.work, Span(start, start)), beside=True)

    def counterpart(self) -> None:
        """Bring the best related passage of each other open text into view."""
        pane = self._desk.area.active
        passage = passage_read(pane)
        if passage is None:
            return
        work, here = pane.work, passage.id
        self._desk.tasks.run(
            self.tr("Looking for counterparts"),
            lambda progress: self._desk.library.related(work, here, per_work=1, progress=progress),
            self._on_counterparts,
        )

    def _on_counterparts(self, found: object) -> None:
        listed = found if isinstance(found, tuple) else ()
        best = {one.work: one for one in listed if isinstance(one, Related)}
        moved = 0
        for pane in self._desk.area.panes:
            if pane is not self._desk.area.active and pane.work in best:
                self.go(best[pane.work])
                moved += 1
        if not moved:
            self._desk.messages.info(self.tr("No counterpart in the texts that are open."))

    def judge(self, one: Related, verdict: Verdict | None, relation: Relation | None) -> None:
        """Keep a verdict on the link from the passage being read to a related one."""
        here = self._panel().here
        if here is None:
            return
        there = (one.work, one.passage)
        library = self._desk.library
        if self._desk.attempt(lambda: library.judge(here, there, verdict, relation=relation)):
            words = {
                None: self.tr("Verdict taken back."),
                Verdict.ACCEPTED: self.tr("Accepted."),
                Verdict.REJECTED: self.tr("Rejected; this link will not come back."),
            }
            self._desk.messages.info(
                words[verdict],
                self.tr("Undo"),
                lambda: self._desk.actions.do("edit.undo"),
            )

    def comment(self, one: Related, verdict: Verdict, words: str) -> None:
        """Keep a comment with my verdict on a link; without one the link is accepted."""
        here = self._panel().here
        if here is None:
            return
        there, library, relation = (one.work, one.passage), self._desk.library, one.relation
        if self._desk.attempt(
            lambda: library.judge(here, there, verdict, relation=relation, body=words.strip())
        ):
            self._desk.messages.info(self.tr("The comment stands with your verdict."))

    def link(self) -> None:
        """Take the selection, or the sentence at the caret, as one end; the second time link."""
        pane = self._desk.area.active
        if pane.edition is None:
            return
        span = pane.selection()
        here = (pane.work, span or around(pane.edition, span.start, Unit.SENTENCE))
        if self._origin is None:
            self._origin = here
            self._desk.messages.info(
                self.tr(
                    "Now select the other passage, in this text or another, and press L again."
                ),
                self.tr("Cancel"),
                self._cancel_link,
            )
            return
        origin, self._origin = self._origin, None
        if origin == here:
            self._desk.messages.warning(self.tr("A link needs two different passages."))
        elif self._desk.attempt(lambda: self._desk.library.link(origin, here)):
            self._desk.messages.info(
                self.tr("The two passages are linked."),
                self.tr("Undo"),
                lambda: self._desk.actions.do("edit.undo"),
            )

    def _cancel_link(self) -> None:
        self._origin = None

    # news ----------------------------------------------------------------------

    def _on_change(self, change: Change) -> None:
        if self._is_made() and change.touched & (Touched.LINKS | Touched.TEXTS | Touched.GLOSSARY):
            self._panel().refresh()

    def _dress(self) -> None:
        if self._is_made():
            self._panel().set_theme(self._desk.look.theme)


def passage_read(pane: ReadingPane) -> Passage | None:
    """Return the passage being read; for a heading the first passage under it."""
    edition, passage = pane.edition, pane.passage()
    if edition is None or passage is None:
        return None
    below = edition.passages[edition.row_of(passage.id) :]
    return next((one for one in below if one.kind is not PassageKind.HEADING), passage)


def install(desk: Desk) -> Relating:
    """Register the part."""
    return Relating(desk)
