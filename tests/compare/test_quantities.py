"""Bounds, hedges, scales, units, orders and results: value against value."""

from decimal import Decimal

import msgspec
import pytest

from factcheck.compare import Comparison, compare
from factcheck.schema import Modifier, Quantity, QuantityKind
from tests.compare.values import measured, money, percent, points, q, share


def verdict(draft: Quantity, source: Quantity, *, certain: bool = False) -> tuple[str, str]:
    found = compare(draft, source, certain=certain)
    return found.relation, found.reason


OVER: Modifier = "more_than"
UNDER: Modifier = "less_than"
HOLDS, VIOLATED = ("agrees", "bound-holds"), ("differs", "bound-violated")
ONLY, ROUNDER, NEAR = (
    ("undecided", "bound-only"),
    ("undecided", "less-precise"),
    ("undecided", "near-value"),
)
BOUNDS: list[tuple[Quantity, Quantity, tuple[str, str]]] = [
    # a draft's bound and a figure
    (q(8219, 1, OVER), q(8219), HOLDS),
    (q(8219, 1, OVER), q(8218), VIOLATED),
    (q(8219, 1, "at_least"), q(8219), HOLDS),
    (q(8219, 1, UNDER), q(8219), HOLDS),
    (q(8219, 1, "at_most"), q(8221), VIOLATED),
    (q(8219, 1, OVER), q(16438), HOLDS),
    (q(8219, 1, OVER), q(16439), ONLY),
    (q(8219, 1, UNDER), q(1200), HOLDS),
    (q(-5, 1, OVER), q(3), HOLDS),
    # a draft's bound and a figure whose margin crosses it
    (q(8000, 1, "at_least"), q(8000), HOLDS),
    (q(8000, 1, "at_most"), q(8000), HOLDS),
    (q(8000, 1, OVER), q(8000), ROUNDER),
    (q(8000, 1, UNDER), q(8000), ROUNDER),
    (q(8000, 1, OVER), q("8e3", "1e3"), ROUNDER),
    (q(500, 1, OVER), q(500), HOLDS),
    (q(8000, 1, "at_least"), q(8000, 1, "about"), ROUNDER),
    (q(8000, 1, OVER), q(8000, 1, "about"), ROUNDER),
    (q(8000, 1, OVER), q(8000, 1, "nearly"), ROUNDER),
    (q(8000, 1, UNDER), q(8000, 1, "nearly"), HOLDS),
    (q(8060, 1, OVER), q(8000), NEAR),
    (q(8001, 1, OVER), q(8000), ROUNDER),
    (q(100, 1, OVER), q(12, 12, "vague", high=120), ROUNDER),
    (q(121, 1, OVER), q(12, 12, "vague", high=120), VIOLATED),
    (q(10, 1, OVER), q(12, 12, "vague", high=120), HOLDS),
    (q(5, 1, OVER), q(12, 12, "vague", high=120), ONLY),
    # bounds on both sides
    (q(8000, 1, OVER), q(8000, 1, OVER), HOLDS),
    (q(8000, 1, OVER), q(8600, 1, "at_least"), HOLDS),
    (q(8000, 1, OVER), q(17000, 1, OVER), ONLY),
    (q(9000, 1, OVER), q(8600, 1, OVER), ONLY),
    (q(8000, 1, UNDER), q(7600, 1, "at_most"), HOLDS),
    (q(8000, 1, UNDER), q(3000, 1, UNDER), HOLDS),
    (q(7000, 1, UNDER), q(8600, 1, UNDER), ONLY),
    (q(8000, 1, OVER), q(9000, 1, UNDER), ONLY),
    (q(8000, 1, OVER), q(8000, 1, UNDER), ONLY),
    (q(8000, 1, OVER), q(7000, 1, UNDER), VIOLATED),
    (q(8000, 1, UNDER), q(9000, 1, OVER), VIOLATED),
    (q(8000, 1, UNDER), q(7000, 1, OVER), ONLY),
    # a source's bound and a figure
    (q(8600), q(8600, 1, OVER), ("agrees", "value-agrees")),
    (q(8600), q(8600, 1, UNDER), ("agrees", "value-agrees")),
    (q(8610), q(8600, 1, OVER), ONLY),
    (q(8000), q(8600, 1, OVER), ("differs", "value-differs")),
    (q(9000), q(8600, 1, UNDER), ("differs", "value-differs")),
    (q(12, 12, "vague", high=120), q(50, 1, OVER), ONLY),
    (q("1e6", "1e6", "vague", high="1e7"), q("3e6", "1e6", OVER), ("agrees", "value-agrees")),
    (q(8600, 1, "nearly"), q(8600, 1, OVER), ONLY),
]


