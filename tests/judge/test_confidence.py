"""How sure a verdict is said to be: by weights that can be read, of what can be seen."""

import math
from typing import get_args

import msgspec
import pytest

from factcheck.judge.confidence import LEAST, MOST, NAMES, Found, Weights, how_sure, traits, weights
from factcheck.schema import Label

PLAIN: dict[str, dict[str, float]] = {label: dict.fromkeys(NAMES, 0.0) for label in get_args(Label)}


def found(label: Label = "corroborated") -> Found:
    return Found("quantity", label, "value-agrees", ("sources-disagree",), ())


def test_the_file_holds_every_weight_of_every_verdict() -> None:
    for label in get_args(Label):
        table = getattr(weights(), label)
        assert set(table) == set(NAMES)
        assert all(math.isfinite(value) for value in table.values())


@pytest.mark.parametrize(
    ("name", "weight", "sure"),
    [("constant", 0.0, 0.5), ("constant", 99.0, MOST), ("constant", -99.0, LEAST),
     ("disagreement", -1.0, 0.27), ("statement", 5.0, 0.5)],
)  # fmt: skip
def test_weights_are_multiplied_with_traits(name: str, weight: float, sure: float) -> None:
    table = {**PLAIN["corroborated"], name: weight}
    by = msgspec.convert({**PLAIN, "corroborated": table}, Weights)
    assert how_sure(found(), by) == sure


def test_each_verdict_has_weights_of_its_own() -> None:
    by = msgspec.convert({**PLAIN, "conflicting": {**PLAIN["conflicting"], "constant": 2}}, Weights)
    assert how_sure(found("conflicting"), by) > how_sure(found("unsupported"), by) == 0.5


def test_without_evidence_nothing_is_read() -> None:
    told = traits(found("unsupported"))
    assert (told["constant"], told["near"], told["disagreement"]) == (1.0, 1.0, 1.0)
    assert sum(told.values()) == 3
