"""Dates of a sentence: what is read, where, and which days it covers."""

import datetime as dt

import pytest

from factcheck.extract.dates import find_dates
from factcheck.schema import DateRange

AS_OF = dt.date(2015, 9, 27)  # a Sunday


def values(text: str, as_of: dt.date | None = AS_OF) -> list[DateRange]:
    found = [reading.value for reading in find_dates(text, as_of)]
    return [value for value in found if isinstance(value, DateRange)]


def read(text: str, as_of: dt.date | None = AS_OF) -> list[tuple[str, str, str, str]]:
    """Return (words, expression, first, last) of each date; open or unresolved ends are empty."""
    rows = []
    for reading in find_dates(text, as_of):
        value = reading.value
        assert isinstance(value, DateRange)
        words = text[reading.span.start : reading.span.end]
        rows.append((words, value.expression, str(value.first or ""), str(value.last or "")))
    return rows


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The bridge opened on 19 September 2015.", "19 September 2015"),
        ("The bridge opened on September 19, 2015.", "September 19, 2015"),
        ("The bridge opened on Sept. 19, 2015.", "Sept. 19, 2015"),
        ("The bridge opened on the 19th of September, 2015.", "19th of September, 2015"),
        ("The bridge opened on the nineteenth of September.", "nineteenth of September"),
        ("The bridge opened on September the 19th.", "September the 19th"),
        ("The bridge opened on 2015 September 19.", "2015 September 19"),
        ("The bridge opened on 19-Sep-2015.", "19-Sep-2015"),
        ("Opened 2015-09-19.", "2015-09-19"),
        ("Opened 2015/09/19.", "2015/09/19"),
        ("Opened 19/09/2015.", "19/09/2015"),
        ("Opened 09/19/2015.", "09/19/2015"),
        ("Opened 19.9.2015.", "19.9.2015"),
        ("Opened 19/9/15.", "19/9/15"),
        ("See aid-2015-09-19.csv for more.", "2015-09-19"),
        ("See aid_20150919 for more.", "20150919"),
        ("Opened on Saturday, 19 September 2015, in rain.", "Saturday, 19 September 2015"),
        ("Opened on Saturday, September 19.", "Saturday, September 19"),
        ("Opened on Saturday 19th.", "Saturday 19th"),
        ("Opened on September 19, 2015 (Saturday).", "September 19, 2015 (Saturday)"),
        ("Opened on 19 September.", "19 September"),
        ("Opened on Sept 19", "Sept 19"),
        ("It opened on Saturday last week.", "Saturday last week"),
        ("It opened on the 19th.", "19th"),
        ("It opened on the 19th of this month.", "19th of this month"),
    ],
)
def test_a_day_is_read_in_every_order(text: str, words: str) -> None:
    ((found, _, first, last),) = read(text)
    assert found == words
    assert first == last == "2015-09-19"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("It fell in March 2013.", ("March 2013", "2013-03", "2013-03-01", "2013-03-31")),
        ("It fell in Feb. 2012.", ("Feb. 2012", "2012-02", "2012-02-01", "2012-02-29")),
        ("It fell in March of 2013.", ("March of 2013", "2013-03", "2013-03-01", "2013-03-31")),
        ("It fell in 2013-03.", ("2013-03", "2013-03", "2013-03-01", "2013-03-31")),
        ("It fell in March.", ("March", "XXXX-03", "2015-03-01", "2015-03-31")),
        ("It fell in October.", ("October", "XXXX-10", "2014-10-01", "2014-10-31")),
        ("It fell in March last year.", ("March last year", "2014-03", "2014-03-01", "2014-03-31")),
        (
            "It fell in last year's third quarter.",
            ("last year's third quarter", "2014-Q3", "2014-07-01", "2014-09-30"),
        ),
        ("It fell last March.", ("last March", "2015-03", "2015-03-01", "2015-03-31")),
        ("It fell in 2011.", ("2011", "2011", "2011-01-01", "2011-12-31")),
        ("It fell in 1066.", ("1066", "1066", "1066-01-01", "1066-12-31")),
        ("The 2014 budget fell.", ("2014", "2014", "2014-01-01", "2014-12-31")),
        ("It fell in Q3 2014.", ("Q3 2014", "2014-Q3", "2014-07-01", "2014-09-30")),
        (
            "It fell in the third quarter of 2014.",
            ("third quarter of 2014", "2014-Q3", "2014-07-01", "2014-09-30"),
        ),
        (
            "It fell in the second half of 2014.",
            ("second half of 2014", "2014-H2", "2014-07-01", "2014-12-31"),
        ),
        ("It fell in spring 2014.", ("spring 2014", "2014-SP", "2014-03-01", "2014-05-31")),
        (
            "It fell in the winter of 2014.",
            ("winter of 2014", "2014-WI", "2014-12-01", "2015-02-28"),
        ),
        ("It fell last summer.", ("last summer", "2015-SU", "2015-06-01", "2015-08-31")),
        ("It fell in the 1990s.", ("1990s", "199X", "1990-01-01", "1999-12-31")),
        ("It fell in the '90s.", ("90s", "199X", "1990-01-01", "1999-12-31")),
        ("It fell in the mid-1970s.", ("mid-1970s", "197X", "1973-05-01", "1976-08-31")),
        ("It fell in the 2000s.", ("2000s", "200X", "2000-01-01", "2009-12-31")),
        ("It fell in the 1900s.", ("1900s", "19XX", "1900-01-01", "1999-12-31")),
        ("It fell in the 19th century.", ("19th century", "18XX", "1801-01-01", "1900-12-31")),
        (
            "It fell in the past decade.",
            ("past decade", "P10Y/2015-09-27", "2005-09-27", "2015-09-27"),
        ),
        ("It fell last week.", ("last week", "2015-W38", "2015-09-14", "2015-09-20")),
        ("It fell last month.", ("last month", "2015-08", "2015-08-01", "2015-08-31")),
        ("It fell this month.", ("this month", "2015-09", "2015-09-01", "2015-09-30")),
        ("It fell last quarter.", ("last quarter", "2015-Q2", "2015-04-01", "2015-06-30")),
        ("It fell last year.", ("last year", "2014", "2014-01-01", "2014-12-31")),
        ("It fell at the weekend.", ("weekend", "2015-W39-WE", "2015-09-26", "2015-09-27")),
        ("It may fall next year.", ("next year", "2016", "2016-01-01", "2016-12-31")),
        ("It fell yesterday.", ("yesterday", "2015-09-26", "2015-09-26", "2015-09-26")),
        (
            "It fell the day before yesterday.",
            ("day before yesterday", "2015-09-25", "2015-09-25", "2015-09-25"),
        ),
        ("It fell two days ago.", ("two days ago", "2015-09-25", "2015-09-25", "2015-09-25")),
        ("It fell a fortnight ago.", ("a fortnight ago", "2015-09-13", "2015-09-07", "2015-09-16")),
        ("It fell two months ago.", ("two months ago", "2015-07-27", "2015-06-28", "2015-08-11")),
        ("It fell ten years ago.", ("ten years ago", "2005-09-27", "2004-09-28", "2006-03-28")),
        (
            "It fell a year and a half ago.",
            ("a year and a half ago", "2014-03-27", "2013-12-28", "2014-05-11"),
        ),
        (
            "It fell two and a half years ago.",
            ("two and a half years ago", "2013-03-27", "2012-12-28", "2013-05-11"),
        ),
        ("It fell a year earlier.", ("a year earlier", "2014", "2014-01-01", "2014-12-31")),
        (
            "It was held on Christmas Eve.",
            ("Christmas Eve", "XXXX-12-24", "2014-12-24", "2014-12-24"),
        ),
        (
            "It was held on Good Friday 2015.",
            ("Good Friday 2015", "2015-04-03", "2015-04-03", "2015-04-03"),
        ),
        (
            "It was held on New Year's Day.",
            ("New Year's Day", "XXXX-01-01", "2015-01-01", "2015-01-01"),
        ),
        (
            "It was held on Valentine’s Day.",
            ("Valentine’s Day", "XXXX-02-14", "2015-02-14", "2015-02-14"),
        ),
        (
            "It was held on Thanksgiving 2014.",
            ("Thanksgiving 2014", "2014-11-27", "2014-11-27", "2014-11-27"),
        ),
    ],
)
def test_a_period_keeps_its_granularity(text: str, row: tuple[str, str, str, str]) -> None:
    assert read(text) == [row]


