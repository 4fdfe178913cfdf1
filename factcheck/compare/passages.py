"""Quoted words looked for in other words: found as they are, or the passage they come from.

Finding is linear in the source's length; an alignment gives up above a number of cells.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.compare.words import Word

_MOST_REPLACED = 8  # words of the source that an insertion in square brackets may stand for
_MOST_CELLS = 250_000  # of an alignment table: 500 words against 500
_MOST_RUNS = 20  # between the gaps of one quotation
_MOST_PLACES = 100  # at which the first of several runs is tried
_MARK = "\0"  # in no word


def find(draft: Sequence[Word], source: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """Yield, for each place where the draft's words stand in the source, what they leave out.

    A gap in the draft may leave out any words (an ellipsis) or a few (a bracket); everything
    else must stand there word for word, in order.
    """
    runs = _runs(draft)
    if not 0 < len(runs) <= _MOST_RUNS:
        return
    text = _text(source)
    places = [list(_places(run, text)) for run in runs]
    if not all(places):
        return
    for start in places[0][:_MOST_PLACES]:
        skipped = _chain(runs, places, start, source)
        if skipped is not None:
            yield skipped


def _runs(draft: Sequence[Word]) -> list[list[Word]]:
    """Cut words at their gaps."""
    runs: list[list[Word]] = []
    for word in draft:
        if word.gap or not runs:
            runs.append([])
        runs[-1].append(word)
    return runs


class _Text(NamedTuple):
    """Words as one string, so that runs of them are found by the string search."""

    text: str
    starts: list[int]


def _text(words: Sequence[Word]) -> _Text:
    keys = [word.key for word in words]
    starts = list(itertools.accumulate((len(key) + 1 for key in keys), initial=0))
    return _Text(_MARK + _MARK.join(keys) + _MARK, starts)


def _places(run: Sequence[Word], source: _Text) -> Iterator[int]:
    """Yield the indices of source words at which a run begins."""
    wanted = _text(run).text
    at = source.text.find(wanted)
    while at >= 0:
        yield bisect_left(source.starts, at)
        at = source.text.find(wanted, at + 1)


def _chain(
    runs: Sequence[Sequence[Word]],
    places: Sequence[Sequence[int]],
    start: int,
    source: Sequence[Word],
) -> tuple[Word, ...] | None:
    """Follow the runs from one place of the first, each at its next place."""
    skipped: list[Word] = []
    end = start + len(runs[0])
    for run, starts in zip(runs[1:], places[1:], strict=True):
        nearest = bisect_left(starts, end)
        if nearest == len(starts):
            return None
        begin = starts[nearest]
        if run[0].gap == "bracket" and begin - end > _MOST_REPLACED:
            return None
        skipped += source[end:begin]
        end = begin + len(run)
    return tuple(skipped)


def align_words(
    draft: Sequence[Word], source: Sequence[Word], weights: Sequence[int]
) -> tuple[tuple[int, int], ...]:
    """Return the indices of equal words of the best common stretch (Smith-Waterman).

    A common word scores the weight of the draft's word, any other word costs 1; those that an
    ellipsis of the draft leaves out cost nothing. Empty when nothing is common, or when the table
    would be too large.
    """
    if len(draft) * len(source) > _MOST_CELLS:
        return ()
    table = [[0] * (len(source) + 1)]
    best = (0, 0, 0)
    for i, word in enumerate(draft, 1):
        cost = 0 if i < len(draft) and draft[i].gap == "ellipsis" else 1
        above, row = table[-1], [0]
        for j, other in enumerate(source, 1):
            step = weights[i - 1] if word.key == other.key else -1
            score = max(0, above[j - 1] + step, above[j] - 1, row[j - 1] - cost)
            row.append(score)
            best = max(best, (score, -i, -j))
        table.append(row)
    return _pairs(draft, source, table, (-best[1], -best[2]))


def _pairs(
    draft: Sequence[Word], source: Sequence[Word], table: list[list[int]], last: tuple[int, int]
) -> tuple[tuple[int, int], ...]:
    """Walk an alignment table back from its best cell."""
    pairs: list[tuple[int, int]] = []
    i, j = last
    while table[i][j] > 0:
        is_common = draft[i - 1].key == source[j - 1].key
        if is_common and table[i][j] > table[i - 1][j - 1]:
            pairs.append((i - 1, j - 1))
            i, j = i - 1, j - 1
        elif not is_common and table[i][j] == table[i - 1][j - 1] - 1:
            i, j = i - 1, j - 1
        elif table[i][j] == table[i - 1][j] - 1:
            i -= 1
        else:
            j -= 1
    return tuple(reversed(pairs))
