"""Languages: how they are named, and which one words show by the small ones among them; pure.

The small words are the commonest of each language by *wordfreq* (Robyn Speer).  Of single letters
only those are among them that are words by themselves, such as the Italian *e*.
"""

from collections import Counter

#: By ISO 639-1 some twenty words that make up three tenths of the prose of a language.
_SMALL_WORDS = {
    "en": "the of and to that is it for with was by this be are not from which as on they at have "
    "has we you",
    "it": "di che e il la un in per una non con le dei del si è i della come da gli più nel al ma",
    "de": "der die und das nicht ist den zu von mit ein eine sich auf dem des für im auch als es "
    "werden sie wird an",
    "fr": "de la le et les des en un une du est que dans qui pour pas sur au par ce plus ne à se a",
    "es": "de la que el en y los del se las un por con una para no es su lo al como más a o ha",
    "pt": "de a o que e do em da um para é com não uma os no se na por as mais dos como mas foi ao",
    "ca": "de la a i que el l d en per del un les els una no amb va és al ha com més dels",
    "nl": "de van het een en in is op ik dat voor je te met niet zijn die als er maar om aan hij",
    "sv": "det att och i jag på en inte som för med har av om du så till den de ett kan vi är var",
    "no": "i og er det å på som til en av for ikke med har jeg at de du om den så fra var et etter",
    "da": "i og er af det at en til på jeg har for ikke med den der de du kan som så et efter blev",
    "fi": "ja on ei että se oli mutta ole kun niin myös hän jos ovat voi nyt sen kuin tai joka",
    "ro": "de în și a la să din o pe cu nu mai un este că care pentru au ce fost al am sunt ale",
    "hu": "a az és nem hogy egy is de meg csak ha van volt ez vagy már még én kell el azt most",
    "pl": "w i nie na się z to do że jest o jak a ale co tak za od po dla przez jako",
    "uk": "і в на не з що у до за як та для є або й від це по він але",
    "ru": "в и на не с что я по а как из это за от для о к но то у его он все так же мы до ты",
}
#: The codes of three letters (ISO 639-2, both kinds) of the languages that are known here.
_OF_THREE_LETTERS = {
    "eng": "en", "ita": "it", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es",
    "por": "pt", "cat": "ca", "nld": "nl", "dut": "nl", "swe": "sv", "nor": "no", "nob": "no",
    "nno": "no", "nb": "no", "nn": "no", "dan": "da", "fin": "fi", "ron": "ro", "rum": "ro",
    "hun": "hu", "pol": "pl", "ukr": "uk", "rus": "ru",
}  # fmt: skip
#: The share of them among all words that shows a language, and how many different ones must be
#: there: one or two are words of any language.
SHOWN = 0.1
_DIFFERENT = 5


def plain_language(tag: str) -> str:
    """Return the language of a BCP 47 tag without country and script, by ISO 639-1 where it can be.

    >>> plain_language("pt-BR"), plain_language("spa"), plain_language("grc"), plain_language("")
    ('pt', 'es', 'grc', '')
    """
    language = tag.strip().replace("_", "-").partition("-")[0].lower()
    return _OF_THREE_LETTERS.get(language, language)


def language_of_words(words: Counter[str]) -> str:
    """Return the language (ISO 639-1) of a text with these words in small letters; empty if none.

    >>> language_of_words(Counter("the port of the city and that it is by the sea".split()))
    'en'
    """
    best = max(_SMALL_WORDS, key=lambda language: share_of(language, words))
    return best if share_of(best, words) > SHOWN else ""


def share_of(language: str, words: Counter[str]) -> float:
    """Return the share of a language's small words among all; 0 where only a few are met.

    A letter of the Latin alphabet by itself counts at most as often as the commonest of the others:
    it may be a number, as in a list of contents.
    """
    found = {word: words[word] for word in _SMALL_WORDS[language].split() if word in words}
    if len(found) < _DIFFERENT:
        return 0.0
    numbers = {word for word in found if len(word) == 1 and word.isascii()}
    most = max((count for word, count in found.items() if word not in numbers), default=0)
    counts = (min(count, most) if word in numbers else count for word, count in found.items())
    return sum(counts) / words.total()
