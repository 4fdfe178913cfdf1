"""Names in capitals that open a line of a transcript, as they are written elsewhere."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import msgspec

from factcheck.tokens import Token

_MOST_TOKENS = 30  # of a label: a name, offices and a body
_SHORTEST = 2  # letters of a word in capitals; one letter is an initial
_LONGEST_ACRONYM = 3  # letters: behind the name, "CEO" and "WHO" stay as they are
_BEHIND_NAME = frozenset({",", "("})


def with_plain_label(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens of a sentence, the words of a label in capitals with one capital each.

    A label opens the sentence and ends in a colon; its first two words stand in capitals. Offsets
    stay as they are.

    >>> from factcheck.tokens import tokenize
    >>> label = with_plain_label(tokenize("ANA REYES, CEO of NORLAND STEEL: We will pay."))
    >>> " ".join(token.text for token in label[:7])
    'Ana Reyes , CEO of Norland Steel'
    """
    colon = next((n for n, t in enumerate(tokens[:_MOST_TOKENS]) if t.text == ":"), 0)
    first = [t for t in tokens[:colon] if t.kind == "word" and len(t.text) >= _SHORTEST][:2]
    if len(first) < 2 or not all(map(_is_in_capitals, first)):
        return tuple(tokens)
    name_end = next((n for n in range(colon) if tokens[n].text in _BEHIND_NAME), colon)
    plain = (
        _plain(token, is_name=n < name_end) if _is_in_capitals(token) else token
        for n, token in enumerate(tokens[:colon])
    )
    return tuple(itertools.chain(plain, tokens[colon:]))


def _is_in_capitals(token: Token) -> bool:
    return token.kind == "word" and len(token.text) >= _SHORTEST and token.text.isupper()


def _plain(token: Token, *, is_name: bool) -> Token:
    if not is_name and len(token.text) <= _LONGEST_ACRONYM:
        return token
    return msgspec.structs.replace(token, text=token.text[0] + token.text[1:].lower())
