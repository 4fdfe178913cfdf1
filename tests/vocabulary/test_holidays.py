import datetime as dt

import pytest

from factcheck.vocabulary.holidays import (
    holiday_in,
    holidays,
    nth_weekday,
    orthodox_easter,
    plain_names,
    western_easter,
)


# Source: tables of both Easters, published by the churches and in every almanac.
@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [
        (1943, (4, 25), (4, 25)),
        (2008, (3, 23), (4, 27)),
        (2010, (4, 4), (4, 4)),
        (2014, (4, 20), (4, 20)),
        (2015, (4, 5), (4, 12)),
        (2016, (3, 27), (5, 1)),
        (2024, (3, 31), (5, 5)),
        (2025, (4, 20), (4, 20)),
        (2038, (4, 25), (4, 25)),
    ],
)
def test_easter_is_that_of_the_almanac(
    year: int, western: tuple[int, int], orthodox: tuple[int, int]
) -> None:
    assert western_easter(year) == dt.date(year, *western)
    assert orthodox_easter(year) == dt.date(year, *orthodox)


@pytest.mark.parametrize("year", range(1900, 2100))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    assert western_easter(year).weekday() == orthodox_easter(year).weekday() == 6
    assert dt.date(year, 3, 22) <= western_easter(year) <= dt.date(year, 4, 25)
    assert dt.date(year, 4, 4) <= orthodox_easter(year) <= dt.date(year, 5, 8)


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("12-25", dt.date(2015, 12, 25)),
        ("easter+0", dt.date(2015, 4, 5)),
        ("easter-2", dt.date(2015, 4, 3)),
        ("orthodox-48", dt.date(2015, 2, 23)),
        ("11 thu 4", dt.date(2015, 11, 26)),
        ("11 thu 4 +1", dt.date(2015, 11, 27)),
        ("5 mon -1", dt.date(2015, 5, 25)),
        ("12 thu -1", dt.date(2015, 12, 31)),
        ("9 mon 1", dt.date(2015, 9, 7)),
    ],
)
def test_a_rule_gives_its_day(rule: str, day: dt.date) -> None:
    assert holiday_in(rule, 2015) == day


def test_no_day_far_from_our_time() -> None:
    assert holiday_in("12-25", 1899) is None
    assert holiday_in("12-25", 2100) is None


def test_every_rule_of_the_table_can_be_worked_out_every_year() -> None:
    rules = {rule for names in holidays().values() for _, rule in names}
    assert len(rules) > 30
    for rule in rules:
        for year in (1900, 2015, 2016, 2099):
            assert holiday_in(rule, year) is not None


def test_longer_names_come_first_and_plain_ones_are_in_the_table() -> None:
    names = {words for group in holidays().values() for words, _ in group}
    assert plain_names() <= names
    easter = [words for words, _ in holidays()["easter"]]
    assert easter[-1] == ("easter",)
    assert set(map(len, easter[:-1])) == {2}


def test_the_nth_weekday_counts_from_either_end() -> None:
    assert nth_weekday(2015, 2, 6, 1) == dt.date(2015, 2, 1)
    assert nth_weekday(2015, 2, 6, -1) == dt.date(2015, 2, 22)
    assert nth_weekday(2015, 2, 6, -2) == dt.date(2015, 2, 15)
