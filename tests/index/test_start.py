"""The search costs nothing until it is used."""

import subprocess
import sys

HEAVY = ("numpy", "whoosh", "multiprocessing", "asyncio", "urllib.request")


def test_importing_and_opening_the_search_loads_nothing_heavy() -> None:
    program = (
        "import sys; from pathlib import Path; import reader.index as index;"
        "search = index.SearchIndex.open(Path('nowhere'));"
        "index.parse('class AND struggl*');"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
