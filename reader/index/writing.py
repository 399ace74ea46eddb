# mypy: disallow-untyped-calls=False
# (whoosh has no types)
"""Documents written into a Whoosh index, all at once or one work at a time."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from errno import EBUSY
from pathlib import Path
from typing import Any

from whoosh.codec.whoosh3 import W3Codec, W3PerDocReader
from whoosh.index import LockError, create_in, open_dir
from whoosh.reading import SegmentReader
from whoosh.writing import OPTIMIZE

from reader.index import generation
from reader.index.flat import Gathered
from reader.index.schema import FORMAT, fields_of, schema
from reader.index.shard import Counted, numbers
from reader.index.values import Document
from reader.index.vocabulary import Vocabulary
from reader.index.words import placed_words
from reader.model import NO_PROGRESS, Progress

#: Parts that an index has at most after a change: each part costs every lookup.
_MOST_SEGMENTS = 6
#: Words up to which an index is written anew as one part: 0.5 s.
_SMALL = 80_000

#: A work to be indexed: short id, stamp, documents in reading order.
Text = tuple[str, str, Sequence[Document]]


@dataclass(frozen=True)
class Amendment:
    """What is to be changed in an index.

    Attributes:
        facets: documents with one of these are dropped (``group:…``, ``key:…``).
        texts: are added, each under its name, which is a short id or ``NOTES``; an empty stamp
            forgets the name.
    """

    facets: Sequence[str]
    texts: Sequence[Text]


def version() -> str:
    """Return what an index must have been written with to be read."""
    import whoosh

    return f"{FORMAT} whoosh {'.'.join(str(part) for part in whoosh.__version__)}"


def write_all(folder: Path, texts: Iterable[Text], progress: Progress = NO_PROGRESS) -> None:
    """Write a new index into the empty ``folder``.  About 12 µs of processor time for a word.

    Raises:
        OSError: it cannot be written.
        Cancelled: the reader stopped it.
    """
    writer = _writer(create_in(str(folder), schema()))
    counted, gathered = Counted(), Gathered()
    stamps: dict[str, str] = {}
    try:
        for done, (work, stamp, documents) in enumerate(texts):
            progress.step(done / (done + 20), "Reading the texts for the search")
            _add(writer, work, documents, counted, gathered)
            stamps[work] = stamp
    except BaseException:
        writer.cancel()
        raise
    progress.step(0.9, "Writing the index")
    _commit(writer)
    segments = _segments(folder)
    if len(segments) == 1:
        gathered.write(folder / flat_name(segments[0]))
    commit = open_dir(str(folder), readonly=True).latest_generation()
    generation.write(_words(folder, commit), counted.vocabulary().dump())
    _finish(folder, stamps)


def amend(
    folder: Path,
    state: generation.State,
    vocabulary: Vocabulary,
    change: Amendment,
    words: int,
) -> None:
    """Change the index in ``folder``; readers that have it open keep what they have.

    Args:
        folder: of the index.
        state: what it says of itself.
        vocabulary: that belongs to it.
        change: to be made.
        words: in it; a small one is written anew as one part.

    Raises:
        OSError: it cannot be written; it is as it was.
    """
    index = open_dir(str(folder))
    try:
        writer = _writer(index)
    except LockError as error:
        raise OSError(EBUSY, "another program is writing to it") from error
    counted = Counted()
    try:
        for facet in change.facets:
            writer.delete_by_term("facets", facet)
        for group, _stamp, documents in change.texts:
            _add(writer, group, documents, counted)
        vocabulary = vocabulary.and_more(counted.vocabulary())
        # first, for it is large: where there is no room for it, nothing has been changed yet
        generation.write(_words(folder, index.latest_generation() + 1), vocabulary.dump())
    except BaseException:
        writer.cancel()
        raise
    _commit(writer, mergetype=OPTIMIZE if words <= _SMALL else _merge_few)
    changed = {work: stamp for work, stamp, _documents in change.texts}
    stamps = {work: stamp for work, stamp in {**state.stamps, **changed}.items() if stamp}
    _finish(folder, stamps)


def read_vocabulary(folder: Path, state: generation.State) -> Vocabulary:
    """Read the vocabulary that belongs to ``state``.

    Raises:
        OSError, ValueError, KeyError, TypeError, IndexError: it is damaged.
    """
    return Vocabulary.load(_words(folder, state.commit).read_text("utf-8"))


def _words(folder: Path, commit: int) -> Path:
    return folder / f"words-{commit}.jsonl"


class _PerDocument(W3PerDocReader):
    """Knows of each column whether it is there: for every posting Whoosh would ask the disk."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self._known: dict[str, bool] = {}

    def has_column(self, fieldname: str) -> bool:
        if fieldname not in self._known:
            self._known[fieldname] = super().has_column(fieldname)
        return self._known[fieldname]


