"""Ranges, scores, and the two ends of a change: "15-20 percent", "60-40", "from 12% to 8%"."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from factcheck.extract.quantities.digits import divided, times
from factcheck.extract.quantities.figures import Figure, read_figure
from factcheck.extract.quantities.heads import counted_noun
from factcheck.extract.quantities.line import Line
from factcheck.vocabulary.context import context

_HYPHENS = frozenset("-–—~‑−")
_WORDS = frozenset(("to", "through", "and", "or", "till", "until"))
_VAGUE = frozenset(("about", "around", "roughly", "just", "some", "the"))
FROM_ANYWHERE = frozenset(("by", "anywhere", "somewhere"))  # "by from 20 to 25" is a range
_ONE = Decimal(1)
_THOUSAND = Decimal(1000)
_RESULTS = frozenset(
    (
        "win victory defeat draw lead vote loss majority scoreline triumph thrashing rout score "
        "wins down up ahead ruling decision split"
    ).split()
)
_PLAYED = frozenset(
    (
        "won lost beat beating win winning lose losing drew voted vote lead led leading "
        "trailing trailed defeat defeated victory finished draw drawn score at passed rejected "
        "split ruled tied level"
    ).split()
)


class _Link(msgspec.Struct, frozen=True):
    """What joins two numbers: the word or sign, and where the second number starts."""

    word: str
    after: int
    hyphen: bool


def ranged(line: Line, first: Figure) -> tuple[Figure, ...]:
    """Return the range or score that starts with `first`, or both ends of a change.

    `first` alone where nothing is joined to it; nothing where it is part of a longer code.
    """
    link = _link(line, first)
    second = None if link is None else _second(line, first, link)
    if link is None or second is None:
        return (first,)
    if link.hyphen and _is_code(line, second):
        return ()
    if link.hyphen and _is_score(line, first, second):
        return (
            msgspec.structs.replace(
                first, last=second.last, kind="score", high=second.low, range=True, hyphen=False
            ),
        )
    return _joined(line, first, second, hyphen=link.hyphen)


def _link(line: Line, first: Figure) -> _Link | None:
    at = first.last
    word, after = line.word(at), at + 1
    hyphen = word in _HYPHENS
    if hyphen and line.word(after) == "to" and line.touches(at):
        word, hyphen, after = "to", False, after + 1
        after += line.word(after) in _HYPHENS
    elif not hyphen and line.word(after) == "-" and line.touches(after + 1):
        after += 1
    if (
        hyphen
        and line.touches(at) != line.touches(after)
        and not (first.unit and line.touches(after))
    ):
        return None
    if not (hyphen or word in _WORDS) or after >= len(line.tokens):
        return None
    return _Link(word, after, hyphen) if _is_linked(line, first, word) else None


def _is_linked(line: Line, first: Figure, word: str) -> bool:
    if word == "and":
        before = line.word(first.first - 1)
        return (line.word(first.first - 2) if before in _VAGUE else before) == "between"
    if word == "or":
        return first.kind in ("count", "money") and first.form != "fraction" and first.low < 1000
    return True


def _second(line: Line, first: Figure, link: _Link) -> Figure | None:
    compound = line.is_word(link.after) and line.touches(link.after)
    if link.hyphen and compound and not line.is_number(first.first):
        return None
    second = read_figure(line, link.after)
    if second is None or "vague" in (first.form, second.form):
        return None
    if link.word == "to" and line.word(second.last) in _HYPHENS:
        return (ranged(line, second) or (second,))[0]
    return second


def _is_code(line: Line, second: Figure) -> bool:
    """Say whether the numbers are pieces of a code: "555-0199", "1-2-3"."""
    if line.word(second.last) == "-" and line.is_number(second.last + 1):
        return True
    return line.raw(second.first).startswith("0") and second.low >= 1


def _is_score(line: Line, first: Figure, second: Figure) -> bool:
    """Say whether "60-40" keeps both numbers: a result, told by its words or its order."""
    counts = first.kind == second.kind == "count" and first.scale == second.scale == 1
    digits = line.raw(first.first).isdigit() and line.raw(second.first).isdigit()
    if not (counts and digits and line.touches(first.last)) or max(first.low, second.low) > 1500:
        return False
    if first.low >= second.low:
        return first.low < 1000
    if first.low == 0 and not _counts_noun(line, second):
        return True
    return line.word(second.last) in _RESULTS or line.word(first.first - 1) in _PLAYED


def _joined(line: Line, first: Figure, second: Figure, *, hyphen: bool) -> tuple[Figure, ...]:
    """Join two ends into a range, or hand back both where the words tell of a change."""
    if not _same_measure(line, first, second, hyphen=hyphen):
        return (first,)
    lent = _lend(first, second, hyphen=hyphen)
    if not second.unit and first.unit:
        second = msgspec.structs.replace(second, unit=first.unit, kind=first.kind)
    if not hyphen and line.word(first.last) == "to" and _changes(line, first):
        return (lent, second)
    apart = line.word(first.last) == "or" and second.low > max(2 * lent.low, lent.low + 2)
    if lent.low >= second.high or apart:
        return (lent, second) if line.word(_from(line, first)) == "from" else (first,)
    return (
        msgspec.structs.replace(
            second, first=first.first, low=lent.low, high=second.high, step=second.step, range=True
        ),
    )


def _same_measure(line: Line, first: Figure, second: Figure, *, hyphen: bool) -> bool:
    if first.unit == second.unit:
        return first.kind == second.kind or "count" in (first.kind, second.kind)
    if not first.unit and first.kind == "count":
        return first.form != "article" and not _counts_noun(line, first)
    if second.unit or second.kind != "count":
        return False
    if hyphen or first.kind == "money":
        return True
    return line.word(_from(line, first)) == "from" and not _counts_noun(line, second)


def _counts_noun(line: Line, first: Figure) -> bool:
    return bool(counted_noun(line, first.last, one=False)[0])


def _lend(first: Figure, second: Figure, *, hyphen: bool) -> Figure:
    """Give the first end the unit of the second, and its scale where that keeps the order."""
    if not first.unit:
        first = msgspec.structs.replace(first, unit=second.unit, kind=second.kind)
    if first.scale != 1 or first.form == "article":
        return first
    if second.scale > 1 and first.low < divided(second.low, second.scale):
        return _scaled(first, second.scale)
    rounded = second.scale == 1 and second.low >= _THOUSAND and second.low % _THOUSAND == 0
    if hyphen and rounded and first.low < _THOUSAND and times(first.low, _THOUSAND) < second.low:
        return _scaled(first, _THOUSAND)
    return first


def _scaled(figure: Figure, scale: Decimal) -> Figure:
    return msgspec.structs.replace(
        figure,
        low=times(figure.low, scale),
        high=times(figure.high, scale),
        step=times(figure.step, scale),
        scale=scale,
    )


def _from(line: Line, first: Figure) -> int:
    at = first.first - 1
    return at - 1 if line.word(at) in _VAGUE else at


def _changes(line: Line, first: Figure) -> bool:
    """Say whether a word of change stands right before "from A to B" or "A to B"."""
    table = context().changes
    start = first.first - 1
    opening = _from(line, first)
    if line.word(opening) == "from" and line.word(opening - 1) in FROM_ANYWHERE:
        return False
    explicit = bool(first.unit) or line.word(_from(line, first)) in ("from", "by")
    for at in range(start, max(start - 5, -1), -1):
        word = line.word(at)
        if word in (",", ";", ":", "range", "ranges", "ranging", "ranged", "between"):
            return False
        if word in table:
            return explicit
    return False
