"""The modifier of a figure: "more than" before it, "or more" behind it."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from factcheck.extract.quantities.line import Line
from factcheck.schema import Modifier
from factcheck.tokens import tokenize
from factcheck.vocabulary.context import context

_Phrases = Mapping[str, tuple[tuple[tuple[str, ...], Modifier], ...]]

_ARTICLES = frozenset("a an the its his their her combined total record".split())
_LASTING = frozenset(
    (
        "for lasted lasts took takes is was are were after been be just well of aged little "
        "slightly now and with than only at by some spanning spans to needs needed waited that"
    ).split()
)


@functools.cache
def _leading() -> _Phrases:
    """Return the phrases before a figure by their last token, longest first."""
    return _indexed(context().leading, -1)


@functools.cache
def _trailing() -> _Phrases:
    """Return the phrases behind a figure by their first token, longest first."""
    return _indexed(context().trailing, 0)


def _indexed(phrases: Mapping[str, Modifier], place: int) -> _Phrases:
    found: dict[str, list[tuple[tuple[str, ...], Modifier]]] = {}
    for text, modifier in phrases.items():
        phrase = tuple(token.text for token in tokenize(text))
        found.setdefault(phrase[place], []).append((phrase, modifier))
    return {
        word: tuple(sorted(pairs, key=lambda pair: -len(pair[0]))) for word, pairs in found.items()
    }


def modifier_before(line: Line, first: int, *, duration: bool = False) -> Modifier:
    """Return the modifier whose phrase ends right before the token `first`; empty if none.

    "over" before a duration is a bound only after words that say how long something took; else
    it names the time within which something happens ("$20m over five years").
    """
    at = first - 1
    if at < 0:
        return ""
    found = _ending_at(line, at, duration=duration)
    if found or line.word(at) not in _ARTICLES:
        return found
    return _ending_at(line, at - 1, duration=duration)


def _ending_at(line: Line, at: int, *, duration: bool) -> Modifier:
    if at < 0:
        return ""
    for phrase, modifier in _leading().get(line.lower[at], ()):
        start = at - len(phrase) + 1
        if start >= 0 and line.lower[start : at + 1] == phrase:
            if phrase == ("over",) and duration and line.word(start - 1) not in _LASTING:
                return ""
            return "" if modifier == "between" else modifier
    return ""


def modifier_after(line: Line, last: int) -> Modifier:
    """Return the modifier whose phrase starts with the token `last`; empty if none."""
    for phrase, modifier in _trailing().get(line.word(last), ()):
        end = last + len(phrase)
        if line.lower[last:end] == phrase and line.word(end) != "than":
            if phrase == ("+",) and not line.touches(last):
                return ""
            if phrase == ("plus",) and line.is_number(last + 1):
                return ""
            return modifier
    return ""
