"""Drawings to be taken away: the dispersion of a word, and the map of all texts, as SVG; pure.

Written as text, so that no window is needed; every word is escaped, nothing is fetched.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from reader.library.study import Study

if TYPE_CHECKING:
    from reader.links import Map

#: Ink of the drawings: for paper, whatever the theme of the window.
_INK, _SOFT, _RULE, _BLUE, _GREEN = "#1f2328", "#575d66", "#d8d3c8", "#2a5f8f", "#2b6a45"
_FONT = "font-family='Noto Sans, sans-serif'"
#: Widths and heights of the dispersion drawing, px.
_WIDE, _BAR, _ROW, _HEAD = 720, 28, 62, 46
#: Control characters and lone surrogates are no XML.
_NO_XML = {**dict.fromkeys(range(32)), **dict.fromkeys(range(0xD800, 0xE000)), 0xFFFE: None,
           0xFFFF: None}  # fmt: skip


def study_as_svg(study: Study) -> str:
    """Return where a word stands in each text, one bar for each, as an SVG drawing."""
    height = _HEAD + _ROW * len(study.texts) + 8
    parts = [_text(16, 28, study.label, size=18, bold=True)]
    for at, one in enumerate(study.texts):
        top = _HEAD + at * _ROW
        seen = one.frequency
        times = "once" if seen.count == 1 else f"{seen.count} times"
        told = f"{times}, {seen.per_thousand:.2f} in a thousand words"
        parts += [
            _text(16, top + 14, one.work.cited),
            _text(_WIDE - 16, top + 14, told if seen.count else "never", colour=_SOFT, end=True),
            _frame(top + 20),
            _ticks(one.bounds, top + 16, _BAR + 8, _SOFT),
            _ticks(one.dispersion.shares, top + 21, _BAR - 2, _BLUE),
        ]
    return _svg(_WIDE, height, study.label, parts)


def map_as_svg(
    chart: "Map", titles: Mapping[str, str], *, width_px: int = 1000, height_px: int = 1400
) -> str:
    """Return all texts as columns with their links as lines, as an SVG drawing.

    Args:
        chart: what is drawn.
        titles: of the works, by short id.
        width_px: of the drawing.
        height_px: of the drawing.
    """
    left, top = 24.0, 48.0
    wide, high = width_px - 2 * left, height_px - top - 24
    lines = [
        f"<line x1='{left + one.x1 * wide:.1f}' y1='{top + one.y1 * high:.1f}' "
        f"x2='{left + one.x2 * wide:.1f}' y2='{top + one.y2 * high:.1f}' "
        f"stroke='{_BLUE if one.curated else _GREEN}'"
        f"{'' if one.curated else _DASHED}/>"
        for one in chart.lines
    ]
    columns: list[str] = []
    for column in chart.columns:
        x, across = left + column.left * wide, (column.right - column.left) * wide
        columns.append(
            _text(
                _title_x(x, across, width_px),
                top - 14,
                _fitting(titles.get(column.work, column.work), 1.5 * across),
            )
        )
        columns.append(
            f"<rect x='{x:.1f}' y='{top:.1f}' width='{across:.1f}' height='{high:.1f}' "
            f"fill='#fff' stroke='{_SOFT}'/>"
        )
        columns += [
            f"<rect x='{x + 1:.1f}' y='{top + stripe.top * high:.1f}' width='{across - 2:.1f}' "
            f"height='{max(0.5, (stripe.bottom - stripe.top) * high - 0.5):.1f}' "
            f"fill='{_shade(max(stripe.strength.values(), default=0.0))}'/>"
            for stripe in column.stripes
        ]
    over = [
        f"<line x1='{left + x1 * wide:.1f}' y1='{top + y1 * high:.1f}' "
        f"x2='{left + x2 * wide:.1f}' y2='{top + y2 * high:.1f}' stroke='{_RULE}'/>"
        for x1, y1, x2, y2 in chart.crossings()
    ]
    return _svg(width_px, height_px, "Map of the texts", [*lines, *columns, *over])


#: Links found by the program are broken lines, so that colour is not the only sign.
_DASHED = " stroke-dasharray='4 3'"


def _title_x(x: float, across: float, width_px: int) -> float:
    """Return where a title half as wide again as its column begins, so that it stays inside."""
    return max(8.0, min(x, width_px - 8 - 1.5 * across))


def _frame(top: float) -> str:
    return (
        f"<rect x='16' y='{top}' width='{_WIDE - 32}' height='{_BAR}' fill='none' "
        f"stroke='{_RULE}'/>"
    )


def _shade(strength: float) -> str:
    """Return a grey: the more a passage is linked, the darker.

    >>> _shade(0.0), _shade(1.0)
    ('#f4f4f4', '#b8b8b8')
    """
    level = round(0xF4 - 60 * min(1.0, max(0.0, strength)))
    return f"#{level:02x}{level:02x}{level:02x}"


def _ticks(shares: Sequence[float], top: float, tall: float, colour: str) -> str:
    inner = _WIDE - 34
    moves = "".join(f"M{17 + share * inner:.1f} {top}v{tall}" for share in shares)
    return f"<path d='{moves}' stroke='{colour}' fill='none'/>" if moves else ""


def _fitting(words: str, width_px: float) -> str:
    """Cut a title to about the letters that fit; a letter of 13 px is 7 px wide on average."""
    most = max(4, int(width_px / 7))
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _text(
    x: float,
    y: float,
    words: str,
    *,
    size: int = 13,
    bold: bool = False,
    colour: str = _INK,
    end: bool = False,
) -> str:
    weight = " font-weight='600'" if bold else ""
    anchor = " text-anchor='end'" if end else ""
    return (
        f"<text x='{x:.1f}' y='{y:.1f}' font-size='{size}' fill='{colour}'{weight}{anchor}>"
        f"{_safe(words)}</text>"
    )


def _safe(words: str) -> str:
    return escape(words.translate(_NO_XML))


def _svg(width: int, height: int, title: str, parts: Iterable[str]) -> str:
    body = "\n".join(filter(None, parts))
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}' "
        f"viewBox='0 0 {width} {height}' {_FONT}>\n<title>{_safe(title)}</title>\n"
        f"<rect width='{width}' height='{height}' fill='#fff'/>\n{body}\n</svg>\n"
    )
