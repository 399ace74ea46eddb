"""Interviews: questions told from answers, and cut from the answer they were run into."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reader.model import PassageKind
from reader.restore.draft import Draft
from reader.restore.paragraphs import Paragraph

_ASSENT = re.compile(
    r"(?:certainly|yes|no|well|indeed|right|exactly|of course|absolutely|good question)\b",
    re.IGNORECASE,
)
#: How somebody is addressed, in English, Italian, French, German and Spanish.
_YOU = re.compile(
    r"\b(?:you|your|yours|lei|voi|vostr[oaie]|tu|tuo|tua|vous|votre|vos|usted|ustedes)\b|\bSie\b",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    r"([QADR]|[A-ZÀ-Þ][A-ZÀ-Þ.]{1,20}(?: [A-ZÀ-Þ.]{2,20}){0,2})\s?[:.]\s+(?=\S)"
    r"|([A-ZÀ-Þ][\w’.-]{1,20}(?: [A-ZÀ-Þ][\w’.-]{1,20}){0,2})\s?:\s+(?=\S)"
)


def mark_questions(drafts: list[Draft]) -> list[Draft]:
    """Tell questions from answers in an interview.

    Either the speakers are named, or paragraphs that end in a question mark and address
    someone alternate with longer ones that do not.
    """
    body = [row for row, draft in enumerate(drafts) if draft.kind is PassageKind.BODY]
    made = list(drafts)
    if labelled := _speakers(drafts, body):
        asker = _asker(drafts, labelled)
        for row, name in labelled.items():
            kind = PassageKind.QUESTION if name == asker else PassageKind.BODY
            made[row] = replace(made[row], kind=kind, label=name)
        return made
    asked = [row for row in body if _asks(drafts[row].text) and drafts[row].words < _LONGEST]
    personal = [row for row in asked if _YOU.search(drafts[row].text)]
    few = len(asked) < 4 or len(personal) < max(_PERSONAL, len(asked) // 4)
    if few or len(asked) > 0.6 * len(body):
        return made
    last = -2
    for row in body:
        follows = drafts[row + 1] if row + 1 < len(drafts) else None
        if row != last + 1 and follows and _is_question(drafts[row], follows):
            made[row] = replace(made[row], kind=PassageKind.QUESTION)
            last = row
    return made


def _speakers(drafts: Sequence[Draft], body: Sequence[int]) -> dict[int, str]:
    """Return who speaks in which paragraph, empty unless several are named again and again."""
    named = {
        row: match[1] or match[2] for row in body if (match := _SPEAKER.match(drafts[row].text))
    }
    often = {name for name, count in Counter(named.values()).items() if count >= 2}
    labelled = {row: name for row, name in named.items() if name in often}
    enough = len(labelled) >= max(4, 0.3 * len(body))
    return labelled if enough and 2 <= len(often) <= _VOICES else {}


def _asker(drafts: Sequence[Draft], labelled: Mapping[int, str]) -> str:
    """Return who asks: the greatest share of whose paragraphs are questions; else who begins."""
    said, asked = Counter(labelled.values()), Counter[str]()
    for row, name in labelled.items():
        asked[name] += _asks(drafts[row].text)
    first = labelled[min(labelled)]
    return max(said, key=lambda name: (asked[name] / said[name], name == first))


#: People who speak in one text at most.
_VOICES = 8


def addressed(drafts: Sequence[Draft]) -> bool:
    """Say whether several paragraphs ask somebody something: then single questions do, too."""
    asking = (draft.text for draft in drafts if draft.kind is PassageKind.BODY)
    return sum(_asks(text) and bool(_YOU.search(text)) for text in asking) >= _PERSONAL


#: Questions to somebody that make an interview.
_PERSONAL = 3


def _asks(text: str) -> bool:
    return text.rstrip("\"”’')").endswith("?")


def _is_question(draft: Draft, follows: Draft) -> bool:
    if follows.kind is not PassageKind.BODY or (_asks(follows.text) and follows.words < 60):
        return False
    if _asks(draft.text):
        return draft.words < _LONGEST
    if draft.words >= 30:
        tail = draft.text[-300:]
        return draft.words < _LONGEST and "?" in tail and bool(_YOU.search(draft.text))
    return bool(_YOU.search(draft.text) or _ASSENT.match(follows.text))


#: Words of a question at most; what is longer and ends in a question mark is something else.
_LONGEST = 125
_ADDRESSED = re.compile(r"\b(?:you|your|my (?:next|last|first) question)\b", re.IGNORECASE)


def questions_apart(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Cut questions off the answers before them, where full lines hid the border.

    Only in texts with several paragraphs that ask somebody something: a paragraph that ends
    in a question mark is cut where its last line with a new sentence begins, when what follows
    addresses somebody or is a line of few words.
    """
    asked = [one for one in paragraphs if _asks(one.strand.text) and one.lines < 14]
    personal = sum(bool(_YOU.search(one.strand.text)) for one in asked)
    if personal < max(_PERSONAL, len(asked) // 4):
        return list(paragraphs)
    return [part for one in paragraphs for part in _cut(one)]


def _cut(paragraph: Paragraph) -> list[Paragraph]:
    text = paragraph.strand.text
    if not _asks(text) or len(text.split()) < _LONGEST or not paragraph.breaks:
        return [paragraph]
    for at, room in reversed(paragraph.breaks):
        tail = text[at:]
        short = len(tail.split()) <= 6
        if room > -0.06 and len(tail) < 700 and (short or _ADDRESSED.search(tail)):
            head = replace(paragraph, strand=paragraph.strand.part(0, at), breaks=[])
            rest = replace(
                paragraph, strand=paragraph.strand.part(at, len(text)), lines=2, breaks=[]
            )
            return [head, rest]
    return [paragraph]
