"""Texts of our own with everything that stands beside paragraphs, and what each piece is.

Every case is written as pieces ``(kind, words)``; the source is made of them by a layout.
"""

import textwrap
from collections.abc import Callable
from dataclasses import dataclass

from tests.prose import Prose

_ITALIAN = (
    "La sera il consiglio si riunì nella sala grande e lesse le lettere degli inquilini.",
    "Nessuno aveva dimenticato lo sciopero dell’inverno, né le promesse fatte al porto.",
    "Il mercato restava chiuso, ma la gente passava lo stesso davanti alle botteghe.",
    "Chi lavorava alle macchine sapeva quanto costasse ogni ora tolta al riposo.",
    "Le donne del quartiere tenevano i conti e decidevano che cosa comprare insieme.",
    "Così la questione dell’affitto divenne la questione di tutti, e poi della città intera.",
    "Un tipografo stampò di notte il manifesto, che al mattino era su tutti i muri.",
    "I giovani chiedevano meno discorsi e più biblioteche aperte fino a tardi.",
)


_ORDER = ("dunque", "poi", "infine", "allora", "intanto", "ancora", "oggi", "ieri", "spesso")


def english(count: int, seed: int) -> list[str]:
    """Return ``count`` paragraphs."""
    return Prose(seed).paragraphs(120 * count)[:count]


def italian(count: int, seed: int) -> list[str]:
    """Return ``count`` paragraphs."""
    size = len(_ITALIAN)
    return [
        " ".join(_ITALIAN[(seed + 3 * row + at) % size] for at in range(4 + row % 3)).replace(
            " ", f" {_ORDER[(seed + row) % len(_ORDER)]} ", 1
        )
        for row in range(count)
    ]


@dataclass(frozen=True)
class Case:
    """A source and what it is made of.

    Attributes:
        name: of the file, which tells the format.
        source: the file.
        pieces: kind and first words of every passage, in reading order.
        notes: number of note references that must be linked.
    """

    name: str
    source: str
    pieces: tuple[tuple[str, str], ...]
    notes: int = 0


def wrapped(words: str, width: int = 66, indent: str = "", first: str = "") -> str:
    """Return a paragraph in lines."""
    return textwrap.fill(words, width, initial_indent=first or indent, subsequent_indent=indent)


def _start(words: str) -> str:
    return " ".join(words.split()[:5])


def _case(name: str, *parts: tuple[str, str, str], notes: int = 0) -> Case:
    """Make a case of parts: kind (empty for none), words, and how they stand in the source."""
    source = "\n\n".join(shown for _kind, _words, shown in parts) + "\n"
    if name.endswith(".html"):
        tagged = (one if one.startswith("<") else f"<p>{one}</p>" for one in source.split("\n\n"))
        source = f"<html><body>{''.join(tagged)}</body></html>"
    pieces = tuple((kind, _start(words)) for kind, words, _shown in parts if kind)
    return Case(name, source, pieces, notes)


def _body(words: str) -> tuple[str, str, str]:
    return "body", words, wrapped(words)


def _head(words: str, shown: str = "") -> tuple[str, str, str]:
    return "heading", words, shown or words


def _headed(
    name: str, prose: Callable[[int, int], list[str]], heads: list[tuple[str, str]]
) -> Case:
    paragraphs = iter(prose(2 * len(heads), 3))
    parts = []
    for words, shown in heads:
        parts += [_head(words, shown), _body(next(paragraphs)), _body(next(paragraphs))]
    return _case(name, *parts)


def _same(*words: str) -> list[tuple[str, str]]:
    return [(one, one) for one in words]


def _center(words: str) -> tuple[str, str]:
    return words, words.center(66).rstrip()