@pytest.mark.parametrize(
    ("text", "granularity"),
    [
        ("on 19 September 2015", "day"),
        ("last week", "week"),
        ("two weeks ago", "week"),
        ("in September 2015", "month"),
        ("in Q3 2014", "quarter"),
        ("in summer 2014", "season"),
        ("in 2014", "year"),
        ("three years ago", "year"),
        ("in the 1990s", "decade"),
        ("in the 19th century", "century"),
        ("from 2012 to 2014", "year"),
        ("from March to 3 May 2014", "day"),
        ("early 2014", "year"),
        ("at 21:30", "day"),
    ],
)
def test_granularity_is_that_of_the_words(text: str, granularity: str) -> None:
    assert [value.granularity for value in values(text)] == [granularity]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("early 2014", "2014-01-01", "2014-06-30"),
        ("late 2014", "2014-07-01", "2014-12-31"),
        ("mid-2014", "2014-05-01", "2014-08-31"),
        ("the beginning of 2014", "2014-01-01", "2014-04-30"),
        ("the end of 2014", "2014-09-01", "2014-12-31"),
        ("early March", "2015-03-01", "2015-03-15"),
        ("mid-March", "2015-03-11", "2015-03-20"),
        ("the end of March 2014", "2014-03-21", "2014-03-31"),
        ("earlier this week", "2015-09-21", "2015-09-27"),
        ("earlier this year", "2015-01-01", "2015-09-27"),
        ("later this year", "2015-09-27", "2015-12-31"),
        ("later last year", "2014-01-01", "2014-12-31"),
        ("the start of last week", "2015-09-14", "2015-09-16"),
        ("the end of the year", "2015-09-01", "2015-12-31"),
        ("the first six months of 2014", "2014-01-01", "2014-06-30"),
        ("the last two weeks of May 2014", "2014-05-18", "2014-05-31"),
        ("the first week of May 2014", "2014-04-28", "2014-05-04"),
        ("the last week of May 2014", "2014-05-26", "2014-06-01"),
        ("the last Monday of May 2014", "2014-05-26", "2014-05-26"),
        ("the first Tuesday in November", "2014-11-04", "2014-11-04"),
        ("the third month of 2014", "2014-03-01", "2014-03-31"),
        ("the week of 18 May 2015", "2015-05-18", "2015-05-24"),
        ("the day before Christmas", "2014-12-24", "2014-12-24"),
        ("the year before 2014", "2013-01-01", "2013-12-31"),
        ("two days after 3 May 2014", "2014-05-05", "2014-05-05"),
        ("a week before Christmas 2014", "2014-12-12", "2014-12-21"),
    ],
)
def test_parts_of_a_period(text: str, first: str, last: str) -> None:
    ((_, _, found_first, found_last),) = read(text)
    assert (found_first, found_last) == (first, last)