@pytest.mark.parametrize(("draft", "source", "expected"), BOUNDS)
def test_bounds(draft: Quantity, source: Quantity, expected: tuple[str, str]) -> None:
    assert verdict(draft, source) == expected


def test_a_bound_below_half_of_the_figure_is_understated() -> None:
    found = compare(q(4000, 1, OVER), q(8219))
    assert found == Comparison("undecided", "bound-only", ("understated",), 1)


HEDGES: list[tuple[Modifier, Modifier, tuple[str, ...] | None]] = [
    # the same number with the draft's hedge and the source's; remarks, None for undecided
    ("", "", ()),
    ("only", "", ()),
    ("", "only", ()),
    ("", "about", ("hedge-dropped",)),
    ("", "nearly", ("hedge-dropped",)),
    ("", "more_than", ("hedge-dropped",)),
    ("", "at_most", ("hedge-dropped",)),
    ("about", "more_than", ("hedge-dropped",)),
    ("about", "nearly", ("hedge-dropped",)),
    ("about", "", ()),
    ("about", "about", ()),
    ("nearly", "", ()),
    ("nearly", "about", None),
    ("nearly", "less_than", None),
]


@pytest.mark.parametrize(("draft", "source", "remarks"), HEDGES)
def test_hedges_of_one_number_or_range(
    draft: Modifier, source: Modifier, remarks: tuple[str, ...] | None
) -> None:
    for high in (8219, 9421):
        found = compare(q(8219, 1, draft, high=high), q(8219, 1, source, high=high))
        if remarks is None:
            assert found.relation == "undecided"
        else:
            assert (found.relation, found.remarks) == ("agrees", remarks)


PRECISION: list[tuple[Quantity, Quantity, tuple[str, str]]] = [
    (q(8219), q(8200), ROUNDER),
    (q(8200), q(8000), NEAR),
    (q(8219), q("8.2e3", 100), ROUNDER),
    (percent("33.4", "0.1"), percent("33"), ROUNDER),
    (percent("33"), percent("33.4", "0.1"), ("agrees", "value-agrees")),
    (q(9000), q(8000, 1, high=10000), ROUNDER),
    (q(45), q(12, 12, "vague", high=120), ROUNDER),
    (q(8000, 1, high=10000), q(9000, 1, high=10500), NEAR),
    (q("2000000"), q("2e6", "1e6"), ("agrees", "value-agrees")),
    (q(500000), q("5e5", "1e5"), ("agrees", "value-agrees")),
]


@pytest.mark.parametrize(("draft", "source", "expected"), PRECISION)
def test_precision(draft: Quantity, source: Quantity, expected: tuple[str, str]) -> None:
    assert verdict(draft, source) == expected


ROUNDED: list[tuple[Quantity, Quantity, bool]] = [
    (q(8200), q(8219), True),
    (q(8200, 1, "only"), q(8219), True),
    (q(8200, 1, "about"), q(8219), False),
    (q(8200), q(8200), False),
    (q(8200), q(8190, 1, high=8210), True),
    (q(8000, 1, high=9000), q(8219), False),
    (share("0.3333"), percent("33.4", "0.1"), False),
]


@pytest.mark.parametrize(("draft", "source", "rounded"), ROUNDED)
def test_rounding_is_remarked(draft: Quantity, source: Quantity, rounded: bool) -> None:
    found = compare(draft, source)
    assert (found.relation, found.remarks) == ("agrees", ("rounded",) if rounded else ())


