"""The command as a process: pipes, full disks, interrupts."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

FACTCHECK = [sys.executable, "-m", "factcheck"]


def test_a_full_disk_behind_stdout_is_one_line_and_exit_code_2() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        run = subprocess.run(
            [*FACTCHECK, "--version"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    said = "factcheck: Standard output cannot be written: No space left on device.\n"
    assert (run.returncode, run.stderr) == (2, said)


def test_a_reader_that_has_gone_away_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    for arguments in (["--version"], ["--help"]):
        run = subprocess.run(
            [*FACTCHECK, *arguments], stdout=writing, stderr=subprocess.PIPE, text=True, check=False
        )
        assert (run.returncode, run.stderr) == (0, "")
    os.close(writing)


@pytest.fixture
def _interruptible() -> Iterator[None]:
    """Let processes started here heed SIGINT, which a shell's background jobs ignore."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_interruptible")
def test_an_interrupt_ends_with_130() -> None:
    with subprocess.Popen(
        [*FACTCHECK, "claims", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        wait_until_it_reads(process)
        process.send_signal(signal.SIGINT)
        out, errors = process.communicate(timeout=30)
    assert (process.returncode, out, errors) == (130, "", "factcheck: interrupted\n")


def wait_until_it_reads(process: "subprocess.Popen[str]") -> None:
    """Wait until the process sleeps in a read of its standard input."""
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        call = Path(f"/proc/{process.pid}/syscall").read_text(encoding="ascii")
        if call.startswith("0 0x0 "):
            return
        time.sleep(0.02)
    raise AssertionError("it never came to read its standard input")
