"""Blocks in the making, and what tells their kinds apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reader.model import PassageKind, RepairKind, Span
from reader.restore.markup import Beside
from reader.restore.strand import Edit, Ledger, Strand, mend

_MARKDOWN = re.compile(r"(#{1,6})\s+")
_CONTENTS = re.compile(
    r"(?:table of )?contents\.?|index of chapters|indice(?: generale)?|sommario|sommaire|inhalt"
    r"|table des matières|índice",
    re.IGNORECASE,
)
_LEADER = re.compile(
    r"^(.{2,120}?)[\s.·…]*(?:\t|\.\s?\.|\s{2,}|\s)\s*[.\s]*(\d{1,4}|[ivxlc]{1,6})$"
)
#: An entry of a list of contents wherever it stands, and how many make one.
_DOTTED = re.compile(r"(?:\s?[.·…]){3,}\s*\d{1,4}$|…\s*\d{1,4}$")
_ENTRIES = 3
#: What a list of references is headed with.
REFERENCES = re.compile(
    r"(?:references|bibliography|works cited|literature|sources|further reading|bibliografia"
    r"|riferimenti(?: bibliografici)?|opere citate|bibliographie|literatur|bibliografía)\.?",
    re.IGNORECASE,
)
#: How a line ends that is no heading, and the sign of an entry of a list.
STOP = re.compile(r"[.?!…:;,][\"'”’)\]]*$")
BULLET = re.compile(r"[-•·*]\s+")
_IMPRINT = re.compile(
    r"https?://|\bretrieved\b|copyright|©|\bisbn\b|\bpublished (?:by|in)\b|all rights|\bprinted\b"
    r"|^\W*(?:\w+ \d{1,2}, )?\d{4}\.?$|^\W*the \w+ library\W*$|\.(?:org|com|net)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Draft:
    """A passage to be.

    Attributes:
        strand: its words, from the source.
        kind, level, label: as in ``Block``.
        mark: with which a note begins, brackets included.
        beside: inline spans in ``strand.text``.
        leaf: leaf it begins on.
        lines: lines of the source.
        indent: of its lines after the first.
        verbatim: program code and the like, of which no letter is touched.
    """

    strand: Strand
    kind: PassageKind = PassageKind.BODY
    level: int = 0
    label: str = ""
    mark: str = ""
    beside: list[Beside] = field(default_factory=list)
    leaf: int = -1
    lines: int = 1
    indent: int = 0
    verbatim: bool = False

    @property
    def text(self) -> str:
        """The words as they stand now."""
        return self.strand.text

    @property
    def words(self) -> int:
        """How many there are."""
        return len(self.strand.text.split())


def title_key(text: str) -> str:
    """Return a title without marks and capitals, to compare it."""
    return re.sub(r"\W+", " ", text).strip().lower()


def without_contents(drafts: Sequence[Draft], ledger: Ledger) -> tuple[list[Draft], frozenset[str]]:
    """Leave out the list of contents; return the rest and the titles it names."""
    kept: list[Draft] = []
    titles: list[str] = []
    inside = False
    # its page may stand apart from the one with its heading
    dotted = sum(bool(_DOTTED.search(draft.text)) for draft in drafts) >= _ENTRIES
    for draft in drafts:
        plain = _MARKDOWN.sub("", draft.text)
        if _CONTENTS.fullmatch(plain):
            inside = _leave_out(draft, ledger)
        elif (inside or (dotted and _DOTTED.search(draft.text))) and (
            entry := _LEADER.match(draft.text)
        ):
            titles.append(title_key(entry[1]))
            inside = _leave_out(draft, ledger)
            continue
        else:
            inside = False
        if not inside:
            kept.append(draft)
    return kept, frozenset(titles)


def _leave_out(draft: Draft, ledger: Ledger) -> bool:
    span = draft.strand.source(0, len(draft.text))
    return ledger.allow(RepairKind.CONTENTS, span, draft.text, "", 0.95)


def mark_references(drafts: list[Draft], ledger: Ledger) -> list[Draft]:
    """Make every entry below a heading such as *References* a passage of its kind."""
    made: list[Draft] = []
    inside = False
    for one in drafts:
        draft = one
        if draft.kind is PassageKind.HEADING:
            inside = bool(REFERENCES.fullmatch(draft.text.strip()))
        elif inside and draft.kind is PassageKind.BODY and not _closes(draft.text):
            draft = replace(draft, kind=PassageKind.REFERENCE)
            if bullet := BULLET.match(draft.text):
                draft = _without_start(draft, bullet.end(), ledger)
        made.append(draft)
    return made


#: What of it stands in a paragraph of running text, too: the name of a site.
_SITE = re.compile(r"\.(?:org|com|net)\b", re.IGNORECASE)


def is_imprint(text: str, *, surely: bool = False) -> bool:
    """Say whether a line is of the imprint: an address, a date, a publisher.

    ``surely``: and of nothing else, as a paragraph has to be.
    """
    return bool(_IMPRINT.search(_SITE.sub("", text) if surely else text))


def _closes(text: str) -> bool:
    """Say whether a line below the references is the imprint at the end of a booklet."""
    return bool(_IMPRINT.search(text)) and not re.search(r"\d", text)


def _without_start(draft: Draft, end: int, ledger: Ledger) -> Draft:
    """Take the sign of a list entry off, and move the inline spans with the words."""
    strand = mend(draft.strand, [Edit(RepairKind.REFERENCE, 0, end, "")], ledger)
    gone = len(draft.text) - len(strand.text)
    beside = [
        replace(at, start=max(0, at.start - gone), end=max(0, at.end - gone)) for at in draft.beside
    ]
    return replace(draft, strand=strand, beside=beside)


def is_reference_heading(line: str) -> bool:
    """Say whether a line heads a list of references."""
    return bool(REFERENCES.fullmatch(_MARKDOWN.sub("", line).strip()))


def mark_quotes(drafts: list[Draft]) -> list[Draft]:
    """Tell block quotations: indented throughout, or quoted throughout with their source."""
    body = [draft for draft in drafts if draft.kind is PassageKind.BODY and draft.lines > 1]
    usual = sorted(draft.indent for draft in body)[len(body) // 2] if body else 0
    return [
        replace(draft, kind=PassageKind.QUOTE) if _is_quote(draft, usual) else draft
        for draft in drafts
    ]


def _is_quote(draft: Draft, usual: int) -> bool:
    if draft.kind is not PassageKind.BODY or draft.words < 12:
        return False
    if draft.lines > 1 and draft.indent >= usual + 3:
        return True
    closed = draft.text.split("”")[:-1]  # linear, as no pattern that looks for the end is
    quoted = sum(len(part) - part.index("“") + 1 for part in closed if "“" in part)
    cited = re.search(r"”\s?\([^()]{2,80}\)\.?$", draft.text)
    return bool(cited) and quoted > 0.6 * len(draft.text)


_MAILED = re.compile(r"(?:^|(?<= ))>+ ?")


def mark_mailed(drafts: list[Draft], ledger: Ledger) -> list[Draft]:
    """Tell quotations as in letters by wire: a sign before each of their lines."""
    return [_mailed(draft, ledger) for draft in drafts]


def _mailed(draft: Draft, ledger: Ledger) -> Draft:
    signs = list(_MAILED.finditer(draft.text)) if draft.text.startswith(">") else []
    if not signs or len(signs) != draft.lines:
        return draft
    edits = [Edit(RepairKind.MARKUP, at.start(), at.end(), "") for at in signs]
    return replace(draft, strand=mend(draft.strand, edits, ledger), kind=PassageKind.QUOTE)


def source_of(draft: Draft) -> tuple[Span, ...]:
    """Return the stretches of the source a draft was made of."""
    return draft.strand.spans()
