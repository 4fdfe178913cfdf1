"""What "in that storm", "that year" and "there" point back to."""

from __future__ import annotations

import datetime as dt

import pytest

from factcheck.extract.pointing import period_meant, pointer_in
from factcheck.pipeline import read_claims
from factcheck.readers import read_text
from factcheck.schema import Claim, DateRange, Span
from factcheck.tokens import tokenize

DAY = dt.date(2019, 6, 14)


def _last(text: str) -> Claim:
    found = [c for c in read_claims(read_text(text, "note"), DAY) if c.kind == "quantity"]
    return found[-1]


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("The Tern sank off Dorn in May 1987. In that storm 85 people died.", "1987-05"),
        ("The Tern sank off Dorn in May 1987. That accident killed 85 people.", "1987-05"),
        ("The Tern sank on 3 May 1987. That year 85 people drowned.", "1987"),
        ("The Tern sank on 3 May 1987. In the same month 85 people drowned.", "1987-05"),
        ("The Tern sank on 3 May 1987. She was new. On that day 85 people drowned.", "1987-05-03"),
    ],
)
def test_a_figure_has_the_time_that_is_pointed_back_to(text: str, expression: str) -> None:
    period = _last(text).period
    assert period is not None
    assert period.expression == expression


@pytest.mark.parametrize(
    "text",
    [
        "The Tern sank on Monday. In the earlier disaster 85 people died.",
        "The Tern sank off Dorn. That year 85 people drowned.",
    ],
)
def test_another_event_and_a_time_nobody_tells_are_at_no_known_time(text: str) -> None:
    period = _last(text).period
    assert period is not None
    assert period.basis == "unresolved"


@pytest.mark.parametrize(
    "text",
    [
        "The war began in 2011. That war has killed 8,000 people.",
        "The Tern sank in May 1987. The mayor said that storms killed 85 people.",
        "The Tern sank in May 1987. In that way 85 people were saved.",
    ],
)
def test_what_points_at_no_single_event_takes_no_time(text: str) -> None:
    assert _last(text).period is None


def test_when_it_happened_is_when_its_figures_were() -> None:
    period = _last("When the Tern sank off Dorn on Sunday, 9 June, 58 people died.").period
    assert period is not None
    assert period.first == dt.date(2019, 6, 9)


def test_that_event_is_of_those_the_sentence_before_names_alone() -> None:
    told = "The Sula left Dorn on Monday.\n\nThe Tern went down in a storm. In that storm 85 died."
    assert {e.name for e in _last(told).entities} == {"Tern"}


def test_there_is_the_last_place_named() -> None:
    told = _last("A bus left the road near Dorn. Seven people died there.")
    assert [(e.name, e.origin) for e in told.entities] == [("Dorn", "clause")]
    exists = _last("A bus left the road near Dorn. There were seven dead.")
    assert [(e.name, e.origin) for e in exists.entities] == [("Dorn", "before")]


def test_a_pointer_without_a_date_before_it_means_an_event_of_unknown_time() -> None:
    text = "In that storm 85 people died."
    pointer = pointer_in(tokenize(text), Span(0, len(text)))
    assert pointer is not None
    assert period_meant(pointer, []) is None
    since = DateRange("2011", dt.date(2011, 1, 1), None, "year")
    assert period_meant(pointer, [since]) is None
