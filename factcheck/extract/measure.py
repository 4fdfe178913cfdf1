"""What a value measures: its act, the class of its noun, how it moves, and its status."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from factcheck.extract.clauses import clause_around, is_of_telling
from factcheck.extract.elapsed import elapsed_of
from factcheck.extract.motion import motion_of
from factcheck.extract.reading import Reading
from factcheck.extract.sentence import ReadSentence
from factcheck.schema import DateRange, Measure, Quantity, Span, Status
from factcheck.tokens import Token
from factcheck.vocabulary.context import context
from factcheck.vocabulary.measures import PART, TOLD, Phrase, phrases_in, stem, tables

MAX_ACT_DISTANCE = 14  # tokens, with the penalties below; farther words belong to other values
BORDER_PENALTY = 3  # a comma or conjunction between the value and the word
FIGURE_PENALTY = 4  # another figure between them
TOLL_DISTANCE = 2  # at most: the subject of the figures behind it
BESIDE = 3  # tokens between a figure and the act that tells what it counts
OWNER = 8  # tokens in which "of the Harbour Board's" ends and its noun follows
NOUN_PENALTY = 4  # the word is the counted noun itself: "40 refugees killed" counts the killed
_NEGATIONS = frozenset({"not", "never", "n't", "'t", "neither", "without"})
_BORDERS = frozenset({",", ";", "and", "but", "while", "or", "(", ")"})
_WHOLES = frozenset({"them", "whom", "which"})
_POINTING = frozenset({"those", "these", "both"})
_ADDING = frozenset({"other", "more", "additional", "further", "extra"})
_NAMED_WHOLES = frozenset({"the", "those", "these"})  # "12 of those killed" are a part of them
_AUXILIARIES = frozenset("will would has have had is are was were to be been also".split())
_PREPOSITIONS = frozenset("of on in for from at among between per with by".split())
_POSSESSIVES = frozenset({"its", "their", "his", "her", "our", "'s", "’s"})
_RELATIVES = frozenset({"that", "which", "who"})
_TOLD: frozenset[Status] = frozenset({"denied", "doubted", "rumoured"})
MONEY_STATUSES = frozenset({"requested", "pledged", "approved", "planned", "spent"})


def measure_of(
    reading: Reading, sentence: ReadSentence, period: DateRange | None, status: Status
) -> Measure:
    """Return what a value of a sentence measures; `period` is the time the claim states."""
    value, span = reading.value, reading.span
    tokens = sentence.around(span)
    clause = clause_around(tokens, span)
    quantity = value if isinstance(value, Quantity) else None
    if quantity is None:
        noun = noun_class = ""
        act = TOLD if is_of_telling(span, tokens) else ""
    else:
        act = _act_counted(quantity) or nearest_act(
            quantity, span, tokens, sentence.values_in(tokens)
        )
        noun, noun_class = _counted(quantity, span, tokens, clause, act)
        if quantity.kind == "count" and (
            _is_in_part(sentence, tokens, clause) or _is_beside_others(act, span, tokens)
        ):
            noun_class = PART
    elapsed = elapsed_of(reading, sentence)
    counted = elapsed is not None and quantity is not None  # grows by the day: a figure of its own
    motion = "unknown" if counted else motion_of(reading, sentence, act, period, status)
    return Measure(
        noun=noun,
        noun_class=noun_class,
        act=act,
        negated=_is_negated(tokens, clause, span),
        motion=motion,
        words=sentence.words,
        elapsed=elapsed,
    )


def _is_in_part(sentence: ReadSentence, tokens: Sequence[Token], clause: Span) -> bool:
    """Say whether a clause tells of a place without a name ("the east, where 300 people live")."""
    before = [token for token in tokens if token.end <= clause.start][-1:]
    if [token.text.lower() for token in before] != ["where"]:
        return False
    return not any(mention.span.end <= clause.start for mention in sentence.mentions)


def _is_beside_others(act: str, span: Span, tokens: Sequence[Token]) -> bool:
    """Say whether a count points at what was told, or adds to it.

    "Those two countries", "64 other countries" and "10,000 more troops" are no figures of all there
    are. Of what happens to people "25 others were hurt" counts them all.
    """
    known = tables().acts.get(act)
    if known is not None and known.of == "people" and known.motion != "level":
        return False
    before = [t.text.lower() for t in tokens if t.end <= span.start][-1:]
    after = [t.text.lower() for t in tokens if t.start >= span.end][:1]
    return not _POINTING.isdisjoint(before) or not _ADDING.isdisjoint([*before, *after])


def _act_counted(quantity: Quantity) -> str:
    """Return the act that the counted noun itself tells ("31 wounded"), else empty."""
    noun = quantity.of.lower()
    act = "" if class_of(noun) else tables().act_of.get(noun, "")
    return act if act and tables().acts[act].of == "people" else ""


def class_of(noun: str) -> str:
    """Return the class of a counted noun, by the whole noun, else by its last word."""
    classes = tables().class_of
    return classes.get(noun) or classes.get(noun.rpartition(" ")[2], "")


def _counted(
    quantity: Quantity, span: Span, tokens: Sequence[Token], clause: Span, act: str
) -> tuple[str, str]:
    """Return the counted noun of a figure and its class.

    A part of a whole counts what its own words name ("12 of them civilians") and is never the
    whole; "the number of people" names what the figure after it counts; an act that happens to
    people counts people where nothing is named ("17 were killed").
    """
    part = _part(span, tokens) if quantity.kind == "count" else None
    if part is not None:
        return part, class_of(part) or ("" if _owned(span, tokens) else PART)
    noun = quantity.of.lower()
    known = tables().acts.get(act)
    if known and known.counts and (not noun or class_of(noun) in known.counts):
        return noun, known.of
    if known and (noun == "other" or _act_counted(quantity)):  # "31 wounded", "nine others killed"
        return noun, known.of
    if not noun and quantity.direction:
        noun = _moved_noun(span, tokens, clause)
    if not noun and quantity.kind == "measure":
        noun = _dimension(span, tokens)
    if noun or quantity.kind != "count":
        return noun, class_of(noun)
    noun = _numbered_noun(span, tokens, clause) or _labelled(span, tokens)
    if noun:
        return noun, class_of(noun)
    known = tables().acts.get(act)
    return "", known.of if known and _is_beside(act, span, tokens) else ""


def _moved_noun(span: Span, tokens: Sequence[Token], clause: Span) -> str:
    """Return what rises or falls: the head of the subject before the first word of change.

    "The revenue of the company rose by 6%" and "its revenue fell" speak of revenue, as does "a rise
    in revenue".
    """
    named = _moved_in([t.text for t in tokens if clause.start <= t.start < clause.end])
    named = named or _numbered_noun(span, tokens, clause)
    if named:
        return named
    before = [t.text for t in tokens if clause.start <= t.start and t.end <= span.start]
    before = _antecedent(tokens, clause, before) + before
    at = next((n for n, word in enumerate(before) if word.lower() in context().changes), 0)
    subject = [word for word in before[:at] if word.lower() not in _AUXILIARIES]
    ends = next((n for n, word in enumerate(subject) if word in _PREPOSITIONS), len(subject))
    head = subject[ends - 1] if ends else ""
    opens = ends == 1 and len(subject) > 1  # "Spending on libraries": a name would not go on so
    return singular(head.lower()) if head.isalpha() and (head.islower() or opens) else ""


def _antecedent(tokens: Sequence[Token], clause: Span, words: Sequence[str]) -> list[str]:
    """Return what a clause opened by "that" tells of: "the share of seats that were let rose"."""
    before = [t.text for t in tokens if t.end <= clause.start]
    is_relative = words[:1] != [] and (words[0] in _AUXILIARIES or words[0] in context().changes)
    if before[-1:] == [] or before[-1].lower() not in _RELATIVES or not is_relative:
        return []
    named = list(itertools.takewhile(lambda word: word.isalpha(), reversed(before[:-1])))
    return named[::-1]


def _moved_in(words: Sequence[str]) -> str:
    """Return the noun of "a rise in the price of bread" (price) in a clause, else empty."""
    for change, link, *rest in (words[n:] for n in range(len(words) - 2)):
        if change.lower() not in context().changes or link != "in":
            continue
        nouns = list(itertools.takewhile(lambda w: w.islower() and w not in _PREPOSITIONS, rest))
        return singular(nouns[-1]) if nouns and nouns[-1].isalpha() else ""
    return ""


def _dimension(span: Span, tokens: Sequence[Token]) -> str:
    """Return what a size is: "340 metres long", "a length of 340 metres"; else empty."""
    before = [t.text.lower() for t in tokens if t.end <= span.start][-BESIDE:]
    after = [t.text.lower() for t in tokens if t.start >= span.end][:2]
    for words in (after, before):
        found = phrases_in(words, tables().dimensions)
        if found:
            return found[-1][1]
    return ""


def _is_beside(act: str, span: Span, tokens: Sequence[Token]) -> bool:
    """Say whether a word of the act stands by the figure: "17 were killed", "a toll of 40"."""
    before = [t for t in tokens if t.end <= span.start][-BESIDE - 1 :]
    after = [t for t in tokens if t.start >= span.end][:BESIDE]
    return any(tables().act_of.get(t.text.lower()) == act for t in (*before, *after))


def _owned(span: Span, tokens: Sequence[Token]) -> str:
    """Return the noun of "three of its launches" and "three of the agency's launches"."""
    after = [t.text for t in tokens if t.start >= span.end][:OWNER]
    if after[:1] != ["of"]:
        return ""
    owner = next((n for n, word in enumerate(after) if word.lower() in _POSSESSIVES), 0)
    noun = after[owner + 1 : owner + 2] if owner else []
    return singular(noun[0]) if noun and noun[0].isalpha() and noun[0].islower() else ""


def _part(span: Span, tokens: Sequence[Token]) -> str | None:
    """Return the noun of a part ("12 of them civilians": civilian), None for a whole.

    "12 of the dead" names the whole; what the part is stays unknown.
    """
    owned = _owned(span, tokens)
    if owned:
        return owned
    after = [t.text.lower() for t in tokens if t.start >= span.end][:5]
    before = [t.text.lower() for t in tokens if t.end <= span.start][-3:]
    if after[:1] == ["of"] and not _NAMED_WHOLES.isdisjoint(after[1:2]):
        return ""
    if after[:1] == ["of"] and after[1:2] and after[1] in _WHOLES:
        named = [singular(word) for word in after[2:4]]
        return next((noun for noun in named if class_of(noun)), "")
    return "" if "including" in before or before[:2] == ["of", "which"] else None


def singular(word: str) -> str:
    """Return the singular of a regular plural.

    >>> singular("civilians"), singular("bodies")
    ('civilian', 'body')
    """
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _numbered_noun(span: Span, tokens: Sequence[Token], clause: Span) -> str:
    """Return the noun of "the number of people" before a figure; empty when there is none."""
    words = [t.text.lower() for t in tokens if clause.start <= t.start and t.end <= span.start]
    for index in range(len(words) - 2):
        if words[index : index + 2] == ["number", "of"]:
            nouns = [singular(word) for word in words[index + 2 : index + 5]]
            return next((noun for noun in nouns if class_of(noun)), nouns[0])
    return ""


def _labelled(span: Span, tokens: Sequence[Token]) -> str:
    """Return the noun of a label before a figure: "People in the camp: 18,400" counts people."""
    before = [t.text.lower() for t in tokens if t.end <= span.start]
    noun = singular(before[0]) if before[1:] and before[-1] == ":" else ""
    return noun if class_of(noun) else ""


def nearest_act(
    quantity: Quantity, span: Span, tokens: Sequence[Token], values: Sequence[Span]
) -> str:
    """Return the act whose word stands nearest to a figure; empty when none is near.

    Money is not killed and people are not earned: acts of the other sort are passed over.
    """
    noun = quantity.of.lower()
    known = tables().money_phrases if quantity.kind == "money" else tables().act_phrases
    best = (MAX_ACT_DISTANCE + 1, "")
    position = next((i for i, token in enumerate(tokens) if token.end > span.start), 0)
    words = [token.text.lower() for token in tokens]
    for index, act in _acts_in(words, known):
        word = words[index]
        only = tables().acts[act].only
        if only not in {"", quantity.kind} or span.start <= tokens[index].start < span.end:
            continue
        distance = _distance(tokens, index, position, span, values)
        if word == "toll" and index < position:  # "the death toll rises to 12 with 200 injured"
            distance = min(distance, TOLL_DISTANCE)
        distance += NOUN_PENALTY if noun and stem(word) == stem(noun) else 0
        if distance < best[0] or (distance == best[0] and index > position):
            best = (distance, act)
    return best[1]


def _acts_in(
    words: Sequence[str], known: Mapping[str, tuple[tuple[Phrase, str], ...]]
) -> list[tuple[int, str]]:
    """Return the acts that words name, by their first word: "the general staff" employs nobody."""
    idioms = phrases_in(words, tables().idioms)
    taken = {at + n for at, phrase in idioms for n in range(len(phrase.split()))}
    return [(at, act) for at, act in phrases_in(words, known) if at not in taken]


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


def status_of(reading: Reading, sentence: ReadSentence) -> Status:
    """Return the status of a claim from the phrase of its clause nearest to its value.

    Statuses of money and plans count for money only, a forecast for every value; so do a denial,
    a doubt and a rumour, wherever they stand before the value in the sentence.
    """
    tokens = sentence.around(reading.span)
    clause = clause_around(tokens, reading.span)
    inside = [t for t in tokens if clause.start <= t.start < clause.end]
    words = [t.text.lower() for t in tokens]
    for index, status in phrases_in(words, tables().status_phrases):
        if status in _TOLD and tokens[index].start < reading.span.start:
            return status
    found = phrases_in([t.text.lower() for t in inside], tables().status_phrases)
    money = isinstance(reading.value, Quantity) and reading.value.kind == "money"
    near = [
        (abs(inside[index].start - reading.span.start), status)
        for index, status in found
        if money or status not in MONEY_STATUSES or status == "planned"
    ]
    return min(near)[1] if near else "actual"
