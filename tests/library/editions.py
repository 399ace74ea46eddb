"""Small editions of our own for tests."""

import hashlib

from reader.model import (
    Edition,
    InlineKind,
    InlineSpan,
    Locus,
    PageTurn,
    Passage,
    PassageKind,
    Provenance,
    Repair,
    RepairKind,
    SourcePiece,
    Span,
    Work,
)


def small_edition(work: str = "river", *words: str) -> Edition:
    """An edition with one heading, the given paragraphs, and one of everything beside them."""
    blocks = ["On rivers", *(words or ("The river runs.", "It runs on 🌊 and on."))]
    passages, at = [], 0
    for row, block in enumerate(blocks):
        kind = PassageKind.BODY if row else PassageKind.HEADING
        passages.append(
            Passage(
                id=f"{work}-{row}",
                locus=Locus(Locus.sign_of(kind), row or 1),
                kind=kind,
                span=Span(at, at + len(block)),
                section="On rivers" if row else "",
                level=0 if row else 1,
                source=(Span(at, at + len(block)),),
            )
        )
        at += len(block) + 2
    text = "\n\n".join(blocks)
    return Edition(
        id=work,
        work=Work(work, "On rivers", ("Ada Stream",), "en", "1901"),
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        letters="letters",
        passages=tuple(passages),
        inline=(InlineSpan(InlineKind.EMPHASIS, Span(3, 9)),),
        provenance=Provenance("river.txt", "0" * 64, len(text), "text", "utf-8"),
        turns=(PageTurn(11, Span(0, 9), Span(11, 20), 0.4, ("grammar",)),),
        order_confidence=0.9,
        repairs=(Repair("r1", RepairKind.UNWRAP, Span(1, 2), Span(1, 2), "\n", " ", 0.99),),
        pieces=(SourcePiece(Span(0, 9), Span(0, 9)),),
    )
