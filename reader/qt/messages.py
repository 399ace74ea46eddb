"""Messages to the reader: one function for each level, one bar that shows them.

Text is always plain: what comes from a file or a note is never read as markup.
"""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, Signal

from reader.model import ReaderError
from reader.model.values import dataclass
from reader.qt.sentences import translated


class Level(StrEnum):
    """How much a message matters."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Message:
    """Something to say.

    Attributes:
        level: see ``Level``.
        text: a sentence for people, plain text.
        action: label of the one thing to do about it ("Undo"); empty when there is none.
        do: called when the reader takes that action.
        passing: no longer true once something that the reader asked for was done.
    """

    level: Level
    text: str
    action: str = ""
    do: Callable[[], object] | None = None
    passing: bool = False


class Messages(QObject):
    """Where every part of the window says things.

    Attributes:
        remedies: what can be done about a kind of error: label and action.

    Signals:
        said: a ``Message``, on the GUI thread.
        worked: what the reader asked for was done; an earlier refusal is no longer true.
    """

    said = Signal(object)
    worked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.remedies: dict[type[Exception], tuple[str, Callable[[], object]]] = {}

    def info(self, text: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Say what was done; goes away by itself."""
        self.said.emit(Message(Level.INFO, text, action, do))

    def warning(self, text: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Say what the reader should know; stays until read."""
        self.said.emit(Message(Level.WARNING, translated(text), action, do))

    def error(
        self, error: Exception | str, action: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """Say what went wrong; stays until closed."""
        if do is None:
            action, do = self._remedy(error)
        self.said.emit(Message(Level.ERROR, sentence(error), action, do))

    def refused(self, error: Exception) -> None:
        """Say why something was not done; stays until closed, or until something is done."""
        action, do = self._remedy(error)
        self.said.emit(Message(Level.ERROR, sentence(error), action, do, passing=True))

    def _remedy(self, error: Exception | str) -> tuple[str, Callable[[], object] | None]:
        return ("", None) if isinstance(error, str) else self.remedies.get(type(error), ("", None))


#: So much is told of an error that nobody foresaw, characters.
_TOLD = 200


def sentence(error: Exception | str) -> str:
    """Return one sentence for people about ``error``."""
    if isinstance(error, str):
        return translated(error)
    if isinstance(error, ReaderError):
        return _with_subject(error)
    told = " ".join(str(error).split())
    told = told if len(told) <= _TOLD else f"{told[:_TOLD]}…"
    detail = f"{type(error).__name__}: {told}".rstrip(": ")
    words = QCoreApplication.translate(
        "Messages", "Something went wrong that should not have ({0}). Your notes are safe."
    )
    return words.format(detail)


def _with_subject(error: ReaderError) -> str:
    message = translated(error.message)
    said = error.about in error.message or error.about.startswith("urn:uuid:")  # no word for people
    if error.about and not said:
        return f"{message} ({error.about})"
    return message
