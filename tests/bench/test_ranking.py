"""Sentences worth checking come first, and weights are found that say so."""

from pathlib import Path

import pytest

from factcheck.bench import ranking
from factcheck.bench.ranking import Row, features_of, fit, measure, read_rows
from factcheck.errors import UsageError

WORTH = "The council of Norland paid {n} million dollars in 2015."
NOT = "I believe that we are {n} times better people."


def rows(times: int) -> tuple[Row, ...]:
    texts = [(WORTH, "checkworthy"), (NOT, "not")] * times
    return tuple(Row(str(n), text.format(n=n + 20), label) for n, (text, label) in enumerate(texts))


def test_features_are_those_of_the_sentence_and_of_its_claims() -> None:
    found = features_of("We think that a flood killed 40 people.")
    assert found >= {"first_person", "opinion", "figure", "people"}
    assert "names" not in found


def test_orders_are_scored_on_what_is_held_out() -> None:
    found = measure(rows(60))
    assert (found["rank"].precision, found["rank"].area) == (1.0, 1.0)
    assert found["has a digit"].area == 0.5
    assert found["has a digit"].precision == pytest.approx(found["has a figure"].precision)


def test_ties_count_as_chance_and_a_reversed_order_as_nothing() -> None:
    order = ranking._order([3.0, 2.0, 2.0, 1.0], [True, False, True, False])
    assert order.area == pytest.approx(0.875)
    assert order.precision == pytest.approx((1 + 2 / 3) / 2)
    assert ranking._order([1.0, 2.0], [True, False]).area == 0.0


def test_weights_tell_what_is_worth_checking() -> None:
    weights = fit(rows(120))
    assert weights["money"] > 0 > weights["opinion"]
    assert "year" not in weights
    assert fit(rows(120)) == weights


def test_the_held_out_fifth_is_never_fitted_to() -> None:
    some = rows(120)
    changed = tuple(Row(r.id, NOT.format(n=1), "checkworthy") if r.is_held_out else r for r in some)
    assert fit(changed) == fit(some)


def test_a_file_must_hold_both_labels(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    with pytest.raises(UsageError, match="Cannot read"):
        read_rows(file)
    file.write_text('{"id": "a", "text": "b"}')
    with pytest.raises(UsageError, match="label"):
        read_rows(file)
    file.write_text('{"id": "a", "text": "b", "label": "not"}\n')
    with pytest.raises(UsageError, match="too few"):
        read_rows(file)
