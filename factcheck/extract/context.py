"""What surrounds a value: the names it may belong to and the time its sentence states."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

import msgspec

from factcheck.extract.clauses import clause_around, is_of_telling, share_verb
from factcheck.extract.entities import Mention, capitalised_inside, find_mentions
from factcheck.extract.pointing import period_meant, pointer_in, points_there
from factcheck.extract.reading import Reading
from factcheck.extract.sentence import ReadSentence
from factcheck.schema import DateRange, Document, Entity, EntityOrigin, Quote, Span
from factcheck.tokens import Token, tokenize
from factcheck.vocabulary import durations, places
from factcheck.vocabulary.measures import phrases_in, tables

LEAD_SENTENCES = 2
PARAGRAPH_SENTENCES = 8  # how far back the subject of a paragraph is looked for
MAX_OPENING = 12  # characters before a date that opens its sentence ("On the night of 3 May, ...")
APPOSED = 6  # tokens of "On the night of the count, ..." before its date
# Words that point back at the last place or group named before the sentence.
_DASHES = ("-", "–", "—")
_TOWN_END = re.compile(r"[,(/–—-]")
_PRONOUNS = frozenset({"it", "they", "she", "he"})
_EXPLETIVE = 7  # words within which "that" makes "it" stand for nothing ("It is feared that")
_TOGETHER = frozenset({"When", "As", "While"})  # "When it sank on Sunday, 58 died": on that day
_CONTRASTS = frozenset({"while", "whereas", "but"})
_REACH = 3  # sentences back to the date that "that day" means
_ANAPHORS = frozenset(
    {"the country", "the group", "the city", "the town", "the region", "the company"}
)


class Surroundings(msgspec.Struct, frozen=True):
    """The read sentences of a document with the names of its title and lead.

    The first `headlines` sentences are headings: their names are those of the title.
    """

    sentences: tuple[ReadSentence, ...]
    headlines: int
    title: tuple[Mention, ...]
    lead: tuple[Mention, ...]

    @classmethod
    def of(cls, document: Document, sentences: Sequence[ReadSentence]) -> Surroundings:
        """Gather the names of the title, of the publisher and of the first sentences."""
        known = frozenset(w for s in sentences for w in capitalised_inside(s.tokens))
        named = document.origin.title, document.origin.source
        title = [m for words in named for m in find_mentions(words, tokenize(words), (), known)]
        kinds = (s.sentence.block_kind for s in sentences)
        headlines = sum(1 for _ in itertools.takewhile(lambda kind: kind == "heading", kinds))
        body = [s for s in sentences if s.sentence.block_kind not in {"heading", "credit"}]
        return cls(
            tuple(sentences),
            headlines,
            (*title, *(m for s in sentences[:headlines] for m in s.mentions)),
            (*_filed_from(sentences), *(m for s in body[:LEAD_SENTENCES] for m in s.mentions)),
        )


def _filed_from(sentences: Sequence[ReadSentence]) -> Iterable[Mention]:
    """Yield the town of the first dateline ("PORT ELIN, Oct 7 (Agency) -")."""
    for sentence in sentences:
        words = sentence.cleaned.text
        if sentence.sentence.block_kind == "credit" and words.endswith(_DASHES):
            town = _TOWN_END.split(words, maxsplit=1)[0].strip().title()
            known = places.canonical(town) or town
            yield Mention(known, "place", Span(0, 0), locative=False, reporting=False)
            return


def entities_of(reading: Reading, index: int, around: Surroundings) -> tuple[Entity, ...]:
    """Return the names a value of sentence `index` may belong to, the nearest first.

    Each name is listed once, with its nearest origin.
    """
    sentence = around.sentences[index]
    tokens = sentence.around(reading.span)
    clause = clause_around(tokens, reading.span)
    near, far = _split(sentence.mentions, clause, reading.span)
    contrasted = _contrasted(far, tokens, reading.span)
    pointer = pointer_in(tokens, clause)
    if _points_back(tokens, clause) or points_there(tokens, clause):
        near += _last_named(around, index, far, reading.span)
    elif _opens_with_pronoun(sentence.tokens):
        near += _subject(_before(around, index))
    levels: list[tuple[EntityOrigin, Iterable[Mention]]] = [
        ("clause", [m for m in near if not m.reporting]),
        ("sentence", [m for m in far if not m.reporting and m not in contrasted]),
        ("speaker", [m for m in sentence.mentions if m.reporting]),
        ("before", _before(around, index)),
    ]
    if pointer is None or pointer.target != "event" or not _subject(_before(around, index)):
        levels += [  # "in that storm" is told of what the sentence before names alone
            ("title", around.title),
            ("paragraph", (*_paragraph(around, index), *contrasted)),
            ("lead", around.lead),
        ]
    found: dict[str, Entity] = {}
    for origin, mentions in levels:
        for m in mentions:
            found.setdefault(m.name, Entity(m.name, m.kind, origin, m.locative))
    return tuple(found.values())


def _split(
    mentions: Sequence[Mention], clause: Span, value: Span
) -> tuple[list[Mention], list[Mention]]:
    """Split the names of a sentence into those of the value's clause and the others.

    A clause without a name takes the nearest one before the value, with its place ("Homs, Syria").
    """
    near = [m for m in mentions if clause.contains(m.span)]
    if not near:
        before = [m for m in mentions if m.span.end <= value.start and not m.reporting]
        near = before[-1:]
        for mention in reversed(before[:-1]):
            if near[0].span.start - mention.span.end > len(", "):
                break
            near.insert(0, mention)
    return near, [m for m in mentions if m not in near]


def _contrasted(mentions: Sequence[Mention], tokens: Sequence[Token], value: Span) -> list[Mention]:
    """Return the names behind a contrast ("turnout was 71%, while the Forum won 3%")."""
    behind = [t for t in tokens if t.start >= value.end]
    opens = next((t.start for t in behind if t.text.lower() in _CONTRASTS), None)
    return [m for m in mentions if opens is not None and m.span.start > opens]


def _before(around: Surroundings, index: int) -> tuple[Mention, ...]:
    """Return the names of the sentence before; headlines, datelines and credits are none."""
    before = around.sentences[index - 1] if index > around.headlines else None
    if before is None or before.sentence.block_kind == "credit":
        return ()
    return before.mentions


def _points_back(tokens: Sequence[Token], clause: Span) -> bool:
    words = [t.text.lower() for t in tokens if clause.start <= t.start < clause.end]
    return any(f"{first} {second}" in _ANAPHORS for first, second in itertools.pairwise(words))


def _opens_with_pronoun(tokens: Sequence[Token]) -> bool:
    words = [token.text.lower() for token in tokens[:_EXPLETIVE]]
    return words[:1] != [] and words[0] in _PRONOUNS and not (words[0] == "it" and "that" in words)


def _subject(mentions: Sequence[Mention]) -> list[Mention]:
    """Return what a sentence is about: the first it names, not where and not who says so."""
    return [m for m in mentions if not m.locative and not m.reporting][:1]


def _last_named(
    around: Surroundings, index: int, mentions: Sequence[Mention], value: Span
) -> list[Mention]:
    """Return the last place or group named before a value, in its sentence or the one before."""
    earlier = [m for m in mentions if m.span.end <= value.start]
    named = (*_before(around, index), *earlier)
    fitting = [m for m in named if m.kind in {"place", "group"} and not m.reporting]
    return fitting[-1:]


def _paragraph(around: Surroundings, index: int) -> Iterable[Mention]:
    block = around.sentences[index].sentence.block
    for sentence in reversed(around.sentences[max(0, index - PARAGRAPH_SENTENCES) : index]):
        if sentence.sentence.block != block:
            return
        yield from sentence.mentions


def period_of(reading: Reading, index: int, around: Surroundings) -> DateRange | None:
    """Return the time a claim states: the date of its clause, else one that opens the sentence.

    A date that belongs to the telling ("said on Monday") is not the time of what is told. A
    date's own claim states that date; a quote states none. "In that storm" is the time of the
    sentence before.
    """
    sentence = around.sentences[index]
    if isinstance(reading.value, DateRange):
        return reading.value
    if isinstance(reading.value, Quote):
        return None
    tokens = sentence.around(reading.span)
    clause = clause_around(tokens, reading.span)
    inside = [
        date
        for date in _dates(sentence.readings_in(tokens), tokens)
        if clause.contains(date.span) and share_verb(tokens, clause, date.span, reading.span)
    ]
    opening = [
        date
        for date in _dates(sentence.readings[:1], sentence.tokens)
        if date.span.start <= MAX_OPENING or _opens(sentence.tokens, date.span)
    ]
    if not inside and not opening and _is_participial(tokens, clause):
        opening = _dates(sentence.readings_in(tokens), tokens)
    if not inside and not opening and sentence.tokens[0].text in _TOGETHER:
        before = _dates(sentence.readings, sentence.tokens)
        opening = [date for date in before if date.span.end <= clause.start]
    nearest = sorted(inside or opening, key=lambda d: abs(d.span.start - reading.span.start))
    if not nearest or not isinstance(nearest[0].value, DateRange):
        pointer = pointer_in(tokens, clause)
        meant = period_meant(pointer, _told_before(around, index, clause)) if pointer else None
        return meant or _elsewhen(tokens, clause)
    return _since(nearest[0].value, nearest[0].span, clause, tokens, reading.span)


def _opens(tokens: Sequence[Token], date: Span) -> bool:
    """Say whether a date opens its sentence as an apposition ("On census night, 31 March, ...")."""
    before = [t.text.lower() for t in tokens if t.end <= date.start]
    return len(before) <= APPOSED and before[:1] == ["on"] and before[-1] == ","


def _told_before(around: Surroundings, index: int, clause: Span) -> list[DateRange]:
    """Return the dates that the last sentence with one, not far before, tells of what happened.

    First comes what stands before the clause in its own sentence.
    """
    own = around.sentences[index]
    told = [date for date in _dates(own.readings, own.tokens) if date.span.end <= clause.start]
    if told:
        return [date.value for date in told if isinstance(date.value, DateRange)]
    block = around.sentences[index].sentence.block
    for before in reversed(around.sentences[max(around.headlines, index - _REACH) : index]):
        found = _dates(before.readings, before.tokens)
        if found:
            return [date.value for date in found if isinstance(date.value, DateRange)]
        if before.sentence.block != block:
            break
    return []


def _is_participial(tokens: Sequence[Token], clause: Span) -> bool:
    """Say whether a clause only goes on with the main one (", killing 31 people")."""
    first = next((t.text.lower() for t in tokens if t.start >= clause.start), "")
    return first.endswith("ing") and clause.start > 0


def _elsewhen(tokens: Sequence[Token], clause: Span) -> DateRange | None:
    """Return an unresolved time for a clause that names one without a date ("last season")."""
    words = [t.text.lower() for t in tokens if clause.start <= t.start < clause.end]
    if not phrases_in(words, tables().elsewhen):
        return None
    return DateRange("", None, None, "year", basis="unresolved")


def _since(
    date: DateRange, span: Span, clause: Span, tokens: Sequence[Token], value: Span
) -> DateRange:
    """Return a date that only begins a period open-ended.

    That is so after "since" ("since the war broke out in 2011"), and where the figure behind it
    is told in the perfect ("the war that began in 2011 has killed 8,000 people").
    """
    before = [t.text.lower() for t in tokens if clause.start <= t.start < span.start]
    between = {t.text.lower() for t in tokens if span.end <= t.start < value.start}
    begun = any(
        "begins" in said.parts for _, said in phrases_in(before, durations.tables().phrases)
    )
    is_begin = "since" in before or (begun and not between.isdisjoint({"has", "have"}))
    return msgspec.structs.replace(date, last=None) if is_begin else date


def _dates(readings: Sequence[Reading], tokens: Sequence[Token]) -> list[Reading]:
    return [
        reading
        for reading in readings
        if isinstance(reading.value, DateRange) and not is_of_telling(reading.span, tokens)
    ]
