import datetime as dt
import json

import pytest

from factcheck.config import Limits
from factcheck.schema import Document, Refusal

from .conftest import Reading


def outcome(read: Document | Refusal) -> str:
    return f"{read.path} {read.code}" if isinstance(read, Refusal) else read.origin.id


def test_json_lines_with_bad_ones_between(reading: Reading) -> None:
    lines = [
        '{"id": "a", "text": "Ten ships came.", "date": "2015-09-26T10:00:00Z", "source": "UN"}',
        "{broken",
        "",
        '["a", "list"]',
        '{"id": "a", "body": "Five left.", "headline": "Ships"}',
        '{"text": ""}',
        '{"text": 5}',
        '{"TEXT": "Two sank.", "url": "http://example.org/2"}',
        "null",
        '{"text": "Last one."}',
    ]
    found = reading("r.jsonl", "\n".join(lines))
    assert [outcome(read) for read in found] == [
        "r.jsonl#a",
        "r.jsonl:2 bad-record",
        "r.jsonl:4 bad-record",
        "r.jsonl#a~2",
        "r.jsonl:6 no-text",
        "r.jsonl#7",
        "r.jsonl#http://example.org/2",
        "r.jsonl:9 bad-record",
        "r.jsonl#10",
    ]
    first, second = found[0], found[3]
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert first.origin.date == dt.date(2015, 9, 26)
    assert first.origin.source == "UN"
    assert first.line_at(0) == 1
    assert second.line_at(4) == 5
    assert second.origin.title == "Ships"
    assert [notice.code for notice in second.notices] == ["duplicate-id"]


@pytest.mark.parametrize(
    "field", ["NaN", "-Infinity", "1e400", "9" * 5000, "0.1", "[[1]]", '{"a": {}}', "true"]
)
def test_numbers_of_any_size_harm_nothing(reading: Reading, field: str) -> None:
    (read,) = reading("r.jsonl", f'{{"text": "Ten ships.", "x": {field}, "id": {field}}}\n')
    assert isinstance(read, Document)
    assert len(read.origin.id) < 300


def test_deep_nesting_is_refused_by_name(reading: Reading) -> None:
    deep = '{"text": "a", "x": ' + "[" * 100_000 + "]" * 100_000 + "}"
    found = reading("r.jsonl", f'{deep}\n{{"text": "Ten ships."}}\n')
    assert [outcome(read) for read in found] == ["r.jsonl:1 bad-record", "r.jsonl#2"]
    assert isinstance(found[0], Refusal)
    assert "max_json_depth" in found[0].reason


def test_brackets_in_strings_are_no_depth(reading: Reading) -> None:
    (read,) = reading("r.jsonl", json.dumps({"text": "[" * 500 + '\\"{{' + " ten"}))
    assert isinstance(read, Document)


def test_a_line_over_the_limit_is_refused_and_passed(reading: Reading) -> None:
    long = json.dumps({"text": "x" * 500})
    found = reading("r.jsonl", f'{long}\n{{"text": "Ten."}}\n', Limits(max_record_bytes=100))
    assert [outcome(read) for read in found] == ["r.jsonl:1 bad-record", "r.jsonl#2"]


def test_broken_characters_and_encodings(reading: Reading) -> None:
    data = b'{"text": "Ten \\ud800 ships."}\n{"text": "caf\xe9"}\n\xef\xbb\xbf{"text": "Five."}\n'
    found = reading("r.jsonl", data)
    assert [outcome(read) for read in found] == ["r.jsonl#1", "r.jsonl:2 bad-record", "r.jsonl#3"]
    assert isinstance(found[0], Document)
    assert found[0].text == "Ten \ufffd ships."
    assert isinstance(found[1], Refusal)
    assert "UTF-8" in found[1].reason


def test_a_repeated_field_is_noticed(reading: Reading) -> None:
    (read,) = reading("r.jsonl", '{"text": "Ten.", "text": "Five."}')
    assert isinstance(read, Document)
    assert read.text == "Five."
    assert [notice.code for notice in read.notices] == ["duplicate-key"]


def test_fields_named_by_the_user(reading: Reading) -> None:
    line = '{"text": "not this", "story": "Ten ships.", "when": "6 Aug 2015"}'
    (read,) = reading("r.jsonl", line, text="story", date="when")
    assert isinstance(read, Document)
    assert read.text == "Ten ships."
    assert read.origin.date == dt.date(2015, 8, 6)
    (refusal,) = reading("r.jsonl", line, text="body")
    assert outcome(refusal) == "r.jsonl:1 no-text"


@pytest.mark.parametrize("data", ["", "\n \n"])
@pytest.mark.parametrize("name", ["r.jsonl", "r.json", "r.csv"])
def test_no_records_at_all(reading: Reading, data: str, name: str) -> None:
    (refusal,) = reading(name, data)
    assert outcome(refusal) == f"{name} empty"


