"""The words and limits of annotation files, in one place.

Limits hold for what readers write and for what files bring; they are named in messages and in
``resources/schema/annotations.schema.json``.
"""

import re

from reader.model import AnnotationKind, BadInput

#: The one context, never fetched; a string because some readers demand that.
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
#: Rises only when an older program would misread a file.
FORMAT = 1
MEDIA_TYPE = 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"'
ENDING = ".annotations.json"
#: How a whole work is named as a target.
WORK_IRI = "urn:x-counterpoint:work:"

#: Files are walked through; a few strange layouts are read whole, at ten times their size.
MAX_FILE_BYTES = 128 * 1024 * 1024
MAX_WHOLE_BYTES = 32 * 1024 * 1024
MAX_NOTES = 100_000
MAX_DEPTH = 32
MAX_STRING = 100_000
#: A mark on more than this is a mark on the work: files carry quotations, never whole texts.
MAX_QUOTE = 20_000
MAX_CONTEXT = 1_000
MAX_TAGS = 1_000
MAX_TAG = 500
MAX_NAME = 500
MAX_TARGETS = 500
MAX_OFFSET = 2**53

#: The W3C's word for each kind.  It has none for a trail, which bears ``ar:kind`` as well.
MOTIVATION = {
    AnnotationKind.HIGHLIGHT: "highlighting",
    AnnotationKind.NOTE: "commenting",
    AnnotationKind.QUESTION: "questioning",
    AnnotationKind.BOOKMARK: "bookmarking",
    AnnotationKind.REPLY: "replying",
    AnnotationKind.LINK: "linking",
    AnnotationKind.VERDICT: "assessing",
    AnnotationKind.TRAIL: "linking",
}
KIND_OF = {MOTIVATION[kind]: kind for kind in reversed(AnnotationKind)} | {
    "describing": AnnotationKind.NOTE,
    "editing": AnnotationKind.NOTE,
    "classifying": AnnotationKind.NOTE,
    "identifying": AnnotationKind.NOTE,
    "moderating": AnnotationKind.NOTE,
    "tagging": AnnotationKind.HIGHLIGHT,
}

_URN = re.compile(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*")
_REV = re.compile(r"[0-9a-f]{16}")
_WORK = re.compile(r"[a-z0-9][a-z0-9-]{0,199}")
_TIME = re.compile(
    r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)"
    r"(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)"
)
is_urn = _URN.fullmatch
is_rev = _REV.fullmatch
is_work = _WORK.fullmatch
is_time = _TIME.fullmatch


def as_iri(name: str) -> str:
    """Return a name as the standard wants it: itself if it is an IRI, else one made of it.

    >>> as_iri("my book.epub")
    'urn:x-counterpoint:named:my%20book.epub'
    """
    if _IRI.fullmatch(name):
        return name
    from urllib.parse import quote

    return "urn:x-counterpoint:named:" + quote(name, safe="", errors="replace")


def words(value: object, what: str, limit: int) -> str:
    """Return ``value`` when it is text within the limit.

    Raises:
        BadInput: with ``what`` in the sentence.
    """
    if not isinstance(value, str):
        raise BadInput(f"Its {what} is not text.")
    if len(value) > limit:
        raise BadInput(f"Its {what} is longer than {limit:,} characters.")
    return value
