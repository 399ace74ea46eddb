"""Our own knowledge of the texts, read from ``texts/`` and the reader's own additions.

TOML files and editions come in; records of works, the glossary and resolved curated links
go out, with a list of what could not be placed.  Imports ``passages`` and what stands before it.
"""

from reader.apparatus.problems import Problem
from reader.apparatus.recognition import fingerprint, recognise
from reader.apparatus.records import load_records

__all__ = ["Problem", "fingerprint", "load_records", "recognise"]
