import datetime as dt

import pytest

from factcheck.vocabulary.calendar import date_in, day

AUGUST_6 = dt.date(2015, 8, 6)


@pytest.mark.parametrize(
    "text",
    [
        "2015-08-06",
        "2015-8-6",
        "2015-08-06T12:00",
        "2015-08-06T23:59:59.123-05:00",
        "2015-08-06 12:00:00+00:00",
        "2015/08/06",
        "2015.08.06",
        "20150806",
        "20150806T120000Z",
        "20150806123000",
        "6 August 2015",
        "06 Aug 2015",
        "6th of August, 2015",
        "Aug 6, 2015",
        "Aug. 6, 2015",
        "August 6th 2015",
        "AUGUST 6, 2015",
        "6-Aug-2015",
        "Thu, 06 Aug 2015 12:00:00 GMT",
        "Thursday, 6 August 2015",
        "06.08.2015",
        "Date: 6 August 2015\n",
        "notes/2015-08-06-aid-review.md",
        "aid_2015_08_06.txt",
        "aid-20150806-v2.csv",
        "2015-08-06 (Thursday, 6 August 2015)",
    ],
)
def test_one_full_date_is_read(text: str) -> None:
    assert date_in(text) == AUGUST_6


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("13/08/2015", dt.date(2015, 8, 13)),
        ("08/13/2015", dt.date(2015, 8, 13)),
        ("08/08/2015", dt.date(2015, 8, 8)),
        ("2016/06/14", dt.date(2016, 6, 14)),
        ("29 Sept 2012", dt.date(2012, 9, 29)),
        ("29 February 2012", dt.date(2012, 2, 29)),
    ],
)
def test_order_is_taken_from_what_the_calendar_allows(text: str, date: dt.date) -> None:
    assert date_in(text) == date


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no date here",
        "August 2015",
        "2015",
        "2015-08",
        "06/08/2015",
        "06-08-2015",
        "30 February 2015",
        "2015-13-40",
        "32/01/2015",
        "120150806",
        "6 August 2015 to 9 August 2015",
        "2015-08-06 06/08/2015",
        "6 August",
        "9999-12-31",
        "²⁰¹⁵-⁰⁸-⁰⁶",
    ],
)
def test_what_does_not_mean_one_day_is_none(text: str) -> None:
    assert date_in(text) is None


def test_a_day_the_calendar_lacks_is_none() -> None:
    assert day(2015, 2, 29) is None
    assert day(999, 1, 1) is None
    assert day(2016, 2, 29) == dt.date(2016, 2, 29)


def test_long_input_is_cut_not_searched() -> None:
    assert date_in("x" * 1_000_000 + "2015-08-06") is None
