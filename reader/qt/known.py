"""Widgets that Qt makes itself, known to Python by their own class.

WORKAROUND: where shiboken 6.11 meets a widget that it has not seen, it makes the Python classes of
all that derive from its class, to find the nearest: 69 classes with their enumerations, 8 ms and
2 MB for the viewport of a text.  Found by name a widget bears its class; who keeps it is answered
with the same object ever after.
"""

from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def viewport_of(area: QAbstractScrollArea) -> QWidget:
    """Return the viewport of a new scroll area; keep it as long as the area."""
    found: QWidget | None = area.findChild(QWidget, "qt_scrollarea_viewport")
    return found if found is not None else area.viewport()
