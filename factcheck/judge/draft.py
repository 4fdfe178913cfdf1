"""The draft against itself: two of its sentences give two values for the same thing.

The sentences of a draft are weighed as those of a source are, with more caution: a text tells the
whole and its parts, what was counted first and what later, and what each side says. Source:
docs/verdicts.md ("The draft against itself").
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

import msgspec

from factcheck.align import particulars, same_name
from factcheck.config import Periods
from factcheck.judge.weigh import weigh
from factcheck.schema import (
    Candidate,
    Claim,
    DateRange,
    Document,
    Entity,
    Evidence,
    Passage,
    Quantity,
    Quote,
    Reason,
    Span,
    Value,
    Verdict,
)
from factcheck.tokens import tokenize
from factcheck.vocabulary import drafts
from factcheck.vocabulary.measures import TOLD, stem, tables
from factcheck.vocabulary.names import lists

MOST_SENTENCES = 25  # looked at beside one sentence: those that share most words with it
FEWEST_TERMS = 2  # that two sentences share before they are compared
COMMON = 200  # sentences; a word that stands in more tells nothing
_OWN = frozenset({"clause", "sentence"})
TELLER_WORDS = 4  # before a verb of saying, or behind "according to", that may name who says it
_NOT_SURE: frozenset[Reason] = frozenset({"quote-altered"})  # headlines shorten what was said


class _Sentence(msgspec.Struct, frozen=True):
    """A sentence with claims, as a passage.

    `words` are its words in lower case, `tellers` those that name who tells it, `told` the last
    day on which somebody is said to have told it.
    """

    candidate: Candidate
    words: frozenset[str]
    tellers: frozenset[str]
    told: dt.date | None

    @property
    def claims(self) -> tuple[Claim, ...]:
        return self.candidate.claims


class _Difference(msgspec.Struct, frozen=True):
    """Two claims of two sentences that differ, seen from either side."""

    first: _Sentence
    second: _Sentence
    one: Claim
    other: Claim


def find_disagreements(
    document: Document, claims: Sequence[Claim], periods: Periods
) -> Mapping[str, tuple[Claim, ...]]:
    """Return, by the id of each claim, the claims of other sentences that give another value.

    Both claims of a pair are there, each with the other; claims that nothing disagrees with are
    not. The claims must have an `as_of`, any one: without it their time stays open.
    """
    sentences = _sentences(document, _as_told(document, claims))
    differing = [
        difference
        for first, second in _neighbours(sentences)
        for difference in _differing(first, second, periods)
    ]
    parts = _Parts(sentences, differing)
    quoted = [claim.span for claim in claims if isinstance(claim.value, Quote)]
    known = {claim.id: claim for claim in claims}
    found: dict[str, dict[str, Claim]] = {}
    for difference in differing:
        one, other = difference.one, difference.other
        if _told_apart(difference, periods) or parts.has(difference) or _inside(quoted, one, other):
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


# --- what is compared ------------------------------------------------------------------------


def _as_told(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims with what the one text says for all of them.

    What neither of two claims names is the same for both; a headline speaks of what its lead
    speaks of.
    """
    text = Entity(document.origin.id, "other", "title")
    told = [msgspec.structs.replace(claim, entities=(*claim.entities, text)) for claim in claims]
    prose = [block.span for block in document.blocks if block.kind not in {"heading", "credit"}]
    begin = prose[0].start if prose else 0
    body = [claim for claim in told if claim.sentence.start >= begin]
    named = frozenset(e.name for claim in body for e in claim.entities if e.origin in _OWN)
    lead = [claim for claim in body if claim.sentence == body[0].sentence]
    return [claim if claim.sentence.start >= begin else _led(claim, lead, named) for claim in told]


def _led(headline: Claim, lead: Sequence[Claim], named: frozenset[str]) -> Claim:
    """Return a headline's claim with the names of the lead beside it, and with its day.

    Of the capitals of a headline only what the text names too is taken for a name.
    """
    near = {e.name for claim in lead for e in claim.entities if e.origin in _OWN}
    entities = tuple(
        msgspec.structs.replace(e, origin="title") if e.origin == "lead" and e.name in near else e
        for e in headline.entities
        if e.origin not in _OWN or any(same_name(e.name, name) for name in named)
    )
    act = headline.measure.act
    days = (claim.period for claim in lead if claim.period and act and claim.measure.act == act)
    period = headline.period or next(days, None)
    return msgspec.structs.replace(headline, entities=entities, period=period)


