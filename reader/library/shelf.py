"""The editions on disk: one folder each, readable without the program.

``editions/<id>/edition.json`` (reading text, passages, provenance), ``repairs.json`` beside
it, and ``source/<name>``, the file as it came.  A removed edition moves to ``removed/`` and
can come back.
"""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from reader.library import codec
from reader.library.files import write_json, write_whole
from reader.model import BadInput, Edition, LibraryError, NotFound

#: Bytes of JSON that are read in one go: 20 ms.
_LARGE = 2_000_000


class Shelf:
    """Saves and loads editions; knows nothing of notes, search or links."""

    def __init__(self, folder: Path) -> None:
        self._editions = folder / "editions"
        self._removed = folder / "removed"

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all editions, ascending."""
        if not self._editions.is_dir():
            return ()
        return tuple(sorted(path.parent.name for path in self._editions.glob("*/edition.json")))

    def load(self, edition_id: str) -> Edition:
        """Return one edition, without repairs.

        Raises:
            NotFound: there is no such edition.
            BadInput: its file is damaged.
        """
        return codec.load(self._read(edition_id, "edition.json"))

    def load_with_repairs(self, edition_id: str) -> Edition:
        """Return one edition with repairs and source map; errors as in ``load``."""
        edition = self.load(edition_id)
        return codec.load_repairs(edition, self._read(edition_id, "repairs.json"))

    def save(self, edition: Edition, source: bytes | None) -> None:
        """Save an edition and its source (None keeps the one that is there).

        The edition's own file is written last: until then the folder does not count.

        Raises:
            LibraryError: the folder cannot be written to; nothing old was lost.
        """
        folder = self._editions / edition.id
        if source is not None:
            write_whole(folder / "source" / edition.provenance.file, source)
        write_json(folder / "repairs.json", codec.dump_repairs(edition))
        write_json(folder / "edition.json", codec.dump(edition))

    def source_path(self, edition: Edition) -> Path:
        """Return where the untouched source file lies."""
        return self._editions / edition.id / "source" / edition.provenance.file

    def remove(self, edition_id: str) -> None:
        """Move an edition out of the way, to ``removed/<id>.<number>``.

        Raises:
            LibraryError: it could not be moved; it is still there.
        """
        goal = self._free(edition_id)
        try:
            goal.parent.mkdir(parents=True, exist_ok=True)
            (self._editions / edition_id).rename(goal)
        except OSError as error:
            raise LibraryError(
                f"The text could not be removed ({error.strerror}); it is still there.", edition_id
            ) from error

    def bring_back(self, edition_id: str) -> None:
        """Bring back the copy removed last; what stands in its place is removed instead.

        Raises:
            NotFound: no such edition was removed.
        """
        copies = sorted(self._removed.glob(f"{edition_id}.*"), key=_number)
        if not copies:
            raise NotFound(f"“{edition_id}” is not among the removed texts.", edition_id)
        if (self._editions / edition_id).exists():
            self.remove(edition_id)
        copies[-1].rename(self._editions / edition_id)

    def damaged(self) -> Iterator[tuple[str, str]]:
        """Yield id and reason for every edition whose files cannot be read."""
        for edition_id in self.ids():
            try:
                self.load_with_repairs(edition_id)
            except (BadInput, NotFound) as error:
                yield edition_id, error.message

    def take(self, folder: Path, edition_id: str) -> None:
        """Put an edition that was saved in another library folder in place, whole or not at all.

        A copy that is there goes to ``removed/``.

        Raises:
            LibraryError: it could not be moved; nothing was lost.
        """
        with self.in_place_of(edition_id):
            try:
                self._editions.mkdir(parents=True, exist_ok=True)
                (folder / "editions" / edition_id).rename(self._editions / edition_id)
            except OSError as error:
                raise LibraryError(
                    f"The text could not be added ({error.strerror}); nothing was lost.",
                    edition_id,
                ) from error

    def take_again(self, folder: Path, edition_id: str) -> None:
        """Put an edition that was saved in another library folder in place of the same one.

        Its source stays.

        Raises:
            LibraryError: it could not be moved; nothing was lost.
        """
        made, there = folder / "editions" / edition_id, self._editions / edition_id
        try:
            for name in ("repairs.json", "edition.json"):  # in the order of ``save``
                (made / name).replace(there / name)
        except OSError as error:
            raise LibraryError(
                f"The text could not be built again ({error.strerror}); nothing was lost.",
                edition_id,
            ) from error

    @contextmanager
    def in_place_of(self, edition_id: str) -> Iterator[None]:
        """Let a new edition be saved in place of one that goes to ``removed/``.

        After any fault the former, or none, stands there again.

        Raises:
            LibraryError: the former could not be moved; it is still there.
        """
        there = self._editions / edition_id
        former = there.exists()
        if former:
            self.remove(edition_id)
        try:
            yield
        except BaseException:
            shutil.rmtree(there, ignore_errors=True)
            if former:
                self.bring_back(edition_id)
            raise

    def _free(self, edition_id: str) -> Path:
        number = 1
        while (goal := self._removed / f"{edition_id}.{number}").exists():
            number += 1
        return goal

    def _read(self, edition_id: str, name: str) -> dict[str, Any]:
        path = self._editions / edition_id / name
        try:
            data = _parsed(path.read_bytes())
        except FileNotFoundError as error:
            raise NotFound(f"The library has no text “{edition_id}”.", edition_id) from error
        except (OSError, ValueError, RecursionError) as error:
            raise BadInput(
                f"{name} of “{edition_id}” is damaged; add the text again to restore it.",
                str(path),
            ) from error
        if not isinstance(data, dict):
            raise BadInput(f"{name} of “{edition_id}” is not what Counterpoint wrote.", str(path))
        return data


def _parsed(data: bytes) -> Any:
    """Parse JSON; a large text in pieces, so that the window goes on meanwhile."""
    if len(data) < _LARGE:
        return json.loads(data)
    from reader.library.pieces import loads

    return loads(data.decode("utf-8", "surrogatepass"))


def _number(copy: Path) -> int:
    ending = copy.suffix.removeprefix(".")
    return int(ending) if ending.isdigit() else 0
