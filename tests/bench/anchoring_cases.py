"""Damaged texts whose truth is known: the generator behind the anchoring measurements.

Every character of a changed text remembers the offset it came from, so that the true place of
each passage, and whether it is still there, follows from how the text was made.  Texts are
invented from a seed (five scripts), or given.
"""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_ALPHABETS = {
    "latin": ("bcdfghlmnprstv", "aeiou", " "),
    "cyrillic": ("бвгджзклмнпрст", "аеиоуы", " "),
    "greek": ("βγδζθκλμνπρστφ", "αεηιοω", " "),
    "devanagari": ("कखगचजटडतदनपबमरलवसह", ("ा", "ि", "ी", "ु", "े", "ो", ""), " "),
    "han": ("".join(chr(0x4E00 + 37 * i) for i in range(400)), ("",), ""),
}
SCRIPTS = tuple(_ALPHABETS)
_CONFUSED = {
    "e": "co", "c": "eo", "o": "0ae", "a": "o", "n": "ur", "u": "n", "i": "lj1", "l": "1i",
    "h": "bn", "b": "h", "t": "fr", "f": "t", "r": "t", "s": "a", "g": "q", "y": "v", "v": "y",
    ".": ",", ",": ".", "m": "n",
}  # fmt: skip
_FILLERS = (", indeed,", ", so to speak,", ", of course,", " itself", ", however,", " also")


def invented(script: str, seed: int, words: int = 9000) -> str:
    """Return a text of our own: words by Zipf's law, set phrases that come back, paragraphs."""
    rng = random.Random(f"{script}{seed}")
    consonants, vowels, space = _ALPHABETS[script]
    most = 2 if script == "han" else 4

    def word() -> str:
        n = rng.choice((1, 2, 2, 3, 3, most))
        return "".join(rng.choice(consonants) + rng.choice(vowels) for _ in range(n))

    vocabulary = [word() for _ in range(1800)]
    weights = [1 / (rank + 6) for rank in range(len(vocabulary))]
    phrases = [rng.choices(vocabulary, weights, k=rng.randint(2, 5)) for _ in range(60)]
    out: list[str] = []
    count = 0
    while count < words:
        sentences = []
        for _ in range(rng.randint(2, 8)):
            some = rng.choices(vocabulary, weights, k=rng.randint(5, 24))
            if rng.random() < 0.5:
                some[2:2] = rng.choice(phrases)
            if rng.random() < 0.3 and len(some) > 8:
                some[6] += ","
            count += len(some)
            sentences.append(space.join(some).capitalize() + rng.choice((". ", ". ", "? ", "; ")))
        out.append(_wrapped("".join(sentences).strip(), 70))
    return "\n\n".join(out)


def _wrapped(text: str, width: int) -> str:
    lines, line = [], ""
    for word in text.split(" "):
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "\n".join([*lines, line])


@dataclass
class Traced:
    """A text whose characters remember where they came from; -1 for what was put in."""

    chars: list[str]
    origin: list[int]

    @classmethod
    def of(cls, text: str) -> "Traced":
        return cls(list(text), list(range(len(text))))

    @property
    def text(self) -> str:
        return "".join(self.chars)

    def mapped(self, change: Callable[[str, int], str]) -> "Traced":
        """Replace each character by the outcome of ``change(character, row)``."""
        chars, origin = [], []
        for row, (char, at) in enumerate(zip(self.chars, self.origin, strict=True)):
            new = change(char, row)
            chars.extend(new)
            origin.extend([at] * len(new))
        return Traced(chars, origin)

    def pieces(self, separator: str) -> "list[Traced]":
        """Cut after each ``separator``; joined together they are the text again."""
        text, out, start = self.text, [], 0
        while start < len(text):
            found = text.find(separator, start)
            end = len(text) if found < 0 else found + len(separator)
            out.append(Traced(self.chars[start:end], self.origin[start:end]))
            start = end
        return out


