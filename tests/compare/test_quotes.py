"""Quotations: found, altered, of another speaker, or not told."""

import pytest

from factcheck.compare import Comparison, compare, compare_words
from factcheck.schema import Quote

ANA = "Ana Reyes"


def check(words: str, text: str, draft: str = ANA, source: str = ANA) -> Comparison:
    return compare(Quote(words, draft), Quote(text, source))


FOUND = [
    ("We will not pay.", "we will not pay"),
    ("We “will” not pay", "We 'will' not pay!"),
    ("a long-term plan", "a long – term plan"),
    ("a  long\u00a0plan", "a long plan"),
    ("We will not pay", "We told them that we will not pay a ransom"),
    ("We ... will not pay", "We told them that we will not pay a ransom"),
    ("We … pay a ransom", "We shall pay a ransom"),
    ("… will not pay …", "We will not pay a ransom"),
    ("We . . . pay a ransom", "We shall pay a ransom"),
    ("We pay. [...] They leave", "We pay. Nobody else does. They leave"),
    ("[The rebels] will not pay", "They will not pay"),
    ("they [the rebels] will not pay", "they will not pay"),
    ("they [must] pay", "they are going to pay"),
    ("[W]e will not pay", "and we will not pay"),
    ("they (the rebels) will not pay", "they will not pay"),
    ("they will not pay", "they (the rebels) will not pay"),
    ("they will not pay", "they [the rebels] will not pay"),
    ("they the rebels will not pay", "they [the rebels] will not pay"),
    ("(laughter)", "and then (laughter) she left"),
    ("two (or [even] three)", "two"),
    ("organised labour in the centre", "organized labor in the center"),
    ("analyse travelling programmes", "analyze traveling programs"),
    ("We don’t know; it’s over, I’m sure", "We do not know - it is over. I am sure"),
    ("They can't and won't", "They cannot and will not"),
    ("20 percent of 8,219", "20% of 8219"),
    ("three of the U.S. planes", "3 of the US planes"),
    ("a", "what a day"),
]


@pytest.mark.parametrize(("words", "text"), FOUND)
def test_found(words: str, text: str) -> None:
    assert check(words, text) == Comparison("agrees", "quote-found")


ALTERED = [
    # words, text, what differs in the draft, in the source
    ("We will pay", "We will not pay", [], ["not"]),
    (
        "We will never pay them a ransom",
        "We will gladly pay them a ransom",
        ["never"],
        ["gladly"],
    ),
    (
        "We lost 40 men in the battle today",
        "We lost 14 men in the battle today",
        ["40"],
        ["14"],
    ),
    (
        "We must leave this town tonight",
        "We should leave this town tonight",
        ["must"],
        ["should"],
    ),
    (
        "They lost everything in that fire",
        "We lost everything in that fire",
        ["They"],
        ["We"],
    ),
    (
        "We lost everything in the awful flood",
        "Sadly we lost everything in the awful fire here",
        ["flood"],
        ["fire"],
    ),
    (
        "We lost a lot: nearly houses, cars and cattle",
        "We lost a lot: houses, cars and cattle",
        ["nearly"],
        [],
    ),
    ("a total success", "a partial success", ["total"], ["partial"]),
    ("total success", "partial success", ["total"], ["partial"]),
    (
        "We ... pay the whole ransom gladly",
        "We told them that we pay the full ransom gladly",
        ["whole"],
        ["full"],
    ),
]


@pytest.mark.parametrize(("words", "text", "differs", "source_differs"), ALTERED)
def test_altered(words: str, text: str, differs: list[str], source_differs: list[str]) -> None:
    found = check(words, text)
    assert (found.relation, found.reason) == ("differs", "quote-altered")
    assert [words[span.start : span.end] for span in found.differs] == differs
    assert [text[span.start : span.end] for span in found.source_differs] == source_differs


UNDECIDED = [
    # an ellipsis that leaves out a negation of its own sentence
    ("We ... pay a ransom", "We will not pay a ransom", "near-value"),
    ("We [shall] pay a ransom", "We will not pay a ransom", "near-value"),
    # only small words differ
    ("We lost everything in the fire", "We lost everything in a fire", "near-value"),
    # the source quotes less at one end
    (
        "We lost everything in that great fire today",
        "We lost everything in that great fire",
        "near-value",
    ),
    (
        "Today we lost everything in that great fire",
        "we lost everything in that great fire",
        "near-value",
    ),
    # four of five content words are four fifths, three are not
    ("red green blue black white", "red green blue pink brown", "other-subject"),
    # of fewer than five, all but one
    ("red green blue black", "red green pink brown", "other-subject"),
    # one of two common words in a long passage is chance
    ("total success", "a success that every soldier of the country earned", "other-subject"),
    ("success", "failure", "other-subject"),
    ("red green blue black white", "white black blue green red", "other-subject"),
    ("they [must] pay", "they of all the many people in our town must pay", "other-subject"),
    ("they pay … we leave", "we leave, they pay", "near-value"),
    ("", "anything", "other-subject"),
    ("…", "anything", "other-subject"),
    ("anything", "", "other-subject"),
]


