"""A sentence for people where Qt would only abort: there is no screen to open a window on."""

import os
import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

_SENTENCE = (
    "counterpoint: No window can be opened on the display {display}; is it still there? "
    "The commands without a window and --screenshot work without one.\n"
)


def tell_of_missing_display() -> None:
    """Let a display that does not answer end the program with a sentence and exit code 2.

    Qt says four lines for programmers and aborts, which leaves a core file.  What it says of its
    platforms is held back until one was found; everything else is passed on.
    """
    qInstallMessageHandler(_on_message)


def _on_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    early = not QGuiApplication.platformName()  # no screen was found yet
    if kind is QtMsgType.QtFatalMsg and early:
        names = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
        display = next((os.environ[name] for name in names if os.environ.get(name)), "?")
        sys.stderr.write(_SENTENCE.format(display=display))
        sys.stderr.flush()
        os._exit(2)
    if not (early and (context.category or "").startswith("qt.qpa")):
        sys.stderr.write(f"{message}\n")
