"""Currencies with all their names and symbols, read from `currencies.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from factcheck.vocabulary.additions import added, made_with_additions
from factcheck.vocabulary.units import plural


class Currency(msgspec.Struct, frozen=True):
    """A currency: `code` is its ISO 4217 code, `name` its English name.

    An open currency (francs of an unnamed country) has its noun in lower case for both.
    """

    code: str
    name: str


class _Table(msgspec.Struct, frozen=True):
    currencies: Mapping[str, Currency]
    names: Mapping[str, str]
    symbols: Mapping[str, str]
    cents: Mapping[str, str]


@made_with_additions
def _table() -> _Table:
    data = tomllib.loads(Path(__file__).with_name("currencies.toml").read_text("utf-8"))
    rows, bare, plurals = data["currencies"], data["bare"], data["plurals"]
    codes = {**{code: row["name"] for code, row in rows.items()}, **_open(bare)}
    names = {name: code for noun, code in bare.items() for name in _both(noun, plurals)}
    for code, row in rows.items():
        names.update(dict.fromkeys(_names(row, plurals), code))
    for code, also in added().units:
        if code in rows:
            forms = (form for name in also for form in _both(name.lower(), plurals))
            names.update(dict.fromkeys(forms, code))
    return _Table(
        {code: Currency(code, name) for code, name in codes.items()},
        names,
        {symbol: code for code, row in rows.items() for symbol in row["symbols"]},
        {name: code for noun, code in data["cents"].items() for name in _both(noun, plurals)},
    )


def _open(bare: Mapping[str, str]) -> dict[str, str]:
    return {code: code for code in bare.values() if code.islower()}


def _both(noun: str, plurals: Mapping[str, str]) -> tuple[str, ...]:
    return noun, plural(noun), plurals.get(noun, noun)


def _names(row: Mapping[str, Any], plurals: Mapping[str, str]) -> Iterator[str]:
    """Yield all names of one currency, in lower case."""
    name = row["name"].lower()
    nouns = [row.get("noun", name.split()[-1]), *row.get("nouns", ())]
    yield name
    for nation in row.get("nations", ()):
        for noun in nouns:
            yield from (f"{nation} {form}" for form in _both(noun, plurals))


def currencies() -> Mapping[str, Currency]:
    """Return every currency by its code.

    >>> currencies()["HKD"].name
    'Hong Kong dollar'
    """
    return _table().currencies


def currency_names() -> Mapping[str, str]:
    """Return the code of every name in lower case, singular and plural.

    >>> currency_names()["australian dollars"], currency_names()["dollars"]
    ('AUD', 'USD')
    """
    return _table().names


def currency_symbols() -> Mapping[str, str]:
    """Return the code of every symbol and abbreviation; case matters.

    >>> currency_symbols()["A$"], currency_symbols()["Rs"]
    ('AUD', 'INR')
    """
    return _table().symbols


def cent_names() -> Mapping[str, str]:
    """Return, for each name of a hundredth, the currency it belongs to when none is named.

    >>> cent_names()["pence"]
    'GBP'
    """
    return _table().cents


def may_be(open_code: str, code: str) -> bool:
    """Say whether an open currency may be a named one.

    >>> may_be("franc", "CHF"), may_be("franc", "EUR")
    (True, False)
    """
    return any(known == code and name.endswith(open_code) for name, known in _table().names.items())


def is_open(code: str) -> bool:
    """Say whether the currency is named by its noun alone ("francs").

    >>> is_open("franc"), is_open("CHF")
    (True, False)
    """
    return code.islower()
