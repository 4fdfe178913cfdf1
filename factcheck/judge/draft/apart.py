"""What looks like a disagreement within a draft and is none."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.config import Periods
from factcheck.judge.draft.headline import OWN
from factcheck.judge.draft.sentences import Difference, Sentence, figure_of
from factcheck.schema import Claim, Span
from factcheck.vocabulary import drafts

MOST_NAMES = 20  # of one sentence, looked at for two places of one figure


def are_told_apart(difference: Difference, periods: Periods) -> bool:
    """Say whether two sentences speak of two events or counts, or are told by two sides."""
    first, second = difference.first, difference.second
    apart = drafts.tables().apart
    if not first.words.isdisjoint(apart) or not second.words.isdisjoint(apart):
        return True
    if _is_added(difference.one, first) or _is_added(difference.other, second):
        return True
    if first.tellers and second.tellers and first.tellers.isdisjoint(second.tellers):
        return True
    if first.told is None and second.told is None:
        return False
    days = [s.told or c.as_of for s, c in ((first, difference.one), (second, difference.other))]
    known = [day for day in days if day is not None]
    return (max(known) - min(known)).days > periods.same_day


def _is_added(claim: Claim, sentence: Sentence) -> bool:
    """Say whether a figure comes on top of others: "four more rebels"."""
    passage = sentence.candidate.passage
    behind = passage.text[claim.span.end - passage.span.start :].split(maxsplit=2)[:2]
    return behind[:1] == ["more"] and behind[1:] != ["than"]


def any_inside(spans: Sequence[Span], *claims: Claim) -> bool:
    """Say whether a claim stands inside quotation marks: who is quoted may be wrong."""
    return any(span.contains(c.span) and span != c.span for c in claims for span in spans)


class Parts:
    """Which figures of a draft are parts of others, or stand beside them on purpose."""

    def __init__(self, sentences: Sequence[Sentence], differing: Sequence[Difference]) -> None:
        self._holding: dict[Decimal, set[int]] = {}
        for at, sentence in enumerate(sentences):
            for claim in sentence.claims:
                self._holding.setdefault(figure_of(claim), set()).add(at)
        self._below: dict[str, set[Decimal]] = {}
        for difference in differing:
            small, large = sorted((difference.one, difference.other), key=figure_of)
            self._below.setdefault(large.id, set()).add(figure_of(small))

    def has(self, difference: Difference) -> bool:
        """Say whether the smaller of two figures may be a part of the larger.

        So it is where the larger one stands over several that are smaller, where a sentence gives
        both, and where the larger one is that of several events or places.
        """
        sides = ((difference.one, difference.first), (difference.other, difference.second))
        (small, part), (large, whole) = sorted(sides, key=lambda side: figure_of(side[0]))
        if figure_of(small) == figure_of(large):  # scores, and what is no figure
            return False
        if len(self._below[large.id]) > 1 or _is_of_several(part, whole):
            return True
        both = self._holding[figure_of(small)] & self._holding[figure_of(large)]
        return bool(both) or _is_in_one_of(small, large, whole.candidate.passage.text)


def _is_of_several(part: Sentence, whole: Sentence) -> bool:
    """Say whether the whole is that of several events, which the part does not speak of."""
    several = whole.words & drafts.tables().several
    return bool(several) and several.isdisjoint(part.words)


def _is_in_one_of(small: Claim, large: Claim, text: str) -> bool:
    """Say whether the larger figure is that of several places, the smaller that of one of them."""
    mine = {e.name for e in small.entities if e.origin in OWN}
    names = [e.name for e in large.entities if e.origin in OWN][:MOST_NAMES]
    return any(
        (one in mine) != (other in mine) and f"{one} and {other}" in text
        for one in names
        for other in names
    )
