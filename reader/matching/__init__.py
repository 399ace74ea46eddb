"""Finding words again that were damaged on the way: letter skeletons, approximate matching.

Strings come in; spans with a measure of agreement go out.  It imports ``model`` only.
"""

from reader.matching.letters import Letters, letters, skeleton, skeleton_hash

__all__ = ["Letters", "letters", "skeleton", "skeleton_hash"]
