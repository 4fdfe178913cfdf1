"""A date against another date of the same event: granularity, weekdays, texts without a date."""

import datetime as dt

import pytest

from tests.judge.reading import DAY, verdict_on

MET = "Ana Reyes met Ben Okafor in Halden {}."


@pytest.mark.parametrize(
    ("draft", "source", "words", "label", "reason"),
    [
        # each at the granularity of its words
        ("in May", "on 12 May", "May", "corroborated", "date-agrees"),
        ("in 2023", "on 12 May 2023", "2023", "corroborated", "date-agrees"),
        ("on 12 May", "in May", "12 May", "unsupported", "less-precise"),
        ("in May 2023", "in 2023", "May", "unsupported", "less-precise"),
        ("in May", "on 12 April", "May", "conflicting", "date-differs"),
        ("on 12 May", "on 13 May", "12 May", "conflicting", "date-differs"),
        ("on 12 May", "on May 12, 2023", "12 May", "corroborated", "date-agrees"),
        # DAY is a Wednesday
        ("on Monday", "on 12 June", "Monday", "corroborated", "date-agrees"),
        ("on Monday", "on 13 June", "Monday", "conflicting", "date-differs"),
        ("on Wednesday", "on 14 June", "Wednesday", "corroborated", "date-agrees"),
        ("on Thursday", "on 8 June", "Thursday", "corroborated", "date-agrees"),
        ("on Monday", "on Tuesday", "Monday", "unsupported", "near-value"),
        ("on Monday", "on Friday", "Monday", "conflicting", "date-differs"),
    ],
)
def test_dates_of_one_event(draft: str, source: str, words: str, label: str, reason: str) -> None:
    verdict = verdict_on(MET.format(draft), MET.format(source), words, "date")
    assert (verdict.label, verdict.reason) == (label, reason)


def test_a_weekday_to_come_is_the_next_one() -> None:
    draft = "Ana Reyes will meet Ben Okafor in Halden on Monday."
    source = "Ana Reyes will meet Ben Okafor in Halden on 19 June."
    assert verdict_on(draft, source, "Monday", "date").reason == "date-agrees"


def test_the_day_of_publication_is_not_that_of_the_event() -> None:
    draft, source = MET.format("on 14 June"), "Ana Reyes met Ben Okafor in Halden."
    assert verdict_on(draft, source, "14 June", "date").label == "unsupported"


def test_one_weekday_read_in_two_weeks_is_two_days() -> None:
    later = DAY + dt.timedelta(days=7)
    verdict = verdict_on(
        MET.format("on 12 June"), MET.format("on Monday"), "12 June", "date", later
    )
    assert verdict.label == "conflicting"
    verdict = verdict_on(MET.format("on 12 June"), MET.format("on Monday"), "12 June", "date", DAY)
    assert verdict.label == "corroborated"


@pytest.mark.parametrize(
    ("draft", "source"), [("on Monday", "on 12 June"), ("in May", "on 12 May")]
)
def test_without_a_date_of_the_text_a_relative_date_stays_open(draft: str, source: str) -> None:
    verdict = verdict_on(MET.format(source), MET.format(draft), source[3:], "date", None)
    assert verdict.label == "unsupported"


def test_a_weekday_that_is_not_that_of_its_date_is_remarked() -> None:
    draft, source = MET.format("on Tuesday, 12 May 2023"), MET.format("on 12 May 2023")
    verdict = verdict_on(draft, source, "12 May", "date")
    assert verdict.label == "corroborated"
    assert "weekday-mismatch" in verdict.remarks
    right = verdict_on(draft.replace("Tuesday", "Friday"), source, "12 May", "date")
    assert "weekday-mismatch" not in right.remarks
