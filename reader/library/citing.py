"""Places that the companions name, such as “Tronti ¶12”, as links to the passages of the essays.

The words stay as they are; a span beside them carries an address.  ``loci.toml`` knows with
which words each passage begins, so that a copy that is divided otherwise is found as well.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from reader.importing.shipped import shipped
from reader.model import BadInput, Edition, InlineKind, InlineSpan, Locus, NotFound, Passage, Span

_CITED = re.compile(r"(?:(Tronti|Interview|Kropotkin)[  ])?¶(\d+)")
#: Which work a name before a ¶ means; a plain ¶ means the companion's own.
_WORKS = {
    "Tronti": "tronti-refusal",
    "Interview": "cleaver-interview",
    "Kropotkin": "cleaver-kropotkin",
}
_COMPANION = "companion-"
_SCHEME = "passage:"


def is_citation(address: str) -> bool:
    """Say whether the address of a link is one of ours."""
    return address.startswith(_SCHEME)


def citations(edition: Edition) -> Iterator[InlineSpan]:
    """Yield a link for each place named in a companion, in order; none for other texts.

    The targets are ``passage:work¶12#first words``; ``read_address`` reads them.
    """
    own = edition.work.id.removeprefix(_COMPANION)
    if own == edition.work.id:
        return
    incipits = iter(_incipits().get(own, ()))
    for cited in _CITED.finditer(edition.text):
        target = f"{_SCHEME}{_WORKS.get(cited[1], own)}¶{cited[2]}#{next(incipits, '')}"
        yield InlineSpan(InlineKind.LINK, Span(*cited.span()), target)


def read_address(address: str) -> tuple[str, Locus, str]:
    """Return work, locus and first words of an address; the words may be empty.

    >>> read_address("passage:my-text¶12#It begins")
    ('my-text', Locus(sign='¶', number=12), 'It begins')

    Raises:
        BadInput: it is no such address.
    """
    place, _, incipit = address.removeprefix(_SCHEME).partition("#")
    work, sign, number = place.partition("¶")
    if not is_citation(address) or not work or not sign:
        raise BadInput("This link does not lead to a passage.")
    return work, Locus.parse(number), incipit


def find(edition: Edition, locus: Locus, incipit: str) -> Passage:
    """Return the passage that is meant: by its first words, else by its number.

    Raises:
        NotFound: the copy has neither these words nor this number.
    """
    wanted = _letters(incipit)
    if wanted:
        meant = [one for one in edition.passages if one.locus.sign == locus.sign]
        for fits in (str.startswith, str.__contains__):
            found = [one for one in meant if fits(_letters(edition.words_of(one)), wanted)]
            if len(found) == 1:
                return found[0]
    try:
        return edition.passage(locus)
    except NotFound as error:
        raise NotFound(
            f"This copy of “{edition.work.title}” has no passage {locus}; it is shorter than "
            "the one the companion speaks of.",
            edition.work.id,
        ) from error


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


@cache
def _incipits() -> Mapping[str, list[str]]:
    """Return, by essay, the first words of each passage named in its companion, in order."""
    import tomllib  # not on the way to the first paint

    try:
        found = tomllib.loads(shipped("texts/companions/loci.toml").read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError):
        return {}  # the numbers serve as well
    return {
        work: [one for one in listed if isinstance(one, str)]
        for work, listed in found.items()
        if isinstance(listed, list)
    }
