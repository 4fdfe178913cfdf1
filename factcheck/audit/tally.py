"""What an audit comes to, counted in one pass; its size does not depend on the archive's."""

from __future__ import annotations

import heapq
from collections import Counter
from typing import Generic, NamedTuple, TypeVar

from factcheck.audit.rows import ClaimRow, DocumentRow
from factcheck.schema import ClaimKind, Label

_T = TypeVar("_T")

_CONFLICTS = 200  # shown one by one; all are in claims.jsonl
_DISAGREEING = 50
_REFUSED = 50
_BARS = 12  # of the most contradicted documents and figures
MONTH = "%Y-%m"


class Cell(NamedTuple):
    """Claims that are counted together; `month` is empty for documents without a date."""

    month: str
    kind: ClaimKind
    verdict: Label


class Best(Generic[_T]):
    """The items with the highest keys, so many of them; of equal ones the first that came."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._heap: list[tuple[tuple[float, ...], int, _T]] = []
        self.seen = 0

    def add(self, key: tuple[float, ...], item: _T) -> None:
        """Take an item in, if it belongs among them."""
        self.seen += 1
        entry = (key, -self.seen, item)  # no two are equal before the item itself
        if len(self._heap) < self._count:
            heapq.heappush(self._heap, entry)
        elif entry[:2] > self._heap[0][:2]:
            heapq.heapreplace(self._heap, entry)

    @property
    def items(self) -> list[_T]:
        """The items, the highest first."""
        return [item for _, _, item in sorted(self._heap, key=lambda one: one[:2], reverse=True)]


class Tally:
    """Counts and the strongest findings, from the rows of an audit in their order."""

    def __init__(self) -> None:
        self.states: Counter[str] = Counter()
        self.refusals: Counter[str] = Counter()
        self.notices: Counter[str] = Counter()
        self.cells: Counter[Cell] = Counter()
        self.conflicts: Best[ClaimRow] = Best(_CONFLICTS)
        self.disagreeing: Best[ClaimRow] = Best(_DISAGREEING)
        self.figures: Best[ClaimRow] = Best(_BARS)
        self.documents: Best[DocumentRow] = Best(_BARS)
        self.refused: Best[DocumentRow] = Best(_REFUSED)

    def add_document(self, row: DocumentRow) -> None:
        """Count a document."""
        self.states[row.state] += 1
        self.notices.update(row.notices)
        if row.code:
            self.refusals[row.code] += 1
        if row.state in {"refused", "timed-out"}:
            self.refused.add((0,), row)
        if row.conflicting:
            self.documents.add((row.conflicting, row.conflicting / row.claims), row)

    def add_claim(self, row: ClaimRow) -> None:
        """Count a claim."""
        month = row.date.strftime(MONTH) if row.date else ""
        self.cells[Cell(month, row.kind, row.verdict)] += 1
        if row.verdict == "conflicting":
            self.conflicts.add((row.confidence, row.differing), row)
            if row.kind == "quantity":
                self.figures.add((row.differing, row.confidence), row)
        if "sources-disagree" in {row.reason, *row.remarks}:
            self.disagreeing.add((min(row.agreeing, row.differing), row.differing), row)

    def verdicts(self, kind: ClaimKind | None = None) -> Counter[Label]:
        """Return the number of claims by verdict."""
        found: Counter[Label] = Counter()
        for cell, count in self.cells.items():
            if kind in {None, cell.kind}:
                found[cell.verdict] += count
        return found
