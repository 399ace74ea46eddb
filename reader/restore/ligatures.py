"""Ligatures: split ones closed (``fi nal``), single characters spelled out (``ﬁnal``)."""

import re

from reader.model import RepairKind
from reader.restore.lexicon import Lexicon
from reader.restore.strand import Edit

_SINGLE = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SINGLE_MARK = re.compile("[" + "".join(_SINGLE) + "]")
_SPLIT = re.compile(r"(?<![^\W_])([^\W\d_]*?(?:ffi|ffl|ff|fi|fl)) ([a-z]+)")


def ligatures(text: str, lexicon: Lexicon, *, often: bool) -> list[Edit]:
    """Find damaged ligatures.

    Args:
        text: of one paragraph.
        lexicon: vocabulary of the text.
        often: whether the text has many of them, so that unknown words may be closed, too.
    """
    found = [
        Edit(RepairKind.LIGATURE, at.start(), at.end(), _SINGLE[at[0]])
        for at in _SINGLE_MARK.finditer(text)
    ]
    for match in _SPLIT.finditer(text):
        if _closes(match[1], match[2], lexicon, often=often):
            at = match.end(1)
            found.append(Edit(RepairKind.LIGATURE, at, at + 1, "", 0.97))
    return found


def _closes(left: str, right: str, lexicon: Lexicon, *, often: bool) -> bool:
    whole = left + right
    if len(left) > 3 and lexicon.listed(left) > 8:
        return False
    if lexicon.knows(whole):
        return True
    return (often and not lexicon.listed(right)) or (often and lexicon.listed(left) <= 8)


def split_often(text: str, lexicon: Lexicon) -> bool:
    """Say whether ligatures of a whole text were split on the way."""
    found = (
        lexicon.knows(at[1] + at[2]) and not lexicon.listed(at[1]) for at in _SPLIT.finditer(text)
    )
    return sum(found) >= 5
