import re

import pytest

from reader.apparatus import Glossary
from reader.links import Links, look, never_said
from tests.links.texts import MILLS as MILLS_WORDS
from tests.links.texts import apparatus, edition, glossary, three

OVENS, MILLS, STARS = three()


def test_a_word_is_found_in_all_its_forms_and_as_often_as_counted():
    views = look("mills", [OVENS, MILLS, STARS], Glossary())
    for view, text in zip(views, (OVENS, MILLS, STARS), strict=True):
        body = "\n".join(text.words_of(one) for one in text.passages[1:])
        assert len(view.places) == len(re.findall(r"\bmills?\b", body))
        assert all(re.fullmatch("mills?", span.of(text.text)) for span in view.places)


def test_a_concept_is_found_under_all_its_spellings():
    ovens, mills, stars = look("sharing", [OVENS, MILLS, STARS], glossary())
    assert [span.of(OVENS.text) for span in ovens.places] == ["belonged to everybody", "shared"]
    assert [span.of(MILLS.text).lower() for span in mills.places] == ["common use", "shared"]
    assert stars.places == ()


def test_what_is_kept_near_stands_near():
    text = edition("one", tuple(f"Dry salt keeps. Wet sand number {n} does not." for n in range(9)))
    other = edition("two", tuple(f"Salt spoils wood. Wet sand number {n} too." for n in range(9)))
    one, two = look("salt", [text, other], Glossary())
    assert {"dry"} <= {word.word for word in one.kept}
    assert "dry" not in {word.word for word in two.kept}
    for word in one.kept:
        assert word.near <= word.elsewhere
        assert all(span.of(text.text).lower().startswith(word.word[:3]) for span in word.places)


def test_what_others_keep_near_and_this_one_does_not_is_avoided():
    filler = tuple(f"The wheel turned slowly behind barn {n}, and nobody cared." for n in range(12))
    one = edition("one", (*["Bread and freedom, freedom and bread."] * 6, *filler))
    two = edition("two", (*["Freedom and order."] * 6, *filler, *["Bread is baked."] * 6))
    views = look("freedom", [one, two], Glossary())
    assert "bread" in {word.word for word in views[1].avoided}
    assert "bread" not in {word.word for word in views[0].avoided}


def test_of_a_word_that_stands_once_nothing_is_said_to_be_avoided():
    filler = tuple(f"The wheel turned slowly behind barn {n}, and nobody cared." for n in range(12))
    one = edition("one", (*["Freedom needs bread, a mill, a roof and rest."] * 2, *filler))
    two = edition("two", (*["Bread from the mill, a roof, a rest."] * 2, *filler, "Freedom waits."))
    views = look("freedom", [one, two], Glossary())
    assert len(views[1].places) == 1
    assert views[1].avoided == ()


def test_for_a_word_never_said_something_is_offered_in_its_place():
    rest = tuple(f"Clouds over hill {n} drift east." for n in range(10))
    one = edition("one", (*["The boss pays wages and cuts wages."] * 5, *rest))
    two = edition("two", (*["The boss pays a salary and cuts it."] * 5, *rest))
    views = look("wages", [one, two], Glossary())
    assert views[0].instead == ()
    assert views[1].places == ()
    assert views[1].instead[0].word == "salary"


def test_concepts_that_only_others_name_are_told():
    silent = never_said([OVENS, MILLS, STARS], glossary())
    assert silent == {"ovens": (), "mills": (), "stars": ("refusal", "sharing", "toll")}


def test_an_unknown_word_and_no_texts_are_answered():
    assert look("zeppelin", [OVENS], Glossary())[0].kept == ()
    assert look("oven", [], Glossary()) == ()
    assert look("", [edition("empty", ("# Heading",))], Glossary())[0].places == ()
    assert never_said([], glossary()) == {}


def test_sentences_that_say_what_a_word_means_are_picked():
    words = (
        "A toll is what the miller takes. We paid the toll in May.",
        "By toll we mean a share of flour, not of coin. Every toll was hated.",
    )
    text = edition("one", words)
    (view,) = look("toll", [text], Glossary())
    assert [span.of(text.text) for span in view.defined] == [
        "A toll is what the miller takes.",
        "By toll we mean a share of flour, not of coin.",
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Toll means a share of the flour.",
        "It is late; the toll is nothing but theft.",
        "Nobody doubts that the concept of toll refers to flour.",
        "In the villages of the south the toll is the price of peace.",
        "If toll is what one pays for grinding, then we paid.",
        "We call toll what the miller takes.",
        "This is the meaning of toll: less flour.",
        f"They took a part of {'all the oats and ' * 20}all rye, which we have always called toll.",
    ],
)  # fmt: skip
def test_a_sentence_about_a_word_defines_it(said):
    text = edition("one", (f"Rain fell. {said} Snow fell.",))
    (view,) = look("toll", [text], Glossary())
    assert [span.of(text.text) for span in view.defined] == [said]


@pytest.mark.parametrize(
    "said",
    [
        "What is the toll?",
        "Who says that toll is a share of flour?",
        "The toll is high, and a tenth is not enough.",
        "The struggle over the toll is a long one.",
        "The miller who takes toll is the owner.",
        "They refuse the concept of toll.",
        "The toll is not a burden.",
        "This toll is in the book.",
    ],
)
def test_a_question_and_a_mere_mention_define_nothing(said):
    text = edition("one", (f"Rain fell. {said} Snow fell.",))
    assert look("toll", [text], Glossary())[0].defined == ()


def test_the_answer_to_the_question_what_it_is_defines_it():
    text = edition("one", ("What is the toll? It is flour that the miller keeps. So it goes.",))
    (view,) = look("toll", [text], Glossary())
    assert [span.of(text.text) for span in view.defined] == ["It is flour that the miller keeps."]


def test_for_a_concept_never_named_the_kindred_one_stands_in():
    silent = tuple(one for one in MILLS_WORDS if "ommon use" not in one)
    text = edition("silent", silent)
    links = Links(None, apparatus())
    first, *_ = links.stand_ins(text, "sharing")
    assert first.concept == "refusal"
    assert [span.of(text.text) for span in first.places] == ["refused to pay"]
    assert all(any(c.contains(place) for c in first.contexts) for place in first.places)
    assert "sharing" not in {one.concept for one in links.stand_ins(text, "sharing")}


def test_nothing_stands_in_where_nothing_comes_near():
    links = Links(None, apparatus())
    assert links.stand_ins(STARS, "no-such-concept") == ()
    assert links.stand_ins(edition("empty", ("# Heading",)), "toll") == ()
