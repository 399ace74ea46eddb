"""Blocks in the making, and what tells their kinds apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reader.model import PassageKind, RepairKind, Span
from reader.restore.markup import Beside
from reader.restore.strand import Edit, Ledger, Strand, mend

_MARKDOWN = re.compile(r"(#{1,6})\s+")
_CAPITALS = re.compile(r"(?=[^a-z]*[A-Z]{2})[^a-z]{3,90}")
_COUNTED = re.compile(
    r"(?:section|chapter|part|book|appendix)\s+(?:\d{1,3}|[ivxlc]{1,7}|[a-z])\b(?!,).{0,80}",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"(?:table of )?contents\.?|index of chapters", re.IGNORECASE)
_LEADER = re.compile(
    r"^(.{2,120}?)[\s.·…]*(?:\t|\.\s?\.|\s{2,}|\s)\s*[.\s]*(\d{1,4}|[ivxlc]{1,6})$"
)
_REFERENCES = re.compile(
    r"(?:references|bibliography|works cited|literature|sources|further reading)\.?", re.IGNORECASE
)
_STOP = re.compile(r"[.?!…:;,][\"'”’)\]]*$")
_BULLET = re.compile(r"[-•·*]\s+")
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
        beside: inline spans in ``strand.text``.
        leaf: leaf it begins on.
        lines: lines of the source.
        indent: of its lines after the first.
    """

    strand: Strand
    kind: PassageKind = PassageKind.BODY
    level: int = 0
    label: str = ""
    beside: list[Beside] = field(default_factory=list)
    leaf: int = -1
    lines: int = 1
    indent: int = 0

    @property
    def text(self) -> str:
        """The words as they stand now."""
        return self.strand.text

    @property
    def words(self) -> int:
        """How many there are."""
        return len(self.strand.text.split())


