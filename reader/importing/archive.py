"""Zip archives from strangers: read member by member, never unpacked, bound in size."""

import io
import zipfile
import zlib

from reader.model import BadInput

#: Limits of the issue's list of bad input, number 21: bytes in all, packing, members.
TOTAL, RATIO, MEMBERS = 200_000_000, 100, 5_000
#: Bytes below which packing is not looked at: a small blank page may pack well.
_SMALL = 1_000_000


class Archive:
    """A zip archive whose members are read within limits.

    Raises:
        BadInput: it is damaged, or larger inside than a book can be.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._left = TOTAL
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise self._damaged() from error
        if len(infos) > MEMBERS:
            raise self._bomb()
        if sum(one.file_size for one in infos) > TOTAL:
            raise self._bomb()
        for one in infos:
            if one.file_size > max(_SMALL, RATIO * max(1, one.compress_size)):
                raise self._bomb()
            if one.flag_bits & 1:
                raise BadInput(
                    f"“{name}” is encrypted; open it in the program it was made with and save it "
                    "without password.",
                    name,
                )
        self.names = frozenset(one.filename for one in infos)

    def member(self, path: str) -> bytes:
        """Return one member; sizes are counted while reading, since the list may lie.

        Raises:
            BadInput: there is none of this name, it is damaged, or too large.
        """
        try:
            with self._zip.open(path) as file:
                data = file.read(self._left + 1)
        except KeyError as error:
            raise self._damaged() from error
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError,
                NotImplementedError, OSError) as error:  # fmt: skip
            raise self._damaged() from error
        if len(data) > self._left:
            raise self._bomb()
        self._left -= len(data)
        return data

    def _damaged(self) -> BadInput:
        return BadInput(
            f"“{self._name}” is damaged or not complete; get another copy of it.", self._name
        )

    def _bomb(self) -> BadInput:
        return BadInput(
            f"“{self._name}” is far larger inside than a book can be; it is damaged or made to "
            "harm, and was not read.",
            self._name,
        )


def refuse_entities(xml: bytes, name: str) -> None:
    """Refuse XML that defines entities: books need none, and they can grow without bound.

    Raises:
        BadInput: it does.
    """
    # in UTF-16 there is a zero beside every letter
    if b"<!ENTITY" in xml.replace(b"\0", b""):
        raise BadInput(
            f"“{name}” defines abbreviations of its own (XML entities), which can be made to "
            "harm; it was not read. Get another copy of it.",
            name,
        )
