"""A run that was stopped goes on as if it had not been."""

from pathlib import Path
from unittest import mock

import pytest
import torch

from tests.training.test_pairs import PAIRS
from training import train
from training.model import load
from training.pairs import Pair, write


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """Write a small untrained base model."""
    from transformers import MPNetConfig, MPNetForSequenceClassification, MPNetTokenizer

    folder = tmp_path / "base"
    words = ["<s>", "<pad>", "</s>", "[UNK]", "<mask>", "in", "essel", "trees", "fell", "were"]
    words += [str(number) for number in range(3, 200)]
    folder.mkdir()
    (folder / "vocab.txt").write_text("\n".join(words))
    MPNetTokenizer(str(folder / "vocab.txt")).save_pretrained(folder)
    torch.manual_seed(1)
    config = MPNetConfig(
        vocab_size=len(words),
        hidden_size=8,
        num_hidden_layers=3,
        num_attention_heads=2,
        intermediate_size=8,
        max_position_embeddings=150,
    )
    config.num_labels = 3
    MPNetForSequenceClassification(config).save_pretrained(folder)
    return folder


def run(base: Path, out: Path, *more: str) -> None:
    mix = base.parent / "mix"
    if not mix.exists():
        mix.mkdir()
        write(PAIRS, mix / "pairs.jsonl.gz")
        write([Pair(*pair[:3], "VitaminC/real-test") for pair in PAIRS], mix / "kept_out.jsonl.gz")
    options = ["train", str(mix), "--base", str(base), "--out", str(out), "--batch", "8"]
    options += ["--threads", "1", "--frozen", "1", "--rate", "0.01", *more]
    with mock.patch("sys.argv", options):
        train.main()


def weights(out: Path) -> torch.Tensor:
    _, model = load(out / "model")
    return torch.cat([part.flatten() for part in model.state_dict().values()])


@pytest.mark.model
def test_a_resumed_run_ends_with_the_same_weights(base: Path, tmp_path: Path) -> None:
    run(base, tmp_path / "whole", "--layers", "2", "--pairs", "240")
    learn, steps = train.Run.step, iter(range(12))

    def stopped(running: train.Run, batch: list[Pair]) -> float:
        if next(steps, None) is None:
            raise KeyboardInterrupt
        return learn(running, batch)

    cut = ["--layers", "2", "--pairs", "240", "--every", "0"]
    with mock.patch.object(train.Run, "step", stopped), pytest.raises(KeyboardInterrupt):
        run(base, tmp_path / "cut", *cut)
    run(base, tmp_path / "cut", "--layers", "2", "--pairs", "240", "--resume")
    assert torch.equal(weights(tmp_path / "whole"), weights(tmp_path / "cut"))


@pytest.mark.model
def test_a_smaller_model_learns_from_a_teacher(base: Path, tmp_path: Path) -> None:
    run(base, tmp_path / "teacher", "--pairs", "80")
    teacher = tmp_path / "teacher" / "model"
    run(teacher, tmp_path / "pupil", "--layers", "0,2", "--teacher", str(teacher), "--pairs", "80")
    _, pupil = load(tmp_path / "pupil" / "model")
    assert pupil.config.num_hidden_layers == 2
    assert (tmp_path / "pupil" / "log.jsonl").read_text()
