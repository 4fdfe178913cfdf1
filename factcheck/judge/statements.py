"""Statements: does a passage carry what a sentence without a value says, or deny it?

Words are held against words, never likeness against a threshold alone: the names, the act, its
polarity and who does it to whom must be those of the draft. Where anything speaks against that,
nothing follows.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

import msgspec

from factcheck.align import entity_feature
from factcheck.compare import Comparison
from factcheck.compare.acts import Act, acts_in, is_turned_round
from factcheck.compare.sentences import (
    Heard,
    name_words,
    owned_in,
    read_sentence,
    without_aside,
    without_description,
    without_telling,
    without_turn,
)
from factcheck.compare.statements import Coverage, coverage, is_denied, is_left_open
from factcheck.judge.compared import Compared
from factcheck.schema import Candidate, Claim, Entity, EntityOrigin, Feature, Statement, Status
from factcheck.vocabulary import persons, verbs
from factcheck.vocabulary.statements import tables

# Shares of the draft's weighty words that the passage holds; set on pairs of news sentences and
# the case set. A figure that both hold makes it likelier that they tell of one thing.
CARRIED = Decimal("0.8")
CARRIED_WITH_FIGURE = Decimal("0.66")
DENIED = Decimal("0.75")  # of what the draft tells besides the act
IDENTIFYING = 4  # weighty words, all of them shared, that make two nameless sentences one
NEAR = Decimal("0.5")  # below, the passage is not worth showing
SAME_DAYS = 31  # "declined to comment" is true of many days
_NEAR_IT: frozenset[EntityOrigin] = frozenset({"before", "paragraph", "title", "lead"})
_MEANT: frozenset[EntityOrigin] = frozenset({"clause", "before", "title"})
_POINTING = frozenset({"company", "group", "country", "city", "town", "region"})
_OWNERS = frozenset({"its", "their", "his", "her"})
_CLOSING = "\"'”’)] "  # behind the mark of a question
_UNSURE: frozenset[Status] = frozenset({"denied", "doubted", "rumoured", "forecast"})
_OTHER = Comparison("undecided", "other-subject")


class _Held(msgspec.Struct, frozen=True):
    """A statement beside a passage, both as words; `other` is a statement read in the passage.

    `told` is the day of the passage's document, `is_of_another` says that the passage tells of what
    belongs to somebody whom the draft tells of ("released the driver's name").
    """

    claim: Claim
    other: Claim | None
    verb: str
    draft: tuple[Heard, ...]
    source: tuple[Heard, ...]
    coverage: Coverage
    told: dt.date | None
    is_of_another: bool

    @property
    def is_of_one_day(self) -> bool:
        """Say whether the passage was told on the draft's day, or the day before or after."""
        if self.claim.as_of is None or self.told is None:
            return False
        return abs((self.claim.as_of - self.told).days) <= 1


def compare_statements(
    claim: Claim, value: Statement, candidate: Candidate, siblings: Sequence[Claim] = ()
) -> list[Compared]:
    """Compare a statement with a passage, beside each statement that was read in it.

    `siblings` are the claims of the draft's sentence: their figures are judged with them.
    """
    source = read_sentence(without_turn(candidate.passage.text))
    draft = without_aside(without_telling(read_sentence(claim.text)))
    draft = _named(claim, without_description(draft, source), source)
    judged = {w.key for c in siblings if c.kind != "statement" for w in read_sentence(c.text)}
    figures = {key for key in judged if key.startswith("#")}
    is_of_another = _is_of_another(draft, claim.text, candidate.passage.text)
    verb = tables().key(value.verb.removeprefix("be ")) if value.verb else ""
    read = [other for other in candidate.claims if isinstance(other.value, Statement)]
    others: Sequence[Claim | None] = read or [None]
    found = []
    for other in others:
        told = _with_owner(source, other, draft)
        covered = coverage(draft, told, figures)
        day = candidate.passage.origin.date
        held = _Held(claim, other, verb, draft, told, covered, day, is_of_another)
        features = (_wording(held), _names(held))
        found.append(Compared(other, features, _stated(held, features, candidate)))
    return found


def _named(claim: Claim, draft: tuple[Heard, ...], source: Sequence[Heard]) -> tuple[Heard, ...]:
    """Return a draft's words with the name that "the company" or "its" means, if told there."""
    keys, told = {word.key for word in source}, {word.key for word in draft}
    owner = _owner(claim, draft)
    name = name_words(owner.name) if owner else ()
    if name and keys.issuperset(word.key for word in name):
        return (*name, *draft[1:])
    for entity in claim.entities:
        if entity.origin in _MEANT and entity.kind != "person":
            name = name_words(entity.name)
            named = {word.key for word in name}
            if named <= keys and not named <= told:
                words = ((name if w.written in _POINTING else (w,)) for w in draft)
                return tuple(itertools.chain.from_iterable(words))
    return draft


