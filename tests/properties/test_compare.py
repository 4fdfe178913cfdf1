"""What holds for any two values, not only for those of the tables."""

import datetime as dt
from decimal import Decimal
from typing import get_args

import msgspec
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factcheck.compare import compare, compare_words
from factcheck.schema import (
    Change,
    ChangeRole,
    DateBasis,
    DateRange,
    Direction,
    Granularity,
    Modifier,
    Quantity,
    QuantityKind,
    Quote,
    Role,
    Statement,
    Value,
)

RELATIONS = {"agrees", "differs", "undecided"}
NEAR_AND_FAR = {"agrees": 0, "undecided": 1, "differs": 2}
SINGLE: tuple[Modifier, ...] = ("", "only", "about", "nearly")

decimals = st.one_of(
    st.decimals(allow_nan=True, allow_infinity=True),
    st.integers(-(10**13), 10**13).map(Decimal),
    st.sampled_from(["1E+999999", "-1E-999999", "0", "1E+999999999999999999"]).map(Decimal),
)
units = st.sampled_from(["", "USD", "AUD", "franc", "km", "mile", "ton", "percent", "nosuch"])
quantities = st.builds(
    Quantity,
    st.sampled_from(get_args(QuantityKind)),
    decimals,
    decimals,
    decimals,
    unit=units,
    per=st.sampled_from(["", "", "year"]),
    modifier=st.sampled_from(get_args(Modifier)),
    role=st.sampled_from(get_args(ChangeRole)),
    direction=st.sampled_from(get_args(Direction)),
)
some_quantity = st.none() | quantities
changes = st.none() | st.builds(
    Change, some_quantity, some_quantity, some_quantity, st.sampled_from(get_args(Direction))
)
days = st.none() | st.dates()
dates = st.builds(
    DateRange,
    st.just(""),
    days,
    days,
    st.sampled_from(get_args(Granularity)),
    st.sampled_from(get_args(DateBasis)),
    st.none() | st.integers(0, 6),
    st.sampled_from(["", "21:30"]),
)
words = st.text(st.sampled_from("abA .…,[]()'’-“”0123%not\n"), max_size=40) | st.text(max_size=20)
quotes = st.builds(Quote, words, words)
roles = st.builds(Role, words, st.sampled_from(["mayor", "finance minister"]) | words, words)
statements = st.builds(Statement, words, words, st.booleans())
values = st.one_of(quantities, dates, quotes, roles, statements)


@given(values, values, changes, changes, st.booleans())
@settings(max_examples=60, deadline=None)
def test_any_two_values_compare(
    draft: Value, source: Value, ours: Change | None, theirs: Change | None, certain: bool
) -> None:
    assert compare(draft, source, ours, theirs, certain=certain).relation in RELATIONS


@given(quantities, quantities, changes, changes, st.booleans())
@settings(max_examples=70, deadline=None)
def test_any_two_quantities_compare(
    draft: Quantity, source: Quantity, ours: Change | None, theirs: Change | None, certain: bool
) -> None:
    assert compare(draft, source, ours, theirs, certain=certain).relation in RELATIONS


# Written figures: a few digits, a step that fits them, and a scale word or none.
@st.composite
def figures(draw: st.DrawFn, modifiers: tuple[Modifier, ...] = SINGLE) -> Quantity:
    kind: QuantityKind = draw(st.sampled_from(["count", "money", "percent", "measure", "fraction"]))
    step = Decimal(1).scaleb(draw(st.sampled_from([-2, -1, 0, 0, 0, 3, 5, 6, 9])))
    if kind == "fraction":
        step = Decimal("0.01")
    figure = draw(st.integers(1, 99 if kind == "fraction" else 30_000)) * step
    unit = {"money": "GBP", "measure": "km", "percent": "percent"}.get(kind, "")
    return Quantity(kind, figure, figure, step, unit, modifier=draw(st.sampled_from(modifiers)))


