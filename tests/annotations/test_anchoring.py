"""Describing spans and finding them again."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reader.annotations.anchoring import CONTEXT, TextIndex, anchor, describe
from reader.model import Anchored, Orphan, Outcome, Selectors, Span
from tests.bench.anchoring_cases import SCRIPTS, invented

ESSAY = (
    "The mill stood idle that winter, and nobody in the valley pretended to be sorry. "
    "Old Marten kept the ledgers; he counted sacks that had never been filled, and wrote the "
    "sums in a hand so fine that the inspector praised it twice.\n\n"
    "In spring the inspector came again. He asked for the sacks, not for the sums. “A sack,” "
    "said Marten, “is only a sum that somebody has to carry,” and offered him tea. The "
    "inspector drank it, and looked at the wheel, and said nothing for a long while.\n\n"
    "What the valley remembers is the tea. The children act the scene at harvest: one is the "
    "wheel, one is the sack, and the smallest is always the inspector, who must not laugh."
)
TEXTS = st.text(
    st.sampled_from("abcdeé \n.“”ﬁ\u00ad\u0301🙂б漢"), min_size=1, max_size=120
)  # fmt: skip


def span_in(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def found(selectors: Selectors, text: str, source: str | None = None) -> Anchored:
    answer = anchor(selectors, TextIndex(text), source=source)
    assert isinstance(answer, Anchored), answer
    return answer


def lost(selectors: Selectors, text: str, source: str | None = None) -> bool:
    return isinstance(anchor(selectors, TextIndex(text), source=source), Orphan)


@given(TEXTS, st.data())
def test_what_is_described_is_found_again(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    assert found(describe(text, span), text) == Anchored(span, Outcome.EXACT, 1.0)


@given(TEXTS, TEXTS, st.data())
def test_any_quote_in_any_text_gets_an_answer_inside_it(
    text: str, other: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    selectors = describe(text, Span(start, data.draw(st.integers(start, len(text)))))
    for source in (None, text):
        answer = anchor(selectors, TextIndex(other), source=source)
        if isinstance(answer, Anchored):
            assert answer.span.end <= len(other)
            assert 0 <= answer.confidence <= 1


def test_context_is_64_code_points_and_ends_with_the_text() -> None:
    selectors = describe(ESSAY, span_in(ESSAY, "Old Marten"), "p1")
    assert (len(selectors.prefix), len(selectors.suffix)) == (CONTEXT, CONTEXT)
    assert selectors.passage == "p1"
    assert describe(ESSAY, Span(0, 3)).prefix == ""


@pytest.mark.parametrize("words", ["tea", "the sums", "looked at the wheel, and said nothing"])
def test_words_put_before_move_the_anchor_with_them(words: str) -> None:
    changed = "A new beginning of some length.\n\n" + ESSAY
    answer = found(describe(ESSAY, span_in(ESSAY, words)), changed)
    assert answer.outcome is Outcome.MOVED
    assert answer.span.start == ESSAY.index(words) + 33
    assert answer.span.of(changed) == words


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\n\n", "\n \n"),
        (" ", "\n"),
        ("“", '"'),
        ("n", "n\u00ad"),
        ("fi", "ﬁ"),
    ],
)
@pytest.mark.parametrize("source", [None, ESSAY])
def test_changes_of_form_keep_every_word(old: str, new: str, source: str | None) -> None:
    changed = ESSAY.replace(old, new)
    words = "The inspector drank it, and looked"
    answer = found(describe(ESSAY, span_in(ESSAY, words)), changed, source)
    assert answer.span == span_in(changed, words.replace(old, new).rstrip("\u00ad"))
    assert answer.confidence > 0.99


def test_the_marks_at_the_edges_of_a_quote_belong_to_it() -> None:
    changed = "x " + ESSAY.replace("“", "«").replace("”", "»")
    answer = found(describe(ESSAY, span_in(ESSAY, "“A sack,”")), changed)
    assert answer.span.of(changed) == "«A sack,»"


def test_damaged_letters_are_found_and_called_reworded() -> None:
    changed = ESSAY.replace("sums in a hand so fine", "suins in a liand so ﬁue")
    answer = found(describe(ESSAY, span_in(ESSAY, "in a hand so fine")), "x" + changed)
    assert answer.outcome is Outcome.REWORDED
    assert answer.span.of("x" + changed) == "in a liand so ﬁue"


def test_a_replaced_word_is_where_its_neighbours_are() -> None:
    changed = ESSAY.replace("counted sacks", "counted barrels")
    answer = found(describe(ESSAY, span_in(ESSAY, "sacks")), changed)
    assert answer.outcome is Outcome.REWORDED
    assert answer.span.of(changed) == "barrels"


def test_a_note_at_the_foot_of_a_page_does_not_cut_a_quote_in_two() -> None:
    foot = (
        "\n\n12 See the miller's almanac, third part, on weights and on patience.\n\n7\n\nIDLE\n\n"
    )
    changed = ESSAY.replace("the scene at ", "the scene at " + foot)
    answer = found(
        describe(ESSAY, span_in(ESSAY, "The children act the scene at harvest")), changed
    )
    assert answer.span.of(changed) == "The children act the scene at " + foot + "harvest"


@pytest.mark.parametrize("source", [None, ESSAY])
@pytest.mark.parametrize("words", ["wheel", "and offered him tea", "One is the sack"])
def test_a_quote_of_a_removed_paragraph_is_lost(words: str, source: str | None) -> None:
    paragraphs = ESSAY.split("\n\n")
    selectors = describe(ESSAY, span_in(ESSAY.replace("one is", "One is"), words))
    assert lost(selectors, "\n\n".join((paragraphs[0], invented("latin", 3, 400))), source)


def test_a_sentence_in_quite_other_surroundings_is_found() -> None:
    words = "One counted sacks that had never been filled, and wrote the sums in a fine hand."
    old = invented("latin", 1, 80) + " " + words + " " + invented("latin", 2, 80)
    new = invented("latin", 3, 80) + " " + words + " " + invented("latin", 4, 80)
    answer = found(describe(old, span_in(old, words)), new)
    assert answer.span.of(new) == words
    assert answer.outcome is Outcome.MOVED


def test_words_that_stand_elsewhere_too_are_not_taken_for_the_lost_ones() -> None:
    selectors = describe(ESSAY, span_in(ESSAY, "the inspector praised"))
    changed = ESSAY.split("\n\n", 1)[1] + " Nobody knew why the inspector praised the bread."
    assert lost(selectors, changed)


def test_equal_places_are_shown_as_choices() -> None:
    verse = (
        "Turn, wheel, and turn again, and grind the winter into flour for the hungry town below. "
    )
    text = invented("latin", 1, 200) + verse * 3 + invented("latin", 2, 200)
    at = text.index(verse) + len(verse) + 6
    selectors = describe(text, Span(at, at + 5))
    answer = found(selectors, "Preface. " + text)
    assert answer.outcome is Outcome.AMBIGUOUS
    assert 1 <= len(answer.choices) <= 2
    assert {s.of("Preface. " + text) for s in (answer.span, *answer.choices)} == {"wheel"}


def test_the_old_text_tells_equal_places_apart() -> None:
    verse = (
        "Turn, wheel, and turn again, and grind the winter into flour for the hungry town below. "
    )
    text = invented("latin", 1, 200) + verse * 9 + invented("latin", 2, 200)
    at = text.index(verse) + 4 * len(verse) + 6
    answer = found(describe(text, Span(at, at + 5)), "Preface. " + text, text)
    assert answer.span == Span(at + 9, at + 14)
    assert answer.outcome is Outcome.MOVED


def test_a_long_passage_that_stands_twice_is_two_choices() -> None:
    passage = invented("latin", 8, 120)
    assert len(passage) > 500
    parts = [invented("latin", seed, 60) for seed in range(1, 5)]
    old = f"{parts[0]} {passage} {parts[1]}"
    selectors = describe(old, span_in(old, passage))
    both = f"{parts[2]} {passage} {parts[3]} {parts[2]} {passage} {parts[3]}"
    answer = found(selectors, both)
    assert answer.outcome is Outcome.AMBIGUOUS
    assert {span.of(both) for span in (answer.span, *answer.choices)} == {passage}
    beside = f"{parts[2]} {passage} {parts[3]} {parts[0]} {passage} {parts[3]}"
    answer = found(selectors, beside)
    assert answer.outcome is Outcome.MOVED
    assert answer.span.start == beside.rindex(passage)


def test_a_copy_with_the_other_half_of_the_context_may_be_meant_too() -> None:
    passage = invented("latin", 8, 120)
    before, after = invented("latin", 1, 60), "Short end."
    old = f"{before} {passage} {after}"
    copied = f"{before} {passage} {passage} {after}"
    answer = found(describe(old, span_in(old, passage)), copied)
    assert answer.outcome is Outcome.AMBIGUOUS
    places = {answer.span.start, *(span.start for span in answer.choices)}
    assert places == {copied.index(passage), copied.rindex(passage)}


def test_a_paragraph_put_into_a_quote_does_not_cut_it_in_two() -> None:
    put_in = invented("latin", 4, 150).replace("\n", " ") + "\n\n"
    changed = ESSAY.replace("\n\nWhat the", f"\n\n{put_in}What the")
    words = "nothing for a long while.\n\nWhat the valley remembers"
    answer = found(describe(ESSAY, span_in(ESSAY, words)), changed)
    assert answer.outcome is Outcome.REWORDED
    assert answer.span.of(changed) == words.replace("What", put_in + "What")


def test_a_paragraph_put_after_a_quote_is_no_part_of_it() -> None:
    words = "and looked at the wheel, and said nothing for a long while."
    put_in = "\n\nNobody asked why the door was left ajar. " * 6 + "It stayed so all the while."
    changed = ESSAY.replace(words, words + put_in)
    answer = found(describe(ESSAY, span_in(ESSAY, words)), changed)
    assert answer.span.of(changed) == words


@pytest.mark.parametrize(
    ("words", "now"),
    [
        ("idle that", "idle winter that"),
        ("Marten kept", "Marten the kept"),
        ("had never", "had been never"),
        ("valley remembers", "valley is remembers"),
    ],
)
def test_words_that_changed_places_with_a_neighbour_are_all_found(words: str, now: str) -> None:
    first, new, second = now.split()
    changed = ESSAY.replace(f"{first} {second} {new}", now)
    answer = found(describe(ESSAY, span_in(ESSAY, words)), changed)
    assert answer.outcome is Outcome.REWORDED
    assert answer.span.of(changed) == now


def test_what_little_is_left_of_a_long_quote_is_not_its_place() -> None:
    quote = invented("latin", 6, 60)[:380]
    before, after = invented("latin", 1, 60), invented("latin", 2, 60)
    old = f"{before} {quote} {after}"
    changed = f"{before} {quote[:70]} {invented('latin', 9, 300)}"
    assert lost(describe(old, span_in(old, quote)), changed)


def test_a_word_without_context_is_found_only_where_it_is_alone() -> None:
    alone = found(Selectors("ledgers"), ESSAY)
    assert alone.span == span_in(ESSAY, "ledgers")
    assert alone.confidence < 0.9
    assert found(Selectors("sack"), ESSAY).outcome is Outcome.AMBIGUOUS
    assert lost(Selectors("windmill"), ESSAY)


def test_a_sentence_without_context_is_found_through_damage() -> None:
    answer = found(Selectors("counted sacks that hod never been fllled"), ESSAY)
    assert answer.span == span_in(ESSAY, "counted sacks that had never been filled")


def test_a_quote_of_mere_signs_is_found_by_its_context() -> None:
    text = "one * two * three ⁂ four"
    selectors = describe(text, Span(10, 11))
    assert found(selectors, "zero " + text).span == Span(15, 16)
    assert found(describe(text, span_in(text, "⁂")), text + "!").span.of(text) == "⁂"
    assert lost(Selectors("‡"), text)
    assert lost(Selectors(""), text)


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_script_anchors(script: str) -> None:
    text = invented(script, 5, 900)
    span = Span(len(text) // 2, len(text) // 2 + 40)
    changed = text[: span.start - 7] + text[span.start - 5 :]
    answer = found(describe(text, span), changed)
    assert answer.span.of(changed).strip() == span.of(text).strip()


def test_a_long_quote_is_found_with_a_paragraph_put_into_it() -> None:
    text = invented("latin", 7, 1500)
    span = Span(text.index("\n\n") + 2, text.index("\n\n", len(text) // 2))
    cut = text.index("\n\n", span.start + 400) + 2
    new = "A paragraph that was not there before.\n\n"
    changed = text[:cut].replace("e", "é") + new + text[cut:].replace("lo", "l0")
    answer = found(describe(text, span), changed)
    assert answer.span == Span(span.start, span.end + len(new))


@given(st.integers(0, len(ESSAY) - 60), st.integers(3, 50), st.integers(0, len(ESSAY)))
def test_one_lost_letter_loses_no_anchor(start: int, length: int, at: int) -> None:
    span = Span(start, start + length)
    assume(sum(c.isalnum() for c in span.of(ESSAY)) >= 4)
    changed = ESSAY[:at] + ESSAY[at + 1 :]
    answer = found(describe(ESSAY, span), changed)
    moved = span if at >= span.end else span.shift(-1) if at < span.start else span
    shared = moved.meet(answer.span)
    assert shared is not None
    assert answer.outcome is not Outcome.AMBIGUOUS or answer.choices


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("a" * 300_000, "a" * 63_000 + "b"),
        ("ab" * 150_000, "ab" * 30_000 + "c"),
        ("\u0301" * 100_000 + "x", "\u0301" * 1000),
        ("x " * 100_000, "x"),
        ("\ud800 lone \udfff", "\ud800"),
    ],
    ids=["one letter", "period two", "marks", "everywhere", "surrogates"],
)
def test_hostile_quotes_get_an_answer(text: str, quote: str) -> None:
    answer = anchor(Selectors(quote, "z" * 64, "y" * 64, 10**9, 10**9 + 5), TextIndex(text))
    assert isinstance(answer, Anchored | Orphan)


def test_words_that_changed_places_are_marked_where_they_stand() -> None:
    changed = ESSAY.replace("is always the", "always is the")
    answer = found(describe(ESSAY, span_in(ESSAY, "always")), changed)
    assert answer.span == span_in(changed, "always")
