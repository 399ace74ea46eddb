"""Whether things may move on the screen: as the reader says, else as the system does."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from reader.qt.settings import Settings

#: Asks Windows whether things move inside windows (winuser.h).
_SPI_GETCLIENTAREAANIMATION = 0x1042
#: Where macOS keeps what is chosen under Accessibility, Display.
_MAC_CHOICES = Path("Library/Preferences/com.apple.universalaccess.plist")
#: What the settings portal of desktops is asked, and the answer that means less motion; the second
#: is what GNOME says where its portal does not know the first (XDG Desktop Portal, Settings).
_ASKED = (
    ("org.freedesktop.appearance", "reduced-motion", 1),
    ("org.gnome.desktop.interface", "enable-animations", False),
)


class Motion(QObject):
    """Knows whether less motion is wanted.

    A portal answers a little later than it is asked; until then things may move.
    """

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._system = False
        if sys.platform == "win32":
            self._system = _windows_wants_less()
        elif sys.platform == "darwin":
            self._system = _mac_wants_less()
        else:
            self._ask_portal()

    @property
    def less(self) -> bool:
        """Whether things should be where they go at once."""
        return self._system or not self._settings.window.glide

    def _ask_portal(self) -> None:
        try:
            from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher
        except ImportError:  # a system without D-Bus
            return
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        for group, key, less in _ASKED:
            call = QDBusMessage.createMethodCall(
                "org.freedesktop.portal.Desktop",
                "/org/freedesktop/portal/desktop",
                "org.freedesktop.portal.Settings",
                "ReadOne",
            )
            call.setArguments([group, key])
            watcher = QDBusPendingCallWatcher(bus.asyncCall(call), self)
            watcher.setProperty("less", less)
            watcher.finished.connect(self._on_answer)

    @Slot("QDBusPendingCallWatcher*")
    def _on_answer(self, watcher: QObject) -> None:
        from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher, QDBusVariant

        if not isinstance(watcher, QDBusPendingCallWatcher):
            return
        reply = watcher.reply()
        if reply.type() == QDBusMessage.MessageType.ReplyMessage and reply.arguments():
            answer = reply.arguments()[0]
            if isinstance(answer, QDBusVariant):
                answer = answer.variant()
            self._system = self._system or answer == watcher.property("less")
        watcher.deleteLater()


def _windows_wants_less() -> bool:
    import ctypes

    moves = ctypes.c_int(1)
    user32 = getattr(ctypes, "windll").user32  # noqa: B009 - known to the types of Windows only
    user32.SystemParametersInfoW(_SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(moves), 0)
    return not moves.value


def _mac_wants_less() -> bool:
    import plistlib

    try:
        chosen = plistlib.loads((Path.home() / _MAC_CHOICES).read_bytes())
    except (OSError, ValueError, plistlib.InvalidFileException):
        return False
    return isinstance(chosen, dict) and bool(chosen.get("reduceMotion"))
