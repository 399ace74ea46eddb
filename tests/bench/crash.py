"""Kills a writer at 200 random moments: ``python -m tests.bench.crash [KILLS]``.

The writer adds, edits, removes, brings back, merges, takes back and does again, and says each
time when the store has acknowledged; after each kill the store must open by itself and hold all
of that, and the action under way wholly or not at all.
"""

import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.annotations.killing import killed


def main(kills: int) -> None:
    """Kill as often, then print what was acknowledged and how long the store took to open."""
    chance = random.Random(7)
    acknowledged: Counter[str] = Counter()
    slowest_ms = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(kills):
            store = Path(folder) / str(number // 10)
            after_s = chance.random() * 0.4
            took = killed(store, number, after_s, lambda deed: acknowledged.update([deed]))
            slowest_ms = max(slowest_ms, 1000 * took)
    print(
        f"{kills} kills, {acknowledged.total():,} acknowledged actions, none lost, none half "
        f"there; slowest opening afterwards {slowest_ms:.0f} ms"
    )
    print(", ".join(f"{deed} {number}" for deed, number in acknowledged.most_common()))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