@pytest.mark.parametrize(
    ("text", "words", "expression", "first", "last"),
    [
        (
            "from 3 to 5 May 2014",
            "3 to 5 May 2014",
            "2014-05-03/2014-05-05",
            "2014-05-03",
            "2014-05-05",
        ),
        ("on 3-5 May", "3-5 May", "XXXX-05-03/XXXX-05-05", "2015-05-03", "2015-05-05"),
        ("on May 3-5, 2014", "May 3-5, 2014", "2014-05-03/2014-05-05", "2014-05-03", "2014-05-05"),
        (
            "between the 13th and the 15th of July",
            "13th and the 15th of July",
            "XXXX-07-13/XXXX-07-15",
            "2015-07-13",
            "2015-07-15",
        ),
        (
            "between March and June 2014",
            "March and June 2014",
            "2014-03/2014-06",
            "2014-03-01",
            "2014-06-30",
        ),
        ("in April-June 2013", "April-June 2013", "2013-04/2013-06", "2013-04-01", "2013-06-30"),
        ("in Nov-Feb 2015", "Nov-Feb 2015", "2014-11/2015-02", "2014-11-01", "2015-02-28"),
        (
            "from 30 December to 2 January 2015",
            "30 December to 2 January 2015",
            "2014-12-30/2015-01-02",
            "2014-12-30",
            "2015-01-02",
        ),
        ("from 2012 to 2015", "2012 to 2015", "2012/2015", "2012-01-01", "2015-12-31"),
        ("(2012-2015)", "2012-2015", "2012/2015", "2012-01-01", "2015-12-31"),
        ("in 2012–2015", "2012–2015", "2012/2015", "2012-01-01", "2015-12-31"),
        ("in 2015/16", "2015/16", "2015/2016", "2015-01-01", "2016-12-31"),
        ("in 2008-09", "2008-09", "2008/2009", "2008-01-01", "2009-12-31"),
        ("(1242 - 1275)", "1242 - 1275", "1242/1275", "1242-01-01", "1275-12-31"),
        ("between 1876 and 1904", "1876 and 1904", "1876/1904", "1876-01-01", "1904-12-31"),
        ("the 1970s–1980s", "1970s–1980s", "197X/198X", "1970-01-01", "1989-12-31"),
        ("in 1914-18", "1914-18", "1914/1918", "1914-01-01", "1918-12-31"),
        (
            "from Q1 2014 to Q3 2014",
            "Q1 2014 to Q3 2014",
            "2014-Q1/2014-Q3",
            "2014-01-01",
            "2014-09-30",
        ),
        (
            "from Monday to Friday",
            "Monday to Friday",
            "XXXX-WXX-1/XXXX-WXX-5",
            "2015-09-21",
            "2015-09-25",
        ),
        ("between 2012 and now", "2012 and now", "2012/2015-09-27", "2012-01-01", "2015-09-27"),
        (
            "from June to the present",
            "June to the present",
            "XXXX-06/2015-09-27",
            "2015-06-01",
            "2015-09-27",
        ),
        (
            "the past four years",
            "past four years",
            "P4Y/2015-09-27",
            "2011-09-27",
            "2015-09-27",
        ),
        ("the next three days", "next three days", "2015-09-28/P3D", "2015-09-28", "2015-09-30"),
        ("over the past year", "past year", "P1Y/2015-09-27", "2014-09-27", "2015-09-27"),
        (
            "the last two quarters",
            "last two quarters",
            "2015-01-01/P6M",
            "2015-01-01",
            "2015-06-30",
        ),
    ],
)
def test_ranges(text: str, words: str, expression: str, first: str, last: str) -> None:
    assert read(text) == [(words, expression, first, last)]


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("Thousands have fled since 2011.", "2011", "2011-01-01", ""),
        ("Thousands have fled since March 2011.", "March 2011", "2011-03-01", ""),
        ("Thousands have fled since early 2011.", "early 2011", "2011-01-01", ""),
        ("Thousands have fled since Monday.", "Monday", "2015-09-21", ""),
        ("Thousands fled after 2011.", "2011", "2012-01-01", ""),
        ("Thousands fled before 2011.", "2011", "", "2010-12-31"),
        ("It must be done by 2020.", "2020", "", "2020-12-31"),
        ("It will be shut until Friday.", "Friday", "", "2015-10-02"),
        ("It will be done before the end of 2016.", "end of 2016", "", "2016-12-31"),
        ("It has been shut from 2014 onwards.", "2014", "2014-01-01", ""),
        ("Read all issues from 2014 or later.", "2014", "2014-01-01", ""),
    ],
)
def test_a_side_may_be_open(text: str, words: str, first: str, last: str) -> None:
    ((found, _, found_first, found_last),) = read(text)
    assert (found, found_first, found_last) == (words, first, last)