def joined(pieces: list[Traced]) -> Traced:
    """Put pieces one after another."""
    return Traced([c for p in pieces for c in p.chars], [o for p in pieces for o in p.origin])


def _put_in(text: str) -> Traced:
    return Traced(list(text), [-1] * len(text))


Damage = Callable[[Traced, random.Random], Traced]


def rewrap(width: int) -> Damage:
    """Set the paragraphs in lines of another width."""

    def change(t: Traced, _rng: random.Random) -> Traced:
        text = t.text
        used = 0

        def newline(char: str, row: int) -> str:
            nonlocal used
            if text[row : row + 2] == "\n\n" or (row and text[row - 1 : row + 1] == "\n\n"):
                used = 0
                return char
            used += 1
            if char in " \n":
                ahead = row + 1
                while ahead < len(text) and text[ahead] not in " \n":
                    ahead += 1
                if used + ahead - row > width:
                    used = 0
                    return "\n"
                return " "
            return char

        return t.mapped(newline)

    return change


def hyphenate(t: Traced, rng: random.Random) -> Traced:
    """Break one long word in eight with a hyphen at a line end."""
    text = t.text

    def change(char: str, row: int) -> str:
        inside = text[max(0, row - 2) : row + 3].isalpha() and row > 2
        return char + "-\n" if inside and rng.random() < 0.02 else char

    return t.mapped(change)


def curly(t: Traced, _rng: random.Random) -> Traced:
    """Typographer's quotes and dashes for the typewriter's."""
    return t.mapped(lambda c, _row: {'"': "”", "'": "’", "-": "–"}.get(c, c))


def invisible(t: Traced, rng: random.Random) -> Traced:
    """Soft hyphens, zero-width and no-break spaces."""

    def change(char: str, _row: int) -> str:
        if char == " " and rng.random() < 0.1:
            return "\u00a0"
        return char + rng.choice("\u00ad\u200b") if rng.random() < 0.01 else char

    return t.mapped(change)


def ligatures(t: Traced, _rng: random.Random) -> Traced:
    """Split the letters of ligatures by a space, as bad extraction does."""
    text = t.text
    return t.mapped(lambda c, row: c + " " if text[row : row + 2] in {"fi", "fl", "ff"} else c)


def recognised(rate: float) -> Damage:
    """Noise of optical recognition: look-alikes, lost and doubled characters."""

    def change(t: Traced, rng: random.Random) -> Traced:
        letters = sorted({c for c in t.chars if c.isalpha()})

        def noise(char: str, _row: int) -> str:
            if rng.random() >= rate:
                return char
            kind = rng.random()
            if kind < 0.15:
                return ""
            if kind < 0.25:
                return char + rng.choice(letters)
            return rng.choice(_CONFUSED.get(char) or letters)

        return t.mapped(noise)

    return change


def inserted(share: float) -> Damage:
    """New paragraphs between the old ones."""

    def change(t: Traced, rng: random.Random) -> Traced:
        pieces = t.pieces("\n\n")
        out = []
        for piece in pieces:
            out.append(piece)
            if rng.random() < share:
                some = rng.choice(pieces).text.split()
                rng.shuffle(some)
                out.append(_put_in(" ".join(some) + "\n\n"))
        return joined(out)

    return change


def removed(share: float) -> Damage:
    """Paragraphs cut out."""

    def change(t: Traced, rng: random.Random) -> Traced:
        return joined([p for p in t.pieces("\n\n") if rng.random() >= share])

    return change


def excised(t: Traced, rng: random.Random) -> Traced:
    """Stretches of 40 to 900 characters cut out anywhere, an eighth of the text in all."""
    chars, origin = list(t.chars), list(t.origin)
    gone = 0
    while gone < len(t.chars) / 8:
        start, size = rng.randrange(len(chars)), rng.randint(40, 900)
        gone += len(chars[start : start + size])
        del chars[start : start + size], origin[start : start + size]
    return Traced(chars, origin)


