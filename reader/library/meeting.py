"""The meeting of a study group: its packet, and the minutes that go back as notes."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.files import write_whole
from reader.library.grouping import Grouping
from reader.model import NO_PROGRESS, AnnotationKind, BadInput, Change, NotFound, Progress

if TYPE_CHECKING:
    from reader.annotations.group import Packet

#: The tag of notes that a meeting left behind.
MINUTES = "minutes"


class Meeting(Grouping):
    """The part of the door that prepares a meeting and keeps what came of it."""

    def packet(self, title: str, chosen: Mapping[str, Sequence[str]]) -> "Packet":
        """Lay out a packet of passages (ids, by work) with everybody's notes on them.

        Raises:
            NotFound: the library has no such work or passage.
        """
        from reader.annotations.group import packet

        editions = [(self.edition(work), passages) for work, passages in chosen.items()]
        marks = {work: self._marks_in(work) for work in chosen}
        return packet(title, editions, marks, self.visible())

    def packet_text(
        self,
        packet: "Packet",
        format: str = "markdown",  # noqa: A002 - the word of the command line
        language: str = "en",
        progress: Progress = NO_PROGRESS,
    ) -> str:
        """Return a packet as Markdown or as an HTML page, with headings in a language.

        Raises:
            BadInput: the format is neither.
            Cancelled: the reader stopped it.
        """
        from reader.annotations.export.packet import packet_html, packet_markdown

        if format == "html":
            return packet_html(packet, language, progress)
        if format == "markdown":
            return packet_markdown(packet, language)
        raise BadInput(f"A packet can be Markdown or HTML, not “{format}”.")

    def save_packet(
        self,
        packet: "Packet",
        path: Path,
        language: str = "en",
        progress: Progress = NO_PROGRESS,
    ) -> None:
        """Write a packet, as HTML where the name says so, else as Markdown.

        Raises:
            LibraryError, ReadOnly, Cancelled: it was not written; what stood there is untouched.
        """
        html = path.suffix.casefold() in {".html", ".htm"}
        text = self.packet_text(packet, "html" if html else "markdown", language, progress)
        write_whole(path, text.encode("utf-8"))

    def add_minutes(self, minutes: Iterable[tuple[str, str, str]]) -> Change | None:
        """Keep what a meeting said, each (work, passage id, words), as notes; one undo.

        Raises:
            NotFound: there is no such passage; nothing was kept.
        """
        made = [
            self._new(
                AnnotationKind.NOTE,
                (self._passage_target(work, passage),),
                body=words.strip(),
                tags=(MINUTES,),
            )
            for work, passage, words in minutes
            if words.strip()
        ]
        return self._put(made, "Minutes") if made else None

    def read_minutes(
        self, markdown: str, packet: "Packet | None" = None
    ) -> tuple[tuple[str, str, str], ...]:
        """Read minutes out of the Markdown of a packet that somebody filled in.

        Returns (work, passage id, words) for each passage under which something was written;
        passages that the library does not have are left out.  Of a text that is none of our
        packets, what stands after a locus (``¶12``, ``sea-letters@¶12``) of ``packet`` is read.
        """
        from reader.annotations.export.packet import minutes_in
        from reader.annotations.group import minutes

        found = []
        for address, words in minutes_in(markdown):
            try:
                if address.locus is not None:
                    passage = self.edition(address.work).passage(address.locus)
                    found.append((address.work, passage.id, words))
            except NotFound:
                continue
        if not found and packet is not None:
            typed, _ = minutes(markdown, packet)
            found = [(place.work.id, place.passage, words) for place, words in typed]
        return tuple(found)
