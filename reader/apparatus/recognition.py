"""Recognising a copy of a known work by hashed word shingles, whatever was done to the copy.

A fingerprint is a bottom-k sample of the hashes of all runs of three words: the smallest hashes.
Source: A. Broder, "On the resemblance and containment of documents", Compression and Complexity
of Sequences 1997, section 4.  Runs survive any order of pages but for those at the turns; words
are folded to their letters, and words that line ends or ligatures broke are tried joined, too.
"""

import re
from collections.abc import Iterable, Iterator

from reader.matching import skeleton
from reader.model import WorkRecord
from reader.model.digests import blake2b

#: Hashes kept.  A copy with 5 % of its letters wrong keeps about 35 % of its runs: of 400 there
#: are 140 left, of half a booklet 70, against none to 3 for another text.
SAMPLE = 400
#: Words in a run.  Two are shared by any two English texts, four lose a third more to damage.
WORDS = 3
#: Hashes of a record that a copy must show.  ``python -m tests.bench.apparatus``: the three
#: essays, two of one author and all on one subject, show at most 3.5 % of one another; half of
#: an essay with 5 % of its letters wrong shows at least 16 %.
SHARE = 0.07
#: Bytes of a hash: of a million runs, one in a million of a record's is met by chance.
HASH_BYTES = 5
#: Runs of fewer letters are commonplaces ("of the in") that all texts share.
_LETTERS = 12
#: Times that a copy may be as long as the work without having to show more.  Of 1.8 million words
#: on the same subject (An Anarchist FAQ), stretches as long as an essay show at most 3 %, others
#: in proportion to their length; none of 707 stretches of 5,000 to 150,000 words is recognised.
_LARGER = 1.5
#: Fewer words than this are not enough to judge by.
_ENOUGH_WORDS = 60

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_TORN = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad]\s*\n\s*(?=[^\W\d_])|\u00ad")
_TAG = re.compile(r"</?\w{1,8}>")


def fingerprint(text: str) -> frozenset[int]:
    """Return the sample of hashes by which copies of ``text`` are recognised.

    Cost: a second for each 100,000 words.
    """
    return frozenset(sorted(set(_hashes(_plain_runs(_words(text)))))[:SAMPLE])


def recognise(text: str, records: Iterable[WorkRecord], share: float = SHARE) -> WorkRecord | None:
    """Return the record whose work ``text`` is a copy of, or None.

    Independent of line breaks, page order, split ligatures, hyphens and moderate damage; half
    of a work is enough.  None, too, when two records fit equally well.

    Args:
        text: a text of any length; a much longer one must show more, for it shows some by chance.
        records: works it may be.
        share: of the record's hashes that it must show.
    """
    found = likeness(text, records)
    size = len(_words(text))
    ranked = sorted(found.items(), key=lambda pair: -pair[1])
    if not ranked or ranked[0][1] < share * max(1.0, size / _size(ranked[0][0]) / _LARGER):
        return None
    if len(ranked) > 1 and ranked[1][1] > 0.8 * ranked[0][1]:
        return None
    return ranked[0][0]


def _size(record: WorkRecord) -> float:
    """Return about how many words the work has: the more, the smaller its smallest hashes.

    A text many times longer shows more of them by chance, so it must show more.
    """
    return max(1.0, len(record.fingerprint) * float(1 << 8 * HASH_BYTES) / max(record.fingerprint))


def likeness(text: str, records: Iterable[WorkRecord]) -> dict[WorkRecord, float]:
    """Return for each record the share of its hashes that ``text`` shows, 0 to 1."""
    words = _words(text)
    if len(words) < _ENOUGH_WORDS:
        return {}
    shown = set(_hashes(_runs(words)))
    return {
        record: len(shown & record.fingerprint) / len(record.fingerprint)
        for record in records
        if record.fingerprint
    }


#: Ligatures that come out of PDF with a space behind ("fi rst"), or between the halves.
_JOINTS = ("fi", "fl", "ff", "ffi", "ffl")


def _words(text: str) -> list[str]:
    plain = _TORN.sub("", _TAG.sub(" ", text))
    return [folded for word in _WORD.findall(plain) if (folded := skeleton(word))]


def _runs(words: list[str]) -> Iterator[str]:
    """Yield runs of words without spaces; once as they stand, once with torn words joined."""
    yield from _plain_runs(words)
    joined: list[str] = []
    torn = False
    for word in words:
        if joined and torn:
            joined[-1] += word
        else:
            joined.append(word)
        torn = word.endswith(_JOINTS)
    if len(joined) < len(words):
        yield from _plain_runs(joined)


def _plain_runs(words: list[str]) -> Iterator[str]:
    for at in range(len(words) - WORDS + 1):
        run = "".join(words[at : at + WORDS])
        if len(run) >= _LETTERS:
            yield run


def _hashes(runs: Iterable[str]) -> Iterator[int]:
    for run in runs:
        yield int.from_bytes(blake2b(run.encode(), digest_size=HASH_BYTES).digest(), "big")