def headings() -> dict[str, Case]:
    """Return cases of headings."""
    quarter = "The Winter Quarter"
    return {
        "numbered": _headed(
            "a.txt",
            english,
            _same(
                quarter, "1. The Harbour and the Market", "2. What the Tenants Wanted", "3. Letters"
            ),
        ),
        "numbered deep": _headed(
            "a.txt",
            english,
            _same("1 Harbour", "1.1 The harbour in winter", "1.2 Markets", "2 Letters"),
        ),
        "roman": _headed(
            "a.txt", english, _same("I. The Harbour", "II. The Market", "III. A Winter of Letters")
        ),
        "roman alone": _headed("a.txt", english, _same("I", "II", "III")),
        "capitals": _headed(
            "a.txt", english, _same("THE WINTER QUARTER", "THE HARBOUR", "LETTERS AND PROMISES")
        ),
        "chapters": _headed(
            "a.txt", english, _same("Chapter 1", "Chapter 2: The Market", "Appendix A")
        ),
        "centred": _headed(
            "a.txt",
            english,
            [_center(quarter), _center("The Harbour"), _center("Letters of the Tenants")],
        ),
        "title case": _headed(
            "a.txt", english, _same(quarter, "The Harbour", "Letters of the Tenants")
        ),
        "underlined": _headed(
            "a.txt",
            english,
            [(w, f"{w}\n{'=' * len(w)}") for w in (quarter, "The harbour", "What came after")],
        ),
        "sentence case": _headed(
            "a.txt",
            english,
            _same(quarter, "How the harbour was closed", "What the tenants wanted"),
        ),
        "questions": _headed(
            "a.txt", english, _same(quarter, "Why did the harbour close?", "Who wrote the letters?")
        ),
        "markdown": _headed(
            "a.md",
            english,
            [
                (quarter, f"# {quarter}"),
                ("The harbour", "## The harbour"),
                ("Letters", "Letters\n-------"),
                ("After", "### After ###"),
            ],
        ),
        "markdown in txt": _headed(
            "a.txt",
            english,
            [
                (quarter, f"# {quarter}"),
                ("The harbour", "## The harbour"),
                ("Letters", "## Letters"),
            ],
        ),
        "html": _headed(
            "a.html",
            english,
            [
                (quarter, f"<h1>{quarter}</h1>"),
                ("The harbour", "<h2>The harbour</h2>"),
                ("Letters", "<h3>Letters</h3>"),
            ],
        ),
        "italian capitals": _headed(
            "a.txt", italian, _same("IL QUARTIERE D’INVERNO", "IL PORTO", "LE LETTERE")
        ),
        "italian chapters": _headed(
            "a.txt", italian, _same("Capitolo primo", "Capitolo secondo", "Parte terza")
        ),
        "italian numbered": _headed(
            "a.txt",
            italian,
            _same(
                "Il quartiere d’inverno",
                "1. Il porto e il mercato",
                "2. Che cosa volevano gli inquilini",
            ),
        ),
        "italian sentence case": _headed(
            "a.txt",
            italian,
            _same(
                "Il quartiere d’inverno", "Come fu chiuso il porto", "Le lettere degli inquilini"
            ),
        ),
    }


def _marked(words: str, mark: str, at: int = 9) -> str:
    parts = words.split()
    return " ".join([*parts[:at], parts[at] + mark, *parts[at + 1 :]])


def _notes(
    name: str, prose: Callable[[int, int], list[str]], call: str, own: str, marks: list[str]
) -> Case:
    """Notes at the end, called in the text."""
    body = prose(4, 5)
    notes = prose(4, 40)
    parts: list[tuple[str, str, str]] = []
    for row, words in enumerate(body):
        mark = call.format(marks[row]) if row < len(marks) else ""
        shown = _marked(words, mark) if mark else words
        parts.append(("body", words, wrapped(shown)))
    for row, mark in enumerate(marks):
        words = " ".join(notes[row].split()[:18]) + "."
        parts.append(("footnote", words, wrapped(own.format(mark) + words)))
    return _case(name, *parts, notes=len(marks))