def _sentences(document: Document, claims: Sequence[Claim]) -> list[_Sentence]:
    """Gather the claims of each sentence, in the order of the text."""
    grouped: dict[Span, list[Claim]] = {}
    for claim in claims:
        grouped.setdefault(claim.sentence, []).append(claim)
    return [
        _sentence(document, ordinal, span, tuple(held))
        for ordinal, (span, held) in enumerate(grouped.items())
    ]


def _sentence(document: Document, ordinal: int, span: Span, claims: tuple[Claim, ...]) -> _Sentence:
    text = document.text[span.start : span.end]
    line = document.line_at(span.start)
    passage = Passage(document.origin, ordinal, span, line, text, "")
    words = [token.text.lower() for token in tokenize(text)]
    told = [
        claim.value.last
        for claim in claims
        if isinstance(claim.value, DateRange)
        and _is_of_telling(claim, text[: claim.span.start - span.start])
    ]
    return _Sentence(
        candidate=Candidate(passage, claims, 0.0),
        words=frozenset(words),
        tellers=_tellers(words),
        told=max((day for day in told if day), default=None),
    )


def _is_of_telling(date: Claim, before: str) -> bool:
    """Say whether a date is that of a telling: "reported on Thursday"."""
    near = before.lower().split()[-2:]
    return date.measure.act == TOLD or not lists().reporting.isdisjoint(near)


def _neighbours(sentences: Sequence[_Sentence]) -> Iterator[tuple[_Sentence, _Sentence]]:
    """Yield the pairs of sentences that share some terms, each pair once, in order."""
    terms = [frozenset(_terms(sentence)) for sentence in sentences]
    holding: dict[str, list[int]] = {}
    for at, words in enumerate(terms):
        for word in words:
            holding.setdefault(word, []).append(at)
    pairs: set[tuple[int, int]] = set()
    for at, words in enumerate(terms):
        shared = Counter(
            other for word in words if len(holding[word]) <= COMMON for other in holding[word]
        )
        del shared[at]
        near = [o for o in shared if shared[o] >= min(FEWEST_TERMS, len(words), len(terms[o]))]
        near.sort(key=lambda other: (-shared[other], other))
        pairs.update((min(at, other), max(at, other)) for other in near[:MOST_SENTENCES])
    for first, second in sorted(pairs):
        yield sentences[first], sentences[second]


def _terms(sentence: _Sentence) -> Iterator[str]:
    """Yield what a sentence tells: its words, its names word by word, its acts."""
    for claim in sentence.claims:
        for term in particulars(claim):
            yield from term.lower().split()
        if claim.measure.act:
            yield f"act {claim.measure.act}"


def _differing(first: _Sentence, second: _Sentence, periods: Periods) -> Iterator[_Difference]:
    """Yield the claims of two sentences that differ, seen from either side.

    A figure more than twice another's "at least" is another figure: nobody writes "at least 14"
    of 40.
    """
    yield from _weighed_both_ways(first, second, periods)
    if _has_floor(first) or _has_floor(second):
        for difference in _weighed_both_ways(_exact(first), _exact(second), periods):
            small, large = sorted(map(_figure, (difference.one, difference.other)))
            if large > 2 * small:
                yield difference


def _has_floor(sentence: _Sentence) -> bool:
    return any(_is_floor(claim.value) for claim in sentence.claims)


def _is_floor(value: Value) -> bool:
    return isinstance(value, Quantity) and value.modifier in {"at_least", "more_than"}


def _exact(sentence: _Sentence) -> _Sentence:
    """Return a sentence with its lower bounds taken for exact figures."""
    claims = tuple(
        msgspec.structs.replace(c, value=msgspec.structs.replace(c.value, modifier=""))
        if _is_floor(c.value)
        else c
        for c in sentence.claims
    )
    candidate = msgspec.structs.replace(sentence.candidate, claims=claims)
    return msgspec.structs.replace(sentence, candidate=candidate)


