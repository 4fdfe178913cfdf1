"""Floors of the verdicts on the labelled cases: accuracy, precision and recall of conflicts."""

from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck import corpus
from factcheck.config import Limits
from factcheck.embed import HashingEmbedder
from factcheck.extract.claims import extract
from factcheck.pipeline import Checker
from factcheck.readers import read
from factcheck.schema import Document, Verdict
from tests.labels import Expected, expected_in, verdict_of

CASES = Path(__file__).parent.parent / "cases"
# The rules were tuned on these.
TUNED = ("company", "council", "election", "flood", "football")


class Scored(NamedTuple):
    expected: Expected
    verdict: Verdict | None

    @property
    def label(self) -> str:
        return self.verdict.label if self.verdict else "missing"

    @property
    def note(self) -> str:
        evidence = self.verdict.evidence if self.verdict else ()
        return evidence[0].passage.origin.path if evidence else ""


def scored(folder: Path, index: Path) -> list[Scored]:
    corpus.build([folder / "notes"], index, HashingEmbedder(), extract=extract)
    (draft,) = read(folder / "draft.md", name="draft.md", fields={}, limits=Limits())
    assert isinstance(draft, Document)
    report = Checker.open(index).check(draft)
    return [Scored(row, verdict_of(report, row)) for row in expected_in(folder)]


@pytest.fixture(scope="module")
def all_scored(tmp_path_factory: pytest.TempPathFactory) -> list[Scored]:
    folder = tmp_path_factory.mktemp("cases")
    return [one for name in TUNED for one in scored(CASES / name, folder / name)]


def test_verdicts_are_right(all_scored: list[Scored]) -> None:
    right = [one.label == one.expected.verdict for one in all_scored]
    assert len(right) == 72
    assert sum(right) / len(right) >= 0.94


def test_conflicts_are_precise_and_found(all_scored: list[Scored]) -> None:
    named = [one for one in all_scored if one.label == "conflicting"]
    wanted = [one for one in all_scored if one.expected.verdict == "conflicting"]
    hits = [one for one in named if one.expected.verdict == "conflicting"]
    assert len(hits) / len(named) >= 0.99
    assert len(hits) / len(wanted) >= 0.90


def test_the_first_evidence_decides(all_scored: list[Scored]) -> None:
    decided = [one for one in all_scored if one.label == one.expected.verdict and one.expected.note]
    right = [one.note in {one.expected.note, *one.expected.also} for one in decided]
    assert sum(right) / len(right) >= 0.97


def test_no_trap_is_corroborated(all_scored: list[Scored]) -> None:
    for one in all_scored:
        assert not (one.label == "corroborated" and one.expected.verdict != "corroborated"), one
        assert not (one.label == "corroborated" and one.note in one.expected.never), one
