"""A settings portal of our own: ``python -m tests.qt.portal GROUP KEY VALUE`` on a private bus.

Offers one setting, asks as the program does, and prints whether less motion is wanted.
"""

import json
import sys

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QTimer, Slot
from PySide6.QtDBus import QDBusConnection, QDBusVariant

from reader.qt.motion import Motion
from reader.qt.settings import Settings


@ClassInfo({"D-Bus Interface": "org.freedesktop.portal.Settings"})
class Portal(QObject):
    """Answers with one setting; of others it answers with words."""

    @Slot(str, str, result=QDBusVariant)
    def ReadOne(self, group: str, key: str) -> QDBusVariant:
        """Return a setting."""
        known = [group, key] == sys.argv[1:3]
        return QDBusVariant(json.loads(sys.argv[3]) if known else "unknown")


def main() -> None:
    """Serve, ask, print."""
    program = QCoreApplication([])
    bus = QDBusConnection.sessionBus()
    portal = Portal()
    assert bus.registerService("org.freedesktop.portal.Desktop")
    every = QDBusConnection.RegisterOption.ExportAllSlots
    assert bus.registerObject("/org/freedesktop/portal/desktop", portal, every)
    motion = Motion(Settings(), program)
    QTimer.singleShot(700, program.quit)
    program.exec()
    print(json.dumps(motion.less))


if __name__ == "__main__":
    main()
