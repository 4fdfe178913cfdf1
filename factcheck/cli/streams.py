"""Where words and data go: data to stdout and files, words to stderr."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

from factcheck.errors import FactcheckError

Advance = Callable[[int, int | None, str], None]

_PIPED_WIDTH = 100  # also where the environment names another: same input, same bytes
_WIDEST = 120  # longer lines are hard to read


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale says, and what cannot be encoded as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(words: str) -> None:
    """Write one line of words to stderr; line breaks inside become spaces."""
    from factcheck.report.escaping import for_terminal

    line = for_terminal(" ".join(f"factcheck: {words}".split()))
    with contextlib.suppress(BrokenPipeError):
        print(line, file=sys.stderr, flush=True)  # noqa: T201 - the one place that does


def put(text: str) -> None:
    """Write data to stdout; a reader that has gone away (`| head`) is no error.

    Raises:
        FactcheckError: it cannot be written.
    """
    with _to_stdout():
        sys.stdout.write(text)
        sys.stdout.flush()


def put_bytes(data: bytes) -> None:
    """Write a file to stdout, as `put` does a text.

    Raises:
        FactcheckError: it cannot be written.
    """
    with _to_stdout():
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


@contextlib.contextmanager
def _to_stdout() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        # What is left in the buffer must not fail once more when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            reason = f"Standard output cannot be written: {error.strerror}."
            raise FactcheckError(reason) from error


def put_file(path: Path, data: str | bytes) -> None:
    """Write a whole file or none: beside it first, then renamed.

    Raises:
        FactcheckError: it cannot be written.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        try:
            with beside.open("xb") as file:
                file.write(data.encode() if isinstance(data, str) else data)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise FactcheckError(
            f"{path} cannot be written: {error.strerror}.", hint="Name another file with -o."
        ) from error


def is_terminal() -> bool:
    """Say whether stdout is read by somebody at a terminal."""
    return sys.stdout.isatty()


def width() -> int:
    """Return how many cells a line of the text report has."""
    if not sys.stdout.isatty():
        return _PIPED_WIDTH
    return min(shutil.get_terminal_size().columns, _WIDEST)


def style() -> Literal["plain", "bold", "colour"]:
    """Return what stdout can show; NO_COLOR (https://no-color.org) takes the colours away."""
    if not sys.stdout.isatty() or os.environ.get("TERM", "dumb") == "dumb":
        return "plain"
    return "bold" if os.environ.get("NO_COLOR") else "colour"


@contextlib.contextmanager
def progress(title: str, *, in_bytes: bool = False) -> Iterator[Advance]:
    """Show a bar on stderr while work goes on, if it is a terminal; it leaves nothing behind.

    Yields a function that takes how much is done, of how much, and what of.
    """
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        SpinnerColumn,
        TaskProgressColumn,
        TextColumn,
        TimeRemainingColumn,
        TransferSpeedColumn,
    )

    from factcheck.report.escaping import for_terminal

    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        *([TransferSpeedColumn()] if in_bytes else []),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,
        disable=not sys.stderr.isatty(),
    )
    with bar:
        task = bar.add_task(title, total=None)

        def advance(done: int, total: int | None, what: str) -> None:
            said = for_terminal(f"{title} {what}")
            bar.update(task, completed=done, total=total, description=said)

        yield advance