def _paged(call: str, own: str, marks: list[str], *, over: bool = False) -> Case:
    """Notes at the foot of the pages, form feeds between; the first may run over its page."""
    body, notes = english(6, 7), english(6, 44)
    source, pieces, ends = "", [], []
    carried = ""
    for row, words in enumerate(body):
        mark = marks[row] if row < len(marks) else ""
        pieces.append(("body", _start(words)))
        source += wrapped(_marked(words, call.format(mark)) if mark else words) + "\n"
        feet = carried
        carried = ""
        if mark:
            note = " ".join(notes[row].split()[:40]) + "."
            lines = wrapped(own.format(mark) + note).split("\n")
            if over and row == 0:
                lines, carried = lines[:2], "\n".join(lines[2:]) + "\n"
            feet += "\n".join(lines) + "\n"
            ends.append(("footnote", _start(note)))
        if feet:
            source += "\n" + feet
        source += "\f"
    return Case("a.txt", source, tuple(pieces + ends), len(marks))


def footnotes() -> dict[str, Case]:
    """Return cases of notes."""
    return {
        "markdown": _notes("a.md", english, "[^{}]", "[^{}]: ", ["1", "2", "3"]),
        "markdown named": _notes("a.md", english, "[^{}]", "[^{}]: ", ["harbour", "b2"]),
        "brackets at the end": _notes("a.txt", english, "[{}]", "[{}] ", ["1", "2", "3"]),
        "superscripts at the end": _notes("a.txt", english, "{}", "{} ", ["¹", "²", "³"]),
        "sup at the end": _notes(
            "a.txt", english, "<sup>{}</sup>", "<sup>{}</sup> ", ["1", "2", "3"]
        ),
        "italian": _notes("a.txt", italian, "[{}]", "[{}] ", ["1", "2", "3"]),
        "round at the end": _notes("a.txt", italian, "({})", "({}) ", ["1", "2", "3"]),
        "round of pages": _paged("({})", "({}) ", ["1", "2", "3", "4"]),
        "round apart of pages": _paged(" ({})", "({}) ", ["1", "2", "3", "4"]),
        "tight numbers of pages": _paged("{}", "{}", ["1", "2", "3", "4"]),
        "numbers anew of pages": _paged("{}", "{} ", ["1", "1", "1", "1"]),
        "sections of pages": _paged("{}", "{} ", ["§", "§", "§"]),
        "numbers running over": _paged("{}", "{}. ", ["1", "2", "3"], over=True),
        "brackets of pages": _paged("[{}]", "[{}] ", ["1", "2", "3", "4"]),
        "superscripts of pages": _paged("{}", "{} ", ["¹", "²", "³", "⁴"]),
        "numbers of pages": _paged("{}", "{}. ", ["1", "2", "3", "4"]),
        "stars of pages": _paged("{}", "{} ", ["*", "*", "*", "*"]),
        "symbols of pages": _paged("{}", "{} ", ["*", "†", "‡"]),
        "running over": _paged("[{}]", "[{}] ", ["1", "2", "3"], over=True),
    }


def _spoken(
    name: str, prose: Callable[[int, int], list[str]], ask: str, answer: str, questions: list[str]
) -> Case:
    def bold(label: str) -> str:
        return f"**{label.strip()}** " if label and name.endswith(".md") else label

    answers = prose(len(questions), 9)
    parts: list[tuple[str, str, str]] = []
    for question, words in zip(questions, answers, strict=True):
        ask, answer = ask.replace("*", ""), answer.replace("*", "")
        parts.append(("question", ask + question, wrapped(bold(ask) + question)))
        parts.append(("body", answer + words, wrapped(bold(answer) + words)))
    return _case(name, *parts)


_ASKED = [
    "How did you come to the harbour in that winter?",
    "What did you and the other tenants want from the council?",
    "Would you say that your letters changed anything at all?",
    "And the young people, what do you expect of them today?",
    "Is there a book that you would give to a stranger?",
]
_CHIESTO = [
    "Come è arrivata al porto in quell’inverno?",
    "Che cosa voleva lei dal consiglio, insieme agli inquilini?",
    "Direbbe che le vostre lettere hanno cambiato qualcosa?",
    "E dai giovani che cosa si aspetta oggi?",
    "C’è un libro che lei darebbe a uno straniero?",
]


