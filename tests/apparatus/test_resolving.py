import random
from collections.abc import Sequence

import pytest

from reader.apparatus import CuratedLink, LinkEnd, resolve
from reader.model import Cancelled, Edition, PassageKind, Progress, Relation
from tests.apparatus.prose import edition, noisy, prose

ORCHARD = edition("orchard", "Apples fall late this year.\n\nPears are gone.")


def link(incipit: str, near: int = 0) -> CuratedLink:
    return CuratedLink(LinkEnd("garden", incipit, near), LinkEnd("orchard", "Apples fall late"),
                       Relation.DEVELOPS, 1, "W.", file="links.toml", line=7)  # fmt: skip


def placed(incipit: str, text: str, near: int = 0, kinds: Sequence[PassageKind] = ()) -> str:
    """Return the id of the passage found, or the sentence that says why none was."""
    editions = {"garden": edition("garden", text, kinds), "orchard": ORCHARD}
    result = resolve([link(incipit, near)], editions)
    return result.placed[0].start if result.placed else str(result.unplaced[0].problem)


GARDEN = "Roses bloom in May and later.\n\nSoil is dark here. The wall keeps the wind out.\n\nEnd."


@pytest.mark.parametrize(
    ("incipit", "found"),
    [
        ("Soil is dark here", "p2"),
        ("soil—is DARK", "p2"),
        ("Sojl is darkk here", "p2"),
        ("The wall keeps the wind", "p2"),
        ("Tke wall keeps the wind out", "p2"),
        ("Roses bloom", "p1"),
    ],
)
def test_a_passage_is_found_by_its_first_words(incipit: str, found: str) -> None:
    assert placed(incipit, GARDEN) == found


def test_the_span_holds_the_words() -> None:
    garden = edition("garden", GARDEN)
    result = resolve([link("The wall keeps")], {"garden": garden, "orchard": ORCHARD})
    assert result.placed[0].start_span.of(garden.text) == "The wall keeps"
    assert result.placed[0].end_span.of(ORCHARD.text) == "Apples fall late"
    assert result.problems == ()


def test_what_is_not_there_is_told_with_file_line_and_remedy() -> None:
    told = placed("Tulips are sold at the market", GARDEN)
    assert told.startswith("links.toml, line 7")
    assert "was not found" in told
    assert "near = N" in told


TWICE = "Roses bloom in May.\n\nOther.\n\nMore.\n\nRoses bloom in June.\n\nRoses bloom no more."


def test_words_that_stand_twice_are_told_and_never_guessed() -> None:
    assert "stands 3 times" in placed("Roses bloom", TWICE)
    assert "¶1, ¶4, ¶5" in placed("Roses bloom", TWICE)
    assert "stands 2 times" in placed("Roses bloom in", TWICE)


def test_the_number_of_the_paragraph_decides_between_equals_only() -> None:
    assert placed("Roses bloom in", TWICE, near=4) == "p4"
    assert placed("Roses bloom in", TWICE, near=5) == "p4"
    assert placed("Roses bloom in June", TWICE, near=1) == "p4"
    assert "none of them clearly" in placed("Roses bloom", TWICE, near=3)
    assert "none of them clearly" in placed("Roses bloom in", TWICE, near=40)


def test_what_is_damaged_or_stands_twice_is_found_between_its_neighbours() -> None:
    text = (
        "Herbs grow by the door. Roses bloom in May and so on. The wall keeps out wind. "
        "Ths waul kaeps the sheep here. Pears are all gone by now. Roses bloom in May again."
    )  # all paragraphs run together
    ends = ["Herbs grow by the door", "Roses bloom in May", "The wall keeps out wind",
            "The wall keeps the sheep", "Pears are all gone by now"]  # fmt: skip
    editions = {"garden": edition("garden", text), "orchard": ORCHARD}
    made = resolve([link(words, near) for near, words in enumerate(ends, start=30)], editions)
    assert [one.start_span.of(text)[:9] for one in made.placed] == [
        "Herbs gro", "Roses blo", "The wall ", "Ths waul ", "Pears are"
    ]  # fmt: skip
    alone = resolve([link(ends[3], 33), link(ends[0], 30)], editions)
    assert len(alone.placed) == 1, "nothing is known behind it"
    nowhere = resolve([link(ends[0], 30), link("Tulips on sale", 31), link(ends[4], 34)], editions)
    assert len(nowhere.placed) == 2


def test_a_paragraph_is_preferred_to_a_heading_of_the_same_words() -> None:
    text = "Of roses\n\nOf roses nobody spoke."
    assert placed("Of roses", text, kinds=[PassageKind.HEADING]) == "p2"


def test_a_link_to_a_work_that_is_not_there_is_no_mistake() -> None:
    result = resolve([link("Roses bloom")], {"orchard": ORCHARD})
    assert result.unplaced[0].missing_work
    assert "“garden” is not in the library" in str(result.unplaced[0].problem)
    assert not result.problems


def test_a_reader_who_stops_is_heard() -> None:
    with pytest.raises(Cancelled):
        resolve([link("x")], {}, Progress(lambda *_: None, lambda: True))


@pytest.mark.parametrize(("share", "at_least"), [(0.0, 1.0), (0.02, 0.98)])
def test_resolution_survives_noise(share: float, at_least: float) -> None:
    # words of rare letters, so that every paragraph begins in its own way
    dice = random.Random(5)
    names = ["".join(dice.choices("bcdfglmnprst", k=7)) for _ in range(160)]
    body = prose(4, 400).split("\n\n")
    text = "\n\n".join(
        f"{' '.join(names[4 * row : 4 * row + 4]).capitalize()} {words}"
        for row, words in enumerate(body)
    )
    whole: Edition = edition("garden", text)
    links = [link(" ".join(one.span.of(text).split()[:4])) for one in whole.passages]
    damaged = edition("garden", noisy(text, share, dice))
    result = resolve(links, {"garden": damaged, "orchard": ORCHARD})
    right = [one for one in result.placed if one.start == whole.passages[links.index(one.link)].id]
    assert len(right) == len(result.placed)
    assert len(right) >= at_least * len(links)
