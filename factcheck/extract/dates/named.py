"""Named days: Christmas Eve, Good Friday, Thanksgiving 2014."""

from __future__ import annotations

from factcheck.extract.dates.nodes import Holiday
from factcheck.extract.dates.words import Cursor
from factcheck.extract.dates.years import with_year
from factcheck.vocabulary.holidays import Words, holidays, plain_names

_POSSESSIVES = frozenset({"'s", "’s"})
_OTHER_CALENDARS = frozenset(
    "chinese lunar jewish islamic muslim hindu parsi persian iranian tamil coptic tibetan thai old "
    "julian ethiopian assyrian balinese sikh".split()
)
_BEFORE_PLAIN = frozenset(
    "on by before after at since until till over during around from last next this of to every "
    "following previous and in".split()
)


def holiday(cursor: Cursor) -> tuple[Holiday, Cursor] | None:
    """Read a named day of the table, with its year where one follows."""
    first = cursor.text
    if cursor.piece(1).text in _POSSESSIVES:
        first += "s"
    for words, rule in holidays().get(first, ()):
        here = _past(cursor, words)
        if here is None:
            continue
        if cursor.piece(-1).text in _OTHER_CALENDARS:
            return None
        year, end = with_year(here)
        if end.text == "weekend":
            return None
        if year is None and words in plain_names() and not _stands_alone(cursor, here):
            return None
        return Holiday(rule, year), end
    return None


def _past(cursor: Cursor, words: Words) -> Cursor | None:
    """Return the place behind the words, which the text may write with apostrophes and points."""
    here = cursor
    for word in words:
        if here.piece(1).text in _POSSESSIVES and here.text + "s" == word:
            here = here.on(2)
        elif here.text == word:
            after = here.on()
            here = after.skip("'", "’", ".", "-") if after.joined() and word != words[-1] else after
        else:
            return None
    return here


def _stands_alone(cursor: Cursor, after: Cursor) -> bool:
    """Say whether a holiday's bare name is a date: by Christmas, but no Christmas card."""
    if cursor.piece(-1).kind == "end" and after.kind == "end":
        return True
    return cursor.piece(-1).text in _BEFORE_PLAIN and after.kind in {"end", "mark"} | (
        {"word"} if after.text in _AFTER_PLAIN else set()
    )


_AFTER_PLAIN = frozenset("and or but when at to last next this in on he she it they we the".split())
