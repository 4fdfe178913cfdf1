"""Sentences without a value that can be checked all the same: "the ministry declined"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from factcheck.extract.names import Word, is_name_part, join, text_of
from factcheck.extract.reading import Reading
from factcheck.schema import Span, Statement
from factcheck.tokens import Token
from factcheck.vocabulary import persons, places, verbs
from factcheck.vocabulary.calendar import WEEKDAYS

_MOST_SUBJECT_WORDS = 14
_ARTICLES = frozenset({"the", "a", "an"})
_OWNERS = frozenset({"its", "his", "her", "their"})
_SUBJECT_OPENERS = _ARTICLES | _OWNERS | {"both", "all"}
_SUBJECT_LINKS = frozenset(
    {"of", "for", "and", "both", "all", "against", "in", "at", "on", "to", "from", "with"}
    | {"between", "over", "into", "about", "near"}
)
_PLACED = frozenset({"first", "second", "last", "next", "former"})  # "the second pier"
_NEGATIONS = frozenset({"not", "never", "no", "'t", "’t"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "isn", "aren", "wasn", "weren"})
_DO = frozenset({"do", "does", "did", "don", "doesn", "didn"})
_HAVE = frozenset({"hasn", "haven", "hadn"})
_CONTRACTED = frozenset({"isn", "aren", "wasn", "weren", "don", "doesn", "didn", "won"}) | _HAVE
_ADVERBS = frozenset({"also", "already", "again", "later", "then", "now", "still", "since", "just"})
_TIME_NOUNS = frozenset(
    {"noon", "midnight", "dawn", "dusk", "day", "night", "morning", "afternoon", "evening"}
    | {"week", "weekend", "month", "year", "later", "earlier", "overnight"}
)
_TIMES = _TIME_NOUNS | {"in", "at", "on", "the", "that", "this", "same", "last", "next", "of"}
_FIRST_PERSONS = frozenset({"i", "we", "you", "my", "our", "your", "me", "us", "let"})
_CLAUSE_WORDS = frozenset({"that", "which", "who", "whom", "whose", "when", "where"})


def find_statement(text: str, tokens: Sequence[Token]) -> Reading | None:
    """Return the checkable act a sentence tells of, or None.

    None also in doubt: opinion, possibility, condition, question, first person, a subject that is
    no named or definite body or person. The span runs from the subject to the end of the main
    clause. `text` is the sentence that `tokens` were made of.

    >>> from factcheck.tokens import tokenize
    >>> text = "On Monday the Freedonian Defence Ministry declined to comment."
    >>> find_statement(text, tokenize(text)).value.subject
    'Freedonian Defence Ministry'
    """
    words = join(tokens)
    if not words or "?" in text or _is_heading(words):
        return None
    start = _skip_opening(words)
    main = None if start is None else _main_verb(words, start)
    if start is not None and main is not None:
        return _told(words, start, main)
    return _told_behind(words) if start is not None else None


def _told(words: Sequence[Word], start: int, verb: _Verb) -> Reading | None:
    """Return the statement of a clause by its subject's start and verb, if it tells enough."""
    if not _is_definite(words, start, verb.subject_end) and not _is_done_by(words, start, verb):
        return None
    end = _clause_end(words, verb.end)
    if _is_hedged(words[:end] if _goes_on(words, end) else words):
        return None
    is_passive = verb.base.startswith("be ")
    if end == verb.end and not is_passive and verb.base not in verbs.tables().alone:
        return None
    return _reading(words, start, verb, end)


def _reading(words: Sequence[Word], start: int, verb: _Verb, end: int) -> Reading:
    while words[start].key in _ARTICLES and start + 1 < verb.subject_end:
        start += 1
    value = Statement(text_of(words, start, verb.subject_end), verb.base, negated=verb.negated)
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
        verb = _main_verb(words, start)
        if verb is None or words[start].key != "the" or words[verb.end].key in {"that", "on", "in"}:
            continue
        if relative and verb.end == len(words) - 1 and not _is_hedged(words):
            if not _is_definite(words, start, verb.subject_end):
                return None
            found = _reading(words, start, verb, verb.end)
            return Reading(Span(words[at + 1].start, found.span.end), found.value)
        if not relative:
            return _told(words, start, verb)
    return None


