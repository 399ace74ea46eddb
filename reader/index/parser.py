"""A query read as a reader meant it.

A mistake is noted with its place and the rest is still looked for; nothing a person can type
raises an error.  The grammar, loosest first::

    either  = all { OR all }
    all     = one { [AND] one }
    one     = (NOT | -) one | near
    near    = thing { NEAR[/n] thing }
    thing   = ( either ) | field: thing | "phrase" | word | pre* | wild?card | fuzzy~ | fuzzy~2

Limits (issue 6; annotations anchors, 4.3, number 19): 500 code points, words of 50, 20 terms.
"""

import re
from dataclasses import replace
from itertools import pairwise
from typing import get_args

from reader.index.lexer import Sign, Token, cut
from reader.index.query import (
    AllOf,
    AnyOf,
    Better,
    Either,
    Facet,
    Field,
    Fuzzy,
    Leaf,
    Mistake,
    Near,
    Not,
    Parsed,
    Phrase,
    Query,
    Wild,
    Word,
)
from reader.index.vocabulary import MOST_WILDCARDS
from reader.index.words import HYPHENS, LONGEST, fold, placed_words, spelt, words_of

LONGEST_QUERY = 500
MOST_TERMS = 20
#: Brackets in brackets; deeper ones are read as if they were not there.
DEEPEST = 20
#: Words between both sides of NEAR: without a number (as in SQLite's FTS5), and at most.
NEAR_USUAL, NEAR_MOST = 10, 100
_LEAVES = get_args(Leaf)
_FUZZY = re.compile(r"(.*?)~(\d*)")
_BY_NAME = {field.value: field for field in Field} | {"color": Field.COLOUR}
_JOINERS = re.compile(rf"[{HYPHENS}]")
#: In a phrase a question mark is a wildcard within a word only; at its end it may be the author's.
_INNER, _ENDING = re.compile(r"\?(?=\w)"), re.compile(r"\?+(?=\W*$)")


def parse(query: str, *, typing: bool = False) -> Parsed:
    """Read a query.

    Args:
        query: as typed.
        typing: the last word may be unfinished; it stands for all words that begin so.
    """
    return _Parser(query, typing=typing).parsed()


