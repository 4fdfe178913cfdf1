"""Titles in a sentence, with the body they belong to and what is said of their time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from factcheck.extract.names import (
    Word,
    is_body,
    is_demonym,
    is_place,
    name_end,
    text_of,
)
from factcheck.vocabulary import persons, places, roles, verbs

_MOST_WORDS = 7  # of one title in the table
_MOST_BODY_WORDS = 9  # of the name of one body
_MOST_PORTFOLIO_WORDS = 4
_JOINING = frozenset({"and", ",", "&"})
_HEADS = frozenset({"minister", "ministers", "secretary", "secretaries"})
_LINKS = frozenset({"of", "for", "at", "with", "to"})
_INNER_LINKS = frozenset({"of", "for", "and", "&", "the"})
_ACRONYMS = frozenset({"US", "WHO", "IS"})  # bodies that look like function words
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her", "our"})


class TitlePhrase(msgspec.Struct, frozen=True):
    """A title with what belongs to it, as ranges of words.

    The phrase runs from `start` (a body or "former" before the title) over the title, which ends
    at `title_end`, to `end` (a body after it: "of the central bank").
    """

    start: int
    title_end: int
    end: int
    office: str
    plural: bool
    organisation: str
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


def title_at(
    words: Sequence[Word], at: int
) -> tuple[int, roles.Title | None, Literal["", "former", "acting"]]:
    """Return the end of the longest title that begins at `at`, what it means, and its tense."""
    first = words[at]
    tense: Literal["", "former", "acting"] = ""
    key = first.key
    if "-" in key:
        prefix, _, rest = key.partition("-")
        if prefix in roles.tenses():
            key, tense = rest, roles.tenses()[prefix]
    if key.partition("-")[0] not in roles.first_words() or first.kind != "word":
        return at, None, ""
    keys = [key, *(word.key for word in words[at + 1 : at + _MOST_WORDS])]
    for count in range(len(keys), 0, -1):
        form = " ".join(keys[:count]).replace("-", " ")
        title = roles.titles().get(form)
        if form in roles.deputies() and _is_title_next(words, at + 1):
            return at, None, ""
        if title and (len(form) > 3 or first.text[0].isupper()):
            return at + count, title, tense
    return at, None, ""


def _is_title_next(words: Sequence[Word], at: int) -> bool:
    """Say whether another title begins at `at`: "deputy head"; "deputy deputy" is none."""
    is_other = at < len(words) and words[at].key not in roles.deputies()
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
    office, at, end = _joint(words, title.office, at, end, floor)
    start, before = at, ""
    is_looking = True
    while is_looking and start > floor:
        key = words[start - 1].key
        if key in roles.deputies():
            office = roles.deputy_of(office)
            start -= 1
        elif key in roles.tenses():
            tense = tense or roles.tenses()[key]
            start -= 1
        elif key in roles.ornaments():
            start -= 1
        elif not before and (begin := _body_start(words, start, floor)) < start:
            before = organisation(words, begin, start)
            start = begin
        else:
            is_looking = False
    after, body_end = _body_after(words, end)
    is_of = end < len(words) and words[end].key in {"of", "at"}
    if before == "" or (is_of and after and places.canonical(before) is not None):
        before = after
    return TitlePhrase(start, end, body_end, office, title.plural, before, tense)


def _joint(
    words: Sequence[Word], office: str, at: int, end: int, floor: int
) -> tuple[str, int, int]:
    """Widen a minister's title by further portfolios: "Foreign Affairs and Trade Minister"."""
    own = office.removesuffix(" minister")
    if roles.portfolio(own) is None:
        return office, at, end
    found = [own]
    while (begin := _portfolio_before(words, at, floor)) < at:
        found.append(str(roles.portfolio(_key(words, begin, _link_before(words, at)))))
        at = begin
    while words[end - 1].key not in _HEADS and (stop := _portfolio_behind(words, end)) > end:
        found.append(str(roles.portfolio(_key(words, _link_behind(words, end), stop))))
        end = stop
    return (roles.joint_minister(found) if len(found) > 1 else office), at, end


def _key(words: Sequence[Word], start: int, end: int) -> str:
    return " ".join(word.key for word in words[start:end])


def _link_before(words: Sequence[Word], at: int) -> int:
    """Return where an "and" or comma before `at` begins; `at` where there is none."""
    return at - 1 if at > 0 and words[at - 1].key in _JOINING else at


def _link_behind(words: Sequence[Word], at: int) -> int:
    """Return where the words behind commas and "and" at `at` begin."""
    for _ in range(2):
        at += at < len(words) and words[at].key in _JOINING
    return at


def _portfolio_before(words: Sequence[Word], at: int, floor: int) -> int:
    """Return where a known portfolio joined to what begins at `at` begins, or `at`."""
    stop = _link_before(words, at)
    if stop == at:
        return at
    for count in range(_MOST_PORTFOLIO_WORDS, 0, -1):
        if stop - count >= floor and roles.portfolio(_key(words, stop - count, stop)):
            return stop - count
    return at


def _portfolio_behind(words: Sequence[Word], at: int) -> int:
    """Return where a known portfolio joined to what ends at `at` ends, or `at`."""
    begin = _link_behind(words, at)
    if begin == at:
        return at
    for count in range(_MOST_PORTFOLIO_WORDS, 0, -1):
        if roles.portfolio(_key(words, begin, min(begin + count, len(words)))):
            return min(begin + count, len(words))
    return at


