from pathlib import Path

import pytest

from factcheck.bench.extraction import predict, read_gold, score
from factcheck.bench.labels import Label, Row, canonical_unit, same
from factcheck.errors import UsageError


def scored(text: str, *labels: Label, **more: object) -> tuple[int, int, int, int]:
    """Return how many labels are found, right in full, missed, and how much is spurious."""
    row = Row(text, list(labels), **more)  # type: ignore[arg-type]
    found = score([row], predict([row]))
    return found.found, found.full, found.labels - found.found, found.spurious


def test_a_figure_is_found_and_right() -> None:
    label = Label("count", 10, 15, value=8000, modifier="more_than")
    assert scored("More than 8,000 people fled.", label) == (1, 1, 0, 0)


def test_a_wrong_value_is_found_but_not_right() -> None:
    assert scored("8,000 people fled.", Label("count", 0, 5, value=80)) == (1, 0, 0, 0)


def test_a_wrong_unit_is_found_but_not_right() -> None:
    assert scored("It took 8 km.", Label("measure", 8, 12, value=8, unit="mile")) == (1, 0, 0, 0)


def test_units_that_convert_are_right() -> None:
    assert scored("It took 90 minutes.", Label("duration", 8, 18, value=1.5, unit="h")) == (
        *(1, 1, 0, 0),
    )


def test_cents_are_counted_as_written() -> None:
    assert scored("It is 60 cents.", Label("money", 6, 14, value=60, unit="cent")) == (1, 1, 0, 0)
    assert scored("It is 60 cents.", Label("money", 6, 14, value=0.6, unit="$")) == (1, 1, 0, 0)


def test_a_label_without_offsets_is_matched_by_value() -> None:
    labels = Label("count", value=40), Label("money", value=40, unit="dollar")
    assert scored("40 men had $40.", *labels) == (2, 2, 0, 0)


def test_a_range_may_be_met_by_its_ends() -> None:
    label = Label("percent", 10, 20, low=12, high=8, unit="percent")
    assert scored("fell from 12% to 8%.", label) == (1, 1, 0, 0)


def test_an_open_range_is_met_by_its_bound() -> None:
    assert scored("more than 30 men", Label("count", 0, 12, low=30)) == (1, 1, 0, 0)


def test_a_vague_plural_is_met_within_its_ends() -> None:
    label = Label("count", 0, 6, low=12, high=120, modifier="vague")
    assert scored("Dozens fled.", label) == (1, 1, 0, 0)


def test_scope_and_options_shield_predictions() -> None:
    text = "40 men paid $40."
    assert scored(text, scope=["money"]) == (0, 0, 0, 1)
    assert scored(text, spans="partial") == (0, 0, 0, 0)
    optional = Label("count", 0, 2, optional=True)
    assert scored(text, optional) == (0, 0, 0, 1)


def test_dates_are_resolved_against_the_reference() -> None:
    label = Label("date", 12, 20, value="2015-09-26")
    assert scored("They met on Saturday.", label, ref="2015-09-28") == (1, 1, 0, 0)


def test_rates_of_money_name_their_denominator() -> None:
    (row,) = predict([Row("It costs $45 a barrel.")])
    assert row.quantities[0].unit == "dollar per barrel"


def test_offsets_are_of_the_row_not_of_the_cleaned_text() -> None:
    (row,) = predict([Row("Some\u200b 40\u00a0people fled.")])
    assert (row.quantities[0].surface, row.quantities[0].start) == ("40", 6)


def test_shares() -> None:
    row = Row("40 men and 12 women.", [Label("count", 0, 2, value=40), Label("count", 7, 10)])
    found = score([row], predict([row]))
    assert (found.precision, found.recall, found.span_f1) == (0.5, 0.5, 0.5)
    assert (found.full_f1, found.value_recall, found.modifier_recall) == (0.5, 1.0, 0.0)


def test_an_empty_row_counts_what_is_read_in_it() -> None:
    row = Row("40 men.")
    assert score([row], predict([row])).empty_rows_read == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kilometers", "km"),
        ("US$", "dollars"),
        ("year of age", "years"),
        ("barrel per day", "barrels per day"),
        ("dimensionless", ""),
        ("Widgets", "widget"),
    ],
)
def test_units_have_one_spelling(one: str, other: str) -> None:
    assert canonical_unit(one) == canonical_unit(other)


def test_dates_are_compared_as_words() -> None:
    assert same("2015-09-19T21:30:00", "2015-09-19 21:30:00")
    assert not same(None, 1)
    assert not same(1, "1 day")


def test_a_bad_file_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"text": "40 men"}\n\n{"text": 5}\n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"gold.jsonl, line 3"):
        read_gold(path)
    with pytest.raises(UsageError, match="Cannot read"):
        read_gold(tmp_path / "none.jsonl")


def test_rows_are_read_in_order(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"text": "a", "note": "x"}\n{"text": "b"}\n', encoding="utf-8")
    assert [row.text for row in read_gold(path)] == ["a", "b"]
