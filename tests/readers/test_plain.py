import datetime as dt

import pytest

from factcheck.readers import read_text
from factcheck.readers.plain import is_credit
from factcheck.schema import Document

ARTICLE = """\
Northland and Eastmark sign a pact

The two countries agreed to share their harbours for ten years, a step that many had expected soon \
for months

Photo by: Example Press
Photo by: Example Press

Finance minister Ana Reyes at the signing in Port Sol, June 5, 2015.

PORT SOL, June 6, 2015 (Example Press) - Northland will pay $20 billion. It paid 5 in 2014.

A long road

- Ten ships are old.
- Five are new
  and large.

> We waited
> for years.

(Reporting by Ana Reyes; editing by Omar Haddad)

ExampleWorld and agencies
"""


def blocks_of(document: Document) -> list[tuple[str, str]]:
    return [(b.kind, document.text[b.span.start : b.span.end]) for b in document.blocks]


def test_an_agency_article() -> None:
    document = read_text(ARTICLE, "drafts/pact.txt")
    kinds = [kind for kind, _ in blocks_of(document)]
    assert kinds == [
        "heading",
        "paragraph",
        "credit",
        "credit",
        "paragraph",
        "credit",  # the dateline
        "paragraph",
        "heading",
        "item",
        "item",
        "quotation",
        "credit",
        "credit",
    ]
    assert document.origin.title == "Northland and Eastmark sign a pact"
    assert document.origin.date == dt.date(2015, 6, 6)
    assert document.origin.source == "Example Press"
    assert document.origin.id == document.origin.path == "drafts/pact.txt"
    assert document.text == ARTICLE


def test_header_lines_are_no_prose_but_for_the_title() -> None:
    text = "Title: Aid review\nSource: Ministry of Finance\nDate: 6 August 2015\n\nAid rose to 5.\n"
    document = read_text(text, "note.txt")
    assert document.origin.title == "Aid review"
    assert document.origin.source == "Ministry of Finance"
    assert document.origin.date == dt.date(2015, 8, 6)
    assert blocks_of(document) == [("heading", "Aid review"), ("paragraph", "Aid rose to 5.")]
    assert document.line_at(document.text.index("Aid rose")) == 5


@pytest.mark.parametrize(
    ("head", "headings"),
    [
        ('Source: Aid desk\nHeadline: "Flood kills 40"\n\n', ["Flood kills 40"]),
        ("Title: Flood kills 40\n\nFlood kills 40\n\n", ["Flood kills 40"]),
        ("Title: Flood kills 40\n\nDead found\n\n", ["Flood kills 40", "Dead found"]),
        ("Title:\nSource: Aid desk\n\n", []),
        ("Source: Aid desk\n\n", []),
    ],
)
def test_a_title_of_the_header_lines_is_the_headline(head: str, headings: list[str]) -> None:
    document = read_text(f"{head}The river rose on Monday and left its bed.\n", "note.txt")
    assert [words for kind, words in blocks_of(document) if kind == "heading"] == headings


def test_a_first_line_with_a_colon_is_prose() -> None:
    document = read_text("Northland: 20 people died on Monday.\n\nMore follow.", "a.txt")
    assert len(document.blocks) == 2


@pytest.mark.parametrize(
    ("text", "name", "date"),
    [
        ("Title\n\nPublished: 26 September 2015, 14:05 GMT\n\nText here.", "a.txt", "2015-09-26"),
        ("Title\n\nSept. 26, 2015\nText here.", "a.txt", "2015-09-26"),
        ("GENEVA, 6 August 2015 — Aid came.", "a.txt", "2015-08-06"),
        ("Aid came on 6 August 2015 to the town.", "a.txt", None),
        ("Aid came.", "2015-08-06-aid.txt", "2015-08-06"),
        ("Date: 2015-08-07\n\nAid came.", "2015-08-06-aid.txt", "2015-08-07"),
        ("Dateline: PORT SOL, 7 August 2015\n\nAid came.", "a.txt", "2015-08-07"),
        ("Aid came.", "a.txt", None),
    ],
)
def test_the_documents_own_date(text: str, name: str, date: str | None) -> None:
    wanted = dt.date.fromisoformat(date) if date else None
    assert read_text(text, name).origin.date == wanted


@pytest.mark.parametrize(
    "line",
    [
        "Photo by: Example Press",
        "Photo: Ana Reyes / Example Press",
        "Image credit: Example Press",
        "Photograph by Ana Reyes",
        "Credit: Example Press",
        "By Ana Reyes",
        "By Ana Reyes and Omar Haddad in Port Sol",
        "(Reporting by Ana Reyes; Editing by Omar Haddad)",
        "Written by Ana Reyes",
        "ExampleWorld and agencies",
        "Reuters, AFP",
        "(AP)",
        "© 2015 Example Press. All rights reserved.",
        "Published 26 September 2015",
    ],
)
def test_credits(line: str) -> None:
    assert is_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Monday, some 500 people had fled",
        "By September Northland and Eastmark",
        "Photos show 20 damaged homes.",
        "Video by activists showed 20 dead.",
        "Reporting by the ministry showed 20 deaths.",
        "Agencies said 20 people died.",
        "The 26 September 2015 attack",
        "Reuters reported 20 deaths.",
    ],
)
def test_prose_is_no_credit(line: str) -> None:
    assert not is_credit(line)


def test_a_wrapped_paragraph_keeps_its_last_line() -> None:
    text = "The port was closed by the ministry and opened again on\n26 September 2015\n"
    assert blocks_of(read_text(text, "a.txt")) == [("paragraph", text.strip())]


def test_lines_without_blank_lines_between() -> None:
    long = (
        "The ministry said on Friday that the harbour had been closed for repairs since the spring"
    )
    text = "\n".join(
        f"{number}. {long}, and more words to make the line long." for number in (1, 2)
    )
    assert len(read_text(text, "a.txt").blocks) == 2
    short = "Ten ships came.\nFive left.\nNone sank.\n"
    assert len(read_text(short, "a.txt").blocks) == 3


def test_a_single_line_is_prose_not_a_heading() -> None:
    assert blocks_of(read_text("Over 240 people fled", "a.txt")) == [
        ("paragraph", "Over 240 people fled")
    ]


def test_rules_belong_to_no_block() -> None:
    text = "A title\n=======\n\nTen ships came.\n\n* * *\n\nFive left.\n"
    assert [kind for kind, _ in blocks_of(read_text(text, "a.txt"))] == [
        "heading",
        "paragraph",
        "paragraph",
    ]


def test_nothing_but_white_space_has_no_blocks() -> None:
    assert read_text(" \n\t\n", "-").blocks == ()


def test_broken_characters_are_replaced_one_by_one() -> None:
    document = read_text("Ten \ud800 ships came.", "-")
    assert document.text == "Ten \ufffd ships came."
    assert [notice.code for notice in document.notices] == ["broken-characters"]
