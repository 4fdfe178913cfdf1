"""The turns of a transcript: words behind the label of who speaks, without quotation marks."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from factcheck.extract.names import is_place, join, person_at
from factcheck.extract.persons import find_names
from factcheck.extract.quotes.breaks import paragraph_breaks
from factcheck.extract.quotes.paragraphs import read_paragraph
from factcheck.extract.quotes.speakers import Speakers
from factcheck.schema import Span
from factcheck.tokens import tokenize
from factcheck.vocabulary import persons, places, verbs

MAX_PIECE = 1_000  # characters of a turn that are one quote, as between two marks
_MOST_WORDS = 6  # of a name with its office
_MOST_SPACES = 12  # in a label: a name, an office and a body
_FULL_LINE = 60  # a shorter line that ends a sentence was not wrapped by an editor

# A line that opens with a label, behind an optional time; the words bring no marks of their own.
_LABELLED = re.compile(
    r"""
    (?<![^\n]) [ \t>*_]{0,6}+
    (?: [\[(]?+ [0-9]{1,2}+ : [0-9]{2} (?: :[0-9]{2} )?+ [\])]?+ [ \t]{1,4}+ )?+
    (?P<label> [^\W\d_] [^\n:"“”«»]{0,80}+ ) : [*_]{0,2}+ [ \t]{1,8}+ (?= [^\s"“„«‘'] )
    """,
    re.VERBOSE,
)
_SPOKEN = re.compile(
    r"\b(?:(?<!War )I(?= [a-z]|['’])|[Ww]e|us|me|[Mm]y|[Oo]ur|[Yy]ou|[Yy]our)\b(?![-.])"
)
_SENTENCE_END = re.compile(r"[.!?…][)\]]?+(?=\s)")
_QUESTIONS = frozenset(
    "q question reporter journalist interviewer moderator host anchor presenter".split()
)
_ANSWERS = frozenset({"a", "answer"})
_HEADINGS = frozenset(  # words of labels that say what follows, not who speaks
    "note notes source sources update updates correction clarification photo picture image video "
    "caption credit editor key breaking news facts fact summary headline latest live background "
    "analysis explainer opinion warning contact media press release read watch listen more story "
    "related date title from subject time place venue result results score total exclusive "
    "quote transcript chapter section part step point points tip rule location copyright".split()
)

_Kind = Literal["question", "answer", "known", "shape", "single"]


class Turn(msgspec.Struct, frozen=True):
    """What one person says: `label` is the range of the label, `words` that of the words.

    `speaker` is empty for who asks, and for whoever answers where the text names several.
    """

    label: Span
    words: Span
    speaker: str


class _Labelled(msgspec.Struct, frozen=True):
    label: Span
    words: Span
    kind: _Kind
    name: str
    is_spoken: bool


def find_turns(text: str) -> tuple[Turn, ...]:
    r"""Return the turns of a transcript, in order; spans are offsets of `text`.

    A label is a name, with or without an office; in capitals it is given by the fullest name the
    text has. Other labels ("Note:", "Port Elin:") open no turn, nor do names where nobody says
    "I", "we" or "you", nobody asks and no known person speaks twice.

    >>> [turn.speaker for turn in find_turns("ANA REYES: We will pay.\nQ: When?\nREYES: Soon.")]
    ['Ana Reyes', '', 'Ana Reyes']
    """
    matches = [match for match in _LABELLED.finditer(text) if _opens(text, match)]
    if not matches:
        return ()
    breaks = paragraph_breaks(text)
    known = _named(text, breaks)
    found = list(_labelled(text, matches, breaks, known))
    spoken = {one.name for one in found if one.is_spoken}
    times = Counter(one.name for one in found if one.name)
    is_transcript = any(
        one.kind == "question" or (one.is_spoken and one.kind in {"known", "shape"})
        for one in found
    )
    accepted = {
        "question": True,
        "answer": any(one.kind == "question" for one in found),
        "known": is_transcript,
        "shape": is_transcript,
        "single": False,
    }
    return tuple(
        Turn(one.label, one.words, one.name)
        for one in found
        if accepted[one.kind]
        or (one.kind == "known" and times[one.name] > 1)
        or (one.kind == "single" and one.name in spoken and len(found) > 1)
    )


def pieces(text: str, turn: Turn) -> Iterator[Span]:
    """Yield the words of a turn in pieces of at most `MAX_PIECE` characters, whole sentences."""
    start = turn.words.start
    while turn.words.end - start > MAX_PIECE:
        ends = [found.end() for found in _SENTENCE_END.finditer(text, start, start + MAX_PIECE)]
        end = ends[-1] if ends else start + MAX_PIECE
        yield Span(start, end)
        while end < turn.words.end and text[end].isspace():
            end += 1
        start = end
    if start < turn.words.end:
        yield Span(start, turn.words.end)


def _opens(text: str, match: re.Match[str]) -> bool:
    """Say whether a label opens a line: behind a comma or a word the line is only wrapped.

    A name in capitals opens a turn even so: a list of those present ends in no full stop.
    """
    before = text[max(0, match.start() - 2) : match.start()].rstrip(" \n")
    if " " in match["label"].strip() and match["label"].isupper():
        return match["label"].count(" ") <= _MOST_SPACES
    if not match["label"][0].isupper() or match["label"].count(" ") > _MOST_SPACES:
        return False
    return not (before and (before.isalnum() or before == ","))


def _named(text: str, breaks: Sequence[int]) -> Speakers:
    """Return the persons and offices that a whole text names."""
    known = Speakers()
    for start, end in itertools.pairwise((0, *breaks, len(text))):
        paragraph = read_paragraph(text, start, end, ())
        known.offices.meet(paragraph.words, paragraph.holders)
        for person in paragraph.names.values():
            known.meet(person.name)
    return known


def _labelled(
    text: str, matches: Sequence[re.Match[str]], breaks: Sequence[int], known: Speakers
) -> Iterator[_Labelled]:
    """Yield the lines whose labels may name who speaks, longer names first known."""
    read = [_read_label(match["label"], known) for match in matches]
    for one in read:
        if one is not None and one[0] in {"known", "shape"} and not known.person(_last(one[1])):
            known.meet(one[1])
    starts = [match.start() for match in matches] + [len(text)]
    only = known.only()
    for at, match in enumerate(matches):
        label = read[at] or _read_label(match["label"], known)
        if label is None:
            continue
        limit = bisect_left(breaks, match.end())
        end = min(starts[at + 1], breaks[limit] if limit < len(breaks) else len(text))
        words = _words(text, match.end(), end)
        if words is None:
            continue
        kind, name = label
        if kind == "single" and known.person(name):
            kind = "known"
        name = only if kind == "answer" else _full(name, known)
        is_spoken = _SPOKEN.search(text, words.start, words.end) is not None
        yield _Labelled(Span(*match.span("label")), words, kind, name, is_spoken)


def _last(name: str) -> str:
    return name.rpartition(" ")[2]


def _full(name: str, known: Speakers) -> str:
    full = known.person(_last(name)) if name else ""
    return full if full.lower() == name.lower() else known.full(name)


def _words(text: str, start: int, end: int) -> Span | None:
    """Return what is said from `start` on: sentences to the end of the turn, or None.

    A short line that ends a sentence ends the turn; a headline ends in no full stop.
    """
    if not (text[start].isupper() or text[start] in "….[(" or text[start].isdigit()):
        return None
    line = start
    while (stop := text.find("\n", line, end)) >= 0:
        is_short = stop - line < _FULL_LINE and text[line:stop].rstrip()[-1:] in tuple(".!?…")
        if is_short:
            end = stop
        line = stop + 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "*_"):
        end -= 1
    if end - start < 2 or text[end - 1] not in ".!?…—–-)]\"”»'’":
        return None
    return Span(start, end)


def _read_label(label: str, known: Speakers) -> tuple[_Kind, str] | None:
    """Return what a label is and the name in it, or None where it names nobody who speaks."""
    head = label.partition(",")[0].partition("(")[0].strip(" \t*_")
    if head.lower() in _QUESTIONS:
        return "question", ""
    if head.lower() in _ANSWERS:
        return "answer", ""
    if head.lower().startswith("the "):
        low = join(tokenize(head.lower()))
        holder = known.offices.holder(low, 0, len(low))
        return ("known", holder) if holder else None
    return _read_name(head, known)


def _read_name(head: str, known: Speakers) -> tuple[_Kind, str] | None:
    """Return the name of a person that a label is, behind an office or not, or None."""
    words = join(tokenize(_without_capitals(head)))
    barred = _HEADINGS | persons.tables().function_words
    is_barred = any(word.key in barred or word.kind != "word" for word in words)
    if not words or len(words) > _MOST_WORDS or is_barred:
        return None
    names = find_names(words)
    if names and names[-1].end == len(words):
        return "known", names[-1].name
    person = person_at(words, 0)
    is_thing = places.canonical(head) or any(is_place(word) for word in words)
    if is_thing or person is None or person.end != len(words):
        return None
    if len(words) > 1:
        return None if verbs.is_finite_form(words[-1].key) else ("shape", person.name)
    is_named = bool(known.person(person.name))
    return ("single", person.name) if is_named or head.isupper() else None


def _without_capitals(name: str) -> str:
    """Return a name in capitals as it is written elsewhere: "HALVARD O'BRIEN", "J. REYES"."""
    return " ".join(
        word.title() if len(word) > 1 and word.isupper() else word for word in name.split()
    )
