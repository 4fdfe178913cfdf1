import pytest

from factcheck.extract.quantities import find_quantities, is_conversion
from factcheck.tokens import tokenize


@pytest.mark.parametrize(
    "text",
    [
        "$20m (GBP 15m)",
        "4.5 million Canadian dollars ($3.3 million)",
        "2.6 billion shekels (about $700 million)",
        "25.4 cm (10 inches)",
        "50 mph (or 80 km/h)",
        "50 degrees F (10 degrees C)",
        "67 kW / 91 PS",
        "14 kilometres (almost nine miles)",
        "14 kilometres (just under nine miles)",
    ],
)
def test_a_bracket_behind_a_figure_converts_it(text: str) -> None:
    first, second = find_quantities(text, tokenize(text), ())
    assert is_conversion(text, first, second)


@pytest.mark.parametrize(
    "text",
    [
        "$20m and GBP 15m",
        "$20m ($15m)",
        "$20m (12 men)",
        "40 men (12 women)",
        "$20m (he said that it was no more than GBP 15m)",
    ],
)
def test_what_converts_nothing(text: str) -> None:
    first, second = find_quantities(text, tokenize(text), ())
    assert not is_conversion(text, first, second)
