"""Encodings of one byte a letter, told apart by the letters that a language has.

Such files do not say which they are in.  Every codec makes letters of most bytes; the right one
makes those of one language of them, in words whose capitals come first.
"""

import re
from functools import cache

#: What a file of one byte a letter is taken for when nothing speaks for another.
OLD = "windows-1252"
#: Codecs with their names for people, the likelier first, and the languages written in them.
_CODECS = (
    (OLD, "Windows-1252", ("it", "fr", "de", "es", "pt", "no", "en")),
    ("mac-roman", "Mac OS Roman", ("it", "fr", "de", "es", "pt", "no", "en")),
    ("cp850", "DOS (code page 850)", ("it", "fr", "de", "es", "pt", "no")),
    ("cp1250", "Windows-1250", ("pl", "cs", "hu", "hr", "ro")),
    ("iso8859-2", "ISO 8859-2 (Latin 2)", ("pl", "cs", "hu", "hr", "ro")),
    ("cp852", "DOS (code page 852)", ("pl", "cs", "hu", "hr", "ro")),
    ("cp1251", "Windows-1251", ("ru",)),
    ("koi8-r", "KOI8-R", ("ru",)),
    ("cp866", "DOS (code page 866)", ("ru",)),
    ("iso8859-5", "ISO 8859-5", ("ru",)),
    ("mac-cyrillic", "Mac OS Cyrillic", ("ru",)),
    ("cp1253", "Windows-1253", ("el",)),
    ("shift_jis", "Shift JIS", ("ja",)),
    ("euc_jp", "EUC-JP", ("ja",)),
)  # fmt: skip
#: What a language has beside the letters of ASCII.
_LETTERS = {
    "en": "",
    "it": "àèéìíîòóùú",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "de": "äöüß",
    "es": "áéíñóúü",
    "pt": "áâãàçéêíóôõúü",
    "no": "åäöæøéü",
    "pl": "ąćęłńóśźż",
    "cs": "áčďéěíňóřšťúůýžäľĺŕô",
    "hu": "áéíóöőúüű",
    "hr": "čćđšž",
    "ro": "ăâîșşțţ",
    "ru": "".join(map(chr, range(0x430, 0x450))) + "ёєіїґ",
    "el": "".join(map(chr, range(0x3AC, 0x3CF))),
    "ja": "".join(map(chr, [*range(0x3041, 0x30FF), *range(0x4E00, 0x9FA6)])) + "、。「」・ー",
}
_MARKS = "‘’“”„‚«»‹›–—…•§©®°·¡¿ºª€£\u00a0"
_HIGH = re.compile(r"[^\x00-\x7f]")
_INSIDE_OUT = re.compile(r"[^\W\d_a-zA-Z]{2}")
#: Letters of two scripts in one word.
_BOTH_SCRIPTS = re.compile(r"[A-Za-z](?=[^\W\d_A-Za-z])|[^\W\d_A-Za-z](?=[A-Za-z])")
_OTHER_SCRIPTS = ("ru", "el")
#: Code points that are looked at, and letters beyond ASCII among them.
_LOOKED_AT, _SAMPLE = 400_000, 20_000
#: How well a codec must fit to be taken instead of Windows-1252, and by how much better than that.
_FITS, _BETTER = 0.93, 0.15


@cache
def _alphabet(language: str) -> frozenset[str]:
    letters = _LETTERS[language]
    return frozenset(letters + letters.upper() + _MARKS)


def old_codec(data: bytes) -> tuple[str, str]:
    """Return the codec that makes a language of the bytes, and its name; else Windows-1252."""
    usual = _fit(data, *_CODECS[0][::2])
    fits = [(_fit(data, codec, languages), codec, name) for codec, name, languages in _CODECS[1:]]
    best = max(fits, key=lambda one: one[0])
    if best[0] >= max(_FITS, usual + _BETTER):
        return best[1:]
    return _CODECS[0][:2]


def _fit(data: bytes, codec: str, languages: tuple[str, ...]) -> float:
    """Return the share of letters beyond ASCII that are those of one language, in right case."""
    try:
        text = data.decode(codec)[:_LOOKED_AT]
    except UnicodeDecodeError:
        return 0.0
    high = _HIGH.findall(text)[:_SAMPLE]
    pairs = _INSIDE_OUT.findall(text)[:_SAMPLE]
    # KOI8-R read as Windows-1251 has every capital where a small letter should be
    turned = sum(pair[0].islower() and pair[1].isupper() for pair in pairs)
    if languages[0] in _OTHER_SCRIPTS:
        turned += len(_BOTH_SCRIPTS.findall(text[:_SAMPLE]))
    known = max(sum(sign in _alphabet(one) for sign in high) for one in languages)
    return float(known / max(1, len(high)) - 2 * turned / max(1, len(pairs)))
