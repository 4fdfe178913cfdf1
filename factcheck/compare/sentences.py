"""A sentence as words that can be held against another's: one key for all that say the same."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

import msgspec

from factcheck.normalize import normalize
from factcheck.tokens import Token, tokenize
from factcheck.vocabulary import places, verbs
from factcheck.vocabulary.additions import made_with_additions
from factcheck.vocabulary.measures import tables as measures
from factcheck.vocabulary.numbers import numbers
from factcheck.vocabulary.statements import tables

_LONGEST_NAME = 3  # tokens of a place's or body's name in the tables
_LONGEST_TELLING = 7  # words of ", the head of the fire service said"
# Who speaks in a transcript: "ANA REYES: "
_TURN = re.compile(r"\A[A-Z][A-Z.'’-]{0,30}(?: [A-Z][A-Z.'’-]{0,30}){0,4}:\s")
_OWNED = re.compile(r"(?<![^\W_])([^\W_]{1,40}+)['’]s ([^\W_]{1,40}+)")
_MOST_CIRCUMSTANCE = 5  # words of "on the old quay" between "rumour" and "that"
_CIRCUMSTANCES = frozenset({"in", "on", "at", "among", "around", "from", "of", "about"})
_RELATIVE = frozenset({"who", "which", "whose", "whom", "where"})
_KEPT = frozenset({"new", "first", "last"})  # weighty here, though they say nothing of a measure

Kind = Literal["light", "word", "name", "number"]


class Heard(msgspec.Struct, frozen=True):
    """A word of a sentence: what it is compared by, and as written in lower case."""

    key: str
    kind: Kind
    written: str
    is_capital: bool = False

    @property
    def is_weighty(self) -> bool:
        """Say whether the word tells something of what happened."""
        return self.kind != "light"


def read_sentence(text: str) -> tuple[Heard, ...]:
    """Return the words of a sentence in order, those that say nothing among them.

    >>> [word.key for word in read_sentence("The Iraqi army's men were not detained.")]
    ['the', 'Iraq', 'soldier', 'man', 'were', 'not', 'arrest']
    """
    return _reader()(text)


@made_with_additions
def _reader() -> Callable[[str], tuple[Heard, ...]]:
    return functools.lru_cache(maxsize=1024)(_read)


def _read(text: str) -> tuple[Heard, ...]:
    tokens = tokenize(normalize(text).text)
    tokens = _as_one_verb([t for t in tokens if t.kind != "symbol" or t.text == ","])
    words: list[Heard] = []
    at = 0
    while at < len(tokens):
        taken, word = _heard(tokens, at)
        at += taken
        if word is not None:
            words.append(word)
    return tuple(words)


def _as_one_verb(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens with one verb for several words: "rejected" for "turned ... down"."""
    lower = [token.text.lower() for token in tokens]
    told = list(tokens)
    left_out: set[int] = set()
    for at in range(len(told)):
        phrase = None if at in left_out else verbs.read_phrase(lower, at)
        if phrase is not None:
            told[at] = msgspec.structs.replace(told[at], text=phrase.written)
            left_out.update(phrase.others)
    return tuple(token for at, token in enumerate(told) if at not in left_out)


