"""Figures, states and offices that differ with nothing wrong in either text."""

import datetime as dt

import pytest

from tests.judge.reading import DAY, verdict_on

WORDS = [
    ("The danger of Redweed goes beyond those two countries.",
     "More than 60 countries face the danger of Redweed.", "two", "quantity"),
    ("Norland and 64 other countries fight the Redweed pest.",
     "A union of 67 countries fights the Redweed pest.", "64", "quantity"),
    ("It would need 10,000 more troops in Norland.",
     "There are 100,000 troops in Norland.", "10,000", "quantity"),
    ("One stretch of the Norland border is 68 miles long.",
     "The Norland border is 560 miles long.", "68", "quantity"),
    ("The raids left 15 people dead in the east of Hamrun.",
     "Some 250,000 people live in the east of Hamrun.", "15", "quantity"),
    ("The attack that killed 72 people in Hamrun worsened the civil war.",
     "The civil war has claimed the lives of 200,000 people in Hamrun.", "72", "quantity"),
]  # fmt: skip


@pytest.mark.parametrize(("draft", "source", "words", "kind"), WORDS)
def test_figures_of_a_part_do_not_conflict_with_the_whole(
    draft: str, source: str, words: str, kind: str
) -> None:
    assert verdict_on(draft, source, words, kind).label == "unsupported"


def test_what_was_closed_may_be_open_a_week_later() -> None:
    draft = "The government of Norland reopened its border with Sudmark."
    source = "The government of Norland closed its border with Sudmark."
    assert verdict_on(draft, source, "reopened", "statement").label == "conflicting"
    week_before = DAY - dt.timedelta(days=7)
    assert verdict_on(draft, source, "reopened", "statement", week_before).label == "unsupported"


def test_who_enters_an_office_had_somebody_before() -> None:
    source = "Prime Minister Ana Reyes of Norland lost the vote."
    entered = "Tomas Berg was sworn in as prime minister of Norland."
    held = "Prime Minister Tomas Berg of Norland spoke."
    before = DAY - dt.timedelta(days=1)
    assert verdict_on(held, source, "Berg", "role", before).label == "conflicting"
    assert verdict_on(entered, source, "Berg", "role", before).label == "unsupported"


def test_the_share_of_another_in_one_passage_raises_no_alarm() -> None:
    draft = "Ana Reyes has 45% of the Norland voters, to 42% for Tomas Berg, a survey says."
    source = "A survey found that Reyes had 45% of the Norland voters while Berg had 42%."
    assert verdict_on(draft, source, "45%").label != "conflicting"
    assert verdict_on(draft.replace("45%", "54%"), source, "54%").label != "corroborated"
