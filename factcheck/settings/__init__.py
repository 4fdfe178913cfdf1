"""The configuration of a newsroom: `factcheck.toml`, or `[tool.factcheck]` in `pyproject.toml`."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.config import (
    NO_VERIFIER,
    Limits,
    Named,
    Periods,
    Settings,
    Sources,
    Tables,
    Tolerance,
)
from factcheck.settings.failing import FailOn, from_values
from factcheck.settings.finding import FILE, find, shown
from factcheck.settings.keys import ALIASED, DEFAULT, LIMITS, MOTIONS, SECTIONS, Key
from factcheck.settings.reading import Place, Values, read_values, said_key

__all__ = ["FILE", "Configuration", "FailOn", "Shown", "load", "template"]

_DECISIONS = ".factcheck/decisions.jsonl"


class Shown(NamedTuple):
    """A value as `factcheck config` shows it, and where it came from."""

    key: str
    value: object
    origin: str


@dataclasses.dataclass(frozen=True, slots=True)
class Configuration:
    """What holds for one run.

    `file` is empty where there is none. `indices` are those that have a name, and `index` is the
    one that is asked where none is given. Paths are from the working folder.
    """

    file: str = ""
    settings: Settings = dataclasses.field(default_factory=Settings)
    fail_on: FailOn = dataclasses.field(default_factory=FailOn)
    indices: Mapping[str, Path] = dataclasses.field(default_factory=dict)
    index: str = ""
    decisions: Path = Path(_DECISIONS)
    rows: tuple[Shown, ...] = ()


def load(drafts: Iterable[Path] = ()) -> Configuration:
    """Return the configuration of the working folder, or else of the drafts' folders.

    Raises:
        UsageError: the file cannot be read, a key is unknown, or a value is of another type.
    """
    found = find(drafts)
    if found is None:
        return Configuration(rows=tuple(_rows({}, None, "")))
    name = shown(found.path)
    place = Place(name, found.text, found.root)
    values = read_values(found.data, place)
    folder = found.path.parent
    return Configuration(
        file=name,
        settings=_settings(values).asking(_verifier(folder, values.get(("verifier",), ""))),
        fail_on=from_values(_table(values, "fail_on")),
        indices={
            word: _from_here(folder, path) for word, path in _table(values, "indices").items()
        },
        index=values.get(("index",), ""),
        decisions=_from_here(folder, values.get(("decisions",), _DECISIONS)),
        rows=tuple(_rows(values, place, name)),
    )


def template() -> str:
    """Return a commented file to begin with, in which nothing holds yet."""
    return resources.files("factcheck.settings").joinpath("template.toml").read_text("utf-8")


def _settings(values: Values) -> Settings:
    return Settings(
        limits=Limits(**_table(values, "limits")),
        periods=Periods(**_table(values, "periods")),
        sources=Sources(tuple(_table(values, "ranks").items())),
        tables=Tables(
            **{name: _named(values, "aliases", name) for name in ALIASED},
            motions=tuple(
                (motion, tuple(phrase.lower() for phrase in phrases))
                for motion, phrases in _named(values, "measures")
            ),
            tolerances=tuple(
                _tolerance(kind, amount) for kind, amount in _table(values, "tolerance").items()
            ),
        ),
    )


def _verifier(folder: Path, named: str) -> str:
    """Return the verifier that a file in `folder` names, as an option would from here."""
    return named if named in {"", NO_VERIFIER} else str(_from_here(folder, named))


def _table(values: Values, *table: str) -> dict[str, Any]:
    return {key[-1]: value for key, value in values.items() if key[:-1] == table}


def _named(values: Values, *table: str) -> Named:
    return tuple((key[-1], value) for key, value in values.items() if key[:-1] == table)


def _tolerance(kind: str, amount: str) -> Tolerance:
    if amount.endswith("%"):
        return Tolerance(kind, share=Decimal(amount[:-1]) / 100)
    return Tolerance(kind, points=Decimal(amount))


def _from_here(folder: Path, path: str) -> Path:
    return Path(os.path.relpath(folder / Path(path).expanduser()))


def _defaults() -> Iterator[tuple[Key, object]]:
    yield ("index",), ""
    yield ("verifier",), ""
    yield ("decisions",), _DECISIONS
    yield ("fail_on", DEFAULT), FailOn().default
    for motion in MOTIONS:
        yield ("measures", motion), ()
    for field in dataclasses.fields(Periods):
        yield ("periods", field.name), field.default
    for name in LIMITS:
        yield ("limits", name), getattr(Limits(), name)


def _rows(values: Values, place: Place | None, name: str) -> Iterator[Shown]:
    """Yield every value that holds, in the order of the sections."""
    known = dict(_defaults())
    order = list(SECTIONS)
    for key in sorted({**known, **values}, key=lambda key: order.index(key[:-1])):
        line = place.line(key) if place and key in values else None
        origin = f"{name}:{line}" if line else (name if key in values else "default")
        yield Shown(said_key(key), values.get(key, known.get(key)), origin)
