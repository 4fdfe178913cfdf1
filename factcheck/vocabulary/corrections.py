"""Words by which a source takes back what was said before, read from `corrections.toml`."""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path

import msgspec

from factcheck.vocabulary.measures import stem


class Corrections(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"before": "from"}
):
    """Phrases in lower case, words parted by one space; the table says what each list means.

    `mentions` are stems, as the words of a claim's measure are.
    """

    former: tuple[str, ...]
    ends: frozenset[str]
    corrects: tuple[str, ...]
    opens: frozenset[str]
    before: tuple[str, ...]
    mentions: frozenset[str]


@functools.cache
def corrections() -> Corrections:
    """Read the table once.

    >>> "earlier version" in corrections().former, "not" in corrections().before
    (True, True)
    """
    text = Path(__file__).with_name("corrections.toml").read_text("utf-8")
    table = msgspec.convert(tomllib.loads(text), Corrections)
    return msgspec.structs.replace(table, mentions=frozenset(map(stem, table.mentions)))
