"""P4 and P5: readers see one whole state; of two writers one works and the other says so."""

import contextlib
import itertools
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck import index
from factcheck.corpus import building
from factcheck.errors import IndexStateError
from factcheck.index import verify
from tests.faults import commands, states
from tests.index.made import EMBEDDER, MODEL, build, put, simple

ROOT = Path(__file__).parents[2]
HOLD = """
import sys
from pathlib import Path
from factcheck import index
from factcheck.corpus import building
from tests.index.made import MODEL
with index.write(Path(sys.argv[1]), MODEL):
    print("held", flush=True)
    sys.stdin.read()
"""


def rounds(path: Path) -> tuple[str, ...]:
    """Read the index once: the texts of both documents, found each in its own way."""
    with index.Index.open(path) as opened:
        near = opened.nearest(EMBEDDER.encode(["left"]), 1)[0]
        words = opened.by_words(["right"], 1)
        held = opened.passages(hit.passage for hit in near + words)
        return tuple(held[hit.passage][0].text for hit in near + words)


@pytest.mark.parametrize("commits", [40, pytest.param(300, marks=pytest.mark.slow)])
def test_readers_see_whole_states_in_their_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, commits: int
) -> None:
    monkeypatch.setattr("factcheck.index.embedded.STALE_VECTORS", 0)

    def commit(number: int) -> None:
        with index.write(path, MODEL) as writer:
            put(writer, [simple("a.txt", f"left {number}"), simple("b.txt", f"right {number}")])

    path = tmp_path / "i"
    commit(0)
    seen: list[list[int]] = [[] for _ in range(4)]
    errors: list[BaseException] = []

    def follow(into: list[int]) -> None:
        while not into or into[-1] < commits:
            try:
                left, right = (text.split()[1] for text in rounds(path))
            except BaseException as error:  # noqa: BLE001 - told by the test
                errors.append(error)
                return
            assert left == right
            into.append(int(left))

    readers = [threading.Thread(target=follow, args=(into,)) for into in seen]
    for reader in readers:
        reader.start()
    for number in range(1, commits + 1):
        commit(number)
    for reader in readers:
        reader.join(30)
    assert errors == []
    for into in seen:
        assert into[-1] == commits
        assert all(one <= two for one, two in itertools.pairwise(into))


FOLLOW = """
import sys
from pathlib import Path
from tests.faults.test_concurrent import rounds
seen, last = [], int(sys.argv[2])
while not seen or seen[-1] < last:
    left, right = (int(text.split()[1]) for text in rounds(Path(sys.argv[1])))
    assert left == right, (left, right)
    assert not seen or seen[-1] <= left, (seen[-1], left)
    seen.append(left)
    if len(seen) == 1:
        print("reads", flush=True)
"""


@pytest.mark.parametrize("commits", [20, pytest.param(300, marks=pytest.mark.slow)])
def test_readers_of_other_processes_see_whole_states(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, commits: int
) -> None:
    monkeypatch.setattr("factcheck.index.embedded.STALE_VECTORS", 0)
    path = build(tmp_path / "i", simple("a.txt", "left 0"), simple("b.txt", "right 0"))
    command = [sys.executable, "-c", FOLLOW, str(path), str(commits)]
    readers = [
        subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    for reader in readers:
        assert reader.stdout
        assert reader.stdout.readline() == "reads\n"
    for number in range(1, commits + 1):
        with index.write(path, MODEL) as writer:
            put(writer, [simple("a.txt", f"left {number}"), simple("b.txt", f"right {number}")])
    for reader in readers:
        _, errors = reader.communicate(timeout=60)
        assert reader.returncode == 0, errors


def test_a_reader_does_not_keep_the_writer_waiting(tmp_path: Path) -> None:
    path = states.begin(tmp_path / "i")
    with index.Index.open(path) as opened:
        before = opened.info
        states.update(path)
        assert opened.info == before


@contextlib.contextmanager
def holder(path: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        yield process
    finally:
        process.kill()
        process.communicate()


def test_a_second_writer_is_told_at_once(tmp_path: Path) -> None:
    path = states.begin(tmp_path / "i")
    old = states.view(path)
    with holder(path):
        began = time.monotonic()
        with pytest.raises(IndexStateError, match="Another process is writing"):
            states.update(path)
        assert time.monotonic() - began < 1
        assert states.view(path) == old


def test_the_lock_of_a_killed_writer_is_free(tmp_path: Path) -> None:
    path = states.begin(tmp_path / "i")
    old = states.view(path)
    with holder(path) as process:
        process.kill()
        process.wait()
        states.update(path)
    assert states.view(path) != old


def test_a_second_writer_leaves_a_first_build_alone(tmp_path: Path) -> None:
    path = tmp_path / "i"
    with index.write(path, MODEL) as writer:
        put(writer, [simple("a.txt", "left 1"), simple("b.txt", "right 1")])
        with pytest.raises(IndexStateError, match="Another process"), index.write(path, MODEL):
            pass
    assert rounds(path) == ("left 1", "right 1")


@pytest.mark.parametrize("rounds", [2, pytest.param(50, marks=pytest.mark.slow)])
def test_of_many_writers_each_works_or_is_told(tmp_path: Path, rounds: int) -> None:
    for number in range(rounds):
        of_many_writers(tmp_path / str(number))


def of_many_writers(tmp_path: Path) -> None:
    path = build(tmp_path / "i", simple("a.txt", "left 0"))
    barrier = threading.Barrier(8)
    told: list[str] = []
    done: list[str] = []

    def work(name: str) -> None:
        barrier.wait()
        try:
            build(path, simple(name, f"right {name}"))
            done.append(name)
        except IndexStateError as error:
            told.append(error.message)

    writers = [threading.Thread(target=work, args=(f"w{n}.txt",)) for n in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(30)
    assert len(done) + len(told) == 8
    assert done
    assert all("Another process is writing" in message for message in told)
    with index.Index.open(path) as opened:
        assert {origin.id for origin in opened.documents()} == {"a.txt", *done}


@pytest.mark.parametrize("update", commands.UPDATES)
def test_a_command_is_told_at_once_of_a_writer(tmp_path: Path, update: str) -> None:
    folder = commands.begin(tmp_path / "at")
    with holder(folder / commands.INDEX):
        began = time.monotonic()
        with pytest.raises(IndexStateError, match="Another process is writing"):
            commands.UPDATES[update](folder)
        assert time.monotonic() - began < 1
    commands.UPDATES[update](folder)


def test_a_writer_that_comes_in_between_ends_a_long_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = commands.begin(tmp_path / "at")
    path = folder / commands.INDEX
    monkeypatch.setattr(building, "_TEXTS_AT_ONCE", 1)
    monkeypatch.setattr(building, "_KEPT_AFTER", 1)
    kept = index.Writer._commit

    def commit(writer: index.Writer, *, may_renew: bool) -> object:
        settings = kept(writer, may_renew=may_renew)
        monkeypatch.undo()  # the other writer's own commit, and all after it, is as ever
        with index.write(path) as other:
            other.remove("c.jsonl#1")
        return settings

    monkeypatch.setattr(index.Writer, "_commit", commit)
    with pytest.raises(IndexStateError, match="has changed the index"):
        commands.UPDATES["build"](folder)
    assert verify(path) == []
    commands.UPDATES["build"](folder)
    new = commands.view(folder)
    fresh = commands.begin(tmp_path / "fresh")
    commands.UPDATES["build"](fresh)
    assert commands.view(fresh)[0] == new[0]
