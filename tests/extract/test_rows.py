"""Rows of a figures table: whom a row counts."""

from pathlib import Path

import pytest

from factcheck.config import Limits
from factcheck.extract.claims import extract
from factcheck.readers import read
from factcheck.schema import Claim, Document

HEAD = "entity,measure,value,unit,date,source\n"


def claim_of(row: str, folder: Path) -> Claim:
    (folder / "rows.csv").write_text(f"{HEAD}{row}\n", "utf-8")
    (made,) = read(folder / "rows.csv", name="rows.csv", fields={}, limits=Limits())
    assert isinstance(made, Document)
    (claim,) = extract(made, ())
    return claim


@pytest.mark.parametrize(
    ("measure", "unit", "noun", "noun_class"),
    [
        ("teachers employed", "people", "teacher", ""),
        ("civilians killed", "people", "civilian", "civilians"),
        ("killed", "people", "person", "people"),
        ("damaged", "homes", "home", "homes"),
        ("revenue", "EUR", "", ""),
    ],
)
def test_the_measure_says_whom_the_unit_only_what_kind(
    measure: str, unit: str, noun: str, noun_class: str, tmp_path: Path
) -> None:
    found = claim_of(f"Norland,{measure},400,{unit},2019-06-14,Office", tmp_path).measure
    assert (found.noun, found.noun_class) == (noun, noun_class)
