"""Sentences to measure with, from files of JSON Lines that are given by path."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from factcheck.readers import read_text
from factcheck.segment import segment

_FIELDS = ("evidence", "text", "claim", "abstract")
_LONGEST = 400  # characters: lists and tables run on in what has been scraped
_SHORTEST = 20


def sentences(paths: Iterable[Path], count: int) -> list[str]:
    """Return the first `count` distinct sentences of the files, in their order.

    Raises:
        SystemExit: they hold fewer.
    """
    found: dict[str, None] = {}
    for text in _texts(paths):
        document = read_text(text, "text.txt")
        for one in segment(document):
            said = " ".join(document.text[one.span.start : one.span.end].split())
            if _SHORTEST <= len(said) <= _LONGEST:
                found[said] = None
        if len(found) >= count:
            return list(found)[:count]
    raise SystemExit(f"The files hold {len(found):,} sentences, not {count:,}; name more files.")


def _texts(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        for record in records(path):
            for field in _FIELDS:
                value = record.get(field)
                if isinstance(value, list):
                    value = " ".join(value)
                if isinstance(value, str):
                    yield value


def records(path: Path) -> Iterator[dict[str, object]]:
    """Yield the records of a .jsonl or .jsonl.gz file."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open() as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)
