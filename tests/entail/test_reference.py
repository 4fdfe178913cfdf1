"""Any CrossEncoder with the three labels will do; others are refused."""

import json
from pathlib import Path

import numpy as np
import pytest

from factcheck.entail import open_verifier
from factcheck.errors import ModelError

NLI = {0: "contradiction", 1: "neutral", 2: "entailment"}


def tiny(folder: Path, labels: dict[int, str]) -> Path:
    """Write a small untrained model whose weights a seed fixes."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizer

    torch.manual_seed(1)
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "bridge", "fell", "stood", "25"]
    folder.mkdir()
    (folder / "vocab.txt").write_text("\n".join(words))
    BertTokenizer(str(folder / "vocab.txt")).save_pretrained(folder)
    config = BertConfig(
        vocab_size=len(words),
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=1,
        intermediate_size=8,
        id2label=labels,
        label2id={name: place for place, name in labels.items()},
    )
    BertForSequenceClassification(config).save_pretrained(folder)
    return folder


@pytest.mark.model
def test_columns_are_brought_into_our_order(tmp_path: Path) -> None:
    pairs = [("the bridge fell", "the bridge stood"), ("twenty-five fell", "25 fell")]
    nli = open_verifier(tiny(tmp_path / "nli", NLI)).scores(pairs)
    ours = {0: "supported", 1: "refuted", 2: "nei"}
    own = open_verifier(tiny(tmp_path / "own", ours)).scores(pairs)
    assert np.allclose(nli.sum(axis=1), 1)
    assert np.allclose(nli, own[:, [2, 0, 1]])  # the same weights under other names


@pytest.mark.model
def test_other_labels_are_refused(tmp_path: Path) -> None:
    folder = tiny(tmp_path / "other", {0: "positive", 1: "negative", 2: "neutral"})
    with pytest.raises(ModelError, match="other labels than support"):
        open_verifier(folder).scores([("the bridge fell", "the bridge stood")])


def test_a_folder_without_weights_is_refused(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text(json.dumps({"id2label": NLI}))
    with pytest.raises(ModelError, match="no model weights in safetensors"):
        open_verifier(tmp_path)
