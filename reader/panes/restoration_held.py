"""What a reader wants of a restoration as words, to be held until the text is built again."""

import json

from reader.model import ByHand, Span


def dump(wanted: ByHand) -> str:
    """Return it as words; ``load`` is the inverse."""
    return json.dumps(
        {
            "order": None if wanted.order is None else [[p.start, p.end] for p in wanted.order],
            "undone": sorted(wanted.undone),
            "joined": sorted(wanted.joined or ()),
        }
    )


def load(words: str) -> ByHand | None:
    """Return what was held; None where it is nothing of the kind."""
    try:
        data = json.loads(words)
        order = data["order"]
        return ByHand(
            None if order is None else tuple(Span(int(start), int(end)) for start, end in order),
            frozenset(map(str, data["undone"])),
            frozenset(map(int, data["joined"])),
        )
    except (KeyError, TypeError, ValueError):
        return None