def repeated(share: float) -> Damage:
    """Paragraphs that come a second time somewhere else."""

    def change(t: Traced, rng: random.Random) -> Traced:
        pieces = t.pieces("\n\n")
        out = list(pieces)
        for piece in pieces:
            if rng.random() < share:
                out.insert(rng.randint(0, len(out)), _put_in(piece.text))
        return joined(out)

    return change


def shuffled_pages(length: int) -> Damage:
    """Pages of about ``length`` characters in another order, cut at line ends."""

    def change(t: Traced, rng: random.Random) -> Traced:
        pages, page = [], []
        for line in t.pieces("\n"):
            page.append(line)
            if sum(len(x.chars) for x in page) >= length:
                pages.append(joined(page))
                page = []
        pages.append(joined(page))
        rng.shuffle(pages)
        return joined(pages)

    return change


def furniture(t: Traced, rng: random.Random) -> Traced:
    """Running heads, page numbers, footnotes and note numbers in the middle of sentences."""
    out, number = [], 0
    for row, line in enumerate(t.pieces("\n")):
        out.append(line)
        if row % 34 == 33:
            note = " ".join(rng.choice(t.text.split()) for _ in range(9))
            out.append(_put_in(f"\n{number} {note}.\n\n{row // 34}\n\nA RUNNING HEAD\n\n"))
        elif rng.random() < 0.05:
            number += 1
            cut = rng.randrange(len(line.chars) or 1)
            while cut < len(line.chars) and line.chars[cut].isalnum():
                cut += 1
            left = Traced(line.chars[:cut], line.origin[:cut])
            right = Traced(line.chars[cut:], line.origin[cut:])
            out[-1] = joined([left, _put_in(rng.choice((f"{number}", f"[{number}]"))), right])
    return joined(out)


def reworded(share: float) -> Damage:
    """Words replaced, left out, exchanged with their neighbour, or followed by fillers."""

    def change(t: Traced, rng: random.Random) -> Traced:
        words = t.pieces(" ")
        some = [w.text for w in words if w.text.strip().isalpha()] or ["x "]
        out: list[Traced] = []
        for word in words:
            out.append(word)
            kind = rng.random() / share
            if kind >= 1 or "\n" in word.text:
                continue
            if kind < 0.45:
                out[-1] = _replaced(word, rng.choice(some))
            elif kind < 0.6:
                out.pop()
            elif kind < 0.75 and len(out) > 1:
                out[-2:] = [out[-1], out[-2]]
            else:
                filler = rng.choice((*_FILLERS, rng.choice(some).strip()))
                out.append(_put_in(filler.strip(", ") + " "))
        return joined(out)

    return change


def _replaced(word: Traced, by: str) -> Traced:
    """Another word in the same place: its letters count as coming from the old ones."""
    new = by.strip() + " "
    last = len(word.origin) - 1
    return Traced(list(new), [word.origin[min(i, last)] for i in range(len(new))])


def mixed(*damages: Damage) -> Damage:
    """One damage after another."""

    def change(t: Traced, rng: random.Random) -> Traced:
        for damage in damages:
            t = damage(t, rng)
        return t

    return change


DAMAGES: dict[str, Damage] = {
    "identity": lambda t, _rng: t,
    "rewrap": rewrap(50),
    "hyphenate": hyphenate,
    "curly": curly,
    "invisible": invisible,
    "ligatures": ligatures,
    "ocr1": recognised(0.01),
    "ocr2": recognised(0.02),
    "ocr5": recognised(0.05),
    "inserted": inserted(0.1),
    "removed10": removed(0.1),
    "removed30": removed(0.3),
    "excised": excised,
    "excised_ocr": mixed(excised, recognised(0.02), rewrap(60)),
    "excised_reword": mixed(excised, reworded(0.1)),
    "repeated": repeated(0.2),
    "pages": shuffled_pages(2000),
    "furniture": furniture,
    "reword5": reworded(0.05),
    "reword15": reworded(0.15),
    "reword30": reworded(0.3),
    "pdf": mixed(furniture, ligatures, rewrap(80), hyphenate, curly),
    "badscan": mixed(furniture, ligatures, rewrap(60), hyphenate, recognised(0.03)),
    "translation": mixed(reworded(0.15), removed(0.05), rewrap(60), curly),
    "unrelated": lambda t, _rng: _put_in(invented("latin", 4242)) if t.chars else t,
}


