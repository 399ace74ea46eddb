"""Undo and redo over everything a reader does in a session."""

from collections.abc import Callable
from dataclasses import replace

from reader.model import Change
from reader.model.values import dataclass


@dataclass(frozen=True, slots=True)
class _Step:
    label: str
    undo: Callable[[], Change | None]
    redo: Callable[[], Change | None]
    notes: frozenset[str] = frozenset()


class Undo:
    """One user action is one step; unbounded within a session.

    A step whose undo fails stays where it is, so that it can be tried again.
    """

    def __init__(self) -> None:
        self._done: list[_Step] = []
        self._undone: list[_Step] = []

    def did(
        self,
        label: str,
        undo: Callable[[], Change | None],
        redo: Callable[[], Change | None],
        notes: frozenset[str] = frozenset(),
    ) -> None:
        """Remember an action just done; what had been undone before cannot be redone now.

        ``notes`` are the ids of those it changed in the store, which keeps a journal beside.
        """
        self._done.append(_Step(label, undo, redo, notes))
        self._undone.clear()

    def forget_notes(self, gone: frozenset[str]) -> None:
        """Forget the steps about these notes and no others, as the journal of the store does."""
        for steps in (self._done, self._undone):
            steps[:] = [
                replace(step, notes=step.notes - gone)
                for step in steps
                if not step.notes or step.notes - gone
            ]

    def forget(self) -> None:
        """Forget every step: what they would take back is no longer as they left it."""
        self._done.clear()
        self._undone.clear()

    @property
    def undo_label(self) -> str:
        """The action that ``undo`` would take back; empty when there is none."""
        return self._done[-1].label if self._done else ""

    @property
    def redo_label(self) -> str:
        """The action that ``redo`` would do again; empty when there is none."""
        return self._undone[-1].label if self._undone else ""

    def undo(self) -> Change | None:
        """Take the last action back; None when there is none."""
        if not self._done:
            return None
        change = self._done[-1].undo()
        self._undone.append(self._done.pop())
        return change

    def redo(self) -> Change | None:
        """Do again what was taken back last; None when there is none."""
        if not self._undone:
            return None
        change = self._undone[-1].redo()
        self._done.append(self._undone.pop())
        return change
