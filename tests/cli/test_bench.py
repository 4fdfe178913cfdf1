"""`bench extraction` reads labelled sentences and says how many of the labels were read."""

import json
from pathlib import Path

from tests.cli.conftest import Run

GOLD = {
    "id": "a",
    "text": "More than 8,000 people fled the floods.",
    "quantities": [
        {"kind": "count", "start": 10, "end": 15, "value": 8000, "modifier": "more_than"}
    ],
}


def test_shares_and_predictions(run: Run, folder: Path) -> None:
    (folder / "gold.jsonl").write_text(json.dumps(GOLD), encoding="utf-8")
    code, out, errors = run("bench", "extraction", "gold.jsonl", "--predictions", "out.jsonl")
    assert (code, errors) == (0, "")
    assert out.startswith("1 sentence, 1 label\nspan precision   1.000\n")
    (line,) = (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()
    (label,) = json.loads(line)["quantities"]
    assert (label["value"], label["modifier"]) == (8000.0, "more_than")


def test_a_file_that_is_no_such_file(run: Run, folder: Path) -> None:
    code, _, errors = run("bench", "extraction", "gold.jsonl")
    assert (code, errors) == (2, "factcheck: Cannot read gold.jsonl: No such file or directory.\n")
    (folder / "gold.jsonl").write_text("{}", encoding="utf-8")
    assert run("bench", "extraction", "gold.jsonl")[2].startswith("factcheck: gold.jsonl, line 1:")
