"""Check all of an index: every seal, every count, the words, the figures and the FAISS file.

Readers check what they show when they show it; this looks at the rest too, and is slower.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import itertools
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

from factcheck.errors import IndexStateError
from factcheck.index import store, vectors
from factcheck.index.lookup import figures
from factcheck.index.packing import unpack_claims
from factcheck.index.rows import PASSAGE, around
from factcheck.index.totals import recount
from factcheck.schema import Claim

_TOLD = 5  # rows named of one kind of damage; the rest are counted


class Damage(NamedTuple):
    """What does not hold. `is_derived`: it is made again by the next build, nothing is lost."""

    what: str
    is_derived: bool = False


class _State(NamedTuple):
    path: Path
    connection: sqlite3.Connection
    settings: store.Settings


def verify(path: Path) -> list[Damage]:
    """Return everything that is damaged in the index at `path`; nothing is changed.

    Raises:
        IndexMissingError: there is no index.
        IndexStateError: it is of another format, or cannot be read at all.
    """
    with store.reporting(path):
        connection = store.connect_reader(path)
        try:
            connection.execute("BEGIN")
            if store.is_empty(connection):
                raise store.missing(path)
            state = _State(path, connection, store.read_settings(connection, path))
            return [damage for check in _CHECKS for damage in _guarded(check, state)]
        finally:
            connection.close()


def _guarded(check: Callable[[_State], Iterator[Damage]], state: _State) -> Iterator[Damage]:
    """Let one check that cannot be done be damage too, and the others go on."""
    try:
        yield from check(state)
    except sqlite3.DatabaseError as error:
        yield Damage(f"the database cannot be read ({error})")
    except UnicodeDecodeError:
        yield Damage("the database holds bytes that are no text")


def _pages(state: _State) -> Iterator[Damage]:
    """SQLite's own look at the structure of its file."""
    found = [row[0] for row in state.connection.execute("PRAGMA integrity_check(5)")]
    if found != ["ok"]:
        yield Damage(f"the database file: {found[0]}")


def _documents(state: _State) -> Iterator[Damage]:
    wrong = []
    for number, mark, *fields in state.connection.execute(
        "SELECT id, seal, name, path, title, source, date, digest FROM documents"
    ):
        if store.seal(number, *fields) != mark or not _is_day(fields[4]):
            wrong.append(str(fields[0]))
    yield from _named("document", wrong)


def _is_day(date: str | None) -> bool:
    try:
        return date is None or bool(dt.date.fromisoformat(date))
    except ValueError:
        return False


def _counts(state: _State) -> Iterator[Damage]:
    """The totals of the settings, and of each document, against the rows."""
    info, found = state.settings.info, recount(state.connection)
    held = (info.documents, info.passages, info.claims, state.settings.total)
    if held != (found.documents, found.passages, found.claims, found.seal):
        yield Damage("documents have changed, are missing or were added")
    if info.state != found.state(info.model):
        yield Damage("the name of the state")
    rows = state.connection.execute(
        """SELECT name FROM documents WHERE passages !=
           (SELECT count(*) FROM passages WHERE document = documents.id)"""
    )
    yield from _named("document with another number of passages:", [name for (name,) in rows])
    (stray,) = state.connection.execute(
        "SELECT count(*) FROM passages WHERE document NOT IN (SELECT id FROM documents)"
    ).fetchone()
    if stray:
        yield Damage(f"{stray:,} passages without a document")
    (homeless,) = state.connection.execute(
        "SELECT count(*) FROM documents WHERE file != 0 AND file NOT IN (SELECT id FROM files)"
    ).fetchone()
    if homeless:
        yield Damage(f"{homeless:,} documents without a file")


def _vectors(state: _State) -> Iterator[Damage]:
    dimension, wrong, count, tail = state.settings.info.model.dimension, [], 0, 0
    for number, text, vector, mark in state.connection.execute(
        "SELECT id, text, vector, seal FROM vectors"
    ):
        count += 1
        tail += number > state.settings.vectors.last
        if store.seal(number, text, vector) != mark or not _is_vector(vector, dimension):
            wrong.append(str(number))
    yield from _named("vector", wrong)
    recorded = state.settings.vectors
    if (count - tail, tail) != (recorded.count - recorded.gone, recorded.tail):
        yield Damage("vectors are missing or were added")
    (unused,) = state.connection.execute(
        "SELECT count(*) FROM vectors WHERE id NOT IN (SELECT vector FROM passages)"
    ).fetchone()
    if unused:
        yield Damage(f"{unused:,} vectors without a passage")


def _is_vector(vector: bytes, dimension: int) -> bool:
    return len(vector) == 2 * dimension and bool(np.isfinite(np.frombuffer(vector, "<f2")).all())


