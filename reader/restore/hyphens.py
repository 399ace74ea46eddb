"""Hyphens: those of line ends removed or kept, those that were swallowed put back."""

import re
from itertools import islice

from reader.model import RepairKind
from reader.restore.lexicon import Lexicon
from reader.restore.strand import Edit

_HALF = re.compile(r"([^\W\d_]+(?:['’][^\W\d_]+)?)[-\u00ad¬]$")
_REST = re.compile(r"[^\W\d_]+")
#: Chinese and Japanese letters and marks, which are set without spaces.
_CLOSE_SET = re.compile(r"[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]")
_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]{6,40}(?![^\W\d_])")
_BROKEN = re.compile(r"\b([^\W\d_]{2,})-([a-z]{2,})\b")
#: Fronts that English hyphens where the whole is not an established word.
FRONTS = frozenset(
    [
        "self",
        "non",
        "anti",
        "post",
        "pre",
        "neo",
        "ex",
        "inter",
        "intra",
        "multi",
        "semi",
        "pseudo",
        "quasi",
        "counter",
        "ultra",
        "pro",
        "co",
    ]
)


def keeps_hyphen(half: str, rest: str, lexicon: Lexicon) -> bool:
    """Say whether a hyphen between the halves of a word belongs to it.

    Args:
        half: letters before the hyphen.
        rest: letters after it.
        lexicon: vocabulary of the text.
    """
    left, right = half.lower(), rest.lower()
    if rest[:1].isupper():
        return True
    whole = left + right
    spelled, joined = lexicon.compounds[f"{left}-{right}"], lexicon.own[whole]
    if spelled or joined:
        return spelled > joined or (spelled == joined and not lexicon.listed(whole))
    if left in FRONTS and (habit := lexicon.fronted(left, right)):
        return habit > 0
    if lexicon.knows(whole):
        return False
    if left in FRONTS and lexicon.listed(right):
        return True
    common = lexicon.common(left, 11) and lexicon.common(right, 11)
    return common and len(left) > 2 and len(right) > 2


def line_end(line: str, following: str, lexicon: Lexicon) -> tuple[str, int, RepairKind | None]:
    """Decide how a line goes on in the next.

    Returns:
        What stands between them, how many code points of the line's end it replaces, and the
        kind of repair, None where only the line break went.
    """
    if line.endswith(("--", "—")) and not line.endswith((" --", " —")):
        return "", 0, None
    if following.startswith(("--", "—")) and not following.startswith(("-- ", "— ")):
        return "", 0, None
    if _CLOSE_SET.match(line[-1:]) and _CLOSE_SET.match(following):
        return "", 0, None
    half, rest = _HALF.search(line), _REST.match(following)
    if not half or not rest:
        joined = line.endswith("-") and not line.endswith(" -")
        return ("", 0, None) if joined or line.endswith("/") else (" ", 0, None)
    if line[-1] == "-" and rest[0] in _SHARED and not lexicon.knows(half[1] + rest[0]):
        return " ", 0, None
    if line[-1] == "-" and keeps_hyphen(half[1], rest[0], lexicon):
        return "", 0, RepairKind.HYPHEN_KEPT
    return "", 1, RepairKind.HYPHEN_REMOVED


def swallowed(text: str, lexicon: Lexicon) -> list[Edit]:
    """Find compounds whose hyphen was lost at a line end: ``selfdefined`` for ``self-defined``.

    Only where the text has the compound itself, or the word is unknown and a front that is
    usually hyphened stands before a known word, or a capital stands inside it.
    """
    found: list[Edit] = []
    for match in _WORD.finditer(text):
        cut = _lost_hyphen(match[0], lexicon)
        if cut:
            at = match.start() + cut
            found.append(Edit(RepairKind.HYPHEN_RESTORED, at, at, "-", 0.9))
    return found


