"""Mentions of passages in notes."""

import pytest

from reader.panes.mentions import linked


@pytest.mark.parametrize(
    "words",
    [
        "`first@12`",
        "[first@12](https://example.org)",
        "write to ann@example.org",
        "    first@12",
        "no mention",
    ],
)
def test_what_is_no_free_mention_is_left_alone(words: str) -> None:
    assert linked(words) == words


def test_several_mentions_become_links() -> None:
    shown = linked("as in first@¶3 and second@n2.")
    assert shown.count("(counterpoint://open/") == 2
    assert shown.endswith("n2).")
