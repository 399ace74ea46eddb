"""Confusions of optical character recognition where one reading only is plausible."""

import re
from itertools import pairwise

from reader.model import RepairKind
from reader.restore.lexicon import Lexicon
from reader.restore.misread import Misread
from reader.restore.shapes import outline
from reader.restore.strand import Edit
from reader.restore.unheard import PATH, PROSE, STRANGE

_CAPITAL = re.compile(r"(?<=[a-z,] )(?:Th[a-z]+|We|It)(?= [a-z]|,)")
#: Words before, and letters within which they are looked for.
_LAST_WORD, _NEAR = re.compile(r"[^\W\d_]+,?"), 200
_ONE_QUOTE = re.compile(r"(?<=[^\W\d_])1(?=s\b)|(?<=s)1(?= [a-z])|(?<=[a-z])1(?= and\b| but\b)")
_ONE_OPEN = re.compile(r"[‘“'\"]1(?=[^\W\d_])")
_FIVE = re.compile(r"(?<=[^\W\d_]['’])5(?![\w'’])")
_DECADE = re.compile(r"(?<=\b(?:the|The) 1[5-9]\d0)5\b")
_ONE_CLOSE = re.compile(r"(?<=[a-z])’1(?=[\s.,;)])")
_ELEVEN = re.compile(r"(?<=[a-z]{3})11(?=[\s.,;)])")
_MIXED = re.compile(r"(?<!\S)[“‘(]?([^\W\d_]*[0-9~][^\W_]*(?:~[^\W_]*)?)(?=[\s.,;:)!?”’]|$)")
_QUERY = re.compile(r"([^\W\d_]+s)\?(?= ([^\W\d_]+))")
#: What may have been meant by a sign inside a word; tried one by one.
_READINGS = {
    "1": ("l", "i", "t"), "0": ("o",), "9": ("o", "g"), "5": ("s",), "8": ("b",), "3": ("e",),
    "6": ("b", "o"), "4": ("a",), "7": ("t",), "2": ("z",), "~": ("s", "a", "na", "e", "n"),
}  # fmt: skip
#: Letters that look the same large and small.
_BOTH_CASES = re.compile(r"(?<=[a-z] )[COSVWXZ][a-z]{2,}(?![^\W_]|-[A-Z])")
_AND_SIGN = re.compile(
    r"(?<=\b(?:of|in|as|is|by) )&(?= [a-z])|(?<=\b(?:with|from|such) )&(?= [a-z])"
    r"|(?<=\bwithout )&(?= [a-z])"
)
_STOP_GLUED = re.compile(r"(?<![^\s“\"])([a-z]{3,})\.([a-z]{2,})(?= [a-z])")
_STOP_SMALL = re.compile(r"(?<= )([a-z]{4,})\.(?= ([a-z]{2,})[ ,])")
_SHORTENED = frozenset(["etc", "vols", "dept", "govt", "trans", "incl", "publ", "approx", "repr"])
_TOKEN = re.compile(r"[^\W_~]+(?:~+[^\W_~]*)*")
#: An apostrophe or bracket inside a word; a genitive leaves the word before it whole.
_GOES_ON = re.compile(r"['’\[](?!s\b)[^\W\d_]")
#: Words with an apostrophe that any text has, by their outline.
_CONTRACTED = {
    outline(word): word
    for word in (
        "don't", "can't", "won't", "isn't", "aren't", "wasn't", "weren't", "doesn't", "didn't",
        "haven't", "hasn't", "hadn't", "couldn't", "wouldn't", "shouldn't", "mustn't", "needn't",
    )
}  # fmt: skip
_SHORTENED_NOT = re.compile(r"(?<![\w'’])([^\W_]{2,8})(['’])([a-z])(?![\w'’])")
#: What stands between words that belong together.
_BESIDE = re.compile(r"[\s'’“”‘\"-]+")


def ocr(
    text: str, lexicon: Lexicon, *, scanned: bool, misread: Misread | None = None
) -> list[Edit]:
    """Find confusions in one paragraph.

    Args:
        text: of the paragraph.
        lexicon: vocabulary of the whole text.
        scanned: whether the whole text shows the marks of recognition; only then are words
            without a digit in them doubted.
        misread: of the whole text, where it is in a language with a list of words.
    """
    english = lexicon.list.english
    found = _digits_for_quotes(text) if scanned and english else []
    words = _misread(text, misread) if scanned and misread else []
    if scanned and misread and english:
        words += _contracted(text)
    taken = {at for edit in words for at in range(edit.start, edit.end)}
    found += words
    more = _mixed(text, lexicon)
    if scanned and english:
        more += _capitals(text, lexicon) + _genitives(text, lexicon)
        more += _signs(text, lexicon)
    return found + [edit for edit in more if taken.isdisjoint(range(edit.start, edit.end + 1))]


