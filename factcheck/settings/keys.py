"""Every key of a configuration file, with the type of its value."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple, get_args

from factcheck.config import Periods
from factcheck.schema import ClaimKind, QuantityKind

FailLevel = Literal["conflicting", "unsupported", "never"]
Key = tuple[str, ...]

DEFAULT = "default"  # the fail level of the kinds that have none of their own
MOTIONS = ("cumulative", "level", "flow", "constant")
ALIASED = ("places", "bodies", "persons", "roles", "units")
# The other limits guard against hostile files; a newsroom has no reason to move them.
LIMITS = ("max_file_bytes", "max_characters", "max_claims")
_AMOUNT = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,6})?%?")


class Section(NamedTuple):
    """A table of the file: its keys, None for any; the type of each value, and what it says."""

    keys: tuple[str, ...] | None
    type: Any
    expected: str
    least: int = 0


_WORDS = 'a list of words, as ["one", "another"]'
SECTIONS: Mapping[Key, Section] = {
    (): Section(("index", "verifier", "decisions"), str, "a text in quotation marks"),
    ("fail_on",): Section(
        (DEFAULT, *get_args(ClaimKind)), FailLevel, "conflicting, unsupported or never"
    ),
    ("tolerance",): Section(get_args(QuantityKind), str, 'an amount in quotation marks, as "2%"'),
    ("ranks",): Section(None, int, "a whole number", -1_000),
    ("measures",): Section(MOTIONS, tuple[str, ...], _WORDS),
    **{("aliases", name): Section(None, tuple[str, ...], _WORDS) for name in ALIASED},
    ("indices",): Section(None, str, "the path of an index in quotation marks"),
    ("periods",): Section(
        tuple(field.name for field in dataclasses.fields(Periods)), int, "a number of days"
    ),
    ("limits",): Section(LIMITS, int, "a whole number above 0", 1),
}


def is_amount(text: str) -> bool:
    """Say whether a text is a tolerance.

    >>> is_amount("2%"), is_amount("0.5"), is_amount("-1"), is_amount("1e9")
    (True, True, False, False)
    """
    return _AMOUNT.fullmatch(text) is not None
