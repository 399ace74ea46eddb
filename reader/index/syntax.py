"""The query language explained: what the help shows, each line to be tried with a click."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """One thing that can be asked.

    Attributes:
        query: to be tried.
        meaning: a short sentence for people.
    """

    query: str
    meaning: str


EXAMPLES = (
    Example("refusal", "The word and its forms, British or American, hyphenated or not."),
    Example("refusal work", "Both in one passage."),
    Example('"refusal of work"', "Exactly these words, side by side."),
    Example("refusal AND wage", "Both; the same as without AND."),
    Example("refusal OR strike", "One or the other."),
    Example("refusal NOT wage", "The first without the second; a minus does the same: -wage."),
    Example("(refusal OR strike) factory", "Brackets keep together what belongs together."),
    Example("refus*", "All words that begin so."),
    Example("wom?n", "Any one letter in place of the question mark; a star for any number."),
    Example("valorsation~", "Words one letter away, for slips and bad scans; ~2 for two letters."),
    Example(
        "class NEAR/8 composition",
        "At most eight words between them, also from one passage to the next.",
    ),
    Example("author:cleaver crisis", "Only in texts by this author."),
    Example("in:kropotkin crisis", "Only in the text with this word in its title or short id."),
    Example("section:introduction crisis", "Only under headings with this word."),
    Example("note:crisis", "Only in notes."),
    Example("by:ada", "Notes by this person."),
    Example('tag:"to discuss"', "Notes with this tag."),
    Example("colour:green", "Marks of this colour."),
    Example("concept:self-valorization", "Passages that speak of a concept, in all its spellings."),
)
