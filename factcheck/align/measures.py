"""Do two claims measure the same? The counted noun, the act, and the words around them."""

from __future__ import annotations

import functools

from factcheck.align.names import Outcome, count_inner_names, share_inner_name
from factcheck.align.wording import (
    MOST_WORDS,
    SAME_WORDS,
    SOME_WORDS,
    same_word,
    shared_words,
    told_words,
    word_overlap,
    words_of_measure,
)
from factcheck.schema import Claim, Feature, Measure, Quantity, Value
from factcheck.vocabulary.measures import PART, stem, tables

TELLING = 20  # smaller figures are met again by chance
MIN_SHARED_WORDS = 2  # where neither noun nor act is known to be the same
FEW_WORDS = 2  # besides the noun, of what a table tells by the noun alone
UNUSUAL = 3  # digits that are not met twice by chance
SIDES = 2  # of a match


def measure_feature(draft: Claim, source: Claim) -> Feature:
    """Say whether two claims count or measure the same."""
    first, second = draft.measure, source.measure
    return Feature("measure", _say(first), _say(second), _measure_outcome(draft, source))


def _say(measure: Measure) -> str:
    return " ".join(part for part in (measure.noun_class or measure.noun, measure.act) if part)


def _measure_outcome(draft: Claim, source: Claim) -> Outcome:
    first, second = draft.measure, source.measure
    nouns, acts = _nouns(first, second), _acts(first.act, second.act)
    if _both_move(draft, source):  # told in many words: another subject may be the same thing
        if nouns == "same" and acts != "other":
            return "same"
        nouns = "unknown" if nouns == "other" else nouns
    if "other" in {nouns, acts}:
        return "other"
    if _is_of_others(draft, source):
        return "unknown"
    if nouns == acts == "same" or _speaks_for_itself(draft, source) or _is_whole(acts, first):
        return "same"
    if nouns == "same" and (_is_bare(draft, source) or _is_met_exactly(draft, source)):
        return "same"
    shared = len(shared_words(draft, source) - words_of_measure(draft, source))
    if "same" in {nouns, acts}:
        enough = word_overlap(draft, source) >= SOME_WORDS and shared >= 1
    else:
        alike = shared > 0 and told_words(draft) == told_words(source)
        enough = (word_overlap(draft, source) >= SAME_WORDS and shared >= MIN_SHARED_WORDS) or alike
    return "same" if enough else "unknown"


def _is_bare(draft: Claim, source: Claim) -> bool:
    """Say whether one side tells the counted noun alone, as a table does, the other little more.

    What stands is meant, nothing that was done: "there are 604 inmates", "inmates: 604".
    """
    if "flow" in {draft.measure.motion, source.measure.motion}:
        return False
    nouns = words_of_measure(draft, source)
    told = sorted(len(told_words(claim) - nouns) for claim in (draft, source))
    return told[0] == 0 and told[1] <= FEW_WORDS


def _is_met_exactly(draft: Claim, source: Claim) -> bool:
    """Say whether both give one figure of three digits that is not round: no chance meeting."""
    mine, theirs = draft.value, source.value
    if not isinstance(mine, Quantity) or not isinstance(theirs, Quantity):
        return False
    exact = not mine.modifier and not theirs.modifier and mine.low == mine.high
    same = (mine.low, mine.high, mine.unit) == (theirs.low, theirs.high, theirs.unit)
    return same and exact and len(mine.low.normalize().as_tuple().digits) >= UNUSUAL


def _is_of_others(draft: Claim, source: Claim) -> bool:
    """Say whether each sentence names a kind of its own that a sum or share may be of.

    A grant for schools is none for hospitals, and of one whole children are a share, women another.
    """
    if _is_harm(draft.measure.act) or _is_harm(source.measure.act):
        return False
    value = draft.value
    if isinstance(value, Quantity) and value.kind in {"count", "measure"}:
        return False
    if _is_share(value) and not has_same_qualifiers(draft, source):
        return True
    mine, theirs = _kinds_named(draft), _kinds_named(source)
    return bool(mine - theirs) and bool(theirs - mine)


def _is_whole(acts: Outcome, measure: Measure) -> bool:
    """Say whether a shared act is a measure by itself, as revenue and profit are."""
    return acts == "same" and tables().acts[measure.act].whole