SCALES: list[tuple[Quantity, Quantity, str]] = [
    (q("46e3", "1e3"), q("46e6", "1e6"), "scale-differs"),
    (q("46e6", "1e6"), q("46e9", "1e9"), "scale-differs"),
    (q("4.6e9", "1e8"), q("4.6e6", "1e5"), "scale-differs"),
    (q("46e6", "1e6"), q("46000"), "scale-differs"),
    (q("46e3", "1e3", OVER), q("46", "1"), "scale-differs"),
    (q("46e6", "1e6"), q("4.6e6", "1e5"), "value-differs"),
    (q("46e6", "1e6"), q("47e9", "1e9"), "value-differs"),
    (q(5), q(5000), "value-differs"),
    (q("-46e3", "1e3"), q("46e6", "1e6"), "value-differs"),
]


@pytest.mark.parametrize(("draft", "source", "reason"), SCALES)
def test_scale_words(draft: Quantity, source: Quantity, reason: str) -> None:
    assert verdict(draft, source) == ("differs", reason)


UNKNOWN, UNIT = ("undecided", "not-comparable"), ("differs", "unit-differs")
FAR = (("differs", "value-differs"), ("differs", "value-differs"))
UNITS: list[tuple[Quantity, Quantity, tuple[str, str], tuple[str, str]]] = [
    # draft, source, not certainly and certainly the same subject
    (money("20e6", "1e6"), money("20e6", "1e6", unit="EUR"), UNKNOWN, UNIT),
    (money("20e6", "1e6"), money("21e6", "1e6", unit="EUR"), UNKNOWN, UNIT),
    (money("20e6", "1e6"), money("25e6", "1e6", unit="EUR"), UNKNOWN, UNKNOWN),
    (money("20e6", "1e6", unit="USD"), money("20e6", "1e6", unit="AUD"), UNKNOWN, UNKNOWN),
    (money("20e6", "1e6", unit="CAD"), money("20e6", "1e6", unit="AUD"), UNKNOWN, UNIT),
    (money("20e6", "1e6", unit="USD"), money("20e6", "1e6", unit="EUR"), UNKNOWN, UNIT),
    (money("20e6", "1e6", unit="CHF"), money("20e6", "1e6", unit="franc"), UNKNOWN, UNKNOWN),
    (money("20e6", "1e6", unit="XXX"), money("20e6", "1e6", unit="USD"), UNKNOWN, UNIT),
    (money("20e6", "1e6"), money("20e6", "1e6", unit=""), UNKNOWN, UNKNOWN),
    (money("20e6", "1e6"), q("20e6", "1e6"), UNKNOWN, UNKNOWN),
    (percent("3"), points("3"), UNKNOWN, UNIT),
    (points("3"), percent("3"), UNKNOWN, UNIT),
    (points("3"), percent("9"), UNKNOWN, UNKNOWN),
    (measured("3000", "tonne"), measured("3000", "ton"), UNKNOWN, UNKNOWN),
    (measured("3000", "tonne"), measured("3000", "barrel"), UNKNOWN, UNIT),
    (measured("3000", "km"), measured("3000", "nosuch"), UNKNOWN, UNIT),
    (measured("60", "mile"), measured("60", "km"), ("differs", "value-differs"), UNIT),
    (measured("60", "mile"), measured("9", "km"), *FAR),
    (money("60"), measured("60", "km"), UNKNOWN, UNKNOWN),
    (measured("3000", "tonne"), measured("3000", "short_ton"), NEAR, NEAR),
    (
        q("20e6", "1e6", kind="money", unit="GBP", per="year"),
        money("20e6", "1e6", unit="EUR"),
        UNKNOWN,
        UNKNOWN,
    ),
    (q(5, 1, kind="ordinal"), q(5), UNKNOWN, UNKNOWN),
]


@pytest.mark.parametrize(("draft", "source", "unsure", "sure"), UNITS)
def test_other_units(
    draft: Quantity, source: Quantity, unsure: tuple[str, str], sure: tuple[str, str]
) -> None:
    assert verdict(draft, source) == unsure
    assert verdict(draft, source, certain=True) == sure


