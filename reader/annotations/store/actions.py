"""What can be done to the store; several of these make one action of a reader."""

from reader.annotations.revisions import Revision
from reader.model import Annotation
from reader.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Put:
    """Add a note, or give my note with this id new content.

    Where two wordings of the note stand side by side, the one shown first is replaced and
    the other stays, until a ``Join``.
    """

    annotation: Annotation


@dataclass(frozen=True, slots=True)
class Join:
    """Let one content stand for all wordings that stand side by side."""

    annotation: Annotation


@dataclass(frozen=True, slots=True)
class Remove:
    """Move a note to the bin.  Another's note is only hidden here, as it is not mine."""

    annotation: str


@dataclass(frozen=True, slots=True)
class Restore:
    """Bring a note back from the bin."""

    annotation: str


@dataclass(frozen=True, slots=True)
class Take:
    """Take revisions that came from elsewhere, as they are."""

    revisions: tuple[Revision, ...]


StoreAction = Put | Join | Remove | Restore | Take
