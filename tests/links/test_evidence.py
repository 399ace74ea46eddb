import pytest

from reader.links import Links, Signal
from reader.model import Edition, Related
from tests.links.texts import apparatus, passage, three


@pytest.fixture(scope="module")
def found() -> tuple[Edition, Edition, tuple[Related, ...]]:
    ovens, mills, _ = three()
    links = Links(None, apparatus())
    links.update([ovens, mills])
    asked = passage(ovens, "built an oven of his own")
    return ovens, mills, links.related(ovens, asked, [mills], per_work=5, threshold=0.0)


def test_shares_add_up_to_one(found):
    for one in found[2]:
        assert sum(one.signals.values()) == pytest.approx(1)
        assert sum(piece.share for piece in one.evidence) == pytest.approx(1)
        assert all(piece.share > 0 for piece in one.evidence)


def test_each_signal_has_its_share_in_pieces(found):
    for one in found[2]:
        for signal, share in one.signals.items():
            pieces = [piece.share for piece in one.evidence if piece.signal == signal]
            assert sum(pieces) == pytest.approx(share)


def test_shared_words_are_marked_in_both_passages(found):
    ovens, mills, (best, *_) = found
    words = [piece for piece in best.evidence if piece.signal == Signal.WORDS and piece.here]
    assert {"flour", "refused"} <= {piece.label for piece in words}
    for piece in words:
        assert piece.there
        near = {span.of(ovens.text).lower()[:4] for span in piece.here}
        far = {span.of(mills.text).lower()[:4] for span in piece.there}
        assert near == far


def test_marks_stay_within_the_two_passages(found):
    ovens, mills, all_found = found
    here = ovens.passage(passage(ovens, "built an oven of his own")).span
    for one in all_found:
        there = mills.passage(one.passage).span
        for piece in one.evidence:
            if piece.signal != Signal.KIN:
                assert all(here.contains(span) for span in piece.here)
                assert all(there.contains(span) for span in piece.there)


def test_concepts_are_named_by_their_label_and_found_in_other_words(found):
    ovens, mills, (best, *_) = found
    toll = next(piece for piece in best.evidence if piece.label == "toll" and piece.here)
    assert [span.of(ovens.text) for span in toll.here] == ["payment in flour"]
    assert [span.of(mills.text) for span in toll.there] == ["a tenth of the flour"]


def test_arguments_show_the_words_that_brought_them_up(found):
    ovens, mills, (best, *_) = found
    argument = next(piece for piece in best.evidence if piece.signal == Signal.ARGUMENTS)
    assert argument.label == "refusal"
    assert "refused" in {span.of(ovens.text) for span in argument.here}
    assert "refused" in {span.of(mills.text) for span in argument.there}


def test_the_best_sentences_are_those_that_meet(found):
    ovens, mills, (best, *_) = found
    assert best.sentences is not None
    here, there = best.sentences
    assert "refused" in here.of(ovens.text) or "payment in flour" in here.of(ovens.text)
    assert "flour in payment" in there.of(mills.text) or "refused to pay" in there.of(mills.text)


def test_what_can_be_pointed_at_comes_before_what_remains(found):
    for one in found[2]:
        pointed = [bool(piece.here or piece.there) for piece in one.evidence]
        assert pointed == sorted(pointed, reverse=True)


def test_what_stands_in_the_passages_comes_before_what_stands_elsewhere(found):
    for one in found[2]:
        signals = [piece.signal for piece in one.evidence if piece.here and piece.there]
        assert Signal.KIN not in signals[:-1]
        assert all(piece.share >= 0.005 for piece in one.evidence if piece.here or piece.there)
