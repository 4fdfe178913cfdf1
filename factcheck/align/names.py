"""Do two claims speak of the same people and places? Silence is not agreement."""

from __future__ import annotations

import functools
from collections.abc import Set
from typing import Literal

from factcheck.schema import Claim, Entity, EntityOrigin, Feature
from factcheck.vocabulary import persons, places

Outcome = Literal["same", "other", "silent", "unknown"]

MIN_INITIALS = 3  # two letters stand for too many names
_INNER: frozenset[EntityOrigin] = frozenset({"clause", "sentence"})
# Where a name must stand to count as named when a conflict is at stake: not just anywhere.
_NEAR: frozenset[EntityOrigin] = frozenset({"clause", "sentence", "speaker", "before", "title"})
_OWN: frozenset[EntityOrigin] = frozenset({"clause", "sentence", "speaker", "before"})
_OUTER: frozenset[EntityOrigin] = frozenset({"speaker", "title", "lead", "paragraph"})


def entity_feature(draft: Claim, source: Claim) -> Feature:
    """Say whether two claims share who and where."""
    return Feature(
        "entities",
        ", ".join(e.name for e in _bound(draft)),
        ", ".join(e.name for e in _bound(source)),
        _entity_outcome(draft, source),
    )


def _bound(claim: Claim) -> list[Entity]:
    """Return the names nearest to the value: of its clause, else its sentence, else around it."""
    outer = {"before", "paragraph", "title", "lead"}
    for origins in ({"clause"}, {"sentence"}, outer):
        found = [entity for entity in claim.entities if entity.origin in origins]
        if found:
            return found
    return list(claim.entities)


def _entity_outcome(draft: Claim, source: Claim) -> Outcome:
    if not draft.entities or not source.entities:
        return "silent"
    lost, added = _unshared(draft, source), _unshared(source, draft)
    if any(entity.locative for entity in added):
        return "other"
    if are_apart(draft, source) or _places_apart(draft, source):
        return "other"
    if any(entity.locative for entity in lost) or _each_adds(draft, source):
        return "silent"
    return _sharing(draft, source)


def are_apart(draft: Claim, source: Claim) -> bool:
    """Say whether each claim names, in its clause, one of a kind that the other is not about."""
    lost, added = _foreign(draft, source), _foreign(source, draft)
    return any(entity.kind == other.kind for entity in lost for other in added)


def _each_adds(draft: Claim, source: Claim) -> bool:
    """Say whether each sentence names what may be a place, and the other sentence does not.

    "In the cathedral of Port Elin" and "in the cathedral of Hamrun" may share all else.
    """
    mine, theirs = _inner_named(draft), _inner_named(source)
    lost = [e for e in mine if not _named(e, source.entities)]
    return bool(lost) and any(not _named(e, tuple(mine)) for e in theirs)


def _inner_named(claim: Claim) -> list[Entity]:
    return [e for e in claim.entities if e.kind in {"place", "other"} and e.origin in _INNER]


def _places_apart(draft: Claim, source: Claim) -> bool:
    """Say whether both sentences name places, and neither one that the other claim names."""
    mine, theirs = _inner_places(draft), _inner_places(source)
    if not mine or not theirs:
        return False
    return not any(_named(e, source.entities) for e in mine) and not any(
        _named(e, draft.entities) for e in theirs
    )


def _inner_places(claim: Claim) -> list[Entity]:
    return [e for e in claim.entities if e.kind == "place" and e.origin in _INNER]


def _sharing(draft: Claim, source: Claim) -> Outcome:
    """Say whether what each value is bound to is named by the other claim too.

    One shared as the speaker only ("the council said") must not be contradicted by the titles.
    """
    near = [e for e in _bound(draft) if _named(e, source.entities)]
    back = [e for e in _bound(source) if _named(e, draft.entities)]
    if not near or not back:
        return "other" if not near and _both_name_places(draft, source) else "silent"
    if any(e.origin != "speaker" for e in (*near, *back)):
        return "same"
    far = _unnamed(draft, source, _OUTER), _unnamed(source, draft, _OUTER)
    return "other" if all(far) else "same"


