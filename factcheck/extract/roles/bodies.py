"""The bodies and countries that titles belong to: "White House", "of the central bank"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.names import Word, is_body, is_demonym, is_name_part, name_end, text_of
from factcheck.vocabulary import persons, places, verbs

_MOST_BODY_WORDS = 9  # of the name of one body
_INNER_LINKS = frozenset({"of", "for", "and", "&", "the"})
_ACRONYMS = frozenset({"US", "WHO", "IS"})  # bodies that look like function words
_NO_NOUNS = frozenset({"known", "called", "based"})
_ANY_BODY = frozenset({"country", "company", "group", "club", "party", "nation", "firm", "bloc"})
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her", "our"})


def body_start(words: Sequence[Word], end: int, floor: int) -> int:
    """Return where the body that ends at `end` begins: "the White House", "Iraqi army", "its"."""
    at = _before_possessive(words, end, floor)
    bodies = persons.tables().bodies
    is_capital = end < len(words) and words[end].is_capital  # "heard General": no common noun
    lowest = max(floor, at - _MOST_BODY_WORDS)
    while at > lowest:
        if text_of(words, max(lowest, at - 2), at).lower() in bodies and at - 2 >= lowest:
            at -= 2
        elif words[at - 1].key in bodies or _is_body_part(words[at - 1]):
            at -= 1
        elif at - 1 > lowest and at < end and _links(words, at - 1):
            at -= 2
        elif not is_capital and (named := _qualified_start(words, lowest, at)) < at:
            at = named
        else:
            break
    while at < end and (words[at].kind != "word" or words[at].is_possessive):
        at += 1
    return _from_demonym(words, at, end)


def _before_possessive(words: Sequence[Word], at: int, floor: int) -> int:
    """Return where the 's, or the apostrophe behind an s, that ends at `at` begins."""
    if at > floor and words[at - 1].is_possessive:
        return at - 1
    is_mark = at - 1 > floor and words[at - 1].text in {"'", "’"} and words[at - 1].close
    return at - 1 if is_mark and words[at - 2].key.endswith("s") else at


def _from_demonym(words: Sequence[Word], start: int, end: int) -> int:
    """Return the last adjective of a place in a body: copy without marks runs names together.

    "Syrias" is one too: a possessive that has lost its apostrophe.
    """
    for at in range(end - 1, start, -1):
        is_owner = is_demonym(words[at]) or _is_plain_owner(words[at])
        if is_owner and is_name_part(words[at - 1]) and not is_body(words[at - 1]):
            return at
    return start


def _is_plain_owner(word: Word) -> bool:
    text = word.text
    return text.endswith("s") and not places.canonical(text) and bool(places.canonical(text[:-1]))


def _qualified_start(words: Sequence[Word], lowest: int, at: int) -> int:
    """Step over common nouns behind a body: "UN refugee" of "UN refugee agency spokesman"."""
    for here in range(at - 1, max(lowest, at - 3), -1):
        word, before = words[here], words[here - 1]
        is_noun = word.kind == "word" and not word.is_capital and not _is_verb(word)
        if not is_noun or word.key in persons.tables().function_words:
            return at
        is_body_name = is_demonym(before) or is_body(before) or before.text.isupper()
        if before.is_possessive or (before.is_capital and is_body_name):
            return here
    return at


def _is_body_part(word: Word) -> bool:
    """Say whether the word is capitalised and no function word; acronyms are allowed.

    So is a name behind a small particle: "al-Nusra".
    """
    is_function_word = word.key in persons.tables().function_words and word.text not in _ACRONYMS
    return (word.is_capital or is_name_part(word)) and not is_function_word


def _links(words: Sequence[Word], at: int) -> bool:
    """Say whether the word at `at` joins two parts of one body's name: "Ministry of Defence"."""
    if at + 1 >= len(words) or words[at].key not in _INNER_LINKS or not words[at + 1].is_capital:
        return False
    before = words[at - 1]
    return is_body(before) and before.is_capital


