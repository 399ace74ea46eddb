"""A file of 100,000 annotations: ``python -m tests.bench.merge [NOTES]``.

Goals: preview under 5 s, taking it under 30 s, under 500 MB.  Seconds are of the processor.
"""

import resource
import sys
import tempfile
import time
from pathlib import Path

from reader.annotations.files import AnnotationFile, dump, load
from reader.annotations.items import encode
from reader.annotations.merging import preview, take
from reader.annotations.revisions import revise
from reader.annotations.store import Put, Store
from tests.annotations.making import BEN, a_note, on_words

COLLECTION = "urn:uuid:00000000-0000-7000-8000-00000000000c"


def write(path: Path, notes: int) -> None:
    made = (
        revise(encode(a_note(BEN, "a thought of a few words", targets=(on_words(row),))), ())
        for row in range(notes)
    )
    path.write_bytes(dump(AnnotationFile(COLLECTION, BEN, revisions=tuple(made))))


def memory_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(path: Path, folder: Path) -> None:
    with Store.open(folder) as store:
        store.apply([Put(a_note(store.me)) for _ in range(1000)], "Add")
        start = time.process_time()
        found = preview(load(path.read_bytes()), store)
        seen = time.process_time()
        print(f"preview of {len(found.rows):,}: {seen - start:.1f} s, {memory_mb():.0f} MB")
        take(found, store)
        taken = time.process_time()
        print(f"take: {taken - seen:.1f} s, {memory_mb():.0f} MB")
        store.undo()
        print(f"undo: {time.process_time() - taken:.1f} s, {memory_mb():.0f} MB")


def main(notes: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ben.annotations.json"
        if len(sys.argv) > 2:
            measure(Path(sys.argv[2]), Path(folder) / "library")
            return
        import subprocess

        write(path, notes)
        print(f"file of {path.stat().st_size / 2**20:.0f} MiB")
        subprocess.run([sys.executable, "-m", __spec__.name, str(notes), str(path)], check=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