def _weighed_both_ways(
    first: _Sentence, second: _Sentence, periods: Periods
) -> Iterator[_Difference]:
    for claim in first.claims:
        evidence = _weighed(claim, first, second, periods)
        other = evidence.other
        if other is None or not _differs(evidence):
            continue
        if _differs(_weighed(other, second, first, periods)):
            yield _Difference(first, second, claim, other)


def _weighed(claim: Claim, own: _Sentence, other: _Sentence, periods: Periods) -> Evidence:
    return weigh(claim, other.candidate, periods, own.claims)


def _differs(evidence: Evidence) -> bool:
    return evidence.relation == "differs" and evidence.reason not in _NOT_SURE


# --- what is no disagreement -----------------------------------------------------------------


def _told_apart(difference: _Difference, periods: Periods) -> bool:
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


def _is_added(claim: Claim, sentence: _Sentence) -> bool:
    """Say whether a figure comes on top of others: "four more rebels"."""
    passage = sentence.candidate.passage
    behind = passage.text[claim.span.end - passage.span.start :].split(maxsplit=2)[:2]
    return behind[:1] == ["more"] and behind[1:] != ["than"]


def _tellers(words: Sequence[str]) -> frozenset[str]:
    """Return the words before each verb of saying, and behind "according to"."""
    reporting, empty = lists().reporting, tables().empty
    found: set[str] = set()
    for at, word in enumerate(words):
        if word in reporting:
            behind = words[at + 2 : at + 2 + TELLER_WORDS]
            near = behind if word == "according" else words[:at][-TELLER_WORDS:]
            found.update(stem(w) for w in near if w not in empty and w.isalpha())
    return frozenset(found)


def _inside(spans: Sequence[Span], *claims: Claim) -> bool:
    """Say whether a claim stands inside quotation marks: who is quoted may be wrong."""
    return any(span.contains(c.span) and span != c.span for c in claims for span in spans)


class _Parts:
    """Which figures of a draft are parts of others, or stand beside them on purpose."""

    def __init__(self, sentences: Sequence[_Sentence], differing: Sequence[_Difference]) -> None:
        self._holding: dict[Decimal, set[int]] = {}
        for at, sentence in enumerate(sentences):
            for claim in sentence.claims:
                self._holding.setdefault(_figure(claim), set()).add(at)
        self._below: dict[str, set[Decimal]] = {}
        for difference in differing:
            small, large = sorted((difference.one, difference.other), key=_figure)
            self._below.setdefault(large.id, set()).add(_figure(small))

    def has(self, difference: _Difference) -> bool:
        """Say whether the smaller of two figures may be a part of the larger.

        So it is where the larger one stands over several that are smaller, where a sentence gives
        both, and where the larger one is that of several events or places.
        """
        sides = ((difference.one, difference.first), (difference.other, difference.second))
        (small, part), (large, whole) = sorted(sides, key=lambda side: _figure(side[0]))
        if _figure(small) == _figure(large):  # scores, and what is no figure
            return False
        if len(self._below[large.id]) > 1 or _is_of_several(part, whole):
            return True
        both = self._holding[_figure(small)] & self._holding[_figure(large)]
        return bool(both) or _is_in_one_of(small, large, whole.candidate.passage.text)


def _figure(claim: Claim) -> Decimal:
    return claim.value.figure if isinstance(claim.value, Quantity) else Decimal(0)


def _is_of_several(part: _Sentence, whole: _Sentence) -> bool:
    """Say whether the whole is that of several events, which the part does not speak of."""
    several = whole.words & drafts.tables().several
    return bool(several) and several.isdisjoint(part.words)


def _is_in_one_of(small: Claim, large: Claim, text: str) -> bool:
    """Say whether the larger figure is that of several places, the smaller that of one of them."""
    mine = {e.name for e in small.entities if e.origin in _OWN}
    names = [e.name for e in large.entities if e.origin in _OWN]
    return any(
        (one in mine) != (other in mine) and f"{one} and {other}" in text
        for one in names
        for other in names
    )
