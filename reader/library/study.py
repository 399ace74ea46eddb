"""What the concept lens shows, as values, and as Markdown to be taken away; pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from reader.library.voices import Parts
from reader.model import Place, Span, Work
from reader.model.values import dataclass

if TYPE_CHECKING:
    from reader.apparatus import Concept
    from reader.index import Dispersion, Frequency, KwicLine, Mistake
    from reader.links import Neighbour, StandIn, View

#: Lines of context that Markdown takes of each text.
_LINES = 200
#: Words at the beginning of a title that tell nothing.
_ARTICLES = frozenset({"a", "an", "the", "on", "of", "il", "la", "lo", "gli", "le", "i", "un"})


@dataclass(frozen=True, slots=True)
class TextStudy:
    """One text under the lens.

    Attributes:
        work: which.
        lines: every occurrence in its context, in the order of the text.
        frequency: how often, in how many words.
        dispersion: where.
        view: what is kept near, avoided, and what may stand in for it.
        definition: of the glossary, for this author; empty without.
        defined: sentences of the text that say what it is, as they stand there.
        stand_ins: concepts that may stand in for one that the text never names: guesses.
        parts: the texts, when those of one author are read as one; ``work`` has the author's
            name then, and spans other than those of ``lines`` count in the whole.
    """

    work: Work
    lines: tuple["KwicLine", ...]
    frequency: "Frequency"
    dispersion: "Dispersion"
    view: "View"
    definition: str = ""
    defined: tuple[str, ...] = ()
    stand_ins: tuple["StandIn", ...] = ()
    parts: Parts | None = None

    @property
    def works(self) -> tuple[Work, ...]:
        """The texts looked at."""
        return self.parts.works if self.parts else (self.work,)

    @property
    def bounds(self) -> tuple[float, ...]:
        """Where one text ends and the next begins, as shares of the whole."""
        starts = self.parts.starts[1:] if self.parts else ()
        return tuple(start / self.dispersion.length for start in starts)

    def place(self, span: Span) -> Place:
        """Return where a span stands that ``view``, ``dispersion`` or ``stand_ins`` tell."""
        return self.parts.place(span) if self.parts else Place(self.work.id, span)


@dataclass(frozen=True, slots=True)
class Study:
    """A word, a query or a concept seen in several texts.

    Attributes:
        subject: as asked.
        label: for people.
        concept: of the glossary; None for a word or query.
        texts: in the order asked for.
        mistake: in the query; the rest of it was looked at.
    """

    subject: str
    label: str
    concept: "Concept | None"
    texts: tuple[TextStudy, ...]
    mistake: "Mistake | None" = None

    @property
    def silent(self) -> tuple[Work, ...]:
        """The works that never use it."""
        return tuple(one.work for one in self.texts if not one.lines)

    @property
    def total(self) -> int:
        """Occurrences in all texts."""
        return sum(one.frequency.count for one in self.texts)


@dataclass(frozen=True, slots=True)
class KeptStudy:
    """What a library remembers of its study room.

    Attributes:
        subjects: concepts, words and queries looked at, newest first.
        topics: of the table across the texts, as written.
    """

    subjects: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


def definition_for(work: Work, definitions: Mapping[str, str]) -> str:
    """Return the definition that the glossary gives for a work or its author; empty without.

    Definitions are filed under the short id of a work, or the surname of an author in small
    letters.

    >>> definition_for(Work("x", "X", ("Mario Tronti",)), {"tronti": "A refusal."})
    'A refusal.'
    """
    for key in (work.id, *author_keys(work)):
        if key in definitions:
            return definitions[key]
    return ""


def author_keys(work: Work) -> tuple[str, ...]:
    """Return the names under which definitions for the authors of a work are filed.

    >>> author_keys(Work("x", "X", ("Ann Example", "Ben de Test")))
    ('example', 'ann-example', 'test', 'ben-de-test')
    """
    keys = []
    for author in work.authors:
        words = author.casefold().split()
        if words:
            keys += [words[-1], "-".join(words)]
    return tuple(keys)


def short_names(works: Sequence[Work]) -> Mapping[str, str]:
    """Return a name of a word or three for each work, by short id; no two are the same.

    The author's surname; for several works of one author, the first telling word of the title
    after it.  What comes with the program is known by its title, up to a colon.

    >>> a, b = Work("a", "The Margin", ("Ann Example",)), Work("b", "A Pencil", ("Ann Example",))
    >>> short_names([a, b])
    {'a': 'Example (Margin)', 'b': 'Example (Pencil)'}
    """
    return _apart(works, (_surname, _surname_and_word, lambda work: work.cited))


def _apart(works: Sequence[Work], namings: Sequence[Callable[[Work], str]]) -> dict[str, str]:
    """Give each work the first of several names that it shares with no other."""
    names: dict[str, str] = {}
    for naming in namings:
        given = Counter(naming(work) for work in works)
        for work in works:
            if given[naming(work)] == 1:
                names.setdefault(work.id, naming(work))
    return {work.id: names.get(work.id, f"{work.cited} ({work.id})") for work in works}


def _surname(work: Work) -> str:
    if work.bundled:
        return work.title.partition(":")[0]
    words = work.authors[0].split() if work.authors else []
    return words[-1] if words else work.title


def _surname_and_word(work: Work) -> str:
    words = [word.strip(".,:;!?“”\"'") for word in work.title.split()]
    telling = next((word for word in words if word.casefold() not in _ARTICLES), work.title)
    return f"{_surname(work)} ({telling})"


def study_as_markdown(study: Study) -> str:
    """Return what the lens shows as Markdown; texts from others are escaped."""
    lines = [f"# {_safe(study.label)}", ""]
    if study.mistake is not None:  # else one would not know that a part was not looked for
        lines += [_safe(study.mistake.message), ""]
    if study.concept is not None:
        lines += _about(study.concept)
    lines += [
        "| Text | Times | Passages | In a thousand words |",
        "|---|---|---|---|",
        *(_row(one) for one in study.texts),
        "",
    ]
    for one in study.texts:
        lines += _text(one)
    return "\n".join(lines).rstrip() + "\n"


def _about(concept: "Concept") -> list[str]:
    told = [concept.note] if concept.note else []
    if concept.coined_by:
        told.append(f"Origin: {concept.coined_by.rstrip('.')}.")
    return [_safe(" ".join(told)), ""] if told else []


def _row(one: TextStudy) -> str:
    seen = one.frequency
    return f"| {_safe(one.work.cited)} | {seen.count} | {seen.passages} | {seen.per_thousand:.2f} |"


def _text(one: TextStudy) -> list[str]:
    lines = [f"## {_safe(one.work.cited)}", ""]
    if one.definition:
        lines += [_safe(one.definition), ""]
    lines += [f"> {_safe(words)}\n" for words in one.defined]
    if one.lines:
        names = short_names(one.works) if len(one.works) > 1 else {}
        lines += [_kwic(line, names.get(line.work, "")) for line in one.lines[:_LINES]]
        if len(one.lines) > _LINES:
            lines.append(f"- … and {len(one.lines) - _LINES} more.")
        lines.append("")
    else:
        lines += ["Never says it.", ""]
    lines += _neighbours("Kept near it", one.view.kept)
    lines += _neighbours("Avoided near it", one.view.avoided)
    if one.stand_ins:
        named = ", ".join(_safe(other.label) for other in one.stand_ins)
        lines += [f"May stand in for it (guesses): {named}.", ""]
    else:
        lines += _neighbours("May stand in for it (guesses)", one.view.instead)
    return lines


def _kwic(line: "KwicLine", text: str) -> str:
    left, right = _safe(line.left.lstrip()), _safe(line.right.rstrip())
    place = f"{_safe(text)}, {line.locus}" if text else line.locus
    return f"- {place}: {left}**{_safe(line.word)}**{right}"


def _neighbours(title: str, words: Sequence["Neighbour"]) -> list[str]:
    if not words:
        return []
    return [f"{title}: {', '.join(f'{_safe(one.word)} ({one.near})' for one in words)}.", ""]


def _safe(words: str) -> str:
    from reader.index.export import escaped

    return " ".join(escaped(words.replace("\n", " ")).split("\r"))


def one_line(text: str, spans: Iterable[Span]) -> tuple[str, ...]:
    """Return stretches of a text, each in one line."""
    return tuple(" ".join(span.of(text).split()) for span in spans)