def _body_start(words: Sequence[Word], end: int, floor: int) -> int:
    """Return where the body that ends at `end` begins: "the White House", "Iraqi army", "its"."""
    at = end
    if at > floor and words[at - 1].is_possessive:
        at -= 1
    bodies = persons.tables().bodies
    lowest = max(floor, at - _MOST_BODY_WORDS)
    while at > lowest:
        if (
            " ".join(word.key for word in words[max(lowest, at - 2) : at])
            in persons.tables().bodies
        ):
            at -= 2
        elif words[at - 1].key in bodies or _is_body_part(words[at - 1]):
            at -= 1
        elif at - 1 > lowest and at < end and _links(words, at - 1):
            at -= 2
        elif (named := _qualified_start(words, lowest, at)) < at:
            at = named
        else:
            break
    while at < end and (words[at].kind != "word" or words[at].is_possessive):
        at += 1
    return _from_demonym(words, at, end)


def _from_demonym(words: Sequence[Word], start: int, end: int) -> int:
    """Return the last adjective of a place in a body: copy without marks runs names together."""
    for at in range(end - 1, start, -1):
        if is_demonym(words[at]) and words[at - 1].is_capital and not is_body(words[at - 1]):
            is_pair = places.canonical(text_of(words, at - 1, at + 1)) is not None
            return at - 1 if is_pair else at
    return start


def _qualified_start(words: Sequence[Word], lowest: int, at: int) -> int:
    """Step over common nouns behind a body: "UN refugee" of "UN refugee agency spokesman"."""
    for here in range(at - 1, max(lowest, at - 3), -1):
        word, before = words[here], words[here - 1]
        is_noun = word.kind == "word" and not word.is_capital and not _is_verb(word)
        if not is_noun or word.key in persons.tables().function_words:
            return at
        is_body_name = is_place(before) or is_body(before) or before.text in _ACRONYMS
        if before.is_possessive or (before.is_capital and is_body_name):
            return here
    return at


def _is_body_part(word: Word) -> bool:
    """Say whether the word is capitalised and no function word; acronyms are allowed."""
    is_function_word = word.key in persons.tables().function_words and word.text not in _ACRONYMS
    return word.is_capital and not is_function_word


def _links(words: Sequence[Word], at: int) -> bool:
    """Say whether the word at `at` joins two parts of one body's name: "Ministry of Defence"."""
    if at + 1 >= len(words) or words[at].key not in _INNER_LINKS or not words[at + 1].is_capital:
        return False
    before = words[at - 1]
    return is_body(before) and before.is_capital


def _body_after(words: Sequence[Word], at: int) -> tuple[str, int]:
    """Read "of the Freedonian central bank" behind a title; return the body and its end."""
    if at + 1 >= len(words) or words[at].key not in _LINKS:
        return "", at
    begin = at + 1
    while begin < len(words) and words[begin].key in _ARTICLES:
        begin += 1
    end, title, _ = title_at(words, begin) if begin < len(words) else (begin, None, "")
    if title is not None and name_end(words, end) > end:
        return "", at
    end = _capitals_end(words, begin)
    if end == begin:
        end = _common_end(words, begin)
        if end + 1 < len(words) and words[end].key == "at" and words[end + 1].is_capital:
            begin, end = end + 1, _capitals_end(words, end + 1)
        is_clear = end >= len(words) or words[end].kind == "symbol" or _is_verb(words[end])
        if end == begin or not is_clear:
            return "", at
    return organisation(words, begin, end), end


def _capitals_end(words: Sequence[Word], at: int) -> int:
    """Return the end of the body's name in capitals that begins at `at`.

    Where a person's name follows without a comma ("director of the Freedonian Institute for
    Peace Ana Reyes") the body ends with its last common noun, or before a first name.
    """
    end = at
    while end < len(words) and end - at < _MOST_BODY_WORDS + 4:
        if not (_is_body_part(words[end]) or (end > at and _joins_on(words, end))):
            break
        end += 1
    nouns = [here for here in range(at, end) if is_body(words[here])]
    if nouns and name_end(words, nouns[-1] + 1) >= end and end - nouns[-1] > 2:
        return nouns[-1] + 1
    for here in range(at + 1, end):
        is_first_name = words[here].key in persons.tables().given
        place = places.canonical(text_of(words, at, here)) or places.canonical(words[here - 1].text)
        is_name = is_first_name or (place is not None and here < end - 1)
        if is_name and name_end(words, here) >= max(end, here + 2):
            return here
    return end


def _joins_on(words: Sequence[Word], at: int) -> bool:
    """Say whether a possessive or link inside a body's name is followed by more of the name."""
    if words[at].is_possessive:
        return at + 1 < len(words)
    if words[at].key not in _INNER_LINKS:
        return False
    if words[at].key == "and":
        return _links(words, at)
    following = at + 1
    while following < len(words) and words[following].key == "the":
        following += 1
    return following < len(words) and _is_body_part(words[following])


def _common_end(words: Sequence[Word], at: int) -> int:
    """Return the end of up to five common nouns: "the rescue service", "the city's hospital"."""
    end = at
    while end < len(words) and end - at < 5:
        word = words[end]
        is_noun = word.kind == "word" and word.key not in persons.tables().function_words
        if not (is_noun or word.is_possessive) or _is_verb(word):
            break
        end += 1
    return end


def _is_verb(word: Word) -> bool:
    return word.key in verbs.tables().speech or word.key in verbs.tables().auxiliaries


def organisation(words: Sequence[Word], start: int, end: int) -> str:
    """Return the name of a body without article and possessive; a known place by its own name.

    "France's" and "French" are France; "the country's" is nobody.
    """
    while start < end and words[start].key in _ARTICLES:
        start += 1
    while end > start and (words[end - 1].is_possessive or words[end - 1].kind == "symbol"):
        end -= 1
    phrase = text_of(words, start, end)
    if phrase.lower() in {"country", "company", "group", "club", "party", "nation"}:
        return ""
    return places.canonical(phrase) or places.canonical_group(phrase) or phrase
