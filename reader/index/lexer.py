"""A query cut into signs, each with its place.

Every string can be cut; what makes no sense is left to the parser.  Linear.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto


class Sign(Enum):
    """The kinds of signs."""

    WORD = auto()
    PHRASE = auto()
    FIELD = auto()
    OPEN = auto()
    CLOSE = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    NEAR = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One sign.

    Attributes:
        text: of a word or phrase without quotation marks; the name of a field; the number of
            ``NEAR/n``, empty without one, or all of it where it is written otherwise.
        at: code points into the query.
        closed: False for a phrase whose quotation mark has no partner.
    """

    sign: Sign
    text: str
    at: int
    closed: bool = True


_QUOTES = '"“”„‟«»〝〞'
_CUT = re.compile(
    rf"""
    (?P<space>\s+)
  | (?P<open>\() | (?P<close>\))
  | [{_QUOTES}] (?P<phrase>[^{_QUOTES}]*) (?P<closing>[{_QUOTES}]?)
  | (?P<near>NEAR (?:/(?P<width>\d*))? | NEAR/\w+ | (?i:near)/\d+) (?=[\s({_QUOTES})]|$)
  | (?P<operator>AND|OR|NOT) (?=[\s({_QUOTES})]|$)
  | (?P<minus>-) (?=[^\s)-])
  | (?P<field>[^\W\d_]+) :
  | (?P<word>[^\s(){_QUOTES}]+)
    """,
    re.VERBOSE,
)
_OPERATORS = {"AND": Sign.AND, "OR": Sign.OR, "NOT": Sign.NOT}


def cut(query: str) -> list[Token]:
    """Cut a query; the last token is always END."""
    tokens: list[Token] = []
    at = 0
    while at < len(query):
        found = _CUT.match(query, at)
        if found is None:  # cannot happen: a word takes whatever nothing else takes
            break
        token = _token(found)
        if token:
            tokens.append(token)
        at = found.end()
    return [*tokens, Token(Sign.END, "", len(query))]


def _token(found: re.Match[str]) -> Token | None:
    at = found.start()
    kind = found.lastgroup
    if kind == "space":
        return None
    if kind == "open":
        return Token(Sign.OPEN, "(", at)
    if kind == "close":
        return Token(Sign.CLOSE, ")", at)
    if found["phrase"] is not None:
        return Token(Sign.PHRASE, found["phrase"], at, closed=bool(found["closing"]))
    if found["near"] is not None:
        right = found["width"] is not None or found["near"] == "NEAR"
        return Token(Sign.NEAR, (found["width"] or "") if right else found["near"], at)
    if kind == "operator":
        return Token(_OPERATORS[found["operator"]], found["operator"], at)
    if kind == "minus":
        return Token(Sign.NOT, "-", at)
    if kind == "field":
        return Token(Sign.FIELD, found["field"], at)
    return Token(Sign.WORD, found["word"], at)
