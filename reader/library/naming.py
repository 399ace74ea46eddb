"""Short ids for works that nobody has named yet."""

import re
import unicodedata
from collections.abc import Collection, Sequence

_LONGEST = 40
#: Articles and the like, which say nothing in a short id.
_SMALL_WORDS = frozenset(
    ("a", "an", "and", "der", "die", "di", "du", "el", "for", "il", "in", "la", "le")
)
_SMALL_WORDS |= {"of", "on", "or", "the", "to", "un", "una", "und"}


def short_id(title: str, authors: Sequence[str], taken: Collection[str] = ()) -> str:
    """Return a new id made of the first author's last name and the first words of the title.

    >>> short_id("The Strategy of Refusal", ["Mario Tronti"], {"tronti-strategy-refusal"})
    'tronti-strategy-refusal-2'
    """
    name = _plain(authors[0]).split("-")[-1] if authors else ""
    words = [word for word in _plain(title).split("-") if word not in _SMALL_WORDS][:4]
    base = "-".join(filter(None, [name, *words]))[:_LONGEST].strip("-") or "text"
    candidate, number = base, 1
    while candidate in taken:
        number += 1
        candidate = f"{base}-{number}"
    return candidate


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(ch for ch in folded if not unicodedata.combining(ch))
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
