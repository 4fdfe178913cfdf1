"""Labelled pairs of claim and evidence: read them, keep pages apart, drop what leaks."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.bench.table import is_kept_out
from factcheck.entail.scores import NEITHER, REFUTES, SUPPORTS
from factcheck.entail.text import plain

__all__ = [
    "LABELS", "NEITHER", "REFUTES", "SUPPORTS", "Pair",
    "digest", "kept_out", "pair", "read", "rows", "texts_of", "without_leaks", "words", "write",
]  # fmt: skip

LABELS = ("supported", "refuted", "nei")  # the order of the model's three scores


class Pair(NamedTuple):
    """A claim, its evidence, both in plain form, the label's place in `LABELS`, the source."""

    claim: str
    evidence: str
    label: int
    source: str


def rows(path: Path) -> Iterator[Any]:
    """Yield the rows of a JSON Lines file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def digest(path: Path) -> str:
    """Return the SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def kept_out(row: dict[str, Any]) -> bool:
    """Tell whether the page of a row belongs to the evaluation, by a hash of its title.

    A row without a page belongs to training. All contrastive rows of a page stay together.
    """
    return is_kept_out(row.get("group") or "")


def pair(row: dict[str, Any], source: str = "") -> Pair:
    """Read a row with one of the three labels."""
    return Pair(
        plain(row["claim"]),
        plain(row["evidence"]),
        LABELS.index(row["label"]),
        source or row["source"],
    )


def words(text: str) -> tuple[str, ...]:
    """Return the lower-cased words of a text without marks, to find the same text again.

    >>> words('The "Ridge" opened .')
    ('the', 'ridge', 'opened')
    """
    letters = "".join(letter if letter.isalnum() else " " for letter in text.lower())
    return tuple(letters.split())


def texts_of(held_out: Iterable[Path]) -> set[tuple[str, ...]]:
    """Return the words of each claim and each evidence of the sets we report on."""
    return {
        words(plain(row[side]))
        for path in held_out
        for row in rows(path)
        for side in ("claim", "evidence")
    }


def without_leaks(pairs: Iterable[Pair], told: set[tuple[str, ...]]) -> list[Pair]:
    """Drop pairs whose claim or evidence stands, word for word, among the texts `told`."""
    return [
        found
        for found in pairs
        if words(found.claim) not in told and words(found.evidence) not in told
    ]


def write(pairs: Iterable[Pair], path: Path) -> None:
    """Write pairs as gzipped JSON Lines, the same bytes for the same pairs."""
    text = "".join(json.dumps(found, ensure_ascii=False) + "\n" for found in pairs)
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


def read(path: Path) -> list[Pair]:
    """Read what `write` wrote."""
    return [Pair(*row) for row in rows(path)]
