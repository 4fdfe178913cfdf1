"""Run an update again and again, each time killed at another point.

    python -m tests.faults.dying_update BASE WORK STEP UPDATE

Copies BASE to WORK/<n> for every STEPth point n, runs the update of that name there in a child
that kills itself at the point, and prints "<n> <signal>" a line. A point is before each SQL
statement, and before and after each operation on the FAISS file.
"""

import os
import shutil
import signal
import sqlite3
import sys
from pathlib import Path
from typing import Any

import faiss

from factcheck.corpus import building
from factcheck.index import embedded
from tests.faults import commands, states

UPDATES = {"writer": states.update, **commands.UPDATES}


class Points:
    """Counts the points passed, and dies at one of them."""

    def __init__(self, die_at: int) -> None:
        self.passed = 0
        self._die_at = die_at

    def reach(self) -> None:
        """Pass a point, or die there."""
        if self.passed == self._die_at:
            os.kill(os.getpid(), signal.SIGKILL)
        self.passed += 1

    def around(self, owner: Any, name: str) -> None:  # noqa: ANN401 - any module or class
        """Put a point before and after a function."""
        real = getattr(owner, name)

        def counted(*arguments: Any) -> object:  # noqa: ANN401 - whatever it takes
            self.reach()
            result = real(*arguments)
            self.reach()
            return result

        setattr(owner, name, counted)

    def install(self) -> None:
        connect = sqlite3.connect

        def traced(*arguments: Any, **named: Any) -> sqlite3.Connection:  # noqa: ANN401
            connection: sqlite3.Connection = connect(*arguments, **named)
            connection.set_trace_callback(lambda _: self.reach())
            return connection

        vars(sqlite3)["connect"] = traced
        self.around(faiss, "write_index")
        self.around(os, "fsync")
        self.around(Path, "replace")
        self.around(Path, "unlink")


def run(path: Path, die_at: int, update: str) -> int:
    """Run the update in a child and return its wait status; count the points into a file."""
    child = os.fork()
    if child == 0:
        points = Points(die_at)
        points.install()
        UPDATES[update](path)
        path.with_suffix(".points").write_text(str(points.passed))
        os._exit(0)
    return os.waitpid(child, 0)[1]


def main(base: Path, work: Path, step: int, update: str) -> None:
    embedded.STALE_VECTORS = 0  # each update writes the FAISS file anew
    vars(building).update(_TEXTS_AT_ONCE=1, _KEPT_AFTER=1)  # and keeps what is done at every turn
    whole = work / "whole"
    shutil.copytree(base, whole)
    if run(whole, -1, update) != 0:
        sys.exit("the update failed of itself")
    total = int(whole.with_suffix(".points").read_text())
    for point in range(0, total, step):
        shutil.copytree(base, work / str(point))
        status = run(work / str(point), point, update)
        print(point, os.WTERMSIG(status), flush=True)  # noqa: T201 - what the test reads


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
