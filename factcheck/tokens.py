"""Text to tokens: the one pass that every extractor of figures, dates and roles works on.

Numbers keep their separators ("240,000", "8.2"); letters and digits are never in one token, so
that "20bn", "F-16" and "$20bn" come apart; a possessive or contraction is a token of its own
("Syria", "'s"); initials with dots stay together ("U.S.", "a.m."). Everything else that is not
white space is a symbol of one character.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

TokenKind = Literal["word", "number", "symbol"]

# Each alternative consumes what it looked at, so one pass is linear. A leading point belongs to
# the number (".08") unless something stands right before it.
TOKEN = re.compile(
    r"""
    (?P<number> [0-9]++ (?:[.,][0-9]++)*+ | (?<![\w.,]) \. [0-9]++ )
    | (?P<word>
        (?<![A-Za-z]) (?:[A-Za-z]\.){2,8}+
        | [^\W\d_]++
        | (?<=\w) ['’] (?:s|t|d|m|re|ve|ll|S|T|D|M|RE|VE|LL) (?!\w)
      )
    | \S
    """,
    re.VERBOSE,
)


class Token(msgspec.Struct, frozen=True):
    """A piece of the text: `text` is the slice from `start` to `end`."""

    text: str
    start: int
    end: int
    kind: TokenKind


def tokenize(text: str) -> tuple[Token, ...]:
    """Split `text` into tokens, in order; white space is dropped.

    >>> [token.text for token in tokenize("Syria's 240,000 dead, $20bn")]
    ['Syria', "'s", '240,000', 'dead', ',', '$', '20', 'bn']
    """
    return tuple(
        Token(match[0], match.start(), match.end(), match.lastgroup or "symbol")  # type: ignore[arg-type]
        for match in TOKEN.finditer(text)
    )
