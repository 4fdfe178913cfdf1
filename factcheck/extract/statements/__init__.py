"""Sentences without a value that can be checked all the same: "the ministry declined"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from factcheck.extract.names import Word, join, text_of
from factcheck.extract.reading import Reading
from factcheck.extract.statements.subjects import is_definite, is_willing
from factcheck.extract.statements.verb import MOST_SUBJECT_WORDS, Verb, main_verb
from factcheck.schema import Span, Statement
from factcheck.tokens import Token
from factcheck.vocabulary import persons, verbs
from factcheck.vocabulary.calendar import WEEKDAYS

_ARTICLES = frozenset({"the", "a", "an"})
_OWNERS = frozenset({"its", "his", "her", "their"})
_SUBJECT_OPENERS = _ARTICLES | _OWNERS | {"both", "all"}
_TIME_NOUNS = frozenset(
    {"noon", "midnight", "dawn", "dusk", "day", "night", "morning", "afternoon", "evening"}
    | {"week", "weekend", "month", "year", "later", "earlier", "overnight"}
)
_TIMES = _TIME_NOUNS | {"in", "at", "on", "the", "that", "this", "same", "last", "next", "of"}
_FIRST_PERSONS = frozenset({"i", "we", "you", "my", "our", "your", "me", "us", "let"})
_CLAUSE_WORDS = frozenset({"that", "which", "who", "whom", "whose", "when", "where"})


def find_statement(
    text: str, tokens: Sequence[Token], known: Collection[str] = frozenset()
) -> Reading | None:
    """Return the checkable act a sentence tells of, or None.

    None also in doubt: opinion, possibility, condition, question, first person, a subject that is
    no named or definite body or person. The span runs from the subject, its article included, to
    the end of the main clause. `text` is the sentence that `tokens` were made of, `known` are words
    that its document writes with a capital inside a sentence.

    >>> from factcheck.tokens import tokenize
    >>> text = "On Monday the Freedonian Defence Ministry declined to comment."
    >>> find_statement(text, tokenize(text)).value.subject
    'Freedonian Defence Ministry'
    """
    words = _as_one_verb(join(tokens))
    if not words or "?" in text or _is_heading(words):
        return None
    start = _skip_opening(words)
    main = None if start is None else main_verb(words, start)
    if start is not None and main is not None:
        return _told(words, start, main, known)
    return _told_behind(words) if start is not None else None


def _as_one_verb(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words with one act for the first of several: "rejected" for "turned ... down"."""
    keys = [word.key for word in words]
    told = list(words)
    for at, word in enumerate(words):
        phrase = None if word.is_capital else verbs.read_phrase(keys, at)
        if phrase is not None:
            told[at] = msgspec.structs.replace(word, text=phrase.written, key=phrase.written)
    return tuple(told)


def _told(
    words: Sequence[Word], start: int, verb: Verb, known: Collection[str] = frozenset()
) -> Reading | None:
    """Return the statement of a clause by its subject's start and verb, if it tells enough."""
    is_meant = is_definite(words, start, verb.subject_end) or _is_done_by(words, start, verb)
    if not is_meant and not is_willing(words, start, verb, known):
        return None
    end = _clause_end(words, verb.end)
    if _is_hedged(words[:end] if _goes_on(words, end) else words):
        return None
    is_passive = verb.base.startswith("be ")
    if end == verb.end and not is_passive and verb.base not in verbs.tables().alone:
        return None
    return _reading(words, start, verb, end)


def _reading(words: Sequence[Word], start: int, verb: Verb, end: int) -> Reading:
    named = start
    while words[named].key in _ARTICLES and named + 1 < verb.subject_end:
        named += 1
    value = Statement(text_of(words, named, verb.subject_end), verb.base, negated=verb.negated)
    return Reading(Span(words[start].start, words[end - 1].end), value)


def _told_behind(words: Sequence[Word]) -> Reading | None:
    """Return what a clause behind a comma tells, where the main clause tells no checkable act.

    ", the ministry has refused to include it", and at the end ", a step that the council rejected":
    there the thing it was done to belongs to the span.
    """
    for at in range(1, len(words) - 3):
        if words[at - 1].text != "," or words[at].key not in _ARTICLES:
            continue
        relative = words[at].key == "a" and words[at + 2].key == "that"
        start = at + 3 if relative else at
        verb = main_verb(words, start)
        if verb is None or words[start].key != "the" or words[verb.end].key in {"that", "on", "in"}:
            continue
        if relative and verb.end == len(words) - 1 and not _is_hedged(words):
            if not is_definite(words, start, verb.subject_end):
                return None
            found = _reading(words, start, verb, verb.end)
            return Reading(Span(words[at + 1].start, found.span.end), found.value)
        if not relative:
            return _told(words, start, verb)
    return None


def _is_hedged(words: Sequence[Word]) -> bool:
    """Say whether these words give opinion, possibility or condition, or speak of "us"."""
    hedges = verbs.tables().hedges
    first_persons = (w.key in _FIRST_PERSONS and w.text != "US" for w in words)
    return any(w.key in hedges and w.text != "May" for w in words) or any(first_persons)


def _goes_on(words: Sequence[Word], end: int) -> bool:
    """Say whether another clause is added at `end`, whose hedges are its own: ", but it may"."""
    return end + 1 < len(words) and words[end + 1].key in {"and", "but"}


def _is_heading(words: Sequence[Word]) -> bool:
    """Say whether the line has no full stop, as headings, captions and credits."""
    return words[-1].text not in {".", '"', "”", "!"}


def _skip_opening(words: Sequence[Word]) -> int | None:
    """Return where the main clause begins behind an opening like "On Monday," or "Meanwhile,"."""
    if words[0].key not in persons.tables().function_words or words[0].key in _SUBJECT_OPENERS:
        return 0
    if words[0].text == "US":
        return 0
    for at, word in enumerate(words[:MOST_SUBJECT_WORDS]):
        if word.text == ",":
            return at + 1
    behind = _behind_time(words)
    if behind:
        return behind
    return 1 if words[0].key in {"but", "and", "meanwhile", "however"} else None


def _behind_time(words: Sequence[Word]) -> int:
    """Return the word behind a time that opens the sentence ("At noon the council"), or 0."""
    end = 0
    while end < len(words) and (words[end].key in _TIMES or words[end].key in WEEKDAYS):
        end += 1
    if end and words[end - 1].key in _SUBJECT_OPENERS:
        end -= 1
    named = any(word.key in _TIME_NOUNS or word.key in WEEKDAYS for word in words[:end])
    return end if named else 0


def _is_done_by(words: Sequence[Word], start: int, verb: Verb) -> bool:
    """Say whether who did it is named: "the licence for the mine was granted by the ministry"."""
    if words[start].key != "the" or not verb.base.startswith("be "):
        return False
    end = _clause_end(words, verb.end)
    by = next((at for at in range(verb.end, end) if words[at].key == "by"), end)
    return by + 1 < end and is_definite(words, by + 1, end)


def _clause_end(words: Sequence[Word], at: int) -> int:
    """Return the end of the main clause whose verb ends at `at`."""
    for here in range(at, len(words)):
        word = words[here]
        if word.text in {";", "—", "–"}:
            return here
        if word.text == "," and here + 1 < len(words) and _breaks(words[here + 1]):
            return here
    end = len(words)
    while end > at and words[end - 1].kind == "symbol":
        end -= 1
    return end


def _breaks(word: Word) -> bool:
    """Say whether a comma before this word ends the clause."""
    return word.key in persons.tables().function_words or word.key.endswith("ing")
