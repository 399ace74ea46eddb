"""The door to the files that travel with the program, for the window's fonts, icons, themes."""

from reader.importing.shipped import shipped

__all__ = ["shipped"]
