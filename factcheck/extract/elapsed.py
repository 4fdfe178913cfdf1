"""Since when something goes on: "the four-year war", "in its third week", "began in March 2011".

A duration that runs up to the day of its telling says when something began, as a date does. Both
get the name of what began, so that one can be held against the other.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

from factcheck.extract.clauses import clause_around, is_of_telling
from factcheck.extract.reading import Reading
from factcheck.extract.sentence import ReadSentence
from factcheck.schema import DateRange, Elapsed, Quantity, Span
from factcheck.tokens import Token
from factcheck.vocabulary.durations import tables
from factcheck.vocabulary.measures import phrases_in, stem

FAR = 12  # words before a verb, or behind "after", among which its event is named
NEAR = 5  # words of a noun phrase behind an adjective, "into" or "of"
UNTIL = "until"  # the event of a date up to which something goes on
OPENING = 12  # characters before a date that opens its sentence
KINDS = frozenset({"duration", "age", "ordinal"})
_UNITS = frozenset({"day", "week", "month", "year", "decade"})
_BORDERS = frozenset({",", ";", ":", "(", ")", ".", "—", "–"})
_HEDGES = frozenset(
    "more than over nearly almost about some at least around roughly just under less only now "
    "already well up to the past last a".split()
)
_SMALL = frozenset(
    "the a an of in on to and or but for with by from at as is are was were be been has have had "
    "will would that which who while when where after before since into its their his her".split()
)
_ADVERBS = frozenset("now already also only just so far still since not never all".split())
_DETERMINERS = frozenset("the a an its their his her 's ’s of".split())
_SUBORDINATORS = frozenset("since after before when while until".split())
_OWNERS = frozenset({"its", "their", "his", "her"})
_PRESENT = frozenset({"is", "are", "'s", "’s", "has", "have", "now"})
_HAVE = frozenset({"has", "have", "'ve", "’ve"})


def elapsed_of(reading: Reading, sentence: ReadSentence) -> Elapsed | None:
    """Return since when a duration or a date says that something goes on; None for any other.

    Total lengths ("a four-year contract") and dates of what neither began nor happened once
    are others.
    """
    value, words = reading.value, _Words(sentence.around(reading.span), reading.span)
    if isinstance(value, DateRange):
        event = _begun(reading, sentence)
        return Elapsed(event, ongoing=True) if event else None
    if not isinstance(value, Quantity) or value.kind not in KINDS:
        return None
    unit = value.unit
    if value.kind == "ordinal":
        unit = words.after[0].removesuffix("s") if words.after else ""
    if unit not in _UNITS:
        return None
    for form in _ORDINAL_FORMS if value.kind == "ordinal" else _FORMS:
        found = form(words)
        if found is not None:
            event, ongoing = found
            until, known = _until(reading, sentence, dated=form in _DATED_FORMS)
            return Elapsed(event, unit, until, ongoing) if known else None
    return None


class _Words:
    """The words around a value in lower case: all, those before it, those behind it."""

    def __init__(self, tokens: Sequence[Token], span: Span) -> None:
        self.before = [t.text.lower() for t in tokens if t.end <= span.start]
        self.after = [t.text.lower() for t in tokens if t.start >= span.end]
        self.inside = [t.text.lower() for t in tokens if span.start <= t.start < span.end]

    @property
    def bare(self) -> list[str]:
        """The words before the value without "more than" and the like."""
        end = len(self.before)
        while end and self.before[end - 1] in _HEDGES:
            end -= 1
        return self.before[:end]

    @property
    def is_present(self) -> bool:
        """Whether the words right before the value speak of now."""
        return not _PRESENT.isdisjoint(self.before[-4:])


Found = tuple[str, bool]  # the event, and whether it surely goes on


# --- durations -------------------------------------------------------------------------------


def _attributive(words: _Words) -> Found | None:
    """Read the four-year(-long) Syrian civil war; a four-year contract is another thing."""
    if not ("-" in words.inside or {"long", "old"} & {*words.after[:2], *words.inside}):
        return None
    skipped = next((i for i, w in enumerate(words.after) if w not in {"-", "long", "old"}), 0)
    event = _lasting(_phrase(words.after[skipped:]))
    return (event, False) if event else None


def _counted_after(words: _Words) -> Found | None:
    """Read four years after the start of the war, since the withdrawal of the troops."""
    if words.after[:1] not in (["after"], ["since"]):
        return None
    event = _event(_run(words.after[1:]))
    return (event, False) if event else None


def _counted_into(words: _Words) -> Found | None:
    """Read (now) nearly four years into the war; five years of civil war."""
    if words.after[:1] not in (["into"], ["of"]) or words.after[:2] == ["of", "the"]:
        return None
    event = _lasting(_phrase(words.after[1:]))
    return (event, words.after[0] == "into" and "now" in words.before[-4:]) if event else None


def _perfect(words: _Words) -> Found | None:
    """Read has lasted four years; has been in office, has led the party, for 12 years."""
    bare = words.bare
    if bare[-1:] == ["for"]:
        bare = bare[:-1]
    elif not bare or bare[-1] not in tables().lasts:
        return None
    event = _since_when(bare)
    return (event, True) if event else None


def _aged(words: _Words) -> Found | None:
    """Read the war is (now) four years old."""
    if not {"old"} & {*words.inside, *words.after[:1]} or not words.is_present:
        return None
    event = _named_last(words.before)
    return (event, True) if event else None


def _in_its(words: _Words) -> Found | None:
    """Read the war, now in its fifth year; the strike entered its third week."""
    if not _OWNERS.intersection(words.before[-1:]):
        return None
    event = _named_last(words.before)
    return (event, words.is_present) if event else None


def _of_the(words: _Words) -> Found | None:
    """Read in the fifth year of the war."""
    if words.after[1:2] != ["of"] or words.before[-1:] != ["the"]:
        return None
    event = _lasting(_phrase(words.after[2:]))
    return (event, False) if event else None


Form = Callable[[_Words], Found | None]
_DATED_FORMS: tuple[Form, ...] = (_counted_after, _counted_into, _of_the)
_FORMS: tuple[Form, ...] = (_counted_after, _counted_into, _aged, _perfect, _attributive)
_ORDINAL_FORMS: tuple[Form, ...] = (_in_its, _of_the)


def _until(
    reading: Reading, sentence: ReadSentence, *, dated: bool
) -> tuple[DateRange | None, bool]:
    """Return the stated time up to which a duration counts, and whether it is known at all.

    Before "four years after the war began" (`dated`) any date counts, behind it none: that is the
    day of the beginning.
    """
    tokens = sentence.around(reading.span)
    clause = clause_around(tokens, reading.span)
    for other in _dates(sentence, tokens):
        earlier = other.span.start < reading.span.start
        if is_of_telling(other.span, tokens) or (dated and not earlier):
            continue
        if dated or clause.contains(other.span) or other.span.start <= OPENING:
            value = other.value
            known = isinstance(value, DateRange) and value.first is not None
            closed = isinstance(value, DateRange) and known and value.last is not None
            return (value, True) if closed and isinstance(value, DateRange) else (None, False)
    return None, True


# --- dates -----------------------------------------------------------------------------------


def _begun(reading: Reading, sentence: ReadSentence) -> str | None:
    """Return what began or happened at a date, or goes on since it; UNTIL for where it ends.

    Of two dates in one clause it is not known which belongs to the event.
    """
    date, tokens = reading.value, sentence.around(reading.span)
    if not isinstance(date, DateRange) or is_of_telling(reading.span, tokens):
        return None
    words = _Words(tokens, reading.span)
    if date.first is None:
        return UNTIL if UNTIL in words.before[-2:] and date.last is not None else None
    if date.last is None:
        return _since_when(words.before[:-1]) if words.before[-1:] == ["since"] else None
    clause = clause_around(tokens, reading.span)
    if sum(clause.contains(r.span) for r in _dates(sentence, tokens)) > 1:
        return None
    inside = _subclause([t for t in tokens if clause.contains(Span(t.start, t.end))], reading.span)
    found = [said for _, said in phrases_in(inside, tables().phrases)]
    if found and all("begins" in said.parts and not said.name for said in found):
        before = [t.text.lower() for t in tokens if t.end <= clause.start]
        verb_opens = phrases_in(inside, tables().phrases)[0][0] == 0  # the war, which began in 2011
        return _event(inside) or (_named_last(before) if verb_opens else None)
    return _event(inside)


def _subclause(tokens: Sequence[Token], date: Span) -> list[str]:
    """Return the words of a clause without its date and what "since", "when" and the like part."""
    left = [t.text.lower() for t in tokens if t.end <= date.start]
    right = [t.text.lower() for t in tokens if t.start >= date.end]
    begin = max((i + 1 for i, word in enumerate(left) if word in _SUBORDINATORS), default=0)
    return left[begin:] + list(itertools.takewhile(lambda w: w not in _SUBORDINATORS, right))


def _dates(sentence: ReadSentence, tokens: tuple[Token, ...]) -> list[Reading]:
    return [r for r in sentence.readings_in(tokens) if isinstance(r.value, DateRange)]


# --- events ----------------------------------------------------------------------------------


def _event(words: Sequence[str]) -> str | None:
    """Return what a stretch of words says began, ended or happened; None if that is not one."""
    found = phrases_in(words, tables().phrases)
    lasting = [(at, said.name) for at, said in found if "lasting" in said.parts]
    events = set[str]()
    for at, said in found:
        if said.name and said.parts & {"begins", "ends"}:
            events.add(_ended(said.name, "ends" in said.parts))
            continue
        behind = [name for where, name in lasting if at - FAR < where < at]
        ahead = [n for where, n in lasting if at < where and _is_phrase(words[at + 1 : where])]
        if behind and said.parts & {"begins", "ends"}:
            events.add(_ended(behind[0], "ends" in said.parts))
        elif ahead and said.parts & {"opens", "closes"}:
            events.add(_ended(ahead[0], "closes" in said.parts))
    if events:
        return events.pop() if len(events) == 1 else None
    return next((said.name for _, said in found if "happening" in said.parts), None)


def _ended(name: str, ended: bool) -> str:
    return f"end of {name}" if ended else name


def _is_phrase(words: Sequence[str]) -> bool:
    """Say whether words between a verb and its object are of one noun phrase."""
    return len(words) <= NEAR and not any(w in _SMALL - _DETERMINERS for w in words)


def _since_when(words: Sequence[str]) -> str | None:
    """Return what goes on by a perfect at the end of words: "has been in office", "has led"."""
    have = max((i for i, w in enumerate(words) if w in _HAVE), default=-1)
    done = [w for w in words[have + 1 :] if w not in _ADVERBS]
    if have < 0 or "had" in words[have:] or len(words) - have > FAR:
        return None
    been = done[:1] == ["been"]
    verb = next(iter(done[been:]), "")
    if verb in tables().lasts:
        named = _named_last(words[:have])
        if named:
            return named
    if been and not verb.endswith("ing"):
        names = [said.name for _, said in phrases_in(done, tables().phrases) if said.name]
        return names[0] if names else None
    return f"has {stem(verb)}" if verb.isalpha() else None


def _named_last(words: Sequence[str]) -> str | None:
    """Return the last thing that goes on which words name."""
    names = _names(words[-FAR:])
    return names[-1] if names else None


def _lasting(words: Sequence[str]) -> str | None:
    return next(iter(_names(words)), None)


def _names(words: Sequence[str]) -> list[str]:
    found = phrases_in(words, tables().phrases)
    return [said.name for _, said in found if "lasting" in said.parts]


def _phrase(words: Sequence[str]) -> list[str]:
    """Return the words of a noun phrase that opens `words`."""
    inner = words[1:] if _DETERMINERS.intersection(words[:1]) else words
    return list(itertools.takewhile(lambda w: w not in _SMALL | _BORDERS, inner[:NEAR]))


def _run(words: Sequence[str]) -> list[str]:
    """Return words up to the end of their clause."""
    return list(itertools.takewhile(lambda w: w not in _BORDERS, words[:FAR]))
