"""Related passages as cards: one for each, and the reasons of the chosen one."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from reader.model import Edition, Evidence, Related, Span, Verdict
from reader.panes.card import Card
from reader.panes.link_words import relations, signals
from reader.qt.wordings import evidence_label

#: Code points of a passage on its card.
_PREVIEW = 420
#: Signals of links that an editor or a reader made.
_BY_PEOPLE = ("curated", "made")
#: Reasons named on it.
_REASONS = 4


def passage_card(edition: Edition, one: Related, verdict: Verdict | None) -> Card:
    """Return the card of a related passage, the words that join it to the other one marked."""
    passage = edition.passage(one.passage)
    start, end = passage.span.start, min(passage.span.end, passage.span.start + _PREVIEW)
    marks = {s for e in one.evidence for s in e.there if start <= s.start and s.end <= end}
    sign = {Verdict.ACCEPTED: "✓ ", Verdict.REJECTED: "✗ "}.get(verdict, "") if verdict else ""
    editor = QCoreApplication.translate("RelatedPanel", "editor")
    reader = QCoreApplication.translate("RelatedPanel", "reader")
    maker = reader if "made" in one.signals else editor
    return Card(
        key=one,
        title=f"{sign}{one.locus}  {relations()[one.relation] if one.relation else ''}".rstrip(),
        text=edition.words_of(passage)[:_PREVIEW],
        marks=_apart([s.shift(-start) for s in marks]),
        aside=maker if one.curated else f"{one.score:.0%}",
        footer=one.reason or ", ".join(_labels(one)),
        tint="accent" if one.curated else "related",
        struck=verdict is Verdict.REJECTED,
    )


def why_cards(
    one: Related, comments: Iterable[tuple[str, str]], words: Callable[[str, Span], str], here: str
) -> list[Card]:
    """Return the reasons of a link as cards.

    Args:
        one: the related passage.
        comments: of readers on the link: who, and what.
        words: gives those of a work at a span.
        here: the work that it is related to.
    """
    title = QCoreApplication.translate("RelatedPanel", "Why {0}?").format(one.locus)
    cards = [Card("reason", title, group=True)]
    if one.reason:
        made = QCoreApplication.translate("RelatedPanel", "Made by a person")
        relation = relations()[one.relation] if one.relation else made
        cards.append(Card("editor", relation, one.reason, tint="accent", lines=6))
    cards += [Card((name, said), name, said, lines=6) for name, said in comments]
    cards += _reasons(e for e in one.evidence if not (one.reason and e.signal in _BY_PEOPLE))
    if one.sentences:
        near = QCoreApplication.translate("RelatedPanel", "Nearest sentence here")
        far = QCoreApplication.translate("RelatedPanel", "Nearest sentence there")
        cards.append(Card("here", near, words(here, one.sentences[0]), lines=6))
        cards.append(Card("there", far, words(one.work, one.sentences[1]), lines=6))
    return cards


def _reasons(evidence: Iterable[Evidence]) -> list[Card]:
    """Return a card for each label; several signals may have found the same."""
    named: dict[str, list[Evidence]] = {}
    for one in evidence:
        named.setdefault(evidence_label(one.label).casefold(), []).append(one)
    pointed = {name for name, found in named.items() if _in_passages(found[0])}
    order = sorted(pointed, key=lambda name: -sum(one.share for one in named[name]))
    order += [name for name in named if name not in pointed]
    cards = []
    for name in order:
        share = sum(one.share for one in named[name])
        kinds = dict.fromkeys(signals().get(one.signal, one.signal) for one in named[name])
        cards.append(
            Card(
                ("why", name),
                evidence_label(named[name][0].label),
                aside=f"{share:.0%}" if share else "",
                footer=", ".join(kinds),
            )
        )
    return cards


def _in_passages(one: Evidence) -> bool:
    return bool(one.here or one.there) and one.signal != "kin"


def _labels(one: Related) -> list[str]:
    """Return the names of the strongest reasons; some stand there for several signals."""
    labels: dict[str, None] = {}
    for reason in one.evidence:
        if len(labels) == _REASONS:
            break
        labels[evidence_label(reason.label)] = None
    return [*labels]


def _apart(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Join spans that overlap, so that they can be painted one after another."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        elif span:
            joined.append(span)
    return tuple(joined)
