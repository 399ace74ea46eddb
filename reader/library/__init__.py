"""The one door of the core: open, add, search, annotate, relate, share; says what changed.

Commands of a reader come in; values of ``model`` and a ``Change`` for each action go out.
Imports every core package and composes them; it does not import Qt.
"""
