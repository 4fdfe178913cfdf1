from decimal import Decimal

import pytest

from factcheck.extract.quantities import find_quantities
from factcheck.extract.reading import Reading
from factcheck.schema import Quantity, Span
from factcheck.tokens import tokenize


def read(text: str, *taken: str) -> tuple[Reading, ...]:
    spans = tuple(Span(text.index(part), text.index(part) + len(part)) for part in taken)
    return find_quantities(text, tokenize(text), spans)


def quantity(text: str) -> Quantity:
    (reading,) = read(text)
    assert isinstance(reading.value, Quantity)
    return reading.value


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("a $20 billion deal", "20000000000", "USD"),
        ("for 20bn dollars", "20000000000", "USD"),
        ("Rs 2 crore", "20000000", "INR"),
        ("about £1,200 each", "1200", "GBP"),
        ("for 60 cents", "0.60", "USD"),
        ("€3.5m was paid", "3500000", "EUR"),
        ("rose to 5.25%", "5.25", "percent"),
        ("by 50 basis points", "50", "basis_point"),
        ("over 1,200 sq km", "1200", "km2"),
    ],
)
def test_units_and_currencies(text: str, low: str, unit: str) -> None:
    found = quantity(text)
    assert (found.low, found.high, found.unit) == (Decimal(low), Decimal(low), unit)


def test_nothing_is_read_from_taken_spans() -> None:
    assert read("in 12 May 2015 with 40 dead", "12 May 2015")[0].span == Span(20, 22)
