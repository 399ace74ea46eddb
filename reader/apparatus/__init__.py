"""Our own knowledge of the texts, read from ``texts/`` and the reader's own additions.

TOML files and editions come in; records of works, the glossary and resolved curated links
go out, with a list of what could not be placed.  Imports ``passages`` and what stands before it.
"""
