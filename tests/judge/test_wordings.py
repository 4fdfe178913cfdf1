"""One fact as two newsrooms word it, and facts that only sound alike."""

import pytest

from tests.judge.reading import verdict_on

LABELS = {"agrees": "corroborated", "differs": "conflicting", "open": "unsupported"}


def label(draft: str, source: str, words: str, kind: str = "quantity") -> str:
    return verdict_on(draft, source, words, kind).label


@pytest.mark.parametrize(
    ("draft", "source", "words", "expected"),
    [
        ("A fire in a warehouse in Port Elin killed 12 people on Monday.",
         "The blaze at the Port Elin warehouse on Monday claimed 12 lives.", "12", "agrees"),
        ("A fire in a warehouse in Port Elin killed 14 people on Monday.",
         "The blaze at the Port Elin warehouse on Monday claimed 12 lives.", "14", "differs"),
        ("The new stadium in Port Elin cost €48 million.",
         "The price tag of the new stadium in Port Elin was €48 million.", "48", "agrees"),
        ("The school in Hamrun has 1,510 pupils.",
         "At the school in Hamrun 1,150 students are enrolled.", "1,510", "differs"),
        ("The school in Hamrun has 1,510 pupils.",
         "At the school in Port Elin 1,150 students are enrolled.", "1,510", "open"),
        ("Thirty people were injured in a tram crash in Hamrun on Sunday.",
         "Thirty people were injured in a bus crash in Tarn Valley on Sunday.", "Thirty", "open"),
    ],
)  # fmt: skip
def test_the_same_in_other_words(draft: str, source: str, words: str, expected: str) -> None:
    assert label(draft, source, words) == LABELS[expected]


@pytest.mark.parametrize(
    ("draft", "source", "words", "expected"),
    [
        ("Parliament in Norland had ordered the census in October 2020, when rain still kept the"
         " clerks of the office indoors.",
         "Parliament in Norland ordered the census in November 2020.", "October", "differs"),
        ("Parliament in Norland ordered the census in October 2020.",
         "Parliament in Norland ordered the audit in November 2020.", "October", "open"),
        ("Norland closed its border with Sudmark to cattle on Saturday.",
         "Norland closed its border with Sudmark to cattle on Thursday, 8 June, after sick animals"
         " had been found near Tamm.", "Saturday", "differs"),
        ("The council of Hamrun met on Tuesday.", "The council of Hamrun met on Friday, 9 June.",
         "Tuesday", "open"),
        ("A car bomb exploded at a market in Hamrun on Tuesday.",
         "A car bomb exploded at a market in Hamrun on Friday, 9 June.", "Tuesday", "open"),
        ("At the mill in Hamrun, 140 weavers have been on strike since 17 April.",
         "At the mill in Hamrun, 140 weavers have been on strike since 24 April 2023.",
         "17 April", "differs"),
    ],
)  # fmt: skip
def test_days_of_one_deed(draft: str, source: str, words: str, expected: str) -> None:
    assert label(draft, source, words, "date") == LABELS[expected]


@pytest.mark.parametrize(
    ("draft", "source", "words"),
    [
        ("Children account for a third of all patients in the hospitals of Norland.",
         "Women account for 51 per cent of all patients in the hospitals of Norland.", "a third"),
        ("Parliament in Norland approved a grant of €25 million for the schools.",
         "Parliament in Norland approved a grant of $25 million for the hospitals.", "25"),
        ("The schools in Hamrun have 1,150 pupils.",
         "The girls' school in Hamrun has 610 pupils.", "1,150"),
        ("Unemployment among women in Norland stands at 9 per cent.",
         "Unemployment in Norland stands at 6 per cent.", "9 per cent"),
    ],
)  # fmt: skip
def test_another_group_is_another_measure(draft: str, source: str, words: str) -> None:
    assert label(draft, source, words) == "unsupported"


