import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.links.sentences import sentences
from reader.links.stems import stem
from reader.links.words import names, tokens
from reader.model import Span


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("struggles", "struggling"),
        ("valorisation", "valorization"),
        ("organised", "organizing"),
        ("labour", "labor"),
        ("labourers", "laborers"),
        ("factories", "factory"),
        ("refused", "refuses"),
        ("autonomous", "autonomously"),
        ("hopping", "hopped"),
        ("travelled", "traveled"),
        ("centre", "center"),
        ("defence", "defense"),
        ("agreed", "agree"),
        ("classes", "class"),
    ],
)
def test_forms_of_a_word_share_a_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("capital", "capacity"), ("party", "part"), ("union", "unite"), ("work", "word")],
)
def test_different_words_keep_different_stems(one, other):
    assert stem(one) != stem(other)


@given(st.text(max_size=30))
def test_any_text_has_a_stem_and_the_same_each_time(text):
    assert stem(text.lower()) == stem(text.lower())


@given(st.text(alphabet="aB ’'-.é😀\u0301 the work", max_size=60), st.integers(0, 9))
def test_tokens_stand_where_they_say(text, start):
    for one in tokens(text, start):
        word = text[one.start - start : one.end - start]
        assert stem(word.lower()) == one.stem


def test_function_words_do_not_count():
    assert [one.stem for one in tokens("What is it that they would have?")] == []


def test_names_are_found_within_a_sentence_and_not_at_its_beginning():
    found = [one.stem for one in names("The baker knew Agnes Harrow. Bread rose in 1842.")]
    assert found == ["agnes harrow", "1842"]


def test_sentences_are_cut_at_stops_and_not_at_abbreviations():
    text = "He came, e.g. in May. Was it J. Smith? “Yes.” So it was"
    found = [span.of(text) for span in sentences(text, Span(0, len(text)))]
    assert found == ["He came, e.g. in May.", "Was it J. Smith?", "“Yes.”", "So it was"]


@given(st.text(alphabet="aB .?!”\n1", max_size=60))
def test_sentences_cover_all_words_in_order(text):
    found = sentences(text, Span(0, len(text)))
    assert "".join("".join(span.of(text).split()) for span in found) == "".join(text.split())
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_sentences_stay_within_the_span():
    text = "Outside. Inside one. Inside two. Outside."
    found = sentences(text, Span(9, 32))
    assert [span.of(text) for span in found] == ["Inside one.", "Inside two."]
