"""Datelines are set apart from the prose they open; what only looks like one is not."""

import pytest

from factcheck.pipeline import read_claims
from factcheck.readers import read_text


@pytest.mark.parametrize(
    "dateline",
    [
        "OBER LINDE, Oct 7 (Meridian Wire) -",
        "KIRSA, Oct. 11 (Wire) --",
        "OBER LINDE, 6 August 2015 —",
        "OBER LINDE, Norland, Sept. 26, 2015 -",
        "OBER LINDE/KIRSA (Wire) –",
        "OBER LINDE —",
    ],
)
def test_a_dateline_is_a_credit_of_its_own(dateline: str) -> None:
    document = read_text(f"{dateline} Aid reached 40 people there.", "a.txt")
    words = [document.text[b.span.start : b.span.end] for b in document.blocks]
    assert words == [dateline, "Aid reached 40 people there."]
    assert [b.kind for b in document.blocks] == ["credit", "paragraph"]
    assert [claim.text for claim in read_claims(document)] == ["40"]


@pytest.mark.parametrize(
    "text",
    [
        "UNICEF said 40 people died - more than ever.",
        "NATO Troops fought – hard.",
        "The town of Kirsa - 40 people live there - was hit.",
        "OBER LINDE - ",
        "A - B",
    ],
)
def test_what_only_looks_like_one_stays(text: str) -> None:
    document = read_text(text, "a.txt")
    assert all(block.kind != "credit" for block in document.blocks)


def test_the_town_of_a_dateline_is_where_the_story_may_be_set() -> None:
    text = "KIRSA, Oct 7, 2016 (Meridian Wire) - Shells killed 40 people on Monday."
    claim = next(c for c in read_claims(read_text(text, "a.txt")) if c.kind == "quantity")
    assert ("Kirsa", "lead") in {(e.name, e.origin) for e in claim.entities}
