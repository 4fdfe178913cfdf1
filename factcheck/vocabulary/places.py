"""Places and groups under their several names, read from `places.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources

import msgspec

from factcheck.vocabulary.additions import added, made_with_additions


class Places(msgspec.Struct, frozen=True):
    """The tables of `places.toml`: every known name to the name we use."""

    places: Mapping[str, str]
    groups: Mapping[str, str]
    metonyms: Mapping[str, str]


@made_with_additions
def tables() -> Places:
    """Read the tables once; what the newsroom adds comes last."""
    text = resources.files("factcheck.vocabulary").joinpath("places.toml").read_text("utf-8")
    data = tomllib.loads(text)
    ours = added()
    return Places(
        _inverted([*data["places"].items(), *ours.places]),
        _inverted([*data["groups"].items(), *ours.bodies]),
        dict(data["metonyms"]),
    )


def _inverted(table: Iterable[tuple[str, Sequence[str]]]) -> dict[str, str]:
    return {alias: name for name, aliases in table for alias in (name, *aliases)}


def canonical(name: str) -> str | None:
    """Return the name we use for a place, adjective or inhabitant; None when unknown.

    A possessive whose apostrophe was lost ("Syrias") is known too.

    >>> canonical("Iraqi"), canonical("U.S."), canonical("Freedonia")
    ('Iraq', 'United States', None)
    """
    known = tables().places
    return known.get(name) or (known.get(name[:-1]) if name.endswith("s") else None)


def canonical_group(name: str) -> str | None:
    """Return the name we use for a body or group; None when unknown.

    >>> canonical_group("ISIL")
    'Islamic State'
    """
    known = tables().groups
    return known.get(name) or (known.get(name[:-1]) if name.endswith("s") else None)


def seat_of(name: str) -> str | None:
    """Return the country whose government a seat of government stands for, if any.

    >>> seat_of("Kremlin")
    'Russia'
    """
    return tables().metonyms.get(name)