@pytest.mark.parametrize(
    ("draft", "source", "words", "expected"),
    [
        ("Norvik Foods took in €7.2 million in 2022.",
         "Norvik Foods had revenue of €7.2 million in 2022.", "7.2", "agrees"),
        ("Sales at Norvik Foods came to €7.2 million in 2022.",
         "Norvik Foods reported revenue of €2.7 million for 2022.", "7.2", "differs"),
        ("Norvik Foods made a profit of €7.2 million in 2022.",
         "Norvik Foods reported revenue of €7.2 million for 2022.", "7.2", "open"),
        ("The new stadium in Port Elin cost €48 million.",
         "Port Elin spent €48 million on its new stadium.", "48", "agrees"),
        ("The new stadium in Port Elin cost £48 million.",
         "Port Elin spent €48 million on its new stadium.", "48", "differs"),
        ("The new stadium in Port Elin cost €48 million.",
         "The new library in Port Elin cost €48 million.", "48", "open"),
        ("Unemployment in Norland stands at 9 per cent.",
         "The jobless rate in Norland is 6 per cent.", "9", "differs"),
        ("Turnout in Norland was 71.3 per cent in the election of 5 May.",
         "Of the voters in Norland, 71.3 per cent cast their ballots on 5 May.", "71.3", "agrees"),
        ("Turnout in Norland was 71.3 per cent in the election of 5 May.",
         "In Norland 68.3 per cent of voters chose the Civic Union on 5 May.", "71.3", "open"),
        ("The final in Hamrun on Saturday was watched by 21,400 people.",
         "The final in Hamrun on Saturday had an attendance of 21,400.", "21,400", "agrees"),
        ("A crowd of 24,100 watched the final in Hamrun on Saturday.",
         "The final in Hamrun on Saturday drew 21,400 spectators.", "24,100", "differs"),
        ("A crowd of 18,400 watched the final at Quay Park in Hamrun.",
         "Quay Park in Hamrun holds 21,000 spectators.", "18,400", "open"),
        ("In Port Elin 9,000 people took to the streets against the dam on Saturday.",
         "Some 9,000 demonstrators protested against the dam in Port Elin on Saturday.",
         "9,000", "agrees"),
        ("About 19,000 people protested against the dam in Port Elin on Saturday.",
         "In Port Elin 9,000 people took to the streets against the dam on Saturday.",
         "19,000", "differs"),
        ("The bridge at Tarn Valley is 340 metres long.",
         "The bridge at Tarn Valley has a length of 340 metres.", "340", "agrees"),
        ("The bridge at Tarn Valley is 340 metres long.",
         "The bridge at Tarn Valley has a height of 34 metres.", "340", "open"),
        ("The fever has killed 614 people in Norland since March.",
         "The death toll of the fever in Norland since March is 641.", "614", "differs"),
        ("The Civic Union holds 46 seats after the election of 5 May.",
         "The Civic Union won 44 seats in the election on 5 May.", "46", "differs"),
        ("The hospital in Hamrun has 120 beds.",
         "There are 210 patients in the hospital in Hamrun.", "120", "open"),
    ],
)  # fmt: skip
def test_measures_in_other_words(draft: str, source: str, words: str, expected: str) -> None:
    assert label(draft, source, words) == LABELS[expected]


@pytest.mark.parametrize(
    ("draft", "source", "words", "expected"),
    [
        ("Tern Air has ordered 14 jets from the maker Castor.",
         "Tern Air is negotiating with the maker Castor about buying 14 jets.", "14", "open"),
        ("Hamrun bought 14 trams from the maker Castor.",
         "Hamrun is in talks with the maker Castor about 14 trams.", "14", "open"),
        ("Hamrun is in talks with the maker Castor about 14 trams.",
         "Hamrun is negotiating with the maker Castor about 14 trams.", "14", "agrees"),
        ("The army has 80 soldiers filling sandbags in Hamrun.",
         "The general staff put the number of soldiers filling sandbags in Hamrun at 80.",
         "80", "agrees"),
        ("Fifty-two tractors blocked the bridge in Hamrun on Monday.",
         "Fifty-two tractors blocked the bridge of Hamrun on Monday in protest at a toll.",
         "Fifty-two", "agrees"),
        ("The flood in Hamrun has made about 6,000 people homeless.",
         "In the flood in Hamrun 6,000 people have lost their homes.", "6,000", "agrees"),
        ("Tern Air lost 41 million euros in May.",
         "Tern Air made a loss of 41 million euros in May.", "41", "agrees"),
        ("Norland has paid 22 million crowns to the miners of Hamrun.",
         "Norland has pledged 22 million crowns to the miners of Hamrun.", "22", "open"),
        ("About 700 people watched the boat race from the bridge in Hamrun.",
         "Some 700 people watched Sunday's boat race in Hamrun.", "700", "agrees"),
        ("The budget of Hamrun came to 92 million euros, the council said.",
         "The budget of Hamrun for this year amounts to 92 million euros.", "92", "agrees"),
    ],
)  # fmt: skip
def test_acts_in_the_words_of_others(draft: str, source: str, words: str, expected: str) -> None:
    assert label(draft, source, words) == LABELS[expected]


