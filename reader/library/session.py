"""What the window remembers between two starts; kept in the library folder."""

import json
from pathlib import Path
from typing import Any

from reader.library.core import Core
from reader.library.files import write_json, write_whole

_FILE = "session.json"


class Session(Core):
    """The part of the door that keeps panes, places and unfinished note texts."""

    def session(self) -> dict[str, Any]:
        """Return what was saved last; empty at the first start or when it cannot be read."""
        try:
            data = json.loads((self.folder / _FILE).read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return data if isinstance(data, dict) else {}

    def save_session(self, session: dict[str, Any]) -> None:
        """Save plain JSON values, whole or not at all; does nothing in a read-only library.

        Raises:
            LibraryError: the folder cannot be written to, or was taken away.
        """
        if not self.read_only:
            self._store.still_there()
            write_json(self.folder / _FILE, session)

    def save_words(self, words: str, path: Path) -> None:
        """Write words that cannot be kept here into a file of the reader's choice.

        Raises:
            LibraryError: nor there.
        """
        write_whole(path, words.encode("utf-8", "surrogatepass"))
