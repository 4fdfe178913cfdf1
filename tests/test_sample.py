"""The sample draft against the sample corpus: every claim, verdict, reason and deciding note."""

import re
from pathlib import Path

import msgspec
import pytest

from factcheck import corpus
from factcheck.config import Limits
from factcheck.embed import open_model
from factcheck.extract.claims import extract
from factcheck.pipeline import Checker
from factcheck.readers import read
from factcheck.report import render
from factcheck.schema import Document, Report, Verdict
from tests.labels import Expected, expected_in, verdict_of

SAMPLE = Path(__file__).parent.parent / "corpora" / "syria-2015"


TABLE = expected_in(SAMPLE)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return _report(tmp_path_factory.mktemp("index") / "sample", "hashing")


def _report(index: Path, model: str) -> Report:
    corpus.build(
        [SAMPLE / "notes"],
        index,
        open_model(model),
        extract=extract,
        fields={},
        limits=Limits(),
        progress=lambda *_: None,
    )
    (document,) = read(SAMPLE / "draft.md", name="draft.md", fields={}, limits=Limits())
    assert isinstance(document, Document)
    return Checker.open(index).check(document)


def _verdict(report: Report, expected: Expected) -> Verdict:
    found = verdict_of(report, expected)
    assert found, f"line {expected.line}: no {expected.kind} claim {expected.text!r}"
    return found


@pytest.mark.parametrize("expected", TABLE, ids=lambda e: f"{e.line}-{e.kind}-{e.text[:20]}")
def test_a_claim_of_the_sample_draft(report: Report, expected: Expected) -> None:
    verdict = _verdict(report, expected)
    assert (verdict.label, verdict.reason) == (expected.verdict, expected.reason)
    assert set(expected.remarks) <= set(verdict.remarks)
    if expected.note and verdict.evidence:
        passage = verdict.evidence[0].passage
        names = {expected.note, *expected.also}
        assert passage.origin.path in names
        if passage.origin.path == expected.note:
            assert expected.holds in passage.text


def test_every_claim_of_the_sample_draft_is_in_the_table(report: Report) -> None:
    lines = [(e.line, e.kind) for e in TABLE]
    for verdict in report.verdicts:
        where = (report.document.line_at(verdict.claim.span.start), verdict.claim.kind)
        assert where in lines, f"line {where[0]}: {where[1]} {verdict.claim.text!r}"


def test_the_readme_shows_this_report(report: Report) -> None:
    page = (SAMPLE.parent.parent / "README.md").read_text("utf-8")
    (shown,) = re.findall(r"^\$ factcheck check corpora/[^\n]*\n([^`]+)```", page, re.MULTILINE)
    path = str((SAMPLE / "draft.md").relative_to(SAMPLE.parent.parent))
    origin = msgspec.structs.replace(report.document.origin, id=path)
    document = msgspec.structs.replace(report.document, origin=origin)
    text = render([msgspec.structs.replace(report, document=document)], "text")
    assert set(shown.splitlines()) <= {line.rstrip() for line in text.splitlines()}


@pytest.mark.model
def test_the_packaged_model_gives_the_same_verdicts(report: Report, tmp_path: Path) -> None:
    other = _report(tmp_path / "sample", "")
    assert [(v.claim.id, v.label, v.reason) for v in other.verdicts] == [
        (v.claim.id, v.label, v.reason) for v in report.verdicts
    ]
