"""How sure a verdict is: a logistic regression over what alignment and the verifier found.

The weights stand in confidence.toml, one table a verdict, so that they can be read and fitted anew:
`python -m training.calibrate`. Source: docs/verdicts.md ("Confidence").
"""

from __future__ import annotations

import functools
import importlib.resources
import math
import tomllib
from collections.abc import Mapping, Sequence

import msgspec

from factcheck.schema import ClaimKind, Evidence, Label, Reason, Remark

NAMES = (
    "constant", "same", "unclear", "statement", "person_or_date", "near", "disagreement",
    "read", "supports", "refutes", "measure",
)  # fmt: skip
LEAST, MOST = 0.02, 0.98  # nothing is certain


class Found(msgspec.Struct, frozen=True):
    """What a verdict rests on; the first evidence is the one that decides."""

    kind: ClaimKind
    label: Label
    reason: Reason
    remarks: tuple[Remark, ...]
    evidence: Sequence[Evidence]


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The weight of each name in `NAMES`, by verdict."""

    corroborated: Mapping[str, float]
    conflicting: Mapping[str, float]
    unsupported: Mapping[str, float]


@functools.cache
def weights() -> Weights:
    """Read confidence.toml."""
    file = importlib.resources.files(__package__) / "confidence.toml"
    return msgspec.convert(tomllib.loads(file.read_text("utf-8")), Weights)


def how_sure(found: Found, by: Weights | None = None) -> float:
    """Return how likely a verdict is to be right, 0 to 1, in hundredths."""
    given: Mapping[str, float] = getattr(by or weights(), found.label)
    told = traits(found)
    score = math.fsum(given[name] * told[name] for name in NAMES)
    share = 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
    return round(max(LEAST, min(MOST, share)), 2)


def traits(found: Found) -> dict[str, float]:
    """Return what the weights of `NAMES` are multiplied with, each from 0 to 1."""
    features = [f for f in found.evidence[0].features if not f.shares] if found.evidence else []
    outcomes = [feature.outcome for feature in features]
    count = max(len(outcomes), 1)
    read = [(f.name, f.shares) for one in found.evidence for f in one.features if f.shares]
    whole = [shares for name, shares in read if not name.endswith("hidden")]
    hidden = [shares for name, shares in read if name.endswith("hidden")]
    return {
        "constant": 1.0,
        "same": outcomes.count("same") / count,
        "unclear": (outcomes.count("silent") + outcomes.count("unknown")) / count,
        "statement": float(found.kind == "statement"),
        "person_or_date": float(found.kind in {"role", "quote", "date"}),
        "near": float(found.reason not in {"no-evidence", "other-subject"}),
        "disagreement": float("sources-disagree" in found.remarks),
        "read": float(bool(read)),
        "supports": max((shares[0] for shares in whole), default=0.0),
        "refutes": max((shares[1] for shares in whole), default=0.0),
        "measure": max((shares[0] for shares in hidden), default=0.0),
    }
