"""How a measure moves with time: adds up, stands, belongs to a period, or stays."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from factcheck.extract.clauses import clause_around
from factcheck.extract.reading import Reading
from factcheck.extract.sentence import ReadSentence
from factcheck.schema import DateRange, Motion, Quantity, Span, Status, Value
from factcheck.tokens import Token
from factcheck.vocabulary.measures import phrases_in, tables

# Verbs that state how things stand; right before a figure they make it a level.
_STATIVE = frozenset(
    "has have had hosts host houses holds employs is are were was numbers totals totalled".split()
)
_MODIFIERS = frozenset(
    "about around some roughly nearly almost over under only just more less fewer than at least "
    "most up to a total of now currently".split()
)
BRIEF_DAYS = 31
# The longest stretch in a unit that is an episode; more than half a year is a war of its own.
_SHORT_UNITS = {"hour": 1000, "day": 100, "week": 20, "month": 3}
_WITHIN = frozenset({"in", "within", "over", "during"})
PREDICATE = 2  # words of a clause before its size that hold no subject
LYING = 4  # words between "lies" and how far away a place is
_OF = frozenset({"in", "on", "of", "at", "near", "by", "under", "over"})
_PERFECT = frozenset({"has", "have"})
_LINKS = frozenset({"that", "which"})
_ADVERBS = frozenset({"already", "also", "now", "so", "since", "not", "been", "only", "just"})
_ANNOUNCED = frozenset({"requested", "pledged", "approved", "planned", "forecast"})


def motion_of(
    reading: Reading,
    sentence: ReadSentence,
    act: str,
    period: DateRange | None,
    status: Status,
) -> Motion:
    """Return how the measure of a reading moves.

    What is asked for, promised, planned or forecast is one act of the day it was said. Else the
    words of the clause tell, then the period, then the act; then the verb: what "has" a figure
    stands, what "has been" done adds up; a sum of money belongs to its day, a rate stands.
    """
    tokens, value = sentence.around(reading.span), reading.value
    clause = clause_around(tokens, reading.span)
    if status in _ANNOUNCED or _is_of_stretch(reading, sentence, clause):
        return "flow"
    size = isinstance(value, Quantity) and value.kind == "measure"
    fixed = size and _is_fixed(tokens, clause, reading.span)
    around = [t for t in tokens if not reading.span.contains(Span(t.start, t.end))]
    motion = "constant" if fixed else motion_in(around, clause, act, period, size=size)
    if not isinstance(value, Quantity) or motion not in {"unknown", "flow"}:
        return "unknown" if motion == "cumulative" and _is_share(value) else motion
    is_sum = value.kind == "money" and not value.per
    if _stands(tokens, reading.span) and not (is_sum and status == "spent"):
        return "level"
    adds_up = not is_sum or status == "spent"
    if motion != "flow" and adds_up and _is_perfect(tokens, clause) and not _is_share(value):
        return "cumulative"
    if motion == "flow" or is_sum:
        return "flow"
    return "level" if value.per else "unknown"


def _is_of_stretch(reading: Reading, sentence: ReadSentence, clause: Span) -> bool:
    """Say whether a count is that of some days ("over a four-day stretch", "in 24 hours")."""
    if not isinstance(reading.value, Quantity) or reading.value.kind == "duration":
        return False
    for other in sentence.readings:
        value = other.value
        if not (isinstance(value, Quantity) and value.kind == "duration"):
            continue
        before = [t.text.lower() for t in sentence.tokens if t.end <= other.span.start][-3:]
        if (
            clause.contains(other.span)
            and value.unit in _SHORT_UNITS
            and value.figure <= _SHORT_UNITS[value.unit]
            and not _WITHIN.isdisjoint(before)
        ):
            return True
    return False


def _is_share(value: Value) -> bool:
    """Say whether a value is a share: what has been retaken of a land may be lost again."""
    return isinstance(value, Quantity) and value.kind in {"percent", "fraction", "ratio"}


def motion_in(
    tokens: Sequence[Token], clause: Span, act: str, period: DateRange | None, *, size: bool = True
) -> Motion:
    """Return how a measure moves: by the words of its clause, else by its period, else its act.

    A period open on one side ("since 2011") makes it cumulative, any other one a flow; but "as of
    8 August" only says up to when. Words of what never moves count for a size.
    """
    lower = [t.text.lower() for t in tokens if clause.start <= t.start < clause.end]
    brief = _is_brief(period)
    found = {
        motion
        for index, motion in phrases_in(lower, tables().motion_phrases)
        if not (brief and lower[index] in _PERFECT)
    }
    if period is not None and (period.first is None) != (period.last is None):
        found.add("cumulative")
    elif _is_of_event(tokens, clause, act):
        found.discard("cumulative")
    order: tuple[Motion, ...] = ("constant", "cumulative", "flow", "level")
    for motion in order[not size :]:
        if motion in found:
            return motion
    known = tables().acts.get(act)
    own = known.motion if known else "unknown"
    if own != "unknown" and _is_as_of(lower, tokens):
        return "cumulative" if own == "flow" else own
    return own if period is None else "flow"


def _is_of_event(tokens: Sequence[Token], clause: Span, act: str) -> bool:
    """Say whether a clause tells what one event did: "the raid that killed 72 in the civil war"."""
    return any(
        link.text.lower() in _LINKS
        and clause.start <= verb.start < clause.end
        and tables().act_of.get(verb.text.lower()) == act
        for link, verb in itertools.pairwise(tokens)
    )


def _is_as_of(words: Sequence[str], tokens: Sequence[Token]) -> bool:
    """Say whether a clause, or the opening of its sentence, gives its figure as of a day."""
    opening = [t.text.lower() for t in tokens[:2]]
    return any(phrases_in(part, tables().as_of) for part in (words, opening))


def _is_fixed(tokens: Sequence[Token], clause: Span, span: Span) -> bool:
    """Say whether a size is that of a bridge, a mountain and the like, or of how far a place is."""
    fixed = tables().fixed
    before = [t.text.lower() for t in tokens if clause.start <= t.start and t.end <= span.start]
    if len(before) <= PREDICATE:  # "Mount Halden, where they met, is 2,340 metres high"
        before = [t.text.lower() for t in tokens if t.end <= span.start]
    after = [t.text.lower() for t in tokens if span.end <= t.start and t.end <= clause.end]
    if not fixed.moving.isdisjoint([*before, *after]):
        return False
    subject = itertools.takewhile(lambda word: word not in _OF, before)
    standing = not fixed.subjects.isdisjoint(subject) and not fixed.sides.isdisjoint(after[:1])
    return standing or not fixed.sites.isdisjoint(before[-LYING:])


def _is_brief(period: DateRange | None) -> bool:
    """Say whether a period is a stated day or so: "have been killed on Friday" adds nothing up."""
    if period is None or period.first is None or period.last is None:
        return False
    return (period.last - period.first).days <= BRIEF_DAYS


def _stands(tokens: Sequence[Token], span: Span) -> bool:
    """Say whether a stative verb stands right before a figure ("has some 30 helicopters")."""
    for token in reversed([t for t in tokens if t.end <= span.start][-5:]):
        word = token.text.lower()
        if word not in _MODIFIERS:
            return word in _STATIVE
    return False


def _is_perfect(tokens: Sequence[Token], clause: Span) -> bool:
    """Say whether a clause is in the perfect ("have sent"): what it counts adds up."""
    words = [t.text.lower() for t in tokens if clause.start <= t.start < clause.end]
    irregular = tables().irregular
    return any(
        first in _PERFECT and (second.endswith("ed") or second in irregular)
        for first, second in itertools.pairwise(w for w in words if w not in _ADVERBS)
    )
