"""Quotes and roles: the same person's words, the same person's office."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from factcheck.align import same_name
from factcheck.compare import Comparison, compare, compare_words
from factcheck.compare.persons import same_person
from factcheck.config import Periods
from factcheck.judge.bodies import is_one_body
from factcheck.judge.compared import Compared
from factcheck.judge.speakers import are_one, hold_others
from factcheck.schema import Candidate, Claim, Feature, Passage, Quote, Role, Span

_WORD = re.compile(r"(?<!\w)\w{4,40}+")
SHORT_QUOTE = 4  # words; so few are said again and again
SHORT_QUOTE_DAYS = 31
_PREFERENCE = ("agrees", "undecided", "differs", "unrelated")
_TRANSLATED = re.compile(r"\b(?:translat(?:ed|ion|or)|interpreter)\b", re.IGNORECASE)
# The turn of who asks: its words are nobody's who is named around it.
_ASKED = re.compile(
    r"(?:q|question|reporter|journalist|interviewer|moderator|host|anchor|presenter)[*_]{0,2}+:",
    re.IGNORECASE,
)
# An office that somebody enters was somebody else's until then.
_ENTERING = re.compile(
    r"\b(?:sworn in|appointed|named|elected|becomes?|became|succeed(?:s|ed)|replace[sd]|takes? over"
    r"|took over|takes? office|took office)\b",
    re.IGNORECASE,
)
_ONE = "Speaker"  # stands for a speaker given by name on one side and by office on the other
_OPEN = Comparison("undecided", "other-subject")


def compare_quotes(
    claim: Claim, value: Quote, candidate: Candidate, siblings: Sequence[Claim] = ()
) -> list[Compared]:
    """Compare a quote with the quotes of a passage, else with the passage's own words.

    Words that stand there without quotation marks, as in a transcript, count only where the
    source names the speaker. `siblings` are the other claims of the draft's sentence.
    """
    found = [
        Compared(other, (_speaker(value, theirs),), _located(claim, other, candidate, siblings))
        for other, theirs in _quotes_of(candidate)
        if _shares_words(value, theirs)
    ]
    if any(compared.comparison.relation != "undecided" for compared in found):
        return found
    if joined := _interrupted(claim, value, candidate, siblings):
        return [*found, joined]
    speaker = _named_speaker(value, candidate.passage)
    if speaker is None or _ASKED.match(candidate.passage.text.lstrip(" *_>")):
        return found
    alone = msgspec.structs.replace(value, words=claim.text, speaker=speaker)
    words = compare_words(alone, candidate.passage.text, speaker=speaker)
    if words.relation != "agrees":
        return found
    moved = _moved(words, claim.span.start, candidate.passage.span.start)
    features = (Feature("words", value.words, "", "same"),)
    return [*found, Compared(None, features, moved)]


def _quotes_of(candidate: Candidate) -> list[tuple[Claim, Quote]]:
    return [(c, c.value) for c in candidate.claims if isinstance(c.value, Quote)]


def _interrupted(
    claim: Claim, value: Quote, candidate: Candidate, siblings: Sequence[Claim]
) -> Compared | None:
    """Compare a quote with the parts of one that "she said" interrupts in the source."""
    quotes = _quotes_of(candidate)
    if len(quotes) < 2 or len({quote.speaker for _, quote in quotes}) > 1:
        return None
    first = quotes[0][0]
    whole = Quote(" ".join(quote.words for _, quote in quotes), quotes[0][1].speaker)
    joined = msgspec.structs.replace(first, text=whole.words, value=whole)
    comparison = _located(claim, joined, candidate, siblings)
    if comparison.relation != "agrees":
        return None
    return Compared(first, (_speaker(value, whole),), comparison)


def _shares_words(first: Quote, second: Quote) -> bool:
    """Say whether two quotes share a third of the shorter one's words."""
    mine, theirs = (set(_WORD.findall(quote.words.lower())) for quote in (first, second))
    return 3 * len(mine & theirs) >= min(len(mine), len(theirs)) > 0


def _named_speaker(value: Quote, passage: Passage) -> str | None:
    """Return which of a quote's speakers the source names; None when it names none of them."""
    words = f"{passage.text} {passage.before} {passage.origin.title} {passage.origin.source}"
    found = set(_WORD.findall(words.lower()))
    for speaker in value.speaker.split(" and "):
        if not speaker or not found.isdisjoint(_WORD.findall(speaker.lower())):
            return speaker
    return None


def _speaker(first: Quote, second: Quote) -> Feature:
    if not first.speaker or not second.speaker:
        return Feature("speaker", first.speaker, second.speaker, "silent")
    same = same_name(first.speaker, second.speaker)
    return Feature("speaker", first.speaker, second.speaker, "same" if same else "other")


