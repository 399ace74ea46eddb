"""Less motion, where the reader or the system asks for it."""

import plistlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.qt import motion
from reader.qt.motion import Motion
from reader.qt.settings import Settings

APPEARANCE = ("org.freedesktop.appearance", "reduced-motion")
GNOME = ("org.gnome.desktop.interface", "enable-animations")


def test_the_reader_may_want_less(tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(tmp_path / "settings.json")
    moves = Motion(settings)
    assert not moves.less
    settings.change(settings.window, glide=False)
    assert moves.less


@pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="dbus-run-session is missing")
@pytest.mark.parametrize(
    ("asked", "value", "less"),
    [
        (APPEARANCE, "1", "true"),
        (APPEARANCE, "0", "false"),
        (GNOME, "false", "true"),
        (GNOME, "true", "false"),
        (("org.example", "other"), "1", "false"),
    ],
)
def test_the_desktop_is_asked(asked: tuple[str, str], value: str, less: str) -> None:
    portal = [sys.executable, "-m", "tests.qt.portal", *asked, value]
    done = subprocess.run(
        ["dbus-run-session", "--", *portal], check=False, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() == less, done.stderr


@pytest.mark.parametrize(
    ("data", "less"),
    [
        (plistlib.dumps({"reduceMotion": True}), True),
        (plistlib.dumps({"reduceMotion": 0}), False),
        (plistlib.dumps([1]), False),
        (b"bplist00 nonsense", False),
    ],
)
def test_a_mac_keeps_it_in_a_file(
    data: bytes, less: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert not motion._mac_wants_less()
    file = tmp_path / motion._MAC_CHOICES
    file.parent.mkdir(parents=True)
    file.write_bytes(data)
    assert motion._mac_wants_less() is less
