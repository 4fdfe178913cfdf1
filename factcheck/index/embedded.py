"""The vectors of an index that is being written: their table, and the FAISS file made of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from pathlib import Path

import msgspec

from factcheck.index import approximate, store, vectors
from factcheck.index.approximate import Vectors
from factcheck.index.hits import MARGIN, id_list
from factcheck.index.nearest import blocks

# The FAISS file is written anew when more vectors than this, and more than a tenth of it, have
# come or gone: below, searching the newcomers exactly costs less than writing.
STALE_VECTORS = 1000


class Embedded:
    """The vectors, one a distinct text, within the open transaction of the writer."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """Begin with the tables there are; `resume` says what was recorded of them."""
        row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'vectors'")
        self._last: int = (row.fetchone() or (0,))[0]
        self._path = path
        self._connection = connection
        self._recorded: store.VectorsFile | None = None
        self._loose: set[int] = set()
        self._tail = 0
        self._gone = 0

    def resume(self, recorded: store.VectorsFile) -> None:
        """Go on from the FAISS file of the last commit."""
        self._recorded = recorded
        self._tail = recorded.tail
        self._gone = recorded.gone

    def missing(self, texts: Sequence[str]) -> list[str]:
        """Return the distinct texts that have no stored vector, in the order given."""
        return [
            text
            for text in dict.fromkeys(texts)
            if not self._connection.execute(
                "SELECT 1 FROM vectors WHERE text = ?", (store.text_key(text),)
            ).fetchone()
        ]

    def add(self, texts: Sequence[str], made: Vectors) -> None:
        """Store the vectors of distinct texts that had none."""
        for text, row in zip(texts, made, strict=True):
            self._last += 1
            self._tail += 1
            values = (self._last, store.text_key(text), vectors.pack(row))
            self._connection.execute(
                "INSERT INTO vectors VALUES (?, ?, ?, ?)", (*values, store.seal(*values))
            )

    def loosen(self, numbers: Collection[int]) -> None:
        """Note vectors that have lost a passage; those without any leave with the commit."""
        self._loose |= set(numbers)

    def drop_loose(self) -> None:
        """Delete the vectors that no passage has any more."""
        last = self._recorded.last if self._recorded else 0
        left = self._connection.execute(
            """DELETE FROM vectors WHERE id IN (SELECT value FROM json_each(?))
               AND NOT EXISTS (SELECT 1 FROM passages WHERE vector = vectors.id) RETURNING id""",
            (id_list(self._loose),),
        ).fetchall()
        self._loose.clear()
        gone = sum(number <= last for (number,) in left)
        self._gone += gone
        self._tail -= len(left) - gone

    def check(self) -> None:
        """Have the FAISS file written anew if a byte of it has changed."""
        if self._recorded and not vectors.is_whole(self._path, self._recorded):
            vectors.discard(self._path, self._recorded)

    def file(
        self, state: str, dimension: int, *, may_renew: bool
    ) -> tuple[store.VectorsFile, bool]:
        """Return the FAISS file for a state, and whether it had to be written.

        Raises:
            IndexStateError: it cannot be written.
        """
        recorded = self._recorded
        if recorded and vectors.is_there(self._path, recorded):
            changed = self._tail + self._gone
            is_stale = changed > STALE_VECTORS and changed * 10 > recorded.count
            if not (is_stale and may_renew):
                kept = msgspec.structs.replace(recorded, tail=self._tail, gone=self._gone)
                return kept, False
        (count,) = self._connection.execute("SELECT count(*) FROM vectors").fetchone()
        made = vectors.make(
            dimension,
            count,
            lambda step: blocks(self._connection, self._path, dimension, step=step),
            approximate.NEIGHBOURS + MARGIN,
        )
        try:
            kept = vectors.write_file(self._path, state, made)
        except OSError as error:
            raise store.unusable(self._path, error.strerror or str(error)) from error
        self._tail = self._gone = 0
        return kept, True
