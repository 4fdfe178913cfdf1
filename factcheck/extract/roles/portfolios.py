"""What a minister is in charge of, where it is more than one thing."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.names import Word
from factcheck.vocabulary import roles

_MOST_PORTFOLIO_WORDS = 4
_JOINING = frozenset({"and", ",", "&"})
_HEADS = frozenset({"minister", "ministers", "secretary", "secretaries"})


def joint(
    words: Sequence[Word], office: str, at: int, end: int, floor: int
) -> tuple[str, int, int]:
    """Widen a minister's title by further portfolios: "Foreign Affairs and Trade Minister"."""
    own = office.removesuffix(" minister")
    if roles.portfolio(own) is None:
        return office, at, end
    found = [own]
    while (begin := _portfolio_before(words, at, floor)) < at:
        found.append(str(roles.portfolio(_key(words, begin, _link_before(words, at)))))
        at = begin
    while words[end - 1].key not in _HEADS and (stop := _portfolio_behind(words, end)) > end:
        found.append(str(roles.portfolio(_key(words, _link_behind(words, end), stop))))
        end = stop
    return (roles.joint_minister(found) if len(found) > 1 else office), at, end


def _key(words: Sequence[Word], start: int, end: int) -> str:
    return " ".join(word.key for word in words[start:end])


def _link_before(words: Sequence[Word], at: int) -> int:
    """Return where an "and" or comma before `at` begins; `at` where there is none."""
    return at - 1 if at > 0 and words[at - 1].key in _JOINING else at


def _link_behind(words: Sequence[Word], at: int) -> int:
    """Return where the words behind commas and "and" at `at` begin."""
    for _ in range(2):
        at += at < len(words) and words[at].key in _JOINING
    return at


def _portfolio_before(words: Sequence[Word], at: int, floor: int) -> int:
    """Return where a known portfolio joined to what begins at `at` begins, or `at`."""
    stop = _link_before(words, at)
    if stop == at:
        return at
    for count in range(_MOST_PORTFOLIO_WORDS, 0, -1):
        if stop - count >= floor and roles.portfolio(_key(words, stop - count, stop)):
            return stop - count
    return at


def _portfolio_behind(words: Sequence[Word], at: int) -> int:
    """Return where a known portfolio joined to what ends at `at` ends, or `at`."""
    begin = _link_behind(words, at)
    if begin == at:
        return at
    for count in range(_MOST_PORTFOLIO_WORDS, 0, -1):
        if roles.portfolio(_key(words, begin, min(begin + count, len(words)))):
            return min(begin + count, len(words))
    return at
