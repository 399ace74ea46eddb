"""Raw text becomes a reading text and the list of repairs that made it.

A raw text comes in; the blocks of the reading text, the page turns with their confidence
and every repair go out.  Pure functions, one repair a module.  Imports ``importing``, ``model``.
"""
