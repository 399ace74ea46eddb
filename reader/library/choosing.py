"""Which notes an export takes away."""

from collections.abc import Iterable, Mapping
from contextlib import suppress

from reader.library.studying import Studying
from reader.model import NotFound, Placed, TextTarget
from reader.model.values import dataclass

#: Names by which an export is asked for, and what they group by.
GROUPINGS = ("section", "concept", "tag", "person")
FORMATS = ("markdown", "html", "jsonld", "vault", "plain")


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What to take away, and in which form.  Restrictions combine; empty ones do not restrict.

    Attributes:
        format: one of ``FORMATS``.
        template: for Markdown and vaults: the name of a shipped or own template, or the words
            of one; empty for the form's own.
        group_by: one of ``GROUPINGS``.
        works: only notes in these; None for all.
        ids: only these notes; None for all.
        section: only notes in passages under this heading, whatever its case.
        concept: only notes that name this concept (key or label) or stand on words that do.
        tag: only notes with it, and the answers to them.
        person: only notes of this person (id).
        language: of the words set around notes, such as ``it``.
    """

    format: str = "markdown"
    template: str = ""
    group_by: str = "section"
    works: tuple[str, ...] | None = None
    ids: tuple[str, ...] | None = None
    section: str = ""
    concept: str = ""
    tag: str = ""
    person: str = ""
    language: str = "en"

    @property
    def restricts(self) -> bool:
        """Whether some notes may be left out."""
        asked = self.section or self.concept or self.tag or self.person
        return bool(asked) or self.works is not None or self.ids is not None


#: Everything that I may see, in the form that most people want.
EVERYTHING = ExportChoice()


class Choosing(Studying):
    """The part of the door that says which notes a choice is about."""

    def count(self, choice: ExportChoice) -> int:
        """Return how many notes a choice takes away.

        Raises:
            NotFound: there is no such work.
        """
        return len(self._chosen(choice))

    def _chosen(self, choice: ExportChoice) -> list[Placed]:
        """Return the notes and verdicts an export is about; answers go with what they answer.

        Raises:
            NotFound: there is no such work.
        """
        from reader.annotations.group import threads

        wanted = None if choice.works is None else frozenset(choice.works)
        only = None if choice.ids is None else frozenset(choice.ids)
        for work in wanted or ():
            self.edition(work)
        every = [*self.notes(), *map(self._place, self.verdicts())]
        kept = {
            placed.annotation.id
            for placed in every
            if (wanted is None or placed.annotation.works & wanted)
            and (not choice.tag or choice.tag in placed.annotation.tags)
            and (not choice.section or self._stands_under(placed, choice.section))
        }
        if choice.concept:
            kept &= self._naming(choice.concept, [p for p in every if p.annotation.id in kept])
        below = threads(placed.annotation for placed in every)
        kept |= {answer.annotation.id for note in kept for answer in below.get(note, ())}
        return [
            placed
            for placed in every
            if placed.annotation.id in kept
            and (only is None or placed.annotation.id in only)
            and (not choice.person or placed.annotation.author.id == choice.person)
        ]

    def _stands_under(self, placed: Placed, section: str) -> bool:
        target, span = placed.annotation.target, placed.span
        if span is None or not isinstance(target, TextTarget):
            return False
        with suppress(NotFound):
            found = self.edition(target.work).at(span.start).section
            return found.casefold() == section.casefold()
        return False

    def _naming(self, concept: str, notes: list[Placed]) -> set[str]:
        """Return the ids of the notes that name a concept, given by key or label."""
        glossary = self.glossary()
        label = glossary[concept].label if concept in glossary else concept
        found = self._concepts_of(notes)
        wanted = label.casefold()
        return {note for note, names in found.items() if wanted in map(str.casefold, names)}

    def _concepts_of(self, notes: Iterable[Placed]) -> Mapping[str, list[str]]:
        """Return the labels of the concepts named in each note and its quotation."""
        glossary = self.glossary()
        found: dict[str, list[str]] = {}
        for placed in notes:
            target = placed.annotation.target
            quote = target.selectors.exact if isinstance(target, TextTarget) else ""
            keys = dict.fromkeys(k for k, _ in glossary.find(f"{placed.annotation.body} {quote}"))
            found[placed.annotation.id] = [glossary[key].label for key in keys]
        return found