@dataclass(frozen=True)
class Case:
    """One damaged text with anchors and their true places, in the form of the measure."""

    name: str
    request: dict[str, object]
    truth: list[dict[str, object]]

    def write(self, folder: Path) -> None:
        """Write the pair of files that the scorer reads."""
        (folder / f"{self.name}.request.json").write_text(json.dumps(self.request))
        whole = {"mutation": self.name.split(".")[0], "text": 0, "truth": self.truth}
        (folder / f"{self.name}.truth.json").write_text(json.dumps(whole))


def _spans(text: str, count: int, rng: random.Random) -> list[tuple[int, int, str]]:
    """Choose what readers choose: words, phrases that come back, sentences, paragraphs."""
    starts = [i for i in range(1, len(text)) if text[i].isalnum() and not text[i - 1].isalnum()]
    paragraphs = [i + 2 for i in range(len(text) - 3) if text[i : i + 2] == "\n\n"]
    out = []
    while len(out) < count:
        kind = rng.choice(("word", "few", "repeat", "phrase", "sentence", "para", "paras"))
        start = rng.choice(paragraphs if kind.startswith("para") and paragraphs else starts)
        if kind.startswith("para"):
            end = text.find("\n\n", start)
            if kind == "paras" and end > 0:
                end = text.find("\n\n", end + 2)
        elif kind == "sentence":
            end = min((e for e in (text.find(m, start) for m in ".?") if e > 0), default=-1) + 1
        else:
            words = {"word": 1, "few": 3, "repeat": 2, "phrase": 9}[kind]
            end = start
            for _ in range(words):
                while end < len(text) and text[end].isspace():
                    end += 1
                while end < len(text) and not text[end].isspace():
                    end += 1
        quote = text[start:end] if end > start else ""
        if kind == "repeat" and text.count(quote) < 2:
            continue
        if sum(c.isalnum() for c in quote) >= 2:
            out.append((start, end, kind))
    return sorted(out)


def _truth(target: Traced, start: int, end: int, kind: str) -> dict[str, object]:
    """Where the passage is now: its largest cluster, and the share of it that is there."""
    rows = [row for row, at in enumerate(target.origin) if start <= at < end]
    clusters: list[list[int]] = []
    for row in rows:
        if not clusters or row - clusters[-1][-1] > 1500:
            clusters.append([])
        clusters[-1].append(row)
    if not clusters:
        return {"start": None, "end": None, "kept": 0.0, "class": kind}
    best = max(clusters, key=len)
    kept = len({target.origin[row] for row in best}) / (end - start)
    return {"start": best[0], "end": best[-1] + 1, "kept": kept, "class": kind}


def make(source: str, name: str, seed: int, count: int = 100) -> Case:
    """Damage ``source`` in the way called ``name`` and choose anchors in it."""
    rng = random.Random(f"{name}{seed}")
    target = DAMAGES[name](Traced.of(source), rng)
    chosen = _spans(source, count, rng)
    anchors = [
        {
            "exact": source[s:e],
            "prefix": source[max(0, s - 64) : s],
            "suffix": source[e : e + 64],
            "start": s,
            "end": e,
        }
        for s, e, _ in chosen
    ]
    request = {"source_text": source, "target_text": target.text, "anchors": anchors}
    return Case(f"{name}.{seed}", request, [_truth(target, s, e, k) for s, e, k in chosen])