def speakers() -> dict[str, Case]:
    """Return cases of questions and answers."""
    return {
        "Q and A": _spoken("a.txt", english, "Q: ", "A: ", _ASKED),
        "Q. and A.": _spoken("a.txt", english, "Q. ", "A. ", _ASKED),
        "Question, Answer": _spoken("a.txt", english, "Question: ", "Answer: ", _ASKED),
        "capital names": _spoken("a.txt", english, "ANNA: ", "PAUL BROWN: ", _ASKED),
        "names": _spoken("a.txt", english, "Interviewer: ", "Brown: ", _ASKED),
        "initials": _spoken("a.txt", english, "AM: ", "PB: ", _ASKED),
        "bold": _spoken("a.md", english, "**Q:** ", "**A:** ", _ASKED),
        "bold names": _spoken("a.md", english, "**Anna Moll:** ", "**Paul Brown:** ", _ASKED),
        "bold questions": _case(
            "a.md",
            *(
                part
                for question, words in zip(_ASKED, english(5, 9), strict=True)
                for part in (("question", question, f"**{question}**"), _body(words))
            ),
        ),
        "dashes": _spoken("a.txt", english, "— ", "", _ASKED),
        "bare": _spoken("a.txt", english, "", "", _ASKED),
        "D and R": _spoken("a.txt", italian, "D: ", "R: ", _CHIESTO),
        "Domanda, Risposta": _spoken("a.txt", italian, "Domanda: ", "Risposta: ", _CHIESTO),
        "D. and R.": _spoken("a.txt", italian, "D. ", "R. ", _CHIESTO),
        "Italian bare": _spoken("a.txt", italian, "", "", _CHIESTO),
    }


def _quoted(
    name: str,
    prose: Callable[[int, int], list[str]],
    show: Callable[[str], str],
    kind: str = "quote",
) -> Case:
    words = prose(7, 11)
    parts = [_body(one) for one in words]
    parts[2] = (kind, words[2], show(words[2]))
    parts[5] = (kind, words[5], show(words[5]))
    return _case(name, *parts)


_VERSES = [
    [
        "The harbour sleeps, the winter comes,",
        "the letters lie unread,",
        "and over all the silent drums",
        "the snow is softly spread.",
    ],
    [
        "Who keeps the ledger, keeps the key,",
        "so said the printer’s son,",
        "and what was owed by you and me",
        "was owed by everyone.",
    ],
]
_ENTRIES = [
    "Brown, Paul 1921. The Winter Quarter. London, Harbour Press",
    "Moll, Anna 1934. Letters of the Tenants. Leeds, Northern Books",
    "Moll, Anna and Paul Brown 1940. The Ledger. London, Harbour Press",
    "Verdi, Carla 1951. Il porto d’inverno. Torino, Lanterna",
]


