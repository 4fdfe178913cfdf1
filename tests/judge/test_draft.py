"""The draft against itself: what disagrees within one text, and what only looks so."""

import datetime as dt

import pytest

from factcheck.config import Periods
from factcheck.judge.draft import find_disagreements
from factcheck.judge.draft.sentences import COMMON
from factcheck.pipeline import read_claims
from factcheck.readers import read_text

DAY = dt.date(2019, 8, 6)

DISAGREE = [
    (
        "Flood kills 40 in Norland",
        "The flood that swept through Norland on Monday killed 14 people, rescuers said.",
    ),
    (
        "Flood kills 40",
        "Melby, Norland - At least 14 people were killed when a flood hit the town on Monday.",
    ),
    ("40 Killed in Melby Flood", "A flood in Melby killed 14 people on Sunday, officials said."),
    (
        "Council spends 5.2 million euros on new bridge",
        "Melby council spent 3.4 million euros on the new bridge, the minutes show.",
    ),
    (
        "Council approves $40 million grant for flood repairs",
        "The council approved a grant of $46 million for flood repairs on Tuesday.",
    ),
    (
        "Brenland jobless rate falls to 4.2 per cent",
        "The unemployment rate in Brenland fell to 4.8 per cent in May, the office said.",
    ),
    ("Rovers beat United 3-1", "Rovers beat United 3-2 in the final on Saturday."),
    (
        "More than 9,000 homes without power in Sarrin",
        "Some 4,112 homes in Sarrin were without power on Tuesday evening.",
    ),
    (
        "",
        "The earthquake killed 120 people in Melby.\n\nRescuers from four countries came.\n\n"
        "The earthquake in Melby killed 210 people and left thousands homeless.",
    ),
    (
        "",
        "The council approved the plan on 5 May 2019.\n\nMany had objected to it.\n\n"
        "The plan, which the council approved on 6 May 2019, foresees new homes.",
    ),
    (
        "",
        "Ana Reyes, the finance minister of Norland, opened the school in Melby.\n\n"
        "Health Minister Ana Reyes of Norland promised more money.",
    ),
    (
        "",
        '"We will build the new hospital within two years," said Ana Reyes, the mayor.\n\n'
        'The crowd cheered.\n\n"We will build the new hospital within two years," '
        "Luis Brandt told the crowd.",
    ),
]
AGREE = [
    ("Floods kill more than 8,000", "The floods have killed 8,219 people, the agency said."),
    ("Nearly 50 hurt in crash", "A crash hurt 48 people on Sunday."),
    ("A third of voters stayed home", "Turnout was 67 per cent.\n\nA third stayed at home."),
    # Parts of a whole.
    (
        "Heatwave has killed 412 in Vastria",
        "The heatwave has killed 412 people in Vastria since 14 July.\n"
        "In the port of Sarrin it has killed 61 people since then.",
    ),
    (
        "Flood kills 40 in Norland",
        "The flood killed 40 people in Norland.\n\nTwelve of the dead were children.",
    ),
    (
        "Two blasts kill 20",
        "A blast killed 8 people at a market on Monday.\n\n"
        "A blast at a bus station killed 12 people.",
    ),
    (
        "Shelling kills 9 in Melby and Sarrin",
        "The shelling killed 6 people in Melby on Monday.",
    ),
    (
        "Attacks kill 11 in Melby",
        "Attacks killed 11 people in Melby.\n\nA rocket fired at the park killed 8 people.",
    ),
    ("Army kills over 100 rebels", "Four more rebels were killed by the army on Monday."),
    # Other days, other events, other counts.
    (
        "Flood kills 40",
        "A flood killed 40 people in Norland on Monday.\n\nA flood killed 14 in Norland in 2015.",
    ),
    (
        "Flood kills 40 in Norland",
        "The flood killed 40 people.\n\nEarlier reports spoke of 14 dead in the flood.",
    ),
    (
        "Flood toll rises to 40",
        "The death toll of the flood rose to 40 on Tuesday.\n\nOn Monday the toll stood at 14.",
    ),
    (
        "Flood kills 270 in Norland",
        "The agency reported on Thursday that the flood in Norland had killed 90 people.",
    ),
    ("", "Sales rose 4% in May.\n\nSales rose 7% in June."),
    ("", "Rovers beat United 3-1 on Saturday.\n\nCity beat Town 2-0 on Saturday."),
    # The two ends of a change.
    (
        "Rate falls to 8%",
        "The unemployment rate fell from 12% to 8%.\n\nThe unemployment rate was 12%.",
    ),
    # Two sides, or words that are somebody's.
    (
        "Attack on the port",
        "The army said that the attack killed 40 people.\n\n"
        "Rebels said that the attack killed 14 people.",
    ),
    (
        "Flood kills 40 in Norland",
        '"The flood killed 14 people in Norland, no more," said Ana Reyes.',
    ),
    # Other statuses, other people.
    (
        "",
        "The council asked for 5 million euros for the bridge.\n\n"
        "The council approved 3 million euros for the bridge.",
    ),
    ("", "The raid killed 12 soldiers.\n\nThe raid killed 20 civilians."),
    ("", "Spokesman Luis Brandt said so.\n\nSpokeswoman Ana Reyes denied it."),
]


def disagreeing(headline: str, body: str, as_of: dt.date = DAY) -> set[frozenset[str]]:
    """Return the texts of each pair of claims that disagree."""
    title = f"Title: {headline}\n" if headline else ""
    document = read_text(f"{title}Source: Desk\n\n{body}\n", "draft.txt")
    claims = read_claims(document, as_of)
    found = find_disagreements(document, claims, Periods())
    by_id = {claim.id: claim for claim in claims}
    assert found.keys() <= by_id.keys()
    for name, others in found.items():
        assert others == tuple(sorted(others, key=lambda other: other.span))
        assert all(by_id[name] in found[other.id] for other in others)
    return {frozenset((by_id[n].text, o.text)) for n, others in found.items() for o in others}


@pytest.mark.parametrize(("headline", "body"), DISAGREE)
def test_two_sentences_that_give_two_values_disagree(headline: str, body: str) -> None:
    assert len(disagreeing(headline, body)) == 1


@pytest.mark.parametrize(("headline", "body"), AGREE)
def test_no_disagreement_is_seen_where_there_may_be_none(headline: str, body: str) -> None:
    assert disagreeing(headline, body) == set()


def test_the_part_is_passed_over_and_the_total_is_not() -> None:
    body = (
        "The heatwave has killed 387 people in Vastria since 14 July, the institute reports.\n"
        "In the port of Sarrin it has killed 61 people since then."
    )
    found = disagreeing("Heatwave has killed 412 in Vastria", body)
    assert found == {frozenset(("412", "387"))}


def test_a_floor_disagrees_with_more_than_twice_its_figure() -> None:
    body = "At least 14 people were killed by the flood in Norland."
    assert disagreeing("Flood kills 28 in Norland", body) == set()
    assert disagreeing("Flood kills 29 in Norland", body) == {frozenset(("29", "14"))}


@pytest.mark.parametrize(("sentences", "is_found"), [(2, True), (COMMON + 1, False)])
def test_words_that_stand_everywhere_bring_no_sentences_together(
    sentences: int, is_found: bool
) -> None:
    body = "\n\n".join(f"The flood killed {n} people." for n in range(2, 2 + sentences))
    assert bool(disagreeing("", body)) is is_found
