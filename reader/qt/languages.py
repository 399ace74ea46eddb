"""The language of the interface: ours from ``resources/translations``, Qt's own beside it."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from reader.library.shipped import shipped

#: Languages with a complete translation, besides English.
COMPLETE = ("it",)
_FOLDER = "resources/translations"
_installed: list[QTranslator] = []


def speak(language: str = "") -> str:
    """Let the program speak a language (BCP 47); empty means that of the system.

    Returns the language spoken: English where there is no translation.  Call it before windows
    are made.
    """
    app = QCoreApplication.instance()
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    wanted = (language or QLocale.system().bcp47Name()).split("-")[0]
    if app is None or wanted not in COMPLETE:
        return "en"
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (
        (f"qtbase_{wanted}", qt_folder),
        (f"counterpoint_{wanted}", str(shipped(_FOLDER))),
    ):
        translator = QTranslator(app)
        if translator.load(name, folder):
            QCoreApplication.installTranslator(translator)
            _installed.append(translator)
    return wanted
