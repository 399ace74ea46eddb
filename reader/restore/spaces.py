"""Spaces: missing after a comma, too many before one, words run together, stray marks."""

import re

from reader.model import RepairKind
from reader.restore.lexicon import Lexicon
from reader.restore.strand import Edit

_GLUED = re.compile(r"(?<=[^\W\d_]{2})[,;](?=[^\W\d_]{2})")
_BRACKET = re.compile(r"(?<=[a-z][.!?][”\"])(?=\([A-Z][^()]{2,60}\))")
_LOOSE = re.compile(r"(?<=[^\W_]) +(?=[,;](?:\s|$))|(?<=[)\]]) +(?=[,;.](?:\s|$))")
_MANY = re.compile(r"[ \t\u00a0]{2,}|[\t\u00a0]")
_HIDDEN = re.compile(
    r"[\u200b-\u200f\u2029-\u202e\u2060-\u2064\ufeff\u00ad\x00-\x08\x0b-\x1f\x7f]+"
)
_STRAY_CLOSE = re.compile(
    r"(?<=”)’(?=[.,;:\s])|(?<=[^\Ws])’(?= [a-z])|(?<=[a-z][.])’(?= [A-Za-z])"
    r"|(?<=[a-z])\.’(?= [a-z])"
)
_STRAY_OPEN = re.compile(r"(?<![^\s(])‘(?=[A-Za-z])")
_APART = re.compile(
    r"\b([Ww]ith(?= out (?:a|the|any)\b)|[Tt]here(?= fore\b)|[Bb]e(?= (?:tween|cause)\b))"
    r" (out|fore|tween|cause)\b"
)
_PAIR = re.compile(r"(?<![^\s(])‘(?=[A-Za-z])[^‘’]{2,80}’(?![^\W\d_])")
_LOOSE_END = re.compile(r"(?<=[^\W\d_])’(?=[,.;:](?:\s|$))")
_GENITIVE = re.compile(r"s’ [a-z]")
_DASH = re.compile(r"(?<=[^\W_,] )-(?=[a-z])|(?<=, )-(?=[a-z])")
_RUN = re.compile(r"(?<![^\W_])(an|a|the|of|to|in|that|it|is|and)([a-z]{2,})(?![^\W_])")


def dashes(text: str) -> list[Edit]:
    """Find dashes glued to the next word, in texts that set a hyphen between spaces for one."""
    return [Edit(RepairKind.SPACE, at.end(), at.end(), " ", 0.9) for at in _DASH.finditer(text)]


def spaces(text: str) -> list[Edit]:
    """Find wrong spaces and characters that nobody can see."""
    found = [Edit(RepairKind.SPACE, at.end(), at.end(), " ", 0.95) for at in _GLUED.finditer(text)]
    found += [
        Edit(RepairKind.SPACE, at.end(), at.end(), " ", 0.9) for at in _BRACKET.finditer(text)
    ]
    found += [
        Edit(RepairKind.SPACE, at.start(), at.end(), "", 0.95) for at in _LOOSE.finditer(text)
    ]
    found += [Edit(RepairKind.SPACE, at.start(), at.end(), " ") for at in _MANY.finditer(text)]
    found += [
        Edit(RepairKind.STRAY_MARK, at.start(), at.end(), "") for at in _HIDDEN.finditer(text)
    ]
    return found


def run_together(text: str, lexicon: Lexicon, *, scanned: bool) -> list[Edit]:
    """Find a small word glued to the next, such as ``thatit``; ``aparty`` in scanned texts."""
    found: list[Edit] = []
    for match in _RUN.finditer(text):
        word = match[0]
        if lexicon.knows(word) or lexicon.own[word] > 1 or lexicon.compounds[word]:
            continue
        if (
            text[match.start() - 1 : match.start()] == "-"
            or text[match.end() : match.end() + 1] == "-"
        ):
            continue
        if not scanned and match[1] not in ("that", "the", "and"):
            continue
        if lexicon.common(match[2], 12) and lexicon.own[match[2]]:
            found.append(Edit(RepairKind.SPACE, match.end(1), match.end(1), " ", 0.8))
    return found


def apart(text: str, lexicon: Lexicon) -> list[Edit]:
    """Find words that recognition cut in two, which never stand side by side: ``with out a``."""
    return [
        Edit(RepairKind.SPACE, at.end(1), at.end(1) + 1, "", 0.8)
        for at in _APART.finditer(text)
        if lexicon.own[(at[1] + at[2]).lower()] > 2
    ]


def loose_quotes(text: str) -> bool:
    """Say whether most single quotation marks of a whole text are specks, without a partner."""
    pairs = len(_PAIR.findall(text))
    return len(stray_quotes(text)) >= max(5, 3 * pairs)


def loose_pairs(text: str) -> list[Edit]:
    """Find single marks that are a pair by chance, in texts where most are specks.

    Such a pair reaches over a comma, or begins or ends beside nothing that it could quote.
    """
    return [
        Edit(RepairKind.STRAY_MARK, at, at + 1, "", 0.6)
        for match in _PAIR.finditer(text)
        if re.search(r"[,;:.] ", match[0])
        for at in (match.start(), match.end() - 1)
        if at == match.start() or not _GENITIVE.match(text, at - 1)
    ]


def loose_ends(text: str) -> list[Edit]:
    """Find closing marks before a comma or stop that close nothing, likewise."""
    return [
        Edit(RepairKind.STRAY_MARK, at.start(), at.end(), "", 0.6)
        for at in _LOOSE_END.finditer(text)
        if text.rfind("‘", max(0, at.start() - 80), at.start()) < 0
    ]


def stray_quotes(text: str) -> list[Edit]:
    """Find single quotation marks without a partner, in texts that quote with double ones."""
    found: list[Edit] = []
    for match in _STRAY_OPEN.finditer(text):
        closing = re.search(r"’(?![^\W\d_])", text[match.end() : match.end() + 80])
        if not closing:
            found.append(Edit(RepairKind.STRAY_MARK, match.start(), match.end(), "", 0.8))
    for match in _STRAY_CLOSE.finditer(text):
        opened = text.rfind("‘", max(0, match.start() - 80), match.start())
        if opened < 0:
            found.append(Edit(RepairKind.STRAY_MARK, match.start(), match.end(), "", 0.8))
    return found
