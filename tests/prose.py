"""Prose of our own making, in several registers: endless, reproducible, about nothing."""

import random

_NOUNS = [
    "harbour",
    "market",
    "letter",
    "winter",
    "council",
    "engine",
    "garden",
    "border",
    "river",
    "teacher",
    "strike",
    "ledger",
    "forest",
    "committee",
    "machine",
    "village",
    "weather",
    "debt",
    "library",
    "signal",
    "neighbour",
    "theatre",
    "railway",
    "promise",
    "kitchen",
    "harvest",
    "window",
    "question",
    "memory",
    "tenant",
    "printer",
    "newspaper",
    "meadow",
    "quarrel",
    "bridge",
    "apprentice",
    "orchard",
    "lantern",
    "tariff",
    "pamphlet",
    "congress",
    "archive",
    "mountain",
    "assembly",
    "workshop",
    "inheritance",
    "translation",
    "experiment",
    "reservoir",
    "argument",
    "landlord",
    "instrument",
    "generation",
    "apparatus",
    "membership",
    "constitution",
    "tradition",
    "settlement",
    "manuscript",
    "factory",
    "household",
]
_ADJECTIVES = [
    "slow",
    "public",
    "bitter",
    "quiet",
    "common",
    "patient",
    "former",
    "narrow",
    "northern",
    "reluctant",
    "useful",
    "distant",
    "provisional",
    "ordinary",
    "stubborn",
    "visible",
    "collective",
    "elaborate",
    "wooden",
    "uncertain",
    "generous",
    "respectable",
    "industrial",
    "fragile",
    "local",
    "permanent",
    "hasty",
    "contradictory",
    "local-minded",
    "self-made",
    "far-sighted",
    "well-known",
    "historical",
    "immediate",
    "competent",
    "municipal",
    "seasonal",
    "hidden",
]
_VERBS = [
    "carries",
    "repairs",
    "refuses",
    "explains",
    "remembers",
    "divides",
    "translates",
    "abandons",
    "measures",
    "defends",
    "interrupts",
    "discovers",
    "organises",
    "neglects",
    "anticipates",
    "recovers",
    "transforms",
    "postpones",
    "inherits",
    "challenges",
    "represents",
    "dissolves",
    "accompanies",
    "confuses",
    "reconstructs",
    "tolerates",
    "distributes",
]
_PAST = [
    "carried",
    "repaired",
    "refused",
    "explained",
    "remembered",
    "divided",
    "translated",
    "abandoned",
    "measured",
    "defended",
    "interrupted",
    "discovered",
    "organised",
    "neglected",
    "anticipated",
    "recovered",
    "transformed",
    "postponed",
    "inherited",
    "challenged",
    "represented",
    "dissolved",
    "accompanied",
    "confused",
    "reconstructed",
]
_NAMES = [
    "Aldous",
    "Berta",
    "Corin",
    "Delphine",
    "Edvard",
    "Fenwick",
    "Greta",
    "Halloran",
    "Imre",
    "Jovanka",
    "Kessler",
    "Lindqvist",
    "Marchetti",
    "Novak",
    "Okonkwo",
    "Petrov",
    "Quiller",
    "Rosalind",
    "Sorensen",
    "Tamsin",
    "Ulrich",
    "Verhoeven",
]
_PLACES = [
    "Ashford",
    "Brennport",
    "Calder",
    "Dunmere",
    "Eastvale",
    "Farrow",
    "Glenholm",
    "Harwick",
    "Ironby",
    "Kesterton",
]
_LINKS = (
    (
        "however, therefore, for the same reason, in other words, of course, at the same time, "
        "to be sure, in the long run, on the other hand, as a rule, all the same, by contrast,"
    )
    .replace(", ", ",|")
    .split("|")
)
_REASONS = (
    "because nobody had asked", "although the records say otherwise", "which surprised everyone",
    "as if nothing had happened", "since the older arrangement had failed", "while others waited",
    "before the first snow", "whenever the price allowed it", "until the money was gone",
    "so that each could see the other", "even where the law was silent", "unless somebody objected",
    "after a long and tiresome discussion", "in spite of every warning", "without much conviction",
)  # fmt: skip


class Prose:
    """Writes paragraphs; the same seed writes the same ones."""

    def __init__(self, seed: int) -> None:
        """Begin with ``seed``."""
        self._random = random.Random(seed)
        choose = self._random.sample
        self._nouns = choose(_NOUNS, 44)
        self._adjectives = choose(_ADJECTIVES, 26)
        self._register = self._random.choice(("essay", "story", "report", "talk"))

    def _noun(self) -> str:
        pick = self._random.choice
        noun = pick(self._nouns)
        shape = self._random.random()
        if shape < 0.35:
            return f"the {pick(self._adjectives)} {noun}"
        if shape < 0.5:
            return f"the {noun} of the {pick(self._nouns)}"
        if shape < 0.62:
            return f"every {noun}"
        if shape < 0.72:
            return f"this {pick(self._adjectives)}, {pick(self._adjectives)} {noun}"
        return f"the {noun}"

    def _clause(self) -> str:
        pick, chance = self._random.choice, self._random.random
        if self._register == "story":
            who = pick(_NAMES) if chance() < 0.4 else self._noun()
            return f"{who} {pick(_PAST)} {self._noun()}"
        if self._register == "talk" and chance() < 0.4:
            return f"{pick(('I', 'we', 'you', 'they'))} {pick(_PAST)} {self._noun()}"
        if self._register == "report" and chance() < 0.3:
            year = self._random.randint(1801, 1989)
            return f"in {year} {self._noun()} of {pick(_PLACES)} {pick(_PAST)} {self._noun()}"
        return f"{self._noun()} {pick(_VERBS)} {self._noun()}"

    def sentence(self) -> str:
        """Write one sentence."""
        pick, chance = self._random.choice, self._random.random
        words = self._clause()
        if chance() < 0.3:
            words = f"{pick(_LINKS)} {words}"
        while chance() < 0.5 and len(words) < 190:
            words += pick((
                f", and {self._clause()}", f"; {self._clause()}", f" {pick(_REASONS)}",
                f", but not {self._noun()}", f" (that is, {self._noun()})",
                f", or so {pick(_NAMES)} {pick(('wrote', 'said', 'believed'))}",
                f" between {self._noun()} and {self._noun()}", f" with {self._noun()}",
                f", where {self._clause()}", f" and {pick(_VERBS)} {self._noun()}",
            ))  # fmt: skip
        end = "?" if self._register == "talk" and chance() < 0.12 else "."
        return words[0].upper() + words[1:] + end

    def paragraph(self) -> str:
        """Write a paragraph of two to nine sentences."""
        return " ".join(self.sentence() for _ in range(self._random.randint(2, 9)))

    def paragraphs(self, words: int) -> list[str]:
        """Write at least ``words`` words."""
        made: list[str] = []
        while sum(len(one.split()) for one in made) < words:
            made.append(self.paragraph())
        return made
