"""Golden folders: a source, what it must become, and why it is here."""

from pathlib import Path

import pytest

from reader.model import Work
from reader.passages import divide
from reader.restore import restore
from tests.restore.sources import raw_of

CASES = sorted(path for path in (Path(__file__).parents[1] / "cases").iterdir() if path.is_dir())


def printed(source: str) -> str:
    """Return an edition as text: a locus, a kind and the words on every line."""
    raw = raw_of(source)
    edition = divide(restore(raw), raw, Work("case", "A case"), "case")
    lines = [f"{p.locus} {p.kind.value}: {edition.words_of(p)}" for p in edition.passages]
    calls = [f"{at.kind.value} {at.span.of(edition.text)!r}" for at in edition.inline if at.target]
    return "\n".join([*lines, "", *calls]) + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_source_becomes_what_is_expected(case: Path, pytestconfig: pytest.Config) -> None:
    made = printed((case / "source.txt").read_text("utf-8"))
    expected = case / "expected.txt"
    if pytestconfig.getoption("--save-golden"):
        expected.write_text(made, "utf-8")
    assert made == expected.read_text("utf-8")
    assert (case / "why.md").read_text("utf-8").strip()
