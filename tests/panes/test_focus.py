"""Whoever goes by keyboard sees where the focus is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from reader.app import Program
from reader.qt.settings import Settings


def reached_by_tab(root: QWidget) -> list[QWidget]:
    return [
        one
        for one in root.findChildren(QWidget)
        if one.isVisible()
        and one.isEnabled()
        and one.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        and one.focusProxy() is None
    ]


def unseen(root: QWidget) -> list[str]:
    """Return the widgets of which a picture with the focus is the same as one without."""
    found, every = [], reached_by_tab(root)
    for one in every:
        other = next(w for w in every if w is not one and not w.isAncestorOf(one))
        other.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        without = one.grab().toImage()
        one.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if one.hasFocus() and one.grab().toImage() == without:
            found.append(f"{type(one).__name__} {one.accessibleName() or one.objectName()}")
    return found


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("state", ["go.related", "edit.search", "go.notes", "file.library"])
def test_the_focus_is_seen_everywhere(
    program: Program, settings: Settings, theme: str, state: str
) -> None:
    settings.change(settings.window, theme=theme)
    program.desk.look.dress(QApplication.instance())  # type: ignore[arg-type]
    assert program.desk.actions.do(state)
    QApplication.processEvents()
    assert len(reached_by_tab(program.window)) > 3
    assert not unseen(program.window)


@pytest.mark.parametrize("key", ["file.preferences", "help.shortcuts"])
def test_the_focus_is_seen_in_dialogs(program: Program, key: str) -> None:
    program.desk.look.dress(QApplication.instance())  # type: ignore[arg-type]
    assert program.desk.actions.do(key)
    (dialog,) = [one for one in program.window.findChildren(QDialog) if one.isVisible()]
    assert not unseen(dialog)
    dialog.reject()
