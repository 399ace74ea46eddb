import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.apparatus import Concept, Glossary, Variant, load_glossary
from reader.apparatus.folding import fold
from reader.model import NotFound

GLOSSARY = Glossary(
    [
        Concept("planting", "self-fertilization", (Variant("autofecondazione", "it"),)),
        Concept("rose", "rose", (Variant("red rose"), Variant("co-op rose"))),
        Concept("order", "order of roses", broader=("rose",)),
        Concept("labour", "garden labour", related=("planting", "nowhere")),
        Concept("name", "C.L.R. Gardener"),
    ]
)


def keys(text: str) -> list[str]:
    return [key for key, _ in GLOSSARY.find(text)]


@pytest.mark.parametrize(
    "words",
    [
        "self-fertilization", "Self-Fertilisation", "selffertilization", "self fertilizations",
        "self\u2010fertilization", "SELF-FERTILIZATION", "self fertili-\nzation",
        "self-\nfertilization", "Autofecondazione", "self-fertilization’s", "sélf-fertilization",
    ],
)  # fmt: skip
def test_a_concept_is_found_in_every_spelling(words: str) -> None:
    assert keys(f"Then {words}, they said.") == ["planting"]


def test_an_abbreviation_is_no_plural_of_another_word() -> None:
    found = Glossary([Concept("help", "mutual aid", (Variant("aid"),)), Concept("illness", "AIDS")])
    text = "Around AIDS, in MUTUAL AIDS and by mutual aids."
    assert [(key, span.of(text)) for key, span in found.find(text)] == [
        ("illness", "AIDS"), ("help", "MUTUAL AIDS"), ("help", "mutual aids"),
    ]  # fmt: skip
    assert found.variants_of("AIDS") == ("AIDS",)


@pytest.mark.parametrize("words", ["garden labor", "Garden Labours", "gardening labouring"])
def test_british_and_american_and_plain_endings_are_one(words: str) -> None:
    assert keys(words) == ["labour"]


@pytest.mark.parametrize(
    "words", ["red. Rose-like", "self (fertilization)", "gardenlabyrinth", "self\n\nfertilization"]
)
def test_a_phrase_does_not_run_over_the_end_of_a_sentence(words: str) -> None:
    assert not {"planting", "labour", "order"} & set(keys(words))


def test_the_longest_phrase_counts_and_spans_are_right() -> None:
    text = "The order of red roses, then the order of roses by C. L. R. Gardener."
    assert [(key, span.of(text)) for key, span in GLOSSARY.find(text)] == [
        ("rose", "red roses"),
        ("order", "order of roses"),
        ("name", "C. L. R. Gardener"),
    ]


def test_relations_run_both_ways_and_strangers_have_none() -> None:
    assert GLOSSARY.related("rose") == {"order": 0.6}
    assert GLOSSARY.related("planting") == {"labour": 0.5}
    assert GLOSSARY.related("unknown") == {}
    with pytest.raises(NotFound, match="no concept"):
        GLOSSARY["unknown"]


def test_search_gets_all_spellings_of_what_is_asked_for() -> None:
    assert GLOSSARY.variants_of("selffertilisation") == ("self-fertilization", "autofecondazione")
    assert GLOSSARY.variants_of("tulip") == ()
    assert GLOSSARY.variants_of("") == ()


@given(st.text(max_size=200))
def test_any_text_gives_spans_that_ascend(text: str) -> None:
    last = 0
    for _, span in GLOSSARY.find(text):
        assert span
        assert span.start >= last
        last = span.start


@given(st.text(alphabet="abcdeginorsuyz'’", max_size=14))
def test_folding_a_fold_does_not_lose_the_word(word: str) -> None:
    assert fold(word.upper()) == fold(word)
    assert not word.strip("'’s") or fold(word) is not None


def test_every_shipped_spelling_is_found_as_its_concept() -> None:
    glossary = load_glossary().value
    lost = [
        (one.key, spelled)
        for one in glossary
        for spelled in one.spellings
        if one.key not in {key for key, _ in glossary.find(spelled)}
    ]
    assert not lost


def test_the_id_changes_with_the_entries() -> None:
    assert Glossary([Concept("a", "A")]).id == Glossary([Concept("a", "A")]).id
    assert Glossary([Concept("a", "A")]).id != Glossary([Concept("a", "B")]).id
