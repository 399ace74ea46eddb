"""The optional sentence model: used where it is installed, and told of where it cannot be."""

import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest

from reader.library import Library
from reader.links.bags import Floats
from reader.links.weights import WEIGHTS_WITH_MODEL
from reader.model import Edition, Progress

RIVER = "stream-rivers"


class _Same:
    """A model to which all texts mean the same."""

    id = "same"

    def encode(self, texts: Sequence[str], _progress: Progress) -> Floats:
        return np.ones((len(texts), 1), dtype=np.float32)


def _signals(library: Library, edition: Edition) -> set[str]:
    found = [library.related(RIVER, one.id, threshold=0) for one in edition.passages]
    return {name for rows in found for one in rows for name in one.signals}


def test_a_model_that_is_installed_has_its_share(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.links.semantic.load_encoder", _Same)
    assert library.links_missing(), "links made without the model are of another kind"
    edition = library.edition(RIVER)
    assert not library.related(RIVER, edition.passages[1].id, threshold=0)
    library.refresh_links()
    assert "semantic" in _signals(library, edition)
    assert library.learned().before == WEIGHTS_WITH_MODEL
    assert "A language model helps to find them." in {one.sentence for one in library.check()}


def test_a_model_that_cannot_be_read_is_told_of_and_done_without(
    library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("model.safetensors", "config.json", "tokenizer.json"):
        (tmp_path / name).write_text("{", "utf-8")
    tokenizers = ModuleType("tokenizers")
    tokenizers.__spec__ = SimpleNamespace()  # type: ignore[assignment] - there, that is enough
    monkeypatch.setitem(sys.modules, "tokenizers", tokenizers)
    monkeypatch.setenv("COUNTERPOINT_MODEL", str(tmp_path))
    assert "semantic" not in _signals(library, library.edition(RIVER))
    remarks = [one.sentence for one in library.check() if "language model" in one.sentence]
    assert len(remarks) == 1
    assert "cannot be read" in remarks[0]
    assert library.links_missing() == 0
