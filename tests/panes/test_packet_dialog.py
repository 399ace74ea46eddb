"""The packet of a meeting: what is chosen for it can be read whole."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from reader.model import Locus
from reader.panes.packet_dialog import Candidate, PacketDialog
from reader.qt.look import Look
from reader.qt.settings import Settings


def nobody(_work: str, _locus: str) -> Candidate:
    raise AssertionError


@pytest.mark.parametrize("width", [700, 1000])
def test_every_passage_of_the_agenda_shows_all_its_lines(
    qtbot: QtBot, settings: Settings, width: int
) -> None:
    Look(settings).dress(QApplication.instance())  # type: ignore[arg-type]
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(width, 700)
    about = [
        Candidate("w", str(n), Locus("¶", n), n, "A Title of Some Words", "some words " * n, "")
        for n in range(5, 25)
    ]
    dialog = PacketDialog(about, "Meeting", lambda *_: "", host, works={}, find=nobody)
    dialog.show()
    QApplication.processEvents()
    option = QStyleOptionViewItem()
    dialog.list.initViewItemOption(option)
    margin = dialog.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
    for row in range(dialog.list.count()):
        item = dialog.list.item(row)
        dialog.list.itemDelegate().initStyleOption(option, dialog.list.indexFromItem(item))
        option.rect = dialog.list.visualItemRect(item)
        room = dialog.style().subElementRect(
            QStyle.SubElement.SE_ItemViewItemText, option, dialog.list
        )
        wanted = option.fontMetrics.boundingRect(
            0, 0, room.width() - 2 * margin, 5000, Qt.TextFlag.TextWordWrap, item.text()
        )
        assert wanted.height() <= room.height(), item.text()
    dialog.reject()
    qtbot.waitUntil(lambda: dialog._latest._newest is None)


def test_an_empty_packet_says_what_would_stand_in_it(qtbot: QtBot, settings: Settings) -> None:
    Look(settings).dress(QApplication.instance())  # type: ignore[arg-type]
    host = QWidget()
    qtbot.addWidget(host)
    dialog = PacketDialog([], "Meeting", lambda *_: "", host, works={}, find=nobody)
    dialog.show()
    qtbot.waitUntil(lambda: dialog._latest._newest is None)
    QApplication.processEvents()
    assert "Tick passages" in dialog.page.placeholderText()
    seen = dialog.page.viewport().grab().toImage()
    dialog.page.setPlaceholderText("")
    QApplication.processEvents()
    assert dialog.page.viewport().grab().toImage() != seen, "the words are painted"
    dialog.reject()
