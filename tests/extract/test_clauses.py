"""The clause around a value ends at marks and conjunctions, not inside a list of names."""

import pytest

from factcheck.extract.clauses import clause_around
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
