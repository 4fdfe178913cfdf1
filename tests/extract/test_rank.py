"""Each claim of a draft has a rank: what a desk checks first comes first."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.claims import extract
from factcheck.extract.rank import ranked
from factcheck.readers import read_text
from factcheck.schema import Claim
from factcheck.segment import segment

DAY = dt.date(2019, 8, 6)
DRAFT = """\
Flood kills 40 in Norland

The flood killed 40 people on Monday and did damage of 12 million euros, officials said.

Rain fell for three hours at noon.

Two men stood at the bridge.

"No one warned us of the flood," said Ana Reyes, the mayor of Melby.

Dozens of roads may be closed for 5 weeks.
"""


def in_rank(text: str) -> list[Claim]:
    document = read_text(text, "draft.txt")
    claims = ranked(document, extract(document, segment(document), DAY))
    assert [c.span for c in claims] == sorted(c.span for c in claims)
    assert sorted(c.rank for c in claims) == list(range(1, len(claims) + 1))
    return sorted(claims, key=lambda claim: claim.rank)


def test_harm_money_and_quotes_come_first_and_trivia_last() -> None:
    order = [claim.text for claim in in_rank(DRAFT)]
    assert order[:3] == ["40", "40", "12 million euros"]
    assert order.index("No one warned us of the flood") < order.index("Two")
    assert order.index("Ana Reyes, the mayor of Melby") < order.index("Two")
    assert {"Two", "noon", "three hours", "Dozens", "5 weeks"} == set(order[-5:])


def test_the_headline_comes_before_the_lead_and_the_lead_before_the_rest() -> None:
    told = "The flood killed 40 people in Norland."
    filler = "Rain fell."
    ranks = in_rank(f"Flood killed 40 people\n\n{told}\n\n{filler}\n\n{filler}\n\n{told}\n")
    assert [c.span for c in ranks] == sorted(c.span for c in ranks)


def test_hedges_and_the_day_of_telling_come_later() -> None:
    text = "The flood killed 40 people, Reyes said on Monday.\n\nThe flood may kill 40 people.\n"
    assert [c.text for c in in_rank(f"Lead.\n\nMore.\n\n{text}")] == ["40", "40", "Monday"]


def test_us_in_capitals_is_no_pronoun() -> None:
    texts = [f"Rain.\n\nWind.\n\n{who} paid 500 men.\n\nThey paid 500 men." for who in ("The US",)]
    assert [in_rank(text)[0].span.start < 40 for text in texts] == [True]


def test_claims_of_a_source_have_no_rank() -> None:
    document = read_text(DRAFT, "source.txt")
    assert {claim.rank for claim in extract(document, segment(document))} == {0}


@given(st.lists(st.sampled_from(DRAFT.splitlines()), max_size=8))
def test_ranks_are_a_permutation_and_the_same_each_time(lines: list[str]) -> None:
    text = "\n\n".join(lines)
    assert in_rank(text) == in_rank(text)
