"""Fit the confidence of verdicts: `python -m training.calibrate VERIFIER DATA`.

Reads NewsNLI, the VitaminC pages kept out of training and the case set of the tests through the
product's own path, once with the verifier and once by the rules alone, fits one logistic regression
a verdict, and writes factcheck/judge/confidence.toml and docs/figures/calibration.svg.
"""

from __future__ import annotations

import argparse
import itertools
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, get_args

import msgspec
import numpy as np
import numpy.typing as npt

from factcheck import corpus
from factcheck.bench.agreement import FITTING
from factcheck.bench.pairs import Pair, deciding, read_pairs, verdicts_on
from factcheck.config import Limits
from factcheck.embed import HashingEmbedder
from factcheck.entail import Verifier, open_verifier
from factcheck.extract.claims import extract
from factcheck.index import Index
from factcheck.judge.confidence import NAMES, Found, Weights, how_sure, traits, weights
from factcheck.pipeline import Checker
from factcheck.readers import read
from factcheck.schema import Document, Label, Verdict
from tests.gate.cases import TUNED, cases_in
from tests.labels import expected_in, verdict_of
from training.diagram import reliability
from training.pairs import kept_out, rows

ROOT = Path(__file__).parent.parent
WEIGHTS = ROOT / "factcheck" / "judge" / "confidence.toml"
DIAGRAM = ROOT / "docs" / "figures" / "calibration.svg"
BINS = 10  # of equal count
PENALTY = 1.0  # on squared weights, the constant aside
FOLDS = 5
Numbers = npt.NDArray[np.float64]


class Row(NamedTuple):
    """The verdicts that may stand for a labelled text, alike in label, and whether they fit."""

    verdicts: tuple[Found, ...]
    right: bool


def basis(verdict: Verdict) -> Found:
    """Return what a verdict's confidence rests on."""
    return Found(
        verdict.claim.kind, verdict.label, verdict.reason, verdict.remarks, verdict.evidence
    )


def of_pairs(pairs: list[Pair], verifier: Verifier | None) -> Iterator[Row]:
    """Judge pairs as `factcheck bench pairs` does."""
    for pair in pairs:
        tied = deciding(verdicts_on(pair.claim, pair.evidence, verifier))
        yield Row(tuple(map(basis, tied)), tied[0].label in FITTING[pair.label])


def of_cases(verifier: Verifier | None) -> Iterator[Row]:
    """Judge the case set of the tests as `factcheck check` does."""
    for case in cases_in(TUNED):
        with tempfile.TemporaryDirectory() as made:
            index, embedder = Path(made) / "index", HashingEmbedder()
            corpus.build([case / "notes"], index, embedder, extract=extract)
            (draft,) = read(case / "draft.md", name="draft.md", fields={}, limits=Limits())
            assert isinstance(draft, Document)  # noqa: S101 - our own file
            with Index.open(index) as opened:
                report = Checker(opened, embedder, verifier=verifier).check(draft)
            for expected in expected_in(case):
                verdict = verdict_of(report, expected)
                if verdict is not None:
                    yield Row((basis(verdict),), verdict.label == expected.verdict)


def vitaminc(data: Path) -> list[Pair]:
    """Return the pairs of the pages kept out of training, in their own spelling."""
    held = (row for row in rows(data / "train_vitaminc_real.jsonl.gz") if kept_out(row))
    return [msgspec.convert(row, Pair) for row in held]


def stands(row: Row, by: Weights) -> tuple[Found, float]:
    """Return the verdict that stands for a text with its confidence, as `bench pairs` picks it."""
    pick = min if row.verdicts[0].label == "corroborated" else max
    scored = ((one, how_sure(one, by)) for one in row.verdicts)
    return pick(scored, key=lambda pair: pair[1])


