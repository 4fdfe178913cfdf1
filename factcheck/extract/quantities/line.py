"""One normalised sentence as the extractors of figures see it."""

from __future__ import annotations

import msgspec

from factcheck.tokens import Token

HYPHENS = frozenset("-–—‑")


class Line(msgspec.Struct, frozen=True):
    """A sentence with its tokens.

    `lower` holds the tokens' texts in lower case; `titled` says that most words begin with a
    capital, as in a headline.

    Positions are token numbers; asking for one before the first or after the last is allowed.
    """

    text: str
    tokens: tuple[Token, ...]
    lower: tuple[str, ...]
    titled: bool

    def word(self, at: int) -> str:
        """Return the token at `at` in lower case; empty outside the sentence."""
        return self.lower[at] if 0 <= at < len(self.lower) else ""

    def raw(self, at: int) -> str:
        """Return the token at `at` as written; empty outside the sentence."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def is_number(self, at: int) -> bool:
        """Say whether the token at `at` is written in digits."""
        return 0 <= at < len(self.tokens) and self.tokens[at].kind == "number"

    def is_word(self, at: int) -> bool:
        """Say whether the token at `at` is a word."""
        return 0 <= at < len(self.tokens) and self.tokens[at].kind == "word"

    def gap(self, at: int) -> int:
        """Return the number of characters between the tokens `at - 1` and `at`; -1 at the ends."""
        if not 0 < at < len(self.tokens):
            return -1
        return self.tokens[at].start - self.tokens[at - 1].end

    def touches(self, at: int) -> bool:
        """Say whether nothing stands between the tokens `at - 1` and `at`."""
        return self.gap(at) == 0


def line_of(text: str, tokens: tuple[Token, ...]) -> Line:
    """Return the sentence with its tokens."""
    words = [token.text for token in tokens if token.kind == "word"]
    titled = 10 * sum(word[:1].isupper() for word in words) > 7 * len(words) + 5
    return Line(text, tokens, tuple(token.text.lower() for token in tokens), titled)
