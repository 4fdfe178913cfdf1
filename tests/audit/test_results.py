"""The files of results: what each holds, and what a spreadsheet must not obey."""

import json
from pathlib import Path

import pandas as pd
import pytest

from factcheck.audit import results, rows
from factcheck.audit.results import Facts
from factcheck.errors import UsageError
from factcheck.readers import read_text
from factcheck.schema import Refusal

FACTS = Facts("0.1.0", "s", "m", "i", 9, None, (), None, False, ())


def test_the_table_holds_what_the_lines_hold(whole: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "claims.parquet").write_bytes(whole["claims.parquet"])
    table = pd.read_parquet(tmp_path / "claims.parquet")
    lines = [json.loads(line) for line in whole["claims.jsonl"].splitlines()]
    assert len(table) == len(lines) > 10
    for (_, row), line in zip(table.iterrows(), lines, strict=True):
        assert (row.id, row.verdict, row.sentence) == (
            line["id"],
            line["verdict"],
            line["sentence"],
        )
        assert json.loads(row.value) == line["value"]
        assert list(row.remarks) == line["remarks"]
        first = line["evidence"][0]["text"] if line["evidence"] else None
        assert row.evidence_text == first or (first is None and pd.isna(row.evidence_text))


def test_no_cell_is_a_formula_and_no_file_holds_a_control(tmp_path: Path) -> None:
    draft = read_text("Nobody came.", "=1+1.txt")
    evil = Refusal("@x\x1b[2J\u202e.txt", "empty", "-1\r\n+1")
    results.write(tmp_path, [rows.unchecked(draft, "left-out", "c", "m"), rows.unread(evil)], FACTS)
    for name in ("documents.csv", "claims.jsonl", "summary.json", "report.html"):
        text = (tmp_path / name).read_bytes().decode()
        assert not set(text) & set("\x1b\u202e\r")
    cells = (tmp_path / "documents.csv").read_text().splitlines()[1:]
    assert [line[0] for line in cells] == ["'", "'"]
    assert ",'-1 +1" in cells[1]
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "claims.jsonl", "claims.parquet", "documents.csv", "report.html", "summary.json",
    ]  # fmt: skip


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        results.write(tmp_path / "nowhere", [], FACTS)


def test_nothing_of_this_machine_stands_in_the_results(
    whole: dict[str, bytes], archive: Path
) -> None:
    for content in whole.values():
        assert str(archive.parent).encode() not in content
