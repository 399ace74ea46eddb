"""Part of the window: the study room with lens, glossary, topics and map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.library.files import write_whole
from reader.model import Change, Hit, Place, ReaderError, Span, Touched, Work
from reader.panes.desk import Desk
from reader.panes.main_window import MainWindow
from reader.panes.study_links import StudyLinks

if TYPE_CHECKING:
    from reader.library import Concept, Line
    from reader.panes.glossary_page import GlossaryPage
    from reader.panes.lens_page import LensPage
    from reader.panes.lens_room import StudyPage, StudyRoom
    from reader.panes.map_page import MapPage
    from reader.panes.matrix_page import MatrixPage

#: Key of the room in the window's stack, and of its pages.
STUDY = "study"
LENS, GLOSSARY, LINKS, TOPICS, MAP = "lens", "glossary", "links", "topics", "map"
#: A selection longer than this is no word to look at, code points.
_LONGEST = 80
_MEANT = Touched.TEXTS | Touched.GLOSSARY | Touched.LINKS


class Studying(QObject):
    """Opens the study room and takes what is chosen there back to the texts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._room: StudyRoom | None = None
        self._stale: set[str] = set()
        self._before: dict[str, object] = {}
        on = desk.actions.on
        on("edit.concordance", self.lens)
        on("compare.glossary", lambda: self.bring(GLOSSARY))
        on("compare.links", lambda: self.bring(LINKS))
        on("compare.matrix", lambda: self.bring(TOPICS))
        on("compare.map", lambda: self.bring(MAP))
        on("compare.unsaid", self.unsaid)
        desk.changes.happened.connect(self._on_change)
        desk.look.changed.connect(self._dress)

    # ---- the room -----------------------------------------------------------------------

    @property
    def _window(self) -> MainWindow:
        window = self._desk.window
        assert isinstance(window, MainWindow)  # noqa: S101 - app.py made it
        return window

    @property
    def room(self) -> StudyRoom:
        """The room, made when it is first entered."""
        if self._room is None:
            from reader.panes.lens_room import StudyRoom

            room = self._room = StudyRoom(self._desk.look, self._window)
            room.register(LENS, self.tr("Lens"), self._make_lens)
            room.register(GLOSSARY, self.tr("Glossary"), self._make_glossary)
            room.register(LINKS, self.tr("Links"), StudyLinks(self._desk, self._open_ends).make)
            room.register(TOPICS, self.tr("Topics"), self._make_topics)
            room.register(MAP, self.tr("Map"), self._make_map)
            room.left.connect(self.leave)
            room.shown.connect(self._on_shown)
            room.scope_changed.connect(self._on_scope)
            self._window.add_page(STUDY, room)
            room.load({**self._before, "page": ""})
        return self._room

    def bring(self, key: str) -> StudyPage:
        """Show a page of the room."""
        room = self.room
        page = room.bring(key, focus=False)
        self._window.show_page(STUDY)
        page.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return page

    def state(self) -> dict[str, object]:
        """Return what stands in the room, as plain values; ``resume`` is the inverse."""
        if self._room is None:
            return dict(self._before)
        return {"shown": self._window.page == STUDY, **self._room.dump()}

    def resume(self, stored: object) -> None:
        """Let the room stand as it did, and enter it if the reader was there."""
        if not isinstance(stored, dict):
            return
        self._before = {**stored, "shown": False}
        if stored.get("shown"):
            self.room.load(stored)
            self.bring(self.room.current)

    def leave(self) -> None:
        """Go back to the texts."""
        if self._window.page == STUDY:
            self._window.show_page()
            self._desk.area.active.focus_text()

    def works(self) -> list[str]:
        """Return the short ids of the texts chosen for study."""
        return self._chosen_of([one.work for one in self._desk.library.texts()])

    def _chosen_of(self, texts: Sequence[Work]) -> list[str]:
        ours = [work.id for work in texts if not work.id.startswith("help-")]
        own = [work.id for work in texts if not work.bundled]
        opened = [pane.work for pane in self._desk.area.panes if pane.work in ours]
        return self.room.works(own, opened, ours)

    def _works_shown(self) -> list[Work]:
        texts = [one.work for one in self._desk.library.texts()]  # once: 3 ms for 143 texts
        by_id = {work.id: work for work in texts}
        return [by_id[work] for work in self._chosen_of(texts)]

    # ---- pages --------------------------------------------------------------------------

    def _make_lens(self, parent: QWidget) -> LensPage:
        from reader.panes.lens_page import LensPage

        page = LensPage(self._desk.library.study, self._desk.look, self.works, parent)
        page.set_glossary(self._desk.library.glossary())
        page.chosen.connect(self.go)
        page.save_wanted.connect(self._save_lens)
        page.edit_wanted.connect(self.edit)
        page.concept_wanted.connect(self.begin_concept)
        page.remember(self._desk.library.kept_study().subjects)
        page.looked.connect(self._keep_subjects)
        return page

    def _make_glossary(self, parent: QWidget) -> GlossaryPage:
        from reader.panes.glossary_page import GlossaryPage

        library = self._desk.library
        page = GlossaryPage(
            library.concept_counts, library.glossary, self._desk.look, self._works_shown, parent,
            problems=library.own_concept_problems,
        )  # fmt: skip
        page.save_wanted.connect(self._save_concept)
        page.restore_wanted.connect(self._restore_concept)
        page.look_wanted.connect(self.look_at)
        return page

    def _make_topics(self, parent: QWidget) -> MatrixPage:
        from reader.panes.matrix_page import MatrixPage

        page = MatrixPage(self._desk.library.matrix, self._desk.look, self._works_shown, parent)
        page.chosen.connect(self._on_hit)
        page.passage_wanted.connect(self._add_passage)
        page.save_wanted.connect(self._save_topics)
        page.topics.setPlainText("\n".join(self._desk.library.kept_study().topics))
        page.asked.connect(self._keep_topics)
        return page

    def _make_map(self, parent: QWidget) -> MapPage:
        from reader.panes.map_page import MapPage

        library = self._desk.library
        page = MapPage(
            library.overview, library.edition, self._desk.look, self._works_shown, parent
        )
        page.chosen.connect(self._open_pair)
        page.passage_chosen.connect(lambda work, at: self.go(Place(work, Span(at, at))))
        page.save_wanted.connect(self._save_map)
        page.print_wanted.connect(self._print_map)
        page.refresh()
        return page

    def _lens_page(self) -> LensPage:
        from reader.panes.lens_page import LensPage

        page = self.room.page(LENS)
        assert isinstance(page, LensPage)  # noqa: S101 - made above
        return page

    def _glossary_page(self) -> GlossaryPage:
        from reader.panes.glossary_page import GlossaryPage

        page = self.room.page(GLOSSARY)
        assert isinstance(page, GlossaryPage)  # noqa: S101 - made above
        return page

    def _topics_page(self) -> MatrixPage:
        from reader.panes.matrix_page import MatrixPage

        page = self.room.page(TOPICS)
        assert isinstance(page, MatrixPage)  # noqa: S101 - made above
        return page

    def _map_page(self) -> MapPage:
        from reader.panes.map_page import MapPage

        page = self.room.page(MAP)
        assert isinstance(page, MapPage)  # noqa: S101 - made above
        return page

    # ---- commands -----------------------------------------------------------------------

    def lens(self) -> None:
        """Look at the word selected, or at the caret; without one the field waits."""
        words = self._word_meant()
        page = self._lens_page()
        self.bring(LENS)
        if words:
            page.look_at(words)
            page.field.selectAll()  # whoever types means another word

    def look_at(self, subject: str) -> None:
        """Put a concept, by key, or a word under the lens."""
        glossary = self._desk.library.glossary()
        page = self._lens_page()
        self.bring(LENS)
        page.look_at(glossary[subject].label if subject in glossary else subject)

    def edit(self, concept: str) -> None:
        """Show a concept in the glossary, to be changed."""
        page = self._glossary_page()
        self.bring(GLOSSARY)
        page.choose(concept)

    def begin_concept(self, label: str) -> None:
        """Begin a concept of one's own from a word that was looked at."""
        page = self._glossary_page()
        self.bring(GLOSSARY)
        page.begin_new(label)

    def unsaid(self) -> None:
        """List what one text says and another never does."""
        page = self._glossary_page()
        self.bring(GLOSSARY)
        page.show_unsaid()

    def _word_meant(self) -> str:
        pane = self._desk.area.active
        if pane.edition is None or self._window.page == STUDY:
            return ""
        chosen = pane.selection()
        if chosen:
            words = " ".join(chosen.of(pane.edition.text).split())
            return words.strip(".,;:!?\"'()[]“”‘’") if len(words) <= _LONGEST else ""
        return word_at(pane.edition.text, chosen.start)

    # ---- going --------------------------------------------------------------------------

    def go(self, place: Place) -> None:
        """Go back to the texts, to a place."""
        self._window.show_page()
        self._put(place, beside=False)

    def _put(self, place: Place, *, beside: bool) -> None:
        """Show a place and put the caret there: of a short text all is in view already."""
        pane = self._desk.area.go(place, focus=not beside, beside=beside)
        if pane is not None and not place.span:
            pane.view.select(place.span, follow=False)

    def _on_hit(self, hit: Hit) -> None:
        start = hit.marks[0] if hit.marks else Span(hit.snippet.at.start, hit.snippet.at.start)
        self.go(Place(hit.work, start))

    def _open_pair(self, line: Line) -> None:
        """Open both ends of a link side by side."""
        self._open_ends(line.here, line.there)

    def _open_ends(self, here: tuple[str, str], there: tuple[str, str]) -> None:
        try:
            places = [self._place(*end) for end in (here, there)]
        except ReaderError as error:
            self._desk.messages.error(error)
            return
        self.go(places[0])
        self._put(places[1], beside=True)

    def _place(self, work: str, passage: str) -> Place:
        start = self._desk.library.edition(work).passage(passage).span.start
        return Place(work, Span(start, start))

    def _add_passage(self) -> None:
        """Add the passage being read to the topics."""
        from reader.library import PASSAGE_SIGN

        pane = self._desk.area.active
        passage = pane.passage()
        page = self._topics_page()
        if passage is None or passage.locus.sign != "¶":
            page.status.setText(self.tr("Put the cursor into a paragraph of a text first."))
            return
        page.add_topic(f"{PASSAGE_SIGN}{pane.work}{passage.locus}")

    # ---- keeping ------------------------------------------------------------------------

    def _keep_subjects(self, subjects: tuple[str, ...]) -> None:
        library = self._desk.library
        library.keep_study(replace(library.kept_study(), subjects=subjects))

    def _keep_topics(self, topics: tuple[str, ...]) -> None:
        library = self._desk.library
        library.keep_study(replace(library.kept_study(), topics=topics))

    def _save_concept(self, concept: Concept, before: str) -> None:
        from reader.library import key_for

        library = self._desk.library
        taken = [one.key for one in library.glossary()]
        made = replace(concept, key=concept.key or key_for(concept.label, taken), own=True)
        page = self._glossary_page()
        if self._desk.attempt(lambda: library.save_concept(made, replaces=before)):
            page.choose(made.key)
            self._say_undo(self.tr("“{0}” is saved in your glossary.").format(made.label))

    def _restore_concept(self, key: str) -> None:
        library = self._desk.library
        page = self._glossary_page()
        if self._desk.attempt(lambda: library.remove_concept(key)):
            page.choose(key)
            self._say_undo(self.tr("Your version was taken out."))

    def _say_undo(self, words: str) -> None:
        self._desk.messages.info(words, self.tr("Undo"), lambda: self._desk.actions.do("edit.undo"))

    def _save_lens(self, kind: str) -> None:
        from reader.library import study_as_markdown, study_as_svg

        page = self._lens_page()
        if page.study is not None:
            made = study_as_svg(page.study) if kind == "svg" else study_as_markdown(page.study)
            self._write(f"{page.study.label}.{kind}", made)

    def _save_topics(self) -> None:
        from reader.library import matrix_as_markdown

        page = self._topics_page()
        if page.cells.matrix is not None:
            names = {work.id: work.title for work in self._works_shown()}
            self._write(self.tr("Topics") + ".md", matrix_as_markdown(page.cells.matrix, names))

    def _save_map(self) -> None:
        from reader.library import map_as_svg

        page = self._map_page()
        shown = page.shown()
        if shown is not None:
            titles = {work.id: work.title for work in self._works_shown()}
            self._write(self.tr("Map") + ".svg", map_as_svg(shown, titles))

    def _write(self, name: str, text: str) -> None:
        """Ask where to, and write the whole or nothing."""
        safe = "".join("-" if sign in '/\\:*?"<>|' else sign for sign in name)
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("Export"), safe)
        if chosen and self._desk.attempt(lambda: write_whole(Path(chosen), text.encode())):
            self._desk.messages.info(self.tr("Written to {0}.").format(chosen))

    def _print_map(self) -> None:
        from reader.panes.map_print import print_map

        page = self._map_page()
        print_map(page.canvas, self._window)

    # ---- news ---------------------------------------------------------------------------

    def _on_change(self, change: Change) -> None:
        if self._room is None or not change.touched & _MEANT:
            return
        links_only = not change.touched & (Touched.TEXTS | Touched.GLOSSARY)
        meant = {MAP, LINKS} if links_only else {LENS, GLOSSARY, LINKS, TOPICS, MAP}
        self._stale |= {key for key in meant if self._room.is_made(key)}
        if self._window.page == STUDY:
            self._renew(self._room.current)

    def _on_scope(self) -> None:
        self._stale |= {key for key in (LENS, GLOSSARY, TOPICS, MAP) if self.room.is_made(key)}
        self._renew(self.room.current)

    def _on_shown(self, key: str) -> None:
        self._renew(key)

    def _renew(self, key: str) -> None:
        """Bring a page up to date if it is not; the others wait until they are looked at."""
        if key not in self._stale:
            return
        self._stale.discard(key)
        page = self.room.page(key)
        if key == LENS:
            self._lens_page().set_glossary(self._desk.library.glossary())
        page.refresh()

    def _dress(self) -> None:
        if self._room is None:
            return
        self._room.dress()
        for page in self._room.pages:
            page.set_look(self._desk.look)


def word_at(text: str, offset: int) -> str:
    """Return the word at an offset, apostrophes and hyphens included; empty between words.

    >>> word_at("the self-made man", 6), word_at("a b", 1)
    ('self-made', 'a')
    """
    joins = "'’-"
    start = end = min(max(0, offset), len(text))
    while start and (text[start - 1].isalnum() or text[start - 1] in joins):
        start -= 1
    while end < len(text) and (text[end].isalnum() or text[end] in joins):
        end += 1
    return text[start:end].strip(joins)


def install(desk: Desk) -> Studying:
    """Register the part."""
    return Studying(desk)