def test_a_distance_is_what_truncates_or_rounds_to_it() -> None:
    """As durations do, docs/verdicts.md, section 4."""
    assert read("It fell two years ago.")[0][2:] == ("2012-09-28", "2014-03-28")
    assert read("It will fall in two years.")[0][2:] == ("2017-03-29", "2018-09-26")
    assert read("It fell two days ago.")[0][2:] == ("2015-09-25", "2015-09-25")
    assert read("It fell two years ago today.")[0][2:] == ("2013-09-27", "2013-09-27")
    assert read("It fell several days ago.")[0][2:] == ("2015-09-18", "2015-09-25")


def test_the_event_named_by_its_year_opens_no_side() -> None:
    assert read("Prices rose after the 2003 flood.")[0][2:] == ("2003-01-01", "2003-12-31")
    assert read("Prices rose after Tuesday's flood.")[0][2:] == ("2015-09-22", "2015-09-22")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Talks began on Sunday.", "2015-09-27"),
        ("Talks began on Monday.", "2015-09-21"),
        ("Saturday's talks failed.", "2015-09-26"),
        ("Ana Reyes said on Friday that talks will go on.", "2015-09-25"),
        ("Talks will begin on Sunday.", "2015-09-27"),
        ("Talks will begin on Monday.", "2015-09-28"),
        ("We'll begin on Monday.", "2015-09-28"),
        ("On Monday the council will vote.", "2015-09-28"),
        ("The council is to vote on Monday.", "2015-09-28"),
        ("The council is expected to vote on Monday.", "2015-09-28"),
        ("Both sides agreed to meet on Monday.", "2015-09-28"),
        ("Council to vote on Monday", "2015-09-28"),
        ("The law will be formally adopted on Monday.", "2015-09-28"),
        ("The talks are due to begin on Monday.", "2015-09-28"),
        ("The harbour is set for a strike on Monday.", "2015-09-28"),
        ("A pact backed by both will start Monday, the first day of spring.", "2015-09-28"),
        ("Talks will be held in towns visited by both on Monday.", "2015-09-28"),
        ("The truce, divided by zones, is to begin on Monday.", "2015-09-28"),
        ("The United States will vote on Monday.", "2015-09-28"),
        ("Schools closed on Monday due to snow.", "2015-09-21"),
        ("Roads were shut due to the snow on Monday.", "2015-09-21"),
        ("According to a note on Monday, it is shut.", "2015-09-21"),
        ("Speaking to Ana Reyes on Monday, he wept.", "2015-09-21"),
        ("The minister on Monday said talks will go on.", "2015-09-21"),
        ("The plan was made known on Monday.", "2015-09-21"),
        ("A rebel-held town hears of a tax-funded plan on Monday", "2015-09-21"),
        ("The mayor went to see it on Monday.", "2015-09-21"),
        ("The council voted last Sunday.", "2015-09-20"),
        ("The council will vote next Friday.", "2015-10-02"),
        ("The council will vote this Friday.", "2015-09-25"),
        ("The council will vote on Friday next week.", "2015-10-02"),
        ("The council met in the first round; Tuesday was quiet.", "2015-09-22"),
    ],
)
def test_a_weekday_is_the_nearest_in_the_direction_of_the_sentence(text: str, day: str) -> None:
    (value,) = values(text)
    assert (str(value.first), str(value.last)) == (day, day)
    assert value.basis == "weekday"
    assert value.weekday == dt.date.fromisoformat(day).weekday()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The school opened on 5 October.", "2014-10-05"),
        ("The school will open on 5 October.", "2015-10-05"),
        ("The school opened on 27 September.", "2015-09-27"),
        ("The school will open on 29 February.", "2016-02-29"),
        ("The school opened on 29 February.", "2012-02-29"),
        ("The school opens on Monday, 5 October.", "2015-10-05"),
        ("Both agreed to open it on 5 October.", "2014-10-05"),
        ("It will stay shut, as it has been since 5 October.", "2014-10-05"),
    ],
)
def test_a_day_without_a_year_is_the_nearest_in_the_direction(text: str, day: str) -> None:
    (value,) = values(text)
    assert str(value.first) == day
    assert value.basis == "relative"


