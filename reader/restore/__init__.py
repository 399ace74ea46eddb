"""Raw text becomes a reading text and the list of repairs that made it.

A raw text comes in; the blocks of the reading text, the page turns with their confidence
and every repair go out.  Pure functions, one repair a module.  Imports ``importing``, ``model``.
"""

from typing import TYPE_CHECKING

from reader.restore.result import RESTORER, Block, Restored

if TYPE_CHECKING:
    from reader.restore.assemble import restore

__all__ = ["RESTORER", "Block", "Restored", "restore"]


def __getattr__(name: str) -> object:
    """Load restoration itself when it is first used: showing an edition does not need it."""
    if name == "restore":
        from reader.restore.assemble import restore

        return restore
    raise AttributeError(name)
