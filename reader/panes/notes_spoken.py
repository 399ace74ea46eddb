"""What stands in the sentence at the caret, told to a screen reader in its place.

References of notes are painted and marks are colours: whoever hears the text would pass them by.
``annotate.open`` opens the first of what is told.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from reader.model import Annotation, Edition, InlineKind, InlineSpan, NotFound, Placed, Span
from reader.panes.desk import Desk
from reader.panes.document import reference_label
from reader.panes.notes_shown import NotesShown
from reader.panes.reading_pane import ReadingPane
from reader.panes.units import Unit, around

#: The line is spoken first; what stands in it a moment later (judgement).
_PAUSE_MS = 250
#: Longest part of a note that is told at once; opening it tells the whole.
_LONGEST = 400


class NotesSpoken(QObject):
    """Announces notes, links and references when the caret comes to their sentence."""

    def __init__(self, desk: Desk, shown: NotesShown) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._shown = shown
        self._last: tuple[str, Span] | None = None
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._later.timeout.connect(self.announce)
        desk.area.pane_added.connect(self._on_pane)
        for pane in desk.area.panes:
            self._on_pane(pane)

    def _on_pane(self, pane: ReadingPane) -> None:
        pane.selection_changed.connect(self._on_caret)

    def _on_caret(self, _span: Span) -> None:
        if QAccessible.isActive():
            self._later.start()

    def announce(self) -> None:
        """Tell what stands in the sentence at the caret, once for each time it is come to."""
        pane = self._desk.area.active
        if pane.edition is None:
            return
        sentence = around(pane.edition, pane.view.caret(), Unit.SENTENCE)
        if self._last == (pane.work, sentence):
            return
        self._last = (pane.work, sentence)
        words = self.words(pane.edition, sentence, self._shown.known(pane).values())
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(pane.view, words))

    def words(self, edition: Edition, sentence: Span, known: Iterable[Placed]) -> str:
        """Return what is told about a sentence, in the order of the text; empty for nothing."""
        told = [*self._inline(edition, sentence), *self._notes(sentence, known)]
        return " ".join(words for _, words in sorted(told, key=lambda one: one[0]))

    def _inline(self, edition: Edition, sentence: Span) -> Iterator[tuple[int, str]]:
        for one in edition.inline:
            if not sentence.start <= one.span.start <= sentence.end:
                continue
            if one.kind is InlineKind.NOTE_REFERENCE:
                yield one.span.start, self._footnote(edition, one)
            elif one.kind is InlineKind.LINK:
                yield one.span.start, self.tr("Link: {0}.").format(one.span.of(edition.text))

    def _footnote(self, edition: Edition, reference: InlineSpan) -> str:
        """Return what is told of a footnote; also its words where they are shown in place."""
        label = reference_label(edition, reference)
        words = ""
        if self._desk.settings.reading.notes_below:
            with suppress(NotFound):
                words = edition.words_of(edition.passage(reference.target))
        if not words:
            return self.tr("Footnote {0}.").format(label)
        words = " ".join(words.split())[:_LONGEST]
        return self.tr("Footnote {0}: {1}").format(label, words)

    def _notes(self, sentence: Span, known: Iterable[Placed]) -> Iterator[tuple[int, str]]:
        for one in known:
            if one.span is not None and one.span.overlaps(sentence):
                yield one.span.start, self._note(one.annotation)

    def _note(self, note: Annotation) -> str:
        body = " ".join(note.body.split())[:_LONGEST]
        if not body:
            return self.tr("Marked.")
        if note.author.id == self._desk.library.me.id:
            return self.tr("Your note: {0}").format(body)
        return self.tr("{0} writes: {1}").format(note.author.name, body)
