"""The rows of a document's passages: the passages themselves, their words and their figures."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from factcheck.index import store
from factcheck.index.lookup import figures
from factcheck.index.packing import pack_claims
from factcheck.schema import Claim, Passage

PASSAGE = 'document, ordinal, start, "end", line, text, before, claims, vector'


def insert(
    connection: sqlite3.Connection,
    document: int,
    passages: Sequence[Passage],
    claims: Sequence[tuple[Claim, ...]],
) -> None:
    """Store the passages of a document; the vector of each one's text must be there."""
    earlier = None
    for passage, held in zip(passages, claims, strict=True):
        _insert_one(connection, document, passage, held, earlier)
        earlier = passage.text


def _insert_one(
    connection: sqlite3.Connection,
    document: int,
    passage: Passage,
    claims: tuple[Claim, ...],
    earlier: str | None,
) -> None:
    vector = connection.execute(
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
        pack_claims(claims, passage.text),
        vector[0],
    )
    mark = store.seal(*values, earlier if values[6] is None else None)
    number = connection.execute(
        f"INSERT INTO passages ({PASSAGE}, seal) "  # noqa: S608 - our own columns
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*values, mark),
    ).lastrowid
    connection.execute(
        "INSERT INTO words (rowid, text, around) VALUES (?, ?, ?)",
        (number, passage.text, around(passage.origin.title, passage.before)),
    )
    for kind, figure, unit, noun in figures(claims):
        connection.execute(
            "INSERT OR IGNORE INTO figures VALUES (?, ?, ?, ?, ?)",
            (kind, figure, number, unit, noun),
        )


def delete(connection: sqlite3.Connection, document: int, title: str) -> set[int]:
    """Delete the passages of a document; return the numbers of the vectors they had."""
    rows = connection.execute(
        "SELECT id, text, before, vector FROM passages WHERE document = ? ORDER BY ordinal",
        (document,),
    ).fetchall()
    earlier = ""
    for number, text, before, _ in rows:
        connection.execute(
            "INSERT INTO words (words, rowid, text, around) VALUES ('delete', ?, ?, ?)",
            (number, text, around(title, earlier if before is None else before)),
        )
        connection.execute("DELETE FROM figures WHERE passage = ?", (number,))
        earlier = text
    connection.execute("DELETE FROM passages WHERE document = ?", (document,))
    return {vector for _, _, _, vector in rows}


def around(title: str, before: str) -> str:
    """Return the words that help to find a passage though they do not stand in it."""
    return f"{title}\n{before}"
