"""Works: essays as such, whatever copy of them one owns."""

from reader.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Work:
    """An essay as such.

    Attributes:
        id: short id, stable, ``[a-z0-9-]+`` (``tronti-refusal``).
        title: as cited.
        authors: in the order of the title page; the interviewee of an interview.
        language: BCP 47, empty when unknown.
        year: of first publication, as printed; empty when unknown.
        contributors: interviewers, translators, editors, each with the role in brackets.
        rights: statement for people.
        available: where a reader can lawfully get the work.
        bundled: ships with the program (companions, help).
    """

    id: str
    title: str
    authors: tuple[str, ...] = ()
    language: str = ""
    year: str = ""
    contributors: tuple[str, ...] = ()
    rights: str = ""
    available: str = ""
    bundled: bool = False

    @property
    def cited(self) -> str:
        """Author and title in one line, for lists and quotations; what is ours needs no author."""
        if self.bundled:
            return self.title
        return f"{', '.join(self.authors)}: {self.title}" if self.authors else self.title


@dataclass(frozen=True, slots=True)
class WorkRecord:
    """A work known to the apparatus, with the fingerprint by which copies are recognised.

    Attributes:
        work: the bibliographic data.
        fingerprint: hashed word shingles of its body text (see ``reader.importing``), never text.
    """

    work: Work
    fingerprint: frozenset[int]
