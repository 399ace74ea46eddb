"""Versions of Qt that break the program are noticed."""

import sys

from PySide6.QtGui import QTextCharFormat


def test_calls_that_return_nothing_lose_no_reference_to_none() -> None:
    before = sys.getrefcount(None)
    letters = QTextCharFormat()
    for _ in range(500):
        letters.setFontItalic(True)
    assert sys.getrefcount(None) > before - 250