def test_a_weekday_that_does_not_fit_its_date_is_kept_for_the_remark() -> None:
    (value,) = values("on Friday, 26 September 2015")
    assert value.first == dt.date(2015, 9, 26)
    assert value.weekday == 4


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("at 21:30", ("21:30", "T21:30", "", "21:30")),
        ("at 3pm", ("3pm", "T15", "", "15:00")),
        ("at 3 p.m.", ("3 p.m.", "T15", "", "15:00")),
        ("at 8.15am", ("8.15am", "T08:15", "", "08:15")),
        ("at 12am", ("12am", "T00", "", "00:00")),
        ("at 12.30 pm", ("12.30 pm", "T12:30", "", "12:30")),
        ("at 21h30", ("21h30", "T21:30", "", "21:30")),
        ("at 19:05:33", ("19:05:33", "T19:05:33", "", "19:05:33")),
        ("at noon", ("noon", "T12", "", "12:00")),
        ("at midnight", ("midnight", "T00", "", "00:00")),
        ("at seven o'clock", ("seven o'clock", "T07", "", "07:00")),
        ("at seven in the evening", ("seven in the evening", "T19", "", "19:00")),
        ("at half past seven", ("half past seven", "T07:30", "", "07:30")),
        ("at a quarter to three pm", ("a quarter to three pm", "T14:45", "", "14:45")),
        ("at twenty past 3pm", ("twenty past 3pm", "T15:20", "", "15:20")),
        ("from 5 to 6pm", ("5 to 6pm", "T17/T18", "", "17:00/18:00")),
        ("from 10:30 to 3", ("10:30 to 3", "T10:30/T15", "", "10:30/15:00")),
        ("between 9am and noon", ("9am and noon", "T09/T12", "", "09:00/12:00")),
        ("at 21:30 GMT", ("21:30", "T21:30", "", "21:30")),
        ("on Saturday at 21:30", ("Saturday at 21:30", "XXXX-WXX-6T21:30", "2015-09-26", "21:30")),
        ("at 3pm on Saturday", ("3pm on Saturday", "XXXX-WXX-6T15", "2015-09-26", "15:00")),
        (
            "at 3pm on 5 May 2014",
            ("3pm on 5 May 2014", "2014-05-05T15", "2014-05-05", "15:00"),
        ),
        ("yesterday at 5", ("yesterday at 5", "2015-09-26T05", "2015-09-26", "05:00")),
        (
            "yesterday evening at 5",
            ("yesterday evening at 5", "2015-09-26T17", "2015-09-26", "17:00"),
        ),
        ("yesterday evening", ("yesterday evening", "2015-09-26TEV", "2015-09-26", "")),
        ("on Saturday night", ("Saturday night", "XXXX-WXX-6TNI", "2015-09-26", "")),
        ("last night", ("last night", "2015-09-26TNI", "2015-09-26", "")),
        ("this morning", ("this morning", "2015-09-27TMO", "2015-09-27", "")),
        ("tonight at 9", ("tonight at 9", "2015-09-27T21", "2015-09-27", "21:00")),
        (
            "2014-05-05T12:30",
            ("2014-05-05T12:30", "2014-05-05T12:30", "2014-05-05", "12:30"),
        ),
        (
            "at 3pm (1200 GMT) on Saturday",
            ("3pm (1200 GMT) on Saturday", "XXXX-WXX-6T15", "2015-09-26", "15:00"),
        ),
        (
            "3pm local time on Saturday",
            ("3pm local time on Saturday", "XXXX-WXX-6T15", "2015-09-26", "15:00"),
        ),
        ("Saturday before 5pm", ("Saturday before 5pm", "XXXX-WXX-6T17", "2015-09-26", "17:00")),
    ],
)
def test_clocks(text: str, row: tuple[str, str, str, str]) -> None:
    (reading,) = find_dates(text, AS_OF)
    value = reading.value
    assert isinstance(value, DateRange)
    words = text[reading.span.start : reading.span.end].removesuffix(" GMT")
    assert (words, value.expression, str(value.first or ""), value.clock) == row
    assert value.granularity == "day"


