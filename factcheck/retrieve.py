"""Find the passages that may bear on a claim: near in meaning, sharing words, or the same value.

The three ranked lists are fused by their ranks alone (reciprocal rank fusion), since a cosine, a
BM25 weight and a nearness of figures cannot be compared.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable, Sequence

from factcheck.config import Retrieval
from factcheck.embed import Embedder, Vectors
from factcheck.errors import ModelError
from factcheck.index import Hit, Index
from factcheck.schema import Candidate, Claim, Document, Passage, Quantity, Span

DECIMALS = 5  # of a score: beyond, two runs may differ
_WORD = re.compile(r"(?<!\w)\w{2,40}+(?!\w)")


def retrieve(
    claims: Sequence[Claim],
    document: Document,
    index: Index,
    embedder: Embedder,
    settings: Retrieval | None = None,
    *,
    exclude: Collection[str] = (),
) -> tuple[tuple[Candidate, ...], ...]:
    """Return the candidates of each claim, best first, equal ones by document id and ordinal.

    A document is never evidence for itself: passages of documents with the draft's text or id, or
    with an id in `exclude`, are left out; so is the draft's own sentence in a document of the same
    title. The same sentence elsewhere, as agencies' copy is, stays in.

    Raises:
        ModelError: `embedder` is not the model of the index.
        IndexStateError: a passage found is damaged.
    """
    if embedder.digest != index.info.model.digest:
        built = index.info.model
        raise ModelError(
            f"The index {index.path} was built with the model {built.name} ({built.digest[:12]}); "
            f"the one here is {embedder.name} ({embedder.digest[:12]}).",
            hint="Put back the model it was built with, or delete the index and build it again.",
        )
    if not claims:
        return ()
    settings = settings or Retrieval()
    search = _Search(document, index, settings, exclude)
    sentences = sorted({claim.sentence for claim in claims})
    vectors = embedder.encode([search.text(sentence) for sentence in sentences])
    dense = dict(zip(sentences, search.nearest(vectors), strict=True))
    fused = [search.fused(claim, dense[claim.sentence]) for claim in claims]
    held = index.passages({hit.passage for hits in fused for hit in hits})
    return tuple(
        tuple(
            Candidate(*held[hit.passage], hit.score)
            for hit in hits
            if not search.is_own_copy(claim, held[hit.passage][0])
        )[: settings.candidates]
        for claim, hits in zip(claims, fused, strict=True)
    )


class _Search:
    """The searches for one document."""

    def __init__(
        self, document: Document, index: Index, settings: Retrieval, exclude: Collection[str]
    ) -> None:
        self._document = document
        self._index = index
        self._settings = settings
        origin = document.origin
        self._title = _plain(origin.title)
        self._excluded = index.same_text(origin.digest) | {origin.id} | set(exclude)
        # What is left out must not take the places of others.
        self._extra = index.count(self._excluded)
        self._by_words = functools.cache(self._words)

    def text(self, span: Span) -> str:
        return self._document.text[span.start : span.end]

    def nearest(self, vectors: Vectors) -> list[list[Hit]]:
        found = self._index.nearest(vectors, self._settings.dense + self._extra)
        return [self._kept(hits, self._settings.dense) for hits in found]

    def fused(self, claim: Claim, dense: list[Hit]) -> list[Hit]:
        """Return the hits of the three lists, scored by reciprocal rank fusion."""
        lists = [dense, self._by_words(self._terms(claim)), self._value(claim)]
        scores: dict[Hit, float] = {}
        for hits in lists:
            for rank, hit in enumerate(hits, start=1):
                key = hit._replace(score=0.0)
                scores[key] = scores.get(key, 0.0) + 1 / (self._settings.fusion_constant + rank)
        fused = (hit._replace(score=round(score, DECIMALS)) for hit, score in scores.items())
        return sorted(fused, key=lambda hit: (-hit.score, hit.document, hit.ordinal))

    def is_own_copy(self, claim: Claim, passage: Passage) -> bool:
        """Say whether the passage is the draft's own sentence in another copy of the draft."""
        return (
            bool(self._title)
            and _plain(passage.origin.title) == self._title
            and _plain(passage.text) == _plain(self.text(claim.sentence))
        )

    def _terms(self, claim: Claim) -> frozenset[str]:
        """Return the words to look for: the sentence's, and the names the claim speaks of."""
        names = " ".join(entity.name for entity in claim.entities)
        return frozenset(_WORD.findall(f"{self.text(claim.sentence)} {names}".lower()))

    def _words(self, terms: frozenset[str]) -> list[Hit]:
        wanted = self._settings.words
        found = self._index.by_words(terms, wanted + self._extra, rarest=self._settings.rare_terms)
        return self._kept(found, wanted)

    def _value(self, claim: Claim) -> list[Hit]:
        # "Thousands" is near every figure in thousands: no guide.
        if not isinstance(claim.value, Quantity) or claim.value.modifier == "vague":
            return []
        wanted = self._settings.value
        return self._kept(self._index.by_value(claim.value, wanted + self._extra), wanted)

    def _kept(self, hits: Iterable[Hit], count: int) -> list[Hit]:
        return [hit for hit in hits if hit.document not in self._excluded][:count]


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
