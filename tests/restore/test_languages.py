"""What is in another language than English is mended by the words of its own."""

import re
from collections import Counter

import pytest

from reader.importing.shipped import shipped
from reader.restore import restore
from reader.restore.lexicon import Lexicon
from reader.restore.wordlist import list_for, word_list
from tests.booklets import Style, make
from tests.prose import Prose
from tests.restore.sources import raw_of

_GERMAN = """
Der Hafen war im Winter geschlossen, und die Leute in der Stadt lasen die alten Briefe ein zweites
Mal. Niemand wusste, wer sie geschrieben hatte, aber jeder hatte eine Meinung dazu. Die Lehrerin
meinte, dass eine Bibliothekarin auf der Insel sie verfasst habe, weil nur dort solches Papier zu
finden sei. Der Fischhändler widersprach ihr und zeigte auf das Siegel, das er von seinem Vater
kannte. Am Ende wurde beschlossen, dass man die Briefe nebeneinander legen und Satz für Satz
vergleichen solle, bis sich zeigen würde, welche Hand die ältere ist.
"""
_FRENCH = """
Le port était fermé pendant l'hiver, et les gens de la ville lisaient les vieilles lettres une
deuxième fois. Personne ne savait qui les avait écrites, mais chacun avait une opinion. La
maîtresse d'école pensait qu'une bibliothécaire de l'île en était l'auteur, parce qu'on ne trouvait
ce papier que dans cet endroit. Le marchand de poisson n'était pas du même avis et montrait le
sceau, que son père lui avait appris à reconnaître. À la fin il fut décidé de poser les lettres
côte à côte et de les comparer phrase par phrase, jusqu'à ce que l'on sache quelle main était la
plus ancienne.
"""
_SPANISH = """
El puerto estaba cerrado durante el invierno, y la gente de la ciudad leía las viejas cartas por
segunda vez. Nadie sabía quién las había escrito, pero todos tenían una opinión. La maestra
pensaba que una bibliotecaria de la isla era la autora, porque solo allí se podía encontrar un
papel como ese. El pescadero no estaba de acuerdo y mostraba el sello, que su padre le había
enseñado a reconocer. Al final se decidió poner las cartas una al lado de la otra y compararlas
frase por frase, hasta que se supiera cuál de las manos era la más antigua.
"""


def _italian() -> list[str]:
    """Return the prose of the manual."""
    manual = shipped("resources/help/manual-it.md").read_text(encoding="utf-8")
    parts = (" ".join(part.split()) for part in manual.split("\n\n"))
    return [
        re.sub(r"[*_`\[\]]", "", part) for part in parts if re.match(r"[A-ZÈ][^|#]{80,}$", part)
    ]


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


@pytest.mark.parametrize(
    ("text", "language"),
    [(_GERMAN, "de"), (_FRENCH, "fr"), (_SPANISH, "es"), ("The end of it was that.", "en")],
)
def test_the_small_words_tell_the_language(text: str, language: str) -> None:
    assert list_for(_words(text)) is word_list(language)


def test_a_text_in_no_known_language_is_left_as_it_is() -> None:
    text = "Lorda menta kosila brani, tesko varina potula. " * 40
    assert not list_for(_words(text)).spoken(_words(text))
    assert restore(raw_of(text)).text.count("kosila") == 40


@pytest.mark.parametrize("text", [_GERMAN, _FRENCH, _SPANISH], ids=["de", "fr", "es"])
def test_a_clean_text_stays_as_it_is(text: str) -> None:
    assert _words(restore(raw_of(text)).text) == _words(text)


@pytest.mark.parametrize(
    ("text", "damaged"),
    [
        (_GERMAN, {"Winter": "Wlnter", "Stadt": "Sfadt", "geschrieben": "geschriebcn",
                   "Fischhändler": "Flschhändler",
                   "Bibliothekarin": "Bibliothckarin", "finden": "findcn", "Siegel": "Siegcl"}),
        (_FRENCH, {"l'hiver": "l'hivcr", "chacun": "chacuu", "bibliothécaire": "bib1iothécaire",
                   "endroit": "cndroit", "poisson": "po1sson", "phrase": "phrasc"}),
        (_SPANISH, {"cerrado": "cevrado", "sabía": "5abía", "opinión": "opinlón",
                    "bibliotecaria": "bib1iotecaria", "acuerdo": "acucrdo", "final": "fina1"}),
    ],
    ids=["de", "fr", "es"],
)  # fmt: skip
def test_misread_letters_are_put_right(text: str, damaged: dict[str, str]) -> None:
    bad = text
    for word, misread in damaged.items():
        assert word in bad
        bad = bad.replace(word, misread, 1)
    assert _words(restore(raw_of(bad)).text) == _words(text)


def test_most_words_of_a_bad_italian_scan_come_back() -> None:
    style = Style("plain", marks="feeds", noise=0.02, seed=3, cover=False)
    booklet = make(_italian(), style)
    wanted = _words(" ".join(booklet.paragraphs))
    lost = (wanted - _words(restore(booklet.raw).text)).total()
    assert lost < 0.2 * (wanted - _words(booklet.raw.text)).total()


def test_words_are_made_as_the_language_makes_them() -> None:
    german, italian = Lexicon.of(_GERMAN), Lexicon.of(" ".join(_italian()))
    assert german.knows("Hafenbibliothek")
    assert not german.knows("Hafenblbliothek")
    assert italian.knows("dell’opera")
    assert italian.knows("confrontarli")
    assert not italian.knows("dell’opcra")


def test_a_compound_that_no_list_has_is_put_right() -> None:
    text = f"{_GERMAN} Die Hafenbibliothek war den Winter über ebenfalls geschlossen."
    bad = text.replace("Hafenbibliothek", "Hafenblbliothek").replace("Winter", "Wintcr", 1)
    bad = bad.replace("Briefe", "Bricfe", 1).replace("Meinung", "Meinnng").replace("sei", "sci")
    assert _words(restore(raw_of(bad)).text) == _words(text)


def test_a_path_is_no_prose() -> None:
    text = f"{_GERMAN} Die Platte heißt /dev/sda und liegt unter /dev/disk oder /var/lib/dos."
    bad = text.replace("Briefe", "Bricfe", 1).replace("Meinung", "Meinnng").replace("sei", "sci")
    bad = bad.replace("Stadt", "Sfadt").replace("Papier", "Papicr").replace("zeigte", "zeigfe")
    assert "/dev/sda und liegt unter /dev/disk oder /var/lib/dos." in restore(raw_of(bad)).text


def test_a_paragraph_in_another_language_is_mended_by_its_own_words() -> None:
    spanish = " ".join(_SPANISH.split())
    english = Prose(5).paragraphs(2000)
    style = Style("plain", marks="feeds", noise=0.02, seed=4, cover=False)
    booklet = make([*english[:8], spanish, *english[8:]], style)
    wanted, there = _words(spanish), _words(restore(booklet.raw).text)
    lost = {word for word in wanted if not there[word]}
    damaged = {word for word in wanted if not _words(booklet.raw.text)[word]}
    assert len(damaged) >= 5
    assert len(lost) <= 1
