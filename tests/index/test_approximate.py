"""Search in large archives: approximate where it finds enough, exact where it does not."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import faiss
import numpy as np
import pytest

from factcheck import index
from factcheck.index import approximate, verify
from tests.index.made import EMBEDDER, MODEL, Made, build, put, simple

WORDS = "flood bridge ship grain harbour toll storm road camp school".split()


def sentence(number: int) -> str:
    return f"{WORDS[number % 10]} {WORDS[number // 10 % 10]} {WORDS[number // 100 % 10]} n{number}."


def many(count: int = 300) -> list[Made]:
    return [simple(f"{n:03}.txt", sentence(n)) for n in range(count)]


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(approximate, "LEAST_VECTORS", 100)


def nearest(path: Path, k: int = 10) -> list[list[tuple[str, float]]]:
    with index.Index.open(path) as opened:
        asked = EMBEDDER.encode([sentence(n) for n in range(0, 300, 7)])
        return [[(hit.document, hit.score) for hit in hits] for hits in opened.nearest(asked, k)]


def structure(path: Path) -> str:
    file = max(path.glob("*.faiss"), key=lambda file: file.stat().st_mtime_ns)
    held: Any = faiss.read_index(str(file))  # owns the one within
    return type(faiss.downcast_index(held.index)).__name__


@contextlib.contextmanager
def opened(path: Path) -> Iterator[index.Index]:
    with index.Index.open(path) as one:
        one.nearest(EMBEDDER.encode(["flood"]), 1)
        yield one


def test_few_vectors_are_searched_exactly(tmp_path: Path) -> None:
    path = build(tmp_path / "i", *many())
    assert structure(path) == "IndexScalarQuantizer"
    with index.Index.open(path) as one:
        assert one.recall is None


@pytest.mark.usefixtures("small")
def test_what_is_found_is_scored_exactly_and_the_share_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = build(tmp_path / "i", *many())
    assert structure(path) == "IndexPQFastScan"
    found = nearest(path)
    with index.Index.open(path) as one:
        assert one.recall is not None
        assert one.recall >= approximate.LEAST_RECALL
    monkeypatch.setattr(approximate, "LEAST_VECTORS", 10**9)
    exact = nearest(build(tmp_path / "exact", *many()))
    pairs = [(set(a), set(b)) for a, b in zip(found, exact, strict=True)]
    assert sum(len(a & b) for a, b in pairs) >= 0.95 * sum(len(b) for _, b in pairs)
    assert [hits[0] for hits in found] == [hits[0] for hits in exact]
    assert verify(path) == []


@pytest.mark.usefixtures("small")
def test_an_index_that_would_find_too_little_is_exact(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(approximate, "LEAST_RECALL", 1.01)
    path = build(tmp_path / "i", *many())
    assert structure(path) == "IndexScalarQuantizer"
    with index.Index.open(path) as one:
        assert one.recall is None


def test_a_dimension_that_does_not_divide_is_searched_exactly() -> None:
    assert approximate.make(12, 100, lambda _: iter([])) is None


def test_the_measured_recall_is_the_share_of_true_neighbours() -> None:
    chance = np.random.default_rng(1)
    rows = chance.standard_normal((400, 16)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    numbers = np.arange(400) + 1

    def blocks(step: int) -> Iterator[tuple[approximate.Ids, approximate.Vectors]]:
        for start in (0, 150):
            kept = slice(start, 150 if start == 0 else None)
            chosen = numbers[kept] % step == 0
            yield numbers[kept][chosen], rows[kept][chosen]

    made = approximate.make(16, 400, blocks)
    assert made is not None
    asked = rows[1::2]
    scores = asked @ rows.T
    scores[np.arange(200), np.arange(1, 400, 2)] = -2
    true = np.argsort(-scores, axis=1)[:, :10] + 1
    for depth in (12, 50, 400):
        _, proposed = made.search(asked, min(depth + 1, 400))
        share = np.mean([len(set(t) & set(p)) / 10 for t, p in zip(true, proposed, strict=True)])
        assert approximate.recall(made, 400, blocks, depth) == pytest.approx(share, abs=1e-4)
    assert approximate.recall(made, 400, blocks, 400) == 1


@pytest.mark.usefixtures("small")
def test_a_fresh_build_gives_the_same_bytes(tmp_path: Path) -> None:
    files = [
        next(build(tmp_path / name, *many()).glob("*.faiss")).read_bytes() for name in ("a", "b")
    ]
    assert files[0] == files[1]


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("left", [None, b"", b"IxPF"])
def test_a_damaged_file_is_made_again(tmp_path: Path, left: bytes | None) -> None:
    path = build(tmp_path / "i", *many())
    right = nearest(path)
    (file,) = path.glob("*.faiss")
    if left is None:
        file.unlink()
    else:
        file.write_bytes(left)
    assert nearest(path) == right
    with opened(path) as one:
        assert [notice.code for notice in one.notices] == ["vectors-rebuilt"]
    build(path, simple("more.txt", "Rain fell."))
    assert structure(path) == "IndexPQFastScan"
    with opened(path) as one:
        assert one.notices == ()


@pytest.mark.usefixtures("small")
def test_newcomers_are_found_and_the_gone_are_not(tmp_path: Path) -> None:
    path = build(tmp_path / "i", *many())
    new = "A lighthouse keeper wrote a letter."
    with index.write(path, MODEL) as writer:
        put(writer, [simple("new.txt", new)])
        for number in range(0, 300, 7):
            writer.remove(f"{number:03}.txt")
    with index.Index.open(path) as one:
        assert one.nearest(EMBEDDER.encode([new]), 1)[0][0].document == "new.txt"
    gone = {f"{number:03}.txt" for number in range(0, 300, 7)}
    assert all(name not in gone for hits in nearest(path) for name, _ in hits)
    assert verify(path) == []
