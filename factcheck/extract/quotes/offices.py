"""Who "the minister" is: the holders of offices that a document has named so far."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from factcheck.extract.names import Word
from factcheck.extract.roles.holders import Holder
from factcheck.extract.roles.titles import TitlePhrase, find_titles
from factcheck.schema import Role
from factcheck.vocabulary import roles

_MOST_HELD = 300  # offices that are kept in mind
_VAGUE = frozenset({"a", "an", "another", "one", "some"})


class Offices:
    """The holders of offices, in the order in which they are named.

    Somebody unnamed ("a spokesman") holds an office too: behind him nobody knows whom "the
    spokesman" means.
    """

    def __init__(self) -> None:
        self._held: deque[Role] = deque(maxlen=_MOST_HELD)

    def meet(self, words: Sequence[Word], holders: Sequence[Holder]) -> None:
        """Take note of the holders of a paragraph, and of titles that nobody named holds."""
        self._held += [holder.role for holder in holders if holder.role.tense != "former"]
        taken = {at for holder in holders for at in range(holder.start, holder.end)}
        for phrase in find_titles(words):
            is_vague = phrase.start > 0 and words[phrase.start - 1].key in _VAGUE
            if is_vague and not phrase.plural and phrase.title_end - 1 not in taken:
                self._held.append(Role("", phrase.office, phrase.organisation))

    def holder(self, words: Sequence[Word], start: int, end: int) -> str:
        """Return whom "the finance minister" means, or nothing where it may be more than one."""
        if end - start < 2 or words[start].key != "the":
            return ""
        phrases = find_titles(tuple(words[start:end]))
        if len(phrases) != 1 or phrases[0].plural or phrases[0].end != end - start:
            return ""
        fitting = [role for role in self._held if _fits(phrases[0], role)]
        names = {role.person.rpartition(" ")[2] for role in fitting}
        return max((role.person for role in fitting), key=len) if len(names) == 1 else ""


def _fits(phrase: TitlePhrase, role: Role) -> bool:
    is_office = role.title == phrase.office or role.title.endswith(f" {phrase.office}")
    if not is_office or roles.excludes(role.title, phrase.office):
        return False
    mine, theirs = (set(name.lower().split()) for name in (phrase.organisation, role.organisation))
    return not mine or not theirs or bool(mine & theirs)
