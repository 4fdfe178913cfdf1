"""Measure how claims are ranked against sentences labelled as worth checking or not.

`measure` orders the sentences of the file by the score of their features and by plain rules;
`fit` finds weights for the features. A fifth of the file, told by a digest of each id, is never
fitted to.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from factcheck.bench import rows as labelled
from factcheck.errors import UsageError
from factcheck.extract.claims import extract
from factcheck.extract.rank import claim_features, score, sentence_features
from factcheck.readers import read_text
from factcheck.schema import Block, Document, Span
from factcheck.segment import segment

CHECKWORTHY = "checkworthy"
FOLDS = 5  # the first is held out
PENALTY = 1.0  # on the squares of the weights, against features that are rare
STEPS = 25  # of Newton's method; the weights no longer move after ten
RARE = 30  # a feature of fewer sentences gets no weight
# Set by the desk, whatever debates say of them.
_NOT_FITTED = frozenset({"telling", "clock", "age", "day", "vague", "hedged", "speaker", "year"})


class Row(msgspec.Struct, frozen=True):
    """A labelled sentence; other keys of its row are ignored."""

    id: str
    text: str
    label: str

    @property
    def is_held_out(self) -> bool:
        """Whether the weights were never fitted to it."""
        return int(hashlib.sha256(self.id.encode()).hexdigest(), 16) % FOLDS == 0


class Order(msgspec.Struct, frozen=True):
    """How well an order puts what is worth checking first: average precision, area under ROC."""

    precision: float
    area: float


def read_rows(path: Path) -> tuple[Row, ...]:
    """Read a file of labelled sentences, one JSON object a line.

    Raises:
        UsageError: the file cannot be read, a line is no such row, or there is none of a label.
    """
    rows = tuple(row for _, row in labelled.read_rows(path, Row))
    for held_out in (True, False):
        labels = {row.label == CHECKWORTHY for row in rows if row.is_held_out is held_out}
        if len(labels) < 2:
            raise UsageError(
                f"{path} holds too few labelled sentences.",
                hint=f"Some must be labelled {CHECKWORTHY}, some otherwise.",
            )
    return rows


def features_of(text: str) -> frozenset[str]:
    """Return the features of a sentence and of all claims in it."""
    read = read_text(text, "sentence.txt")
    whole = (Block("paragraph", Span(0, len(text))),)
    document = Document(read.origin, text, whole)
    claims = extract(document, segment(document))
    return frozenset(
        (*sentence_features(text), *(f for claim in claims for f in claim_features(claim)))
    )


def measure(rows: Sequence[Row]) -> Mapping[str, Order]:
    """Return how well the rows that are held out are ordered, by the name of each order."""
    held = [row for row in rows if row.is_held_out]
    found = [features_of(row.text) for row in held]
    labels = [row.label == CHECKWORTHY for row in held]
    orders = {
        "rank": [score(sorted(features)) for features in found],
        "has a figure": [float("figure" in features) for features in found],
        "has a digit": [float(any(map(str.isdigit, row.text))) for row in held],
        "length": [float(len(row.text)) for row in held],
    }
    return {name: _order(scores, labels) for name, scores in orders.items()}


def fit(rows: Sequence[Row]) -> Mapping[str, float]:
    """Return the weights of a logistic regression on the rows that are not held out."""
    seen = [row for row in rows if not row.is_held_out]
    found = [features_of(row.text) for row in seen]
    names = sorted(
        name
        for name in frozenset().union(*found) - _NOT_FITTED
        if sum(name in features for features in found) >= RARE
    )
    table = np.array([[1.0, *(name in f for name in names)] for f in found], dtype=np.float64)
    labels = np.array([row.label == CHECKWORTHY for row in seen], dtype=np.float64)
    weights = _logistic(table, labels)
    return {name: round(float(w), 2) for name, w in zip(names, weights[1:], strict=True)}


def _logistic(table: NDArray[np.float64], labels: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the weights, the constant first, by Newton's method; the constant is not penalised."""
    penalty = PENALTY * np.eye(table.shape[1])
    penalty[0, 0] = 0.0
    weights = np.zeros(table.shape[1])
    for _ in range(STEPS):
        chance = 1.0 / (1.0 + np.exp(-table @ weights))
        slope = table.T @ (labels - chance) - penalty @ weights
        curve = (table.T * (chance * (1.0 - chance))) @ table + penalty
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def _order(scores: Sequence[float], labels: Sequence[bool]) -> Order:
    """Score an order; sentences with one score count as ordered by chance."""
    groups: dict[float, list[int]] = {}
    for value, label in zip(scores, labels, strict=True):
        group = groups.setdefault(value, [0, 0])
        group[label] += 1
    right, wrong = sum(labels), len(labels) - sum(labels)
    above = precision = area = 0.0
    seen = 0
    for value in sorted(groups, reverse=True):
        misses, hits = groups[value]
        seen += misses + hits
        above += hits
        precision += hits / right * above / seen
        area += misses / wrong * (above - hits / 2) / right
    return Order(precision, area)
