"""Letters are conserved: what the source has, less what repairs take, plus what they put."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing import RawText, read
from reader.restore import restore
from tests.booklets import SCHEMES, Style, make
from tests.prose import Prose
from tests.restore.kinds_of_text import CASES
from tests.restore.sources import raw_of


def letters(text: str) -> Counter[str]:
    return Counter(sign for sign in text if sign.isalnum())


def assert_conserved(raw: RawText) -> None:
    restored = restore(raw)
    kept = letters(raw.text)
    for repair in restored.repairs:
        kept.subtract(letters(repair.before))
        kept.update(letters(repair.after))
    kept.subtract(letters(restored.text))
    assert not {sign: count for sign, count in kept.items() if count}


@given(
    scheme=st.sampled_from(SCHEMES), noise=st.sampled_from([0.0, 0.01, 0.03]),
    seed=st.integers(0, 50),
)  # fmt: skip
def test_letters_of_booklets_are_conserved(scheme: str, noise: float, seed: int) -> None:
    assert_conserved(make(Prose(seed).paragraphs(1200), Style(scheme, noise=noise, seed=seed)).raw)


@pytest.mark.parametrize("name", sorted(name for name in CASES if "markdown" not in name))
def test_letters_of_every_kind_of_text_are_conserved(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    (tmp_path / case.name).write_text(case.source, "utf-8")
    assert_conserved(read(tmp_path / case.name))


def test_letters_of_the_essays_are_conserved(essays: tuple[Path, ...]) -> None:
    for path in essays:
        assert_conserved(read(path))


@pytest.mark.parametrize(("seed", "noise"), [(3, 0.03), (6, 0.02)])
def test_a_restored_scan_is_not_restored_further(seed: int, noise: float) -> None:
    booklet = make(Prose(seed).paragraphs(5000), Style(noise=noise, seed=seed))
    once = restore(booklet.raw)
    assert restore(raw_of(once.text)).text == once.text
