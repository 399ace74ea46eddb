"""What the search lists: hits grouped by text; and before one has typed, what could be asked."""

from collections.abc import Mapping, Sequence
from itertools import islice

from PySide6.QtCore import QCoreApplication

from reader.model import Hit, HitKind, SearchAnswer, Snippet, Span, Work
from reader.panes.card import Card
from reader.panes.search_scope import Asked

#: Code points of an excerpt before its first mark; three lines of a narrow card hold about 100.
_MOST_BEFORE = 60
#: Former and kept searches that are shown at once; the menu has the others.
_MOST_SHOWN = 5
#: Examples shown at once: each another idea of the language.
_FIRST = (
    '"mutual aid"',
    "valori*",
    "refusal NEAR/8 labour",
    "author:cleaver commons",
    "concept:self-valorization",
)


def start_cards(kept: Mapping[Asked, tuple[str, str]], former: Sequence[str]) -> list[Card]:
    """Return what is shown before one has typed; the key of a card is what it would ask.

    Args:
        kept: the query and where it is asked, for people; empty for everywhere.
        former: queries.
    """
    cards: list[Card] = []
    if kept:
        title = QCoreApplication.translate("SearchPanel", "Kept searches")
        cards.append(Card(f"group {title}", title, group=True))
        shown = islice(kept.items(), _MOST_SHOWN)
        cards += [Card(key, query, aside=where) for key, (query, where) in shown]
    if former:
        title = QCoreApplication.translate("SearchPanel", "Former searches")
        cards.append(Card(f"group {title}", title, group=True))
        cards += [Card(query, query) for query in former[:_MOST_SHOWN]]
    title = QCoreApplication.translate("SearchPanel", "What one can write")
    cards.append(Card(f"group {title}", title, group=True))
    meanings = dict(query_examples())
    return cards + [Card(query, query, meanings[query]) for query in _FIRST]


def hit_cards(answer: SearchAnswer, works: Mapping[str, Work]) -> list[Card]:
    """Return hits as cards, grouped by text in the order in which texts first come up.

    The key of a card is the row of its hit in the answer.
    """
    groups: dict[tuple[str, bool], list[int]] = {}
    for row, hit in enumerate(answer.hits):
        groups.setdefault((hit.work, hit.kind is HitKind.CONCEPT), []).append(row)
    cards = []
    for (work, explained), rows in groups.items():
        title = works[work].cited if work in works else work
        if explained:
            title = QCoreApplication.translate("SearchPanel", "Glossary")
        elif not work:
            title = QCoreApplication.translate("SearchPanel", "Notes without a text")
        key = f"group {work}{explained or ''}"
        cards.append(Card(key, title, aside=str(len(rows)), group=True))
        cards += [_hit_card(row, answer.hits[row]) for row in rows]
    return cards


def _hit_card(row: int, hit: Hit) -> Card:
    note = hit.kind is HitKind.NOTE
    concept = hit.kind is HitKind.CONCEPT
    text, marks = _from_near_the_first_mark(hit.snippet)
    return Card(
        key=row,
        title=hit.passage.replace("-", " ") if concept else hit.author or hit.work,
        text=text,
        marks=marks,
        aside=str(hit.locus or ""),
        footer=_kinds().get(hit.kind, ""),
        tint="accent" if note else "",
    )


def _from_near_the_first_mark(snippet: Snippet) -> tuple[str, tuple[Span, ...]]:
    """Return the excerpt without what would push its first mark out of the card's few lines."""
    text, marks = snippet.text, snippet.marks
    if not marks or marks[0].start <= _MOST_BEFORE:
        return text, marks
    cut = text.rfind(" ", 0, marks[0].start - _MOST_BEFORE // 2) + 1
    if not cut:
        return text, marks
    return "…" + text[cut:], tuple(Span(m.start - cut + 1, m.end - cut + 1) for m in marks)


def _kinds() -> dict[HitKind, str]:
    return {
        HitKind.NOTE: QCoreApplication.translate("SearchPanel", "Note"),
        HitKind.HEADING: QCoreApplication.translate("SearchPanel", "Heading"),
        HitKind.FOOTNOTE: QCoreApplication.translate("SearchPanel", "Footnote"),
        HitKind.CONCEPT: QCoreApplication.translate("SearchPanel", "Concept of the glossary"),
    }


def query_examples() -> list[tuple[str, str]]:
    """Return examples of the query language, each with its meaning, translated."""
    return [
        ("refusal work", QCoreApplication.translate("SearchPanel", "both words, in any form")),
        ('"mutual aid"', QCoreApplication.translate("SearchPanel", "exactly these words")),
        ("party OR union", QCoreApplication.translate("SearchPanel", "one of them")),
        ("struggle NOT party", QCoreApplication.translate("SearchPanel", "without a word")),
        ("valori*", QCoreApplication.translate("SearchPanel", "words that begin so")),
        ("organi?ation", QCoreApplication.translate("SearchPanel", "any letter in one place")),
        ("proletarait~", QCoreApplication.translate("SearchPanel", "words spelt nearly so")),
        (
            "refusal NEAR/8 labour",
            QCoreApplication.translate("SearchPanel", "at most eight words apart"),
        ),
        (
            "author:cleaver commons",
            QCoreApplication.translate("SearchPanel", "in one author's texts"),
        ),
        ("in:kropotkin crisis", QCoreApplication.translate("SearchPanel", "in one text")),
        ("section:crisis value", QCoreApplication.translate("SearchPanel", "under a heading")),
        ("note:disagree", QCoreApplication.translate("SearchPanel", "in notes")),
        ("by:ada", QCoreApplication.translate("SearchPanel", "notes by one person")),
        ("tag:question", QCoreApplication.translate("SearchPanel", "notes with a tag")),
        ("colour:green", QCoreApplication.translate("SearchPanel", "notes of a colour")),
        (
            "concept:self-valorization",
            QCoreApplication.translate("SearchPanel", "a concept in all its spellings"),
        ),
    ]
