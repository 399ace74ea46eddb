"""A packet on paper: printed, or as a PDF written whole or not at all."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

from reader.library.files import write_whole
from reader.qt.safe_text import SafeDocument

#: From this many columns on the sheet lies on its side.
_WIDE = 2
#: Besides the two centimetres that the document leaves for itself and its page numbers.
_MARGIN_MM = 0.0
_DPI = 300


def page_layout(columns: int) -> QPageLayout:
    """Return a sheet for so many texts side by side."""
    lies = columns >= _WIDE
    way = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    sheet = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(sheet, way, margins, QPageLayout.Unit.Millimeter)


def document_of(page: str) -> SafeDocument:
    """Return one of our own pages as a document that loads nothing."""
    document = SafeDocument()
    document.show_page(page)
    return document


def pdf_of(page: str, columns: int, title: str) -> bytes:
    """Return a page as PDF."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(title)
    writer.setPageLayout(page_layout(columns))
    document_of(page).print_(writer)
    del writer  # closes the file in the buffer
    return bytes(buffer.data().data())


def save_pdf(page: str, columns: int, title: str, path: Path) -> None:
    """Write a page as PDF.

    Raises:
        LibraryError, ReadOnly: it cannot be written there; what stood there is untouched.
    """
    write_whole(path, pdf_of(page, columns, title))
