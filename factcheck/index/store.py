"""The SQLite file: tables, connections, settings, seals, and what its errors mean.

SQLite keeps no checksums of its pages, so each row that may decide a verdict carries a seal, a
digest of its values, which is checked whenever the row is read. The words have one seal together.
The figures have none: damage there may hide a candidate from one of the three searches, but can
show nothing that is not so.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec

from factcheck.errors import IndexMissingError, IndexStateError
from factcheck.index.packing import DICTIONARY
from factcheck.schema import Claim

LAYOUT = 2  # to be raised where a stored value changes its meaning and keeps its type
FILE = "index.sqlite"
_OF_THE_DISK = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
}

# Contentless: the text is in `passages`; `around` is the title and the sentence before. Without
# content bm25 needs detail = full, the default: with less it ranks everything 0.
WORDS = """CREATE VIRTUAL TABLE words USING fts5 (
    text, around, content = '', tokenize = 'unicode61 remove_diacritics 2')"""
TABLES = (
    "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE sources (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",
    # A source file whose digest still holds is not read again; one with an empty digest always
    # is. Size and time of change (ns) only tell whether it may be another one since.
    """CREATE TABLE files (
        id INTEGER PRIMARY KEY, source INTEGER NOT NULL, name TEXT NOT NULL,
        digest BLOB NOT NULL, size INTEGER NOT NULL, changed INTEGER NOT NULL,
        UNIQUE (source, name)) STRICT""",
    # `content` is the digest of all that passages and claims are made from.
    """CREATE TABLE documents (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, file INTEGER NOT NULL,
        path TEXT NOT NULL, title TEXT NOT NULL, source TEXT NOT NULL, date TEXT,
        digest TEXT NOT NULL, content BLOB NOT NULL, passages INTEGER NOT NULL,
        claims INTEGER NOT NULL, seal BLOB NOT NULL) STRICT""",
    "CREATE INDEX documents_digest ON documents (digest)",
    "CREATE INDEX documents_file ON documents (file)",
    "CREATE INDEX documents_date ON documents (date)",
    # One vector a distinct text; AUTOINCREMENT, since a FAISS file may still know old numbers.
    """CREATE TABLE vectors (
        id INTEGER PRIMARY KEY AUTOINCREMENT, text BLOB NOT NULL UNIQUE, vector BLOB NOT NULL,
        seal BLOB NOT NULL) STRICT""",
    # `before` is NULL where it is the text of the passage before, as it nearly always is.
    """CREATE TABLE passages (
        id INTEGER PRIMARY KEY, document INTEGER NOT NULL, ordinal INTEGER NOT NULL,
        start INTEGER NOT NULL, "end" INTEGER NOT NULL, line INTEGER NOT NULL,
        text TEXT NOT NULL, before TEXT, claims BLOB NOT NULL, vector INTEGER NOT NULL,
        seal BLOB NOT NULL, UNIQUE (document, ordinal)) STRICT""",
    "CREATE INDEX passages_vector ON passages (vector)",
    # Look-up by value. REAL finds candidates only; values are compared as Decimal, from claims.
    """CREATE TABLE figures (
        class TEXT NOT NULL, figure REAL NOT NULL, passage INTEGER NOT NULL, unit TEXT NOT NULL,
        noun TEXT NOT NULL, PRIMARY KEY (class, figure, passage, unit, noun))
        STRICT, WITHOUT ROWID""",
    "CREATE INDEX figures_passage ON figures (passage)",
    WORDS,
)


class Model(msgspec.Struct, frozen=True):
    """Which model made the vectors: `name` opens it again, `digest` proves it is the same."""

    name: str
    digest: str
    dimension: int


class Info(msgspec.Struct, frozen=True):
    """What an index says of itself.

    `state` is a digest of all it holds: equal states give equal answers. `newest` and `oldest`
    are the latest and first document date (ISO), empty where no document has one. `unfinished`
    names the sources of builds that were ended before they had read all.
    """

    model: Model
    state: str
    documents: int
    passages: int
    claims: int
    newest: str
    oldest: str
    unfinished: tuple[str, ...] = ()


class VectorsFile(msgspec.Struct, frozen=True):
    """The FAISS file of a state; the `tail` vectors numbered above `last` are not in it.

    Of the `count` vectors it holds, `gone` have left SQLite since. `recall` is the share of the ten
    nearest that an approximate file was seen to find, None of an exact one.
    """

    name: str
    digest: str
    size: int
    count: int
    last: int
    tail: int = 0
    gone: int = 0
    recall: float | None = None


class Settings(msgspec.Struct, frozen=True):
    """The settings table: what the rest of the index has to be read with.

    `words` is the seal of the words, `total` that of all documents, in whatever order they came.
    `fields` says which field of the records plays which role, as it was last given; `tables` is the
    digest of what a newsroom added to the vocabulary, empty where it was nothing.
    """

    info: Info
    vectors: VectorsFile
    words: str
    total: str
    fields: dict[str, str]
    tables: str = ""


@functools.cache
def form() -> str:
    """Return the name of the stored form: another one for any other table, column or field."""
    types = msgspec.inspect.type_info(tuple[tuple[Claim, ...], Settings])
    shape = hashlib.sha256(repr((TABLES, types, DICTIONARY)).encode()).hexdigest()
    return f"{LAYOUT}.{shape[:12]}"


def seal(*values: str | int | bytes | None) -> bytes:
    """Return a digest of a row's values; never ambiguous between neighbours."""
    return hashlib.blake2b(msgspec.json.encode(values), digest_size=16).digest()


