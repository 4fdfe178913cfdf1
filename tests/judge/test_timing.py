"""What a source of one day says of a total, a level, an event or a constant of another."""

import datetime as dt

import pytest

from factcheck.schema import Verdict
from tests.judge.reading import DAY, verdict_on

TOTAL = "The war in Norland has killed {} people so far."
LEVEL = "The number of troops stationed in Norland stands at {}."
EVENT = "The blast in Norland on 12 June 2023 killed {} people."

AGREES = ("corroborated", "value-agrees")
HOLDS = ("corroborated", "bound-holds")
DIFFERS = ("conflicting", "value-differs")
BROKEN = ("conflicting", "bound-violated")
OLD = ("unsupported", "only-outdated")
LATER = ("unsupported", "later-source")
ELSEWHEN = ("unsupported", "other-period")


def told(text: str, draft: str, source: str, days: int) -> Verdict:
    """Return the verdict on a figure of `text` against another told some days after the draft."""
    day = DAY + dt.timedelta(days=days)
    words = draft.rsplit(maxsplit=1)[-1]
    return verdict_on(text.format(draft), text.format(source), words, source_day=day)


@pytest.mark.parametrize(
    ("days", "far_lower", "lower", "equal", "higher"),
    [
        # days after the draft; a source that says 6,164 (a quarter lower), 6,165, 8,219, 9,219
        (-1, DIFFERS, DIFFERS, AGREES, DIFFERS),
        (0, DIFFERS, DIFFERS, AGREES, DIFFERS),
        (1, DIFFERS, DIFFERS, AGREES, DIFFERS),
        (-2, DIFFERS, OLD, AGREES, DIFFERS),
        (-90, DIFFERS, OLD, AGREES, DIFFERS),
        (-91, OLD, OLD, AGREES, DIFFERS),
        (-2000, OLD, OLD, AGREES, DIFFERS),
        (2, DIFFERS, DIFFERS, AGREES, LATER),
        (31, DIFFERS, DIFFERS, AGREES, LATER),
        (32, DIFFERS, DIFFERS, LATER, LATER),
    ],
)
def test_a_total_by_the_day_of_its_source(
    days: int,
    far_lower: tuple[str, str],
    lower: tuple[str, str],
    equal: tuple[str, str],
    higher: tuple[str, str],
) -> None:
    expected = {"6,164": far_lower, "6,165": lower, "8,219": equal, "9,219": higher}
    for source, verdict in expected.items():
        found = told(TOTAL, "8,219", source, days)
        assert (found.label, found.reason) == verdict, source


@pytest.mark.parametrize(
    ("draft", "days", "verdict"),
    [
        ("over 8,000", -2000, HOLDS),
        ("over 8,000", -60, HOLDS),
        ("over 8,000", 0, HOLDS),
        ("over 8,000", 31, HOLDS),
        ("over 8,000", 32, LATER),
        ("at least 8,219", 0, HOLDS),
        ("over 9,500", 0, BROKEN),
        ("over 9,500", -60, OLD),
        ("over 12,500", -60, BROKEN),
        ("over 12,500", -91, OLD),
        ("over 9,500", 60, BROKEN),
        ("under 8,000", -2000, BROKEN),
        ("under 8,000", 0, BROKEN),
        ("under 8,000", 2, LATER),
    ],
)
def test_the_bound_of_a_total_by_the_day_of_its_source(
    draft: str, days: int, verdict: tuple[str, str]
) -> None:
    found = told(TOTAL, draft, "8,219", days)
    assert (found.label, found.reason) == verdict
    assert ("newer-figure" in found.remarks) == (found.label == "corroborated" and days > 1)


@pytest.mark.parametrize(
    ("source", "days", "verdict"),
    [
        ("3,550", -90, AGREES),
        ("3,175", -90, DIFFERS),
        ("3,550", -91, ELSEWHEN),
        ("3,175", -91, ELSEWHEN),
        ("3,550", 90, AGREES),
        ("3,175", 90, DIFFERS),
        ("3,175", 91, ELSEWHEN),
    ],
)
def test_a_level_counts_within_ninety_days(
    source: str, days: int, verdict: tuple[str, str]
) -> None:
    found = told(LEVEL, "3,550", source, days)
    assert (found.label, found.reason) == verdict


