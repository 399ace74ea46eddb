"""EPUB: the chapters in the order of the spine.  Needs lxml.

Source: EPUB 3.3, https://www.w3.org/TR/epub-33/, sections 4 and 5.
"""

from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import etree

from reader.importing.archive import Archive, refuse_entities
from reader.importing.flow import Flow
from reader.importing.html import parse_html
from reader.importing.raw import RawText
from reader.importing.tree import Notes, Walk, attribute, name_of, words_of
from reader.model import BadInput, Provenance

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

#: Encryption of embedded fonts only, which says nothing of the text.
_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")


def read(data: bytes, provenance: Provenance) -> RawText:
    """Read a book.

    Raises:
        BadInput: it is damaged, protected, hostile, or lists no chapter.
    """
    name = provenance.file
    archive = Archive(data, name)
    _refuse_protected(archive, name)
    package_path = _package_path(archive, name)
    package = _xml(archive.member(package_path), name)
    flow = Flow()
    chapters = _spine(package, dirname(package_path), archive)
    roots = {path: _chapter(archive.member(path), name) for path in chapters}
    bodies = {path: root for path, root in roots.items() if root is not None}
    notes = Notes.of(bodies)
    for path, body in bodies.items():
        Walk(body, flow, notes[path]).run()
    if not chapters:
        raise BadInput(f"“{name}” lists no chapters; it is damaged. Get another copy.", name)
    return flow.raw(
        provenance,
        title=_first(package, "title"),
        authors=_all(package, "creator"),
        language=_first(package, "language"),
    )


def _xml(data: bytes, name: str) -> "Element":
    refuse_entities(data, name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    root = etree.fromstring(data, parser)
    if root is None:
        raise BadInput(f"“{name}” is damaged and cannot be read; get another copy of it.", name)
    return root


def _refuse_protected(archive: Archive, name: str) -> None:
    path = "META-INF/encryption.xml"
    if path not in archive.names:
        return
    methods = [
        attribute(one, "Algorithm")
        for one in _xml(archive.member(path), name).iter("{*}EncryptionMethod")
    ]
    if any(method not in _FONTS for method in methods):
        raise BadInput(
            f"“{name}” is protected against copying and cannot be read here; get it without "
            "protection from its publisher.",
            name,
        )


def _package_path(archive: Archive, name: str) -> str:
    root = _xml(archive.member("META-INF/container.xml"), name)
    for one in root.iter("{*}rootfile"):
        path = attribute(one, "full-path")
        if path in archive.names:
            return path
    raise BadInput(f"“{name}” does not say where its text is; it is damaged.", name)


def _spine(package: "Element", folder: str, archive: Archive) -> list[str]:
    """Return the members that are chapters; what lies outside of the archive is left out."""
    items = {one.get("id"): attribute(one, "href") for one in package.iter("{*}item")}
    kinds = {one.get("id"): attribute(one, "properties") for one in package.iter("{*}item")}
    paths: list[str] = []
    for reference in package.iter("{*}itemref"):
        key = reference.get("idref")
        path = normpath(join(folder, unquote(items.get(key, ""))))
        if path in archive.names and path not in paths and "nav" not in kinds[key].split():
            paths.append(path)
    return paths


def _chapter(data: bytes, name: str) -> "Element | None":
    refuse_entities(data, name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root: Element | None = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:  # named entities or careless markup: read it as browsers do
        root = parse_html(data.decode("utf-8", "replace"))
    if root is None:
        return None
    return next((one for one in root.iter("{*}*") if name_of(one) == "body"), root)


def _all(package: "Element", field: str) -> tuple[str, ...]:
    found = (" ".join(words_of(one).split()) for one in package.iter("{*}" + field))
    return tuple(filter(None, found))


def _first(package: "Element", field: str) -> str:
    return next(iter(_all(package, field)), "")
