"""Two sentences held against each other word by word: does one carry what the other says?

A sentence is carried where its weighty words stand in the other one, as they are or as a word
that says the same, with every name among them and nothing that turns it round or leaves it open;
`acts` tells whether the same side does it.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal

import msgspec

from factcheck.compare.sentences import Heard, Kind, hedges_in
from factcheck.vocabulary.statements import tables

_REACH = 2  # weighty words that a word like "may" or "plans" leaves open
_LIMITS = frozenset({"may", "might", "could", "only"})  # a source without them says another thing


class Coverage(msgspec.Struct, frozen=True):
    """What of a sentence's weighty words the other one holds.

    `lost` are those it does not hold, as written; `rivals` those in whose place it holds another
    word, `names_differ` that a whole name is lost or has a rival, `figures_lost` that a figure is
    which is no claim of its own; the others, what is held besides names.
    """

    share: Decimal
    lost: tuple[str, ...]
    rivals: tuple[str, ...]
    names_differ: bool
    figures_lost: bool
    shares_word: bool
    shares_figure: bool


def coverage(
    draft: Sequence[Heard], source: Sequence[Heard], judged: Collection[str] = ()
) -> Coverage:
    """Say how much of a draft's sentence a source's sentence holds.

    `judged` are the keys of figures that are claims of their own: one that is not held is for
    them to tell.
    """
    weighty = [word for word in draft if word.is_weighty]
    keys, shorts = {word.key for word in source}, _initials(source)
    missing = {w.key for w in weighty if w.key not in keys and w.written not in shorts}
    names = [
        [w.key for w in name if w.kind == "name"] or [w.key for w in name] for name in _names(draft)
    ]
    rivals = [word for word in _rivals(weighty, source) if word.key in missing]
    left_out = set(judged)
    # The last name alone names a person.
    left_out.update(key for name in names if name[-1] not in missing for key in name)
    known = {w.key: w for w in weighty if w.key not in missing & left_out}
    lost = [word for key, word in known.items() if key in missing]
    return Coverage(
        Decimal(len(known) - len(lost)) / Decimal(len(known)) if known else Decimal(0),
        tuple(word.written for word in lost),
        tuple(word.written for word in rivals),
        any(missing.issuperset(name) for name in names) or any(w.kind == "name" for w in rivals),
        any(w.kind == "number" for w in lost),
        any(word.kind == "word" and word.key in keys for word in weighty),
        any(word.kind == "number" and word.key in keys for word in weighty),
    )


def _names(words: Sequence[Heard]) -> Iterator[list[Heard]]:
    """Yield the runs of words that make one name, figures in it included: "50 Cent", "Flight 7"."""
    run: list[Heard] = []
    for at, word in enumerate(words):
        leads = at + 1 < len(words) and words[at + 1].is_capital
        if word.kind == "name" or (word.kind == "number" and (leads or run)):
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _initials(words: Sequence[Heard]) -> frozenset[str]:
    """Return the initials of the names of a sentence, in lower case: QPR, WHO."""
    return frozenset(
        "".join(word.written[0] for word in name) for name in _names(words) if len(name) > 1
    )


def _rivals(draft: Sequence[Heard], source: Sequence[Heard]) -> Iterator[Heard]:
    """Yield the words of a draft in whose place the source has another: "east bank", "west bank".

    The word beside them must be the same on both sides, and neither may stand anywhere in the
    other sentence. Figures are compared elsewhere.
    """
    mine, theirs = {word.key for word in draft}, {word.key for word in source}
    told = [word for word in source if word.is_weighty]
    others = {place for place, word in _places(told) if word.key not in mine}
    for place, word in _places(draft):
        if word.key not in theirs and place in others and word.kind != "number":
            yield word


def _places(words: Sequence[Heard]) -> Iterator[tuple[tuple[str, str, Kind], Heard]]:
    """Yield each word with its place: its kind, and the key of the word before or behind it."""
    for one, next_one in itertools.pairwise(words):
        yield ("before", next_one.key, one.kind), one
        yield ("behind", one.key, next_one.kind), next_one


# --- what turns a sentence round or leaves it open ---------------------------------------------


def is_denied(draft: Sequence[Heard], source: Sequence[Heard]) -> bool:
    """Say whether one sentence denies a word that the other tells without a denial."""
    keys, others = {word.key for word in draft}, {word.key for word in source}
    mine = _behind(draft, _negations(draft, others), 1)
    theirs = _behind(source, _negations(source, keys), 1)
    return bool(mine - theirs) or bool((theirs - mine) & keys)


def is_left_open(draft: Sequence[Heard], source: Sequence[Heard]) -> bool:
    """Say whether a sentence tells as possible, wished or alleged what the other tells as done."""
    said = tables()
    mine, theirs = ({word.written for word in words} for words in (draft, source))
    roots = {said.root(word) for word in mine}
    keys = {word.key for word in draft if word.is_weighty}
    hedges = (at for at in hedges_in(source) if said.root(source[at].written) not in roots)
    closing = {word.written for word in source[-1:]} & said.hedges  # ", the union claimed"
    if any(said.root(word) not in roots for word in closing):
        return True
    nearly = {draft[at].written for at in hedges_in(draft)} & said.nearly
    limits = (_LIMITS & mine | nearly) - theirs
    return bool(_behind(source, hedges, _REACH) & keys) or bool(limits)


def _negations(words: Sequence[Heard], others: Collection[str]) -> Iterator[int]:
    """Yield the indices of the words that deny what stands behind them: "not", "refused to".

    A refusal that both tell (`others`: the keys of the other sentence) turns neither round.
    """
    said = tables()
    for at, word in enumerate(words):
        denies = word.written == "yet" or (word.key in said.denying and word.key not in others)
        refused = denies and at + 1 < len(words) and words[at + 1].written == "to"
        if refused or word.written in said.negations:
            yield at


def _behind(words: Sequence[Heard], starts: Iterable[int], reach: int) -> set[str]:
    """Return the keys of the next `reach` weighty words behind each of the starts."""
    found: set[str] = set()
    for at in starts:
        weighty = (w.key for w in words[at + 1 :] if w.is_weighty)
        found.update(itertools.islice(weighty, reach))
    return found
