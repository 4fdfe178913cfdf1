"""Movements: any two of start, end, difference and ratio give the rest."""

import pytest

from factcheck.compare import Comparison, compare
from factcheck.schema import Change, ChangeRole, Direction, Quantity
from tests.compare.values import measured, money, percent, points, q, share

AGREES, VALUE = ("agrees", "value-agrees"), ("differs", "value-differs")
UNKNOWN, UNIT = ("undecided", "not-comparable"), ("differs", "unit-differs")
NEAR, ROUNDER = ("undecided", "near-value"), ("undecided", "less-precise")


def fold(figure: str, step: str = "1", way: Direction = "up", role: ChangeRole = "by") -> Quantity:
    return q(figure, step, kind="multiplier", role=role, way=way)


def number(figure: int, role: ChangeRole, way: Direction = "") -> Quantity:
    return q(figure, role=role, way=way)


def moved(
    start: Quantity | None = None,
    end: Quantity | None = None,
    by: Quantity | None = None,
    way: Direction = "",
) -> Change:
    return Change(start, end, by, way)


FALL = moved(percent("12", role="from"), percent("8", role="to"), None, "down")
RISE = moved(number(200, "from"), number(400, "to"), None, "up")
GROWTH = moved(number(203, "from"), None, percent("50", role="by", way="up"), "up")
THIRD = "0.3333333333"

