"""What a screen reader is told of parts that Qt makes, or that it does not tell by their names."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget


def complete_names(root: QWidget) -> None:
    """Give names to the buttons within fields, and descriptions to drop-down lists.

    On Linux a list is told by what is chosen in it, and its accessible name is not told at all.
    """
    for field in root.findChildren(QLineEdit):
        for button in field.findChildren(QAbstractButton):
            button.setAccessibleName(QCoreApplication.translate("SpokenNames", "Clear the field"))
    for choice in root.findChildren(QComboBox):
        if not choice.accessibleDescription():
            choice.setAccessibleDescription(choice.accessibleName())


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say something that the focus does not tell."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
