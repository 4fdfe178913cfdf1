"""One record of a JSON or CSV file -> one Document."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from factcheck.readers.metadata import Facts, make_document, without_surrogates
from factcheck.readers.plain import seen, text_blocks
from factcheck.schema import Document, LineAnchor, Notice, Refusal
from factcheck.vocabulary.calendar import date_in

# What a field may be called, the likeliest first; compared without case.
NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content"),
    "title": ("title", "headline"),
    "date": ("date", "published", "published_at", "publishedat", "datepublished", "year"),
    "source": ("source", "publisher", "outlet"),
    "id": ("id", "url"),
    "entity": ("entity", "country", "place"),
    "measure": ("measure", "indicator"),
    "value": ("value", "figure"),
    "unit": ("unit",),
}
_LONGEST_ID = 200


class Place(msgspec.Struct, frozen=True):
    """Where a record stands: the file's name, its number in the file and its line, from 1.

    In a workbook `sheet` is the name of its sheet, on which the line is a row.
    """

    name: str
    number: int
    line: int
    sheet: str = ""

    def refuse(self, code: str, reason: str) -> Refusal:
        """Return a refusal that names file and line."""
        name = f"{self.name}#{self.sheet}" if self.sheet else self.name
        return Refusal(f"{name}:{self.line}", code, reason)

    def within(self, record: str) -> str:
        """Return the id of a record within its file; no sheet has a slash in its name."""
        return f"{self.sheet}/{record}" if self.sheet else record


class Fields:
    """Finds the fields of records, by the names the user gave or else by the usual ones."""

    def __init__(self, given: Mapping[str, str]) -> None:
        self._names = {
            role: (given[role].lower(),) if role in given else names
            for role, names in NAMES.items()
        }

    def of(self, keys: Mapping[str, str], role: str) -> str | None:
        """Return the key of a record that plays `role`; `keys` are by their lower case."""
        return next((keys[name] for name in self._names[role] if name in keys), None)

    def get(self, record: Mapping[str, object], role: str) -> str:
        """Return the text of the field that plays `role`, empty where there is none."""
        keys: dict[str, str] = {}
        for name in record:
            keys.setdefault(name.lower().strip(), name)
        key = self.of(keys, role)
        value = record[key] if key is not None else None
        return value if isinstance(value, str) else ""

    def has_text(self, record: object) -> bool:
        """Say whether this is a record with a text."""
        return isinstance(record, dict) and bool(self.get(record, "text").strip())

    def wanted(self) -> str:
        """Name the fields a text is looked for in."""
        return ", ".join(self._names["text"])


class Ids:
    """Gives each record of one file an id of its own; a repeated one gets ~2 and a notice."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def of(self, written: str, number: int) -> tuple[str, tuple[Notice, ...]]:
        """Return the id for a record whose id field says `written`."""
        wanted = " ".join(without_surrogates(written).split())[:_LONGEST_ID] or str(number)
        record = wanted
        while record in self._seen:
            self._seen[wanted] += 1
            record = f"{wanted}~{self._seen[wanted]}"
        self._seen[record] = 1
        if record == wanted:
            return record, ()
        message = f'The id "{wanted}" stands more than once in its file; this one is {record}.'
        return record, (Notice("duplicate-id", message),)


def document(
    record: Mapping[str, object],
    place: Place,
    fields: Fields,
    ids: Ids,
    notices: tuple[Notice, ...] = (),
) -> Document | Refusal:
    """Make a document of a record's text field; its other fields tell title, date and source."""
    text = fields.get(record, "text")
    if not text.strip():
        reason = f"No text in the field {fields.wanted()}; name the field with --fields text=NAME."
        return place.refuse("no-text", reason)
    told = _told(record, fields)
    blocks = text_blocks(text, titled=bool(told.title))
    record_id, repeated = ids.of(fields.get(record, "id"), place.number)
    return make_document(
        place.name,
        text,
        blocks,
        told.or_else(seen(text, blocks)),
        record=place.within(record_id),
        lines=(LineAnchor(0, place.line),),
        notices=notices + repeated,
    )


def _told(record: Mapping[str, object], fields: Fields) -> Facts:
    title = " ".join(fields.get(record, "title").split())
    return Facts(title, fields.get(record, "source").strip(), date_in(fields.get(record, "date")))
