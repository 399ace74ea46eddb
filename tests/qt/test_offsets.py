"""Code points and UTF-16 units are translated at one border."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from reader.qt.offsets import QtOffsets

TEXTS = st.text(st.sampled_from("aé ́\u00ad😀𝔸ώ漢‍🏽"), max_size=40)


@given(TEXTS)
def test_there_and_back_is_the_same(text: str) -> None:
    offsets = QtOffsets(text)
    assert [offsets.from_qt(offsets.to_qt(at)) for at in range(len(text) + 1)] == [
        *range(len(text) + 1)
    ]


@given(TEXTS)
def test_a_position_within_a_wide_character_is_rounded_down(text: str) -> None:
    offsets = QtOffsets(text)
    units = len(text.encode("utf-16-le")) // 2
    seen = [offsets.from_qt(position) for position in range(units + 1)]
    assert seen == sorted(seen)
    assert all(offsets.to_qt(point) <= at for at, point in enumerate(seen))


def test_what_a_cursor_selects_is_what_python_slices(qtbot: object) -> None:
    text = "ένα 😀 δύο 𝔸𝔹 τρία 🏽 end"
    document = QTextDocument()
    document.setPlainText(text)
    offsets = QtOffsets(text)
    for start in range(len(text)):
        for end in range(start, len(text)):
            cursor = QTextCursor(document)
            cursor.setPosition(offsets.to_qt(start))
            cursor.setPosition(offsets.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
            assert cursor.selectedText() == text[start:end]
