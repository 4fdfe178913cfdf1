"""A draft and its corpus give the same JSON: claims, verdicts and what bears on them.

Each folder beside this file is a case: `draft.md`, `notes/` and the `expected.json` they give.
`make golden` records them anew; then read the difference.
"""

import os
from pathlib import Path

import msgspec
import pytest

from factcheck import corpus, readers
from factcheck.config import Limits, Settings
from factcheck.embed import HashingEmbedder
from factcheck.extract.claims import extract
from factcheck.index import Index
from factcheck.pipeline import Checker
from factcheck.report import render
from factcheck.schema import Document, Report

CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/draft.md"))


def checked(case: Path, index: Path) -> str:
    embedder = HashingEmbedder()
    corpus.build([case / "notes"], index, embedder, extract=extract)
    (draft,) = readers.read(case / "draft.md", name="draft.md", fields={}, limits=Limits())
    assert isinstance(draft, Document)
    with Index.open(index) as opened:
        report = Checker(opened, embedder, Settings()).check(draft)
    return render([settled(report)], "json")


def settled(report: Report) -> Report:
    """Return the report without what changes with any line of code or any tuning of the search.

    Those are the version, two digests, the scores, and the passages that bear on nothing.
    """
    replace = msgspec.structs.replace
    verdicts = tuple(
        replace(
            verdict,
            evidence=tuple(
                replace(evidence, score=0.0)
                for evidence in verdict.evidence
                if evidence.relation != "unrelated"
            ),
        )
        for verdict in report.verdicts
    )
    provenance = replace(report.provenance, version="-", index="-", settings="-")
    return replace(report, verdicts=verdicts, provenance=provenance)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_json_is_the_recorded_one(case: Path, tmp_path: Path) -> None:
    found = checked(case, tmp_path / "index")
    expected = case / "expected.json"
    if os.environ.get("FACTCHECK_RECORD_GOLDEN"):
        expected.write_text(found, encoding="ascii")
    assert found == expected.read_text(encoding="ascii")


def test_there_are_cases() -> None:
    assert CASES
