"""Write an index: one writer, one transaction, all or nothing.

The FAISS file of the new state is written and renamed before the commit that names it; a writer
that dies in between leaves a file that no state names, and the next one sweeps it away.

What an update costs depends on what changes: counts and digests of the whole are carried from one
state to the next. Only the seal of the words is made of all of them, at a gigabyte a second.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from factcheck.errors import IndexStateError, ModelError, UsageError
from factcheck.index import rows, store, vectors
from factcheck.index.embedded import Embedded
from factcheck.index.ledger import Held, Ledger
from factcheck.index.totals import COLUMNS, Totals
from factcheck.schema import Claim, Document, Origin, Passage

_ASIDE = "\0"  # begins the id of a document whose own id another one has taken; never committed


@contextlib.contextmanager
def write(path: Path, model: store.Model | None = None) -> Iterator[Writer]:
    """Open the index at `path` for writing, or begin a new one; commit at the end of the block.

    Whatever is raised inside the block leaves the index as it was at the last `checkpoint`, or
    before the block, and no index where none was. `model` may be None for an index that exists.

    Raises:
        IndexMissingError: there is no index, and no model to begin one with.
        IndexStateError: another writer is at work, the index is damaged or of another format, or
            the disk is full.
        ModelError: the index was built with another model.
    """
    if model is None and not (path / store.FILE).is_file():
        raise store.missing(path)
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
            try:
                yield writer
            finally:
                is_new = is_new and not writer.has_saved
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
    """The open transaction of the one writer.

    `files` is the ledger of the sources, `vectors` those of the texts; `fields` and `tables` are
    recorded for the next update; `unfinished` names the sources that are being read, for a state
    that is kept before all of it is done.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, model: store.Model | None
    ) -> None:
        self.path = path
        self.files = Ledger(connection)
        self.fields: Mapping[str, str] = {}
        self.tables = ""
        self.unfinished: frozenset[str] = frozenset()
        self.has_saved = False
        self._connection = connection
        self._recorded: store.Settings | None = None
        self._totals = Totals()
        self._aside: set[int] = set()
        recorded = None if store.is_empty(connection) else store.read_settings(connection, path)
        if recorded:
            self._resume(recorded, model)
        elif model is None:
            raise store.missing(path)
        else:
            self.model = model
            for table in store.TABLES:
                connection.execute(table)
        self.vectors = Embedded(path, connection)
        if recorded:
            self.vectors.resume(recorded.vectors)

    def _resume(self, recorded: store.Settings, model: store.Model | None) -> None:
        self._recorded = recorded
        self.model = recorded.info.model
        if model is not None:
            self.require(model)
        self.fields = recorded.fields
        self.tables = recorded.tables
        self.unfinished = frozenset(recorded.info.unfinished)
        self._totals = Totals(recorded.info, recorded.total)

    def require(self, model: store.Model) -> None:
        """Go on only with the model that the index was built with.

        Raises:
            ModelError: `model` is another one.
        """
        built = self.model
        if built.digest != model.digest:
            raise ModelError(
                f"The index {self.path} was built with the model {built.name} "
                f"({built.digest[:12]}), not {model.name} ({model.digest[:12]}).",
                hint=store.rebuild_hint(self.path)
                if built.name == model.name
                else f"Add --model {built.name}, or build into another folder.",
            )
        self.model = model

    # --- what is there ---------------------------------------------------------------------

    def document(self, name: str) -> tuple[Held, int] | None:
        """Return the document with this id and the number of its file."""
        row = self._connection.execute(
            "SELECT id, name, content, file FROM documents WHERE name = ?", (name,)
        ).fetchone()
        return row and (Held(*row[:3]), row[3])

    def matching(self, pattern: str) -> list[str]:
        """Return the ids that match a shell pattern, those of records by that of their file too.

        `*` stands for any characters, "/" among them.
        """
        glob = pattern.replace("[!", "[^")
        found = self._connection.execute(
            """SELECT name FROM documents WHERE name GLOB ?1 UNION
               SELECT name FROM documents WHERE name GLOB ?1 || '#*' UNION
               SELECT name FROM documents WHERE name GLOB ?1 || '~[0-9]*' ORDER BY name""",
            (glob,),
        )
        return [name for (name,) in found]

    @property
    def documents(self) -> int:
        """How many documents there are by now."""
        return self._totals.documents

    @property
    def passages(self) -> int:
        """How many passages there are by now."""
        return self._totals.passages

    # --- changes ---------------------------------------------------------------------------

    def put(
        self,
        document: Document,
        passages: Sequence[Passage],
        claims: Sequence[tuple[Claim, ...]],
        *,
        content: bytes = b"",
        file: int = 0,
    ) -> None:
        """Store a document with its passages, in place of one with the same id.

        `claims` holds the claims of each passage. The vector of each passage's text must have
        been added. `content` and `file` say what the document was made from.
        """
        origin = document.origin
        self._set_aside(origin.id)
        number = self._next_document()
        row = (*_columns(origin), content)
        counts = (len(passages), sum(map(len, claims)))
        self._totals.add(row, *counts)
        self._connection.execute(
            """INSERT INTO documents (id, name, path, title, source, date, digest, content,
               file, passages, claims, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (number, *row, file, *counts, store.seal(number, *row[:-1])),
        )
        rows.insert(self._connection, number, passages, claims)

    def place(self, held: Held, origin: Origin, file: int) -> bool:
        """Give a document that is in the index an id, a path and a file; say if it still is.

        All else of `origin` must be as it was.
        """
        row = self._row(held.number)
        if row is None:
            return False
        if row[0] != origin.id or row[1] != origin.path:
            if row[0] != origin.id:
                self._set_aside(origin.id)
            self._rename(row, held.number, origin.id, origin.path)
            seal = store.seal(held.number, origin.id, origin.path, *row[2:6])
            self._connection.execute(
                "UPDATE documents SET seal = ? WHERE id = ?", (seal, held.number)
            )
        self._aside.discard(held.number)
        self._connection.execute("UPDATE documents SET file = ? WHERE id = ?", (file, held.number))
        return True

    def _set_aside(self, name: str) -> None:
        """Free an id: its document leaves with the next commit, unless it is placed again."""
        found = self.document(name)
        if found is None:
            return
        held, file = found
        row = self._row(held.number)
        if row is not None:
            self._rename(row, held.number, f"{_ASIDE}{held.number}", row[1])
        self._aside.add(held.number)
        self.files.read_again(file)

    def _rename(self, row: tuple[Any, ...], number: int, name: str, path: str) -> None:
        *fields, passages, claims = row
        self._totals.take(tuple(fields), passages, claims)
        self._totals.add((name, path, *fields[2:]), passages, claims)
        self._connection.execute(
            "UPDATE documents SET name = ?, path = ? WHERE id = ?", (name, path, number)
        )

    def _row(self, number: int) -> tuple[Any, ...] | None:
        """Return what a document adds to the totals."""
        found: tuple[Any, ...] | None = self._connection.execute(
            f"SELECT {COLUMNS}, passages, claims FROM documents WHERE id = ?",  # noqa: S608
            (number,),
        ).fetchone()
        return found

    def remove(self, document: str) -> None:
        """Take out a document and all it brought; nothing happens if it is not there.

        Its file is read again by the next build.
        """
        found = self.document(document)
        if found:
            held, file = found
            self.files.read_again(file)
            self._drop(held.number)

    def leave(self, held: Held) -> bool:
        """Take out a document whatever its id is by now; say whether it was there."""
        return self._drop(held.number)

    def _drop(self, number: int) -> bool:
        row = self._row(number)
        if row is None:
            return False
        *fields, passages, claims = row
        self._totals.take(tuple(fields), passages, claims)
        self._aside.discard(number)
        self.vectors.loosen(rows.delete(self._connection, number, fields[2]))
        self._connection.execute("DELETE FROM documents WHERE id = ?", (number,))
        return True

    def _next_document(self) -> int:
        row = self._connection.execute("SELECT coalesce(max(id), 0) + 1 FROM documents")
        return int(row.fetchone()[0])

    # --- commit ----------------------------------------------------------------------------

    def info(self) -> store.Info:
        """Return what the index will say of itself once this is committed."""
        newest, oldest = self._connection.execute(
            "SELECT (SELECT max(date) FROM documents), (SELECT min(date) FROM documents)"
        ).fetchone()
        totals = self._totals
        return store.Info(
            self.model,
            totals.state(self.model),
            totals.documents,
            totals.passages,
            totals.claims,
            newest or "",
            oldest or "",
            tuple(sorted(self.unfinished)),
        )

    def checkpoint(self) -> None:
        """Commit what is done so far and go on; an end before the block's then loses only the rest.

        Raises:
            IndexStateError: another writer has come in between; what is committed stays.
        """
        kept = self._commit(may_renew=False)
        self._recorded = kept
        self.vectors.resume(kept.vectors)
        self.has_saved = True
        self._connection.execute("BEGIN IMMEDIATE")
        if store.read_settings(self._connection, self.path) != kept:
            raise IndexStateError(
                f"Another process has changed the index {self.path} meanwhile.",
                hint="Run the command again to go on.",
            )

    def commit(self) -> None:
        """Drop what nothing refers to, bring the FAISS file up to date, and commit."""
        self._commit(may_renew=True)

    def _commit(self, *, may_renew: bool) -> store.Settings:
        for number in sorted(self._aside):
            self._drop(number)
        self.vectors.drop_loose()
        info = self.info()
        kept, is_new = self.vectors.file(info.state, self.model.dimension, may_renew=may_renew)
        if is_new and self._recorded and may_renew:
            # As large a change as this leaves the words in many parts, with what was deleted.
            self._connection.execute("INSERT INTO words (words) VALUES ('optimize')")
            self._connection.execute("PRAGMA incremental_vacuum").fetchall()
        self._connection.execute("SAVEPOINT words")  # makes FTS5 write what it holds in memory
        words = store.words_seal(self._connection)
        settings = store.Settings(
            info, kept, words, self._totals.seal, dict(self.fields), self.tables
        )
        store.write_settings(self._connection, settings)
        self._connection.execute("COMMIT")
        # The file before stays one commit longer, for a reader that is just opening it.
        before = {self._recorded.vectors.name} if self._recorded else set()
        vectors.sweep(self.path, {kept.name} | before)
        return settings


def _columns(origin: Origin) -> tuple[str | None, ...]:
    """Return what is stored of an origin, as `Totals` counts it."""
    day = origin.date.isoformat() if origin.date else None
    return origin.id, origin.path, origin.title, origin.source, day, origin.digest
