"""What is said of two booklets in one file, and how they are put in order."""

import pytest

from reader.model import Span
from reader.restore import restore
from tests.partial import part
from tests.prose import Prose

TEXTS = [Prose(7 + seed).paragraphs(12_000) for seed in range(3)]


@pytest.mark.parametrize(("kind", "seed"), [("two folded", 4), ("folded and plain", 3)])
def test_two_booklets_are_each_put_in_order_and_told_of(kind: str, seed: int) -> None:
    raw = part(kind, TEXTS, seed)
    restored = restore(raw)
    assert "two booklets, one behind the other" in restored.note
    starts = [span.start for span in restored.pages]
    # all of the second stands behind all of the first, in the text as in the file
    cuts = [at for at in range(1, len(starts)) if max(starts[:at]) < min(starts[at:])]
    assert any(0.3 < starts[at] / len(raw.text) < 0.7 for at in cuts)
    assert starts != sorted(starts)


@pytest.mark.parametrize("kind", ["whole folded", "whole plain"])
@pytest.mark.parametrize("seed", [1, 2, 4])
def test_of_one_booklet_nothing_is_told(kind: str, seed: int) -> None:
    assert restore(part(kind, TEXTS, seed)).note == ""


def test_an_order_laid_by_hand_is_not_told_to_be_two_booklets() -> None:
    raw = part("two folded", TEXTS, 4)
    found = restore(raw)
    turns = [found.turns[0].left, *(turn.right for turn in found.turns)]
    laid: tuple[Span, ...] = (turns[1], turns[0], *turns[2:])
    assert "two booklets" not in restore(raw, order=laid).note
