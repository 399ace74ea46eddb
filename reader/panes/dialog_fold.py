"""A dialog that is wider than its window folds: what stood side by side stands in a column."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QBoxLayout,
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLayout,
    QPlainTextEdit,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader.panes.scroll_room import ScrollRoom

#: Room for a bar to scroll with, px.
_BAR_PX = 20
#: What a list shows of its entries at least, in letters.
_FEWEST_LETTERS = 8
#: What a list or a text shows at least, in lines.
_FEWEST_LINES = 4
_SIDEWAYS = {QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.RightToLeft}


def fold_where_narrow(dialog: QWidget, room: Callable[[], QSize]) -> None:
    """Fold a dialog when it is shown, and when its type or its words grow, to fit ``room``.

    Large type in a small window is what people with low vision have. What is folded stays so
    until the dialog is opened again.
    """
    dialog.installEventFilter(_Folding(dialog, room))


class _Folding(QObject):
    """Looks whether a dialog fits whenever it is laid out."""

    def __init__(self, dialog: QWidget, room: Callable[[], QSize]) -> None:
        super().__init__(dialog)
        self._dialog, self._room = dialog, room
        self._busy, self._last = False, 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt
        """Fold before the dialog is seen, and before it would take more than it has."""
        kinds = {QEvent.Type.Show, QEvent.Type.LayoutRequest}
        whole = "_last" in vars(self)  # Python may have taken it apart before Qt has
        if whole and event.type() in kinds and not self._busy:
            self._busy = True
            self._look()
            self._busy = False
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        least = _least_width(self._dialog)
        if least != self._last:  # what cannot be folded further is left as it is
            fold(self._dialog, self._room())
            self._last = _least_width(self._dialog)


def fold(dialog: QWidget, room: QSize) -> None:
    """Make a dialog as narrow as ``room`` where it can be, then as low by a bar to scroll."""
    _stack_forms(dialog, room.width())
    for step in (_break_labels, _shorten_lists, _stack_rows, stack_buttons, _break_buttons):
        if _least_width(dialog) <= room.width():
            break
        step(dialog, room.width())
        _tell(dialog)
    _keep_lines(dialog)
    _tell(dialog)
    width = min(dialog.width(), room.width())
    needed = _least_height(dialog, width)
    if needed > room.height():
        _scroll(dialog)
    if (layout := dialog.layout()) is not None:
        layout.activate()
    dialog.resize(width, min(max(dialog.height(), needed), room.height()))


def _tell(dialog: QWidget) -> None:
    """Tell what needs another size to what is around it, which otherwise comes to know later."""
    for one in dialog.findChildren(QWidget):
        one.updateGeometry()


def _least_width(dialog: QWidget) -> int:
    layout = dialog.layout()
    return layout.totalMinimumSize().width() if layout is not None else 0


def _layouts(dialog: QWidget) -> Iterator[QLayout]:
    """Give the layouts of a dialog, the outer ones first; rows of buttons keep theirs."""
    for one in (dialog, *dialog.findChildren(QWidget)):
        layout = None if isinstance(one, QDialogButtonBox) else one.layout()
        if layout is not None:
            yield from _with_inner(layout)


def _with_inner(layout: QLayout) -> Iterator[QLayout]:
    yield layout
    for at in range(layout.count()):
        item = layout.itemAt(at)
        inner = item.layout() if item is not None else None
        if inner is not None:
            yield from _with_inner(inner)


def _least_height(dialog: QWidget, width: int) -> int:
    layout = dialog.layout()
    if layout is None:
        return 0
    wide = max(width, layout.totalMinimumSize().width())
    if layout.hasHeightForWidth():
        return layout.totalMinimumHeightForWidth(wide)
    return layout.totalMinimumSize().height()


def _stack_forms(dialog: QWidget, width: int) -> None:
    """Put names above their fields, lest the fields become too narrow to write in."""
    for form in _layouts(dialog):
        if isinstance(form, QFormLayout) and form.sizeHint().width() > width - _around(dialog):
            form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)


def stack_buttons(dialog: QWidget, width: int) -> None:
    """Put buttons below one another that would need more than a width."""
    for box in dialog.findChildren(QDialogButtonBox):
        if box.minimumSizeHint().width() > width - _around(dialog):
            box.setOrientation(Qt.Orientation.Vertical)
            box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


def _keep_lines(dialog: QWidget) -> None:
    """Leave some lines of each list and text in sight."""
    for kind in (QAbstractItemView, QTextEdit, QPlainTextEdit):
        for one in dialog.findChildren(kind):
            if not isinstance(one, QHeaderView) and one.isVisibleTo(dialog):
                frame = 2 * one.frameWidth()
                least = _FEWEST_LINES * one.fontMetrics().lineSpacing() + frame
                one.setMinimumHeight(min(least, one.maximumHeight()))


def _shorten_lists(dialog: QWidget, _width: int) -> None:
    for choice in dialog.findChildren(QComboBox):
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(min(choice.minimumContentsLength(), _FEWEST_LETTERS))


def _stack_rows(dialog: QWidget, width: int) -> None:
    for row in _layouts(dialog):
        if not isinstance(row, QBoxLayout) or row.direction() not in _SIDEWAYS:
            continue
        if row.minimumSize().width() > width - _around(dialog):
            row.setDirection(QBoxLayout.Direction.TopToBottom)
            for at in range(row.count()):
                item = row.itemAt(at)
                if item is not None and item.layout() is None:
                    row.setStretch(at, 0)  # it gave width; of the height it would make a hole


def _break_labels(dialog: QWidget, width: int) -> None:
    for label in dialog.findChildren(QLabel):
        if label.minimumSizeHint().width() > width - _around(dialog):
            label.setWordWrap(True)


def _break_buttons(dialog: QWidget, width: int) -> None:
    room = width - _around(dialog)
    for button in dialog.findChildren(QAbstractButton):
        over = button.sizeHint().width() - room
        if button.text() and over > 0:
            words = button.text()
            if not button.accessibleName():
                button.setAccessibleName(words.replace("&", ""))
            metrics = button.fontMetrics()
            button.setText(broken(words, metrics, metrics.horizontalAdvance(words) - over))


def broken(words: str, metrics: QFontMetrics, width: int) -> str:
    """Return words in lines that are no wider than ``width`` px, if no word is."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and metrics.horizontalAdvance(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)


def _around(dialog: QWidget) -> int:
    """Return what stands around the words of a dialog, px, a bar to scroll included."""
    layout = dialog.layout()
    margins = layout.contentsMargins() if layout is not None else dialog.contentsMargins()
    return margins.left() + margins.right() + _BAR_PX


def _scroll(dialog: QWidget) -> None:
    """Put all but the last buttons of a dialog where it can be scrolled."""
    layout = dialog.layout()
    if not isinstance(layout, QVBoxLayout) or dialog.findChild(ScrollRoom):
        return
    item = layout.itemAt(layout.count() - 1)
    last = item.widget() if item is not None else None
    inside = QWidget()
    inside.setLayout(layout)  # with everything in it
    area = ScrollRoom(dialog)
    area.setWidget(inside)
    whole = QVBoxLayout(dialog)
    whole.setContentsMargins(layout.contentsMargins())
    layout.setContentsMargins(2, 2, 2, 2)  # so that no ring of the focus is cut
    whole.addWidget(area, 1)
    area.setVisible(True)  # the dialog may be shown already
    if isinstance(last, QDialogButtonBox):
        layout.removeWidget(last)
        whole.addWidget(last)
