"""A reading text becomes passages with loci.

Restored blocks come in; an ``Edition`` goes out, frozen and hashed, with ids that survive a
re-import.  Imports ``restore``, ``importing``, ``matching``, ``model``.
"""

from reader.passages.making import divide, passage_id

__all__ = ["divide", "passage_id"]
