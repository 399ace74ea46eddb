"""Icons in the colour of the words beside them."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from reader.library.shipped import shipped

#: Logical sizes that are drawn ahead; Qt scales between them.
_SIZES_PX = (16, 32)


@lru_cache(maxsize=256)
def icon(name: str, colour: str) -> QIcon:
    """Return a bundled icon drawn in ``colour`` (``#rrggbb``).

    The drawings use ``currentColor``, which Qt would show black on any page.
    """
    made = QIcon()
    for size in _SIZES_PX:
        made.addPixmap(_draw(name, colour, size))
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
