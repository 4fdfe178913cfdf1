"""A draft and its corpus give the same JSON, byte for byte.

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
from factcheck.schema import Document

CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/draft.md"))


def checked(case: Path, index: Path) -> str:
    embedder = HashingEmbedder()
    corpus.build([case / "notes"], index, embedder, extract=extract)
    (draft,) = readers.read(case / "draft.md", name="draft.md", fields={}, limits=Limits())
    assert isinstance(draft, Document)
    with Index.open(index) as opened:
        report = Checker(opened, embedder, Settings()).check(draft)
    # These two digests change with any line of code or setting; what comes of it is what counts.
    provenance = msgspec.structs.replace(report.provenance, index="-", settings="-")
    return render([msgspec.structs.replace(report, provenance=provenance)], "json")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_json_is_the_recorded_one(case: Path, tmp_path: Path) -> None:
    found = checked(case, tmp_path / "index")
    expected = case / "expected.json"
    if os.environ.get("FACTCHECK_RECORD_GOLDEN"):
        expected.write_text(found, encoding="ascii")
    assert found == expected.read_text(encoding="ascii")


def test_there_are_cases() -> None:
    assert CASES
