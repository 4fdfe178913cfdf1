"""A paragraph with its quotes taken out: words, sentences and the persons named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from factcheck.extract.labels import with_plain_label
from factcheck.extract.names import Person, Word, join
from factcheck.extract.persons import find_names
from factcheck.extract.quotes.marks import Quoted
from factcheck.extract.quotes.phrases import MAX_PHRASE, QUOTED
from factcheck.extract.roles.holders import Holder, find_holders
from factcheck.tokens import tokenize
from factcheck.vocabulary import verbs
from factcheck.vocabulary.calendar import WEEKDAYS

_TERMINAL = frozenset(".!?…")
_CIRCUMSTANCES = frozenset(WEEKDAYS) | frozenset(
    {".", ",", "in", "on", "at", "to", "during", "after", "before", "when", "while", "by", "of"}
)


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph as words in which each quote is one placeholder.

    `sentences` are ranges of `words`; `places` are the words that stand for quotes,
    in the order of `quoted`; `names` are the persons named, by their first word; `holders` are
    those said to hold an office.
    """

    words: tuple[Word, ...]
    quoted: tuple[Quoted, ...]
    places: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]
    names: Mapping[int, Person]
    holders: tuple[Holder, ...]


def read_paragraph(text: str, start: int, end: int, quoted: Sequence[Quoted]) -> Paragraph:
    """Read the paragraph between two offsets of `text`."""
    pieces: list[str] = []
    at = start
    terminal: list[bool] = []
    for quote in quoted:
        pieces.append(text[at : quote.outer_start].replace(QUOTED, " "))
        pieces.append(QUOTED.ljust(quote.outer_end - quote.outer_start))
        terminal.append(text[quote.end - 1 : quote.end] in _TERMINAL)
        at = quote.outer_end
    pieces.append(text[at:end].replace(QUOTED, " "))
    body = "".join(pieces)
    words = join(with_plain_label(tokenize(body)))
    places = tuple(at for at, word in enumerate(words) if word.text == QUOTED)
    ends = {place for place, is_terminal in zip(places, terminal, strict=True) if is_terminal}
    holders = find_holders(words)
    return Paragraph(
        words,
        tuple(quoted),
        places,
        tuple(_sentences(words, ends)),
        {person.start: person for person in find_names(words, holders)},
        holders,
    )


def _sentences(words: Sequence[Word], ends: set[int]) -> Iterator[tuple[int, int]]:
    """Yield sentences as ranges; a quote that ends one ends it unless a verb of saying follows."""
    start = 0
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else None
        if following is None:
            continue
        begins_new = following.is_capital or following.text == QUOTED or following.kind == "number"
        is_stop = word.text in {".", "!", "?"} and begins_new and not following.close
        if is_stop or (at in ends and begins_new and not _is_told(words, at + 1)):
            yield start, at + 1
            start = at + 1
    if start < len(words):
        yield start, len(words)


def _is_told(words: Sequence[Word], at: int) -> bool:
    """Say whether "Ana Reyes said." follows a quote that has ended, with no other quote of its own.

    Behind the verb only its circumstances follow: to whom, where, when.
    """
    if words[at].text == QUOTED:
        return False
    speech = verbs.tables().speech
    for here in range(at + 1, min(len(words), at + 6)):
        word = words[here]
        form = speech.get(word.key)
        is_verb = form is not None and (form.form == "past" or word.key in {"says", "tells"})
        if is_verb and not word.is_capital:
            rest = words[here + 1 : here + 1 + MAX_PHRASE]
            texts = [other.text for other in rest]
            until = texts.index(".") if "." in texts else len(texts)
            is_open = not rest or is_circumstance(rest[0]) or word.key == "told"
            return is_open and QUOTED not in texts[:until] and "that" not in texts[:until]
    return False


def is_circumstance(word: Word) -> bool:
    """Say whether nothing but where, when and to whom follows a verb of saying."""
    return word.key in _CIRCUMSTANCES
