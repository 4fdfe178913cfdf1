"""Read an index: one consistent state for the life of the reader."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
import numpy.typing as npt

from factcheck.index import lookup, store
from factcheck.index.hits import Hit, id_list
from factcheck.index.ledger import Ledger, Source, Stamp
from factcheck.index.nearest import Nearest
from factcheck.index.packing import unpack_claims
from factcheck.index.rows import PASSAGE
from factcheck.schema import Claim, Notice, Origin, Passage, Quantity, Span

ORIGIN = "name, path, title, source, date, digest"


class Index:
    """An index open for reading; use it from one thread.

    It sees the state of the moment it was opened, whatever a writer commits meanwhile.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._settings = store.read_settings(connection, path)
        self._frequencies = lookup.Frequencies(connection, self._settings.info.passages)
        self._nearest: Nearest | None = None
        self._are_words_whole = False
        self._origins: dict[int, Origin] = {}

    @classmethod
    def open(cls, path: Path) -> Index:
        """Open the index folder at `path`.

        Raises:
            IndexMissingError: there is none, or its first build was never finished.
            IndexStateError: it is damaged or of another format.
        """
        with store.reporting(path):
            connection = store.connect_reader(path)
            try:
                connection.execute("BEGIN")  # the first read fixes the state that is seen
                if store.is_empty(connection):
                    raise store.missing(path)
                return cls(path, connection)
            except BaseException:
                connection.close()
                raise

    def close(self) -> None:
        """Let go of the state; a writer may then shorten its log."""
        self._nearest = None
        self._connection.close()

    def __enter__(self) -> Index:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __len__(self) -> int:
        """Return the number of passages."""
        return self.info.passages

    @property
    def info(self) -> store.Info:
        """Model, state and counts."""
        return self._settings.info

    @property
    def newest(self) -> dt.date | None:
        """The latest date of a document."""
        return dt.date.fromisoformat(self.info.newest) if self.info.newest else None

    @property
    def tables(self) -> tuple[str, ...]:
        """The digest of what was added to the vocabulary when the sources were read."""
        return (self._settings.tables,)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What a checker should know; of the vectors once `nearest` was asked."""
        found = []
        if self.info.unfinished:
            said = (
                "The last build of the index was ended before it had read all sources; run "
                "factcheck index build again to go on."
            )
            found.append(Notice("unfinished-index", said))
        if self._nearest is not None and self._nearest.is_rebuilt:
            said = (
                "The vectors file of the index was missing or damaged and was made again in "
                "memory; run factcheck index build once more to store it."
            )
            found.append(Notice("vectors-rebuilt", said))
        return tuple(found)

    def sources(self) -> list[Source]:
        """Return the sources that the index was made from, by name."""
        with store.reporting(self.path):
            return Ledger(self._connection).summaries()

    def stamps(self, source: str) -> dict[str, Stamp]:
        """Return the files of a source by name, each as it was when it was read."""
        with store.reporting(self.path):
            return dict(Ledger(self._connection).files(source))

    def documents(self) -> Iterator[Origin]:
        """Yield the origins of all documents, by id."""
        with store.reporting(self.path):
            for row in self._origin_rows("ORDER BY name"):
                yield row[1]

    def same(self, digest: str, names: Collection[str]) -> frozenset[str]:
        """Return the ids of the documents whose text has this digest, or with one of these ids."""
        with store.reporting(self.path):
            rows = self._connection.execute(
                """SELECT name FROM documents WHERE digest = ? UNION
                   SELECT name FROM documents WHERE name IN (SELECT value FROM json_each(?))""",
                (digest, json.dumps(sorted(names))),
            )
            return frozenset(name for (name,) in rows)

    def count(self, documents: Iterable[str]) -> int:
        """Return how many passages the documents with these ids hold."""
        with store.reporting(self.path):
            rows = [
                self._connection.execute(
                    "SELECT passages FROM documents WHERE name = ?", (name,)
                ).fetchone()
                for name in documents
            ]
        return sum(row[0] for row in rows if row)

    @property
    def recall(self) -> float | None:
        """The share of the ten nearest that is found, as measured; None where search is exact."""
        return self._settings.vectors.recall

    def nearest(
        self,
        vectors: npt.NDArray[np.float32],
        k: int,
        days: tuple[str, str] | None = None,
    ) -> list[list[Hit]]:
        """Return the `k` passages nearest to each row of `vectors`, scored by cosine.

        `days` keeps those of documents dated from the first to the last of them (ISO).
        """
        with store.reporting(self.path):
            if self._nearest is None:
                self._nearest = Nearest(self._connection, self.path, self._settings)
            return self._nearest.search(vectors, k, days)

    def by_words(self, terms: Iterable[str], k: int, *, rarest: int = 10) -> list[Hit]:
        """Return the `k` best passages for the rarest of `terms` (BM25)."""
        with store.reporting(self.path):
            if not self._are_words_whole:
                if store.words_seal(self._connection) != self._settings.words:
                    raise store.damaged(self.path, "its words have changed")
                self._are_words_whole = True
            return lookup.by_words(self._connection, self._frequencies, terms, k, rarest)

    def by_value(self, quantity: Quantity, k: int) -> list[Hit]:
        """Return the `k` best passages with a figure like this one."""
        with store.reporting(self.path):
            return lookup.by_value(self._connection, quantity, k)

    def passages(self, ids: Iterable[int]) -> dict[int, tuple[Passage, tuple[Claim, ...]]]:
        """Return passages with their claims; each is checked against its seal.

        Raises:
            IndexStateError: one of them is damaged.
        """
        wanted = id_list(ids)
        found = {}
        with store.reporting(self.path):
            self._load_origins(wanted)
            rows = self._connection.execute(
                f"""SELECT id, seal, (SELECT text FROM passages AS earlier
                        WHERE earlier.document = passages.document
                        AND earlier.ordinal = passages.ordinal - 1), {PASSAGE}
                    FROM passages WHERE id IN (SELECT value FROM json_each(?))""",  # noqa: S608
                (wanted,),
            )
            for number, mark, earlier, *values in rows:
                found[number] = self._passage(number, mark, earlier, values)
        return found

    def _passage(
        self, number: int, mark: bytes, earlier: str | None, values: list[Any]
    ) -> tuple[Passage, tuple[Claim, ...]]:
        document, ordinal, start, end, line, text, before, claims, _ = values
        origin = self._origins.get(document)
        sealed = store.seal(*values, earlier if before is None else None)
        if origin is None or sealed != mark:
            raise store.damaged(self.path, f"passage {number}")
        return (
            Passage(
                origin=origin,
                ordinal=ordinal,
                span=Span(start, end),
                line=line,
                text=text,
                before=earlier or "" if before is None else before,
            ),
            self._claims(claims, text),
        )

    def _claims(self, packed: bytes, text: str) -> tuple[Claim, ...]:
        try:
            return unpack_claims(packed, text)
        except ValueError as error:
            raise store.damaged(self.path, "claims that cannot be read") from error

    def _load_origins(self, passages: str) -> None:
        for number, origin in self._origin_rows(
            "WHERE id IN (SELECT document FROM passages WHERE id IN "
            "(SELECT value FROM json_each(?)))",
            passages,
        ):
            self._origins[number] = origin

    def _origin_rows(self, clause: str, *values: str) -> Iterator[tuple[int, Origin]]:
        rows = self._connection.execute(
            f"SELECT id, seal, {ORIGIN} FROM documents {clause}",  # noqa: S608 - our own clauses
            values,
        )
        for number, mark, *fields in rows:
            if store.seal(number, *fields) != mark:
                raise store.damaged(self.path, f"document {number}")
            name, path, title, source, date, digest = fields
            day = dt.date.fromisoformat(date) if date else None
            yield number, Origin(name, path, title, source, day, digest)
