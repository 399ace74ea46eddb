"""Finding many phrases at once, however they are hyphenated, spaced or inflected.

Phrases are kept as the joined folds of their words, so that "self-valorisation",
"selfvalorization" and "self valorizations" are looked up under one name.
"""

import re
from collections.abc import Iterable, Sequence

from reader.apparatus.folding import fold
from reader.matching import skeleton
from reader.model import Span

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
#: Between two words of one phrase: no end of sentence, bracket or blank line.
_APART = re.compile(r"[.;:!?…()\[\]{}|/]|\n\s*\n")
_HYPHENS = ("-", "\u2010", "\u2011", "\u00ad")
#: Letters by which the first look-up is made; most words of a text fail here.
_HEAD = 4
#: A closed-up phrase has at least so many letters; below, "go on" would be found in "goon".
_CLOSED = 8


#: A word of so many letters in capitals among others that are not is an abbreviation.
_ABBREVIATION = range(3, 6)


def spelling(words: str) -> tuple[str, ...]:
    """Return the folds of the words of a phrase."""
    return tuple(folds(_WORD.findall(words)))


def folds(words: Sequence[str]) -> list[str]:
    """Return the folds of words that follow one another; an abbreviation has no ending.

    >>> folds(["AIDS", "and", "mutual", "aids"]), folds(["MUTUAL", "AIDS"])
    (['aids', 'and', 'mutual', 'aid'], ['mutual', 'aid'])
    """
    loud = [False, *(word.isupper() and len(word) > 1 for word in words), False]
    return [
        skeleton(word)
        if loud[at] and len(word) in _ABBREVIATION and not (loud[at - 1] or loud[at + 1])
        else fold(word)
        for at, word in enumerate(words, start=1)
    ]


class Finder:
    """Finds phrases in texts.

    Args:
        phrases: pairs of a phrase and the key that it names.
    """

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        self._keys: dict[str, dict[str, None]] = {}
        self._words: dict[str, set[int]] = {}
        self._reach: dict[str, int] = {}
        for phrase, key in phrases:
            self._take(phrase, key)

    def _take(self, phrase: str, key: str) -> None:
        folded = spelling(phrase)
        names = ["".join(folded)]
        if len(folded) > 1:  # closed up, only the last one keeps an ending that can be folded
            names.append(fold("".join(word.casefold() for word in _WORD.findall(phrase))))
        for joined in names:
            if joined:
                self._keys.setdefault(joined, {})[key] = None
                self._words.setdefault(joined, set()).add(len(folded))
                head = joined[:_HEAD]
                self._reach[head] = max(len(joined), self._reach.get(head, 0))

    def named(self, folded: tuple[str, ...]) -> tuple[str, ...]:
        """Return the keys that a phrase of these folds names."""
        return tuple(self._keys.get("".join(folded), ()))

    def find(self, text: str) -> list[tuple[str, Span]]:
        """Return the keys named in ``text`` and where; see ``Glossary.find``."""
        places = [(found.start(), found.end()) for found in _WORD.finditer(text)]
        folded = folds([text[start:end] for start, end in places])
        reach = self._reach
        found: list[tuple[str, Span]] = []
        last_end = 0
        for row, word in enumerate(folded):
            # a short first word is completed by the next for the look-up
            head = word if len(word) >= _HEAD else word + "".join(folded[row + 1 : row + _HEAD])
            if (most := reach.get(head[:_HEAD])) or (most := reach.get(word)):
                name, stop = self._longest(text, places, folded, row, most)
                if name and places[stop][1] > last_end:
                    last_end = places[stop][1]
                    span = Span(places[row][0], last_end)
                    found += [(key, span) for key in self._keys[name]]
        return found

    def _longest(
        self, text: str, places: list[tuple[int, int]], folded: list[str], row: int, most: int
    ) -> tuple[str, int]:
        """Return the longest phrase that begins at word ``row`` and its last word."""
        best, stop, joined, hyphens = "", row, "", 0
        for at in range(row, len(folded)):
            if at > row:
                between = text[places[at - 1][1] : places[at][0]]
                initial = places[at - 1][1] - places[at - 1][0] == 1  # "C. L. R. James"
                if _APART.search(between.removeprefix(".") if initial else between):
                    break
                hyphens += between.startswith(_HYPHENS)
            joined += folded[at]
            if len(joined) > most:
                break
            if joined in self._keys and self._fits(joined, at - row + 1, hyphens):
                best, stop = joined, at
        return best, stop

    def _fits(self, name: str, words: int, hyphens: int) -> bool:
        """Say whether so many words can be this phrase."""
        wanted = self._words[name]
        if words in wanted:
            return True
        if words < max(wanted):
            return len(name) >= _CLOSED
        return words - max(wanted) <= hyphens
