"""Search by vector: FAISS finds, SQLite's own vectors decide.

FAISS's scores change in the last digits with the batch and the place of a vector. So what it
finds is scored once more from the stored vectors, in double precision, rounded, and ordered by
document: where search is exact, the same corpus gives the same hits however it was added.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from factcheck.index import approximate
from factcheck.index import vectors as stored
from factcheck.index.approximate import Ids, Vectors
from factcheck.index.hits import MARGIN, Hit, id_list, in_order
from factcheck.index.store import Settings, damaged, seal

DECIMALS = 5  # of a score; FAISS and batches differ by about 1e-7
_NEAR = 1e-4  # FAISS's and our score of one pair differ by far less
_TOGETHER = 16  # queries asked at once
MOST_SCANNED = 20_000  # passages of some days that are all scored: a tenth of a second


class _Rows(NamedTuple):
    """Stored vectors with their numbers, ascending."""

    ids: Ids
    vectors: npt.NDArray[np.float16]


class Nearest:
    """The vectors of one state, ready to be searched."""

    def __init__(self, connection: sqlite3.Connection, path: Path, settings: Settings) -> None:
        self._connection = connection
        self._path = path
        self._dimension = settings.info.model.dimension
        self._gone = settings.vectors.gone
        self._missing: set[int] = set()
        file = settings.vectors
        read = stored.read_file(path, file, self._dimension)
        self.is_rebuilt = read is None
        self._is_exact = read is None or file.recall is None
        if read is None:
            made = stored.make(
                self._dimension,
                file.count + file.tail - file.gone,
                lambda step: blocks(connection, path, self._dimension, step=step),
                MARGIN,
            )
            read, self._is_exact = made.structure, made.recall is None
            self._parts = [read]
        else:
            self._parts = [read, self._flat(file.last)]
        self._parts = [part for part in self._parts if part.ntotal]

    def _flat(self, after: int) -> Any:  # noqa: ANN401 - faiss has no types
        """Return the vectors numbered above `after`."""
        flat = stored.empty(self._dimension)
        for ids, vectors in blocks(self._connection, self._path, self._dimension, after):
            flat.add_with_ids(vectors, ids)
        return flat

    def search(
        self, queries: npt.NDArray[np.float32], k: int, days: tuple[str, str] | None = None
    ) -> list[list[Hit]]:
        """Return the best `k` passages of each query row.

        `days` keeps those of documents dated from the first to the last of them (ISO).
        """
        rows = np.ascontiguousarray(queries, dtype=np.float32)
        if days is None:
            return self._placed(self._closest(rows, k), k)
        held = self._held_in(days)
        if held <= MOST_SCANNED:
            return self._placed(self._closest_in(days, rows, k), k, days)
        # As many more as lie out of the days, were they spread evenly.
        deep = min(k * self._total // held + MARGIN, MOST_SCANNED)
        return self._placed(self._closest(rows, deep), k, days)

    @property
    def _total(self) -> int:
        return sum(part.ntotal for part in self._parts)

    def _placed(
        self, found: list[dict[int, float]], k: int, days: tuple[str, str] = ("", "~")
    ) -> list[list[Hit]]:
        """Return the passages with the vectors found, the best `k` for each query."""
        passages = self._passages({number for scores in found for number in scores})
        return [
            in_order(
                (
                    hit._replace(score=score)
                    for number, score in scores.items()
                    for hit in passages[number]
                    if days[0] <= hit.date <= days[1]
                ),
                k,
            )
            for scores in found
        ]

    def _held_in(self, days: tuple[str, str]) -> int:
        """Return how many passages the documents of these days hold."""
        row = self._connection.execute(
            "SELECT coalesce(sum(passages), 0) FROM documents WHERE date BETWEEN ? AND ?", days
        ).fetchone()
        return int(row[0])

    def _closest_in(
        self, days: tuple[str, str], queries: npt.NDArray[np.float32], k: int
    ) -> list[dict[int, float]]:
        """Return, for each query, scores by number: the best `k` of these days and their equals."""
        rows = self._checked(
            """SELECT id, text, vector, seal FROM vectors WHERE id IN (
                   SELECT passages.vector FROM documents
                   JOIN passages ON passages.document = documents.id
                   WHERE documents.date BETWEEN ? AND ?) ORDER BY id""",
            days,
        )
        if not len(rows.ids):
            return [{} for _ in queries]
        scored = []
        for query, near in zip(queries, queries @ rows.vectors.astype(np.float32).T, strict=True):
            least = np.partition(near, -k)[-k] - _NEAR if len(near) > k else -np.inf
            scored.append(_scores(query, rows.ids[near >= least], rows))
        return scored

    def _closest(self, queries: npt.NDArray[np.float32], k: int) -> list[dict[int, float]]:
        """Return, for each query, scores by vector number: the best `k` and their equals.

        Some queries at a time, since an approximate search proposes many vectors for each.
        """
        return [
            scores
            for start in range(0, len(queries), _TOGETHER)
            for scores in self._closest_to(queries[start : start + _TOGETHER], k)
        ]

    def _closest_to(self, queries: npt.NDArray[np.float32], k: int) -> list[dict[int, float]]:
        wanted = k + MARGIN
        total = max((part.ntotal for part in self._parts), default=0)
        while True:
            raw = [
                part.search(queries, min(self._depth(part, wanted), part.ntotal))
                for part in self._parts
            ]
            rows = self._vectors(np.unique(np.concatenate([[0], *(i.ravel() for _, i in raw)])))
            scored = [
                _scores(query, np.concatenate([[0], *(ids[place] for _, ids in raw)]), rows)
                for place, query in enumerate(queries)
            ]
            # Of an approximate search nobody knows what was left out: it is not asked again.
            exact = [
                s for part, (s, _) in zip(self._parts, raw, strict=True) if self._is_sure(part)
            ]
            floors = [max((s[p, -1] for s in exact), default=-1.0) for p in range(len(queries))]
            if wanted >= total or all(
                _is_complete(scores, floor, k) for scores, floor in zip(scored, floors, strict=True)
            ):
                return scored
            wanted *= 4

    def _is_sure(self, part: Any) -> bool:  # noqa: ANN401 - faiss has no types
        """Say whether the best of a part are found for certain; the newcomers always are."""
        return self._is_exact or part is not self._parts[0]

    def _depth(self, part: Any, wanted: int) -> int:  # noqa: ANN401 - faiss has no types
        return wanted if self._is_sure(part) else wanted * approximate.DEPTH

    def _vectors(self, numbers: Ids) -> _Rows:
        """Return stored vectors by number; those removed since the FAISS file are absent."""
        rows = self._checked(
            """SELECT id, text, vector, seal FROM vectors
               WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id""",
            (id_list(numbers.tolist()),),
        )
        self._missing |= set(numbers.tolist()) - {0, -1} - set(rows.ids.tolist())
        if len(self._missing) > self._gone:
            raise damaged(self._path, "vectors are missing")
        return rows

    def _checked(self, query: str, values: Sequence[str]) -> _Rows:
        """Return the vectors that a query gives in the order of their numbers."""
        ids, found = [], []
        for number, text, vector, mark in self._connection.execute(query, values):
            if seal(number, text, vector) != mark:
                raise damaged(self._path, f"vector {number}")
            ids.append(number)
            found.append(vector)
        held = np.frombuffer(b"".join(found), dtype="<f2").reshape(-1, self._dimension)
        return _Rows(np.array(ids, dtype=np.int64), held)

    def _passages(self, numbers: set[int]) -> dict[int, list[Hit]]:
        """Return all passages with these vectors, not yet scored."""
        found: dict[int, list[Hit]] = {number: [] for number in numbers}
        rows = self._connection.execute(
            """SELECT passages.vector, passages.id, documents.name, passages.ordinal,
               coalesce(documents.date, '')
               FROM passages JOIN documents ON documents.id = passages.document
               WHERE passages.vector IN (SELECT value FROM json_each(?))""",
            (id_list(numbers),),
        )
        for number, passage, document, ordinal, date in rows:
            found[number].append(Hit(passage, document, ordinal, 0.0, date))
        if not all(found.values()):
            raise damaged(self._path, "passages are missing")
        return found


def blocks(
    connection: sqlite3.Connection, path: Path, dimension: int, after: int = 0, step: int = 1
) -> Iterator[tuple[Ids, Vectors]]:
    """Yield the stored vectors numbered above `after`, in order, some thousands at a time.

    Of every `step` numbers one: a sample that is spread evenly.
    """
    rows = connection.execute(
        "SELECT id, text, vector, seal FROM vectors WHERE id > ? AND id % ? = 0 ORDER BY id",
        (after, step),
    )
    while block := rows.fetchmany(stored.BLOCK):
        for number, text, vector, mark in block:
            if seal(number, text, vector) != mark:
                raise damaged(path, f"vector {number}")
        ids = np.fromiter((row[0] for row in block), dtype=np.int64, count=len(block))
        yield ids, stored.unpack((row[2] for row in block), dimension)


def _scores(query: npt.NDArray[np.float32], numbers: Ids, rows: _Rows) -> dict[int, float]:
    """Score the vectors that are still in the index."""
    if not len(rows.ids):
        return {}
    places = np.minimum(np.searchsorted(rows.ids, numbers), len(rows.ids) - 1)
    places = np.unique(places[rows.ids[places] == numbers])
    products = rows.vectors[places].astype(np.float64) @ query.astype(np.float64)
    scored = zip(rows.ids[places].tolist(), products.tolist(), strict=True)
    return {number: round(score, DECIMALS) for number, score in scored}


def _is_complete(scores: dict[int, float], floor: float, k: int) -> bool:
    """Say whether no vector that FAISS left out (at most `floor`) could be among the best `k`."""
    if len(scores) < k:
        return False
    return sorted(scores.values(), reverse=True)[k - 1] > floor + _NEAR
