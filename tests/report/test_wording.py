"""Dates, numbers and values in words."""

import datetime as dt
from decimal import Decimal

import msgspec
import pytest

from factcheck.report.wording import freshness, plain_number, value_in_words
from factcheck.schema import DateRange, Quantity, Quote, Role, Statement, Value

DAY = dt.date(2015, 9, 27)


def test_a_quantity_has_its_kind_its_words_and_its_part_of_a_change() -> None:
    points = Decimal(3)
    three = Quantity("percentage_point", points, points, Decimal(1), unit="percentage_point")
    assert value_in_words(three).startswith("percentage point: 3 ")
    change = msgspec.structs.replace(three, direction="up", role="to")
    assert value_in_words(change) == f"{value_in_words(three)}, up to"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (DateRange("2015-09-27", DAY, DAY, "day", clock="21:30"), "date: 27 September 2015, 21:30"),
        (
            DateRange("2015-09", dt.date(2015, 9, 1), dt.date(2015, 9, 30), "month"),
            "date: September 2015",
        ),
        (
            DateRange("2011", dt.date(2011, 1, 1), dt.date(2011, 12, 31), "year"),
            "date: 2011",
        ),
        (
            DateRange("2015-W39", dt.date(2015, 9, 21), DAY, "week"),
            "date: 21 September 2015 to 27 September 2015",
        ),
        (
            DateRange("2014/2015", dt.date(2014, 1, 1), dt.date(2015, 12, 31), "year"),
            "date: 1 January 2014 to 31 December 2015",
        ),
        (DateRange("2015-09-27", DAY, None, "day"), "date: from 27 September 2015 on"),
        (DateRange("2015-09-27", None, DAY, "day"), "date: up to 27 September 2015"),
        (
            DateRange("XXXX-WXX-6", None, None, "day", "unresolved"),
            "date: XXXX-WXX-6, unresolved",
        ),
        (Quote("no comment", "Ana Reyes"), "quote, Ana Reyes"),
        (Quote("no comment"), "quote, no speaker found"),
        (
            Role("Ana Reyes", "minister", "Spain", "former"),
            "role: Ana Reyes, former minister, Spain",
        ),
        (Statement("ministry", "decline", negated=True), "statement: ministry, not decline"),
    ],
)
def test_value_in_words(value: Value, words: str) -> None:
    assert value_in_words(value) == words


@pytest.mark.parametrize(
    ("number", "digits"),
    [
        ("1.50", "1.50"),
        ("4E+7", "40000000"),
        ("1E-5", "0.00001"),
        ("1E-99999999", "1E-99999999"),
        ("NaN", "NaN"),
        ("-Infinity", "-Infinity"),
    ],
)
def test_plain_number_has_no_exponent_within_bounds(number: str, digits: str) -> None:
    assert plain_number(Decimal(number)) == digits


@pytest.mark.parametrize(
    ("newest", "as_of", "words"),
    [
        (dt.date(2015, 9, 26), DAY, "newest source: 1 day before the draft"),
        (dt.date(2015, 10, 7), DAY, "newest source: 10 days after the draft"),
        (DAY, DAY, "newest source: the day of the draft"),
        (None, DAY, "no source has a date"),
        (DAY, None, "the draft has no date"),
    ],
)
def test_freshness(newest: dt.date | None, as_of: dt.date | None, words: str) -> None:
    assert freshness(newest, as_of) == words
