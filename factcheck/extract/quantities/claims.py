"""Which readings are figures at all: what is refused, and what becomes an age or an ordinal."""

from __future__ import annotations

import msgspec

from factcheck.extract.quantities.figures import Figure
from factcheck.extract.quantities.heads import counted_noun
from factcheck.extract.quantities.line import Line
from factcheck.extract.quantities.modifiers import modifier_before
from factcheck.extract.quantities.ordinals import read_ordinal
from factcheck.vocabulary.nouns import is_plural, nouns

_HYPHENS = frozenset("-–‑")
_PERSONS = frozenset(("he", "she", "who", "i"))
_BEING = frozenset(("is", "was", "turns", "turned", "be", "'s", "turn"))
_DETERMINERS = frozenset(
    (
        "the a an his her its their our your my 's ’s this that every each finished came placed "
        "finish comes ranked and in"
    ).split()
)
_LATER = frozenset(("after", "before"))
_NO_ORDINALS = frozenset(
    (
        "lady ladies party parties aid class hand minister world name person time half thought "
        "place language cousin responders responder of degree thing amendment rate baseman base "
        "chance floor step"
    ).split()
)


def read_rank(line: Line, at: int) -> Figure | None:
    """Return the ordinal at the token `at`, unless it is part of a fixed phrase or an adverb."""
    numeral = read_ordinal(line, at)
    if numeral is None:
        return None
    if line.word(numeral.last) in _HYPHENS and line.touches(numeral.last):
        return None
    if not line.is_number(at):
        alone = numeral.first == 0 and numeral.last >= len(line.tokens) - 1
        if line.word(at - 1) not in _DETERMINERS and not alone:
            return None
        if line.word(numeral.last) in _NO_ORDINALS or line.word(at - 1) == "in" != "":
            return None
        if numeral.low == 2 and line.word(at - 1) in ("a", "every", "each"):
            return None
    return Figure(numeral.first, numeral.last, "ordinal", numeral.low, numeral.high, numeral.step)


def is_figure(line: Line, figure: Figure) -> bool:
    """Refuse the pronoun one, an article before a unit, a half of something named, a bare year."""
    if figure.form == "digits":
        return not _is_year(line, figure) and not _is_part(line, figure)
    if figure.form == "words" and figure.kind == "count" and figure.low == 1:
        return _is_counted_one(line, figure)
    if figure.form == "fraction" and figure.kind == "fraction":
        return _is_share(line, figure)
    if figure.form == "vague" and figure.kind == "count":
        return line.word(figure.first - 1) not in ("the", "a") or line.word(figure.last) == "of"
    return not _is_name(line, figure)


def _is_name(line: Line, figure: Figure) -> bool:
    """Say whether a number word is part of a name ("Big Four") or of "the bottom three"."""
    first, last = figure.first, figure.last
    if figure.kind != "count":
        return False
    if line.word(first - 1) in _HYPHENS and line.touches(first) and line.touches(first - 1):
        return line.is_word(first - 2) and line.word(first - 2) not in ("sub", "mid", "multi", "to")
    if line.word(first - 1) in ("top", "bottom", "final", "last", "first", "next"):
        return not counted_noun(line, last, one=False)[0]
    if not line.raw(first)[:1].isupper() or not line.is_word(first - 1):
        return False
    beside = line.raw(first - 1)[:1].isupper() or line.raw(last)[:1].isupper()
    return beside and not line.raw(first).isupper() and not line.is_title


def _is_part(line: Line, figure: Figure) -> bool:
    """Say whether letters, digits or a slash are glued to the number: a piece of something else."""
    before, after = line.word(figure.first - 1), line.word(figure.last)
    if before == "per" and not figure.unit:
        return True
    if line.touches(figure.first) and (before == ":" and line.is_number(figure.first - 2)):
        return True
    if line.touches(figure.first) and before in ("/", "_", "@", "#", "\\", "=", "&", "^", "+/"):
        return True
    if before in ("+", "-") and line.word(figure.first - 2) == "^":
        return True
    if line.touches(figure.first) and before == "−" and line.touches(figure.first - 1):
        return True
    if line.touches(figure.last) and (line.is_word(figure.last) or line.is_number(figure.last)):
        return not after.startswith(("'", "’", "元")) and after not in ("s",)
    if line.touches(figure.last) and after in (":", "_", "@", "\\"):
        return line.touches(figure.last + 1) and line.is_number(figure.last + 1)
    return False


def _is_year(line: Line, figure: Figure) -> bool:
    text = line.raw(figure.first)
    if figure.kind != "count" or figure.last - figure.first > 1:
        return False
    if not (len(text) == 4 and text.isdigit() and text[:2] in ("17", "18", "19", "20")):
        return False
    noun, _ = counted_noun(line, figure.last, one=False)
    return not noun and not modifier_before(line, figure.first)


