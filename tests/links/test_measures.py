import pytest

from tests.bench.related_judgements import Query, ndcg, precision, read
from tests.links.texts import edition


def test_the_best_ranking_gains_everything():
    grades = {"a": 3.0, "b": 1.5, "c": 0.5}
    assert ndcg(["a", "b", "c", "x"], grades) == pytest.approx(1)
    assert precision(["a", "b"], grades) == 1


def test_later_places_gain_less():
    grades = {"a": 3.0}
    assert ndcg(["x", "a"], grades) == pytest.approx(1 / 1.5849625)
    assert ndcg(["x", "x", "x", "x", "x", "a"], grades) == 0


def test_precision_is_of_what_is_possible():
    grades = {"a": 3.0, "b": 2.0, "c": 1.0}
    assert precision(["a", "c", "x"], grades) == 0.5


def test_judgements_are_read_by_incipit(tmp_path):
    path = tmp_path / "judged.tsv"
    head = "query_text\tquery_incipit\ttarget_text\ttarget_incipit\tgrade"
    rows = ["1\tThe cat sat on\t2\tA dog, too, lay", "1\tThe cat sat on\t2\tNo such words here"]
    path.write_text("\n".join([head, f"{rows[0]}\t2.5", f"{rows[1]}\t3"]), encoding="utf-8")
    texts = {"1": edition("one", ("The cat sat on it.",)), "2": edition("two", ("A dog too lay.",))}
    queries, lost = read(path, texts)
    cat, dog = texts["1"].passages[0].id, texts["2"].passages[0].id
    assert queries == [Query("1", cat, "2", {dog: 2.5})]
    assert lost == ["2: No such words here"]
    assert queries[0].scored
