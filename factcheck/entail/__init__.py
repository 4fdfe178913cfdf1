"""Does a source's sentence support a claim, refute it, or neither? Asked of a trained model.

The rules ask it only what they leave open; no verdict on a figure rests on it alone. torch and
onnxruntime load inside functions only, with the first pair.
"""

from __future__ import annotations

from pathlib import Path

from factcheck.config import NO_VERIFIER
from factcheck.entail.onnx import RECORD, OnnxVerifier
from factcheck.entail.reference import CrossEncoderVerifier
from factcheck.entail.scores import NEITHER, REFUTES, SUPPORTS, Pairs, Scores, Verifier
from factcheck.entail.text import masked, plain
from factcheck.errors import ModelError

__all__ = [
    "NEITHER",
    "REFUTES",
    "SUPPORTS",
    "CrossEncoderVerifier",
    "OnnxVerifier",
    "Pairs",
    "Scores",
    "Verifier",
    "chosen_verifier",
    "masked",
    "open_verifier",
    "plain",
]


PACKAGED = Path(__file__).with_name("weights")  # the model that the package brings, if it does


def chosen_verifier(name: str) -> Verifier | None:
    """Open the verifier of a setting: `none`, a folder, or empty for the packaged one.

    Without packaged weights empty is none, too.

    Raises:
        ModelError: what `open_verifier` raises.
    """
    if name == NO_VERIFIER or (not name and not PACKAGED.is_dir()):
        return None
    return open_verifier(Path(name) if name else PACKAGED)


def open_verifier(folder: Path) -> Verifier:
    """Open a folder: an export of ours, or any CrossEncoder that tells the three labels apart.

    Raises:
        ModelError: there is no such model, it is damaged, or it has other labels.
    """
    if not folder.is_dir():
        raise ModelError(
            f"There is no verifier folder {folder}.",
            hint="Name a folder that holds a trained CrossEncoder, or none.",
        )
    return OnnxVerifier(folder) if (folder / RECORD).is_file() else CrossEncoderVerifier(folder)
