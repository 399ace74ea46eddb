"""Part of the window: the very first start.

A library without texts of the reader's own opens the companions side by side, with their links:
something to read at once, and a picture of what the program does.  One line says how to add.
"""

from PySide6.QtCore import QCoreApplication

from reader.model import Place
from reader.panes.desk import Desk

#: Most panes that are opened at once.
_PANES = 3


def is_first_start(desk: Desk) -> bool:
    """Say whether nothing was ever opened or added here."""
    return not desk.library.session() and not desk.library.own_works()


def welcome(desk: Desk, *, companions: bool = True) -> None:
    """Show the related passages, and if wanted open the companions and say how to go on."""
    desk.side.bring("related", focus=False)
    works = [work for work in desk.library.works() if work.startswith("companion-")]
    if not companions or not works:
        return
    area = desk.area
    area.set_count(min(_PANES, len(works)))
    area.even()
    for pane, work in zip(area.panes, works, strict=False):
        area.show_in(pane, Place(work))
    area.set_active(area.panes[0])
    desk.messages.info(
        QCoreApplication.translate(
            "Welcome",
            "Welcome. These are introductions to three essays, linked to one another. "
            "Add texts of your own with Ctrl+O, or drop files on the window.",
        ),
        QCoreApplication.translate("Welcome", "Add texts…"),
        lambda: desk.actions.do("file.add"),
    )
