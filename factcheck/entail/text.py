"""One plain form for numbers and marks, so that the model meets each value in one spelling.

The verifier was trained on texts in this form: what it reads must pass through `plain` too.
"""

from __future__ import annotations

import re
from decimal import Decimal

_MARKS = str.maketrans({
    "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-",
    "\u2212": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u200b": None,
})  # fmt: skip
# Spellings of the treebanks, in which much training text comes.
_TREEBANK = (("``", '"'), ("''", '"'), ("-LRB-", "("), ("-RRB-", ")"), ("-COLON-", ":"))

_UNITS = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {word: number for number, word in enumerate(_UNITS, 2)}
_WORDS |= {word: 10 * number for number, word in enumerate(_TENS, 2)}
_WORDS |= {"a": 1, "one": 1}
_SCALES = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "mn": 10**6, "m": 10**6,
    "billion": 10**9, "bn": 10**9, "trillion": 10**12, "tn": 10**12,
}  # fmt: skip

_WORD_NUMBER = re.compile(
    rf"\b(?:(?P<tens>{'|'.join(_TENS)})(?:[ -](?P<ones>one|{'|'.join(_UNITS[:8])}))?"
    rf"|(?P<unit>{'|'.join(_UNITS)})"
    r"|(?P<lone>an?|one)(?= (?:hundred|thousand|million|billion|trillion)\b))\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?<![\w.,])(?P<money>(?<=[$£€])|(?<=[$£€] ))?"
    r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3}){1,5}+|[0-9]{1,15}+)(?P<part>\.[0-9]{1,6}+)?"
    r"(?![0-9]|[.,][0-9])"
    r"(?: ?-?(?P<scale>hundred|thousand|million|billion|trillion|bn|tn|mn|m)\b)?",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"(?<=[0-9]) (?:%|per ?cent\b|pct\b)", re.IGNORECASE)


def plain(text: str) -> str:
    """Write numbers as digits in groups of three, percent as %, quotation marks as ASCII.

    Every text ends in a full stop: a model that has met headlines too seldom says nothing at all
    of a pair without one. A bare number of four digits below 2200 stays as it is,
    since it may be a year. "one" and "a" count only before a scale word.

    >>> plain("Some twenty-five thousand people, 240000 in all, paid $1.5bn or 5.0 per cent")
    'Some 25,000 people, 240,000 in all, paid $1,500,000,000 or 5%.'
    """
    text = text.translate(_MARKS)
    for spelling, mark in _TREEBANK:
        text = text.replace(spelling, mark)
    text = _NUMBER.sub(_in_digits, _WORD_NUMBER.sub(_word_in_digits, text))
    text = " ".join(_PERCENT.sub("%", text).split())
    return text if text.endswith(".") else f"{text}."


def masked(text: str) -> str:
    """Write `#` for each number of a text in plain form, where only the measure is compared.

    >>> masked("25,000 people paid $1.5 each in 2015")
    '# people paid $# each in #.'
    """
    return _NUMBER.sub("#", plain(text))


def _word_in_digits(match: re.Match[str]) -> str:
    if match["tens"]:
        ones = match["ones"]
        last = 0 if ones is None else _WORDS[ones.lower()]
        return str(_WORDS[match["tens"].lower()] + last)
    return str(_WORDS[(match["unit"] or "one").lower()])


def _in_digits(match: re.Match[str]) -> str:
    whole, part, scale = match["whole"], match["part"] or "", match["scale"]
    if scale and scale.lower() == "m" and match["money"] is None:
        return match[0]  # metres, not millions
    if whole.startswith("0") and len(whole) > 1:
        return match[0]  # a code, not a count
    value = Decimal(whole.replace(",", "") + part)
    if not scale and not part and "," not in whole and value < 2200:
        return whole
    value *= _SCALES[scale.lower()] if scale else 1
    written = f"{value:,f}"
    return written.rstrip("0").rstrip(".") if "." in written else written
