"""Plain text: the encoding is decided by strict rules and said, never guessed silently."""

import re
import unicodedata
from contextlib import suppress
from dataclasses import replace

from reader.importing.old_letters import OLD, old_codec
from reader.importing.raw import RawText
from reader.model import BadInput, Provenance

_UTF16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_UTF8_BOM = b"\xef\xbb\xbf"
#: Control characters that no text has; tab, line ends, form feed and escape are common enough.
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
#: Letters of more than one byte, well formed.
_LONG_LETTER = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
#: Shares of spaces and line ends, and of signs that texts have, that show UTF-16, and signs looked
#: at.
_SPACES, _WORDS, _SAMPLE = 0.005, 0.98, 20_000
#: Long letters of UTF-8 for each damaged one that show a text to be partly UTF-8: in texts in
#: other encodings they come about by rare chance only.
_MIXED = 0.2
_LOOK = "If letters look wrong, save it as UTF-8 and add it again."


def read_text(data: bytes, provenance: Provenance) -> RawText:
    """Read a plain text.

    Raises:
        BadInput: the bytes are no text in UTF-8, UTF-16 or Windows-1252.
    """
    text, encoding, note = decode(data, provenance.file)
    return RawText(unix_lines(text), replace(provenance, encoding=encoding, note=note))


def unix_lines(text: str) -> str:
    r"""Return the text with ``\n`` line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decode(data: bytes, name: str) -> tuple[str, str, str]:
    """Return the text, the encoding and a doubt for people (empty without).

    UTF-8 is taken when every byte fits; UTF-16 when the file begins with its mark, or has zeros
    and reads as words; else the encoding of one byte a letter that makes a language of the bytes,
    Windows-1252 first.  UTF-8 with a few damaged letters stays UTF-8; UTF-8 with pieces in
    Windows-1252 is read piece by piece.  Whatever the file does not say itself is told.

    Raises:
        BadInput: the bytes are no text in any of these.
    """
    if encoding := _UTF16.get(data[:2]):
        return _utf16(data, encoding, name)
    data = data.removeprefix(_UTF8_BOM)
    if found := _unmarked_utf16(data):
        return found
    _refuse_binary(data, name)
    try:
        return data.decode("utf-8"), "utf-8", ""
    except UnicodeDecodeError:
        return _not_quite_utf8(data, name)


def _utf16(data: bytes, encoding: str, name: str) -> tuple[str, str, str]:
    try:
        text = data[2:].decode(encoding)
    except UnicodeDecodeError as error:
        raise BadInput(
            f"“{name}” says that it is UTF-16, but is damaged; save it again as UTF-8.", name
        ) from error
    if "\0" in text:
        raise BadInput(f"“{name}” is not a text; choose a file with a text in it.", name)
    return text, "utf-16", ""


def _refuse_binary(data: bytes, name: str) -> None:
    # a stray control character is damage; more of them than one in 500 bytes is no text
    controls = len(_CONTROLS.findall(data))
    if b"\0" in data or controls > max(1, len(data) // 500):
        raise BadInput(
            f"“{name}” is not a text, Markdown, HTML, EPUB, PDF or DOCX file; "
            "choose a file with a text in it.",
            name,
        )


def _not_quite_utf8(data: bytes, name: str) -> tuple[str, str, str]:
    loose = data.decode("utf-8", "replace")
    damaged = loose.count("\ufffd") - data.count("\ufffd".encode())
    if len(_LONG_LETTER.findall(data)) > 4 * damaged:
        letters = "one letter was" if damaged == 1 else f"{damaged} letters were"
        return loose, "utf-8", f"The file is damaged: {letters} lost (shown as “\ufffd”)."
    codec, shown = old_codec(data)
    if codec == OLD and len(_LONG_LETTER.findall(data)) > _MIXED * damaged:
        text = "".join(map(_piece, re.split(rb"((?:[\x80-\xff])+)", data)))
        return text, "utf-8", f"Parts of the file are UTF-8, parts Windows-1252. {_LOOK}"
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise BadInput(
            f"“{name}” is neither UTF-8 nor Windows-1252; save it as UTF-8.", name
        ) from error
    return text, codec, f"The file does not say its encoding; it was taken as {shown}. {_LOOK}"


def _unmarked_utf16(data: bytes) -> tuple[str, str, str] | None:
    """Return a text in UTF-16 that does not say so: words and spaces of two bytes each."""
    if b"\0" not in data:
        return None
    for codec in ("utf-16-le", "utf-16-be"):
        with suppress(UnicodeDecodeError):
            text = data.decode(codec)
            sample = text[:_SAMPLE]
            # with the bytes the wrong way round there are letters enough, but no space or line end
            spaces = sum(sign in " \n" for sign in sample)
            words = sum(unicodedata.category(sign)[0] in "LMNPZS" for sign in sample)
            lines = sum(sign in "\t\n\r\f" for sign in sample)
            if spaces >= _SPACES * len(sample) and words + lines >= _WORDS * len(sample):
                note = f"The file does not say its encoding; it was taken as UTF-16. {_LOOK}"
                return text, "utf-16", note
    return None


def _piece(part: bytes) -> str:
    """Decode a run of bytes that is all of one encoding."""
    try:
        return part.decode("utf-8")
    except UnicodeDecodeError:
        return part.decode("windows-1252", "replace")
