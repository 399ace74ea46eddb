"""Which notes have a card where more stand than a screen holds; pure.

At rest those nearest to the middle of what is seen.  While the text moves the cards that are
there go along and few new ones come: in a crowd the nearest are others at every line, and neither
the eye nor the processor would follow.
"""

from collections.abc import Container, Sequence

#: A note in view: id and y of its line, px.
Seen = tuple[str, float]
#: New cards in one frame of scrolling.
_FRESH = 3
#: Least height that a card takes with its gap, as an estimate, px.
_CARD = 70


def most_cards(height_px: int, limit: int) -> int:
    """Return how many cards are worth making for a height; two always, ``limit`` at most.

    >>> most_cards(840, 24), most_cards(2000, 24), most_cards(0, 24)
    (14, 24, 2)
    """
    return min(limit, 2 + height_px // _CARD)


def at_rest(seen: Sequence[Seen], height_px: int, most: int, current: str) -> list[Seen]:
    """Return at most ``most`` notes in their order: the current, and those nearest the middle.

    >>> at_rest([("a", 0), ("b", 40), ("c", 60), ("d", 90)], 100, 2, "a")
    [('a', 0), ('b', 40)]
    """
    if len(seen) <= most:
        return list(seen)
    middle = height_px / 2
    near = sorted(seen, key=lambda one: (one[0] != current, abs(one[1] - middle)))[:most]
    kept = {note for note, _ in near}
    return [one for one in seen if one[0] in kept]


def gliding(
    seen: Sequence[Seen], height_px: int, most: int, current: str, shown: Container[str]
) -> list[Seen]:
    """Return those of ``at_rest`` for a text that moves, given those ``shown`` before.

    >>> notes = [(str(row), row * 10.0) for row in range(10)]
    >>> [note for note, _ in gliding(notes, 100, 4, "", {"0", "1"})]
    ['0', '1', '4', '5']
    """
    if len(seen) <= most:
        return list(seen)
    low, high = -0.1 * height_px, 1.1 * height_px
    still = [one for one in seen if one[0] in shown and low <= one[1] <= high]
    if not still:
        return at_rest(seen, height_px, most, current)
    still = at_rest(still, height_px, most, current)
    room = min(_FRESH, most - len(still))
    fresh = [one for one in seen if one[0] not in shown]
    kept = {note for note, _ in [*still, *at_rest(fresh, height_px, room, current)]}
    return [one for one in seen if one[0] in kept]
