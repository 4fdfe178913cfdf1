"""Dates of a sentence: what is read, where, and which days it covers."""

import datetime as dt

import pytest

from factcheck.extract.dates import find_dates
from factcheck.schema import DateRange

AS_OF = dt.date(2015, 9, 27)  # a Sunday


def read(text: str, as_of: dt.date | None = AS_OF) -> list[tuple[str, str, str, str]]:
    """Return (words, expression, first, last) of each date."""
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
        ("Opened 2015-09-19.", "2015-09-19"),
        ("Opened 19/09/2015.", "19/09/2015"),
        ("Opened 19.9.2015.", "19.9.2015"),
        ("Opened on Saturday, 19 September 2015, in rain.", "Saturday, 19 September 2015"),
        ("Opened on Saturday, September 19.", "Saturday, September 19"),
        ("Opened on 19 September.", "19 September"),
        ("It opened on Saturday last week.", "Saturday last week"),
    ],
)
def test_a_day_is_read_in_every_order(text: str, words: str) -> None:
    ((found, _, first, last),) = read(text)
    assert found == words
    assert first == last == "2015-09-19"
