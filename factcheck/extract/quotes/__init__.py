"""Quoted words and who is said to have said them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec

from factcheck.extract.quotes.breaks import paragraph_breaks
from factcheck.extract.quotes.marks import Quoted, find_quoted
from factcheck.extract.quotes.paragraphs import Paragraph, read_paragraph
from factcheck.extract.quotes.phrases import QUOTED
from factcheck.extract.quotes.speakers import Speakers, speaker_of
from factcheck.extract.quotes.tellings import Telling, label_of, tellings
from factcheck.extract.reading import Reading
from factcheck.schema import Quote, Span
from factcheck.vocabulary import places

_WORD = re.compile(r"(?<![^\W_])[^\W_]++")
_TERMINAL = frozenset(".!?…")
_FEWEST_UNTOLD = 5  # words of a sentence in marks that nobody is said to have said
_MOST_NAME_WORDS = 6
_MOST_BEHIND = 5  # verbs of saying behind a quote that are looked at
_PREPOSITIONS = frozenset(
    "about after against among at before between by for from in including like near of on over "
    "to under with".split()
)
_NAMING = frozenset({"the", "a", "an", "called", "named", "dubbed", "titled", "entitled", "as"})


def find_quotes(text: str) -> tuple[Reading, ...]:
    """Return the quotes of a whole document; spans are offsets of `text`, without the marks.

    Quoted names, titles and single words that nobody is said to have said are no quotes. The
    parts of a quote that is interrupted or runs over several paragraphs are one reading each,
    with the same speaker. Two persons who speak together are joined by "and".

    >>> [reading] = find_quotes('"It is over," said the mayor, Ana Reyes.')
    >>> reading.value
    Quote(words='It is over', speaker='Ana Reyes')
    """
    breaks = paragraph_breaks(text)
    quoted = find_quoted(text, breaks)
    if not quoted:
        return ()
    speakers = Speakers()
    told: list[_Told] = []
    start = 0
    for end in (*breaks, len(text)):
        first = len(told)
        last = first
        while last < len(quoted) and quoted[last].start < end:
            last += 1
        told += _told(read_paragraph(text, start, end, quoted[first:last]), speakers)
        start = end
    told = _chained(quoted, told)
    return tuple(
        _reading(text, quote, by.speaker)
        for quote, by in zip(quoted, told, strict=True)
        if _is_quote(text, quote, by)
    )


class _Told(msgspec.Struct, frozen=True):
    """Whether somebody is said to have said a quote, and who, as far as the text tells."""

    is_told: bool
    speaker: str
    is_alone: bool = False


def _told(paragraph: Paragraph, speakers: Speakers) -> list[_Told]:
    """Return who says each quote of a paragraph."""
    told: list[_Told] = []
    before = speakers.ended_by  # who spoke in the sentence before
    for start, end in paragraph.sentences:
        _meet(paragraph, start, end, speakers)
        found = tuple(tellings(paragraph.words, start, end))
        heard: list[str] = []
        for telling in found:
            heard.append(speaker_of(paragraph, telling.subject, speakers))
            speakers.hear(heard[-1])
        is_alone = _is_alone(paragraph, start, end)
        mine: list[_Told] = []
        first = bisect_left(paragraph.places, start)
        for place in paragraph.places[first : bisect_left(paragraph.places, end)]:
            at = _telling_of(paragraph, place, found)
            label = label_of(paragraph, start, place) if at is None else None
            if at is not None:
                mine.append(_Told(True, heard[at]))
            elif label is not None:
                mine.append(_Told(True, speaker_of(paragraph, label, speakers)))
            else:
                mine.append(_Told(is_alone and before != "", before, is_alone))
        told += mine
        before = mine[-1].speaker if mine else (heard[0] if heard else "")
    if paragraph.words:
        speakers.turn(before)
    return told


def _meet(paragraph: Paragraph, start: int, end: int, speakers: Speakers) -> None:
    """Take note of the persons of a sentence.

    The first is whom "he" means behind the name, unless it stands behind a preposition.
    """
    is_open = True
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


def _telling_of(paragraph: Paragraph, place: int, found: Sequence[Telling]) -> int | None:
    """Return which verb of saying tells the quote at a place, or None.

    It stands right behind the quote, else before it in the sentence, else behind a comma.
    """
    words = paragraph.words
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
    return None


def _is_alone(paragraph: Paragraph, start: int, end: int) -> bool:
    """Say whether a sentence is nothing but quotes and marks."""
    return all(word.text == QUOTED or word.kind == "symbol" for word in paragraph.words[start:end])


def _chained(quoted: Sequence[Quoted], told: Sequence[_Told]) -> list[_Told]:
    """Give the paragraphs of one quote one speaker, whichever of them names it."""
    chained = list(told)
    for at in range(1, len(quoted)):
        if quoted[at - 1].continued and not chained[at].speaker:
            chained[at] = chained[at - 1]
    for at in range(len(quoted) - 2, -1, -1):
        if quoted[at].continued and not chained[at].speaker:
            chained[at] = chained[at + 1]
    return chained


def _is_quote(text: str, quote: Quoted, told: _Told) -> bool:
    """Say whether words in marks are a quote and no name, title or word held at a distance."""
    words = _WORD.findall(text, quote.start, quote.end)
    if not any(word[0].isalpha() for word in words):
        return False
    is_sentence = text[quote.end - 1] in _TERMINAL
    if not told.is_told:
        return told.is_alone and is_sentence and len(words) >= _FEWEST_UNTOLD
    if is_sentence or len(words) > _MOST_NAME_WORDS:
        return True
    return not _is_name(text, quote, words)


def _is_name(text: str, quote: Quoted, words: Sequence[str]) -> bool:
    """Say whether the words are a name: capitals throughout, or named by the word before."""
    if text[quote.end - 1] == "," or text[quote.outer_end : quote.outer_end + 1] == ",":
        return False
    before = _WORD.findall(text, max(0, quote.outer_start - 30), quote.outer_start)
    is_named = bool(before) and before[-1].lower() in _NAMING
    capitals = sum(word[0].isupper() for word in words)
    place = places.canonical(words[0])
    is_plain = words[0][0].islower() or (place is not None and place != words[0])
    return (is_named and not is_plain) or (len(words) > 1 and capitals * 2 > len(words))


def _reading(text: str, quote: Quoted, speaker: str) -> Reading:
    """Make the reading; a comma before the closing mark belongs to the sentence around it."""
    end = quote.end
    while end > quote.start + 1 and (text[end - 1] in ",;" or text[end - 1].isspace()):
        end -= 1
    words = " ".join(text[quote.start : end].split())
    return Reading(Span(quote.start, end), Quote(words, speaker))
