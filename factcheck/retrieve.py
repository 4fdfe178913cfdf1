"""Find the passages that may bear on a claim: near in meaning, sharing words, or the same value.

By meaning a claim asks with its sentence and with its clause, since one clause of a long sentence
weighs little in it. A newsroom's archive tells the same measure year after year; so sources dated
near the claim's own time are asked once more by themselves.

The ranked lists are fused by their ranks alone (reciprocal rank fusion), since a cosine, a BM25
weight and a nearness of figures cannot be compared.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import get_args

import numpy as np

from factcheck.config import Retrieval
from factcheck.embed import Embedder
from factcheck.errors import ModelError
from factcheck.index import Hit, Index, Indices
from factcheck.schema import (
    Candidate,
    Claim,
    Document,
    EntityOrigin,
    Quantity,
    Quote,
    Span,
)
from factcheck.segment import segment
from factcheck.versions import find_versions, without_copies, without_own

_SPARE = 10  # loaded beyond the candidates, in place of the draft's own sentences
DECIMALS = 5  # of a score: beyond, two runs may differ
_DEEPER = 4  # times as many are asked for where too few came before the day
Days = tuple[str, str] | None  # the first and the last (ISO); None for any
_ORIGINS: tuple[EntityOrigin, ...] = get_args(EntityOrigin)  # the nearest first
_WORD = re.compile(r"(?<!\w)\w{2,40}+(?!\w)")


def retrieve(
    claims: Sequence[Claim],
    document: Document,
    index: Index | Indices,
    embedder: Embedder,
    settings: Retrieval | None = None,
    *,
    exclude: Collection[str] = (),
    before: dt.date | None = None,
) -> tuple[tuple[Candidate, ...], ...]:
    """Return the candidates of each claim, best first, equal ones by document id and ordinal.

    A document is never evidence for itself: passages of documents with the draft's text or id, or
    with an id in `exclude`, are left out; so are the draft's own words in a document of the same
    title, and all of a version of the draft, but for the claim's own sentence where that is told
    with another value. The same sentence elsewhere, as agencies' copy is, stays in; but where only
    sources dated `before` a day are asked for, it tells nothing and is left out.

    Raises:
        ModelError: `embedder` is not the model of the index.
        IndexStateError: a passage found is damaged.
    """
    if embedder.digest != index.info.model.digest:
        built = index.info.model
        raise ModelError(
            f"The index {index.path} was built with the model {built.name} ({built.digest[:12]}); "
            f"the one here is {embedder.name} ({embedder.digest[:12]}).",
            hint="Put back the model it was built with, or delete the index and build it again: "
            f"factcheck index build SOURCE... --index {index.path}",
        )
    if not claims:
        return ()
    search = _Search(document, index, settings or Retrieval(), exclude, before)
    search.ask(claims, embedder)
    enough = search.settings.candidates + _SPARE
    fused = [search.fused(claim)[:enough] for claim in claims]
    held = index.passages({hit.passage for hits in fused for hit in hits})
    found = [[Candidate(*held[hit.passage], hit.score) for hit in hits] for hits in fused]
    own = search.versions(claims, found)
    return tuple(
        search.without_own(claim, candidates, own)[: search.settings.candidates]
        for claim, candidates in zip(claims, found, strict=True)
    )


def questions(document: Document, claim: Claim) -> tuple[str, str]:
    """Return the texts to ask for by meaning: the claim's sentence and its own part of it."""
    return _text(document, claim.sentence), _part(document, claim)


def _part(document: Document, claim: Claim) -> str:
    """Return the words of a claim: of a quote the quoted ones, else the value's clause."""
    if isinstance(claim.value, Quote):
        return claim.value.words
    return _text(document, claim.clause)


def _text(document: Document, span: Span) -> str:
    return document.text[span.start : span.end]


