"""A small archive gives the same documents, claims and verdicts: `audit/expected.txt`."""

import json
import os
from pathlib import Path

from factcheck.audit import Options, Place
from tests.audit import made

EXPECTED = Path(__file__).parent / "audit" / "expected.txt"


def audited(folder: Path) -> str:
    """Return the table of documents, and of each claim what a reader would ask first."""
    archive = made.archive(folder / "archive")
    place = Place([archive], [made.index(folder, archive)], folder / "out")
    made.run(place, options=Options(against_earlier=True))
    results = made.files(place.out)
    told = [results["documents.csv"].decode()]
    for line in results["claims.jsonl"].splitlines():
        row = json.loads(line)
        said = [one["document"] for one in row["evidence"] if one["relation"] != "unrelated"]
        words = (
            row["document"],
            row["kind"],
            row["text"],
            row["verdict"],
            row["reason"],
            *said[:1],
        )
        told.append(" | ".join(words) + "\n")
    return "".join(told)


def test_a_small_audit_is_the_recorded_one(tmp_path: Path) -> None:
    found = audited(tmp_path)
    if os.environ.get("FACTCHECK_RECORD_GOLDEN"):
        EXPECTED.write_text(found, encoding="utf-8")
    assert found == EXPECTED.read_text(encoding="utf-8")
