"""Does a text look like English? Only figures are read where it does not."""

from __future__ import annotations

import itertools
import re

from factcheck.vocabulary.measures import tables

_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]++")

MIN_WORDS = 25  # a shorter text tells too little
MAX_WORDS = 2_000  # the beginning tells enough
# Share of words that say nothing ("the", "of"): .30 to .55 in English news, under .10 elsewhere.
MIN_SHARE = 0.15


def looks_english(text: str) -> bool:
    """Say whether enough of the words are the small ones of English.

    >>> looks_english("Der Rat hat am Dienstag den Haushalt verabschiedet. " * 5)
    False
    >>> looks_english("The council adopted the budget on Tuesday. " * 5)
    True
    """
    words = [match[0].lower() for match in itertools.islice(_WORD.finditer(text), MAX_WORDS)]
    if len(words) < MIN_WORDS:
        return True
    return sum(word in tables().empty for word in words) >= MIN_SHARE * len(words)
