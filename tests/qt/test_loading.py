"""Qt loaded without the parsers of its signatures behaves as Qt does."""

import subprocess
import sys

_WRONG_CALL = """
import sys
from reader.qt.loading import load_qt
kept = __builtins__.__import__, compile
load_qt()
assert (__builtins__.__import__, compile) == kept
from PySide6.QtCore import QPoint, Qt
assert "_parse_line" not in vars(sys.modules["shibokensupport.signature.parser"])
for _ in range(2):
    try:
        QPoint("here")
    except TypeError as error:
        print(error)
assert "setX(self, x: int" in QPoint.setX.__doc__, QPoint.setX.__doc__
assert Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
import PySide6.QtWidgets
load_qt()
"""
_ALL_UNFOLDED = """
from reader.qt import loading
loading.load_qt()
assert len(loading._sources) == 7
import importlib
for name in list(loading._sources):
    assert importlib.import_module(name)._anything_at_all is None
"""


def _run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def test_a_wrong_call_still_says_what_would_be_right() -> None:
    done = _run(_WRONG_CALL)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("QPoint.__init__(xpos: int, ypos: int, /)") == 2


def test_what_a_helper_of_shiboken_does_not_have_is_an_attribute_error() -> None:
    done = _run(_ALL_UNFOLDED)
    assert "AttributeError: module 'shibokensupport.signature." in done.stderr
    assert "_anything_at_all" in done.stderr
