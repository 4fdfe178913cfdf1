"""The fit of the confidence: what is right more often is told as surer, and by how much."""

import xml.etree.ElementTree as ET

import pytest

from factcheck.judge.confidence import Found, weights
from factcheck.schema import Remark
from training.calibrate import BINS, Row, bins, error, fit, stands
from training.diagram import reliability


def rows(count: int, right: int, *, disputed: bool) -> list[Row]:
    remarks: tuple[Remark, ...] = ("sources-disagree",) if disputed else ()
    found = Found("quantity", "corroborated", "value-agrees", remarks, ())
    return [Row((found,), place < right) for place in range(count)]


def others() -> list[Row]:
    return [
        Row((Found("quantity", label, "value-differs", (), ()),), right)
        for label in ("conflicting", "unsupported")
        for right in (True, False)
    ]


def test_a_fit_tells_the_shares_that_it_was_given() -> None:
    given = [*rows(200, 180, disputed=False), *rows(200, 100, disputed=True), *others()]
    fitted = fit(given, weights())
    assert stands(given[0], fitted)[1] == pytest.approx(0.9, abs=0.02)
    assert stands(given[200], fitted)[1] == pytest.approx(0.5, abs=0.02)


def test_of_tied_corroborated_verdicts_the_least_sure_stands() -> None:
    given = [*rows(200, 180, disputed=False), *rows(200, 100, disputed=True), *others()]
    both = Row((given[0].verdicts[0], given[200].verdicts[0]), right=True)
    assert stands(both, fit(given, weights()))[0].remarks == ("sources-disagree",)


def test_the_error_is_nothing_where_shares_are_met() -> None:
    points = [(0.5, bool(place % 2)) for place in range(100)]
    assert error(points) == 0
    assert error([(0.9, False)] * 50) == pytest.approx(0.9)
    assert [len(part) for part in bins(points)] == [10] * BINS


def test_the_diagram_is_a_picture_with_a_point_for_each_bin() -> None:
    points = [(place / 100, place > 50) for place in range(100)]
    root = ET.fromstring(reliability(bins(points)))  # noqa: S314 - our own text
    assert len(root.findall("{*}circle")) == BINS
