"""Two sentences held against each other word by word: does one carry what the other says?

A sentence is carried where its weighty words stand in the other one, as they are or as a word
that says the same, with every name among them, the same side of the act doing it, and nothing
that turns it round or leaves it open.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Literal

import msgspec

from factcheck.normalize import normalize
from factcheck.tokens import Token, tokenize
from factcheck.vocabulary import places, verbs
from factcheck.vocabulary.measures import tables as measures
from factcheck.vocabulary.numbers import numbers
from factcheck.vocabulary.statements import tables

_LONGEST_NAME = 3  # tokens of a place's or body's name in the tables
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "get", "gets", "got"})
_LINKS = frozenset({"of", "for", "to", "from", "with", "against", "at", "in"})
_ARTICLES = frozenset({"the", "a", "an", "her", "his", "its", "their"})
_NEAR = 4  # words before an act in which a negation belongs to it
_LONGEST_TELLING = 7  # words of ", the head of the fire service said"
_REACH = 2  # weighty words that a word like "may" or "plans" leaves open
_LIMITS = frozenset({"may", "might", "could", "only"})  # a source without them says another thing
_KEPT = frozenset({"new", "first", "last"})  # weighty here, though they say nothing of a measure

Kind = Literal["light", "word", "name", "number"]


class Heard(msgspec.Struct, frozen=True):
    """A word of a sentence: what it is compared by, and as written in lower case."""

    key: str
    kind: Kind
    written: str
    is_capital: bool = False

    @property
    def is_weighty(self) -> bool:
        """Say whether the word tells something of what happened."""
        return self.kind != "light"


@functools.lru_cache(maxsize=1024)
def read_sentence(text: str) -> tuple[Heard, ...]:
    """Return the words of a sentence in order, those that say nothing among them.

    >>> [word.key for word in read_sentence("The Iraqi army's men were not detained.")]
    ['the', 'Iraq', 'soldier', 'man', 'were', 'not', 'arrest']
    """
    tokens = tokenize(normalize(text).text)
    tokens = tuple(t for t in tokens if t.kind != "symbol" or t.text == ",")
    words: list[Heard] = []
    at = 0
    while at < len(tokens):
        taken, word = _heard(tokens, at)
        at += taken
        if word is not None:
            words.append(word)
    return tuple(words)


def name_words(name: str) -> tuple[Heard, ...]:
    """Return the words of a name as they are inside a sentence."""
    return tuple(word for word in read_sentence(f", {name}") if word.is_weighty)


def _heard(tokens: Sequence[Token], at: int) -> tuple[int, Heard | None]:
    """Return how many tokens make the word that begins at `at`, and the word."""
    for length in range(min(_LONGEST_NAME, len(tokens) - at), 0, -1):
        name = " ".join(token.text for token in tokens[at : at + length])
        known = places.canonical(name) or places.canonical_group(name)
        if known and name[0].isupper():
            return length, Heard(known, "name", name.lower(), is_capital=True)
    token = tokens[at]
    if token.kind == "number":
        return 1, Heard(f"#{_plain(token.text)}", "number", token.text)
    word = token.text.lower()
    if word in {"'s", "’s", "s"}:
        return 1, None
    if token.text == ",":
        return 1, Heard(",", "light", ",")
    small = numbers().small
    if word in small:
        tens = small[word] if word in numbers().tens and at + 1 < len(tokens) else 0
        ones = small.get(tokens[at + 1].text.lower(), 0) if tens else 0
        joined = 0 < ones < 10
        value = small[word] + (ones if joined else 0)
        return (2 if joined else 1), Heard(f"#{value}", "number", word)
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    named = following[:1].isupper() or following in {"'s", "’s"}
    return 1, _word(token, word, opens=at == 0 and not named)


def _plain(digits: str) -> str:
    plain = digits.replace(",", "")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _word(token: Token, word: str, *, opens: bool) -> Heard:
    said = tables()
    key = said.key(word)
    empty = word in measures().empty and word not in _KEPT and key not in said.grouped
    capital = token.text[0].isupper() and not opens
    if len(word) < 2 or word in said.light or word in said.negations or empty:
        return Heard(word, "light", word, capital)
    if capital:
        return Heard(said.root(word), "name", word, capital)
    return Heard(key, "word", word)


def without_telling(words: Sequence[Heard]) -> tuple[Heard, ...]:
    """Return a sentence without who says it at its end: ", fire officials say".

    >>> [w.written for w in without_telling(read_sentence("Two died, fire officials say."))]
    ['two', 'died']
    """
    comma = max((n for n, word in enumerate(words) if word.key == ","), default=0)
    tail = words[comma + 1 :]
    told = any(word.written in verbs.tables().speech for word in tail[-2:])
    told = told and all(word.written != "to" for word in tail)
    return tuple(words[:comma] if comma and told and len(tail) <= _LONGEST_TELLING else words)


def without_description(words: Sequence[Heard], source: Sequence[Heard]) -> tuple[Heard, ...]:
    """Return a sentence without what describes the one it names, if the source names that one.

    "The operator of the dam, Norvik Hydro, declined" tells of Norvik Hydro.
    """
    keys = {word.key for word in source}
    comma = next((n for n, word in enumerate(words) if word.key == ","), len(words))
    name = list(itertools.takewhile(lambda word: word.kind == "name", words[comma + 1 :]))
    behind = words[comma + 1 + len(name) :]
    is_apposition = bool(name) and bool(behind) and behind[0].key == ","
    if not is_apposition or any(word.kind == "name" for word in words[:comma]):
        return tuple(words)
    named = keys.issuperset(word.key for word in name)
    return tuple(words[comma + 1 :]) if named else tuple(words)


# --- how much of one sentence the other holds -------------------------------------------------


class Coverage(msgspec.Struct, frozen=True):
    """What of a sentence's weighty words the other one holds.

    `lost` are those it does not hold, as written; `rivals` those in whose place it holds another
    word, `names_differ` that a whole name is lost or has a rival, `figures_lost` that a figure is
    which is no claim of its own; the others, what is held besides names.
    """

    share: Decimal
    lost: tuple[str, ...]
    rivals: tuple[str, ...]
    names_differ: bool
    figures_lost: bool
    shares_word: bool
    shares_figure: bool


def coverage(
    draft: Sequence[Heard], source: Sequence[Heard], judged: Collection[str] = ()
) -> Coverage:
    """Say how much of a draft's sentence a source's sentence holds.

    `judged` are the keys of figures that are claims of their own: one that is not held is for
    them to tell.
    """
    weighty = [word for word in draft if word.is_weighty]
    keys, shorts = {word.key for word in source}, _initials(source)
    missing = {w.key for w in weighty if w.key not in keys and w.written not in shorts}
    names = [
        [w.key for w in name if w.kind == "name"] or [w.key for w in name] for name in _names(draft)
    ]
    rivals = [word for word in _rivals(weighty, source) if word.key in missing]
    left_out = set(judged)
    # The last name alone names a person.
    left_out.update(key for name in names if name[-1] not in missing for key in name)
    known = {w.key: w for w in weighty if w.key not in missing & left_out}
    lost = [word for key, word in known.items() if key in missing]
    return Coverage(
        Decimal(len(known) - len(lost)) / Decimal(len(known)) if known else Decimal(0),
        tuple(word.written for word in lost),
        tuple(word.written for word in rivals),
        any(missing.issuperset(name) for name in names) or any(w.kind == "name" for w in rivals),
        any(w.kind == "number" for w in lost),
        any(word.kind == "word" and word.key in keys for word in weighty),
        any(word.kind == "number" and word.key in keys for word in weighty),
    )


def _names(words: Sequence[Heard]) -> Iterator[list[Heard]]:
    """Yield the runs of words that make one name, figures in it included: "50 Cent", "Flight 7"."""
    run: list[Heard] = []
    for at, word in enumerate(words):
        leads = at + 1 < len(words) and words[at + 1].is_capital
        if word.kind == "name" or (word.kind == "number" and (leads or run)):
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _initials(words: Sequence[Heard]) -> frozenset[str]:
    """Return the initials of the names of a sentence, in lower case: QPR, WHO."""
    return frozenset(
        "".join(word.written[0] for word in name) for name in _names(words) if len(name) > 1
    )


def _rivals(draft: Sequence[Heard], source: Sequence[Heard]) -> Iterator[Heard]:
    """Yield the words of a draft in whose place the source has another: "east bank", "west bank".

    The word beside them must be the same on both sides, and neither may stand anywhere in the
    other sentence. Figures are compared elsewhere.
    """
    mine, theirs = {word.key for word in draft}, {word.key for word in source}
    told = [word for word in source if word.is_weighty]
    others = {place for place, word in _places(told) if word.key not in mine}
    for place, word in _places(draft):
        if word.key not in theirs and place in others and word.kind != "number":
            yield word


def _places(words: Sequence[Heard]) -> Iterator[tuple[tuple[str, str, Kind], Heard]]:
    """Yield each word with its place: its kind, and the key of the word before or behind it."""
    for one, next_one in itertools.pairwise(words):
        yield ("before", next_one.key, one.kind), one
        yield ("behind", one.key, next_one.kind), next_one


# --- what turns a sentence round or leaves it open ---------------------------------------------


def is_denied(draft: Sequence[Heard], source: Sequence[Heard]) -> bool:
    """Say whether one sentence denies a word that the other tells without a denial."""
    keys, others = {word.key for word in draft}, {word.key for word in source}
    mine = _behind(draft, _negations(draft, others), 1)
    theirs = _behind(source, _negations(source, keys), 1)
    return bool(mine - theirs) or bool((theirs - mine) & keys)


def is_left_open(draft: Sequence[Heard], source: Sequence[Heard]) -> bool:
    """Say whether a sentence tells as possible, wished or alleged what the other tells as done."""
    said = tables()
    mine, theirs = ({word.written for word in words} for words in (draft, source))
    roots = {said.root(word) for word in mine}
    keys = {word.key for word in draft if word.is_weighty}
    hedges = (at for at in _hedges(source) if said.root(source[at].written) not in roots)
    return bool(_behind(source, hedges, _REACH) & keys) or bool(_LIMITS & mine - theirs)


def _hedges(words: Sequence[Heard]) -> Iterator[int]:
    """Yield the indices of the words that leave open what stands behind them."""
    said = tables()
    for at, word in enumerate(words):
        wish = word.written in said.wishes and at + 1 < len(words)
        if word.written in said.hedges or (wish and words[at + 1].written in {"to", "that"}):
            yield at


def _negations(words: Sequence[Heard], others: Collection[str]) -> Iterator[int]:
    """Yield the indices of the words that deny what stands behind them: "not", "refused to".

    A refusal that both tell (`others`: the keys of the other sentence) turns neither round.
    """
    said = tables()
    for at, word in enumerate(words):
        denies = word.written == "yet" or (word.key in said.denying and word.key not in others)
        refused = denies and at + 1 < len(words) and words[at + 1].written == "to"
        if refused or word.written in said.negations:
            yield at


def _behind(words: Sequence[Heard], starts: Iterable[int], reach: int) -> set[str]:
    """Return the keys of the next `reach` weighty words behind each of the starts."""
    found: set[str] = set()
    for at in starts:
        weighty = (w.key for w in words[at + 1 :] if w.is_weighty)
        found.update(itertools.islice(weighty, reach))
    return found


# --- who did it to whom -----------------------------------------------------------------------


class Act(msgspec.Struct, frozen=True):
    """An act told by a sentence: who does it to whom as keys, its polarity, the word beside it.

    `written` is the form of its word, `heads` the keys of the word right before the act and of
    those it hangs on ("the lawyer of Reyes resigned": both); none behind a comma.
    """

    written: str
    doers: frozenset[str]
    done_to: frozenset[str]
    is_negated: bool
    is_open: bool
    heads: frozenset[str]


def acts_in(words: Sequence[Heard], verb: str) -> Iterator[Act]:
    """Yield every act of a verb (its key) that a sentence tells of.

    >>> told = read_sentence("On Monday Ana Haddad was not sued by Tomas Reyes.")
    >>> act, = acts_in(told, tables().key("sued"))
    >>> "haddad" in act.done_to, "toma" in act.doers, act.is_negated
    (True, True, True)
    """
    for at, word in enumerate(words):
        if word.key == verb and word.is_weighty:
            yield _act(words, at)


def _act(words: Sequence[Heard], at: int) -> Act:
    left, right = words[:at], words[at + 1 :]
    doers, done_to = _keys(left), _keys(right)
    helpers = list(_helpers(left))
    if any(word.written in _BE for word in helpers):
        by = next((n for n, word in enumerate(right) if word.written == "by"), len(right))
        doers, done_to = _keys(right[by:]), _keys(left)
    subject = left[: len(left) - len(helpers)]
    heads = frozenset() if any(w.key == "," for w in helpers) else frozenset(_heads(subject))
    return Act(words[at].written, doers, done_to, _is_negated(left), _is_open(left), heads)


def _heads(subject: Sequence[Heard]) -> Iterator[str]:
    """Yield the key of the last word of a subject and of each word it hangs on by "of"."""
    hangs = True
    for word in reversed(subject):
        if word.is_weighty and hangs:
            yield word.key
            hangs = False
        elif word.written in _LINKS:
            hangs = True
        elif not word.is_weighty and word.written not in _ARTICLES:
            return


def _helpers(left: Sequence[Heard]) -> Iterator[Heard]:
    """Yield the words right before an act that help it, the last first: "has never been"."""
    for word in reversed(left):
        if word.is_weighty and not word.written.endswith("ly"):
            return
        yield word


def _keys(words: Sequence[Heard]) -> frozenset[str]:
    return frozenset(word.key for word in words if word.is_weighty)


def _is_negated(left: Sequence[Heard]) -> bool:
    """Say whether an act behind these words did not happen; two denials make it happen."""
    said = tables()
    near = left[-_NEAR:]
    denials = sum(word.written in said.negations for word in near)
    to = [n for n in range(len(near) - 1) if near[n + 1].written == "to"]
    denials += sum(near[n].key in said.denying for n in to)
    return denials % 2 == 1


def _is_open(left: Sequence[Heard]) -> bool:
    """Say whether the words before an act leave open whether it happened: "may", "asked to"."""
    infinitive = any(word.written == "to" for word in _helpers(left))
    return infinitive or any(True for _ in _hedges(left))


def is_turned_round(draft: Sequence[Heard], source: Sequence[Heard]) -> bool:
    """Say whether two sentences tell one act with its two sides exchanged: "A sued B", "B sued A".

    Every word of both that stands between two names is tried, since a noun tells an act too.
    """
    both = {word.key for word in draft if word.kind == "word"} & {
        word.key for word in source if word.kind == "word"
    }
    names = {word.key for word in draft if word.kind == "name"}
    return any(
        _are_exchanged(mine, theirs, names)
        for key in sorted(both)
        for mine in acts_in(draft, key)
        for theirs in acts_in(source, key)
    )


def _are_exchanged(mine: Act, theirs: Act, names: Collection[str]) -> bool:
    doers, done_to = mine.doers & set(names), mine.done_to & set(names)
    moved = doers & theirs.done_to and done_to & theirs.doers
    stayed = doers & theirs.doers or done_to & theirs.done_to
    return bool(moved) and not stayed
