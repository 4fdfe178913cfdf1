"""Words in marks that nobody said: names, titles of works, terms held at a distance."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.extract.quotes.attribution import Told
from factcheck.extract.quotes.marks import Quoted
from factcheck.vocabulary import persons, places, verbs

_WORD = re.compile(r"(?<![^\W_])[^\W_]++")
_TERMINAL = frozenset(".!?…")
_FEWEST_UNTOLD = 5  # words of a sentence in marks that nobody is said to have said
_MOST_NAME_WORDS = 6
_NAMING = frozenset({"the", "a", "an", "called", "named", "dubbed", "titled", "entitled", "as"})
_TERMED = frozenset({"dubbed", "nicknamed", "codenamed", "titled", "entitled", "named"})
_BEING = frozenset("is are was were be been being as".split())
_JUDGING = frozenset({"condemn", "denounce", "hail", "praise", "criticise", "criticize", "dismiss"})
_DECLARING = frozenset({"declare", "proclaim"})
_MOST_TERM_WORDS = 2
_NEAR = 60  # code points around a quote that tell whether it is a term
_MOST_BETWEEN = 4  # words between "called" and the quote


def is_quotation(text: str, quote: Quoted, told: Told) -> bool:
    """Say whether words in marks are a quote and no name, title or word held at a distance."""
    words = _WORD.findall(text, quote.start, quote.end)
    if not any(word[0].isalpha() for word in words):
        return False
    is_sentence = text[quote.end - 1] in _TERMINAL
    if not told.is_told:
        return told.is_alone and is_sentence and len(words) >= _FEWEST_UNTOLD
    before = [word.lower() for word in _WORD.findall(text, *_before(quote))]
    is_short = text[quote.start : quote.end].count(" ") < _MOST_TERM_WORDS
    is_hyphened = text[quote.outer_end : quote.outer_end + 1] == "-"  # '"Zero"-grade'
    is_term = is_short and not told.is_beside and _is_term(text, quote, words[-1], before)
    if _is_termed(before) or is_hyphened or is_term:
        return False
    if is_sentence or told.is_beside or len(words) > _MOST_NAME_WORDS:
        return True
    return not _is_name(text, quote, words, before)


def _is_termed(before: Sequence[str]) -> bool:
    """Say whether the words before name the thing: "so-called", "known as", "self-styled"."""
    if before[-2:] in (["so", "called"], ["known", "as"]) or before[-2:-1] == ["self"]:
        return True
    return bool(before) and before[-1] in _TERMED and "what" not in before[-5:]


def _before(quote: Quoted) -> tuple[int, int]:
    return max(0, quote.outer_start - _NEAR), quote.outer_start


def _is_term(text: str, quote: Quoted, word: str, before: Sequence[str]) -> bool:
    """Say whether a word or two in marks are the writer's own: '"terrorist" positions'.

    They stand before a noun, are declared to be, or are one plural, and nobody is told to call
    something so.
    """
    speech = verbs.tables().speech
    bases = [speech[key].base for key in before[-_MOST_BETWEEN:] if key in speech]
    if any(base in verbs.tables().naming | _JUDGING for base in bases):
        return False
    if _DECLARING & set(bases):
        return True
    behind = text[quote.outer_end : quote.outer_end + _NEAR]
    following = _WORD.findall(behind)[:1] if behind[:1] == " " and behind[1:2].isalpha() else []
    is_one = " " not in text[quote.start : quote.end]
    is_plural = is_one and word.endswith("s") and not word.endswith("ss")
    is_subject = is_plural and any(map(_is_verb, following))
    if before[-1:] and before[-1] in _BEING | speech.keys():
        return is_subject
    return is_plural or any(_is_noun(key) and (is_one or key[-1] != "s") for key in following)


def _is_verb(key: str) -> bool:
    return key.endswith("ed") or key in verbs.tables().auxiliaries or verbs.is_finite_form(key)


def _is_noun(key: str) -> bool:
    is_function_word = key in persons.tables().function_words
    return key.islower() and not is_function_word and not _is_verb(key)


def _is_name(text: str, quote: Quoted, words: Sequence[str], before: Sequence[str]) -> bool:
    """Say whether the words are a name: capitals throughout, or named by the word before."""
    if text[quote.end - 1] == "," or text[quote.outer_end : quote.outer_end + 1] == ",":
        return False
    is_named = bool(before) and before[-1] in _NAMING
    capitals = sum(not word[0].islower() and word != "I" for word in words)
    place = places.canonical(words[0])
    is_plain = words[0][0].islower() or (place is not None and place != words[0])
    return (is_named and not is_plain) or (len(words) > 1 and capitals * 2 > len(words))
