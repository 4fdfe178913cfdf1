"""The words of a quotation as they are compared: one spelling, no case, no punctuation."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from factcheck.compare.spelling import one_spelling
from factcheck.schema import Span
from factcheck.vocabulary import places

_PIECE = re.compile(
    r"(?P<gap>…|\.{2,}+|\.(?:[  ]\.){2})"
    r"|(?P<cased>\[[A-Za-z]\][^\W_]++)"  # "[W]e": only the case was changed
    r"|(?P<open>[\[(])|(?P<close>[\])])"
    r"|(?P<stop>[.!?])"
    r"|(?P<word>(?<![^\W_])(?:[A-Za-z]\.){2,12}+(?:[A-Za-z](?![^\W_]))?+"
    r"|[^\W_]++(?:['’ʼ][^\W_]++|(?<=[0-9])[.,](?=[0-9])[^\W_]++)*+"
    r"|[%$€£¥])"
)
_NOT_SHORT = {"can't": "can not", "won't": "will not", "shan't": "shall not", "cannot": "can not"}
_SHORT = {"'re": " are", "'ll": " will", "'ve": " have", "'m": " am", "n't": " not"}
_IS_SHORT = frozenset({"it", "that", "he", "she", "there", "what", "here", "who", "where"})
_SAME = {
    "percent": "per cent",
    "pct": "per cent",
    "%": "per cent",
    # Written as one word or as two.
    "airstrike": "air strike",
    "airstrikes": "air strikes",
    "ceasefire": "cease fire",
    "ceasefires": "cease fires",
    "healthcare": "health care",
    "childcare": "child care",
    "policymaker": "policy maker",
    "policymakers": "policy makers",
    "warplane": "war plane",
    "warplanes": "war planes",
    **{
        word: str(number)
        for number, word in enumerate(
            "zero one two three four five six seven eight nine ten eleven twelve".split()
        )
    },
}


class Word(NamedTuple):
    """A word as it is compared, and where it stands.

    `gap` says what stands between it and the word before: "" nothing, "ellipsis", "bracket" (an
    insertion in square brackets); `opens` that a sentence ended in between; `is_aside` that it
    stands in brackets itself; `name` is it as written where it has a capital, else empty.
    """

    key: str
    span: Span
    gap: str = ""
    opens: bool = False
    is_aside: bool = False
    name: str = ""


_DOUBLED = re.compile(r"([a-z])\1")


def read_words(text: str) -> list[Word]:
    """Return the words of a text in order, those in brackets among them.

    >>> [word.key for word in read_words("We don’t “organise” 20%, Mr. Haddad.")]
    ['we', 'do', 'not', 'organize', '20', 'per', 'cent', 'mr', 'hadad']
    """
    words: list[Word] = []
    open_brackets: list[tuple[str, int]] = []
    asides: list[tuple[int, int]] = []
    gap, opens = "", False
    for match in _PIECE.finditer(text):
        piece, kind = match[0], match.lastgroup
        if kind == "gap":
            gap = "ellipsis"
        elif kind == "stop":
            opens = True
        elif kind == "open":
            open_brackets.append((piece, len(words)))
        elif kind == "close" and open_brackets:
            bracket, start = open_brackets.pop()
            asides.append((start, len(words)))
            gap = "bracket" if bracket == "[" and start < len(words) else gap
        elif kind in {"word", "cased"}:
            span = Span(match.start(), match.end())
            for part in _parts(piece):
                words.append(Word(part, span, gap, opens, name=piece if piece[0].isupper() else ""))
                gap, opens = "", False
    return _with_asides(words, asides)


def without_asides(words: list[Word]) -> list[Word]:
    """Return the words that stand in no bracket, each with the widest gap before it."""
    kept: list[Word] = []
    gap, opens = "", False
    for word in words:
        gap = "ellipsis" if "ellipsis" in {gap, word.gap} else gap or word.gap
        opens = opens or word.opens
        if not word.is_aside:
            kept.append(word._replace(gap=gap, opens=opens))
            gap, opens = "", False
    return kept


def _with_asides(words: list[Word], asides: list[tuple[int, int]]) -> list[Word]:
    """Mark the words of the given ranges, which may be nested."""
    borders = Counter(start for start, _ in asides)
    borders.subtract(end for _, end in asides)
    depth = 0
    marked: list[Word] = []
    for index, word in enumerate(words):
        depth += borders[index]
        marked.append(word._replace(is_aside=depth > 0))
    return marked


def _parts(piece: str) -> list[str]:
    """Return what a written word is compared by: one key, or two for a contraction."""
    key = piece.casefold().replace("’", "'").replace("ʼ", "'")
    key = key.replace("[", "").replace("]", "")
    if key[0].isdigit():
        return [key.replace(",", "")]
    key = _SAME.get(key.replace(".", ""), key.replace(".", ""))
    key = _NOT_SHORT.get(key, key)
    for short, long in _SHORT.items():
        key = key.removesuffix(short) + long if key.endswith(short) else key
    if key.endswith("'s") and key[:-2] in _IS_SHORT:
        key = f"{key[:-2]} is"
    if piece[:1].isupper():  # a name written by ear: Raqa, Raqqa; a group under two names
        group = places.canonical_group(piece)
        key = group.casefold().replace(" ", "-") if group else _DOUBLED.sub(r"\1", key)
    return [one_spelling(part) for part in key.split()]
