"""The language of the interface: ours from ``resources/translations``, Qt's own beside it.

English has a file, too: it holds the plural forms and nothing else.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from reader.library.shipped import shipped

#: Languages with a complete translation, by their own names.
NAMES = {"en": "English", "it": "Italiano"}
_FOLDER = "resources/translations"
_installed: list[QTranslator] = []


def speak(language: str = "") -> str:
    """Let the program speak a language (BCP 47); empty means that of the system.

    Returns the language spoken: English where there is no translation.  Numbers and dates follow
    the system as long as it speaks the same language.  Call it before windows are made.
    """
    app = QCoreApplication.instance()
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    system = QLocale.system()
    wanted = (language or system.bcp47Name()).split("-")[0]
    spoken = wanted if wanted in NAMES else "en"
    if app is None:
        return "en"
    QLocale.setDefault(system if system.bcp47Name().startswith(spoken) else QLocale(spoken))
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (
        (f"qtbase_{spoken}", qt_folder),
        (f"counterpoint_{spoken}", str(shipped(_FOLDER))),
    ):
        translator = QTranslator(app)
        if translator.load(name, folder):
            QCoreApplication.installTranslator(translator)
            _installed.append(translator)
    return spoken