def blocks() -> dict[str, Case]:
    """Return cases of quotations, lists, verse, dialogue, contents, references, code."""
    body = english(8, 13)
    verse = [
        ("body", _VERSES[0][0], "\n".join(_VERSES[0])),
        ("body", _VERSES[1][0], "\n".join(_VERSES[1])),
    ]
    items = ["Bread for the winter.", "Coal for the school.", "Paper for the letters."]
    said = [
        "“Have you read it?” asked the printer.",
        "“Not all of it,” she said.",
        "“Then you know nothing.”",
    ]
    dette = [
        "— L’hai letta? — chiese il tipografo.",
        "— Non tutta — rispose lei.",
        "— Allora non sai niente.",
    ]
    code = 'def  harbour(x ,y):\n    return "selfdefined" , x*y*2  # the the\n\n    # thatit'
    return {
        "indented quotation": _quoted("a.txt", english, lambda w: wrapped(w, 60, "      ")),
        "narrow quotation": _quoted("a.txt", english, lambda w: wrapped(w, 56, "    ")),
        "markdown quotation": _quoted("a.md", english, lambda w: wrapped(w, 60, "> ")),
        "html quotation": _quoted(
            "a.html", english, lambda w: f"<blockquote><p>{w}</p></blockquote>"
        ),
        "mail quotation": _quoted("a.txt", english, lambda w: wrapped(w, 60, "> ")),
        "italian quotation": _quoted("a.txt", italian, lambda w: wrapped(w, 60, "      ")),
        "list": _case(
            "a.txt",
            *map(_body, body[:2]),
            *(("body", f"- {one}", f"- {one}") for one in items),
            *map(_body, body[2:4]),
        ),
        "tight list": _case(
            "a.txt",
            *map(_body, body[:2]),
            ("", "", "\n".join(f"- {one}" for one in items)),
            *map(_body, body[2:4]),
        ),
        "numbered list": _case(
            "a.txt",
            *map(_body, body[:2]),
            ("", "", "\n".join(f"{n}. {one}" for n, one in enumerate(items, 1))),
            *map(_body, body[2:4]),
        ),
        "verse": _case(
            "a.txt", *map(_body, body[:3]), verse[0], _body(body[3]), verse[1], _body(body[4])
        ),
        "dialogue": _case(
            "a.txt",
            *map(_body, body[:2]),
            *(("body", one, one) for one in said),
            *map(_body, body[2:4]),
        ),
        "tight dialogue": _case(
            "a.txt", _body(body[0]), ("", "", "\n".join(said)), *map(_body, body[2:4])
        ),
        "italian dialogue": _case(
            "a.txt",
            *map(_body, italian(2, 1)),
            *(("body", one, one) for one in dette),
            *map(_body, italian(2, 5)),
        ),
        "contents": _case(
            "a.txt",
            ("", "", "Contents"),
            ("", "", "The Harbour ........ 3\nWhat the market did ..... 9\nLetters ........ 14"),
            _head("The Harbour"),
            _body(body[0]),
            _body(body[1]),
            _head("What the market did"),
            _body(body[2]),
            _body(body[3]),
            _head("Letters"),
            _body(body[4]),
        ),
        "italian contents": _case(
            "a.txt",
            ("", "", "Indice"),
            ("", "", "Il porto ........ 3\nChe cosa fece il mercato ..... 9"),
            _head("Il porto"),
            *map(_body, italian(2, 1)),
            _head("Che cosa fece il mercato"),
            *map(_body, italian(2, 4)),
        ),
        "references": _case(
            "a.txt",
            *map(_body, body[:3]),
            _head("References"),
            *(("reference", one, wrapped(one)) for one in _ENTRIES),
        ),
        "tight references": _case(
            "a.txt",
            *map(_body, body[:3]),
            _head("Bibliography"),
            ("", "", "\n".join(f"- {one}" for one in _ENTRIES)),
        ),
        "italian references": _case(
            "a.txt",
            *map(_body, italian(3, 2)),
            _head("Bibliografia"),
            *(("reference", one, wrapped(one)) for one in _ENTRIES),
        ),
        "markdown references": _case(
            "a.md",
            _head("The Winter Quarter", "# The Winter Quarter"),
            *map(_body, body[:3]),
            _head("Works cited", "## Works cited"),
            *(("reference", one, f"- {one}") for one in _ENTRIES),
        ),
        "code": _case(
            "a.md",
            _head("The Winter Quarter", "# The Winter Quarter"),
            _body(body[0]),
            ("body", " ".join(code.split()), f"```python\n{code}\n```"),
            _body(body[1]),
        ),
        "short text": _case(
            "a.txt",
            _head("The Winter Quarter"),
            ("front", "Anna Moll", "Anna Moll"),
            _body(body[0]),
        ),
        "very short text": _case("a.txt", _head("The Winter Quarter"), _body(body[0])),
    }


#: Passages of sources whose pieces stand on lines of their own, by case.
LINES = {
    "tight list": ["- Bread", "- Coal", "- Paper"],
    "numbered list": ["1. Bread", "2. Coal", "3. Paper"],
    "tight dialogue": ["“Have you", "“Not all", "“Then you"],
    "tight references": ["Brown, Paul", "Moll, Anna 1934.", "Moll, Anna and", "Verdi, Carla"],
}
CASES = {
    f"{group}: {name}": case
    for group, cases in (
        ("headings", headings()),
        ("notes", footnotes()),
        ("questions", speakers()),
        ("blocks", blocks()),
    )
    for name, case in cases.items()
}
