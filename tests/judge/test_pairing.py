"""In two sentences of the same words each figure is held against the one in its place."""

import pytest

from tests.judge.reading import verdict_on

DRAFT = "Norland's army holds 6 black tanks, 15 blue tanks and 8 white tanks."


@pytest.mark.parametrize(
    ("source", "words", "label"),
    [
        # a bound says nothing of 6, and neither do the other tanks
        ("Norland's army holds fewer than 80 black tanks, 15 blue tanks and 8 white tanks.",
         "6", "unsupported"),
        ("Norland's army holds 9 black tanks, 15 blue tanks and 8 white tanks.",
         "6", "conflicting"),
        # nothing is borne out by what stands for something else
        ("Norland's army holds fewer than 80 black tanks, 15 blue tanks and 6 white tanks.",
         "15", "corroborated"),
        # told in another order, the same figure still bears out
        ("Norland's army holds 15 blue tanks, 8 white tanks and 6 black tanks.",
         "6", "corroborated"),
    ],
)  # fmt: skip
def test_each_figure_has_its_place(source: str, words: str, label: str) -> None:
    assert verdict_on(DRAFT, source, words).label == label


def test_one_figure_does_not_bear_out_two() -> None:
    draft = "Norland's army holds 8 black tanks and 8 white tanks."
    source = "Norland's army holds fewer than 80 black tanks and 8 white tanks."
    assert verdict_on(draft, source, "8").label == "unsupported"
