"""Words for values of the core, which knows no language: in come values, out what people read."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QObject

from reader.model import Colour, RepairKind


def colour_name(colour: Colour, own: str = "") -> str:
    """Return a colour's name: the reader's ``own`` where it is not merely the key.

    The core names a colour without an own name by its key.
    """
    if own and own.casefold() != colour.value:
        return own
    return {
        Colour.YELLOW: QCoreApplication.translate("Colours", "Yellow"),
        Colour.GREEN: QCoreApplication.translate("Colours", "Green"),
        Colour.BLUE: QCoreApplication.translate("Colours", "Blue"),
        Colour.PINK: QCoreApplication.translate("Colours", "Pink"),
        Colour.PURPLE: QCoreApplication.translate("Colours", "Purple"),
        Colour.ORANGE: QCoreApplication.translate("Colours", "Orange"),
    }[colour]


def colour_names(own: Mapping[Colour, str]) -> dict[Colour, str]:
    """Return the names of all colours, the reader's ``own`` first."""
    return {colour: colour_name(colour, own.get(colour, "")) for colour in Colour}


def theme_name(key: str, name: str) -> str:
    """Return the name of a theme; ``name`` where it is none of ours."""
    return {
        "light": QCoreApplication.translate("Themes", "Light"),
        "sepia": QCoreApplication.translate("Themes", "Sepia"),
        "dark": QCoreApplication.translate("Themes", "Dark"),
        "contrast": QCoreApplication.translate("Themes", "High contrast"),
    }.get(key, name)


def repair_name(kind: RepairKind) -> str:
    """Return what a kind of repair is called."""
    return {
        RepairKind.PAGE_ORDER: QCoreApplication.translate("Repairs", "order of pages"),
        RepairKind.PAGE_JOIN: QCoreApplication.translate("Repairs", "pages joined"),
        RepairKind.UNWRAP: QCoreApplication.translate("Repairs", "lines joined"),
        RepairKind.HYPHEN_REMOVED: QCoreApplication.translate("Repairs", "hyphen taken out"),
        RepairKind.HYPHEN_KEPT: QCoreApplication.translate("Repairs", "hyphen kept"),
        RepairKind.HYPHEN_RESTORED: QCoreApplication.translate("Repairs", "hyphen put back"),
        RepairKind.LIGATURE: QCoreApplication.translate("Repairs", "ligature"),
        RepairKind.OCR: QCoreApplication.translate("Repairs", "misread letters"),
        RepairKind.STRAY_MARK: QCoreApplication.translate("Repairs", "stray mark"),
        RepairKind.RUNNING_HEAD: QCoreApplication.translate("Repairs", "running head"),
        RepairKind.PAGE_NUMBER: QCoreApplication.translate("Repairs", "page number"),
        RepairKind.FOOTNOTE: QCoreApplication.translate("Repairs", "footnote"),
        RepairKind.HEADING: QCoreApplication.translate("Repairs", "heading"),
        RepairKind.CONTENTS: QCoreApplication.translate("Repairs", "contents"),
        RepairKind.REFERENCE: QCoreApplication.translate("Repairs", "reference"),
        RepairKind.QUESTION: QCoreApplication.translate("Repairs", "question"),
        RepairKind.QUOTE: QCoreApplication.translate("Repairs", "quotation mark"),
        RepairKind.MARKUP: QCoreApplication.translate("Repairs", "markup"),
        RepairKind.SPACE: QCoreApplication.translate("Repairs", "space"),
    }[kind]


def evidence_label(label: str) -> str:
    """Return what two passages share; words that stand in the texts stay as they are."""
    return {
        "other words": QCoreApplication.translate("Evidence", "other words"),
        "kindred concepts": QCoreApplication.translate("Evidence", "kindred concepts"),
        "other arguments": QCoreApplication.translate("Evidence", "other arguments"),
        "other names": QCoreApplication.translate("Evidence", "other names"),
        "linked by a reader": QCoreApplication.translate("Evidence", "linked by a reader"),
        "the whole passage": QCoreApplication.translate("Evidence", "the whole passage"),
        "passages like these": QCoreApplication.translate("Evidence", "passages like these"),
    }.get(label, label)


def agenda_reason(reason: str) -> str:
    """Return why a passage is on the agenda, as ``reader.annotations.group`` puts it together."""
    return ", ".join(map(Agenda().part, reason.split(", ")))


class Agenda(QObject):
    """Words with counts; an object, for only ``tr`` is gathered with forms of the plural."""

    def part(self, words: str) -> str:
        """Return one of the reasons why a passage is on the agenda."""
        if words == "in different colours":
            return self.tr("in different colours")
        number, _, what = words.partition(" ")
        if not (number.isascii() and number.isdecimal() and len(number) < 8):
            return words
        match what.rstrip("s"):
            case "member":
                return self.tr("%n member(s)", "", int(number))
            case "question":
                return self.tr("%n question(s)", "", int(number))
            case "note":
                return self.tr("%n note(s)", "", int(number))
        return words


#: Signs of a query shown before and after a mistake in it: a line of a narrow panel.
_AROUND = 20


def pointed(query: str, at: int) -> str:
    """Return the stretch of a query around a mistake, with a sign at the place.

    >>> pointed("strike (wage", 7)
    'strike ▸(wage'
    """
    start, end = max(0, at - _AROUND), at + _AROUND
    before = ("…" if start else "") + query[start:at]
    return f"{before}▸{query[at:end]}{'…' if end < len(query) else ''}"
