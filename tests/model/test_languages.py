"""A language is known by its small words, also beside its neighbours."""

import re
from collections import Counter

import pytest

from reader.model.languages import language_of_words

_SAYINGS = {
    "en": "The port was closed in the winter, and the people of the city read that it is old.",
    "it": "Il porto era chiuso per il freddo, e la gente della città non sa di chi è la carta.",
    "de": "Der Hafen war geschlossen, und die Leute in der Stadt lasen das Buch nicht.",
    "fr": "Le port était fermé, et les gens de la ville ne savent pas que le livre est là.",
    "es": "El puerto no es de la ciudad, y las cartas que se leen en el barco son para los viejos.",
    "pt": "O porto não é da cidade, e as cartas que se leem no barco são para os velhos,.",
    "ca": "El port no és de la ciutat, i les cartes dels vells que amb la llum són al mar.",
    "nl": "De haven is niet van de stad, en het schip dat je op zee ziet is een schip met zeilen.",
    "sv": "Det är inte hamnen, och den som har ett skepp på havet är av en gammal släkt för oss.",
    "no": "Det er ikke havnen, og den som har et skip på havet er av en gammel slekt etter krigen.",
    "da": "Det er ikke havnen, og den der har et skib på havet er af en gammel slægt efter krigen.",
    "fi": "Satama ei ole kiinni, ja se on vanha, mutta laiva oli merellä niin kuin myös he ovat.",
    "ro": "Portul nu este în oraș, și oamenii care au o carte din casă o citesc la lumină cu drag.",
    "hu": "A kikötő nem az, és ez a hajó már van a tengeren, hogy meg ne lássa egy ember is ezt.",
    "pl": "Port nie jest w mieście, a ludzie na statku się boją, że to do nich i od nich wiatr.",
    "uk": "Порт не є в місті, і люди на кораблі за ним, що йде до моря, як він, та й вітер у нас.",
    "ru": "Порт не в городе, и люди на корабле, что идёт к морю, как он, а то и с ветром за него.",
}


@pytest.mark.parametrize("language", _SAYINGS)
def test_a_sentence_of_a_language_is_known(language: str) -> None:
    assert language_of_words(_words(_SAYINGS[language])) == language


def test_numbers_of_a_list_of_contents_are_no_small_words() -> None:
    asked = [
        "Is a port of use to the city?",
        "Why do they write that?",
        "What of the co-operatives?",
    ]
    contents = "\n".join(
        f"I.{row // 3} I.{row // 3}.{row} {one}" for row, one in enumerate(asked * 8)
    )
    assert language_of_words(_words(contents)) == "en"


@pytest.mark.parametrize("words", ["", "lorda menta kosila brani", "the of", "0 1 2", "港は冬の間"])
def test_what_is_in_no_language_is_in_none(words: str) -> None:
    assert language_of_words(_words(words * 3)) == ""


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W\d_]+", text.lower()))
