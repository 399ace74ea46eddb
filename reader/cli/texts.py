"""``add``, ``texts`` and ``show``."""

import sys
from argparse import Namespace
from dataclasses import asdict
from pathlib import Path
from typing import Any

from reader.cli.places import edition_of
from reader.cli.printing import print_json, print_line, print_text, progress_on
from reader.library import Added, Library, to_markdown, to_text
from reader.model import BadInput, Edition, EditionSummary, Locus, Passage


def add(library: Library, arguments: Namespace) -> int:
    """Import files; one that fails does not keep the others out."""
    added: list[Added] = []
    failed = 0
    if len(arguments.files) > 1 and arguments.title:
        raise BadInput("One title cannot stand for several files; add them one by one.")
    for path in arguments.files:
        try:
            one = library.add(
                path, progress_on(path), title=arguments.title, authors=tuple(arguments.author)
            )
        except BadInput as error:
            print(f"counterpoint: {error.message}", file=sys.stderr)
            failed += 1
            continue
        added.append(one)
        if not arguments.json:
            _print_added(path, one)
    if added:
        library.refresh(progress_on(library.folder))
    if arguments.json:
        print_json([_added(library, one) for one in added])
    return 2 if failed else 0


def texts(library: Library, arguments: Namespace) -> int:
    """List the texts."""
    found = library.texts()
    if arguments.json:
        print_json([_summary(one) for one in found])
    else:
        for one in found:
            kind = "bundled" if one.work.bundled else f"{one.words} words"
            print_line(f"{one.work.id:28} {one.work.cited} ({kind})")
    return 0 if found else 1


def show(library: Library, arguments: Namespace) -> int:
    """Print an edition, or one passage of it."""
    edition = edition_of(library, arguments.work)
    passages = edition.passages
    if arguments.locus:
        passages = (edition.passage(Locus.parse(arguments.locus)),)
    if arguments.format == "json":
        print_json(_edition(edition, passages))
    elif arguments.format == "markdown":
        print_text(to_markdown(edition, passages))
    else:
        print_text(to_text(edition, passages))
    return 0


def _print_added(path: Path, one: Added) -> None:
    was = "was already in the library as" if one.already else "is now"
    print_line(f"{path.name} {was} {one.summary.work.id}: {one.summary.work.cited}")
    for sentence in one.report:
        print_line("   ", sentence)
    if not one.recognised:
        print_line("    The work was not recognised; --title and --author name it.")


def _added(library: Library, one: Added) -> dict[str, Any]:
    edition = library.edition(one.summary.work.id)
    return {
        **_summary(one.summary),
        "recognised": one.recognised,
        "already": one.already,
        "order": {
            "confidence": edition.order_confidence,
            "pages": len(edition.turns) + 1,
            "doubtful": [
                {
                    "locus": str(edition.at(turn.at).locus),
                    "confidence": turn.confidence,
                    "reasons": list(turn.reasons),
                }
                for turn in one.doubtful
            ],
        },
        "repairs": dict(one.repairs),
        "report": list(one.report),
    }


def _summary(one: EditionSummary) -> dict[str, Any]:
    return {
        "work": one.work.id,
        "edition": one.edition,
        "title": one.work.title,
        "author": ", ".join(one.work.authors),
        "authors": list(one.work.authors),
        "recognised": one.recognised,
        "bundled": one.work.bundled,
        "passages": one.passages,
        "words": one.words,
    }


def _edition(edition: Edition, passages: tuple[Passage, ...]) -> dict[str, Any]:
    return {
        "work": edition.work.id,
        "edition": edition.id,
        "title": edition.work.title,
        "authors": list(edition.work.authors),
        "sha256": edition.sha256,
        "provenance": asdict(edition.provenance),
        "order": {
            "confidence": edition.order_confidence,
            "turns": [
                {
                    "locus": str(edition.at(turn.at).locus),
                    "left": [turn.left.start, turn.left.end],
                    "right": [turn.right.start, turn.right.end],
                    "confidence": turn.confidence,
                }
                for turn in edition.turns
            ],
        },
        "passages": [
            {
                "locus": str(passage.locus),
                "kind": passage.kind.value,
                "section": passage.section,
                "level": passage.level,
                "label": passage.label,
                "text": edition.words_of(passage),
                "source": [[span.start, span.end] for span in passage.source],
                "inline": [
                    [
                        inline.kind.value,
                        inline.span.start - passage.span.start,
                        inline.span.end - passage.span.start,
                        inline.target,
                    ]
                    for inline in edition.inline
                    if passage.span.contains(inline.span)
                ],
            }
            for passage in passages
        ],
    }