@given(figures(get_args(Modifier)))
@settings(max_examples=70, deadline=None)
def test_a_figure_agrees_with_itself(figure: Quantity) -> None:
    assert compare(figure, figure).relation == "agrees"


def exact(draft: Quantity, figure: Decimal) -> Quantity:
    """Return a source's figure of the draft's kind that has no margin of its own."""
    step = Decimal(0)
    return msgspec.structs.replace(draft, low=figure, high=figure, step=step, modifier="")


@given(
    figures((*SINGLE, "more_than", "less_than", "at_least", "at_most")),
    st.lists(st.integers(0, 4000), min_size=2, max_size=6),
    st.sampled_from([-1, 1]),
)
@settings(max_examples=70, deadline=None)
def test_green_and_red_never_touch(draft: Quantity, promille: list[int], way: int) -> None:
    """Moved away from the draft's figure, a source's figure agrees, then may be, then differs.

    A lower bound is left on its own side too: past twice of it, it is no longer green.
    """
    assume(draft.kind != "fraction")
    farthest = 4000 if way > 0 else 1000
    moves = [Decimal(move) / 1000 for move in sorted({0, *promille}) if move < farthest]
    found = [compare(draft, exact(draft, draft.low * (1 + way * move))).relation for move in moves]
    distances = [NEAR_AND_FAR[relation] for relation in found]
    assert distances == sorted(distances)
    assert distances[0] == 0


@given(figures(), st.decimals("1.0001", 3, places=4))
@settings(max_examples=70, deadline=None)
def test_between_green_and_red_there_is_room(draft: Quantity, factor: Decimal) -> None:
    """Two sources that are nearly equal are never one green and the other red."""
    assume(draft.kind != "fraction")
    border = draft.low * factor
    hair = draft.low * Decimal("1e-25")
    pair = {compare(draft, exact(draft, figure)).relation for figure in (border, border + hair)}
    assert pair != {"agrees", "differs"}


@given(figures(("",)), figures(("",)))
@settings(max_examples=70, deadline=None)
def test_red_is_symmetric(first: Quantity, second: Quantity) -> None:
    second = msgspec.structs.replace(second, kind=first.kind, unit=first.unit)
    there, back = compare(first, second), compare(second, first)
    assert (there.relation == "differs") == (back.relation == "differs")
    assert there.order == -back.order


@given(dates, dates)
@settings(max_examples=60, deadline=None)
def test_dates_differ_the_same_both_ways(first: DateRange, second: DateRange) -> None:
    there, back = compare(first, second), compare(second, first)
    assert (there.relation == "differs") == (back.relation == "differs")
    assert there.order == -back.order


@given(st.dates(), st.dates(), st.integers(0, 400))
@settings(max_examples=50, deadline=None)
def test_a_day_inside_a_range_corroborates_it_and_never_the_other_way(
    first: dt.date, day: dt.date, length: int
) -> None:
    last = first + dt.timedelta(min(length, (dt.date.max - first).days))
    span = DateRange("", first, last, "day")
    single = DateRange("", day, day, "day")
    inside = first <= day <= last
    assert (compare(span, single).relation == "agrees") == inside
    assert (compare(single, span).relation == "agrees") == (first == day == last)


@given(words, words)
@settings(max_examples=60, deadline=None)
def test_spans_of_words_stand_inside_the_words(quoted: str, text: str) -> None:
    found = compare_words(Quote(quoted, "Ana Reyes"), text, speaker="Reyes")
    assert all(0 <= span.start < span.end <= len(quoted) for span in found.differs)
    assert all(0 <= span.start < span.end <= len(text) for span in found.source_differs)


@given(st.lists(st.sampled_from("We will not pay any ransom to them 40".split()), min_size=1))
@settings(max_examples=50, deadline=None)
def test_a_part_of_the_words_is_found(spoken: list[str]) -> None:
    text = " ".join(spoken)
    part = " ".join(spoken[len(spoken) // 3 :])
    assert compare_words(Quote(part, "Ana Reyes"), text, speaker="Reyes").reason == "quote-found"
