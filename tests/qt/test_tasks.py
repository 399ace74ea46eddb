"""Work goes out, one answer comes back, the newest wins."""

import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.model import Cancelled, NotFound, Progress
from reader.qt.tasks import Latest, Task, Tasks


def test_work_runs_elsewhere_and_the_answer_arrives_here(qtbot: QtBot) -> None:
    threads = []
    task = Task(lambda _: threading.get_ident())
    task.done.connect(lambda _task, result: threads.append((result, threading.get_ident())))
    with qtbot.waitSignal(task.done):
        task.start()
    ((worker, here),) = threads
    assert worker != threading.main_thread().ident
    assert here == threading.main_thread().ident


def test_a_failure_arrives_as_itself(qtbot: QtBot) -> None:
    def work(_progress: Progress) -> object:
        raise NotFound("Gone.")

    task = Task(work)
    with qtbot.waitSignal(task.failed) as caught:
        task.start()
    assert isinstance(caught.args[1], NotFound)


def test_progress_is_told_and_a_stop_is_heard(qtbot: QtBot) -> None:
    go = threading.Event()

    def work(progress: Progress) -> object:
        progress.step(0.5, "half")
        go.wait(5)
        progress.step(0.9)
        return None

    task = Task(work)
    with qtbot.waitSignal(task.progressed) as caught:
        task.start()
    assert caught.args == [0.0, ""] or caught.args == [0.5, "half"]
    with qtbot.waitSignal(task.failed) as failed:
        task.stop()
        go.set()
    assert isinstance(failed.args[1], Cancelled)


def test_of_two_searches_only_the_newer_answers(qtbot: QtBot) -> None:
    latest, answers, hold = Latest(), [], threading.Event()
    latest.done.connect(answers.append)
    latest.run(lambda _: hold.wait(5) and "old")
    latest.run(lambda _: "new")
    qtbot.waitUntil(lambda: answers == ["new"])
    hold.set()
    assert QThreadPool.globalInstance().waitForDone(5000)
    qtbot.wait(10)
    assert answers == ["new"]


def test_a_forgotten_answer_may_come_after_its_owner_is_gone(qtbot: QtBot) -> None:
    hold = threading.Event()
    latest = Latest()
    latest.run(lambda _: hold.wait(5))
    latest.deleteLater()
    del latest
    hold.set()
    assert QThreadPool.globalInstance().waitForDone(5000)
    qtbot.wait(10)


_DEAF = """
import time
from PySide6.QtCore import QCoreApplication
from reader.qt.tasks import Tasks

def work(progress):
    while not gone():
        time.sleep(0.01)
    {then}

def gone():
    return QCoreApplication.instance() is None

app = QCoreApplication([])
tasks = Tasks()
tasks.run("", work)
time.sleep(0.05)
print(tasks.drain(10))
"""


@pytest.mark.parametrize("then", ["progress.tell(0.5, '')", "progress.step(0.5)", "return 1"])
def test_work_that_outlives_the_program_ends_without_a_word(then: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _DEAF.format(then=then)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "False\n", "")


def test_a_failure_without_a_handler_goes_to_everybody(qtbot: QtBot) -> None:
    tasks = Tasks()

    def work(_progress: Progress) -> object:
        raise ValueError("oh")

    with qtbot.waitSignal(tasks.failed) as caught:
        tasks.run("Trying", work)
    assert caught.args[0] == "Trying"
    assert not tasks.running


def test_closing_stops_what_runs(qtbot: QtBot) -> None:
    tasks, began = Tasks(), threading.Event()

    def work(progress: Progress) -> object:
        began.set()
        while True:
            progress.step(0.1)

    tasks.run("Endless", work)
    assert began.wait(5)
    assert tasks.drain()


def test_closing_stops_what_a_page_runs_by_itself(qapp: QApplication) -> None:
    del qapp
    latest, began, again = Latest(), threading.Event(), threading.Event()

    def work(progress: Progress) -> object:
        while True:
            began.set()
            progress.step(0.5)
            again.wait(0.001)

    latest.run(work)
    assert began.wait(5)
    assert Tasks().drain()


@pytest.mark.parametrize("share", [0.0, 0.3, 1.0])
def test_a_stopped_task_does_not_begin(qtbot: QtBot, share: float) -> None:
    ran = []
    task = Task(lambda _: ran.append(share))
    task.stop()
    with qtbot.waitSignal(task.failed):
        task.start()
    assert not ran
