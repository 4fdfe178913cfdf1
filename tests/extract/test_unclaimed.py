"""Questions, credits and subheads claim nothing; a headline does."""

import datetime as dt

import pytest

from factcheck.extract.claims import explain, extract
from factcheck.readers import read_text
from factcheck.segment import segment

DAY = dt.date(2019, 8, 6)


def claimed(text: str) -> list[str]:
    document = read_text(text, "draft.txt")
    return [claim.text for claim in extract(document, segment(document), DAY)]


def test_a_headline_claims_and_a_subhead_does_not() -> None:
    text = (
        "Flood kills 40\n\nThe flood killed 40 people.\n\n"
        "Five months of rain\n\nThe river rose by 3 metres.\n"
    )
    assert claimed(text) == ["40", "40", "3 metres"]
    document = read_text(text, "draft.txt")
    _, blocked = explain(document, segment(document), DAY)
    told = {(document.text[b.span.start : b.span.end], b.reason) for b in blocked}
    assert ("Five months", "subhead") in told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Did the council pay 5 million euros on Monday?", []),
        ("“Did the council pay 5 million euros?”", ["Did the council pay 5 million euros?"]),
        ("Who asked? The council paid 5 million euros.", ["5 million euros"]),
        ("What did Finance Minister Ana Reyes know?", ["Finance Minister Ana Reyes"]),
    ],
)
def test_a_question_claims_only_words_and_offices(text: str, expected: list[str]) -> None:
    assert claimed(text) == expected
