"""Figures of a sentence: every number with its unit, bounds, counted noun and part in a change.

`numerals` reads numbers (`digits`, `written`, `scales`, `spoken`, `ordinals`), `names` finds units
and currencies and `doubts` judges the short ones; `figures` puts the two together, `shapes` and
`ranges` join them into sums, ratios, ranges and scores. `claims` says what is no figure after all,
`ages` what is an age; `modifiers`, `heads`, `rates` and `changes` read the words around. One pass
over the tokens; each reader looks a bounded number of tokens ahead or back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import msgspec

from factcheck.extract.quantities.ages import aged, also_aged
from factcheck.extract.quantities.changes import Part, parts
from factcheck.extract.quantities.claims import article_duration, is_figure, read_rank
from factcheck.extract.quantities.conversions import is_conversion
from factcheck.extract.quantities.digits import MAX_DIGITS, MAX_EXPONENT, plain
from factcheck.extract.quantities.figures import Figure
from factcheck.extract.quantities.heads import counted_noun, matter
from factcheck.extract.quantities.line import Line, line_of
from factcheck.extract.quantities.modifiers import modifier_after, modifier_before
from factcheck.extract.quantities.names import currency_openers, unit_at
from factcheck.extract.quantities.rates import rate_at
from factcheck.extract.quantities.shapes import read_shape, summed
from factcheck.extract.reading import Reading
from factcheck.schema import Change, Modifier, Quantity, Span
from factcheck.tokens import Token
from factcheck.vocabulary.additions import made_with_additions
from factcheck.vocabulary.nouns import singular
from factcheck.vocabulary.numbers import numbers

__all__ = ["find_quantities", "is_conversion"]

_OF_WHICH = frozenset((("of", "which"), ("of", "whom"), ("of", "them"), ("of", "these")))
_SPANS = frozenset(("hour", "minute", "day", "week", "month", "year", "decade", "century"))
_SIGNS = frozenset("minus negative - − + – a an several few many".split())
_SHARES = frozenset(("percent", "fraction", "ratio"))
_UNCOUNTED = frozenset(("percentage_point", "multiplier", "ordinal", "age", "score"))
_COMPOUNDED: Mapping[str, Modifier] = {
    "plus": "at_least",
    "odd": "about",
    "some": "about",
    "something": "about",
    "strong": "",
}


class _Around(msgspec.Struct, frozen=True):
    """What a figure counts, per what, and the token behind the words of its denominator."""

    of: str
    per: str
    last: int


def find_quantities(
    text: str, tokens: tuple[Token, ...], taken: tuple[Span, ...]
) -> tuple[Reading, ...]:
    """Read the figures of one normalised sentence, in order, not overlapping.

    `tokens` are the sentence's, `taken` the spans already claimed by dates or blockers; no figure
    overlaps one. A figure's span covers sign, number, scale word and unit or currency, not its
    modifier. The figures of one movement share one `Change`.

    >>> from factcheck.tokens import tokenize
    >>> sentence = "More than 8,000 people fled."
    >>> reading, = find_quantities(sentence, tokenize(sentence), ())
    >>> reading.value.low, reading.value.modifier, reading.value.of
    (Decimal('8000'), 'more_than', 'person')
    """
    line = line_of(text, tokens)
    found = _figures(line, _closed(tokens, taken))
    roles = parts(line, found)
    values = [_quantity(line, figure, roles.get(k)) for k, figure in enumerate(found)]
    _lend_modifiers(line, found, values)
    _lend_subjects(line, found, values)
    changes = _changes(values, roles)
    readings = (
        Reading(_span(line, figure), value, changes.get(k))
        for k, (figure, value) in enumerate(zip(found, values, strict=True))
        if value is not None
    )
    # A span taken may lie in the blank between a sign and its number, where no token tells.
    return tuple(r for r in readings if not any(r.span.overlaps(one) for one in taken))


@made_with_additions
def _openers() -> frozenset[str]:
    """Return every token, in lower case, that a figure may start with, digits aside."""
    table = numbers()
    words: set[str] = set(_SIGNS) | currency_openers()
    for group in (
        *(table.small, table.scales, table.denominators, table.signs, table.vague),
        *(table.multipliers, table.factors, table.ordinals),
    ):
        words.update(group)
    return frozenset(words | {"multi", "countless", "untold"})


def _closed(tokens: Sequence[Token], taken: Sequence[Span]) -> bytearray:
    """Mark the tokens that a taken span touches."""
    closed = bytearray(len(tokens))
    if not taken:
        return closed
    spans = sorted(taken)
    at = 0
    for index, token in enumerate(tokens):
        while at < len(spans) and spans[at].end <= token.start:
            at += 1
        if at < len(spans) and spans[at].start < token.end:
            closed[index] = 1
    return closed


def _figures(line: Line, closed: bytearray) -> list[Figure]:
    openers, at, end = _openers(), 0, len(line.tokens)
    found: list[Figure] = []
    while at < end:
        if closed[at] or not (line.tokens[at].kind == "number" or line.lower[at] in openers):
            at += 1
            continue
        figures = _figures_at(line, at)
        if not figures or any(closed[at : figures[-1].last]):
            at += 1
            continue
        if found and found[-1].kind == "age":
            figures = (also_aged(line, found[-1], figures[0]), *figures[1:])
        found.extend(figures)
        at = _around(line, figures[-1]).last
    return found


def _figures_at(line: Line, at: int) -> tuple[Figure, ...]:
    if line.tokens[at].kind == "word" and line.word(at) in ("a", "an"):
        article = _article(line, at)
        if article is not None:
            return (article,)
    rank = read_rank(line, at)
    if rank is not None:
        return (rank,)
    figures = read_shape(line, at)
    if not figures or not all(is_figure(line, figure) for figure in figures):
        return ()
    return tuple(aged(line, figure) for figure in figures)


def _article(line: Line, at: int) -> Figure | None:
    """Read "a week before", "an hour and a half", "an hour and 45 minutes"."""
    unit = unit_at(line, at + 1)
    if unit is None or unit.key not in _SPANS or unit.last - at > 2:
        return None
    one = Decimal(1)
    figure = Figure(at, unit.last, "duration", one, one, one, unit.key, form="article")
    total = summed(line, figure)
    alone = at == 0 and unit.last == len(line.tokens)
    return total if total.last > figure.last or alone or article_duration(line, at) else None


def _span(line: Line, figure: Figure) -> Span:
    return Span(line.tokens[figure.first].start, line.tokens[figure.last - 1].end)


def _is_bounded(number: Decimal) -> bool:
    if number == 0:
        return True
    exponent = number.adjusted()
    return number.is_finite() and -MAX_EXPONENT <= exponent <= MAX_EXPONENT + MAX_DIGITS


def _quantity(line: Line, figure: Figure, part: Part | None) -> Quantity | None:
    """Return the value of a figure with the words around it; None where it is out of bounds."""
    if not (_is_bounded(figure.low) and _is_bounded(figure.high)):
        return None
    around = _around(line, figure)
    return Quantity(
        figure.kind,
        plain(figure.low),
        plain(figure.high),
        plain(figure.step),
        figure.unit,
        around.per,
        around.of,
        _modifier(line, figure),
        part.role if part else "",
        part.direction if part else "",
    )


def _lend_modifiers(line: Line, figures: Sequence[Figure], values: list[Quantity | None]) -> None:
    """Give a bracketed conversion the modifier of its figure: "just under 90 hp (67 kW)"."""
    for k in range(1, len(figures)):
        one, other = values[k - 1], values[k]
        opened = line.word(figures[k].first - 1) in ("(", "/")
        if one is None or other is None or not opened or other.modifier:
            continue
        if figures[k].first - figures[k - 1].last == 1 and other.kind == one.kind:
            values[k] = msgspec.structs.replace(other, modifier=one.modifier)


def _lend_subjects(line: Line, figures: Sequence[Figure], values: list[Quantity | None]) -> None:
    """Give a part the subject of its whole: "856 cases, of which 365 were new", "40 of them"."""
    for k in range(1, len(figures)):
        whole, part = values[k - 1], values[k]
        if whole is None or part is None or part.of or part.kind != "count":
            continue
        first, last = figures[k].first, figures[k].last
        before, after = line.lower[max(first - 2, 0) : first], line.lower[last : last + 2]
        if not (before in _OF_WHICH or after in _OF_WHICH):
            continue
        if whole.kind == "count":
            values[k] = msgspec.structs.replace(part, of=whole.of)
        elif whole.kind == "money" and figures[k].scale > 1:
            values[k] = msgspec.structs.replace(part, kind="money", unit=whole.unit)


def _around(line: Line, figure: Figure) -> _Around:
    """Read the counted noun or the matter, and the denominator."""
    if figure.kind in _UNCOUNTED:
        return _Around("", "", figure.last)
    of, at = _counted(line, figure)
    per, last = rate_at(line, figure.last)
    if not per and at > figure.last:
        per, last = rate_at(line, at)
    numbered = any(line.is_number(k) for k in range(figure.last, last))
    return _Around(of, per, last if per and not numbered else figure.last)


def _counted(line: Line, figure: Figure) -> tuple[str, int]:
    """Return what is counted, shared out or measured, and where its noun ends."""
    if figure.kind == "frequency":
        return "time", figure.last
    if figure.kind in _SHARES:
        return _share_of(line, figure)
    if figure.unit:
        return matter(line, rate_at(line, figure.last)[1], money=figure.kind == "money")
    at = figure.last
    if figure.hyphen:
        if line.word(at + 1) not in _COMPOUNDED:
            return singular(line.word(at + 1)), at + 2
        at += 2
    if line.lower[at : at + 2] in _OF_WHICH:
        at += 2
    return counted_noun(line, at, one=figure.low == figure.high == 1)


def _share_of(line: Line, figure: Figure) -> tuple[str, int]:
    at = figure.last
    if line.word(at) == "of":
        at += 2 if line.word(at + 1) in ("the", "its", "their", "all", "his", "her") else 1
    return counted_noun(line, at, one=False)


def _modifier(line: Line, figure: Figure) -> Modifier:
    if figure.form == "vague":
        return "vague"
    if figure.hyphen and _COMPOUNDED.get(line.word(figure.last + 1)):
        return _COMPOUNDED[line.word(figure.last + 1)]
    before = modifier_before(line, figure.first, duration=figure.kind == "duration")
    if before and before != "only":
        return before
    after = modifier_after(line, figure.last)
    if not after and figure.kind == "count":
        _, last = counted_noun(line, figure.last, one=False)
        after = modifier_after(line, last) if last > figure.last else ""
    if after:
        return after
    if figure.range and figure.kind != "score" and line.word(figure.first - 1) == "between":
        return "between"
    return before


def _changes(
    values: Sequence[Quantity | None], roles: Mapping[int, Part]
) -> dict[int, Change | None]:
    """Return, by the figure's place, the movement it belongs to."""
    groups: dict[int, list[int]] = {}
    for place, part in roles.items():
        if values[place] is not None:
            groups.setdefault(part.group, []).append(place)
    found: dict[int, Change | None] = {}
    for places in groups.values():
        by_role = {roles[place].role: values[place] for place in reversed(places)}
        change = Change(
            by_role.get("from"), by_role.get("to"), by_role.get("by"), roles[places[0]].direction
        )
        found.update(dict.fromkeys(places, change))
    return found
