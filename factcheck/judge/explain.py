"""One plain sentence a verdict: what the draft says, what the source of which day says."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.judge.elapsed import tell_since_when
from factcheck.judge.timing import as_of
from factcheck.schema import (
    Claim,
    DateRange,
    Evidence,
    Label,
    Quantity,
    Quote,
    Reason,
    Role,
    Span,
    Statement,
    Value,
)
from factcheck.wording import say_date, say_day, say_quantity, say_time

_WHY: dict[Reason, str] = {
    "near-value": "The figures are near, but neither agree nor exclude each other.",
    "less-precise": "The source is less precise than the draft.",
    "bound-only": "The source gives a bound only.",
    "other-period": "The source speaks of another time, or one of the two is not dated.",
    "not-comparable": "The two are not measured in the same way.",
    "other-subject": "The nearest source does not certainly speak of the same subject.",
    "sources-disagree": "The current sources differ among themselves.",
    "no-evidence": "No source in the index speaks of this.",
    "scale-differs": "The digits agree, the scale does not.",
    "unit-differs": "The figures agree, the units do not.",
    "bound-violated": "The draft's bound does not hold.",
}


def explain(claim: Claim, label: Label, reason: Reason, first: Evidence | None) -> str:
    """Return the explanation of a verdict; `first` is the deciding evidence, if any."""
    why = _WHY.get(reason, "")
    if first is None or reason in {"no-evidence", "other-subject"}:
        return why or _WHY["no-evidence"]
    if reason == "other-period":
        return _two_times(claim, first) or why
    if reason in {"only-outdated", "later-source"}:
        why = _age(claim, first)
    said = _both_sides(claim, reason, first)
    return f"{said} {why}".strip() if label != "corroborated" else said


def _two_times(claim: Claim, first: Evidence) -> str:
    """Return which time each side speaks of; empty where the source's claim is unknown."""
    if first.other is None:
        return ""
    source = _source(first)
    mine, theirs = say_time(claim), say_time(first.other)
    if not mine and not theirs:
        return f"Neither the draft nor the source ({source}) is dated."
    if not theirs:
        return f"The draft speaks of {mine}; the source ({source}) is not dated."
    said = f"speaks of {mine}" if mine else "is not dated"
    return f"The draft {said}; the source ({source}) {'' if mine else 'speaks '}of {theirs}."


def _age(claim: Claim, first: Evidence) -> str:
    """Return how far a source lies from the day of the draft."""
    source = as_of(first.other) if first.other else first.passage.origin.date
    draft = as_of(claim)
    if source is None or draft is None:
        return ""
    days = abs((draft - source).days)
    way = "before" if source < draft else "after"
    count = "the day" if days == 1 else f"{days:,} days"
    return f"The source is of {say_day(source)}, {count} {way} the day of the draft."


def _both_sides(claim: Claim, reason: Reason, first: Evidence) -> str:
    source = _source(first)
    theirs = first.other.value if first.other else None
    if reason == "speaker-differs" and isinstance(claim.value, Quote) and isinstance(theirs, Quote):
        return (
            f"The draft gives the words to {claim.value.speaker}; "
            f"the source ({source}) to {theirs.speaker}."
        )
    if reason == "entity-differs":
        name = first.features[0]
        return (
            f"The draft names {name.draft}; the source ({source}) tells the same of {name.source}."
        )
    if reason == "quote-altered" and first.differs and first.source_differs:
        told = first.other or first.passage  # a quote runs on behind its first sentence
        mine = _slices(claim.text, claim.span.start, first.differs)
        other = _slices(told.text, told.span.start, first.source_differs)
        return f"The draft has {mine}; the source ({source}) has {other}."
    if first.other is not None and tell_since_when(claim, first.other):
        return f"The draft {_counted(claim)}; the source ({source}) {_counted(first.other)}."
    words = say(theirs) if theirs else f"“{first.passage.text.strip()}”"
    return f"The draft says {say(claim.value)}; the source ({source}) says {words}."


def _counted(claim: Claim) -> str:
    """Return what a claim says of since when something goes on: a length with its day, or a day."""
    elapsed, value = claim.measure.elapsed, claim.value
    if isinstance(value, DateRange):
        return f"counts {say_date(value)}" if value.last is None else f"counts from {say(value)}"
    if elapsed is None or not isinstance(value, Quantity):
        return f"says {say(value)}"
    if value.kind == "ordinal":
        words, link = f"speaks of the {say(value)} {elapsed.unit}", "on"
    else:
        words, link = f"counts {say_quantity(value)}", "up to"
    day = say_date(elapsed.until) if elapsed.until else say_day(claim.as_of) if claim.as_of else ""
    return f"{words} {link} {day}" if day else words


def _slices(text: str, start: int, spans: Sequence[Span]) -> str:
    """Return the words under spans of a document of which `text` begins at `start`."""
    return ", ".join(f"“{text[span.start - start : span.end - start]}”" for span in spans)


def say(value: Value) -> str:
    """Return a value in words, as a checker would write it in a note."""
    match value:
        case Quantity():
            return _say_movement(value) + say_quantity(value)
        case DateRange():
            return say_date(value)
        case Quote():
            return f"“{value.words}”" + (f" ({value.speaker})" if value.speaker else "")
        case Role():
            office = " ".join(filter(None, (value.tense, value.title)))
            of = f" of {value.organisation}" if value.organisation else ""
            return f"{value.person}, {office}{of}"
        case Statement():
            return f"{value.subject} {'did not ' if value.negated else ''}{value.verb}"


def _say_movement(value: Quantity) -> str:
    """Return "a fall to " and the like before a figure that is part of a movement."""
    if not value.direction or not value.role:
        return ""
    way = "rise" if value.direction == "up" else "fall"
    return f"a {way} {'of' if value.role == 'by' else value.role} "


def _source(evidence: Evidence) -> str:
    origin = evidence.passage.origin
    name = origin.source or origin.title or origin.path
    return f"{name}, {say_day(origin.date)}" if origin.date else name
