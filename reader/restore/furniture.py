"""Running heads: lines that stand at the head or foot of many pages."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from reader.model import RepairKind
from reader.restore.leaves import Leaf
from reader.restore.lines import Line
from reader.restore.marks import key_of, number_of
from reader.restore.strand import Done, repair_id


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
        off = [line for line in leaf.lines[:1] if key_of(line.text) in heads]
        off += [line for line in leaf.lines[-1:] if key_of(line.text) in feet]
        off = [line for line in off if line not in leaf.furniture] if len(leaf.lines) > 2 else []
        off += leaf.furniture if len(leaf.furniture) < len(leaf.lines) else ()
        off = [line for line in off if _allowed(line, undone, done)]
        kept.append(_without(leaf, off) if off else leaf)
    return kept, done


def _frequent(lines: Sequence[Line], leaves: int) -> frozenset[str]:
    short = [key_of(line.text) for line in lines if 2 < len(line.text) < 80]
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
        number = number_of(line.text) if number is None else number
    return replace(leaf, groups=tuple(group for group in groups if group), number=number)
