"""Features and pairs as arrays, and arrays as bytes: no pickles, nothing that could act."""

from __future__ import annotations

import io
import json
import zlib

import numpy as np
from numpy.typing import NDArray

from reader.links.bags import Bag, as_terms
from reader.links.features import TextFeatures
from reader.links.pairing import Candidates, Pairs

Arrays = dict[str, NDArray[np.generic]]


def pack(arrays: Arrays) -> bytes:
    """Write arrays as bytes; equal arrays give equal bytes."""
    out = io.BytesIO()
    np.savez(out, allow_pickle=False, **arrays)
    return zlib.compress(out.getvalue(), 1)


def unpack(data: bytes) -> Arrays | None:
    """Read arrays back; damaged ones are as good as missing."""
    try:
        with np.load(io.BytesIO(zlib.decompress(data)), allow_pickle=False) as stored:
            return {name: stored[name] for name in stored.files}
    except (zlib.error, ValueError, OSError, EOFError, KeyError):
        return None


def from_features(value: TextFeatures) -> Arrays:
    """Take features apart; ``to_features`` is the inverse."""
    told = [value.edition, value.work, value.key, value.apparatus, *value.ids]
    arrays: Arrays = {
        "told": _text(told),
        "rows": value.rows,
        "profile": value.profile.astype(np.float16),
        "meaning": value.meaning.astype(np.float16),
        "kin": value.kin,
        "kin_weight": value.kin_weight,
    }
    for name in ("words", "concepts", "names"):
        bag: Bag = getattr(value, name)
        arrays |= {
            f"{name}_terms": _text(bag.terms.tolist()),
            f"{name}_starts": bag.starts,
            f"{name}_columns": bag.columns,
            f"{name}_counts": bag.counts,
        }
    return arrays


def to_features(arrays: Arrays) -> TextFeatures:
    """Put features together.

    Raises:
        KeyError, ValueError, TypeError, IndexError: these are not the arrays of features.
    """
    edition, work, key, apparatus, *ids = _told(arrays["told"])
    bags = {
        name: Bag(
            as_terms(_told(arrays[f"{name}_terms"])),
            arrays[f"{name}_starts"].astype(np.int32),
            arrays[f"{name}_columns"].astype(np.int32),
            arrays[f"{name}_counts"].astype(np.float32),
        )
        for name in ("words", "concepts", "names")
    }
    return TextFeatures(
        edition=edition,
        work=work,
        key=key,
        apparatus=apparatus,
        rows=arrays["rows"].astype(np.int32),
        ids=tuple(ids),
        words=bags["words"],
        concepts=bags["concepts"],
        names=bags["names"],
        profile=arrays["profile"].astype(np.float32),
        meaning=arrays["meaning"].astype(np.float32),
        kin=arrays["kin"].astype(np.int32),
        kin_weight=arrays["kin_weight"].astype(np.float32),
    )


def from_pairs(value: Pairs) -> Arrays:
    """Take pairs apart; ``to_pairs`` is the inverse."""
    return {
        "told": _text([value.a, value.b, *value.keys, value.apparatus]),
        "forward": value.forward.targets,
        "forward_signals": value.forward.signals.astype(np.float16),
        "backward": value.backward.targets,
        "backward_signals": value.backward.signals.astype(np.float16),
    }


def to_pairs(arrays: Arrays) -> Pairs:
    """Put pairs together.

    Raises:
        KeyError, ValueError, TypeError, IndexError: these are not the arrays of pairs.
    """
    a, b, key_a, key_b, apparatus = _told(arrays["told"])
    forward, backward = (
        Candidates(arrays[name].astype(np.int32), arrays[f"{name}_signals"].astype(np.float32))
        for name in ("forward", "backward")
    )
    return Pairs(a, b, (key_a, key_b), apparatus, forward, backward)


def _text(words: list[str]) -> NDArray[np.uint8]:
    return np.frombuffer(json.dumps(words, ensure_ascii=False).encode(), dtype=np.uint8)


def _told(data: NDArray[np.generic]) -> list[str]:
    words = json.loads(data.tobytes().decode())
    if not isinstance(words, list) or not all(isinstance(one, str) for one in words):
        raise TypeError("not a list of words")
    return words
