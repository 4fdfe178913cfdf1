"""A document that takes too much is the end of a child, and of nothing else."""

import json
import os
import signal
from pathlib import Path

import pytest

from factcheck.audit.archive import Entry, Unit
from factcheck.audit.crew import Crew, Worker
from factcheck.audit.options import CheckingJob, Options, encode, in_bytes
from factcheck.config import Audits, Settings
from factcheck.errors import IndexMissingError
from factcheck.readers import read_text

PLAIN = "Date: 2015-06-12\n\nThe flood in Norland has killed 219 people.\n"
LONG = "Some {} people fled from the valley of Norland to the port of Essel on 3 May 2015. "


def job(index: Path, **audits: int) -> CheckingJob:
    settings = Settings().asking("none")  # a model has memory and processor time of its own
    return CheckingJob(in_bytes([index]), False, settings, Options(), Audits(**audits))


def document(name: str, text: str = PLAIN) -> bytes:
    return encode(read_text(text, name))


def row(result: bytes) -> dict[str, object]:
    found = json.loads(result.splitlines()[0])
    assert isinstance(found, dict)
    return found


def test_a_document_that_takes_too_long_is_named_and_the_others_are_checked(index: Path) -> None:
    endless = "".join(LONG.format(number) for number in range(2000))
    worker = Worker(job(index, seconds=1))
    found = worker.check([document("a", endless), document("b")])
    assert [row(one)["state"] for one in found] == ["timed-out", "checked"]
    assert "1 seconds of processor time" in str(row(found[0])["message"])
    assert found[1:] == worker.check([document("b")])
    worker.close()


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is limited on Linux")
def test_a_document_that_takes_too_much_memory_is_refused(index: Path) -> None:
    huge = "word " * 300_000
    worker = Worker(job(index, memory_bytes=40_000_000))
    found = worker.check([document("a", huge), document("b")])
    worker.close()
    assert [row(one)["code"] for one in found] == ["too-much-memory", ""]


def test_a_child_that_is_killed_from_outside_costs_nothing(index: Path) -> None:
    worker = Worker(job(index))
    before = worker.check([document("a")])
    os.kill(worker._child._process.pid, signal.SIGKILL)  # type: ignore[union-attr]
    assert worker.check([document("a")]) == before
    worker.close()


def test_an_index_that_is_not_there_is_for_the_whole_audit(tmp_path: Path) -> None:
    unit = Unit(0, (Entry(is_document=True, content=document("a")),))
    with pytest.raises(IndexMissingError, match="nowhere"):
        list(Crew(job(tmp_path / "nowhere"), 2).check([unit]))


def test_a_crew_that_is_left_ends_its_children(index: Path) -> None:
    crew = Crew(job(index), 1)
    units = [Unit(n, (Entry(is_document=True, content=document("a")),)) for n in range(5)]
    running = crew.check(units)
    next(running)
    running.close()  # type: ignore[attr-defined]
    assert all(worker._child is None for worker in crew._workers)