@pytest.mark.parametrize(
    "text",
    [
        "Prices may rise and may not.",
        "They may 15 years later.",
        "March on the capital, the leaders cried.",
        "They marched on.",
        "Soldiers march past the palace.",
        "Theresa May said so.",
        "April Smith and June Jones agreed.",
        "An august body of men.",
        "He was second, then third, in a second race.",
        "Wait a second.",
        "2,015 people were there.",
        "He got 1998 votes.",
        "Some 2000 troops arrived.",
        "They killed 1500 people.",
        "In 1500 homes the power failed.",
        "The 2000 soldiers left.",
        "A total of 1950 were hurt.",
        "More than 2000 were hurt.",
        "The price rose to $2000.",
        "Up to 1990 seats are free.",
        "The 1500 metre race.",
        "They went from 1000 to 2000 jobs.",
        "They went from 1000 to 2000 hires.",
        "The force grew from 1900 to 2000 in all.",
        "His lap took 1:36.6 in midday trading.",
        "USA Today and the Midnight Run.",
        "The F-2000 flew; the 5G net and the H1N1 virus spread.",
        "He sat on the sun deck and sat still; they wed.",
        "Call 020 2015 2016 now.",
        "The score was 3-1, then 12-4.",
        "It is 50% of 1/2 or 3/4.",
        "Version 1.2.3 came out, then 10.12.15.",
        "John 3:16 and a ratio of 10:15; they won 21:15.",
        "Resolution 2254 was passed.",
        "Friday prayers were held.",
        "The Sunday Times reported it.",
        "On the 18th floor a fire broke out.",
        "Of the first five, two left.",
        "They fought for three days and four nights.",
        "The third attack in two weeks.",
        "A week before the pact was announced.",
        "Two days later he left.",
        "Chinese New Year's Day was cold.",
        "White Sunday 2013 was cold.",
        "The following day he left.",
        "A Christmas card and an Easter egg.",
        "Season 2, day one, chapter 11.",
        "They work day and night, week in, week out.",
        "In the year of the goat.",
        "One in five fell.",
        "²⁰¹⁵ and ٢٠١٥",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert read(text) == []


def test_a_count_behind_a_month_is_no_day() -> None:
    assert [row[1] for row in read("In May 15 rebels were seen.")] == ["XXXX-05"]
    assert [row[1] for row in read("On May 15 rebels were seen.")] == ["XXXX-05-15"]


def test_a_lost_apostrophe_leaves_the_period() -> None:
    assert read("He led this weeks talks.")[0][1] == "2015-W39"
    assert read("In previous weeks of talks he slept.") == []


def test_september_11_attacks_are_those_of_2001() -> None:
    assert read("After the September 11 attacks he left.")[0][2] == "2001-09-11"
    assert read("He left on September 11.")[0][2] == "2015-09-11"


def test_several_dates_stand_in_order() -> None:
    text = "In 2012, 2013 and 2014, and again on Monday, it fell by 2,014."
    assert [words for words, *_ in read(text)] == ["2012", "2013", "2014", "Monday"]


def test_a_day_named_before_tells_the_next() -> None:
    text = "The bridge fell on 3 May 2014 and was closed the next day; two weeks later it reopened."
    assert [row[2] for row in read(text)] == ["2014-05-03", "2014-05-04", "2014-05-15"]
    assert read("It fell on Tuesday, after snow the previous day.")[1][2] == "2015-09-21"


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("on Saturday", "XXXX-WXX-6"),
        ("yesterday", "XXXX-XX-XX"),
        ("last week", "XXXX-WXX"),
        ("last month", "XXXX-XX"),
        ("last year", "XXXX"),
        ("on 19 September", "XXXX-09-19"),
        ("in September", "XXXX-09"),
        ("the past four years", "P4Y"),
        ("two days ago", "XXXX-XX-XX"),
        ("at the weekend", "XXXX-WXX-WE"),
        ("last summer", "XXXX-SU"),
        ("on Good Friday", "XXXX-XX-XX"),
        ("in March last year", "XXXX-03"),
        ("earlier this year", "XXXX"),
        ("since Monday", "XXXX-WXX-1"),
        ("the first week of the month", "XXXX-XX"),
    ],
)
def test_without_the_documents_date_relative_ones_stay_unresolved(
    text: str, expression: str
) -> None:
    (value,) = values(text, None)
    assert value.expression == expression
    assert value.first is None
    assert value.last is None
    assert value.basis == "unresolved"


