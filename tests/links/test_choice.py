import pytest

from reader.apparatus import CuratedLink, LinkEnd, resolve
from reader.links import Tie, Verdicts, choose, made, ties
from reader.model import Evidence, Locus, Related, Relation
from tests.links.texts import passage, three

OVENS, MILLS, STARS = three()
HERE = ("ovens", passage(OVENS, "built an oven of his own"))
TAX = ("mills", passage(MILLS, "owners of mills"))
FISH = ("mills", passage(MILLS, "Fish that had come"))
LENS = ("stars", passage(STARS, "two inches"))
ALL = {one.work.id: one for one in (OVENS, MILLS, STARS)}


def computed(end, score):
    why = (Evidence("words", "flour", 1.0),)
    return Related(*end, Locus("¶", 1), score, signals={"words": 1.0}, evidence=why)


def test_a_link_is_seen_from_both_ends_with_the_relation_turned():
    tie = Tie(HERE, TAX, Relation.DEVELOPS, "Ovens after mills.", 3)
    (forward,) = made([tie], HERE, ALL)
    (backward,) = made([tie], TAX, ALL)
    assert (forward.work, forward.passage, forward.relation) == (*TAX, Relation.DEVELOPS)
    assert (backward.work, backward.passage, backward.relation) == (*HERE, Relation.SOURCE)
    assert forward.reason == backward.reason == "Ovens after mills."
    assert forward.curated


def test_a_contradiction_reads_the_same_both_ways():
    (backward,) = made([Tie(HERE, TAX, Relation.CONTRADICTS)], TAX, ALL)
    assert backward.relation is Relation.CONTRADICTS


def test_weightier_links_come_first():
    found = made([Tie(HERE, FISH, weight=1), Tie(HERE, TAX, weight=3)], HERE, ALL)
    assert [one.passage for one in found] == [TAX[1], FISH[1]]


def test_ends_that_are_not_there_are_left_out():
    lost = [Tie(HERE, ("mills", "gone")), Tie(HERE, ("removed", "x")), Tie(TAX, LENS)]
    assert made(lost, HERE, ALL) == ()


def test_what_a_reader_linked_stands_before_all_computed_ones():
    links = made([Tie(HERE, FISH, weight=1, by_reader=True)], HERE, ALL)
    shown = choose([computed(TAX, 0.9)], links, HERE)
    assert [one.passage for one in shown] == [FISH[1], TAX[1]]
    assert shown[0].signals == {"made": 1.0}, "no editor's link"


def test_an_editors_aside_does_not_hide_a_strong_computed_link():
    links = made([Tie(HERE, FISH, weight=1), Tie(HERE, LENS, weight=3)], HERE, ALL)
    shown = choose([computed(TAX, 0.7)], links, HERE)
    assert [one.passage for one in shown] == [LENS[1], TAX[1], FISH[1]]


def test_a_pair_both_made_and_computed_is_shown_once_with_both_reasons():
    links = made([Tie(HERE, TAX, Relation.APPLIES, "See the tenth.")], HERE, ALL)
    (one,) = choose([computed(TAX, 0.4)], links, HERE)
    assert one.curated
    assert [piece.signal for piece in one.evidence] == ["curated", "words"]
    assert sum(piece.share for piece in one.evidence) == pytest.approx(1)


def test_no_more_than_asked_for_of_each_text():
    many = [computed(TAX, 0.9), computed(FISH, 0.8), computed(LENS, 0.5)]
    shown = choose(many, (), HERE, per_work=1)
    assert [one.passage for one in shown] == [TAX[1], LENS[1]]


@pytest.mark.parametrize("pair", [(HERE, TAX), (TAX, HERE)])
def test_rejected_pairs_are_gone_whichever_end_was_judged(pair):
    verdicts = Verdicts(rejected=frozenset({frozenset(pair)}))
    links = made([Tie(HERE, TAX)], HERE, ALL)
    shown = choose([computed(TAX, 0.9), computed(FISH, 0.8)], links, HERE, verdicts)
    assert [one.passage for one in shown] == [FISH[1]]


def test_an_accepted_pair_comes_up_with_the_readers_relation():
    verdicts = Verdicts(accepted={frozenset({HERE, FISH}): (Relation.CONTRASTS, FISH)})
    shown = choose([computed(TAX, 0.8), computed(FISH, 0.3)], (), HERE, verdicts, per_work=1)
    assert [one.passage for one in shown] == [FISH[1]]
    assert shown[0].relation is Relation.CONTRASTS


def test_a_readers_relation_is_turned_at_the_other_end_and_counts_before_the_editors():
    verdicts = Verdicts(accepted={frozenset({HERE, TAX}): (Relation.DEVELOPS, TAX)})
    editors = [Tie(HERE, TAX, Relation.CONTRADICTS, "Ovens against mills.")]
    (there,) = choose([], made(editors, HERE, ALL), HERE, verdicts)
    (here,) = choose([computed(HERE, 0.4)], (), TAX, verdicts)
    assert (there.relation, there.reason) == (Relation.DEVELOPS, "Ovens against mills.")
    assert here.relation is Relation.SOURCE


def test_curated_links_become_ties():
    start = LinkEnd("ovens", "When the mill owner built")
    end = LinkEnd("mills", "The owners of mills asked")
    link = CuratedLink(start, end, Relation.SAME_CLAIM, 3, "Both are asked for flour.")
    (tie,) = ties(resolve([link], ALL).placed)
    assert tie == Tie(HERE, TAX, Relation.SAME_CLAIM, "Both are asked for flour.", 3)