class _Parser:
    """One query being read, from left to right."""

    def __init__(self, query: str, *, typing: bool) -> None:
        self.mistakes: list[Mistake] = []
        if len(query) > LONGEST_QUERY:
            self._note(f"Only the first {LONGEST_QUERY} characters are looked for.", LONGEST_QUERY)
            query, typing = query[:LONGEST_QUERY], False
        self.tokens = cut(query)
        self.row = 0
        self.depth = 0
        self.terms = 0
        self.end = len(query) if typing and query[-1:].isalnum() else -1

    def parsed(self) -> Parsed:
        trees = []
        while self.token.sign is not Sign.END:
            tree = self._either()
            if tree is not None:
                trees.append(tree)
            if self.token.sign is Sign.CLOSE:
                self._note("This bracket was never opened.", self.token.at)
                self._take()
        if not trees and not self.mistakes and len(self.tokens) > 1:
            self._note("There is no word to look for.", 0)
        return Parsed(_all(trees), tuple(sorted(self.mistakes, key=lambda m: m.at)))

    # -- small steps ---------------------------------------------------------------

    @property
    def token(self) -> Token:
        return self.tokens[self.row]

    def _take(self) -> Token:
        token = self.token
        if token.sign is not Sign.END:
            self.row += 1
        return token

    def _note(self, message: str, at: int) -> None:
        self.mistakes.append(Mistake(message, at))

    # -- the grammar ---------------------------------------------------------------

    def _either(self) -> Query | None:
        parts = [self._all()]
        while self.token.sign is Sign.OR:
            operator = self._take()
            part = self._all()
            if part is None or parts[-1] is None:
                self._note("OR needs something on both sides.", operator.at)
            parts.append(part)
        kept = [part for part in parts if part is not None]
        return AnyOf(tuple(kept)) if len(kept) > 1 else next(iter(kept), None)

    def _all(self) -> Query | None:
        parts: list[Query] = []
        while self.token.sign not in (Sign.END, Sign.CLOSE, Sign.OR):
            operator = self._take() if self.token.sign is Sign.AND else None
            part = self._one()
            if operator and (part is None or not parts):
                self._note("AND needs something on both sides.", operator.at)
            if part is not None:
                parts.append(part)
        return _all(parts)

    def _one(self) -> Query | None:
        nots = []
        while self.token.sign is Sign.NOT:
            nots.append(self._take())
        part = self._near()
        if part is None and nots:
            self._note("There is nothing after this NOT.", nots[-1].at)
        return Not(part) if part is not None and len(nots) % 2 else part

    def _near(self) -> Query | None:
        left = self._thing()
        while self.token.sign is Sign.NEAR:
            operator = self._take()
            right = self._thing()
            left = self._nearby(left, right, operator)
        return left

    def _nearby(self, left: Query | None, right: Query | None, operator: Token) -> Query | None:
        if left is None or right is None:
            self._note("NEAR needs something on both sides.", operator.at)
            return right if left is None else left
        here, there = _leaf(left), _leaf(right)
        if here is None or there is None:
            self._note("NEAR joins words and phrases; this was read as AND.", operator.at)
            return AllOf((left, right))
        if operator.text and not operator.text.isdecimal():
            self._note("NEAR is written in capitals and with a number: NEAR/5.", operator.at)
        digits = re.sub(r"\D", "", operator.text)[:6]
        width = int(digits) if digits else NEAR_USUAL
        if width > NEAR_MOST:
            self._note(f"NEAR reaches over at most {NEAR_MOST} words.", operator.at)
        return Near(here, there, min(width, NEAR_MOST))

    def _thing(self) -> Query | None:
        sign = self.token.sign
        if sign is Sign.OPEN:
            return self._brackets()
        if sign is Sign.FIELD:
            return self._field()
        if sign is Sign.PHRASE:
            return self._counted(self._phrase(self._take()))
        if sign is Sign.WORD:
            return self._counted(self._word(self._take()))
        if sign in (Sign.NEAR, Sign.END, Sign.CLOSE, Sign.OR, Sign.AND):
            if sign is Sign.NEAR:
                return None
            if sign is Sign.AND:
                self._note("AND needs something on both sides.", self._take().at)
            return None
        return self._one()

    def _brackets(self) -> Query | None:
        opening = self._take()
        if self.depth >= DEEPEST:
            self._note(f"Brackets go at most {DEEPEST} deep.", opening.at)
            while self.token.sign in (Sign.OPEN, Sign.NOT, Sign.FIELD):  # no call for each
                self._take()
            return self._thing()
        self.depth += 1
        inner = self._either()
        self.depth -= 1
        if self.token.sign is Sign.CLOSE:
            self._take()
        else:
            self._note("This bracket is never closed.", opening.at)
        if inner is None:
            self._note("There is nothing between these brackets.", opening.at)
        return inner

    def _counted(self, part: Query | None) -> Query | None:
        """Let at most so many terms pass."""
        if part is None:
            return None
        self.terms += 1
        if self.terms == MOST_TERMS + 1:
            at = self.tokens[self.row - 1].at
            self._note(f"Only the first {MOST_TERMS} terms are looked for.", at)
        return part if self.terms <= MOST_TERMS else None

    # -- fields --------------------------------------------------------------------

    def _field(self) -> Query | None:
        name = self._take()
        field = _BY_NAME.get(name.text.lower())
        adjacent = self.token.at == name.at + len(name.text) + 1
        if field is None or field is Field.KIND:
            known = ", ".join(f"{field}:" for field in Field if field is not Field.KIND)
            self._note(f"There is no field “{name.text}:”; the fields are {known}.", name.at)
            return self._counted(self._word(Token(Sign.WORD, name.text, name.at)))
        if not adjacent or self.token.sign not in (Sign.WORD, Sign.PHRASE, Sign.OPEN):
            self._note(f"There is nothing after “{name.text}:”.", name.at)
            return None
        if field is Field.NOTE:
            inner = self._thing()
            return None if inner is None else AllOf((Facet(Field.KIND, "kind:note"), inner))
        if self.token.sign is Sign.OPEN:
            self._note(
                f"After “{name.text}:” comes one word or “phrase”, not a bracket.", self.token.at
            )
            return self._brackets()
        return self._counted(self._facet(field, self._take()))

    def _facet(self, field: Field, value: Token) -> Query | None:
        words = words_of(value.text)
        if not words:
            self._note(f"There is no word after “{field}:”.", value.at)
            return None
        if field is Field.CONCEPT:
            return Facet(field, " ".join(words))
        starred = value.text.endswith("*")
        unfinished = starred or self._unfinished(value)
        if field in (Field.TAG, Field.COLOUR):
            return Facet(field, " ".join(words), prefix=unfinished)
        *done, last = words
        parts = [Facet(field, word) for word in done]
        return _all([*parts, Facet(field, last, prefix=unfinished)])

    def _unfinished(self, token: Token) -> bool:
        """Say whether the reader may still be typing this word."""
        return token.at + len(token.text) == self.end

    # -- words and phrases ---------------------------------------------------------

    def _phrase(self, token: Token) -> Query | None:
        if not token.closed:
            self._note("This quotation mark has no partner.", token.at)
        parts = [
            part
            for found in re.finditer(r"\S+", token.text)
            for part in self._quoted(Token(Sign.WORD, found[0], token.at + 1 + found.start()))
        ]
        if not parts:
            self._note("There is no word between these quotation marks.", token.at)
            return None
        typing = not token.closed and token.at + 1 + len(token.text) == self.end
        if typing and isinstance(last := parts[-1], Word):
            parts[-1] = Word(last.text, exact=True, prefix=True)
        return parts[0] if len(parts) == 1 else Phrase(tuple(parts))

    def _quoted(self, token: Token) -> list[Word | Wild | Fuzzy]:
        """Read what stands between two blanks of a phrase: exact words, or as it says."""
        fuzzy = _FUZZY.fullmatch(token.text)
        if fuzzy and words_of(fuzzy[1]):
            return self._fuzzies(fuzzy, token, exact=True)
        if "*" in token.text or _INNER.search(token.text):
            pieces = _pieces(_ENDING.sub("", token.text))
            if any(piece.strip("*?") for piece in pieces):
                return [self._wild_part(one, token, exact=True) for one in pieces if one != "*"]
            self._note("A wildcard needs letters beside it, such as refus*.", token.at)
        return [Word(word, exact=True) for word in words_of(token.text)]

    def _word(self, token: Token) -> Query | None:
        text = token.text
        fuzzy = _FUZZY.fullmatch(text)
        if fuzzy and words_of(fuzzy[1]):
            return self._fuzzy(fuzzy, token)
        if "*" in text or "?" in text.rstrip("?"):
            return self._wild(token)
        words, places = placed_words(text)
        if not words:
            self._note("There is no word here.", token.at)
            return None
        if any(len(word) >= LONGEST for word in words):
            self._note(f"Words are looked for up to {LONGEST} letters.", token.at)
        prefix = self._unfinished(token)
        spellings = [spelt(text[start:end]) for start, end in places]
        parts = [
            Word(word, spelling="" if spelling == word else spelling)
            for word, spelling in zip(words, spellings, strict=True)
        ]
        parts[-1] = replace(parts[-1], prefix=prefix)
        if len(parts) == 1:
            return parts[0]
        return _compound(parts, hyphened=bool(_JOINERS.search(text)), prefix=prefix)

    def _fuzzy(self, found: re.Match[str], token: Token) -> Query | None:
        parts = self._fuzzies(found, token)
        return parts[0] if len(parts) == 1 else Phrase(tuple(parts))

    def _fuzzies(
        self, found: re.Match[str], token: Token, *, exact: bool = False
    ) -> list[Word | Wild | Fuzzy]:
        words = words_of(found[1])
        distance = int(found[2][:6]) if found[2] else 1
        if not 1 <= distance <= 2:
            self._note("A fuzzy word differs by 1 or 2 letters: word~ or word~2.", token.at)
            distance = 2 if distance else 1
        if len(words) > 1:
            return [Fuzzy(word, distance) for word in words]
        if len(words[0]) <= distance + 1:
            self._note("This word is too short to be fuzzy.", token.at)
            return [Word(words[0], exact=exact)]
        return [Fuzzy(words[0], distance)]

    def _wild(self, token: Token) -> Query | None:
        pieces = _pieces(token.text)
        pieces = [piece for piece in pieces if piece.strip("*?")] or pieces
        if not pieces[0].strip("*?"):
            self._note("A wildcard needs letters beside it, such as refus*.", token.at)
            return None
        parts = tuple(self._wild_part(piece, token) for piece in pieces[:8])
        return parts[0] if len(parts) == 1 else Phrase(parts)

    def _wild_part(self, piece: str, token: Token, *, exact: bool = False) -> Word | Wild:
        letters = re.sub(r"[*?]", "", piece)
        if piece[0] in "*?" and len(letters) < 2:
            self._note("A word that begins with a wildcard needs two letters.", token.at)
            return Word(letters, exact)
        if piece.count("*") + piece.count("?") > MOST_WILDCARDS:
            self._note(f"A word takes at most {MOST_WILDCARDS} wildcards.", token.at)
            return Word(letters, exact)
        if not re.search(r"[*?]", piece):
            return Word(piece, exact)
        if re.search(r"[*?]", piece[:-1]) or piece[-1] == "?":
            return Wild(piece)
        return Word(piece[:-1], exact=True, prefix=True)