AGREES = ("agrees", "value-agrees")
VALUE = ("differs", "value-differs")
CONVERSIONS: list[tuple[Quantity, Quantity, tuple[str, str]]] = [
    (measured("96", "km"), measured("60", "mile"), AGREES),
    (measured("96", "km"), measured("62", "mile"), AGREES),
    (measured("96", "km"), measured("63", "mile"), NEAR),
    (measured("96", "km"), measured("66", "mile"), NEAR),
    (measured("96", "km"), measured("67", "mile"), VALUE),
    (measured("100", "km", "1", OVER), measured("63", "mile"), HOLDS),
    (measured("100", "km", "1", OVER), measured("61.5", "mile", "0.1"), NEAR),
    (measured("100", "km", "1", OVER), measured("54", "mile"), VIOLATED),
    (measured("100", "km", "1", UNDER), measured("65", "mile"), NEAR),
    (measured("100", "km", "1", UNDER), measured("70", "mile"), VIOLATED),
    (measured("100", "km", "1", "nearly"), measured("64", "mile"), NEAR),
    (measured("5", "km"), measured("5000", "m"), AGREES),
    (measured("5", "km"), measured("5600", "m"), NEAR),
    (measured("5", "km"), measured("6101", "m"), VALUE),
    (
        q(25, 1, kind="percentage_point", unit="basis_point"),
        points("0.25", "0.01"),
        AGREES,
    ),
    (
        q(25, 1, kind="percentage_point", unit="basis_point"),
        points("0.28", "0.01"),
        VALUE,
    ),
    (q(2, 1, kind="duration", unit="day"), q(48, 1, kind="duration", unit="hour"), AGREES),
    (q(1, 1, kind="duration", unit="month"), q(30, 1, kind="duration", unit="day"), UNKNOWN),
]


@pytest.mark.parametrize(("draft", "source", "expected"), CONVERSIONS)
def test_conversion(draft: Quantity, source: Quantity, expected: tuple[str, str]) -> None:
    assert verdict(draft, source) == expected


ORDERS: list[tuple[Quantity, Quantity, int]] = [
    (q(17), q(17), 0),
    (q(17), q(23), 1),
    (q(23), q(17), -1),
    (q(500), q(503), 1),
    (q(8200), q(8219), 0),
    (q(8000, 1, OVER), q(8219), 1),
    (q(9500, 1, OVER), q(8219), -1),
    (q(8219), q(8219, 1, OVER), 0),
    (q(8000, 1, high=9000), q(8500, 1, high=12000), 0),
    (q(100), q(12, 12, "vague", high=120), 0),
]


@pytest.mark.parametrize(("draft", "source", "order"), ORDERS)
def test_order(draft: Quantity, source: Quantity, order: int) -> None:
    assert compare(draft, source).order == order


def test_results_of_games_and_votes() -> None:
    result = q(60, 1, kind="score", high=40)
    assert compare(result, result) == Comparison("agrees", "value-agrees")
    assert verdict(result, q(40, 1, kind="score", high=60)) == NEAR
    assert compare(result, q(60, 1, kind="score", high=38)) == Comparison(
        "differs", "value-differs", order=-1
    )
    assert compare(result, q(61, 1, kind="score", high=38)).order == 1
    assert verdict(result, q(60)) == UNKNOWN


@pytest.mark.parametrize("word", ["NaN", "sNaN", "Infinity", "-Infinity"])
@pytest.mark.parametrize("field", ["low", "high", "step"])
def test_no_number_is_not_comparable(word: str, field: str) -> None:
    broken = msgspec.structs.replace(q(5), **{field: Decimal(word)})
    assert compare(broken, q(5)) == compare(q(5), broken)
    assert verdict(q(5), broken) == UNKNOWN


HUGE = ["1E+999999999", "9" * 5000, "1E-999999999", "-1E+999999999999999999", "0E+99"]


@pytest.mark.parametrize("first", HUGE)
@pytest.mark.parametrize("second", [*HUGE, "5"])
def test_huge_and_tiny_numbers_are_compared_without_an_exception(first: str, second: str) -> None:
    kinds: tuple[QuantityKind, ...] = ("count", "fraction", "measure")
    for kind in kinds:
        draft = q(first, first, kind=kind)
        source = q(second, second, "about", kind=kind)
        assert compare(draft, source).relation in {"agrees", "differs", "undecided"}