def _is_counted_one(line: Line, figure: Figure) -> bool:
    table = nouns()
    before, after = line.word(figure.first - 1), line.word(figure.last)
    if line.word(figure.first) != "one":
        return True
    if figure.first == 0 and figure.last >= len(line.tokens) - 1:
        return True
    if modifier_before(line, figure.first) and before not in ("about", "over", "some", "around"):
        return line.is_word(figure.last)
    if figure.hyphen or not line.is_word(figure.last):
        return False
    if after in table.one_after or before in table.one_before:
        return False
    noun, _ = counted_noun(line, figure.last, one=True)
    return bool(noun) and line.raw(figure.last)[:1].islower()


def _is_share(line: Line, figure: Figure) -> bool:
    """Refuse the half of a match, "in half" and "the other half"."""
    word, before, after = (
        line.word(figure.first),
        line.word(figure.first - 1),
        line.word(figure.last),
    )
    if word != "half":
        return True
    if before in (
        "second",
        "first",
        "other",
        "in",
        "better",
        "top",
        "bottom",
        "this",
        "last",
        "latter",
    ):
        return False
    if line.is_word(figure.first - 1) and line.touches(figure.first):
        return False
    if after in _HYPHENS or after in ("time", "way", "year", "back", "term", "hour", "hearted"):
        return False
    if modifier_before(line, figure.first):
        return True
    return after in ("of", "the", "their", "its", "his", "her", "our", "those", "that", "all") or (
        before in ("by", "to", "than", "with") or is_plural(after)
    )


def aged(line: Line, figure: Figure) -> Figure:
    """Turn a duration before "old" and a number after "aged" into an age."""
    at = figure.last
    if figure.kind == "duration":
        gap = at + 1 if line.word(at) in _HYPHENS else at
        if line.word(gap) in ("old", "olds"):
            return msgspec.structs.replace(figure, last=gap + 1, kind="age")
        if line.word(at) == "of" and line.word(at + 1) == "age":
            return msgspec.structs.replace(figure, last=at + 2, kind="age")
        if line.word(figure.first - 1) == "of" and line.word(figure.first - 2) == "age":
            return msgspec.structs.replace(figure, kind="age")
        return figure
    if (
        figure.kind != "count"
        or figure.form in ("vague", "fraction", "article")
        or figure.low > 130
    ):
        return figure
    if line.word(at) in ("yo", "y.o."):
        return msgspec.structs.replace(figure, last=at + 1, kind="age", unit="year")
    if _tells_age(line, figure):
        return msgspec.structs.replace(figure, kind="age", unit="year")
    return figure


def also_aged(line: Line, before: Figure, figure: Figure) -> Figure:
    """Turn the 23 of "aged 19 and 23" into an age, too."""
    gap = line.lower[before.last : figure.first]
    bare = figure.kind == "count" and not counted_noun(line, figure.last, one=False)[0]
    if bare and gap and set(gap) <= {",", "and", "or"} and line.word(before.last - 1) != "old":
        return msgspec.structs.replace(figure, kind="age", unit=before.unit)
    return figure


def _tells_age(line: Line, figure: Figure) -> bool:
    first, last = figure.first, figure.last
    before = line.word(first - 1)
    if before in ("aged", "age") or (before == "ages" and figure.low < 130):
        return True
    if before in ("between", "from") and line.word(first - 2) in ("aged", "ages"):
        return True
    ends = not line.is_word(last)
    if before == "," and line.word(last) == "," and line.is_word(first - 2):
        named = line.raw(first - 2)[:1].isupper() or line.word(first - 2) not in nouns().stops
        return line.is_number(first) and 0 < figure.low < 120 and named
    if (
        before in ("under", "over")
        and line.word(first - 2) in _AGED_NOUNS
        and (ends or line.word(last) in nouns().stops)
    ):
        return 1 < figure.low <= 100
    person = line.word(first - 3) if line.word(first - 2) == "will" else line.word(first - 2)
    if before in _BEING and person in _PERSONS:
        return (
            line.is_number(first)
            and (line.word(last) in (".", ",", "when", "and", "by", "but", "at", ""))
            and figure.low >= 5
        )
    if before == "of" and line.word(first - 2) == "age":
        return True
    return False


_AGED_NOUNS = frozenset(
    (
        "men women people children adults those anyone everyone workers voters patients girls "
        "boys drivers residents males females players"
    ).split()
)


def article_duration(line: Line, at: int) -> bool:
    """Say whether "a week" at the token `at` measures time: "a week before", "more than a year"."""
    return line.word(at + 2) in _LATER or bool(modifier_before(line, at, duration=True))
