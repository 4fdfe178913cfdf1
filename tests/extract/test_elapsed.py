"""Since when something goes on, as the words of durations and dates tell it."""

import pytest

from tests.judge.reading import claim_in


@pytest.mark.parametrize(
    ("sentence", "words", "event", "unit"),
    [
        ("The four-year-long civil war in Norland goes on.", "four", "war", "year"),
        ("Throughout the four year long war nobody came.", "four", "war", "year"),
        ("The 40-day siege of Halden goes on.", "40", "siege", "day"),
        ("The two-year-old strike goes on.", "two", "strike", "year"),
        ("Six years of civil war have emptied Halden.", "Six", "war", "year"),
        ("Now nearly four years into the conflict, Halden is empty.", "four", "war", "year"),
        ("Four years after the start of the uprising Halden is empty.", "Four", "war", "year"),
        ("It is four years since the war began.", "four", "war", "year"),
        ("Four years after the war ended Halden is empty.", "Four", "end of war", "year"),
        ("Four years after the withdrawal of the troops they came.", "Four", "withdrawal", "year"),
        ("The war has lasted more than four years.", "four", "war", "year"),
        ("The siege has dragged on for almost 40 days.", "40", "siege", "day"),
        ("Ana Reyes has been in office for 12 years.", "12", "office", "year"),
        ("Ana Reyes has led the party for three years.", "three", "has lead", "year"),
        ("The pit has been closed for 12 years.", "12", "closure", "year"),
        ("The war is now four years old.", "four", "war", "year"),
        ("The strike, now in its third week, goes on.", "third", "strike", "week"),
        ("In the fifth year of the war Halden is empty.", "fifth", "war", "year"),
    ],
)
def test_a_duration_up_to_its_telling(sentence: str, words: str, event: str, unit: str) -> None:
    elapsed = claim_in(sentence, words, "quantity").measure.elapsed
    assert elapsed is not None
    assert (elapsed.event, elapsed.unit, elapsed.until) == (event, unit, None)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The club signed a four-year contract.", "four"),
        ("The strike ended after 12 days.", "12"),
        ("The war had lasted four years when he left.", "four"),
        ("He was jailed for four years in the war.", "four"),
        ("A four-year-old girl was hurt in the war.", "four"),
        ("They lived through four years of the war.", "four"),
        ("Four years after the war Halden is empty.", "Four"),
        ("It is the third strike of its kind.", "third"),
        ("The war will last for four hours.", "four"),
        ("Halden has been ruined since mid-2012, just one year after the war began.", "one"),
    ],
)
def test_other_lengths_tell_no_beginning(sentence: str, words: str) -> None:
    assert claim_in(sentence, words, "quantity").measure.elapsed is None


@pytest.mark.parametrize(
    ("sentence", "words", "event"),
    [
        ("The war in Norland began in March 2011.", "2011", "war"),
        ("The war, which broke out in March 2011, goes on.", "2011", "war"),
        ("Ana Reyes took office in 2003.", "2003", "office"),
        ("The siege of Halden, in the north of Norland, began in 2011.", "2011", "siege"),
        ("They fled after the outbreak of Norland's civil war in 2011.", "2011", "war"),
        ("Norland has been gripped by civil war since 2011.", "2011", "war"),
        ("Fierce fighting erupted on Thursday.", "Thursday", "fighting"),
        ("The rebels launched an offensive on Thursday.", "Thursday", "offensive"),
        ("Ana Reyes has led the party since 2012.", "2012", "has lead"),
        ("The war has raged since 2012.", "2012", "war"),
        ("The war ended in May 2014.", "2014", "end of war"),
        ("US troops withdrew from Norland in December 2011.", "2011", "withdrawal"),
        ("Four years after the war began in March 2011 Halden is empty.", "2011", "war"),
    ],
)
def test_a_date_of_a_beginning(sentence: str, words: str, event: str) -> None:
    elapsed = claim_in(sentence, words, "date").measure.elapsed
    assert elapsed is not None
    assert elapsed.event == event


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The war killed many people in 2011.", "2011"),
        ("The war began in March 2011 and the troops left in May 2014.", "2014"),
        ("The war in Norland was discussed in May 2014.", "2014"),
        ("The ministry said on 3 May 2014 that the war began early.", "3 May"),
        ("The strike will have ended by 2016.", "2016"),
        ("The base was the scene of war at the beginning of 2016.", "2016"),
        ("The army launched a crackdown on the protests in March 2011.", "2011"),
        ("On 3 May 2014 came the worst attack since the war began.", "3 May"),
        ("The war, like the fighting of 2013, was discussed as the inquiry began.", "2013"),
    ],
)
def test_other_dates_tell_no_beginning(sentence: str, words: str) -> None:
    assert claim_in(sentence, words, "date").measure.elapsed is None


def test_a_stated_day_is_the_one_up_to_which_it_counts() -> None:
    claim = claim_in("On 12 June the strike entered its third week.", "third", "quantity")
    assert claim.measure.elapsed is not None
    assert claim.measure.elapsed.until is not None
    assert str(claim.measure.elapsed.until.last) == "2023-06-12"
    assert not claim.measure.elapsed.ongoing


def test_only_what_surely_goes_on_is_called_ongoing() -> None:
    lasting = claim_in("The war has lasted four years.", "four", "quantity").measure.elapsed
    told = claim_in("After four years of war they left.", "four", "quantity").measure.elapsed
    assert lasting is not None
    assert told is not None
    assert (lasting.ongoing, told.ongoing) == (True, False)
