"""Digits that are set high: marks of notes, which no figure must swallow, or exponents."""

from __future__ import annotations

import re

SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
SUBSCRIPT = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_RUN = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]++")
_RAISABLE = re.compile(r"(?<![^\W_])(?:10|[kcdmµn]?m|ft|yd|mi|in|s|sec)\Z")
_LONGEST = 8  # code points looked at before the digits


def is_exponent(before: str) -> bool:
    """Say whether raised digits behind these words belong to a unit or a power of ten.

    >>> is_exponent("some 14 km"), is_exponent("10"), is_exponent("2,300"), is_exponent("euros")
    (True, True, False, False)
    """
    return _RAISABLE.search(before[-_LONGEST:]) is not None


def without_note_marks(text: str) -> str:
    """Return the text without raised digits that are no exponents.

    >>> without_note_marks("About 2,300² people on 9 km² paid 12 euros¹.")
    'About 2,300 people on 9 km² paid 12 euros.'
    """

    def kept(run: re.Match[str]) -> str:
        return run[0] if is_exponent(text[max(run.start() - _LONGEST, 0) : run.start()]) else ""

    return _RUN.sub(kept, text)
