"""What holds of every figure, whatever the text: spans, bounds, time, and the way back."""

import itertools
from decimal import Decimal

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from factcheck.extract.blockers import find_blocked
from factcheck.extract.quantities import find_quantities
from factcheck.extract.reading import Reading
from factcheck.schema import Quantity, Span
from factcheck.tokens import tokenize
from factcheck.wording import say_quantity
from tests.clock import seconds

PIECES = st.sampled_from(
    (
        "12 3 1,234 0.5 240,000 1e400 9999999999 one two twenty hundred thousand million bn m k "
        "dozen dozens half third and a of to from between over under about at least more than "
        "not $ £ € % per cent km miles year years ago people homes rose fell by - – / ( ) . , 's "
        'point minus aged old May 2015 F-16 G7 ½ ² ° C " in p 1st second percentage points'
    ).split(" ")
)
TEXTS = st.lists(PIECES, max_size=25).map(" ".join)
GLUED = st.lists(PIECES, max_size=12).map("".join)


def read(text: str) -> tuple[Reading, ...]:
    tokens = tokenize(text)
    return find_quantities(text, tokens, tuple(block.span for block in find_blocked(text, tokens)))


def value(reading: Reading) -> Quantity:
    assert isinstance(reading.value, Quantity)
    return reading.value


@given(TEXTS | GLUED)
def test_spans_are_in_order_inside_the_text_and_apart(text: str) -> None:
    end = 0
    for reading in read(text):
        assert end <= reading.span.start < reading.span.end <= len(text)
        assert text[reading.span.start : reading.span.end].strip()
        end = reading.span.end


@given(TEXTS | GLUED)
def test_blocked_spans_are_in_order_and_no_figure_overlaps_one(text: str) -> None:
    tokens = tokenize(text)
    blocked = find_blocked(text, tokens)
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(blocked))
    for reading in find_quantities(text, tokens, tuple(block.span for block in blocked)):
        assert not any(reading.span.overlaps(block.span) for block in blocked)


@example("$ 12", 1, 1)
@given(TEXTS | GLUED, st.integers(0, 60), st.integers(1, 20))
def test_no_figure_overlaps_a_taken_span(text: str, start: int, length: int) -> None:
    taken = Span(start, start + length)
    for reading in find_quantities(text, tokenize(text), (taken,)):
        assert not reading.span.overlaps(taken)


NUMERALS = st.from_regex(
    r"[-$£]?[0-9]{1,45}([.,][0-9]{1,45}){0,3}(e[-+]?[0-9]{1,10})?", fullmatch=True
)


@given(NUMERALS, st.sampled_from(["", " million", " trillion trillion", "%", "bn", " km"]))
def test_no_value_is_infinite_or_slow(numeral: str, unit: str) -> None:
    text = f"They counted {numeral}{unit} of it."
    readings = read(text)
    assert seconds(lambda: read(text), tries=1) < 0.5
    for reading in readings:
        found = value(reading)
        for number in (found.low, found.high, found.step):
            assert number.is_finite()
            assert number == 0 or -71 <= number.adjusted() <= 71
            assert len(number.as_tuple().digits) <= 112


def counts() -> st.SearchStrategy[Quantity]:
    numbers = st.integers(2, 10**9).map(Decimal)
    modifiers = st.sampled_from(["", "about", "nearly", "more_than", "less_than", "at_least"])
    nouns = st.sampled_from(["", "person", "home", "Syrian", "body", "city"])
    return st.builds(
        lambda n, m, noun: Quantity("count", n, n, Decimal(1), of=noun, modifier=m),
        *(numbers, modifiers, nouns),
    )


def measured() -> st.SearchStrategy[Quantity]:
    units = st.sampled_from(
        [
            *[("money", "USD"), ("money", "GBP"), ("money", "SEK"), ("money", "franc")],
            *[("percent", "percent"), ("percentage_point", "percentage_point")],
            *[("measure", "km"), ("measure", "mile"), ("measure", "km2"), ("measure", "tonne")],
            *[("duration", "year"), ("duration", "hour"), ("temperature", "celsius")],
            ("age", "year"),
        ]
    )
    steps = st.sampled_from([("1", 9999), ("0.01", 999999), ("1000000", 999), ("100000", 99)])
    per = st.sampled_from(["", "year", "day"])

    def build(unit: tuple[str, str], step: tuple[str, int], digits: int, rate: str) -> Quantity:
        place = Decimal(step[0])
        number = (2 + digits % step[1]) * place if place >= 1 else 100 + digits % step[1] * place
        rate = rate if unit[0] in ("money", "measure") else ""
        if unit[0] in ("age", "temperature", "duration"):
            number, place = Decimal(2 + digits % 99), Decimal(1)
        return Quantity(unit[0], number, number, place, unit[1], rate)  # type: ignore[arg-type]

    return st.builds(build, units, steps, st.integers(0, 10**6), per)


@settings(max_examples=200)
@given(counts() | measured())
def test_what_is_said_is_read_back(quantity: Quantity) -> None:
    text = f"They reported {say_quantity(quantity)}."
    if quantity.kind == "count" and 1700 <= quantity.low < 2100 and not quantity.of:
        text = text.replace(",", "")
        assume(quantity.modifier)
    (reading,) = read(text)
    found = value(reading)
    assert (found.kind, found.unit, found.per, found.of, found.modifier) == (
        *(quantity.kind, quantity.unit, quantity.per, quantity.of, quantity.modifier),
    )
    assert (found.low, found.high, found.step) == (quantity.low, quantity.high, quantity.step)
