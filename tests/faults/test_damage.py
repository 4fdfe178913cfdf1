"""P3: damage is found, never shown."""

import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from factcheck.errors import IndexStateError
from factcheck.index import Index, store
from tests.faults import states
from tests.index.made import EMBEDDER


def flip(file: Path, bit: int) -> None:
    data = bytearray(file.read_bytes())
    data[bit // 8] ^= 1 << (bit % 8)
    file.write_bytes(data)


def vectors_file(path: Path) -> Path:
    (file,) = path.glob("*.faiss")
    return file


def assert_nothing_new(values: states.Found, old: states.Found) -> None:
    """Look-up by value may miss a passage, since its table has no seal; it shows none amiss."""
    for now, before in zip(values, old, strict=True):
        known = {(document, ordinal): passage for document, ordinal, _, passage in before}
        for document, ordinal, _, passage in now:
            assert known[document, ordinal] == passage


def asked(path: Path) -> tuple[list[str], list[str]]:
    """Return the documents nearest to a question, and the codes of the notices."""
    with Index.open(path) as opened:
        hits = opened.nearest(EMBEDDER.encode([states.FLOOD]), 3)[0]
        return [hit.document for hit in hits], [notice.code for notice in opened.notices]


@pytest.mark.parametrize("flips", [100, pytest.param(1000, marks=pytest.mark.slow)])
def test_a_flipped_bit_of_the_database_is_told_or_changes_nothing(
    tmp_path: Path, flips: int
) -> None:
    base = states.begin(tmp_path / "base")
    old = states.view(base)
    whole = (base / store.FILE).read_bytes()
    path = shutil.copytree(base, tmp_path / "i")
    told = 0
    for bit in random.Random(flips).sample(range(len(whole) * 8), flips):  # noqa: S311 - a sample
        (path / store.FILE).write_bytes(whole)
        flip(path / store.FILE, bit)
        try:
            view = states.view(path)
        except IndexStateError:
            told += 1
        else:
            assert view[:-1] == old[:-1], f"bit {bit}"
            assert_nothing_new(view[-1], old[-1])
    assert told > flips / 50


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("passages", "text", "'The flood killed 13 people in Norwick.'"),
        ("passages", "before", "'Nobody was hurt.'"),
        ("passages", '"end"', '"end" - 1'),
        ("passages", "line", "9"),
        ("passages", "claims", "CAST('[]' AS BLOB)"),
        ("passages", "ordinal", "7"),
        ("passages", "document", "7"),
        ("passages", "vector", "2"),
        ("documents", "title", "'Another title'"),
        ("documents", "date", "'2011-01-01'"),
        ("documents", "source", "'Another source'"),
        ("vectors", "vector", "zeroblob(512)"),
        ("vectors", "vector", "zeroblob(2)"),
    ],
)
def test_no_shown_value_can_change_unseen(
    tmp_path: Path, table: str, column: str, value: str
) -> None:
    path = states.begin(tmp_path / "i")
    connection = sqlite3.connect(path / store.FILE)
    with connection:
        connection.execute(f"UPDATE {table} SET {column} = {value} WHERE id = 1")  # noqa: S608
    connection.close()
    with pytest.raises(IndexStateError, match="damaged") as caught:
        states.view(path)
    assert "build it again" in caught.value.hint


@pytest.mark.parametrize("table", ["passages", "vectors", "words_data"])
def test_no_row_can_vanish_unseen(tmp_path: Path, table: str) -> None:
    path = states.begin(tmp_path / "i")
    connection = sqlite3.connect(path / store.FILE)
    with connection:
        connection.execute(f"DELETE FROM {table} WHERE id = (SELECT max(id) FROM {table})")  # noqa: S608
    connection.close()
    with pytest.raises(IndexStateError, match="damaged"):
        states.view(path)


def test_a_flipped_bit_of_the_vectors_file_never_reaches_faiss(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise AssertionError

    path = states.begin(tmp_path / "i")
    right, _ = asked(path)
    whole = vectors_file(path).read_bytes()
    monkeypatch.setattr("faiss.read_index", fail)
    for bit in range(0, len(whole) * 8, 401):
        vectors_file(path).write_bytes(whole)
        flip(vectors_file(path), bit)
        assert asked(path) == (right, ["vectors-rebuilt"])


@pytest.mark.parametrize("size", [0, 1, 100])
def test_a_cut_vectors_file_is_made_again(tmp_path: Path, size: int) -> None:
    path = states.begin(tmp_path / "i")
    right, notices = asked(path)
    assert notices == []
    vectors_file(path).write_bytes(vectors_file(path).read_bytes()[:size])
    assert asked(path) == (right, ["vectors-rebuilt"])


def test_the_next_build_writes_a_missing_vectors_file(tmp_path: Path) -> None:
    path = states.begin(tmp_path / "i")
    vectors_file(path).unlink()
    assert asked(path)[1] == ["vectors-rebuilt"]
    states.update(path)
    assert asked(path)[1] == []


def test_a_planted_file_beside_the_index_is_never_read(tmp_path: Path) -> None:
    path = states.begin(tmp_path / "i")
    old = states.view(path)
    for name in ("index.pkl", "vectors.pkl", "vectors-0.faiss"):
        (path / name).write_bytes(b"cos\nsystem\n(S'exit 3'\ntR.")
    assert states.view(path) == old
