"""Editions as plain data and back: what stands in ``edition.json`` and ``repairs.json``.

Spans are ``[start, end]`` in code points.  ``load`` and ``dump`` are inverses.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from reader.model import (
    BadInput,
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

#: Raised only when an old program would misread the file.
FORMAT = 1

#: Kinds by the words that stand in the files: of a large library, a fifth of the time to read it
#: went to looking them up one by one in the enumerations.
_PASSAGES = {kind.value: kind for kind in PassageKind}
_INLINE = {kind.value: kind for kind in InlineKind}
_REPAIRS = {kind.value: kind for kind in RepairKind}

Plain = dict[str, Any]


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _span(pair: Sequence[int]) -> Span:
    start, end = pair
    return Span(int(start), int(end))


def dump_work(work: Work) -> Plain:
    """Return a work as plain data, without what is empty."""
    return {key: value for key, value in asdict(work).items() if value}


def load_work(data: Mapping[str, Any]) -> Work:
    """Turn ``dump_work``'s data back into the work."""
    fields = dict(data)
    for key in ("authors", "contributors"):
        fields[key] = tuple(fields.get(key, ()))
    return Work(**fields)


def _dump_passage(passage: Passage) -> Plain:
    data: Plain = {
        "id": passage.id,
        "locus": str(passage.locus),
        "kind": passage.kind.value,
        "span": _pair(passage.span),
        "section": passage.section,
        "level": passage.level,
        "label": passage.label,
        "source": [_pair(span) for span in passage.source],
    }
    return {key: value for key, value in data.items() if value}


def _load_passage(data: Mapping[str, Any]) -> Passage:
    return Passage(
        id=data["id"],
        locus=Locus.parse(data["locus"]),
        kind=_PASSAGES[data["kind"]],
        span=_span(data["span"]),
        section=data.get("section", ""),
        level=data.get("level", 0),
        label=data.get("label", ""),
        source=tuple(_span(pair) for pair in data.get("source", ())),
    )


def dump(edition: Edition) -> Plain:
    """Return an edition without repairs and pieces as plain data."""
    return {
        "format": FORMAT,
        "id": edition.id,
        "work": dump_work(edition.work),
        "sha256": edition.sha256,
        "letters": edition.letters,
        "order_confidence": edition.order_confidence,
        "provenance": asdict(edition.provenance),
        "text": edition.text,
        "passages": [_dump_passage(passage) for passage in edition.passages],
        "inline": [[s.kind.value, s.span.start, s.span.end, s.target] for s in edition.inline],
        "turns": [
            {
                "at": turn.at,
                "left": _pair(turn.left),
                "right": _pair(turn.right),
                "confidence": turn.confidence,
                "reasons": list(turn.reasons),
            }
            for turn in edition.turns
        ],
    }


def load(data: Mapping[str, Any]) -> Edition:
    """Turn ``dump``'s data back into the edition.

    Raises:
        BadInput: the data is of a newer format, or not an edition at all.
    """
    if data.get("format", 0) > FORMAT:
        raise BadInput("This edition was written by a newer Counterpoint; please update.")
    try:
        return Edition(
            id=data["id"],
            work=load_work(data["work"]),
            text=data["text"],
            sha256=data["sha256"],
            letters=data["letters"],
            passages=tuple(_load_passage(passage) for passage in data["passages"]),
            inline=tuple(
                InlineSpan(_INLINE[kind], Span(start, end), target)
                for kind, start, end, target in data["inline"]
            ),
            provenance=Provenance(**data["provenance"]),
            turns=tuple(
                PageTurn(
                    turn["at"],
                    _span(turn["left"]),
                    _span(turn["right"]),
                    turn["confidence"],
                    tuple(turn["reasons"]),
                )
                for turn in data["turns"]
            ),
            order_confidence=data["order_confidence"],
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadInput(f"This is not an edition that Counterpoint wrote ({error!r}).") from error


def _dump_repair(r: Repair) -> list[object]:
    return [r.id, r.kind.value, *_pair(r.source), *_pair(r.at), r.before, r.after, r.confidence]


def _load_repair(data: Sequence[Any]) -> Repair:
    id_, kind, a, b, c, d, before, after, confidence = data
    return Repair(id_, _REPAIRS[kind], Span(a, b), Span(c, d), before, after, confidence)


def dump_repairs(edition: Edition) -> Plain:
    """Return repairs and source map of an edition as plain data."""
    return {
        "format": FORMAT,
        "repairs": list(map(_dump_repair, edition.repairs)),
        "taken_back": list(map(_dump_repair, edition.taken_back)),
        "laid": list(map(_pair, edition.laid)),
        "joined": sorted(edition.joined),
        "pieces": [[*_pair(piece.at), *_pair(piece.source)] for piece in edition.pieces],
    }


def load_repairs(edition: Edition, data: Mapping[str, Any]) -> Edition:
    """Return ``edition`` with the repairs and the source map that ``dump_repairs`` wrote.

    Raises:
        BadInput: the data is not what ``dump_repairs`` writes.
    """
    try:
        repairs = tuple(map(_load_repair, data["repairs"]))
        taken_back = tuple(map(_load_repair, data.get("taken_back", ())))
        laid = tuple(map(_span, data.get("laid", ())))
        joined = frozenset(map(int, data.get("joined", ())))
        pieces = tuple(SourcePiece(Span(a, b), Span(c, d)) for a, b, c, d in data["pieces"])
    except (KeyError, TypeError, ValueError) as error:
        raise BadInput(f"The list of repairs cannot be read ({error!r}).") from error
    return replace(
        edition, repairs=repairs, pieces=pieces, taken_back=taken_back, laid=laid, joined=joined
    )
