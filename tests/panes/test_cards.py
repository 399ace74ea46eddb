"""Cards are painted as they are, and the list is moved through by keys."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QTableView, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from reader.library import KwicLine
from reader.model import Span, Work
from reader.panes.card import Card, CardDelegate, LateCard
from reader.panes.card_text import CardText
from reader.panes.cards import CardList, CardModel
from reader.panes.header import TitleButton
from reader.panes.lens_kwic import KwicDelegate
from reader.qt import theme
from reader.qt.fonts import font
from reader.qt.look import Look
from reader.qt.safe_text import tip
from reader.qt.settings import Settings

CARDS = (
    Card("g", "River", group=True),
    Card("a", "One", "the river runs", (Span(4, 9),), "¶1", "words: river"),
    Card("b", "<b>Two</b>", "🌊 and <i>on</i> " * 40, (Span(2, 5),), "¶2"),
    Card("h", "Hill", group=True),
    Card("c", "Three", tint="accent", struck=True),
)


@pytest.fixture
def cards(qtbot: QtBot) -> CardList:
    view = CardList(theme.load("light"), "Hits")
    qtbot.addWidget(view)
    view.resize(320, 400)
    view.set_cards(CARDS)
    view.show()
    view.setFocus()
    return view


def test_the_first_of_many_cards_are_seen_before_the_last_has_its_place(qtbot: QtBot) -> None:
    view = CardList(theme.load("light"), "Hits")
    qtbot.addWidget(view)
    view.resize(320, 400)
    view.show()
    blank = view.viewport().grab().toImage()
    view.set_cards([Card(number, f"Hit {number}", "the river runs") for number in range(900)])
    view.choose(1)
    early = view.viewport().grab().toImage()
    below, most = view.verticalScrollBar(), view.sizeHintForRow(0) * 900 - 400
    assert below.maximum() < most // 2, "the cards were all laid out before the picture"
    qtbot.waitUntil(lambda: below.maximum() >= most)
    late = view.viewport().grab().toImage()
    assert early == late
    assert early != blank


def test_the_model_keeps_the_rules_of_models() -> None:
    model = CardModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_cards(CARDS)
    model.set_cards(CARDS[:2])
    assert model.rowCount() == 2


def told(qtbot: QtBot, widget: QWidget, at: QPoint) -> str:
    """Return what a tool tip says at a place, px in the widget."""
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    event = QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at))
    QApplication.sendEvent(widget, event)
    return QToolTip.text() if QToolTip.isVisible() else ""


def test_a_title_without_room_is_told_whole(qtbot: QtBot, cards: CardList) -> None:
    title = "Kropotkin, <b>Self-valorization</b> and the Crisis of Marxism, once more"
    cards.set_cards([Card("a", "Short", "words"), Card("b", title, aside="¶2", footer="why " * 40)])
    row = [cards.visualRect(cards.cards.index(at)).center() for at in range(2)]
    assert told(qtbot, cards.viewport(), row[0]) == ""
    assert told(qtbot, cards.viewport(), row[1]) == tip(f"{title} · {'why ' * 40}")
    cards.resize(3000, 400)
    assert told(qtbot, cards.viewport(), row[1]) == ""


def test_in_a_table_a_cell_is_what_a_title_has_room_in(qtbot: QtBot) -> None:
    model, table = CardModel(), QTableView()
    model.set_cards([Card("a", "A title that has room in the table, not in its cell")])
    table.setModel(model)
    table.setItemDelegate(CardDelegate(theme.load("light"), table))
    qtbot.addWidget(table)
    table.resize(900, 300)
    table.setColumnWidth(0, 120)
    table.show()
    cell = table.visualRect(model.index(0)).center()
    assert told(qtbot, table.viewport(), cell) == tip(model.cards[0].title)


def test_the_title_of_a_pane_without_room_is_told_whole(qtbot: QtBot, tmp_path: Path) -> None:
    look = Look(Settings(tmp_path / "settings.json"))
    title = TitleButton(look, None)  # type: ignore[arg-type]
    qtbot.addWidget(title)
    title.show_work(Work("k", "The Crisis of Marxism", ("Harry Cleaver",)))
    for width, words in ((60, tip("Cleaver: The Crisis of Marxism")), (900, "")):
        title.resize(width, 30)
        assert told(qtbot, title, QPoint(10, 10)) == words


def test_down_and_up_skip_groups_and_up_from_the_first_leaves(
    qtbot: QtBot, cards: CardList
) -> None:
    assert cards.key() == "a", "the list takes the focus with its first card"
    for key in "bc":
        qtbot.keyClick(cards, Qt.Key.Key_Down)
        assert cards.key() == key
    qtbot.keyClick(cards, Qt.Key.Key_Down)
    assert cards.key() == "c"
    for key in "ba":
        qtbot.keyClick(cards, Qt.Key.Key_Up)
        assert cards.key() == key
    with qtbot.waitSignal(cards.left):
        qtbot.keyClick(cards, Qt.Key.Key_Up)


def test_return_and_a_click_choose(qtbot: QtBot, cards: CardList) -> None:
    cards.choose("b")
    with qtbot.waitSignal(cards.chosen) as told:
        qtbot.keyClick(cards, Qt.Key.Key_Return)
    assert told.args == ["b"]
    where = cards.visualRect(cards.cards.index(1)).center()
    with qtbot.waitSignal(cards.chosen) as told:
        qtbot.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert told.args == ["a"]


def test_a_group_cannot_be_chosen(qtbot: QtBot, cards: CardList) -> None:
    where = cards.visualRect(cards.cards.index(0)).center()
    with qtbot.assertNotEmitted(cards.chosen):
        qtbot.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_the_chosen_card_stays_chosen_when_the_cards_change(cards: CardList) -> None:
    cards.choose("b")
    cards.set_cards(CARDS[2:])
    assert cards.key() == "b"


def test_all_that_were_selected_stay_so_when_the_cards_change(cards: CardList) -> None:
    cards.setSelectionMode(CardList.SelectionMode.ExtendedSelection)
    cards.selectAll()
    selected = cards.keys_chosen()
    assert len(selected) > 1
    cards.set_cards([replace(card, footer="changed") for card in cards.cards.cards])
    assert cards.keys_chosen() == selected
    gone, *left = selected
    cards.set_cards([card for card in cards.cards.cards if card.key != gone])
    assert cards.keys_chosen() == tuple(left)


def test_a_screen_reader_is_told_the_whole_card(cards: CardList) -> None:
    index = cards.cards.index(1)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "One. ¶1. the river runs. words: river"


@pytest.mark.parametrize("key", theme.KEYS)
def test_every_theme_paints_cards(qtbot: QtBot, cards: CardList, key: str) -> None:
    cards.set_theme(theme.load(key))
    cards.choose("b")
    picture = cards.grab().toImage()
    colours = {picture.pixelColor(x, 100).name() for x in range(0, picture.width(), 2)}
    assert len(colours) > 2


def test_an_excerpt_never_takes_more_than_its_lines(qtbot: QtBot) -> None:
    del qtbot
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QFont, QFontMetrics, QPainter

    font = QFont()
    image = QImage(200, 200, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    text = CardText("🌊 " * 300, (Span(0, 1), Span(4, 5)), font, theme.load("dark"))
    height = text.draw(painter, QRect(0, 0, 180, 200), 3)
    painter.end()
    assert height <= 3 * QFontMetrics(font).lineSpacing() + 6


def test_a_day_is_told_in_the_language_of_the_window() -> None:
    from PySide6.QtCore import QLocale

    from reader.panes.notes_look import short_date

    before = QLocale()
    QLocale.setDefault(QLocale("it"))
    short_date.cache_clear()
    try:
        assert short_date("2020-03-05T10:00:00Z") == "5 mar 2020"
        assert short_date("2020-03-05T10:00:00.123456+00:00") == "5 mar 2020"
        assert not short_date("2020-02-30T10:00:00Z")
    finally:
        QLocale.setDefault(before)
        short_date.cache_clear()


def test_a_text_that_is_too_long_ends_with_dots(qtbot: QtBot) -> None:
    from PySide6.QtGui import QFontMetrics

    text = "seven hundred inhabitants of mountainous neighbourhoods remember extraordinarily " * 4
    for width in range(90, 260, 7):
        card = CardText(text, (), QFont(), theme.load("light"))
        layout, _, cut = card.fitted(width, 3)
        assert cut
        room = width - QFontMetrics(QFont()).horizontalAdvance("…")
        assert layout.lineAt(2).naturalTextWidth() <= room, "the dots stand behind the words"


def test_cards_stand_close_when_the_list_was_narrower(qtbot: QtBot) -> None:
    cards = CardList(theme.load("light"), "Hits")
    qtbot.addWidget(cards)
    cards.resize(160, 600)
    cards.show()
    text = "Some words that need a line or two, or three when there is little room for them."
    cards.set_cards([Card(key, "Title", text, lines=4) for key in range(4)])
    qtbot.waitExposed(cards)
    narrow = cards.visualRect(cards.cards.index(3)).top()
    cards.resize(700, 600)
    qtbot.waitUntil(lambda: cards.visualRect(cards.cards.index(3)).top() < narrow)
    first, second = (cards.visualRect(cards.cards.index(row)) for row in (0, 1))
    assert second.top() - first.bottom() <= 2


def _measured(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that gets every excerpt that is set from now on."""
    measured: list[str] = []
    fit = CardText._fit

    def counted(text: CardText, width_px: int, lines: int) -> object:
        measured.append(text._text)
        return fit(text, width_px, lines)

    monkeypatch.setattr(CardText, "_fit", counted)
    return measured


