"""Themes: named colours in a TOML file each; roles refer to names; one module makes Qt of them."""

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from PySide6.QtGui import QColor, QPalette

from reader.library.shipped import shipped
from reader.model import BadInput, Colour
from reader.model.values import dataclass

#: The themes in the order of the menu.
KEYS = ("light", "sepia", "dark", "contrast")
_AT_ROLE = re.compile(r"@(\w+)")
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class Theme:
    """One look.

    Attributes:
        key: its file's name without the ending.
        name: for people.
        dark: light letters on a dark page.
        roles: role to ``#rrggbb``; see ``ROLES``.
        fills: of marks, under the words.
        lines: of marks, for underlines, edges and signs.
    """

    key: str
    name: str
    dark: bool
    roles: Mapping[str, str]
    fills: Mapping[Colour, str]
    lines: Mapping[Colour, str]

    def __getitem__(self, role: str) -> QColor:
        return QColor(self.roles[role])

    def fill(self, colour: Colour) -> QColor:
        """Return the colour of a mark under the words."""
        return QColor(self.fills[colour])

    def line(self, colour: Colour) -> QColor:
        """Return the colour of a mark's line, edge or sign."""
        return QColor(self.lines[colour])


#: Every role that a theme file must fill.
ROLES = frozenset((
    "window", "window_text", "page", "page_text", "heading", "muted", "number", "rule", "border",
    "border_strong", "field", "field_text", "button", "button_text", "accent", "accent_text",
    "link", "focus", "selection", "selection_text", "card", "card_text", "error", "error_text",
    "warning", "warning_text", "info", "info_text", "related", "density", "hit", "hit_current",
))  # fmt: skip


@cache
def load(key: str) -> Theme:
    """Return a bundled theme.

    Raises:
        BadInput: its file has a mistake; says which.
    """
    path = shipped("resources/themes") / f"{key}.toml"
    return read(key, path.read_text(encoding="utf-8"))


def read(key: str, text: str) -> Theme:
    """Read a theme file.

    Raises:
        BadInput: a role is missing, or a colour is not one.
    """
    try:
        data = _parsed(text)
        names = data["colours"]
        roles = {role: _colour(data["roles"][role], names) for role in sorted(ROLES)}
        marks = {colour: data["marks"][colour.value] for colour in Colour}
        fills = {colour: _colour(fill, names) for colour, (fill, _) in marks.items()}
        lines = {colour: _colour(line, names) for colour, (_, line) in marks.items()}
        return Theme(key, str(data["name"]), bool(data["dark"]), roles, fills, lines)
    except KeyError as error:
        raise BadInput(f"The theme “{key}” cannot be used: {error} is missing.", key) from error
    except (TypeError, ValueError) as error:
        raise BadInput(f"The theme “{key}” cannot be used: {error}.", key) from error


def _parsed(text: str) -> dict[str, Any]:
    """Return what a TOML file says.

    Ours have a value on each line, written as in JSON; loading the reader of TOML and letting it
    read one costs the start of the window 5 ms.  It reads the others, and says what is wrong.
    """
    data: dict[str, Any] = {}
    table = data
    try:
        for line in text.splitlines():
            told = line.split(" #", 1)[0].strip()
            if told.startswith("["):
                table = data[_plain_name(told[1:-1])] = {}
            elif told and not told.startswith("#"):
                key, value = told.split(" = ", 1)
                table[_plain_name(key)] = json.loads(value)
    except ValueError:
        import tomllib

        return tomllib.loads(text)
    return data


def _plain_name(key: str) -> str:
    if not key.isidentifier():
        raise ValueError(f"“{key}” is more than a name")
    return key


def _colour(value: str, names: Mapping[str, str]) -> str:
    found = names.get(value, value)
    if not _HEX.fullmatch(found):
        raise ValueError(f"“{value}” is neither a colour nor one of its names")
    return found


def contrast(one: str | QColor, other: str | QColor) -> float:
    """Return the contrast ratio of WCAG 2.2, 1.4.3: from 1 to 21."""
    low, high = sorted((_luminance(QColor(one)), _luminance(QColor(other))))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(p) for p in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


_PALETTE = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "window_text",
    QPalette.ColorRole.Base: "field",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Text: "field_text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "button",
    QPalette.ColorRole.ButtonText: "button_text",
    QPalette.ColorRole.BrightText: "error_text",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "selection_text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.LinkVisited: "link",
    QPalette.ColorRole.ToolTipBase: "card",
    QPalette.ColorRole.ToolTipText: "card_text",
    QPalette.ColorRole.Light: "card",
    QPalette.ColorRole.Midlight: "rule",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border_strong",
    QPalette.ColorRole.Shadow: "border_strong",
}


def palette(theme: Theme) -> QPalette:
    """Return the palette of the interface."""
    made = QPalette()
    for role, name in _PALETTE.items():
        made.setColor(role, theme[name])
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, _between(theme, "muted", "window"))
    return made


def _between(theme: Theme, one: str, other: str) -> QColor:
    a, b = theme[one], theme[other]
    return QColor(
        (a.red() + b.red()) // 2, (a.green() + b.green()) // 2, (a.blue() + b.blue()) // 2
    )


def style_sheet(theme: Theme, scale: float = 1.0) -> str:
    """Return the few rules that a palette cannot say; widgets are named by object name.

    ``scale`` enlarges what stands beside letters: arrows, boxes to tick.
    """
    icons = shipped("resources/icons").as_posix()
    every = {**theme.roles, "hover": _hover(theme), "icons": icons, "tick": _tick(theme)}
    every |= {f"px{size}": f"{round(size * scale)}px" for size in (11, 13, 18)}
    return _AT_ROLE.sub(lambda found: every[found[1]], _sheet())


@cache
def _sheet() -> str:
    return shipped("resources/themes/window.qss").read_text(encoding="utf-8")


def _tick(theme: Theme) -> str:
    """Return the sign of a ticked box that can be seen on its ground."""
    light = contrast(theme["accent"], "#ffffff") >= contrast(theme["accent"], "#10151b")
    return "tick-light.svg" if light else "tick-dark.svg"


def _hover(theme: Theme) -> str:
    window = theme["window"]
    return (window.lighter(135) if theme.dark else window.darker(106)).name()
