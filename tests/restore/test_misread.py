"""Misread words are put right where one reading is plausible; words that are right stay."""

import re

import pytest

from reader.model import RepairKind
from reader.restore import restore
from reader.restore.lexicon import Lexicon
from reader.restore.misread import Misread
from reader.restore.ocr import ocr
from reader.restore.pairs import lift, paired
from reader.restore.shapes import outline
from reader.restore.spaces import loose_pairs
from reader.restore.wordlist import word_list
from tests.booklets import Booklet, Style, make
from tests.prose import Prose
from tests.restore.sources import raw_of


def noisy(noise: float, seed: int = 3) -> Booklet:
    style = Style("plain", marks="feeds", noise=noise, seed=seed, cover=False)
    return make(Prose(seed).paragraphs(3000), style)


def kept(booklet: Booklet, text: str) -> float:
    wanted = set(re.findall(r"\w+", " ".join(booklet.paragraphs).lower()))
    return len(wanted & set(re.findall(r"\w+", text.lower()))) / len(wanted)


def test_letters_of_like_shape_have_one_outline() -> None:
    assert outline("corner") == outline("comer") == outline("eorner")
    assert outline("hand") == outline("bancl")
    assert outline("hand") != outline("hold")


def test_most_words_of_a_bad_scan_come_back() -> None:
    booklet = noisy(0.02)
    assert kept(booklet, restore(booklet.raw).text) > 0.985


_TIME = (
    "They waited until the time to speak had come. Each of them had time to think, and all agreed "
    "that it was time to leave the hall. The letter was read twice in the old council room. "
)


def test_neighbours_tell_which_of_two_words_it_was() -> None:
    text = _TIME * 6 + "Now it is tine to begin the work of the day in the garden."
    misread = Misread(Lexicon.of(text), text)
    assert misread.reading("tine", "is", "to") == "time"
    assert not misread.reading("tine", "sharp", "of")


def test_pairs_weigh_more_than_chance_in_daily_use() -> None:
    english = word_list("en")
    assert lift(english, "turned", "into") > 2 > lift(english, "turned", "the")
    assert lift(english, "the", "of") <= -4  # both stand everywhere, never side by side
    assert lift(english, "quire", "ledger") == lift(english, "zzz", "qqq") == -1
    assert paired(english, "into")
    assert not paired(english, "hove")


def test_british_spelling_is_no_mistake() -> None:
    text = _TIME * 6 + "We had the honour of a spectre at the centre of labour organisations."
    misread = Misread(Lexicon.of(text), text)
    assert not misread.reading("honour", "the", "of")
    assert not misread.reading("spectre", "a", "at")


@pytest.mark.parametrize("words", ["the bill of Lt. Brown", "[d]uring the night", "an ad hoc plan"])
def test_short_forms_and_halves_are_left_alone(words: str) -> None:
    text = _TIME * 6 + words
    assert not ocr(words, Lexicon.of(text), scanned=True, misread=Misread(Lexicon.of(text), text))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_word_of_clean_prose_is_changed(seed: int) -> None:
    paragraphs = Prose(seed).paragraphs(3000)
    text = "\n".join(paragraphs)
    lexicon = Lexicon.of(text)
    misread = Misread(lexicon, text)
    assert not misread.shows
    for paragraph in paragraphs:
        assert ocr(paragraph, lexicon, scanned=True, misread=misread) == []


def test_no_word_of_the_clean_essays_is_changed(essays) -> None:  # type: ignore[no-untyped-def]
    """The first and the third were never scanned; six words have slips of the author's."""
    for path in (essays[0], essays[2]):
        raw = raw_of(path.read_text("utf-8").replace("\r\n", "\n"), path.name)
        restored = restore(raw)
        slips = [one for one in restored.repairs if one.kind is RepairKind.OCR]
        assert len(slips) <= 7
        assert all(not one.after or len(one.after) == len(one.before) + 1 for one in slips)
        lexicon = Lexicon.of(restored.text)
        misread = Misread(lexicon, restored.text)
        passages = [block.span.of(restored.text) for block in restored.blocks]
        forced = [
            edit
            for passage in passages
            for edit in ocr(passage, lexicon, scanned=True, misread=misread)
            if edit.kind is RepairKind.OCR and len(edit.after) > 1
        ]
        assert len(forced) <= 4


def test_a_word_of_another_language_is_left_alone() -> None:
    prose = " ".join(Prose(4).paragraphs(1500))
    text = f"{prose} thc tbe fhe weathcr La ripresa della lotta nelle fabbriche del settentrione."
    lexicon = Lexicon.of(text)
    edits = ocr(text, lexicon, scanned=True, misread=Misread(lexicon, text))
    assert all(edit.start < text.index("La ripresa") for edit in edits)


def test_a_text_in_no_language_of_the_list_is_not_doubted() -> None:
    text = "Ko te wai te toto o te whenua ko te whenua te toto o te tangata. " * 40
    assert not Misread(Lexicon.of(text), text).usable


