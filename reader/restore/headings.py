"""Which short lines are headings: capitals, counted, underlined, set apart, of the contents."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reader.model import PassageKind, RepairKind, Span
from reader.restore.draft import BULLET, REFERENCES, STOP, Draft, is_imprint, title_key
from reader.restore.front import is_name
from reader.restore.interview import addressed
from reader.restore.strand import Edit, Ledger, mend

_MARKDOWN = re.compile(r"(#{1,6})\s+")
_CAPITALS = re.compile(r"(?=[^a-zß-ÿ]*[A-ZÀ-Þ]{2})[^a-zß-ÿ]{3,90}")
_PARTS = (
    r"section|chapter|part|book|appendix|capitolo|sezione|parte|libro|appendice|chapitre|partie"
    r"|annexe|kapitel|teil|anhang|capítulo|sección"
)
_COUNTS = (
    r"\d{1,3}|[ivxlc]{1,7}|[a-z]|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third"
    r"|(?:prim|second|terz|quart|quint|sest|settim|ottav|non|decim)[oa]"
)
#: A heading that counts a part of a text.
COUNTED = re.compile(
    rf"(?:{_PARTS})\s+(?:{_COUNTS})\b(?!(?:\.\d{{1,3}})*,).{{0,80}}", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"(?:(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?|([IVXLC]{1,6})[.)]?)(?:\s+[\"“'‘«]?[^\W\da-zß-ÿ].{0,80})?"
)
_UNDERLINE = re.compile(r"[ \t]*\n[ \t]*(={3,}|~{3,}|-{3,})[ \t]*(?:\n|$)")
#: Letters of a heading in larger type at most, passages among which a title page lies, and letters
#: between two lines at most.
_LONGEST, _PAGE, _STEP = 160, 5, 50
#: Words of a paragraph from which on it is a real one, and of a heading at most.
_REAL, _MOST = 25, 10


def mark_headings(
    drafts: Sequence[Draft], titles: frozenset[str], source: str, ledger: Ledger
) -> list[Draft]:
    """Tell headings from paragraphs.

    Args:
        drafts: of the body, in reading order.
        titles: that the list of contents names.
        source: the raw text, for lines under headings.
        ledger: gets the repairs.
    """
    made = [_by_itself(draft, titles, source, ledger) for draft in drafts]
    return _mark_numbered(made)


def _by_itself(draft: Draft, titles: frozenset[str], source: str, ledger: Ledger) -> Draft:
    text = draft.text
    if marks := _MARKDOWN.match(text):
        strand = mend(draft.strand, [Edit(RepairKind.HEADING, 0, marks.end(), "")], ledger)
        return replace(draft, strand=strand, kind=PassageKind.HEADING, level=len(marks[1]))
    if draft.lines > 3 or len(text) > 120 or BULLET.match(text):
        return draft
    level = 0
    if title_key(text) in titles or REFERENCES.fullmatch(text.strip()):
        level = 2
    elif _in_capitals(text) or (COUNTED.fullmatch(text) and not STOP.search(text)):
        level = 1
    elif line := _underline(draft, source):
        level = 1 if line[0] == "=" else 2
    return replace(draft, kind=PassageKind.HEADING, level=level) if level else draft


def _in_capitals(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return bool(_CAPITALS.fullmatch(text)) and letters >= 4 and text[-1] not in ",;"


def _underline(draft: Draft, source: str) -> str:
    """Return the line drawn under a short one, as long as it; empty without."""
    if draft.lines > 1 or not draft.strand.at:
        return ""
    found = _UNDERLINE.match(source, draft.strand.at[-1] + 1)
    long = len(found[1]) - len(draft.text) if found else 0
    return found[1] if found and -3 <= long <= 3 else ""


def _mark_numbered(drafts: list[Draft]) -> list[Draft]:
    """Take short lines with numbers that go on for headings, when real paragraphs follow them."""
    found = {
        row: match
        for row, draft in enumerate(drafts)
        if draft.kind is PassageKind.BODY and _short(draft)
        if (match := _NUMBERED.fullmatch(draft.text))
    }
    rows = [row for row in found if _leads(row, drafts, found)]
    if len(rows) < 2 or not _goes_on([found[row] for row in rows]):
        return drafts
    made = list(drafts)
    for row in rows:
        depth = (found[row][1] or "").count(".")
        made[row] = replace(made[row], kind=PassageKind.HEADING, level=2 + depth)
    return made


def _short(draft: Draft) -> bool:
    return draft.lines <= 2 and draft.words <= _MOST + 2 and not STOP.search(draft.text[3:])


def _leads(row: int, drafts: Sequence[Draft], found: dict[int, "re.Match[str]"]) -> bool:
    """Say whether a paragraph follows a numbered line, maybe behind a deeper one; no list does."""
    depth = (found[row][1] or "").count(".")
    for after in range(row + 1, min(row + 4, len(drafts))):
        if after not in found:
            return drafts[after].words > _MOST + 2
        if (found[after][1] or "").count(".") <= depth:
            return False
    return False


def _goes_on(found: Sequence["re.Match[str]"]) -> bool:
    """Say whether numbers rise, as those of headings do."""
    numbers = [_number(match) for match in found]
    rising = sum(one < two for one, two in pairwise(numbers))
    return rising >= 0.7 * (len(numbers) - 1)


def _number(match: "re.Match[str]") -> tuple[int, ...]:
    if match[1]:
        return tuple(map(int, match[1].split(".")))
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[sign] for sign in match[2]]
    later = [*values[1:], 0]
    pairs = zip(values, later, strict=True)
    return (sum(-one if one < two else one for one, two in pairs),)


def mark_large(drafts: list[Draft], large: Sequence[Span]) -> list[Draft]:
    """Take what is set in larger type for headings; the first one of a text is its title."""
    if not large:
        return drafts
    starts = [span.start for span in large]
    made = list(drafts)
    for row, draft in enumerate(drafts):
        short = draft.kind is PassageKind.BODY and len(draft.text) <= _LONGEST
        if not short or not all(_within(span, starts, large) for span in draft.strand.spans()):
            continue
        if row and row < _PAGE and is_name(draft.text):
            continue
        made[row] = replace(draft, kind=PassageKind.HEADING, level=2 if row else 1)
    return made


def _within(span: Span, starts: list[int], large: Sequence[Span]) -> bool:
    """Say whether all letters of a stretch lie in lines of larger type."""
    row, last = bisect_right(starts, span.start) - 1, bisect_right(starts, span.end - 1) - 1
    return row >= 0 and span.end <= large[last].end and _follow(large[row : last + 1])


def _follow(lines: Sequence[Span]) -> bool:
    return all(two.start - one.end <= _STEP for one, two in pairwise(lines))


def mark_titles(drafts: list[Draft]) -> list[Draft]:
    """Take short lines set apart between real paragraphs for headings.

    In capitals of title case one is enough; others need a second like it, and questions a text
    in which nobody is asked anything.
    """
    long = [row for row, draft in enumerate(drafts) if draft.words > 40]
    if not long:
        return drafts
    made = list(drafts)
    plain: list[int] = []
    for row in range(long[0], len(drafts) - 1):
        draft, after = drafts[row], drafts[row + 1]
        alone = draft.kind is PassageKind.BODY and draft.lines == 1 and after.words > _REAL
        if not alone or after.kind is not PassageKind.BODY:
            continue
        if _in_title_case(draft.text):
            made[row] = replace(draft, kind=PassageKind.HEADING, level=2)
        elif _stands_alone(draft, drafts[row - 1] if row else draft):
            plain.append(row)
    if 2 <= len(plain) <= 0.34 * sum(draft.words > _REAL for draft in drafts) + 1:
        interview = addressed(drafts)
        for row in plain:
            if not interview or drafts[row].text[-1] != "?":
                made[row] = replace(drafts[row], kind=PassageKind.HEADING, level=2)
    return made


_ENDS = re.compile(r"[.?!…][\"'”’»)\]*\d]*$")
_SOUND = re.compile(r"[-–—\"'“‘«(\[*]|\d")


def _stands_alone(draft: Draft, before: Draft) -> bool:
    """Say whether a line in small letters is a heading: short, whole, after a sentence's end."""
    text = draft.text
    plain = not STOP.search(text) or (text[-1] == "?" and "." not in text)
    whole = text[0].isupper() and not _SOUND.match(text) and text[-1] not in '-–—"”»)'
    closed = before.kind is not PassageKind.BODY or bool(_ENDS.search(before.text))
    return plain and whole and closed and 2 <= draft.words <= _MOST and not is_imprint(text)


def _in_title_case(text: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    if not 1 <= len(words) <= 9 or len(text) > 75 or STOP.search(text) or text[-1] in '-–—)]"”':
        return False
    return text[0].isupper() and all(word[0].isupper() for word in words)
