"""Part of the window: the very first start.

A library without texts of the reader's own opens the companions side by side, with their links:
something to read at once, and a picture of what the program does.  One line says how to add.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QTimer

from reader.model import Place
from reader.panes.desk import Desk

#: Most panes that are opened at once.
_PANES = 3


def is_first_start(desk: Desk) -> bool:
    """Say whether nothing was ever opened or added here."""
    return not desk.library.session() and not desk.library.own_works()


def prepare(desk: Desk, then: Callable[[], None]) -> None:
    """Make what ships with the program ready to be read, in the background: it takes 0.4 s once.

    ``then`` is called when it is, or could not be; whoever shows a text says why.
    """

    def made(_: object) -> None:
        then()

    desk.tasks.run(
        QCoreApplication.translate("Welcome", "Reading the introductions"),
        lambda _progress: desk.library.texts(),
        made,
        made,
    )


def welcome(desk: Desk, *, companions: bool = True) -> None:
    """Show the related passages, and if wanted open the companions and say how to go on."""
    desk.side.bring("related", focus=False)
    desk.area.went.emit()  # in a narrow window the panel would lie over what is to be read
    works = [work for work in desk.library.works() if work.startswith("companion-")]
    if not companions or not works:
        return
    area = desk.area
    area.set_count(min(_PANES, len(works)))
    area.even()
    waiting = list(zip(area.panes, works, strict=False))

    def next_text() -> None:
        """Show one text in a turn of the loop: all of them would take 50 ms."""
        pane, work = waiting.pop(0)
        if pane in area.panes and not pane.work:
            area.show_in(pane, Place(work))
        if waiting:
            QTimer.singleShot(0, desk.window, next_text)

    next_text()
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