JSON_FORMS = {
    "list": '[\n{"text": "Ten."},\n{"text": "Five."}\n]',
    "object with a list": '{"n": [1],\n"items": [{"text": "Ten."},\n{"text": "Five."}], "z": 1}',
    "objects in a row": '\n{"text": "Ten."}\n{"text": "Five."}',
}


@pytest.mark.parametrize("text", JSON_FORMS.values(), ids=JSON_FORMS)
def test_forms_of_json(reading: Reading, text: str) -> None:
    found = reading("r.json", text)
    assert [outcome(read) for read in found] == ["r.json#1", "r.json#2"]
    assert [read.line_at(0) for read in found if isinstance(read, Document)] == [2, 3]


def test_one_object_is_one_document(reading: Reading) -> None:
    (read,) = reading("r.json", '{"text": "Ten.", "links": [{"text": "a"}]}')
    assert isinstance(read, Document)
    assert read.text == "Ten."


def test_records_without_a_comma_between_are_told(reading: Reading) -> None:
    found = reading("r.json", '[{"text": "Ten."}\n{"text": "Five."}]')
    assert [outcome(read) for read in found] == ["r.json#1", "r.json:2 bad-record"]


def test_each_record_tells_that_its_file_is_not_in_utf8(reading: Reading) -> None:
    text = "text\nThe café has 10 tables.\nThe café in Eßel has 20.\n"
    found = reading("r.csv", text.encode("cp1252"))
    codes = [[n.code for n in d.notices] for d in found if isinstance(d, Document)]
    assert codes == [["encoding"], ["encoding"]]


def test_json_is_read_up_to_its_error(reading: Reading) -> None:
    found = reading("r.json", '[{"text": "Ten."},\n5,\n{"text": "Five."},\n{"text": oops}]')
    assert [outcome(read) for read in found] == [
        "r.json#1",
        "r.json:2 bad-record",
        "r.json#3",
        "r.json:4 bad-record",
    ]


@pytest.mark.parametrize("text", ['{"a": 1}', "5", '"text"', "[]", "[1] x", "{", "[", '{"a" 1}'])
def test_json_without_records_is_named(reading: Reading, text: str) -> None:
    found = reading("r.json", text)
    assert found
    assert all(isinstance(read, Refusal) for read in found)


FIGURES = """\
Entity,Measure,Value,Unit,Date,Source
Northland,displaced,"240,000",people,2015-09-26,UN
Eastmark,killed, 12 ,people,2015-09-26,UN
ragged,row
"open quote,killed,12,people,2015-09-26,UN
Westland,killed,,people,2015-09-26,UN
Westland,killed,13,people,2015-09-26,UN,,
Westland,killed,13,people,2015-09-26,UN,too,many
"""


def test_a_figures_table(reading: Reading) -> None:
    found = reading("f.csv", FIGURES)
    assert [outcome(read) for read in found] == [
        "f.csv#1",
        "f.csv#2",
        "f.csv:4 ragged-row",
        "f.csv:5 bad-record",
        "f.csv:6 no-value",
        "f.csv#6",
        "f.csv:8 ragged-row",
    ]
    first, second = found[:2]
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert first.text == 'Northland,displaced,"240,000",people,2015-09-26,UN'
    assert first.figure is not None
    assert (first.figure.entity, first.figure.measure) == ("Northland", "displaced")
    assert (first.figure.value, first.figure.unit) == ("240,000", "people")
    span = first.figure.value_span
    assert first.text[span.start : span.end] == "240,000"
    assert [(block.kind, block.span.start) for block in first.blocks] == [("row", 0)]
    assert first.origin.date == dt.date(2015, 9, 26)
    assert first.origin.source == "UN"
    assert first.line_at(5) == 2
    assert second.figure is not None
    span = second.figure.value_span
    assert second.text[span.start : span.end] == "12"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_table_of_texts(reading: Reading, separator: str) -> None:
    rows = ["title|text|date", 'A|"Ten ""big"" ships.\n\nFive left."|2015-09-26', "B|Two.|"]
    found = reading("t.csv", "\r\n".join(rows).replace("|", separator))
    first, second = found
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert first.text == 'Ten "big" ships.\n\nFive left.'
    assert first.origin.title == "A"
    assert first.line_at(20) == 2
    assert second.line_at(0) == 5
    assert second.origin.date is None


def test_a_cell_of_a_whole_article(reading: Reading) -> None:
    text = "Ten ships came. " * 20_000
    (read,) = reading("t.tsv", f"id\ttext\nx\t{text}\n")
    assert isinstance(read, Document)
    assert read.text == text
    assert read.origin.id == "t.tsv#x"


def test_a_table_without_text_or_figures(reading: Reading) -> None:
    (refusal,) = reading("t.csv", "a,b\n1,2\n")
    assert isinstance(refusal, Refusal)
    assert refusal.code == "no-text"
    assert "a, b" in refusal.reason
