"""A bare window with three texts side by side: what ``tests.bench.peers`` compares with."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QSplitter, QTextEdit


def main() -> None:
    """Show the files named."""
    app = QApplication([])
    window = QSplitter()
    for name in sys.argv[1:]:
        view = QTextEdit()
        view.setReadOnly(True)
        view.setPlainText(Path(name).read_text("utf-8", "replace"))
        window.addWidget(view)
    window.resize(1440, 900)
    window.show()
    app.exec()


if __name__ == "__main__":
    main()