@pytest.mark.parametrize(("words", "text", "reason"), UNDECIDED)
def test_undecided(words: str, text: str, reason: str) -> None:
    found = check(words, text)
    assert (found.relation, found.reason) == ("undecided", reason)


def test_four_fifths_of_five_content_words() -> None:
    found = check("red green blue black white", "red green blue pink white")
    assert found.reason == "quote-altered"


def test_all_but_one_of_four_content_words() -> None:
    assert check("red green blue black", "red green blue pink").reason == "quote-altered"


SENTENCE = "We lost everything in the fire"


@pytest.mark.parametrize(
    ("draft", "source", "words", "expected"),
    [
        (ANA, "Ms. Reyes", SENTENCE, Comparison("agrees", "quote-found")),
        (ANA, "", SENTENCE, Comparison("agrees", "quote-found")),
        ("", ANA, SENTENCE, Comparison("agrees", "quote-found")),
        (ANA, "she", SENTENCE, Comparison("agrees", "quote-found")),
        (
            ANA,
            "Foreign Ministry",
            SENTENCE,
            Comparison("agrees", "quote-found", ("other-attribution",)),
        ),
        (ANA, "Omar Haddad", SENTENCE, Comparison("differs", "speaker-differs")),
        (ANA, "Omar Haddad", "in the fire", Comparison("undecided", "other-subject")),
        (ANA, "", "in the fire", Comparison("undecided", "near-value")),
        (ANA, "Foreign Ministry", "in the fire", Comparison("undecided", "near-value")),
        (ANA, "Reyes", "in the fire", Comparison("agrees", "quote-found")),
    ],
)
def test_who_spoke(draft: str, source: str, words: str, expected: Comparison) -> None:
    assert check(words, SENTENCE, draft, source) == expected


@pytest.mark.parametrize("speaker", ["", "Omar Haddad", "Luis Reyes", "the mayor"])
def test_only_the_same_speaker_can_be_misquoted(speaker: str) -> None:
    found = check("We lost nothing in the fire", "We lost everything in the fire", ANA, speaker)
    assert (found.relation, found.reason) == ("undecided", "near-value")
    assert found.differs and found.source_differs


def test_words_in_a_whole_passage() -> None:
    draft = Quote("We lost 40 houses in the fire", ANA)
    text = "“We lost,” she said in tears, “50 houses in the fire.”"
    assert compare_words(draft, text).relation == "undecided"
    text = "In tears she said: “We lost 50 houses in the fire.”"
    found = compare_words(draft, text)
    assert (found.relation, found.reason) == ("undecided", "near-value")
    [span] = found.source_differs
    assert text[span.start : span.end] == "50"
    assert compare_words(draft, text, speaker="Reyes").reason == "quote-altered"
    assert compare_words(draft, text.replace("50", "40")).reason == "quote-found"


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("We lost most ships in that big fire", "undecided"),
        ("We lost most houses in that great blaze", "undecided"),
        ("We lost few houses in that great fire", "differs"),
        ("We never lost most houses in that great fire", "differs"),
        ("We lost most 40 houses in that great fire", "differs"),
    ],
)
def test_a_translation_is_altered_only_by_sharp_words(text: str, relation: str) -> None:
    draft = Quote("We lost most houses in that great fire", ANA)
    assert compare_words(draft, text, speaker=ANA, is_translated=True).relation == relation


BAIT = [
    "(a" * 2000 + ")" * 2000,
    "a … " * 4000,
    "[" * 9000,
    "[a " * 4000,
    "a’" * 9000,
    "a.b." * 4000,
]


@pytest.mark.parametrize("words", BAIT)
def test_odd_punctuation_is_read_in_linear_time(words: str) -> None:
    assert check(words, "a " * 5000).relation in {"agrees", "undecided"}


def test_too_long_for_an_alignment() -> None:
    words = " ".join(f"w{number}" for number in range(600))
    assert check(words, words.replace("w5 ", "w0 ")).reason == "other-subject"
