"""What is said of a file that was added: the order found, how sure, what to look at."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import field

from reader.model import Edition, EditionSummary, PageTurn, PassageKind
from reader.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file.

    Attributes:
        summary: of the edition now in the library.
        recognised: the apparatus knew the work.
        already: the same file was in the library before; nothing changed.
        report: sentences for people: the order found, how sure, what to look at.
        doubtful: page turns that a person should look at.
        repairs: number of repairs of each kind.
    """

    summary: EditionSummary
    recognised: bool
    already: bool = False
    report: tuple[str, ...] = ()
    doubtful: tuple[PageTurn, ...] = ()
    repairs: Mapping[str, int] = field(default_factory=dict)


def report_of(edition: Edition, summary: EditionSummary) -> Added:
    """Return what became of the file of an edition, its repairs counted."""
    doubtful = tuple(turn for turn in edition.turns if turn.doubtful)
    counts = Counter(repair.kind.value for repair in edition.repairs)
    notes = sum(passage.kind is PassageKind.FOOTNOTE for passage in edition.passages)
    said = [_order_sentence(edition)]
    if notes == 1:
        said.append("One footnote was set apart and linked.")
    elif notes:
        said.append(f"{notes} footnotes were set apart and linked.")
    if doubtful:
        places = dict.fromkeys(str(edition.at(turn.at).locus) for turn in doubtful)
        loci = ", ".join(list(places)[:8])
        said.append(f"Please look at these page turns: {loci}.")
    if edition.provenance.note:
        said.append(edition.provenance.note)
    return Added(summary, summary.recognised, False, tuple(said), doubtful, dict(counts))


def _order_sentence(edition: Edition) -> str:
    if not edition.turns:
        return "The text has no page turns to put in order."
    starts = [edition.turns[0].left.start, *(turn.right.start for turn in edition.turns)]
    sure = f"{edition.order_confidence:.0%} sure"
    if starts == sorted(starts):
        return f"The pages were already in reading order ({sure})."
    return f"{len(starts)} pages were put into reading order ({sure})."
