"""What is read in the sentences of a document, what is blocked, and what nothing takes."""

import datetime as dt

import pytest

from factcheck.extract.claims import explain
from factcheck.readers import read_text
from factcheck.segment import segment

DAY = dt.date(2020, 3, 5)


def read(text: str, name: str = "a.txt") -> tuple[list[str], list[tuple[str, str]]]:
    """Return the words of every figure and date, and the words of what is none with the reason."""
    document = read_text(text, name)
    claims, blocked = explain(document, segment(document), DAY)
    return (
        [claim.text for claim in claims if claim.kind in ("quantity", "date")],
        [(document.text[b.span.start : b.span.end], b.reason) for b in blocked],
    )


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("The list is at example.org/2015/40 today.", "example.org/2015/40", "url"),
        (
            "The list is at https://example.org/2015/09/24 now.",
            "https://example.org/2015/09/24",
            "url",
        ),
        ("They may call 020 2015 2016 for help.", "020 2015 2016", "phone"),
    ],
)
def test_addresses_and_numbers_to_call_outrank_dates(text: str, words: str, reason: str) -> None:
    found, blocked = read(text)
    assert words not in found
    assert (words, reason) in blocked


def test_a_date_outranks_other_blockers() -> None:
    assert read("The law of 1 March 2019 stands.") == (["1 March 2019"], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One of them said she may leave.", [("One", "pronoun"), ("may", "modal")]),
        ("May they march for a second?", [("May", "modal"), ("march", "verb")]),
        ("The council met Ana May again.", [("May", "name")]),
        ("The code is x/5.", [("5", "unread")]),
        ("The F-16 flew over Highway 61.", [("F-16", "name"), ("Highway 61", "label")]),
        ("Write to @anareyes or see www.example.org now.", []),
        ("5 March 2020 The council met.", [("5 March 2020", "published")]),
        ("Date of publication 5 March 2020 The council met.", [("5 March 2020", "published")]),
    ],
)
def test_what_looks_like_a_figure_and_is_none(text: str, expected: list[tuple[str, str]]) -> None:
    assert [pair for pair in read(text)[1] if pair[0] != "second"] == expected


def test_what_a_credit_line_holds_is_no_claim() -> None:
    found, blocked = read("The council met on Monday.\n\nPhoto: 5 March 2020, Ana Reyes/Agency\n")
    assert found == ["Monday"]
    assert blocked == [("5 March 2020", "credit")]


def test_spans_lead_back_to_the_document_through_markdown() -> None:
    found, blocked = read(
        "# Notes\n\nThe **F-16** hit [12 homes](https://example.org/9).\n", "a.md"
    )
    assert found == ["12"]
    assert ("F-16", "name") in blocked
