"""Writing in the background: in order, the newest last, and finished when asked."""

from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from reader.model import LibraryError
from reader.qt.keeper import Keeper


def test_what_is_finished_is_written_and_written_once(qtbot: QtBot) -> None:
    written: list[int] = []
    keeper = Keeper()
    for at in range(20):
        keeper.keep(lambda at=at: written.append(at))
    keeper.finish()
    assert written[-1] == 19
    assert written == sorted(set(written))
    qtbot.wait(50)  # tasks that still waited do nothing
    assert written[-1] == 19
    assert written == sorted(set(written))


def test_keeping_does_not_wait_for_a_slow_disk_and_finishing_does(qtbot: QtBot) -> None:
    begun, let, written = Event(), Event(), []

    def slow() -> None:
        begun.set()
        assert let.wait(5)
        written.append("slow")

    keeper = Keeper()
    keeper.keep(slow)
    assert begun.wait(5)
    keeper.keep(lambda: written.append("newest"))
    assert written == []
    let.set()
    keeper.finish()
    assert written == ["slow", "newest"]


def test_a_failure_is_told_and_a_later_write_is_tried(qtbot: QtBot) -> None:
    def fail() -> None:
        raise LibraryError("The disk is full.")

    written: list[str] = []
    keeper = Keeper()
    with qtbot.waitSignal(keeper.failed):
        keeper.keep(fail)
    keeper.finish()
    keeper.keep(lambda: written.append("later"))
    keeper.finish()
    assert written == ["later"]


def test_finishing_raises_what_the_write_raises() -> None:
    def fail() -> None:
        raise LibraryError("The disk is full.")

    keeper = Keeper()
    keeper._newest, keeper._write = 1, fail
    with pytest.raises(LibraryError):
        keeper.finish()


def test_nothing_to_finish_is_finished() -> None:
    Keeper().finish()