def _is_share(value: Value) -> bool:
    known = {"percent", "fraction", "ratio"}
    return isinstance(value, Quantity) and value.kind in known and not value.direction


def _kinds_named(claim: Claim) -> frozenset[str]:
    classes = tables().class_of
    return frozenset(classes[w] for w in claim.measure.words if w in classes) - {"people"}


def _is_harm(act: str) -> bool:
    known = tables().acts.get(act)
    return known is not None and known.of == "people" and known.motion != "level"


def has_same_qualifiers(draft: Claim, source: Claim) -> bool:
    """Say whether two claims name the same words that make another measure of one.

    Of what happened to people nothing follows: "12 dead, three women among them".
    """
    if _is_harm(draft.measure.act):
        return True
    known = _qualifiers()
    return told_words(draft) & known == told_words(source) & known


def count_one_group(draft: Claim, source: Claim) -> bool:
    """Say whether neither counted noun narrows the other: seven children are not seven people."""
    return _narrowed(draft) == _narrowed(source)


def _narrowed(claim: Claim) -> frozenset[str]:
    return _qualifiers() & {same_word(stem(word)) for word in claim.measure.noun.split()}


@functools.cache
def _qualifiers() -> frozenset[str]:
    return frozenset(same_word(stem(word)) for word in tables().qualifiers)


def _both_move(draft: Claim, source: Claim) -> bool:
    """Say whether both figures are parts of a rise or fall."""
    return all(isinstance(c.value, Quantity) and c.value.direction for c in (draft, source))


def _speaks_for_itself(draft: Claim, source: Claim) -> bool:
    """Say whether the kind of two values alone tells what they measure: an age, a result.

    Whose age is for the names to tell; a result is that of the two sides both sentences name.
    """
    kinds = {v.kind for v in (draft.value, source.value) if isinstance(v, Quantity)}
    if kinds == {"score"}:
        return count_inner_names(draft, source) >= SIDES
    return kinds == {"age"} and not draft.measure.noun and not source.measure.noun


def _nouns(first: Measure, second: Measure) -> Outcome:
    classes = {first.noun_class, second.noun_class}
    if PART in classes:
        return "unknown" if classes == {PART} else "other"
    if "" not in classes:
        return _same(first.noun_class, second.noun_class)
    if classes != {""}:
        return "other" if first.noun and second.noun else "unknown"
    heads = [stem(noun.split()[-1]) if noun else "" for noun in (first.noun, second.noun)]
    return _same(heads[0], heads[1])


def _acts(first: str, second: str) -> Outcome:
    """Compare two acts; what happened to people is never what happened to nobody named."""
    known = tables().acts
    if bool(first) != bool(second) and known[first or second].of == "people":
        return "other"
    return _same(first, second)


def _same(first: str, second: str) -> Outcome:
    if first and second:
        return "same" if first == second else "other"
    return "unknown"


def counts_the_same(draft: Claim, source: Claim) -> bool:
    """Say whether two counts surely count the same; other figures have no noun to differ in.

    What is counted without an act must be that of a place or body that both sentences name, or
    be told in mostly the same words. A toll without a noun is one of people.
    """
    if not isinstance(draft.value, Quantity) or draft.value.kind != "count":
        return True
    named = draft.measure.act or share_inner_name(draft, source)
    if not named and word_overlap(draft, source) < MOST_WORDS:
        return False
    first, second = draft.measure, source.measure
    if _is_harm(first.act) and {first.noun_class, second.noun_class} == {"", "people"}:
        return first.act == second.act and not (first.noun and second.noun)
    return _nouns(first, second) == "same"


def has_common_ground(draft: Claim, source: Claim) -> bool:
    """Say whether two claims share a number, a counted noun, an act, or some of their words."""
    first, second = draft.measure, source.measure
    return (
        _give_one_figure(draft.value, source.value)
        or "same" in {_nouns(first, second), _same(first.act, second.act)}
        or word_overlap(draft, source) >= SOME_WORDS
    )


def _give_one_figure(first: Value, second: Value) -> bool:
    """Say whether two figures are equal, and no small counts, which are met by chance."""
    if not isinstance(first, Quantity) or not isinstance(second, Quantity):
        return False
    return first.figure == second.figure and (first.kind != "count" or first.figure >= TELLING)
