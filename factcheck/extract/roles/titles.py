"""Titles in a sentence, with the body they belong to and what is said of their time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from factcheck.extract.names import Word, is_body, is_name_part, name_end
from factcheck.extract.roles.bodies import (
    body_after,
    body_start,
    organisation,
    run_of_capitals,
    skip_articles,
)
from factcheck.extract.roles.portfolios import joint
from factcheck.vocabulary import persons, places, roles

_LINKS = frozenset({"of", "for", "at", "with", "to", "from"})
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
_ORNAMENTAL = ("-based", "-born", "-serving", "-standing", "-year-old")


class TitlePhrase(msgspec.Struct, frozen=True):
    """A title with what belongs to it, as ranges of words.

    The phrase runs from `start` (a body or "former" before the title) over the title, which ends
    at `title_end`, to `end` (a body after it: "of the central bank"). `bare` is where it begins
    without the body before it, `behind` the body after it.
    """

    start: int
    bare: int
    title_end: int
    end: int
    office: str
    plural: bool
    organisation: str
    behind: str
    tense: Literal["", "former", "acting"]


def find_titles(words: Sequence[Word]) -> tuple[TitlePhrase, ...]:
    """Return the titles of a sentence, the longest at each place, in order."""
    phrases: list[TitlePhrase] = []
    at = floor = 0
    first_words = roles.first_words()
    while at < len(words):
        if words[at].key not in first_words and "-" not in words[at].key:
            at += 1
            continue
        end, title, tense = title_at(words, at)
        if title is None:
            at += 1
            continue
        phrase = _with_surroundings(words, at, end, title, tense, floor)
        if not (phrase.plural and " and " in phrase.office):  # "foreign and defence ministers"
            phrases.append(phrase)
        at = floor = end
    return tuple(phrases)


def named_body(words: Sequence[Word], phrase: TitlePhrase) -> TitlePhrase | None:
    """Return a title with the name behind its body: "of the boat builder Halden Craft", or None."""
    end = run_of_capitals(words, phrase.end)
    if end == phrase.end or not phrase.behind.islower():
        return None
    name = organisation(words, phrase.end, end)
    return msgspec.structs.replace(phrase, end=end, organisation=name, behind=name)


def title_at(
    words: Sequence[Word], at: int
) -> tuple[int, roles.Title | None, Literal["", "former", "acting"]]:
    """Return the end of the longest title that begins at `at`, what it means, and its tense."""
    first = words[at]
    tense: Literal["", "former", "acting"] = ""
    key = first.key
    prefix, dash, rest = key.partition("-")
    if dash and prefix in roles.tenses():
        key, tense = rest, roles.tenses()[prefix]
    longest = roles.first_words().get(key.partition("-")[0], 0)
    if key in roles.prefixes() and at + 1 < len(words):  # "deputy chief of staff"
        longest = max(longest, 1 + roles.first_words().get(words[at + 1].key, 0))
    if not longest or first.kind != "word":
        return at, None, ""
    keys = [key, *(word.key for word in words[at + 1 : at + longest])]
    for count in range(len(keys), 0, -1):
        form = " ".join(keys[:count]).replace("-", " ")
        title = _titled(form)
        if form in roles.prefixes() and _is_title_next(words, at + 1):
            return at, None, ""
        if title and (len(form) > 3 or first.is_capital) and not _is_in_name(words, at, count):
            return at + count, title, tense
    return at, None, ""


def _titled(form: str) -> roles.Title | None:
    """Return what a form of words means: "vice-chair" a deputy, "mayor-elect" not yet the mayor."""
    known = roles.titles()
    if form in known:
        return known[form]
    head, _, last = form.rpartition(" ")
    if last in roles.pending() and head in known:
        return roles.Title(f"{known[head].office}-{last}", known[head].plural)
    first, _, rest = form.partition(" ")
    if first in roles.prefixes() and rest in known:
        return roles.Title(f"{roles.prefixes()[first]} {known[rest].office}", known[rest].plural)
    return None


def _is_in_name(words: Sequence[Word], at: int, count: int) -> bool:
    """Say whether a body goes on behind the title's word: "General Staff", "General Assembly"."""
    following = at + 1
    is_short = count == 1 and following < len(words) and words[at].is_capital
    if not is_short or not words[following].is_capital or not is_body(words[following]):
        return False
    is_title = words[following].key in roles.titles()  # "President General Ana Reyes"
    return not is_title and name_end(words, following) == following


def _is_title_next(words: Sequence[Word], at: int) -> bool:
    """Say whether another title begins at `at`: "deputy head"; "deputy deputy" is none."""
    is_other = at < len(words) and words[at].key not in roles.prefixes()
    return is_other and title_at(words, at)[1] is not None


def _with_surroundings(
    words: Sequence[Word],
    at: int,
    end: int,
    title: roles.Title,
    tense: Literal["", "former", "acting"],
    floor: int,
) -> TitlePhrase:
    """Add deputies, ornaments, tense and body before the title, and the body after it."""
    office, at, end = joint(words, title.office, at, end, floor)
    start, bare, before = at, at, ""
    is_looking = True
    while is_looking and start > floor:
        key = words[start - 1].key
        if key in roles.prefixes():
            office = f"{roles.prefixes()[key]} {office}"
            start -= 1
        elif key in roles.tenses():
            tense = tense or roles.tenses()[key]
            start -= 1
        elif key in roles.ornaments() or key.endswith(_ORNAMENTAL):
            start -= 1
        elif office in roles.fields() and _is_field(words, start - 1, floor):
            office = f"{key} {office}"
            start -= 1
        elif not before and (begin := body_start(words, start, floor)) < start:
            before = organisation(words, begin, start)
            bare, start = start, begin
        else:
            is_looking = False
    if not before:
        bare = start
    after, body_end = _body_behind(words, end)
    if after == "time":  # "finance minister at the time"
        after, tense = "", tense or "former"
    is_of = end < len(words) and words[end].key in {"of", "at"}
    is_wider = places.canonical(before) is not None and is_of
    if before == "" or (after and (is_wider or (before.islower() and not after.islower()))):
        before = after
    return TitlePhrase(start, bare, end, body_end, office, title.plural, before, after, tense)


def _is_field(words: Sequence[Word], at: int, floor: int) -> bool:
    """Say whether the word at `at` tells what a director directs: ", the flight director of"."""
    word = words[at]
    is_noun = word.kind == "word" and not is_name_part(word) and not is_body(word)
    if at <= floor or not is_noun or word.key in persons.tables().function_words:
        return False
    before = words[at - 1]
    is_opened = before.text == "," or (before.key in _ARTICLES and at - 2 >= floor)
    return is_opened and word.key not in persons.tables().bodies | roles.first_words().keys()


def _body_behind(words: Sequence[Word], at: int) -> tuple[str, int]:
    """Read the body behind a title; "adviser to President Ana Reyes" names none."""
    if at + 1 >= len(words) or words[at].key not in _LINKS:
        return "", at
    begin = skip_articles(words, at + 1)
    if begin < len(words):
        end, title, _ = title_at(words, begin)
        if title is not None and name_end(words, end) > end:
            return "", at
    return body_after(words, at)
