"""Every row of the example table of docs/verdicts.md, section 3, as far as values decide it.

Rows that alignment decides are compared as values too: there the same figures agree.
"""

import pytest

from factcheck.compare import Comparison, compare
from factcheck.schema import Change, Quantity
from tests.compare.values import measured, money, percent, points, q, share

THIRD = "0.3333333333"
ROWS: dict[str, tuple[Quantity, Quantity, Comparison]] = {
    "over 8,000 | 8,219": (
        q(8000, 1, "more_than"),
        q(8219),
        Comparison("agrees", "bound-holds", order=1),
    ),
    "over 8,000 | more than 8,600": (
        q(8000, 1, "more_than"),
        q(8600, 1, "more_than"),
        Comparison("agrees", "bound-holds", order=1),
    ),
    "over 9,500 | 8,219": (
        q(9500, 1, "more_than"),
        q(8219),
        Comparison("differs", "bound-violated", order=-1),
    ),
    "under 8,000 | 8,219": (
        q(8000, 1, "less_than"),
        q(8219),
        Comparison("differs", "bound-violated", order=1),
    ),
    "8,200 | 8,219": (q(8200), q(8219), Comparison("agrees", "value-agrees", ("rounded",))),
    "roughly 8.2 thousand | 8,219": (
        q("8.2e3", 100, "about"),
        q(8219),
        Comparison("agrees", "value-agrees"),
    ),
    "more than half a million | over 500,000": (
        q("5e5", "1e5", "more_than"),
        q(500000, 1, "more_than"),
        Comparison("agrees", "bound-holds"),
    ),
    "9,000 | more than 8,600": (
        q(9000),
        q(8600, 1, "more_than"),
        Comparison("undecided", "bound-only", order=-1),
    ),
    "8,219 | about 8,200": (
        q(8219),
        q(8200, 1, "about"),
        Comparison("undecided", "less-precise"),
    ),
    "500 | 503": (q(500), q(503), Comparison("undecided", "near-value", order=1)),
    "$2 billion | $2.3 billion": (
        money("2e9", "1e9", unit="USD"),
        money("2.3e9", "1e8", unit="USD"),
        Comparison("undecided", "near-value", order=1),
    ),
    "GBP 40 million | about GBP 46 million": (
        money("40e6", "1e6"),
        money("46e6", "1e6", "about"),
        Comparison("differs", "value-differs", order=1),
    ),
    "GBP 46 thousand | about GBP 46 million": (
        money("46e3", "1e3"),
        money("46e6", "1e6", "about"),
        Comparison("differs", "scale-differs", order=1),
    ),
    "hundreds of thousands | 610,000": (
        q(100000, 100000, "vague", high=1000000),
        q(610000),
        Comparison("agrees", "value-agrees"),
    ),
    "17 | 23": (q(17), q(23), Comparison("differs", "value-differs", order=1)),
    "a third | 33.4%": (
        share(THIRD),
        percent("33.4", "0.1"),
        Comparison("agrees", "value-agrees"),
    ),
    "60 miles | 100 km": (
        measured("60", "mile"),
        measured("100", "km"),
        Comparison("agrees", "value-agrees", ("rounded",)),
    ),
    "GBP 20m a year | GBP 20m over five years": (
        money("20e6", "1e6", per="year"),
        money("20e6", "1e6"),
        Comparison("undecided", "not-comparable"),
    ),
    "spent GBP 20m | requested GBP 20m (alignment parts them)": (
        money("20e6", "1e6"),
        money("20e6", "1e6"),
        Comparison("agrees", "value-agrees"),
    ),
    "40 civilians killed | 12 of them civilians": (
        q(40),
        q(12),
        Comparison("differs", "value-differs", order=-1),
    ),
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
def test_row(row: tuple[Quantity, Quantity, Comparison]) -> None:
    draft, source, expected = row
    assert compare(draft, source) == expected


RISE_POINTS = points("3", role="by", way="up")
RISE_PERCENT = percent("3", role="by", way="up")


def test_three_points_against_three_percent_of_the_same_movement() -> None:
    found = compare(RISE_POINTS, RISE_PERCENT, certain=True)
    assert (found.relation, found.reason) == ("differs", "unit-differs")


def test_three_points_against_three_percent_of_some_movement() -> None:
    found = compare(RISE_POINTS, RISE_PERCENT)
    assert (found.relation, found.reason) == ("undecided", "not-comparable")


@pytest.mark.parametrize("end", ["from", "to"])
def test_fell_by_a_third_against_fell_from_12_to_8_percent(end: str) -> None:
    change = Change(percent("12", role="from"), percent("8", role="to"), None, "down")
    source = change.start if end == "from" else change.end
    assert source is not None
    draft = share(THIRD, role="by", way="down")
    assert compare(draft, source, None, change) == Comparison("agrees", "value-agrees")
