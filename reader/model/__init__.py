"""The values that every other package speaks in.

Nothing comes in and nothing goes out but frozen values; there is no input or output here.
It imports the standard library only.  Every offset is a count of Unicode code points.
"""

from reader.model.annotation import (
    Annotation,
    AnnotationKind,
    Colour,
    MarkStyle,
    NoteTarget,
    Person,
    Target,
    TextTarget,
    Verdict,
    WorkTarget,
)
from reader.model.change import Change, Listeners, Touched
from reader.model.edition import Edition, EditionSummary, InlineKind, InlineSpan, Provenance
from reader.model.errors import (
    AnnotationFileError,
    BadInput,
    Cancelled,
    LibraryBusy,
    LibraryError,
    NotFound,
    QueryError,
    ReaderError,
    ReadOnly,
    StoreDamaged,
)
from reader.model.link import Evidence, Related, Relation
from reader.model.passage import Locus, Passage, PassageKind
from reader.model.place import History, Place
from reader.model.placed import Placed
from reader.model.progress import NO_PROGRESS, Progress
from reader.model.repair import ByHand, PageTurn, Repair, RepairKind, SourcePiece
from reader.model.search import Hit, HitKind, SearchAnswer, SearchOrder, SearchScope, Snippet
from reader.model.selector import Anchored, Anchoring, Orphan, Outcome, Selectors
from reader.model.span import Span
from reader.model.work import Work, WorkRecord

__all__ = [
    "NO_PROGRESS",
    "Anchored",
    "Anchoring",
    "Annotation",
    "AnnotationFileError",
    "AnnotationKind",
    "BadInput",
    "ByHand",
    "Cancelled",
    "Change",
    "Colour",
    "Edition",
    "EditionSummary",
    "Evidence",
    "History",
    "Hit",
    "HitKind",
    "InlineKind",
    "InlineSpan",
    "LibraryBusy",
    "LibraryError",
    "Listeners",
    "Locus",
    "MarkStyle",
    "NotFound",
    "NoteTarget",
    "Orphan",
    "Outcome",
    "PageTurn",
    "Passage",
    "PassageKind",
    "Person",
    "Place",
    "Placed",
    "Progress",
    "Provenance",
    "QueryError",
    "ReadOnly",
    "ReaderError",
    "Related",
    "Relation",
    "Repair",
    "RepairKind",
    "SearchAnswer",
    "SearchOrder",
    "SearchScope",
    "Selectors",
    "Snippet",
    "SourcePiece",
    "Span",
    "StoreDamaged",
    "Target",
    "TextTarget",
    "Touched",
    "Verdict",
    "Work",
    "WorkRecord",
    "WorkTarget",
]
