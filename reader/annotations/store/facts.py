"""Small things the store knows of its reader: who I am, how I call the colours."""

import os
import sqlite3
from collections.abc import Mapping
from pathlib import Path

from reader.annotations.clock import new_id
from reader.annotations.store.database import sentences, transaction
from reader.annotations.terms import MAX_NAME
from reader.model import BadInput, Colour, Person


class Facts:
    """Reads and writes the tables ``facts`` and ``colours``."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._sql = connection
        self._path = path

    def get(self, key: str) -> str:
        """Return a fact; empty when it is not known."""
        with sentences(self._path):
            found = self._sql.execute("SELECT value FROM facts WHERE key = ?", (key,)).fetchone()
        return str(found[0]) if found else ""

    def set(self, key: str, value: str) -> None:
        """Keep a fact."""
        with transaction(self._sql, self._path):
            self._put({key: value})

    def _put(self, facts: Mapping[str, str]) -> None:
        self._sql.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", facts.items())

    def known_me(self) -> Person | None:
        """Return who reads here; None where nobody was named yet."""
        known = self.get("me")
        return Person(known, self.get("name")) if known else None

    def make_me(self) -> Person:
        """Name a new reader, with the name of the account; kept where the store can be written."""
        made = {
            "me": new_id(),
            "name": _account(),
            "collection": new_id(),
            "device": os.urandom(4).hex(),
        }
        if not self._sql.execute("PRAGMA query_only").fetchone()[0] and self._writable():
            with transaction(self._sql, self._path):
                self._put(made)
        return Person(made["me"], made["name"])

    def _writable(self) -> bool:
        try:
            self._sql.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return False
        self._sql.execute("ROLLBACK")
        return True

    def rename_me(self, me: Person, name: str) -> Person:
        """Keep another shown name.

        Raises:
            BadInput: it is empty, too long, or holds half a character.
        """
        tidy = _tidy(name)
        if not tidy or len(tidy) > MAX_NAME:
            raise BadInput(f"A name has between one and {MAX_NAME} characters.", name[:40])
        self.set("name", tidy)
        return Person(me.id, tidy)

    def colour_names(self) -> Mapping[Colour, str]:
        """Return the names given to colours."""
        known = {colour.value: colour for colour in Colour}
        with sentences(self._path):
            found = self._sql.execute("SELECT colour, name FROM colours").fetchall()
        return {known[colour]: name for colour, name in found if colour in known}

    def name_colour(self, colour: Colour, name: str) -> None:
        """Give a colour a name; an empty one takes it away.

        Raises:
            BadInput: it is too long or holds half a character.
        """
        tidy = _tidy(name)
        if len(tidy) > MAX_NAME:
            raise BadInput(f"A name has up to {MAX_NAME} characters.", name[:40])
        with transaction(self._sql, self._path):
            self._sql.execute("DELETE FROM colours WHERE colour = ?", (colour.value,))
            if tidy:
                self._sql.execute("INSERT INTO colours VALUES (?, ?)", (colour.value, tidy))


def _tidy(name: str) -> str:
    if any("\ud800" <= letter <= "\udfff" for letter in name):
        raise BadInput("The name holds half a character (a lone surrogate); type it again.")
    return " ".join(name.split())


def _account() -> str:
    import getpass  # late: it loads the control of terminals

    try:
        return getpass.getuser()[:MAX_NAME] or "Reader"
    except (OSError, KeyError, ImportError):
        return "Reader"
