"""The content words of a sentence: what it tells besides its values and names."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.schema import Span
from factcheck.tokens import Token
from factcheck.vocabulary.measures import stem, tables

_POINTING = frozenset({"the", "its", "this", "that", "our", "their"})
_OF = frozenset({"of", "in", "at", "for", "near", "from"})


def content_words(tokens: Sequence[Token], without: Sequence[Span]) -> tuple[str, ...]:
    """Return the stems of a sentence's content words, sorted, none twice.

    Words inside a span of `without`, numbers, and words that say nothing are left out, and so is
    what stands for a name ("the company").
    """
    empty = tables().empty
    taken = {offset for span in without for offset in range(span.start, span.end)}
    return tuple(
        sorted(
            {
                stem(token.text.lower())
                for index, token in enumerate(tokens)
                if token.kind == "word"
                and len(token.text) > 2
                and token.text.lower() not in empty
                and token.start not in taken
                and not _stands_in(tokens, index)
            }
        )
    )


def _stands_in(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a word stands for a name: "the school", but not "the school in Hamrun"."""
    if index == 0 or tokens[index].text not in tables().stand_ins:
        return False
    following = [t for t in tokens[index + 1 : index + 4] if t.text not in _POINTING]
    words = [t.text for t in following if t.kind == "word"]
    names = words[:1] != [] and words[0] in _OF and any(word[0].isupper() for word in words[1:2])
    ends = all(
        t.kind != "word" or t.text in tables().empty or t.text.endswith("ed") for t in following[:1]
    )
    return ends and not names and tokens[index - 1].text.lower() in _POINTING
