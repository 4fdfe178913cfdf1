"""`verify` finds whatever readers would find, and what they would not."""

import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from factcheck.errors import IndexMissingError, IndexStateError
from factcheck.index import explain_damage, store, verify
from tests.faults import states
from tests.index.made import build, simple


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return states.begin(tmp_path / "i")


def change(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path / store.FILE)
    with connection:
        connection.execute(statement)
    connection.close()


def test_a_whole_index_has_no_damage(path: Path) -> None:
    assert verify(path) == []
    assert explain_damage(path, []) is None
    states.update(path)
    assert verify(path) == []


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("UPDATE passages SET text = text || '.' WHERE id = 2", "passage 2"),
        ("UPDATE passages SET claims = x'00' WHERE id = 1", "passage 1"),
        ("UPDATE passages SET line = 7", "passage 1, 2, 3"),
        ("DELETE FROM passages WHERE id = 3", "another number of passages: b.txt"),
        ("UPDATE documents SET title = 'Another'", "document a.txt, b.txt"),
        ("UPDATE documents SET content = x'00' WHERE id = 1", "documents have changed"),
        ("UPDATE documents SET file = 9 WHERE id = 1", "1 documents without a file"),
        ("DELETE FROM documents WHERE id = 1", "1 passages without a document"),
        ("UPDATE vectors SET vector = zeroblob(512) WHERE id = 2", "vector 2"),
        ("DELETE FROM vectors WHERE id = 2", "vectors are missing"),
        ("DELETE FROM figures", "figures that are looked up"),
        ("UPDATE figures SET figure = 13", "figures that are looked up"),
        ("UPDATE words_data SET block = x'00' WHERE id > 10", "the words"),
        ("UPDATE words_docsize SET sz = x'0102' WHERE id = 1", "not those of the passages"),
        ("DELETE FROM words_docsize", "not those of the passages"),
    ],
)
def test_each_damage_is_named(path: Path, statement: str, says: str) -> None:
    change(path, statement)
    damages = verify(path)
    assert any(says in damage.what for damage in damages), damages
    error = explain_damage(path, damages)
    assert error is not None
    assert "build it again: factcheck index build" in error.hint


def test_many_rows_are_counted(tmp_path: Path) -> None:
    path = build(tmp_path / "many", *(simple(f"{n}.txt", f"House {n}.") for n in range(8)))
    change(path, "UPDATE passages SET line = 7")
    assert [damage.what for damage in verify(path)] == ["passage 1, 2, 3, 4, 5 and 3 more"]


@pytest.mark.parametrize("left", [None, b"", b"another"])
def test_a_damaged_vectors_file_is_made_again_by_a_build(path: Path, left: bytes | None) -> None:
    (file,) = path.glob("*.faiss")
    file.unlink() if left is None else file.write_bytes(left)
    damages = verify(path)
    assert [damage.is_derived for damage in damages] == [True]
    error = explain_damage(path, damages)
    assert error is not None
    assert error.hint == f"Make it again: factcheck index build --index {path}"


def test_what_cannot_be_opened_is_told(path: Path, tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError):
        verify(tmp_path / "nowhere")
    (path / store.FILE).write_bytes(b"not a database " * 500)
    with pytest.raises(IndexStateError, match="damaged"):
        verify(path)


@pytest.mark.parametrize("flips", [60, pytest.param(1000, marks=pytest.mark.slow)])
def test_a_flipped_bit_that_changes_an_answer_is_found(tmp_path: Path, flips: int) -> None:
    base = states.begin(tmp_path / "base")
    old = states.view(base)
    whole = (base / store.FILE).read_bytes()
    path = shutil.copytree(base, tmp_path / "flipped")
    found = 0
    for bit in random.Random(flips).sample(range(len(whole) * 8), flips):  # noqa: S311 - a sample
        data = bytearray(whole)
        data[bit // 8] ^= 1 << (bit % 8)
        (path / store.FILE).write_bytes(data)
        try:
            damages = verify(path)
        except IndexStateError:
            found += 1
            continue
        found += bool(damages)
        if not damages:
            assert states.view(path) == old, f"bit {bit}"
    assert found > flips / 50
