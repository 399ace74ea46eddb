import json
import sys
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest

from reader.links import Encoder, Links, Signal, equip, find_model, load_encoder
from reader.links.semantic import read_tensors
from reader.model import BadInput
from tests.links.texts import ARGUMENTS, glossary, passage, three

WIDTH, HEADS, LAYERS, WORDS = 8, 2, 2, 40


class Letters:
    """A tokenizer for tests: one token for each letter."""

    def encode(self, text):
        inner = [2 + ord(letter) % (WORDS - 2) for letter in text.replace(" ", "")]
        return SimpleNamespace(ids=[0, *inner, 1])


def tensors():
    rng = np.random.default_rng(5)
    shapes = {
        "embeddings.word_embeddings.weight": (WORDS, WIDTH),
        "embeddings.position_embeddings.weight": (128, WIDTH),
        "embeddings.token_type_embeddings.weight": (2, WIDTH),
    }
    norms = ["embeddings.LayerNorm"]
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}"
        linear = [f"attention.self.{part}" for part in ("query", "key", "value")]
        for part in (*linear, "attention.output.dense"):
            shapes |= {f"{name}.{part}.weight": (WIDTH, WIDTH), f"{name}.{part}.bias": (WIDTH,)}
        shapes |= {
            f"{name}.intermediate.dense.weight": (16, WIDTH),
            f"{name}.intermediate.dense.bias": (16,),
            f"{name}.output.dense.weight": (WIDTH, 16),
            f"{name}.output.dense.bias": (WIDTH,),
        }
        norms += [f"{name}.attention.output.LayerNorm", f"{name}.output.LayerNorm"]
    for norm in norms:
        shapes |= {f"{norm}.weight": (WIDTH,), f"{norm}.bias": (WIDTH,)}
    return {name: rng.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}


def write_tensors(path, numbers):
    head, data = {"__metadata__": {"made": "for a test"}}, b""
    for name, one in numbers.items():
        start = len(data)
        data += one.tobytes()
        head[name] = {"dtype": "F32", "shape": one.shape, "data_offsets": [start, len(data)]}
    told = json.dumps(head).encode()
    path.write_bytes(len(told).to_bytes(8, "little") + told + data)


@pytest.fixture
def model(tmp_path):
    folder = tmp_path / "model"
    folder.mkdir()
    write_tensors(folder / "model.safetensors", tensors())
    config = {"num_hidden_layers": LAYERS, "num_attention_heads": HEADS, "hidden_size": WIDTH}
    (folder / "config.json").write_text(json.dumps(config))
    (folder / "tokenizer.json").write_text("{}")
    return folder


def by_hand(ids):
    """The same model token by token, in the plainest way."""
    t = {name: one.astype(float) for name, one in tensors().items()}

    def norm(x, name):
        x = (x - x.mean()) / np.sqrt(x.var() + 1e-12)
        return x * t[f"{name}.weight"] + t[f"{name}.bias"]

    def linear(x, name):
        return t[f"{name}.weight"] @ x + t[f"{name}.bias"]

    def gelu(x):
        from math import erf, sqrt

        return np.array([0.5 * v * (1 + erf(v / sqrt(2))) for v in x])

    state = [
        norm(
            t["embeddings.word_embeddings.weight"][one]
            + t["embeddings.position_embeddings.weight"][at]
            + t["embeddings.token_type_embeddings.weight"][0],
            "embeddings.LayerNorm",
        )
        for at, one in enumerate(ids)
    ]
    size = WIDTH // HEADS
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}"
        q, k, v = (
            [linear(x, f"{name}.attention.self.{part}") for x in state]
            for part in ("query", "key", "value")
        )
        after = []
        for at, x in enumerate(state):
            mixed = np.zeros(WIDTH)
            for head in range(HEADS):
                part = slice(head * size, (head + 1) * size)
                scores = np.array([q[at][part] @ other[part] for other in k]) / size**0.5
                weight = np.exp(scores) / np.exp(scores).sum()
                mixed[part] = sum(w * other[part] for w, other in zip(weight, v, strict=True))
            middle = norm(
                x + linear(mixed, f"{name}.attention.output.dense"),
                f"{name}.attention.output.LayerNorm",
            )
            wide = gelu(linear(middle, f"{name}.intermediate.dense"))
            after.append(
                norm(middle + linear(wide, f"{name}.output.dense"), f"{name}.output.LayerNorm")
            )
        state = after
    mean = np.mean(state, axis=0)
    return mean / np.linalg.norm(mean)


