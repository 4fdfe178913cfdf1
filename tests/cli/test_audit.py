"""`factcheck audit`: options, exit codes, and an end in the midst of the work."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.cli import main
from tests.audit import made

RECORD = '{{"id": "{0}", "date": "2016-01-01", "text": "Some {0} ships left the port of Essel."}}\n'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an archive of four units, `long.jsonl`, and a small one, each with an index."""
    folder = tmp_path_factory.mktemp("cli")
    (folder / "long.jsonl").write_text("".join(RECORD.format(n) for n in range(100, 228)))
    made.archive(folder / "archive")
    made.index(folder, folder / "archive")
    return folder


@pytest.fixture(autouse=True)
def _here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(folder)
    yield
    shutil.rmtree("out", ignore_errors=True)


AUDIT = ["audit", "archive", "--index", "index", "--out", "out", "--workers", "1"]


def test_an_audit_says_what_came_of_the_documents(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*AUDIT, "--self", "--since", "2016-01-01", "--kinds", "quantity, date"]) == 0
    out, errors = capsys.readouterr()
    assert out.startswith("15 documents: 9 checked, 2 left-out, 4 refused\n9 claims: ")
    assert out.endswith("\nout/report.html\n")
    assert errors == ""
    facts = json.loads(Path("out/summary.json").read_text())["facts"]
    assert (facts["kinds"], facts["since"]) == (["date", "quantity"], "2016-01-01")
    assert facts["against_earlier"]
    assert main(AUDIT) == 2
    assert "out exists already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--kinds", "number"], "--kinds number is no kind of claim."),
        (["--since", "soon"], "--since soon is not one day."),
        (["--address", "here:1"], "--address is for --engine ray."),
        (["--fields", "body"], "--fields body names no field."),
        (["--index", "nowhere"], "nowhere"),
        (["--verifier", "nowhere"], "There is no verifier folder nowhere."),
        (["nowhere.txt"], "There is no file or folder nowhere.txt."),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_is_written(
    options: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*AUDIT, *options]) == 2
    assert said in capsys.readouterr().err
    assert not Path("out").exists()


def test_the_configuration_names_index_and_verifier(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    short = ["audit", "archive", "--out", "out", "--workers", "1"]
    assert main(short) == 2
    assert "No index is named." in capsys.readouterr().err
    file = folder / "factcheck.toml"
    try:
        file.write_text('index = "index"\nverifier = "nowhere"\n', "utf-8")
        assert main(short) == 2
        assert "There is no verifier folder nowhere." in capsys.readouterr().err
        assert not Path("out").exists()
        assert main([*short, "--verifier", "none"]) == 0
    finally:
        file.unlink()


def test_an_archive_of_which_nothing_can_be_read_is_no_success(folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    assert main(["audit", "empty.txt", *AUDIT[2:]]) == 2
    assert Path("out/documents.csv").exists()


def started(out: str) -> "subprocess.Popen[str]":
    """Start an audit in four units; return when one of them is done."""
    arguments = ["audit", "long.jsonl", "--index", "index", "--out", out, "--workers", "1"]
    process = subprocess.Popen(
        [sys.executable, "-m", "factcheck", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + 90
    while not list(Path(out).glob("journal/*.jsonl")) and time.monotonic() < deadline:
        assert process.poll() is None
        time.sleep(0.005)
    return process


def finish(out: str) -> dict[str, bytes]:
    long = ["audit", "long.jsonl", "--index", "index", "--workers", "2", "--out", out]
    assert main([*long, *(["--resume"] if Path(out).exists() else [])]) == 0
    return made.files(Path(out))


@pytest.fixture
def _interruptible() -> Iterator[None]:
    """Let processes started here heed SIGINT, which a shell's background jobs ignore."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_interruptible")
def test_an_audit_that_is_killed_goes_on_to_the_same_bytes(tmp_path: Path) -> None:
    whole = finish(str(tmp_path / "whole"))
    for number in (signal.SIGKILL, signal.SIGINT):
        out = tmp_path / f"out-{number}"
        process = started(str(out))
        os.kill(process.pid, number)
        written, errors = process.communicate(timeout=60)
        assert written == ""
        if number == signal.SIGINT:
            assert process.returncode == 130
            assert "--resume goes on from there" in errors
        kept = {path: path.stat().st_mtime_ns for path in out.glob("journal/*.jsonl")}
        assert 1 <= len(kept) < 4
        assert finish(str(out)) == whole
        assert {path: path.stat().st_mtime_ns for path in kept} == kept
