"""One plain form for each value, the same in training and in a check."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.entail.text import masked, plain


@pytest.mark.parametrize(
    "spellings",
    [
        ("240,000 people", "240000 people", "240 thousand people", "0.24 million people"),
        ("$5 million", "$5m", "$5mn", "$5,000,000"),
        ("twenty-five trees", "25 trees", "twenty five trees"),
        ("a hundred trees", "one hundred trees", "100 trees"),
        ("5 percent", "5.0 per cent", "5%", "five pct"),
        ("“Yes”", '"Yes"', "``Yes''"),
    ],
)
def test_spellings_of_one_value_become_one(spellings: tuple[str, ...]) -> None:
    assert len({plain(text) for text in spellings}) == 1


@pytest.mark.parametrize(
    "text",
    ["in 2015", "COVID-19", "one of them", "a mayor", "5m tall", "agent 007", "the 1.2.3 release"],
)
def test_what_is_no_plain_value_is_left_alone(text: str) -> None:
    assert plain(text) == f"{text}."


def test_values_of_other_size_stay_apart() -> None:
    values = ("24,000", "240,000", "2.4 million", "24 million", "2.4 billion")
    assert len({plain(value) for value in values}) == len(values)


def test_a_mask_hides_the_value_and_keeps_the_measure() -> None:
    assert masked("Some 1.5 million people fled") == masked("Some 40,000 people fled")
    assert masked("Some 40,000 people fled") != masked("Some 40,000 people died")


def test_every_text_ends_in_one_full_stop() -> None:
    assert [plain(text) for text in ("It rained", "It rained.", "It rained!")] == [
        "It rained.",
        "It rained.",
        "It rained!.",
    ]


@given(st.text(max_size=60))
def test_any_text_has_a_plain_form_without_stray_spaces(text: str) -> None:
    written = plain(text)
    assert written == " ".join(written.split())


def test_a_long_row_of_digits_is_read_in_no_time() -> None:
    assert len(plain("1" * 100_000)) == 100_001
