"""How far verdicts agree with the labels of pairs: shares, and how sure the accuracy is."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

import msgspec

from factcheck.bench.pairs import Gold, Pair
from factcheck.schema import Label

VERDICTS: tuple[Label, ...] = ("corroborated", "conflicting", "unsupported")
_Z = 1.959964  # of the normal distribution, for 95%
# The verdicts that fit a label, and the label of a set that knows two only.
FITTING: Mapping[Gold, frozenset[Label]] = {
    "supported": frozenset({"corroborated"}),
    "refuted": frozenset({"conflicting"}),
    "nei": frozenset({"unsupported"}),
    "not_supported": frozenset({"conflicting", "unsupported"}),
}


class Answered(Protocol):
    """A verdict given on a pair."""

    @property
    def verdict(self) -> Label:
        """The verdict."""


class Share(msgspec.Struct, frozen=True):
    """How many of how many; `value` is None where there is nothing to count."""

    right: int
    of: int

    @property
    def value(self) -> float | None:
        """The share, 0 to 1."""
        return self.right / self.of if self.of else None


class Agreement(msgspec.Struct, frozen=True):
    """What a set of verdicts is worth.

    A verdict is right where it fits the label; in a set with `not_supported` both "conflicting"
    and "unsupported" fit all that is not supported. `precision` is of the verdicts given,
    `recall` of the rows whose label a verdict fits. `balanced` is the mean over labels of the share
    of their rows that is right, `variances` theirs, `trivial` the accuracy of one
    verdict for every row.
    """

    accuracy: Share
    low: float
    high: float
    macro_f1: float
    precision: Mapping[Label, Share]
    recall: Mapping[Label, Share]
    balanced: float
    variances: tuple[float, ...]
    trivial: Mapping[Label, Share]


def agreement(pairs: Sequence[Pair], predictions: Sequence[Answered]) -> Agreement:
    """Compare verdicts with the labels of their pairs, which stand in the same order."""
    labels = _labels(pairs)
    verdicts = [prediction.verdict for prediction in predictions]
    rows = list(zip(labels, verdicts, strict=True))
    right = sum(verdict in FITTING[label] for label, verdict in rows)
    low, high = wilson(right, len(rows))
    known = sorted(set(labels))
    return Agreement(
        accuracy=Share(right, len(rows)),
        low=low,
        high=high,
        macro_f1=math.fsum(_f1(label, rows) for label in known) / len(known),
        precision={v: _share([row for row in rows if row[1] == v]) for v in VERDICTS},
        recall={
            v: Share(
                sum(row[1] == v for row in rows if v in FITTING[row[0]]),
                sum(v in FITTING[row[0]] for row in rows),
            )
            for v in VERDICTS
        },
        variances=tuple(_variance(label, rows) for label in known),
        balanced=math.fsum(_hit(label, rows) for label in known) / len(known),
        trivial={
            v: Share(sum(v in FITTING[label] for label in labels), len(rows)) for v in VERDICTS
        },
    )


def _labels(pairs: Sequence[Pair]) -> list[Gold]:
    """Return the labels; in a set with `not_supported` all that is not supported gets it."""
    labels: list[Gold] = [pair.label for pair in pairs]
    if "not_supported" not in labels:
        return labels
    return ["supported" if label == "supported" else "not_supported" for label in labels]


def _share(given: Collection[tuple[Gold, Label]]) -> Share:
    return Share(sum(verdict in FITTING[label] for label, verdict in given), len(given))


def _hit(label: Gold, rows: Sequence[tuple[Gold, Label]]) -> float:
    own = [verdict in FITTING[label] for gold, verdict in rows if gold == label]
    return sum(own) / len(own)


def _variance(label: Gold, rows: Sequence[tuple[Gold, Label]]) -> float:
    share = _hit(label, rows)
    return share * (1 - share) / sum(gold == label for gold, _ in rows)


def _f1(label: Gold, rows: Sequence[tuple[Gold, Label]]) -> float:
    both = sum(row[0] == label and row[1] in FITTING[label] for row in rows)
    wanted = sum(row[0] == label for row in rows)
    given = sum(row[1] in FITTING[label] for row in rows)
    return 2 * both / (wanted + given)


def wilson(right: int, of: int) -> tuple[float, float]:
    """Return the 95% interval of a share by Wilson's score.

    Source: Wilson (1927), Journal of the American Statistical Association 22, pages 209 to 212.

    >>> [round(end, 3) for end in wilson(118, 168)]
    [0.629, 0.766]
    """
    share, square = right / of, _Z * _Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    reach = _Z / (1 + square / of) * math.sqrt(share * (1 - share) / of + square / (4 * of * of))
    return (middle - reach if right else 0.0), (middle + reach if right < of else 1.0)
