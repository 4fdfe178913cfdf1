"""Ages: "25-year-old", "aged 19 and 23", "Ana Reyes, 54,", "men under 30"."""

from __future__ import annotations

import msgspec

from factcheck.extract.quantities.figures import Figure
from factcheck.extract.quantities.heads import counted_noun
from factcheck.extract.quantities.line import HYPHENS, Line
from factcheck.vocabulary.nouns import nouns

OLDEST = 130  # a number above this is no age in years
_AGE = frozenset(("aged", "age", "ages"))
_PERSONS = frozenset(("he", "she", "who", "i"))
_BEING = frozenset(("is", "was", "turns", "turned", "be", "'s", "turn"))
_AFTER_AGE = frozenset((".", ",", "when", "and", "by", "but", "at", ""))
_GROUPS = frozenset(
    (
        "men women people children adults those anyone everyone workers voters patients girls "
        "boys drivers residents males females players"
    ).split()
)


def aged(line: Line, figure: Figure) -> Figure:
    """Turn a duration before "old" and a number after "aged" into an age."""
    if figure.kind == "duration":
        return _from_duration(line, figure)
    plain = figure.kind == "count" and figure.form in ("digits", "words")
    if not plain or figure.low > OLDEST:
        return figure
    if line.word(figure.last) in ("yo", "y.o."):
        figure = msgspec.structs.replace(figure, last=figure.last + 1)
    elif not any(tells(line, figure) for tells in (_is_named, _is_apposed, _is_bounded, _is_told)):
        return figure
    return msgspec.structs.replace(figure, kind="age", unit="year")


def also_aged(line: Line, before: Figure, figure: Figure) -> Figure:
    """Turn the 23 of "aged 19 and 23" into an age, too."""
    gap = line.lower[before.last : figure.first]
    small = figure.kind == "count" and figure.low <= OLDEST
    bare = small and not counted_noun(line, figure.last, one=False)[0]
    if bare and gap and set(gap) <= {",", "and", "or"} and line.word(before.last - 1) != "old":
        return msgspec.structs.replace(figure, kind="age", unit=before.unit)
    return figure


def _from_duration(line: Line, figure: Figure) -> Figure:
    at = figure.last
    gap = at + 1 if line.word(at) in HYPHENS else at
    last = 0
    if line.word(gap) in ("old", "olds"):
        last = gap + 1
    elif line.word(at) == "of" and line.word(at + 1) == "age":
        last = at + 2
    elif line.word(figure.first - 1) == "of" and line.word(figure.first - 2) == "age":
        last = at
    return msgspec.structs.replace(figure, last=last, kind="age") if last else figure


def _is_named(line: Line, figure: Figure) -> bool:
    """Read "aged 19", "at the age of 19", "aged between 18 and 24"."""
    before, earlier = line.word(figure.first - 1), line.word(figure.first - 2)
    return before in _AGE or (before in ("between", "from", "of") and earlier in _AGE)


def _is_apposed(line: Line, figure: Figure) -> bool:
    """Read "Ana Reyes, 54, said" and "Ana Reyes (54)"."""
    first = figure.first
    marks = line.word(first - 1) + line.word(figure.last)
    at = first - 3 if line.word(first - 3) in ("jr", "sr") else first - 2
    if marks not in (",,", "()") or not (line.is_word(at) and line.is_number(first)):
        return False
    named = line.raw(at)[:1].isupper()
    if marks == "()":
        return named and 10 <= figure.low < 120
    return 0 < figure.low < 120 and (named or line.word(at) not in nouns().stops)


def _is_bounded(line: Line, figure: Figure) -> bool:
    """Read "men under 30" where nothing is counted after the number."""
    if line.word(figure.first - 1) not in ("under", "over"):
        return False
    ends = not line.is_word(figure.last) or line.word(figure.last) in nouns().stops
    return ends and line.word(figure.first - 2) in _GROUPS and 1 < figure.low <= 100


def _is_told(line: Line, figure: Figure) -> bool:
    """Read "he will be 35"."""
    first = figure.first
    if line.word(first - 1) not in _BEING or not line.is_number(first) or figure.low < 5:
        return False
    at = first - 3 if line.word(first - 2) == "will" else first - 2
    named = line.raw(at)[:1].isupper() and line.word(figure.last) in (".", "") and at == 0
    return (line.word(at) in _PERSONS or named) and line.word(figure.last) in _AFTER_AGE
