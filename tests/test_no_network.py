"""P18: a build and a check with the packaged model never try to reach another machine."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_socket import SocketBlockedError

CASE = Path(__file__).parent / "golden" / "floods"

# Runs in a process of its own: whatever tries, and then goes on without, is counted too.
WATCHED = """
import socket, sys

tried = []

def refuse(*arguments, **named):
    tried.append(arguments)
    raise OSError("there is no network")

class Socket:
    __new__ = refuse

socket.socket = Socket
for name in ("create_connection", "getaddrinfo", "gethostbyname", "socketpair", "fromfd"):
    setattr(socket, name, refuse)

from factcheck.cli import main

print([main(command.split()) for command in sys.argv[1:]], len(tried), file=sys.stderr)
"""


def watched(folder: Path, *commands: str) -> list[str]:
    """Run commands without a network; return what was said, then exit codes and tries."""
    home = {"HOME": str(folder), "HF_HOME": str(folder / "models"), "HF_HUB_OFFLINE": "0"}
    run = subprocess.run(
        [sys.executable, "-c", WATCHED, *commands],
        cwd=folder,
        env=os.environ | home,
        capture_output=True,
        text=True,
        check=False,
    )
    return run.stderr.splitlines()


@pytest.mark.model
def test_nothing_is_fetched_and_nothing_is_tried(tmp_path: Path) -> None:
    shutil.copytree(CASE / "notes", tmp_path / "notes")
    shutil.copy(CASE / "draft.md", tmp_path)
    *_, said, counted = watched(
        tmp_path,
        "index build notes --index index",
        "check draft.md --index index -o report.json",
        "index build notes --index other --model somebody/some-model",
    )
    assert counted == "[0, 1, 2] 0"
    assert "There is no model 'somebody/some-model' on this machine" in said
    assert (tmp_path / "report.json").stat().st_size > 1000


def test_the_one_command_that_may_fetch_is_seen_to_try(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("It rained.", encoding="utf-8")
    build = "index build note.txt --index index --model somebody/some-model --allow-download"
    *_, said, counted = watched(tmp_path, build)
    assert counted.startswith("[2] ")
    assert counted != "[2] 0"
    assert "There is no model 'somebody/some-model' on this machine" in said


def test_a_socket_is_an_error_in_every_test() -> None:
    # It warns before it refuses, and warnings are errors here.
    with pytest.raises((SocketBlockedError, UserWarning), match="tried to use socket"):
        socket.socket()
