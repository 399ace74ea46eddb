"""Our own knowledge of the texts, read from ``texts/`` and the reader's own additions.

TOML files and editions come in; records of works, the glossary and resolved curated links
go out, with a list of what could not be placed.  Imports ``passages`` and what stands before it.
"""

from reader.apparatus.glossary import Concept, Glossary, Variant
from reader.apparatus.links import CuratedLink, LinkEnd
from reader.apparatus.loading import (
    Loaded,
    load_glossary,
    load_links,
    read_own_concepts,
    read_own_links,
    save_glossary,
    save_links,
)
from reader.apparatus.problems import Problem
from reader.apparatus.recognition import fingerprint, likeness, recognise
from reader.apparatus.records import load_records
from reader.apparatus.resolving import PlacedLink, Resolved, UnplacedLink, resolve

__all__ = [
    "Concept",
    "CuratedLink",
    "Glossary",
    "LinkEnd",
    "Loaded",
    "PlacedLink",
    "Problem",
    "Resolved",
    "UnplacedLink",
    "Variant",
    "fingerprint",
    "likeness",
    "load_glossary",
    "load_links",
    "load_records",
    "read_own_concepts",
    "read_own_links",
    "recognise",
    "resolve",
    "save_glossary",
    "save_links",
]
