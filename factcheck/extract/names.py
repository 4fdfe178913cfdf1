"""The shape of names: tokens joined to words, and where a person's name ends.

The extractors of persons, roles, quotes and statements all read `Word`s: what a reader takes for
one word ("al-Assad", "O'Neill", "Gen."), where the tokens come apart.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from factcheck.tokens import Token
from factcheck.vocabulary import persons, places, verbs

_JOINERS = frozenset("-‐‑'’")
_DOTTED = frozenset(
    "mr mrs ms dr gen lt col sgt sen rep gov prof st maj capt adm cmdr brig rev hon jr sr "
    "pvt cpl pte cllr corp inc ltd co".split()
)
_MOST_PARTS = 6  # of one name, particles not counted


class Word(msgspec.Struct, frozen=True):
    """A word, number or symbol as it stands in the text.

    `key` is lower case, `close` says that it touches the one before. The point of an abbreviation
    belongs to the span, not to `text`.
    """

    text: str
    key: str
    start: int
    end: int
    kind: str
    close: bool

    @property
    def has_point(self) -> bool:
        """Say whether the point of an abbreviation belongs to it."""
        return self.end - self.start > len(self.text)

    @property
    def is_capital(self) -> bool:
        """Say whether it is a word that begins with a capital letter."""
        return self.kind == "word" and self.text[0].isupper()

    @property
    def is_possessive(self) -> bool:
        """Say whether it is the 's of a possessive."""
        return self.key in {"'s", "’s"}


class Person(msgspec.Struct, frozen=True):
    """A person's name as a range of words, honorifics included in the range, not in the name."""

    start: int
    end: int
    name: str


def join(tokens: Sequence[Token]) -> tuple[Word, ...]:
    """Join tokens to words: hyphenated words, names with an apostrophe, abbreviations.

    >>> from factcheck.tokens import tokenize
    >>> [word.text for word in join(tokenize("Lt. Gen. Omar al-Hadi's X-ray"))]
    ['Lt', 'Gen', 'Omar', 'al-Hadi', "'s", 'X-ray']
    """
    words: list[Word] = []
    at, before = 0, -1
    while at < len(tokens):
        first = tokens[at]
        text, end, last = first.text, first.end, at
        if first.kind == "word" and at + 1 < len(tokens) and tokens[at + 1].start == end:
            last = _last_of(tokens, at)
            text = "".join([token.text for token in tokens[at : last + 1]])
            last += _takes_point(text, tokens, last)
            end = tokens[last].end
        words.append(Word(text, text.lower(), first.start, end, first.kind, before == first.start))
        at, before = last + 1, end
    return tuple(words)


def _last_of(tokens: Sequence[Token], at: int) -> int:
    """Return the last token of the word that begins at `at`."""
    if tokens[at].text[0] not in "'’":
        while _continues(tokens, at):
            at += 2
    return at


def _continues(tokens: Sequence[Token], at: int) -> bool:
    """Say whether the token, a joiner and another word stand together without a space."""
    if at + 2 >= len(tokens):
        return False
    joiner, following = tokens[at + 1], tokens[at + 2]
    return (
        joiner.text in _JOINERS
        and following.kind == "word"
        and joiner.start == tokens[at].end
        and following.start == joiner.end
    )


def _takes_point(text: str, tokens: Sequence[Token], at: int) -> bool:
    is_short = len(text) == 1 and text.isupper()
    if not (is_short or text.lower() in _DOTTED) or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].text == "." and tokens[at + 1].start == tokens[at].end


def is_name_part(word: Word) -> bool:
    """Say whether a word can be part of a person's name by its shape.

    Capitalised, no function word, no acronym; a single initial can.
    """
    if word.kind != "word":
        return False
    if word.has_point and len(word.text) == 1:
        return True
    if word.key in persons.tables().function_words:
        return False
    text = word.text
    if text[0].islower():
        prefix, dash, rest = text.partition("-")
        tables = persons.tables()
        is_particle = prefix in tables.particles or prefix in tables.joined_particles
        return bool(dash) and is_particle and rest[:1].isupper()
    return text[0].isupper() and (len(text) == 1 or "." in text or not text.isupper())


