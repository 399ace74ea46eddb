"""Small texts of our own, a small glossary, and stepping stones for them."""

import hashlib

from reader.apparatus import Concept, Glossary, Variant
from reader.links import Apparatus, Bridge, concept_bridges, equip
from reader.model import Edition, Locus, Passage, PassageKind, Provenance, Span, Work

OVENS = (
    "# On ovens",
    (
        "The baker rises while the street sleeps, and the oven decides what the day will be. "
        "A cold oven makes a sour loaf, however good the flour."
    ),
    (
        "In our town the oven belonged to everybody. Each family brought its dough on a marked "
        "day, and the heat that one had paid for in wood was handed to the next as a gift."
    ),
    (
        "When the mill owner built an oven of his own, he asked for payment in flour. Those who "
        "had shared their heat for a hundred years refused to carry him their dough."
    ),
    (
        "They baked at night, in the ruins of the brickworks, and quarrelled about the salt. Salt "
        "was dear, and Agnes Harrow kept the only dry sack."
    ),
    (
        "What remains of the common oven is a ring of stones. Children sit on it and invent "
        "stories of the fire."
    ),
)
MILLS = (
    "# The mill and the river",
    (
        "A river does not work for the miller; it falls, and the wheel is in its way. The miller "
        "sells the fall of water as if it were his."
    ),
    (
        "The owners of mills asked a tenth of the flour in payment, and later a seventh. The "
        "village refused to pay and ground its corn by hand for one winter."
    ),
    (
        "To grind by hand is slow and bad for the shoulders. Yet nobody remembers that winter as a "
        "time of hunger; they remember songs, and Agnes Harrow with her hand mill."
    ),
    (
        "A dam drowned the meadow above the weir. Fish that had come up each spring turned back, "
        "and the heron moved to the gravel pits."
    ),
    (
        "Common use made the hand mills better: whoever mended one showed the others how, and what "
        "was shared did not wear out faster but slower."
    ),
)
STARS = (
    "# Telescopes",
    (
        "A lens of two inches shows the moons of Jupiter on any clear night. The tube should be "
        "black inside and longer than one expects."
    ),
    (
        "Grinding a mirror takes forty hours of patient circles. Pitch, rouge and water are all "
        "that is needed besides time."
    ),
    (
        "Double stars test the eye and the optics. Their colours, blue against gold, are partly a "
        "trick of contrast."
    ),
)
CONCEPTS = (
    Concept(
        "sharing",
        "sharing",
        (Variant("shared"), Variant("common use"), Variant("belonged to everybody")),
        related=("refusal",),
        definitions={"harrow": "What is used by all in turn lasts longer and is a gift."},
    ),
    Concept(
        "refusal",
        "refusal",
        (Variant("refused to pay"), Variant("refused to carry")),
        related=("sharing",),
        definitions={"harrow": "Not to pay the owner what he asks, and to do the work oneself."},
    ),
    Concept("toll", "toll", (Variant("payment in flour"), Variant("a tenth of the flour"))),
)
ARGUMENTS = (
    Bridge("argument:own-hands", "With one's own hands", "Those who refuse to pay the owner work "
           "by hand or at night and learn to help one another; the winter is remembered."),
    Bridge("argument:optics", "Seeing far", "Lens, mirror, telescope, stars and patience."),
)  # fmt: skip


def edition(work: str, passages: tuple[str, ...]) -> Edition:
    """Make an edition; a passage that begins with ``#`` is a heading."""
    made, text = [], ""
    counts: dict[str, int] = {}
    for given in passages:
        text += "\n\n" if text else ""
        heading = given.startswith("# ")
        kind = PassageKind.HEADING if heading else PassageKind.BODY
        words = given.removeprefix("# ")
        sign = Locus.sign_of(kind)
        counts[sign] = counts.get(sign, 0) + 1
        span = Span(len(text), len(text) + len(words))
        name = hashlib.sha256(f"{words}{counts}".encode()).hexdigest()[:12]
        made.append(Passage(name, Locus(sign, counts[sign]), kind, span))
        text += words
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = Provenance(f"{work}.txt", digest, len(text), "text")
    return Edition(work, Work(work, work.title()), text, digest, digest, tuple(made), (), source)


def glossary() -> Glossary:
    return Glossary(CONCEPTS)


def apparatus() -> Apparatus:
    return equip(glossary(), [*ARGUMENTS, *concept_bridges(CONCEPTS)])


def three() -> tuple[Edition, Edition, Edition]:
    return edition("ovens", OVENS), edition("mills", MILLS), edition("stars", STARS)


def passage(of: Edition, words: str) -> str:
    """The id of the passage that contains ``words``."""
    return of.at(of.text.index(words)).id
