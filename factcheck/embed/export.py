"""Make the export of a model, and believe it only where it equals the reference."""

from __future__ import annotations

import shutil
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from factcheck.embed import cache
from factcheck.embed.cache import Export, Pooling, Record
from factcheck.embed.folders import file_digest
from factcheck.embed.onnx import INPUTS, load
from factcheck.embed.reference import Reference

EQUAL = 0.99999  # least cosine to the reference; about 0.9999996 is seen
OPSET = 17

# Short and long, odd characters, and one text beyond what any model reads.
PROBES = (
    "",
    "Yes.",
    "7",
    "The bridge at Norwick collapsed.",
    "THE BRIDGE AT NORWICK COLLAPSED!",
    "Two firemen were hurt.",
    "Grain prices rose by 4.5 percent in March, the ministry said.",
    "“We were never asked,” said Ana Reyes, who leads the harbour union.",
    "Ana Reyes became mayor of Essel on 3 May 2014.",
    "About 12,000 people fled the valley; some 3,500 have since returned.",
    "Café, naïve, Ångström, Łódź, São Tomé – and a dash — or two…",
    "Цены на зерно выросли.",
    "洪水で14人が死亡した。",
    "ارتفعت أسعار الحبوب",
    "$1.2bn (£930m), up 8% on the year before",
    "a\tb\nc\u00a0d\u200be",
    "http://example.org/reports/2014/harbour?page=2#top",
    "The council, which had met in private since the flood of 2011, voted by nine to four to sell "
    "the old grain store, although the auditors had put its worth at twice the price offered.",
    "Emoji 🙂 and ½ and ² and ﬁ.",
    " ".join(f"item {number}" for number in range(60)),
    " ".join(["The river rose and the council met again."] * 80),
)


def make(digest: str, folder: Path, reference: Reference) -> Export | None:
    """Export the model in `folder` into the cache; None where it does not equal the reference.

    Raises:
        OSError: the cache cannot be written.
    """
    return cache.store(digest, lambda target: _fill(target, digest, folder, reference))


def _fill(target: Path, digest: str, folder: Path, reference: Reference) -> Record | None:
    pooling = _pooling(reference.model)
    tokenizer = folder / cache.TOKENIZER
    if pooling is None or not tokenizer.is_file():
        return None
    shutil.copyfile(tokenizer, target / cache.TOKENIZER)
    _write(target, reference.model)
    record = Record(
        recipe=cache.RECIPE,
        model=digest,
        files={
            name: file_digest(target / name)
            for name in (cache.GRAPH, cache.WEIGHTS, cache.TOKENIZER)
        },
        pooling=pooling,
        max_tokens=int(reference.model.max_seq_length),
        dimension=reference.dimension,
    )
    found = load(Export(target, record)).encode(PROBES)
    return record if likeness(found, reference.encode(PROBES)) >= EQUAL else None


def likeness(one: npt.NDArray[Any], other: npt.NDArray[Any]) -> float:
    """Return the lowest cosine between two encodings of the same texts, rows of unit length."""
    return float((one.astype(np.float64) * other.astype(np.float64)).sum(axis=1).min())


def _pooling(model: Any) -> Pooling | None:  # noqa: ANN401 - naming its type would import it
    """Return how the model pools, if it is built as an export can be: encoder, pooling, scaling."""
    from sentence_transformers.sentence_transformer import modules

    kinds = [type(module) for module in model]
    plain = [modules.Transformer, modules.Pooling]
    if kinds not in (plain, [*plain, modules.Normalize]):
        return None
    modes: dict[str, Pooling] = {"mean": "mean", "cls": "cls"}
    return modes.get(str(model[1].pooling_mode))


def _write(target: Path, model: Any) -> None:  # noqa: ANN401 - naming its type would import it
    """Write graph and weights, apart: onnxruntime maps the weights, where it would copy them."""
    import onnx
    import torch

    features = model.preprocess(["The bridge fell.", "It had stood for ninety years."])
    names = [name for name in INPUTS if name in features]
    graph = str(target / cache.GRAPH)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that tracing keeps what Python decided; PROBES tell
        torch.onnx.export(
            _tokens_of(model[0], names),
            tuple(features[name] for name in names),
            graph,
            dynamo=False,  # the newer way needs another package, and traces no better
            opset_version=OPSET,
            input_names=names,
            output_names=["tokens"],
            dynamic_axes={name: {0: "texts", 1: "length"} for name in [*names, "tokens"]},
        )
    onnx.save_model(
        onnx.load(graph),
        graph,
        save_as_external_data=True,
        location=cache.WEIGHTS,
    )


def _tokens_of(encoder: Any, names: Sequence[str]) -> Any:  # noqa: ANN401 - the same
    """Return a module that gives a vector a token, with plain tensors in and out."""
    import torch

    class Tokens(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.encoder = encoder

        def forward(self, *tensors: Any) -> Any:  # noqa: ANN401 - tensors
            return self.encoder(dict(zip(names, tensors, strict=True)))["token_embeddings"]

    return Tokens().eval()
