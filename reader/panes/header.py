"""The header of a pane: which text, and the pane's own tools."""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QToolTip,
    QWidget,
)

from reader.model import Work
from reader.qt.direction import direction_of
from reader.qt.look import Look
from reader.qt.safe_text import tip


class TitleButton(QToolButton):
    """Author and title; a click chooses another text."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._author = ""
        self._title = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(40)

    def show_work(self, work: Work | None) -> None:
        """Show a work, or that the pane is empty."""
        self._author = _surnames(work) if work else ""
        self._title = work.title if work else self.tr("Choose a text")
        name = f"{self._author}: {self._title}" if self._author else self._title
        self.setAccessibleName(self.tr("Text: {name}").format(name=name))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a line of text."""
        return QSize(160, QFontMetrics(self._look.interface_font()).height() + 12)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the author quietly before the title."""
        super().paintEvent(event)
        painter = QPainter(self)
        theme = self._look.theme
        left = 8
        for words, bold, role in (
            (self._author if self._fits() else "", False, "muted"),
            (self._title, True, "window_text"),
        ):
            if not words:
                continue
            font = self._look.interface_font(bold=bold)
            painter.setFont(font)
            painter.setPen(theme[role])
            metrics = QFontMetrics(font)
            shown = metrics.elidedText(
                words, Qt.TextElideMode.ElideRight, max(0, self.width() - left - 10)
            )
            baseline = (self.height() + metrics.ascent() - metrics.descent()) // 2
            wide = metrics.horizontalAdvance(shown)
            at = self.width() - left - wide if self.isRightToLeft() else left
            painter.setLayoutDirection(direction_of(words))
            painter.drawText(at, baseline, shown)
            left += wide + 9

    def event(self, event: QEvent) -> bool:
        """Say the whole title where it has no room."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().event(event)
        words = "" if self._fits() else ": ".join(filter(None, (self._author, self._title)))
        QToolTip.showText(event.globalPos(), tip(words), self)
        return True

    def _fits(self) -> bool:
        """Say whether author and title have room; else the title, which tells more, has it all."""
        quiet = QFontMetrics(self._look.interface_font()).horizontalAdvance(self._author)
        loud = QFontMetrics(self._look.interface_font(bold=True)).horizontalAdvance(self._title)
        return quiet + loud <= self.width() - 27


class Header(QFrame):
    """The line above a text.

    Signals:
        back, forward, outline, find_wanted, close_wanted, choose: the buttons.
        wanted: a ``Place`` in another text, reached by back or forward.
    """

    back = Signal()
    forward = Signal()
    outline = Signal()
    find_wanted = Signal()
    close_wanted = Signal()
    choose = Signal()
    wanted = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("paneHeader")
        self._look = look
        self._active = False
        self._buttons: list[tuple[QToolButton, str]] = []
        self.title = TitleButton(look, self)
        self.title.clicked.connect(self.choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 3, 4, 3)
        row.setSpacing(0)
        self._back = self._button("arrow-left", self.tr("Back"), self.back)
        self._forward = self._button("arrow-right", self.tr("Forward"), self.forward)
        self._outline = self._button("list-tree", self.tr("Outline"), self.outline)
        self._find = self._button("search", self.tr("Find in this text"), self.find_wanted)
        self._close = self._button("x", self.tr("Close this pane"), self.close_wanted)
        row.addWidget(self._back)
        row.addWidget(self._forward)
        row.addWidget(self.title, 1)
        self._said = QLabel(self)
        self._said.setObjectName("muted")
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.hide()
        row.addWidget(self._said)
        for button in (self._outline, self._find, self._close):
            row.addWidget(button)
        self.show_work(None)
        self.dress()

    def _button(self, name: str, label: str, signal: object) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(label)
        button.setToolTip(label)
        button.clicked.connect(signal)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._buttons.append((button, name))
        return button

    def show_work(self, work: Work | None) -> None:
        """Show whose text it is."""
        self.title.show_work(work)
        for button in (self._outline, self._find):
            button.setEnabled(work is not None)

    def show_history(self, *, back: bool, forward: bool) -> None:
        """Say where one can go."""
        self._back.setEnabled(back)
        self._forward.setEnabled(forward)

    def say(self, words: str) -> None:
        """Say something short about the place of this pane; nothing takes it away."""
        if words != self._said.text():
            self._said.setText(words)
            self._said.setVisible(bool(words))

    def set_closable(self, closable: bool) -> None:
        """Say whether the pane may be closed: the last one may not."""
        self._close.setVisible(closable)

    def set_active(self, active: bool) -> None:
        """Show that this is the pane being read."""
        if active != self._active:
            self._active = active
            self.update()

    def outline_corner(self) -> QPoint:
        """Return where the outline opens, on the screen."""
        return self._outline.mapToGlobal(self._outline.rect().bottomLeft())

    def dress(self) -> None:
        """Take over a changed look."""
        for button, name in self._buttons:
            button.setIcon(self._look.icon(name, "muted"))
            button.setIconSize(QSize(1, 1) * self._look.scaled(15))
        self.title.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint a line under the header of the pane being read."""
        super().paintEvent(event)
        if self._active:
            painter = QPainter(self)
            painter.fillRect(0, self.height() - 2, self.width(), 2, self._look.theme["accent"])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave out what has no room."""
        super().resizeEvent(event)
        narrow = event.size().width() < 330
        self._back.setVisible(not narrow)
        self._forward.setVisible(not narrow)


def _surnames(work: Work) -> str:
    """Return the authors as people cite them in short: the last of their names."""
    names = [_surname(author) for author in work.authors if author.split()]
    return ", ".join(names[:2]) + (" …" if len(names) > 2 else "")


#: Words that belong to the surname after them.
_PARTICLES = frozenset(
    [
        "da",
        "dal",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "du",
        "la",
        "le",
        "ten",
        "van",
        "von",
        "zu",
    ]
)


def _surname(author: str) -> str:
    """Return the surname, with its particle.

    >>> _surname("Massimo De Angelis"), _surname("Mario Tronti")
    ('De Angelis', 'Tronti')
    """
    words = author.split()
    at = len(words) - 1
    while at > 1 and words[at - 1].casefold() in _PARTICLES:
        at -= 1
    return " ".join(words[at:])
