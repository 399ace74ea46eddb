"""The bundled fonts, loaded when they are first needed."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from reader.library.shipped import shipped

#: Family names of the type that travels with the program, and their folders.
FAMILIES = {
    "Literata": "literata",
    "Inter": "inter",
    "Atkinson Hyperlegible": "atkinson-hyperlegible",
}


@cache
def load(family: str, style: str = "Regular") -> bool:
    """Make one cut of a bundled family known to Qt; say whether it is there.

    Each cut costs about 1 ms and 150 kB, so only those are loaded that are used.
    """
    folder = FAMILIES.get(family)
    if folder is None:
        return family in QFontDatabase.families()
    path = shipped(f"resources/fonts/{folder}") / f"{family.replace(' ', '')}-{style}.ttf"
    return path.is_file() and QFontDatabase.addApplicationFont(str(path)) >= 0


def family(name: str) -> str:
    """Load all cuts of a family and return its name, or Literata's when there is no such type."""
    chosen = name if name in FAMILIES or name in QFontDatabase.families() else "Literata"
    for style in ("Regular", "Italic", "Bold", "BoldItalic"):
        load(chosen, style)
    return chosen


def font(name: str, size_pt: float, *, bold: bool = False, italic: bool = False) -> QFont:
    """Return a font of a bundled or installed family."""
    made = QFont(family(name))
    made.setPointSizeF(size_pt)
    made.setBold(bold)
    made.setItalic(italic)
    return made


def on_paper(font: QFont) -> QFont:
    """Return a font whose words can be searched and copied in a PDF.

    Qt writes a ligature as one sign that stands for no letters: "The office" would be "e o ce".
    """
    plain = QFont(font)
    plain.setFeature(QFont.Tag("liga"), 0)
    return plain