def _title_key(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


def without_contents(drafts: Sequence[Draft], ledger: Ledger) -> tuple[list[Draft], frozenset[str]]:
    """Leave out the list of contents; return the rest and the titles it names."""
    kept: list[Draft] = []
    titles: list[str] = []
    inside = False
    for draft in drafts:
        plain = _MARKDOWN.sub("", draft.text)
        if _CONTENTS.fullmatch(plain):
            inside = _leave_out(draft, ledger)
        elif inside and (entry := _LEADER.match(draft.text)):
            titles.append(_title_key(entry[1]))
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


def mark_headings(drafts: Sequence[Draft], titles: frozenset[str], ledger: Ledger) -> list[Draft]:
    """Tell headings from paragraphs."""
    return [_heading(draft, titles, ledger) for draft in drafts]


def _heading(draft: Draft, titles: frozenset[str], ledger: Ledger) -> Draft:
    text = draft.text
    if marks := _MARKDOWN.match(text):
        strand = mend(draft.strand, [Edit(RepairKind.HEADING, 0, marks.end(), "")], ledger)
        return replace(draft, strand=strand, kind=PassageKind.HEADING, level=len(marks[1]))
    if draft.lines > 3 or len(text) > 120 or _BULLET.match(text):
        return draft
    if _title_key(text) in titles:
        return replace(draft, kind=PassageKind.HEADING, level=2)
    if _CAPITALS.fullmatch(text) and sum(map(str.isalpha, text)) >= 4 and text[-1] not in ",;":
        return replace(draft, kind=PassageKind.HEADING, level=1)
    if _COUNTED.fullmatch(text) and not _STOP.search(text):
        return replace(draft, kind=PassageKind.HEADING, level=1)
    return draft


def mark_titles(drafts: list[Draft]) -> list[Draft]:
    """Take short lines set apart, in capitals of title case, for headings.

    Only between two real paragraphs, and only in texts whose paragraphs are long.
    """
    long = [row for row, draft in enumerate(drafts) if draft.words > 40]
    if not long:
        return drafts
    made = list(drafts)
    for row in range(long[0], len(drafts) - 1):
        draft, after = drafts[row], drafts[row + 1]
        alone = draft.kind is PassageKind.BODY and draft.lines == 1 and after.words > 25
        if alone and _in_title_case(draft.text) and after.kind is PassageKind.BODY:
            made[row] = replace(draft, kind=PassageKind.HEADING, level=2)
    return made


def _in_title_case(text: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    if not 1 <= len(words) <= 9 or len(text) > 75 or _STOP.search(text) or text[-1] in '-–—)"”':
        return False
    return text[0].isupper() and all(word[0].isupper() for word in words)


def mark_front(drafts: list[Draft]) -> tuple[list[Draft], str, tuple[str, ...]]:
    """Tell the title page and imprint from the body; return title and authors, too."""
    made = list(drafts)
    title = ""
    authors: list[str] = []
    for row, draft in enumerate(drafts[:25]):
        if draft.kind is PassageKind.HEADING:
            if title and _title_key(draft.text) != _title_key(title):
                break
            title = title or (draft.text if draft.level == 1 and row < 4 else "")
        elif _is_front(draft) and (title or row < 2):
            made[row] = replace(draft, kind=PassageKind.FRONT)
            if title and not authors and _is_name(draft.text):
                authors = _names(draft.text)
        elif draft.words > 25:
            continue
    for row in range(len(made) - 1, max(0, len(made) - 6), -1):
        if made[row].kind is not PassageKind.BODY or not _is_front(made[row]):
            break
        made[row] = replace(made[row], kind=PassageKind.FRONT)
    return made, _spelled(title), tuple(authors)


def _spelled(title: str) -> str:
    """Return a title in capitals with usual ones."""
    if not title.isupper():
        return title
    small = {
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
    }
    words = [
        word if row and word in small else word.capitalize()
        for row, word in enumerate(title.lower().split())
    ]
    return " ".join(words)


def _is_front(draft: Draft) -> bool:
    if draft.kind is not PassageKind.BODY:
        return False
    if _IMPRINT.search(draft.text) and draft.words < 90:
        return True
    return draft.words < 12 and not _STOP.search(draft.text)


def _is_name(text: str) -> bool:
    words = text.removeprefix("by ").removeprefix("By ").split()
    return (
        2 <= len(words) <= 8
        and not re.search(r"\d|library|press|copyright", text, re.IGNORECASE)
        and all(
            word[0].isupper() or word in ("and", "&", "de", "van", "von", "di", "da")
            for word in words
        )
    )


def _names(text: str) -> list[str]:
    plain = re.sub(r"^[Bb]y ", "", text)
    return [name.strip() for name in re.split(r",| and | & ", plain) if name.strip()]


def mark_references(drafts: list[Draft], ledger: Ledger) -> list[Draft]:
    """Make every entry below a heading such as *References* a passage of its kind."""
    made: list[Draft] = []
    inside = False
    for one in drafts:
        draft = one
        if draft.kind is PassageKind.HEADING:
            inside = bool(_REFERENCES.fullmatch(draft.text.strip()))
        elif inside and draft.kind is PassageKind.BODY and not _closes(draft.text):
            draft = replace(draft, kind=PassageKind.REFERENCE)
            if bullet := _BULLET.match(draft.text):
                draft = _without_start(draft, bullet.end(), ledger)
        made.append(draft)
    return made


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
    return bool(_REFERENCES.fullmatch(_MARKDOWN.sub("", line).strip()))


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
    quoted = sum(len(part) for part in re.findall(r"“[^”]*”", draft.text))
    cited = re.search(r"”\s?\([^()]{2,80}\)\.?$", draft.text)
    return bool(cited) and quoted > 0.6 * len(draft.text)


def source_of(draft: Draft) -> tuple[Span, ...]:
    """Return the stretches of the source a draft was made of."""
    return draft.strand.spans()
