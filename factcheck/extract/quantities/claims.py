"""Which readings are figures at all, and which ranks are ordinals worth checking."""

from __future__ import annotations

from factcheck.extract.quantities.figures import Figure
from factcheck.extract.quantities.heads import counted_noun
from factcheck.extract.quantities.line import HYPHENS, Line
from factcheck.extract.quantities.modifiers import modifier_before
from factcheck.extract.quantities.numerals import Numeral
from factcheck.extract.quantities.ordinals import read_ordinal
from factcheck.vocabulary.blockers import blockers
from factcheck.vocabulary.context import context
from factcheck.vocabulary.nouns import is_plural, nouns
from factcheck.vocabulary.numbers import numbers

_DETERMINERS = frozenset(
    (
        "the a an his her its their our your my 's ’s this that every each finished came placed "
        "finish comes ranked and"
    ).split()
)
_HALVES = frozenset("second first other in better top bottom this last latter".split())
_HALF_OF = frozenset(("time", "way", "year", "back", "term", "hour", "hearted"))
_HALVED = frozenset("of the their its his her our those that all".split())
_VERBS = frozenset(("were", "was", "are", "is", "have", "has", "had", "died"))
_GLUE = frozenset("/_@#\\=&^")
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
    if numeral is None or (line.word(numeral.last) in HYPHENS and line.touches(numeral.last)):
        return None
    if not (line.is_number(at) or _is_rank(line, numeral)):
        return None
    return Figure(numeral.first, numeral.last, "ordinal", numeral.low, numeral.high, numeral.step)


def _is_rank(line: Line, numeral: Numeral) -> bool:
    """Tell "the third in Lyon" from "at first", "a third party" and "the first two years"."""
    before, after = line.word(numeral.first - 1), line.word(numeral.last)
    alone = numeral.first == 0 and numeral.last >= len(line.tokens) - 1
    if not (alone or before in _DETERMINERS) or after in _NO_ORDINALS:
        return False
    if after in numbers().small or line.is_number(numeral.last):
        return False
    return not (numeral.low == 2 and before in ("a", "every", "each"))


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
    if line.word(first - 1) in HYPHENS and line.touches(first) and line.touches(first - 1):
        return line.is_word(first - 2) and line.word(first - 2) not in ("sub", "mid", "multi", "to")
    if line.word(first - 1) == "number":
        return True
    if line.word(first - 1) in ("top", "bottom", "final", "last", "first", "next"):
        return not counted_noun(line, last, one=False)[0]
    return _has_capital(line, figure) and not _begins_clause(line, figure)


def _has_capital(line: Line, figure: Figure) -> bool:
    """Say whether a number word has a capital as the word beside it has: "Big Four"."""
    first, last = figure.first, figure.last
    if not line.raw(first)[:1].isupper() or not line.is_word(first - 1):
        return False
    named = first - 2 if line.word(first - 1) == "of" else first - 1
    beside = line.raw(named)[:1].isupper() or line.raw(last)[:1].isupper()
    return beside and not line.raw(first).isupper() and not line.titled


def _begins_clause(line: Line, figure: Figure) -> bool:
    """Say whether a sentence whose stop is lost begins here: "... City Two people were hurt"."""
    first, last = figure.first, figure.last
    before = line.word(first - 1)
    if figure.low == 1 or "the" in line.lower[max(first - 5, 0) : first]:
        return False
    if before == "war" or before in blockers().labels or not line.raw(last).islower():
        return False
    noun, end = counted_noun(line, last, one=False)
    return bool(noun) and line.word(end) in _VERBS


def _is_part(line: Line, figure: Figure) -> bool:
    """Say whether the number is a piece of something else, or the denominator of a rate."""
    text = line.raw(figure.first)
    if len(text) > 4 and text.startswith("0") and text.isdigit():
        return True
    if line.word(figure.first - 1) == "per" and not figure.unit:
        return True
    return _is_glued_before(line, figure.first) or _is_glued_after(line, figure.last)


def _is_glued_before(line: Line, first: int) -> bool:
    before = line.word(first - 1)
    if before in ("+", "-") and line.word(first - 2) == "^":
        return True
    if not line.touches(first):
        return False
    if before in (":", "-", "–", "+"):
        return line.is_number(first - 2) and line.touches(first - 1)
    if line.is_word(first - 1):
        return True
    return before in _GLUE or (before == "−" and line.touches(first - 1))


def _is_glued_after(line: Line, last: int) -> bool:
    after = line.word(last)
    if not line.touches(last):
        return False
    if line.is_word(last) or line.is_number(last):
        return not after.startswith(("'", "’"))
    return after in (":", "_", "@", "\\") and line.touches(last + 1) and line.is_number(last + 1)


def _is_year(line: Line, figure: Figure) -> bool:
    text = line.raw(figure.first)
    if figure.kind != "count" or figure.last - figure.first > 1:
        return False
    if not (len(text) == 4 and text.isdigit() and text[:2] in ("17", "18", "19", "20")):
        return False
    noun, _ = counted_noun(line, figure.last, one=False)
    return not (noun or modifier_before(line, figure.first) or _is_moved(line, figure))


def _is_moved(line: Line, figure: Figure) -> bool:
    """Say whether a number is an end of a movement: "rose from 1900 to 2000"."""
    at = figure.first - 1
    if line.word(at) == "to" and line.is_number(at - 1) and line.word(at - 2) == "from":
        at -= 2
    return line.word(at) in ("from", "to") and line.word(at - 1) in context().changes


def _is_counted_one(line: Line, figure: Figure) -> bool:
    """Tell the number one from the pronoun: "one" counts the noun after it, or a bound says so."""
    if line.word(figure.first) != "one":
        return True
    if figure.first == 0 and figure.last >= len(line.tokens) - 1:
        return True
    before, after = line.word(figure.first - 1), line.word(figure.last)
    bound = modifier_before(line, figure.first)
    if bound and bound not in ("about", "only") and before != "over":
        return True
    if bound == "only" or not line.is_word(figure.last):
        return line.is_word(figure.last)
    table = nouns()
    pronoun = after in table.one_after or before in table.one_before or _is_name(line, figure)
    if pronoun or figure.hyphen or "another" in line.lower[figure.last : figure.last + 5]:
        return False
    noun, _ = counted_noun(line, figure.last, one=True)
    return bool(noun) and noun not in table.one_after and line.raw(figure.last)[:1].islower()


def _is_share(line: Line, figure: Figure) -> bool:
    """Refuse the half of a match, "in half" and "the other half"."""
    if line.word(figure.first) != "half":
        return True
    before, after = line.word(figure.first - 1), line.word(figure.last)
    if before in _HALVES or after in _HALF_OF or after in HYPHENS or line.touches(figure.first):
        return False
    if modifier_before(line, figure.first) or before in ("by", "to", "than", "with"):
        return True
    return after in _HALVED or is_plural(after)


def article_duration(line: Line, at: int) -> bool:
    """Say whether "a week" at the token `at` measures time: "a week before", "more than a year"."""
    return line.word(at + 2) in _LATER or bool(modifier_before(line, at, duration=True))