class _Verb(msgspec.Struct, frozen=True):
    """The main verb: where its subject ends, where it ends itself, base form and polarity."""

    subject_end: int
    end: int
    base: str
    negated: bool


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
    for at, word in enumerate(words[:_MOST_SUBJECT_WORDS]):
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


def _main_verb(words: Sequence[Word], start: int) -> _Verb | None:
    """Return the main verb if it tells of a checkable act and its subject is one phrase."""
    at, subject_end = start, 0
    while at < min(len(words), start + _MOST_SUBJECT_WORDS):
        word = words[at]
        if word.text in {",", "("} and at > start:
            subject_end = subject_end or at
            at = _apposition_end(words, at)
            if at == 0:
                return None
        elif _begins_verb(word):
            return _verb_at(words, at, subject_end or at)
        elif subject_end or not _is_subject_part(words, at, start):
            return None
        else:
            at += 1
    return None


def _apposition_end(words: Sequence[Word], at: int) -> int:
    """Return the word behind the comma or bracket that closes what one at `at` opens, or 0."""
    closing = ")" if words[at].text == "(" else ","
    for here in range(at + 1, min(len(words), at + _MOST_SUBJECT_WORDS)):
        if words[here].text == closing:
            return here + 1
    return 0


def _begins_verb(word: Word) -> bool:
    if word.is_capital:
        return False
    tables = verbs.tables()
    act = tables.acts.get(word.key)
    is_finite = act is not None and act.form in {"past", "present"}
    is_helper = word.key in tables.auxiliaries or word.key in _CONTRACTED
    return is_finite or is_helper or word.key in _NEGATIONS or word.key in _ADVERBS


def _is_subject_part(words: Sequence[Word], at: int, start: int) -> bool:
    """Say whether a word can stand inside a subject: names, nouns, "of", an article behind it."""
    word = words[at]
    if word.kind == "symbol" and not word.is_possessive:
        return word.text in "’'&-"
    if word.key in _ARTICLES | _OWNERS:
        opens = at == start or words[at - 1].key in _SUBJECT_LINKS
        return opens or words[at - 2].key == "to"  # "the bid to host the final"
    is_link = word.key in _SUBJECT_LINKS or (word.key in _PLACED and at > start)
    owned = at > start and (words[at - 1].key in _OWNERS | _ARTICLES or words[at - 1].is_possessive)
    is_speech = not (word.is_capital or owned) and word.key in verbs.tables().speech
    return is_link or (
        not (word.key in persons.tables().function_words and word.text != "US") and (not is_speech)
    )


def _verb_at(words: Sequence[Word], at: int, subject_end: int) -> _Verb | None:
    """Read helpers, negations and the verb itself from `at`."""
    tables = verbs.tables()
    helpers: list[str] = []
    negated = False
    while at < len(words):
        key = words[at].key
        if key in _NEGATIONS or (key == "longer" and negated):
            negated = True
        elif key in tables.auxiliaries or key in _CONTRACTED:
            helpers.append(key)
        elif key not in _ADVERBS and not _is_adverb(words[at]):
            break
        at += 1
    if at >= len(words) or words[at].is_capital:
        return None
    base = _act(words[at].key, helpers)
    if base is None or _is_reduced(words, at + 1, helpers) or _is_noun(words, at, helpers):
        return None
    while subject_end > 1 and _is_adverb(words[subject_end - 1]):
        subject_end -= 1  # "the council unanimously approved"
    return _Verb(subject_end, at + 1, base, negated)


