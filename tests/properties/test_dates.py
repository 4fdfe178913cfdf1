"""What holds for the dates of every text and every document's date."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract.dates import find_dates
from factcheck.schema import DateRange
from factcheck.vocabulary.calendar import MONTHS, WEEKDAYS, date_in
from tests.clock import assert_in_step

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31))
WORDS = st.sampled_from(
    (
        "in on at by to from between and the a an of since until before after last next this past "
        "previous following early mid late end beginning first second third 19th twenty-first two "
        "few week weeks month months year years day days weekend quarter decade ago earlier later "
        "yesterday today tomorrow tonight Monday Sat. Sunday May March Sept. September 3 12 19 31 "
        "1998 2015 2014-15 2012-2015 2015-09-19 06/08/2015 19.9.2015 21:30 3pm noon midnight 5 "
        "o'clock half past morning night Christmas Eve Good Friday Easter 1990s century fiscal "
        "spring Q3 will said - – , . ' 's ( ) T 24 hence now or later onwards people"
    ).split()
)
DATED = st.lists(WORDS, max_size=12).map(" ".join)
TEXTS = st.one_of(DATED, st.text(max_size=60), st.tuples(DATED, st.text(max_size=9)).map("".join))


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.none() | DAYS)
def test_spans_are_ordered_slices_and_ranges_are_closed(text: str, as_of: dt.date | None) -> None:
    end = 0
    for reading in find_dates(text, as_of):
        assert end <= reading.span.start < reading.span.end <= len(text)
        assert text[reading.span.start : reading.span.end].strip()
        end = reading.span.end
        value = reading.value
        assert isinstance(value, DateRange)
        assert value.expression
        if value.first is not None and value.last is not None:
            assert value.first <= value.last
        if value.basis == "unresolved":
            assert value.first is None or value.last is None


@settings(max_examples=60, deadline=None)
@given(DATED)
def test_without_the_documents_date_only_absolute_dates_have_days(text: str) -> None:
    for reading in find_dates(text, None):
        value = reading.value
        assert isinstance(value, DateRange)
        if value.first is not None or value.last is not None:
            words = text[reading.span.start : reading.span.end]
            assert "century" in words or any(mark.isdigit() for mark in words)


FORMATS = (
    "on {d} {month} {y}",
    "on {month} {d}, {y}",
    "on the {d}th of {month}, {y}",
    "on {weekday}, {d} {month} {y},",
    "dated {y}-{m:02}-{d:02}.",
    "dated {y}/{m}/{d}.",
    "dated {d:02}.{m:02}.{y}.",
    "in note-{y}-{m:02}-{d:02}.txt",
)


@settings(max_examples=60, deadline=None)
@given(DAYS, st.none() | DAYS, st.sampled_from(FORMATS))
def test_a_full_date_means_its_day_whatever_the_documents(
    day: dt.date, as_of: dt.date | None, form: str
) -> None:
    month = list(MONTHS)[day.month - 1].title()
    weekday = list(WEEKDAYS)[day.weekday()].title()
    text = form.format(y=day.year, m=day.month, d=day.day, month=month, weekday=weekday)
    (reading,) = find_dates(text, as_of)
    value = reading.value
    assert isinstance(value, DateRange)
    assert (value.first, value.last, value.granularity) == (day, day, "day")
    assert value.basis == "absolute"
    assert date_in(text) == day


@settings(max_examples=40, deadline=None)
@given(DAYS, st.sampled_from(sorted(WEEKDAYS)))
def test_a_weekday_is_within_a_week_in_its_direction(as_of: dt.date, name: str) -> None:
    for text, sign in (
        (f"It fell on {name.title()}.", -1),
        (f"It will open on {name.title()}.", 1),
    ):
        (reading,) = find_dates(text, as_of)
        value = reading.value
        assert isinstance(value, DateRange)
        assert value.first is not None
        assert value.first.weekday() == WEEKDAYS[name]
        assert 0 <= (value.first - as_of).days * sign <= 6


@settings(max_examples=60, deadline=None)
@given(
    DAYS.filter(lambda day: day.year < 2090),
    st.integers(1, 300),
    st.sampled_from(
        [
            "yesterday",
            "on Saturday",
            "next Saturday",
            "last week",
            "three days ago",
            "the past ten days",
            "Friday last week",
            "at the weekend",
            "the day before yesterday",
        ]
    ),
)
def test_relative_days_move_with_the_documents_date(as_of: dt.date, weeks: int, text: str) -> None:
    later = as_of + dt.timedelta(weeks=weeks)
    (one,), (two,) = find_dates(text, as_of), find_dates(text, later)
    assert isinstance(one.value, DateRange)
    assert isinstance(two.value, DateRange)
    for before, after in ((one.value.first, two.value.first), (one.value.last, two.value.last)):
        assert before is not None
        assert after is not None
        assert after - before == later - as_of


BAITS = (
    "1",
    "1,1",
    "2012-",
    "2012, ",
    "2012 and ",
    "3 to ",
    "3-4-",
    "1.1.",
    "May ",
    "Monday, ",
    "from ",
    "last ",
    "the first of ",
    "twenty-",
    "a day before ",
    "the day before ",
    "two days after ",
    "end of the ",
    "in March ",
    "quarter past ",
    "fiscal third quarter of ",
    "the Monday before the Monday before ",
    "two years and ",
    "3, 4 and ",
    "17th and ",
    "third and ",
    "morning of ",
    "as early as 2013, ",
    "21:30 - ",
    "at 5 ",
    "new year's ",
    "next to ",
    "A to ",
    "’s",
    "İ",
)


@pytest.mark.parametrize("bait", BAITS)
def test_time_grows_in_step_with_length(bait: str) -> None:
    def read(length: int) -> None:
        text = (bait * (length // len(bait) + 1))[:length] + " on Monday"
        find_dates(text, dt.date(2015, 9, 27))

    assert_in_step(read, 1_000, 4_000)
