"""Subjects around a verb: where the phrase before or behind it begins and ends."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.names import Word, is_name_part, is_place
from factcheck.extract.roles.beside import person_ending
from factcheck.vocabulary import persons, verbs
from factcheck.vocabulary.calendar import MONTHS, WEEKDAYS

MAX_PHRASE = 14  # words
MAX_APPOSITION = 25
QUOTED = "\ue000"  # stands for a quote in the text around it (a private-use character)

_PRONOUNS = frozenset({"he", "she", "they", "we", "i", "it"})
_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "one", "another", "both"})
_MARKS = frozenset({",", "–", "—"})
_RELATING = frozenset({"of", "from", "who", "which", "whose", "at", "in"})
_ARTICLES = frozenset({"the", "a", "an"})
_COUNTING = frozenset(
    "former late other several many some two three four five six most few these those".split()
)
_INNER = frozenset(
    {"of", "for", "from", "at", "in", "to", "with", "near", "inside", "outside", "behind", "off"}
)
_ADVERBS = frozenset({"also", "later", "then", "earlier", "have", "has", "had", "again", "even"})
_SPANS = frozenset({"week", "month", "year", "morning", "evening", "afternoon"})
_NEAREST = frozenset({"this", "last"})
_ACRONYMS = frozenset({"US", "WHO", "IS"})  # bodies that look like function words
_TIMES = frozenset(WEEKDAYS) | frozenset(MONTHS) - {"may", "march"} | {"yesterday", "today"}


def helpers_start(words: Sequence[Word], floor: int, at: int) -> int:
    """Return where helping verbs and adverbs before the verb at `at` begin."""
    helpers = verbs.tables().auxiliaries | _ADVERBS
    if at - 2 > floor and words[at - 1].key in _SPANS and words[at - 2].key in _NEAREST:
        at -= 2  # "Ana Reyes this week said"
    while at > floor and (
        (words[at - 1].key in helpers and words[at - 1].text not in _ACRONYMS)
        or words[at - 1].key in _TIMES
        or (words[at - 1].key.endswith("ly") and not words[at - 1].is_capital)
    ):
        at -= 1
    return at


def phrase_before(words: Sequence[Word], floor: int, at: int) -> tuple[int, int]:
    """Return the range of the subject that ends before `at`; empty where there is none.

    An apposition between commas is stepped over: of "Ana Reyes, the mayor, said" the subject is
    the name.
    """
    end = at
    if end > floor and words[end - 1].key in {"who", "which"}:
        end -= 1
        end -= end > floor and words[end - 1].text == ","
    elif end > floor and words[end - 1].text in _MARKS:
        end = _apposition_start(words, floor, end - 1)
    if end > floor and words[end - 1].key in _PRONOUNS and words[end - 1].text != "IT":
        return end - 1, end
    end = _relative_start(words, floor, _without_brackets(words, floor, end))
    end = _before_paper(words, floor, end)
    start = end
    while start > max(floor, end - MAX_PHRASE) and _belongs(words, start - 1):
        start -= 1
    while start < end and not _can_begin(words[start]):
        start += 1
    first = start
    for here in range(start + 1, end):  # "On the square the agency": the last phrase speaks
        before = words[here - 1]
        is_inner = before.key in _INNER | {"and"} or before.key.endswith("ing")
        if words[here].key in _ARTICLES and not is_inner:
            named = person_ending(words, here, first)  # "Ana Reyes a local activist said"
            is_opening = here - 1 == floor and before.key not in _TIMES
            is_surname = is_opening and is_name_part(before) and not is_place(before)
            start = named.start if named else here - is_surname
    return start, end


def _without_brackets(words: Sequence[Word], floor: int, at: int) -> int:
    """Return where a bracket that closes at `at` opens: "the Norland Fund (NF) said"."""
    if at > floor and words[at - 1].text == ")":
        for here in range(at - 2, max(floor, at - MAX_PHRASE), -1):
            if words[here].text == "(":
                return here
    return at


def _before_paper(words: Sequence[Word], floor: int, at: int) -> int:
    """Return where "in a statement on its site" before `at` begins, behind its author, or `at`."""
    for here in range(at - 1, max(floor + 2, at - MAX_PHRASE), -1):
        if words[here].kind == "symbol":
            break
        opens = words[here - 1].key in _ARTICLES and words[here - 2].key == "in"
        if opens and words[here].key in verbs.tables().papers:
            author = words[here - 3]
            return here - 2 if _belongs(words, here - 3) and author.kind == "word" else at
    return at


def _relative_start(words: Sequence[Word], floor: int, at: int) -> int:
    """Return where "who leads the party" before `at` begins, if no comma closes it, or `at`."""
    for here in range(at - 1, max(floor, at - MAX_APPOSITION), -1):
        if words[here].kind == "symbol" and not words[here].is_possessive:
            break
        if words[here].key in {"who", "which"}:
            clause = words[here + 1 : at]
            opens = any(word.key.endswith("s") for word in clause[:1])  # "which works in Norland"
            return here if opens or any(_is_finite(word) for word in clause) else at
    return at


def _is_finite(word: Word) -> bool:
    is_known = verbs.is_finite_form(word.key) or word.key in verbs.tables().auxiliaries
    return not word.is_capital and (is_known or word.key.endswith(("ed", "es", "ies")))


def _apposition_start(words: Sequence[Word], floor: int, mark: int) -> int:
    """Return the mark that opens the appositions closed at `mark`, or `mark` itself.

    Two in a row are stepped over: "Ana Reyes, of the city hospital, who led the study, said".
    """
    opening = _mark_before(words, floor, mark)
    if opening == mark:
        return mark
    first = _mark_before(words, floor, opening)
    between = words[first + 1]
    is_party = between.text[:2] in {"R-", "D-", "I-"}  # "Ana Reyes, R-Ohio, the chair, said"
    is_age = between.kind == "number" and first + 2 == opening  # not the year of a dateline
    if first < opening and (is_party or is_age or between.key in _RELATING):
        return first
    return opening


def _mark_before(words: Sequence[Word], floor: int, mark: int) -> int:
    """Return the nearest mark of the same kind before `mark`, or `mark`."""
    for here in range(mark - 1, max(floor, mark - MAX_APPOSITION), -1):
        if words[here].text == words[mark].text:
            return here
    return mark


def _belongs(words: Sequence[Word], at: int) -> bool:
    """Say whether the word can be part of a subject, seen from its end."""
    word = words[at]
    if word.kind == "symbol":
        return word.is_possessive or word.text == "&" or (word.close and word.text in "-'’")
    if word.key in _DETERMINERS | _INNER | _COUNTING or word.is_possessive:
        return True
    if word.key == "and":
        return words[at + 1].is_capital and at > 0 and words[at - 1].is_capital
    if not word.is_capital and _is_verb(word):
        return False
    if word.key not in persons.tables().function_words or word.text in _ACRONYMS:
        return True
    inside = words[max(0, at - 1) : at + 2]  # "Save Our Streets"
    return len(inside) == 3 and all(part.is_capital for part in inside)


def _is_verb(word: Word) -> bool:
    speech = verbs.tables().speech.get(word.key)
    return word.key in verbs.tables().auxiliaries or (
        speech is not None and speech.form in {"past", "progressive"}
    )


def _can_begin(word: Word) -> bool:
    """Say whether a subject can begin with the word."""
    return word.kind == "word" and word.key not in _INNER and word.key not in _TIMES | {"and"}


def phrase_behind(words: Sequence[Word], at: int, ceiling: int) -> int:
    """Return the end of the subject that begins at `at`, behind its verb."""
    if at < ceiling and words[at].key in _PRONOUNS:
        return at + 1
    end = at
    while end < min(ceiling, at + MAX_PHRASE):
        word = words[end]
        is_link = word.key in {"of", "for", "from", "by"} and end > at
        is_joint = (
            word.key == "and"
            and end > at
            and end + 1 < ceiling
            and words[end + 1].is_capital
            and words[end - 1].is_capital
        )
        is_noun = word.kind == "word" and word.key not in persons.tables().function_words
        is_part = is_noun or word.key in _DETERMINERS | _COUNTING or word.text in _ACRONYMS | {"&"}
        if word.key in _TIMES or not (is_part or is_link or is_joint or word.is_possessive):
            break
        if not word.is_capital and (_is_progressive(word) or _begins_clause(words, at, end)):
            break
        end += 1
    while end > at and words[end - 1].key in _DETERMINERS:
        end -= 1  # "said a man in a coat the same": copy that has lost its commas
    return end


def _begins_clause(words: Sequence[Word], at: int, here: int) -> bool:
    """Say whether "placed" of "the council placed the toll at" ends its subject."""
    before = words[here - 1]
    is_noun = here > at and before.kind == "word" and before.key not in _DETERMINERS | _COUNTING
    key = words[here].key
    is_passive = any(word.key == "by" for word in words[here + 1 : here + 2])
    return is_noun and not is_passive and key.endswith("ed") and len(key) > 4 and "-" not in key


def _is_progressive(word: Word) -> bool:
    form = verbs.tables().speech.get(word.key)
    return word.key in {"wearing", "holding"} or (form is not None and form.form == "progressive")
