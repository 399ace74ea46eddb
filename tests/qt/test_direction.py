"""Words keep their own direction in a window of the other one."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from reader.qt.direction import draw_line


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


def test_the_order_of_the_signs_is_that_of_the_words(qtbot: QtBot) -> None:
    shown = ink("HHH.", Qt.LayoutDirection.RightToLeft)
    last = max(columns(shown))
    inked = [y for y in range(30) if shown.pixelColor(last, y).lightness() < 128]
    assert len(inked) < 5  # the full stop, not a stem of the letters
