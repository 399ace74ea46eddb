"""What can go wrong, as a small tree::

    ReaderError
    ├── BadInput              a file, argument or text that cannot be used
    │   ├── AnnotationFileError   an annotation file that cannot be taken
    │   └── QueryError            a search query with a mistake, and where it stands
    ├── NotFound              a work, passage or note that the library does not have
    ├── LibraryError          the library folder itself
    │   ├── LibraryBusy           another instance holds it
    │   ├── ReadOnly              it cannot be written to
    │   └── StoreDamaged          the annotation store failed a check
    └── Cancelled             the reader stopped a task

Every error carries a sentence for people: what happened, to which file, what to do.
"""


class ReaderError(Exception):
    """Base of all expected trouble.

    Args:
        message: one sentence for people.
        about: the file, work or note it concerns; shown when not part of the sentence.
    """

    def __init__(self, message: str, about: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.about = about


class BadInput(ReaderError):
    """A file, argument or text from outside that cannot be used as it is."""


class AnnotationFileError(BadInput):
    """A whole annotation file that cannot be taken; single bad notes are listed instead."""


class QueryError(BadInput):
    """A mistake in a search query.

    Attributes:
        at: code points into the query where the mistake stands.
    """

    def __init__(self, message: str, at: int, about: str = "") -> None:
        super().__init__(message, about)
        self.at = at


class NotFound(ReaderError):
    """The library has no such work, passage, note or link."""


class LibraryError(ReaderError):
    """Trouble with the library folder itself."""


class LibraryBusy(LibraryError):
    """Another running program holds the library."""


class ReadOnly(LibraryError):
    """The library can be read but not changed."""


class StoreDamaged(LibraryError):
    """The annotation store failed a check; what is lost is named in the message."""


class Cancelled(ReaderError):
    """The reader stopped a task before it had finished."""

    def __init__(self, message: str = "Stopped.", about: str = "") -> None:
        super().__init__(message, about)