def _passages(state: _State) -> Iterator[Damage]:
    """Every passage: its seal, its claims, its vector, and the figures made of its claims."""
    wrong, found = [], 0
    keys = dict(state.connection.execute("SELECT id, text FROM vectors"))
    expected = _Figures()
    for number, mark, earlier, *values in state.connection.execute(
        f"""SELECT id, seal, (SELECT text FROM passages AS earlier
                WHERE earlier.document = passages.document
                AND earlier.ordinal = passages.ordinal - 1), {PASSAGE} FROM passages"""  # noqa: S608
    ):
        before, packed, vector = values[6:]
        claims = _claims(packed, values[5])
        is_sealed = store.seal(*values, earlier if before is None else None) == mark
        if claims is None or not is_sealed or keys.get(vector) != store.text_key(values[5]):
            wrong.append(str(number))
            continue
        found += len(claims)
        expected.add(number, claims)
    yield from _named("passage", wrong)
    if not wrong and found != state.settings.info.claims:
        yield Damage("claims are missing or were added")
    if not wrong and not expected.are_those_of(state.connection):
        yield Damage("the figures that are looked up by value")


def _claims(packed: bytes, text: str) -> tuple[Claim, ...] | None:
    try:
        return unpack_claims(packed, text)
    except ValueError:
        return None


class _Figures:
    """The sum of the figures' digests, to be compared with the table without holding either."""

    def __init__(self) -> None:
        self._sum = 0

    def add(self, number: int, claims: tuple[Claim, ...]) -> None:
        rows = {(kind, figure, number, unit, noun) for kind, figure, unit, noun in figures(claims)}
        self._sum += sum(map(_weight, rows))

    def are_those_of(self, connection: sqlite3.Connection) -> bool:
        rows = connection.execute("SELECT class, figure, passage, unit, noun FROM figures")
        return self._sum == sum(map(_weight, rows))


def _weight(row: tuple[str, float, int, str, str]) -> int:
    kind, figure, passage, unit, noun = row
    whole = repr((kind, figure + 0.0, passage, unit, noun))  # SQLite keeps no negative zero
    return int.from_bytes(hashlib.sha256(whole.encode("utf-8", "surrogatepass")).digest())


def _words(state: _State) -> Iterator[Damage]:
    """The words, against those that the passages give when they are taken apart anew."""
    if store.words_seal(state.connection) != state.settings.words:
        yield Damage("the words")
        return
    with contextlib.closing(sqlite3.connect("", isolation_level=None)) as made:
        made.execute(store.WORDS)
        made.execute("BEGIN")
        for number, text, before, earlier, title in state.connection.execute(_TEXTS):
            words = (number, text, around(title, before if before is not None else earlier or ""))
            made.execute("INSERT INTO words (rowid, text, around) VALUES (?, ?, ?)", words)
        made.execute("COMMIT")
        made.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'words', 'row')")
        for query in (
            "SELECT id, sz FROM words_docsize ORDER BY id",
            "SELECT term, doc, cnt FROM temp.terms ORDER BY term",
        ):
            ours, theirs = state.connection.execute(query), made.execute(query)
            if any(one != other for one, other in itertools.zip_longest(ours, theirs)):
                yield Damage("the words are not those of the passages")
                return


_TEXTS = """
    SELECT passages.id, text, before, (SELECT text FROM passages AS earlier
        WHERE earlier.document = passages.document
        AND earlier.ordinal = passages.ordinal - 1), title
    FROM passages JOIN documents ON documents.id = passages.document ORDER BY passages.id"""


def _faiss_file(state: _State) -> Iterator[Damage]:
    recorded = state.settings.vectors
    if not vectors.is_whole(state.path, recorded):
        yield Damage(f"the vectors file {recorded.name} is missing or has changed", True)
    elif vectors.read_file(state.path, recorded, state.settings.info.model.dimension) is None:
        yield Damage(f"the vectors file {recorded.name} does not load", True)


def _named(what: str, names: list[str]) -> Iterator[Damage]:
    if names:
        more = f" and {len(names) - _TOLD:,} more" if len(names) > _TOLD else ""
        yield Damage(f"{what} {', '.join(names[:_TOLD])}{more}")


_CHECKS = (_pages, _documents, _counts, _vectors, _passages, _words, _faiss_file)


def explain_damage(path: Path, damages: list[Damage]) -> IndexStateError | None:
    """Return the error of a damaged index with what repairs it, None of a whole one."""
    if not damages:
        return None
    said = "; ".join(damage.what for damage in damages)
    if all(damage.is_derived for damage in damages):
        hint = f"Make it again: factcheck index build --index {path}"
    else:
        hint = store.rebuild_hint(path)
    return IndexStateError(f"The index {path} is damaged: {said}.", hint=hint)