class _Codec(W3Codec):
    """Does not look for the lengths that we do not keep: three quarters of the time."""

    def per_document_reader(self, storage: Any, segment: Any) -> Any:
        return _PerDocument(storage, segment)


def _writer(index: Any) -> Any:
    """Return a writer for an index; what it writes names Whoosh's own codec and none of ours.

    It is told not to compress: the FAQ ranks 15 % faster so and takes 62 MB instead of 36; damage
    is noticed by our own check sums.
    """
    writer = index.writer(codec=W3Codec(compression=0), compound=False)
    writer.codec = _Codec(compression=0)
    return writer


def flat_name(segment: str) -> str:
    """Return the name of the file with the flat postings of one part of the index."""
    return f"flat-{segment}.bin"


def _segments(folder: Path) -> list[str]:
    index = open_dir(str(folder), readonly=True)
    return [segment.segment_id() for segment in index._segments()]  # noqa: SLF001 - no public name


def _add(
    writer: Any,
    group: str,
    documents: Iterable[Document],
    counted: Counted,
    gathered: Gathered | None = None,
) -> None:
    for document in documents:
        words, stretches = placed_words(document.text)
        facets = counted.add(document, set(words)) | {f"group:{group}"}
        writer.add_document(**fields_of(document, words, stretches, facets))
        if gathered is not None:
            gathered.add(words, numbers(document, len(words))[0])


def _merge_few(writer: Any, segments: Sequence[Any]) -> list[Any]:
    """Drop the parts of which nothing is left; merge the smallest, so that few remain.

    A merge policy of Whoosh, whose own lets parts grow to some fifteen.  Beyond ``_MOST_SEGMENTS``
    the smallest go into what is written now, and with them each next one that is not larger than
    all of those: so a document is written again only when its part has doubled.
    """
    living = sorted((one for one in segments if one.doc_count()), key=lambda one: one.doc_count())
    least = len(living) + 1 - _MOST_SEGMENTS
    if least <= 0:
        return living
    merged = 0
    for row, segment in enumerate(living):
        if row >= least and segment.doc_count() > merged:
            return living[row:]
        reader = SegmentReader(writer.storage, writer.schema, segment)
        writer.add_reader(reader)
        reader.close()
        merged += segment.doc_count()
    return []


def _commit(writer: Any, **how: Any) -> None:
    """Commit; where that fails, let go of the lock and of open files, which Whoosh would keep."""
    try:
        writer.commit(**how)
    except BaseException:
        with suppress(Exception):
            writer._finish()  # noqa: SLF001 - nothing public does it once a commit has failed
        raise


def _finish(folder: Path, stamps: Mapping[str, str]) -> None:
    """Write the state of the commit just made; drop what belonged to the last one."""
    commit = open_dir(str(folder), readonly=True).latest_generation()
    for old in folder.glob("words-*.jsonl"):
        if old != _words(folder, commit):
            old.unlink(missing_ok=True)
    kept = {flat_name(segment) for segment in _segments(folder)}
    for old in folder.glob("flat-*.bin"):
        if old.name not in kept:
            old.unlink(missing_ok=True)
    generation.save(folder, generation.State(version(), commit, stamps))
