import tomllib
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.vocabulary import units as module
from factcheck.vocabulary.units import plural, unit_names, unit_symbols, units


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("mile", "m", "1609.344"),
        ("km2", "hectare", "100"),
        ("year", "month", "12"),
        ("week", "day", "7"),
        ("percentage_point", "basis_point", "100"),
        ("mph", "kmh", "1.609344"),
    ],
)
def test_units_of_one_dimension_convert_exactly(one: str, other: str, ratio: str) -> None:
    assert units()[one].dimension == units()[other].dimension
    assert units()[one].factor / units()[other].factor == Decimal(ratio)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ton", "tonne"),
        ("ton", "short_ton"),
        ("month", "day"),
        ("percent", "percentage_point"),
        ("celsius", "fahrenheit"),
        ("barrel", "litre"),
    ],
)
def test_units_that_do_not_convert_are_of_two_dimensions(one: str, other: str) -> None:
    assert units()[one].dimension != units()[other].dimension


def test_short_and_long_ton_are_exact() -> None:
    found = units()
    assert found["short_ton"].factor == 2000 * found["lb"].factor
    assert found["long_ton"].factor == 2240 * found["lb"].factor


def test_kinds() -> None:
    kinds = {key: units()[key].kind for key in ("km", "year", "hour", "percent", "basis_point")}
    assert kinds == {
        "km": "measure",
        "year": "duration",
        "hour": "duration",
        "percent": "percent",
        "basis_point": "percentage_point",
    }


def test_names_are_lower_case_and_name_a_unit() -> None:
    assert all(name == name.lower() for name in unit_names())
    assert set(unit_names().values()) <= set(units())
    assert unit_names()["square feet"] == "square_foot"
    assert unit_names()["cubic metres"] == "m3"


def test_case_of_symbols_matters() -> None:
    assert unit_symbols()["mg"] == "mg"
    assert unit_symbols()["MW"] == "mw"
    assert "Mg" not in unit_symbols()


def test_no_symbol_or_name_is_listed_twice() -> None:
    path = Path(module.__file__).with_name("units.toml")
    rows = [
        row
        for section in tomllib.loads(path.read_text("utf-8")).values()
        for row in section.values()
    ]
    for field in ("symbols", "names"):
        counts = Counter(name for row in rows for name in row.get(field, ()))
        assert [name for name, count in counts.items() if count > 1] == []


def test_plural() -> None:
    assert [plural(noun) for noun in ("day", "penny", "inch")] == ["days", "pennies", "inches"]
