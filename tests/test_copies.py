"""Near-copies: one text, edited a little."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.copies import near_copies

TOLD = "At least 17 miners were killed when a shaft near Norwick collapsed late on Monday."

COPIES = {
    "as it is": TOLD,
    "other case, marks and spaces": "  at least 17 miners were  killed, when a shaft near Norwick "
    "collapsed late on Monday",
    "a dateline": f"NORWICK, June 12 (Agency) — {TOLD}",
    "another dateline": f"ESSEL - {TOLD}",
    "one other word": TOLD.replace("collapsed", "fell in"),
    "another figure": TOLD.replace("17", "23"),
    "a dropped clause": "At least 17 miners were killed when a shaft collapsed late on Monday.",
    "an added clause": f"{TOLD[:-1]}, police said.",
}
OTHERS = {
    "another report": "Officials in Norwick said 17 miners had lost their lives on Monday.",
    "the same words in another order": "Late on Monday near Norwick a shaft collapsed when at "
    "least 17 miners were killed.",
    "a part of it": "At least 17 miners were killed.",
    "a sentence about as much else": f"{TOLD[:-1]}, the worst accident in the valley since the "
    "old pit was shut down by the council for good after years of protest.",
    "nothing": "",
}


@pytest.mark.parametrize("text", COPIES.values(), ids=COPIES)
def test_a_small_edit_leaves_a_copy(text: str) -> None:
    assert near_copies(TOLD, text)
    assert near_copies(text, TOLD)


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_another_wording_is_another_text(text: str) -> None:
    assert not near_copies(TOLD, text)
    assert not near_copies(text, TOLD)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("The toll is 17.", "The toll is 17", True),
        ("The toll is 17.", "The toll is 23.", False),
        ("", "", False),
        ("-", "- -", False),
    ],
)
def test_short_sentences_are_copies_only_when_equal(
    first: str, second: str, expected: bool
) -> None:
    assert near_copies(first, second) is expected


def test_a_dash_in_the_middle_opens_no_sentence() -> None:
    first = "The council - all nine of its members were there - voted for the new school on Monday."
    assert not near_copies(first, "all nine of its members were there")


words = st.lists(st.sampled_from("flood killed 12 people in Norwick on Monday the a".split()))


@given(words, words)
def test_the_order_of_the_two_does_not_matter(first: list[str], second: list[str]) -> None:
    one, two = " ".join(first), " ".join(second)
    assert near_copies(one, two) is near_copies(two, one)


@given(words.filter(lambda found: len(found) >= 8), st.data())
def test_one_changed_word_of_eight_leaves_a_copy(found: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(found) - 1))
    changed = [*found[:at], "otherwise", *found[at + 1 :]]
    assert near_copies(" ".join(found), " ".join(changed))
