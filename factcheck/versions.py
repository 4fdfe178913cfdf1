"""Whether a source is the draft once more: an earlier version, or the draft printed elsewhere.

What a draft says is not borne out by its own words. One sentence taken over from an agency makes
no version: of a version most sentences are the draft's, and it is no longer than the draft.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from factcheck.copies import near_copies
from factcheck.schema import (
    Candidate,
    Claim,
    DateRange,
    Origin,
    Passage,
    Quantity,
    Quote,
    Role,
    Statement,
    Value,
)

MIN_SENTENCES = 3  # of one or two sentences a draft shares, any may be an agency's
SHARE = 2  # one in so many of the draft's sentences with claims, at least
MAX_RATIO = 2  # a source longer than so many drafts has a text of its own


def find_versions(
    found: Iterable[tuple[str, Sequence[Passage]]],
    sentences: int,
    count: Callable[[str], int],
    title: str,
) -> frozenset[str]:
    """Return the ids of the documents that tell the draft as a whole, figures aside.

    `found` are the draft's sentences with claims, each with the passages found for it, `sentences`
    is the number of all its sentences, and `count` returns that of a document. Under the draft's
    `title` few sentences are enough.
    """
    copied: dict[str, set[str]] = {}
    titled = set()
    asked = set()
    for sentence, passages in found:
        asked.add(sentence)
        for passage in passages:
            told = copied.setdefault(passage.origin.id, set())
            if _is_titled(passage.origin, title):
                titled.add(passage.origin.id)
            if sentence not in told and near_copies(sentence, passage.text):
                told.add(sentence)
    return frozenset(
        document
        for document, told in copied.items()
        if len(told) >= (1 if document in titled else MIN_SENTENCES)
        and len(told) * SHARE >= len(asked)
        and count(document) <= MAX_RATIO * sentences
    )


def without_own(
    claim: Claim,
    sentence: str,
    candidates: Sequence[Candidate],
    versions: Collection[str],
    title: str,
) -> tuple[Candidate, ...]:
    """Return the candidates that are not the draft's own words.

    `sentence` holds the claim, `title` is the draft's. Left out are copies of the sentence with the
    claim's value under that title, and all of a version but a copy of the sentence with another
    value; that one too where another version has the claim's.
    """
    own = [c for c in candidates if _is_own(c, versions, title)]
    copies = [c for c in own if near_copies(sentence, c.passage.text)]
    told = [c for c in copies if _tells(c, claim, sentence)]
    of_versions = [c for c in own if c.passage.origin.id in versions]
    slips = [] if any(c in of_versions for c in told) else copies
    left_out = {*map(_key, told), *map(_key, of_versions)} - {
        _key(c) for c in slips if c not in told
    }
    return tuple(c for c in candidates if _key(c) not in left_out)


def without_copies(
    claim: Claim, sentence: str, candidates: Sequence[Candidate]
) -> tuple[Candidate, ...]:
    """Return the candidates that do not tell the claim in its own sentence once more.

    An archive prints one text many times; a copy that gives another value stays.
    """
    return tuple(
        c
        for c in candidates
        if not (near_copies(sentence, c.passage.text) and _tells(c, claim, sentence))
    )


def _is_own(candidate: Candidate, versions: Collection[str], title: str) -> bool:
    origin = candidate.passage.origin
    return origin.id in versions or _is_titled(origin, title)


def _is_titled(origin: Origin, title: str) -> bool:
    return bool(_plain(title)) and _plain(origin.title) == _plain(title)


def _key(candidate: Candidate) -> tuple[str, int]:
    return candidate.passage.origin.id, candidate.passage.ordinal


def _tells(candidate: Candidate, claim: Claim, sentence: str) -> bool:
    """Say whether a copy of a claim's sentence has the very value of the claim, hedges aside."""
    if _plain(candidate.passage.text) == _plain(sentence):
        return True
    return any(_core(other.value) == _core(claim.value) for other in candidate.claims)


def _core(value: Value) -> tuple[object, ...]:
    """Return what makes a value another one."""
    match value:
        case Quantity():
            return value.kind, value.unit, value.low, value.high
        case DateRange():
            return value.first, value.last
        case Quote():
            return (*value.words.casefold().split(),)
        case Role():
            return value.person, value.title
        case Statement():
            return value.verb, value.negated


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