@pytest.mark.parametrize(
    ("draft", "source", "words", "expected"),
    [
        # a row of a table, a label, or an unusual figure tells by the noun alone
        ("There are 640 lodgers at Hamrun House now.", "Hamrun House has 604 lodgers.",
         "640", "differs"),
        ("There are 604 lodgers at Hamrun House now.", "Hamrun House has 604 lodgers.",
         "604", "agrees"),
        ("There are 640 lodgers at Hamrun House now.", "Elin House has 604 lodgers.",
         "640", "open"),
        ("More than 2,000 people are living at Hamrun House now.",
         "People living at Hamrun House: 1,840.", "2,000", "differs"),
        ("The report on Hamrun House fills 412 pages.",
         "The inquiry into Hamrun House has ended with a text of 412 pages.", "412", "agrees"),
        ("The report on Hamrun House fills 400 pages.",
         "The inquiry into Hamrun House has ended with a text of 400 pages.", "400", "open"),
        # the same digits with another scale word, though the source also names who did it
        ("The collection of Hamrun House is insured for €12.4 billion.",
         "Meridor Mutual insures the collection of Hamrun House for 12.4 million euros.",
         "12.4", "differs"),
        ("The collection of Hamrun House is insured for €2 billion.",
         "Meridor Mutual insures the collection of Hamrun House for 2 million euros.",
         "2 billion", "open"),
        ("Quarterly revenue at Tern Air came to 1.62 million euros.",
         "The revenue of Tern Air in the quarter amounted to 1.62 billion euros.",
         "1.62", "differs"),
        # who owns the counted things is no whole that they are a part of
        ("Four of the launches by Tern Air have failed since 2009.",
         "Three of Tern Air's launches have failed since 2009.", "Four", "open"),
        ("Four of its launches have failed since 2009, Tern Air says.",
         "Four of Tern Air's launches have failed since 2009.", "Four", "agrees"),
        # changes in other words
        ("In 2021 the police of Hamrun solved 41 per cent of burglaries.",
         "The police of Hamrun cleared up 14 per cent of burglaries in 2021.", "41", "differs"),
        ("Fuel cost Tern Air over 30 million euros more than in the last quarter of 2022.",
         "The fuel bill of Tern Air grew by 31 million euros against the last quarter of 2022.",
         "30", "agrees"),
        ("Fuel cost Tern Air 30 million euros more than it had feared.",
         "The fuel bill of Tern Air grew by 30 million euros.", "30", "open"),
        ("She has doubled the number of guards on the Yar to 1,600.",
         "The number of guards on the Yar has been raised from 800 to 1,600.", "1,600", "agrees"),
        # an apposition tells that a name opens the sentence
        ("Norland was asked first. Sudmark, its neighbour, approved 9.6 million crowns for a hall.",
         "Norland has approved 9.6 million crowns for a hall.", "9.6", "open"),
        # what one verb dates, another does not
        ("A clerk who stole 340,000 pounds from Tern Air was jailed for nine years on Friday.",
         "The clerk was jailed for seven years for stealing 340,000 pounds from Tern Air between"
         " 2017 and 2020.", "340,000", "agrees"),
        # a source told before a stated day does not know it
        ("The share of Tern Air closed at 7.45 euros on Wednesday.",
         "The share of Tern Air closed at 7.45 euros on Tuesday.", "7.45", "open"),
    ],
)  # fmt: skip
def test_measures_in_the_words_of_others(
    draft: str, source: str, words: str, expected: str
) -> None:
    assert label(draft, source, words) == LABELS[expected]


@pytest.mark.parametrize(
    ("draft", "source", "words", "expected"),
    [
        # a date that opens the sentence as an apposition, and one that "that year" points back to
        ("On the night of 31 March Hamrun had 5,214 inhabitants.",
         "On census night, 31 March 2023, Hamrun had 5,214 inhabitants.", "5,214", "agrees"),
        ("In 2021 the police of Hamrun solved 41 per cent of burglaries.",
         "The audit of 2021 was read: in that year the police of Hamrun solved 14 per cent of"
         " burglaries.", "41", "differs"),
        ("In 2020 the police of Hamrun solved 41 per cent of burglaries.",
         "The audit of 2021 was read: in that year the police of Hamrun solved 14 per cent of"
         " burglaries.", "41", "open"),
        # whom a contrast names is not whom the figure before it is of
        ("Turnout in Norland was 71.3 per cent, while the Forum won 3.1 per cent.",
         "Turnout in Norland was 71.3 per cent.", "71.3", "agrees"),
        # an open currency may be some named ones, and not others
        ("The share of Tern Air closed at 3.18 euros on Monday.",
         "The share of Tern Air closed at 3.18 crowns on Monday.", "3.18", "differs"),
        ("The share of Tern Air closed at 3.18 Swedish crowns on Monday.",
         "The share of Tern Air closed at 3.18 crowns on Monday.", "3.18", "open"),
        # lengths that are two apart are two
        ("The clerk of Tern Air was jailed for nine years on Monday.",
         "The clerk of Tern Air was jailed for seven years on Monday.", "nine", "differs"),
        ("The clerk of Tern Air was jailed for nine years on Monday.",
         "The clerk of Tern Air was jailed for eight years on Monday.", "nine", "open"),
    ],
)  # fmt: skip
def test_times_and_units_in_the_words_of_others(
    draft: str, source: str, words: str, expected: str
) -> None:
    assert label(draft, source, words) == LABELS[expected]
