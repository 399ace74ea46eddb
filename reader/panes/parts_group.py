"""Part of the window: the study group - members, and what they see of one another."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from reader.model import Change, Place, ReaderError, Span, Touched
from reader.panes.desk import Desk
from reader.panes.main_window import MainWindow
from reader.panes.reading_pane import ReadingPane
from reader.qt.tasks import Latest

if TYPE_CHECKING:
    from reader.library import Attention, Library
    from reader.panes.group_attention import AttentionUnderlay
    from reader.panes.group_facts import GroupFacts
    from reader.panes.group_panel import GroupPanel
    from reader.panes.parts_annotating import Annotating

GROUP = "group"
#: After the last change, before the panel is brought up to date, ms.
_REST_MS = 150


class Grouping(QObject):
    """Answers the commands of the group menu."""

    def __init__(self, desk: Desk, annotating: "Annotating") -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._annotating = annotating
        self._underlays: dict[ReadingPane, AttentionUnderlay] = {}
        self._stale, self._closed = True, False
        self._later = QTimer(self, singleShot=True, interval=_REST_MS)
        self._later.timeout.connect(self._renew)
        self._latest = Latest(self)
        self._latest.done.connect(self._on_facts)
        self._latest.failed.connect(desk.messages.error)
        desk.side.register(GROUP, self.tr("Group"), "users", self._make)
        self._register(desk.actions.on)
        desk.changes.happened.connect(self._on_change)
        desk.area.edition_changed.connect(self._on_edition)
        desk.area.pane_removed.connect(self._on_pane_removed)
        desk.look.changed.connect(self._dress)
        desk.side.shown.connect(self._on_shown)
        window = desk.window
        if isinstance(window, MainWindow):
            window.closing.connect(self._on_closing)
        annotating.shown.completed.connect(self._wear)
        self._wear()

    def _register(self, on: Callable[..., object]) -> None:
        library = self._desk.library

        def may_write() -> bool:
            return not library.read_only

        on("group.members", lambda: self._desk.side.bring(GROUP))
        on("group.attention", self.show_attention)
        on("group.sealed", self.seal, may_write)
        on("group.finished", self.finish, self._may_finish)
        on("group.private", self.keep_private, lambda: self._annotating.meant() is not None)
        on("group.wordings", self.wordings, lambda: bool(library.conflicts()))
        self._desk.actions["group.sealed"].setChecked(library.sealed)

    # my own notes --------------------------------------------------------------

    def keep_private(self) -> None:
        """Keep the note that is meant out of every file, or share it again."""
        note = self._annotating.meant()
        if note is None:
            return
        label = self.tr("Keep private") if note.shared else self.tr("Share")
        changed = replace(note, shared=not note.shared)
        if self._desk.attempt(lambda: self._desk.library.revise(changed, label)):
            self._desk.messages.info(
                self.tr("This note stays out of the files for others now.")
                if note.shared
                else self.tr("This note is shared with the others again.")
            )

    # the panel -----------------------------------------------------------------

    def _make(self, parent: QWidget) -> "GroupPanel":
        from reader.panes.group_panel import GroupPanel

        panel = GroupPanel(self._desk.look.theme, parent)
        panel.go_wanted.connect(self._go)
        panel.note_wanted.connect(self._go_to_note)
        panel.layer_wanted.connect(self.switch_layer)
        panel.mute_wanted.connect(self.mute)
        panel.people_wanted.connect(self.colour_people)
        panel.command_wanted.connect(self._do)
        return panel

    def _panel(self) -> "GroupPanel":
        from reader.panes.group_panel import GroupPanel

        panel = self._desk.side.panel(GROUP)
        assert isinstance(panel, GroupPanel)  # noqa: S101 - made above
        return panel

    def _do(self, key: str) -> None:
        self._desk.actions.do(key)

    def _go(self, work: str, span: Span) -> None:
        self._desk.area.go(Place(work, span), focus=True)

    def _go_to_note(self, note: str) -> None:
        try:
            placed = self._desk.library.note(note)
        except ReaderError as error:
            self._desk.messages.error(error)
            return
        if placed.span is not None:
            pane = self._desk.area.go(Place(min(placed.annotation.works), placed.span))
            if pane is not None:
                pane.show_margin()
                pane.margin.focus_note(note)

    def _on_closing(self) -> None:
        """The library closes after the window: ask it nothing more."""
        self._closed = True
        self._latest.drop()

    def _renew(self) -> None:
        """Show what changed, if anybody looks."""
        if self._closed:
            return
        self._wear()
        for pane in self._underlays:
            self._attend(pane)
        side = self._desk.side
        if side.is_made(GROUP) and side.current == GROUP and side.isVisible():
            self._refresh()
        else:
            self._stale = True

    def _on_shown(self, key: str) -> None:
        if key == GROUP and self._stale:
            self._refresh()

    def _refresh(self) -> None:
        """Gather what the panel shows, in the background."""
        self._stale = False
        works = tuple(dict.fromkeys(pane.work for pane in self._desk.area.panes if pane.work))
        library = self._desk.library
        self._latest.run(lambda _progress: gather(library, works))

    def _on_facts(self, facts: "GroupFacts") -> None:
        self._panel().show_facts(facts)

    def _dress(self) -> None:
        if self._desk.side.is_made(GROUP):
            self._panel().set_theme(self._desk.look.theme)

    # members -------------------------------------------------------------------

    def switch_layer(self, person: str, shown: bool) -> None:
        """Show or hide a member's marks in the texts."""
        library = self._desk.library
        if self._desk.attempt(lambda: library.switch_layer(person, shown=shown)):
            self._wear()
            self._refresh()

    def mute(self, person: str, muted: bool) -> None:
        """Mute a member everywhere, or hear them again."""
        self._desk.attempt(lambda: self._desk.library.mute(person, muted=muted))

    def colour_people(self, by_person: bool) -> None:
        """Let colours stand for people, or for what they mean."""
        library = self._desk.library
        if self._desk.attempt(lambda: library.colour_by_person(by_person)):
            self._wear()
            self._refresh()

    def _wear(self) -> None:
        """Show everybody's marks as the library says, and notes in two wordings as such."""
        library = self._desk.library
        members = library.members() if library.colours_by_person else ()
        people = replace(
            self._annotating.shown.people,
            off=library.layers_off,
            colours={one.person.id: one.colour for one in members},
            twice=frozenset(library.conflicts() if library.notes_are_read else ()),
        )
        self._annotating.shown.show_people(people)

    # sealed reading ------------------------------------------------------------

    def seal(self) -> None:
        """Begin or end the sealed first reading."""
        action = self._desk.actions["group.sealed"]
        sealed = not self._desk.library.sealed
        if self._desk.attempt(lambda: self._desk.library.seal(sealed)):
            self._desk.messages.info(
                self.tr("Others' marks stay hidden until you marked or finished a section.")
                if sealed
                else self.tr("Everybody's marks are shown.")
            )
        action.setChecked(self._desk.library.sealed)

    def _may_finish(self) -> bool:
        pane = self._desk.area.active
        library = self._desk.library
        return pane.edition is not None and library.sealed and not library.read_only

    def finish(self) -> None:
        """Say that I have read the section at the caret: others' marks in it appear."""
        pane = self._desk.area.active
        at = pane.selection().start
        library = self._desk.library
        work = pane.work
        if library.is_open(work, at):
            self._desk.messages.info(self.tr("This section is open already."))
        elif self._desk.attempt(lambda: library.finish_section(work, at)):
            self._desk.messages.info(
                self.tr("The marks of the others in this section are shown now."),
                self.tr("Undo"),
                lambda: self._desk.attempt(
                    lambda: library.finish_section(work, at, finished=False)
                ),
            )

    # attention -----------------------------------------------------------------

    def show_attention(self) -> None:
        """Show or hide how many marked each sentence."""
        for pane in self._desk.area.panes:
            self._attend(pane)

    def _attend(self, pane: ReadingPane) -> None:
        """Show what the group did in a pane, if that is wanted."""
        wanted = self._desk.actions["group.attention"].isChecked()
        if not wanted and pane not in self._underlays:
            return
        if pane not in self._underlays:
            from reader.panes.group_attention import AttentionUnderlay

            self._underlays[pane] = AttentionUnderlay(self._desk.look)
            pane.view.underlays.append(self._underlays[pane].paint)
        found: tuple[Attention, ...] = ()
        if wanted and pane.work:
            found = self._desk.library.attention(pane.work)
        self._underlays[pane].show(found)
        pane.view.viewport().update()

    def _on_edition(self, pane: ReadingPane) -> None:
        self._attend(pane)
        self._later.start()

    def _on_pane_removed(self, pane: ReadingPane) -> None:
        self._underlays.pop(pane, None)

    # two wordings --------------------------------------------------------------

    def wordings(self) -> None:
        """Show the first note of which two wordings stand side by side."""
        from reader.panes.group_wordings import WordingsDialog

        library = self._desk.library
        found = library.conflicts()
        if not found:
            self._desk.messages.info(self.tr("No note stands in two wordings."))
            return
        mine = [notes for notes in found.values() if notes[0].author.id == library.me.id]
        notes = mine[0] if mine else next(iter(found.values()))
        dialog = WordingsDialog(notes, mine=bool(mine), parent=self._desk.window)
        library = self._desk.library
        dialog.join_wanted.connect(lambda note: self._settle(dialog, lambda: library.join(note)))
        dialog.both_wanted.connect(
            lambda note: self._settle(dialog, lambda: library.keep_both(note))
        )
        dialog.open()

    def _settle(self, dialog: QDialog, act: Callable[[], object]) -> None:
        """Do what was chosen; where it is refused the dialog stays with what is written in it."""
        if self._desk.attempt(act):
            dialog.accept()
            self._next_wordings()

    def _next_wordings(self) -> None:
        """Go on with the next note of mine that stands in two wordings."""
        me = self._desk.library.me.id
        if any(notes[0].author.id == me for notes in self._desk.library.conflicts().values()):
            self.wordings()

    # news ----------------------------------------------------------------------

    def _on_change(self, change: Change) -> None:
        if not change.touched & (Touched.MARKS | Touched.GROUP | Touched.TEXTS):
            return
        self._later.start()


def gather(library: "Library", works: Iterable[str]) -> "GroupFacts":
    """Return what the panel shows; for a worker thread."""
    from reader.panes.group_facts import GroupFacts, excerpt, unread_of

    marked = {work for note in library.visible() for work in note.works}
    open_and_marked = [work for work in works if work in marked]
    agenda = [
        (entry, excerpt(library.edition(entry.work), entry.span)) for entry in library.agenda()
    ]
    unread = [
        one
        for work in open_and_marked
        for one in unread_of(library.edition(work), library.unread(work))
    ]
    return GroupFacts(
        me=library.me.id,
        folder=str(library.group_folder or ""),
        members=library.members(),
        off=library.layers_off,
        by_person=library.colours_by_person,
        sealed=library.sealed,
        asked=library.asked(),
        agenda=tuple(agenda),
        unread=tuple(unread),
        titles={one.work.id: one.work.title for one in library.texts()},
        twice=len(library.conflicts()),
        meanings=library.colour_meanings(),
    )


def install(desk: Desk, annotating: "Annotating") -> Grouping:
    """Register the part."""
    return Grouping(desk, annotating)
