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


@pytest.mark.parametrize(
    ("head", "row", "year"),
    [
        ("entity,measure,year,value,unit", "Elin House,visitors,2019,300,people", 2019),
        ("entity,measure,value,unit", "Elin House,budget 2022,300,EUR", 2022),
        ("entity,measure,value,unit", "Elin House,seats,2019,seats", None),
        ("entity,measure,year,value,unit,rank", "Elin House,visitors,2019,3,people,2018", None),
        ("entity,measure,value,unit,date", "Elin House,visitors,300,people,2019-06-14", None),
    ],
)
def test_a_row_without_a_date_is_of_its_year(
    head: str, row: str, year: int | None, tmp_path: Path
) -> None:
    (tmp_path / "rows.csv").write_text(f"{head}\n{row}\n", "utf-8")
    (made,) = read(tmp_path / "rows.csv", name="rows.csv", fields={}, limits=Limits())
    assert isinstance(made, Document)
    (claim,) = extract(made, ())
    assert (claim.period.first.year if claim.period and claim.period.first else None) == year
    assert claim.measure.act != "attended" or claim.measure.noun_class == "people"
