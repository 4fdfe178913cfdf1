"""The draft against itself: two of its sentences give two values for the same thing.

The sentences of a draft are weighed as those of a source are, with more caution: a text tells the
whole and its parts, what was counted first and what later, and what each side says. Source:
docs/verdicts.md ("The draft against itself").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from factcheck.config import Periods
from factcheck.judge.draft.apart import Parts, any_inside, are_told_apart
from factcheck.judge.draft.headline import as_told
from factcheck.judge.draft.sentences import (
    Difference,
    Sentence,
    figure_of,
    neighbours,
    sentences_of,
)
from factcheck.judge.weigh import weigh
from factcheck.schema import (
    Claim,
    Document,
    Evidence,
    Quantity,
    Quote,
    Reason,
    Value,
    Verdict,
)

_NOT_SURE: frozenset[Reason] = frozenset({"quote-altered"})  # headlines shorten what was said


def find_disagreements(
    document: Document, claims: Sequence[Claim], periods: Periods
) -> Mapping[str, tuple[Claim, ...]]:
    """Return, by the id of each claim, the claims of other sentences that give another value.

    Both claims of a pair are there, each with the other; claims that nothing disagrees with are
    not. The claims must have an `as_of`, any one: without it their time stays open.
    """
    sentences = sentences_of(document, as_told(document, claims))
    differing = [
        difference
        for first, second in neighbours(sentences)
        for difference in _differing(first, second, periods)
    ]
    parts = Parts(sentences, differing)
    quoted = [claim.span for claim in claims if isinstance(claim.value, Quote)]
    known = {claim.id: claim for claim in claims}
    found: dict[str, dict[str, Claim]] = {}
    for difference in differing:
        one, other = difference.one, difference.other
        if (
            are_told_apart(difference, periods)
            or parts.has(difference)
            or any_inside(quoted, one, other)
        ):
            continue
        found.setdefault(one.id, {})[other.id] = known[other.id]
        found.setdefault(other.id, {})[one.id] = known[one.id]
    return {name: _in_order(others.values()) for name, others in found.items()}


def remarked(
    verdicts: Sequence[Verdict], disagreeing: Mapping[str, tuple[Claim, ...]]
) -> tuple[Verdict, ...]:
    """Return verdicts with the claims that disagree with theirs, by the ids of the claims."""
    return tuple(
        msgspec.structs.replace(
            verdict,
            remarks=(*verdict.remarks, "draft-disagrees"),
            disagreeing=disagreeing[verdict.claim.id],
        )
        if disagreeing.get(verdict.claim.id)
        else verdict
        for verdict in verdicts
    )


def _in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda claim: claim.span))


def _differing(first: Sentence, second: Sentence, periods: Periods) -> Iterator[Difference]:
    """Yield the claims of two sentences that differ, seen from either side.

    A figure more than twice another's "at least" is another figure: nobody writes "at least 14"
    of 40.
    """
    yield from _weighed_both_ways(first, second, periods)
    if _has_floor(first) or _has_floor(second):
        for difference in _weighed_both_ways(_exact(first), _exact(second), periods):
            small, large = sorted(map(figure_of, (difference.one, difference.other)))
            if large > 2 * small:
                yield difference


def _has_floor(sentence: Sentence) -> bool:
    return any(_is_floor(claim.value) for claim in sentence.claims)


def _is_floor(value: Value) -> bool:
    return isinstance(value, Quantity) and value.modifier in {"at_least", "more_than"}


def _exact(sentence: Sentence) -> Sentence:
    """Return a sentence with its lower bounds taken for exact figures."""
    claims = tuple(
        msgspec.structs.replace(c, value=msgspec.structs.replace(c.value, modifier=""))
        if _is_floor(c.value)
        else c
        for c in sentence.claims
    )
    candidate = msgspec.structs.replace(sentence.candidate, claims=claims)
    return msgspec.structs.replace(sentence, candidate=candidate)


def _weighed_both_ways(first: Sentence, second: Sentence, periods: Periods) -> Iterator[Difference]:
    for claim in first.claims:
        evidence = _weighed(claim, first, second, periods)
        other = evidence.other
        if other is None or not _differs(evidence):
            continue
        if _differs(_weighed(other, second, first, periods)):
            yield Difference(first, second, claim, other)


def _weighed(claim: Claim, own: Sentence, other: Sentence, periods: Periods) -> Evidence:
    return weigh(claim, other.candidate, periods, own.claims)


def _differs(evidence: Evidence) -> bool:
    return evidence.relation == "differs" and evidence.reason not in _NOT_SURE
