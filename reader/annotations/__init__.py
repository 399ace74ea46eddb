"""Highlights, notes, links and verdicts of readers: anchoring, store, undo, merging, files.

Annotations and editions come in; anchored annotations, files and merges go out.  SQLite is
the truth.  Imports ``index`` and what stands before it, never ``links``.
"""
