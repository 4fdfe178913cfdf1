"""Does the clause around a date speak of the past or of what is to come?"""

from __future__ import annotations

from factcheck.extract.dates.words import Cursor, Line

_REACH = 25  # pieces to either side of a date that may say so
_AHEAD = frozenset(
    "will shall please let must should would ahead upcoming intends begins starts opens".split()
)
# Markers of the future only before "to be", "for" and their like.
_PLANS = frozenset(
    "plan plans planned planning hopes wants set due going scheduled expected likely about ready "
    "anticipated projected slated supposed poised is are prepares preparing".split()
)
_FIXED = frozenset("planned set due scheduled expected slated".split())
# Whoever agreed, ordered or vowed to do something had not done it.
_VOWS = frozenset(
    "agreed agree agrees vowed vows ordered promised pledged pledges calls called urged urges "
    "invited invites asked decided".split()
)
_BACK = frozenset(
    "was were had did said told been ago last went came met held won lost fell rose left sent gave "
    "shot struck blew broke drove fled fought flew got grew heard kept knew laid led made paid ran "
    "saw sold spoke spent stood took thought threw wore wrote became began brought built bought "
    "caught chose found according".split()
)
_NO_PAST = frozenset(
    "hundred indeed speed need exceed proceed succeed breed armed naked sacred unprecedented "
    "united".split()
)
_BASE_VERBS = frozenset(
    "be begin start meet hold open vote take visit arrive return expire end resume speak appear "
    "make go come leave report publish sign deliver last run stand".split()
)


def looks_ahead(start: Cursor, end: Cursor, *, weekday: bool) -> bool:
    """Say whether the clause around the date from `start` to `end` speaks of the future.

    The nearest marker decides; the words before the date count first, back to the start of the
    sentence, then those behind. A vow ("agreed to meet on Monday") counts for weekdays only, which
    are near; without any marker the sentence speaks of the past.
    """
    before = start.piece(-2) if start.piece(-1).text == "the" else start.piece(-1)
    marks = start.line.marks or _mark(start.line)
    if before.text == "since" or _is_back(end, 0):
        return False
    ahead = {_AHEAD_HERE, _VOW, _VOW_BACK} if weekday else {_AHEAD_HERE}
    for mark in reversed(marks[max(0, start.at - _REACH) : start.at]):
        if mark:
            if mark in ahead:
                return True
            if mark != _VOW:
                return False
    for mark in marks[end.at : end.at + _REACH]:
        if mark == _AHEAD_HERE:
            return True
        if mark in {_BACK_HERE, _VOW_BACK}:
            return False
    return False


_AHEAD_HERE, _BACK_HERE, _VOW, _VOW_BACK = 1, 2, 3, 4


def _mark(line: Line) -> list[int]:
    """Mark every piece of the line once, for a sentence may hold many dates."""
    line.marks = [_mark_of(Cursor(line, at)) for at in range(len(line))]
    return line.marks


def _mark_of(cursor: Cursor) -> int:
    if cursor.kind != "word":
        return 0
    if _is_ahead(cursor):
        return _AHEAD_HERE
    back = _is_back(cursor, 0)
    if _is_vow(cursor):
        return _VOW_BACK if back else _VOW
    return _BACK_HERE if back else 0


def _is_ahead(cursor: Cursor) -> bool:
    """Say whether a word that looks ahead stands here."""
    piece, after = cursor.piece(), cursor.piece(1)
    if piece.text in _AHEAD or piece.text.endswith(("'ll", "’ll")):
        return True
    if piece.text not in _PLANS:
        return False
    if after.text == "to":
        return piece.text != "due" or cursor.piece(2).text in _BASE_VERBS
    return after.text in {"for", "on"} and piece.text in _FIXED


def _is_vow(cursor: Cursor) -> bool:
    """Say whether someone says here what is to come: agreed to, or a headline's to."""
    if cursor.piece(1).text != "to":
        return False
    return cursor.text in _VOWS or _is_headline(cursor)


def _is_headline(cursor: Cursor) -> bool:
    """Say whether a headline's "to" follows: Council to vote on Monday."""
    piece, verb = cursor.piece(), cursor.piece(2)
    if not piece.capital or verb.capital or piece.text.endswith("ing") or verb.text in _ARTICLES:
        return False
    for back in range(0, -min(_REACH, cursor.at + 1), -1):
        here = cursor.piece(back)
        if here.kind == "end":
            return piece.text != "according"
        if _is_back(cursor, back) or here.text in {"is", "are", "has", "have"}:
            return False
    return False


_ARTICLES = frozenset("the a an his her its their this that local all".split())


def _is_back(cursor: Cursor, offset: int) -> bool:
    """Say whether a verb of the past stands there; "divided by" and "be held" need not be one."""
    piece, before = cursor.piece(offset), cursor.piece(offset - 1)
    if piece.text.endswith("ed") and piece.kind == "word":
        if len(piece.text) < 5 or piece.capital or piece.text in _NO_PAST or before.text == "-":
            return False
        if cursor.piece(offset + 1).text == "by":
            return False
    elif piece.text not in _BACK:
        return False
    before = cursor.piece(offset - 2) if before.text.endswith("ly") else before
    return before.text != "be"