def test_without_the_documents_date_absolute_ones_are_read() -> None:
    assert read("on 19 September 2015", None)[0][2] == "2015-09-19"
    assert values("since 2011", None)[0].first == dt.date(2011, 1, 1)


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("every Monday", "XXXX-WXX-1"),
        ("on Tuesday mornings", "XXXX-WXX-2TMO"),
        ("in fiscal year 2014", "FY2014"),
        ("in fiscal 2014", "FY2014"),
        ("in the school year 2014-15", "SY2015"),
        ("on 06/08/2015", "2015-XX-XX"),
    ],
)
def test_what_names_no_days_is_unresolved(text: str, expression: str) -> None:
    (value,) = values(text)
    assert (value.expression, value.first, value.last) == (expression, None, None)
    assert value.basis == "unresolved"


def test_an_ambiguous_day_near_the_documents_date_is_read() -> None:
    assert values("on 06/08/2015", dt.date(2015, 8, 7))[0].first == dt.date(2015, 8, 6)
    assert values("on 06/08/2015", dt.date(2015, 6, 9))[0].first == dt.date(2015, 6, 8)
    assert values("on 06/07/2015", dt.date(2015, 6, 20))[0].first is None


@pytest.mark.parametrize("as_of", [dt.date.min, dt.date.max, None])
def test_the_ends_of_the_calendar_are_no_error(as_of: dt.date | None) -> None:
    texts = [
        "last week, last year, last century and 9000 years ago",
        "in 9000 years we will see; next week, next year, next decade, tomorrow",
        "Saturday, next Saturday, last Saturday, the weekend, over the weekend",
        "the past 9000 years, the next 9000 years, the last 90 quarters, the next 90 quarters",
        "on 3 May, in May, in winter, last May, next May, in May last year, on the 3rd",
        "at the end of last year, the first week of the year, since Christmas, on Good Friday",
        "the last two weeks of next century, the last two weeks of the year, until 2100",
    ]
    for text in texts:
        for value in values(text, as_of):
            assert value.first is None or value.last is None or value.first <= value.last
