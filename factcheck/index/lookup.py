"""Search by words (FTS5) and by value (indexed figures)."""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal

from factcheck.index.hits import Hit, Scored, complete, in_order, placed
from factcheck.schema import Claim, Quantity

# bm25 weights of the passage and of what stands around it (title, sentence before): a word there
# helps to find the passage, but less than one in it.
_WEIGHTS = "bm25(1.0, 0.5)"
# A word in more than a twentieth of the passages tells little and costs a long search.
_COMMON_SHARE = 20
_COMMON_LEAST = 50  # passages: in a small corpus every word counts
_NEAR = 0.05  # a figure within 5% may be the same one, rounded or updated
# Powers of ten by which a figure goes wrong when a scale word or a zero is lost.
_SLIPS = (-9, -6, -3, -1, 1, 3, 6, 9)
# Kinds that are written for one another ("rose 3 percent", "3 percentage points").
_CLASSES = {"percentage_point": "percent", "ordinal": "count"}

# Two searches of the index on figures; one with OR would read the whole class.
_BY_VALUE = """
    WITH found AS (
        SELECT passage, noun, unit, CASE WHEN figure BETWEEN :low AND :high THEN 1.0
            ELSE 1.0 - min(abs(figure - :low), abs(figure - :high)) / :size END AS nearness
        FROM figures WHERE class = :class AND figure BETWEEN :least AND :most
        UNION ALL
        SELECT passage, noun, unit, 0.0 FROM figures
        WHERE class = :class AND figure IN (SELECT value FROM json_each(:slips)))
    SELECT passage, max(2 * (noun = :noun) + (unit = :unit) + nearness) AS score
    FROM found GROUP BY passage ORDER BY score DESC LIMIT :count"""


class Frequencies:
    """How many passages hold a word, remembered for the life of a reader."""

    def __init__(self, connection: sqlite3.Connection, passages: int) -> None:
        self._common = max(passages // _COMMON_SHARE, _COMMON_LEAST)
        self._connection = connection
        self._known: dict[str, int] = {}

    def of(self, term: str) -> int:
        """Return the number of passages that hold the folded `term`."""
        if term not in self._known:
            row = self._connection.execute(
                "SELECT doc FROM temp.terms WHERE term = ?", (term,)
            ).fetchone()
            self._known[term] = row[0] if row else 0
        return self._known[term]

    def rarest(self, terms: Iterable[str], count: int) -> list[str]:
        """Return the rarest of the terms that the corpus knows and does not use everywhere.

        Where it uses all of them everywhere, the one rarest.
        """
        ranked = sorted((self.of(term), term) for term in {fold(term) for term in terms})
        known = [(passages, term) for passages, term in ranked if passages]
        rare = [term for passages, term in known if passages <= self._common]
        return rare[:count] or [term for _, term in known[:1]]


def fold(term: str) -> str:
    """Return a word as the tokeniser of `words` stores it: lower case, no accents.

    >>> fold("Élysée")
    'elysee'
    """
    parts = unicodedata.normalize("NFD", term.lower())
    return "".join(c for c in parts if not unicodedata.combining(c))


def by_words(
    connection: sqlite3.Connection,
    frequencies: Frequencies,
    terms: Iterable[str],
    k: int,
    rarest: int,
) -> list[Hit]:
    """Return the best `k` passages for the `rarest` terms that the corpus knows.

    Rare terms only: they decide the order anyway, and common ones make the search slow.
    """
    chosen = frequencies.rarest(terms, rarest)
    if not chosen:
        return []
    query = " OR ".join(f'"{term}"' for term in chosen if '"' not in term)

    def fetch(count: int) -> Scored:
        rows = connection.execute(
            """SELECT rowid, rank FROM words WHERE words MATCH ? AND rank MATCH ?
               ORDER BY rank LIMIT ?""",
            (query, _WEIGHTS, count),
        )
        return [(passage, round(-rank, 5)) for passage, rank in rows]

    return in_order(placed(connection, dict(complete(fetch, k))), k)


def by_value(connection: sqlite3.Connection, quantity: Quantity, k: int) -> list[Hit]:
    """Return the best `k` passages with a figure like this one, in the same class of units.

    Best is the same counted noun and unit, then the closer figure; a figure with the same digits
    on another scale comes after all within 5%.
    """
    low, high = float(quantity.low), float(quantity.high)
    slack = _NEAR * max(abs(low), abs(high))
    slips = [float(quantity.low.scaleb(power)) for power in _SLIPS] if low else []
    values = {
        "class": figure_class(quantity),
        "noun": quantity.of,
        "unit": quantity.unit,
        "low": low,
        "high": high,
        "least": low - slack,
        "most": high + slack,
        "size": max(abs(low), abs(high)) or 1.0,
        "slips": json.dumps(slips),
    }

    def fetch(count: int) -> Scored:
        rows = connection.execute(_BY_VALUE, {**values, "count": count})
        return [(passage, round(score, 5)) for passage, score in rows]

    return in_order(placed(connection, dict(complete(fetch, k))), k)


def figure_class(quantity: Quantity) -> str:
    """Return the class of units within which a figure is looked up."""
    return _CLASSES.get(quantity.kind, quantity.kind)


def figures(claims: Iterable[Claim]) -> Iterator[tuple[str, float, str, str]]:
    """Yield (class, figure, unit, noun) of each end of each quantity, for the look-up table."""
    seen: set[tuple[str, Decimal, str, str]] = set()
    for claim in claims:
        value = claim.value
        if not isinstance(value, Quantity):
            continue
        for end in (value.low, value.high):
            key = (figure_class(value), end, value.unit, value.of)
            if key not in seen:
                seen.add(key)
                yield key[0], float(end), key[2], key[3]
