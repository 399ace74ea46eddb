"""Part of the window: the other panes follow the argument; ribbons show what belongs together."""

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QResizeEvent

from reader.model import Change, Place, ReaderError, Related, Touched
from reader.panes.by_hand import ByHand, Two
from reader.panes.desk import Desk
from reader.panes.glide import Glide
from reader.panes.link_strip import LinkStrip
from reader.panes.parts_relating import Relating, passage_read
from reader.panes.reading_pane import ReadingPane
from reader.panes.ribbons import Ribbon, Ribbons
from reader.qt.motion import Motion

if TYPE_CHECKING:
    from reader.library import Follower

#: The panes follow so long after the leading one came to rest: no twitching while one scrolls.
_AFTER_MS = 120
#: Where a counterpart is brought: a third of the way down, where the eye is.
_SHARE = 0.3
#: Where a pane without a caret in view is read; see ``ReadingPane.passage``.
_EYE = 0.22
#: Seconds after which a pane whose lines broke anew has come to rest and said so.
_AT_REST_S = 1.0
#: For so long after the last move the tie between the panes stays broken, ms.
_MOMENT_MS = 6000
#: A pane that has moved no further than this stands where it stood, px.
_STANDS_PX = 2


class Following(QObject):
    """Keeps one ``Follower`` for each pair of texts and moves the panes by them.

    Attributes:
        by_hand: where the reader put the panes that follow.
        ribbons: in the gutters between the panes.
    """

    def __init__(self, desk: Desk, relating: Relating) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._relating = relating
        self._on = False
        self._followers: dict[Two, Follower] = {}
        self._asked: set[Two] = set()
        self.by_hand = ByHand()
        self._flowed: dict[ReadingPane, float] = {}
        self._glides: dict[ReadingPane, Glide] = {}
        self._motion: Motion | None = None
        self._stands: dict[ReadingPane, Place] = {}
        self._sent: dict[ReadingPane, tuple[Two, int]] = {}
        self._says: dict[ReadingPane, str] = {}
        self._rest = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._rest.timeout.connect(self.follow)
        self._moment = QTimer(self, singleShot=True, interval=_MOMENT_MS)
        self._moment.timeout.connect(self.tie)
        self.ribbons = Ribbons(desk.look, desk.area)
        self.ribbons.hide()
        desk.actions.on("compare.follow", self.toggle)
        desk.actions.on("compare.moment", self.untie, lambda: self._on)
        desk.area.installEventFilter(self)
        desk.area.pane_added.connect(self._on_pane)
        desk.area.pane_removed.connect(self._on_pane_removed)
        desk.area.edition_changed.connect(self._on_layout)
        desk.area.active_changed.connect(self._on_layout)
        desk.changes.happened.connect(self._on_change)
        desk.look.changed.connect(self._on_look)
        relating.shown.connect(self._on_shown)
        for pane in desk.area.panes:
            self._on_pane(pane)

    # following -----------------------------------------------------------------

    def toggle(self) -> None:
        """Let the other panes follow, or leave them where they are."""
        self._on = not self._on
        self._moment.stop()
        self._desk.actions["compare.follow"].setChecked(self._on)
        words = (
            self.tr("The other texts follow what you read. Press R to let them stay.")
            if self._on
            else self.tr("The other texts stay where they are.")
        )
        self._desk.messages.info(words)
        self._begin()
        if self._on:
            self._relating.wake()  # ribbons and strips show what the panes go by
            self.follow()
        else:
            self._asked.clear()  # what was stopped meanwhile is asked for again next time
            self._clear()

    def resume(self) -> None:
        """Let the other panes follow from the next step on, without moving any now."""
        self._on = True
        self._desk.actions["compare.follow"].setChecked(True)
        self._begin()
        self._relating.wake()

    def untie(self) -> None:
        """Let every pane be moved by itself until none has moved for a moment; again: tie it."""
        if self._moment.isActive():
            self._moment.stop()
            self.tie()
            return
        self._moment.start()
        self._rest.stop()
        for glide in self._glides.values():
            glide.stop()
        self._clear()

    def tie(self) -> None:
        """Let the panes follow again; where they were put meanwhile is not remembered."""
        self._begin()
        self._clear()
        self.follow()

    @property
    def on(self) -> bool:
        """Whether panes follow."""
        return self._on

    @property
    def at_rest(self) -> bool:
        """Whether no pane is on its way, and none about to be."""
        return not (self._rest.isActive() or any(one.under_way for one in self._glides.values()))

    def follow(self) -> None:
        """Bring every other pane to the counterpart of what is read, or say there is none."""
        lead = self._desk.area.active
        if not self._on or self._moment.isActive() or lead.edition is None:
            return
        for pane in self._desk.area.panes:
            if pane is not lead and pane.edition is not None and pane.work != lead.work:
                self._move(lead, pane)

    def _move(self, lead: ReadingPane, pane: ReadingPane) -> None:
        from reader.library import Move

        key = (lead.work, pane.work)
        known = self._followers.get(key)
        if known is None:
            self._ask(key)
            return
        here = self._offset(lead)
        if self._sent.get(pane) == (key, here):
            return  # it stands there, or where the reader has put it since
        self._followers[key], step = known.step(here, self._eye(lead))
        if step.move is Move.STAYS:
            return  # until the reader has come further into the passage
        self._sent[pane] = (key, here)
        if step.move is Move.NONE:
            pane.header.say(self.tr("no counterpart here"))
        elif step.offset is not None:
            pane.header.say("")
            put = self._put_by_hand(key).get(here)
            if put is not None:
                self._glides[pane].to_line(put.span.start, put.offset_px)
            else:
                above_px = -_SHARE * pane.view.viewport().height()
                self._glides[pane].to_line(step.offset, above_px)

    def _offset(self, lead: ReadingPane) -> int:
        """Return the offset that leads: the beginning of the passage being read, or the place."""
        passage = passage_read(lead)
        return passage.span.start if passage is not None else lead.place().span.start

    def _eye(self, lead: ReadingPane) -> int | None:
        """Return how far the eye has come in the passage being read; None without one.

        A caret in it says that it is read, wherever it stands in view.
        """
        edition, passage, view = lead.edition, passage_read(lead), lead.view
        if edition is None or passage is None:
            return None
        span, row = passage.span, edition.row_of(passage.id)
        if span.start <= view.caret() <= span.end or row not in view.visible_rows():
            return (span.start + span.end) // 2
        above_px = _EYE * view.viewport().height() - view.top_of(row)
        share = min(1.0, max(0.0, above_px / max(1.0, view.height_of(row))))
        return span.start + round(share * len(span))

    def _ask(self, key: Two) -> None:
        """Make a follower in the background."""
        if key in self._asked:
            return
        self._asked.add(key)
        library = self._desk.library
        self._desk.tasks.run(
            self.tr("Looking for counterparts"),
            lambda progress: (key, library.follower(*key, progress)),
            self._on_follower,
        )

    def _on_follower(self, found: object) -> None:
        if isinstance(found, tuple):
            key, follower = found
            for lead, place in self._put_by_hand(key).items():
                follower = follower.calibrate(lead, place.span.start)
            self._followers[key] = follower
            self._asked.discard(key)
            self.follow()

    def _on_scrolled(self) -> None:
        self.ribbons.update()
        pane = self.sender()
        if self._moment.isActive():
            self._moment.start()  # it lasts while anybody moves
        elif self._on and pane is self._desk.area.active:
            self._rest.start()

    def _on_rested(self) -> None:
        """A follower that the reader put somewhere remembers that these places belong together."""
        pane, lead = self.sender(), self._desk.area.active
        if not isinstance(pane, ReadingPane):
            return
        stood, stands = self._stands.get(pane), pane.place()
        self._stands[pane] = stands
        flowed = monotonic() - self._flowed.pop(pane, -_AT_REST_S) < _AT_REST_S
        if not self._on or self._moment.isActive() or pane is lead or flowed:
            return
        if stood is None or _same(stood, stands):
            return
        key = (lead.work, pane.work)
        if key in self._followers and lead.edition is not None:
            here = self._offset(lead)
            self._followers[key] = self._followers[key].calibrate(here, stands.span.start)
            if texts := self._texts(key):
                self.by_hand.put(key, texts, here, stands)
            pane.header.say(self.tr("put here by hand"))

    def _on_arrived(self) -> None:
        glide = self.sender()
        for pane, one in self._glides.items():
            if one is glide:
                self._stands[pane] = pane.place()

    def _put_by_hand(self, key: Two) -> dict[int, Place]:
        """Return by offset in the leading text where the reader put the other one."""
        return self.by_hand.places(key, self._texts(key))

    def _texts(self, key: Two) -> Two | None:
        """Return the hashes of two reading texts; None when one is gone."""
        try:
            first, second = (self._desk.library.edition(work).sha256 for work in key)
        except ReaderError:
            return None
        return first, second

    # ribbons -------------------------------------------------------------------

    def _on_shown(self, shown: tuple[Related, ...]) -> None:
        lead = self._desk.area.active
        passage = passage_read(lead)
        if passage is None:
            self.ribbons.show_ribbons(())
            return
        panes = list(self._desk.area.panes)
        found = []
        for one in shown:
            for pane in panes:
                edition = pane.edition
                if pane is lead or edition is None or pane.work != one.work:
                    continue
                if abs(panes.index(pane) - panes.index(lead)) != 1:
                    continue  # a line would run over the words between
                ends = [(lead, passage.span), (pane, edition.passage(one.passage).span)]
                ends.sort(key=lambda end: panes.index(end[0]))
                found.append(Ribbon(ends[0], ends[1], one.curated))
        self.ribbons.show_ribbons(found)

    # news ----------------------------------------------------------------------

    def _on_pane(self, pane: ReadingPane) -> None:
        pane.scrolled.connect(self._on_scrolled)
        pane.place_changed.connect(self._on_rested)
        pane.passage_changed.connect(self._on_passage)
        self._glides[pane] = Glide(pane.view, self._is_still)
        self._glides[pane].arrived.connect(self._on_arrived)

    def _is_still(self) -> bool:
        """Say whether panes should not glide; the system is asked when it first matters."""
        if self._motion is None:
            self._motion = Motion(self._desk.settings, self)
        return self._motion.less

    def _on_pane_removed(self, pane: ReadingPane) -> None:
        self._glides.pop(pane, None)
        self._stands.pop(pane, None)
        self._sent.pop(pane, None)
        self._on_layout(pane)

    def _on_look(self) -> None:
        self._flow()
        self.ribbons.update()

    def _flow(self) -> None:
        """The lines break anew: where panes come to rest next is no reader's doing."""
        self._flowed = dict.fromkeys(self._desk.area.panes, monotonic())

    def _on_passage(self, work: str, _passage: str) -> None:
        if self._on and self._desk.area.active.work == work:
            self._rest.start()

    def _on_layout(self, _pane: ReadingPane) -> None:
        self.ribbons.show_ribbons(())
        for glide in self._glides.values():
            glide.stop()
        self._begin()
        if self._on:
            self._clear()
            self._rest.start()

    def _on_change(self, change: Change) -> None:
        if change.touched & (Touched.LINKS | Touched.TEXTS):
            self._followers.clear()
            self._sent.clear()
            if self._on:
                self._rest.start()

    def _begin(self) -> None:
        """Take every pane as it stands, and send it anew."""
        self._sent.clear()
        self._stands = {pane: pane.place() for pane in self._desk.area.panes}

    def _clear(self) -> None:
        """Say nothing in the headers but that the panes stay for a moment, if they do."""
        words = self.tr("stays for a moment") if self._moment.isActive() else ""
        for pane in self._desk.area.panes:
            pane.header.say(words if pane is not self._desk.area.active else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt
        """Lie over the panes when they change their size."""
        if watched is self._desk.area and isinstance(event, QResizeEvent):
            if event.size().width() != event.oldSize().width():
                self._flow()
            self.ribbons.cover()
        return super().eventFilter(watched, event)


def _same(one: Place, other: Place) -> bool:
    """Say whether a pane stands where it stood, but for a rounded pixel."""
    near = abs(one.offset_px - other.offset_px) <= _STANDS_PX
    return one.work == other.work and one.span == other.span and near


def install(desk: Desk, relating: Relating) -> Following:
    """Register the part."""
    LinkStrip(desk, relating)
    return Following(desk, relating)
