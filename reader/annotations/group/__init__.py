"""The study group: shared folder, layers, answers, sealed reading, agenda and packet.

Files of members and everybody's annotations come in; changes, threads, statistics and packets go
out.  Imports ``model``, and of ``annotations`` the store, the files and the merging.
"""

from reader.annotations.group.folder import Arrival, GroupFolder
from reader.annotations.group.layers import Layer, colours_of, layers, unmuted
from reader.annotations.group.mentions import Mention, mentioned_in, mentions
from reader.annotations.group.packet import (
    Packet,
    PacketNote,
    PacketPassage,
    minutes,
    packet,
)
from reader.annotations.group.sealing import SectionOf, open_sections, unsealed
from reader.annotations.group.statistics import (
    AgendaItem,
    Attention,
    Mark,
    Meaning,
    agenda,
    attention,
    by_name,
    differing,
    unread,
)
from reader.annotations.group.threads import Answer, Asked, asked, threads

__all__ = [
    "AgendaItem",
    "Answer",
    "Arrival",
    "Asked",
    "Attention",
    "GroupFolder",
    "Layer",
    "Mark",
    "Meaning",
    "Mention",
    "Packet",
    "PacketNote",
    "PacketPassage",
    "SectionOf",
    "agenda",
    "asked",
    "attention",
    "by_name",
    "colours_of",
    "differing",
    "layers",
    "mentioned_in",
    "mentions",
    "minutes",
    "open_sections",
    "packet",
    "threads",
    "unmuted",
    "unread",
    "unsealed",
]
