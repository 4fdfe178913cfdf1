"""What a source of one day says of a total, a level or an event of another."""

import datetime as dt

import pytest

from tests.judge.reading import DAY, verdict_on

TOTAL = "The war in Norland has killed {} people so far."
LEVEL = "The number of troops stationed in Norland stands at {}."
EVENT = "The blast in Norland on 12 June 2023 killed {} people."

CUMULATIVE = [
    # draft, source, days after the draft, label, reason
    ("8,219", "7,219", 0, "conflicting", "value-differs"),
    ("8,219", "8,219", 0, "corroborated", "value-agrees"),
    ("8,219", "9,219", 0, "conflicting", "value-differs"),
    ("8,219", "5,219", -60, "conflicting", "value-differs"),
    ("8,219", "7,219", -60, "unsupported", "only-outdated"),
    ("8,219", "8,219", -60, "corroborated", "value-agrees"),
    ("8,219", "9,219", -60, "conflicting", "value-differs"),
    ("8,219", "5,219", -200, "unsupported", "only-outdated"),
    ("8,219", "8,219", -200, "corroborated", "value-agrees"),
    ("8,219", "9,219", -200, "conflicting", "value-differs"),
    ("8,219", "7,219", 20, "conflicting", "value-differs"),
    ("8,219", "8,219", 20, "corroborated", "value-agrees"),
    ("8,219", "8,219", 60, "unsupported", "later-source"),
    ("8,219", "9,219", 20, "unsupported", "later-source"),
    ("over 8,000", "8,219", 20, "corroborated", "bound-holds"),
    ("over 8,000", "8,219", 60, "unsupported", "later-source"),
    ("over 8,000", "8,219", -60, "corroborated", "bound-holds"),
]


@pytest.mark.parametrize(("draft", "source", "days", "label", "reason"), CUMULATIVE)
def test_a_total_by_the_day_of_its_source(
    draft: str, source: str, days: int, label: str, reason: str
) -> None:
    verdict = verdict_on(
        TOTAL.format(draft),
        TOTAL.format(source),
        draft.rsplit(maxsplit=1)[-1],
        source_day=DAY + dt.timedelta(days=days),
    )
    assert (verdict.label, verdict.reason) == (label, reason)


@pytest.mark.parametrize(
    ("source", "days", "label", "reason"),
    [
        ("3,550", -60, "corroborated", "value-agrees"),
        ("3,175", -60, "conflicting", "value-differs"),
        ("3,550", -100, "unsupported", "other-period"),
        ("3,175", -100, "unsupported", "other-period"),
        ("3,175", 60, "conflicting", "value-differs"),
    ],
)
def test_a_level_counts_within_ninety_days(source: str, days: int, label: str, reason: str) -> None:
    verdict = verdict_on(
        LEVEL.format("3,550"),
        LEVEL.format(source),
        "3,550",
        source_day=DAY + dt.timedelta(days=days),
    )
    assert (verdict.label, verdict.reason) == (label, reason)


def test_an_event_counts_for_its_own_day_only() -> None:
    same = verdict_on(EVENT.format(17), EVENT.format(23), "17")
    assert (same.label, same.reason) == ("conflicting", "value-differs")
    other = EVENT.format(23).replace("12 June", "3 May")
    verdict = verdict_on(EVENT.format(17), other, "17")
    assert (verdict.label, verdict.reason) == ("unsupported", "other-period")


def test_without_a_date_nothing_that_moves_is_compared() -> None:
    verdict = verdict_on(TOTAL.format("8,219"), TOTAL.format("9,219"), "8,219", source_day=None)
    assert (verdict.label, verdict.reason) == ("unsupported", "other-period")
