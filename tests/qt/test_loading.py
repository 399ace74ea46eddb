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
_ENUMERATIONS = """
import enum, pickle, sys
if "quickly" in sys.argv:
    from reader.qt.loading import load_qt
    load_qt()
from PySide6 import QtCore, QtGui, QtWidgets
places = [QtCore.Qt, QtCore.QLocale, QtGui.QFont, QtGui.QPalette, QtWidgets.QSizePolicy, QtCore]
found = {
    id(one): one
    for place in places
    for one in list(vars(place).values())
    if isinstance(one, enum.EnumType) and one.__members__
}
print(len(found) > 100)
for one in sorted(found.values(), key=lambda one: one.__qualname__):
    members = [(name, m.name, m.value) for name, m in one.__members__.items()]
    print(one.__module__, one.__qualname__, one.__mro__[1:], one.__doc__, members, list(one))
    print([repr(m) + str(m) for m in one if isinstance(m.value, int)][:3])
    first = next(iter(one.__members__.values()))
    assert one(first.value) is first and pickle.loads(pickle.dumps(first)) is first
    if issubclass(one, enum.Flag):
        print([repr(a | b) + repr(a & b) + repr(~a) for a, b in zip(one, list(one)[1:])])
        print(repr(one(0)), repr(one(1 << 30 | first.value)), one._boundary_)
class Mine(enum.Enum):
    ONE = 1
print(enum.Enum("Later", ["A", "B"]).B, enum.Flag("Bits", [("A", 1)], boundary=enum.KEEP)(3))
"""


_FIRST_ASKED = """
import threading
from reader.qt import loading
loading.load_qt()
from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import Qt
waiting = len(loading._waiting)
assert waiting > 100, waiting
assert Qt.AlignmentFlag.AlignLeft in Qt.AlignmentFlag
assert loading._waiting.keys().isdisjoint({Qt.AlignmentFlag})
assert waiting - len(loading._waiting) == 1, "of all others nothing was asked"
assert len(Qt.Orientation) == 2
assert Qt.Corner["TopLeftCorner"].value == 0
assert Qt.Axis(1) is Qt.Axis.YAxis
assert Qt.FocusReason.MouseFocusReason in list(Qt.FocusReason)
assert next(reversed(Qt.GlobalColor)).name == "transparent"
assert Qt.CursorMoveStyle.__members__.keys() == {"LogicalMoveStyle", "VisualMoveStyle"}
assert 1 in Qt.CursorShape._value2member_map_
assert QtCore.QSize(3, 4).scaled(6, 6, Qt.AspectRatioMode(1)) == QtCore.QSize(4, 6)
assert QtGui.QTextOption().wrapMode() is QtGui.QTextOption.WrapMode.WordWrap  # Qt asks first
found = []
threads = [threading.Thread(target=lambda: found.append(Qt.Key.Key_A)) for _ in range(8)]
for one in threads: one.start()
for one in threads: one.join()
assert len(set(map(id, found))) == 1
assert Qt.Modifier.SHIFT | Qt.Key.Key_A == Qt.Key.Key_A | Qt.Modifier.SHIFT
print("well")
"""


def _run(code: str, *given: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, *given]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_wrong_call_still_says_what_would_be_right() -> None:
    done = _run(_WRONG_CALL)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("QPoint.__init__(xpos: int, ypos: int, /)") == 2


def test_what_a_helper_of_shiboken_does_not_have_is_an_attribute_error() -> None:
    done = _run(_ALL_UNFOLDED)
    assert "AttributeError: module 'shibokensupport.signature." in done.stderr
    assert "_anything_at_all" in done.stderr


def test_enumerations_made_quickly_are_those_that_python_makes() -> None:
    quick, slow = _run(_ENUMERATIONS, "quickly"), _run(_ENUMERATIONS)
    assert quick.returncode == 0, quick.stderr
    assert quick.stdout.startswith("True")
    assert quick.stdout.splitlines() == slow.stdout.splitlines()


def test_an_enumeration_has_members_when_somebody_asks() -> None:
    done = _run(_FIRST_ASKED)
    assert done.stdout == "well\n", done.stderr


_VIEWPORT = """
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from reader.qt.known import viewport_of
app = QApplication(["test", "-platform", "offscreen"])
area = QTextEdit()
found = viewport_of(area)
assert type(found) is QWidget and area.viewport() is found
print(len(QWidget.__subclasses__()))
"""


def test_the_viewport_of_a_text_makes_no_class_of_another_widget() -> None:
    done = _run(_VIEWPORT)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 10
