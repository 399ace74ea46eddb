"""What an action changed, so that views refresh that and nothing else."""

from collections.abc import Callable
from enum import Flag, auto

from reader.model.values import dataclass


class Touched(Flag):
    """The parts of a library that an action can change."""

    TEXTS = auto()
    MARKS = auto()
    LINKS = auto()
    INDEX = auto()
    GLOSSARY = auto()
    GROUP = auto()


@dataclass(frozen=True, slots=True)
class Change:
    """One finished action.

    Attributes:
        touched: the parts that changed.
        works: short ids of the works concerned; empty means all.
        label: what was done, for the undo menu ("Highlight", "Delete note").
        annotations: ids of the annotations that changed.
    """

    touched: Touched
    works: frozenset[str] = frozenset()
    label: str = ""
    annotations: frozenset[str] = frozenset()


class Listeners:
    """Those who want to hear of changes.  Knows nothing of Qt."""

    def __init__(self) -> None:
        self._ears: list[tuple[Touched, Callable[[Change], None]]] = []

    def listen(self, to: Touched, ear: Callable[[Change], None]) -> Callable[[], None]:
        """Call ``ear`` after each change that touches ``to``; return the way out."""
        entry = (to, ear)
        self._ears.append(entry)

        def leave() -> None:
            if entry in self._ears:
                self._ears.remove(entry)

        return leave

    def tell(self, change: Change) -> None:
        """Tell everyone concerned; one failing ear does not deafen the rest.

        Raises:
            ExceptionGroup: after all were told, when some of them failed.
        """
        errors: list[Exception] = []
        for to, ear in list(self._ears):
            if to & change.touched:
                try:
                    ear(change)
                except Exception as error:  # noqa: BLE001 - raised below, after all were told
                    errors.append(error)
        if errors:
            raise ExceptionGroup(f"while telling of {change.label!r}", errors)
