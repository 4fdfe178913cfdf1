"""How much two sentences share of what they tell: content words and names, never the value."""

from __future__ import annotations

import functools
from collections.abc import Set

from factcheck.align.names import same_name
from factcheck.schema import Claim, Statement
from factcheck.vocabulary import statements
from factcheck.vocabulary.measures import stem, tables

# Shares of the smaller sentence's content words that both sentences hold. Set on the sample
# corpus and the case set; between them the measure stays unknown.
SAME_WORDS = 0.5
SOME_WORDS = 0.3
MOST_WORDS = 0.6
MIN_SHARED_EVENT = 3  # words and names, or all that the shorter sentence has


def particulars(claim: Claim) -> frozenset[str]:
    """Return what a claim's sentence tells besides its value: content words and names."""
    names = (e.name for e in claim.entities if e.origin in {"clause", "sentence"})
    verb = [stem(claim.value.verb)] if isinstance(claim.value, Statement) else []
    return frozenset((*names, *map(same_word, verb), *told_words(claim)))


def told_words(claim: Claim) -> frozenset[str]:
    """Return the content words of a claim's sentence, one for all that say the same in news."""
    return frozenset(map(same_word, claim.measure.words))


@functools.lru_cache(maxsize=1 << 16)  # the words of one draft meet again and again
def same_word(word: str) -> str:
    """Return what a stem is compared by.

    >>> same_word(stem("blaze")) == same_word(stem("fire"))
    True
    """
    return statements.tables().key(word)


def count_shared(first: Set[str], second: Set[str]) -> int:
    """Return how many of the first words and names the second holds too, names in any form."""
    return sum(any(same_name(word, other) for other in second) for word in first)


def shared_words(first: Claim, second: Claim) -> frozenset[str]:
    """Return the content words and names of the first sentence, places aside, that both tell."""
    others = _wording(second)
    return frozenset(
        word
        for word in _wording(first)
        if word in others or (word[0].isupper() and any(same_name(word, o) for o in others))
    )


def word_overlap(first: Claim, second: Claim) -> float:
    """Return the share of the smaller sentence's words and names that both hold, 0 to 1."""
    smaller = min(len(_wording(first)), len(_wording(second)))
    return len(shared_words(first, second)) / smaller if smaller else 0.0


def _wording(claim: Claim) -> frozenset[str]:
    return particulars(claim) - {e.name for e in claim.entities if e.kind == "place"}


def tells_same_event(draft: Claim, source: Claim, *, beyond_act: bool) -> bool:
    """Say whether the sentences of two claims share half of what the shorter one tells.

    `beyond_act` leaves out the act and the counted noun: that people were killed on both sides
    does not make two attacks one.
    """
    if beyond_act:
        words = words_of_measure(draft, source)
        first, second = particulars(draft) - words, particulars(source) - words
    else:  # an act told in other words is shared all the same
        act = draft.measure.act if draft.measure.act == source.measure.act else ""
        first, second = _with_act(draft, act), _with_act(source, act)
    shared = count_shared(first, second)
    smaller = min(len(first), len(second))
    return shared >= min(MIN_SHARED_EVENT, smaller) and shared >= SAME_WORDS * smaller


def _with_act(claim: Claim, act: str) -> frozenset[str]:
    """Return what a sentence tells, with its act once and not by its words."""
    told = particulars(claim)
    return (told - _words_of(act)) | {act} if told & _words_of(act) else told


def words_of_measure(draft: Claim, source: Claim) -> frozenset[str]:
    """Return the words of the counted nouns and of the acts of two claims."""
    nouns = [word for claim in (draft, source) for word in claim.measure.noun.split()]
    acts = _words_of(draft.measure.act) | _words_of(source.measure.act)
    return acts | {same_word(stem(word)) for word in nouns}


def _words_of(act: str) -> frozenset[str]:
    words = tables().acts[act].words if act else ()
    return frozenset(same_word(stem(part)) for word in words for part in word.split())
