"""Two claims speak of the same thing only when both sides say so."""

import pytest

from factcheck.align import align, same_name
from factcheck.extract.claims import extract
from factcheck.readers import read_text
from factcheck.schema import Claim
from factcheck.segment import segment
from tests.judge.reading import claim_in, verdict_on


def outcome(draft: str, source: str, figure: str = "40") -> tuple[str, str]:
    aligned = align(claim_in(draft, figure, "quantity"), claim_in(source, figure, "quantity"))
    return aligned.outcome, aligned.reason


@pytest.mark.parametrize(
    ("draft", "source", "expected"),
    [
        ("The raid in Syria killed 40 people.", "40 people died in the Syrian raid.", "same"),
        ("The raid in Syria killed 40 people.", "40 people died in the Iraqi raid.", "other"),
        ("The raid in Syria killed 40 people.", "The raid in Syria hurt 40 people.", "other"),
        ("The raid in Syria killed 40 people.", "The raid in Syria killed 40 soldiers.", "other"),
        ("The raid in Syria killed 40 people.", "The raid near Homs killed 40 people.", "other"),
        ("War in Syria killed 40 people.", "War in Homs, Syria, killed 40 people.", "other"),
        ("Aid came to the town of Telmin with 40 lorries.",
         "40 lorries, all full, brought aid to the town of Hamrun.", "other"),
        ("Aid came to the town of Telmin with 40 lorries.",
         "40 lorries, all full, brought aid to the town of Telmin.", "same"),
        ("There were 40 mourners at the service that Bishop Roe led in the hall of Telmin.",
         "There were 40 mourners at the service that Bishop Roe led in the hall of Hamrun.",
         "unknown"),
        ("The council spent $40 on Syria.", "The council requested $40 for Syria.", "other"),
        ("Aid of $40 went to Iraq.", "Aid of $40 went to Egypt.", "other"),
    ],
)  # fmt: skip
def test_alignment(draft: str, source: str, expected: str) -> None:
    assert outcome(draft, source)[0] == expected


def test_every_feature_is_kept_for_the_explanation() -> None:
    claim = claim_in("The raid in Syria killed 40 people.", "40", "quantity")
    names = [feature.name for feature in align(claim, claim).features]
    assert names == ["kind", "measure", "entities", "status"]


def test_another_name_in_either_clause_takes_the_certainty() -> None:
    draft = claim_in("The raid in Syria killed 40 people.", "40", "quantity")
    source = claim_in("The Sudmark raid in Syria killed 40 people.", "40", "quantity")
    assert align(draft, draft).certain
    assert align(draft, source).outcome == "same"
    assert not align(draft, source).certain


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Syria", "Syria", True),
        ("White House", "United States", True),
        ("White House", "Washington", True),
        ("Kremlin", "White House", False),
        ("Norland Relief Agency", "NRA", True),
        ("Norland Relief", "NR", False),
        ("Assad", "Bashar al Assad", True),
        ("Norland", "Sudmark", False),
        ("Ana Reyes", "Luis Reyes", False),
    ],
)
def test_same_name(first: str, second: str, same: bool) -> None:
    assert same_name(first, second) is same


def test_a_title_that_names_two_countries_makes_neither_the_other() -> None:
    def claim(text: str) -> Claim:
        document = read_text(f"Title: Syria and Iraq meet in Norland\n\n{text}", "a.txt")
        return extract(document, segment(document))[0]

    draft = claim("The US gave Iraq $20 billion worth of military aid.")
    source = claim("The US gave Syria $20 billion worth of military aid.")
    assert align(draft, source).outcome == "other"
    assert align(draft, draft).outcome == "same"


@pytest.mark.parametrize(
    ("draft", "source", "words", "label"),
    [
        # an age and a result need no noun
        ("Ana Reyes, 94, is a painter.", "Ana Reyes of Norland is aged 94.", "94", "corroborated"),
        ("Vale Rovers beat Norland Town 2-1.", "Vale Rovers took a 2-1 win off Norland Town.",
         "2-1", "corroborated"),
        ("Vale Rovers beat Norland Town 2-1.", "Vale Rovers took a 2-1 win off Sudland City.",
         "2-1", "unsupported"),
        # two parts of one whole, told in the same words, agree and never differ
        ("In Norland two of the wounded are in critical condition.",
         "In Norland five people were hurt, and two of them were in critical condition.",
         "two", "corroborated"),
        ("In Norland two of the wounded are in critical condition.",
         "In Norland five people were hurt, and three of them were in critical condition.",
         "two", "unsupported"),
        ("The fleet of Norland visits 27 nations.", "The fleet of Norland visits 27 countries.",
         "27", "corroborated"),
    ],
)  # fmt: skip
def test_what_some_figures_measure(draft: str, source: str, words: str, label: str) -> None:
    assert verdict_on(draft, source, words).label == label
