"""Words by which a source takes back what was said before, read from `corrections.toml`."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from factcheck.vocabulary.measures import Phrase, stem

Mark = Literal["former", "corrects"]


class Corrections(msgspec.Struct, frozen=True):
    """The table, whose file says what each list means; all words are in lower case.

    `marks` are keyed by their first word, as `measures.phrases_in` takes them. `mentions` are
    stems, as the words of a claim's measure are.
    """

    marks: Mapping[str, tuple[tuple[Phrase, Mark], ...]]
    ends: frozenset[str]
    opens: frozenset[str]
    before: tuple[Phrase, ...]
    mentions: frozenset[str]


class _File(msgspec.Struct, forbid_unknown_fields=True, rename={"before": "from"}):
    former: tuple[str, ...]
    corrects: tuple[str, ...]
    ends: frozenset[str]
    opens: frozenset[str]
    before: tuple[str, ...]
    mentions: frozenset[str]


@functools.cache
def corrections() -> Corrections:
    """Read the table once.

    >>> corrections().marks["misstated"], "clarification" in corrections().opens
    (((('misstated',), 'former'),), True)
    """
    text = Path(__file__).with_name("corrections.toml").read_text("utf-8")
    file = msgspec.convert(tomllib.loads(text), _File)
    marks: dict[str, list[tuple[Phrase, Mark]]] = {}
    _add(marks, file.former, "former")
    _add(marks, file.corrects, "corrects")
    return Corrections(
        marks={first: tuple(entries) for first, entries in marks.items()},
        ends=file.ends,
        opens=file.opens,
        before=tuple(tuple(phrase.split()) for phrase in file.before),
        mentions=frozenset(map(stem, file.mentions)),
    )


def _add(marks: dict[str, list[tuple[Phrase, Mark]]], phrases: Sequence[str], mark: Mark) -> None:
    for phrase in phrases:
        words = tuple(phrase.split())
        marks.setdefault(words[0], []).append((words, mark))
