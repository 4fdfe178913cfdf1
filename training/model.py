"""The model under training: load a base or a run, encode pairs, drop layers, save."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch

from training.pairs import LABELS

LONGEST = 128  # tokens of claim and evidence together; the evidence is cut


class Encoder:
    """Turn pairs in plain form into tensors, padded to the longest of the batch."""

    def __init__(self, folder: Path) -> None:
        from transformers import AutoTokenizer

        self.tokenizer = AutoTokenizer.from_pretrained(folder)

    def __call__(self, pairs: Sequence[tuple[str, str]], device: str = "cpu") -> dict[str, Any]:
        """Return the model's inputs for (claim, evidence) pairs, on `device`."""
        encoded = self.tokenizer(
            [claim for claim, _ in pairs],
            [evidence for _, evidence in pairs],
            truncation="only_second",
            max_length=LONGEST,
            padding=True,
            return_tensors="pt",
        )
        return {name: tensor.to(device) for name, tensor in encoded.items()}


def load(folder: Path) -> tuple[Encoder, Any]:
    """Load a base model or a trained one, without dropout: no pair is seen more than twice."""
    from transformers import MPNetForSequenceClassification

    model = MPNetForSequenceClassification.from_pretrained(
        folder,
        num_labels=len(LABELS),
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
    )
    return Encoder(folder), model


def shrink(model: Any, kept: Sequence[int]) -> None:  # noqa: ANN401 - its class has no public type
    """Keep these layers of the encoder only, lowest first."""
    layers = model.mpnet.encoder.layer
    model.mpnet.encoder.layer = torch.nn.ModuleList(layers[place] for place in kept)
    model.config.num_hidden_layers = len(kept)


def save(model: Any, encoder: Encoder, folder: Path) -> None:  # noqa: ANN401 - see above
    """Write weights (safetensors), settings and tokenizer as one folder."""
    model.config.id2label = dict(enumerate(LABELS))
    model.config.label2id = {label: place for place, label in enumerate(LABELS)}
    model.save_pretrained(folder)
    encoder.tokenizer.save_pretrained(folder)
