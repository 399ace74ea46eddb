"""Pages of our own exports on paper: printed, or as a PDF written whole or not at all."""

from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
)

from reader.library.files import write_whole
from reader.model import NO_PROGRESS, Progress
from reader.panes.paper import begun
from reader.panes.pdf import pdf
from reader.qt import fonts
from reader.qt.safe_text import SafeDocument

#: From this many columns on the sheet lies on its side.
_WIDE = 2
#: Left free round the words, in cm; the number of the page stands in it.
_FREE_CM = 2.0
_CM_PER_INCH = 2.54
_SIZE_PT = 10.0
#: What browsers make of the styles of a page and Qt does not: it knows no em.
_ON_PAPER = """<style>
blockquote { margin: 10px 0 6px 18px; }
h2, h3 { margin-top: 18px; }
a { color: #000000; text-decoration: none; }
</style></head>"""
#: Sets quotations apart from notes where no table does; whole passages stay upright.
_QUOTES = "<style>blockquote { font-style: italic; }</style>"


def page_layout(columns: int) -> QPageLayout:
    """Return a sheet for so many texts side by side."""
    lies = columns >= _WIDE
    way = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    sheet = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(sheet, way, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)


def document_of(page: str) -> SafeDocument:
    """Return one of our own pages as a document that loads nothing."""
    document = SafeDocument()
    document.show_page(page)
    return document


def paint(page: str, device: QPagedPaintDevice, progress: Progress = NO_PROGRESS) -> int:
    """Paint a page of ours, sheet by sheet, and return the number of sheets.

    What ``QTextDocument.print_`` does, but it tells of itself and can be stopped.

    Raises:
        BadInput: the device takes nothing.
        Cancelled: the reader stopped it; what was painted is of no use.
    """
    styles = _ON_PAPER if "<table>" in page else _QUOTES + _ON_PAPER
    document = document_of(page.replace("</head>", styles, 1))
    document.setDefaultFont(fonts.on_paper(fonts.font("Literata", _SIZE_PT)))
    document.documentLayout().setPaintDevice(device)
    free = device.logicalDpiY() * _FREE_CM / _CM_PER_INCH
    sheet = QRectF(0, 0, device.width(), device.height())
    screen = QGuiApplication.primaryScreen().logicalDotsPerInchY()  # a document counts in these
    document.setDocumentMargin(screen * _FREE_CM / _CM_PER_INCH)
    document.setPageSize(sheet.size())
    count = document.pageCount()
    painter = begun(device)
    try:
        for number in range(count):
            progress.step(number / count)
            if number:
                device.newPage()
            painter.save()
            painter.translate(0, -number * sheet.height())
            document.drawContents(painter, sheet.translated(0, number * sheet.height()))
            painter.restore()
            foot = QRectF(free, sheet.height() - free, sheet.width() - 2 * free, free * 0.6)
            painter.setFont(document.defaultFont())
            ends = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
            painter.drawText(foot, ends, str(number + 1))
    finally:
        painter.end()
    return count


def pdf_of(page: str, columns: int, title: str, progress: Progress = NO_PROGRESS) -> bytes:
    """Return a page as PDF.

    Raises:
        Cancelled: the reader stopped it.
    """
    data, _pages = pdf(title, page_layout(columns), lambda on: paint(page, on, progress))
    return data


def save_pdf(
    page: str, columns: int, title: str, path: Path, progress: Progress = NO_PROGRESS
) -> None:
    """Write a page as PDF.

    Raises:
        LibraryError, ReadOnly: it cannot be written there; what stood there is untouched.
        Cancelled: likewise.
    """
    write_whole(path, pdf_of(page, columns, title, progress))
