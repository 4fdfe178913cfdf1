from decimal import Decimal

import pytest

from factcheck.extract.quantities.line import Line, line_of
from factcheck.extract.quantities.names import cents_at, currency_at, currency_openers, unit_at
from factcheck.tokens import tokenize


def line(text: str) -> Line:
    return line_of(text, tokenize(text))


@pytest.mark.parametrize(
    ("text", "key", "tokens"),
    [
        ("square kilometres of", "km2", 2),
        ("square-kilometres of", "km2", 3),
        ("km/h on", "kmh", 3),
        ("km on", "km", 1),
        ("MW", "mw", 1),
        ("mg", "mg", 1),
        ("° C", "celsius", 2),
        ("light-years", "light_year", 3),
        ("miles per hour", "mph", 3),
    ],
)
def test_the_longest_unit_is_taken(text: str, key: str, tokens: int) -> None:
    found = unit_at(line(text), 0)
    assert found is not None
    assert (found.key, found.last) == (key, tokens)


@pytest.mark.parametrize("text", ["people", "m212", "kmx", ""])
def test_no_units(text: str) -> None:
    assert unit_at(line(text), 0) is None


def test_a_currency_may_run_into_its_number() -> None:
    found = currency_at(line("HK$10"), 0)
    assert found is not None
    assert (found.key, found.last) == ("HKD", 2)


def test_cents_are_a_hundredth() -> None:
    found = cents_at(line("pence"), 0)
    assert found is not None
    assert (found.key, found.factor, found.cents) == ("GBP", Decimal("0.01"), True)
    assert cents_at(line("pens"), 0) is None


def test_openers_are_lower_case() -> None:
    assert {"$", "usd", "musd", "rs"} <= currency_openers()
    assert all(word == word.lower() for word in currency_openers())
