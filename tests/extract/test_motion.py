"""How a measure moves, told by the words of its clause, its period and its act."""

import pytest

from tests.judge.reading import claim_in


@pytest.mark.parametrize(
    ("sentence", "words", "motion"),
    [
        ("In Norland 84 people have been killed over a four-day stretch.", "84", "flow"),
        ("84 people have been killed in Norland within 24 hours.", "84", "flow"),
        ("84,000 people have been killed in four years of war.", "84,000", "cumulative"),
        ("The war has killed 8,000 people in Norland since 2011.", "8,000", "cumulative"),
        ("So far 8,000 people have died in Norland.", "8,000", "cumulative"),
        ("The fund has paid out 30 million euros to date.", "30", "cumulative"),
        ("The fever has killed 8,000 people.", "8,000", "cumulative"),
        ("In total 300 homes were destroyed.", "300", "cumulative"),
        ("As of 8 August, 300 people had died in Norland.", "300", "cumulative"),
        ("By 8 August 300 people had died in Norland.", "300", "cumulative"),
        ("As of 8 August, 300 soldiers were deployed in Norland.", "300", "level"),
        ("The number of patients stands at 300.", "300", "level"),
        ("Norland currently has 300 soldiers in Sudland.", "300", "level"),
        ("There are 300 soldiers in Halden.", "300", "level"),
        ("The population of Norland is 300,000.", "300,000", "level"),
        ("The price of oil is 30 dollars a barrel.", "30", "level"),
        ("The jobless rate in Norland is 8.2 percent.", "8.2", "level"),
        ("The fund pays Norland 30 million euros a year.", "30", "level"),
        ("Norland deployed 3,000 troops in Sudland.", "3,000", "level"),
        ("In May 300 people died in Norland.", "300", "flow"),
        ("On Monday 300 people died in Norland.", "300", "flow"),
        ("Norland exported 300 cars last year.", "300", "flow"),
        ("In the first quarter Norland exported 300 cars.", "300", "flow"),
        ("In May 300 children were born in Norland.", "300", "flow"),
        ("The council spent 30 million euros in the 2015 budget.", "30", "flow"),
        ("The tower in Halden is 340 metres tall.", "340", "constant"),
        ("The height of the tower in Halden is 340 metres.", "340", "constant"),
        ("A quarter of the homes in Halden have air conditioning.", "quarter", "unknown"),
        ("Monte Alba, where the race ended, is 2,340 metres high.", "2,340", "constant"),
        ("Mount Halden is 2,340 metres high.", "2,340", "constant"),
        ("The road from Ober Linde to Halden is 60 km long.", "60", "constant"),
        ("Ober Linde lies 60 km north of Halden.", "60", "constant"),
        ("The two towns are at a distance of 60 km.", "60", "constant"),
        ("The rebels lie 60 km north of Halden.", "60", "unknown"),
        ("The bakery of Halden uses 300 sacks of flour.", "300", "unknown"),
    ],
)
def test_how_a_measure_moves(sentence: str, words: str, motion: str) -> None:
    assert claim_in(sentence, words, "quantity").measure.motion == motion


def test_a_crack_in_a_bridge_may_grow() -> None:
    claim = claim_in("The crack in the bridge was 30 cm long.", "30", "quantity")
    assert claim.measure.motion != "constant"
