"""What a search returns, and the one order that every search uses."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

MARGIN = 32  # fetched beyond k at first, so that equal scores at the end rarely cost a second look


class Hit(NamedTuple):
    """A passage found: its number in the index, where it stands, its score, its document's date.

    `date` is ISO, empty where the document has none; an order of strings is an order of days.
    """

    passage: int
    document: str
    ordinal: int
    score: float
    date: str = ""


Scored = list[tuple[int, float]]


def in_order(hits: Iterable[Hit], k: int) -> list[Hit]:
    """Return the first `k`: by score, then document id, then ordinal.

    >>> in_order([Hit(1, "b", 0, 0.5), Hit(2, "a", 3, 0.5), Hit(3, "c", 0, 0.9)], 2)[1].document
    'a'
    """
    return sorted(hits, key=lambda hit: (-hit.score, hit.document, hit.ordinal))[:k]


def complete(fetch: Callable[[int], Scored], k: int) -> Scored:
    """Fetch at least the best `k` and all that equal the last of them.

    `fetch(n)` returns the best `n`, best first. Without the equals, the order in which passages
    were added would decide which of them are seen.
    """
    wanted = k + MARGIN
    while True:
        found = fetch(wanted)
        if len(found) < wanted or found[k - 1][1] > found[-1][1]:
            return found
        wanted *= 4


def id_list(ids: Iterable[int]) -> str:
    """Return numbers in the form that `json_each` reads: one bound value however many."""
    return json.dumps(sorted(ids))


def placed(connection: sqlite3.Connection, scores: Mapping[int, float]) -> list[Hit]:
    """Return passages with their place, from their scores by number."""
    rows = connection.execute(
        """SELECT passages.id, documents.name, passages.ordinal, coalesce(documents.date, '')
           FROM passages JOIN documents ON documents.id = passages.document
           WHERE passages.id IN (SELECT value FROM json_each(?))""",
        (id_list(scores),),
    )
    return [
        Hit(passage, name, ordinal, scores[passage], date) for passage, name, ordinal, date in rows
    ]
