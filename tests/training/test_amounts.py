"""The label of a changed figure follows from intervals: checked against plain counting."""

import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from training.amounts import Amount, between, bounded, exactly, figures, label, near, pick, put
from training.pairs import NEITHER, REFUTES, SUPPORTS


def dice(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - seeded on purpose


WORDS = ("more than", "at least", "less than", "at most", "up to", "over", "under")
VALUES = st.integers(2, 20).map(float)
AMOUNTS = st.one_of(
    VALUES.map(exactly),
    st.builds(bounded, st.sampled_from(WORDS), VALUES),
    st.builds(lambda low, high: between(*sorted((low, high))), VALUES, VALUES),
)


def held(amount: Amount) -> set[int]:
    """Return the half steps up to 40 that an amount leaves possible."""
    return {
        step
        for step in range(81)
        if (amount.low < step / 2 or (amount.with_low and amount.low == step / 2))
        and (step / 2 < amount.high or (amount.with_high and step / 2 == amount.high))
    }


@given(AMOUNTS, AMOUNTS)
def test_the_label_is_what_counting_says(evidence: Amount, claim: Amount) -> None:
    theirs, ours = held(evidence), held(claim)
    assume(theirs)
    assume(ours)
    wanted = SUPPORTS if theirs <= ours else NEITHER if theirs & ours else REFUTES
    assert label(evidence, claim) == wanted


@pytest.mark.parametrize("wanted", [SUPPORTS, REFUTES, NEITHER])
@pytest.mark.parametrize("value", [2.0, 37.0, 4.5, 12_500.0, 3_000_000.0])
def test_amounts_are_picked_for_the_label_wanted(wanted: int, value: float) -> None:
    seeded = dice(3)
    chosen = [pick(value, wanted, seeded) for _ in range(20)]
    assert {label(*found) for found in chosen if found} == {wanted}


@given(st.floats(1, 1e9), st.integers())
def test_a_near_value_is_another_one_and_no_year(value: float, seed: int) -> None:
    other = near(round(value, 1), dice(seed))
    assert other > 0
    assert other != round(value, 1)
    assert not 1000 <= other < 2200


@pytest.mark.parametrize(
    "text",
    ["On 3 May 2014 it rained", "May 3", "the 2014 flood", "Ridge 2 opened", "won 3-1", "in 7 / 8"],
)
def test_dates_names_and_scores_are_no_figures(text: str) -> None:
    assert figures(text) == []


def test_a_figure_is_replaced_with_its_modifier_and_keeps_its_currency() -> None:
    text = "The town paid more than $ 5,500 for it"
    (figure,) = figures(text)
    assert put(text, figure, "between 5,000 and 6,000") == (
        "The town paid between $5,000 and $6,000 for it"
    )
