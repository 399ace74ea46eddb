"""Kills a writer at 200 random moments: ``python -m tests.bench.crash [KILLS]``.

The writer adds, edits, removes, merges and takes back, and tells each time when the store has
acknowledged; after each kill the store must open by itself and hold all of that.
"""

import random
import sys
import tempfile
import time
from pathlib import Path

from reader.annotations.store import Store
from tests.annotations.test_store_damage import killed


def main(kills: int) -> None:
    chance = random.Random(7)
    acknowledged = 0
    slowest_ms = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(kills):
            store = Path(folder) / str(number // 10)
            acknowledged += killed(store, number, chance.random() * 0.4)
            start = time.perf_counter()
            with Store.open(store) as opened:
                opened.annotations()
            slowest_ms = max(slowest_ms, (time.perf_counter() - start) * 1000)
    print(
        f"{kills} kills, {acknowledged:,} acknowledged actions, none lost, none half there; "
        f"slowest opening afterwards {slowest_ms:.0f} ms"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
