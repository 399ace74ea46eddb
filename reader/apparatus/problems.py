"""What is wrong with an entry of the apparatus, and finding the line where it stands."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in a file of the apparatus; the rest of the file still counts.

    Attributes:
        file: name of the file.
        line: from 1; 0 where it concerns the whole file.
        entry: key of the concept, ends of the link or id of the record.
        what: what is wrong, a clause for people.
        remedy: what to do, a clause for people.
    """

    file: str
    line: int
    entry: str
    what: str
    remedy: str

    def __str__(self) -> str:
        """Return the whole as one sentence."""
        place = f"{self.file}, line {self.line}" if self.line else self.file
        entry = f" (“{self.entry}”)" if self.entry else ""
        return f"{place}{entry}: {self.what}; {self.remedy}."


def table_lines(text: str, name: str) -> list[int]:
    r"""Return the lines, from 1, on which tables ``[[name]]`` begin, in their order.

    >>> table_lines("[[link]]\nweight = 1\n[[ link ]]", "link")
    [1, 3]
    """
    head = re.compile(rf"[ \t]*\[\[[ \t]*{re.escape(name)}[ \t]*\]\]")
    return [row for row, line in enumerate(_outside_strings(text), 1) if head.match(line)]


def _outside_strings(text: str) -> list[str]:
    """Return the lines, those inside of long strings emptied."""
    lines, inside = [], ""
    for line in text.split("\n"):
        lines.append("" if inside else line)
        for fence in ('"""', "'''"):
            if line.count(fence) % 2 and inside in {"", fence}:
                inside = "" if inside else fence
    return lines
