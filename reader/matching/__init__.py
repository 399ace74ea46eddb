"""Finding words again that were damaged on the way: letter skeletons, approximate matching.

Strings come in; spans with a measure of agreement go out.  It imports ``model`` only.
"""

from reader.matching.approximate import Alignment, align
from reader.matching.letters import Letters, letters, skeleton, skeleton_hash

__all__ = ["Alignment", "Letters", "align", "letters", "skeleton", "skeleton_hash"]
