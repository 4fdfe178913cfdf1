"""Export a trained verifier for onnxruntime: `python -m training.export MODEL OUT [--bits 8]`.

Writes what `factcheck.entail.open_verifier` opens. Needs the package onnx besides the project's
own. Embeddings and matrices are kept in 8 bits, a scale a column; activations are brought to 8
bits as they come.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import warnings
from pathlib import Path
from typing import Any

import msgspec
import torch

from factcheck.entail.onnx import GRAPH, RECORD, TOKENIZER, Record
from training.model import LONGEST, load
from training.pairs import digest

OPSET = 17
EXAMPLE = ("The bridge was closed in May.", "The bridge at Norwick has been closed since May.")


class Logits(torch.nn.Module):
    """The model with plain tensors in and out."""

    def __init__(self, model: Any) -> None:  # noqa: ANN401 - its class has no public type
        super().__init__()
        self.model = model

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> Any:  # noqa: ANN401
        """Return the three logits of each pair."""
        return self.model(input_ids=input_ids, attention_mask=attention_mask).logits


def write_graph(model: Any, inputs: dict[str, Any], path: Path) -> None:  # noqa: ANN401 - see Logits
    """Trace the model into an ONNX file with 32-bit weights."""
    names = ["input_ids", "attention_mask"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # tracing keeps what Python decided; `check` tells
        torch.onnx.export(
            Logits(model).eval(),
            tuple(inputs[name] for name in names),
            str(path),
            dynamo=False,  # the newer way needs another package
            opset_version=OPSET,
            input_names=names,
            output_names=["logits"],
            dynamic_axes={name: {0: "pairs", 1: "length"} for name in names},
        )


def quantise(source: Path, target: Path) -> None:
    """Bring the weights to 8 bits."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    with tempfile.TemporaryDirectory() as beside:
        ready = Path(beside, "ready.onnx")
        quant_pre_process(str(source), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready),
            str(target),
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        )


def export(folder: Path, out: Path, bits: int) -> None:
    """Write graph, tokenizer and their record under `out`."""
    encoder, model = load(folder)
    model.eval()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as beside:
        graph = Path(beside, "full.onnx")
        write_graph(model, encoder([EXAMPLE]), graph)
        if bits == 8:
            quantise(graph, out / GRAPH)
        else:
            shutil.copyfile(graph, out / GRAPH)
    shutil.copyfile(folder / TOKENIZER, out / TOKENIZER)
    record = Record(
        files={name: digest(out / name) for name in (GRAPH, TOKENIZER)}, max_tokens=LONGEST
    )
    (out / RECORD).write_bytes(msgspec.json.encode(record))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--bits", type=int, choices=(8, 32), default=8)
    given = parser.parse_args()
    export(given.model, given.out, given.bits)