@pytest.mark.parametrize(
    ("draft", "source", "verdict"),
    [
        ("stood at 3,550 on 31 March 2023", "stood at 3,175 on 31 March 2023", DIFFERS),
        ("stood at 3,550 on 31 March 2023", "stood at 3,550 on 31 March 2023", AGREES),
        ("stood at 3,550 on 31 March 2023", "stood at 3,175 on 30 April 2023", ELSEWHEN),
        ("stood at 3,550 on 31 March 2023", "stands at 3,175", ELSEWHEN),
        ("stands at 3,550", "stood at 3,175 on 31 March 2023", ELSEWHEN),
        ("stood at 3,550 at the end of March", "stood at 3,175 at the end of May", ELSEWHEN),
    ],
)
def test_a_dated_level_counts_for_its_date_only(
    draft: str, source: str, verdict: tuple[str, str]
) -> None:
    level = "The number of troops stationed in Norland {}."
    found = verdict_on(level.format(draft), level.format(source), "3,550")
    assert (found.label, found.reason) == verdict


@pytest.mark.parametrize(
    ("draft", "source", "days", "verdict"),
    [
        ("in May 2023", "in May 2023", 0, DIFFERS),
        ("in May 2023", "in May 2023", 400, DIFFERS),
        ("in May 2023", "in April 2023", 0, ELSEWHEN),
        ("in 2022", "in 2021", 0, ELSEWHEN),
        ("in the first quarter of 2023", "in the second quarter of 2023", 0, ELSEWHEN),
        ("in May 2023", "in the first half of 2023", 0, ELSEWHEN),
        ("last year", "in 2022", 0, DIFFERS),
        ("last year", "last year", 400, ELSEWHEN),
    ],
)
def test_a_flow_counts_for_its_period_only(
    draft: str, source: str, days: int, verdict: tuple[str, str]
) -> None:
    flow = "The port of Halden exported {} cars {}."
    day = DAY + dt.timedelta(days=days)
    found = verdict_on(
        flow.format("4,120", draft), flow.format("5,310", source), "4,120", source_day=day
    )
    assert (found.label, found.reason) == verdict


def test_an_event_counts_for_its_own_day_only() -> None:
    same = verdict_on(EVENT.format(17), EVENT.format(23), "17")
    assert (same.label, same.reason) == DIFFERS
    other = EVENT.format(23).replace("12 June", "3 May")
    verdict = verdict_on(EVENT.format(17), other, "17")
    assert (verdict.label, verdict.reason) == ELSEWHEN


@pytest.mark.parametrize("days", [-9000, -91, 0, 91, 900])
@pytest.mark.parametrize(
    "constant",
    [
        "Mount Halden in Norland is {} metres high.",
        "The tower of Halden is {} metres tall.",
        "The road from Ober Linde to Halden is {} km long.",
        "The village of Halden lies {} km north of Ober Linde.",
    ],
)
def test_a_constant_counts_at_any_time(constant: str, days: int) -> None:
    assert told(constant, "340", "340", days).label == "corroborated"
    assert told(constant, "340", "610", days).label == "conflicting"


def test_what_moves_in_an_unknown_way_conflicts_on_its_day_only() -> None:
    unknown = "The bakery of Halden in Norland uses {} sacks of flour."
    assert told(unknown, "340", "610", 0).label == "conflicting"
    for days in (-2, 2, 400):
        verdict = told(unknown, "340", "610", days)
        assert (verdict.label, verdict.reason) == ELSEWHEN
    assert told(unknown, "340", "340", -400).label == "corroborated"
    assert told(unknown, "340", "340", 32).reason == "later-source"


@pytest.mark.parametrize("text", [TOTAL, LEVEL])
def test_without_a_date_nothing_that_moves_is_compared(text: str) -> None:
    for source in ("8,219", "9,219"):
        verdict = verdict_on(text.format("8,219"), text.format(source), "8,219", source_day=None)
        assert (verdict.label, verdict.reason) == ELSEWHEN


QUAKE = "A quake of magnitude {} struck Halden in Norland on {}."


@pytest.mark.parametrize("magnitude", ["5.1", "6.3"])
def test_the_magnitude_of_another_quake_decides_nothing(magnitude: str) -> None:
    draft, source = QUAKE.format("6.3", "3 May 2023"), QUAKE.format(magnitude, "12 June 2023")
    found = verdict_on(draft, source, "6.3")
    assert (found.label, found.reason) == ELSEWHEN


@pytest.mark.parametrize(
    ("draft", "source", "verdict"),
    [
        ("since 2011", "since March 2011", DIFFERS),
        ("since 2011", "since 2014", ELSEWHEN),
        ("so far", "since 2011", DIFFERS),
        # of years against of this year
        ("so far", "since January 2023", ELSEWHEN),
        ("since January 2023", "so far", ELSEWHEN),
        ("since January 2023", "since January 2023", DIFFERS),
        ("in 2022", "since January 2023", ELSEWHEN),
        ("so far", "in 2022", ELSEWHEN),
        ("in 2022", "in 2021", ELSEWHEN),
        ("between March 2011 and May 2023", "since March 2011", LATER),
        ("since March 2011", "between March 2011 and May 2023", DIFFERS),
    ],
)
def test_totals_of_one_beginning_only(draft: str, source: str, verdict: tuple[str, str]) -> None:
    total = "The war in Norland has killed {} people {}."
    found = verdict_on(total.format("8,219", draft), total.format("9,219", source), "8,219")
    assert (found.label, found.reason) == verdict


