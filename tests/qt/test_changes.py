"""Changes of the library arrive on the GUI thread, whoever acted."""

import threading

from pytestqt.qtbot import QtBot

from reader.model import Change, Listeners, Touched
from reader.qt.changes import Changes


def test_a_change_from_a_worker_arrives_here(qtbot: QtBot) -> None:
    listeners = Listeners()
    changes, heard = Changes(listeners), []
    changes.happened.connect(lambda change: heard.append((change, threading.get_ident())))
    change = Change(Touched.INDEX)
    worker = threading.Thread(target=listeners.tell, args=(change,))
    with qtbot.waitSignal(changes.happened):
        worker.start()
    worker.join()
    assert heard == [(change, threading.main_thread().ident)]


def test_every_part_is_heard_until_closed(qtbot: QtBot) -> None:
    listeners = Listeners()
    changes, heard = Changes(listeners), []
    changes.happened.connect(heard.append)
    for part in Touched:
        listeners.tell(Change(part))
    assert [change.touched for change in heard] == list(Touched)
    changes.close()
    listeners.tell(Change(Touched.MARKS))
    assert len(heard) == len(Touched)
