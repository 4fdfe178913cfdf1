"""Comments take passages of a draft out of the check, and are no prose of it themselves."""

from pathlib import Path

import pytest

from factcheck import readers
from factcheck.config import Limits
from factcheck.decisions import prepared
from factcheck.pipeline import read_claims
from factcheck.schema import Document

FIRST = "The flood in Norland has killed 8,219 people so far."
SECOND = "The council of Wexley approved a grant of $41.2 million on 3 June 2023."


def read(tmp_path: Path, name: str, text: str) -> tuple[Document, str]:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    (document,) = readers.read(path, name=name, fields={}, limits=Limits())
    assert isinstance(document, Document)
    return document, text if name.endswith(".html") else ""


def outcome(document: Document, page: str = "") -> tuple[dict[str, str], list[str]]:
    """Return, by the words of each claim, the reason why it is ignored; and the notices."""
    written, ignored = prepared(document, page)
    reasons = {
        claim.text: next((i.reason for i in ignored if i.covers(claim)), "")
        for claim in read_claims(written)
    }
    return reasons, [n.message for n in written.notices if n.code.startswith("comment")]


@pytest.mark.parametrize("name", ["draft.md", "draft.txt"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_next_paragraph_is_taken_out_for_the_kinds_named(
    tmp_path: Path, name: str, gap: str
) -> None:
    comment = "<!-- factcheck: ignore[quantity] told by 12 people -->"
    document, _ = read(tmp_path, name, f"{FIRST}\n\n{comment}{gap}{SECOND}\n\n{FIRST}\n")
    reasons, notices = outcome(document)
    assert reasons["$41.2 million"] == "told by 12 people"
    assert reasons["8,219"] == ""
    assert "12" not in reasons
    assert notices == []


def test_without_kinds_all_are_taken_out_and_with_others_none(tmp_path: Path) -> None:
    for kinds, taken in (("", True), ("[quote]", False), ("[quote, quantity]", True)):
        text = f"<!-- factcheck: ignore{kinds} old news -->\n\n{FIRST}\n"
        reasons, _ = outcome(read(tmp_path, "draft.md", text)[0])
        assert bool(reasons["8,219"]) == taken


def test_from_off_to_on(tmp_path: Path) -> None:
    block = f"<!-- factcheck: off -->\n\n{FIRST}\n\nA line.\n\n<!-- factcheck: on -->\n\n{SECOND}\n"
    reasons, notices = outcome(read(tmp_path, "draft.md", block)[0])
    assert reasons["8,219"]
    assert not reasons["$41.2 million"]
    assert notices == []


def test_off_without_on_is_told(tmp_path: Path) -> None:
    text = f"{SECOND}\n\n<!-- factcheck: off -->\n\n{FIRST}\n"
    reasons, notices = outcome(read(tmp_path, "draft.txt", text)[0])
    assert reasons["8,219"]
    assert not reasons["$41.2 million"]
    assert "Line 3: factcheck: off has no on after it" in notices[0]


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("ignore[quantity]", "gives no reason"),
        ("ignore", "gives no reason"),
        ("ignore[figures] old", "knows no kind figures"),
        ("skip this", "is not understood"),
        ("", "is not understood"),
    ],
)
def test_a_comment_that_is_not_understood_takes_nothing_out(
    tmp_path: Path, comment: str, said: str
) -> None:
    text = f"<!-- factcheck: {comment} -->\n\n{FIRST}\n"
    reasons, notices = outcome(read(tmp_path, "draft.md", text)[0])
    assert reasons == {"8,219": ""}
    assert said in notices[0]
    assert notices[0].startswith("Line 1:")


def test_in_a_web_page_a_comment_counts_by_its_line(tmp_path: Path) -> None:
    page = (
        "<html><body>\n<p>" + FIRST + "</p>\n<!-- factcheck: ignore old news -->\n"
        "<p>" + SECOND + "</p>\n<p>The toll in Sudmark is 4,310 dead.</p>\n</body></html>\n"
    )
    reasons, notices = outcome(*read(tmp_path, "draft.html", page))
    assert reasons["$41.2 million"] == "old news"
    assert reasons["8,219"] == ""
    assert reasons["4,310"] == ""
    assert notices == []


def test_a_draft_without_comments_is_left_as_it_is(tmp_path: Path) -> None:
    document, _ = read(tmp_path, "draft.md", f"{FIRST}\n\n<!-- another comment -->\n")
    assert prepared(document) == (document, ())