def test_a_card_is_measured_once_for_laying_out_and_painting(
    qtbot: QtBot, cards: CardList, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured = _measured(monkeypatch)
    others = [Card(key, "Other", f"the river runs past {key}") for key in "xyz"]
    cards.set_cards(others)
    cards.grab()
    assert sorted(measured) == sorted(card.text for card in others)
    tall = cards.visualRect(cards.model().index(0, 0)).height()
    cards.resize(140, 400)
    qtbot.waitUntil(lambda: cards.visualRect(cards.model().index(0, 0)).height() > tall)
    cards.set_cards([Card("x", "Other", "short")])
    cards.grab()
    assert measured[-1] == "short", "another card in the same row is measured anew"
    cards.set_theme(theme.load("dark"))
    cards.grab()
    assert measured[-2:] == ["short", "short"], "its marks have the colours of the theme"


def test_cards_keep_their_size_when_more_come_than_are_seen(
    qtbot: QtBot, cards: CardList, monkeypatch: pytest.MonkeyPatch
) -> None:
    cards.set_cards([Card("one", "Title", "a river")])
    cards.grab()
    bar, width = cards.verticalScrollBar(), cards.viewport().width()
    assert bar.isVisible()
    qtbot.waitUntil(lambda: not bar.isEnabled())  # nothing to scroll: no handle is shown
    measured = _measured(monkeypatch)
    many = [Card(key, "Title", f"river {key}") for key in range(15)]
    cards.set_cards(many)
    cards.grab()
    qtbot.waitUntil(bar.isEnabled)
    assert cards.viewport().width() == width
    assert sorted(measured) == sorted(card.text for card in many), "each is set once"


def test_an_excerpt_read_leftward_begins_at_the_right_of_its_card_and_ends_with_dots(
    qtbot: QtBot,
) -> None:
    from PySide6.QtGui import QFontMetrics

    text = "\u05d4\u05e0\u05d4\u05e8 \u05d6\u05d5\u05e8\u05dd (river) \u05dc\u05d0\u05d8 " * 12
    card = CardText(text, (Span(0, 4),), QFont(), theme.load("light"))
    layout, _, cut = card.fitted(200, 3)
    rects = [layout.lineAt(at).naturalTextRect() for at in range(layout.lineCount())]
    assert cut
    assert len(rects) == 3
    assert all(abs(rect.right() - 200) <= 1 for rect in rects)
    dots = QFontMetrics(QFont()).horizontalAdvance("\u2026")
    assert rects[2].left() >= dots - 1, "the dots stand at the left, where it goes on"


def test_in_a_concordance_what_comes_before_stands_where_it_is_read(qtbot: QtBot) -> None:
    from PySide6.QtGui import QPainter

    class Noted(QPainter):
        def __init__(self, image: QImage) -> None:
            super().__init__(image)
            self.at: dict[str, int] = {}

        def drawText(self, *given: object) -> None:
            rect, words = given[0], given[-1]
            assert isinstance(rect, QRect)
            self.at[str(words)] = rect.center().x()

    def placed(window: Qt.LayoutDirection, left: str, word: str, right: str) -> list[int]:
        host = QWidget()
        qtbot.addWidget(host)
        image = QImage(400, 30, QImage.Format.Format_ARGB32)
        painter = Noted(image)
        painter.setLayoutDirection(window)
        line = KwicLine("w", "A", "p", None, "", Span(0, 1), left, word, right)
        KwicDelegate(theme.load("light"), host)._paint_words(
            painter, QRect(0, 0, 400, 30), QFont(), line, chosen=False
        )
        painter.end()
        return [painter.at[one] for one in (left, word, right)]

    for window in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        before, word, after = placed(window, "of a", "river", "in spring")
        assert before < word < after
        before, word, after = placed(window, "\u05e9\u05dc", "\u05e0\u05d4\u05e8", "\u05d1\u05d0")
        assert before > word > after


def test_a_late_card_is_made_when_it_is_first_looked_at() -> None:
    made: list[str] = []

    def make() -> Card:
        made.append("made")
        return Card("a", "Title", text="Words", footer="Foot")

    one, other = LateCard("a", make), LateCard("a", make)
    assert (one.key, one.group, made) == ("a", False, [])
    assert one.spoken == "Title. Words. Foot"
    assert made == ["made"]
    assert one.lines == Card("a", "").lines
    assert one == other
    assert made == ["made", "made"]


@pytest.mark.parametrize("letters", range(20, 160, 3))
def test_a_card_beyond_those_in_view_is_as_high_as_its_lines_with_bold_words(
    qtbot: QtBot, letters: int
) -> None:
    words = ("the river runs with mill and moon to the wide grey sea and on " * 3)[:letters]
    marks = tuple(Span(at, min(at + 9, letters)) for at in range(0, letters, 10))
    view = CardList(theme.load("light"), "Hits")
    qtbot.addWidget(view)
    view.resize(320, 400)
    view.set_cards([Card(row, "Title", words, marks) for row in range(22)])
    assert view.sizeHintForRow(21) == view.sizeHintForRow(0)


def test_an_excerpt_of_several_lines_is_measured_as_it_is_set(qtbot: QtBot) -> None:
    view = CardList(theme.load("light"), "Hits")
    qtbot.addWidget(view)
    view.resize(320, 400)
    view.set_cards([Card(row, "Title", "tea\nsalt\u2028rye") for row in range(22)])
    assert view.sizeHintForRow(21) == view.sizeHintForRow(0) == view.sizeHintForRow(20)
    one = CardText("tea\nsalt\u2028rye", (), view.font(), theme.load("light")).fitted(280, 3)[0]
    assert one.lineCount() == 1


def test_a_list_is_laid_out_once_it_is_seen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    measured: list[int] = []
    measure = CardDelegate._measure

    def noting(own: CardDelegate, card: Card, font: QFont, width: int, row: int) -> object:
        measured.append(width)
        return measure(own, card, font, width, row)

    monkeypatch.setattr(CardDelegate, "_measure", noting)
    view = CardList(theme.load("light"), "Hits")
    qtbot.addWidget(view)
    view.set_cards(CARDS)
    view.choose("b")
    view.resize(320, 400)
    assert not measured
    view.show()
    qtbot.waitUntil(lambda: view.visualRect(view.cards.index(4)).isValid())
    assert set(measured) == {view.viewport().width()}
    view.hide()
    view.set_cards(CARDS[:2])
    view.show()
    qtbot.waitUntil(lambda: view.visualRect(view.cards.index(1)).isValid())
    assert view.key() is None


@pytest.mark.parametrize("size_pt", [8, 9, 10.5, 11, 13, 16, 20])
def test_a_card_is_as_high_as_what_stands_on_it(qtbot: QtBot, size_pt: float) -> None:
    view = CardList(theme.load("light"), "Hits")
    qtbot.addWidget(view)
    view.setFont(font("Inter", size_pt))
    view.resize(320, 400)
    words = "mill and moon to the wide grey sea " * 20
    title = QFontMetrics(view.font()).lineSpacing()
    for lines in (1, 2, 4):
        view.set_cards([Card(row, "Title", words, lines=lines) for row in range(22)])
        text = CardText(words, (), view.font(), theme.load("light")).fitted(280, lines)[1]
        assert view.sizeHintForRow(0) == view.sizeHintForRow(21)
        assert view.sizeHintForRow(0) - title - text == 19, "two edges of 8 px and a gap of 3"
