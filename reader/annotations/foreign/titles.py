"""Which work of a library a foreign program means."""

from collections.abc import Sequence

from reader.annotations.foreign.values import About
from reader.matching import skeleton
from reader.model import Work

#: Letters from which a title may be part of a longer one ("… - second edition").
_TELLING = 12


def match_work(about: About, works: Sequence[Work]) -> str:
    """Return the short id of the work with this title, or nothing when none or several fit.

    Titles are compared by their letters; where that leaves several, the authors decide.

    >>> match_work(About("ON BREAD!"), [Work("bread", "On Bread"), Work("tea", "On Tea")])
    'bread'
    """
    title = skeleton(about.title)
    if not title:
        return ""
    equal = [w for w in works if skeleton(w.title) == title]
    near = equal or [w for w in works if _part_of(skeleton(w.title), title)]
    if len(near) > 1:
        names = {skeleton(name) for name in about.authors}
        near = [w for w in near if names & {skeleton(author) for author in w.authors}]
    return near[0].id if len(near) == 1 else ""


def _part_of(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _TELLING and short in long
