"""The main verb of a sentence: what was done, and where its subject ends."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from factcheck.extract.names import Word
from factcheck.vocabulary import persons, verbs
from factcheck.vocabulary.numbers import numbers

MOST_SUBJECT_WORDS = 14
_ARTICLES = frozenset({"the", "a", "an"})
_OWNERS = frozenset({"its", "his", "her", "their"})
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
_CLAUSE_WORDS = frozenset({"that", "which", "who", "whom", "whose", "when", "where"})
_RANKED = frozenset({"first", "last", "only"})  # "was the first to leave the ship"
_MOST_RANKED = 4  # words between such a word and its verb ("the only councillor to leave")


class Verb(msgspec.Struct, frozen=True):
    """The main verb: where its subject ends, where it ends itself, base form and polarity."""

    subject_end: int
    end: int
    base: str
    negated: bool


def main_verb(words: Sequence[Word], start: int) -> Verb | None:
    """Return the main verb if it tells of a checkable act and its subject is one phrase."""
    at, subject_end = start, 0
    while at < min(len(words), start + MOST_SUBJECT_WORDS):
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
    for here in range(at + 1, min(len(words), at + MOST_SUBJECT_WORDS)):
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


def _verb_at(words: Sequence[Word], at: int, subject_end: int) -> Verb | None:
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
    if any(helper in _BE for helper in helpers) and (ranked := _ranked(words, at)):
        return Verb(subject_end, ranked + 1, words[ranked].key, negated)
    base = _act(words[at].key, helpers)
    if base is None or _is_reduced(words, at + 1, helpers) or _is_noun(words, at, helpers):
        return None
    while subject_end > 1 and _is_adverb(words[subject_end - 1]):
        subject_end -= 1  # "the council unanimously approved"
    return Verb(subject_end, at + 1, base, negated)


def _ranked(words: Sequence[Word], at: int) -> int:
    """Return where the verb of "was the first to leave" stands, or 0."""
    if words[at].key != "the" or words[at + 1 : at + 2] == () or words[at + 1].key not in _RANKED:
        return 0
    for here in range(at + 2, min(len(words) - 1, at + 2 + _MOST_RANKED)):
        if words[here].key == "to":
            form = verbs.tables().acts.get(words[here + 1].key)
            return here + 1 if form is not None and form.base == words[here + 1].key else 0
    return 0


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
    if [word.key for word in words[at : at + 1]] == ["by"]:
        return not any(map(_is_count, words[at + 1 : at + 2]))  # "voted by seven to two"
    for word in words[at : at + MOST_SUBJECT_WORDS]:
        if word.kind == "symbol" or word.key in _CLAUSE_WORDS:
            break
        if word.key in verbs.tables().auxiliaries and word.key not in {"be", "been"}:
            return True
    return False


def _is_count(word: Word) -> bool:
    return word.kind == "number" or word.key in numbers().small


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
