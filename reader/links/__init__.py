"""Passages find the passages of other texts that take them up.

Editions, the glossary and readers' verdicts come in; ``Related`` values with score and
evidence go out.  Imports ``index`` and what stands before it, never ``annotations``.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.links.book import Links
    from reader.links.bridges import Bridge, concept_bridges, read_arguments
    from reader.links.choice import Tie, Verdicts, choose, made, ties
    from reader.links.features import Apparatus, TextFeatures, equip, prepare
    from reader.links.follow import Follower, Move, Step, Target, follower
    from reader.links.learning import Judged, Learned, learn
    from reader.links.lens import Neighbour, View, look, never_said
    from reader.links.overview import Column, Line, Map, Stripe, lay_out, strip
    from reader.links.pairing import Candidates, Pairs, relate
    from reader.links.semantic import Encoder, find_model, load_encoder
    from reader.links.signals import Signal
    from reader.links.silence import StandIn
    from reader.links.threshold import THRESHOLD
    from reader.links.weights import WEIGHTS, Weights

#: Where each public name lives; modules are read when a name is first asked for, since numpy
#: has no place on the way to the first paint.
_HOME = {
    "book": ("Links",),
    "bridges": ("Bridge", "concept_bridges", "read_arguments"),
    "choice": ("Tie", "Verdicts", "choose", "made", "ties"),
    "features": ("Apparatus", "TextFeatures", "equip", "prepare"),
    "follow": ("Follower", "Move", "Step", "Target", "follower"),
    "learning": ("Judged", "Learned", "learn"),
    "lens": ("Neighbour", "View", "look", "never_said"),
    "overview": ("Column", "Line", "Map", "Stripe", "lay_out", "strip"),
    "pairing": ("Candidates", "Pairs", "relate"),
    "semantic": ("Encoder", "find_model", "load_encoder"),
    "signals": ("Signal",),
    "silence": ("StandIn",),
    "threshold": ("THRESHOLD",),
    "weights": ("WEIGHTS", "Weights"),
}
_MODULE_OF = {name: module for module, names in _HOME.items() for name in names}

__all__ = [
    "THRESHOLD",
    "WEIGHTS",
    "Apparatus",
    "Bridge",
    "Candidates",
    "Column",
    "Encoder",
    "Follower",
    "Judged",
    "Learned",
    "Line",
    "Links",
    "Map",
    "Move",
    "Neighbour",
    "Pairs",
    "Signal",
    "StandIn",
    "Step",
    "Stripe",
    "Target",
    "TextFeatures",
    "Tie",
    "Verdicts",
    "View",
    "Weights",
    "choose",
    "concept_bridges",
    "equip",
    "find_model",
    "follower",
    "lay_out",
    "learn",
    "load_encoder",
    "look",
    "made",
    "never_said",
    "prepare",
    "read_arguments",
    "relate",
    "strip",
    "ties",
]


def __getattr__(name: str) -> object:
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
