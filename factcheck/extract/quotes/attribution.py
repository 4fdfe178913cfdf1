"""Which verb of saying tells which quote, paragraph by paragraph."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec

from factcheck.extract.names import Person, Word
from factcheck.extract.quotes.marks import Quoted
from factcheck.extract.quotes.paragraphs import Paragraph, is_circumstance
from factcheck.extract.quotes.phrases import QUOTED
from factcheck.extract.quotes.speakers import Speakers, is_unnamed, speaker_of
from factcheck.extract.quotes.tellings import Telling, label_of, tellings

_MOST_BEHIND = 5  # verbs of saying behind a quote that are looked at
_FEWEST_LETTERS = 25  # of a quote that its sentence tells without a comma, long behind it
_PREPOSITIONS = frozenset(
    "about after against among at before between by for from in including like near of on over "
    "to under with".split()
)
_VAGUE = frozenset({"a", "an", "one", "another"})


class Told(msgspec.Struct, frozen=True):
    """Whether somebody is said to have said a quote, and who, as far as the text tells.

    `is_alone` says that its sentence holds nothing else, `is_beside` that the verb of saying
    follows at once.
    """

    is_told: bool
    speaker: str
    is_alone: bool = False
    is_beside: bool = False


def attribute(paragraph: Paragraph, speakers: Speakers) -> list[Told]:
    """Return who says each quote of a paragraph."""
    told: list[Told] = []
    before = speakers.ended_by  # who spoke in the sentence before
    speakers.offices.meet(paragraph.words, paragraph.holders)
    for start, end in paragraph.sentences:
        _meet(paragraph, start, end, speakers)
        found = tuple(tellings(paragraph.words, start, end))
        heard: list[str] = []
        for telling in found:
            heard.append(speaker_of(paragraph, telling.subject, speakers))
            speakers.hear(heard[-1])
            if is_unnamed(paragraph.words[slice(*telling.subject)]):
                speakers.expect_unnamed(heard[-1])
        mine = _in_sentence(paragraph, (start, end), found, heard, before, speakers)
        told += mine
        before = mine[-1].speaker if mine else (heard[0] if heard else "")
    if paragraph.words:
        speakers.turn(before)
    return told


def _in_sentence(
    paragraph: Paragraph,
    sentence: tuple[int, int],
    found: Sequence[Telling],
    heard: Sequence[str],
    before: str,
    speakers: Speakers,
) -> list[Told]:
    """Return who says each quote of a sentence; `before` spoke in the sentence before it."""
    start, end = sentence
    words = paragraph.words
    is_alone = all(word.text == QUOTED or word.kind == "symbol" for word in words[start:end])
    mine: list[Told] = []
    first, last = bisect_left(paragraph.places, start), bisect_left(paragraph.places, end)
    for index in range(first, last):
        place = paragraph.places[index]
        at = _telling_of(paragraph, index, sentence, found)
        label = label_of(paragraph, start, place) if at is None else None
        if at is not None:
            is_beside = place < found[at].start <= place + 2
            named = None if is_beside else _named_beside(paragraph, place, found[at])
            speaker = speakers.full(named.name) if named else heard[at]
            mine.append(Told(True, speaker, is_beside=is_beside))
        elif label is not None:
            mine.append(Told(True, speaker_of(paragraph, label, speakers)))
        else:
            mine.append(Told(is_alone and before != "", before, is_alone))
    for index in range(last - first - 2, -1, -1):  # '"We go" and "we stay," she said'
        gap = words[paragraph.places[first + index] + 1 : paragraph.places[first + index + 1]]
        is_joined = [word.key for word in gap] in (["and"], ["or"], [","], [",", "and"])
        if is_joined and not mine[index].is_told:
            mine[index] = mine[index + 1]
    return mine


def _meet(paragraph: Paragraph, start: int, end: int, speakers: Speakers) -> None:
    """Take note of the persons of a sentence.

    The first is whom "he" means behind the name, unless it stands behind a preposition.
    """
    is_open = True
    if paragraph.words[start].key in _VAGUE and is_unnamed(paragraph.words[start : start + 3]):
        speakers.expect_unnamed("")
    for here in range(start, end):
        if here in paragraph.names:
            speakers.meet(paragraph.names[here].name)
            if is_open and not _is_object(paragraph, start, here):
                speakers.expect(paragraph.names[here].name)
            is_open = False
        elif paragraph.words[here].key in {"he", "she"}:
            speakers.expect(speakers.he())
            is_open = False


def _is_object(paragraph: Paragraph, start: int, at: int) -> bool:
    """Say whether a preposition stands before the name at `at` and its title."""
    while at > start and paragraph.words[at - 1].is_capital:
        at -= 1
    return at > start and paragraph.words[at - 1].key in _PREPOSITIONS


def _telling_of(
    paragraph: Paragraph, index: int, sentence: tuple[int, int], found: Sequence[Telling]
) -> int | None:
    """Return which verb of saying tells the quote of this index, or None.

    It stands right behind the quote, else before it in the sentence, else behind a comma, else
    at the end of the sentence of a long quote.
    """
    place, words = paragraph.places[index], paragraph.words
    behind = place + 1
    if behind < len(words) and words[behind].text in {",", "—", "–", "-"}:
        behind += 1
    first_behind = bisect_left(found, place, key=lambda telling: telling.start)
    if first_behind < len(found) and found[first_behind].start in {place + 1, behind}:
        return first_behind
    before = bisect_right(found, place, key=lambda telling: telling.end)
    if before:
        return before - 1
    for at in range(first_behind, min(len(found), first_behind + _MOST_BEHIND)):
        tells_another = any(
            word.text == QUOTED for word in words[found[at].end : found[at].end + 3]
        )
        if words[found[at].start - 1].text == "," and not tells_another:
            return at
    quote = paragraph.quoted[index]
    is_long = quote.end - quote.start >= _FEWEST_LETTERS
    if is_long and first_behind < len(found):
        return _closing(words, sentence[1], found)
    return None


def _named_beside(paragraph: Paragraph, place: int, telling: Telling) -> Person | None:
    """Return who is named right behind a quote, long before the verb: "Ana Reyes, ... told us"."""
    behind = place + 1
    if behind < len(paragraph.words) and paragraph.words[behind].text == ",":
        behind += 1
    return paragraph.names.get(behind) if telling.start > behind else None


def _closing(words: Sequence[Word], end: int, found: Sequence[Telling]) -> int | None:
    """Return the last verb of saying where only its circumstances follow, or None."""
    last = found[-1].end
    is_telling = words[last - 1].key in {"told", "tells"}
    is_closing = last >= end or is_telling or is_circumstance(words[last])
    return len(found) - 1 if is_closing else None


def chained(text: str, quoted: Sequence[Quoted], told: Sequence[Told]) -> list[Told]:
    """Give the paragraphs of one quote one speaker, whichever of them names it.

    The same holds of quotes with nothing between them.
    """
    joined = [
        first.continued or not text[first.outer_end : second.outer_start].strip(" ")
        for first, second in itertools.pairwise(quoted)
    ]
    result = list(told)
    for at in range(1, len(quoted)):
        if joined[at - 1] and result[at - 1].is_told and not _is_attributed(result[at]):
            result[at] = result[at - 1]
    for at in range(len(quoted) - 2, -1, -1):
        if joined[at] and result[at + 1].is_told and not _is_attributed(result[at]):
            result[at] = result[at + 1]
    return result


def _is_attributed(told: Told) -> bool:
    return told.is_told and told.speaker != ""