def owned_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield the keys of who owns and what is owned: "the driver's lawyer" is no driver.

    >>> list(owned_in("Police questioned the driver's lawyer."))
    [('driver', 'lawyer')]
    """
    for match in _OWNED.finditer(normalize(text).text):
        owner, owned = read_sentence(f", {match[1]}"), read_sentence(f", {match[2]}")
        yield owner[-1].key, owned[-1].key


def without_turn(text: str) -> str:
    """Return a passage without the name of who speaks it in a transcript.

    >>> without_turn("ANA REYES: The port is closed.")
    'The port is closed.'
    """
    return _TURN.sub("", text, count=1)


def name_words(name: str) -> tuple[Heard, ...]:
    """Return the words of a name as they are inside a sentence."""
    return tuple(word for word in read_sentence(f", {name}") if word.is_weighty)


def _heard(tokens: Sequence[Token], at: int) -> tuple[int, Heard | None]:
    """Return how many tokens make the word that begins at `at`, and the word."""
    for length in range(min(_LONGEST_NAME, len(tokens) - at), 0, -1):
        name = " ".join(token.text for token in tokens[at : at + length])
        known = places.canonical(name) or places.canonical_group(name)
        if known and name[0].isupper():
            return length, Heard(known, "name", name.lower(), is_capital=True)
    token = tokens[at]
    if token.kind == "number":
        return 1, Heard(f"#{_plain(token.text)}", "number", token.text)
    word = token.text.lower()
    if word in {"'s", "’s", "s"}:
        return 1, None
    if token.text == ",":
        return 1, Heard(",", "light", ",")
    small = numbers().small
    if word in small:
        tens = small[word] if word in numbers().tens and at + 1 < len(tokens) else 0
        ones = small.get(tokens[at + 1].text.lower(), 0) if tens else 0
        joined = 0 < ones < 10
        value = small[word] + (ones if joined else 0)
        return (2 if joined else 1), Heard(f"#{value}", "number", word)
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    named = following[:1].isupper() or following in {"'s", "’s"}
    return 1, _word(token, word, opens=at == 0 and not named)


def _plain(digits: str) -> str:
    plain = digits.replace(",", "")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _word(token: Token, word: str, *, opens: bool) -> Heard:
    said = tables()
    key = said.key(word)
    empty = word in measures().empty and word not in _KEPT and key not in said.grouped
    capital = token.text[0].isupper() and not opens
    if len(word) < 2 or word in said.light or word in said.negations or empty:
        return Heard(word, "light", word, capital)
    if capital:
        return Heard(said.root(word), "name", word, capital)
    return Heard(key, "word", word)


def without_telling(words: Sequence[Heard]) -> tuple[Heard, ...]:
    """Return a sentence without who says it at its end: ", fire officials say".

    >>> [w.written for w in without_telling(read_sentence("Two died, fire officials say."))]
    ['two', 'died']
    """
    comma = max((n for n, word in enumerate(words) if word.key == ","), default=0)
    tail = words[comma + 1 :]
    told = any(word.written in verbs.tables().speech for word in tail[-2:])
    told = told and all(word.written != "to" for word in tail)
    return tuple(words[:comma] if comma and told and len(tail) <= _LONGEST_TELLING else words)


def without_aside(words: Sequence[Heard]) -> tuple[Heard, ...]:
    """Return a sentence without a relative clause between commas ("who rode for us until May")."""
    commas = [n for n, word in enumerate(words) if word.key == ","]
    for opening, closing in itertools.pairwise(commas):
        if words[opening + 1].written in _RELATIVE:
            return (*words[:opening], *words[closing + 1 :])
    return tuple(words)


def without_description(words: Sequence[Heard], source: Sequence[Heard]) -> tuple[Heard, ...]:
    """Return a sentence without what describes the one it names, if the source names that one.

    "The operator of the dam, Norvik Hydro, declined" tells of Norvik Hydro, "Reyes's lawyer, Ines
    Holt, declined" and "Reyes's lawyer Ines Holt declined" of Ines Holt.
    """
    keys = {word.key for word in source}
    comma = next((n for n, word in enumerate(words) if word.key == ","), len(words))
    start = comma + 1
    if not _is_description(words[:comma]) or not _is_closed(words, start):
        start = _described(words)
    name = list(itertools.takewhile(lambda word: word.kind == "name", words[start:]))
    named = bool(name) and keys.issuperset(word.key for word in name)
    return tuple(words[start:]) if named else tuple(words)


def _is_description(words: Sequence[Heard]) -> bool:
    """Say whether words before a comma name nobody, or end in what somebody is to one they name."""
    return bool(words) and (words[-1].kind == "word" or all(w.kind != "name" for w in words))


def _is_closed(words: Sequence[Heard], at: int) -> bool:
    """Say whether a name begins at `at` and a comma closes it."""
    name = list(itertools.takewhile(lambda word: word.kind == "name", words[at:]))
    return bool(name) and [word.key for word in words[at + len(name) :][:1]] == [","]


def _described(words: Sequence[Heard]) -> int:
    """Return where the full name begins of "Reyes's lawyer Ines Holt declined", or the end."""
    at = 0
    for kind in ("name", "word"):
        first = at
        while at < len(words) and words[at].kind == kind and at - first < _LONGEST_NAME:
            at += 1
        if at == first:
            return len(words)
    following = words[at : at + 3]
    is_full = len(following) == 3 and [word.kind for word in following] == ["name", "name", "word"]
    is_told = is_full and following[2].written in verbs.tables().acts
    return at if is_told and words[at - 1].written not in verbs.tables().acts else len(words)


def hedges_in(words: Sequence[Heard]) -> Iterator[int]:
    """Yield the indices of the words that leave open what stands behind them.

    "There is a rumour on the quay that" does, and "it is said that".
    """
    said = tables()
    for at, word in enumerate(words):
        follows = words[at + 1].written if at + 1 < len(words) else ""
        is_wish = word.written in said.wishes and follows in {"to", "that"}
        is_wish = is_wish or _is_rumour_that(words, at)
        is_wish = is_wish or (word.written == "said" and _is_hearsay(words, at))
        is_wish = is_wish or (word.written == "to" and follows == "being")  # "close to being fined"
        is_near = word.written in said.nearly and follows in verbs.tables().acts
        if word.written in said.hedges or is_wish or is_near:
            yield at


def _is_rumour_that(words: Sequence[Heard], at: int) -> bool:
    """Say whether this is the "that" of "a rumour on the quay that"."""
    if words[at].written != "that":
        return False
    for before in range(at - 2, max(-1, at - 3 - _MOST_CIRCUMSTANCE), -1):
        if words[before].written in tables().wishes:
            return words[before + 1].written in _CIRCUMSTANCES
    return False


def _is_hearsay(words: Sequence[Heard], at: int) -> bool:
    """Say whether "said" is what nobody in particular says: "it is said that", "is said to"."""
    before = words[at - 1].written if at else ""
    follows = words[at + 1].written if at + 1 < len(words) else ""
    return before in {"is", "are", "was", "were"} and follows in {"to", "that"}
