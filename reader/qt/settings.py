"""Settings: frozen groups with defaults; only what the reader changed is written down.

The file lies in the user's configuration folder, never in a library, so that a library can be
shared or moved without anybody's taste in type.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import field, fields, replace
from math import isfinite
from pathlib import Path
from typing import Any, TypeGuard, TypeVar

from PySide6.QtCore import QObject, QStandardPaths, Signal

from reader.library.files import write_whole
from reader.model import LibraryError
from reader.model.values import dataclass
from reader.qt.keeper import Keeper


@dataclass(frozen=True, slots=True)
class Reading:
    """How texts are set.

    Attributes:
        font: family of the reading type; one of ours or any on the machine.
        size_pt: of the reading type, in points.
        leading: distance of lines, as a multiple of the type's own.
        paragraphs: room between paragraphs, as a multiple of the usual.
        letters: distance of letters, as a percentage of the type's own.
        measure: longest line, in average characters.
        justify: whether lines are flush on both sides.
        divide: whether words may be divided at the end of a line.
        numbers: whether passages are numbered in the gutter.
        margin: whether notes stand beside their passage.
        notes_below: whether the footnotes of a text stand beneath the passages they belong to.
        minimap: whether the scroll bar shows marks and hits.
        single_keys: whether letters without a modifier are commands while a text has focus.
    """

    font: str = "Literata"
    size_pt: float = 12.0
    leading: float = 1.06
    paragraphs: float = 1.0
    letters: float = 100.0
    measure: int = 68
    justify: bool = False
    divide: bool = False
    numbers: bool = True
    margin: bool = True
    notes_below: bool = False
    minimap: bool = True
    single_keys: bool = True


@dataclass(frozen=True, slots=True)
class Window:
    """How the window looks and starts.

    Attributes:
        theme: key of a theme, or ``system`` for light or dark as the desktop says.
        interface_font: family of the interface type.
        interface_pt: its size in points.
        language: BCP 47; empty follows the system.
        glide: whether panes glide to a place; not where the system asks for less motion.
        reopen: whether the last session comes back at the start.
        recent: files opened last, newest first.
    """

    theme: str = "system"
    interface_font: str = "Inter"
    interface_pt: float = 9.5
    language: str = ""
    glide: bool = True
    reopen: bool = True
    recent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Keys:
    """Shortcuts that the reader changed.

    Attributes:
        changed: command key to its sequences in portable form; empty means none.
    """

    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


Group = TypeVar("Group", Reading, Window, Keys)
_GROUPS: Mapping[str, type] = {"reading": Reading, "window": Window, "keys": Keys}


class Settings(QObject):
    """The present settings, and the file they are kept in.

    Attributes:
        reading, window, keys: the groups as they stand.

    Signals:
        changed: the new value of the group that changed.
    """

    changed = Signal(object)

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path or _default_path()
        stored = _read(self.path)
        self.reading = _load(Reading, stored.get("reading"))
        self.window = _load(Window, stored.get("window"))
        self.keys = _load(Keys, stored.get("keys"))
        self._keeper: Keeper | None = None

    def keep_in_background(self) -> None:
        """From now on, do not wait for the disk; ``finish`` must be called at the end."""
        self._keeper = Keeper(self)

    def finish(self) -> None:
        """Return when everything is written."""
        if self._keeper:
            self._keeper.finish()

    def change(self, group: Group, **values: object) -> Group:
        """Replace fields of a group, write them down, tell everyone; return the new group."""
        new = replace(group, **values)  # type: ignore[arg-type]  # checked by the dataclass
        if new != group:
            setattr(self, _name(new), new)
            self._write()
            self.changed.emit(new)
        return new

    def _write(self) -> None:
        """Write what differs from the defaults; a folder that cannot be written to is no harm."""
        stored = {name: _differences(getattr(self, name)) for name in _GROUPS}
        text = json.dumps({k: v for k, v in stored.items() if v}, indent=1, ensure_ascii=False)

        def write() -> None:
            with suppress(LibraryError):
                write_whole(self.path, f"{text}\n".encode())

        if self._keeper:
            self._keeper.keep(write)
        else:
            write()


def _default_path() -> Path:
    place = QStandardPaths.StandardLocation.GenericConfigLocation
    return Path(QStandardPaths.writableLocation(place)) / "counterpoint" / "settings.json"


def _read(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _name(group: object) -> str:
    return next(name for name, kind in _GROUPS.items() if isinstance(group, kind))


def _load(kind: type[Group], stored: object) -> Group:
    """Return a group with every stored value that has the right type."""
    default = kind()
    if not isinstance(stored, dict):
        return default
    good: dict[str, Any] = {}
    for one in fields(kind):
        if one.name in stored:
            value = _fit(stored[one.name], getattr(default, one.name))
            if value is not None:
                good[one.name] = value
    return replace(default, **good)


def _fit(value: object, default: object) -> object | None:
    """Return ``value`` as the type of ``default``, None when it is of another."""
    if isinstance(default, bool):
        return value if isinstance(value, bool) else None
    if isinstance(default, float):
        return min(200.0, max(0.5, float(value))) if _is_number(value) else None
    if isinstance(default, int):
        return min(400, max(10, round(value))) if _is_number(value) else None
    if isinstance(default, str):
        return value if isinstance(value, str) else None
    if isinstance(default, tuple):
        return _strings(value)
    if isinstance(value, dict):
        return {str(key): _strings(item) or () for key, item in value.items()}
    return None


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value)


def _strings(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list):
        return None
    return tuple(item for item in value if isinstance(item, str))


def _differences(group: Any) -> dict[str, object]:
    default = type(group)()
    return {
        one.name: getattr(group, one.name)
        for one in fields(group)
        if getattr(group, one.name) != getattr(default, one.name)
    }
