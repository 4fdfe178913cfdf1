"""Who did what to whom in a sentence, and whether it was done at all."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Sequence

import msgspec

from factcheck.compare.sentences import Heard, hedges_in
from factcheck.vocabulary.statements import tables

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "get", "gets", "got"})
_LINKS = frozenset({"of", "for", "to", "from", "with", "against", "at", "in"})
_ARTICLES = frozenset({"the", "a", "an", "her", "his", "its", "their"})
_MOST_TELLINGS = 5  # of one verb in one sentence; a longer one is no prose
_NEAR = 4  # words before an act in which a negation belongs to it


class Act(msgspec.Struct, frozen=True):
    """An act told by a sentence: who does it to whom as keys, its polarity, the word beside it.

    `written` is the form of its word, `heads` the keys of the word right before the act and of
    those it hangs on ("the lawyer of Reyes resigned": both); none behind a comma.
    """

    written: str
    doers: frozenset[str]
    done_to: frozenset[str]
    is_negated: bool
    is_open: bool
    heads: frozenset[str]


def acts_in(words: Sequence[Heard], verb: str) -> Iterator[Act]:
    """Yield the first acts of a verb (its key) that a sentence tells of.

    >>> from factcheck.compare.sentences import read_sentence
    >>> told = read_sentence("On Monday Ana Haddad was not sued by Tomas Reyes.")
    >>> act, = acts_in(told, tables().key("sued"))
    >>> "haddad" in act.done_to, "toma" in act.doers, act.is_negated
    (True, True, True)
    """
    told = (at for at, word in enumerate(words) if word.key == verb and word.is_weighty)
    for at in itertools.islice(told, _MOST_TELLINGS):
        yield _act(words, at)


def _act(words: Sequence[Heard], at: int) -> Act:
    left, right = words[:at], words[at + 1 :]
    doers, done_to = _keys(left), _keys(right)
    helpers = list(_helpers(left))
    if any(word.written in _BE for word in helpers):
        by = next((n for n, word in enumerate(right) if word.written == "by"), len(right))
        doers, done_to = _keys(right[by:]), _keys(left)
    subject = left[: len(left) - len(helpers)]
    heads = frozenset() if any(w.key == "," for w in helpers) else frozenset(_heads(subject))
    return Act(words[at].written, doers, done_to, _is_negated(left), _is_open(left), heads)


def _heads(subject: Sequence[Heard]) -> Iterator[str]:
    """Yield the key of the last word of a subject and of each word it hangs on by "of"."""
    hangs = True
    for word in reversed(subject):
        if word.is_weighty and hangs:
            yield word.key
            hangs = False
        elif word.written in _LINKS:
            hangs = True
        elif not word.is_weighty and word.written not in _ARTICLES:
            return


def _helpers(left: Sequence[Heard]) -> Iterator[Heard]:
    """Yield the words right before an act that help it, the last first: "has never been"."""
    for word in reversed(left):
        if word.is_weighty and not word.written.endswith("ly"):
            return
        yield word


def _keys(words: Sequence[Heard]) -> frozenset[str]:
    return frozenset(word.key for word in words if word.is_weighty)


def _is_negated(left: Sequence[Heard]) -> bool:
    """Say whether an act behind these words did not happen; two denials make it happen."""
    said = tables()
    near = left[-_NEAR:]
    denials = sum(word.written in said.negations for word in near)
    to = [n for n in range(len(near) - 1) if near[n + 1].written == "to"]
    denials += sum(near[n].key in said.denying for n in to)
    return denials % 2 == 1


def _is_open(left: Sequence[Heard]) -> bool:
    """Say whether the words before an act leave open whether it happened: "may", "asked to"."""
    infinitive = any(word.written == "to" for word in _helpers(left))
    return infinitive or any(True for _ in hedges_in(left))


def is_turned_round(draft: Sequence[Heard], source: Sequence[Heard]) -> bool:
    """Say whether two sentences tell one act with its two sides exchanged: "A sued B", "B sued A".

    Every word of both that stands between two names is tried, since a noun tells an act too.
    """
    both = {word.key for word in draft if word.kind == "word"} & {
        word.key for word in source if word.kind == "word"
    }
    names = {word.key for word in draft if word.kind == "name"}
    return any(
        _are_exchanged(mine, theirs, names)
        for key in sorted(both)
        for mine in acts_in(draft, key)
        for theirs in acts_in(source, key)
    )


def _are_exchanged(mine: Act, theirs: Act, names: Collection[str]) -> bool:
    doers, done_to = mine.doers & set(names), mine.done_to & set(names)
    moved = doers & theirs.done_to and done_to & theirs.doers
    stayed = doers & theirs.doers or done_to & theirs.done_to
    return bool(moved) and not stayed