def test_the_model_is_computed_as_it_is_written_down(model):
    (found,) = Encoder(model, Letters()).encode(["a test"])
    assert found == pytest.approx(by_hand(Letters().encode("a test").ids), abs=1e-4)


def test_company_makes_no_difference(model):
    encoder = Encoder(model, Letters())
    texts = ["short", "a good deal longer than that", "x", "middling words"]
    together = encoder.encode(texts)
    alone = np.concatenate([encoder.encode([one]) for one in texts])
    assert together == pytest.approx(alone, abs=1e-5)
    assert np.linalg.norm(together, axis=1) == pytest.approx(1)


def test_long_texts_are_read_to_the_end(model):
    encoder = Encoder(model, Letters())
    long = "abcdefgh" * 40
    one, other = encoder.encode([long + "z" * 60, long + "k" * 60])
    assert np.abs(one - other).max() > 1e-5


def test_no_texts_and_no_words_are_answered(model):
    encoder = Encoder(model, Letters())
    assert encoder.encode([]).shape == (0, WIDTH)
    assert encoder.encode([""]).tolist() == [[0.0] * WIDTH]


@pytest.mark.parametrize(
    "damage", [b"", b"\x05", b"\xff" * 64, (12).to_bytes(8, "little") + b'{"a": {}}   '[:12]]
)
def test_a_damaged_model_is_told_and_done_without(model, damage, monkeypatch):
    monkeypatch.setitem(sys.modules, "tokenizers", _fake_tokenizers())
    (model / "model.safetensors").write_bytes(damage)
    with pytest.raises(BadInput, match="do without"):
        load_encoder(model)


def _fake_tokenizers():
    module = ModuleType("tokenizers")
    module.__spec__ = SimpleNamespace(submodule_search_locations=None)
    return module


def test_tensors_outside_the_file_are_refused(tmp_path):
    path = tmp_path / "x.safetensors"
    head = json.dumps({"a": {"dtype": "F32", "shape": [4], "data_offsets": [0, 16]}}).encode()
    path.write_bytes(len(head).to_bytes(8, "little") + head + b"\0" * 8)
    with pytest.raises(ValueError, match="outside"):
        read_tensors(path)


def test_a_model_of_ones_own_is_found_by_the_variable(model, monkeypatch):
    monkeypatch.setenv("COUNTERPOINT_MODEL", str(model))
    assert find_model() == model
    monkeypatch.setenv("COUNTERPOINT_MODEL", str(model / "nothing"))
    assert find_model() != model


def test_a_model_of_another_kind_is_refused_at_once(model):
    config = {"num_hidden_layers": LAYERS + 1, "num_attention_heads": HEADS, "hidden_size": WIDTH}
    (model / "config.json").write_text(json.dumps(config))
    with pytest.raises(KeyError, match=r"layer\.2"):
        Encoder(model, Letters())


def test_without_a_model_there_is_no_encoder(monkeypatch, tmp_path):
    monkeypatch.setattr("reader.links.semantic._PACKAGES", ())
    monkeypatch.delenv("COUNTERPOINT_MODEL", raising=False)
    assert load_encoder() is None


def test_a_model_adds_its_share_and_has_links_of_its_own(model, tmp_path):
    ovens, mills, _ = three()
    plain = Links(tmp_path, equip(glossary(), ARGUMENTS))
    plain.update([ovens, mills])
    plain.close()
    with_model = Links(tmp_path, equip(glossary(), ARGUMENTS, Encoder(model, Letters())))
    assert with_model.missing([ovens, mills]) == 1
    with_model.update([ovens, mills])
    asked = passage(ovens, "built an oven")
    best = with_model.related(ovens, asked, [mills], threshold=0)[0]
    assert best.signals[Signal.SEMANTIC] > 0
    assert sum(piece.share for piece in best.evidence) == pytest.approx(1)
    assert with_model.weights.semantic > 0
