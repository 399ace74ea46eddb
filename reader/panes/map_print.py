"""The map on paper."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPagedPaintDevice, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from reader.panes.map_canvas import MapCanvas
from reader.qt import theme


def print_map(canvas: MapCanvas, window: QWidget) -> bool:
    """Ask for a printer and print the map on one page; say whether it was printed."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if QPrintDialog(printer, window).exec() != QDialog.DialogCode.Accepted:
        return False
    paint_map(canvas, printer)
    return True


def paint_map(canvas: MapCanvas, device: QPagedPaintDevice) -> None:
    """Paint the map as large as fits one page, in the light theme whatever the window's is."""
    page = QRectF(device.pageLayout().paintRectPixels(device.logicalDpiX()))
    painter = QPainter(device)
    shown, canvas.theme = canvas.theme, theme.load("light")
    try:
        scale = min(page.width() / canvas.width(), page.height() / canvas.height())
        painter.scale(scale, scale)
        canvas.draw(painter)
    finally:
        canvas.theme = shown
        painter.end()
