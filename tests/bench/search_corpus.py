"""The corpora on which the search is measured: An Anarchist FAQ (Debian package ``anarchism``).

1.85 million words in 138 files; nothing of it enters the repository.
"""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from reader.index import Document
from reader.model import HitKind, Locus

FAQ = Path("/usr/share/doc/anarchism/markdown")
_BLANK = re.compile(r"\n\s*\n")


def faq(copies: int = 1) -> Iterator[tuple[str, list[Document]]]:
    """Yield the files of the FAQ as works, one document for each paragraph."""
    files = sorted(FAQ.glob("*.md*"))
    if not files:
        raise SystemExit("The measurement needs the Debian package “anarchism”.")
    for copy in range(copies):
        for path in files:
            raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            work = f"faq-{path.name.split('.')[0].lower()}-{copy}"
            yield work, list(documents(work, "An Anarchist FAQ", raw.decode("utf-8", "replace")))


def documents(work: str, author: str, text: str, language: str = "en") -> Iterator[Document]:
    """Yield a document for each paragraph of ``text``."""
    at, number = 0, 0
    section = ""
    for block in [*_BLANK.finditer(text), None]:
        end = block.start() if block else len(text)
        passage = text[at:end]
        if passage.strip():
            number += 1
            heading = passage.lstrip().startswith("#")
            section = passage.strip("# \n")[:80] if heading else section
            yield Document(
                key=f"{work}/{number}",
                kind=HitKind.HEADING if heading else HitKind.BODY,
                work=work,
                author=author,
                section=section,
                passage=f"p{number}",
                locus=Locus("§" if heading else "¶", number),
                text=passage,
                start=at,
                language=language,
            )
        at = block.end() if block else end
