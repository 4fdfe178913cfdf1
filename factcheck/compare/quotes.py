"""A source's words against the draft's quotation.

Source: docs/verdicts.md ("Quotes, offices, dates, statements").
"""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Iterable, Sequence

from factcheck.compare.comparison import Comparison
from factcheck.compare.passages import align_words, find
from factcheck.compare.persons import same_person, share_no_name
from factcheck.compare.words import Word, read_words, without_asides
from factcheck.schema import Quote, Remark, Span
from factcheck.vocabulary import places
from factcheck.vocabulary.measures import stem

_NEGATIONS = frozenset(
    "not no never nor neither none nobody nothing nowhere without hardly".split()
)
_MODALS = frozenset("can could may might must shall should will would ought".split())
_QUALIFIERS = _MODALS | frozenset(
    "about all almost always any approximately around certainly every few fewer least less likely "
    "many more most much nearly often only over perhaps possibly probably rarely roughly seldom "
    "several some sometimes under very".split()
)
# A difference in these alone alters nothing that was said.
_SMALL = frozenset(
    "a an the of to in on at by for from with and as that this these those which who there it its "
    "so is are was were be been being am has have had do does did".split()
)
# Not counted as content, though a change of them alters a quotation.
_PRONOUNS = frozenset(
    "i me my we us our you your he him his she her they them their or but".split()
)
_FUNCTION_WORDS = _SMALL | _PRONOUNS

_MANY = 5  # content words: from here on four fifths must be common, below all but one
_DISTINCT = 3  # content words that two speakers do not utter by chance
_MOST_NAMES = 400  # pairs of words that are looked at as spellings of one name
_SHORTEST = 5  # letters of a name that two spellings may share
_ALIKE = 0.8  # spellings more alike than this may be one name
_SHORT = 3  # content words of a source that is a passage of its own
_CONTENT_WEIGHT, _SMALL_WEIGHT = 4, 2  # in an alignment, where each other word costs 1


def compare_quotes(draft: Quote, source: Quote) -> Comparison:
    """Compare two quotations."""
    return compare_words(draft, source.words, speaker=source.speaker)


def compare_words(
    draft: Quote, text: str, *, speaker: str = "", is_translated: bool = False
) -> Comparison:
    """Compare a quotation with the words of a passage; spans count in `draft.words` and `text`.

    `speaker` is who spoke the words of `text`; where it is unknown nothing differs. In a
    translation only a changed negation, numeral or qualifier does.
    """
    words, others = read_words(draft.words), read_words(text)
    plain = without_asides(words) or words
    inside = without_asides(others)
    places = list(find(plain, inside)) or list(find(plain, others))
    if places:
        return _found(draft, speaker, plain, places)
    return _altered(draft, speaker, plain, inside, is_translated)


def _found(
    draft: Quote, speaker: str, words: Sequence[Word], places: Iterable[Sequence[Word]]
) -> Comparison:
    """Judge words found as they are; an ellipsis may not leave out a negation.

    A word or two that anybody may use say nothing unless the speaker is known to be the same. Nor
    do the words of "Okafor" bear out those of Ana Reyes.
    """
    if all(_has_negation(left_out) for left_out in places):
        return Comparison("undecided", "near-value")
    who = same_person(draft.speaker, speaker)
    if who == "same":
        return Comparison("agrees", "quote-found")
    if len(_content(words)) < _DISTINCT:
        return Comparison("undecided", "other-subject" if who == "other" else "near-value")
    if who == "other":
        return Comparison("differs", "speaker-differs")
    if share_no_name(draft.speaker, speaker):
        return Comparison("undecided", "other-subject")
    remarks: tuple[Remark, ...] = ("other-attribution",) if who == "unclear" else ()
    return Comparison("agrees", "quote-found", remarks)


def _has_negation(left_out: Sequence[Word]) -> bool:
    """Say whether words left out negate those around them: none does across a full stop."""
    is_within = not any(word.opens for word in left_out)
    return is_within and any(word.key in _NEGATIONS for word in left_out)


def _altered(
    draft: Quote,
    speaker: str,
    words: Sequence[Word],
    others: Sequence[Word],
    is_translated: bool,
) -> Comparison:
    """Judge words not found: another wording of the same passage, or another passage."""
    weights = [_SMALL_WEIGHT if word.key in _FUNCTION_WORDS else _CONTENT_WEIGHT for word in words]
    pairs = align_words(words, others, weights)
    if not _is_same_passage(words, others, pairs):
        return Comparison("undecided", "other-subject")
    mine, theirs = _unmatched(words, pairs), _inserted(words, pairs)
    for i, j in _respelt(words, others, mine, theirs):
        mine.discard(i)
        theirs.discard(j)
    told = {words[i].key for i in mine - _beyond(words, others, pairs)}
    told |= {others[j].key for j in theirs}
    is_altered = any(map(_is_sharp, told)) if is_translated else bool(told - _SMALL)
    spans = (_spans(words, mine), _spans(others, theirs | _replaced(words, others, pairs)))
    if is_altered and same_person(draft.speaker, speaker) == "same":
        return Comparison("differs", "quote-altered", (), 0, *spans)
    return Comparison("undecided", "near-value", (), 0, *spans)


