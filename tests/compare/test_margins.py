"""Every line of the margins table of docs/verdicts.md, section 3, on both sides of its borders.

A source with no margin of its own (a number without zeros, or with many decimals) is moved across
the border: the last one inside the inner margin, the first one outside it, the last that touches
the outer margin, the first beyond it.
"""

from decimal import Decimal

import pytest

from factcheck.compare import Comparison, compare
from factcheck.compare.intervals import Interval
from factcheck.compare.margins import figure_of
from factcheck.schema import Quantity
from tests.compare.values import measured, money, percent, points, q, share


def interval(low: str, high: str) -> Interval:
    return Interval(Decimal(low), Decimal(high))


HALF_MILLION = q("5e5", "1e5")
REACHES: dict[str, tuple[Quantity, tuple[str, str], tuple[str, str]]] = {
    "below 100": (q(17), ("17", "17"), ("17", "17")),
    "below 100, ending in zero": (q(40), ("40", "40"), ("40", "40")),
    "zero": (q(0), ("0", "0"), ("0", "0")),
    "without trailing zeros": (q(8219), ("8219", "8219"), ("8219", "8219")),
    "hundreds": (q(500), ("500", "500"), ("450", "550")),
    "tens of hundreds": (q(120), ("120", "120"), ("115", "125")),
    "one hundred": (q(100), ("100", "100"), ("50", "150")),
    "999": (q(999), ("999", "999"), ("999", "999")),
    "one thousand: two digits meant": (q(1000), ("950", "1050"), ("900", "1100")),
    "8,000": (q(8000), ("7950", "8050"), ("7900", "8100")),
    "8,210: three digits": (q(8210), ("8205", "8215"), ("8200", "8220")),
    "240,000": (q(240000), ("235000", "245000"), ("230000", "250000")),
    "20 billion": (q("20e9", "1e9"), ("19.5e9", "20.5e9"), ("19e9", "21e9")),
    "8.2 thousand": (q("8.2e3", 100), ("8150", "8250"), ("8100", "8300")),
    "5.25 million": (q("5.25e6", "1e4"), ("5.245e6", "5.255e6"), ("5.24e6", "5.26e6")),
    "4.75 billion": (q("4.75e9", "1e7"), ("4.745e9", "4.755e9"), ("4.74e9", "4.76e9")),
    "2 billion": (q("2e9", "1e9"), ("1.9e9", "2.1e9"), ("1e9", "3e9")),
    "9 thousand": (q("9e3", "1e3"), ("8550", "9450"), ("4500", "13500")),
    "half a million": (HALF_MILLION, ("475000", "525000"), ("250000", "750000")),
    "two dozen": (q(24, 12), ("22.8", "25.2"), ("12", "36")),
    "eleven dozen": (q(132, 12), ("126", "138"), ("120", "144")),
    "142,600 million": (
        q("142600e6", "1e6"),
        ("142550e6", "142650e6"),
        ("142500e6", "142700e6"),
    ),
    "100 million": (q("100e6", "1e6"), ("95e6", "105e6"), ("90e6", "110e6")),
    "decimals": (q("2.5", "0.1"), ("2.45", "2.55"), ("2.4", "2.6")),
    "money in cents": (money("3.50", "0.01"), ("3.495", "3.505"), ("3.49", "3.51")),
    "percent": (percent("12"), ("11.5", "12.5"), ("11", "13")),
    "percent with decimals": (percent("5.25", "0.01"), ("5.245", "5.255"), ("5.24", "5.26")),
    "a hundred percent": (percent("100"), ("99.5", "100.5"), ("99", "101")),
    "percentage points": (points("3"), ("2.5", "3.5"), ("2", "4")),
    "measure": (measured("60", "mile"), ("59.5", "60.5"), ("59", "61")),
    "measure in hundreds": (measured("500", "km"), ("499.5", "500.5"), ("450", "550")),
    "measure in thousands": (measured("8000", "km"), ("7950", "8050"), ("7900", "8100")),
    "about a small number": (q(40, 1, "about"), ("38", "42"), ("36", "44")),
    "about: 5%": (q(8219, 1, "about"), ("7808.05", "8629.95"), ("7397.1", "9040.9")),
    "about: twice the inner margin": (percent("12", "1", "about"), ("11", "13"), ("10", "14")),
    "nearly": (q(8219, 1, "nearly"), ("7397.1", "8219"), ("6575.2", "8383.38")),
    "nearly, below zero": (q(-50, 1, "nearly"), ("-50", "-45"), ("-51", "-40")),
    "a third": (share("0.33"), ("31.5", "34.5"), ("29", "37")),
    "about a third": (share("0.33", "about"), ("30", "36"), ("27", "39")),
    "one in five": (q("0.2", "0.1", kind="ratio"), ("18.5", "21.5"), ("16", "24")),
    "more than a third": (share("0.33", "more_than"), ("33", "Infinity"), ("33", "Infinity")),
    "over": (q(8000, 1, "more_than"), ("8000", "Infinity"), ("8000", "Infinity")),
    "at least": (q(8000, 1, "at_least"), ("8000", "Infinity"), ("8000", "Infinity")),
    "under": (q(8000, 1, "less_than"), ("-Infinity", "8000"), ("-Infinity", "8000")),
    "up to": (q(8000, 1, "at_most"), ("-Infinity", "8000"), ("-Infinity", "8000")),
    "range": (q(8000, 1, high=10000), ("8000", "10000"), ("8000", "10000")),
    "about a range": (q(8000, 1, "about", high=10000), ("7600", "10500"), ("7200", "11000")),
    "more than a range": (
        q(8000, 1, "more_than", high=10000),
        ("8000", "Infinity"),
        ("8000", "Infinity"),
    ),
    "dozens": (q(12, 12, "vague", high=120), ("12", "120"), ("12", "120")),
    "millions": (
        q("1e6", "1e6", "vague", high="1e7"),
        ("1000000", "Infinity"),
        ("1000000", "Infinity"),
    ),
    "tens of millions": (
        q("1e7", "1e7", "vague", high="1e8"),
        ("1e7", "1e8"),
        ("1e7", "1e8"),
    ),
    "vague without an end": (q(3, 1, "vague"), ("3", "Infinity"), ("3", "Infinity")),
    "ordinal": (q(300, 1, kind="ordinal"), ("300", "300"), ("300", "300")),
    "age": (q(30, 1, kind="age", unit="year"), ("30", "30"), ("29.5", "30.5")),
    "no step": (q(8000, 0), ("8000", "8000"), ("8000", "8000")),
}


