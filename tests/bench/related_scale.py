"""How long related passages of a large shelf take: ``python -m tests.bench.related_scale FOLDER``.

``FOLDER`` holds Markdown files, plain or ``.gz``: the figures of the issue are those of An
Anarchist FAQ (Debian package ``anarchism``, 1.9 million words in 143 files).  Each file counts as
one text, paragraphs at blank lines; restoring them is not measured here.  In the window the same
is done in another process.
"""

import gzip
import hashlib
import re
import resource
import sys
import tempfile
import time
from pathlib import Path

from reader.apparatus import load_glossary
from reader.links import Links, concept_bridges, equip, read_arguments
from reader.model import Edition, Locus, Passage, PassageKind, Provenance, Span, Work


def text_of(path: Path) -> Edition:
    """Read one file."""
    data = path.read_bytes()
    data = gzip.decompress(data) if path.suffix == ".gz" else data
    words = re.sub(r"<[^>]+>", "", data.decode("utf-8", "replace"))
    passages: list[Passage] = []
    text = ""
    for number, block in enumerate(re.split(r"\n\s*\n", words), start=1):
        body = " ".join(block.split())
        if len(body) > 1:
            text += "\n\n" if text else ""
            kind = PassageKind.HEADING if body.startswith("#") else PassageKind.BODY
            span = Span(len(text), len(text) + len(body))
            passages.append(Passage(f"{path.name}-{number}", Locus("¶", number), kind, span))
            text += body
    digest = hashlib.sha256(text.encode()).hexdigest()
    name = re.sub(r"[^a-z0-9]+", "-", path.name.lower())
    source = Provenance(path.name, digest, len(data), "markdown")
    return Edition(name, Work(name, path.name), text, digest, digest, tuple(passages), (), source)


def main(arguments: list[str]) -> int:
    """Compute all pairs and print time, memory and size."""
    editions = [text_of(path) for path in sorted(Path(arguments[0]).iterdir()) if path.is_file()]
    words = sum(len(one.text.split()) for one in editions)
    print(
        f"{len(editions)} texts, {words} words, {sum(len(e.passages) for e in editions)} passages"
    )
    glossary = load_glossary().value
    apparatus = equip(glossary, [*read_arguments(), *concept_bridges(glossary)])
    with tempfile.TemporaryDirectory() as folder:
        links = Links(Path(folder), apparatus)
        links.update(editions[:3])
        began, worked = time.perf_counter(), time.process_time()
        pairs = links.update(editions)
        took, work = time.perf_counter() - began, time.process_time() - worked
        links.close()
        size = sum(path.stat().st_size for path in Path(folder).iterdir())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(f"{pairs} pairs of texts, {took:.1f} s, {work:.1f} s of processor")
    print(f"memory {memory:.0f} MB, store {size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
