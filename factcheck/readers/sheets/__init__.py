"""Excel workbooks (.xlsx): each sheet a table, read as a csv file of what its cells show.

openpyxl reads the sheets row by row; hidden sheets are left out.
"""

from __future__ import annotations

import csv
import io
import itertools
import warnings
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from factcheck.config import Limits
from factcheck.readers.archive import DAMAGE, damaged, vet
from factcheck.readers.sheets.shown import shown_as
from factcheck.readers.tables import Row, Table
from factcheck.schema import Document, Refusal

if TYPE_CHECKING:
    from openpyxl.cell.read_only import ReadOnlyCell
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

_HEADING_WITHIN = 20  # rows: titles and notes may stand above the heading
_SEPARATOR = ","
_LAST_ROW = 1_048_576  # of any sheet, by the format
_EMPTY_CELLS = 64  # of a row cost as much as one with a value


def read(
    data: bytes, name: str, fields: Mapping[str, str], limits: Limits
) -> Iterator[Document | Refusal]:
    """Read the sheets of a workbook; ids are `name#sheet/record`, lines are rows of the sheet.

    The heading of a sheet is the first row that names a text or value column. A sheet without one
    is refused, an empty one passed over.
    """
    refused = vet(data, name, limits)
    if refused:
        yield refused
        return
    # What openpyxl warns of, it leaves out: charts, conditional formats, odd dates.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            sheets = _rows_by_sheet(data, limits)
        except DAMAGE:
            yield damaged(name)
            return
        except _TooLargeError as error:
            yield Refusal(name, "too-large", f"{error}; split it.")
            return
    found = False
    for sheet, rows in sheets:
        for one in _sheet(name, sheet, rows, fields):
            found = True
            yield one
    if not found:
        yield Refusal(name, "empty", "There are no rows in it.")


class _TooLargeError(Exception):
    """A workbook holds more than `Limits` allow."""


def _rows_by_sheet(data: bytes, limits: Limits) -> list[tuple[str, list[Row]]]:
    from openpyxl import load_workbook

    workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    left = limits.max_cells
    read = []
    for sheet in workbook.worksheets:
        if sheet.sheet_state != "visible":
            continue
        rows = []
        for row, cost in _rows(sheet):
            left -= cost
            if left < 0 or row.line > _LAST_ROW:
                raise _TooLargeError(f"It has more than {limits.max_cells} cells (max_cells)")
            if row.cells:
                rows.append(row)
        read.append((sheet.title, rows))
    return read


def _rows(sheet: ReadOnlyWorksheet) -> Iterator[tuple[Row, int]]:
    """Yield each row without its empty end, and what it costs."""
    sheet.reset_dimensions()  # those that the file states may be anything
    rows: Iterator[tuple[ReadOnlyCell, ...]] = sheet.iter_rows()  # type: ignore[misc, assignment]
    for line, cells in enumerate(rows, start=1):
        words = [_shown(cell) for cell in cells]
        while words and not words[-1]:
            words.pop()
        cost = 1 + sum(map(bool, words)) + len(cells) // _EMPTY_CELLS
        yield Row(words, _written(words), line), cost


def _shown(cell: ReadOnlyCell) -> str:
    return shown_as(cell.value, cell.number_format) if cell.value is not None else ""


def _written(words: Sequence[str]) -> str:
    """Write a row as a csv file has it, line breaks in cells as spaces."""
    line = io.StringIO()
    csv.writer(line, delimiter=_SEPARATOR, lineterminator="").writerow(words)
    return line.getvalue().replace("\r", " ").replace("\n", " ")


def _sheet(
    name: str, sheet: str, rows: Sequence[Row], fields: Mapping[str, str]
) -> Iterator[Document | Refusal]:
    if not rows:
        return
    tables = (Table(name, row.cells, fields, _SEPARATOR, sheet) for row in rows[:_HEADING_WITHIN])
    table = next((table for table in tables if table.can_be_read), None)
    if table is None:
        yield Table(name, rows[0].cells, fields, _SEPARATOR, sheet).refusal()
        return
    width = len(table.columns)
    headings = (row.line for row in rows if [cell.strip() for cell in row.cells] == table.columns)
    heading = next(headings)
    below = itertools.dropwhile(lambda row: row.line <= heading, rows)
    for row in below:
        cells = [*row.cells[:width], *[""] * (width - len(row.cells))]
        if any(cells):  # what stands beside the table belongs to no column
            yield table.read(Row(cells, _written(cells), row.line), row.line)
