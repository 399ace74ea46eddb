"""Commands as a table: menus, palette, shortcuts, tests and the manual read the same rows.

A command is what a reader can ask for; ``reader.qt.commands`` makes actions of the rows.  Keys
are those of the ecosystem study, 6.3, set one by one for each system because Qt's standard keys
clash with one another; once released they do not change.
"""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from reader.model.values import dataclass


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001 - lupdate's name
    """Mark ``text`` for translation and return it; translated when it is shown."""
    return text


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a reader can ask for.

    Attributes:
        key: stable; settings and tests use it.
        menu: of the menu bar it stands in; empty for palette and keys only.
        text: what people see, English, with a mnemonic; translated when shown.
        keys: sequences on Linux and Windows in portable form; Ctrl is Cmd on macOS.
        pane: keys without a modifier, while a text has the focus.
        mac: sequences on macOS where they differ; empty means the same.
        icon: name of a bundled icon, or empty.
        checkable: whether it is on or off.
        group: commands of one menu with the same group stand together.
    """

    key: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    pane: tuple[str, ...] = ()
    mac: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    group: int = 0

    @property
    def name(self) -> str:
        """The translated text without its mnemonic, for palette, tips and screen readers."""
        return self.title.replace("&", "").rstrip("…")

    @property
    def title(self) -> str:
        """The translated text."""
        return QCoreApplication.translate("Commands", self.text)


#: The menus in their order, with their titles.
MENUS: Mapping[str, str] = {
    "file": QT_TRANSLATE_NOOP("Commands", "&File"),
    "edit": QT_TRANSLATE_NOOP("Commands", "&Edit"),
    "view": QT_TRANSLATE_NOOP("Commands", "&View"),
    "go": QT_TRANSLATE_NOOP("Commands", "&Go"),
    "annotate": QT_TRANSLATE_NOOP("Commands", "&Annotate"),
    "compare": QT_TRANSLATE_NOOP("Commands", "&Compare"),
    "group": QT_TRANSLATE_NOOP("Commands", "G&roup"),
    "help": QT_TRANSLATE_NOOP("Commands", "&Help"),
}


def _row(key: str, text: str, keys: str = "", pane: str = "", **more: object) -> Command:
    """Return one row; its menu is the first part of ``key``; keys are separated by spaces."""
    menu, _, _ = key.partition(".")
    mac = tuple(str(more.pop("mac", "")).split())
    return Command(
        key,
        menu if menu in MENUS else "",
        text,
        tuple(keys.split()),
        tuple(pane.split()),
        mac,
        **more,  # type: ignore[arg-type]  # the fields of Command, named at each row
    )


#: Every command of the program.
COMMANDS: tuple[Command, ...] = (
    # file
    _row("file.add", QT_TRANSLATE_NOOP("Commands", "&Add texts…"), "Ctrl+O", icon="file-plus"),
    _row("file.add_folder", QT_TRANSLATE_NOOP("Commands", "Add a f&older…")),
    _row(
        "file.paste",
        QT_TRANSLATE_NOOP("Commands", "Add from the clip&board"),
        icon="clipboard-paste",
    ),
    _row(
        "file.quick_open",
        QT_TRANSLATE_NOOP("Commands", "Open a te&xt here…"),
        "Ctrl+Shift+O",
        icon="book-open",
    ),
    _row("file.library", QT_TRANSLATE_NOOP("Commands", "&Library"), icon="library", group=1),
    _row("file.restoration", QT_TRANSLATE_NOOP("Commands", "How the text was &restored…"), group=1),
    _row("file.open_folder", QT_TRANSLATE_NOOP("Commands", "Show the library &folder"), group=1),
    _row(
        "file.export",
        QT_TRANSLATE_NOOP("Commands", "&Export notes…"),
        "Ctrl+E",
        mac="Ctrl+Alt+E",
        icon="download",
        group=2,
    ),
    _row("file.templates", QT_TRANSLATE_NOOP("Commands", "Te&mplates for notes…"), group=2),
    _row("file.export_pdf", QT_TRANSLATE_NOOP("Commands", "Export as P&DF…"), group=2),
    _row("file.print", QT_TRANSLATE_NOOP("Commands", "&Print…"), "Ctrl+P", icon="printer", group=2),
    _row(
        "file.preferences",
        QT_TRANSLATE_NOOP("Commands", "Preference&s…"),
        "Ctrl+,",
        icon="settings",
        group=3,
    ),
    _row("file.quit", QT_TRANSLATE_NOOP("Commands", "&Quit"), "Ctrl+Q", group=4),
    # edit
    _row("edit.undo", QT_TRANSLATE_NOOP("Commands", "&Undo"), "Ctrl+Z", icon="undo-2"),
    _row(
        "edit.redo",
        QT_TRANSLATE_NOOP("Commands", "&Redo"),
        "Ctrl+Shift+Z Ctrl+Y",
        mac="Ctrl+Shift+Z",
        icon="redo-2",
    ),
    _row("edit.copy", QT_TRANSLATE_NOOP("Commands", "&Copy"), "Ctrl+C", icon="copy", group=1),
    _row(
        "edit.copy_cited",
        QT_TRANSLATE_NOOP("Commands", "Copy with &citation"),
        "Ctrl+Shift+C",
        group=1,
    ),
    _row(
        "edit.copy_link",
        QT_TRANSLATE_NOOP("Commands", "Copy &link to the passage"),
        "Ctrl+Shift+L",
        group=1,
    ),
    _row("edit.select_more", QT_TRANSLATE_NOOP("Commands", "Select &more"), pane="E", group=2),
    _row(
        "edit.select_less", QT_TRANSLATE_NOOP("Commands", "Select l&ess"), pane="Shift+E", group=2
    ),
    _row(
        "edit.find",
        QT_TRANSLATE_NOOP("Commands", "&Find in this text"),
        "Ctrl+F",
        pane="/",
        icon="search",
        group=3,
    ),
    _row("edit.find_next", QT_TRANSLATE_NOOP("Commands", "Find &next"), "F3 Ctrl+G", group=3),
    _row(
        "edit.find_previous",
        QT_TRANSLATE_NOOP("Commands", "Find &previous"),
        "Shift+F3 Ctrl+Shift+G",
        group=3,
    ),
    _row(
        "edit.search",
        QT_TRANSLATE_NOOP("Commands", "&Search everything"),
        "Ctrl+Shift+F",
        icon="text-search",
        group=3,
    ),
    _row("edit.concordance", QT_TRANSLATE_NOOP("Commands", "C&oncordance of a word"), group=3),
    # view
    _row("view.panes_1", QT_TRANSLATE_NOOP("Commands", "&One pane"), icon="book-open"),
    _row("view.panes_2", QT_TRANSLATE_NOOP("Commands", "&Two panes"), icon="columns-2"),
    _row("view.panes_3", QT_TRANSLATE_NOOP("Commands", "T&hree panes"), icon="columns-3"),
    _row("view.panes_4", QT_TRANSLATE_NOOP("Commands", "&Four panes"), icon="columns-4"),
    _row("view.close_pane", QT_TRANSLATE_NOOP("Commands", "&Close the pane"), "Ctrl+W"),
    _row("view.reopen_pane", QT_TRANSLATE_NOOP("Commands", "&Reopen the pane"), "Ctrl+Shift+T"),
    _row(
        "view.side_panel",
        QT_TRANSLATE_NOOP("Commands", "&Side panel"),
        "F9",
        mac="Ctrl+Alt+S",
        icon="panel-right",
        checkable=True,
        group=1,
    ),
    _row(
        "view.margin",
        QT_TRANSLATE_NOOP("Commands", "Notes in the &margin"),
        "Shift+F9",
        mac="Ctrl+Alt+N",
        checkable=True,
        group=1,
    ),
    _row(
        "view.unfold", QT_TRANSLATE_NOOP("Commands", "&Unfold all notes"), checkable=True, group=1
    ),
    _row(
        "view.notes_below",
        QT_TRANSLATE_NOOP("Commands", "Footnotes &in place"),
        checkable=True,
        group=1,
    ),
    _row(
        "view.minimap",
        QT_TRANSLATE_NOOP("Commands", "Marks along the &text"),
        checkable=True,
        group=1,
    ),
    _row("view.larger", QT_TRANSLATE_NOOP("Commands", "&Larger text"), "Ctrl++ Ctrl+=", group=2),
    _row("view.smaller", QT_TRANSLATE_NOOP("Commands", "S&maller text"), "Ctrl+-", group=2),
    _row("view.normal", QT_TRANSLATE_NOOP("Commands", "&Normal text"), "Ctrl+0", group=2),
    _row(
        "view.theme",
        QT_TRANSLATE_NOOP("Commands", "Ne&xt theme"),
        "Ctrl+Shift+D",
        icon="sun",
        group=3,
    ),
    _row("view.theme_system", QT_TRANSLATE_NOOP("Commands", "Theme: as the system"), group=3),
    _row("view.theme_light", QT_TRANSLATE_NOOP("Commands", "Theme: light"), group=3),
    _row("view.theme_sepia", QT_TRANSLATE_NOOP("Commands", "Theme: sepia"), group=3),
    _row("view.theme_dark", QT_TRANSLATE_NOOP("Commands", "Theme: dark"), group=3),
    _row("view.theme_contrast", QT_TRANSLATE_NOOP("Commands", "Theme: high contrast"), group=3),
    _row(
        "view.full_screen",
        QT_TRANSLATE_NOOP("Commands", "Full &screen"),
        "F11",
        mac="Meta+Ctrl+F",
        icon="maximize",
        checkable=True,
        group=4,
    ),
    _row(
        "view.focus",
        QT_TRANSLATE_NOOP("Commands", "Only the te&xt"),
        "Shift+F11",
        mac="Meta+Ctrl+Shift+F",
        checkable=True,
        group=4,
    ),
    # go
    _row(
        "go.back",
        QT_TRANSLATE_NOOP("Commands", "&Back"),
        "Alt+Left",
        mac="Ctrl+[",
        icon="arrow-left",
    ),
    _row(
        "go.forward",
        QT_TRANSLATE_NOOP("Commands", "&Forward"),
        "Alt+Right",
        mac="Ctrl+]",
        icon="arrow-right",
    ),
    _row("go.to", QT_TRANSLATE_NOOP("Commands", "&Go to…"), "Ctrl+L"),
    _row("go.outline", QT_TRANSLATE_NOOP("Commands", "&Outline of this text"), icon="list-tree"),
    _row("go.next_section", QT_TRANSLATE_NOOP("Commands", "Next &section"), "Ctrl+PgDown", group=1),
    _row(
        "go.previous_section",
        QT_TRANSLATE_NOOP("Commands", "Previous s&ection"),
        "Ctrl+PgUp",
        group=1,
    ),
    _row("go.next_passage", QT_TRANSLATE_NOOP("Commands", "Next &passage"), "Ctrl+Down", group=1),
    _row(
        "go.previous_passage",
        QT_TRANSLATE_NOOP("Commands", "Previous p&assage"),
        "Ctrl+Up",
        group=1,
    ),
    _row("go.next_sentence", QT_TRANSLATE_NOOP("Commands", "Next sentence"), pane="J", group=1),
    _row(
        "go.previous_sentence",
        QT_TRANSLATE_NOOP("Commands", "Previous sentence"),
        pane="K",
        group=1,
    ),
    _row("go.next_clause", QT_TRANSLATE_NOOP("Commands", "Next clause"), pane="F", group=1),
    _row("go.previous_clause", QT_TRANSLATE_NOOP("Commands", "Previous clause"), pane="D", group=1),
    _row(
        "go.next_mark",
        QT_TRANSLATE_NOOP("Commands", "Next &note or mark"),
        "Alt+Down",
        pane="]",
        mac="Meta+Ctrl+Down",
        group=2,
    ),
    _row(
        "go.previous_mark",
        QT_TRANSLATE_NOOP("Commands", "Previous n&ote or mark"),
        "Alt+Up",
        pane="[",
        mac="Meta+Ctrl+Up",
        group=2,
    ),
    _row("go.next_pane", QT_TRANSLATE_NOOP("Commands", "Next pa&ne"), "F6", group=3),
    _row("go.previous_pane", QT_TRANSLATE_NOOP("Commands", "Previous pane"), "Shift+F6", group=3),
    _row("go.text", QT_TRANSLATE_NOOP("Commands", "To the &text"), "Ctrl+1", group=3),
    _row("go.contents", QT_TRANSLATE_NOOP("Commands", "To the &contents"), "Ctrl+2", group=3),
    _row(
        "go.notes",
        QT_TRANSLATE_NOOP("Commands", "To the notes &list"),
        "Ctrl+3",
        icon="notebook-pen",
        group=3,
    ),
    _row("go.notes_text", QT_TRANSLATE_NOOP("Commands", "Notes &in a pane"), group=3),
    _row("go.search", QT_TRANSLATE_NOOP("Commands", "To the sea&rch"), "Ctrl+4", group=3),
    _row(
        "go.related",
        QT_TRANSLATE_NOOP("Commands", "To the related &passages"),
        "Ctrl+5",
        icon="waypoints",
        group=3,
    ),
    _row("go.margin", QT_TRANSLATE_NOOP("Commands", "To the &margin"), pane="M", group=3),
    _row(
        "go.next_tab",
        QT_TRANSLATE_NOOP("Commands", "Next tab"),
        "Ctrl+Tab",
        mac="Meta+Tab",
        group=3,
    ),
    _row(
        "go.previous_tab",
        QT_TRANSLATE_NOOP("Commands", "Previous tab"),
        "Ctrl+Shift+Tab",
        mac="Meta+Shift+Tab",
        group=3,
    ),
    # annotate
    _row(
        "annotate.highlight",
        QT_TRANSLATE_NOOP("Commands", "&Highlight"),
        "Ctrl+Shift+H",
        pane="H",
        icon="highlighter",
    ),
    _row(
        "annotate.underline",
        QT_TRANSLATE_NOOP("Commands", "&Underline"),
        pane="U",
        icon="underline",
    ),
    _row(
        "annotate.strike",
        QT_TRANSLATE_NOOP("Commands", "&Strike out"),
        pane="X",
        icon="strikethrough",
    ),
    _row(
        "annotate.colour_1",
        QT_TRANSLATE_NOOP("Commands", "Colour &1"),
        "Alt+1",
        pane="1",
        mac="Meta+Ctrl+1",
        group=1,
    ),
    _row(
        "annotate.colour_2",
        QT_TRANSLATE_NOOP("Commands", "Colour &2"),
        "Alt+2",
        pane="2",
        mac="Meta+Ctrl+2",
        group=1,
    ),
    _row(
        "annotate.colour_3",
        QT_TRANSLATE_NOOP("Commands", "Colour &3"),
        "Alt+3",
        pane="3",
        mac="Meta+Ctrl+3",
        group=1,
    ),
    _row(
        "annotate.colour_4",
        QT_TRANSLATE_NOOP("Commands", "Colour &4"),
        "Alt+4",
        pane="4",
        mac="Meta+Ctrl+4",
        group=1,
    ),
    _row(
        "annotate.colour_5",
        QT_TRANSLATE_NOOP("Commands", "Colour &5"),
        "Alt+5",
        pane="5",
        mac="Meta+Ctrl+5",
        group=1,
    ),
    _row("annotate.colour_6", QT_TRANSLATE_NOOP("Commands", "Colour &6"), pane="6", group=1),
    _row(
        "annotate.note",
        QT_TRANSLATE_NOOP("Commands", "Margin &note"),
        "Ctrl+Shift+N",
        pane="N",
        icon="message-square-text",
        group=2,
    ),
    _row(
        "annotate.question",
        QT_TRANSLATE_NOOP("Commands", "&Question for the group"),
        pane="Q",
        group=2,
    ),
    _row("annotate.work_note", QT_TRANSLATE_NOOP("Commands", "Note on the &whole text"), group=2),
    _row("annotate.tag", QT_TRANSLATE_NOOP("Commands", "&Tags…"), pane="T", icon="tag", group=2),
    _row(
        "annotate.bookmark",
        QT_TRANSLATE_NOOP("Commands", "&Bookmark"),
        "Ctrl+D",
        icon="bookmark",
        group=2,
    ),
    _row(
        "annotate.link",
        QT_TRANSLATE_NOOP("Commands", "&Link two passages"),
        pane="L",
        icon="link",
        group=2,
    ),
    _row(
        "annotate.trail",
        QT_TRANSLATE_NOOP("Commands", "Add to the t&rail"),
        pane="P",
        icon="route",
        group=2,
    ),
    _row(
        "annotate.open", QT_TRANSLATE_NOOP("Commands", "&Open the note"), pane="Return F2", group=3
    ),
    _row("annotate.reply", QT_TRANSLATE_NOOP("Commands", "Answe&r the note"), pane="A", group=3),
    _row(
        "annotate.extend",
        QT_TRANSLATE_NOOP("Commands", "Change the e&xtent to the selection"),
        pane="G",
        group=3,
    ),
    _row(
        "annotate.delete",
        QT_TRANSLATE_NOOP("Commands", "&Delete the mark"),
        pane="Del",
        icon="trash-2",
        group=3,
    ),
    _row(
        "annotate.history",
        QT_TRANSLATE_NOOP("Commands", "Earlier &wordings"),
        icon="history",
        group=3,
    ),
    _row("annotate.place", QT_TRANSLATE_NOOP("Commands", "&Place of the note…"), group=3),
    _row("annotate.bin", QT_TRANSLATE_NOOP("Commands", "Deleted notes…"), group=4),
    _row("annotate.colours", QT_TRANSLATE_NOOP("Commands", "Na&mes of the colours…"), group=4),
    # compare
    _row(
        "compare.follow",
        QT_TRANSLATE_NOOP("Commands", "&Follow the argument"),
        pane="R",
        checkable=True,
    ),
    _row(
        "compare.moment",
        QT_TRANSLATE_NOOP("Commands", "Let them &stay for a moment"),
        pane="Shift+R",
    ),
    _row(
        "compare.counterpart",
        QT_TRANSLATE_NOOP("Commands", "&Bring the counterpart here"),
        pane="C",
    ),
    _row("compare.why", QT_TRANSLATE_NOOP("Commands", "&Why related?"), pane="Y"),
    _row("compare.accept", QT_TRANSLATE_NOOP("Commands", "&Accept the link"), group=1),
    _row("compare.reject", QT_TRANSLATE_NOOP("Commands", "&Reject the link"), group=1),
    _row("compare.glossary", QT_TRANSLATE_NOOP("Commands", "&Glossary"), group=2),
    _row("compare.concept_text", QT_TRANSLATE_NOOP("Commands", "Concept in a &pane"), group=2),
    _row("compare.links", QT_TRANSLATE_NOOP("Commands", "C&urated links"), group=2),
    _row("compare.matrix", QT_TRANSLATE_NOOP("Commands", "&Topics across the authors"), group=2),
    _row("compare.map", QT_TRANSLATE_NOOP("Commands", "&Map of the texts"), group=2),
    _row(
        "compare.unsaid", QT_TRANSLATE_NOOP("Commands", "What one says and another &never"), group=2
    ),
    _row("compare.trail", QT_TRANSLATE_NOOP("Commands", "&Trails"), group=2),
    # group
    _row(
        "group.import", QT_TRANSLATE_NOOP("Commands", "&Take in annotation files…"), icon="download"
    ),
    _row("group.share", QT_TRANSLATE_NOOP("Commands", "&Save my annotation file…")),
    _row("group.folder", QT_TRANSLATE_NOOP("Commands", "The &folder of the group…"), icon="users"),
    _row("group.leave", QT_TRANSLATE_NOOP("Commands", "St&op sharing the folder")),
    _row(
        "group.members",
        QT_TRANSLATE_NOOP("Commands", "&Members, questions, agenda"),
        icon="users",
        group=1,
    ),
    _row(
        "group.attention",
        QT_TRANSLATE_NOOP("Commands", "&How many marked each sentence"),
        checkable=True,
        group=1,
    ),
    _row("group.wordings", QT_TRANSLATE_NOOP("Commands", "Two &wordings of a note…"), group=1),
    _row(
        "group.sealed",
        QT_TRANSLATE_NOOP("Commands", "Sealed first &reading"),
        checkable=True,
        group=2,
    ),
    _row(
        "group.finished",
        QT_TRANSLATE_NOOP("Commands", "I have finished this se&ction"),
        group=2,
    ),
    _row("group.private", QT_TRANSLATE_NOOP("Commands", "&Keep my note private"), group=2),
    _row("group.agenda", QT_TRANSLATE_NOOP("Commands", "&Packet for the meeting…"), group=3),
    _row("group.minutes", QT_TRANSLATE_NOOP("Commands", "Mi&nutes of the meeting…"), group=3),
    # help
    _row(
        "help.manual",
        QT_TRANSLATE_NOOP("Commands", "&Manual"),
        "F1",
        mac="Ctrl+?",
        icon="circle-help",
    ),
    _row("help.palette", QT_TRANSLATE_NOOP("Commands", "&All commands…"), "Ctrl+Shift+P"),
    _row("help.shortcuts", QT_TRANSLATE_NOOP("Commands", "&Keys…"), "Ctrl+/", icon="keyboard"),
    _row("help.repair", QT_TRANSLATE_NOOP("Commands", "&Repair the notes…"), group=1),
    _row("help.about", QT_TRANSLATE_NOOP("Commands", "A&bout Counterpoint"), group=1),
)