def _both_name_places(draft: Claim, source: Claim) -> bool:
    return any(e.kind == "place" for e in draft.entities) and any(
        e.kind == "place" for e in source.entities
    )


def _unshared(claim: Claim, other: Claim) -> list[Entity]:
    """Return the names of a claim's own clause that the other claim never names."""
    return _unnamed(claim, other, frozenset({"clause"}))


def _foreign(claim: Claim, other: Claim) -> list[Entity]:
    """Return the names of a claim's own clause that the other is not about.

    A claim that names a place of its own is not about the other places of its title.
    """
    own = any(e.kind == "place" and e.origin == "clause" for e in other.entities)
    about = tuple(e for e in other.entities if not own or e.origin in _OWN or e.kind != "place")
    return [e for e in claim.entities if e.origin == "clause" and not _named(e, about)]


def _unnamed(claim: Claim, other: Claim, origins: Set[EntityOrigin]) -> list[Entity]:
    return [
        entity
        for entity in claim.entities
        if entity.origin in origins and not _named(entity, other.entities)
    ]


def _named(entity: Entity, others: tuple[Entity, ...]) -> bool:
    return any(same_name(entity.name, other.name) for other in others)


def same_name(first: str, second: str) -> bool:
    """Say whether two names may be the same.

    They are equal, one is within the other, one stands for the other as the seat of a government
    or by its initials, or both are seats of one.

    >>> same_name("Bashar al Assad", "Assad"), same_name("Kremlin", "Russia")
    (True, True)
    >>> same_name("Riverton", "Riverton City Council"), same_name("Norland", "Sudland")
    (True, False)
    """
    return _same_name(persons.known_as(first), persons.known_as(second))


@functools.lru_cache(maxsize=1 << 16)  # the names of one draft meet again and again
def _same_name(first: str, second: str) -> bool:
    if first == second:
        return True
    if (places.seat_of(first) or first) == (places.seat_of(second) or second):
        return True
    if first == initials(second) or second == initials(first):
        return True
    short, long = sorted((first.lower().split(), second.lower().split()), key=len)
    return bool(short) and (long[: len(short)] == short or long[-len(short) :] == short)


def initials(name: str) -> str:
    """Return the initials of a name of several words, small words left out; else nothing.

    >>> initials("World Health Organization"), initials("Bank of the South Coast"), initials("UN")
    ('WHO', 'BSC', '')
    """
    words = [word for word in name.split() if word[0].isupper()]
    return "".join(word[0] for word in words) if len(words) >= MIN_INITIALS else ""


def is_certain(draft: Claim, source: Claim) -> bool:
    """Say whether neither claim names anything in its clause that the other never names."""
    return not _unnamed_near(draft, source) and not _unnamed_near(source, draft)


def adds_no_name(draft: Claim, source: Claim) -> bool:
    """Say whether the source names all that the draft names in its clause, and perhaps more."""
    return not _unnamed_near(draft, source)


def _unnamed_near(claim: Claim, other: Claim) -> bool:
    near = tuple(entity for entity in other.entities if entity.origin in _NEAR)
    return any(e.origin == "clause" and not _named(e, near) for e in claim.entities)


def name_one_person(draft: Claim, source: Claim) -> bool:
    """Say whether both claims name, near the value, a person that the other names too."""
    return any(
        entity.kind == "person" and entity.origin in _INNER and _named(entity, source.entities)
        for entity in draft.entities
    )


def name_the_same(draft: Claim, source: Claim) -> bool:
    """Say whether neither sentence names anybody or anywhere that the other claim never names."""
    return not _unnamed(draft, source, _INNER) and not _unnamed(source, draft, _INNER)


def share_inner_name(draft: Claim, source: Claim) -> bool:
    """Say whether both sentences name somebody or somewhere, in any form of the name."""
    return count_inner_names(draft, source) > 0


def count_inner_names(draft: Claim, source: Claim) -> int:
    """Return how many names of the draft's sentence the source's sentence has too, in any form."""
    inner = tuple(entity for entity in source.entities if entity.origin in _INNER)
    return sum(e.origin in _INNER and _named(e, inner) for e in draft.entities)