def _with_owner(
    source: tuple[Heard, ...], other: Claim | None, draft: Sequence[Heard]
) -> tuple[Heard, ...]:
    """Return a source's words with the name that "the airline" stands for, if the draft gives it.

    It is the only body or group that the text around the sentence names, of those in the draft.
    """
    told, drafted = {word.key for word in source}, {word.key for word in draft}
    around = other.entities if other is not None else ()
    meant = (e for e in around if e.kind in {"group", "other"} and e.origin in _NEAR_IT)
    names = {name for e in meant if (name := name_words(e.name)) and _keys(name) <= drafted}
    if len(names) != 1:
        return source
    (name,) = names
    if not told.isdisjoint(_keys(name)):
        return source
    for at in range(1, len(source)):
        if source[at - 1].written == "the" and source[at].written in persons.tables().bodies:
            return (*source[: at - 1], *name, *source[at + 1 :])
    return source


def _is_of_another(draft: Sequence[Heard], text: str, passage: str) -> bool:
    """Say whether a passage tells of what belongs to one whom the draft tells of, and names not.

    The owner closes the draft's sentence; before the act the words beside it tell.
    """
    last = next((word.key for word in reversed(draft) if word.is_weighty), "")
    keys, mine = _keys(draft), {owner for owner, _ in owned_in(text)}
    return any(
        owner == last and owner not in mine and owned not in keys
        for owner, owned in owned_in(passage)
    )


def _keys(words: Iterable[Heard]) -> frozenset[str]:
    return frozenset(word.key for word in words)


def _owner(claim: Claim, draft: Sequence[Heard]) -> Entity | None:
    """Return the one that "its" means at the start of a sentence: the only one told of before."""
    if not draft or draft[0].written not in _OWNERS:
        return None
    others = {"place", "person"} if draft[0].written in {"its", "their"} else {"place", "group"}
    meant = [e for e in claim.entities if e.origin == "before" and e.kind not in others]
    return meant[0] if len(meant) == 1 else None


def _wording(held: _Held) -> Feature:
    enough = CARRIED_WITH_FIGURE if held.coverage.shares_figure else CARRIED
    first, second = (
        " ".join(w.key for w in words if w.is_weighty) for words in (held.draft, held.source)
    )
    return Feature("wording", first, second, "same" if held.coverage.share >= enough else "other")


def _names(held: _Held) -> Feature:
    if held.other is not None:
        return entity_feature(held.claim, held.other)
    names = ", ".join(e.name for e in held.claim.entities if e.origin in {"clause", "sentence"})
    return Feature("entities", names, "", "silent" if held.coverage.names_differ else "same")


def _stated(held: _Held, features: tuple[Feature, Feature], candidate: Candidate) -> Comparison:
    shared = held.coverage
    if shared.share < NEAR or (shared.lost and not shared.shares_word and not shared.shares_figure):
        return Comparison("unrelated", "no-evidence")
    if held.coverage.names_differ or not _are_of_one_subject(held, features[1]):
        return Comparison("unrelated", "other-subject")
    if not _are_told_near(held.claim, candidate):
        return Comparison("undecided", "other-period")
    asks = candidate.passage.text.rstrip(_CLOSING).endswith("?")
    is_sure = not asks and _is_of_owner(held)
    if is_sure and _is_denied_surely(held):
        return _conflict(held)
    return _told(held) if is_sure and features[0].outcome == "same" else _OTHER


def _told(held: _Held) -> Comparison:
    """Judge a passage of the same words and names: told as done, or as possible or planned."""
    if _is_carried(held):
        return Comparison("agrees", "statement-supported")
    is_open = _is_unsure(held) or is_left_open(held.draft, held.source)
    return Comparison("undecided", "not-comparable") if is_open else _OTHER


def _are_of_one_subject(held: _Held, names: Feature) -> bool:
    """Say whether two sentences share who and where.

    Where neither names anybody, telling the same in many words identifies the two.
    """
    if names.outcome != "silent" or held.coverage.lost:
        return names.outcome == "same"
    return not _name_anybody(held) and sum(w.is_weighty for w in held.draft) >= IDENTIFYING


def _name_anybody(held: _Held) -> bool:
    return any(word.kind == "name" for word in (*held.draft, *held.source))


def _is_of_owner(held: _Held) -> bool:
    """Say whether a source names whose "its appeal" is, in its words or around them."""
    if not held.draft or held.draft[0].written not in _OWNERS:
        return True
    owner = _owner(held.claim, held.draft)
    around = held.other.entities if held.other is not None else ()
    keys = {word.key for e in around for word in name_words(e.name)}
    return owner is not None and all(w.key in keys for w in name_words(owner.name)[-1:])


def _are_told_near(claim: Claim, candidate: Candidate) -> bool:
    date = candidate.passage.origin.date
    if claim.as_of is None or date is None:
        return False
    return abs((claim.as_of - date).days) <= SAME_DAYS


# --- carried -----------------------------------------------------------------------------------


