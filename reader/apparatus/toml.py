"""Reading and writing TOML files so that every mistake has a file and a line."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from reader.apparatus.problems import Problem
from reader.importing.whole import write_whole

#: Bytes of a file that is parsed; our whole glossary has 140,000.
LIMIT = 8_000_000
_LINE = re.compile(r"\(at line (\d+), column \d+\)")


def read_toml(path: Path) -> tuple[dict[str, object], str, tuple[Problem, ...]]:
    """Return the tables of a file, its text and what is wrong with it as a whole.

    A file that does not exist is an empty one.
    """
    name = path.name
    try:
        if path.stat().st_size > LIMIT:
            problem = Problem(name, 0, "", "the file is too large", "keep it below 8 MB")
            return {}, "", (problem,)
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        return tomllib.loads(text), text, ()
    except FileNotFoundError:
        return {}, "", ()
    except UnicodeDecodeError:
        return {}, "", (Problem(name, 0, "", "the file is not UTF-8", "save it as UTF-8"),)
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        what = f"this is not TOML: {_LINE.sub('', str(error)).strip().rstrip('.')}"
        line = int(found[1]) if found else text.count("\n") + 1  # "at end of document"
        return {}, "", (Problem(name, line, "", what, "correct this line"),)
    except RecursionError:
        problem = Problem(name, 0, "", "brackets are nested too deeply", "write it flat")
        return {}, "", (problem,)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        problem = Problem(name, 0, "", f"the file cannot be read ({why})", "check who may open it")
        return {}, "", (problem,)


def write_toml(path: Path, tables: Mapping[str, object]) -> None:
    """Write the whole file or nothing; the old one stays on failure.

    Raises:
        ReadOnly, LibraryError: the folder cannot be written to, or the disk is full.
    """
    import tomli_w

    write_whole(path, tomli_w.dumps(tables, multiline_strings=False).encode("utf-8"))
