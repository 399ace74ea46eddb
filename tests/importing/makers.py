"""Small files of every format, made from our own words."""

import io
import zipfile
from collections.abc import Mapping, Sequence

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/book.opf"/></rootfiles></container>'
)
PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<metadata><dc:title>Gardens</dc:title><dc:creator>Ann Author</dc:creator>"
    "<dc:language>en</dc:language></metadata><manifest>{items}</manifest>"
    "<spine>{spine}</spine></package>"
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def epub(
    chapters: Mapping[str, str | bytes], more: Mapping[str, str | bytes] | None = None
) -> bytes:
    items = "".join(f'<item id="c{n}" href="{name}"/>' for n, name in enumerate(chapters))
    spine = "".join(f'<itemref idref="c{n}"/>' for n, _ in enumerate(chapters))
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "OPS/book.opf": PACKAGE.format(items=items, spine=spine),
            **{f"OPS/{name}": words for name, words in chapters.items() if ".." not in name},
            **(more or {}),
        }
    )


def chapter(body: str) -> str:
    return f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>'


def docx(body: str, more: Mapping[str, str | bytes] | None = None) -> bytes:
    kinds = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return zipped(
        {
            "[Content_Types].xml": kinds,
            "_rels/.rels": relations,
            "word/document.xml": document,
            **(more or {}),
        }
    )


def paragraph(words: str, style: str = "", mark: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = f"<w:rPr><w:{mark}/></w:rPr>" if mark else ""
    return f"<w:p>{named}<w:r>{run}<w:t>{words}</w:t></w:r></w:p>"


Placed = tuple[float, float, str] | tuple[float, float, str, int]


def pdf(
    sheets: Sequence[Sequence[Placed]],
    size: tuple[int, int] = (420, 595),
    trailer: str = "",
    matrix: str = "",
) -> bytes:
    """Return a PDF with words placed at (x, y) on each sheet, in Helvetica of 10 points or so many.

    ``matrix`` moves or turns what stands on each sheet.
    """
    count = len(sheets)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {count} /Kids [{kids}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, words in enumerate(sheets):
        stream = "\n".join(
            f"BT /F1 {points[0] if points else 10} Tf {x} {y} Td ({text}) Tj ET"
            for x, y, text, *points in words
        )
        stream = f"{matrix} cm {stream}" if matrix else stream
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size[0]} {size[1]}] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size_ = len(objects) + 1
    end = (
        f"xref\n0 {size_}\n0000000000 65535 f \n{table}trailer\n"
        f"<< /Size {size_} /Root 1 0 R {trailer} >>\nstartxref\n{len(out)}\n%%EOF\n"
    )
    return out + end.encode()


def column(x: float, top: float, lines: Sequence[str], step: float = 14) -> list[Placed]:
    return [(x, top - step * row, words) for row, words in enumerate(lines)]