def _lost_hyphen(word: str, lexicon: Lexicon) -> int:
    """Return where a hyphen was lost in a word; 0 for nowhere."""
    plain = word.lower()
    inner = re.match(r"([A-Z][a-z]{3,})(?=[A-Z][a-z]{3,}$)", word)
    if inner and lexicon.own[plain] < 2 and not lexicon.listed(word):
        rest = word[inner.end() :].lower()
        used = lexicon.own[rest] or lexicon.own[rest.removesuffix("s")]
        return inner.end() if used and lexicon.own[inner[1].lower()] else 0
    for cut in range(2, len(plain) - 2):
        spelled = lexicon.compounds[f"{plain[:cut]}-{plain[cut:]}"]
        if spelled > lexicon.own[plain] // 2 and not lexicon.listed(plain):
            return cut
    for front in ("self",):
        rest = plain.removeprefix(front)
        if rest != plain and lexicon.listed(rest) and not lexicon.listed(plain):
            return len(front)
    return 0


#: Words that begin a clause: after a hyphen without space they follow a dash.
_CLAUSE = frozenset(
    [
        "a",
        "an",
        "the",
        "throughout",
        "which",
        "that",
        "and",
        "but",
        "or",
        "not",
        "as",
        "whether",
        "how",
        "when",
        "where",
        "what",
        "this",
        "these",
        "those",
        "we",
        "they",
        "it",
        "he",
        "she",
    ]
)
_SINGLE = re.compile(r"(?<![-\w])([^\W_]+)-([a-z]+)(?![-\w])")


def lost_dashes(text: str, lexicon: Lexicon) -> list[Edit]:
    """Find dashes set as two hyphens of which a line end took one: ``1960s-a crisis``."""
    found: list[Edit] = []
    for match in _SINGLE.finditer(text):
        left, right = match[1].lower(), match[2]
        if right in _CLAUSE and lexicon.compounds[f"{left}-{right}"] < 2 and len(left) > 2:
            at = match.end(1)
            found.append(Edit(RepairKind.HYPHEN_RESTORED, at, at + 1, "--", 0.8))
    return found


def split_inside(text: str, lexicon: Lexicon) -> list[Edit]:
    """Find line-end hyphens left inside a line: ``some-thing`` for ``something``."""
    found: list[Edit] = []
    for match in _BROKEN.finditer(text):
        left, right = match[1].lower(), match[2].lower()
        whole = left + right
        rare = lexicon.compounds[f"{left}-{right}"] < 2 and left not in FRONTS
        if rare and lexicon.own[whole] and lexicon.listed(whole) >= 14:
            at = match.end(1)
            found.append(Edit(RepairKind.HYPHEN_REMOVED, at, at + 1, "", 0.8))
    return found


#: A half of a word and its rest behind a space: another program made one line of two.
_APART = re.compile(r"(?<![^\W_])([^\W\d_]{2,})- ([^\W\d_]{2,})(?![^\W\d_]|-)")
#: Words behind a hyphen that stands for the end of a compound still to come: pre- and post-war.
_SHARED = frozenset(["and", "or", "to", "nor", "und", "oder", "bis", "et", "ou", "ed", "od", "per"])
#: Halves in a whole text that can only be such from which on all are.
_REFLOWED = 2


def reflowed(text: str, lexicon: Lexicon) -> bool:
    """Say whether lines of a text were joined with their hyphens left in: ``organi- sation``."""
    sure = (at for at in _APART.finditer(text) if _surely_one(at[1], at[2], lexicon))
    return len(list(islice(sure, _REFLOWED))) == _REFLOWED


def halves_apart(text: str, lexicon: Lexicon) -> list[Edit]:
    """Find words in two halves inside a line, in a text that was reflowed."""
    found: list[Edit] = []
    for match in _APART.finditer(text):
        left, right = match[1], match[2]
        if right.lower() in _SHARED or right in _CLAUSE:
            continue
        at = match.end(1)
        kept = keeps_hyphen(left, right, lexicon)
        if not kept and lexicon.knows(left + right):
            found.append(Edit(RepairKind.HYPHEN_REMOVED, at, at + 2, "", 0.85))
        elif kept or (lexicon.listed(left) and lexicon.listed(right)):
            found.append(Edit(RepairKind.SPACE, at + 1, at + 2, "", 0.85))
    return found


def _surely_one(left: str, right: str, lexicon: Lexicon) -> bool:
    if right.lower() in _SHARED or right in _CLAUSE:
        return False
    whole = lexicon.knows(left + right) and not (lexicon.common(left) and lexicon.common(right))
    return whole or (left.lower() in FRONTS and lexicon.listed(right) > 0)
