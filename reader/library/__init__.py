"""The one door of the core: open, add, search, annotate, relate, share; says what changed.

Commands of a reader come in; values of ``model`` and a ``Change`` for each action go out.
Imports every core package and composes them; it does not import Qt.
"""

from reader.library.door import Library
from reader.library.opening import library_folder
from reader.library.render import to_markdown, to_text
from reader.library.texts import Added
from reader.model import Placed

__all__ = ["Added", "Library", "Placed", "library_folder", "to_markdown", "to_text"]
