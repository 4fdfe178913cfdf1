"""Verbs of saying around quotes, and the subjects that say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from factcheck.extract.names import Word, person_at
from factcheck.extract.quotes.paragraphs import Paragraph
from factcheck.extract.quotes.phrases import (
    MAX_PHRASE,
    QUOTED,
    helpers_start,
    phrase_before,
    phrase_behind,
)
from factcheck.vocabulary import verbs

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_REFUSALS = frozenset({"declined", "refused", "failed", "declines", "refuses"})
_INFINITIVES = frozenset({"say", "add", "call", "describe", "label", "brand", "dub", "accuse"})
_MOST_LABEL = 3  # words of a speaker in capitals
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "one", "another", "both"})


class Telling(msgspec.Struct, frozen=True):
    """A verb of saying: the range of its subject, and the range of words both take."""

    start: int
    end: int
    subject: tuple[int, int]


def tellings(words: Sequence[Word], start: int, end: int) -> Iterator[Telling]:
    """Yield the verbs of saying of the sentence from `start` to `end`, in order."""
    speech, beside = verbs.tables().speech, verbs.tables().beside
    subject = (start, start)
    for at in range(start, end):
        key = words[at].key
        if key == "according" and at + 1 < end and words[at + 1].key == "to":
            behind = phrase_behind(words, at + 2, end)
            if behind > at + 2:
                yield Telling(at, behind, (at + 2, behind))
            continue
        form = speech.get(key) or beside.get(key)
        if form is None or words[at].is_capital:
            continue
        if key not in speech and not _is_beside(words, start, at, end):
            continue
        telling = _telling(words, start, end, at, form, subject)
        if telling is not None:
            subject = telling.subject
            yield telling


def _is_beside(words: Sequence[Word], start: int, at: int, end: int) -> bool:
    """Say whether a quote stands within a few words of the verb at `at`, with its subject."""
    near = words[max(start, at - 5) : min(end, at + 4)]
    return any(word.text == QUOTED for word in near)


def _telling(
    words: Sequence[Word],
    start: int,
    end: int,
    at: int,
    form: verbs.Form,
    earlier: tuple[int, int],
) -> Telling | None:
    """Read the subject of the verb of saying at `at`; `earlier` is that of the verb before it."""
    is_quoting = form.base in {"quote", "cite"} and form.form == "past"
    first = helpers_start(words, start, at)
    if is_quoting and (told := _quoted_person(words, at, end)) is not None:
        begin = phrase_before(words, start, first)[0]
        return msgspec.structs.replace(told, start=begin)
    helpers = {word.key for word in words[first:at]}
    is_infinitive = form.form == "base" and at > start and words[at - 1].key == "to"
    if is_infinitive or (form.form == "progressive" and not helpers & _BE):
        return _dependent(words, start, at, form, earlier)
    behind = phrase_behind(words, at + 1, end)
    is_inverted = _follows_quote(words, start, at) or _is_aside(words, start, at, behind)
    if is_inverted and at + 1 < behind and form.form in {"past", "present"}:
        return Telling(at, behind, (at + 1, behind))
    before = phrase_before(words, start, first)
    is_naming = form.base in verbs.tables().naming and _names_quote(words, start, at, before, end)
    is_reported = bool(helpers & _BE) and _is_reported(words, at, form)
    is_passive = bool(helpers & _BE) and not is_reported
    if is_naming or is_passive or before[0] == before[1]:
        return None
    is_finite = is_reported or _is_finite(words, before, first, at, form)
    return Telling(before[0], at + 1, before) if is_finite else None


def _names_quote(
    words: Sequence[Word], start: int, at: int, subject: tuple[int, int], end: int
) -> bool:
    """Say whether a thing is named: 'a folder labelled "secret"', not 'what he called "secret"'."""
    is_direct = at + 1 < end and words[at + 1].text == QUOTED
    is_what = subject[0] > start and words[subject[0] - 1].key == "what"
    return is_direct and not is_what


def _dependent(
    words: Sequence[Word], start: int, at: int, form: verbs.Form, earlier: tuple[int, int]
) -> Telling | None:
    """Read "calling it", "went on to say": who spoke before speaks, else the sentence's subject."""
    is_refused = at - 1 > start and words[at - 2].key in _REFUSALS
    is_direct = any(word.text == QUOTED for word in words[at + 1 : at + 3])  # 'to explain, "..."'
    is_saying = is_direct or form.base in _INFINITIVES
    if is_refused or (form.form == "base" and not is_saying):
        return None
    subject = earlier if earlier[0] < earlier[1] else _sentence_subject(words, start, at)
    return Telling(at, at + 1, subject) if subject[0] < subject[1] else None


