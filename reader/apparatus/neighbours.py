"""How concepts hang together: both sides of every relation, no strangers, no circles."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reader.apparatus.glossary import Concept
from reader.apparatus.problems import Problem

#: How the other concept answers.
_MIRROR = {"broader": "narrower", "narrower": "broader", "related": "related", "opposed": "opposed"}

_Near = dict[str, dict[str, dict[str, None]]]


def join(concepts: Mapping[str, Concept]) -> tuple[list[Concept], list[Problem]]:
    """Return the concepts with every relation on both sides, and what was wrong.

    A neighbour that is no concept is left out; a circle of broader concepts is cut at the step
    that closes it.
    """
    near, problems = _both_sides(concepts)
    for circle in _cut_circles({key: near[key]["broader"] for key in near}):
        below, above = circle[-1], circle[0]
        near[above]["narrower"].pop(below, None)
        told = " → ".join((*circle, above))
        problems.append(
            _problem(
                concepts[below], f"“broader” runs in a circle: {told}", "remove one step of it"
            )
        )
    whole = [
        replace(
            one,
            broader=tuple(near[key]["broader"]),
            narrower=tuple(near[key]["narrower"]),
            related=tuple(near[key]["related"]),
            opposed=tuple(near[key]["opposed"]),
        )
        for key, one in concepts.items()
    ]
    return whole, problems


def _both_sides(concepts: Mapping[str, Concept]) -> tuple[_Near, list[Problem]]:
    problems: list[Problem] = []
    near: _Near = {key: {kind: {} for kind in _MIRROR} for key in concepts}
    for key, one in concepts.items():
        for kind, mirror in _MIRROR.items():
            for other in getattr(one, kind):
                if other in concepts:
                    near[key][kind][other] = None
                    near[other][mirror][key] = None
                else:
                    what = f"“{kind}” names “{other}”, which is no concept"
                    problems.append(_problem(one, what, "correct the key or add the concept"))
    return near, problems


def _problem(one: Concept, what: str, remedy: str) -> Problem:
    return Problem(one.file, one.line, one.key, what, remedy)


def _cut_circles(broader: Mapping[str, dict[str, None]]) -> Iterator[list[str]]:
    """Remove from ``broader`` each step that closes a circle; yield the circles, lowest last.

    Depth first without recursion: a chain may be as long as the file.
    """
    done: set[str] = set()
    for root in broader:
        path: list[str] = []
        open_keys: dict[str, None] = {}
        steps: list[Iterator[str]] = []
        stack = [root] if root not in done else []
        while stack or steps:
            if stack:
                key = stack.pop()
                path.append(key)
                open_keys[key] = None
                steps.append(iter(tuple(broader[key])))
            above = next(steps[-1], None)
            if above is None:
                done.add(path[-1])
                open_keys.pop(path.pop())
                steps.pop()
            elif above in open_keys:
                del broader[path[-1]][above]
                yield path[path.index(above) :]
            elif above not in done:
                stack.append(above)
