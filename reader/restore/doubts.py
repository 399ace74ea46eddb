"""What a reader should look at: sentences about a source that is not one whole text in order."""

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from reader.model import PageTurn, PassageKind
from reader.restore.draft import Draft, is_imprint
from reader.restore.headings import COUNTED

_WORD = re.compile(r"[^\W\d_]+")
_UNFINISHED = re.compile(r"[^\W\d_,;–-]*[^\W\d_][,;–-]?$")
_ENDED = re.compile(r"[.?!…][\"'”’)\]]*$")
#: Share of the usual letters of a line from which on it may be full.
_FULL = 0.85
#: The name of a person, as it stands alone below a title.
_PERSON = re.compile(
    r"(?:[A-ZÀ-Þ][\w.'’-]{0,20} ){1,3}(?:(?:de|di|da|del|della|von|van|of) )?[A-ZÀ-Þ][\w'’-]{1,20}"
)
_ARTICLE = re.compile(r"(?:The|A|An|On|Of|In|For|Il|La|Le|Lo|I|Gli|Del|Della)\s")
#: Words in a row that two paragraphs share only where one is the other once more.
_RUN = 6
#: Pages that may be missing in one place; where there are more, the numbers are others.
_MISSING = 60
#: Words of a paragraph from which on it is compared, and the share that makes it another's twin.
_LONG, _SAME = 30, 0.6
#: Words in a row that are said again only where a page was copied into the middle of a paragraph.
_COPIED = 80
#: Words that are counted, how many are different and how often the ten commonest stand among
#: them at most, respectively at least, in a text in a language.  English and Italian have 0.2 to
#: 0.35 and 0.18 to 0.28, letters by chance 0.77 and 0.08.
_COUNTED, _DIFFERENT, _COMMONEST = 5_000, 0.65, 0.1

_BOOKLETS = (
    "The file seems to hold two booklets, one behind the other; each was put in order by itself,"
    " as well as it could be."
)
_MEASURES = (
    "From some place on, all lines are longer or shorter than before it; the file may hold two"
    " texts, one behind the other."
)


def doubts(
    drafts: Sequence[Draft],
    turns: Sequence[PageTurn],
    numbers: Sequence[int | None],
    sure: float,
    *,
    stated: bool,
    booklets: int = 1,
    measures: int = 1,
) -> str:
    """Return sentences for people, empty without a doubt; linear.

    Args:
        drafts: all passages but notes, in reading order.
        turns: page turns of the edition.
        numbers: printed page numbers in reading order, None for pages without.
        sure: of the order as a whole.
        stated: whether the format states its blocks, and so where the text begins and ends.
        booklets: how many were put in order one behind the other.
        measures: to how many the lines are set, one behind the other.
    """
    several = _BOOKLETS if booklets > 1 else _several(drafts)
    if measures > 1 and not several:
        several = _MEASURES
    told = [_order(turns, sure), _missing(numbers), _repeated(drafts), several]
    if not stated:
        told.append(_ends(drafts))
    told.append(_language(drafts))
    return " ".join(filter(None, told))


