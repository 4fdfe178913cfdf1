"""Write an index: one writer, one transaction, all or nothing.

The FAISS file of the new state is written and renamed before the commit that names it; a writer
that dies in between leaves a file that no state names, and the next one sweeps it away.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from factcheck.errors import ModelError, UsageError
from factcheck.index import store, vectors
from factcheck.index.lookup import figures
from factcheck.index.nearest import blocks
from factcheck.index.reader import PASSAGE
from factcheck.schema import Claim, Document, Passage

# The FAISS file is written anew when more vectors than this, and more than a tenth of it, have
# come or gone: below, searching the newcomers exactly costs less than writing.
STALE_VECTORS = 1000


class FileKey(NamedTuple):
    """A source file: the source as the user named it, and the path below it."""

    source: str
    name: str


class StoredFile(NamedTuple):
    """What a file was when it was last read: its digest, and the ids of its documents."""

    digest: str
    documents: tuple[str, ...]


@contextlib.contextmanager
def write(path: Path, model: store.Model) -> Iterator[Writer]:
    """Open the index at `path` for writing, or begin a new one; commit at the end of the block.

    Whatever is raised inside the block leaves the index as it was, and no index where none was.

    Raises:
        IndexStateError: another writer is at work, the index is damaged or of another format, or
            the disk is full.
        ModelError: the index was built with another model.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"The folder {path} cannot be made: {error.strerror}.",
            hint="Name another folder with --index.",
        ) from error
    is_new = False
    try:
        with store.reporting(path), contextlib.closing(store.connect_writer(path)) as connection:
            is_new = store.is_empty(connection)
            writer = Writer(path, connection, model)
            yield writer
            writer.commit()
    except BaseException:
        if is_new:
            _discard(path)
        raise


def _discard(path: Path) -> None:
    """Delete what a failed first build made, and the folder if it held nothing else."""
    for file in (*path.glob(f"{store.FILE}*"), *path.glob(vectors.PATTERN)):
        file.unlink(missing_ok=True)
    if not any(path.iterdir()):
        path.rmdir()