@pytest.mark.parametrize(
    ("text", "source", "days", "explanation"),
    [
        (
            TOTAL,
            "7,219",
            -85,
            "The draft says 8,219 people; the source (News from Norland, 21 March 2023) says "
            "7,219 people. The source is of 21 March 2023, 85 days before the day of the draft.",
        ),
        (
            TOTAL,
            "9,219",
            2,
            "The draft says 8,219 people; the source (News from Norland, 16 June 2023) says "
            "9,219 people. The source is of 16 June 2023, 2 days after the day of the draft.",
        ),
        (
            LEVEL,
            "8,219",
            -100,
            "The draft speaks of the days before 14 June 2023; the source (News from Norland, "
            "6 March 2023) of the days before 6 March 2023.",
        ),
    ],
)
def test_the_days_that_part_two_texts_are_told(
    text: str, source: str, days: int, explanation: str
) -> None:
    assert told(text, "8,219", source, days).explanation == explanation


def test_the_times_that_two_sentences_state_are_told() -> None:
    flow = "The port of Halden exported {} cars {}."
    draft, source = flow.format("4,120", "in May 2023"), flow.format("5,310", "in April 2023")
    assert verdict_on(draft, source, "4,120").explanation == (
        "The draft speaks of May 2023; the source (News from Norland, 14 June 2023) of April 2023."
    )
    total = "The war in Norland has killed {} people {}."
    draft, source = total.format("8,219", "since 2011"), total.format("9,219", "since 2014")
    assert verdict_on(draft, source, "8,219").explanation == (
        "The draft speaks of the time from 1 January 2011 on; "
        "the source (News from Norland, 14 June 2023) of the time from 1 January 2014 on."
    )
    undated = verdict_on(TOTAL.format("8,219"), TOTAL.format("9,219"), "8,219", source_day=None)
    assert undated.explanation == (
        "The draft speaks of the days before 14 June 2023; "
        "the source (News from Norland) is not dated."
    )


def test_a_year_that_only_begins_a_war_is_not_when_its_dead_were_counted() -> None:
    text = "The civil war in Norland which began in 2011 has killed more than {} people."
    verdict = verdict_on(
        text.format("280,000"),
        "The civil war in Norland has killed 200,000 people since 2011.",
        "280,000",
        source_day=DAY - dt.timedelta(days=400),
    )
    assert (verdict.label, verdict.reason) == OLD


def test_shares_are_no_totals() -> None:
    text = "The army has retaken about {} percent of Norland."
    assert (told(text, "20", "40", -60).label, told(text, "20", "40", -60).reason) == ELSEWHEN
    since = "The army has retaken about 20 percent of Norland since {}."
    verdict = verdict_on(since.format("2011"), since.format("2014"), "20")
    assert (verdict.label, verdict.reason) == ELSEWHEN


@pytest.mark.parametrize(
    ("year", "days", "reason"),
    [
        ("2022", -36, "value-differs"),  # over for both
        ("2024", -36, "value-differs"),  # still to come for both
        ("2023", -36, "only-outdated"),  # a total of the running year, of an earlier day
    ],
)
def test_a_year_that_does_not_run_is_one_period(year: str, days: int, reason: str) -> None:
    told = "In {} the port of Norland spent ${} million on dredging its harbour."
    source = DAY + dt.timedelta(days=days)
    found = verdict_on(
        told.format(year, 40), told.format(year, 36), "$40 million", "quantity", source
    )
    assert found.reason == reason


@pytest.mark.parametrize(
    ("days", "label"), [(-2, "unsupported"), (0, "corroborated"), (1, "corroborated")]
)
def test_a_source_does_not_know_a_day_that_was_to_come(days: int, label: str) -> None:
    draft = "The share of Tern Air closed at 7.45 euros on Tuesday."
    source = "The closing price of the share of Tern Air is 7.45 euros."
    day = DAY + dt.timedelta(days=days)
    assert verdict_on(draft, source, "7.45", source_day=day).label == label


def test_another_currency_is_a_conflict_between_a_total_and_a_sum_of_one_week() -> None:
    draft = "The families of Hamrun have received €2.3 million in compensation."
    source = "So far £2.3 million in compensation has been paid to the families of Hamrun."
    assert verdict_on(draft, source, "2.3").reason == "unit-differs"
    other = source.replace("2.3", "2.9")
    assert verdict_on(draft, other, "2.3").label == "unsupported"
