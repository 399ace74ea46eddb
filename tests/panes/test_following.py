"""Following in the window: panes come to linked passages, stay otherwise, and remember a hand."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QApplication
from pytestqt.qtbot import QtBot

from reader.app import Program, assemble
from reader.library import Library
from reader.model import Evidence, Place, Related, Span, Verdict
from reader.panes.glide import Glide
from reader.panes.marks import Layer
from reader.panes.overview import OverviewBar, _bars
from reader.panes.parts_following import Following
from reader.panes.parts_relating import Relating
from reader.panes.reading_pane import ReadingPane
from reader.picture import settle
from reader.qt.settings import Settings

LINKED = (12, 40)
Wait = Callable[[Callable[[], bool]], None]


def essay(path: Path, title: str, letters: str) -> Path:
    """Write a text whose words occur in no other."""
    vowels, body = "aeiou", []
    for row in range(60):
        words = []
        for at in range(70):
            code = (row * 31 + at * 7) % 625
            words.append("".join(letters + vowels[code // 5**n % 5] for n in range(4)))
        body.append(" ".join(words).capitalize() + ".")
    path.write_text("\n\n".join([f"# {title}", *body]), "utf-8")
    return path


@pytest.fixture
def following(tmp_path: Path, qtbot: QtBot) -> Iterator[tuple[Program, Following]]:
    library = Library.open(tmp_path / "library")
    works = [
        library.add(essay(tmp_path / f"{name}.md", name, letters)).summary.work.id
        for name, letters in (("Birch", "q"), ("Maple", "z"))
    ]
    library.refresh_links()
    program = assemble(library, Settings(tmp_path / "settings.json"))
    program.window.resize(1300, 700)
    program.window.show()
    program.open([Place(work) for work in works])
    qtbot.waitExposed(program.window)
    for row in LINKED:
        library.link((works[0], passage(library, works[0], row)),
                     (works[1], passage(library, works[1], 55 - row)))  # fmt: skip
    settle()
    yield program, next(one for one in program.window.children() if isinstance(one, Following))
    program.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def passage(library: Library, work: str, row: int) -> Span:
    return library.edition(work).passages[row].span


def panes(program: Program) -> tuple[ReadingPane, ReadingPane]:
    lead, other = program.desk.area.panes[:2]
    return lead, other


def read(program: Program, row: int) -> None:
    """Bring the leading pane to a passage, caret and all."""
    lead, _ = panes(program)
    span = passage(program.desk.library, lead.work, row)
    lead.show_place(Place(lead.work, span), remember=False)
    settled(program)


def settled(program: Program) -> None:
    """Wait until the followers stand."""
    settle()
    part = next(one for one in program.window.children() if isinstance(one, Following))
    for _ in range(100):
        if part.at_rest:
            break
        QTest.qWait(20)
    settle()


def position(pane: ReadingPane) -> tuple[Span, int]:
    place = pane.place()
    return place.span, place.offset_px


def in_view(pane: ReadingPane, row: int) -> bool:
    """Whether the first line in view stands a third of the way before a passage."""
    edition = pane.edition
    assert edition is not None
    top = edition.row_of(edition.at(pane.place().span.start).id)
    return row - 4 <= top <= row


def test_reading_on_from_passage_to_passage_by_keys_brings_each_counterpart(
    following: tuple[Program, Following],
) -> None:
    program, _ = following
    lead, other = panes(program)
    library = program.desk.library
    library.link((lead.work, passage(library, lead.work, 13)),
                 (other.work, passage(library, other.work, 5)))  # fmt: skip
    program.desk.actions.do("compare.follow")
    read(program, 11)
    assert other.header._said.text() == "no counterpart here"
    lead.focus_text()
    for step, counterpart, said in (
        ("next", 43, ""), ("next", 5, ""), ("next", 5, "no counterpart here"),
        ("previous", 5, ""), ("previous", 43, ""),
    ):  # fmt: skip
        program.desk.actions.do(f"go.{step}_passage")
        settled(program)
        assert in_view(other, counterpart)
        assert other.header._said.text() == said


def test_a_pane_moves_for_a_linked_passage_and_for_no_other(
    following: tuple[Program, Following],
) -> None:
    program, part = following
    _, other = panes(program)
    program.desk.actions.do("compare.follow")
    settle()
    for row in LINKED:
        read(program, row)
        assert in_view(other, 55 - row)
        assert not other.header._said.text()
        stands = position(other)
        for unlinked in (row + 2, row + 5, 25, 58):
            read(program, unlinked)
            assert position(other) == stands
            assert other.header._said.text()
    assert part.on


def test_a_pair_made_by_hand_is_reproduced_exactly_also_after_links_have_changed(
    following: tuple[Program, Following],
) -> None:
    program, _ = following
    library = program.desk.library
    lead, other = panes(program)
    program.desk.actions.do("compare.follow")
    read(program, LINKED[0])
    other.view.verticalScrollBar().setValue(other.view.verticalScrollBar().value() + 333)
    settle()
    put = position(other)
    assert other.header._said.text()  # put here by hand
    read(program, LINKED[1])
    assert position(other) != put
    read(program, LINKED[0])
    assert position(other) == put
    library.link((lead.work, passage(library, lead.work, 20)),
                 (other.work, passage(library, other.work, 3)))  # fmt: skip
    settle()
    read(program, LINKED[1])
    read(program, LINKED[0])
    assert position(other) == put


def test_a_pair_made_by_hand_outlives_a_restart_but_not_another_text(
    following: tuple[Program, Following], tmp_path: Path
) -> None:
    program, part = following
    library = program.desk.library
    lead, other = panes(program)
    program.desk.actions.do("compare.follow")
    read(program, LINKED[0])
    other.view.verticalScrollBar().setValue(other.view.verticalScrollBar().value() + 333)
    settle()
    put = position(other)
    assert part.by_hand
    program.session.save()
    again = assemble(library, Settings(tmp_path / "others.json"))
    again.window.resize(1300, 700)
    again.restore_layout()
    again.window.show()
    again.session.restore()
    settle()
    assert again.desk.actions["compare.follow"].isChecked(), "it followed when the window closed"
    assert position(panes(again)[1]) == put, "and nothing moves before the reader does"
    read(again, LINKED[1])
    assert position(panes(again)[1]) != put
    read(again, LINKED[0])
    assert position(panes(again)[1]) == put
    part = next(one for one in again.window.children() if isinstance(one, Following))
    texts = {work: library.edition(work).sha256 for work in (lead.work, other.work)}
    known = part.by_hand.places((lead.work, other.work), tuple(texts.values()))
    assert list(known.values()) == [Place(other.work, *put)]
    assert not part.by_hand.places((lead.work, other.work), (texts[lead.work], "another"))
    again.desk.tasks.drain()
    again.desk.changes.close()
    again.window.deleteLater()


def test_a_hand_on_the_wheel_stops_a_pane_and_is_remembered(
    following: tuple[Program, Following], qtbot: QtBot
) -> None:
    program, part = following
    lead, other = panes(program)
    program.desk.actions.do("compare.follow")
    read(program, LINKED[0])
    bar, seen = other.view.verticalScrollBar(), []
    bar.valueChanged.connect(seen.append)
    began = bar.value()
    span = passage(program.desk.library, lead.work, LINKED[1])
    lead.show_place(Place(lead.work, span), remember=False)
    qtbot.waitUntil(lambda: bool(seen))
    assert len(set(seen)) > 1 or not part.at_rest or bar.value() != began
    bar.triggerAction(bar.SliderAction.SliderPageStepAdd)
    stopped = bar.value()
    qtbot.waitUntil(lambda: part.at_rest)
    settle()
    assert bar.value() == stopped
    put = position(other)
    assert other.header._said.text()  # put here by hand
    read(program, LINKED[0])
    read(program, LINKED[1])
    assert position(other) == put


def test_our_own_moves_and_larger_letters_are_no_hand(
    following: tuple[Program, Following],
) -> None:
    program, part = following
    _, other = panes(program)
    program.desk.actions.do("compare.follow")
    for row in (*LINKED, *LINKED):
        read(program, row)
        assert not other.header._said.text()
    program.desk.actions.do("view.larger")
    QTest.qWait(400)
    settle()
    assert not other.header._said.text()
    assert not part.by_hand


def test_a_key_breaks_the_tie_for_a_moment(
    following: tuple[Program, Following], qtbot: QtBot
) -> None:
    program, part = following
    lead, other = panes(program)
    program.desk.actions.do("compare.follow")
    read(program, LINKED[0])
    stood = position(other)
    lead.focus_text()
    qtbot.keyClick(lead.view, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    assert part.on
    assert other.header._said.text() == "stays for a moment"
    read(program, LINKED[1])
    assert position(other) == stood
    other.view.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)
    settle()
    assert not part.by_hand, "a look elsewhere is no pair"
    part._moment.start(0)
    qtbot.waitUntil(lambda: in_view(other, 55 - LINKED[1]))
    assert not other.header._said.text()
    program.desk.actions.do("compare.moment")
    program.desk.actions.do("compare.moment")
    assert not part._moment.isActive(), "pressed again it ties at once"
    read(program, LINKED[0])
    assert position(other) == stood


def test_a_near_counterpart_is_reached_in_steps_the_eye_can_follow(
    following: tuple[Program, Following], qtbot: QtBot
) -> None:
    program, _ = following
    _, other = panes(program)
    read(program, LINKED[0])
    glide, seen = Glide(other.view), []
    other.view.verticalScrollBar().valueChanged.connect(seen.append)
    offset = passage(program.desk.library, other.work, 6).start
    with qtbot.waitSignal(glide.arrived):
        glide.to_line(offset, -50)
    steps = seen[2:]  # the way there and back before anything is painted
    assert len(steps) > 2
    assert steps == sorted(steps)
    assert other.place() == Place(other.work, Span(offset, offset), -50)


def test_where_less_motion_is_wanted_a_counterpart_is_reached_at_once(
    following: tuple[Program, Following],
) -> None:
    program, part = following
    _, other = panes(program)
    settings = program.desk.settings
    settings.change(settings.window, glide=False)
    seen: list[int] = []
    read(program, LINKED[0])
    other.view.verticalScrollBar().valueChanged.connect(seen.append)
    offset = passage(program.desk.library, other.work, 6).start
    part._glides[other].to_line(offset, -50)
    assert not part._glides[other].under_way
    assert len(seen) == 1
    assert other.place() == Place(other.work, Span(offset, offset), -50)


def test_a_verdict_stands_beside_the_link_and_marks_no_words(
    following: tuple[Program, Following],
) -> None:
    program, _ = following
    library = program.desk.library
    marks = [len(pane.view.marks.marks) for pane in panes(program)]
    ends = [(pane.work, library.edition(pane.work).passages[7].id) for pane in panes(program)]
    library.judge(ends[0], ends[1], Verdict.ACCEPTED, body="indeed")
    settle()
    assert [len(pane.view.marks.marks) for pane in panes(program)] == marks
    library.undo()
    settle()
    assert [len(pane.view.marks.marks) for pane in panes(program)] == marks


def test_following_shows_ribbons_and_strips_without_the_panel(
    following: tuple[Program, Following], qtbot: QtBot
) -> None:
    program, part = following
    program.desk.actions.do("compare.follow")
    read(program, LINKED[0])
    qtbot.waitUntil(lambda: bool(part.ribbons._ribbons))
    bars = [pane.findChild(OverviewBar) for pane in panes(program)]
    qtbot.waitUntil(lambda: all(bar is not None and bar._density for bar in bars))
    assert program.desk.side.isHidden() or program.desk.side.current != "related"


def test_a_strip_shows_where_a_text_is_linked(
    following: tuple[Program, Following], qtbot: QtBot
) -> None:
    program, _ = following
    lead, other = panes(program)
    bars = [pane.findChild(OverviewBar) for pane in (lead, other)]
    assert [bar._density for bar in bars] == [(), ()]
    program.desk.actions.do("go.related")
    qtbot.waitUntil(lambda: all(bar._density for bar in bars), timeout=20_000)
    library = program.desk.library
    assert [span for span, _ in bars[0]._density] == [
        passage(library, lead.work, row) for row in LINKED
    ]
    assert {share for _, share in bars[1]._density} == {1.0}
    empty = bars[0].grab().toImage()
    bars[0].set_density(())
    assert bars[0].grab().toImage() != empty
    library.link((lead.work, passage(library, lead.work, 20)),
                 (other.work, passage(library, other.work, 3)))  # fmt: skip
    qtbot.waitUntil(lambda: len(bars[0]._density) == 3, timeout=20_000)


def test_passages_lower_than_a_pixel_share_it_in_the_strip() -> None:
    spans = [Span(at * 10, at * 10 + 9) for at in range(400)]
    density = [(span, (row % 10 + 1) / 10) for row, span in enumerate(spans)]
    bars = list(_bars([*density, (Span(4000, 6000), 0.5)], 0.01))
    assert bars[0] == (40.0, 19.5, 0.5), "a tall one stands as it is"
    assert [top for top, _, _ in bars[1:]] == [float(y) for y in range(40)]
    assert {share for _, _, share in bars[1:]} == {1.0}
    assert list(_bars([], 0.01)) == []


def test_ribbons_stay_between_the_panes_where_lines_run_leftward(
    following: tuple[Program, Following], qtbot: QtBot
) -> None:
    program, part = following
    program.desk.actions.do("compare.follow")
    read(program, LINKED[0])
    qtbot.waitUntil(lambda: bool(part.ribbons.ribbons))
    program.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    lead, other = panes(program)
    here = part.ribbons.mapFromGlobal(other.view.viewport().mapToGlobal(QPoint(0, 0))).x()
    edge = here + other.view.viewport().width()
    assert lead.x() > other.x()
    for ribbon in part.ribbons.ribbons:
        start, end = part.ribbons.ends(ribbon)
        assert edge <= start.x() <= end.x()


def test_the_words_of_a_link_are_marked_while_the_panel_shows_which(
    following: tuple[Program, Following],
) -> None:
    program, _ = following
    lead, other = panes(program)
    edition = program.desk.library.edition(other.work)
    row = 55 - LINKED[0]
    there = edition.passages[row]
    words = Span(there.span.start, there.span.start + 4)
    read(program, LINKED[0])
    program.desk.actions.do("go.related")
    settle()
    relating = next(one for one in program.window.children() if isinstance(one, Relating))
    reason = Evidence("words", "word", 0.5, here=(), there=(words,))

    def marked() -> bool:
        return any(run.layer is Layer.RELATED for run in other.view.marks.of_row(edition, row))

    relating._on_focused(Related(other.work, there.id, there.locus, 0.9, evidence=(reason,)))
    assert lead.work != other.work
    assert marked()
    program.desk.actions.do("view.side_panel")
    assert not marked()
    program.desk.actions.do("view.side_panel")
    assert marked()
    program.desk.actions.do("edit.search")
    assert not marked()
