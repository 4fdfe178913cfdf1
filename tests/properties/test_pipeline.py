"""P10-P13: no text crashes the reading of claims, slows it, or makes a span point elsewhere."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.pipeline import explain_claims, read_claims
from factcheck.readers import read_text
from factcheck.schema import Claim, Quantity, Span, encode_claims
from factcheck.segment import segment
from factcheck.tokens import tokenize
from tests.clock import seconds
from tests.hostile.zoo import BAITS, bait

DAY = dt.date(2023, 6, 14)
PIECES = [
    "over", "8,219", "240,000", "$20 billion", "12%", "people", "killed", "in", "Norland", ",",
    ".", "“", "”", '"', "said", "Ana Reyes", "the finance minister", "on Monday", "May 2015",
    "not", "\u200b", "\u202e", "\n\n", "1e400", "9" * 60, "٤٢", "５６７", "½", "(", ")", "to",
    "from", "GBP", "million", "a", "that", "#", "|", "\t", "’s", "two", "thirds", "of them",
]  # fmt: skip
texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join),
)


def claims_of(text: str) -> tuple[Claim, ...]:
    return read_claims(read_text(text, "a.txt"), DAY)


@settings(max_examples=150, deadline=None)
@given(texts)
def test_any_text_gives_claims_that_point_at_it(text: str) -> None:
    document = read_text(text, "a.txt")
    claims = read_claims(document, DAY)
    for claim in claims:
        assert document.text[claim.span.start : claim.span.end] == claim.text
        assert claim.text.strip()
        assert claim.sentence.start <= claim.span.start
        assert document.line_at(claim.span.start) >= 1
        if isinstance(claim.value, Quantity):
            assert claim.value.low.is_finite()
            assert claim.value.high.is_finite()
            assert claim.value.low <= claim.value.high
    assert encode_claims(claims)
    assert len({claim.id for claim in claims}) == len(claims)


@settings(max_examples=60, deadline=None)
@given(texts)
def test_every_number_is_claimed_or_explained(text: str) -> None:
    """No numeral is dropped in silence: a claim covers it, or a reason is given."""
    document = read_text(text, "a.txt")
    claims, blocked = explain_claims(document, DAY)
    assert claims == read_claims(document, DAY)
    spans = [claim.span for claim in claims if claim.kind in ("quantity", "date", "role")]
    spans += [block.span for block in blocked]
    for sentence in segment(document):
        for token in tokenize(document.text[sentence.span.start : sentence.span.end]):
            if token.kind == "number":
                at = Span(token.start, token.end).shifted(sentence.span.start)
                assert any(span.overlaps(at) for span in spans), at


FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
ENDS = ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c"]


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 9_999_999),
    st.lists(st.sampled_from(["\u200b", "\u00ad", "\ufeff", "\u202e", "\u0301"]), max_size=3),
    st.booleans(),
    st.sampled_from(ENDS),
)
def test_a_figure_is_found_whatever_stands_in_it_and_before_it(
    number: int, hidden: list[str], is_full_width: bool, end: str
) -> None:
    digits = str(number).translate(FULL_WIDTH) if is_full_width else str(number)
    written = digits[0] + "".join(hidden) + digits[1:]
    document = read_text(f"It rained.{end}{end}The quake killed {written} people.{end}", "a.txt")
    (claim,) = [c for c in read_claims(document, DAY) if c.kind == "quantity"]
    assert isinstance(claim.value, Quantity)
    assert claim.value.low == number
    assert "".join(filter(str.isdigit, claim.text)) == digits
    assert document.text[claim.span.start : claim.span.end] == claim.text


def seconds_and_claims(text: str) -> tuple[float, int]:
    """Return the best of some processor times, and how many claims were read."""
    return seconds(lambda: claims_of(text)), len(claims_of(text))


def allowed(characters: int, claims: int) -> float:
    """Return the seconds that a text may take: three for 100 KB, and a thousandth a claim."""
    return max(0.3, characters / 33_000) + claims / 1_000


def assert_linear(unit: str, length: int) -> None:
    """P11 for the whole reading: at most 2.6 times for twice the bait."""
    for _ in range(3):  # a busy machine may spoil one try
        short, _ = seconds_and_claims(bait(unit, length // 2))
        double, claims = seconds_and_claims(bait(unit, length))
        if double <= max(0.3, 2.6 * short):
            break
    assert double <= allowed(length, claims)
    assert double <= max(0.3, 2.6 * short)


@pytest.mark.parametrize("name", BAITS)
def test_time_grows_in_step_with_length(name: str) -> None:
    assert_linear(BAITS[name], 10_000)


@pytest.mark.slow
@pytest.mark.parametrize("name", BAITS)
def test_time_grows_in_step_with_great_length(name: str) -> None:
    assert_linear(BAITS[name], 80_000)
