"""A duration against the beginning that another text dates, and against one of another day."""

import datetime as dt

import pytest

from factcheck.config import Periods
from factcheck.judge import judge
from factcheck.schema import ClaimKind, Verdict
from tests.judge.reading import candidates, claim_in

TOLD = dt.date(2015, 9, 27)
BEGAN = "The war in Norland began in March 2011."


def verdict_on(
    draft: str,
    source: str,
    words: str,
    kind: ClaimKind = "quantity",
    told: dt.date | None = TOLD,
    source_told: dt.date = dt.date(2015, 9, 20),
) -> Verdict:
    return judge(claim_in(draft, words, kind, told), candidates(source, source_told), Periods())


@pytest.mark.parametrize(
    ("draft", "source", "words", "label", "reason"),
    [
        (
            "Throughout the four year long civil war in Norland nobody came.",
            BEGAN,
            "four",
            "corroborated",
            "value-agrees",
        ),
        (
            "Four years after the start of the uprising in Norland, Halden is empty.",
            "The Norland uprising, which started in March 2011, goes on.",
            "Four",
            "corroborated",
            "value-agrees",
        ),
        (
            "Four years after the withdrawal of US troops from Norland, the rebels are back.",
            "US troops withdrew from Norland in December 2011.",
            "Four",
            "corroborated",
            "value-agrees",
        ),
        (
            "Ana Reyes has been in office for 12 years.",
            "Ana Reyes took office in May 2003.",
            "12",
            "corroborated",
            "value-agrees",
        ),
        (
            "The strike at Halden Steel, now in its third week, goes on.",
            "Workers at Halden Steel went on strike on 9 September.",
            "third",
            "corroborated",
            "value-agrees",
        ),
        (
            "The war in Norland has lasted more than four years.",
            BEGAN,
            "four",
            "corroborated",
            "bound-holds",
        ),
        (
            "The war in Norland has lasted seven years.",
            BEGAN,
            "seven",
            "conflicting",
            "value-differs",
        ),
        (
            "The war in Norland has lasted more than five years.",
            BEGAN,
            "five",
            "conflicting",
            "bound-violated",
        ),
        # it may have ended, or another beginning may be meant
        ("The seven-year war in Norland is over.", BEGAN, "seven", "unsupported", "other-subject"),
        # another war, person, deed
        (
            "The war in Norland has lasted seven years.",
            "The war in Sudland began in March 2011.",
            "seven",
            "unsupported",
            "other-subject",
        ),
        (
            "Ana Reyes has been in office for two years.",
            "Ben Okafor took office in Norland in May 2005.",
            "two",
            "unsupported",
            "other-subject",
        ),
        (
            "Ana Reyes has led the party for three years.",
            "Ana Reyes has led the council since 2012.",
            "three",
            "unsupported",
            "other-subject",
        ),
        # what is planned or denied
        (
            "The war in Norland has lasted seven years.",
            "The ministry denied that the war in Norland began in March 2011.",
            "seven",
            "unsupported",
            "not-comparable",
        ),
    ],
)
def test_a_duration_against_a_beginning(
    draft: str, source: str, words: str, label: str, reason: str
) -> None:
    verdict = verdict_on(draft, source, words)
    assert (verdict.label, verdict.reason) == (label, reason)


@pytest.mark.parametrize(
    ("source", "told", "label"),
    [
        ("The war in Norland is in its third year.", dt.date(2014, 2, 1), "corroborated"),
        ("The war in Norland has lasted four years.", dt.date(2015, 7, 4), "corroborated"),
        ("The war in Norland has lasted four years.", dt.date(2013, 7, 4), "unsupported"),
        ("The war in Norland has lasted nine years.", dt.date(2015, 7, 4), "conflicting"),
    ],
)
def test_a_duration_against_one_of_another_day(source: str, told: dt.date, label: str) -> None:
    draft = "The war in Norland has lasted four years."
    assert verdict_on(draft, source, "four", source_told=told).label == label


def test_a_beginning_against_a_duration() -> None:
    lasted = "The war in Norland has lasted four years."
    assert verdict_on(BEGAN, lasted, "2011", "date").reason == "less-precise"
    earlier = BEGAN.replace("2011", "2007")
    assert verdict_on(earlier, lasted, "2007", "date").reason == "date-differs"


def test_without_a_date_a_duration_stays_open() -> None:
    verdict = verdict_on("The war in Norland has lasted seven years.", BEGAN, "seven", told=None)
    assert (verdict.label, verdict.reason) == ("unsupported", "other-period")


def test_the_days_up_to_which_both_count_are_told() -> None:
    verdict = verdict_on("The war in Norland has lasted seven years.", BEGAN, "seven")
    assert verdict.explanation == (
        "The draft counts 7 years up to 27 September 2015; "
        "the source (News from Norland, 20 September 2015) counts from March 2011."
    )


SPOKE = dt.date(2023, 6, 14)


@pytest.mark.parametrize(
    ("draft", "source", "words", "days", "label", "reason"),
    [
        ("runs until 2029", "runs until 2027", "2029", 0, "conflicting", "date-differs"),
        ("runs until 2029", "runs until May 2029", "2029", 0, "corroborated", "date-agrees"),
        ("runs until May 2029", "runs until 2029", "2029", 0, "unsupported", "less-precise"),
        # by now it may have been prolonged
        ("runs until 2029", "runs until 2027", "2029", -60, "unsupported", "near-value"),
        # what is to be done by an earlier day is done by the later one, too
        (
            "will be signed by 2029",
            "will be signed by 2027",
            "2029",
            0,
            "unsupported",
            "near-value",
        ),
        ("has run since 2012", "has run since 2014", "2012", -60, "conflicting", "date-differs"),
        (
            "has run since 2012",
            "has run since May 2012",
            "2012",
            -60,
            "corroborated",
            "date-agrees",
        ),
        ("has run since 2012", "has paid 3 million euros since 2014", "2012", 0, "unsupported", ""),
    ],
)
def test_the_end_or_beginning_of_one_stated_time(
    draft: str, source: str, words: str, days: int, label: str, reason: str
) -> None:
    lease = "The lease of the stadium in Halden {}."
    day = SPOKE + dt.timedelta(days=days)
    verdict = verdict_on(lease.format(draft), lease.format(source), words, "date", SPOKE, day)
    assert verdict.label == label
    assert verdict.reason == reason or not reason


def test_who_prolonged_a_contract_may_be_told_at_length() -> None:
    draft = "Ana Reyes has extended her contract until 2029."
    source = (
        "Ana Reyes, the head coach of Halden Rovers, stays: the contract of Reyes has been "
        "extended until 2027."
    )
    verdict = verdict_on(f"Halden Rovers won. {draft}", source, "2029", "date", SPOKE, SPOKE)
    assert verdict.label == "conflicting"


def test_totals_since_two_years_are_two_totals() -> None:
    draft = "The war in Norland has killed 3,000 people since 2011."
    verdict = verdict_on(draft, draft.replace("2011", "2014"), "2011", "date")
    assert verdict.label == "unsupported"


def test_what_has_gone_on_since_a_year_began_in_it() -> None:
    verdict = verdict_on("The war in Norland has raged since 2011.", BEGAN, "2011", "date")
    assert (verdict.label, verdict.reason) == ("corroborated", "date-agrees")