class Writer:
    """The open transaction of the one writer."""

    def __init__(self, path: Path, connection: sqlite3.Connection, model: store.Model) -> None:
        self.path = path
        self._connection = connection
        self._model = model
        self._recorded: store.Settings | None = None
        if store.is_empty(connection):
            for table in store.TABLES:
                connection.execute(table)
        else:
            self._recorded = store.read_settings(connection, path)
            self._require(self._recorded.info.model)
        row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'vectors'")
        self._last_vector = (row.fetchone() or (0,))[0]

    def _require(self, recorded: store.Model) -> None:
        if recorded.digest != self._model.digest:
            raise ModelError(
                f"The index {self.path} was built with the model {recorded.name} "
                f"({recorded.digest[:12]}), not {self._model.name} ({self._model.digest[:12]}).",
                hint=store.rebuild_hint(self.path)
                if recorded.name == self._model.name
                else f"Add --model {recorded.name}, or build into another folder.",
            )

    # --- what is there ---------------------------------------------------------------------

    def files(self) -> dict[FileKey, StoredFile]:
        """Return the source files of the last commit."""
        rows = self._connection.execute(
            """SELECT files.source, files.name, files.digest, documents.name FROM files
               LEFT JOIN documents ON documents.file = files.id ORDER BY documents.id"""
        )
        found: dict[FileKey, StoredFile] = {}
        for source, name, digest, document in rows:
            key = FileKey(source, name)
            known = found.get(key, StoredFile(digest, ()))
            names = () if document is None else (document,)
            found[key] = StoredFile(digest, known.documents + names)
        return found

    def contents(self) -> dict[str, str]:
        """Return the content digest of each document, by document id."""
        return dict(self._connection.execute("SELECT name, content FROM documents"))

    def without_vector(self, texts: Sequence[str]) -> list[str]:
        """Return the distinct texts that have no stored vector, in the order given."""
        return [
            text
            for text in dict.fromkeys(texts)
            if not self._connection.execute(
                "SELECT 1 FROM vectors WHERE text = ?", (store.text_key(text),)
            ).fetchone()
        ]

    # --- changes ---------------------------------------------------------------------------

    def record_file(self, key: FileKey, digest: str) -> int:
        """Record a source file and return its number; `digest` decides when to read it again."""
        row = self._connection.execute(
            """INSERT INTO files (source, name, digest) VALUES (?, ?, ?)
               ON CONFLICT (source, name) DO UPDATE SET digest = excluded.digest RETURNING id""",
            (*key, digest),
        ).fetchone()
        return int(row[0])

    def add_vectors(self, texts: Sequence[str], rows: vectors.Vectors) -> None:
        """Store the vectors of distinct texts that had none."""
        for text, row in zip(texts, rows, strict=True):
            self._last_vector += 1
            values = (self._last_vector, store.text_key(text), vectors.pack(row))
            self._connection.execute(
                "INSERT INTO vectors VALUES (?, ?, ?, ?)", (*values, store.seal(*values))
            )

    def put(
        self,
        document: Document,
        passages: Sequence[Passage],
        claims: Sequence[tuple[Claim, ...]],
        *,
        content: str = "",
        file: int = 0,
    ) -> None:
        """Store a document with its passages, in place of one with the same id.

        `claims` holds the claims of each passage. The vector of each passage's text must have
        been added. `content` and `file` say what the document was made from.
        """
        origin = document.origin
        self.remove(origin.id)
        number = self._next_document()
        day = origin.date.isoformat() if origin.date else None
        fields = (origin.id, origin.path, origin.title, origin.source, day, origin.digest)
        self._connection.execute(
            """INSERT INTO documents (id, name, path, title, source, date, digest, file, content,
               passages, claims, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (
                number,
                *fields,
                file,
                content,
                len(passages),
                sum(map(len, claims)),
                store.seal(number, *fields),
            ),
        )
        earlier = None
        for passage, held in zip(passages, claims, strict=True):
            self._put_passage(number, passage, held, earlier)
            earlier = passage.text

    def move(self, document: str, file: int) -> None:
        """Record that an unchanged document now stands in this file."""
        self._connection.execute("UPDATE documents SET file = ? WHERE name = ?", (file, document))

    def remove(self, document: str) -> None:
        """Take out a document and all it brought; nothing happens if it is not there."""
        row = self._connection.execute(
            "SELECT id, title FROM documents WHERE name = ?", (document,)
        ).fetchone()
        if row is None:
            return
        number, title = row
        rows = self._connection.execute(
            "SELECT id, text, before FROM passages WHERE document = ? ORDER BY ordinal", (number,)
        ).fetchall()
        earlier = ""
        for passage, text, before in rows:
            self._connection.execute(
                "INSERT INTO words (words, rowid, text, around) VALUES ('delete', ?, ?, ?)",
                (passage, text, _around(title, earlier if before is None else before)),
            )
            self._connection.execute("DELETE FROM figures WHERE passage = ?", (passage,))
            earlier = text
        self._connection.execute("DELETE FROM passages WHERE document = ?", (number,))
        self._connection.execute("DELETE FROM documents WHERE id = ?", (number,))

    def _next_document(self) -> int:
        row = self._connection.execute("SELECT coalesce(max(id), 0) + 1 FROM documents")
        return int(row.fetchone()[0])

    def _put_passage(
        self, document: int, passage: Passage, claims: tuple[Claim, ...], earlier: str | None
    ) -> None:
        execute = self._connection.execute
        vector = execute(
            "SELECT id FROM vectors WHERE text = ?", (store.text_key(passage.text),)
        ).fetchone()
        values: tuple[Any, ...] = (
            document,
            passage.ordinal,
            passage.span.start,
            passage.span.end,
            passage.line,
            passage.text,
            None if passage.before == (earlier or "") else passage.before,
            store.pack_claims(claims),
            vector[0],
        )
        mark = store.seal(*values, earlier if values[6] is None else None)
        number = execute(
            f"INSERT INTO passages ({PASSAGE}, seal) "  # noqa: S608 - our own columns
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*values, mark),
        ).lastrowid
        execute(
            "INSERT INTO words (rowid, text, around) VALUES (?, ?, ?)",
            (number, passage.text, _around(passage.origin.title, passage.before)),
        )
        for kind, figure, unit, noun in figures(claims):
            execute(
                "INSERT OR IGNORE INTO figures VALUES (?, ?, ?, ?, ?)",
                (kind, figure, number, unit, noun),
            )

    # --- commit ----------------------------------------------------------------------------

    def info(self) -> store.Info:
        """Return what the index will say of itself once this is committed."""
        documents, passages, claims, newest = self._connection.execute(
            """SELECT count(*), coalesce(sum(passages), 0), coalesce(sum(claims), 0),
               coalesce(max(date), '') FROM documents"""
        ).fetchone()
        return store.Info(self._model, self._state(), documents, passages, claims, newest)

    def commit(self) -> None:
        """Drop what nothing refers to, bring the FAISS file up to date, and commit."""
        self._connection.execute("DELETE FROM files WHERE id NOT IN (SELECT file FROM documents)")
        self._connection.execute(
            "DELETE FROM vectors WHERE id NOT IN (SELECT vector FROM passages)"
        )
        info = self.info()
        try:
            kept = self._vectors_file(info)
        except OSError as error:
            raise store.unusable(self.path, error.strerror or str(error)) from error
        self._connection.execute("SAVEPOINT words")  # makes FTS5 write what it holds in memory
        words = store.words_seal(self._connection)
        store.write_settings(self._connection, store.Settings(info, kept, words))
        self._connection.execute("COMMIT")
        # The file before stays one commit longer, for a reader that is just opening it.
        before = {self._recorded.vectors.name} if self._recorded else set()
        vectors.sweep(self.path, {kept.name} | before)

    def _state(self) -> str:
        """Return the digest of all that answers depend on, whatever the order it came in."""
        whole = hashlib.sha256(f"{store.form()} {self._model.digest}".encode())
        for row in self._connection.execute(
            "SELECT name, path, title, source, date, digest, content FROM documents ORDER BY name"
        ):
            whole.update(store.seal(*row))
        return whole.hexdigest()[:16]

    def _vectors_file(self, info: store.Info) -> store.VectorsFile:
        """Return the FAISS file for this state: the recorded one while it is good enough."""
        recorded = self._recorded.vectors if self._recorded else None
        if recorded:
            total, inside = self._connection.execute(
                "SELECT count(*), count(*) FILTER (WHERE id <= ?) FROM vectors", (recorded.last,)
            ).fetchone()
            gone = recorded.count - inside
            changed = (total - inside) + gone
            is_stale = changed > STALE_VECTORS and changed * 10 > recorded.count
            if not is_stale and vectors.is_whole(self.path, recorded):
                return msgspec.structs.replace(recorded, gone=gone)
        found = blocks(self._connection, self.path, self._model.dimension)
        return vectors.write_file(self.path, info.state, found, self._model.dimension)


def _around(title: str, before: str) -> str:
    return f"{title}\n{before}"
