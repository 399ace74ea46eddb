"""Confusions of optical character recognition where one reading only is plausible."""

import re

from reader.model import RepairKind
from reader.restore.lexicon import Lexicon
from reader.restore.strand import Edit

_CAPITAL = re.compile(r"(?<=[a-z,] )(?:Th[a-z]+|We|It)(?= [a-z]|,)")
_ONE_QUOTE = re.compile(r"(?<=[^\W\d_])1(?=s\b)|(?<=s)1(?= [a-z])|(?<=[a-z])1(?= and\b| but\b)")
_ONE_OPEN = re.compile(r"[‘“'\"]1(?=[^\W\d_])")
_ONE_CLOSE = re.compile(r"(?<=[a-z])’1(?=[\s.,;)])")
_ELEVEN = re.compile(r"(?<=[a-z]{3})11(?=[\s.,;)])")
_MIXED = re.compile(r"(?<!\S)[“‘(]?([^\W\d_]*[0-9~][^\W_]*(?:~[^\W_]*)?)(?=[\s.,;:)!?”’]|$)")
_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]{4,30}(?![^\W\d_])")
_QUERY = re.compile(r"([^\W\d_]+s)\?(?= ([^\W\d_]+))")
#: What may have been meant by a sign inside a word; tried one by one.
_READINGS = {
    "1": ("l", "i", "t"), "0": ("o",), "9": ("o", "g"), "5": ("s",), "8": ("b",), "3": ("e",),
    "6": ("b", "o"), "4": ("a",), "7": ("t",), "2": ("z",), "~": ("s", "a", "na", "e", "n"),
}  # fmt: skip
_SWAPS = (
    ("rn", "m"), ("m", "rn"), ("c", "e"), ("e", "c"), ("n", "h"), ("h", "b"), ("b", "h"),
    ("l", "i"), ("i", "l"), ("u", "n"), ("n", "u"), ("D", "p"), ("vv", "w"), ("cl", "d"),
    ("tl", "ti"), ("t", "f"), ("f", "t"), ("li", "h"), ("ii", "n"), ("o", "c"), ("lI", "ll"),
    ("I", "l"), ("ln", "in"), ("lo", "io"), ("ls", "is"), ("y", "v"), ("v", "y"), ("g", "q"),
    ("0", "o"), ("a", "o"), ("o", "a"), ("e", "o"), ("o", "e"), ("s", "a"), ("a", "s"),
)  # fmt: skip


def ocr(text: str, lexicon: Lexicon, *, scanned: bool) -> list[Edit]:
    """Find confusions in one paragraph.

    Args:
        text: of the paragraph.
        lexicon: vocabulary of the whole text.
        scanned: whether the whole text shows the marks of recognition; only then are words
            without a digit in them doubted.
    """
    found = _digits_for_quotes(text) if scanned else []
    found += _mixed(text, lexicon)
    if scanned:
        found += _capitals(text, lexicon) + _genitives(text, lexicon)
        found += _unknown(text, lexicon)
    return found


