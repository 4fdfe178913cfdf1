"""One fact as two newsrooms word it, and facts that only sound alike."""

import pytest

from tests.judge.reading import verdict_on

LABELS = {"agrees": "corroborated", "differs": "conflicting", "open": "unsupported"}


def label(draft: str, source: str, words: str, kind: str = "quantity") -> str:
    return verdict_on(draft, source, words, kind).label


@pytest.mark.parametrize(
    ("draft", "source", "words", "expected"),
    [
        ("A fire in a warehouse in Port Elin killed 12 people on Monday.",
         "The blaze at the Port Elin warehouse on Monday claimed 12 lives.", "12", "agrees"),
        ("A fire in a warehouse in Port Elin killed 14 people on Monday.",
         "The blaze at the Port Elin warehouse on Monday claimed 12 lives.", "14", "differs"),
        ("The new stadium in Port Elin cost €48 million.",
         "The price tag of the new stadium in Port Elin was €48 million.", "48", "agrees"),
        ("The school in Hamrun has 1,510 pupils.",
         "At the school in Hamrun 1,150 students are enrolled.", "1,510", "differs"),
        ("The school in Hamrun has 1,510 pupils.",
         "At the school in Port Elin 1,150 students are enrolled.", "1,510", "open"),
        ("Thirty people were injured in a tram crash in Hamrun on Sunday.",
         "Thirty people were injured in a bus crash in Tarn Valley on Sunday.", "Thirty", "open"),
    ],
)  # fmt: skip
def test_the_same_in_other_words(draft: str, source: str, words: str, expected: str) -> None:
    assert label(draft, source, words) == LABELS[expected]


@pytest.mark.parametrize(
    ("draft", "source", "words", "expected"),
    [
        ("Parliament in Norland had ordered the census in October 2020, when rain still kept the"
         " clerks of the office indoors.",
         "Parliament in Norland ordered the census in November 2020.", "October", "differs"),
        ("Parliament in Norland ordered the census in October 2020.",
         "Parliament in Norland ordered the audit in November 2020.", "October", "open"),
        ("Norland closed its border with Sudmark to cattle on Saturday.",
         "Norland closed its border with Sudmark to cattle on Thursday, 8 June, after sick animals"
         " had been found near Tamm.", "Saturday", "differs"),
        ("The council of Hamrun met on Tuesday.", "The council of Hamrun met on Friday, 9 June.",
         "Tuesday", "open"),
        ("A car bomb exploded at a market in Hamrun on Tuesday.",
         "A car bomb exploded at a market in Hamrun on Friday, 9 June.", "Tuesday", "open"),
        ("At the mill in Hamrun, 140 weavers have been on strike since 17 April.",
         "At the mill in Hamrun, 140 weavers have been on strike since 24 April 2023.",
         "17 April", "differs"),
    ],
)  # fmt: skip
def test_days_of_one_deed(draft: str, source: str, words: str, expected: str) -> None:
    assert label(draft, source, words, "date") == LABELS[expected]


@pytest.mark.parametrize(
    ("draft", "source", "words"),
    [
        ("Children account for a third of all patients in the hospitals of Norland.",
         "Women account for 51 per cent of all patients in the hospitals of Norland.", "a third"),
        ("Parliament in Norland approved a grant of €25 million for the schools.",
         "Parliament in Norland approved a grant of $25 million for the hospitals.", "25"),
        ("The schools in Hamrun have 1,150 pupils.",
         "The girls' school in Hamrun has 610 pupils.", "1,150"),
        ("Unemployment among women in Norland stands at 9 per cent.",
         "Unemployment in Norland stands at 6 per cent.", "9 per cent"),
    ],
)  # fmt: skip
def test_another_group_is_another_measure(draft: str, source: str, words: str) -> None:
    assert label(draft, source, words) == "unsupported"
