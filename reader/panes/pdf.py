"""PDF in memory: whatever is painted on pages."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPdfWriter

_DPI = 300

Told = TypeVar("Told")


def pdf(
    title: str, layout: QPageLayout, paint: Callable[[QPagedPaintDevice], Told]
) -> tuple[bytes, Told]:
    """Return a PDF, and what ``paint`` told of it; in any thread."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(title)
    writer.setPageLayout(layout)
    told = paint(writer)
    del writer  # completes the file in the buffer
    return bytes(buffer.data().data()), told