def looks_scanned(text: str, lexicon: Lexicon) -> bool:
    """Say whether a text went through optical recognition.

    Three signs in 10,000 words are enough: digits or tildes inside words that become one
    known word, capitals of *The* inside sentences, ones for quotation marks.
    """
    signs = (
        len(_ONE_QUOTE.findall(text)) + len(_ONE_OPEN.findall(text)) + len(_mixed(text, lexicon))
    )
    signs += len(_capitals(text, lexicon))
    return signs >= max(3, len(text) // 20000)


def _capitals(text: str, lexicon: Lexicon) -> list[Edit]:
    """Find *The* and its kin inside sentences, where recognition saw a capital for *th*.

    After a noun such a word may begin a sentence whose full stop was lost; it stays, unless
    it is *the* or *that* before a word in small letters.
    """
    found: list[Edit] = []
    for match in _CAPITAL.finditer(text):
        word = match[0].lower()
        before = re.findall(r"[^\W\d_]+,?", text[: match.start()])[-1:]
        led = bool(before) and (before[0].endswith(",") or lexicon.listed(before[0]) >= 20)
        plain = word in ("the", "that", "than", "their") or not word.startswith("th")
        if lexicon.listed(word) >= 9 and (led or (plain and word not in {"it", "we"})):
            at = match.start()
            found.append(Edit(RepairKind.OCR, at, at + 1, word[0], 0.85))
        elif word.startswith("th") and len(word) > 6 and lexicon.listed(word) >= 9:
            found.append(Edit(RepairKind.OCR, match.start(), match.start() + 1, "t", 0.8))
    return found


def _genitives(text: str, lexicon: Lexicon) -> list[Edit]:
    """Find question marks for the apostrophe of a genitive that the text has elsewhere."""
    return [
        Edit(RepairKind.OCR, at.end(1), at.end(1) + 1, "’", 0.8)
        for at in _QUERY.finditer(text)
        if (at[1].lower(), at[2].lower()) in lexicon.genitives
    ]


def _digits_for_quotes(text: str) -> list[Edit]:
    found: list[Edit] = []
    for at in _ONE_QUOTE.finditer(text):
        comma = at[0] and text[at.end() : at.end() + 4] in (" and", " but")
        found.append(Edit(RepairKind.OCR, at.start(), at.end(), "," if comma else "’", 0.85))
    for pattern, sign in ((_ONE_OPEN, "“"), (_ELEVEN, "”"), (_ONE_CLOSE, "”")):
        places = [at.span() for at in pattern.finditer(text)]
        found += [Edit(RepairKind.OCR, start, end, sign, 0.8) for start, end in places]
    return found


def _mixed(text: str, lexicon: Lexicon) -> list[Edit]:
    """Find words with a digit or tilde inside that can be read in one way only."""
    found: list[Edit] = []
    for match in _MIXED.finditer(text):
        word = match[1]
        letters = sum(map(str.isalpha, word))
        if (
            len(word) > 30
            or letters < 3
            or letters < 0.6 * len(word)
            or re.search(r"\d(?:s|st|nd|rd|th)$", word)
        ):
            continue
        if reading := _one_reading(word, lexicon):
            found.append(Edit(RepairKind.OCR, match.start(1), match.end(1), reading, 0.9))
    return found


def _one_reading(word: str, lexicon: Lexicon) -> str:
    """Return the one known word that a damaged one can be, empty when there is no such."""
    readings = [""]
    for sign in word:
        choices = _READINGS.get(sign, (sign,))
        readings = [done + choice for done in readings for choice in choices][:200]
    known = [reading for reading in readings if _weight(reading, lexicon)]
    known.sort(key=lambda reading: -_weight(reading, lexicon))
    if len(known) > 1 and _weight(known[0], lexicon) < _weight(known[1], lexicon) + 3:
        return ""
    return known[0] if known else ""


def _weight(word: str, lexicon: Lexicon) -> float:
    own = lexicon.own[word.lower()]
    return max(lexicon.listed(word), 12 + own if own > 1 else 0)


def _unknown(text: str, lexicon: Lexicon) -> list[Edit]:
    """Find unknown words one confusion away from one common word, or two run together."""
    found: list[Edit] = []
    for match in _WORD.finditer(text):
        word = match[0]
        if not word.islower() or lexicon.own[word] > 1 or lexicon.knows(word):
            continue
        if _in_compound(text, match.start(), match.end()):
            continue
        if better := _mended(word, lexicon):
            found.append(Edit(RepairKind.OCR, match.start(), match.end(), better, 0.75))
    return found


def _in_compound(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    return before in ("-", "’", "'") or after[:1] == "-" or bool(re.match(r"['’][^\W\d_]", after))


def _mended(word: str, lexicon: Lexicon) -> str:
    readings = {
        word[:at] + good + word[at + len(bad) :]
        for bad, good in _SWAPS
        for at in _places(word, bad)
    }
    readings |= {word[:at] + word[at + 1 :] for at in range(1, len(word))}
    readings |= {
        word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(1, len(word) - 1)
    }
    readings |= {
        word[:at] + letter + word[at:]
        for at in range(1, len(word))
        for letter in "abcdefghilmnoprstuvwxy"
    }
    good = [other for other in readings if lexicon.own[other] > 1 or lexicon.listed(other) >= 13]
    good.sort(key=lambda other: -_weight(other, lexicon))
    if good and (len(good) == 1 or _weight(good[0], lexicon) >= _weight(good[1], lexicon) + 3):
        return good[0]
    return ""


def _places(word: str, part: str) -> list[int]:
    return [at for at in range(len(word)) if word.startswith(part, at)]
