"""Floors on external labelled files, known by their digests: `make gate DATA=DIR`.

The files are not part of this repository; their sentences are never copied into it.
"""

import hashlib
from pathlib import Path

import pytest

from factcheck.bench import pairs as pairs_bench
from factcheck.bench.agreement import agreement
from factcheck.bench.extraction import Scores, predict, read_gold, score
from factcheck.bench.pairs import read_pairs

Floors = dict[str, float]

FILES: dict[str, tuple[str, Floors]] = {
    "hard news sentences": (
        "35c46fc0994ea55cf175fa6eea3a685c4b63c1260d227c831f600ce28f263e76",
        {"span_f1": 0.98, "full_f1": 0.95, "modifier_recall": 0.95, "empty_rows_read": 0},
    ),
    "news sentences": (
        "be421b17a24a7c9332c73bb6290fb34c3d8661b4d9b186ff238237c15acec2b5",
        {"span_f1": 0.95, "full_f1": 0.9, "modifier_recall": 0.92, "empty_rows_read": 2},
    ),
    "newswire with money": (
        "452a5eea93f82f86823b23659ea60c8060f243e392ee00ff8280a42a40d1e8bb",
        {"span_f1": 0.97, "full_f1": 0.9},
    ),
    "units": (
        "3e6038c0c732b7695694651818083abc82b37c132aae357efa2adabad5e94853",
        {"span_f1": 0.95, "full_f1": 0.86},
    ),
    "numbers": (
        "18fbf252659e6f816a8cc12415bc265f5efe1cea1da7bae2883bcd700eddce9c",
        {"span_f1": 0.91, "full_f1": 0.8},
    ),
    "units of science": (
        "fb8d23a8b7c95eee8940c6ef9ae3807a70fbb9ccc0b191011cae91780156a64d",
        {"span_f1": 0.9, "full_f1": 0.7},
    ),
    "single expressions": (
        "b6d2885d55c1fdb358c9a23eb342864547a642652e608eed89372fb9d047aead",
        {"span_f1": 0.96, "full_f1": 0.86, "modifier_recall": 0.95},
    ),
    "dates and times": (
        "788273ad21b05b19da48da511e2c57ee8c0d5d3b62900184c45178d1f0721d0b",
        {"span_f1": 0.9, "full_f1": 0.7},
    ),
}

# Pairs of a claim and its evidence: least accuracy, and least precision of `conflicting`.
PAIRS: dict[str, tuple[str, float, float]] = {
    "news sentences and their highlights": (
        "b5846be82fd689ddf09bf66761c376da037753b22b0219006c09fb08d13b9c40",
        0.70,
        0.90,
    ),
    "number words and bounds": (
        "5968c4366814597328224c7221c182065b48ad32674a9640011b492ef1f5f4d7",
        0.62,
        0.90,
    ),
    "edited figures": (
        "04208c9ec44c99795bf415f35d234b089a7c60578815beba44800996880f9293",
        0.64,
        0.90,
    ),
}


@pytest.fixture(scope="module")
def files(request: pytest.FixtureRequest) -> dict[str, Path]:
    folder = request.config.getoption("--data")
    if folder is None:
        pytest.skip("no external files: run `make gate DATA=DIR`")
    return {
        hashlib.sha256(path.read_bytes()).hexdigest(): path
        for path in sorted(Path(folder).rglob("*.jsonl"))
    }


@pytest.mark.parametrize("name", FILES)
def test_floors(files: dict[str, Path], name: str) -> None:
    digest, floors = FILES[name]
    if digest not in files:
        pytest.fail(f"{name}: no file with SHA-256 {digest} below --data", pytrace=False)
    rows = read_gold(files[digest])
    found = score(rows, predict(rows))
    below = {
        measure: getattr(found, measure) for measure in floors if _misses(found, measure, floors)
    }
    assert not below, f"{name}: below its floors {floors}: {below}"


@pytest.mark.parametrize("name", PAIRS)
def test_floors_of_pairs(files: dict[str, Path], name: str) -> None:
    digest, accuracy, precision = PAIRS[name]
    if digest not in files:
        pytest.fail(f"{name}: no file with SHA-256 {digest} below --data", pytrace=False)
    pairs = read_pairs(files[digest])
    found = agreement(pairs, list(pairs_bench.predict(pairs)))
    assert (found.accuracy.value or 0) >= accuracy
    assert (found.precision["conflicting"].value or 0) >= precision


def _misses(found: Scores, measure: str, floors: Floors) -> bool:
    value: float = getattr(found, measure)
    return value > floors[measure] if measure == "empty_rows_read" else value < floors[measure]
