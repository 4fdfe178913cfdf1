"""What each source tells, and what decides whether it counts: who says so, when, of what rank."""

from __future__ import annotations

import datetime as dt
import fnmatch
from collections.abc import Sequence

import msgspec

from factcheck.align import same_name
from factcheck.config import Sources
from factcheck.judge.corrections import is_correction, withdrawn_in
from factcheck.schema import Candidate, Claim, Evidence, Origin


class Told(msgspec.Struct, frozen=True):
    """One piece of evidence.

    `bodies` are those who are credited in the sentence, else the publisher. `day` is that on which
    these words were first told. `withdrawn` are the claims that the passage takes back.
    """

    evidence: Evidence
    bodies: tuple[str, ...]
    day: dt.date | None
    rank: int
    corrects: bool
    withdrawn: tuple[Claim, ...]


def told_by(
    candidates: Sequence[Candidate], evidence: Sequence[Evidence], sources: Sources
) -> tuple[Told, ...]:
    """Return what each candidate tells; `evidence` is in the order of the candidates."""
    return tuple(
        Told(
            evidence=one,
            bodies=speakers_of(one.other) or tuple(filter(None, [one.passage.origin.source])),
            day=one.other.as_of if one.other else None,
            rank=rank_of(one.passage.origin, sources),
            corrects=is_correction(one.passage),
            withdrawn=withdrawn_in(candidate),
        )
        for candidate, one in zip(candidates, evidence, strict=True)
    )


def speakers_of(claim: Claim | None) -> tuple[str, ...]:
    """Return the persons and bodies that a claim's sentence credits; a place is none."""
    entities = claim.entities if claim else ()
    return tuple(e.name for e in entities if e.origin == "speaker" and e.kind != "place")


def rank_of(origin: Origin, sources: Sources) -> int:
    """Return the rank of a source: of the first pattern that fits its name or path, else 0.

    >>> gazette = Origin("a/b.txt", "a/b.txt", "", "The Gazette", None, "")
    >>> rank_of(gazette, Sources(ranks=(("wire/*", 2), ("*gazette", 1))))
    1
    """
    names = [name.casefold() for name in (origin.source, origin.path) if name]
    for pattern, rank in sources.ranks:
        if any(fnmatch.fnmatchcase(name, pattern.casefold()) for name in names):
            return rank
    return 0


def are_of_one_body(first: Told, second: Told) -> bool:
    """Say whether two passages credit the same person or body."""
    return any(same_body(one, two) for one in first.bodies for two in second.bodies)


def same_body(first: str, second: str) -> bool:
    """Say whether two names of who is credited are one body's, shortened or not.

    >>> same_body("Observatory", "Norland Observatory for Human Rights"), same_body("NOHR", "NATO")
    (True, False)
    >>> same_body("NOHR", "Norland Observatory for Human Rights")
    True
    """
    if same_name(first, second):
        return True
    short, long = sorted((first.split(), second.split()), key=len)
    initials = "".join(word[0] for word in long if word[0].isupper())
    return len(short) == 1 and len(long) > 1 and (short[0] in long or short[0] == initials)