def looks_scanned(text: str, lexicon: Lexicon) -> bool:
    """Say whether a text went through optical recognition.

    Three signs in 10,000 words are enough: digits or tildes inside words that become one
    known word, capitals of *The* inside sentences, ones for quotation marks.
    """
    signs = (
        len(_ONE_QUOTE.findall(text)) + len(_ONE_OPEN.findall(text)) + len(_mixed(text, lexicon))
    )
    if lexicon.list.english:
        signs += len(_capitals(text, lexicon))
    return signs >= max(3, len(text) // 20000)


def _capitals(text: str, lexicon: Lexicon) -> list[Edit]:
    """Find *The* and its kin inside sentences, where recognition saw a capital for *th*.

    Behind a comma it is the comma that was a full stop, unless recognition saw such capitals.
    After a noun such a word may begin a sentence whose full stop was lost; it stays, unless
    it is *the* or *that* before a word in small letters.
    """
    found: list[Edit] = []
    for match in _CAPITAL.finditer(text):
        word = match[0].lower()
        if not lexicon.raised and text[match.start() - 2] == ",":
            at = match.start() - 2
            found.append(Edit(RepairKind.OCR, at, at + 1, ".", 0.7))
            continue
        before = _LAST_WORD.findall(text, max(0, match.start() - _NEAR), match.start())[-1:]
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
    for pattern, sign in (
        (_ONE_OPEN, "“"), (_ELEVEN, "”"), (_ONE_CLOSE, "”"), (_DECADE, "s"), (_FIVE, "s")
    ):  # fmt: skip
        places = [at.span() for at in pattern.finditer(text)]
        found += [Edit(RepairKind.OCR, start, end, sign, 0.8) for start, end in places]
    return found


def _contracted(text: str) -> list[Edit]:
    """Find contractions with *not* that were misread: ``clon't``, ``couldu't``."""
    found: list[Edit] = []
    for at in _SHORTENED_NOT.finditer(text):
        word = f"{at[1]}'{at[3]}".lower()
        meant = _CONTRACTED.get(outline(word), word)
        if meant != word and at[1][1:].islower() | any(map(str.isdigit, at[1])):
            better = meant.replace("'", at[2])
            better = better.capitalize() if at[1][0].isupper() else better
            found.append(Edit(RepairKind.OCR, *at.span(), better, 0.8))
    return found


def _mixed(text: str, lexicon: Lexicon) -> list[Edit]:
    """Find words with a digit or tilde inside that can be read in one way only."""
    found: list[Edit] = []
    for match in _MIXED.finditer(text):
        word = match[1]
        letters = sum(map(str.isalpha, word))
        if (
            len(word) > 30
            or re.fullmatch(r"[A-Z\d~]*[A-Z]{2}[A-Z\d~]*", word)
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


def _misread(text: str, misread: Misread) -> list[Edit]:
    """Find words that were another one before recognition."""
    tokens = list(_TOKEN.finditer(text))
    words = [at[0] for at in tokens]
    beside = [_BESIDE.fullmatch(text, a.end(), b.start()) is not None for a, b in pairwise(tokens)]
    beside.append(False)
    figures = misread.full and not misread.lexicon.list.english
    found: list[Edit] = []
    for row, at in enumerate(tokens):
        word = at[0]
        if not 2 <= len(word) <= _LONGEST and word != "o":
            continue
        made = _may_be_misread(word) or bool(figures and _SMALL_FIGURE.fullmatch(word))
        made = made and misread.doubtful(word)
        unheard = not _numbered(word) and misread.unheard.is_strange(word)
        elides = misread.lexicon.list.elides
        if not (made or unheard) or _cut_off(text, *at.span(), elides=elides):
            continue
        path = _is_path(text, *at.span())
        foreign = misread.foreign([*words[max(0, row - 3) : row], *words[row + 1 : row + 4]])
        better = ""
        if made and (path or foreign):
            better = misread.named(word, least=_IN_PATH if path else _IN_QUOTATION)
        elif made:
            before = words[row - 1].lower() if row and beside[row - 1] else ""
            after = words[row + 1].lower() if beside[row] else ""
            before, after = (near if near.isalpha() else "" for near in (before, after))
            better = misread.reading(word, before, after, opening=_opens(text, at.start()))
        if not better and unheard:
            better = misread.unheard.reading(
                word, PATH if path else STRANGE if foreign or word[0].isupper() else PROSE
            )
        if better:
            found.append(Edit(RepairKind.OCR, at.start(), at.end(), better, 0.75))
    return found


def _opens(text: str, start: int) -> bool:
    """Say whether a sentence begins at an offset."""
    lead = text[max(0, start - 4) : start].rstrip(" “‘\"'(")
    return not lead or lead[-1] in ".?!:"


#: Letters of the longest word that is looked at, and of the path around it.
_LONGEST, _LONGEST_PATH = 30, 60
#: Letters from which on a word is read as one of the text, in a path, and among strange words.
_IN_PATH, _IN_QUOTATION = 3, 5
#: Letters from which on a word with a capital before a full stop is no short form: Lt., Prof.
_SHORT_FORM = 5


#: Words of two letters, one of them read as a figure, that no list or sum has.
_WORDS_OF_FIGURES = frozenset(
    ["0f", "0n", "0r", "1n", "1s", "1t", "1f", "5o", "t0", "n0", "d0", "a5", "i5", "g0", "u5"]
)


#: Small words with a figure for their first letter: *1a*, *5i*; ordinals where misreadings are few.
_SMALL_FIGURE = re.compile(r"[15][aeio]")


def _may_be_misread(word: str) -> bool:
    """Say whether a word has the make of one: small letters, few digits."""
    if word.isalpha():
        return word.islower() or (word[0].isupper() and word[1:].islower())
    letters = sum(map(str.isalpha, word))
    if letters < 0.5 * len(word) or re.search(r"^\d+(?:s|st|nd|rd|th|[a-z])$", word):
        return word in _WORDS_OF_FIGURES
    return not any(map(str.isupper, word[1:].replace("I", "l")))


def _numbered(word: str) -> bool:
    """Say whether a word begins or ends with a number: a name of a model, a day."""
    return word[0].isdigit() or word[-2:].isdigit()


def _cut_off(text: str, start: int, end: int, *, elides: bool) -> bool:
    """Say whether a word is part of one with an apostrophe or bracket, or a short form."""
    if text[end : end + 1] == "." and text[start].isupper() and end - start < _SHORT_FORM:
        return True
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if before == "[" and after == "]" and text[end + 1 : end + 2].isalpha():
        return True
    if elides and before != "]" and after != "[":
        return False
    return before in ("’", "'", "]") or bool(_GOES_ON.match(text, end))


def _is_path(text: str, start: int, end: int) -> bool:
    """Say whether a word is part of a path, an address, a name in a program: no prose."""
    far = max(0, start - _LONGEST_PATH)
    begin = max(far, text.rfind(" ", far, start) + 1)
    run = text[begin : end + _LONGEST_PATH].split(" ", 1)[0]
    run = run.strip("_*(“‘\"'")
    return run[:1] == "/" or run.count("/") > 1 or "_" in run or "@" in run


def _signs(text: str, lexicon: Lexicon) -> list[Edit]:
    """Find capitals like their small letters, *&* for *a*, full stops for commas."""
    found: list[Edit] = []
    for at in _BOTH_CASES.finditer(text) if lexicon.raised else ():
        plain = at[0].lower()
        near = re.findall(r"[^\W\d_]+", text[max(0, at.start() - 40) : at.start()])[-2:]
        near += re.findall(r"[^\W\d_]+", text[at.end() : at.end() + 20])[:1]
        small = lexicon.small[plain] or lexicon.small[plain + "s"]
        if lexicon.names[plain] > 1 or not small or not all(map(str.islower, near)):
            continue
        if lexicon.listed(plain) >= 9:
            found.append(Edit(RepairKind.OCR, at.start(), at.start() + 1, plain[0], 0.8))
    found += [Edit(RepairKind.OCR, *at.span(), "a", 0.8) for at in _AND_SIGN.finditer(text)]
    for at in _STOP_GLUED.finditer(text):
        if lexicon.listed(at[1]) >= 12 and lexicon.listed(at[2]) >= 14:
            found.append(Edit(RepairKind.SPACE, at.end(1) + 1, at.end(1) + 1, " ", 0.7))
    for at in _STOP_SMALL.finditer(text):
        whole = lexicon.common(at[1], 10) and lexicon.common(at[2], 12)
        if whole and at[1] not in _SHORTENED:
            found.append(Edit(RepairKind.OCR, at.end(1), at.end(1) + 1, ",", 0.7))
    return found
