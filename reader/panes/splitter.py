"""A splitter whose parts are told to a screen reader in the order in which they stand."""

from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget


class Splitter(QSplitter):
    """Names its dividers and keeps its children in the order of its parts.

    What assistive technology reads follows the order of an object's children, which is that of
    their making; a pane that was moved or opened first would be read in the wrong place.
    """

    def insertWidget(self, index: int, widget: QWidget) -> None:  # noqa: N802 - Qt
        """Insert a part where it stands and where it is read."""
        super().insertWidget(index, widget)
        self._put_in_order()

    def addWidget(self, widget: QWidget) -> None:  # noqa: N802 - Qt
        """Add a part at the end."""
        super().addWidget(widget)
        self._put_in_order()

    def createHandle(self) -> QSplitterHandle:  # noqa: N802 - Qt
        """Name the divider."""
        handle = super().createHandle()
        handle.setAccessibleName(self.tr("Divider"))
        return handle

    def _put_in_order(self) -> None:
        """Raise the parts one after another: the order of children follows, dividers last."""
        places = range(self.count())
        parts = [*map(self.widget, places), *map(self.handle, places)]
        for part in parts:
            if part is not None:
                part.raise_()