def _order(turns: Sequence[PageTurn], sure: float) -> str:
    doubtful = sum(turn.doubtful for turn in turns)
    if sure < 0.6 and len(turns) > 3:
        return "The order of the pages could not be made out with certainty; please look at it."
    moved = any(turn.right.start < turn.left.start for turn in turns)
    if doubtful == 1 and moved:
        return "One page turn is doubtful; please look at it, a page may be missing there."
    # of a file in order every page may end a paragraph
    if doubtful > 1 and (moved or doubtful > len(turns) // 4):
        return f"{doubtful} page turns are doubtful; please look at them, pages may be missing."
    return ""


def _missing(numbers: Sequence[int | None]) -> str:
    """Tell of pages that were counted but are not there; one by itself may be blank."""
    known = [(number, at) for at, number in enumerate(numbers) if number is not None]
    gaps = [
        (first, gap)
        for (first, at), (then, behind) in pairwise(known)
        if 1 < (gap := then - first - (behind - at)) <= _MISSING
    ]
    if (
        not gaps
        or len(known) < len(numbers) // 2
        or any(b < a for (a, _), (b, _) in pairwise(known))
    ):
        return ""
    (first, _gap), count = gaps[0], sum(gap for _first, gap in gaps)
    if len(gaps) == 1:
        return f"By their numbers, {count} pages are missing after page {first}."
    return f"By their numbers, {count} pages are missing, the first of them after page {first}."


def _repeated(drafts: Sequence[Draft]) -> str:
    """Tell of paragraphs that stand twice: a page was copied or scanned twice."""
    seen: dict[int, int] = {}
    twins = 0
    for row, draft in enumerate(drafts):
        runs = list(_runs(draft.text)) if draft.kind is PassageKind.BODY else []
        known = Counter(seen[run] for run in runs if run in seen)
        alike = len(runs) >= _LONG and known and known.most_common(1)[0][1] > _SAME * len(runs)
        twins += bool(alike) or _copied(runs, seen)
        for run in runs:
            seen.setdefault(run, row)
    if not twins:
        return ""
    if twins == 1:
        return "One paragraph stands twice in the file; both are kept."
    return f"{twins} paragraphs stand twice in the file; all are kept."


def _copied(runs: Sequence[int], seen: Container[int]) -> bool:
    """Say whether a paragraph repeats a long stretch of one before it, or of itself."""
    own: set[int] = set()
    streak = 0
    for run in runs:
        streak = streak + 1 if run in seen or run in own else 0
        if streak == _COPIED:
            return True
        own.add(run)
    return False


def _runs(text: str) -> Iterator[int]:
    words = _WORD.findall(text.lower())
    for at in range(len(words) - _RUN + 1):
        yield hash(tuple(words[at : at + _RUN]))


def _several(drafts: Sequence[Draft]) -> str:
    """Tell of several texts in one file, each with its title and its author below."""
    titles = [
        row
        for row, (draft, after) in enumerate(pairwise(drafts))
        if draft.kind is PassageKind.HEADING and draft.level == 1 and _is_byline(after)
    ]
    if titles and not COUNTED.match(drafts[titles[0]].text):
        titles.insert(0, 0)  # what stands before the title of another is a text, too
    parts = [
        sum(one.words for one in drafts[start:end])
        for start, end in pairwise([*titles, len(drafts)])
    ]
    long = sum(words > 10 * _LONG for words in parts)
    if long < 2:
        return ""
    return f"The file seems to hold {long} texts; split it to have each of them by itself."


def _is_byline(draft: Draft) -> bool:
    text = draft.text.strip().removeprefix("by ").removeprefix("di ")
    return bool(_PERSON.fullmatch(text)) and not _ARTICLE.match(text)


def _ends(drafts: Sequence[Draft]) -> str:
    """Tell of a text that begins or breaks off inside a sentence."""
    # a few words by themselves look like the imprint
    body = [draft for draft in drafts if draft.kind in (PassageKind.BODY, PassageKind.FRONT)]
    long = (one.words > _LONG // 2 for one in body if one.kind is PassageKind.BODY)
    if sum(long) < 2:
        return ""
    headed = any(draft.kind is PassageKind.HEADING for draft in drafts[: drafts.index(body[0])])
    begins = not headed and _begins_inside(body)
    breaks = drafts[-1] is body[-1] and _breaks_off(body)
    if begins and breaks:
        return "The text begins and breaks off inside sentences; pages may be missing."
    if begins:
        return "The text begins inside a sentence; pages before it may be missing."
    return "The text breaks off inside a sentence; pages may be missing." if breaks else ""


def _begins_inside(body: Sequence[Draft]) -> bool:
    """Say whether a text begins inside a sentence, of which the end may be all that is there."""
    first = next(one for one in body if one.words > _LONG // 2 and one.kind is PassageKind.BODY)
    rest = _inside(body[0].text) and bool(_ENDED.search(body[0].text))
    return rest or _inside(first.text)


def _inside(text: str) -> bool:
    """Say whether words begin with a small letter."""
    return text.lstrip("'’‘\"“«([")[:1].islower()


def _breaks_off(body: Sequence[Draft]) -> bool:
    """Say whether a text ends inside a sentence, of which one full line may be all."""
    last = body[-1]
    if not _UNFINISHED.search(last.text.split()[-1]):
        return False
    if last.words > _LONG // 2:
        return last.kind is PassageKind.BODY
    usual = [len(draft.text) / draft.lines for draft in body if draft.lines > 2]
    full = bool(usual) and len(last.text) / last.lines > _FULL * sum(usual) / len(usual)
    return full and last.text.split()[-1][:1].islower() and not is_imprint(last.text)


def _language(drafts: Sequence[Draft]) -> str:
    """Tell of words by chance: in every language some stand in every sentence."""
    words: list[str] = []
    for draft in drafts:
        words += _WORD.findall(draft.text.lower())
        if len(words) > _COUNTED:
            break
    if len(words) < _COUNTED // 5:
        return ""
    words = words[:_COUNTED]
    counted = Counter(words)
    usual = sum(count for _word, count in counted.most_common(10))
    if len(counted) < _DIFFERENT * len(words) or usual > _COMMONEST * len(words):
        return ""
    return "This does not look like a text in a language; it was taken as it stands."
