"""``search``, ``related``, ``concepts`` and ``links``."""

import sys
from argparse import Namespace
from typing import Any

from reader.cli.places import place
from reader.cli.printing import print_json, print_json_rows, print_line, progress_on
from reader.library import Library
from reader.model import (
    BadInput,
    Edition,
    Hit,
    LibraryError,
    Passage,
    PassageKind,
    ReadOnly,
    Related,
    SearchScope,
)

#: Signs of a query shown before a mistake in it.
_BEFORE = 30
_ONE_LINE = dict.fromkeys(range(32), " ")
_CONTENT = frozenset({PassageKind.BODY, PassageKind.QUESTION, PassageKind.QUOTE})


def search(library: Library, arguments: Namespace) -> int:
    """Search texts and notes."""
    within = tuple(arguments.within or ())
    for work in within:
        library.edition(work)
    try:
        library.refresh_notes(progress_on(library.folder))
    except ReadOnly:
        pass  # search goes on with the index that is there, or without one
    except LibraryError as error:
        print(f"counterpoint: {error.message}", file=sys.stderr)
    scope = SearchScope(works=within)
    answer = library.search(arguments.query, scope, limit=arguments.limit, typing=False)
    if arguments.json:
        print_json(
            {
                "query": answer.query,
                "total": answer.total,
                "more": answer.more,
                "message": answer.message,
                "mistake_at": answer.mistake_at,
                "building": answer.building,
                "hits": [_hit(hit) for hit in answer.hits],
            }
        )
    else:
        if answer.message or not answer.hits:
            print_line(answer.message or "Nothing was found.")
        if answer.mistake_at is not None:
            _point_at(answer.query, answer.mistake_at)
        for hit in answer.hits:
            print_line(f"{hit.work} {hit.locus or ''}: {_marked(hit)}")
    return 0 if answer.hits else 1


def _point_at(query: str, at: int) -> None:
    """Print the query around a mistake, and an arrow below the place."""
    start = max(0, at - _BEFORE)
    print_line(f"    {query[start : start + 2 * _BEFORE].translate(_ONE_LINE)}")
    print_line(f"    {' ' * (at - start)}^")


def related(library: Library, arguments: Namespace) -> int:
    """Print what takes a passage up, or every passage."""
    if arguments.all == bool(arguments.place):
        raise BadInput("Name one passage as WORK@LOCUS, or ask for --all.")
    library.refresh_links()
    ends = [place(library, arguments.place)] if arguments.place else _all_passages(library)
    told = [_related(library, arguments, edition, passage) for edition, passage in ends]
    if arguments.json:
        if arguments.all:
            print_json_rows(told)
        else:
            print_json(told[0])
    else:
        for one in told:
            _print_related(one)
    return 0 if any(one["to"] for one in told) else 1


def concepts(library: Library, arguments: Namespace) -> int:
    """Print the glossary."""
    glossary = library.glossary()
    if arguments.json:
        print_json(
            [
                {
                    "key": one.key,
                    "label": one.label,
                    "variants": [
                        {"text": v.text, "language": v.language or "en"} for v in one.variants
                    ],
                    "broader": list(one.broader),
                    "narrower": list(one.narrower),
                    "related": list(one.related),
                    "opposed": list(one.opposed),
                    "definitions": dict(one.definitions),
                    "coined_by": one.coined_by,
                    "note": one.note,
                    "own": one.own,
                }
                for one in glossary
            ]
        )
    else:
        for one in glossary:
            print_line(f"{one.label} ({', '.join(one.spellings[1:])})")
            for who, words in one.definitions.items():
                print_line(f"    {who}: {words}")
    return 0


def links(library: Library, arguments: Namespace) -> int:
    """Print curated and made links, and how each end resolved."""
    found = library.links_resolved()
    if arguments.json:
        print_json(found)
    else:
        for one in found:
            ends = " → ".join(
                f"{end['work']} {end.get('locus') or '(' + end['problem'] + ')'}"
                for end in (one["from"], one["to"])
            )
            print_line(f"{ends}: {one['relation']}. {one['reason']}")
    lost = [one for one in found if one["problem"]]
    return 1 if lost else 0


def _all_passages(library: Library) -> list[tuple[Edition, Passage]]:
    editions = [library.edition(work) for work in library.own_works()]
    return [(e, p) for e in editions for p in e.passages if p.kind in _CONTENT]


def _related(
    library: Library, arguments: Namespace, edition: Edition, passage: Passage
) -> dict[str, Any]:
    found = library.related(
        edition.work.id,
        passage.id,
        per_work=arguments.limit,
        curated=not arguments.no_curated,
        threshold=0.0 if arguments.all else None,
    )
    return {
        "from": {"work": edition.work.id, "locus": str(passage.locus)},
        "to": [_one_related(one) for one in found],
    }


def _one_related(one: Related) -> dict[str, Any]:
    return {
        "work": one.work,
        "locus": str(one.locus),
        "score": round(one.score, 4),
        "relation": one.relation.value if one.relation else "",
        "curated": one.curated,
        "reason": one.reason,
        "signals": {name: round(share, 4) for name, share in one.signals.items()},
        "evidence": [
            {
                "signal": e.signal,
                "label": e.label,
                "share": round(e.share, 4),
                "here": [[s.start, s.end] for s in e.here],
                "there": [[s.start, s.end] for s in e.there],
            }
            for e in one.evidence
        ],
        "sentences": [[s.start, s.end] for s in one.sentences or ()],
    }


def _print_related(one: dict[str, Any]) -> None:
    print_line(f"{one['from']['work']} {one['from']['locus']}")
    for other in one["to"]:
        labels = dict.fromkeys(e["label"] for e in other["evidence"])  # of several signals at times
        reason = other["reason"] or ", ".join([*labels][:5])
        kind = other["relation"] or "related"
        print_line(f"    {other['score']:4.0%}  {other['work']} {other['locus']}  {kind}: {reason}")


def _hit(hit: Hit) -> dict[str, Any]:
    return {
        "work": hit.work,
        "locus": str(hit.locus or ""),
        "kind": hit.kind.value,
        "score": hit.score,
        "author": hit.author,
        "annotation": hit.annotation,
        "snippet": hit.snippet.text,
        "marks": [[mark.start, mark.end] for mark in hit.snippet.marks],
    }


def _marked(hit: Hit) -> str:
    words, at = [], 0
    for mark in hit.snippet.marks:
        words += [hit.snippet.text[at : mark.start], "[", mark.of(hit.snippet.text), "]"]
        at = mark.end
    return "".join([*words, hit.snippet.text[at:]]).replace("\n", " ")
