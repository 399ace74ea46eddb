"""How large a dialog opens: in keeping with its type, and no larger than its window."""

from PySide6.QtWidgets import QWidget

#: Height of the letters for which the sizes are given, px, and what is left free around a dialog.
_LETTERS_PX, _AROUND_PX = 16, 32


def open_size(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog a size, px at the usual size of type; larger type needs more.

    It is kept within the window below, so that nothing of it is cut off where the screen is small;
    a dialog that needs more than that takes it.
    """
    scale = max(1.0, dialog.fontMetrics().height() / _LETTERS_PX)
    wide, high = round(width * scale), round(height * scale)
    below = dialog.parentWidget()
    while below is not None and below.parentWidget() is not None:
        below = below.parentWidget()
    if below is not None:
        within = below.size()
        wide = min(wide, within.width() - _AROUND_PX)
        high = min(high, within.height() - _AROUND_PX)
    dialog.resize(wide, high)