def _located(
    claim: Claim, other: Claim, candidate: Candidate, siblings: Sequence[Claim]
) -> Comparison:
    """Compare two quotes; of speakers named together, one who said it is enough."""
    if not isinstance(claim.value, Quote) or not isinstance(other.value, Quote):
        return _OPEN
    said_by = other.value.speaker
    speakers = claim.value.speaker.split(" and ")
    is_translated = _is_translated(candidate.passage)
    each: list[Comparison] = []
    for speaker in speakers:
        is_one = are_one(speaker, said_by, siblings, candidate.claims)
        mine, theirs = (_ONE, _ONE) if is_one else (speaker, said_by)
        quote = Quote(claim.text, mine)
        each.append(compare_words(quote, other.text, speaker=theirs, is_translated=is_translated))
    best = min(each, key=lambda c: _PREFERENCE.index(c.relation))
    is_other = all(hold_others(s, said_by, siblings, candidate.claims) for s in speakers)
    if best.reason == "quote-altered" and _are_far_apart(claim, other, claim.value):
        return _OPEN
    if best.reason == "quote-found" and is_other:
        return _OPEN
    if best.reason == "speaker-differs" and not (_names_own(claim) and _names_own(other)):
        return _OPEN
    return _moved(best, claim.span.start, other.span.start)


def _is_translated(passage: Passage) -> bool:
    """Say whether a source says that it gives a translation."""
    around = (passage.text, passage.before, passage.origin.title, passage.origin.source)
    return any(_TRANSLATED.search(text) for text in around)


def _are_far_apart(claim: Claim, other: Claim, value: Quote) -> bool:
    """Say whether a few words were said too long apart to be one saying changed."""
    if len(value.words.split()) > SHORT_QUOTE or claim.as_of is None or other.as_of is None:
        return False
    return abs((claim.as_of - other.as_of).days) > SHORT_QUOTE_DAYS


def _names_own(claim: Claim) -> bool:
    """Say whether the sentence of a quote names the speaker, or "he" is the only one before it."""
    if not isinstance(claim.value, Quote):
        return False
    near = [e.name for e in claim.entities if e.origin in {"clause", "sentence", "speaker"}]
    before = {e.name for e in claim.entities if e.origin == "before" and e.kind == "person"}
    near += before if len(before) == 1 else ()  # "he", where only one is told of before
    speakers = claim.value.speaker.split(" and ")
    return any(same_name(speaker, name) for speaker in speakers for name in near)


def _moved(comparison: Comparison, draft: int, source: int) -> Comparison:
    """Return a comparison with its spans moved from the quoted words into the documents."""

    def moved(spans: tuple[Span, ...], offset: int) -> tuple[Span, ...]:
        return tuple(span.shifted(offset) for span in spans)

    return msgspec.structs.replace(
        comparison,
        differs=moved(comparison.differs, draft),
        source_differs=moved(comparison.source_differs, source),
    )


def compare_roles(
    claim: Claim, value: Role, candidate: Candidate, periods: Periods
) -> list[Compared]:
    """Compare an office with every office of a passage."""
    found = []
    for other in candidate.claims:
        if not isinstance(other.value, Role):
            continue
        features = (
            _feature("person", value.person, other.value.person),
            _feature("title", value.title, other.value.title),
            _feature("organisation", value.organisation, other.value.organisation),
        )
        if any(feature.outcome == "same" for feature in features[:2]):
            found.append(Compared(other, features, _held(claim, other, periods)))
    return found


def _feature(name: str, first: str, second: str) -> Feature:
    if not first or not second:
        return Feature(name, first, second, "silent")
    return Feature(name, first, second, "same" if same_name(first, second) else "other")


def _held(claim: Claim, other: Claim, periods: Periods) -> Comparison:
    """Compare offices as of their days.

    A source more than a year old is outdated, and one of a later day tells who holds the office
    then: neither agrees nor conflicts. Who else held it is outdated sooner.
    """
    comparison = compare(claim.value, other.value, certain=is_one_body(claim, other))
    if comparison.relation == "undecided":
        return comparison if comparison.reason != "other-subject" else _OPEN
    if claim.as_of is None or other.as_of is None:
        return Comparison("undecided", "other-period")
    days = (other.as_of - claim.as_of).days
    if days > periods.later:
        return Comparison("undecided", "later-source")
    is_other_holder = comparison.relation == "differs" and not _is_one_person(claim, other)
    is_former = is_other_holder and days < 0 and _ENTERING.search(claim.text)
    if is_former or days < -(periods.level if is_other_holder else periods.role):
        return Comparison("undecided", "only-outdated")
    if comparison.relation == "agrees":
        return msgspec.structs.replace(comparison, differs=(), source_differs=())
    return msgspec.structs.replace(comparison, differs=(claim.span,), source_differs=(other.span,))


def _is_one_person(claim: Claim, other: Claim) -> bool:
    mine, theirs = claim.value, other.value
    if not isinstance(mine, Role) or not isinstance(theirs, Role):
        return False
    return same_person(mine.person, theirs.person) == "same"
