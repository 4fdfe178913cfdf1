"""Words to stderr, data to stdout and files, whole or not at all."""

import errno
import sys
from pathlib import Path

import pytest

from factcheck.cli import streams
from factcheck.errors import FactcheckError


def test_a_file_that_cannot_be_written_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.json"
    path.write_text("old", encoding="utf-8")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(FactcheckError, match=r"report\.json cannot be written: No space left"):
        streams.put_file(path, "new")
    assert [file.name for file in tmp_path.iterdir()] == ["report.json"]
    assert path.read_text(encoding="utf-8") == "old"


def test_a_file_gets_the_rights_that_any_new_file_has(tmp_path: Path) -> None:
    streams.put_file(tmp_path / "report.json", "[]\n")
    (tmp_path / "other").touch()
    modes = {path.stat().st_mode for path in tmp_path.iterdir()}
    assert len(modes) == 1


def test_words_stay_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    streams.say("two\nlines \x1b[31m")
    assert capsys.readouterr().err == "factcheck: two lines \\x1b[31m\n"


@pytest.mark.parametrize(
    ("environment", "style"),
    [
        ({"TERM": "xterm"}, "colour"),
        ({"TERM": "xterm", "NO_COLOR": "1"}, "bold"),
        ({"TERM": "xterm", "NO_COLOR": ""}, "colour"),
        ({"TERM": "dumb"}, "plain"),
        ({}, "plain"),
    ],
)
def test_style_and_width_of_a_terminal(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], style: str
) -> None:
    for name in ("TERM", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("COLUMNS", "60")
    assert (streams.style(), streams.width()) == ("plain", 100)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert (streams.style(), streams.width()) == (style, 60)
    monkeypatch.setenv("COLUMNS", "300")
    assert streams.width() == 120


def test_progress_is_silent_where_there_is_no_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with streams.progress("reading") as advance:
        advance(0, 2, "a")
        advance(2, 2, "b")
    assert capsys.readouterr() == ("", "")


def test_progress_on_a_terminal_leaves_no_line_behind(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with streams.progress("reading", in_bytes=True) as advance:
        advance(0, None, "[bold]")
        advance(1, 2, "[bold] \x1b[31m")
    written = capsys.readouterr()
    assert written.out == ""
    assert "reading [bold] \\x1b[31m" in written.err
    assert written.err.endswith("\x1b[2K")
