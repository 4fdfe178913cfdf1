"""Files that other programs wrote are read, and their claims found where they stand."""

from pathlib import Path

import pytest

from factcheck.config import Limits
from factcheck.pipeline import read_claims
from factcheck.readers import read
from factcheck.schema import Document, Refusal

FILES = Path(__file__).parents[1] / "data" / "formats"


def outcomes(name: str) -> list[Document | Refusal]:
    return list(read(FILES / name, name=name, fields={}, limits=Limits()))


def only(name: str) -> Document:
    [document] = outcomes(name)
    assert isinstance(document, Document)
    return document


def places(document: Document) -> dict[str, str]:
    """Return where each claim stands, by its text."""
    return {
        claim.text: document.origin.place(document.line_at(claim.span.start))
        for claim in read_claims(document)
    }


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "libreoffice.docx",
            {
                "£48 million": "paragraph 2",
                "£29 million": "paragraph 2",  # the footnote belongs to its paragraph
                "1,240": "paragraph 3",
                "310,000": "paragraph 5",
                "412": "paragraph 8",
                "60 years": "paragraph 10",
                "2,300": "paragraph 11",
            },
        ),
        ("pandoc.docx", {"£48 million": "paragraph 4", "412": "paragraph 10"}),
        (
            "libreoffice.pdf",
            {"£48 million": "page 1", "£29 million": "page 1", "60 years": "page 2"},
        ),
        (
            "groff.pdf",
            {
                "18.4 million": "page 1",
                "seventy-five": "page 1",
                "2,300": "page 2",
                "640": "page 3",
            },
        ),
        ("chromium.pdf", {"312 million euros": "page 1", "2,300": "page 1"}),
    ],
)
def test_claims_stand_at_their_place(name: str, expected: dict[str, str]) -> None:
    found = places(only(name))
    assert {text: found.get(text) for text in expected} == {
        text: f"{name}, {place}" for text, place in expected.items()
    }


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("libreoffice.html", {"£48 million": "£48 million on", "412": "| 412 |"}),
        ("pandoc.html", {"£48 million": "£48 million on", "412": "412"}),
        ("chromium.html", {"312 million euros": "312 million euros<sup>1"}),
    ],
)
def test_claims_of_a_page_stand_on_their_line(name: str, words: dict[str, str]) -> None:
    document = only(name)
    lines = (FILES / name).read_text(encoding="utf-8").splitlines()
    for text in words:
        [line] = {int(p.rpartition(":")[2]) for t, p in places(document).items() if t == text}
        assert text.split()[0] in " ".join(lines[line - 1 : line + 4])


@pytest.mark.parametrize(
    "name",
    ["libreoffice.docx", "libreoffice.html", "libreoffice.pdf", "pandoc.docx", "pandoc.html"],
)
def test_one_text_reads_the_same_from_every_program(name: str) -> None:
    document = only(name)
    kinds = {document.text[b.span.start : b.span.end]: b.kind for b in document.blocks}
    assert document.origin.title == "Council counts the cost of the harbour wall"
    assert str(document.origin.date) == "2019-06-14"
    assert kinds["Ferries"] == "heading"
    assert kinds["Wexley Sound | 412 | 2017"] == "row"
    [seabed] = [words for words in kinds if "seabed" in words]
    assert seabed.endswith("paid the levy in 2018, and the wall is 3.2 km long.")
    assert "on the new harbour wall, the finance officer" in document.text
    for left_out in ("77 million", "£31", "£48 million31", "Page 1", "levy2"):
        assert left_out not in document.text


def test_changes_are_accepted_and_margins_set_apart() -> None:
    document = only("libreoffice.docx")
    margins = [
        document.text[b.span.start : b.span.end] for b in document.blocks if b.kind == "credit"
    ]
    assert margins[1:] == ["Wexley Desk — draft of 1,999 words", "Page 2 of 2"]
    assert "has spent £48 million on the new" in document.text
    assert document.origin.source == "Wexley Desk"


def test_lines_of_a_pdf_become_paragraphs_again() -> None:
    document = only("groff.pdf")
    assert "announced on Tuesday" in document.text
    for rejoined in (
        "carried 18.4 million",
        "environmental",
        "seventy-five trams",
        "well-documented",
    ):
        assert rejoined in document.text
    assert "Norland Transport Office" not in document.text
    # One paragraph runs over two pages: its first half is on the first.
    assert document.line_at(document.text.index("seventy-five")) == 1
    assert document.line_at(document.text.index("trams run")) == 2
    assert "file:///" not in only("chromium.pdf").text


def test_sheets_are_read_as_they_show() -> None:
    found = outcomes("libreoffice.xlsx")
    told: dict[str, str] = {}
    for document in found:
        if isinstance(document, Document):
            told |= places(document)
    assert told == {
        "4,312": "libreoffice.xlsx, sheet Homes row 4",
        "12.5%": "libreoffice.xlsx, sheet Homes row 5",
        "£1,240,000": "libreoffice.xlsx, sheet Homes row 6",
        "1.3 million": "libreoffice.xlsx, sheet Homes row 7",
        "£48 million": "libreoffice.xlsx, sheet Minutes row 2",
    }
    [refused] = [one for one in found if isinstance(one, Refusal)]
    assert (refused.path, refused.code) == ("libreoffice.xlsx#Notes", "no-text")
    dates = {str(one.origin.date) for one in found if isinstance(one, Document)}
    assert dates == {"2019-04-03", "2019-06-13"}


def test_what_is_not_read_is_refused_with_advice() -> None:
    [old], [locked] = outcomes("libreoffice.doc"), outcomes("locked.pdf")
    assert isinstance(old, Refusal)
    assert "save it as .docx" in old.reason
    assert isinstance(locked, Refusal)
    assert (locked.code, locked.reason) == (
        "encrypted",
        "It is locked with a password; save it without one.",
    )
