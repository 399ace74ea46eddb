"""The glossary, the links and the companions that travel with the program keep their word."""

import re
from itertools import chain

import pytest

from reader.apparatus import Glossary, load_glossary, load_links
from reader.importing.shipped import shipped
from reader.model import Relation

#: In the order in which they were written.
WORKS = ("tronti-refusal", "cleaver-interview", "cleaver-kropotkin")
_MIRRORS = {"related": "related", "opposed": "opposed", "broader": "narrower"}


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    """The shipped glossary."""
    return load_glossary().value


def paragraphs(work: str) -> list[str]:
    """Return the paragraphs of a companion without its headings."""
    text = shipped(f"texts/companions/{work}.md").read_text(encoding="utf-8")
    return [part.strip() for part in text.split("\n\n") if not part.startswith("#")]


def test_every_relation_of_the_glossary_runs_both_ways(glossary: Glossary) -> None:
    one_sided = [
        (one.key, kind, other)
        for one in glossary
        for kind, mirror in _MIRRORS.items()
        for other in getattr(one, kind)
        if one.key not in getattr(glossary[other], mirror)
    ]
    assert one_sided == []


def test_no_two_concepts_share_a_spelling(glossary: Glossary) -> None:
    owners: dict[str, set[str]] = {}
    for one in glossary:
        for word in one.spellings:
            owners.setdefault(word.casefold().replace("-", " "), set()).add(one.key)
    assert {word: keys for word, keys in owners.items() if len(keys) > 1} == {}


def test_every_concept_is_defined_for_an_author(glossary: Glossary) -> None:
    assert [one.key for one in glossary if not one.definitions] == []
    authors = set(chain.from_iterable(one.definitions for one in glossary))
    assert authors == {"tronti", "cleaver", "kropotkin"}


@pytest.mark.parametrize("work", WORKS)
def test_a_companion_is_long_enough_and_its_paragraphs_are_passages(work: str) -> None:
    lengths = [len(one.split()) for one in paragraphs(work)]
    assert 2500 <= sum(lengths) <= 4000
    assert min(lengths) >= 40
    assert max(lengths) <= 160


@pytest.mark.parametrize("work", WORKS)
def test_every_paragraph_of_a_companion_has_a_link(work: str) -> None:
    incipits = {
        end.incipit
        for link in load_links().value
        for end in (link.start, link.end)
        if end.work == f"companion-{work}"
    }
    bare = [
        one[:50] for one in paragraphs(work) if not any(one.startswith(start) for start in incipits)
    ]
    assert bare == []


@pytest.mark.parametrize("work", WORKS)
def test_the_glossary_finds_its_concepts_in_every_paragraph_of_a_companion(
    work: str, glossary: Glossary
) -> None:
    empty = [one[:50] for one in paragraphs(work) if not glossary.find(one)]
    assert empty == []


@pytest.mark.parametrize("work", WORKS)
def test_a_companion_cites_places_of_its_work(work: str) -> None:
    cited = re.findall(
        r"(?<!Tronti )(?<!Interview )(?<!Kropotkin )¶(\d+)", " ".join(paragraphs(work))
    )
    assert len(set(cited)) >= 20


def test_what_develops_or_applies_a_passage_was_written_after_it() -> None:
    later = (Relation.DEVELOPS, Relation.APPLIES)
    turned = []
    for one in load_links().value:
        start, end = (_age(place.work) for place in (one.start, one.end))
        if one.relation in later and end < start:
            turned.append(one.reason)
        if one.relation is Relation.SOURCE and start < end:
            turned.append(one.reason)
    assert turned == []


def _age(work: str) -> int:
    return WORKS.index(work.removeprefix("companion-"))
