"""Passages, notes and concepts become searchable.

Documents come in; ``SearchAnswer`` values go out.  The only package that knows whoosh.
Imports ``passages`` and what stands before it.
"""
