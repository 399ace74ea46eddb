"""Words, their places, stems and the vocabulary."""

import re
import unicodedata
from functools import reduce

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.index.shard import Counted
from reader.index.stems import american, spellings, stem
from reader.index.values import Document
from reader.index.vocabulary import Vocabulary
from reader.index.words import (
    LONGEST,
    accented_words,
    compounds_of,
    fold,
    placed_words,
    places_of,
    spelt,
    words_of,
)
from reader.model import HitKind

letters = st.sampled_from("abeéÀßﬁœłı’'-\u00ad\u0301\u200b‐ \n.漢かЖעم0_😀ſ")
texts = st.text(letters, max_size=60) | st.text(max_size=60)


@given(texts)
def test_each_word_stands_where_it_is_said_to(text: str) -> None:
    words, places = placed_words(text)
    assert words == words_of(text)
    edges = [edge for place in places for edge in place]
    assert edges == sorted(edges)
    for word, (start, end) in zip(words, places, strict=True):
        assert fold(text[start:end]) == word
        assert len(word) <= LONGEST


@given(st.text(st.characters(codec="ascii"), max_size=80))
def test_plain_text_is_cut_like_any_other(text: str) -> None:
    words, places = placed_words(text)
    others, with_sign = placed_words(text + " é")
    assert words == others[:-1]
    assert places == with_sign[:-1]


@given(texts, st.sets(st.integers(0, 20), max_size=4), st.sampled_from(("", "a", "be", "\u0436")))
@example("a" * LONGEST + "b a" + "a" * LONGEST, {0}, "")
@example("“aab” aa—aab_aab’b", {0}, "")
@example("aab ba", set(), "a")
def test_some_words_are_found_where_all_stand(text: str, rows: set[int], beginning: str) -> None:
    words, places = placed_words(text)
    wanted = {words[row] for row in rows if row < len(words)}
    beginnings = (beginning,) if beginning else ()
    assert places_of(text, wanted, beginnings) == [
        place
        for word, place in zip(words, places, strict=True)
        if word in wanted or word.startswith(beginnings)
    ]


@given(st.text(st.characters(min_codepoint=0xC0, max_codepoint=0x24F), max_size=40))
def test_composed_and_decomposed_letters_are_the_same_words(text: str) -> None:
    assert words_of(unicodedata.normalize("NFC", text)) == words_of(
        unicodedata.normalize("NFD", text)
    )


SAME = {
    "Café": "cafe",
    "oﬃce": "office",
    "self\u00advalorization": "selfvalorization",
    "ŒUVRE": "oeuvre",
    "Straße": "strasse",
    "zero\u200bwidth": "zerowidth",
    "Ｆｕｌｌ": "full",
    "ﬁrst": "first",
    "naïveté": "naivete",
    "Łódź": "lodz",
}


@pytest.mark.parametrize("word", SAME)
def test_a_word_is_folded(word: str) -> None:
    assert words_of(word) == [SAME[word]]


def test_curly_and_straight_apostrophes_part_the_same_words() -> None:
    assert words_of("l’operaio don’t") == words_of("l'operaio don't")


def test_signs_of_scripts_without_spaces_are_words() -> None:
    assert words_of("自主性と労働") == list("自主性と労働")


def test_hyphens_of_any_kind_make_compounds_and_dashes_do_not() -> None:
    text = "self-activity self‐made re\u2011read work—wage 1968 – 1973 well-\nspring a-b-c-d-e"
    assert list(compounds_of(text)) == [("self", "activity"), ("self", "made"), ("re", "read")]


PAIRS = (
    "labour labors", "organise organizing", "centre centers", "theatre theaters",
    "travelled traveling", "defence defenses", "catalogue catalogs", "programme programs",
    "analyse analyzing", "judgement judgments", "colourful colorful", "valorisation valorizations",
    "struggle struggles", "refusing refused", "controlled controls",
)  # fmt: skip


@pytest.mark.parametrize("pair", PAIRS)
def test_british_and_american_inflections_meet(pair: str) -> None:
    here, there = pair.split()
    assert stem(here) == stem(there)


KEPT = ("hour", "four", "called", "wages", "more", "little", "press", "these", "wise", "our")


@pytest.mark.parametrize("word", KEPT)
def test_other_words_keep_their_spelling(word: str) -> None:
    assert american(word) == word


def test_what_is_typed_of_a_british_word_meets_the_american_one() -> None:
    assert "valorizat" in spellings("valorisat")
    assert "labor" in spellings("labour")
    assert "labour" in spellings("labor")
    assert spellings("refus") == ()