_Pairs = tuple[tuple[int, int], ...]


def _is_same_passage(words: Sequence[Word], others: Sequence[Word], pairs: _Pairs) -> bool:
    """Say whether enough content words are common, in order.

    One common word of two tells a passage only where the source says hardly anything else. That
    "it holds" became "it does not hold" makes no other passage.
    """
    wanted = len(_content(words)) - _turned(words, others, pairs)
    common = len(_content(words[i] for i, _ in pairs))
    if wanted >= _MANY:
        return common * 5 >= wanted * 4
    is_short = len(_content(others)) <= _SHORT
    return wanted - 1 <= common and common >= (1 if is_short else 2)


def _turned(words: Sequence[Word], others: Sequence[Word], pairs: _Pairs) -> int:
    """Count the draft's negations before a word that the source has in another form."""
    mine, taken = _unmatched(words, pairs), {j for _, j in pairs}
    left = {other.key for j, other in enumerate(others) if j not in taken}
    left |= {stem(key) for key in left}
    return sum(
        words[at].key in _NEGATIONS and not left.isdisjoint(_forms(words[at + 1].key))
        for at in mine
        if at + 1 in mine
    )


def _forms(key: str) -> tuple[str, ...]:
    """Return the regular forms of a verb ("carry": "carries", "carried")."""
    stem = key.removesuffix("y") + "i" if key.endswith("y") else key.removesuffix("e")
    return key, f"{key}s", f"{key}d", f"{key}ed", f"{stem}es", f"{stem}ed"


def _unmatched(words: Sequence[Word], pairs: _Pairs) -> set[int]:
    """Return the draft's words that the source does not have."""
    return set(range(len(words))) - {i for i, _ in pairs}


def _inserted(words: Sequence[Word], pairs: _Pairs) -> set[int]:
    """Return the source's words between common ones that no gap of the draft stands for."""
    found: set[int] = set()
    for (i, j), (next_i, next_j) in itertools.pairwise(pairs):
        if not any(word.gap for word in words[i + 1 : next_i + 1]):
            found.update(range(j + 1, next_j))
    return found


def _respelt(
    words: Sequence[Word], others: Sequence[Word], mine: set[int], theirs: set[int]
) -> list[tuple[int, int]]:
    """Return the names written by ear in two ways: Hasakeh, Hasakah."""
    if len(mine) * len(theirs) > _MOST_NAMES:
        return []
    pairs = itertools.product(sorted(mine), sorted(theirs))
    return [(i, j) for i, j in pairs if _are_one_name(words[i], others[j])]


def _are_one_name(first: Word, second: Word) -> bool:
    if not (first.name and second.name) or min(len(first.key), len(second.key)) < _SHORTEST:
        return False
    known = [places.canonical(word.name) for word in (first, second)]
    if None not in known:
        return known[0] == known[1]
    matcher = difflib.SequenceMatcher(None, first.key, second.key, autojunk=False)
    return matcher.ratio() > _ALIKE


def _beyond(words: Sequence[Word], others: Sequence[Word], pairs: _Pairs) -> set[int]:
    """Return the draft's words before or behind all that the source quotes: it may quote in part.

    Only a word in their place would show that something else was said.
    """
    (first_i, first_j), (last_i, last_j) = pairs[0], pairs[-1]
    before = range(first_i) if first_j == 0 else range(0)
    behind = range(last_i + 1, len(words)) if last_j == len(others) - 1 else range(0)
    return {*before, *behind}


def _replaced(words: Sequence[Word], others: Sequence[Word], pairs: _Pairs) -> set[int]:
    """Return the source's words that stand where the draft's first or last words differ."""
    (first_i, first_j), (last_i, last_j) = pairs[0], pairs[-1]
    end = min(len(others), last_j + len(words) - last_i)
    return {*range(max(0, first_j - first_i), first_j), *range(last_j + 1, end)}


def _is_sharp(key: str) -> bool:
    """Say whether a word is a negation, a numeral or a qualifier, which translators keep."""
    return key in _NEGATIONS or key in _QUALIFIERS or key[0].isdigit()


def _content(words: Iterable[Word]) -> list[Word]:
    return [word for word in words if word.key not in _FUNCTION_WORDS]


def _spans(words: Sequence[Word], indices: set[int]) -> tuple[Span, ...]:
    """Return the spans of the given words, neighbours joined, in order."""
    spans: list[Span] = []
    before = -2
    for index in sorted(indices):
        span = words[index].span
        if index == before + 1:
            span = Span(spans.pop().start, span.end)
        spans.append(span)
        before = index
    return tuple(spans)