def _is_carried(held: _Held) -> bool:
    """Say whether nothing in a passage of the same words speaks against what a sentence says."""
    if _is_unsure(held) or held.coverage.figures_lost:
        return False
    if held.coverage.rivals and not held.coverage.shares_figure:
        return False
    turned = is_turned_round(held.draft, held.source) or held.is_of_another
    if turned or is_denied(held.draft, held.source) or is_left_open(held.draft, held.source):
        return False
    return not held.verb or any(
        mine.is_negated == theirs.is_negated
        and not theirs.is_open
        and _is_same_actor(held, theirs)
        and not _are_exchanged(mine, theirs)
        for mine, theirs in _acts(held)
    )


def _is_unsure(held: _Held) -> bool:
    """Say whether the source gives as denied, doubted or expected what the draft does not."""
    status = held.other.status if held.other is not None else held.claim.status
    return status in _UNSURE and status != held.claim.status


def _acts(held: _Held) -> Iterator[tuple[Act, Act]]:
    """Yield the draft's act with each telling of the same act in the passage."""
    first = next(acts_in(held.draft, held.verb), None)
    if first is not None:
        for other in acts_in(held.source, held.verb):
            yield first, other


def _are_exchanged(mine: Act, theirs: Act) -> bool:
    """Say whether one side of an act stands on the other one: "A was sacked", "A sacked B"."""
    if mine.doers:
        return _is_moved(mine.doers, theirs.doers, theirs.done_to)
    return _is_moved(mine.done_to, theirs.done_to, theirs.doers)


def _is_moved(side: frozenset[str], same: frozenset[str], other: frozenset[str]) -> bool:
    return bool(side & other) and not side & same


def _is_same_actor(held: _Held, theirs: Act) -> bool:
    """Say whether the words right before the source's act stand in the draft's sentence too."""
    return theirs.heads <= {word.key for word in held.draft}


# --- denied ------------------------------------------------------------------------------------


def _is_denied_surely(held: _Held) -> bool:
    """Say whether the passage tells the opposite of an act of the draft, all else being told."""
    status = held.other.status if held.other is not None else "actual"
    if status in _UNSURE - {"denied"} or not _names_no_other(held) or _tells_another(held):
        return False
    known = verbs.tables().acts
    return any(
        _are_of_one(held, mine, theirs)
        for key in sorted({w.key for w in held.draft if w.kind == "word" and w.written in known})
        for mine in acts_in(held.draft, key)
        for theirs in _opposed(held, key, mine)
    )


def _names_no_other(held: _Held) -> bool:
    """Say whether a passage names nobody and nowhere that the draft does not name somewhere."""
    known = {word.key for e in held.claim.entities for word in name_words(e.name)}
    known.update(word.key for word in held.draft)
    return all(word.key in known for word in held.source if word.kind == "name")


def _tells_another(held: _Held) -> bool:
    """Say whether a passage puts a word of its own before one of the draft's: "appeal court"."""
    keys = {word.key for word in held.draft if word.is_weighty}
    known = verbs.tables().acts
    return any(
        one.kind == "word"
        and one.key not in keys
        and not (verbs.is_finite_form(one.written) or one.written.endswith("ly"))
        and next_one.kind == "word"
        and next_one.key in keys
        and next_one.written not in known
        for one, next_one in itertools.pairwise(held.source)
    )


def _opposed(held: _Held, key: str, mine: Act) -> Iterator[Act]:
    """Yield the acts of a passage that are the denial of the draft's, or opposite to it.

    What was closed last week may be open now: such acts are opposite on one day only.
    """
    source = held.source
    for theirs in acts_in(source, key):
        if theirs.is_negated != mine.is_negated:
            yield theirs
    for pair in tables().opposites:
        if key in pair and (pair not in tables().turns or held.is_of_one_day):
            (opposite,) = pair - {key}
            for theirs in acts_in(source, opposite):
                if theirs.is_negated == mine.is_negated:
                    yield theirs


def _are_of_one(held: _Held, mine: Act, theirs: Act) -> bool:
    """Say whether two acts are surely told, of the same doer and the same object."""
    return (
        _is_finite(mine)
        and _is_finite(theirs)
        and _is_same_actor(held, theirs)
        and (_are_alike(mine.doers, theirs.doers) or _is_shortened(held, mine, theirs))
        and _are_alike(mine.done_to, theirs.done_to)
    )


def _is_shortened(held: _Held, mine: Act, theirs: Act) -> bool:
    """Say whether the source says "the ministry" of the health ministry that stands around it."""
    around = held.other.entities if held.other is not None else ()
    known = {word.key for e in around for word in name_words(e.name)}
    missing = mine.doers - theirs.doers
    return bool(theirs.doers) and theirs.doers < mine.doers and missing <= known


def _is_finite(act: Act) -> bool:
    """Say whether an act is surely told as one, by a form of a known verb that nothing opens."""
    form = verbs.tables().acts.get(act.written)
    return form is not None and form.form != "progressive" and not act.is_open


def _are_alike(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Say whether the source's side of an act holds what the draft's holds."""
    if not mine or not theirs:
        return not mine and not theirs
    return Decimal(len(mine & theirs)) >= DENIED * len(mine)


def _conflict(held: _Held) -> Comparison:
    spans = (held.other.span,) if held.other else ()
    return Comparison("differs", "negated", differs=(held.claim.span,), source_differs=spans)
