"""Who the subject of a verb of saying is, by the fullest name the document gives."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.names import Person, Word, is_name_part, person_at, text_of
from factcheck.extract.quotes.offices import Offices
from factcheck.extract.quotes.paragraphs import Paragraph
from factcheck.vocabulary import persons, places, roles, verbs

MAX_AGE = 2  # ends of paragraphs between a name and the "he" that means it
MAX_BODY = 7  # words of the name of a body that one of them stands for later
_WITHIN = frozenset({"in", "of", "from", "at", "with", "for", "near", "on", "to"})
_NEW = frozenset({"the", "a", "an"})
_HUMAN = frozenset({"man", "woman", "boy", "girl", "child", "source", "voice", "relative"})
_LINKS = frozenset({"of", "for", "to", "from", "by"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i"})
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "one", "another", "both"})


class Speakers:
    """The persons a document has named so far, and who spoke last."""

    def __init__(self) -> None:
        self._full: dict[str, str] = {}  # by surname
        self._first: dict[str, str] = {}  # by first name; empty where two persons have it
        self._persons: set[str] = set()
        self._bodies: dict[str, str] = {}  # by each word of the name
        self.offices = Offices()
        self._speaker = ""
        self._he = ""
        self.ended_by = ""  # who spoke in the last sentence of the paragraph before
        self._age = 0  # paragraphs since "he" was named or meant

    def meet(self, name: str) -> None:
        """Take note that a person is named."""
        last = name.rpartition(" ")[2].lower()
        if " " in name and len(name) >= len(self._full.get(last, "")):
            self._full[last] = name
            self._full[last.rpartition("-")[2]] = name  # "Jundi" for "Shadi al-Jundi"
            first = name.partition(" ")[0].lower()
            is_other = not self._first.get(first, name).lower().endswith(last)
            self._first[first] = "" if is_other else name
        self._persons.add(self.full(name))

    def expect(self, name: str) -> None:
        """Take note that the next "he" or "she" may mean this person."""
        self._he = self.full(name)
        self._age = 0

    def turn(self, last: str) -> None:
        """Take note that a paragraph has ended, and who spoke in its last sentence, if anybody."""
        self.ended_by = last
        self._age += 1

    def hear(self, speaker: str) -> None:
        """Take note that somebody spoke."""
        self._speaker = speaker
        is_first_name = speaker.lower() in persons.tables().given
        if " " in speaker and speaker[0].isupper() and speaker not in self._persons:
            words = speaker.split(" ")
            if len(words) <= MAX_BODY and not any(map(verbs.is_finite_form, words)):
                long = (word for word in words if len(word) > 3 and word[0].isupper())
                self._bodies |= {word.lower(): speaker for word in long}
        if speaker in self._persons or is_first_name:
            self.expect(speaker)

    def full(self, name: str) -> str:
        """Return the fullest name known for a surname or "ministry", or the name itself.

        A name in several parts may be the end of a longer one ("van der Berg"); a first name
        alone ("Sir John") means the one person who has it.
        """
        if places.canonical(name) is not None or name.isupper():
            return name
        key = name.lower()
        known = self._full.get(key) or self._bodies.get(key)
        last = key.rpartition(" ")[2]
        if not known and last != key and self._full.get(last, "").lower().endswith(f" {key}"):
            known = self._full[last]
        if not known and last == key:
            known = self._first.get(key)
        return known or name

    def person(self, surname: str) -> str:
        """Return the person known by a surname, or nothing."""
        return self._full.get(surname.lower(), "")

    def only(self) -> str:
        """Return the one person named in full, or nothing where there are several."""
        named = set(self._full.values())
        return named.pop() if len(named) == 1 else ""

    def expect_unnamed(self, description: str) -> None:
        """Take note that the next "he" or "she" may mean somebody without a name."""
        self._he = description
        self._age = 0

    def he(self) -> str:
        """Return whom "he" or "she" means: who spoke last, or a person named since.

        Nobody where a whole paragraph and more lie between.
        """
        return self._he if self._age <= MAX_AGE else ""

    def meant(self, pronoun: str) -> str:
        """Return whom a pronoun means: "it" and "they" are who spoke last, if no person."""
        if pronoun in {"he", "she"}:
            return self.he()
        is_body = pronoun in {"it", "they"} and self._speaker not in self._persons
        return self._speaker if is_body else ""

    @property
    def last(self) -> str:
        """Who spoke last."""
        return self._speaker


def speaker_of(paragraph: Paragraph, subject: tuple[int, int], speakers: Speakers) -> str:
    """Return who the subject of a verb of saying is, by the fullest name known."""
    words = paragraph.words
    start, end = subject
    if end == start + 1 and words[start].key in _PRONOUNS:
        return speakers.meant(words[start].key)
    named = _named_in(paragraph, start, end)
    for person in named:
        speakers.meet(person.name)
    if named:
        are_joint = any(word.key == "and" for word in words[start:end])
        return " and ".join(speakers.full(p.name) for p in (named if are_joint else named[-1:]))
    papers = verbs.tables().papers
    for at in range(start, end):
        if words[at].key in _LINKS:
            break  # "the author of the study" is no paper
        if words[at].key in papers and not words[at].is_capital:
            return _author(words, at, end, speakers)
    return _described(words, start, end, speakers)


def is_unnamed(subject: Sequence[Word]) -> bool:
    """Say whether a subject is a single human being without a name: "a witness"."""
    known = persons.tables().labels | _HUMAN
    ends = (at for at, word in enumerate(subject) if word.key in _WITHIN or word.key[-3:] == "ing")
    head = subject[: next(ends, len(subject))]
    is_named = any(word.is_capital for word in head[1:])
    return not is_named and any(_is_single(word.key, known) for word in head)


def _is_single(key: str, known: frozenset[str]) -> bool:
    title = roles.titles().get(key)
    return key in known or (title is not None and not title.plural)


def _named_in(paragraph: Paragraph, start: int, end: int) -> list[Person]:
    """Return the persons that a subject names as those who speak."""
    inside = [paragraph.names[at] for at in range(start, end) if at in paragraph.names]
    named = [p for p in inside if p.end <= end and _heads(paragraph, p, (start, end))]
    return named or _named_behind(paragraph, end) or _named_first(paragraph.words, start, end)


def _described(words: Sequence[Word], start: int, end: int, speakers: Speakers) -> str:
    """Return a known surname that ends the subject ("in the fight Reyes"), else its words.

    "The finance minister" is who holds the office.
    """
    if holder := speakers.offices.holder(words, start, end):
        return speakers.full(holder)
    name = end
    while name > start and words[name - 1].is_capital:
        name -= 1
    is_own = name < end and words[name - 1].key not in _LINKS
    known = speakers.person(words[end - 1].text) if is_own else ""
    behind = start
    while behind < end and is_name_part(words[behind]):
        behind += 1
    if start < behind < end and words[behind].key in _NEW:  # "Reyes the former mayor said"
        named = text_of(words, start, behind)
        speakers.meet(named)
        return speakers.full(named)
    is_one_of = end > start + 1 and words[start].key == "one" and words[start + 1].key == "of"
    while start < end and words[start].key in _ARTICLES and not is_one_of:
        start += 1
    return known or speakers.full(text_of(words, start, end))


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


def _heads(paragraph: Paragraph, person: Person, subject: tuple[int, int]) -> bool:
    """Say whether a name stands for itself: not "Reyes's aide", not "a spokesman for Reyes".

    Behind the subject "who" means the name before.
    """
    words, (start, end) = paragraph.words, subject
    if person.end == end and any(word.key == "who" for word in words[end : end + 2]):
        return True
    is_owner = person.end < len(words) and words[person.end].is_possessive
    titled = [holder.start for holder in paragraph.holders if holder.person == person]
    at = min((*titled, person.start))  # "from Prime Minister Ana Reyes"
    return not is_owner and not (at > start and words[at - 1].key in _LINKS)


def _author(words: Sequence[Word], at: int, end: int, speakers: Speakers) -> str:
    """Return whose paper it is: "a statement released by the army", "the army's statement"."""
    for here in range(at + 1, end - 1):
        if words[here].key in {"by", "from", "of"}:
            start = here + 1
            while start < end and words[start].key in _ARTICLES:
                start += 1
            return speakers.full(text_of(words, start, end))
    return speakers.last
