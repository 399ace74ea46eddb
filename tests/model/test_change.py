"""Those who listen hear what concerns them, whatever the others do."""

import pytest

from reader.model import Change, Listeners, Touched


def test_only_those_concerned_are_told() -> None:
    heard: list[str] = []
    listeners = Listeners()
    listeners.listen(Touched.MARKS, lambda change: heard.append(f"marks {change.label}"))
    listeners.listen(Touched.TEXTS, lambda change: heard.append(f"texts {change.label}"))
    listeners.tell(Change(Touched.MARKS | Touched.INDEX, label="one"))
    assert heard == ["marks one"]


def test_who_left_is_not_told_and_may_leave_twice() -> None:
    heard: list[Change] = []
    listeners = Listeners()
    leave = listeners.listen(Touched.MARKS, heard.append)
    leave()
    leave()
    listeners.tell(Change(Touched.MARKS))
    assert heard == []


def test_one_failing_ear_does_not_deafen_the_rest() -> None:
    heard: list[Change] = []

    def fail(_change: Change) -> None:
        raise RuntimeError("deaf")

    listeners = Listeners()
    listeners.listen(Touched.MARKS, fail)
    listeners.listen(Touched.MARKS, heard.append)
    with pytest.raises(ExceptionGroup, match="while telling"):
        listeners.tell(Change(Touched.MARKS, label="x"))
    assert len(heard) == 1
