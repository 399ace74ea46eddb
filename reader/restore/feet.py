"""Notes at the feet of pages: marks they begin with, marks that call them, where they start."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reader.restore.lines import Line

Group = tuple[Line, ...]

#: A foot of this form is a note wherever it stands.
_NOTE = re.compile(
    r"<sup>\s*(\d{1,3}|[*†‡§])\s*</sup>|([¹²³⁰⁴⁵⁶⁷⁸⁹]{1,3})(?=\D)|\[\^?(\d{1,3})\]:?(?=\s)"
)
#: What a note begins with: no small letter, but for words that send on to another book.
_BEGIN = r"(?!['’]s\b)(?=[^\W\d_a-zß-ÿ]|[“\"'‘«(]|(?:see|cf|cfr|vedi|ibid|ivi|id|op|trad|cit)\b)"
#: These are notes only where the body has the mark.
_FAINT_NOTE = re.compile(
    rf"(\d{{1,3}})[.)]?\s*{_BEGIN}|(\(\d{{1,3}}\))\s*{_BEGIN}|(\*{{1,6}}|†{{1,3}}|‡{{1,3}}|§{{1,3}})"
    r"(?:\s+(?=[^\W_]|[“\"'‘«(])|(?<=[†‡*])(?<!\*\*)(?=\w))"
)
_CALL = re.compile(
    r"(?<=[^\W\d_])[.,;:?!”\"’'»)\]]*(?:(\d{1,3}|\*{1,6}|†{1,3}|‡{1,3}|§{1,3})| ?(\(\d{1,3}\))"
    rf"|\n(\(\d{{1,3}}\))(?=\s[a-zß-ÿ])(?!\s{_BEGIN}))"
    r"(?=[\s.,;:?!)\]”\"»’—–-]|$)",
    re.MULTILINE,
)
_ROUND = re.compile(rf"^[^\S\n]*(\(\d{{1,3}}\))\s*{_BEGIN}", re.MULTILINE)
#: Share of round marks at the heads of lines that are called, and the other way round.
_PAIRED = 0.7
_STOP = re.compile(r"[.?!…][\"'”’»)\]]*(?:\d{1,3}|[*†‡§])?$")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NOTES = re.compile(r"(?:foot|end)?notes?|anmerkungen|noten|notas", re.IGNORECASE)
#: Letters of a line of notes for each of a line of the body from which on their type is smaller.
_SMALLER = 1.06


#: A name with a number, not a word with a call: MI5, ABC80.
_NUMBERED = re.compile(r"(?<![^\W_])[A-ZÀ-Þ]{2,4}$")


def _called(text: str) -> Iterator[re.Match[str]]:
    """Yield the marks glued to words, but not the numbers of names."""
    for at in _CALL.finditer(text):
        glued = at[1] and at.start() == at.start(1) and at[1][0].isdigit()
        if not (glued and _NUMBERED.search(text, max(0, at.start() - 6), at.start())):
            yield at


def first(found: re.Match[str]) -> str:
    """Return the one group of a match that matched."""
    return str(next(filter(None, found.groups())))


def note_mark(line: str, marks: frozenset[str] = frozenset()) -> str:
    """Return the mark with which a footnote begins, empty when the line begins none.

    Args:
        line: the first line of a stretch.
        marks: marks that the body refers to; a bare number counts only when it is one.
    """
    if found := _NOTE.match(line):
        return first(found).translate(_SUPERSCRIPTS)
    if found := _FAINT_NOTE.match(line):
        mark = first(found)
        return mark if mark in marks else ""
    return ""


def faint_marks(text: str) -> frozenset[str]:
    """Return the marks glued to words, such as the 12 of ``word.12`` or the (3) of ``word (3)``."""
    called = Counter(map(first, _called(text)))
    found = frozenset(called)
    begun = Counter(at[1] for at in _ROUND.finditer(text))
    both = sum((called & begun).values())
    most = max(sum(begun.values()), sum(n for mark, n in called.items() if mark[0] == "("))
    # brackets count theses and steps, too; those are not called once each
    return found if both >= _PAIRED * most else frozenset(one for one in found if one[0] != "(")


def calls(line: str, mark: str) -> bool:
    """Say whether a line, or several, refer to the note ``mark``."""
    if re.search(rf"<sup>\s*{re.escape(mark)}\s*</sup>|\[\^?{re.escape(mark)}\]", line):
        return True
    return any(first(at) == mark for at in _called(line.translate(_SUPERSCRIPTS)))


def begins_note(group: Group, page: Sequence[Group], marks: frozenset[str]) -> bool:
    """Say whether a stretch begins a note; ``page`` is what stands above on its page, if known.

    A bare number begins the entry of a list, too: it is a note where the page calls it, or is one
    of notes.
    """
    mark = note_mark(group[0].text, marks)
    if not mark or not page or _NOTE.match(group[0].text):
        return bool(mark)
    if calls("\n".join(line.text for one in page for line in one), mark):
        return True
    first = note_mark(page[0][0].text, marks)
    rising = first.isdigit() and mark.isdigit() and int(first) < int(mark)
    return rising or bool(_NOTES.fullmatch(page[-1][-1].text.strip()))


def split_notes(group: Group, marks: frozenset[str]) -> list[Group]:
    """Cut a stretch of several notes into one stretch for each."""
    cuts = [0]
    last = note_mark(group[0].text, marks)
    for row, line in enumerate(group[1:], 1):
        mark = note_mark(line.text, marks)
        if mark and (_next(last, mark) or not last) and not _goes_on(group[row - 1].text):
            cuts.append(row)
            last = mark
    return [group[start:end] for start, end in zip(cuts, [*cuts[1:], len(group)], strict=True)]


_ORDER = ("*", "†", "‡", "§")


def _next(last: str, mark: str) -> bool:
    """Say whether one mark follows on another at the foot of a page."""
    one, two = last.strip("()"), mark.strip("()")
    if two.isdigit():
        return not one.isdigit() or int(two) == int(one) + 1
    return two != one and not one.isdigit()


def _goes_on(line: str) -> bool:
    """Say whether a line surely goes on in the next one."""
    return line.endswith(("-", ",", " p.", " pp.", " n.", " vol.", " no.", " no"))


def inner_start(group: Group, body: Iterable[Line], marks: frozenset[str]) -> int:
    """Return the line inside a stretch with which the notes begin; 0 where none do.

    Only the page itself shows it: the mark is called above, in its body or in the stretch.
    """
    rows = [row for row in range(1, len(group)) if note_mark(group[row].text, marks)]
    above = [line.text for line in body] if rows else []
    for row in rows:
        mark = note_mark(group[row].text, marks)
        near = [*above, *(line.text for line in group[:row])]
        if not _goes_on(group[row - 1].text) and any(calls(one, mark) for one in near):
            return row
    return 0


def is_carried(lines: Group, notes: Group, body: Sequence[Group]) -> bool:
    """Say whether lines above the first note of a foot go on with a note of the page before.

    They do where the body breaks off above them, or they begin inside a sentence, or are set
    in the small type of the notes.
    """
    if not body or any(_CALL.search(line.text) for line in lines):
        return False
    before = body[-1][-1].text
    if not _STOP.search(before) or lines[0].text[:1].islower():
        return True
    above = list(_full(line for group in body for line in group))
    here, below = list(_full(lines)), list(_full(notes))
    if not above or not here or not below:
        return False
    wide, narrow = sum(below) / len(below), sum(above) / len(above)
    return wide > _SMALLER * narrow and sum(here) / len(here) > (wide + narrow) / 2


def _full(lines: Iterable[Line]) -> Iterator[int]:
    """Yield the lengths of lines that another one follows in their sentence."""
    for line, _after in pairwise(lines):
        if not _STOP.search(line.text):
            yield len(line.text)
