"""The map as painted: of many lines the strong ones stand out."""

import pytest
from pytestqt.qtbot import QtBot

from reader.library import Line, Map
from reader.panes.map_canvas import MapCanvas
from reader.qt import theme


def _canvas(qtbot: QtBot, count: int) -> MapCanvas:
    """A map of level lines, weak ones and, in the middle, a strong one."""
    lines = [
        Line(("a", str(row)), ("b", str(row)), 0.1, row / count, 0.9, row / count,
             0.9 if row == count // 2 else 0.3, curated=True)
        for row in range(count)
    ]  # fmt: skip
    canvas = MapCanvas(theme.load("light"))
    qtbot.addWidget(canvas)
    canvas.resize(300, 56 + 4 * count)
    canvas.show_map(Map((), tuple(lines)), {}, {})
    return canvas


def _darkness(canvas: MapCanvas, line: Line) -> int:
    picture = canvas.grab().toImage()
    y = round(canvas.y_of(line))
    return max(255 - picture.pixelColor(150, at).lightness() for at in (y - 1, y, y + 1))


@pytest.mark.parametrize(("count", "alike"), [(9, True), (301, False)])
def test_weak_lines_are_fainter_where_there_are_many(qtbot: QtBot, count: int, alike: bool) -> None:
    canvas = _canvas(qtbot, count)
    weak, strong = (_darkness(canvas, canvas.lines[row]) for row in (1, count // 2))
    assert (abs(strong - weak) <= 4) if alike else (strong > 3 * weak > 0)
