"""The stored form of claims round-trips and is checked on reading."""

import datetime as dt
import time
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import schema


def claim(value: schema.Value) -> schema.Claim:
    return schema.Claim(
        id="d:0-3",
        fingerprint="f",
        kind="quantity",
        span=schema.Span(0, 3),
        sentence=schema.Span(0, 10),
        clause=schema.Span(0, 10),
        text="abc",
        value=value,
        measure=schema.Measure(noun="home", words=("flood", "home")),
        entities=(schema.Entity("Syria", "place", "title"),),
        status="actual",
        period=None,
        change=schema.Change(by=schema.Quantity("percent", Decimal(3), Decimal(3), Decimal(1))),
        as_of=dt.date(2015, 9, 27),
    )


VALUES: list[schema.Value] = [
    schema.Quantity("count", Decimal("1.50"), Decimal("2E+9"), Decimal("0.01"), of="home"),
    schema.DateRange("2015-09", dt.date(2015, 9, 1), dt.date(2015, 9, 30), "month"),
    schema.Quote("we do not plan to", "Ana Reyes"),
    schema.Role("Ana Reyes", "minister", tense="former"),
    schema.Statement("ministry", "decline", negated=True),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda v: type(v).__name__)
def test_claims_round_trip_with_the_same_bytes(value: schema.Value) -> None:
    data = schema.encode_claims((claim(value),))
    assert schema.decode_claims(data) == (claim(value),)
    assert schema.encode_claims(schema.decode_claims(data)) == data


def test_a_rank_is_stored_only_where_there_is_one() -> None:
    unranked = claim(VALUES[2])
    assert b"rank" not in schema.encode_claims((unranked,))
    ranked = msgspec.structs.replace(unranked, rank=3)
    assert schema.decode_claims(schema.encode_claims((ranked,))) == (ranked,)


def test_a_field_of_another_type_is_refused() -> None:
    data = schema.encode_claims((claim(VALUES[0]),)).replace(b'"start":0', b'"start":"0"')
    with pytest.raises(msgspec.ValidationError):
        schema.decode_claims(data)


def test_line_is_counted_in_the_text_or_taken_from_anchors() -> None:
    origin = schema.Origin("a", "a", "", "", None, "")
    plain = schema.Document(origin, "one\ntwo\nthree", ())
    assert [plain.line_at(n) for n in (0, 3, 4, 9, 13)] == [1, 1, 2, 3, 3]
    record = schema.Document(origin, "one\ntwo", (), (schema.LineAnchor(0, 41),))
    assert [record.line_at(n) for n in (0, 5)] == [41, 41]
    anchors = (schema.LineAnchor(1, 7), schema.LineAnchor(5, 9))
    page = schema.Document(origin, "one\ntwo", (), anchors)
    assert [page.line_at(n) for n in (0, 1, 4, 5, 6)] == [7, 7, 7, 9, 9]


@given(st.lists(st.text("a\n\r\u2028", max_size=30), min_size=1, max_size=3))
def test_a_line_is_one_more_than_the_breaks_before_it(texts: list[str]) -> None:
    for text in texts:
        document = schema.Document(schema.Origin("a", "a", "", "", None, ""), text, ())
        lines = [document.line_at(offset) for offset in range(len(text) + 1)]
        assert lines == [text.count("\n", 0, offset) + 1 for offset in range(len(text) + 1)]


def test_the_lines_of_a_long_text_take_time_in_step_with_its_length() -> None:
    text = "A line.\n" * 100_000
    document = schema.Document(schema.Origin("a", "a", "", "", None, ""), text, ())
    began = time.process_time()
    assert document.line_at(len(text) - 1) == 100_000
    for offset in range(0, len(text), 8):
        document.line_at(offset)
    assert time.process_time() - began < 3  # a tenth in one pass, half a minute with a count each
