from decimal import Decimal

import pytest

from factcheck.schema import Modifier, Quantity, QuantityKind
from factcheck.wording import say_quantity


def made(
    kind: QuantityKind,
    low: str,
    high: str = "",
    *,
    step: str = "1",
    unit: str = "",
    per: str = "",
    of: str = "",
    modifier: Modifier = "",
) -> Quantity:
    ends = Decimal(low), Decimal(high or low)
    return Quantity(kind, *ends, Decimal(step), unit, per, of, modifier)


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (made("count", "8000", of="person", modifier="more_than"), "more than 8,000 people"),
        (made("count", "500", of="home", modifier="less_than"), "fewer than 500 homes"),
        (made("count", "15000", "20000", of="person"), "15,000 to 20,000 people"),
        (made("count", "20", "30", modifier="between"), "between 20 and 30"),
        (made("count", "12", "120", step="12", of="school", modifier="vague"), "dozens of schools"),
        (
            made("count", "100000", "1000000", step="100000", modifier="vague"),
            "hundreds of thousands",
        ),
        (made("count", "24", step="12", of="shop"), "2 dozen shops"),
        (made("count", "1", of="child"), "1 child"),
        (made("count", "8200", step="100"), "8.2 thousand"),
        (made("count", "500", step="100", of="home"), "500 homes"),
        (made("money", "600000000", step="100000000", unit="USD"), "$0.6 billion"),
        (
            made("count", "10000", "100000", step="10000", of="person", modifier="vague"),
            "tens of thousands of people",
        ),
        (made("count", "142600000000", step="1000000"), "142,600 million"),
        (made("money", "20000000000", step="1000000000", unit="USD"), "$20 billion"),
        (made("money", "40000000", step="1000000", unit="GBP"), "GBP 40 million"),
        (made("money", "0.6", step="0.01", unit="USD", per="share"), "$0.60 per share"),
        (made("money", "-5", unit="USD"), "-$5"),
        (made("money", "20000000", step="10000000", unit="INR"), "INR 2 crore"),
        (made("money", "10", "20", unit="EUR"), "EUR 10 to EUR 20"),
        (made("money", "400", "450", unit="USD", modifier="between"), "between $400 and $450"),
        (made("money", "528", unit="franc"), "528 francs"),
        (
            made("money", "1000000", "10000000", unit="GBP", modifier="vague"),
            "millions of GBP",
        ),
        (made("percent", "5.25", step="0.01", unit="percent"), "5.25%"),
        (made("percent", "15", "20", unit="percent"), "15% to 20%"),
        (made("percentage_point", "3", unit="percentage_point"), "3 percentage points"),
        (made("duration", "1", unit="year"), "1 year"),
        (made("duration", "4", unit="hour", per="day"), "4 hours per day"),
        (made("measure", "1200", unit="km2"), "1,200 square kilometres"),
        (made("temperature", "-15", unit="celsius"), "-15 degrees celsius"),
        (made("age", "25", unit="year"), "25 years old"),
        (made("fraction", "0.5"), "half"),
        (made("fraction", "0.75"), "three-quarters"),
        (made("fraction", "0.35", step="0.01"), "0.35"),
        (made("ratio", "0.8", step="0.2"), "4 in 5"),
        (made("multiplier", "2"), "doubled"),
        (made("multiplier", "10"), "10-fold"),
        (made("frequency", "3", per="week"), "3 times per week"),
        (made("ordinal", "22"), "22nd"),
        (made("ordinal", "112"), "112th"),
        (made("score", "60", "40"), "60-40"),
        (made("count", "45", per="100000 person"), "45 per 100,000 people"),
    ],
)
def test_words(quantity: Quantity, words: str) -> None:
    assert say_quantity(quantity) == words


def test_a_third_is_a_third_to_the_last_digit_we_keep() -> None:
    third = Decimal("0.3333333333333333333333333333333333333333")
    assert say_quantity(Quantity("fraction", third, third, Decimal("0.01"))) == "a third"
