"""Floors of the verdicts on the labelled cases: accuracy, precision and recall of conflicts."""

from pathlib import Path

import pytest

from tests.gate.cases import APART, TUNED, Scored, figures, score_all


@pytest.fixture(scope="module")
def tuned(tmp_path_factory: pytest.TempPathFactory) -> list[Scored]:
    return score_all(TUNED, tmp_path_factory.mktemp("tuned"))


def test_verdicts_on_the_cases_the_rules_are_tuned_on(tuned: list[Scored]) -> None:
    found = figures(tuned)
    assert (found.claims, found.edited) == (440, 249)
    assert found.accuracy >= 0.91
    assert found.precision >= 0.99
    assert found.recall >= 0.86
    assert found.first_evidence >= 0.92


def test_no_trap_is_corroborated(tuned: list[Scored]) -> None:
    assert [row for row in tuned if row.is_trapped] == []


def test_verdicts_on_the_cases_held_out(tmp_path: Path) -> None:
    found = figures(score_all(APART, tmp_path))
    assert (found.claims, found.edited) == (146, 81)
    assert found.accuracy >= 0.67
    assert found.precision >= 0.95
    assert found.recall >= 0.54
