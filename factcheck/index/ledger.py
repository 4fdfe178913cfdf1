"""What an index was made from: its sources, their files, and the documents of each file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple


class FileKey(NamedTuple):
    """A source file: the recorded name of its source, and its path below it."""

    source: str
    name: str


class Stamp(NamedTuple):
    """Size and time of change (ns) of a file: others mean that it may have changed."""

    size: int
    changed: int


class Held(NamedTuple):
    """A document in the index: its number, its id, and the digest of what it was made from."""

    number: int
    name: str
    content: bytes


class StoredFile(NamedTuple):
    """What a file was when it was last read: its number, its digest, its documents in order."""

    number: int
    digest: bytes
    documents: tuple[Held, ...]


class Source(NamedTuple):
    """A source as it is recorded, with the first and last date (ISO) of its documents, or ""."""

    name: str
    documents: int
    oldest: str
    newest: str


class Ledger:
    """The sources and files of an index, within the open transaction of a connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._execute = connection.execute

    def sources(self) -> tuple[str, ...]:
        """Return the recorded names of the sources, sorted."""
        rows = self._execute("SELECT name FROM sources ORDER BY name")
        return tuple(name for (name,) in rows)

    def summaries(self) -> list[Source]:
        """Return what each source has brought, by name."""
        rows = self._execute(
            """SELECT sources.name, count(documents.id), coalesce(min(date), ''),
                   coalesce(max(date), '')
               FROM sources LEFT JOIN files ON files.source = sources.id
               LEFT JOIN documents ON documents.file = files.id
               GROUP BY sources.id ORDER BY sources.name"""
        )
        return [Source(*row) for row in rows]

    def files(self, source: str, below: str = "") -> Iterator[tuple[str, Stamp]]:
        """Yield the name and stamp of each file of a source, by name.

        `below` keeps the file of this name and those in the folder of this name.
        """
        rows = self._execute(
            """SELECT files.name, size, changed FROM files
               JOIN sources ON sources.id = files.source
               WHERE sources.name = :source AND (:below = '' OR files.name = :below
                   OR files.name >= :below || '/' AND files.name < :below || '0')
               ORDER BY files.name""",
            {"source": source, "below": below},  # "0" is what follows "/" in the order of bytes
        )
        for name, size, changed in rows:
            yield name, Stamp(size, changed)

    def file(self, key: FileKey) -> StoredFile | None:
        """Return a file with its documents, None where it is not recorded."""
        row = self._execute(
            """SELECT files.id, digest FROM files JOIN sources ON sources.id = files.source
               WHERE sources.name = ? AND files.name = ?""",
            key,
        ).fetchone()
        if row is None:
            return None
        documents = self._execute(
            "SELECT id, name, content FROM documents WHERE file = ? ORDER BY id", (row[0],)
        )
        return StoredFile(row[0], row[1], tuple(Held(*document) for document in documents))

    def record_source(self, source: str) -> int:
        """Record a source, if it is not yet, and return its number."""
        self._execute("INSERT OR IGNORE INTO sources (name) VALUES (?)", (source,))
        row = self._execute("SELECT id FROM sources WHERE name = ?", (source,)).fetchone()
        return int(row[0])

    def record_file(self, key: FileKey, digest: bytes, stamp: Stamp) -> int:
        """Record a file and return its number; one with an empty digest is read each time."""
        row = self._execute(
            """INSERT INTO files (source, name, digest, size, changed) VALUES (?, ?, ?, ?, ?)
               ON CONFLICT (source, name) DO UPDATE SET digest = excluded.digest,
               size = excluded.size, changed = excluded.changed RETURNING id""",
            (self.record_source(key.source), key.name, digest, *stamp),
        ).fetchone()
        return int(row[0])

    def read_again(self, file: int) -> None:
        """Let the next build read a file even if it is the same."""
        self._execute("UPDATE files SET digest = x'' WHERE id = ?", (file,))

    def forget(self, key: FileKey) -> None:
        """Drop a file that is gone."""
        self._execute(
            """DELETE FROM files WHERE name = ?
               AND source = (SELECT id FROM sources WHERE name = ?)""",
            (key.name, key.source),
        )

    def keep_sources(self, names: set[str]) -> None:
        """Drop every other source, with its files; their documents are the caller's."""
        for source in set(self.sources()) - names:
            for name, _ in list(self.files(source)):
                self.forget(FileKey(source, name))
            self._execute("DELETE FROM sources WHERE name = ?", (source,))
