"""P11: reading figures takes time in step with the length of the text, whatever the text."""

from collections.abc import Callable

import pytest

from factcheck.extract.blockers import find_blocked
from factcheck.extract.quantities import find_quantities
from factcheck.tokens import tokenize
from tests.clock import assert_in_step, seconds
from tests.hostile.zoo import BAITS

FIGURES = {
    "counts": "12 ",
    "ranges": "12-",
    "to": "12 to ",
    "and": "twelve and ",
    "hundreds": "two hundred ",
    "scales": "million ",
    "halves": "a half ",
    "currencies": "$",
    "codes": "USD 5 ",
    "units": "5 square ",
    "inches": '5" ',
    "kelvin": "5.25K ",
    "glued": "a1",
    "capitals and numbers": "Reyes 5 ",
    "number words": "Four ",
    "modifiers": "more than ",
    "rates": "5 per ",
    "changes": "rose from 5 to ",
    "sums": "5 feet ",
    "groups": "123 ",
    "spaced commas": "1 , 000 ",
    "percent": "5%",
    "ages": "aged 5 and ",
    "brackets": "(5) ",
    "powers": "5^",
    "ordinals": "twenty-first ",
    "times": "three times ",
    "of the": "12 of the ",
    "nouns": "12 sales ",
    "phones": "020 7946 ",
    "urls": "www.",
}


def figures(text: str) -> None:
    find_quantities(text, tokenize(text), ())


def blocked(text: str) -> None:
    find_blocked(text, tokenize(text))


def assert_linear(read: Callable[[str], None], bait: str, length: int) -> None:
    text = bait * length
    assert_in_step(lambda size: read(text[:size]), length // 2, length)
    long = seconds(lambda: read(text[:length]))
    assert long * 100_000 / length <= 4, f"{long:.3f} s for {length} characters"


@pytest.mark.parametrize("read", [figures, blocked])
@pytest.mark.parametrize("bait", [*BAITS.values(), *FIGURES.values()])
def test_time_grows_in_step_with_length(read: Callable[[str], None], bait: str) -> None:
    assert_linear(read, bait, 2_000)


@pytest.mark.slow
@pytest.mark.parametrize("read", [figures, blocked])
@pytest.mark.parametrize("bait", [*BAITS.values(), *FIGURES.values()])
def test_long_texts_too(read: Callable[[str], None], bait: str) -> None:
    assert_linear(read, bait, 80_000)
