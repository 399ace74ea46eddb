"""Words keep their own direction in a window of the other one."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QTextLayout
from pytestqt.qtbot import QtBot

from reader.qt.direction import draw_line, isolated, option_for


def ink(words: str, window: Qt.LayoutDirection, *, trailing: bool = False) -> QImage:
    image = QImage(200, 30, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setLayoutDirection(window)
    draw_line(painter, QRect(0, 0, 200, 30), words, trailing=trailing)
    assert painter.layoutDirection() is window
    painter.end()
    return image


def columns(image: QImage) -> list[int]:
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).lightness() < 128 for y in range(image.height()))
    ]


def test_a_line_stands_at_the_side_where_the_window_begins(qtbot: QtBot) -> None:
    left, right = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
    assert max(columns(ink("river", left))) < 100
    assert min(columns(ink("river", right))) > 100
    assert min(columns(ink("river", left, trailing=True))) > 100
    assert max(columns(ink("river", right, trailing=True))) < 100


def test_a_line_is_one_whatever_its_words_hold(qtbot: QtBot) -> None:
    one = ink("By the sea", Qt.LayoutDirection.LeftToRight)
    assert ink("By\u2028the\nsea", Qt.LayoutDirection.LeftToRight) == one


def test_the_order_of_the_signs_is_that_of_the_words(qtbot: QtBot) -> None:
    shown = ink("HHH.", Qt.LayoutDirection.RightToLeft)
    last = max(columns(shown))
    inked = [y for y in range(30) if shown.pixelColor(last, y).lightness() < 128]
    assert len(inked) < 5  # the full stop, not a stem of the letters


def test_a_struck_line_is_struck_where_it_stands(qtbot: QtBot) -> None:
    def drawn(*, struck: bool, scale: float) -> QImage:
        image = QImage(400, 120, QImage.Format.Format_Grayscale8)
        image.setDevicePixelRatio(scale)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        font = painter.font()
        font.setStrikeOut(struck)
        painter.setFont(font)
        painter.translate(40, 20)
        draw_line(painter, QRect(0, 0, 120, 30), "a river")
        assert painter.font().strikeOut() is struck
        painter.end()
        return image

    for scale in (1.0, 2.0):
        plain, struck = drawn(struck=False, scale=scale), drawn(struck=True, scale=scale)
        from_, to = columns(plain)[0], columns(plain)[-1]
        gaps = [
            x
            for x in range(from_, to)
            if all(struck.pixelColor(x, y).lightness() > 128 for y in range(struck.height()))
        ]
        assert not gaps, "the stroke goes through all of the words"
        assert abs(columns(struck)[0] - from_) <= 3 * scale


HEBREW = "\u05e0\u05d4\u05e8 \u05e9\u05dc \u05de\u05d9\u05dd "


def edges(words: str, width: int) -> list[tuple[int, int]]:
    """Return how far each line stands from the left and the right of its room."""
    layout = QTextLayout(words, QFont("Inter", 10))
    layout.setTextOption(option_for(words))
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    rects = [layout.lineAt(at).naturalTextRect() for at in range(layout.lineCount())]
    return [(round(rect.left()), round(width - rect.right())) for rect in rects]


def test_lines_begin_at_the_side_where_their_words_do(qtbot: QtBot) -> None:
    leftward, rightward = edges((HEBREW * 9).strip(), 150), edges("river of water " * 9, 150)
    assert len(leftward) > 2
    assert {right for _, right in leftward} == {0}
    assert leftward[-1][0] > 10, "the last line is short, and ends before the left edge"
    assert {left for left, _ in rightward} == {0}
    mixed = edges(f"{HEBREW}and a word of English at the end {HEBREW}", 150)
    assert {right for _, right in mixed} == {0}, "the first words say from where it is read"


def test_what_is_read_leftward_does_not_turn_what_follows_it(qtbot: QtBot) -> None:
    parts = (HEBREW.strip(), "\u00b612", "34%")
    plain, kept = "  \u00b7  ".join(parts), "  \u00b7  ".join(map(isolated, parts))
    assert kept.endswith("34%")

    def x_of(words: str, sign: str) -> float:
        layout = QTextLayout(f"A: {words}", QFont("Inter", 10))
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(900)
        layout.endLayout()
        return float(line.cursorToX(layout.text().index(sign))[0])

    assert x_of(kept, "%") > x_of(kept, "\u00b6") > x_of(kept, HEBREW[1])
    assert x_of(plain, "\u00b6") < x_of(plain, HEBREW[1]), "else the order is turned"
