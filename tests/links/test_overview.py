import pytest

from reader.links import lay_out, strip
from reader.model import Locus, Related, Relation
from tests.links.texts import edition, passage, three

OVENS, MILLS, STARS = three()
HERE, THERE = passage(OVENS, "built an oven"), passage(MILLS, "owners of mills")


def related(work, to, score, **more):
    return Related(work, to, Locus("¶", 1), score, **more)


SHOWN = {
    ("ovens", HERE): [
        related("mills", THERE, 0.7, relation=Relation.DEVELOPS, curated=True),
        related("mills", MILLS.passages[1].id, 0.5),
        related("stars", STARS.passages[1].id, 0.1),
        related("removed", "x", 0.9),
    ],
    ("mills", THERE): [related("ovens", HERE, 0.6)],
}


def test_a_strip_covers_the_text_from_top_to_bottom():
    stripes = strip(OVENS, SHOWN)
    assert len(stripes) == len(OVENS.passages)
    assert stripes[0].top == 0
    assert stripes[-1].bottom == pytest.approx(1)
    assert all(one.top <= one.bottom for one in stripes)


def test_a_stripe_tells_the_best_link_above_the_threshold_for_each_work():
    (stripe,) = [one for one in strip(OVENS, SHOWN) if one.strength]
    assert stripe.span == OVENS.passage(HERE).span
    assert stripe.strength == {"mills": 0.7, "removed": 0.9}


def test_a_pair_is_one_line_whichever_end_it_was_found_from():
    drawn = lay_out([OVENS, MILLS, STARS], SHOWN)
    assert len(drawn.lines) == 2
    strongest = drawn.lines[-1]
    assert (strongest.here, strongest.there) == (("ovens", HERE), ("mills", THERE))
    assert (strongest.score, strongest.relation) == (0.7, Relation.DEVELOPS)
    assert strongest.curated


def test_lines_run_from_column_to_column_left_to_right():
    for order in ([OVENS, MILLS, STARS], [STARS, MILLS, OVENS]):
        drawn = lay_out(order, SHOWN)
        assert [one.work for one in drawn.columns] == [one.work.id for one in order]
        assert drawn.columns[0].left == 0
        assert drawn.columns[-1].right == pytest.approx(1)
        for line in drawn.lines:
            assert 0 <= line.x1 < line.x2 <= 1
            assert 0 <= line.y1 <= 1
            assert 0 <= line.y2 <= 1


def test_a_line_over_a_text_between_its_ends_is_told_where_it_runs():
    shown = {("ovens", HERE): [related("mills", THERE, 0.7)]}
    apart = lay_out([OVENS, STARS, MILLS], shown)
    ((left, y1, right, y2),) = apart.crossings()
    (line,), between = apart.lines, apart.columns[1]
    assert (left, right) == (between.left, between.right)
    slope = (line.y2 - line.y1) / (line.x2 - line.x1)
    assert y1 == pytest.approx(line.y1 + slope * (left - line.x1))
    assert y2 - y1 == pytest.approx(slope * (right - left))
    assert not tuple(apart.crossings([]))
    assert not tuple(lay_out([OVENS, MILLS, STARS], shown).crossings())


def test_nothing_to_show_is_an_empty_map():
    assert lay_out([], {}).lines == ()
    assert lay_out([edition("empty", ())], {}).columns[0].stripes == ()