def test_every_misread_word_can_be_taken_back() -> None:
    booklet = noisy(0.01)
    restored = restore(booklet.raw)
    made = [one for one in restored.repairs if one.kind is RepairKind.OCR]
    assert len(made) > 20
    for repair in made[:3]:
        assert repair.confidence < 1
        undone = restore(booklet.raw, undone=frozenset({repair.id}))
        assert repair.id not in {one.id for one in undone.repairs}
        assert repair.before in undone.text


def test_a_case_of_possession_is_no_closing_mark() -> None:
    text = "‘It was a rope, and the masters’ answer was short. ‘No, said he’ and left."
    assert [edit.start for edit in loose_pairs(text)] == [0, 51, 63]


def _in_a_bad_scan(sentence: str) -> str:
    """Return a sentence as it comes back from among pages full of misreadings."""
    text = restore(raw_of(f"{noisy(0.03).raw.text}\n\n{sentence}\n")).text
    return text.rsplit("\n\n", 1)[1]


def test_new_names_of_a_bad_scan_are_what_alone_they_look_like() -> None:
    sentence = "The boats of Ameriea and Pafagonia came late, and the vung of the ladder was loose."
    better = "The boats of America and Patagonia came late, and the rung of the ladder was loose."
    assert _in_a_bad_scan(sentence) == better
    clean = "\n\n".join(Prose(3).paragraphs(3000))
    assert "Ameriea and Pafagonia" in restore(raw_of(f"{clean}\n\n{sentence}\n")).text


def test_a_scrap_without_pairs_is_the_common_word_it_looks_like() -> None:
    sentence = (
        "The palings were mossy aud rickety, and everything that stood beside the towpath was "
        "rhapsodical aud spasmodic."
    )
    assert _in_a_bad_scan(sentence) == sentence.replace(" aud ", " and ")


def test_a_comma_before_the_capital_of_an_article_was_a_full_stop() -> None:
    sentence = "Nobody came to the weir, The water stood high on the fields behind the mill."
    assert _in_a_bad_scan(sentence) == sentence.replace(", The", ". The")


def test_contractions_with_not_are_read_as_one_word() -> None:
    sentence = "They clon’t know what we couldu’t tell them about the weir and the mill."
    better = "They don’t know what we couldn’t tell them about the weir and the mill."
    assert _in_a_bad_scan(sentence) == better


def test_a_name_in_capitals_with_a_figure_is_no_misreading() -> None:
    text = "\n\n".join([*Prose(3).paragraphs(400), "The gauge B1FF showed how high the river was."])
    assert "gauge B1FF showed" in restore(raw_of(text)).text


def test_a_common_word_is_doubted_where_the_text_taught_what_it_is_mistaken_for() -> None:
    sentence = (
        "They left because if is late, and the mill is very for from here; he knew some port of "
        "the road, and we can he sure of it if he says so."
    )
    better = sentence.replace("if is", "it is").replace("very for", "very far")
    better = better.replace("some port", "some part").replace("can he", "can be")
    assert _in_a_bad_scan(sentence) == better
    clean = "\n\n".join(Prose(3).paragraphs(3000))
    assert sentence in restore(raw_of(f"{clean}\n\n{sentence}\n")).text


def test_a_name_that_stands_elsewhere_is_put_right_and_one_seen_twice_stays() -> None:
    sentence = (
        "The ferry was built by Wenzigode, and old Wenzigocle wrote of it; so did Panekoek, whom "
        "Wenzigode knew, and a brother of Panekoek in the town."
    )
    assert _in_a_bad_scan(sentence) == sentence.replace("Wenzigocle", "Wenzigode")


def test_capitals_stay_where_recognition_makes_none_of_small_letters() -> None:
    sentence = (
        "The workers of the World and the old councils of the West came to the weir, but a world "
        "of councils in the west was no Council."
    )
    assert _in_a_bad_scan(sentence) == sentence


def test_a_name_on_the_net_stays_one_word() -> None:
    sentence = "The list of weirs is kept at wenzigode.net under the care of the Wenzigode society."
    more = "Wenzigode came, wenzigode went, the wenzigode of old and the wenzigode of today stood."
    assert _in_a_bad_scan(f"{more} {sentence}").endswith(sentence)


class Doubter(Misread):
    """Takes every word for a misreading of *a*."""

    def doubtful(self, word: str) -> bool:
        return True

    def reading(self, word: str, before: str, after: str, *, opening: bool = False) -> str:
        return "a"


def test_a_letter_changed_in_brackets_is_no_word() -> None:
    lexicon = Lexicon.of(_TIME)
    doubter = Doubter(lexicon, _TIME)
    assert ocr("o", lexicon, scanned=True, misread=doubter)
    assert not ocr("[o]ver", lexicon, scanned=True, misread=doubter)


def test_a_part_of_a_path_is_one_that_the_text_has_again_and_again() -> None:
    sentence = (
        "A wenzigode is no old wenzigode: it is set up in /etc/wenzigode/harbour/levels, its doors "
        "in /var/wenzigode "
        "and its keys in /usr/share/wenzigode; see /etc/wenzigoclc/harbour/levels, not /usr/ahoye."
    )
    assert _in_a_bad_scan(sentence) == sentence.replace("wenzigoclc", "wenzigode")
