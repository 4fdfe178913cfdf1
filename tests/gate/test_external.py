"""Floors on external labelled files, known by their digests: `make gate DATA=DIR`.

The files are not part of this repository; their sentences are never copied into it.
"""

from pathlib import Path
from typing import Literal, NamedTuple

import pytest

from factcheck.bench import pairs as pairs_bench
from factcheck.bench.agreement import Agreement, agreement
from factcheck.bench.extraction import Scores, predict, read_gold, score
from factcheck.bench.pairs import read_pairs
from factcheck.bench.table import files_in, is_kept_out, sample
from factcheck.entail import Verifier, chosen_verifier

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


# Pairs of a claim and its evidence: the measure, its least value by the rules alone and with the
# packaged verifier, and the least precision of `conflicting` by the rules alone.
class Floor(NamedTuple):
    digest: str
    measure: Literal["accuracy", "balanced"]
    rules: float
    verified: float
    precision: float = 0.0
    rows: int = 600  # at most; whole web pages take a second each


PAIRS: dict[str, Floor] = {
    "news sentences and their highlights": Floor(
        "b5846be82fd689ddf09bf66761c376da037753b22b0219006c09fb08d13b9c40",
        "accuracy",
        0.70,
        0.72,
        0.90,
    ),
    "number words and bounds": Floor(
        "5968c4366814597328224c7221c182065b48ad32674a9640011b492ef1f5f4d7",
        "accuracy",
        0.62,
        0.85,
        0.90,
    ),
    "edited figures": Floor(
        "04208c9ec44c99795bf415f35d234b089a7c60578815beba44800996880f9293",
        "accuracy",
        0.64,
        0.85,
        0.90,
    ),
    "claims whose words foretell nothing": Floor(
        "8b9ee114d7de1f8b22c890adb8b9990983c573e27eb65ac20d1f0285e1ab1e3c",
        "accuracy",
        0.15,
        0.78,
    ),
    "encyclopedia sentences and the pages they cite": Floor(
        "803d433fb8066a25df945ccf4189a281178f5cb97b4a8729928d1ac990cab418",
        "balanced",
        0.40,
        0.45,
        rows=60,
    ),
}
# Revisions of an encyclopedia, the pages kept out of training: claims with a figure, and without.
REVISIONS = "505e0c253ea989f89fcd7413da5371855959b8b7de086d8a26ea3422147fa467"
REVISION_FLOORS = {"with figures": 0.68, "without figures": 0.66}
MOST_ROWS = 600


@pytest.fixture(scope="module")
def files(request: pytest.FixtureRequest) -> dict[str, Path]:
    folder = request.config.getoption("--data")
    if folder is None:
        pytest.skip("no external files: run `make gate DATA=DIR`")
    return dict(files_in(Path(folder)))


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


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("name", PAIRS)
def test_floors_of_pairs_by_the_rules_alone(files: dict[str, Path], name: str) -> None:
    floor = PAIRS[name]
    pairs = sample(read_pairs(_file(files, name, floor.digest)), floor.rows)
    found = agreement(pairs, list(pairs_bench.predict(pairs)))
    assert _value(found, floor.measure) >= floor.rules
    assert (found.precision["conflicting"].value or 0) >= floor.precision


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("name", PAIRS)
def test_floors_of_pairs_with_the_verifier(
    files: dict[str, Path], verifier: Verifier, name: str
) -> None:
    floor = PAIRS[name]
    pairs = sample(read_pairs(_file(files, name, floor.digest)), floor.rows)
    found = agreement(pairs, list(pairs_bench.predict(pairs, verifier)))
    assert _value(found, floor.measure) >= floor.verified


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("kind", REVISION_FLOORS)
def test_floors_of_revisions_by_kind_of_claim(
    files: dict[str, Path], verifier: Verifier, kind: str
) -> None:
    pairs = [
        pair
        for pair in read_pairs(_file(files, "revisions", REVISIONS))
        if is_kept_out(pair.group)
        and any(letter.isdigit() for letter in pair.claim) is (kind == "with figures")
    ]
    chosen = sample(pairs, MOST_ROWS)
    found = agreement(chosen, list(pairs_bench.predict(chosen, verifier)))
    assert _value(found, "accuracy") >= REVISION_FLOORS[kind]


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    found = chosen_verifier("")
    if found is None:
        pytest.skip("the package brings no verifier")
    return found


def _file(files: dict[str, Path], name: str, digest: str) -> Path:
    if digest not in files:
        pytest.fail(f"{name}: no file with SHA-256 {digest} below --data", pytrace=False)
    return files[digest]


def _value(found: Agreement, measure: Literal["accuracy", "balanced"]) -> float:
    return found.balanced if measure == "balanced" else found.accuracy.value or 0.0


def _misses(found: Scores, measure: str, floors: Floors) -> bool:
    value: float = getattr(found, measure)
    return value > floors[measure] if measure == "empty_rows_read" else value < floors[measure]
