"""Do two claims speak of the same thing? Kind, measure, entities, status - never the value.

Silence is not agreement: what only one side says is neither shared nor other. The rules are
those of docs/verdicts.md ("First the same thing").
"""

from __future__ import annotations

from collections.abc import Set
from decimal import Decimal
from typing import Literal

import msgspec

from factcheck.schema import (
    Claim,
    Entity,
    EntityOrigin,
    Feature,
    Measure,
    Quantity,
    Reason,
    Statement,
    Status,
    Value,
)
from factcheck.vocabulary import places
from factcheck.vocabulary.measures import PART, stem, tables

Outcome = Literal["same", "other", "silent", "unknown"]

# Shares of the smaller sentence's content words that both sentences hold. Set on the sample
# corpus and the case set; between them the measure stays unknown.
SAME_WORDS = 0.5
SOME_WORDS = 0.3
MOST_WORDS = 0.6
MIN_SHARED_EVENT = 3  # words and names, or all that the shorter sentence has
MIN_SHARED_WORDS = 2  # where neither noun nor act is known to be the same

_COMPARABLE_KINDS: tuple[frozenset[str], ...] = (
    frozenset({"percent", "fraction", "ratio", "percentage_point", "multiplier"}),
    frozenset({"duration", "age"}),
    frozenset({"measure", "temperature"}),
)
# Money that was granted is money given; asked, promised and planned money are measures of
# their own, and so is money allotted against money spent.
_COMPARABLE_STATUSES: tuple[frozenset[Status], ...] = (
    frozenset({"actual", "spent"}),
    frozenset({"actual", "approved"}),
)
_INNER: frozenset[EntityOrigin] = frozenset({"clause", "sentence"})
# Where a name must stand to count as named when a conflict is at stake: not just anywhere.
_NEAR: frozenset[EntityOrigin] = frozenset({"clause", "sentence", "speaker", "before", "title"})
_OWN: frozenset[EntityOrigin] = frozenset({"clause", "sentence", "speaker", "before"})
_OUTER: frozenset[EntityOrigin] = frozenset({"speaker", "title", "lead", "paragraph"})


class Alignment(msgspec.Struct, frozen=True):
    """What alignment found; `reason` says why the two are not the same thing.

    `certain` holds when nothing at all speaks against the same subject: only then may another
    unit conflict.
    """

    outcome: Outcome
    reason: Reason
    certain: bool
    features: tuple[Feature, ...]


def align(draft: Claim, source: Claim) -> Alignment:
    """Compare what two claims of the same kind speak of."""
    features = (
        _kinds(draft, source),
        _measures(draft, source),
        entity_feature(draft, source),
        _statuses(draft, source),
    )
    reasons: tuple[Reason, ...] = (
        "not-comparable",
        "other-subject",
        "other-subject",
        "not-comparable",
    )
    for feature, reason in zip(features, reasons, strict=True):
        if feature.outcome == "other":
            return Alignment("other", reason, False, features)
    outcomes = {feature.outcome for feature in features[1:3]}
    if outcomes == {"same"}:
        return Alignment("same", "value-agrees", is_certain(draft, source), features)
    return Alignment("unknown", "other-subject", False, features)


def particulars(claim: Claim) -> frozenset[str]:
    """Return what a claim's sentence tells besides its value: content words and names."""
    names = (e.name for e in claim.entities if e.origin in {"clause", "sentence"})
    verb = [stem(claim.value.verb)] if isinstance(claim.value, Statement) else []
    return frozenset((*claim.measure.words, *names, *verb))


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


def counts_the_same(draft: Claim, source: Claim) -> bool:
    """Say whether two counts surely count the same; other figures have no noun to differ in.

    What is counted without an act must be that of a place or body that both sentences name, or
    be told in mostly the same words.
    """
    if not isinstance(draft.value, Quantity) or draft.value.kind != "count":
        return True
    named = draft.measure.act or _share_inner_name(draft, source)
    if not named and word_overlap(draft, source) < MOST_WORDS:
        return False
    return _nouns(draft.measure, source.measure) == "same"


def _share_inner_name(draft: Claim, source: Claim) -> bool:
    inner = tuple(entity for entity in source.entities if entity.origin in _INNER)
    return any(e.origin in _INNER and _named(e, inner) for e in draft.entities)


def tells_same_event(draft: Claim, source: Claim, *, beyond_act: bool) -> bool:
    """Say whether the sentences of two claims share half of what the shorter one tells.

    `beyond_act` leaves out the act and the counted noun: that people were killed on both sides
    does not make two attacks one.
    """
    common = _words_of_measure(draft, source) if beyond_act else frozenset()
    first, second = particulars(draft) - common, particulars(source) - common
    shared = count_shared(first, second)
    smaller = min(len(first), len(second))
    return shared >= min(MIN_SHARED_EVENT, smaller) and shared >= SAME_WORDS * smaller


def _words_of_measure(draft: Claim, source: Claim) -> frozenset[str]:
    nouns = [word for claim in (draft, source) for word in claim.measure.noun.split()]
    acts = tables().acts
    known = [acts[claim.measure.act].words for claim in (draft, source) if claim.measure.act]
    return frozenset(stem(word) for words in (nouns, *known) for word in words)


