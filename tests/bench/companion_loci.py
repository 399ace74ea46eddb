"""Do the numbers in the companions (¶12) still point to the passages they mean?

``texts/companions/loci.toml`` says for each ¶ in a companion, in order, with which words the
passage begins.  This module restores the three essays, counts again and prints what differs;
with ``--write`` it corrects the companions.

    python -m tests.bench.companion_loci [--write]
"""

import re
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

from reader.apparatus import load_records, recognise
from reader.importing import read
from reader.importing.shipped import shipped
from reader.model import Edition
from reader.passages import divide
from reader.restore import restore

TEXTS = Path(__file__).parents[2].parent / "shared/texts"
_CITED = re.compile(r"(?:(Tronti|Interview|Kropotkin) )?¶(\d+)")
_WORKS = {
    "Tronti": "tronti-refusal",
    "Interview": "cleaver-interview",
    "Kropotkin": "cleaver-kropotkin",
}


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _editions() -> dict[str, Edition]:
    """Return the restored essays by short id."""
    made = {}
    for path in sorted(TEXTS.glob("*.txt")):
        raw = read(path)
        record = recognise(raw.text, load_records())
        if record:
            work = record.work
            made[work.id] = divide(restore(raw), raw, work, work.id)
    return made


def number_of(edition: Edition, incipit: str) -> str:
    """Return the number of the passage that begins with ``incipit``, or else contains it.

    Raises:
        LookupError: no passage has these words, or several have and none begins with them.
    """
    wanted = _letters(incipit)
    words = {str(one.locus): _letters(edition.text[one.span.start : one.span.end])
             for one in edition.passages if one.locus.sign == "¶"}  # fmt: skip
    for fits in (str.startswith, str.__contains__):
        found = [locus for locus, text in words.items() if fits(text, wanted)]
        if len(found) == 1:
            return found[0].removeprefix("¶")
    raise LookupError(f"“{incipit}” is not one passage of {edition.work.id}.")


def renumbered(text: str, work: str, incipits: Iterable[str], editions: dict[str, Edition]) -> str:
    """Return a companion with every ¶ counted anew; ``incipits`` are those of its ¶s in order."""
    meant = iter(incipits)

    def again(cited: re.Match[str]) -> str:
        name = cited[1]
        number = number_of(editions[_WORKS.get(name, work)], next(meant))
        return f"{name} ¶{number}" if name else f"¶{number}"

    return _CITED.sub(again, text)


def main(arguments: list[str]) -> int:
    """Compare, and correct with ``--write``; return 1 when numbers differ and stay so."""
    editions = _editions()
    if set(editions) < set(_WORKS.values()):
        sys.stderr.write("The three essays are not all beside the repository.\n")
        return 2
    loci = tomllib.loads(shipped("texts/companions/loci.toml").read_text(encoding="utf-8"))
    wrong = 0
    for work, incipits in loci.items():
        path = shipped(f"texts/companions/{work}.md")
        before = path.read_text(encoding="utf-8")
        after = renumbered(before, work, incipits, editions)
        moved = sum(
            a != b for a, b in zip(_CITED.findall(before), _CITED.findall(after), strict=True)
        )
        wrong += moved
        sys.stdout.write(f"{work}: {len(incipits)} places, {moved} with another number\n")
        if moved and "--write" in arguments:
            path.write_text(after, encoding="utf-8")
    return int(wrong > 0 and "--write" not in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