def _quoted_person(words: Sequence[Word], at: int, end: int) -> Telling | None:
    """Read "quoted a diplomat as saying": the diplomat speaks."""
    if at + 1 < end and words[at + 1].key == "by":
        return None
    behind = phrase_behind(words, at + 1, end)
    for here in range(at + 2, min(end - 1, at + MAX_PHRASE)):
        if words[here].key == "as" and words[here + 1].key.endswith("ing"):
            return Telling(at, here + 2, (at + 1, min(behind, here)))
    return None


def _is_reported(words: Sequence[Word], at: int, form: verbs.Form) -> bool:
    """Say whether "was quoted as saying" or "was saying" stands here."""
    rest = [word.key for word in words[at + 1 : at + 2 + MAX_PHRASE]]
    if rest[:1] == ["by"] and "as" in rest:  # "was quoted by the agency as saying"
        rest = rest[rest.index("as") :]
    is_as = rest[:1] == ["as"] and any(key.endswith("ing") for key in rest[1:2])
    return form.form == "progressive" or is_as


def _follows_quote(words: Sequence[Word], start: int, at: int) -> bool:
    before = at - 1
    if before > start and words[before].text in {",", "—", "–", "-"}:
        before -= 1
    return before >= start and words[before].text == QUOTED


def _is_aside(words: Sequence[Word], start: int, at: int, behind: int) -> bool:
    """Say whether "the road, said the driver, was" stands here, the sentence's first comma."""
    if behind >= len(words) or words[behind].text != "," or at - start > MAX_PHRASE:
        return False
    return [at - 1] == [here for here in range(start, at) if words[here].text in {",", QUOTED}]


def _sentence_subject(words: Sequence[Word], start: int, at: int) -> tuple[int, int]:
    """Return the subject of the first finite verb of saying or helper before `at`."""
    behind = phrase_behind(words, start, at)
    return (start, behind) if behind > start else (at, at)


def _is_finite(
    words: Sequence[Word], subject: tuple[int, int], first: int, at: int, form: verbs.Form
) -> bool:
    """Say whether the form is a verb here and no noun: "claims", "a report", "released by"."""
    if form.form in {"past", "participle", "progressive"}:
        return at + 1 >= len(words) or words[at + 1].key != "by"
    last = words[subject[1] - 1]
    if last.key in _ARTICLES:
        return False
    if form.form == "present":
        return form.base in {"say", "tell"} or last.is_capital or last.key in {"he", "she", "it"}
    is_plural = last.key in {"they", "we", "i"} or last.key.endswith("s")
    return first == at and is_plural and form.base in {"say", "argue", "insist", "believe", "claim"}


def label_of(paragraph: Paragraph, start: int, place: int) -> tuple[int, int] | None:
    """Return the name that labels a quote without a verb, or None.

    It opens a sentence that ends in a colon ("Ana Reyes hit back: ...", "REYES, mayor: ..."), or
    ends the paragraph behind a dash or a full stop ("Ana Reyes, finance minister").
    """
    words = paragraph.words
    if place - 1 <= start or words[place - 1].text != ":":
        return _signed(words, place)
    named = [at for at in range(start, min(place - 1, start + MAX_PHRASE)) if at in paragraph.names]
    if named:
        return named[0], paragraph.names[named[0]].end
    end = start
    while end < min(place - 1, start + _MOST_LABEL) and _is_shouted(words[end]):
        end += 1
    if end > start and words[end].text in {":", ","}:
        return start, end
    person = person_at(words, start, parts=2)
    return (start, person.end) if person is not None else None


def _is_shouted(word: Word) -> bool:
    return word.kind == "word" and word.text.isupper() and len(word.text) > 1


def _signed(words: Sequence[Word], place: int) -> tuple[int, int] | None:
    """Return the name that ends a paragraph behind a quote like a signature."""
    at = place + 1 + (place + 1 < len(words) and words[place + 1].text in {"—", "–", "-"})
    person = person_at(words, at, parts=2)
    if person is None:
        return None
    is_plain = person.end >= len(words) - 1 and at > place + 1
    rest = words[person.end : person.end + MAX_PHRASE]
    is_titled = bool(rest) and rest[0].text == "," and person.end + len(rest) == len(words)
    has_verb = any(verbs.is_finite_form(word.key) or word.text == QUOTED for word in rest)
    return (at, person.end) if is_plain or (is_titled and not has_verb) else None