def has_common_ground(draft: Claim, source: Claim) -> bool:
    """Say whether two claims share a number, a counted noun, an act, or some of their words."""
    first, second = draft.measure, source.measure
    return (
        _figure(draft.value) == _figure(source.value)
        or "same" in {_nouns(first, second), _same(first.act, second.act)}
        or word_overlap(draft, source) >= SOME_WORDS
    )


def _figure(value: Value) -> Decimal | None:
    return value.figure if isinstance(value, Quantity) else None


def is_certain(draft: Claim, source: Claim) -> bool:
    """Say whether neither claim names anything in its clause that the other never names."""
    return not _unnamed_near(draft, source) and not _unnamed_near(source, draft)


def _unnamed_near(claim: Claim, other: Claim) -> bool:
    near = tuple(entity for entity in other.entities if entity.origin in _NEAR)
    return any(e.origin == "clause" and not _named(e, near) for e in claim.entities)


def of_comparable_kinds(draft: Claim, source: Claim) -> bool:
    """Say whether two claims are of one kind, or of two that can be turned into each other."""
    first, second = _kind_name(draft.value), _kind_name(source.value)
    return first == second or any({first, second} <= kinds for kinds in _COMPARABLE_KINDS)


def name_one_person(draft: Claim, source: Claim) -> bool:
    """Say whether both claims name, near the value, a person that the other names too."""
    return any(
        entity.kind == "person" and entity.origin in _INNER and _named(entity, source.entities)
        for entity in draft.entities
    )


def name_the_same(draft: Claim, source: Claim) -> bool:
    """Say whether neither sentence names anybody or anywhere that the other claim never names."""
    return not _unnamed(draft, source, _INNER) and not _unnamed(source, draft, _INNER)


def _kinds(draft: Claim, source: Claim) -> Feature:
    outcome: Outcome = "same" if of_comparable_kinds(draft, source) else "other"
    return Feature("kind", _kind_name(draft.value), _kind_name(source.value), outcome)


def _kind_name(value: Value) -> str:
    return value.kind if isinstance(value, Quantity) else type(value).__name__.lower()


# --- measure ---------------------------------------------------------------------------------


def _measures(draft: Claim, source: Claim) -> Feature:
    first, second = draft.measure, source.measure
    return Feature("measure", _say(first), _say(second), _measure_outcome(draft, source))


def _say(measure: Measure) -> str:
    return " ".join(part for part in (measure.noun_class or measure.noun, measure.act) if part)


def _measure_outcome(draft: Claim, source: Claim) -> Outcome:
    first, second = draft.measure, source.measure
    nouns, acts = _nouns(first, second), _acts(first.act, second.act)
    if "other" in {nouns, acts}:
        return "other"
    if nouns == acts == "same":
        return "same"
    counted = {stem(word) for noun in (first.noun, second.noun) for word in noun.split()}
    shared = len(shared_words(draft, source) - counted)
    if "same" in {nouns, acts}:
        enough = word_overlap(draft, source) >= SOME_WORDS and shared >= 1
    else:
        enough = word_overlap(draft, source) >= SAME_WORDS and shared >= MIN_SHARED_WORDS
    return "same" if enough else "unknown"


def _nouns(first: Measure, second: Measure) -> Outcome:
    classes = {first.noun_class, second.noun_class}
    if PART in classes:
        return "other"
    if "" not in classes:
        return _same(first.noun_class, second.noun_class)
    if classes != {""}:
        return "other" if first.noun and second.noun else "unknown"
    heads = [stem(noun.split()[-1]) if noun else "" for noun in (first.noun, second.noun)]
    return _same(heads[0], heads[1])


def _acts(first: str, second: str) -> Outcome:
    """Compare two acts; what happened to people is never what happened to nobody named."""
    known = tables().acts
    if bool(first) != bool(second) and known[first or second].of == "people":
        return "other"
    return _same(first, second)


def _same(first: str, second: str) -> Outcome:
    if first and second:
        return "same" if first == second else "other"
    return "unknown"


# --- entities --------------------------------------------------------------------------------


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
    if are_apart(draft, source):
        return "other"
    if any(entity.locative for entity in lost):
        return "silent"
    return _sharing(draft, source)


def are_apart(draft: Claim, source: Claim) -> bool:
    """Say whether each claim names, in its clause, one of a kind that the other is not about."""
    lost, added = _foreign(draft, source), _foreign(source, draft)
    return any(entity.kind == other.kind for entity in lost for other in added)


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
    """Say whether two names may be the same: equal, one within the other, or seat and country.

    >>> same_name("Bashar al Assad", "Assad"), same_name("Kremlin", "Russia")
    (True, True)
    >>> same_name("Riverton", "Riverton City Council"), same_name("Norland", "Sudland")
    (True, False)
    """
    if first == second:
        return True
    if second == places.seat_of(first) or first == places.seat_of(second):
        return True
    short, long = sorted((first.lower().split(), second.lower().split()), key=len)
    return bool(short) and (long[: len(short)] == short or long[-len(short) :] == short)


# --- status ----------------------------------------------------------------------------------


def _statuses(draft: Claim, source: Claim) -> Feature:
    first, second = draft.status, source.status
    same = first == second or any({first, second} <= pair for pair in _COMPARABLE_STATUSES)
    return Feature("status", first, second, "same" if same else "other")
