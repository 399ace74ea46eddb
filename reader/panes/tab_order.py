"""The order of Tab: as a window is read, whenever its parts were made.

Qt goes by the order in which widgets were made, so that a pane opened later comes after the side
panel; and it takes a part with a focus proxy for the proxy itself, and leaps over what stands
before it in the part.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget


def step(window: QWidget, *, forward: bool) -> bool:
    """Give the focus to the next or the previous stop of a window; say whether that was done.

    Where the focus is at no stop, as when Qt moves it away from what is being hidden, it is left to
    Qt.
    """
    here = QApplication.focusWidget()
    if here is None or not here.isVisibleTo(window):  # it is just being hidden
        return False
    stops = tab_stops(window)
    if here not in stops or len(stops) == 1:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stops[(stops.index(here) + (1 if forward else -1)) % len(stops)].setFocus(reason)
    return True


def tab_stops(root: QWidget) -> list[QWidget]:
    """Return the widgets within at which Tab stops, in the order in which they are read."""
    every = QGuiApplication.styleHints().tabFocusBehavior() == (
        Qt.TabFocusBehavior.TabFocusAllControls
    )
    policy = Qt.FocusPolicy.TabFocus if every else Qt.FocusPolicy.StrongFocus

    def within(widget: QWidget) -> Iterator[QWidget]:
        children = [
            one
            for one in widget.children()
            if isinstance(one, QWidget) and not one.isWindow() and not one.isHidden()
        ]
        for child in in_rows(children):
            if child.isEnabled():
                takes = child.focusPolicy() & policy == policy and child.focusProxy() is None
                yield from (child,) if takes else ()
                yield from within(child)

    return list(within(root))


def in_rows(widgets: Sequence[QWidget]) -> Iterator[QWidget]:
    """Yield siblings row by row, each row from the side at which lines begin."""
    rest = sorted(widgets, key=lambda one: one.y())
    while rest:
        bottom = max(rest[0].geometry().bottom(), rest[0].geometry().center().y())
        row = [one for one in rest if one.geometry().center().y() <= bottom]
        rest = [one for one in rest if one not in row]
        yield from sorted(row, key=_along_the_line)


def _along_the_line(widget: QWidget) -> tuple[int, int]:
    begins = -widget.geometry().right() if widget.isRightToLeft() else widget.x()
    return begins, widget.y()
