"""Cut the blocks of a document into sentences with exact offsets.

A sentence ends at a stop before white space when the next word looks like a beginning and the
word before the stop is no abbreviation, initial or list number. The rules are for English; other
scripts are cut at their own stops. Time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.config import Limits
from factcheck.schema import Block, Document, Sentence, Span
from factcheck.vocabulary import abbreviations

_STOP = re.compile(
    r"(?<![.!?…。！？])(?P<stop>[.!?…。！？]++)(?P<close>[\"'”’»)\]*_]{0,6}+)"
    r"(?:\[[0-9]{1,3}\]){0,5}+(?P<tags>(?:</[a-z]{1,6}>|<br\s?/?>){0,5}+)"
    r"(?:(?P<gap>\s++)|(?=(?:<[a-z]{1,6}>)?[\"“‘(]{0,2}[A-Z]))"
)
_OPENING = re.compile(r"(?:[\"'“‘«(\[*_¿¡]|[-–—•*]\s|</?[a-z]{1,6}\s?/?>){0,6}+")
_WORD = re.compile(r"[^\W\d_]{1,30}")
_BEFORE = re.compile(r"[^\s\"“”‘(\[*>]{1,30}\Z")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.){1,6}[^\W\d_]{1,3}")
_PARTICLE = re.compile(r"(?:al|el|as|ash|bin|ibn|de|del|della|di|van|von|d)[-' ’][A-Z]")
_ATTRIBUTION = re.compile(
    r"(?:[A-Z][\w.'’-]{0,30} ){1,4}(?:said|says|asked|asks|added|told|wrote|replied|warned)\b"
)
_SIGNS = frozenset("$€£¥₹#@&")
_DASHES = frozenset("-–—")  # "PORT SOL, Md. – The": a dateline goes on
_LOOK_BACK = 32  # longer than any abbreviation


def segment(document: Document, limits: Limits | None = None) -> tuple[Sentence, ...]:
    """Return the sentences of all blocks in order; none crosses a block.

    Headings, credits and table rows are one sentence each. A sentence longer than
    `limits.max_sentence_characters` is cut at white space.
    """
    longest = (limits or Limits()).max_sentence_characters
    return tuple(
        Sentence(piece, number, block.kind)
        for number, block in enumerate(document.blocks)
        for span in _spans(document.text, block)
        for piece in _pieces(document.text, span, longest)
    )


def _spans(text: str, block: Block) -> Iterator[Span]:
    start, end = block.span.start, block.span.end
    if block.kind not in {"heading", "credit", "row"}:
        for match in _STOP.finditer(text, start, end):
            if _is_end(text, start, end, match):
                yield from _stripped(text, start, match.end())
                start = match.end()
    yield from _stripped(text, start, end)


def _is_end(text: str, start: int, end: int, match: re.Match[str]) -> bool:
    """Decide whether the stop that `match` found ends the sentence begun at `start`."""
    opening = _OPENING.match(text, match.end(), end)
    at = opening.end() if opening else match.end()
    following = text[at : min(at + 1, end)]
    word = _WORD.match(text, at)
    is_dashed = opening is not None and not _DASHES.isdisjoint(opening[0])
    is_starter = word is not None and word[0] in abbreviations.tables().starters
    if match["gap"] is None and not match["tags"] and match["stop"] not in {"。", "！", "？"}:
        return is_starter and text[max(match.start() - 3, 0) : match.start()].islower()
    if following.islower() and not _PARTICLE.match(text, at):
        return False
    if not (following.isalnum() or following in _SIGNS):
        return False
    if match["stop"] != ".":
        return not (match["close"] and _ATTRIBUTION.match(text, at))
    back = max(start, match.start() - _LOOK_BACK)
    before = _BEFORE.search(text[back : match.start()])
    if before is None or following.islower():
        return True
    opens = match.start() - len(before[0]) == start
    return _ends_after(before[0], following, is_starter=is_starter and not is_dashed, opens=opens)


def _ends_after(before: str, following: str, *, is_starter: bool, opens: bool) -> bool:
    """Decide by the word before a full stop; `opens` when the sentence began with it."""
    words = abbreviations.tables()
    # "Approx." and "MR." are known by their usual spelling; one letter is taken as it is.
    spellings = {before, before.lower(), before.capitalize()} if len(before) > 1 else {before}
    if not words.before.isdisjoint(spellings):
        return False
    if before in words.number:
        return not following.isdigit()
    if opens and before.isdigit():
        return len(before) > 3  # "1. First", but not "In 2015. Then"
    is_initial = len(before) == 1 and before.isupper() and before != "I"
    if is_initial or before in words.maybe or _DOTTED.fullmatch(before):
        return is_starter
    return True


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if start < end:
        yield Span(start, end)


def _pieces(text: str, span: Span, longest: int) -> Iterator[Span]:
    start = span.start
    while span.end - start > longest:
        cut = text.rfind(" ", start + 1, start + longest)
        cut = start + longest if cut < 0 else cut
        yield from _stripped(text, start, cut)
        start = cut
    yield from _stripped(text, start, span.end)
