import datetime as dt
from decimal import Decimal

import pytest

from factcheck.bench.extraction_dates import as_gold
from factcheck.extract.dates import find_dates
from factcheck.extract.reading import Reading
from factcheck.schema import Quantity, Span

AS_OF = dt.date(2015, 9, 27)


def row(text: str, *, last_day_excluded: bool = False) -> dict[str, object]:
    (reading,) = find_dates(text, AS_OF)
    return as_gold(reading, last_day_excluded=last_day_excluded)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("on 19 September 2015", "date", "2015-09-19"),
        ("on 19 September", "date", "2015-09-19"),
        ("in the mid-1970s", "date_range", "197X"),
        ("in September 2015", "date_range", "2015-09"),
        ("last March", "date_range", "2015-03"),
        ("in 2014", "date", "2014"),
        ("at 21:30", "time", "21:30:00"),
        ("at 8:15 pm on Saturday", "date", "2015-09-26 20:15:00"),
        ("in fiscal year 2014", "date", "FY2014"),
        ("finished by Friday", "date_range", "2015-09-25"),
    ],
)
def test_a_single_date_is_a_value(text: str, kind: str, value: str) -> None:
    found = row(text)
    assert (found["kind"], found["value"]) == (kind, value)


@pytest.mark.parametrize(
    ("text", "low", "high", "timex"),
    [
        ("since 2011", "2011-01-01", None, "2011"),
        ("before 2011", None, "2011-01-01", "2011"),
        ("in September 2015", "2015-09-01", "2015-10-01", "2015-09"),
        ("from 2012 to 2014", "2012-01-01", "2014-01-01", "2012/2014"),
        ("from Q1 2014 to Q3 2014", "2014-01-01", "2014-07-01", "2014-Q1/2014-Q3"),
        ("from 3 to 5 May 2014", "2014-05-03", "2014-05-05", "2014-05-03/2014-05-05"),
        ("the past two years", "2013-09-27", "2015-09-27", "P2Y/2015-09-27"),
        ("the first two weeks of May", "2015-05-01", "2015-05-15", "2015-05-01/P2W"),
        ("the last two weeks of May", "2015-05-18", "2015-06-01", "P2W/2015-06-01"),
        ("between March and June", "2015-03-01", "2015-06-01", "(XXXX-03-01,XXXX-06-01,P3M)"),
        ("from 3 to 5 May", "2015-05-03", "2015-05-05", "(XXXX-05-03,XXXX-05-05,P2D)"),
        ("from 10:30 to noon", "10:30:00", "12:00:00", "(T10:30,T12,PT1H30M)"),
        ("Saturday night", "2015-09-26 20:00:00", "2015-09-26 23:59:59", "XXXX-WXX-6TNI"),
    ],
)
def test_ranges_have_the_ends_the_rows_have(
    text: str, low: str | None, high: str | None, timex: str
) -> None:
    found = row(text)
    assert (found["low"], found["high"], found["timex"]) == (low, high, timex)


def test_a_source_may_exclude_the_last_day() -> None:
    assert row("from 3 to 5 May 2014", last_day_excluded=True)["high"] == "2014-05-06"


def test_other_values_are_refused() -> None:
    one = Quantity("count", Decimal(1), Decimal(1), Decimal(1))
    with pytest.raises(TypeError, match="Quantity"):
        as_gold(Reading(Span(0, 1), one))
