"""-o: many files of one run, the format by the suffix or before a colon."""

import io
import sys
from pathlib import Path
from typing import get_args

import pytest

from factcheck.cli import outputs, streams
from factcheck.cli.outputs import Format, targets
from factcheck.errors import UsageError
from factcheck.report import Layout

from .conftest import Run

BEGINNINGS = {
    "r.txt": b"wrong.txt",
    "r.json": b"[",
    "r.jsonl": b'{"path": "wrong.txt"',
    "r.csv": b"\xef\xbb\xbfpath,line,kind",
    "r.md": b"# wrong.txt",
    "r.html": b"<!DOCTYPE html>",
    "r.htm": b"<!DOCTYPE html>",
    "r.docx": b"PK\x03\x04",
    "r.sarif": b"{\n",
    "r.xml": b"<?xml version",
    "github:r.log": b"::",
    "sarif:r-sarif.json": b'{\n  "$schema"',
}


@pytest.mark.parametrize("command", ["check wrong.txt --index index", "claims wrong.txt"])
def test_one_run_writes_every_format(run: Run, folder: Path, command: str) -> None:
    options = [word for name in BEGINNINGS for word in ("-o", name)]
    _, out, errors = run(*command.split(), *options)
    assert out.startswith("wrong.txt")
    assert errors == ""
    for name, beginning in BEGINNINGS.items():
        data = (folder / name.rpartition(":")[2]).read_bytes()
        assert data.startswith(beginning), name
    assert not list(folder.glob(".*.part"))


@pytest.mark.parametrize("form", [form for form in get_args(Format) if form != "docx"])
def test_standard_output_has_any_text_format(run: Run, form: Format) -> None:
    code, out, _ = run("check", "wrong.txt", "--index", "index", "--format", form)
    assert code == 1
    assert "wrong.txt" in out


@pytest.mark.parametrize("name", ["report", "report.doc", "report.pdf", "yaml:report", ":x", "md:"])
def test_an_unknown_suffix_names_those_there_are(run: Run, name: str) -> None:
    code, out, errors = run("check", "clean.txt", "--index", "index", "-o", name)
    assert (code, out, errors.count("\n")) == (2, "", 1)
    assert errors.startswith(f"factcheck: -o {name} has no known suffix. Use one of .txt, .json,")


def test_suffixes_are_known_in_capitals_and_files_may_have_colons(folder: Path) -> None:
    assert targets(["R.HTML", "./md:x.csv", "md:y.z"], []) == [
        (Path("R.HTML"), "html"),
        (Path("md:x.csv"), "csv"),
        (Path("y.z"), "md"),
    ]
    assert folder.exists()


def test_a_file_is_named_once() -> None:
    with pytest.raises(UsageError, match="named twice"):
        targets(["r.json", "sarif:r.json"], [])


def test_a_draft_of_a_folder_is_not_written_over(run: Run, folder: Path) -> None:
    (folder / "desk").mkdir()
    (folder / "desk" / "a.txt").write_text("This is conflicting.", encoding="utf-8")
    code, _, errors = run("check", "desk", "--index", "index", "-o", "desk/a.txt")
    assert code == 2
    assert errors.startswith("factcheck: -o desk/a.txt is one of the drafts.")
    assert (folder / "desk" / "a.txt").read_text("utf-8") == "This is conflicting."


def test_a_word_file_goes_to_a_pipe_and_never_to_a_screen(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "is_terminal", lambda: True)
    code, out, errors = run("check", "wrong.txt", "--index", "index", "--format", "docx")
    assert (code, out) == (2, "")
    assert errors.startswith(
        "factcheck: A Word file is no text for the screen. Use -o report.docx."
    )
    monkeypatch.setattr(streams, "is_terminal", lambda: False)
    pipe = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stdout", pipe)
    outputs.write([], "docx", [], Layout(), Layout())
    assert pipe.buffer.getvalue().startswith(b"PK")
