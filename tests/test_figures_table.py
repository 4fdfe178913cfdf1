"""The table of what is recognised (docs/figures.md) says what the code does."""

import datetime as dt
import re
from pathlib import Path

import pytest

from factcheck.pipeline import explain_claims
from factcheck.readers import read_text
from factcheck.report.wording import value_in_words

PAGE = (Path(__file__).parent.parent / "docs" / "figures.md").read_text("utf-8")
AS_OF = dt.date(2015, 9, 27)
ROW = re.compile(
    r"^\| (?!class|reason)([^|\n]{1,60}) \| ([^|\n]{1,200}) \| ([^|\n]{1,400}) \|$", re.M
)
ROWS = ROW.findall(PAGE)
VALUES = [row for row in ROWS if not row[0].startswith("`")]
BLOCKED = [row for row in ROWS if row[0].startswith("`")]


def test_no_row_of_the_page_is_left_out() -> None:
    lines = [line for line in PAGE.splitlines() if line.startswith("|")]
    assert len(lines) == len(ROWS) + 2 * 3
    assert len(VALUES) > 30
    assert len(BLOCKED) > 15


@pytest.mark.parametrize(("name", "example", "read"), VALUES)
def test_a_value_is_read_as_the_table_says(name: str, example: str, read: str) -> None:
    claims, _ = explain_claims(read_text(example, "a.txt"), AS_OF)
    values = [value_in_words(c.value) for c in claims if c.kind in ("quantity", "date")]
    assert "; ".join(values) == read, name


@pytest.mark.parametrize(("reason", "example", "words"), BLOCKED)
def test_what_is_passed_over_and_why(reason: str, example: str, words: str) -> None:
    document = read_text(example.strip("`"), "a.txt")
    _, blocked = explain_claims(document, AS_OF)
    assert {f"`{block.reason}`" for block in blocked} == {reason}
    assert "; ".join(document.text[b.span.start : b.span.end] for b in blocked) == words.strip("`")
