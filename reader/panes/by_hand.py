"""Where a reader put a pane that follows, by what was read beside it; kept over a restart."""

from reader.model import Place, Span

#: Two works: the one that leads, the one that follows; or the hashes of their reading texts.
Two = tuple[str, str]
#: So many places are kept for two texts, and so many pairs of texts; the oldest are forgotten.
_MOST, _MOST_TEXTS = 1000, 200


class ByHand:
    """Remembers by offset in the leading text where the other pane was put.

    Places in a text that was restored anew since are forgotten: they count in another text.
    """

    def __init__(self) -> None:
        self._kept: dict[Two, tuple[Two, dict[int, Place]]] = {}

    def __bool__(self) -> bool:
        """Whether anything is remembered."""
        return bool(self._kept)

    def places(self, works: Two, texts: Two | None) -> dict[int, Place]:
        """Return by offset in the leading text where the other one was put.

        Args:
            works: the one that leads and the one that follows.
            texts: the hashes of their reading texts; None when one is gone.
        """
        known, places = self._kept.get(works, (None, {}))
        return places if texts is not None and known == texts else {}

    def put(self, works: Two, texts: Two, lead: int, place: Place) -> None:
        """Remember that the pane was put to ``place`` while ``lead`` was read in the other."""
        places = dict(self.places(works, texts))
        places.pop(lead, None)
        self._kept.pop(works, None)
        self._kept[works] = (texts, dict([*places.items(), (lead, place)][-_MOST:]))
        if len(self._kept) > _MOST_TEXTS:
            self._kept.pop(next(iter(self._kept)))

    def dump(self) -> list[object]:
        """Return all as plain values; ``load`` is the inverse."""
        return [
            [*works, *texts, [[lead, at.span.start, at.offset_px] for lead, at in places.items()]]
            for works, (texts, places) in self._kept.items()
        ]

    def load(self, stored: object) -> None:
        """Take up what was dumped; whatever in it cannot be used is left out."""
        for one in stored if isinstance(stored, list) else ():
            match one:
                case [str(lead), str(follow), str(first), str(second), list(places)]:
                    for place in places:
                        match place:
                            case [int(at), int(start), int(px)] if at >= 0 and start >= 0:
                                put = Place(follow, Span(start, start), px)
                                self.put((lead, follow), (first, second), at, put)
