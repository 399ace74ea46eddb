"""Part of the window: the packet for a meeting, and its minutes."""

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QObject
from PySide6.QtWidgets import QFileDialog

from reader.library import NOT_READ
from reader.model import Edition, Locus, NotFound, Passage, Progress, ReaderError
from reader.panes.desk import Desk

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

    from reader.library import Library
    from reader.panes.minutes_dialog import MinutesDialog
    from reader.panes.packet_dialog import Candidate

#: Passages of the agenda that are offered, and how many of them are ticked at first: an evening.
_OFFERED, _TICKED = 200, 6
#: Of the work on a PDF, the share that making the page takes.
_PAGE = 0.4
#: Minutes that are not finished are held under this.
_MINUTES = "minutes"
_Chosen = Mapping[str, Sequence[str]]


class Meeting(QObject):
    """Answers the two commands of the meeting."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._last: dict[str, list[str]] = {}
        self._draft: dict[tuple[str, str], str] = {}
        self._pasted = ""
        desk.actions.on("group.agenda", self.packet)
        desk.actions.on("group.minutes", self.minutes, lambda: not desk.library.read_only)

    # the packet ----------------------------------------------------------------

    def packet(self) -> None:
        """Gather the agenda in the background, then let the reader choose."""
        self._gather(self._on_candidates)

    def _gather(self, done: Callable[[object], None]) -> None:
        library = self._desk.library
        carets = [(p.work, p.selection().start) for p in self._desk.area.panes if p.work]
        last = {work: tuple(passages) for work, passages in self._last.items()}
        self._desk.tasks.run(
            self.tr("Gathering the agenda"),
            lambda _progress: candidates(library, carets, last),
            done,
        )

    def _on_candidates(self, found: object) -> None:
        from reader.panes.packet_dialog import PacketDialog

        if not isinstance(found, tuple):
            return
        day = QLocale().toString(QDate.currentDate(), QLocale.FormatType.LongFormat)
        title = self.tr("Meeting, {0}").format(day)
        works = {one.work.id: one.work.cited for one in self._desk.library.texts()}
        dialog = PacketDialog(
            found, title, self._page, self._desk.window, works=works, find=self._named
        )
        dialog.work.setCurrentIndex(max(0, dialog.work.findData(self._desk.area.active.work)))
        dialog.save_wanted.connect(self.save)
        dialog.pdf_wanted.connect(self.save_pdf)
        dialog.print_wanted.connect(self.print)
        dialog.open()

    def _page(self, title: str, chosen: _Chosen) -> str:
        library = self._desk.library
        self._remember(chosen)
        return library.packet_text(library.packet(title, chosen), "html", QLocale().name())

    def _named(self, work: str, locus: str) -> "Candidate":
        """Return a passage that the reader names.

        Raises:
            BadInput, NotFound: there is none.
        """
        edition = self._desk.library.edition(work)
        return candidate(edition, edition.passage(Locus.parse(locus)))

    def _remember(self, chosen: _Chosen) -> None:
        """Minutes are asked about the packet made last."""
        self._last = {work: list(passages) for work, passages in chosen.items()}

    def save(self, title: str, chosen: _Chosen) -> None:
        """Ask where to, and write the packet as Markdown or HTML."""
        kinds = self.tr("Markdown") + " (*.md);;" + self.tr("Web page") + " (*.html)"
        name, kind = QFileDialog.getSaveFileName(
            self._desk.window, self.tr("Save the packet"), f"{_file_name(title)}.md", kinds
        )
        if name:
            path = Path(name)
            if not path.suffix:
                path = path.with_suffix(".html" if "html" in kind else ".md")
            self.save_to(path, title, chosen)

    def save_to(self, path: Path, title: str, chosen: _Chosen) -> None:
        """Write the packet beside: as PDF, HTML or Markdown, as the name says.

        Two hundred passages with thousands of notes take ten seconds.
        """
        library, messages = self._desk.library, self._desk.messages
        said = self.tr("Written to {0}.").format(path)
        language = QLocale().name()

        def write(progress: Progress) -> None:
            packet = library.packet(title, chosen)
            if path.suffix.casefold() == ".pdf":
                from reader.panes.page_paper import save_pdf

                page = library.packet_text(packet, "html", language, progress.part(0.0, _PAGE))
                save_pdf(page, len(chosen), title, path, progress.part(_PAGE, 1.0))
            else:
                library.save_packet(packet, path, language, progress)

        self._remember(chosen)
        self._desk.tasks.run(
            self.tr("Writing the packet"), write, lambda _done: messages.info(said)
        )

    def save_pdf(self, title: str, chosen: _Chosen) -> None:
        """Ask where to, and write the packet as PDF."""
        name, _ = QFileDialog.getSaveFileName(
            self._desk.window,
            self.tr("Save the packet as PDF"),
            f"{_file_name(title)}.pdf",
            "PDF (*.pdf)",
        )
        if name:
            self.save_to(Path(name).with_suffix(".pdf"), title, chosen)

    def print(self, title: str, chosen: _Chosen) -> None:
        """Ask for a printer and print the packet, beside."""
        from reader.panes.page_paper import page_layout, paint
        from reader.panes.to_printer import ToPrinter

        library, language = self._desk.library, QLocale().name()

        def lay(device: "QPagedPaintDevice", progress: Progress) -> int:
            packet, first = library.packet(title, chosen), progress.part(0.0, _PAGE)
            page = library.packet_text(packet, "html", language, first)
            return paint(page, device, progress.part(_PAGE, 1.0))

        if ToPrinter(self._desk).print(title, page_layout(len(chosen)), lay):
            self._remember(chosen)

    # minutes -------------------------------------------------------------------

    def minutes(self) -> None:
        """Ask what the meeting said about the passages of its packet."""
        self._take_up()
        self._gather(self._on_minutes)

    def _on_minutes(self, found: object) -> None:
        from reader.panes.minutes_dialog import MinutesDialog

        if not isinstance(found, tuple):
            return
        packet = [one for one in found if one.passage in self._last.get(one.work, ())]
        about = packet or found[:_TICKED]
        begun = [one for one in found if (one.work, one.passage) in self._draft]
        about = tuple(dict.fromkeys([*about, *begun]))
        self._last = {work: [] for work in dict.fromkeys(one.work for one in about)}
        for one in about:
            self._last[one.work].append(one.passage)
        dialog = MinutesDialog(about, self._desk.window, self._draft, self._pasted)
        dialog.kept.connect(self.keep)
        dialog.typed.connect(lambda: self._hold(dialog.written(), dialog.pasted.toPlainText()))
        dialog.rejected.connect(lambda: self._on_left(dialog))
        dialog.open()

    def _on_left(self, dialog: "MinutesDialog") -> None:
        """Keep what was typed: Escape is soon pressed, and an evening is long."""
        self._hold(dialog.written(), dialog.pasted.toPlainText())
        if self._draft or self._pasted.strip():
            self._desk.messages.info(
                self.tr("What you wrote stands there again when you open the minutes.")
            )

    def _hold(self, written: Sequence[tuple[str, str, str]], pasted: str) -> None:
        self._draft = {(work, passage): words for work, passage, words in written}
        self._pasted = pasted
        typed = bool(written or pasted.strip())
        self._desk.unfinished.hold(_MINUTES, json.dumps([*written, pasted]) if typed else "")

    def _take_up(self) -> None:
        """Go on with minutes of the last session."""
        if self._draft or self._pasted:
            return
        with suppress(ValueError, TypeError):
            *written, pasted = json.loads(self._desk.unfinished.words(_MINUTES))
            self._draft = {
                (str(work), str(passage)): str(words) for work, passage, words in written
            }
            self._pasted = str(pasted)

    def keep(self, written: Sequence[tuple[str, str, str]], pasted: str) -> None:
        """Keep minutes as notes; one undo takes them back."""
        library = self._desk.library
        self._hold(written, pasted)  # until it is kept
        try:
            packet = library.packet("", self._last)
            every = [*written, *(library.read_minutes(pasted, packet) if pasted.strip() else ())]
            library.add_minutes(every)
        except ReaderError as error:
            self._desk.messages.error(error)
            return
        if every:
            self._hold((), "")
            self._desk.messages.info(
                self.tr("%n note(s) of the minutes were kept.", "", len(every)),
                self.tr("Undo"),
                lambda: self._desk.actions.do("edit.undo"),
            )
        elif pasted.strip():
            self._desk.messages.warning(
                self.tr(
                    "There are no minutes in this text: nothing stands after “Minutes:” under a"
                    " passage of a packet."
                )
            )


def candidates(
    library: "Library", carets: Sequence[tuple[str, int]], last: _Chosen
) -> "tuple[Candidate, ...]":
    """Return passages for a packet: the agenda, those being read, and those of the last packet.

    For a worker thread.
    """
    from reader.panes.group_facts import excerpt
    from reader.panes.packet_dialog import Candidate

    found: dict[tuple[str, str], Candidate] = {}
    for number, entry in enumerate(library.agenda(limit=_OFFERED)):
        edition = library.edition(entry.work)
        found[entry.work, entry.passage] = Candidate(
            entry.work,
            entry.passage,
            entry.locus,
            entry.span.start,
            edition.work.title,
            excerpt(edition, entry.span),
            entry.reason,
            number < _TICKED,
        )
    for work, at in carets:
        edition = library.edition(work)
        passage = _talked_of(edition, at)
        found.setdefault((work, passage.id), candidate(edition, passage))
    for work, key in [(work, key) for work, keys in last.items() for key in keys]:
        with suppress(NotFound):  # the text may have been restored anew
            edition = library.edition(work)
            found.setdefault((work, key), candidate(edition, edition.passage(key)))
    return tuple(found.values())


def candidate(edition: Edition, passage: Passage) -> "Candidate":
    """Return a passage for a packet that is not on the agenda."""
    from reader.panes.group_facts import excerpt
    from reader.panes.packet_dialog import Candidate

    return Candidate(
        edition.work.id,
        passage.id,
        passage.locus,
        passage.span.start,
        edition.work.title,
        excerpt(edition, passage.span),
    )


def _talked_of(edition: Edition, at: int) -> Passage:
    """Return the passage at a place; at a heading the first one below it."""
    row = edition.row_at(at)
    below = (one for one in edition.passages[row:] if one.kind not in NOT_READ)
    return next(below, edition.passages[row])


def _file_name(title: str) -> str:
    letters = "".join(c if c.isalnum() or c in " -_" else " " for c in title)
    return " ".join(letters.split())[:80] or "packet"


def install(desk: Desk) -> Meeting:
    """Register the part."""
    return Meeting(desk)
