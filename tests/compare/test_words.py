"""How quoted words are read."""

import pytest

from factcheck.compare.spelling import one_spelling
from factcheck.compare.words import read_words, without_asides

PAIRS = [
    ("colour", "color"),
    ("neighbouring", "neighboring"),
    ("favourites", "favorites"),
    ("organisations", "organizations"),
    ("realised", "realized"),
    ("paralysed", "paralyzed"),
    ("cancelled", "canceled"),
    ("defence", "defense"),
    ("kilometres", "kilometers"),
]
DIFFERENT = [
    ("four", "for"),
    ("your", "yor"),
    ("filled", "filed"),
    ("hour", "hor"),
    ("pulling", "puling"),
    ("raised", "razed"),
]


@pytest.mark.parametrize(("british", "american"), PAIRS)
def test_two_spellings_of_one_word(british: str, american: str) -> None:
    assert one_spelling(british) == one_spelling(american)


@pytest.mark.parametrize(("first", "second"), DIFFERENT)
def test_two_words(first: str, second: str) -> None:
    assert one_spelling(first) != one_spelling(second)


def test_spans_stand_where_the_words_do() -> None:
    text = "“[W]e don’t (yet) pay 1,500.50”"
    words = read_words(text)
    assert [word.key for word in words] == ["we", "do", "not", "yet", "pay", "1500.50"]
    assert [text[word.span.start : word.span.end] for word in words] == [
        "[W]e",
        "don’t",
        "don’t",
        "yet",
        "pay",
        "1,500.50",
    ]


def test_gaps_and_asides() -> None:
    words = read_words("We [now] pay … . They (all) … go. a) b")
    assert [(w.key, w.gap, w.opens, w.is_aside) for w in words] == [
        ("we", "", False, False),
        ("now", "", False, True),
        ("pay", "bracket", False, False),
        ("they", "ellipsis", True, False),
        ("all", "", False, True),
        ("go", "ellipsis", False, False),
        ("a", "", True, False),
        ("b", "", False, False),
    ]


def test_the_widest_gap_stays_when_asides_are_left_out() -> None:
    words = without_asides(read_words("We … [now] pay"))
    assert [(word.key, word.gap) for word in words] == [("we", ""), ("pay", "ellipsis")]
