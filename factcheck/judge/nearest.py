"""Which candidates of a claim a verifier reads first: those that share its rarest words."""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction

from factcheck.judge.case import Case

_WORD = re.compile(r"(?<![^\W_])[^\W_]{1,40}+")


def nearest_first(case: Case) -> list[int]:
    """Return the places of a case's candidates, the one that shares most of its words first.

    A word that fewer candidates hold weighs more. Equal ones stay in the order they were found.
    """
    wanted = _words(case.words)
    shared = [wanted & _words(candidate.passage.text) for candidate in case.candidates]
    counts = Counter(word for words in shared for word in words)
    weights = [sum((Fraction(1, counts[word]) for word in words), Fraction(0)) for words in shared]
    return sorted(range(len(weights)), key=lambda place: -weights[place])


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))
