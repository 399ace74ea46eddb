"""DOCX, through mammoth, which keeps headings, notes and emphasis.  Needs mammoth and lxml."""

import io
from typing import Any

import mammoth
from lxml import etree

from reader.importing.archive import Archive, refuse_entities
from reader.importing.flow import Flow
from reader.importing.html import parse_html
from reader.importing.raw import RawText
from reader.importing.tree import Walk
from reader.model import BadInput, Provenance

#: Styles beyond the headings that mammoth knows by itself.
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
""" + "".join(
    f"p[style-name='{name}'] => blockquote > p:fresh\n"
    for name in (
        "Quote",
        "Intense Quote",
        "Block Text",
        "Quotations",
        "Citazione",
        "Zitat",
        "Citation",
    )
)


def read(data: bytes, provenance: Provenance) -> RawText:
    """Read a document.

    Raises:
        BadInput: it is damaged, hostile or empty.
    """
    name = provenance.file
    archive = Archive(data, name)
    for member in sorted(archive.names):
        if member.endswith((".xml", ".rels")):
            refuse_entities(archive.member(member), name)
    # pictures are neither shown nor needed, and reading them costs most of the time
    convert: Any = mammoth.convert_to_html
    result = convert(io.BytesIO(data), style_map=_STYLES, convert_image=lambda _image: [])
    root = parse_html(f"<body>{result.value}</body>")
    if root is None:
        raise BadInput(f"“{name}” contains no words.", name)
    flow = Flow()
    Walk(root, flow).run()
    title, authors = _properties(data, name)
    return flow.raw(provenance, title=title, authors=authors)


def _properties(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    archive = Archive(data, name)
    path = "docProps/core.xml"
    if path not in archive.names:
        return "", ()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(archive.member(path), parser)
    if root is None:
        return "", ()
    title, author = (
        " ".join((root.findtext(".//{*}" + field) or "").split()) for field in ("title", "creator")
    )
    return title, (author,) if author else ()
