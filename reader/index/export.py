"""Results of a search as Markdown, to be taken away."""

import re
from collections.abc import Callable, Iterable, Mapping

from reader.index.values import Matrix
from reader.model import Hit, HitKind, SearchAnswer

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~&])")
#: At the beginning of a line these would make a list, a heading or a rule.
_LEADING = re.compile(r"^(\s*)(?:(?=[-+=:])|(\d+)(?=[.)]))", re.MULTILINE)


def escaped(text: str) -> str:
    r"""Return ``text`` so that Markdown shows it as it is.

    >>> escaped("a *b* [c](d)")
    'a \\*b\\* \\[c\\](d)'
    >>> escaped("1906) and later")
    '1906\\) and later'
    """
    return _LEADING.sub(r"\1\2\\", _SIGNS.sub(r"\\\1", text))


def _line(text: str) -> str:
    """Return words of people escaped and on one line, whatever they hold."""
    return escaped(" ".join(text.split()))


def _whole(lines: Iterable[str]) -> str:
    """Return lines as a text fit for UTF-8."""
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", "\n".join(lines)).rstrip() + "\n"


def no_link(_hit: Hit) -> str:
    """Give no address."""
    return ""


def as_markdown(
    answer: SearchAnswer,
    titles: Mapping[str, str],
    link: Callable[[Hit], str] = no_link,
) -> str:
    """Return the hits as Markdown, grouped by text in the order of the answer.

    Args:
        answer: to be written down.
        titles: of the works, by short id.
        link: address of a hit; empty for none.
    """
    lines = [f"# Search: {_line(answer.query)}", "", _counted(answer), ""]
    groups: dict[str, list[Hit]] = {}
    for hit in answer.hits:
        nowhere = "Glossary" if hit.kind is HitKind.CONCEPT else "Notes without a text"
        groups.setdefault(titles.get(hit.work, hit.work) or nowhere, []).append(hit)
    for title, hits in groups.items():
        lines += [f"## {_line(title)}", ""]
        lines += [_item(hit, link(hit)) for hit in hits]
        lines.append("")
    return _whole(lines)


def matrix_as_markdown(table: Matrix, names: Mapping[str, str]) -> str:
    """Return a matrix as a Markdown table; blank cells say so.

    Args:
        table: to be written down.
        names: of the columns and works, where another name is to be shown.
    """

    def place(hit: Hit) -> str:
        work = "" if table.by == "work" else f"{_line(names.get(hit.work, hit.work))} "
        return f"{work}{hit.locus}"

    heads = [_line(names.get(column, column)) for column in table.columns]
    lines = [f"|  | {' | '.join(heads)} |", "|---" * (len(heads) + 1) + "|"]
    for at, row in enumerate(table.rows):
        cells = [
            f"{_excerpt(hit)} ({place(hit)})" if hit else f"*{_line(table.said(at, column))}*"
            for column, hit in enumerate(row.cells)
        ]
        lines.append(f"| **{_line(row.query)}** | {' | '.join(cells)} |")
    return _whole(lines)


def _counted(answer: SearchAnswer) -> str:
    shown, total = len(answer.hits), answer.total
    if not shown:
        return "Nothing was found."
    if not answer.more:
        return f"{shown} found." if shown > 1 else "One found."
    return f"The first {shown} of {'over ' if total <= shown else ''}{max(total, shown)}."


def _item(hit: Hit, address: str) -> str:
    place = str(hit.locus) if hit.locus else "–"
    place = f"[{place}](<{address.replace('<', '').replace('>', '')}>)" if address else place
    who = f" *{_line(hit.author)}:*" if hit.kind is HitKind.NOTE and hit.author else ""
    return f"- {place}{who} {_excerpt(hit)}"


def _excerpt(hit: Hit) -> str:
    """Return the excerpt in one line, with the words found in bold."""
    text, at, parts = hit.snippet.text, 0, []
    for mark in hit.snippet.marks:
        parts += [_shown(text[at : mark.start], at), f"**{_shown(mark.of(text), 1)}**"]
        at = mark.end
    return "".join([*parts, _shown(text[at:], at)]).strip()


def _shown(piece: str, at: int) -> str:
    """Return a piece of a line so that Markdown shows it as it is; one at 0 may begin a list."""
    return escaped(piece) if not at else _SIGNS.sub(r"\\\1", piece)