def text_key(text: str) -> bytes:
    """Return the key under which the vector of `text` is stored."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def rebuild_hint(path: Path) -> str:
    """Say how to get a working index at `path` again."""
    return f"Delete {path} and build it again: factcheck index build SOURCE... --index {path}"


@contextlib.contextmanager
def reporting(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into an `IndexStateError` that says what to do."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _explained(path, error) from error


def _explained(path: Path, error: sqlite3.DatabaseError) -> IndexStateError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF  # without details
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return IndexStateError(
            f"Another process is writing the index {path}.",
            hint="Wait until it has finished, then run the command again.",
        )
    if code in _OF_THE_DISK:
        return unusable(path, str(error))
    return damaged(path, str(error))


def unusable(path: Path, reason: str) -> IndexStateError:
    """Return the error of a folder or disk that does not let us read or write."""
    return IndexStateError(
        f"The index {path} cannot be read or written ({reason}); it was left as it was.",
        hint="Check the free space and the folder's permissions, then run the command again.",
    )


def damaged(path: Path, what: str) -> IndexStateError:
    """Return the error of a row whose seal does not hold."""
    return IndexStateError(f"The index {path} is damaged ({what}).", hint=rebuild_hint(path))


def connect_reader(path: Path) -> sqlite3.Connection:
    """Open the SQLite file of the index folder `path` for reading only.

    The table `temp.terms` tells in how many passages a word stands.

    Raises:
        IndexMissingError: there is no such file.
    """
    file = path / FILE
    if not file.is_file():
        raise missing(path)
    connection = _readable(file)
    try:
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute(
            "CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'words', 'row')"
        )
        connection.execute("PRAGMA query_only = ON")
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _readable(file: Path) -> sqlite3.Connection:
    # Not mode=ro: such a connection would leave its empty log behind in the folder.
    connection = _connect(file, "mode=rw")
    try:
        is_empty(connection)
    except sqlite3.DatabaseError as error:
        connection.close()
        log = file.with_name(f"{FILE}-wal")
        if not isinstance(error, sqlite3.OperationalError) or (log.exists() and log.stat().st_size):
            raise
        # A folder that cannot be written, and no log: the file is all there is.
        return _connect(file, "mode=ro&immutable=1")
    return connection


def connect_writer(path: Path) -> sqlite3.Connection:
    """Open or create the SQLite file of the index folder `path` and take the writer's lock.

    A transaction is open on return. A second writer fails at once.
    """
    connection = _connect(path / FILE, "mode=rwc")
    try:
        # Waits for a reader that is closing: the last one takes the whole file for a moment.
        if is_empty(connection):  # nobody reads it: what holds it is another first build
            connection.execute("PRAGMA busy_timeout = 0")
            connection.execute(
                "PRAGMA auto_vacuum = INCREMENTAL"
            )  # what is freed can be given back
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def missing(path: Path) -> IndexMissingError:
    """Return the error of a path without an index."""
    if path.is_file():
        return IndexMissingError(
            f"{path} is a file, and an index is a folder.",
            hint="Name the folder that factcheck index build made.",
        )
    return IndexMissingError(
        f"There is no index at {path}.",
        hint=f"Build it: factcheck index build SOURCE... --index {path}",
    )


def _connect(file: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{file.absolute().as_uri()}?{mode}", uri=True, timeout=10, isolation_level=None
    )


def is_empty(connection: sqlite3.Connection) -> bool:
    """Say whether the file holds no committed index, as after a first build that was ended."""
    try:
        found = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except UnicodeDecodeError as error:  # SQLite's message quotes a damaged schema
        raise sqlite3.DatabaseError("malformed database schema") from error
    return bool(found == (0,))


def words_seal(connection: sqlite3.Connection) -> str:
    """Return a digest of the stored words: a handful of large blobs for thousands of passages."""
    whole = hashlib.sha256()
    for number, block in connection.execute("SELECT id, block FROM words_data ORDER BY id"):
        if not isinstance(block, bytes):
            raise sqlite3.DatabaseError("words that are no blob")
        whole.update(b"%d %d " % (number, len(block)))
        whole.update(block)
    return whole.hexdigest()


def read_settings(connection: sqlite3.Connection, path: Path) -> Settings:
    """Return the settings of the state that the connection sees.

    Raises:
        IndexStateError: another format, or damage.
    """
    rows = dict(connection.execute("SELECT key, value FROM settings"))
    if rows.get("format") != form():
        raise IndexStateError(
            f"The index {path} is in another format ({rows.get('format', 'unknown')}) than this "
            f"version reads ({form()}).",
            hint=rebuild_hint(path),
        )
    if rows.get("seal") != seal(rows.get("settings")).hex():
        raise damaged(path, "its settings have changed")
    return msgspec.json.decode(rows["settings"], type=Settings)


def write_settings(connection: sqlite3.Connection, settings: Settings) -> None:
    """Replace the settings within the open transaction."""
    encoded = msgspec.json.encode(settings).decode()
    rows = {"format": form(), "settings": encoded, "seal": seal(encoded).hex()}
    connection.executemany("INSERT OR REPLACE INTO settings VALUES (?, ?)", rows.items())
