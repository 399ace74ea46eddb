"""Themes can be read by everybody: contrast by WCAG 2.2."""

import tomllib

import pytest
from pytestqt.qtbot import QtBot

from reader.library.shipped import shipped
from reader.model import BadInput, Colour
from reader.qt import theme

THEMES = pytest.mark.parametrize("look", [theme.load(key) for key in theme.KEYS], ids=theme.KEYS)


@THEMES
def test_long_texts_have_the_enhanced_contrast(look: theme.Theme) -> None:
    assert theme.contrast(look["page_text"], look["page"]) >= 7


@THEMES
@pytest.mark.parametrize(
    ("front", "ground"),
    [
        ("window_text", "window"), ("muted", "window"), ("muted", "page"), ("number", "page"),
        ("heading", "page"), ("link", "page"), ("link", "card"), ("card_text", "card"),
        ("muted", "card"), ("field_text", "field"), ("button_text", "button"),
        ("accent_text", "accent"), ("selection_text", "selection"), ("error_text", "error"),
        ("warning_text", "warning"), ("info_text", "info"), ("page_text", "hit"),
        ("page_text", "hit_current"), ("page_text", "density"),
    ],
)  # fmt: skip
def test_words_can_be_read(look: theme.Theme, front: str, ground: str) -> None:
    assert theme.contrast(look[front], look[ground]) >= 4.5


@THEMES
@pytest.mark.parametrize("colour", Colour)
def test_marked_words_can_be_read(look: theme.Theme, colour: Colour) -> None:
    assert theme.contrast(look["page_text"], look.fill(colour)) >= 7


@THEMES
@pytest.mark.parametrize("colour", Colour)
def test_lines_of_marks_can_be_seen(look: theme.Theme, colour: Colour) -> None:
    assert theme.contrast(look.line(colour), look["page"]) >= 3
    assert theme.contrast(look.line(colour), look.fill(colour)) >= 3


@THEMES
@pytest.mark.parametrize("role", ["focus", "accent", "border_strong", "related"])
def test_signs_can_be_seen(look: theme.Theme, role: str) -> None:
    for ground in ("page", "window", "card"):
        assert theme.contrast(look[role], look[ground]) >= 3


def test_contrast_is_that_of_the_standard() -> None:
    assert theme.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert theme.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_a_theme_with_a_mistake_says_which() -> None:
    with pytest.raises(BadInput, match=r"accent.* is missing"):
        theme.read("own", 'name = "x"\ndark = false\n[colours]\n[roles]\n')
    with pytest.raises(BadInput, match="cannot be used"):
        theme.read("own", "name = ")


@pytest.mark.parametrize("key", theme.KEYS)
def test_bundled_themes_are_read_as_toml_reads_them(key: str) -> None:
    text = (shipped("resources/themes") / f"{key}.toml").read_text(encoding="utf-8")
    assert theme._parsed(text) == tomllib.loads(text)


def test_themes_that_are_written_otherwise_are_read_too() -> None:
    text = "a.b = 1\n'c d'=0x10\n[e.f]\ng = 'h' # i\n[j]\nk = [1,\n2]\nl = \"m # n\"\n"
    assert theme._parsed(text) == tomllib.loads(text)


def test_every_role_of_the_style_sheet_is_filled(qtbot: QtBot) -> None:
    for key in theme.KEYS:
        assert "@" not in theme.style_sheet(theme.load(key))