ROWS: dict[str, tuple[Quantity, Change, tuple[str, str]]] = {
    "by a third": (share(THIRD, role="by", way="down"), FALL, AGREES),
    "by half": (share("0.5", role="by", way="down"), FALL, VALUE),
    "by 33%": (percent("33", role="by", way="down"), FALL, AGREES),
    "by 40%, within reach of rounded ends": (percent("40", role="by", way="down"), FALL, NEAR),
    "by 60%": (percent("60", role="by", way="down"), FALL, VALUE),
    "by 4 points": (points("4", role="by", way="down"), FALL, AGREES),
    "by 6 points": (points("6.5", "0.1", role="by", way="down"), FALL, VALUE),
    "by 400 basis points": (
        q(400, 1, kind="percentage_point", unit="basis_point", role="by", way="down"),
        FALL,
        AGREES,
    ),
    "up by a third": (share(THIRD, role="by", way="up"), FALL, VALUE),
    "from 12%": (percent("12", role="from"), FALL, AGREES),
    "from 15%": (percent("15", role="from"), FALL, VALUE),
    "to 8%": (percent("8", role="to"), FALL, AGREES),
    "at 8%": (percent("8"), FALL, AGREES),
    "to 12%": (percent("12", role="to"), FALL, VALUE),
    "doubled": (fold("2"), RISE, AGREES),
    "more than doubled": (
        q(2, 1, "at_least", "multiplier", role="by", way="up"),
        RISE,
        ("agrees", "bound-holds"),
    ),
    "tripled": (fold("3"), RISE, VALUE),
    "halved": (fold("2", way="down"), RISE, VALUE),
    "up 100%": (percent("100", role="by", way="up"), RISE, AGREES),
    "up by 200": (number(200, "by", "up"), RISE, AGREES),
    "up by 150": (number(150, "by", "up"), RISE, VALUE),
    "grew to 304": (number(304, "to"), GROWTH, NEAR),
    "grew to 350": (number(352, "to"), GROWTH, VALUE),
    "by half, said as 50%": (share("0.5", role="by", way="up"), GROWTH, AGREES),
    "by 50%, in people": (number(102, "by", "up"), GROWTH, UNKNOWN),
    "half as many again": (fold("1.5", "0.1"), GROWTH, AGREES),
    "grew from 203": (number(203, "from"), GROWTH, AGREES),
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
def test_a_draft_against_a_movement(row: tuple[Quantity, Change, tuple[str, str]]) -> None:
    draft, change, expected = row
    for source in (change.start, change.end, change.by):
        if source is not None and source.role != "by":
            found = compare(draft, source, None, change)
            assert (found.relation, found.reason) == expected


DERIVED: dict[str, tuple[Quantity, Change, tuple[str, str]]] = {
    "start from end and length": (
        number(150, "from"),
        moved(None, number(203, "to"), number(53, "by"), "up"),
        AGREES,
    ),
    "start, falling": (
        number(256, "from"),
        moved(None, number(203, "to"), number(53, "by"), "down"),
        AGREES,
    ),
    "start from end and percentage": (
        number(202, "from"),
        moved(None, number(303, "to"), percent("50", role="by"), "up"),
        AGREES,
    ),
    "start from end and fold": (
        number(101, "from"),
        moved(None, number(303, "to"), fold("3"), "up"),
        AGREES,
    ),
    "end from start and fold": (
        number(303, "to"),
        moved(number(101, "from"), None, fold("3"), "up"),
        AGREES,
    ),
    "end from start and fold, falling": (
        number(101, "to"),
        moved(number(303, "from"), None, fold("3", way="down"), "down"),
        AGREES,
    ),
    "end from start and half": (
        number(101, "to"),
        moved(number(202, "from"), None, fold("0.5", "0.1"), "down"),
        AGREES,
    ),
    "end from start and points": (
        percent("15", role="to"),
        moved(percent("12", role="from"), None, points("3", role="by"), "up"),
        AGREES,
    ),
    "end from start and length in another unit": (
        measured("7", "km"),
        moved(measured("5", "km"), None, q(2000, kind="measure", unit="m", role="by"), "up"),
        AGREES,
    ),
    "percentage by percent may mean either": (
        percent("15", role="to"),
        moved(percent("12", role="from"), None, percent("3", role="by"), "up"),
        UNKNOWN,
    ),
    "no way told": (
        number(256, "to"),
        moved(number(203, "from"), None, number(53, "by")),
        UNKNOWN,
    ),
    "nothing but the length": (number(256, "to"), moved(by=number(53, "by"), way="up"), UNKNOWN),
    "no start": (number(256, "from"), moved(by=number(53, "by"), way="up"), UNKNOWN),
    "length in people, start in money": (
        number(256, "to"),
        moved(money("203"), None, number(53, "by"), "up"),
        UNKNOWN,
    ),
    "a length with a rate": (
        number(256, "to"),
        moved(number(203, "from"), None, q(53, role="by", per="year"), "up"),
        UNKNOWN,
    ),
    "a vague start": (
        number(256, "to"),
        moved(q(200, 1, "more_than", role="from"), None, number(53, "by"), "up"),
        UNKNOWN,
    ),
}


@pytest.mark.parametrize("row", DERIVED.values(), ids=DERIVED.keys())
def test_what_a_movement_gives(row: tuple[Quantity, Change, tuple[str, str]]) -> None:
    draft, change, expected = row
    source = change.by or change.end or change.start
    assert source is not None
    found = compare(draft, source, None, change)
    assert (found.relation, found.reason) == expected


def by(draft: Quantity, source: Quantity, *, certain: bool = False) -> tuple[str, str]:
    found = compare(draft, source, certain=certain)
    return found.relation, found.reason


SAID: list[tuple[Quantity, Quantity, tuple[str, str]]] = [
    (percent("3", role="by", way="up"), percent("3", role="by", way="up"), AGREES),
    (percent("3", role="by", way="up"), percent("3", role="by", way="down"), VALUE),
    (percent("3", role="by", way="up"), percent("3", role="by"), ROUNDER),
    (percent("3", role="by"), percent("3", role="by", way="down"), AGREES),
    (percent("3", role="by", way="up"), percent("3"), UNKNOWN),
    (percent("3", role="by", way="up"), percent("3", way="up"), AGREES),
    (percent("3", role="by", way="up"), percent("9", role="by", way="up"), VALUE),
    (percent("8"), percent("8", role="by"), UNKNOWN),
    (percent("8"), percent("8", role="from"), UNKNOWN),
    (percent("8", role="to"), percent("8"), AGREES),
    (percent("8", role="from"), percent("8"), UNKNOWN),
    (fold("2"), percent("100", role="by", way="up"), AGREES),
    (fold("2"), percent("200", role="by", way="up"), VALUE),
    (fold("2"), percent("100", role="by"), UNKNOWN),
    (fold("0.5", "0.1", "down"), percent("50", role="by", way="down"), AGREES),
    (percent("100", role="by", way="up"), fold("2"), AGREES),
    (percent("50", role="by", way="down"), fold("2", way="down"), AGREES),
    (percent("50", role="by", way="down"), fold("0.5", "0.1", "down"), AGREES),
    (points("3", role="by", way="up"), fold("2"), UNKNOWN),
    (fold("2", role="", way=""), fold("2", role="", way=""), AGREES),
    (fold("2", role="", way=""), fold("3", role="", way=""), VALUE),
]


SLUMP = moved(number(203, "from"), number(91, "to"), None, "down")
HALVED = fold("0.5", "1", "down")
OVER_HALVED = q("0.5", 1, "more_than", "multiplier", role="by", way="down")
HALVES: list[tuple[Quantity, Change, tuple[str, str]]] = [
    (HALVED, SLUMP, VALUE),
    (HALVED, moved(number(203, "from"), number(101, "to")), AGREES),
    (OVER_HALVED, SLUMP, ("agrees", "bound-holds")),
    (OVER_HALVED, moved(number(203, "from"), number(121, "to")), ("differs", "bound-violated")),
    (share("0.5", role="by", way="down"), moved(by=HALVED), AGREES),
    (percent("50", role="by", way="down"), moved(by=HALVED), AGREES),
    (percent("51", role="by", way="down"), moved(by=HALVED), ROUNDER),
    (HALVED, moved(by=percent("50", role="by", way="down")), AGREES),
    (HALVED, moved(by=HALVED), AGREES),
    (fold("2"), moved(by=HALVED), VALUE),
    (number(101, "to"), moved(number(202, "from"), by=HALVED, way="down"), AGREES),
]


@pytest.mark.parametrize(("draft", "change", "expected"), HALVES)
def test_a_fold_below_one_is_the_share_lost(
    draft: Quantity, change: Change, expected: tuple[str, str]
) -> None:
    source = change.by or change.end
    assert source is not None
    found = compare(draft, source, None, change)
    assert (found.relation, found.reason) == expected


def test_a_length_is_in_the_rate_of_its_ends() -> None:
    start = q(1203, role="from", kind="money", unit="GBP", per="month")
    change = moved(start, None, q(200, role="by", kind="money", unit="GBP"), "up")
    draft = q(1403, role="to", kind="money", unit="GBP", per="month")
    assert compare(draft, start, None, change).relation == "agrees"


@pytest.mark.parametrize(("draft", "source", "expected"), SAID)
def test_lengths_as_they_are_said(
    draft: Quantity, source: Quantity, expected: tuple[str, str]
) -> None:
    assert by(draft, source) == expected


def test_percent_for_the_points_of_the_same_movement() -> None:
    draft = percent("4", role="by", way="down")
    assert FALL.end is not None
    assert compare(draft, FALL.end, None, FALL, certain=True).reason == "unit-differs"
    assert compare(draft, FALL.end, None, FALL).reason == "not-comparable"


def test_a_level_reached_the_other_way_conflicts_only_when_it_is_the_same_movement() -> None:
    draft, source = percent("8", role="to", way="up"), percent("8", role="to", way="down")
    assert by(draft, source) == UNKNOWN
    assert by(draft, source, certain=True) == VALUE
    assert by(draft, percent("8")) == AGREES


def test_the_way_of_the_draft_may_stand_in_its_movement() -> None:
    draft = percent("3", role="by")
    found = compare(draft, percent("3", role="by", way="down"), moved(by=draft, way="up"))
    assert found == Comparison("differs", "value-differs")


@pytest.mark.parametrize(
    "change",
    [
        moved(number(0, "from"), number(400, "to")),
        moved(number(200, "from"), money("400")),
        moved(q(200, 1, "less_than", role="from"), number(400, "to")),
        moved(q(200, high=300, role="from"), number(400, "to")),
        moved(number(200, "from")),
        moved(),
    ],
)
def test_no_ratio_without_two_single_figures(change: Change) -> None:
    for draft in (percent("100", role="by", way="up"), fold("2"), points("3", role="by")):
        found = compare(draft, number(400, "to"), None, change)
        assert (found.relation, found.reason) == UNKNOWN


def test_no_change_at_all() -> None:
    still = moved(number(203, "from"), number(203, "to"))
    source = number(203, "to")
    found = compare(number(5, "by", "up"), source, None, still)
    assert (found.relation, found.reason) == VALUE
    assert compare(percent("0", role="by"), source, None, still).relation == "agrees"


def test_a_movement_with_a_figure_that_is_no_number_is_left_out() -> None:
    broken = moved(number(200, "from"), q("NaN", role="to"))
    assert compare(fold("2"), number(400, "to"), None, broken).reason == "not-comparable"


def test_a_derived_figure_too_large_to_be_one_is_left_out() -> None:
    change = moved(q("1E+999999999999999999", role="from"), None, fold("99"), "up")
    source = change.start
    assert source is not None
    found = compare(number(5, "to"), source, None, change)
    assert (found.relation, found.reason) == UNKNOWN
