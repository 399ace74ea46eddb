"""Work in turns of the loop: the first part at once, a newer work instead of an older."""

import time
from collections.abc import Iterator

from pytestqt.qtbot import QtBot

from reader.qt.turns import Turns


def counting(told: list[str], name: str, parts: int, rest_s: float = 0.0) -> Iterator[None]:
    for part in range(parts):
        told.append(f"{name}{part}")
        time.sleep(rest_s)
        yield
    told.append(f"{name} done")


def test_the_first_part_is_done_at_once_and_the_others_by_turns(qtbot: QtBot) -> None:
    turns, told = Turns(), list[str]()
    turns.begin(counting(told, "a", 5, rest_s=0.01))
    assert told == ["a0"]
    assert turns.under_way
    qtbot.waitUntil(lambda: not turns.under_way)
    assert told == ["a0", "a1", "a2", "a3", "a4", "a done"]


def test_short_parts_share_a_turn(qtbot: QtBot) -> None:
    turns, told, seen = Turns(), list[str](), list[int]()
    turns.begin(counting(told, "a", 50))
    turns._timer.timeout.connect(lambda: seen.append(len(told)))
    qtbot.waitUntil(lambda: not turns.under_way)
    assert len(seen) < 25


def test_a_newer_work_takes_the_place_of_an_older(qtbot: QtBot) -> None:
    turns, told = Turns(), list[str]()
    turns.begin(counting(told, "a", 3))
    turns.begin(counting(told, "b", 1))
    qtbot.waitUntil(lambda: not turns.under_way)
    assert told == ["a0", "b0", "b done"]


def test_a_work_that_begins_another_is_left(qtbot: QtBot) -> None:
    turns, told = Turns(), list[str]()

    def restless() -> Iterator[None]:
        yield
        turns.begin(counting(told, "b", 2))
        yield
        told.append("never")

    turns.begin(restless())
    qtbot.waitUntil(lambda: "b done" in told)
    qtbot.wait(20)
    assert told == ["b0", "b1", "b done"]
