"""Letter skeletons and their maps."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.matching import letters, skeleton, skeleton_hash
from reader.model import Span

TEXTS = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("aAéßﬁ\u00ad\u200b\u0301 \n-“”—ŉİΣς१ि한ا\u064e\U0001d504🙂"),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("re-\nwrapped  text", "rewrapped text"),
        ("“Quoted” — so", '"quoted" - so'),
        ("ﬁgure, ﬂow, eﬃcient", "figure flow efficient"),
        ("na\u00efve", "nai\u0308ve"),
        ("soft\u00adhyphen\u200b", "soft hyphen"),
        ("STRASSE", "straße"),
        ("שָׁלוֹם", "שלום"),
        ("ΛΌΓΟΣ", "λόγος"),
    ],
)
def test_changes_of_form_leave_the_skeleton_alone(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other) != ""
    assert skeleton_hash(one) == skeleton_hash(other)


def test_vowel_signs_of_indic_scripts_tell_words_apart() -> None:
    assert skeleton("दिन") != skeleton("दान")


def test_other_words_have_another_hash() -> None:
    assert skeleton_hash("refusal") != skeleton_hash("refused")


@given(TEXTS)
def test_a_skeleton_is_its_own_skeleton(text: str) -> None:
    assert skeleton(skeleton(text)) == skeleton(text)


@given(TEXTS)
def test_normal_forms_share_one_skeleton(text: str) -> None:
    forms = {skeleton(unicodedata.normalize(form, text)) for form in ("NFC", "NFD", "NFKC", "NFKD")}
    assert forms == {skeleton(text)}


@given(TEXTS)
def test_every_letter_knows_where_it_came_from(text: str) -> None:
    found = letters(text)
    assert len(found.offsets) == len(found)
    assert list(found.offsets) == sorted(found.offsets)
    assert all(found.text[i] in skeleton(text[at]) for i, at in enumerate(found.offsets))


@given(TEXTS, st.data())
def test_the_maps_are_inverses(text: str, data: st.DataObject) -> None:
    found = letters(text)
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    inside = found.within(span)
    assert found.text[slice(*inside)] == skeleton(span.of(text))
    back = found.span(*inside)
    assert not back or span.contains(back)
    assert found.within(back) == inside


def test_an_empty_stretch_is_a_caret() -> None:
    found = letters("a b")
    assert found.span(1, 1) == Span(2, 2)
    assert found.span(2, 2) == Span(3, 3)
    assert letters("…").span(0, 0) == Span(1, 1)