def body_after(words: Sequence[Word], at: int) -> tuple[str, int]:
    """Read "of the Freedonian central bank" behind a title; return the body and its end."""
    begin = skip_articles(words, at + 1)
    end = run_of_capitals(words, begin)
    if end == begin:
        begin, end = _common_body(words, begin)
        if end == begin:
            return "", at
    else:
        end = _noun_end(words, end)
    return organisation(words, begin, end), end


def _common_body(words: Sequence[Word], begin: int) -> tuple[int, int]:
    """Return the range of a body in small letters, empty where it is not clear where it ends."""
    end = _common_end(words, begin)
    for here in range(begin + 1, end):
        if words[here].is_capital and name_end(words, here) > here + 1:
            return begin, here  # "of the service Ana Reyes said"
    if end + 1 < len(words) and words[end].key == "at":
        behind = skip_articles(words, end + 1)
        if behind < len(words) and words[behind].is_capital:
            return behind, run_of_capitals(words, behind)
    return (begin, end) if _is_clear(words, end) else (begin, begin)


def _noun_end(words: Sequence[Word], at: int) -> int:
    """Return the end of common nouns behind a name: "African Union observer mission", or `at`."""
    end = _common_end(words, at)
    stop = next((here for here in range(at, end) if words[here].is_capital), end)
    follows = words[stop : stop + 1]
    is_clear = _is_clear(words, stop) or name_end(words, stop) > stop + 1
    is_clear = is_clear or any(w.key in persons.tables().function_words for w in follows)
    return stop if is_clear else at


def _is_clear(words: Sequence[Word], at: int) -> bool:
    return at >= len(words) or words[at].kind == "symbol" or _is_verb(words[at])


def skip_articles(words: Sequence[Word], at: int) -> int:
    """Return where the articles and possessive pronouns at `at` end."""
    while at < len(words) and words[at].key in _ARTICLES:
        at += 1
    return at


def run_of_capitals(words: Sequence[Word], at: int) -> int:
    """Return the end of the body's name in capitals that begins at `at`.

    Where a person's name follows without a comma ("director of the Freedonian Institute for
    Peace Ana Reyes") the body ends with its last common noun, or before a first name.
    """
    end = at
    while end < len(words) and end - at < _MOST_BODY_WORDS + 4:
        if not (_is_body_part(words[end]) or (end > at and _joins_on(words, end))):
            break
        end += 1
    # The first word of a body may be its noun: "Jabhat al-Hadi".
    nouns = [here for here in range(at + 1, end) if is_body(words[here])]
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
        is_noun = is_noun and word.key not in _ARTICLES | _NO_NOUNS
        if not (is_noun or word.is_possessive) or _is_verb(word):
            break
        end += 1
    return end


def _is_verb(word: Word) -> bool:
    tables = verbs.tables()
    is_known = word.key in tables.speech or word.key in tables.auxiliaries
    return is_known or verbs.is_finite_form(word.key)


def body_of(words: Sequence[Word], at: int) -> tuple[str, int]:
    """Read "of Freedonia" behind a person; return the place and where it ends."""
    if at + 1 < len(words) and words[at].key == "of" and words[at + 1].is_capital:
        end = at + 2
        while end < min(len(words), at + _MOST_BODY_WORDS) and _is_body_part(words[end]):
            end += 1
        return organisation(words, at + 1, end), end
    return "", at


def organisation(words: Sequence[Word], start: int, end: int) -> str:
    """Return the name of a body without article and possessive; a known place by its own name.

    "France's" and "French" are France; "the country's" is nobody.
    """
    while start < end and words[start].key in _ARTICLES:
        start += 1
    while end > start and (words[end - 1].is_possessive or words[end - 1].kind == "symbol"):
        end -= 1
    phrase = text_of(words, start, end)
    if phrase.lower() in _ANY_BODY:
        return ""
    if phrase.endswith("s") and (known := places.canonical(phrase[:-1])):
        return known  # a possessive that has lost its apostrophe
    return places.canonical(phrase) or places.canonical_group(phrase) or phrase
