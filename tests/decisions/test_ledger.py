"""The file of decisions is read line by line and grows by whole lines."""

import datetime as dt
from pathlib import Path

import pytest

from factcheck.decisions import Entry, entry_for, read_ledger, write_entries
from factcheck.errors import FactcheckError
from tests.report import examples

ONE = Entry("a1", "ok", "asked the council", "Ana Reyes", dt.date(2030, 1, 31), "conflicting", "40")
TWO = Entry("b2", "ignore", "a joke")


def test_what_is_written_is_read_and_the_last_decision_counts(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "decisions.jsonl"
    assert read_ledger(path).entries == {}
    write_entries(path, [ONE, TWO])
    write_entries(path, [Entry("a1", "wrong", "now known")])
    assert read_ledger(path).entries == {"a1": Entry("a1", "wrong", "now known"), "b2": TWO}
    assert path.read_text("utf-8").count("\n") == 3


def test_a_broken_line_is_a_notice_and_the_others_hold(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    write_entries(path, [ONE])
    with path.open("a", encoding="utf-8") as file:
        file.write('\n{"fingerprint": "c3"}\n[[[\n\xff')
    write_entries(path, [TWO])
    ledger = read_ledger(path)
    assert set(ledger.entries) == {"a1", "b2"}
    assert [n.code for n in ledger.notices] == ["broken-decision"] * 3
    assert "decisions.jsonl:3" in ledger.notices[0].message


def test_a_file_that_cannot_be_read_or_written_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match="cannot be read"):
        read_ledger(tmp_path)
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(FactcheckError, match="cannot be written"):
        write_entries(tmp_path / "file" / "decisions.jsonl", [ONE])


def test_an_entry_names_the_claim_for_a_reader() -> None:
    verdict = examples.conflict()
    entry = entry_for(verdict, "ok", "why", "Ana Reyes")
    assert entry.fingerprint == verdict.claim.fingerprint
    assert entry.verdict == "conflicting"
    assert entry.claim == verdict.claim.text
