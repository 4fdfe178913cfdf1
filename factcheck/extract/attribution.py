"""Who says what: verbs of saying around quotes, and the speakers they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from factcheck.extract.marks import Quoted
from factcheck.extract.names import Word, join, text_of
from factcheck.extract.persons import find_names
from factcheck.extract.phrases import (
    MAX_PHRASE,
    QUOTED,
    helpers_start,
    phrase_before,
    phrase_behind,
)
from factcheck.extract.roles import Person, person_at
from factcheck.tokens import tokenize
from factcheck.vocabulary import verbs

_TERMINAL = frozenset(".!?…")
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_REFUSALS = frozenset({"declined", "refused", "failed", "declines", "refuses"})
_INFINITIVES = frozenset({"say", "add", "call", "describe", "label", "brand", "dub", "accuse"})
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "one", "another", "both"})


class Telling(msgspec.Struct, frozen=True):
    """A verb of saying: the range of its subject, and the range of words both take."""

    start: int
    end: int
    subject: tuple[int, int]


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph as words in which each quote is one placeholder.

    `sentences` are ranges of `words`; `places` are the words that stand for quotes,
    in the order of `quoted`; `names` are the persons named, by their first word.
    """

    words: tuple[Word, ...]
    quoted: tuple[Quoted, ...]
    places: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]
    names: Mapping[int, Person]


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
    words = join(tokenize(body))
    places = tuple(at for at, word in enumerate(words) if word.text == QUOTED)
    ends = {place for place, is_terminal in zip(places, terminal, strict=True) if is_terminal}
    return Paragraph(
        words,
        tuple(quoted),
        places,
        tuple(_sentences(words, ends)),
        {person.start: person for person in find_names(words)},
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
    """Say whether "Ana Reyes said." follows, with no other quote behind the verb."""
    speech = verbs.tables().speech
    for here in range(at, min(len(words), at + 6)):
        form = speech.get(words[here].key)
        is_verb = form is not None and (form.form == "past" or words[here].key in {"says", "tells"})
        if is_verb and not words[here].is_capital:
            rest = [word.text for word in words[here + 1 : here + 1 + MAX_PHRASE]]
            until = rest.index(".") if "." in rest else len(rest)
            return here > at and QUOTED not in rest[:until] and "that" not in rest[:until]
    return False


def tellings(words: Sequence[Word], start: int, end: int) -> Iterator[Telling]:
    """Yield the verbs of saying of the sentence from `start` to `end`, in order."""
    speech, beside = verbs.tables().speech, verbs.tables().beside
    subject = (start, start)
    for at in range(start, end):
        word = words[at]
        if word.key == "according" and at + 1 < end and words[at + 1].key == "to":
            behind = phrase_behind(words, at + 2, end)
            if behind > at + 2:
                yield Telling(at, behind, (at + 2, behind))
            continue
        form = None if word.is_capital else speech.get(word.key) or beside.get(word.key)
        if form is None or (word.key not in speech and not _is_beside(words, start, at, end)):
            continue
        telling = _telling(words, start, end, at, form, subject)
        if telling is not None:
            subject = telling.subject
            yield telling


def _names_quote(
    words: Sequence[Word], start: int, at: int, subject: tuple[int, int], end: int
) -> bool:
    """Say whether a thing is named: 'a folder labelled "secret"', not 'what he called "secret"'."""
    is_direct = at + 1 < end and words[at + 1].text == QUOTED
    is_what = subject[0] > start and words[subject[0] - 1].key == "what"
    return is_direct and not is_what


def label_of(paragraph: Paragraph, start: int, place: int) -> tuple[int, int] | None:
    """Return the name that labels a quote without a verb, or None.

    It opens the sentence before a colon ("Ana Reyes: ..."), or ends the paragraph behind a dash.
    """
    words = paragraph.words
    if place - 1 > start and words[place - 1].text == ":":
        opening = range(start, place - 1)
        is_short = len(opening) <= MAX_PHRASE
        named = [at for at in opening if at in paragraph.names] if is_short else []
        if named and paragraph.names[named[-1]].end == place - 1:
            return start, place - 1
    if place + 2 < len(words) and words[place + 1].text in {"—", "–", "-"}:
        person = person_at(words, place + 2, parts=2)
        if person is not None and person.end >= len(words) - 1:
            return place + 2, person.end
    return None


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
    if is_quoting and (told := _quoted_person(words, at, end)) is not None:
        return told
    first = helpers_start(words, start, at)
    helpers = {word.key for word in words[first:at]}
    is_infinitive = form.form == "base" and at > start and words[at - 1].key == "to"
    if is_infinitive or (form.form == "progressive" and not helpers & _BE):
        return _dependent(words, start, at, form, earlier)
    behind = phrase_behind(words, at + 1, end)
    if _follows_quote(words, start, at) and at + 1 < behind and form.form in {"past", "present"}:
        return Telling(at, behind, (at + 1, behind))
    before = phrase_before(words, start, first)
    is_naming = form.base in verbs.tables().naming and _names_quote(words, start, at, before, end)
    is_passive = bool(helpers & _BE) and not _is_reported(words, at, form)
    if is_naming or is_passive or before[0] == before[1]:
        return None
    is_finite = _is_finite(words, before, first, at, form)
    return Telling(before[0], at + 1, before) if is_finite else None


def _dependent(
    words: Sequence[Word], start: int, at: int, form: verbs.Form, earlier: tuple[int, int]
) -> Telling | None:
    """Read "calling it", "went on to say": who spoke before speaks, else the sentence's subject."""
    is_refused = at - 1 > start and words[at - 2].key in _REFUSALS
    if is_refused or (form.form == "base" and form.base not in _INFINITIVES):
        return None
    subject = earlier if earlier[0] < earlier[1] else _sentence_subject(words, start, at)
    return Telling(at, at + 1, subject) if subject[0] < subject[1] else None


def _quoted_person(words: Sequence[Word], at: int, end: int) -> Telling | None:
    """Read "quoted a diplomat as saying": the diplomat speaks."""
    behind = phrase_behind(words, at + 1, end)
    for here in range(at + 2, min(end - 1, at + MAX_PHRASE)):
        if words[here].key == "as" and words[here + 1].key.endswith("ing"):
            return Telling(at, here + 2, (at + 1, min(behind, here)))
    return None


def _is_reported(words: Sequence[Word], at: int, form: verbs.Form) -> bool:
    """Say whether "was quoted as saying" or "was saying" stands here."""
    rest = [word.key for word in words[at + 1 : at + 3]]
    return form.form == "progressive" or (rest[:1] == ["as"] and rest[-1].endswith("ing"))


def _follows_quote(words: Sequence[Word], start: int, at: int) -> bool:
    before = at - 1
    if before > start and words[before].text in {",", "—", "–", "-"}:
        before -= 1
    return before >= start and words[before].text == QUOTED


def _sentence_subject(words: Sequence[Word], start: int, at: int) -> tuple[int, int]:
    """Return the subject of the first finite verb of saying or helper before `at`."""
    behind = phrase_behind(words, start, at)
    return (start, behind) if behind > start else (at, at)


def _is_finite(
    words: Sequence[Word], subject: tuple[int, int], first: int, at: int, form: verbs.Form
) -> bool:
    """Say whether the form is a verb here and no noun: "claims", "a report", "released by"."""
    if form.form in {"past", "participle"}:
        return at + 1 >= len(words) or words[at + 1].key != "by"
    last = words[subject[1] - 1]
    if last.key in _ARTICLES:
        return False
    if form.form == "present":
        return form.base in {"say", "tell"} or last.is_capital or last.key in {"he", "she", "it"}
    is_plural = last.key in {"they", "we", "i"} or last.key.endswith("s")
    return first == at and is_plural and form.base in {"say", "argue", "insist", "believe", "claim"}


class Speakers:
    """The persons a document has named so far, and who spoke last."""

    def __init__(self) -> None:
        self._full: dict[str, str] = {}  # by surname
        self._persons: set[str] = set()
        self._bodies: dict[str, str] = {}  # by each word of the name
        self._speaker = ""
        self._he = ""

    def meet(self, name: str) -> None:
        """Take note that a person is named."""
        last = name.rpartition(" ")[2].lower()
        if " " in name and len(name) >= len(self._full.get(last, "")):
            self._full[last] = name
        self._persons.add(self.full(name))

    def expect(self, name: str) -> None:
        """Take note that the next "he" or "she" may mean this person."""
        self._he = self.full(name)

    def hear(self, speaker: str) -> None:
        """Take note that somebody spoke."""
        self._speaker = speaker
        if " " in speaker and speaker not in self._persons:
            words = (word for word in speaker.split(" ") if len(word) > 3)
            self._bodies |= {word.lower(): speaker for word in words if word[0].isupper()}
        if speaker in self._persons:
            self._he = speaker

    def full(self, name: str) -> str:
        """Return the fullest name known for a surname or "ministry", or the name itself."""
        return self._full.get(name.lower()) or self._bodies.get(name.lower(), name)

    def he(self) -> str:
        """Return whom "he" or "she" means: who spoke last, or a person named since."""
        return self._he

    def it(self) -> str:
        """Return whom "it" or "they" means: who spoke last, if that was no person."""
        return "" if self._speaker in self._persons else self._speaker

    @property
    def last(self) -> str:
        """Who spoke last."""
        return self._speaker


def speaker_of(paragraph: Paragraph, subject: tuple[int, int], speakers: Speakers) -> str:
    """Return who the subject of a verb of saying is, by the fullest name known."""
    words = paragraph.words
    start, end = subject
    if end == start + 1 and words[start].key in {"he", "she"}:
        return speakers.he()
    if end == start + 1 and words[start].key in {"they", "it", "we", "i"}:
        return speakers.it() if words[start].key in {"they", "it"} else ""
    inside = [paragraph.names[at] for at in range(start, end) if at in paragraph.names]
    named = [person for person in inside if person.end <= end and _heads(words, person)]
    named = named or _named_behind(paragraph, end) or _named_first(words, start, end)
    for person in named:
        speakers.meet(person.name)
    if len(named) > 1 and any(word.key == "and" for word in words[start:end]):
        return " and ".join(speakers.full(person.name) for person in named)
    if named:
        return speakers.full(named[-1].name)
    papers = verbs.tables().papers
    for at in range(start, end):
        if words[at].key in papers and not words[at].is_capital:
            return _author(words, at, end, speakers)
    while start < end and words[start].key in _ARTICLES:
        start += 1
    return speakers.full(text_of(words, start, end))


def _named_behind(paragraph: Paragraph, at: int) -> list[Person]:
    """Return the name in apposition to a title: "said the mayor, Ana Reyes"."""
    words = paragraph.words
    if at >= len(words) or words[at].text != ",":
        return []
    person = paragraph.names.get(at + 1)
    if person is None:
        return []
    is_closed = person.end >= len(words) or words[person.end].kind == "symbol"
    return [person] if is_closed else []


def _named_first(words: Sequence[Word], start: int, end: int) -> list[Person]:
    """Return the name that begins the subject: "Zofka Dravik of the rescue service"."""
    person = person_at(words, start, parts=2)
    if person is None or person.end >= end or words[person.end].key not in {"of", "from", "at"}:
        return []
    return [person]


def _heads(words: Sequence[Word], person: Person) -> bool:
    """Say whether a name stands for itself: not "Reyes's aide", not "a spokesman for Reyes"."""
    is_owner = person.end < len(words) and words[person.end].is_possessive
    is_of = person.start > 0 and words[person.start - 1].key in {"of", "for", "to", "from", "by"}
    return not is_owner and not is_of


def _author(words: Sequence[Word], at: int, end: int, speakers: Speakers) -> str:
    """Return whose paper it is: "a statement released by the army", "the army's statement"."""
    for here in range(at + 1, end - 1):
        if words[here].key in {"by", "from", "of"}:
            start = here + 1
            while start < end and words[start].key in _ARTICLES:
                start += 1
            return speakers.full(text_of(words, start, end))
    return speakers.last
