"""The store of annotations.

Actions of a reader come in; living annotations, changes, histories and backups go out.  SQLite
in the library folder is the truth.  Imports ``model`` and the values of ``annotations``.
"""

from reader.annotations.clock import new_id, now
from reader.annotations.store.actions import Join, Put, Remove, Restore, StoreAction, Take
from reader.annotations.store.backups import Backup
from reader.annotations.store.check import Finding, FindingKind
from reader.annotations.store.core import Store

__all__ = [
    "Backup",
    "Finding",
    "FindingKind",
    "Join",
    "Put",
    "Remove",
    "Restore",
    "Store",
    "StoreAction",
    "Take",
    "new_id",
    "now",
]
