"""What a value measures: its act, the class of its noun, how it moves, and its status."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.clauses import clause_around
from factcheck.extract.reading import Reading
from factcheck.extract.sentence import ReadSentence
from factcheck.schema import DateRange, Measure, Motion, Quantity, Span, Status
from factcheck.tokens import Token
from factcheck.vocabulary.measures import phrases_in, stem, tables

MAX_ACT_DISTANCE = 14  # tokens, with the penalties below; farther words belong to other values
BORDER_PENALTY = 3  # a comma or conjunction between the value and the word
FIGURE_PENALTY = 4  # another figure between them
NOUN_PENALTY = 4  # the word is the counted noun itself: "40 refugees killed" counts the killed
_NEGATIONS = frozenset({"not", "never", "n't", "'t", "neither", "without"})
_BORDERS = frozenset({",", ";", "and", "but", "while", "or", "(", ")"})
# Verbs that state how things stand; right before a figure they make it a level.
_STATIVE = frozenset(
    "has have had hosts host houses holds employs is are were was numbers totals totalled".split()
)
_MODIFIERS = frozenset(
    "about around some roughly nearly almost over under only just more less fewer than at least "
    "most up to a total of now currently".split()
)
MONEY_STATUSES = frozenset({"requested", "pledged", "approved", "planned", "spent"})


def measure_of(reading: Reading, sentence: ReadSentence, period: DateRange | None) -> Measure:
    """Return what a value of a sentence measures; `period` is the time the claim states."""
    value, span = reading.value, reading.span
    tokens = sentence.tokens
    clause = clause_around(tokens, span)
    quantity = value if isinstance(value, Quantity) else None
    noun = quantity.of.lower() if quantity else ""
    act = nearest_act(span, tokens, sentence.values, noun) if quantity else ""
    motion = motion_of(tokens, clause, act, period)
    if quantity and motion == "unknown" and (quantity.per or _stands(tokens, span)):
        motion = "level"
    return Measure(
        noun=noun,
        noun_class=class_of(noun),
        act=act,
        negated=_is_negated(tokens, clause, span),
        motion=motion,
        words=content_words(tokens, (*sentence.values, *sentence.names)),
    )


def class_of(noun: str) -> str:
    """Return the class of a counted noun, by the whole noun, else by its last word."""
    classes = tables().class_of
    return classes.get(noun) or classes.get(noun.rpartition(" ")[2], "")


def content_words(tokens: Sequence[Token], without: Sequence[Span]) -> tuple[str, ...]:
    """Return the stems of a sentence's content words, sorted, none twice.

    Words inside a span of `without`, numbers, and words that say nothing are left out.
    """
    empty = tables().empty
    return tuple(
        sorted(
            {
                stem(token.text.lower())
                for token in tokens
                if token.kind == "word"
                and len(token.text) > 2
                and token.text.lower() not in empty
                and not any(span.start <= token.start < span.end for span in without)
            }
        )
    )


def nearest_act(span: Span, tokens: Sequence[Token], values: Sequence[Span], noun: str) -> str:
    """Return the act whose word stands nearest to a figure; empty when none is near."""
    acts = tables().act_of
    best = (MAX_ACT_DISTANCE + 1, "")
    position = next((i for i, token in enumerate(tokens) if token.end > span.start), 0)
    for index, token in enumerate(tokens):
        word = token.text.lower()
        act = acts.get(word)
        if act is None or span.start <= token.start < span.end:
            continue
        distance = _distance(tokens, index, position, span, values)
        distance += NOUN_PENALTY if noun and stem(word) == stem(noun) else 0
        if distance < best[0]:
            best = (distance, act)
    return best[1]


def _distance(
    tokens: Sequence[Token], index: int, position: int, span: Span, values: Sequence[Span]
) -> int:
    """Count the tokens between a word and a figure; borders and other figures weigh more."""
    low, high = min(index, position), max(index, position)
    between = [t for t in tokens[low + 1 : high] if not span.start <= t.start < span.end]
    if not between:
        return 0
    borders = sum(token.text.lower() in _BORDERS for token in between)
    start, end = between[0].start, between[-1].end
    figures = sum(start <= v.start and v.end <= end and v != span for v in values)
    return len(between) + BORDER_PENALTY * borders + FIGURE_PENALTY * figures


def _stands(tokens: Sequence[Token], span: Span) -> bool:
    """Say whether a stative verb stands right before a figure ("has some 30 helicopters")."""
    for token in reversed([t for t in tokens if t.end <= span.start][-5:]):
        word = token.text.lower()
        if word not in _MODIFIERS:
            return word in _STATIVE
    return False


def _is_negated(tokens: Sequence[Token], clause: Span, span: Span) -> bool:
    inside = [t for t in tokens if clause.start <= t.start < clause.end]
    for index, token in enumerate(inside):
        word = token.text.lower()
        following = inside[index + 1].text.lower() if index + 1 < len(inside) else ""
        if word in _NEGATIONS and following not in {"only", "more", "less", "fewer", "just"}:
            return True
        if word == "no" and following not in {"more", "less", "fewer", "longer"}:
            return token.start < span.start
    return False


def motion_of(tokens: Sequence[Token], clause: Span, act: str, period: DateRange | None) -> Motion:
    """Return how a measure moves: by the words of its clause, else by its period, else its act.

    A period open on one side ("since 2011") makes it cumulative, any other one a flow.
    """
    lower = [t.text.lower() for t in tokens if clause.start <= t.start < clause.end]
    found = {motion for _, motion in phrases_in(lower, tables().motion_phrases)}
    if period is not None and (period.first is None) != (period.last is None):
        found.add("cumulative")
    order: tuple[Motion, ...] = ("constant", "cumulative", "flow", "level")
    for motion in order:
        if motion in found:
            return motion
    if period is not None:
        return "flow"
    return tables().motion_of_act.get(act, "unknown")


def status_of(reading: Reading, sentence: ReadSentence) -> Status:
    """Return the status of a claim from the phrase of its clause nearest to its value.

    Statuses of money and plans count for money only; those of what is told (forecast, denied,
    doubted, rumoured) for every value.
    """
    clause = clause_around(sentence.tokens, reading.span)
    inside = [t for t in sentence.tokens if clause.start <= t.start < clause.end]
    found = phrases_in([t.text.lower() for t in inside], tables().status_phrases)
    money = isinstance(reading.value, Quantity) and reading.value.kind == "money"
    near = [
        (abs(inside[index].start - reading.span.start), status)
        for index, status in found
        if money or status not in MONEY_STATUSES or status == "planned"
    ]
    return min(near)[1] if near else "actual"
