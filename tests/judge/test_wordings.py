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
