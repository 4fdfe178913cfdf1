"""What a report is made of: a checked draft, a listed draft, or one that could not be read."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from factcheck.extract.reading import Blocked
from factcheck.schema import Claim, Document, Refusal, Report


class Listing(msgspec.Struct, frozen=True):
    """The claims of one draft in its order, without any verdict.

    `blocked` is what looks like a figure or date and is none, in the same order; None where
    nobody asked. `disagreeing` holds, by the id of a claim, those that give another value.
    `by_rank` lists what is to be checked first before the rest.
    """

    document: Document
    as_of: dt.date | None
    claims: tuple[Claim, ...]
    blocked: tuple[Blocked, ...] | None = None
    disagreeing: Mapping[str, tuple[Claim, ...]] = {}
    by_rank: bool = False

    @property
    def listed(self) -> tuple[Claim, ...]:
        """The claims in the order in which they are shown."""
        return tuple(sorted(self.claims, key=_rank)) if self.by_rank else self.claims


def _rank(claim: Claim) -> int:
    return claim.rank


Outcome = Report | Listing | Refusal


def without_folders(outcome: Outcome) -> Outcome:
    """Return the outcome with the bare name of a draft that was given by an absolute path.

    Reports are handed on, and such a path names a user or a machine.
    """
    if isinstance(outcome, Refusal):
        return msgspec.structs.replace(outcome, path=_bare(outcome.path, outcome.path))
    origin = outcome.document.origin
    bare = msgspec.structs.replace(
        origin, id=_bare(origin.id, origin.path), path=_bare(origin.path, origin.path)
    )
    document = msgspec.structs.replace(outcome.document, origin=bare)
    return msgspec.structs.replace(outcome, document=document)


def _bare(name: str, path: str) -> str:
    folder = path[: path.rfind("/") + 1]
    return name.removeprefix(folder) if path.startswith("/") else name


class Counts(msgspec.Struct, frozen=True):
    """Claims by verdict, refused drafts, and how many of the claims a person has settled."""

    conflicting: int
    corroborated: int
    unsupported: int
    refused: int
    settled: int = 0


def count(outcomes: Iterable[Outcome]) -> Counts:
    """Count over all outcomes; a listing has no verdicts to count."""
    labels: Counter[str] = Counter()
    refused = settled = 0
    for outcome in outcomes:
        match outcome:
            case Report():
                labels.update(verdict.label for verdict in outcome.verdicts)
                settled += sum(verdict.is_settled for verdict in outcome.verdicts)
            case Refusal():
                refused += 1
    return Counts(
        labels["conflicting"], labels["corroborated"], labels["unsupported"], refused, settled
    )
