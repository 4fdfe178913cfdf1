"""What the words around a numeral or a name say of it: is it a date at all?"""

from __future__ import annotations

from factcheck.extract.dates.words import Cursor, Piece
from factcheck.vocabulary.calendar import LAST_YEAR, MONTHS

# Years this near are seldom anything else after "the" or a possessive; others need more.
_NEAR = range(1900, LAST_YEAR + 1)
_BEFORE_YEAR = frozenset(
    "in since by from until till before after during through throughout circa late early mid pre "
    "post summer winter spring autumn fall year years of between for within beyond not end "
    "born died".split()
)
_OLD_BEFORE = frozenset("in since by from until circa year of before after between".split())
_PAIRING = frozenset("and or but to than".split())
# Words whose "of", "to" or "than" comes before a number that is counted.
_COUNTING = frozenset(
    "total number toll average maximum minimum population sum force crowd capacity majority up "
    "more less fewer close down rose fell rise fall grew amounted came majority rate price cost "
    "group team fleet value level high low record limit ceiling target".split()
)
_YEAR_VERBS = frozenset("was saw is will has and had".split())
_LINKS = frozenset({",", "-", "–", "—", "/", "~"})
# What is of one year even behind a name: the Rovers 2006 season.
_YEARLY = frozenset(
    "season election elections budget report film album tournament championship edition census "
    "campaign vote referendum conference summit festival agreement treaty law war".split()
)
_STRONG_BEFORE = frozenset("since until till during year circa mid pre post christmas".split())
_DETERMINERS = frozenset("the a an his her its their our my this that every 's last".split())
# Nouns that are counted, so that "the 2000 soldiers" names no year.
_COUNTED = frozenset(
    "people persons men women children civilians soldiers troops fighters militants refugees "
    "migrants homes houses families households jobs workers employees students pupils patients "
    "victims prisoners detainees officers police policemen deaths casualties cases votes seats "
    "shares miles kilometres kilometers metres meters feet yards acres hectares tons tonnes "
    "barrels litres liters pounds dollars euros rupees yen yuan years months weeks days hours "
    "minutes seconds rounds troops vehicles tanks planes aircraft ships trucks cars schools "
    "villages hospitals businesses companies firms members supporters protesters demonstrators "
    "delegates visitors passengers fans spectators runners copies words pages volunteers staff "
    "residents inhabitants others times percent per million billion thousand hundred km kg mm cm "
    "mph dead wounded injured more square cubic m ft lb".split()
)


def is_year(cursor: Cursor) -> bool:
    """Say whether the bare number here is a year."""
    piece = cursor.piece()
    if piece.kind != "number" or len(piece.text) != 4 or _attached(cursor):
        return False
    year = int(piece.text)
    before, after = cursor.piece(-1), cursor.piece(1)
    if is_counted(after) or after.text in {"%", "$", "°"}:
        return False
    if after.kind in {"number", "figure", "clock"} and before.kind != "word":
        return False
    return _reads_as_year(year, before, after, cursor)


def _reads_as_year(year: int, before: Piece, after: Piece, cursor: Cursor) -> bool:
    hyphened = before.text in {"-", "–"} and cursor.piece(-2).text in _STRONG_BEFORE
    if before.text in _STRONG_BEFORE or hyphened or _is_dating(cursor):
        return True
    if cursor.piece(-2).text in _COUNTING and before.text in {"of", "to", "than", "from", "by"}:
        return False
    if before.text in _PAIRING:
        return _is_paired(cursor) or _listed(cursor)
    if year not in _NEAR:
        known = before.text in _OLD_BEFORE and not _is_plural_behind(cursor)
        return known or _is_bracketed(year, before, after, cursor)
    return before.text in _BEFORE_YEAR or _surrounded(before, after, cursor) or _listed(cursor)


_AS_FAR = frozenset("early late recently far soon long".split())


def _is_dating(cursor: Cursor) -> bool:
    """Say whether it is dated: dates back to 1749, c. 1491."""
    before, farther = cursor.piece(-1).text, cursor.piece(-2).text
    if before == ".":
        return farther in {"c", "ca", "b", "d"}
    if before == "as":
        return farther in _AS_FAR and cursor.text >= "1800"
    return before in {"to", "from"} and farther in {"back", "date", "dates", "dated", "dating"}


def _is_paired(cursor: Cursor) -> bool:
    """Say whether the number behind "and", "to" or "than" is a year as the one before is."""
    before, farther = cursor.piece(-1).text, cursor.piece(-2)
    if farther.kind == "number":
        opening = cursor.piece(-3).text
        if opening == "from" and cursor.piece(-4).text in _COUNTING:
            return False
        if _is_near(farther):
            return True
        span = opening in {"between", "from"} and not _is_plural_behind(cursor)
        return span and _is_later(farther, cursor.piece(), "1000")
    known = _is_near(farther) or farther.text in {"now", "today"}
    return known or (before in {"to", "than"} and cursor.text >= "1900")