def fit(rows: list[Row], by: Weights) -> Weights:
    """Fit each verdict's weights; which of tied verdicts stands for a text follows `by`."""
    tables = {}
    for label in get_args(Label):
        chosen = [
            (traits(stands(row, by)[0]), row.right)
            for row in rows
            if row.verdicts[0].label == label
        ]
        inputs = np.array([[told[name] for name in NAMES] for told, _ in chosen])
        tables[label] = dict(zip(NAMES, _logistic(inputs, chosen), strict=True))
    return msgspec.convert(tables, Weights)


def _logistic(inputs: Numbers, chosen: list[tuple[dict[str, float], bool]]) -> list[float]:
    """Fit by Newton's method; the penalty keeps what was never seen at nothing."""
    right = np.array([float(one) for _, one in chosen])
    penalty = np.full(len(NAMES), PENALTY)
    penalty[0] = 1e-6
    fitted = np.zeros(len(NAMES))
    for _ in range(30):
        share = 1 / (1 + np.exp(-inputs @ fitted))
        slope = inputs.T @ (right - share) - penalty * fitted
        bend = (inputs.T * (share * (1 - share))) @ inputs + np.diag(penalty)
        fitted = fitted + np.linalg.solve(bend, slope)
    return [round(float(weight), 3) for weight in fitted]


def error(points: list[tuple[float, bool]]) -> float:
    """Return the expected calibration error over `BINS` bins of equal count."""
    return sum(len(part) * abs(_gap(part)) for part in bins(points)) / len(points)


def bins(points: list[tuple[float, bool]]) -> list[list[tuple[float, bool]]]:
    """Cut (confidence, right) points into bins of equal count, the least sure first."""
    ordered = sorted(points, key=lambda point: point[0])
    edges = [round(len(ordered) * place / BINS) for place in range(BINS + 1)]
    return [ordered[a:b] for a, b in itertools.pairwise(edges) if b > a]


def _gap(part: list[tuple[float, bool]]) -> float:
    return sum(sure - right for sure, right in part) / len(part)


def out_of_fold(rows: list[Row], start: Weights) -> list[tuple[float, bool]]:
    """Return each row's confidence by weights that were fitted without it."""
    points = []
    for fold in range(FOLDS):
        kept = [row for place, row in enumerate(rows) if place % FOLDS != fold]
        held = fit(kept, fit(kept, start))
        points += [(stands(row, held)[1], row.right) for row in rows[fold::FOLDS]]
    return points


def write(found: Weights) -> None:
    """Write the weights as an editor may read them."""
    lines = ["# Weights of a logistic regression, one table a verdict."]
    lines += ["# Written by `python -m training.calibrate`; docs/benchmarks.md tells how well.", ""]
    for label, table in msgspec.to_builtins(found).items():
        lines += [f"[{label}]", *(f"{name} = {table[name]}" for name in NAMES), ""]
    WEIGHTS.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def main() -> None:
    """Fit, write the weights and the diagram, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("verifier", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--rows", type=int, default=10_000, help="of VitaminC at most")
    options = parser.parse_args()
    verifier = open_verifier(options.verifier)
    fitted: dict[bool, list[Row]] = {}
    for asked in (verifier, None):
        news = read_pairs(options.data / "equate_newsnli_dev.jsonl")
        pairs = [*news, *vitaminc(options.data)[: options.rows]]
        fitted[asked is not None] = [*of_pairs(pairs, asked), *of_cases(asked)]
    both = [*fitted[True], *fitted[False]]
    start = weights()
    fitted_weights = fit(both, fit(both, start))
    write(fitted_weights)
    points = out_of_fold(fitted[True], start)
    DIAGRAM.parent.mkdir(exist_ok=True)
    DIAGRAM.write_text(reliability(bins(points)), encoding="utf-8")
    said = {
        "rows": len(fitted[True]),
        "error": round(error([(stands(r, fitted_weights)[1], r.right) for r in fitted[True]]), 4),
        "error_out_of_fold": round(error(points), 4),
        "error_by_rules": round(
            error([(stands(r, fitted_weights)[1], r.right) for r in fitted[False]]), 4
        ),
        "verifier": verifier.digest,
    }
    print(json.dumps(said, indent=1))  # noqa: T201


if __name__ == "__main__":
    main()
