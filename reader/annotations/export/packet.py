"""The packet of a meeting as Markdown and as an HTML page, and minutes read out of it again.

The words of texts and people are escaped as everywhere in exports.  Under each passage stands a
place for minutes; what is written there is found again by the link in the passage's heading.
"""

import html
import re
from collections.abc import Iterator, Mapping

from reader.annotations.export import escaping
from reader.annotations.export.html import safe_html
from reader.annotations.export.urls import Address, from_url, to_url
from reader.annotations.export.wording import in_every_language, wording
from reader.annotations.group import Packet, PacketNote, PacketPassage
from reader.model import NO_PROGRESS, BadInput, Progress

#: At the very beginning of a line: notes and quotations of a packet are indented or quoted.
#: Under it a passage has room for what the meeting said; read back in every language.
_MINUTES_LINE = r"\*{{0,2}}(?:{}):\*{{0,2}}[ \t]*(.*)"
#: What ends minutes; headings of lower levels are part of them.
_HEADING = re.compile(r"#{1,2}\s")
_LINK = re.compile(r"\((counterpoint://open/[^()\s]+)\)")
#: Longest minutes read back, in code points: far more than an evening.
_LONGEST = 2_000_000
_HEAD = """<!doctype html>
<html><head><meta charset="utf-8"><title>{title}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
body {{ font: 11pt/1.45 Georgia, serif; margin: 2em; }}
table {{ border-collapse: collapse; width: 100%; table-layout: fixed; }}
td, th {{ vertical-align: top; text-align: left; padding: 0.4em 0.8em; border: 1px solid #999; }}
td, code, pre {{ overflow-wrap: anywhere; white-space: normal; }}
blockquote {{ margin: 0.6em 0; }}
@media print {{ body {{ margin: 0; }} a {{ color: inherit; text-decoration: none; }} }}
</style></head><body>
"""


def packet_markdown(packet: Packet, language: str = "en") -> str:
    """Return a packet as Markdown: row by row, one passage of each work under the other."""
    words = wording(language)
    parts = [f"# {escaping.inline(packet.title)}", ""]
    parts += [f"- {escaping.inline(work.cited)}" for work in packet.works]
    for row in packet.rows:
        for passage in filter(None, row):
            parts += ["", f"## {_heading(passage)}", "", _passage(passage, words)]
            parts += ["", f"**{words['minutes']}:**", ""]
    parts += _questions(packet, words)
    return "\n".join(parts) + "\n"


def packet_html(packet: Packet, language: str = "en", progress: Progress = NO_PROGRESS) -> str:
    """Return a packet as a page that loads nothing: one column a work, one row a number.

    Raises:
        BadInput: there is more than a page can hold.
        Cancelled: the reader stopped it.
    """
    words = wording(language)
    title = html.escape(escaping.cleaned(packet.title))
    heads = "".join(f"<th>{_plain(work.cited)}</th>" for work in packet.works)
    rows = ""
    for number, row in enumerate(packet.rows):
        progress.step(number / len(packet.rows))
        rows += "<tr>" + "".join(f"<td>{_cell(one, words)}</td>" for one in row) + "</tr>"
    questions = safe_html("\n".join(_questions(packet, words)))
    return (
        _HEAD.format(title=title)
        + f"<h1>{title}</h1>\n<table><thead><tr>{heads}</tr></thead>\n"
        + f"<tbody>{rows}</tbody></table>\n"
        + questions
        + "</body></html>\n"
    )


def minutes_in(markdown: str) -> Iterator[tuple[Address, str]]:
    """Yield what was written under each passage of a packet, with its address.

    Raises:
        BadInput: the text is longer than any minutes.
    """
    if len(markdown) > _LONGEST:
        raise BadInput(f"Minutes may have {_LONGEST:,} characters.")
    address: Address | None = None
    words: list[str] | None = None
    keywords = "|".join(map(re.escape, in_every_language("minutes")))
    begins = re.compile(_MINUTES_LINE.format(keywords), re.IGNORECASE)
    for line in [*escaping.cleaned(markdown).split("\n"), "# end"]:
        if _HEADING.match(line):
            if address and words and (text := "\n".join(words).strip()):
                yield address, text
            address, words = _address(line), None
        elif words is not None:
            words.append(line)
        elif found := begins.fullmatch(line):
            words = [found[1]]


def _address(line: str) -> Address | None:
    found = _LINK.search(line)
    try:
        return from_url(found[1]) if found else None
    except BadInput:
        return None


def _heading(passage: PacketPassage) -> str:
    url = to_url(Address(passage.work.id, passage.locus))
    return f"{escaping.inline(passage.work.cited)}, [{passage.locus}]({url})"


def _passage(passage: PacketPassage, words: Mapping[str, str]) -> str:
    quoted = "\n".join(f"> {line}" for line in escaping.lines(passage.words).split("\n"))
    return "\n\n".join([quoted, *(_note(note, words) for note in passage.notes)])


def _note(note: PacketNote, words: Mapping[str, str]) -> str:
    """A note as an item with its answers below, each a level deeper."""
    parts = [_item(_said(note, words), 0)]
    for answer in note.answers:
        who, said = answer.annotation.author.name, answer.annotation.body
        parts.append(_item(f"**{_name(who)}:** {escaping.body(said)}", answer.level))
    return "\n".join(parts)


def _said(note: PacketNote, words: Mapping[str, str]) -> str:
    quote = " ".join(note.quote.split())
    said = escaping.body(note.annotation.body).strip()
    about = f" {words['on']} “{escaping.inline(_shortened(quote))}”" if quote else ""
    return f"**{_name(note.annotation.author.name)}**{about}: {said}".rstrip()


def _item(text: str, level: int) -> str:
    indent = "    " * level
    first, *rest = text.split("\n")
    lines = [f"{indent}- {first}", *(f"{indent}    {line}" if line else "" for line in rest)]
    return "\n".join(lines)


def _questions(packet: Packet, words: Mapping[str, str]) -> list[str]:
    if not packet.questions:
        return []
    items = (_item(_said(one, words), 0) for one in packet.questions)
    return ["", f"## {words['questions']}", "", *items]


def _cell(passage: PacketPassage | None, words: Mapping[str, str]) -> str:
    if passage is None:
        return ""
    return safe_html(f"**{escaping.inline(str(passage.locus))}**\n\n{_passage(passage, words)}")


def _shortened(quote: str, limit: int = 120) -> str:
    return quote if len(quote) <= limit else quote[: limit - 1].rstrip() + "…"


def _name(name: str) -> str:
    return escaping.inline(name) or "?"


def _plain(text: str) -> str:
    return html.escape(escaping.cleaned(text))