@pytest.mark.parametrize("row", REACHES.values(), ids=REACHES.keys())
def test_reach(row: tuple[Quantity, tuple[str, str], tuple[str, str]]) -> None:
    quantity, inner, outer = row
    figure = figure_of(quantity)
    assert (figure.inner, figure.outer) == (interval(*inner), interval(*outer))


def test_a_range_may_be_written_backwards() -> None:
    assert figure_of(q(10, high=8)).inner == interval("8", "10")


BORDERS: list[tuple[Quantity, str, str]] = [
    # draft; source's figure, exact; relation
    (q(17), "17", "agrees"),
    (q(17), "18", "differs"),
    (q(40), "41", "differs"),
    (q(99), "100.001", "differs"),
    (q(500), "500", "agrees"),
    (q(500), "501", "undecided"),
    (q(500), "549", "undecided"),
    (q(500), "551", "differs"),
    (q(500), "449", "differs"),
    (q(8000), "8049", "agrees"),
    (q(8000), "7951", "agrees"),
    (q(8000), "8051", "undecided"),
    (q(8000), "8099", "undecided"),
    (q(8000), "8101", "differs"),
    (q(8000), "7899", "differs"),
    (q(240000), "244999", "agrees"),
    (q(240000), "245001", "undecided"),
    (q(240000), "249999", "undecided"),
    (q(240000), "250001", "differs"),
    (q("2e9", "1e9"), "2099999999", "agrees"),
    (q("2e9", "1e9"), "2100000001", "undecided"),
    (q("2e9", "1e9"), "2999999999", "undecided"),
    (q("2e9", "1e9"), "3000000001", "differs"),
    (q(8219, 1, "about"), "8629", "agrees"),
    (q(8219, 1, "about"), "8631", "undecided"),
    (q(8219, 1, "about"), "9041", "differs"),
    (q(8219, 1, "nearly"), "7398", "agrees"),
    (q(8219, 1, "nearly"), "7397", "undecided"),
    (q(8219, 1, "nearly"), "8219", "agrees"),
    (q(8219, 1, "nearly"), "8221", "undecided"),
    (q(8219, 1, "nearly"), "8384", "differs"),
    (q(8219, 1, "nearly"), "6575", "differs"),
    (q(12, 12, "vague", high=120), "12", "agrees"),
    (q(12, 12, "vague", high=120), "11", "differs"),
    (q(12, 12, "vague", high=120), "121", "differs"),
    (q("1e6", "1e6", "vague", high="1e7"), "61000001", "agrees"),
    (q(8000, 1, high=10000), "9421", "agrees"),
    (q(8000, 1, high=10000), "10001", "differs"),
]


@pytest.mark.parametrize(("draft", "figure", "relation"), BORDERS)
def test_both_sides_of_every_border(draft: Quantity, figure: str, relation: str) -> None:
    assert compare(draft, q(figure, 1)).relation == relation


SHARES: list[tuple[Quantity, str, str]] = [
    (share("0.25"), "26.4", "agrees"),
    (share("0.25"), "26.6", "undecided"),
    (share("0.25"), "28.9", "undecided"),
    (share("0.25"), "29.2", "differs"),
    (share("0.25", "more_than"), "25.1", "agrees"),
    (share("0.25", "more_than"), "24.8", "differs"),
    (share("0.25", "more_than"), "60.1", "undecided"),
]


@pytest.mark.parametrize(("draft", "figure", "relation"), SHARES)
def test_shares_against_percentages(draft: Quantity, figure: str, relation: str) -> None:
    assert compare(draft, percent(figure, "0.1")).relation == relation


def test_a_percentage_against_a_share_in_words_is_less_precise() -> None:
    assert compare(percent("34"), share("0.3333")) == Comparison("undecided", "less-precise")


def test_a_share_against_a_share() -> None:
    assert compare(share("0.25"), q("0.25", "0.1", kind="ratio")).relation == "agrees"
    assert compare(share("0.25"), share("0.5")).reason == "value-differs"
