"""What all parts of the library share: folder, shelf, store, listeners."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.bundled import Bundled
from reader.library.shelf import Shelf
from reader.library.undo import Undo
from reader.model import (
    Change,
    Edition,
    LibraryBusy,
    LibraryError,
    Listeners,
    NotFound,
    Person,
    ReadOnly,
    StoreDamaged,
    Touched,
)

if TYPE_CHECKING:
    from reader.annotations.store import Store


class Core:
    """The state of an open library; the parts of the door inherit from it.

    The store of annotations is opened, and the library locked, when first asked for: the first
    paint of a window needs the texts only, and loading SQLite would double its time.

    Attributes:
        folder: the library folder.
        language: of the reader, such as ``it_IT``: of help, and of words set around notes.
    """

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        self.folder = folder
        self.language = "en"
        self._read_only = read_only
        self._notice = ""
        self._listeners = Listeners()
        self._undo = Undo()
        self._shelf = Shelf(folder)
        self._bundled = Bundled(folder / "cache")
        self._editions: dict[str, Edition] = {}
        self._closing: list[Callable[[], None]] = []

    @property
    def read_only(self) -> bool:
        """Whether changes are refused."""
        return self._store.read_only

    @property
    def notice(self) -> str:
        """A sentence for people about how the library was opened; empty when all is well."""
        store = self._store
        return self._notice or " ".join(filter(None, (store.notice, *store.damage)))

    @property
    def damage(self) -> tuple[str, ...]:
        """Sentences on what was found damaged in the notes so far; ``repair`` mends it."""
        return tuple(self._store.damage) if "_store" in self.__dict__ else ()

    @cached_property
    def _store(self) -> "Store":
        """The store, open for writing if we may, else for reading; ``notice`` says why."""
        from reader.annotations.store import Store

        if self._read_only:
            return Store.open(self.folder, read_only=True)
        try:
            return Store.open(self.folder)
        except LibraryBusy:
            self._notice = (
                "This library is open in another window; here it can be read but not changed."
            )
        except ReadOnly:
            self._notice = (
                "This library folder cannot be written to; it can be read but not changed."
            )
        except StoreDamaged:
            raise
        except LibraryError:  # SQLite needs some room of its own even to begin
            self._notice = (
                "The notes cannot be opened for writing, as on a disk without any room; they can "
                "be read but not changed."
            )
        return Store.open(self.folder, read_only=True)

    def close(self) -> None:
        """Close everything; the library must not be used afterwards."""
        while self._closing:
            self._closing.pop()()
        if "_store" in self.__dict__:
            self._store.close()

    @property
    def me(self) -> Person:
        """The reader at this library."""
        return self._store.me

    def rename_me(self, name: str) -> None:
        """Change the name shown with my notes; the id stays."""
        self._may_change()
        self._store.rename_me(name)

    def listen(self, to: Touched, ear: Callable[[Change], None]) -> Callable[[], None]:
        """Call ``ear`` after each change that touches ``to``; return the way out.

        Ears are called on the thread of the action.
        """
        return self._listeners.listen(to, ear)

    @property
    def undo_label(self) -> str:
        """What undo would take back; empty when there is nothing."""
        return self._undo.undo_label

    @property
    def redo_label(self) -> str:
        """What redo would do again; empty when there is nothing."""
        return self._undo.redo_label

    def undo(self) -> Change | None:
        """Take back the last action of this session; None when there is nothing."""
        self._may_change()
        return self._undo.undo()

    def redo(self) -> Change | None:
        """Do again what undo took back; None when there is nothing."""
        self._may_change()
        return self._undo.redo()

    def edition(self, work: str) -> Edition:
        """Return the present edition of a work, without repairs; loaded once.

        Raises:
            NotFound: the library has no such work.
            BadInput: its file is damaged.
        """
        if work not in self._editions:
            self._editions[work] = self._load(work)
        return self._editions[work]

    def with_repairs(self, work: str) -> Edition:
        """Return the present edition of a work with repairs and source map; errors as above."""
        if work in self._bundled.ids():
            return self.edition(work)
        return self._shelf.load_with_repairs(work)

    def works(self) -> tuple[str, ...]:
        """Return the short ids of all works that can be opened, readers' own first."""
        own = self._shelf.ids()
        return own + tuple(work for work in self._bundled.ids() if work not in own)

    def own_works(self) -> tuple[str, ...]:
        """Return the short ids of the works that the reader added."""
        return self._shelf.ids()

    def _load(self, work: str) -> Edition:
        try:
            return self._shelf.load(work)
        except NotFound:
            if work in self._bundled.ids():
                return self._bundled.load(work)
            raise

    def _may_change(self) -> None:
        if self.read_only:
            raise ReadOnly(
                self.notice or "This library was opened for reading only; nothing was changed.",
                str(self.folder),
            )

    def _tell(self, change: Change) -> Change:
        self._listeners.tell(change)
        return change


def now() -> str:
    """Return the present time as annotations write it."""
    from reader.annotations.clock import now as told

    return told()


def new_id() -> str:
    """Return an id for a new annotation."""
    from reader.annotations.clock import new_id as made

    return made()
