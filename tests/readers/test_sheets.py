"""Workbooks: what cells show, and sheets that claim to be larger than they are."""

import datetime as dt
import time

import pytest

from factcheck.config import Limits
from factcheck.readers import sheets
from factcheck.readers.sheets.shown import shown_as
from factcheck.schema import Document, Refusal

from .packed import row, xlsx

HEADING = row(1, "entity", "measure", "value", "unit")
FIGURES = HEADING + row(2, "Northland", "new homes", "4,312", "homes")


def read(sheet: str, limits: Limits | None = None, **fields: str) -> list[Document | Refusal]:
    data = xlsx(f"<sheetData>{sheet}</sheetData>")
    return list(sheets.read(data, "a.xlsx", fields, limits or Limits()))


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (4312, "#,##0", "4,312"),
        (4312.5, "0", "4313"),
        (0.1253, "0.0%", "12.5%"),
        (0.5, "0%", "50%"),
        (1260000, '0.0,," million"', "1.3 million"),
        (48000, "[$£-809]#,##0", "£48,000"),
        (48000, '#,##0.00\\ "EUR"', "48,000.00 EUR"),
        (-3.5, "0.00;(0.00)", "-3.50"),
        (-3.5, "#,##0.0_);[Red](#,##0.0)", "-3.5"),
        (0, '0;-0;"none"', "0"),
        (2500000, '[>=1000000]0.0,,"M";[>=1000]0,"K";0', "2.5M"),
        (2500, '[>=1000000]0.0,,"M";[>=1000]0,"K";0', "3K"),
        (0.25, "# ?/?", "0.25"),
        (1234.5, "0.00E+00", "1234.5"),
        (0.1 + 0.2, "General", "0.3"),
        (1 / 3, "General", "0.333333333"),
        (20000000000, "General", "20000000000"),
        (1.5, "0.0#", "1.5"),
        (float("inf"), "0", "Infinity"),
        (True, "General", "TRUE"),
        ("  text ", "@", "text"),
        (dt.datetime(2019, 4, 3), "mm/dd/yy", "3 April 2019"),
        (dt.datetime(2019, 4, 3, 14, 5), "d/m/yyyy h:mm", "3 April 2019 14:05"),
        (dt.datetime(2019, 4, 1), "mmm-yy", "April 2019"),
        (dt.datetime(2019, 1, 1), "yyyy", "2019"),
        (dt.date(2019, 4, 3), "General", "3 April 2019"),
        (dt.time(14, 5), "h:mm", "14:05"),
        (dt.timedelta(hours=30, minutes=5), "[h]:mm", "30:05"),
    ],
)
def test_a_cell_is_read_as_it_shows(value: object, number_format: str, shown: str) -> None:
    assert shown_as(value, number_format) == shown


def test_formats_cost_no_time() -> None:
    started = time.process_time()
    for bait in ("#,", "0;", '"', "[", "_", "[>=1]0;", "%"):
        assert shown_as(4312, bait * 50_000) is not None
    assert shown_as(1e308, "0" * 200) is not None
    assert len(shown_as(1e308, "General")) == 309
    assert shown_as(1e-308, "0." + "0" * 200) is not None
    assert time.process_time() - started < 2


def test_rows_stand_under_the_first_row_that_names_columns() -> None:
    [found] = read(row(1, "Homes of 2014") + FIGURES.replace('r="2"', 'r="9"'))
    assert isinstance(found, Refusal)  # two rows with the number 1: the second one counts
    [document] = read(row(1, "Homes of 2014") + row(3, "entity", "value") + row(4, "Melby", "96"))
    assert isinstance(document, Document)
    assert (document.origin.id, document.text) == ("a.xlsx#Homes/4", "Melby,96")
    assert document.origin.place(document.line_at(0)) == "a.xlsx, sheet Homes row 4"


def test_what_stands_beside_the_table_belongs_to_no_column() -> None:
    [document] = read(HEADING + row(2, "Melby", "new homes", "96", "homes", "check this 77!"))
    assert isinstance(document, Document)
    assert "77" not in document.text


def test_a_text_column_makes_documents_of_its_rows() -> None:
    [document] = read(row(1, "id", "body") + row(2, "x7", "Some 96 fled."), text="body")
    assert isinstance(document, Document)
    assert (document.origin.id, document.text) == ("a.xlsx#Homes/x7", "Some 96 fled.")


@pytest.mark.parametrize("dimension", ["A1:XFD1048576", "A1:A1", "ZZZ9:A1"])
def test_the_size_a_sheet_states_is_not_believed(dimension: str) -> None:
    started = time.process_time()
    data = f'<dimension ref="{dimension}"/><sheetData>{FIGURES}</sheetData>'
    found = list(sheets.read(xlsx(data), "a.xlsx", {}, Limits()))
    assert time.process_time() - started < 2
    assert [type(one) for one in found] in ([Document], [Refusal])


HOSTILE = {
    "far row": (f"<sheetData>{FIGURES}{row(99_999_999_999, 'x')}</sheetData>", "too-large"),
    "many cells": (
        f"<sheetData>{''.join(row(n, *'abcdefgh') for n in range(1, 40))}</sheetData>",
        "too-large",
    ),
    "row without a number": ('<sheetData><row r="x"><c r="A1"/></row></sheetData>', "damaged"),
    "string there is none of": (
        '<sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData>',
        "damaged",
    ),
    "cut": ("<sheetData><row>", "damaged"),
    "nothing": ("<sheetData/>", "empty"),
    "no columns": (f"<sheetData>{row(1, 'Checked by Ana Reyes')}</sheetData>", "no-text"),
}


@pytest.mark.parametrize(("sheet", "code"), HOSTILE.values(), ids=HOSTILE)
def test_what_no_program_writes_is_refused(sheet: str, code: str) -> None:
    started = time.process_time()
    found = list(sheets.read(xlsx(sheet), "a.xlsx", {}, Limits(max_cells=200)))
    assert time.process_time() - started < 2
    assert [(type(one), one.code) for one in found if isinstance(one, Refusal)] == [(Refusal, code)]
    assert len(found) == 1