def test_italian_has_its_own_stems() -> None:
    assert stem("lotta", "it") == stem("lotte", "it")
    assert stem("operaio", "it") == stem("operai", "it") == stem("operaie", "it")
    assert stem("operaio", "it") != stem("opera", "it")
    assert stem("struggles", "xx") == "struggles"


@given(
    st.sampled_from(["da", "de", "es", "fi", "fr", "hu", "it", "nl", "no", "pt", "ro", "ru", "sv"]),
    st.text("aeiostnйьия", min_size=1, max_size=8),
)
@example("ru", "ь")
def test_every_word_has_a_stem_in_every_language(language: str, word: str) -> None:
    assert stem(word, language)


INFLECTED = (
    ("fr", "organiser organisée organisées organisation"),
    ("es", "revolución revoluciones"),
    ("es", "organización organizaciones organizar"),
    ("pt", "organização organizações organizar"),
    ("ru", "новый новая новой нового"),
)


@pytest.mark.parametrize(("language", "words"), INFLECTED)
def test_words_of_one_stem_meet_whose_endings_have_accents(language: str, words: str) -> None:
    """Whether they are typed with them or without, and written in one turn or in several."""
    vocabularies = []
    for word in words.split():
        counted = Counted()
        text = Document("w/1", HitKind.BODY, "w", "", "", "1", None, word, language=language)
        counted.add(text, words_of(word))
        vocabularies.append(counted.vocabulary())
    whole = reduce(Vocabulary.and_more, vocabularies)
    read = Vocabulary.load(whole.dump())
    assert read == whole
    every = {fold(word) for word in words.split()}
    for word in words.split():
        assert set(read.stemmed(fold(word))) == every
    for word in words.split():  # one that no text has is known by what is typed
        for other, vocabulary in zip(words.split(), vocabularies, strict=True):
            assert vocabulary.stemmed(fold(word), spelt(word)) == [fold(other)]


def test_a_word_is_spelt_with_what_are_letters_of_its_language() -> None:
    assert accented_words("Nai\u0308ve, плохо\u0301й self\u00advalue É") == {
        "naïve", "плохой", "selfvalue", "é",
    }  # fmt: skip
    assert accented_words("“Plain—words”") == set()


some_words = st.lists(st.text("abcé", min_size=1, max_size=6), min_size=1, max_size=30, unique=True)


def vocabulary(words: list[str]) -> Vocabulary:
    counts = {word: len(word) for word in words}
    return Vocabulary.of(counts, {}, {"ab": ("a", "b")}, {"tag:a", "tag:ab", "work:w"})


@given(some_words, st.text("abcé", min_size=1, max_size=3))
def test_a_beginning_means_all_words_that_begin_so(words: list[str], start: str) -> None:
    found = vocabulary(words).beginning(start)
    assert sorted(found) == sorted(word for word in words if word.startswith(start))
    few = vocabulary(words).beginning(start, 2)
    assert sorted(map(len, few)) == sorted(map(len, found))[-2:]


@given(some_words, st.text("ab*?", min_size=1, max_size=6))
def test_a_pattern_means_all_words_that_fit(words: list[str], pattern: str) -> None:
    plain = re.compile(pattern.replace("*", ".*").replace("?", ".")).fullmatch
    wanted = sorted(word for word in words if plain(word))
    assert sorted(vocabulary(words).like(pattern)) == wanted


@given(some_words)
def test_a_vocabulary_is_read_as_it_was_written(words: list[str]) -> None:
    made = vocabulary(words)
    read = Vocabulary.load(made.dump())
    assert read == made
    assert read.stemmed(words[0]) == made.stemmed(words[0])
    assert read.facets_of("tag", "a", beginning=True) == ["tag:a", "tag:ab"]
    assert read.facets_of("tag", "a", beginning=False) == ["tag:a"]
    assert read.facets_of("tag", "b", beginning=True) == []


def test_no_line_of_a_written_vocabulary_is_long_to_read() -> None:
    """While one is read, no other thread has its turn, such as the one that paints."""
    words = [f"{first}{second}" for first in range(2000) for second in "abcdefghij"]
    made = Vocabulary.of(dict.fromkeys(words, 1), {}, {}, ())
    lines = made.dump().split("\n")
    assert max(map(len, lines)) < 150_000
    assert Vocabulary.load("\n".join(lines)).stemmed("150a") == ["150a"]


@given(some_words, some_words)
def test_two_vocabularies_are_one(here: list[str], there: list[str]) -> None:
    both = vocabulary(here).and_more(vocabulary(there))
    assert both.words == sorted({*here, *there})
    assert all(both.count(w) == len(w) * ((w in here) + (w in there)) for w in both.words)
