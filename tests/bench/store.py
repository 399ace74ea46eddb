"""Times of the store: ``python -m tests.bench.store``.

Loading is measured in processor time, best of five; the others on the clock, medians.
"""

import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from reader.annotations.store import Put, Store
from tests.annotations.making import a_note, on_words

NOTES = 10_000


def timed_ms(deed: Callable[[], object], times: int = 1) -> float:
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        deed()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = Store.open(folder)
        words = "quoted words of a sentence in some text"
        notes = [
            a_note(store.me, "a thought of a few words", targets=(on_words(row, words=words),))
            for row in range(NOTES)
        ]
        print(f"add {NOTES:,} as one action   {timed_ms(lambda: fill(store, notes)):8.1f} ms")
        print(f"backup, tested              {timed_ms(store.backup_now):8.1f} ms")
        store.close()
        loads = [load_ms(folder) for _ in range(5)]
        print(f"open and load, processor   {min(loads):8.1f} ms, median {sorted(loads)[2]:.1f}")
        with Store.open(folder) as store:
            store.annotations()
            add = timed_ms(lambda: store.apply([Put(a_note(store.me))], "Add"), 200)
            print(f"add one, durable            {add:8.2f} ms")
            edited = replace(notes[0], body="other")
            edit = timed_ms(lambda: store.apply([Put(edited)], "Edit"), 50)
            print(f"edit one, durable           {edit:8.2f} ms")
            print(f"undo                        {timed_ms(store.undo, 50):8.2f} ms")
            print(f"check everything            {timed_ms(store.check):8.1f} ms")


def fill(store: Store, notes: list) -> None:
    store.apply([Put(note) for note in notes], "Add")


def load_ms(folder: Path) -> float:
    start = time.process_time()
    with Store.open(folder) as store:
        assert len(store.annotations()) >= NOTES
        taken = time.process_time() - start
    return taken * 1000


if __name__ == "__main__":
    main()
