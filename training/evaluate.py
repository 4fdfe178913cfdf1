"""Measure a verifier on the sets kept out of training.

`python -m training.evaluate MODEL MIX DATA` prints the figures as JSON; MODEL is what training
wrote, or an export of it.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from factcheck.entail.onnx import RECORD, OnnxVerifier
from factcheck.entail.text import plain
from training.model import Encoder, load
from training.pairs import LABELS, NEITHER, REFUTES, SUPPORTS, Pair, read, rows

Scores = npt.NDArray[np.float32]
Scorer = Callable[[list[tuple[str, str]]], Scores]

THREE_WAY = ("equate_stresstest_dev", "numglue_type7_dev")
TWO_WAY = ("equate_newsnli_dev", "fever_symmetric_dev")
LONG = (
    "wice_claim_dev", "summedits_podcast", "summedits_qmsumm", "summedits_samsum",
    "summedits_scitldr", "summedits_sales_call", "summedits_sales_email",
)  # fmt: skip
NEAREST = 8  # sentences of long evidence that are judged
_END = re.compile(r"(?<=[.!?])\s+|\n+")
_WORD = re.compile(r"[^\W_]+")


def scorer(model: Any, encoder: Encoder, size: int = 64) -> Scorer:  # noqa: ANN401 - see model
    """Return a function that scores pairs in plain form with a torch model, (n, 3)."""
    device = str(next(model.parameters()).device)

    def score(pairs: list[tuple[str, str]]) -> Scores:
        order = sorted(range(len(pairs)), key=lambda place: sum(map(len, pairs[place])))
        found = np.zeros((len(pairs), len(LABELS)), dtype=np.float32)
        model.eval()
        with torch.inference_mode(), torch.autocast(torch.device(device).type, torch.bfloat16):
            for start in range(0, len(order), size):
                places = order[start : start + size]
                inputs = encoder([pairs[place] for place in places], device)
                found[places] = torch.softmax(model(**inputs).logits.float(), dim=1).cpu().numpy()
        model.train()
        return found

    return score


def opened(folder: Path, device: str) -> Scorer:
    """Return the scoring of a trained model, or of an export."""
    if (folder / RECORD).is_file():
        return OnnxVerifier(folder).scores
    encoder, model = load(folder)
    return scorer(model.to(device), encoder)


def sample(pairs: list[Any], count: int) -> list[Any]:
    """Return a fixed sample, or everything."""
    dice = random.Random(7)  # noqa: S311 - a fixed sample, no secret
    return pairs if len(pairs) <= count else dice.sample(pairs, count)


def accuracy(score: Scorer, pairs: list[Pair]) -> float:
    """Return the share of pairs whose highest score is their label."""
    said = score([(pair.claim, pair.evidence) for pair in pairs]).argmax(axis=1)
    return float(np.mean([label == pair.label for label, pair in zip(said, pairs, strict=True)]))


def vitaminc(score: Scorer, pairs: list[Pair]) -> dict[str, float]:
    """Measure the pages kept out: all, and claims with a figure apart."""
    real = [pair for pair in pairs if pair.source == "VitaminC/real-test"]
    numeric = [pair for pair in real if re.search(r"[0-9]", pair.claim)]
    return {"vitaminc": accuracy(score, real), "vitaminc_numeric": accuracy(score, numeric)}


def three_way(score: Scorer, path: Path, count: int) -> float:
    """Measure a set with the three labels."""
    found = [
        Pair(plain(row["claim"]), plain(row["evidence"]), LABELS.index(row["label"]), "")
        for row in sample(list(rows(path)), count)
    ]
    return accuracy(score, found)


def two_way(score: Scorer, path: Path, count: int) -> float:
    """Measure a set that tells supported from the rest, or supported from refuted."""
    found = sample(list(rows(path)), count)
    scores = score([(plain(row["claim"]), plain(row["evidence"])) for row in found])
    against = scores[:, REFUTES].copy()
    if any(row["label"] == "not_supported" for row in found):
        against = np.maximum(against, scores[:, NEITHER])
    right = (scores[:, SUPPORTS] > against) == [row["label"] == "supported" for row in found]
    return float(np.mean(right))


def nearest(claim: str, evidence: str) -> list[str]:
    """Return the sentences that share most words with the claim.

    The first two, and the first three, follow as one text: a claim may rest on several. Seen to
    be worth three to six points.
    """
    wanted = set(_WORD.findall(claim.lower()))
    sentences = [text for text in _END.split(evidence) if len(text) > 3]
    counts: dict[str, int] = {}
    for text in sentences:
        for word in set(_WORD.findall(text.lower())):
            counts[word] = counts.get(word, 0) + 1

    def shared(text: str) -> float:
        return sum(1 / counts[word] for word in wanted & set(_WORD.findall(text.lower())))

    best = sorted(dict.fromkeys(sentences), key=shared, reverse=True)[:NEAREST]
    together = [" ".join(sorted(best[:count], key=sentences.index)) for count in (2, 3)]
    return list(dict.fromkeys([*best, *together]))


def long_evidence(score: Scorer, path: Path, count: int) -> float:
    """Return the balanced accuracy on long evidence, at the threshold best on this very set.

    Each sentence of the claim takes its best sentence of the evidence; the worst one decides. The
    threshold makes this an upper bound, good to compare models with, not a result to publish.
    """
    found = sample(list(rows(path)), count)
    pairs, owners = [], []
    for place, row in enumerate(found):
        for part, claim in enumerate(_END.split(row["claim"])):
            for text in nearest(claim, row["evidence"]):
                pairs.append((plain(claim), plain(text)))
                owners.append((place, part))
    best: dict[tuple[int, int], float] = {}
    for owner, row_scores in zip(owners, score(pairs), strict=True):
        best[owner] = max(best.get(owner, 0.0), float(row_scores[SUPPORTS]))
    support = np.ones(len(found))
    for (place, _), value in best.items():
        support[place] = min(support[place], value)
    return balanced(support, np.array([row["label"] == "supported" for row in found]))


def balanced(support: npt.NDArray[np.float64], truth: npt.NDArray[np.bool_]) -> float:
    """Return the best balanced accuracy over all thresholds.

    >>> balanced(np.array([0.9, 0.2]), np.array([True, False]))
    1.0
    """
    recalls = [
        (np.mean(support[truth] >= cut) + np.mean(support[~truth] < cut)) / 2
        for cut in np.unique(support)
    ]
    return float(max(recalls))


def measure(score: Scorer, mix: Path, data: Path, count: int, long: int) -> dict[str, float]:
    """Measure every set, on at most `count` rows of each, `long` of those with long evidence."""
    found = vitaminc(score, sample(read(mix / "kept_out.jsonl.gz"), 2 * count))
    for name in THREE_WAY:
        found[name] = three_way(score, data / f"{name}.jsonl", count)
    for name in TWO_WAY:
        found[name] = two_way(score, data / f"{name}.jsonl", count)
    for name in LONG:
        found[name] = long_evidence(score, data / f"{name}.jsonl", long)
    edits = [value for name, value in found.items() if name.startswith("summedits")]
    return {**found, "summedits": sum(edits) / len(edits)}


def curve(mix: Path, data: Path | None) -> Callable[[Any, Encoder], dict[str, float]]:
    """Return a quick measure for the training log: a few hundred rows, short evidence only."""
    pairs = sample([p for p in read(mix / "kept_out.jsonl.gz") if "real" in p.source], 240)

    def quick(model: Any, encoder: Encoder) -> dict[str, float]:  # noqa: ANN401 - see model
        score = scorer(model, encoder)
        found = {"vitaminc": accuracy(score, pairs)}
        if data is not None:
            for name in THREE_WAY:
                found[name] = three_way(score, data / f"{name}.jsonl", 75)
            for name in TWO_WAY:
                found[name] = two_way(score, data / f"{name}.jsonl", 80)
        return {name: round(value, 3) for name, value in found.items()}

    return quick


def main() -> None:
    """Measure a model folder and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("mix", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--rows", type=int, default=10_000, help="at most, of each set")
    parser.add_argument("--long", type=int, default=100, help="rows of sets with long evidence")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", default="cpu")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    score = opened(options.model, options.device)
    figures = measure(score, options.mix, options.data, options.rows, options.long)
    print(json.dumps({name: round(value, 4) for name, value in figures.items()}, indent=1))  # noqa: T201


if __name__ == "__main__":
    main()
