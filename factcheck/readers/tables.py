"""CSV and TSV: a row with a text is a document, and so is a row of a figures table.

A row that does not fit the heading is named and passed by; the rest is read.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from factcheck.config import Limits
from factcheck.readers.metadata import Facts, make_document
from factcheck.readers.records import Fields, Ids, Place, document
from factcheck.schema import Block, Document, LineAnchor, Refusal, Span, TableFigure
from factcheck.vocabulary.calendar import date_in

_SEPARATORS = ",;\t|"


def read_text(
    text: str, name: str, fields: Mapping[str, str], limits: Limits
) -> Iterator[Document | Refusal]:
    """Read a table whose first row names its columns and shows what separates them.

    With a text column each row is a document of that text. Else, with a value column and one of
    entity or measure, each row is a document of the row as written, with its `figure`.
    """
    rows = _Rows(text, limits)
    heading = next((row for row in rows if any(cell.strip() for cell in row.cells)), None)
    if heading is None:
        yield Refusal(name, "empty", "There are no rows in it.")
        return
    table = Table(name, heading.cells, fields, rows.separator)
    if not table.can_be_read:
        yield table.refusal()
        return
    number = 0
    for row in rows:
        if row.cells or row.fault:
            number += 1
            yield table.read(row, number)
    if number == 0:
        yield Refusal(name, "empty", "There are no rows below the heading.")


class Row:
    """A row: its cells, the text it was written as, its first line, and what is wrong with it."""

    def __init__(self, cells: list[str], raw: str, line: int, fault: str = "") -> None:
        self.cells, self.raw, self.line, self.fault = cells, raw, line, fault


class _Rows:
    """Iterates over rows; after a row that cannot be read it goes on with the next line."""

    def __init__(self, text: str, limits: Limits) -> None:
        self._lines = io.StringIO(text, newline="").readlines()
        self._next = 0
        # Text columns hold whole articles; the module's own bound is 131,072 characters.
        csv.field_size_limit(limits.max_record_bytes)
        first = next((line for line in self._lines if line.strip()), "")
        self.separator = max(_SEPARATORS, key=first.count)

    def __iter__(self) -> Iterator[Row]:
        while self._next < len(self._lines):
            yield from self._until_fault()

    def _until_fault(self) -> Iterator[Row]:
        reader = csv.reader(self._feed(), delimiter=self.separator, strict=True)
        while True:
            start = self._next
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                self._next = start + 1
                yield Row([], self._lines[start], start + 1, str(error))
                return
            yield Row(cells, "".join(self._lines[start : self._next]), start + 1)

    def _feed(self) -> Iterator[str]:
        while self._next < len(self._lines):
            self._next += 1
            yield self._lines[self._next - 1]


class Table:
    """Reads the rows of one table by its heading.

    `sheet` is the sheet of a workbook on which it stands: its name comes before that of a record.
    """

    def __init__(
        self,
        name: str,
        columns: Sequence[str],
        fields: Mapping[str, str],
        separator: str,
        sheet: str = "",
    ) -> None:
        self.columns = [column.strip() for column in columns]
        self._name = name
        self._sheet = sheet
        self._separator = separator
        self._fields = Fields(fields)
        self._ids = Ids()
        keys = {column.lower(): column for column in reversed(self.columns)}
        has = {role: self._fields.of(keys, role) for role in ("text", "value", "entity", "measure")}
        self._value_column = self.columns.index(has["value"]) if has["value"] else -1
        self._is_figures = not has["text"] and has["value"] and (has["entity"] or has["measure"])
        self.can_be_read = bool(has["text"] or self._is_figures)

    def refusal(self) -> Refusal:
        """Say why the table cannot be read."""
        columns = ", ".join(column for column in self.columns if column)
        reason = f"No column with a text among {columns}; name it with --fields text=NAME."
        place = f"{self._name}#{self._sheet}" if self._sheet else self._name
        return Refusal(place, "no-text", reason)

    def read(self, row: Row, number: int) -> Document | Refusal:
        """Make a document of one row."""
        place = Place(self._name, number, row.line, self._sheet)
        if row.fault:
            return place.refuse("bad-record", f"The row cannot be read: {row.fault}.")
        cells = row.cells
        if any(cell.strip() for cell in cells[len(self.columns) :]) or len(cells) < len(
            self.columns
        ):
            reason = f"The row has {len(cells)} cells, the heading {len(self.columns)}."
            return place.refuse("ragged-row", reason)
        # Of two columns with one name the first holds.
        record = dict(reversed([*zip(self.columns, cells, strict=False)]))
        if self._is_figures:
            return self._figure(record, row, place)
        return document(record, place, self._fields, self._ids)

    def _figure(self, record: Mapping[str, str], row: Row, place: Place) -> Document | Refusal:
        text = row.raw.rstrip("\r\n")
        value = row.cells[self._value_column]
        if not value.strip():
            return place.refuse("no-value", "The value cell is empty.")
        get = self._fields.get
        span = _cell_span(text, self._separator, self._value_column)
        record_id, notices = self._ids.of(get(record, "id"), place.number)
        told = Facts(get(record, "title"), get(record, "source"), date_in(get(record, "date")))
        return make_document(
            self._name,
            text,
            [Block("row", Span(0, len(text)))],
            told,
            record=place.within(record_id),
            lines=(LineAnchor(0, row.line),),
            notices=notices,
            figure=TableFigure(
                entity=get(record, "entity").strip(),
                measure=get(record, "measure").strip(),
                value=value.strip(),
                unit=get(record, "unit").strip(),
                value_span=span,
            ),
        )


def _cell_span(row: str, separator: str, column: int) -> Span:
    """Return where a cell stands in its row as written, without quotes and white space.

    >>> _cell_span('Northland,"240,000",people', ",", 1)
    Span(start=11, end=18)
    """
    at = 0
    for _ in range(column):
        at = _cell_end(row, separator, at) + 1
    end = _cell_end(row, separator, at)
    cell = row[at:end]
    start = at + len(cell) - len(cell.lstrip().removeprefix('"').lstrip())
    return Span(start, start + len(row[start:end].rstrip().removesuffix('"').rstrip()))


def _cell_end(row: str, separator: str, at: int) -> int:
    """Return where the cell that begins at `at` ends: at a separator outside its quotes."""
    if row.startswith('"', at):
        at += 1
        while (closing := row.find('"', at)) >= 0:
            at = closing + 1
            if not row.startswith('"', at):
                break
            at += 1
    end = row.find(separator, at)
    return len(row) if end < 0 else end
