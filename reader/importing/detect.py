"""What a file is, by its first bytes; its name decides only between text and Markdown."""

import io
import re
import zipfile

from reader.model import BadInput

#: Formats that are read without a process of their own.
PLAIN = frozenset({"text", "markdown"})

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd")
_HTML_NAMES = (".html", ".htm", ".xhtml")

#: First bytes of formats that cannot be read, what they are and what helps.
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "an old or encrypted Word document", "save it as DOCX without password"),
    (b"{\\rtf", "an RTF document", "save it as DOCX"),
    (b"AT&TFORM", "a DjVu scan", "convert it to PDF with recognised text"),
    (b"\x89PNG", "a picture", "recognise its text first, with OCRmyPDF for instance"),
    (b"\xff\xd8\xff", "a picture", "recognise its text first, with OCRmyPDF for instance"),
    (b"II*\0", "a picture", "recognise its text first, with OCRmyPDF for instance"),
    (b"MM\0*", "a picture", "recognise its text first, with OCRmyPDF for instance"),
    (b"GIF8", "a picture", "recognise its text first, with OCRmyPDF for instance"),
    (b"\x1f\x8b", "a compressed file", "unpack it"),
    (b"7z\xbc\xaf", "a compressed file", "unpack it"),
    (b"Rar!", "a compressed file", "unpack it"),
    (b"%!PS", "a PostScript file", "convert it to PDF"),
)  # fmt: skip


def detect(data: bytes, name: str) -> str:
    """Return ``text``, ``markdown``, ``html``, ``epub``, ``pdf`` or ``docx``.

    Raises:
        BadInput: it is none of these, as far as the first bytes show.
    """
    # some writers put a few bytes before the header; readers of PDF look at the first 1,024
    if b"%PDF-" in data[:1024] and not _looks_plain(data[:1024].split(b"%PDF-")[0]):
        return "pdf"
    for start, what, remedy in _FOREIGN:
        if data.startswith(start):
            raise BadInput(f"“{name}” is {what}, which cannot be read; {remedy}.", name)
    if data.startswith(b"PK"):
        return _zipped(data, name)
    lower = name.lower()
    if _HTML.match(data[:4096]) or (lower.endswith(_HTML_NAMES) and b"<" in data[:4096]):
        return "html"
    return "markdown" if lower.endswith(_MARKDOWN_NAMES) else "text"


def _looks_plain(before: bytes) -> bool:
    """Say whether words stand before the header: then it is a text about PDF."""
    return len(before.split()) > 3


def _zipped(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise BadInput(
            f"“{name}” is damaged or not complete; get another copy of it.", name
        ) from error
    if "META-INF/container.xml" in names:
        return "epub"
    if "word/document.xml" in names:
        return "docx"
    if "content.xml" in names:
        raise BadInput(f"“{name}” is an OpenDocument text; save it as DOCX.", name)
    raise BadInput(f"“{name}” is a zip archive; unpack it and choose the files in it.", name)
