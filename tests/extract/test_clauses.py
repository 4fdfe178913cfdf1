"""The clause around a value ends at marks and conjunctions, not inside a list of names."""

import pytest

from factcheck.extract.clauses import clause_around, share_verb
from factcheck.schema import Span
from factcheck.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "value", "clause"),
    [
        ("In May, 40 people died, officials said.", "40", "40 people died"),
        ("It said that 40 people died while 9 fled.", "40", "40 people died"),
        (
            "In Iraq, Iran and Syria 40 people died.",
            "40",
            "In Iraq, Iran and Syria 40 people died.",
        ),
        ("40", "40", "40"),
    ],
)
def test_clause(text: str, value: str, clause: str) -> None:
    start = text.index(value)
    span = clause_around(tokenize(text), Span(start, start + len(value)))
    assert text[span.start : span.end] == clause


@pytest.mark.parametrize(
    ("text", "value", "date", "same"),
    [
        ("He was jailed for seven years for stealing cars in 2019.", "seven", "2019", False),
        ("He was jailed for seven years for stealing 12 cars in 2019.", "12", "2019", True),
        ("He was jailed in 2021 for stealing 12 cars.", "12", "2021", False),
        ("The man who stole 12 cars was jailed in 2021.", "12", "2021", False),
        ("The man who was jailed for 12 years in 2021.", "12", "2021", True),
        ("He paid 12 dollars for nothing in 2021.", "12", "2021", True),
    ],
)
def test_one_verb(text: str, value: str, date: str, same: bool) -> None:
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (value, date)]
    tokens = tokenize(text)
    assert share_verb(tokens, clause_around(tokens, spans[0]), spans[1], spans[0]) is same
