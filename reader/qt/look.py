"""The look of the window: theme and type as the settings say, for whoever paints."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from reader.qt import fonts, icons, theme
from reader.qt.settings import Reading, Settings, Window


class Look(QObject):
    """Theme, fonts and icons as they are now.

    Attributes:
        theme: the present theme.

    Signals:
        changed: theme, type or reading settings are different; paint and lay out again.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.theme = theme.load(self._wanted())
        self._worn = self._wanted(), self.interface_font()
        self._telling = QTimer(self, singleShot=True, interval=0)
        self._telling.timeout.connect(self._tell)
        self._sheet_scale = self._scale()
        settings.changed.connect(self._on_settings)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system)

    @property
    def reading(self) -> Reading:
        """How texts are set."""
        return self._settings.reading

    def dress(self, app: QApplication) -> None:
        """Give the whole program this look; the style is chosen where the program is made."""
        app.setFont(self.interface_font())
        self._paint(app)

    def reading_font(
        self, scale: float = 1.0, *, bold: bool = False, italic: bool = False
    ) -> QFont:
        """Return the type of the texts, ``scale`` times its size."""
        reading = self.reading
        made = fonts.font(reading.font, reading.size_pt * scale, bold=bold, italic=italic)
        if reading.letters != 100.0:
            made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, reading.letters)
        made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return made

    def em_px(self) -> float:
        """Return the size of the type of the texts, px."""
        return QFontMetricsF(self.reading_font()).height() / 1.45

    def scaled(self, px: int) -> int:
        """Return a size that keeps its proportion to the type of the interface."""
        return round(px * self._scale())

    def _scale(self) -> float:
        return max(1.0, self._settings.window.interface_pt / Window().interface_pt)

    def interface_font(self, scale: float = 1.0, *, bold: bool = False) -> QFont:
        """Return the type of the interface, ``scale`` times its size."""
        window = self._settings.window
        return fonts.font(window.interface_font, window.interface_pt * scale, bold=bold)

    def icon(self, name: str, role: str = "window_text") -> QIcon:
        """Return an icon in the colour of a role."""
        return icons.icon(name, self.theme.roles[role], large=self._scale() > 1)

    def next_theme(self) -> None:
        """Go to the next of all themes."""
        at = theme.KEYS.index(self.theme.key) + 1
        self._settings.change(self._settings.window, theme=theme.KEYS[at % len(theme.KEYS)])

    def _wanted(self) -> str:
        key = self._settings.window.theme
        if key in theme.KEYS:
            return key
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    def _on_system(self) -> None:
        self._renew()

    def _on_settings(self, group: object) -> None:
        if isinstance(group, Reading):
            self.changed.emit()
        elif isinstance(group, Window) and self._worn != (self._wanted(), self.interface_font()):
            self._renew()  # not for the size of the window, or the folder last looked into

    def _renew(self) -> None:
        """Put on another theme or type.

        Who paints hears of a theme in the next turn of the loop, and nothing is painted before:
        style sheet and panes together would hold the loop for 40 to 60 ms.
        """
        before, self.theme = self.theme, theme.load(self._wanted())
        self._worn = self._wanted(), self.interface_font()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setFont(self.interface_font())
            if before is not self.theme:
                for window in QApplication.topLevelWidgets():
                    window.setUpdatesEnabled(False)
                self._paint(app)
                self._telling.start()
                return
            if self._sheet_scale != self._scale():
                self._paint(app)
        self._tell()

    def _tell(self) -> None:
        self._telling.stop()
        self.changed.emit()
        for window in QApplication.topLevelWidgets():
            if not window.updatesEnabled():
                window.setUpdatesEnabled(True)

    def _paint(self, app: QApplication) -> None:
        """Put palette and style sheet on.

        The old sheet is taken off first: Qt polishes a widget once for a sheet that is new, and
        once for each of its ancestors for one that takes the place of another (190 widgets: 10 ms
        instead of 42).
        """
        app.setStyleSheet("")
        app.setPalette(theme.palette(self.theme))
        self._sheet_scale = self._scale()
        app.setStyleSheet(theme.style_sheet(self.theme, self._sheet_scale))
