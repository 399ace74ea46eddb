"""Files of the library folder."""

import json
from pathlib import Path

from reader.importing.whole import write_whole

__all__ = ["write_json", "write_whole"]


def write_json(path: Path, value: object, *, durable: bool = True) -> None:
    """Write ``value`` as readable JSON, whole or not at all.

    Raises:
        ReadOnly, LibraryError: as ``write_whole``.
    """
    text = json.dumps(value, ensure_ascii=False, indent=1)
    write_whole(path, text.encode("utf-8", "surrogatepass") + b"\n", durable=durable)
