"""Which values can be compared, and statements."""

import itertools

import pytest

from factcheck.compare import Comparison, compare
from factcheck.schema import DateRange, Quote, Role, Statement, Value
from tests.compare.values import q

VALUES: list[Value] = [
    q(5),
    DateRange("2015", None, None, "year", "unresolved"),
    Quote("We will not pay", "Ana Reyes"),
    Role("Ana Reyes", "mayor"),
    Statement("ministry", "decline"),
]


@pytest.mark.parametrize(("draft", "source"), list(itertools.permutations(VALUES, 2)))
def test_values_of_two_types_are_not_comparable(draft: Value, source: Value) -> None:
    assert compare(draft, source) == Comparison("undecided", "not-comparable")


@pytest.mark.parametrize(
    ("source", "relation", "reason"),
    [
        (Statement("ministry", "decline", negated=True), "differs", "negated"),
        (Statement("ministry", "decline"), "undecided", "not-comparable"),
        (Statement("ministry", "agree", negated=True), "undecided", "other-subject"),
        (Statement("mayor", "decline", negated=True), "undecided", "other-subject"),
    ],
)
def test_statements(source: Statement, relation: str, reason: str) -> None:
    found = compare(Statement("ministry", "decline"), source)
    assert (found.relation, found.reason) == (relation, reason)
