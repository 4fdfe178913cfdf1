"""Who and where a sentence speaks of: names of places, groups and persons by table and shape."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import msgspec

from factcheck.schema import EntityKind, Span
from factcheck.tokens import Token
from factcheck.vocabulary import places, roles
from factcheck.vocabulary.calendar import MONTH_NUMBERS, WEEKDAYS
from factcheck.vocabulary.names import lists

MAX_NAME_TOKENS = 9  # "United Nations High Commissioner for Refugees" and the like
_MINISTRY = "ministry"
_PORTFOLIO_TOKENS = 4  # "environment , food and rural affairs" is cut, its head is enough
_NOTHING: tuple[int, str, EntityKind] = (0, "", "other")
_APPOSITION = 5  # words of "its neighbour in the north" between two commas
_EXPLAINING = frozenset({"its", "their", "his", "her", "a", "an", "the"})
_BETWEEN = frozenset(
    {"the", "northern", "southern", "eastern", "western", "central", "neighbouring"}
)


class Mention(msgspec.Struct, frozen=True):
    """A name in a sentence; `span` counts characters of the sentence's normalised text."""

    name: str
    kind: EntityKind
    span: Span
    locative: bool
    reporting: bool


def find_mentions(
    text: str,
    tokens: Sequence[Token],
    persons: Sequence[tuple[Span, str]],
    known: frozenset[str] = frozenset(),
) -> tuple[Mention, ...]:
    """Return the names of one normalised sentence, in order, not overlapping.

    `persons` are names already known to be people's. `known` are capitalised words met inside
    sentences of the same document: only those may begin a name at the start of a sentence.
    """
    titled = _is_title_case(tokens)
    ministries = any(token.text.lower() == _MINISTRY for token in tokens)
    person_starts = {span.start: (span, name) for span, name in persons}
    found: list[Mention] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.start in person_starts:
            span, name = person_starts[token.start]
            end = _index_at(tokens, index, span.end)
            found.append(_mention(tokens, index, end, name, "person"))
            index = max(end, index + 1)
            continue
        end, named, kind = _ministry(tokens, index) if ministries else _NOTHING
        if not named:
            end, named, kind = _from_table(text, tokens, index)
        if not named and not titled:
            end, named, kind = _by_shape(text, tokens, index, known)
        if named and not _describes(tokens, end, kind):
            start = index - 2 if kind == "other" and _has_article(tokens, index) else index
            named = text[tokens[start].start : tokens[end - 1].end] if start < index else named
            found.append(_mention(tokens, start, end, named, kind))
        index = end if named else index + 1
    return tuple(found)


def _ministry(tokens: Sequence[Token], index: int) -> tuple[int, str, EntityKind]:
    """Find a ministry by what it is in charge of, either way round, with or without capitals.

    "The education ministry" and "the Ministry of Education" are one body under one name.
    """
    words = [token.text.lower() for token in tokens[index : index + 3 + _PORTFOLIO_TOKENS]]
    begins = words[:2] == [_MINISTRY, "of"]
    first = (3 if words[2:3] == ["the"] else 2) if begins else 0
    for count in range(_PORTFOLIO_TOKENS, 0, -1):
        after = words[first + count : first + count + 1]
        named = roles.portfolio(" ".join(words[first : first + count]))
        if named and (begins or after == [_MINISTRY]):
            end = min(index + first + count + (not begins), len(tokens))
            return end, f"ministry of {named}", "group"
    return _NOTHING


def _has_article(tokens: Sequence[Token], index: int) -> bool:
    """Say whether "al-" or "el-" belongs to the name that begins at a token."""
    if index < 2 or tokens[index - 1].text != "-":
        return False
    return tokens[index - 2].text in {"al", "el"} and tokens[index - 1].end == tokens[index].start


