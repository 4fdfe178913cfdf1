"""P2: a full disk is an error message, not a loss."""

import resource
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from factcheck import index
from factcheck.corpus import building
from factcheck.errors import IndexStateError
from factcheck.index import store, vectors, verify
from tests.faults import commands, states
from tests.index.made import MODEL, put, simple


def pages(path: Path) -> int:
    with store.reporting(path):
        connection = store.connect_reader(path)
        found = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.close()
    return int(found)


def limit_pages(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    def limited(path: Path) -> sqlite3.Connection:
        connection = connect(path)
        connection.execute(f"PRAGMA max_page_count = {most}")
        return connection

    connect = store.connect_writer
    monkeypatch.setattr(store, "connect_writer", limited)


def grow(path: Path) -> None:
    with index.write(path, MODEL) as writer:
        put(writer, [simple(f"{n}.txt", f"{states.SHIP} Load {n}.") for n in range(30)])


def test_a_database_that_cannot_grow_leaves_the_old_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = states.begin(tmp_path / "i")
    old = states.view(path)
    had = pages(path)
    failed = 0
    for most in range(had, had + 40):
        with monkeypatch.context() as patch:
            limit_pages(patch, most)
            try:
                grow(path)
                break
            except IndexStateError as error:
                assert "full" in error.message
                assert "free space" in error.hint
        failed += 1
        assert states.view(path) == old
    assert failed > 5
    assert states.view(path) != old


def test_a_first_build_that_finds_no_room_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit_pages(monkeypatch, 5)
    with pytest.raises(IndexStateError, match="full"):
        states.begin(tmp_path / "i")
    assert not (tmp_path / "i").exists()


@pytest.mark.parametrize("room", [0, 1, 40, 100, 200, 300, 400, 600, 1000, 1500])
def test_a_vectors_file_that_cannot_be_written_leaves_the_old_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    path = states.begin(tmp_path / "i")
    old = states.view(path)
    write = vectors.write_file

    def limited(*arguments: Any) -> store.VectorsFile:  # noqa: ANN401 - passed on
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
        try:
            return write(*arguments)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    monkeypatch.setattr("factcheck.index.embedded.STALE_VECTORS", 0)
    with monkeypatch.context() as patch:
        patch.setattr(vectors, "write_file", limited)
        with pytest.raises(IndexStateError, match="File too large"):
            states.update(path)
    assert states.view(path) == old
    assert len(list(path.glob("*.faiss*"))) == 1
    states.update(path)
    assert states.view(path) != old


@pytest.mark.parametrize("step", [4, pytest.param(1, marks=pytest.mark.slow)])
@pytest.mark.parametrize("update", commands.UPDATES)
def test_a_command_that_finds_no_room_leaves_a_whole_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, update: str, step: int
) -> None:
    monkeypatch.setattr(building, "_TEXTS_AT_ONCE", 1)
    monkeypatch.setattr(building, "_KEPT_AFTER", 1)
    folder = commands.begin(tmp_path / "at")
    path = folder / commands.INDEX
    old = commands.view(folder)
    had = pages(path)
    failed = 0
    for most in range(had, had + 60, step):
        with monkeypatch.context() as patch:
            limit_pages(patch, most)
            try:
                commands.UPDATES[update](folder)
                break
            except IndexStateError as error:
                assert "full" in error.message
        failed += 1
        assert verify(path) == []
        seen = commands.view(folder)
        assert seen == old or seen[0].unfinished
    assert update == "rm" or failed
    assert commands.view(folder) != old
    assert commands.view(folder)[0].unfinished == ()
    assert verify(path) == []
