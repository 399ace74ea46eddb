"""The title page and the imprint: title, authors, and what else stands before the text."""

import re
from dataclasses import replace

from reader.model import PassageKind, RepairKind
from reader.restore.draft import STOP, Draft, is_imprint, title_key
from reader.restore.strand import Ledger

_SMALL = frozenset({
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
})  # fmt: skip
#: Words that names do not begin with or hold.
_NO_NAME = re.compile(
    r"\d|\b(?:library|press|copyright|the|of|in|on|to|what|why|how|il|lo|la|le|gli|della?|che)\b",
    re.IGNORECASE,
)
_LINKS = frozenset({"and", "&", "e", "et", "und", "y", "de", "van", "von", "di", "da", "du"})
#: Passages among which a title page may lie, words of a paragraph that ends it, of an imprint.
_PAGE, _REAL, _IMPRINT = 25, 25, 90
#: Paragraphs that may stand on a title page: what the text is about, where it first appeared.
_BLURBS = 3
#: Words of a line of the title page at most, and lines of it where the format states the title.
_LINE, _TITLES = 12, 8


def mark_front(drafts: list[Draft], ledger: Ledger) -> tuple[list[Draft], str, tuple[str, ...]]:
    """Tell the title page and imprint from the body; return title and authors, too.

    What the title page says twice is said once.
    """
    made = _with_title(drafts)
    title, authors = "", list[str]()
    seen: set[str] = set()
    again: set[int] = set()
    real = 0
    for row, draft in enumerate(made[:_PAGE]):
        if draft.kind is PassageKind.HEADING:
            if title and title_key(draft.text) != title_key(title):
                break
            title = title or (draft.text if draft.level == 1 and row < 4 else "")
        elif _is_front(draft) and (title or row < 2):
            made[row] = replace(draft, kind=PassageKind.FRONT)
            if title and not authors and is_name(draft.text):
                authors = _names(draft.text)
            if title_key(draft.text) in seen and _leave_out(draft, ledger):
                again.add(row)
        elif draft.words > _REAL:
            real += 1
            if real > _BLURBS:
                break
            continue
        seen.add(title_key(draft.text))
    _mark_end(made)
    kept = [draft for row, draft in enumerate(made) if row not in again]
    return kept, _spelled(title), tuple(authors)


def _with_title(drafts: list[Draft]) -> list[Draft]:
    """Make the first line of a text its title, where no heading stands before its paragraphs."""
    made = list(drafts)
    for row, draft in enumerate(drafts[:2]):
        if not _is_front(draft) or draft.words > _LINE:
            break
        if _is_title(draft, drafts[row + 1] if row + 1 < len(drafts) else None):
            made[row] = replace(draft, kind=PassageKind.HEADING, level=1)
            break
    return made


def _is_title(draft: Draft, after: Draft | None) -> bool:
    """Say whether a first line is a title: not a name before one, nor part of a sentence."""
    text = draft.text
    if not after or is_imprint(text) or not text[0].isupper() or text[-1] in "-–—,;)":
        return False
    if is_name(text) and _is_front(after) and not is_name(after.text):
        return False
    follows = after.words > _REAL or _is_front(after) or after.kind is PassageKind.HEADING
    return follows and not after.text[0].islower()


def _mark_end(made: list[Draft]) -> None:
    """Tell the imprint on the last page from the body."""
    for row in range(len(made) - 1, max(0, len(made) - 6), -1):
        if made[row].kind is not PassageKind.BODY or not _is_front(made[row]):
            break
        made[row] = replace(made[row], kind=PassageKind.FRONT)


def _leave_out(draft: Draft, ledger: Ledger) -> bool:
    span = draft.strand.source(0, len(draft.text))
    return ledger.allow(RepairKind.RUNNING_HEAD, span, draft.text, "", 0.8)


def _spelled(title: str) -> str:
    """Return a title in capitals with usual ones."""
    if not title.isupper():
        return title
    words = [
        word if row and word in _SMALL else word.capitalize()
        for row, word in enumerate(title.lower().split())
    ]
    return " ".join(words)


def _is_front(draft: Draft) -> bool:
    if draft.kind is not PassageKind.BODY:
        return False
    if draft.words < _IMPRINT and is_imprint(draft.text, surely=draft.words > _REAL):
        return True
    return draft.words < _LINE and not STOP.search(draft.text)


def is_name(text: str) -> bool:
    """Say whether a line is a name or several, as below a title."""
    words = text.removeprefix("by ").removeprefix("By ").split()
    return (
        2 <= len(words) <= 8
        and not _NO_NAME.search(text.removeprefix("di "))
        and all(word[0].isupper() or word in _LINKS for word in words)
    )


def _names(text: str) -> list[str]:
    plain = re.sub(r"^[Bb]y ", "", text)
    return [name.strip() for name in re.split(r",| and | & ", plain) if name.strip()]


def mark_stated_front(drafts: list[Draft]) -> list[Draft]:
    """Tell names below a stated title from the body, and the imprint around the text.

    The format says what is a heading, not what belongs to the title page.
    """
    made = list(drafts)
    first = next((row for row, one in enumerate(drafts) if one.kind is PassageKind.HEADING), -1)
    if not 0 <= first < _TITLES or (first and drafts[first].level != 1):
        return made
    for row in range(first + 1, min(first + _TITLES, len(drafts))):
        draft = drafts[row]
        short = draft.words < _LINE and not STOP.search(draft.text) and is_name(draft.text)
        imprint = is_imprint(draft.text) and draft.words < _IMPRINT
        if draft.kind is not PassageKind.BODY or not (short or imprint):
            break
        made[row] = replace(draft, kind=PassageKind.FRONT)
    for row in range(len(made) - 1, first, -1):
        draft = made[row]
        imprint = is_imprint(draft.text) and draft.words < _LINE
        if draft.kind is not PassageKind.BODY or not imprint:
            break
        made[row] = replace(draft, kind=PassageKind.FRONT)
    return made
