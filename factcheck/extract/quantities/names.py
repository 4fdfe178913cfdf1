"""Units and currencies at a place of a sentence, longest name first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

import msgspec

from factcheck.extract.quantities.line import Line
from factcheck.tokens import tokenize
from factcheck.vocabulary.additions import made_with_additions
from factcheck.vocabulary.currencies import cent_names, currency_names, currency_symbols
from factcheck.vocabulary.units import unit_names, unit_symbols

_HUNDREDTH = Decimal("0.01")
_ONE = Decimal(1)


class Found(msgspec.Struct, frozen=True):
    """A unit or currency that ends before the token `last`; `factor` is 0.01 for cents."""

    key: str
    last: int
    factor: Decimal = _ONE
    cents: bool = False


class _Names(msgspec.Struct, frozen=True):
    """Names to keys, with the first piece of each name and the number of tokens it may take."""

    names: Mapping[str, str]
    symbols: Mapping[str, str]
    openers: Mapping[str, int]


def _openers(names: Iterable[str]) -> dict[str, int]:
    """Map each first token in lower case to the most tokens a name that starts so has."""
    most: dict[str, int] = {}
    for name in names:
        pieces = pieces_of(name)
        most[pieces[0]] = max(most.get(pieces[0], 0), len(pieces))
    return most


def pieces_of(name: str) -> list[str]:
    """Cut a name as the tokeniser does, in lower case."""
    return [token.text.lower() for token in tokenize(name)]


@made_with_additions
def _units() -> _Names:
    names, symbols = unit_names(), unit_symbols()
    return _Names(names, symbols, _openers([*names, *symbols]))


@made_with_additions
def _currencies() -> _Names:
    names, symbols = currency_names(), currency_symbols()
    return _Names(names, symbols, _openers([*names, *symbols]))


def _longest(
    line: Line, at: int, table: _Names, *, before_number: bool = False
) -> tuple[str, int] | None:
    most = table.openers.get(line.word(at))
    if most is None:
        return None
    best, written, spoken = None, "", ""
    most += line.word(at + 1) in ("-", "‑")  # a hyphen may stand for the blank in a name
    for last in range(at, min(at + most, len(line.tokens))):
        token = line.tokens[last]
        if last > at:
            blank = "" if line.touches(last) else " "
            written += blank
            if token.text in "-‑" or line.word(last - 1) in "-‑":
                blank = ""
            spoken += blank
        written += token.text
        spoken += " " if token.text in "-‑" else line.lower[last]
        key = table.symbols.get(written) or table.names.get(spoken)
        if token.text == "." and last + 1 == len(line.tokens):
            break  # the full stop of the sentence
        glued = not (before_number and line.is_number(last + 1)) and _runs_on(line, last + 1)
        if key is not None and not glued:
            best = key, last + 1
    return best


def _runs_on(line: Line, at: int) -> bool:
    """Say whether the token at `at` is glued to the one before so that no name ends there."""
    return line.touches(at) and line.tokens[at].kind != "symbol" and line.raw(at - 1).isalnum()


def unit_at(line: Line, at: int) -> Found | None:
    """Return the unit of measure whose name or symbol starts at the token `at`."""
    found = _longest(line, at, _units())
    return None if found is None else Found(*found)


def currency_at(line: Line, at: int) -> Found | None:
    """Return the currency whose name, code or symbol starts at the token `at`."""
    found = _longest(line, at, _currencies(), before_number=True)
    return None if found is None else Found(*found)


def cents_at(line: Line, at: int) -> Found | None:
    """Return the hundredth of a currency that the token at `at` names ("cents", "pence")."""
    code = cent_names().get(line.word(at))
    return None if code is None else Found(code, at + 1, _HUNDREDTH, cents=True)


@made_with_additions
def currency_openers() -> frozenset[str]:
    """Return the tokens, in lower case, that the sign, code or name of a currency starts with."""
    table = _currencies()
    millions = {"m" + symbol.lower() for symbol in table.symbols if len(symbol) == 3}
    return frozenset(table.openers) | millions
