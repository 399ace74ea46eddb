"""The making of an edition: ids that survive, loci that people cite, hashes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from reader.importing.raw import RawText
from reader.matching import skeleton, skeleton_hash
from reader.model import Edition, InlineKind, InlineSpan, Locus, Passage, PassageKind, Work
from reader.model.digests import sha256
from reader.restore import RESTORER, Block, Restored

#: Hexadecimal digits of a passage id: 64 bits, so that two passages of a library of millions
#: share one by chance less often than once in a million libraries.
_DIGITS = 16


def divide(restored: Restored, raw: RawText, work: Work, edition_id: str) -> Edition:
    """Make an edition of a restored text.

    Passage ids are hashes of the letters of their words, so that the same words in another
    file, wrapped or ordered otherwise, have the same id; where the same letters stand twice an
    ordinal follows.

    Args:
        restored: from ``reader.restore``.
        raw: what it was restored from, for its provenance.
        work: whose text it is.
        edition_id: unique in the library.

    Cost: linear.
    """
    passages = _passages(restored.text, restored.blocks)
    provenance = raw.provenance
    if not provenance.restorer:
        provenance = replace(provenance, restorer=RESTORER)
    if restored.note and restored.note not in provenance.note:
        provenance = replace(provenance, note=f"{provenance.note} {restored.note}".strip())
    return Edition(
        id=edition_id,
        work=work,
        text=restored.text,
        sha256=sha256(restored.text.encode("utf-8", "surrogatepass")).hexdigest(),
        letters=skeleton_hash(restored.text),
        passages=passages,
        inline=tuple(_named(span, passages) for span in restored.inline),
        provenance=provenance,
        turns=restored.turns,
        order_confidence=restored.order_confidence,
        repairs=restored.repairs,
        pieces=restored.pieces,
    )


def _passages(text: str, blocks: Sequence[Block]) -> tuple[Passage, ...]:
    counts: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    made: list[Passage] = []
    for block in blocks:
        sign = Locus.sign_of(block.kind)
        counts[sign] += 1
        key = passage_id(block.span.of(text))
        seen[key] += 1
        made.append(
            Passage(
                id=key if seen[key] == 1 else f"{key}-{seen[key]}",
                locus=Locus(sign, counts[sign]),
                kind=block.kind,
                span=block.span,
                section=block.section,
                level=block.level if block.kind is PassageKind.HEADING else 0,
                label=block.label,
                source=block.source,
            )
        )
    return tuple(made)


def passage_id(words: str) -> str:
    """Return the id of a passage with these words; words without letters count as they are."""
    letters = skeleton(words) or words
    return sha256(letters.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _named(span: InlineSpan, passages: Sequence[Passage]) -> InlineSpan:
    """Give a note reference the id of its note for the number of its block."""
    if span.kind is not InlineKind.NOTE_REFERENCE:
        return span
    return replace(span, target=passages[int(span.target)].id)
