import pytest

from factcheck.extract.quantities import find_quantities, is_conversion
from factcheck.tokens import tokenize


@pytest.mark.parametrize(
    "text",
    [
        "$20m (GBP 15m)",
        "10.5 million Australian dollars ($7.5 million)",
        "1.3 billion shekels (about $350 million)",
        "15.5 cm (6.1 inches)",
        "87 mph (or 140 km/h)",
        "2.14 degrees F (1.19 degrees C)",
        "224 kW / 300 PS",
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