def capitalised_inside(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the capitalised words that do not open the sentence; none of a title-case line."""
    if _is_title_case(tokens):
        return
    for before, token in itertools.pairwise(tokens):
        if token.kind == "word" and token.text[0].isupper() and before.text not in "\"'.:":
            yield token.text


def _is_title_case(tokens: Sequence[Token]) -> bool:
    if tokens and tokens[-1].text == ".":
        return False
    long = [t for t in tokens if t.kind == "word" and len(t.text) > 3]
    return len(long) > 3 and sum(t.text[0].isupper() for t in long) > 0.6 * len(long)


def _index_at(tokens: Sequence[Token], index: int, offset: int) -> int:
    while index < len(tokens) and tokens[index].start < offset:
        index += 1
    return index


def _from_table(text: str, tokens: Sequence[Token], index: int) -> tuple[int, str, EntityKind]:
    """Find the longest name of the tables that begins at a token: (end, name or "", kind)."""
    token = tokens[index]
    if token.kind != "word" or not (token.text[0].isupper() or token.text == "al"):
        return index + 1, "", "other"
    start = token.start
    for end in range(min(len(tokens), index + MAX_NAME_TOKENS), index, -1):
        name = text[start : tokens[end - 1].end]
        group = places.canonical_group(name)
        if group:
            return end, group, "group"
        place = places.canonical(name)
        if place:
            return end, place, "place"
        if places.seat_of(name):
            return end, name, "place"
    return index + 1, "", "other"


def _by_shape(
    text: str, tokens: Sequence[Token], index: int, known: frozenset[str]
) -> tuple[int, str, EntityKind]:
    """Find a run of capitalised words that begins at a token: (end, name or "", kind)."""
    if not _begins_name(tokens, index, known):
        return index + 1, "", "other"
    end = index + 1
    while end < len(tokens) and end - index < MAX_NAME_TOKENS:
        if _is_name_word(tokens[end]):
            end += 1
        elif _joins(tokens, end) and _followed_by_name(tokens, end):
            end += 2
        else:
            break
    name = text[tokens[index].start : tokens[end - 1].end]
    words = {token.text.lower() for token in tokens[index:end]}
    return end, name, "group" if words & lists().bodies else "other"


def _joins(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a small word or mark may stand inside a name ("Farmers' League")."""
    token = tokens[index]
    possessive = token.text == "'" and tokens[index - 1].end == token.start
    return possessive or token.text == "-" or token.text in lists().connectors


def _begins_name(tokens: Sequence[Token], index: int, known: frozenset[str]) -> bool:
    token = tokens[index]
    if not _is_name_word(token) or token.text.lower() in lists().openers:
        return False
    opens = index == 0 or tokens[index - 1].text in {'"', "'", ":"}
    if not opens or token.text in known or _followed_by_name(tokens, index):
        return True
    return _is_surely_name(tokens, index)


def _is_surely_name(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a word that opens a sentence is a name by its shape or by what follows.

    A capital inside ("GridVast"), a possessive ("Karvesh's army"), or a relative clause that
    speaks of one ("Helion, which runs the plant").
    """
    word = tokens[index].text
    if not word.isupper() and any(letter.isupper() for letter in word[1:]):
        return True
    after = [token.text.lower() for token in tokens[index + 1 : index + 4]]
    if after[:1] in (["'s"], ["’s"]) or _is_explained(tokens, index):
        return True
    return after[:1] == [","] and after[1:2] in (["which"], ["who"]) and after[-1].endswith("s")


def _describes(tokens: Sequence[Token], end: int, kind: EntityKind) -> bool:
    """Say whether a name describes the place behind it: "the Maravian province of Sorel"."""
    after = [token.text for token in tokens[end : end + 3]]
    return (
        kind == "other"
        and after[1:2] == ["of"]
        and after[0] in lists().settlements
        and after[2][:1].isupper()
    )


def _is_explained(tokens: Sequence[Token], index: int) -> bool:
    """Say whether an apposition says who is named: "Osmar, its neighbour, approved"."""
    after = [token.text.lower() for token in tokens[index + 1 : index + 3 + _APPOSITION]]
    opens = after[:1] == [","] and after[1:2] != [] and after[1] in _EXPLAINING
    return opens and "," in after[3:] and not tokens[index].text.endswith("ly")


def _followed_by_name(tokens: Sequence[Token], index: int) -> bool:
    return index + 1 < len(tokens) and _is_name_word(tokens[index + 1])


def _is_name_word(token: Token) -> bool:
    lower = token.text.lower()
    return (
        token.kind == "word"
        and token.text[0].isupper()
        and lower not in MONTH_NUMBERS
        and lower not in WEEKDAYS
        and lower != "i"
    )


def _mention(tokens: Sequence[Token], start: int, end: int, name: str, kind: EntityKind) -> Mention:
    before = [token.text.lower() for token in tokens[max(0, start - 4) : start]]
    after = [token.text.lower() for token in tokens[end : end + 3]]
    locative = _locative(before)
    span = Span(tokens[start].start, tokens[end - 1].end)
    placed = locative or (before[-1:] == ["of"] and bool(lists().settlements & set(before[-2:-1])))
    kind = "place" if placed and kind == "other" else kind
    return Mention(name, kind, span, locative, _reporting(before, after))


def _locative(before: Sequence[str]) -> bool:
    nearest = [word for word in before if word not in _BETWEEN][-1:]
    return bool(nearest) and nearest[0] in lists().locatives and before[-1] != "of"


def _reporting(before: Sequence[str], after: Sequence[str]) -> bool:
    verbs = lists().reporting
    return (
        (bool(after) and after[0] in verbs)
        or (len(after) > 1 and after[0] in {"has", "have", "had", ","} and after[1] in verbs)
        or "according" in before
        or before[-1:] == ["said"]
    )