def _pieces(text: str) -> list[str]:
    """Cut a text with wildcards into words as a text is cut, each folded, with its wildcards.

    >>> _pieces("L’opérai*"), _pieces("self-valori?*")
    (['l', 'operai*'], ['self', 'valori?*'])
    """
    pieces = [""]
    for part in re.split(r"([*?])", text):
        if part in ("*", "?"):
            pieces[-1] += part
            continue
        last = 0
        for row, (word, (start, end)) in enumerate(zip(*placed_words(part), strict=True)):
            if row or start:
                pieces.append("")
            pieces[-1] += word
            last = end
        if last < len(part):
            pieces.append("")
    return [re.sub(r"\*+", "*", piece)[:LONGEST] for piece in pieces if piece]


def _compound(parts: list[Word], *, hyphened: bool, prefix: bool) -> Leaf:
    """Read what hyphens or apostrophes join: open, and where there is a hyphen closed, too."""
    phrase = Phrase(tuple(parts))
    if not hyphened:
        return phrase
    words = [part.text for part in parts]
    closed = Word("".join(words)[:LONGEST], prefix=prefix, closed=tuple(words))
    return Either((phrase, closed))


def _leaf(part: Query) -> Leaf | None:
    """Return ``part`` as something that has places, or None."""
    if isinstance(part, AnyOf):
        inner = [_leaf(each) for each in part.parts]
        found = [each for each in inner if each is not None]
        return Either(tuple(found)) if len(found) == len(inner) else None
    return part if isinstance(part, _LEAVES) else None


def _all(parts: list[Query]) -> Query | None:
    """Join parts by AND; words typed apart are also looked for as one."""
    if len(parts) < 2:
        return next(iter(parts), None)
    every = AllOf(tuple(parts))
    pairs = [
        AllOf((*parts[:row], _closed(left, right), *parts[row + 2 :]))
        for row, (left, right) in enumerate(pairwise(parts))
        if _plain(left) and _plain(right)
    ]
    tree: Query = AnyOf((every, *pairs)) if pairs else every
    if len(parts) <= 4 and all(_plain(part) for part in parts):
        words = tuple(part for part in parts if isinstance(part, Word))
        return Better(tree, Phrase(words))
    return tree


def _plain(part: Query) -> bool:
    return isinstance(part, Word) and not part.exact


def _closed(left: Query, right: Query) -> Word:
    """Return the closed spelling of two words."""
    first, second = fold(getattr(left, "text", "")), getattr(right, "text", "")
    return Word(
        (first + second)[:LONGEST], prefix=getattr(right, "prefix", False), closed=(first, second)
    )
