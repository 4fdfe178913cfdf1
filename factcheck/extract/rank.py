"""Which claims of a draft to check first: figures of harm and money, quotes, what the lead says.

A claim's score is the sum of the weights of its features, both of `vocabulary/rank.toml`. It
orders a list and decides nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from factcheck.schema import Claim, DateRange, Document, Quantity, Quote
from factcheck.tokens import tokenize
from factcheck.vocabulary import measures
from factcheck.vocabulary.measures import TOLD
from factcheck.vocabulary.ranks import tables

LEAD_SENTENCES = 2
SMALL, LARGE = 10, 1000  # a count below is trivial, a figure from there on telling
PLACES = 6  # digits kept of a score before it orders anything
_RATES = frozenset({"percent", "percentage_point", "fraction", "ratio", "multiplier"})
_OWN = frozenset({"money", "age", "duration", "ordinal"})  # kinds that are features by themselves
_HEDGED = frozenset({"forecast", "rumoured", "doubted"})
_LONG = frozenset({"year", "decade", "century"})


def ranked(document: Document, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims in their order, each with its rank: 1 is to be checked first.

    Of claims that score alike the one that stands first ranks first.
    """
    spans = sorted({claim.sentence for claim in claims})
    begin = next((b.span.start for b in document.blocks if b.kind not in {"heading", "credit"}), 0)
    lead = [span for span in spans if span.start >= begin][:LEAD_SENTENCES]
    worded = {s: tuple(sentence_features(document.text[s.start : s.end])) for s in spans}
    placed = {s: "headline" if s.start < begin else "lead" if s in lead else "" for s in spans}
    scores = []
    for claim in claims:
        # Who said it or holds the office can be checked whatever the sentence makes of it.
        words = () if claim.kind in {"quote", "role"} else worded[claim.sentence]
        features = (*words, placed[claim.sentence], *claim_features(claim))
        scores.append(round(score(features), PLACES))
    order = sorted(range(len(claims)), key=lambda at: (-scores[at], at))
    ranks = {at: rank for rank, at in enumerate(order, start=1)}
    return tuple(msgspec.structs.replace(claim, rank=ranks[at]) for at, claim in enumerate(claims))


def score(features: Sequence[str]) -> float:
    """Return the sum of the weights of some features; one without a weight adds nothing."""
    ranking = tables()
    return sum(ranking.fitted.get(f, 0.0) + ranking.desk.get(f, 0.0) for f in features)


def sentence_features(text: str) -> Iterator[str]:
    """Yield what the words of a sentence tell of its worth, each feature once.

    >>> list(sentence_features("We believe in Norland."))
    ['first_person', 'opinion', 'names']
    """
    tokens = tokenize(text)
    # "US" is no pronoun.
    words = {t.text.lower() for t in tokens if len(t.text) == 1 or not t.text.isupper()}
    for name, listed in tables().words.items():
        if not words.isdisjoint(listed):
            yield name
    if any(t.kind == "word" and t.text[0].isupper() and t.text != "I" for t in tokens[1:]):
        yield "names"
    if any(word.endswith("ed") and len(word) > len("need") for word in words):
        yield "ended"
    if tokens and tokens[-1].text == "?":
        yield "question"


def claim_features(claim: Claim) -> Iterator[str]:
    """Yield what a claim tells of its worth: its kind, what it counts, how exact and how sure."""
    yield "figure" if claim.kind == "quantity" else claim.kind
    if claim.status in _HEDGED:
        yield "hedged"
    match claim.value:
        case Quantity():
            yield from _figure_features(claim, claim.value)
        case DateRange():
            yield from _date_features(claim, claim.value)
        case Quote() if claim.value.speaker:
            yield "speaker"


def _figure_features(claim: Claim, value: Quantity) -> Iterator[str]:
    act = measures.tables().acts.get(claim.measure.act)
    is_of_people = value.kind == "count" and act is not None and act.of == "people"
    if value.kind in _OWN:
        yield value.kind
    if value.kind in _RATES:
        yield "rate"
    if is_of_people:
        yield "people"
    elif value.kind == "count" and value.high < SMALL:
        yield "small"
    if value.low >= LARGE:
        yield "large"
    if value.modifier == "vague":
        yield "vague"


def _date_features(claim: Claim, value: DateRange) -> Iterator[str]:
    if claim.measure.act == TOLD:
        yield "telling"
    elif value.clock:
        yield "clock"
    elif value.granularity == "day" and value.first is not None:
        yield "day"
    elif value.granularity in _LONG:
        yield "year"
