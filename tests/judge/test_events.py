"""Two events are never one: what must hold before another count or date conflicts."""

import datetime as dt

import pytest

from tests.judge.reading import DAY, verdict_on

ATTACK = "A car bomb killed {} people at the market of Ober Linde in Norland on {}."


@pytest.mark.parametrize(
    ("draft", "source", "words", "kind", "reason"),
    [
        # the dead of two attacks of one day in one place
        (
            "A car bomb killed 17 people in Norland on Monday.",
            "Shelling of a school killed 9 people in Norland on Monday.",
            "17",
            "quantity",
            "other-subject",
        ),
        # the ages of two people
        (
            "A 45-year-old woman was hurt in Norland on Monday.",
            "A 6-year-old girl was hurt in Norland on Monday.",
            "45",
            "quantity",
            "other-subject",
        ),
        # a part of a town that is not named
        (
            "There are 592,700 people living under siege in Norland.",
            "Norland is at war. The siege of its east, where about 300,000 people live, broke.",
            "592,700",
            "quantity",
            "other-subject",
        ),
        # "thousands" may be some of many more
        (
            "The floods in Norland have killed thousands of people.",
            "The floods in Norland have killed 230,000 people.",
            "thousands",
            "quantity",
            "other-subject",
        ),
        # when somebody said it is no particular of what was said
        (
            "The ministry in Norland said on Monday that the bridge had reopened.",
            "The ministry in Norland said on 3 June 2023 that the bridge had reopened.",
            "Monday",
            "date",
            "other-subject",
        ),
        # two attacks of one kind, told by their dead
        (
            "A car bomb killed 17 people at the market of Ober Linde on 12 June 2023.",
            "A car bomb killed 9 people at the market of Ober Linde on 3 May 2023.",
            "12 June",
            "date",
            "other-subject",
        ),
    ],
)
def test_two_events_do_not_conflict(
    draft: str, source: str, words: str, kind: str, reason: str
) -> None:
    verdict = verdict_on(draft, source, words, kind)
    assert (verdict.label, verdict.reason) == ("unsupported", reason)


def test_one_event_of_one_day_conflicts() -> None:
    draft, source = ATTACK.format(17, "12 June 2023"), ATTACK.format(23, "12 June 2023")
    assert verdict_on(draft, source, "17").reason == "value-differs"


def test_another_date_of_the_same_event_conflicts() -> None:
    draft, source = ATTACK.format(17, "12 June 2023"), ATTACK.format(17, "3 May 2023")
    assert verdict_on(draft, source, "12 June", "date").reason == "date-differs"


def test_the_same_words_printed_on_another_day_are_one_text() -> None:
    text = ATTACK.format(17, "Monday")
    verdict = verdict_on(text, text, "Monday", "date", DAY - dt.timedelta(days=7))
    assert (verdict.label, verdict.reason) == ("unsupported", "other-period")


def test_the_date_of_publication_is_no_claim() -> None:
    with pytest.raises(AssertionError, match="no date"):
        verdict_on(f"Published 14 June 2023 {ATTACK.format(17, 'a hill')}", ATTACK, "14", "date")


def test_last_season_is_another_time() -> None:
    verdict = verdict_on(
        "Last season Rovers finished with 66 points.", "Rovers have 84 points.", "66"
    )
    assert verdict.label == "unsupported"


@pytest.mark.parametrize(
    ("draft", "source", "days", "label"),
    [
        ("A car bomb killed 7 people in Halden.", "Shelling killed 7 people in Halden.", 0, "uns"),
        (
            "A car bomb killed 70 people in Halden.",
            "Shelling killed 70 people in Halden.",
            -20,
            "uns",
        ),
        (
            "A car bomb killed 7 people in Halden.",
            "A car bomb killed 7 people in Halden.",
            -20,
            "cor",
        ),
        (
            "A car bomb killed 7 people and injured 37 in Halden.",
            "A car bomb killed 7 people and injured 70 in Halden.",
            -20,
            "uns",
        ),
        ("Seven people were killed in Halden.", "A bomb killed seven people in Halden.", 0, "cor"),
    ],
)
def test_an_equal_count_of_another_attack_is_no_support(
    draft: str, source: str, days: int, label: str
) -> None:
    words = next(w for w in ("70", "7", "Seven") if f"{w} people" in draft)
    verdict = verdict_on(draft, source, words, source_day=DAY + dt.timedelta(days=days))
    assert verdict.label.startswith(label)


@pytest.mark.parametrize(
    ("draft", "source", "words", "days"),
    [
        # the same words, a week apart
        ("on Thursday", "last Thursday", "Thursday", -8),
        # a text of May knows nothing of what happened in August
        ("on 12 August 2022", "on 27 April 2022", "12 August", -400),
    ],
)
def test_dates_of_two_events_of_one_kind(draft: str, source: str, words: str, days: int) -> None:
    truce = "A truce brokered by Ana Reyes came into force in Halden {}."
    day = DAY + dt.timedelta(days=days)
    verdict = verdict_on(truce.format(draft), truce.format(source), words, "date", day)
    assert (verdict.label, verdict.reason) == ("unsupported", "other-period")


def test_what_was_to_happen_may_have_been_put_off_and_still_differs() -> None:
    draft = "A truce brokered by Ana Reyes came into force in Halden on 12 May 2023."
    source = draft.replace("came", "will come").replace("12 May", "3 May")
    verdict = verdict_on(draft, source, "12 May", "date", DAY - dt.timedelta(days=50))
    assert verdict.reason != "other-period"
