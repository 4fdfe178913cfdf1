"""Sentences at the edge of a rule: what looks like the start of a figure and is none."""

import pytest

from factcheck.extract.quantities import find_quantities
from factcheck.schema import Quantity
from factcheck.tokens import tokenize
from factcheck.wording import say_quantity


def said(text: str) -> list[str]:
    found = find_quantities(text, tokenize(text), ())
    return [say_quantity(r.value) for r in found if isinstance(r.value, Quantity)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("A child was hurt.", []),
        ("They walked 3 b and left.", ["3"]),
        ("Three hundred and 21 homes burned.", ["321 homes"]),
        ("At least one hurt was brought in.", ["at least 1 hurt"]),
        ("The lost 40 works were found.", ["40 works"]),
        ("It rose by fewer than 50 people.", ["fewer than 50 people"]),
        ("Sold 5kg-7 kg of rice.", ["5 to 7 kilograms"]),
        ("Between 5 and 7% of 8 homes burned.", ["between 5% and 7%", "8 homes"]),
        ("They rose 5 to 12 million.", ["5 million to 12 million"]),
        ("It lasted five minutes and 2 feet 5 inches.", ["5 minutes", "29 inches"]),
        ("A 5% rise and 16 per cent higher prices.", ["5%", "16%"]),
        ("The 88 rebel and regime forces left.", ["88 forces"]),
        ("He ran 5 m in the rain.", ["5 metres"]),
    ],
)
def test_a_sentence(text: str, figures: list[str]) -> None:
    assert said(text) == figures
