"""Words and letters that are numbers, read from `numbers.toml`."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec


class Numbers(msgspec.Struct, frozen=True):
    """The tables of `numbers.toml`; every key is a word in lower case unless said otherwise.

    `small` are the numbers below a hundred that one word says, `scales` what multiplies the
    number before it, `suffixes` and `doubtful` the abbreviations of scales after digits (case
    matters), `denominators` the words that divide ("third", "thirds"), `signs` the one-character
    fractions as numerator and denominator, `vague` the lowest and highest of a bare plural.
    """

    small: Mapping[str, int]
    tens: frozenset[str]
    scales: Mapping[str, Decimal]
    suffixes: Mapping[str, Decimal]
    doubtful: Mapping[str, Decimal]
    ordinals: Mapping[str, int]
    denominators: Mapping[str, int]
    signs: Mapping[str, tuple[Decimal, Decimal]]
    vague: Mapping[str, tuple[Decimal, Decimal]]
    multipliers: Mapping[str, Decimal]
    factors: Mapping[str, Decimal]


@functools.cache
def numbers() -> Numbers:
    """Read the tables once.

    >>> numbers().scales["crore"], numbers().denominators["thirds"]
    (Decimal('10000000'), 3)
    """
    data = tomllib.loads(Path(__file__).with_name("numbers.toml").read_text("utf-8"))
    return Numbers(
        small=data["units"] | data["tens"],
        tens=frozenset(data["tens"]),
        scales=_decimals(data["scales"]),
        suffixes=_decimals(data["suffixes"]),
        doubtful=_decimals(data["doubtful"]),
        ordinals=data["ordinals"],
        denominators=_denominators(data),
        signs={sign: _pair(*text.split("/")) for sign, text in data["signs"].items()},
        vague={word: _pair(*ends) for word, ends in data["vague"].items()},
        multipliers=_decimals(data["multipliers"]),
        factors=_decimals(data["factors"]),
    )


def _decimals(table: Mapping[str, str]) -> dict[str, Decimal]:
    return {word: Decimal(number) for word, number in table.items()}


def _pair(one: str, other: str) -> tuple[Decimal, Decimal]:
    return Decimal(one), Decimal(other)


def _denominators(data: Mapping[str, Any]) -> dict[str, int]:
    found: dict[str, int] = dict(data["shares"])
    for word, number in data["ordinals"].items():
        if number > 2:
            found |= {word: number, word + "s": number}
    return found
