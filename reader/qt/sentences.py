"""What the core says, in the language of the window: an English sentence goes in, ours comes out.

The core is used without a window, too, and knows no language; so its sentences are recognised by
the templates of ``sentence_table``.  What is not recognised stays as it is.
"""

import re
from functools import cache

from PySide6.QtCore import QCoreApplication

#: Longer texts are none of our sentences, in characters.
_LONGEST = 1500
#: One of them; where it stays as it is, the window speaks English.
_SAMPLE = "This note is no longer there."


def translated(words: str) -> str:
    """Return a sentence of the core in the language of the window.

    What it names - files, numbers, another sentence - is kept or translated in its turn.  Costs
    20 ms at first and 2 ms at most later; nothing where the window speaks English.
    """
    if len(words) > _LONGEST or _ours(_SAMPLE) == _SAMPLE:
        return words
    return _through(words, 2)


def _through(words: str, deep: int) -> str:
    if words in _known():
        return _ours(words)
    if not deep:
        return words
    for template, pattern in _patterns():
        if found := pattern.fullmatch(words):
            return _ours(template).format(*(_through(one, deep - 1) for one in found.groups()))
    return words


def _ours(template: str) -> str:
    return QCoreApplication.translate("Core", template)


@cache
def _known() -> frozenset[str]:
    from reader.qt.sentence_table import SENTENCES  # only where it is needed

    return frozenset(SENTENCES)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Templates with something to fill in, those with most words of their own first."""
    open_ones = [one for one in _known() if "{0}" in one]
    open_ones.sort(key=lambda one: (-len(re.sub(r"\{\d\}", "", one)), one))
    return tuple((one, _pattern(one)) for one in open_ones)


def _pattern(template: str) -> re.Pattern[str]:
    literal = [re.escape(part) for part in re.split(r"\{\d\}", template)]
    return re.compile("(.+?)".join(literal), re.DOTALL)
