"""How large a dialog opens: in keeping with its type, and no larger than its window."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMessageBox, QWidget

from reader.panes.dialog_fold import fold_where_narrow, stack_buttons

#: Height of the letters for which the sizes are given, px, and what is left free around a dialog.
_LETTERS_PX, _AROUND_PX = 16, 32


def open_size(dialog: QWidget, width: int = 0, height: int = 0) -> None:
    """Give a dialog a size, px at the usual size of type; larger type needs more.

    It is kept within the window below, so that nothing of it is cut off where the screen is small;
    a dialog that needs more than that folds.  What is not given is as large as what is in it.
    """
    scale, needed = max(1.0, dialog.fontMetrics().height() / _LETTERS_PX), dialog.sizeHint()
    size = QSize(round(width * scale) or needed.width(), round(height * scale) or needed.height())
    dialog.resize(size.boundedTo(_room(dialog)))
    fold_where_narrow(dialog, lambda: _room(dialog))


def fit_box(box: QMessageBox) -> None:
    """Keep a question within its window; how large it is otherwise, it knows itself."""
    box.ensurePolished()
    stack_buttons(box, _room(box).width())


def _room(dialog: QWidget) -> QSize:
    """Return what a dialog may take of its window, or of the screen where there is none below."""
    below = dialog.parentWidget()
    while below is not None and below.parentWidget() is not None:
        below = below.parentWidget()
    if below is None:
        return dialog.screen().availableSize()
    return below.size() - QSize(_AROUND_PX, _AROUND_PX)