def _is_adverb(word: Word) -> bool:
    return word.key.endswith("ly") and not word.is_capital


def _act(key: str, helpers: Sequence[str]) -> str | None:
    """Return the base form of an act that fits its helpers, "be ..." in the passive, or None."""
    tables = verbs.tables()
    form = tables.acts.get(key)
    if "will" in helpers or "won" in helpers:
        return key if key in tables.plans and len(helpers) == 1 else None
    if form is None:
        return None
    is_past = form.form in {"past", "participle"}
    if any(helper in _BE for helper in helpers):
        return f"be {form.base}" if is_past else None
    if any(helper in _DO for helper in helpers):
        return form.base if key == form.base else None
    if helpers:
        return form.base if is_past else None
    return form.base if form.form in {"past", "present"} else None


def _is_reduced(words: Sequence[Word], at: int, helpers: Sequence[str]) -> bool:
    """Say whether another helper follows: "the soldiers captured there were freed"."""
    if helpers:
        return False
    if at < len(words) and words[at].key == "by":
        return True
    for word in words[at : at + _MOST_SUBJECT_WORDS]:
        if word.kind == "symbol" or word.key in _CLAUSE_WORDS:
            break
        if word.key in verbs.tables().auxiliaries and word.key not in {"be", "been"}:
            return True
    return False


def _is_noun(words: Sequence[Word], at: int, helpers: Sequence[str]) -> bool:
    """Say whether "strikes" is a noun here: no object begins behind it."""
    form = verbs.tables().acts[words[at].key] if not helpers else None
    if form is None or form.form != "present" or form.base not in verbs.tables().also_nouns:
        return False
    return not any(
        following.is_capital
        or following.kind == "number"
        or following.key in persons.tables().function_words
        for following in words[at + 1 : at + 2]
    )


def _is_definite(words: Sequence[Word], start: int, end: int) -> bool:
    """Say whether the subject is a name, a definite body or somebody's: "Freedonia", "its appeal".

    Of "the talks in Freedonia" the name further on tells which ones are meant.
    """
    if words[start].key in _OWNERS:
        return end - start > 1
    tables = persons.tables()
    for at in range(start, end):
        word = words[at]
        is_known = places.canonical(word.text) or places.canonical_group(word.text)
        is_owner = at + 1 < end and words[at + 1].is_possessive
        if word.is_capital and (at > 0 or is_known or is_owner or word.text.isupper()):
            if word.key not in tables.function_words or word.text == "US":
                return True
        elif word.key in tables.bodies and (at == 0 or words[start].key == "the"):
            return True
    if _is_told_of(words, start, end):
        return True
    return end - start > 1 and is_name_part(words[start]) and words[start].key in tables.given


def _is_done_by(words: Sequence[Word], start: int, verb: _Verb) -> bool:
    """Say whether who did it is named: "the licence for the mine was granted by the ministry"."""
    if words[start].key != "the" or not verb.base.startswith("be "):
        return False
    end = _clause_end(words, verb.end)
    by = next((at for at in range(verb.end, end) if words[at].key == "by"), end)
    return by + 1 < end and _is_definite(words, by + 1, end)


def _is_told_of(words: Sequence[Word], start: int, end: int) -> bool:
    """Say whether the words behind a comma name the subject, or tell who the one named is.

    "The operator of the dam, Norvik Hydro," and "Reyes, who led the party,". A plural that opens
    the sentence names nobody: "Critics, who ...".
    """
    if end + 2 >= len(words) or words[end].text != ",":
        return False
    first, second = words[end + 1], words[end + 2]
    named = words[start].key == "the" and is_name_part(first) and is_name_part(second)
    is_one = words[start].is_capital and end == start + 1 and not words[start].key.endswith("s")
    if first.key in _ARTICLES | {"which"}:
        return is_one and words[start].key not in persons.tables().function_words
    return named or (words[start].is_capital and first.key in {"who", "whose"})


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
