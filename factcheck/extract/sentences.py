"""Read every sentence of a document: clean, cut, block, then find dates, figures and roles."""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Sequence

import msgspec

from factcheck.extract.blockers import find_blocked
from factcheck.extract.dates import find_dates
from factcheck.extract.entities import Mention, capitalised_inside, find_mentions
from factcheck.extract.labels import with_plain_label
from factcheck.extract.persons import find_persons
from factcheck.extract.quantities import find_quantities
from factcheck.extract.quotes.turns import Turn, find_turns
from factcheck.extract.reading import Blocked, Reading
from factcheck.extract.roles import find_roles
from factcheck.extract.sentence import ReadSentence
from factcheck.extract.statements import find_statement
from factcheck.extract.words import content_words
from factcheck.normalize import Normalized, normalize
from factcheck.schema import DateRange, Document, Quantity, Sentence, Span
from factcheck.tokens import Token, tokenize

OPENING_SENTENCES = 2  # where the date of publication may stand in the text
_PUBLISHED = frozenset(
    {"published", "last", "updated", "posted", "at", "on", ":", "date", "of", "publication"}
)
_MARKDOWN = (".md", ".markdown")
_NO_DATES = frozenset(("markup", "url", "phone"))  # what no date is read from


def read_sentences(
    document: Document, sentences: Sequence[Sentence], as_of: dt.date | None
) -> tuple[ReadSentence, ...]:
    """Read the sentences of a document in order; relative dates resolve against `as_of`.

    The label of a transcript's turn names who speaks there, not what is spoken of.
    """
    markdown = document.origin.path.endswith(_MARKDOWN)
    cleaned = [
        normalize(document.text[s.span.start : s.span.end], markdown=markdown) for s in sentences
    ]
    tokens = [with_plain_label(tokenize(text.text)) for text in cleaned]
    known = frozenset(word for cut in tokens for word in capitalised_inside(cut))
    read = [
        _read(sentence, text, cut, known, as_of, opens=index < OPENING_SENTENCES)
        for index, (sentence, text, cut) in enumerate(zip(sentences, cleaned, tokens, strict=True))
    ]
    ends = [sentence.span.end for sentence in sentences]
    for turn in find_turns(document.text):
        index = bisect.bisect_right(ends, turn.label.start)
        if index < len(read):
            read[index] = _labelled(read[index], turn)
    return tuple(read)


def _labelled(read: ReadSentence, turn: Turn) -> ReadSentence:
    """Return the sentence that opens a turn with its speaker for the names of the label."""
    others = [m for m in read.mentions if not read.in_document(m.span).overlaps(turn.label)]
    label = [Mention(turn.speaker, "person", Span(0, 0), locative=False, reporting=True)]
    return msgspec.structs.replace(read, mentions=(*(label if turn.speaker else ()), *others))


def _read(
    sentence: Sentence,
    cleaned: Normalized,
    tokens: tuple[Token, ...],
    known: frozenset[str],
    as_of: dt.date | None,
    *,
    opens: bool,
) -> ReadSentence:
    text = cleaned.text
    readings, blocked = find_values(text, tokens, as_of)
    if opens:
        published = [r for r in readings if _is_publication_date(r, tokens)]
        readings = [reading for reading in readings if reading not in published]
        blocked += tuple(Blocked(reading.span, "published") for reading in published)
    roles = find_roles(text, tokens)
    mentions = [
        mention
        for mention in find_mentions(text, tokens, find_persons(text, tokens), known)
        if not any(mention.span.overlaps(reading.span) for reading in readings)
    ]
    readings += roles
    if sentence.block_kind != "heading":
        statement = find_statement(text, tokens, known)
        readings += [statement] if statement else []
    values = [r.span for r in readings if isinstance(r.value, Quantity | DateRange)]
    return ReadSentence(
        sentence,
        cleaned,
        tokens,
        tuple(mentions),
        tuple(sorted(readings, key=lambda r: (r.span.start, -r.span.end))),
        blocked,
        content_words(tokens, (*values, *(mention.span for mention in mentions))),
    )


def _is_publication_date(reading: Reading, tokens: tuple[Token, ...]) -> bool:
    """Say whether a date that opens a text says when it appeared ("Published 6 May 2015 ...").

    A publication date is never the date of an event. Source: docs/verdicts.md ("Time").
    """
    if not isinstance(reading.value, DateRange) or reading.value.basis != "absolute":
        return False
    before = {token.text.lower() for token in tokens if token.start < reading.span.start}
    after = next((token for token in tokens if token.start >= reading.span.end), None)
    stands_alone = after is not None and after.text[0].isupper()
    is_header = before <= _PUBLISHED and before != {"on"}
    return is_header and reading.value.granularity == "day" and stands_alone


def find_values(
    text: str, tokens: tuple[Token, ...], as_of: dt.date | None
) -> tuple[list[Reading], tuple[Blocked, ...]]:
    """Return the dates and figures of one normalised sentence, and what was blocked.

    Markup, a web address or phone number outranks a date, a date every other blocker, a blocker
    a figure.
    """
    found = find_blocked(text, tokens)
    closed = [block.span for block in found if block.reason in _NO_DATES]
    dates = [date for date in find_dates(text, as_of) if not _touches(date.span, closed)]
    taken = [date.span for date in dates]
    blocked = tuple(block for block in found if not _touches(block.span, taken))
    taken += [block.span for block in blocked]
    return [*dates, *find_quantities(text, tokens, tuple(taken))], blocked


def _touches(span: Span, others: Sequence[Span]) -> bool:
    """Say whether a span shares a character with one of the others, which are in order."""
    at = bisect.bisect_right(others, span.start, key=_end)
    return at < len(others) and others[at].start < span.end


def _end(span: Span) -> int:
    return span.end
