"""Whether two sentences are one text that was printed twice, edited a little in between.

A dropped clause or a changed word leave the order of the other words alone. So
the words that both hold in one order are counted (the longest common subsequence), bit-parallel
after Hyyrö (2004): one pass over the longer sentence.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from fractions import Fraction

_WORD = re.compile(r"(?<!\w)\w{1,40}+")

# Of the shorter sentence's words, in one order: one word of eight may be another. Two reports of
# one event in a desk's set phrases share about seven in ten.
SHARE = Fraction(17, 20)
MIN_WORDS = 8  # shorter sentences are set phrases: only equal ones are copies
MAX_RATIO = 2  # a sentence that says twice as much tells more than a dropped clause


def near_copies(first: str, second: str) -> bool:
    """Say whether two sentences are one text, give or take a small edit; the order is no matter.

    >>> told = "The flood drove 8,219 people from their homes in Norwick on Monday night."
    >>> near_copies(told, "Police: " + told.replace("drove", "forced"))
    True
    >>> near_copies(told, "Officials in Norwick counted 8,219 people who had left for the flood.")
    False
    """
    short, long = sorted((_words(first), _words(second)), key=len)
    if short == long:
        return bool(short)
    if len(short) < MIN_WORDS or len(long) > MAX_RATIO * len(short):
        return False
    return _common(short, long) >= SHARE * len(short)


@functools.lru_cache(maxsize=2048)  # each is held against the other passages of its claim
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _common(short: Sequence[str], long: Sequence[str]) -> int:
    """Return the length of the longest common subsequence of two sequences of words."""
    places: dict[str, int] = {}
    for index, word in enumerate(short):
        places[word] = places.get(word, 0) | 1 << index
    every = (1 << len(short)) - 1
    unmatched = every
    for word in long:
        matched = unmatched & places.get(word, 0)
        unmatched = ((unmatched + matched) | (unmatched - matched)) & every
    return len(short) - unmatched.bit_count()
