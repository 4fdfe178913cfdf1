"""Search by vector: FAISS finds, SQLite's own vectors decide.

FAISS's scores change in the last digits with the batch and the place of a vector. So what it
finds is scored once more from the stored vectors, in double precision, rounded, and ordered by
document: the same corpus gives the same hits however it was added.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from factcheck.index import vectors as stored
from factcheck.index.hits import MARGIN, Hit, id_list, in_order
from factcheck.index.store import Settings, damaged, seal

DECIMALS = 5  # of a score; FAISS and batches differ by about 1e-7
_NEAR = 1e-4  # FAISS's and our score of one pair differ by far less


class Nearest:
    """The vectors of one state, ready to be searched."""

    def __init__(self, connection: sqlite3.Connection, path: Path, settings: Settings) -> None:
        self._connection = connection
        self._path = path
        self._dimension = settings.info.model.dimension
        self._gone = settings.vectors.gone
        self._missing: set[int] = set()
        read = stored.read_file(path, settings.vectors, self._dimension)
        self.is_rebuilt = read is None
        parts = [read, self._flat(settings.vectors.last)] if read is not None else [self._flat(0)]
        self._parts = [part for part in parts if part.ntotal]

    def _flat(self, after: int) -> Any:  # noqa: ANN401 - faiss has no types
        """Return the vectors numbered above `after`."""
        flat = stored.empty(self._dimension)
        for ids, vectors in blocks(self._connection, self._path, self._dimension, after):
            flat.add_with_ids(vectors, ids)
        return flat

    def search(self, queries: npt.NDArray[np.float32], k: int) -> list[list[Hit]]:
        """Return the best `k` passages of each query row."""
        found = self._closest(np.ascontiguousarray(queries, dtype=np.float32), k)
        passages = self._passages({number for scores in found for number in scores})
        return [
            in_order(
                (
                    hit._replace(score=score)
                    for number, score in scores.items()
                    for hit in passages[number]
                ),
                k,
            )
            for scores in found
        ]

    def _closest(self, queries: npt.NDArray[np.float32], k: int) -> list[dict[int, float]]:
        """Return, for each query, scores by vector number: the best `k` and their equals."""
        wanted = k + MARGIN
        total = max((part.ntotal for part in self._parts), default=0)
        while True:
            raw = [part.search(queries, min(wanted, part.ntotal)) for part in self._parts]
            rows = self._vectors({int(n) for _, ids in raw for n in ids.ravel()})
            scored = [
                _scores(query, (ids[place] for _, ids in raw), rows)
                for place, query in enumerate(queries)
            ]
            floors = [max(s[p, -1] for s, _ in raw) for p in range(len(queries)) if raw]
            if wanted >= total or all(
                _is_complete(scores, floor, k) for scores, floor in zip(scored, floors, strict=True)
            ):
                return scored
            wanted *= 4

    def _vectors(self, numbers: set[int]) -> dict[int, npt.NDArray[np.float64]]:
        """Return stored vectors by number; those removed since the FAISS file are absent."""
        rows = self._connection.execute(
            """SELECT id, text, vector, seal FROM vectors
               WHERE id IN (SELECT value FROM json_each(?))""",
            (id_list(numbers),),
        )
        found = {}
        for number, text, vector, mark in rows:
            if seal(number, text, vector) != mark:
                raise damaged(self._path, f"vector {number}")
            found[number] = np.frombuffer(vector, dtype="<f2").astype(np.float64)
        self._missing |= numbers - found.keys()
        if len(self._missing) > self._gone:
            raise damaged(self._path, "vectors are missing")
        return found

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
    connection: sqlite3.Connection, path: Path, dimension: int, after: int = 0
) -> Iterator[tuple[stored.Ids, stored.Vectors]]:
    """Yield the stored vectors numbered above `after`, in order, some thousands at a time."""
    rows = connection.execute(
        "SELECT id, text, vector, seal FROM vectors WHERE id > ? ORDER BY id", (after,)
    )
    while block := rows.fetchmany(stored.BLOCK):
        for number, text, vector, mark in block:
            if seal(number, text, vector) != mark:
                raise damaged(path, f"vector {number}")
        ids = np.fromiter((row[0] for row in block), dtype=np.int64, count=len(block))
        yield ids, stored.unpack((row[2] for row in block), dimension)


def _scores(
    query: npt.NDArray[np.float32],
    found: Iterator[stored.Ids],
    rows: dict[int, npt.NDArray[np.float64]],
) -> dict[int, float]:
    """Score the vectors that are still in the index."""
    numbers = [int(n) for ids in found for n in ids if int(n) in rows]
    if not numbers:
        return {}
    products = np.stack([rows[n] for n in numbers]) @ query.astype(np.float64)
    return {n: round(float(s), DECIMALS) for n, s in zip(numbers, products, strict=True)}


def _is_complete(scores: dict[int, float], floor: float, k: int) -> bool:
    """Say whether no vector that FAISS left out (at most `floor`) could be among the best `k`."""
    if len(scores) < k:
        return False
    return sorted(scores.values(), reverse=True)[k - 1] > floor + _NEAR
