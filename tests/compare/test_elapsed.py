"""A duration with the day of its telling against a beginning, or a duration of another day."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare.elapsed import Count, compare_elapsed
from factcheck.schema import DateRange, Granularity, Modifier, Quantity, QuantityKind

TOLD = dt.date(2015, 9, 27)


def count(
    figure: str,
    unit: str = "year",
    modifier: Modifier = "",
    kind: QuantityKind = "duration",
    told: dt.date = TOLD,
) -> Count:
    number = Decimal(figure)
    step = Decimal("0.5") if "." in figure else Decimal(1)
    return Count(Quantity(kind, number, number, step, modifier=modifier), unit, told, told)


def began(first: str, last: str = "", granularity: Granularity = "day") -> DateRange:
    return DateRange(
        first, dt.date.fromisoformat(first), dt.date.fromisoformat(last or first), granularity
    )


MARCH_2011 = began("2011-03-01", "2011-03-31", "month")  # four and a half years before TOLD
YEAR_2011 = began("2011-01-01", "2011-12-31", "year")


@pytest.mark.parametrize(
    ("draft", "source", "relation", "reason"),
    [
        # truncated and rounded
        (count("4"), MARCH_2011, "agrees", "value-agrees"),
        (count("5"), began("2011-03-15"), "agrees", "value-agrees"),
        (count("5"), MARCH_2011, "undecided", "near-value"),
        (count("4.5"), MARCH_2011, "agrees", "value-agrees"),
        (count("4"), YEAR_2011, "agrees", "value-agrees"),
        (count("4"), began("2011-12-01", "2011-12-31", "month"), "agrees", "value-agrees"),
        (count("4"), began("2010-10-01"), "agrees", "value-agrees"),
        (count("4"), began("2010-09-01"), "undecided", "near-value"),
        (count("4"), began("2012-04-10"), "undecided", "near-value"),
        # surely off
        (count("6"), MARCH_2011, "differs", "value-differs"),
        (count("3"), MARCH_2011, "differs", "value-differs"),
        (count("40"), MARCH_2011, "differs", "value-differs"),
        # bounds
        (count("4", modifier="more_than"), MARCH_2011, "agrees", "bound-holds"),
        (count("3", modifier="more_than"), MARCH_2011, "agrees", "bound-holds"),
        (count("2", modifier="more_than"), MARCH_2011, "undecided", "bound-only"),
        (count("5", modifier="more_than"), MARCH_2011, "differs", "bound-violated"),
        (count("5", modifier="less_than"), MARCH_2011, "agrees", "bound-holds"),
        (count("4", modifier="less_than"), MARCH_2011, "differs", "bound-violated"),
        (count("5", modifier="nearly"), began("2011-01-20"), "agrees", "value-agrees"),
        (count("4", modifier="nearly"), MARCH_2011, "differs", "value-differs"),
        (count("4", modifier="about"), MARCH_2011, "agrees", "value-agrees"),
        # ranks: in its fifth year
        (count("5", kind="ordinal"), MARCH_2011, "agrees", "value-agrees"),
        (count("4", kind="ordinal"), MARCH_2011, "undecided", "near-value"),
        (count("3", kind="ordinal"), MARCH_2011, "differs", "value-differs"),
        (count("7", kind="ordinal"), MARCH_2011, "differs", "value-differs"),
        (count("3", "week", kind="ordinal"), began("2015-09-09"), "agrees", "value-agrees"),
        (count("12", "day"), began("2015-09-15"), "agrees", "value-agrees"),
        # the draft dates the beginning, the source counts
        (MARCH_2011, count("4"), "undecided", "less-precise"),
        (began("2008-01-01", "2008-12-31", "year"), count("4"), "differs", "date-differs"),
        (began("2010-06-01", "2012-06-30", "year"), count("4"), "agrees", "date-agrees"),
        # a source that nobody can place
        (count("4", "fortnight"), MARCH_2011, "undecided", "not-comparable"),
        (count("4"), DateRange("XXXX", None, None, "year"), "undecided", "not-comparable"),
    ],
)
def test_a_duration_and_a_beginning(
    draft: Count | DateRange, source: Count | DateRange, relation: str, reason: str
) -> None:
    found = compare_elapsed(draft, source)
    assert (found.relation, found.reason) == (relation, reason)


@pytest.mark.parametrize(
    ("figure", "told", "relation"),
    [
        ("4", dt.date(2015, 9, 27), "agrees"),
        ("4", dt.date(2015, 6, 30), "agrees"),
        ("4", dt.date(2015, 12, 20), "agrees"),
        ("4", dt.date(2014, 11, 5), "undecided"),
        ("3", dt.date(2014, 8, 1), "agrees"),
        ("3", dt.date(2015, 6, 1), "undecided"),
        ("3", dt.date(2011, 1, 1), "differs"),
        ("9", dt.date(2015, 9, 27), "differs"),
    ],
)
def test_two_durations_told_on_two_days(figure: str, told: dt.date, relation: str) -> None:
    assert compare_elapsed(count("4"), count(figure, told=told)).relation == relation


def test_a_rank_of_an_earlier_year_carries_over() -> None:
    source = count("3", kind="ordinal", told=dt.date(2014, 2, 1))
    assert compare_elapsed(count("4"), source).relation == "agrees"


def test_an_exact_length_from_a_bound_drops_the_hedge() -> None:
    found = compare_elapsed(count("4"), count("4", modifier="more_than"))
    assert (found.relation, found.remarks) == ("agrees", ("hedge-dropped",))


def test_the_order_is_that_of_what_is_written() -> None:
    assert compare_elapsed(count("7"), MARCH_2011).order == -1
    assert compare_elapsed(count("2"), MARCH_2011).order == 1
    assert compare_elapsed(began("2008-01-01"), count("4")).order == 1


@given(
    st.integers(1, 90),
    st.sampled_from(["day", "week", "month", "year"]),
    st.dates(dt.date(1900, 1, 1), dt.date(2090, 1, 1)),
    st.booleans(),
)
def test_a_length_agrees_with_itself_and_never_with_twice_it(
    figure: int, unit: str, told: dt.date, ranked: bool
) -> None:
    kind: QuantityKind = "ordinal" if ranked else "duration"
    draft = count(str(figure), unit, kind=kind, told=told)
    assert compare_elapsed(draft, draft).relation == "agrees"
    twice = count(str(2 * figure + 4), unit, kind=kind, told=told)
    assert compare_elapsed(draft, twice).relation == "differs"


def test_a_length_beyond_the_calendar_decides_nothing_wrongly() -> None:
    assert compare_elapsed(count("1E+40"), MARCH_2011).relation == "differs"
    assert compare_elapsed(count("NaN"), MARCH_2011).relation == "undecided"
