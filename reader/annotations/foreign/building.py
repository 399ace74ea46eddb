"""From loose fields to an annotation that passes the same gate as an annotation file's."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from reader.annotations.files.strict import check_inside
from reader.annotations.items import decode, encode
from reader.annotations.revisions import canonical
from reader.annotations.terms import MAX_CONTEXT, MAX_NAME, WORK_IRI, is_urn
from reader.model import (
    Annotation,
    AnnotationKind,
    BadInput,
    Colour,
    MarkStyle,
    NoteTarget,
    Person,
    Selectors,
    Target,
    TextTarget,
    WorkTarget,
)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
#: The nearest of our six colours, by hue in degrees.
_HUES = (
    (20, Colour.PINK), (45, Colour.ORANGE), (70, Colour.YELLOW), (165, Colour.GREEN),
    (250, Colour.BLUE), (292, Colour.PURPLE), (361, Colour.PINK),
)  # fmt: skip
_NAMES = {
    "red": Colour.PINK, "magenta": Colour.PINK, "olive": Colour.GREEN, "cyan": Colour.BLUE,
    "gray": Colour.YELLOW, "grey": Colour.YELLOW,
} | {colour.value: colour for colour in Colour}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Draft:
    """The fields of one foreign note, as far as they are known.

    Attributes:
        name: what the program calls the note; ids are made of it.
        work: short id of the work it stands in; empty for a reply.
        reply_to: foreign name of the note answered.
        via: address of the original, kept with the note.
    """

    name: str
    author: Person
    work: str = ""
    address: str = ""
    created: str = ""
    modified: str = ""
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    body: str = ""
    tags: Iterable[str] = field(default_factory=tuple)
    colour: Colour = Colour.YELLOW
    style: MarkStyle = MarkStyle.HIGHLIGHT
    reply_to: str = ""
    bookmark: bool = False
    shared: bool = True
    via: str = ""


def build(draft: Draft) -> Annotation:
    """Make an annotation.

    Raises:
        BadInput: a sentence on why it cannot be taken.
    """
    made = Annotation(
        id=urn(draft.name),
        author=draft.author,
        created=draft.created or draft.modified or time_of(0),
        modified=draft.modified or draft.created or time_of(0),
        kind=_kind(draft),
        targets=(_target(draft),),
        body=draft.body,
        tags=tuple(sorted({tag.strip() for tag in draft.tags} - {""})),
        colour=draft.colour,
        style=draft.style,
        shared=draft.shared,
        extra={"via": draft.via} if draft.via else {},
    )
    item = encode(made)
    check_inside(item, canonical(item))
    return decode(item, shared=draft.shared)


def _kind(draft: Draft) -> AnnotationKind:
    if draft.reply_to:
        return AnnotationKind.REPLY
    if draft.bookmark:
        return AnnotationKind.BOOKMARK
    return AnnotationKind.NOTE if draft.body.strip() else AnnotationKind.HIGHLIGHT


def _target(draft: Draft) -> Target:
    if draft.reply_to:
        return NoteTarget(urn(draft.reply_to))
    if not draft.quote.strip():
        if not draft.body.strip():
            raise BadInput("It has neither words of the text nor a note.")
        return WorkTarget(draft.work)
    context = MAX_CONTEXT // 2
    selectors = Selectors(draft.quote, draft.prefix[-context:], draft.suffix[:context])
    source = draft.address if 0 < len(draft.address) <= MAX_NAME else WORK_IRI + draft.work
    return TextTarget(draft.work, source, selectors)


def urn(name: str) -> str:
    """Return the id of a foreign name: itself if it is one, else always the same new one."""
    low = name.lower()
    if is_urn(low):
        return low
    return uuid5(NAMESPACE_URL, name.encode("utf-8", "replace").decode()).urn


def person(name: str, shown: str = "") -> Person:
    """Return the person of a foreign account."""
    return Person(urn(name), (shown or name)[:MAX_NAME])


def text(value: object) -> str:
    """Return a text field; empty for a missing one.

    Raises:
        BadInput: it is of another type.
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadInput("One of its fields should be text and is not.")
    return value


def time_of(value: object) -> str:
    """Return a time as RFC 3339 in UTC; empty when it is none.

    Args:
        value: seconds since 1970, or ISO 8601; without a zone UTC is meant.
    """
    try:
        if isinstance(value, int | float) and not isinstance(value, bool):
            found = _EPOCH + timedelta(seconds=value)
        elif isinstance(value, str):
            found = datetime.fromisoformat(value.strip())
            found = found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
        else:
            return ""
    except (ValueError, OverflowError):
        return ""
    return found.strftime(f"{found.year:04d}-%m-%dT%H:%M:%S.") + f"{found.microsecond // 1000:03d}Z"


def colour_of(value: object) -> Colour:
    """Return the nearest of our colours for a name or ``#rrggbb``; yellow for anything else."""
    if not isinstance(value, str):
        return Colour.YELLOW
    low = value.strip().lower()
    digits = low.removeprefix("#")
    if len(digits) != 6 or any(digit not in "0123456789abcdef" for digit in digits):
        return _NAMES.get(low, Colour.YELLOW)
    red, green, blue = (int(digits[i : i + 2], 16) for i in (0, 2, 4))
    return _by_hue(red, green, blue)


def _by_hue(red: int, green: int, blue: int) -> Colour:
    high, low = max(red, green, blue), min(red, green, blue)
    if high - low < 24:
        return Colour.YELLOW
    if high == red:
        hue = 60 * (green - blue) / (high - low) % 360
    elif high == green:
        hue = 60 * (blue - red) / (high - low) + 120
    else:
        hue = 60 * (red - green) / (high - low) + 240
    return next(colour for most, colour in _HUES if hue < most)