def is_body(word: Word) -> bool:
    """Say whether the word tells a body or a place ("Ministry", "River")."""
    return word.key in persons.tables().body_nouns


def is_demonym(word: Word) -> bool:
    """Say whether the word is an adjective or inhabitant of a known place ("French")."""
    place = places.canonical(word.text)
    return place is not None and place != word.text


def is_place(word: Word) -> bool:
    """Say whether the word names a known place or group, and is no common first name."""
    if word.key in persons.tables().given:
        return False
    return (
        places.canonical(word.text) is not None
        or places.canonical_group(word.text) is not None
        or places.seat_of(word.text) is not None
    )


def skip_honorifics(words: Sequence[Word], at: int) -> int:
    """Return where the honorifics ("Mr", "Dr") that stand at `at` end."""
    while at < len(words) and words[at].is_capital and words[at].key in persons.tables().honorifics:
        at += 1
    return at


def name_end(words: Sequence[Word], at: int) -> int:
    """Return the end of the person's name that begins at `at`, or `at` where there is none.

    A name ends before a body, an adjective of a place, a function word or any mark; it does not
    begin with a place, and only its second part can be one ("Michael Jordan").
    """
    particles, suffixes = persons.tables().particles, persons.tables().suffixes
    end, parts, here = at, 0, at
    while here < len(words) and parts < _MOST_PARTS:
        word = words[here]
        if here > at and word.close and not words[here - 1].has_point:
            break
        if is_name_part(word):
            is_first_name = parts == 0 and word.key in persons.tables().given
            is_stop = is_body(word) or is_demonym(word)
            if is_stop and not is_first_name and not _is_surname(words, at, here):
                break
            if (parts != 1 and is_place(word)) or _is_headline_verb(words, at, here):
                break
            parts += 1
            end = here + 1
        elif word.key in suffixes and parts:
            end = here + 1
        elif word.key not in particles or word.kind != "word":
            break
        here += 1
    return end if parts else at


def _is_headline_verb(words: Sequence[Word], at: int, here: int) -> bool:
    """Say whether a capitalised verb ends a name: "Minister Reyes Resigns", not "Oliver Sacks"."""
    is_verb = verbs.is_finite_form(words[here].key) or words[here].key in {"killed", "kills"}
    follows_first_name = here == at + 1 and words[at].key in persons.tables().given
    return is_verb and not follows_first_name


def _is_surname(words: Sequence[Word], at: int, here: int) -> bool:
    """Say whether a word like "Lake" ends a name that a first name or "Dr" begins."""
    tables = persons.tables()
    is_last = here + 1 >= len(words) or not is_name_part(words[here + 1])
    if words[here].key not in tables.surnames or not is_last or here > at + 2:
        return False
    if here == at:
        return at > 0 and words[at - 1].key in tables.honorifics
    return words[at].key in tables.given


def text_of(words: Sequence[Word], start: int, end: int) -> str:
    """Return the words from `start` to `end` as a phrase, without the points of abbreviations."""
    pieces: list[str] = []
    for at in range(start, end):
        word = words[at]
        if at > start and (not word.close or words[at - 1].has_point):
            pieces.append(" ")
        pieces.append(word.text)
    return "".join(pieces)


def person_at(words: Sequence[Word], at: int, parts: int = 1) -> Person | None:
    """Return the person whose name begins at `at`; honorifics count as parts of it."""
    begin = skip_honorifics(words, at)
    end = name_end(words, begin)
    if begin - at + sum(map(is_name_part, words[begin:end])) < parts or end == begin:
        return None
    return Person(at, end, text_of(words, begin, end))
