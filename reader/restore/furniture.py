"""Running heads: lines that stand at the head or foot of many pages."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from reader.model import RepairKind
from reader.restore.leaves import Leaf
from reader.restore.lines import Line
from reader.restore.strand import Done, repair_id

_DIGITS = re.compile(r"\d+")
_EDGE_NUMBER = re.compile(r"^\W*(\d{1,4})\b|\b(\d{1,4})\W*$")


def without_furniture(
    leaves: Sequence[Leaf], undone: frozenset[str]
) -> tuple[list[Leaf], list[Done]]:
    """Take running heads off; return the leaves and the list of what was taken.

    A line counts as one when it is short, stands first or last on at least three pages and a
    fifth of all, and is not the whole page.
    """
    heads = _frequent([leaf.lines[0] for leaf in leaves if len(leaf.lines) > 1], len(leaves))
    feet = _frequent([leaf.lines[-1] for leaf in leaves if len(leaf.lines) > 1], len(leaves))
    done: list[Done] = []
    kept: list[Leaf] = []
    for leaf in leaves:
        off = [line for line in leaf.lines[:1] if _key(line) in heads]
        off += [line for line in leaf.lines[-1:] if _key(line) in feet]
        off = [line for line in off if _allowed(line, undone, done)] if len(leaf.lines) > 2 else []
        kept.append(_without(leaf, off) if off else leaf)
    return kept, done


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text.lower()).strip()


def _frequent(lines: Sequence[Line], leaves: int) -> frozenset[str]:
    short = [_key(line) for line in lines if 2 < len(line.text) < 80]
    least = max(3, leaves // 5)
    return frozenset(key for key, count in Counter(short).items() if count >= least)


def _allowed(line: Line, undone: frozenset[str], done: list[Done]) -> bool:
    key = repair_id(RepairKind.RUNNING_HEAD, line.span, line.text, "")
    if key in undone:
        return False
    done.append(Done(key, RepairKind.RUNNING_HEAD, line.span, line.text, "", 0.9))
    return True


def _without(leaf: Leaf, off: Sequence[Line]) -> Leaf:
    gone = {line.span for line in off}
    groups = (tuple(line for line in group if line.span not in gone) for group in leaf.groups)
    number = leaf.number
    for line in off:
        if number is None and (found := _EDGE_NUMBER.search(line.text)):
            number = int(found[1] or found[2])
    return replace(leaf, groups=tuple(group for group in groups if group), number=number)
