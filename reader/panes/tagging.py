"""Asking for tags: a line of them, with those in use offered for each."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from reader.panes.asking import Question, ask


class TagCompleter(QCompleter):
    """Completes the last of several tags that are separated by commas."""

    def __init__(self, tags: Iterable[str], field: QLineEdit) -> None:
        super().__init__(list(tags), field)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._field = field
        field.setCompleter(self)

    def splitPath(self, path: str) -> list[str]:  # noqa: N802
        """Return the tag that is being written, which is looked for."""
        return [path.rpartition(",")[2].lstrip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:  # noqa: N802
        """Return the whole line with the tag that was chosen at its end."""
        head, comma, _ = self._field.text().rpartition(",")
        return f"{head}{comma} {index.data()}" if comma else str(index.data())


def ask_tags(
    parent: QWidget,
    title: str,
    label: str,
    then: Callable[[tuple[str, ...]], object],
    *,
    in_use: Iterable[str],
    tags: Iterable[str] = (),
) -> Question:
    """Ask for tags; ``then`` is called with them unless the reader goes back, and may refuse."""
    dialog = ask(parent, title, label, lambda words: then(_tags(words)), ", ".join(tags))
    field = dialog.findChild(QLineEdit)
    if field is not None:
        completer = TagCompleter(in_use, field)
        field.returnPressed.connect(lambda: _on_return(dialog, completer))
    return dialog


def _on_return(dialog: Question, completer: TagCompleter) -> None:
    """Let Return answer over tags that are only offered: their list takes the key for itself."""
    offered = completer.popup()
    if offered is not None and offered.isVisible() and not offered.currentIndex().isValid():
        offered.hide()
        dialog.accept()


def _tags(words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag for one in words.split(",") if (tag := one.strip())))