class _Search:
    """The searches for one document."""

    def __init__(
        self,
        document: Document,
        index: Index | Indices,
        settings: Retrieval,
        exclude: Collection[str],
        before: dt.date | None,
    ) -> None:
        self.settings = settings
        self._before = before.isoformat() if before else ""
        self._document = document
        self._index = index
        origin = document.origin
        self._excluded = index.same(origin.digest, {origin.id, *exclude})
        # What is left out must not take the places of others.
        self._extra = index.count(self._excluded)
        self._by_words = functools.cache(self._words)
        self._nearest: dict[tuple[str, Days], list[Hit]] = {}

    def ask(self, claims: Sequence[Claim], embedder: Embedder) -> None:
        """Fetch what is nearest to each question, once for all claims."""
        wanted: dict[Days, set[str]] = {}
        for claim in claims:
            for days in (self._days(None), self._days(claim)):
                wanted.setdefault(days, set()).update(questions(self._document, claim))
        texts = sorted(set().union(*wanted.values()))
        vectors = dict(zip(texts, embedder.encode(texts), strict=True))
        most = max(self.settings.dense, self.settings.near)
        for days, asked in wanted.items():
            texts = sorted(asked)
            rows = np.stack([vectors[text] for text in texts])
            found = self._index.nearest(rows, most + self._extra, days)
            for text, hits in zip(texts, found, strict=True):
                self._nearest[text, days] = self._kept(hits, most)

    def _days(self, claim: Claim | None) -> Days:
        """Return the days of the sources that are asked: near a claim's own time, if it has one."""
        window = _window(claim, self.settings) if claim else None
        if not self._before:
            return window
        first, last = window or (dt.date.min.isoformat(), self._before)
        return first, min(last, self._before)

    def fused(self, claim: Claim) -> list[Hit]:
        """Return the hits of all lists, scored by reciprocal rank fusion."""
        sentence, clause = questions(self._document, claim)
        near = self._days(claim)
        lists = [
            self._nearest[sentence, self._days(None)][: self.settings.dense],
            self._nearest[sentence, near][: self.settings.near],
            self._nearest[clause, near][: self.settings.near] if clause != sentence else [],
            self._by_words(self._terms(claim)),
            self._value(claim),
        ]
        scores: dict[Hit, float] = {}
        for hits in lists:
            for rank, hit in enumerate(hits, start=1):
                key = hit._replace(score=0.0)
                scores[key] = scores.get(key, 0.0) + 1 / (self.settings.fusion_constant + rank)
        fused = (hit._replace(score=round(score, DECIMALS)) for hit, score in scores.items())
        return sorted(fused, key=lambda hit: (-hit.score, hit.document, hit.ordinal))

    def versions(
        self, claims: Sequence[Claim], found: Sequence[Sequence[Candidate]]
    ) -> frozenset[str]:
        """Return the ids of the documents that are the draft once more."""
        return find_versions(
            (
                (_text(self._document, claim.sentence), [c.passage for c in candidates])
                for claim, candidates in zip(claims, found, strict=True)
            ),
            len(segment(self._document)),
            lambda document: self._index.count([document]),
            self._document.origin.title,
        )

    def without_own(
        self, claim: Claim, candidates: Sequence[Candidate], versions: Collection[str]
    ) -> tuple[Candidate, ...]:
        """Return the candidates that are not the draft's own words."""
        title = self._document.origin.title
        sentence = _text(self._document, claim.sentence)
        if self._before:
            candidates = without_copies(claim, sentence, candidates)
        return without_own(claim, sentence, candidates, versions, title)

    def _terms(self, claim: Claim) -> frozenset[str]:
        """Return the words to look for: the claim's own, and the names nearest to it."""
        origins = (entity.origin for entity in claim.entities)
        nearest = min(origins, key=_ORIGINS.index, default="clause")
        names = [entity.name for entity in claim.entities if entity.origin == nearest]
        return frozenset(_WORD.findall(" ".join([_part(self._document, claim), *names]).lower()))

    def _words(self, terms: frozenset[str]) -> list[Hit]:
        rarest = self.settings.rare_terms
        return self._fetched(
            lambda count: self._index.by_words(terms, count, rarest=rarest), self.settings.words
        )

    def _value(self, claim: Claim) -> list[Hit]:
        # "Thousands" is near every figure in thousands: no guide.
        if not isinstance(claim.value, Quantity) or claim.value.modifier == "vague":
            return []
        value = claim.value
        return self._fetched(lambda count: self._index.by_value(value, count), self.settings.value)

    def _fetched(self, fetch: Callable[[int], list[Hit]], wanted: int) -> list[Hit]:
        kept = self._kept(fetch(wanted + self._extra), wanted)
        if self._before and len(kept) < wanted:
            kept = self._kept(fetch(_DEEPER * wanted + self._extra), wanted)
        return kept

    def _kept(self, hits: Iterable[Hit], count: int) -> list[Hit]:
        kept = (hit for hit in hits if hit.document not in self._excluded)
        if self._before:
            kept = (hit for hit in kept if "" < hit.date < self._before)
        return list(kept)[:count]


def _window(claim: Claim, settings: Retrieval) -> Days:
    """Return the first and last day (ISO) of sources near the time a claim speaks of.

    That is the period it states, told soon after, or else the day it was written.
    """
    period, before = claim.period, dt.timedelta(settings.days_before)
    try:
        if period and period.first and period.last:
            return period.first.isoformat(), (period.last + before).isoformat()
        if claim.as_of:
            last = claim.as_of + dt.timedelta(settings.days_after)
            return (claim.as_of - before).isoformat(), last.isoformat()
    except OverflowError:  # at the end of the calendar
        pass
    return None
