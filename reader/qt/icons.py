"""Icons in the colour of the words beside them."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap, QTransform

from reader.library.shipped import shipped

#: Sizes that are drawn ahead, px; Qt scales between them.  The second is for dense screens.
_SIZES_PX = (16, 32)
#: Drawings that tell of a direction; they turn where one reads from right to left.
_TURNING = frozenset(
    ("arrow-left", "arrow-right", "list-tree", "panel-right", "redo-2", "text-search", "undo-2")
)


def icon(name: str, colour: str, *, large: bool = False) -> QIcon:
    """Return a bundled icon drawn in ``colour`` (``#rrggbb``), for the direction of reading.

    ``large`` is for type that is larger than usual.

    The drawings use ``currentColor``, which Qt would show black on any page.
    """
    mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    dense = any(screen.devicePixelRatio() > 1 for screen in QGuiApplication.screens())
    sizes = _SIZES_PX if dense or large else _SIZES_PX[:1]
    return _made(name, colour, mirrored and name in _TURNING, sizes)


@lru_cache(maxsize=256)
def _made(name: str, colour: str, mirrored: bool, sizes: tuple[int, ...]) -> QIcon:
    made = QIcon()
    for size in sizes:
        drawn = _draw(name, colour, size)
        made.addPixmap(drawn.transformed(QTransform.fromScale(-1, 1)) if mirrored else drawn)
    return made


def _draw(name: str, colour: str, size_px: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    source = (shipped("resources/icons") / f"{name}.svg").read_text(encoding="utf-8")
    drawing = QSvgRenderer(
        QByteArray(source.replace("currentColor", QColor(colour).name()).encode())
    )
    pixmap = QPixmap(QSize(size_px, size_px))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    drawing.render(painter, QRectF(0, 0, size_px, size_px))
    painter.end()
    return pixmap