def _is_bracketed(year: int, before: Piece, after: Piece, cursor: Cursor) -> bool:
    """Say whether an old year stands in brackets: (1616), (1239-1307)."""
    if before.text == "(":
        return (after.text == ")" and year >= 1500) or _listed(cursor)
    return after.text == ")" and _listed(cursor)


def _is_near(piece: Piece) -> bool:
    return piece.kind in {"number", "decade"} and len(piece.text) >= 4 and piece.text[:4] >= "1900"


def _is_plural_behind(cursor: Cursor) -> bool:
    """Say whether a plural noun follows, as behind a count: from 1000 to 2000 jobs."""
    after = cursor.piece(1)
    if after.text in {"to", "and"} | _LINKS and cursor.piece(2).kind == "number":
        after = cursor.piece(3)
    return after.kind == "word" and after.text.endswith("s") and not after.capital


def _surrounded(before: Piece, after: Piece, cursor: Cursor) -> bool:
    """Say whether a number between 1900 and 2100 reads as a year from its neighbours."""
    if before.text in _DETERMINERS:
        return after.kind == "word" or after.text in {",", "-", "–"}
    if before.text in {"(", "["}:
        return after.text in {")", "]", "-", "–", ",", ";"}
    if after.kind == "word" and before.kind == "word":
        described = cursor.piece(-2).text in _DETERMINERS and not after.text.endswith("s")
        return after.text in _YEARLY or (described and not after.capital and not before.capital)
    if before.text == ",":  # in the same year, 1992.
        return after.kind == "end" or (after.text == "." and cursor.piece(2).kind == "end")
    begins = before.kind == "end" or before.text in {";", ":", "—"}
    alone = begins and (after.kind == "end" or after.text in _YEAR_VERBS)
    return alone or after.text in {"'s", "’s"}


def _listed(cursor: Cursor) -> bool:
    """Say whether the number is one of two years: 2012-2015; in 2012, 2013."""
    since = "1000" if "(" in {cursor.piece(-1).text, cursor.piece(-3).text} else "1900"
    if cursor.piece(1).text in _LINKS and _is_later(cursor.piece(), cursor.piece(2), since):
        return not is_counted(cursor.piece(3))
    # The one before is not asked what it is: a long list would be asked again and again.
    return cursor.piece(-1).text in _LINKS and _is_later(cursor.piece(-2), cursor.piece(), since)


def _is_later(first: Piece, second: Piece, since: str) -> bool:
    """Say whether two numbers of four digits are years in rising order, the first not too old."""
    if not first.kind == second.kind == "number" or not len(first.text) == len(second.text) == 4:
        return False
    return since <= first.text < second.text <= str(LAST_YEAR)


def _attached(cursor: Cursor) -> bool:
    """Say whether the piece hangs on a word or mark before it, as in F-2000 or $2000."""
    if not cursor.joined():
        return False
    before = cursor.piece(-1)
    if before.text in {"-", "–"}:
        inner = cursor.on(-1)
        return (
            inner.joined()
            and inner.piece(-1).kind == "word"
            and (inner.piece(-1).text not in {"mid", "pre", "post", "early", "late"})
        )
    return before.text not in {"(", "[", "—", '"', "'", "“", "‘", ",", "/", "~"}


def is_counted(piece: Piece) -> bool:
    """Say whether the piece is a noun that numbers count; a capital begins another sentence."""
    return piece.text in _COUNTED and not piece.capital


def month_stands_alone(cursor: Cursor, number: int) -> bool:
    """Say whether the month named here, without day or year, is a month and no verb or name.

    "in may", "last March", "the June vote", but not "may", "March on" or "June Smith".
    """
    piece, before, after = cursor.piece(), cursor.piece(-1), cursor.piece(1)
    if before.text in _BEFORE_MONTH or (before.text == "as" and cursor.piece(-2).text in _AS_FAR):
        return after.text != "-" or piece.text in MONTHS
    if not piece.capital or piece.text not in MONTHS:
        return False
    if before.text in _BESIDE_MONTH:
        return not after.capital
    if after.text in {"'s", "’s"} or before.text in _DETERMINERS:
        return number != 3 or after.text != "on"
    # The others are also a verb, a modal, an adjective or names of women.
    return number not in {3, 4, 5, 6, 8} and not after.capital


_BEFORE_MONTH = frozenset(
    "in since by from until till during throughout last next of early late mid previous "
    "following coming end start beginning middle month between".split()
)
_BESIDE_MONTH = frozenset("at to through before after and or for this past every each - –".split())
