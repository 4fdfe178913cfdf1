"""`bench extraction` reads labelled sentences and says how many of the labels were read."""

import json
from pathlib import Path

import pytest

from factcheck.cli import main
from tests.cli.conftest import Run

GOLD = {
    "id": "a",
    "text": "More than 8,000 people fled the floods.",
    "quantities": [
        {"kind": "count", "start": 10, "end": 15, "value": 8000, "modifier": "more_than"}
    ],
}


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command over the real pipeline, which measures itself."""
    del folder

    def command(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        written = capsys.readouterr()
        return code, written.out, written.err

    return command


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


PAIRS = (
    {
        "id": "a",
        "claim": "The ferry Lady Anna carried 212 people.",
        "evidence": "The ferry Lady Anna carried 212 people.",
        "label": "supported",
    },
    {
        "id": "b",
        "claim": "The ferry Lady Anna carried 214 people.",
        "evidence": "The ferry Lady Anna carried 212 people.",
        "label": "refuted",
    },
)


def write_pairs(folder: Path) -> None:
    text = "".join(f"{json.dumps(pair)}\n" for pair in PAIRS)
    (folder / "pairs.jsonl").write_text(text, encoding="utf-8")


def test_pairs_in_words_with_predictions(run: Run, folder: Path) -> None:
    write_pairs(folder)
    code, out, errors = run("bench", "pairs", "pairs.jsonl", "--predictions", "out.jsonl")
    assert (code, errors) == (0, "")
    assert out == (
        "2 pairs\n"
        "accuracy      1.000 (95% interval 0.342 to 1.000)\n"
        "balanced      1.000\n"
        "macro-F1      1.000\n"
        "one answer    0.500 (corroborated to all)\n"
        "\n"
        "              precision  recall  given\n"
        "corroborated      1.000   1.000      1\n"
        "conflicting       1.000   1.000      1\n"
        "unsupported           -       -      0\n"
    )
    lines = (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    assert [(row["id"], row["verdict"]) for row in found] == [
        ("a", "corroborated"),
        ("b", "conflicting"),
    ]
    assert all(0 <= row["confidence"] <= 1 for row in found)


def test_pairs_as_json(run: Run, folder: Path) -> None:
    write_pairs(folder)
    code, out, _ = run("bench", "pairs", "pairs.jsonl", "--format", "json")
    measured = json.loads(out)
    assert code == 0
    assert (measured["pairs"], measured["accuracy"]) == (2, 1.0)
    assert measured["verdicts"]["unsupported"]["precision"] is None
    assert measured["verdicts"]["conflicting"] == {
        "given": 1,
        "right": 1,
        "precision": 1.0,
        "recall": 1.0,
    }


def test_a_row_that_is_no_pair(run: Run, folder: Path) -> None:
    (folder / "pairs.jsonl").write_text('{"id": "a"}', encoding="utf-8")
    code, out, errors = run("bench", "pairs", "pairs.jsonl")
    assert (code, out) == (2, "")
    assert errors.startswith("factcheck: pairs.jsonl, line 1: Object missing required field")


def test_an_order_and_its_weights(run: Run, folder: Path) -> None:
    texts = (
        ("Norland paid 30 million dollars in 2015.", "checkworthy"),
        ("I believe in you.", "not"),
    )
    rows = [{"id": str(n), "text": texts[n % 2][0], "label": texts[n % 2][1]} for n in range(200)]
    text = "".join(f"{json.dumps(row)}\n" for row in rows)
    (folder / "rows.jsonl").write_text(text, encoding="utf-8")
    code, out, errors = run("bench", "rank", "rows.jsonl")
    assert (code, errors) == (0, "")
    assert "of 200 sentences\n" in out and "\nrank              1.000 1.000\n" in out
    code, out, errors = run("bench", "rank", "rows.jsonl", "--fit")
    assert (code, errors) == (0, "")
    assert "\nmoney = " in out and "\nopinion = -" in out
