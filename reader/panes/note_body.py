"""The words of a note on a card, shown safely; folded to a few lines until asked."""

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.panes.mentions import linked
from reader.panes.note import Note
from reader.qt.look import Look
from reader.qt.safe_text import SafeDocument

#: Height of a folded card's text, in lines.
_FOLDED_LINES = 5
#: An answer stands so far to the right of what it answers, px.
_STEP_PX = 10


def _narrow(document: QTextDocument) -> None:
    """Indent answers a little only: Qt indents each level of a quotation by 40 px."""
    block = document.begin()
    while block.isValid():
        form = block.blockFormat()
        level = int(form.property(QTextFormat.Property.BlockQuoteLevel.value) or 0)
        if level:
            form.setLeftMargin(_STEP_PX * level)
            form.setRightMargin(0)
            QTextCursor(block).setBlockFormat(form)
        block = block.next()


class NoteBody(QWidget):
    """Shows Markdown on a guarded document; folded to a few lines until asked.

    Signals:
        link_clicked: the address of a link in the note, unchecked.
        resized: the text takes another height.
    """

    link_clicked = Signal(str)
    resized = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._document = SafeDocument(self)
        self._document.setDocumentMargin(0)
        self._unfolded = False
        self._width = -1
        self.dress()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def dress(self) -> None:
        """Take over the type of a look."""
        self._document.setDefaultFont(self._look.interface_font(1.02))

    def show_note(self, note: Note, *, unfolded: bool) -> None:
        """Show the words of a note; who sets the width asks for the height then."""
        self._document.show_markdown(linked(note.markdown))
        if note.replies:
            _narrow(self._document)
        self._unfolded = unfolded
        self._width = -1
        self.update()

    @property
    def longer(self) -> bool:
        """Whether the note has more lines than a folded card shows."""
        return self._full() > self._folded() + 2

    def unfold(self, unfolded: bool) -> None:
        """Show everything, or the first lines."""
        self._unfolded = unfolded
        self._fit()

    def height_for(self, width_px: int) -> int:
        """Return the height at a width."""
        if width_px != self._width:
            self._width = width_px
            self._document.setTextWidth(max(20, width_px))
        full, folded = self._full(), self._folded()
        return round(full if self._unfolded or full <= folded + 2 else folded)

    def _full(self) -> float:
        return float(self._document.size().height())

    def _folded(self) -> float:
        return QFontMetricsF(self._document.defaultFont()).lineSpacing() * _FOLDED_LINES

    def _fit(self) -> None:
        height = self.height_for(max(20, self.width()))
        if height != self.height():
            self.setFixedHeight(height)
            self.resized.emit()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the present height: it is fixed, and a width must not be tried for it."""
        return QSize(160, self.height())

    def resizeEvent(self, _event) -> None:  # type: ignore[no-untyped-def]  # noqa: N802
        """Break lines anew."""
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the note; a folded one fades at its last line."""
        painter = QPainter(self)
        context = QAbstractTextDocumentLayout.PaintContext()
        theme = self._look.theme
        context.palette.setColor(QPalette.ColorRole.Text, theme["card_text"])
        context.palette.setColor(QPalette.ColorRole.Link, theme["link"])
        painter.setClipRect(self.rect())
        context.clip = QRectF(self.rect())  # else all rows of a long table are painted
        self._document.documentLayout().draw(painter, context)
        if not self._unfolded and self.longer:
            from PySide6.QtGui import QLinearGradient

            tall = QFontMetricsF(self._document.defaultFont()).lineSpacing()
            fade = QLinearGradient(QPointF(0, self.height() - tall), QPointF(0, self.height()))
            clear = QColor(theme["card"])
            clear.setAlpha(0)
            fade.setColorAt(0, clear)
            fade.setColorAt(1, theme["card"])
            painter.fillRect(self.rect(), fade)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Report a click on a link; other clicks are the card's."""
        address = self._document.documentLayout().anchorAt(event.position())
        if address:
            self.link_clicked.emit(address)
        else:
            event.ignore()
