"""What the rules leave open, asked of a learned verifier.

Typed comparison outranks it. Of a figure it tells only whether two sentences speak of one measure:
their values are compared as ever, and no figure is judged without them. A sentence without a value
it judges itself, where names, time and status do not speak against it.
Source: docs/verdicts.md ("The learned verifier").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

import msgspec

from factcheck.align import are_apart, name_the_same
from factcheck.compare import Comparison
from factcheck.compare.sentences import name_words, read_sentence
from factcheck.config import Periods, Verification
from factcheck.entail import Verifier, masked
from factcheck.judge.case import Case
from factcheck.judge.combine import Outcome
from factcheck.judge.compared import Compared
from factcheck.judge.figures import compare_as_one_measure
from factcheck.judge.nearest import nearest_first
from factcheck.judge.statements import SAME_DAYS
from factcheck.schema import (
    Candidate,
    Claim,
    Evidence,
    Feature,
    Quantity,
    Reason,
    Statement,
    Status,
    Verdict,
)

WHOLE, MASKED = "verifier", "verifier, figures hidden"  # the names of its features
DECIMALS = 3  # of a share; beyond, two machines may differ
_UNSURE: frozenset[Status] = frozenset({"denied", "doubted", "rumoured", "forecast"})
# Two figures that look alike but for a word: a verifier takes them for one.
_SPELLED_ALIKE: frozenset[Reason] = frozenset({"unit-differs", "scale-differs"})
_CLOSING = "\"'”’)] "  # behind the mark of a question


class Shares(NamedTuple):
    """What the verifier says of one pair; in the order of its columns."""

    supports: float
    refutes: float
    neither: float


Pair = tuple[str, str]
Replies = Mapping[Pair, Shares]


class Question(Protocol):
    """Something to ask of one claim, and what its answer makes of a candidate's evidence."""

    @property
    def pairs(self) -> Sequence[Pair]:
        """The pairs to be scored, each of the draft's words and a source's."""

    def answered(self, replies: Replies) -> Evidence:
        """Return the evidence with what the verifier says of it."""


class _OfFigure(NamedTuple):
    """Do the two speak of one measure? `compared` holds if they do."""

    evidence: Evidence
    compared: Compared
    words: str
    settings: Verification

    @property
    def pairs(self) -> Sequence[Pair]:
        return (self._masked, self._whole)

    @property
    def _whole(self) -> Pair:
        return self.words, self.evidence.passage.text

    @property
    def _masked(self) -> Pair:
        return masked(self.words), masked(self.evidence.passage.text)

    def answered(self, replies: Replies) -> Evidence:
        hidden, whole = replies[self._masked], replies[self._whole]
        comparison = self.compared.comparison
        if comparison.relation == "agrees":
            least = self.settings.same_measure
            bears_out = whole.supports >= self.settings.figure_supports
        else:
            least = self.settings.surely_same_measure
            alike = comparison.reason in _SPELLED_ALIKE
            bears_out = alike or whole.refutes >= self.settings.figure_refutes
        same = hidden.supports >= least and bears_out
        rows = (_feature(MASKED, hidden, same=same), _feature(WHOLE, whole, same=same))
        if not same:
            return _noted(self.evidence, rows)
        return msgspec.structs.replace(
            self.evidence,
            other=self.compared.other,
            relation=comparison.relation,
            reason=comparison.reason,
            remarks=comparison.remarks,
            features=(*self.compared.features, *rows),
            differs=comparison.differs,
            source_differs=comparison.source_differs,
        )


class _OfStatement(NamedTuple):
    """Does the passage carry the statement, by itself or with what stands near it, or deny it?"""

    evidence: Evidence
    claim: Claim
    words: str
    joined: tuple[str, ...]  # the passage with others of its document
    may_support: bool
    may_refute: bool
    settings: Verification

    @property
    def pairs(self) -> Sequence[Pair]:
        return [(self.words, text) for text in (self.evidence.passage.text, *self.joined)]

    def answered(self, replies: Replies) -> Evidence:
        found = [replies[pair] for pair in self.pairs]
        best = max(found, key=lambda shares: (shares.supports, -shares.refutes))
        alone = found[0]
        if self.may_support and best.supports >= self.settings.supports:
            return self._judged(best, Comparison("agrees", "statement-supported"))
        if self.may_refute and alone.refutes >= self.settings.refutes:
            spans = (self.evidence.other.span,) if self.evidence.other else ()
            differs = Comparison(
                "differs", "negated", differs=(self.claim.span,), source_differs=spans
            )
            return self._judged(alone, differs)
        carried = self.evidence.relation == "agrees"
        noted = _noted(self.evidence, (_feature(WHOLE, best, same=carried),))
        if not carried or best.supports >= self.settings.carried:
            return noted
        return msgspec.structs.replace(noted, relation="undecided", reason="other-subject")

    def _judged(self, shares: Shares, comparison: Comparison) -> Evidence:
        return msgspec.structs.replace(
            self.evidence,
            relation=comparison.relation,
            reason=comparison.reason,
            features=(*self.evidence.features, _feature(WHOLE, shares, same=True)),
            differs=comparison.differs,
            source_differs=comparison.source_differs,
        )


def is_read(verdict: Verdict) -> bool:
    """Say whether the verifier was asked of a statement: the answers stand in its features."""
    features = (f for one in verdict.evidence for f in one.features)
    return verdict.claim.kind == "statement" and any(f.name == WHOLE for f in features)


def is_left_to_it(case: Case, outcome: Outcome) -> bool:
    """Say whether the rules leave a claim open.

    They find a statement carried without its values, which are claims of their own.
    """
    if outcome.label == "unsupported":
        return True
    valued = any(one.kind != "statement" for one in case.siblings)
    return outcome.reason == "statement-supported" and valued


def ask(
    cases: Sequence[Case],
    weighed: Sequence[Sequence[Evidence]],
    verifier: Verifier,
    settings: Verification,
    periods: Periods,
) -> list[list[Evidence]]:
    """Return the evidence of each case with what the verifier says of the nearest candidates.

    `weighed` is in the order of each case's candidates. All pairs are scored in one call, each
    once.
    """
    asked = [
        _questions(case, evidence, settings, periods)
        for case, evidence in zip(cases, weighed, strict=True)
    ]
    pairs = sorted({pair for found in asked for one in found.values() for pair in one.pairs})
    rounded = verifier.scores(pairs).astype(float).round(DECIMALS).tolist()
    replies = {pair: Shares(*row) for pair, row in zip(pairs, rounded, strict=True)}
    return [
        [
            found[place].answered(replies) if place in found else one
            for place, one in enumerate(evidence)
        ]
        for found, evidence in zip(asked, weighed, strict=True)
    ]


def _questions(
    case: Case, evidence: Sequence[Evidence], settings: Verification, periods: Periods
) -> dict[int, Question]:
    """Return what to ask, by the place of the candidate."""
    if isinstance(case.claim.value, Quantity):
        return _of_figure(case, evidence, settings, periods)
    if isinstance(case.claim.value, Statement):
        return _of_statement(case, evidence, settings)
    return {}


def _of_figure(
    case: Case, evidence: Sequence[Evidence], settings: Verification, periods: Periods
) -> dict[int, Question]:
    found: dict[int, Question] = {}
    for place in nearest_first(case):
        if evidence[place].relation in {"agrees", "differs"}:  # superseded: the rules have decided
            continue
        compared = compare_as_one_measure(
            case.claim, case.candidates[place], periods, case.siblings
        )
        if compared is not None:
            found[place] = _OfFigure(evidence[place], compared, case.words, settings)
            if len(found) == settings.candidates:
                break
    return found


def _of_statement(
    case: Case, evidence: Sequence[Evidence], settings: Verification
) -> dict[int, Question]:
    near = [
        place
        for place in nearest_first(case)
        if evidence[place].relation != "differs"
        and _are_told_near(case.claim, case.candidates[place])
    ][: settings.candidates]
    return {
        place: _OfStatement(
            evidence[place],
            case.claim,
            case.words,
            _joined(case, place, near) if place == near[0] else (),
            settings.given or _may_support(case, evidence[place]),
            _may_refute(case, evidence[place], given=settings.given),
            settings,
        )
        for place in near
    }


def _joined(case: Case, first: int, near: Sequence[int]) -> tuple[str, ...]:
    """Return the nearest passage with the next one or two of its document, in their order."""
    passages = [case.candidates[place].passage for place in near]
    document = case.candidates[first].passage.origin.id
    own = [passage for passage in passages if passage.origin.id == document]
    return tuple(
        " ".join(p.text for p in sorted(own[:count], key=lambda p: p.span))
        for count in (2, 3)
        if len(own) >= count
    )


def _are_told_near(claim: Claim, candidate: Candidate) -> bool:
    date = candidate.passage.origin.date
    if claim.as_of is None or date is None:
        return False
    return abs((claim.as_of - date).days) <= SAME_DAYS


def _may_support(case: Case, evidence: Evidence) -> bool:
    """Say whether names, status and the form of a passage leave room for it to bear out."""
    other = evidence.other
    if evidence.passage.text.rstrip(_CLOSING).endswith("?"):
        return False
    if other is None:
        return True
    unsure = other.status in _UNSURE and other.status != case.claim.status
    return not unsure and not are_apart(case.claim, other)


def _may_refute(case: Case, evidence: Evidence, *, given: bool) -> bool:
    """Say whether a passage surely speaks of the draft's people and places, or is given as such."""
    if given or not _may_support(case, evidence):
        return given
    if evidence.other is not None and not name_the_same(case.claim, evidence.other):
        return False
    known = {word.key for entity in case.claim.entities for word in name_words(entity.name)}
    known.update(word.key for word in read_sentence(case.words))
    told = read_sentence(evidence.passage.text)
    return all(word.key in known for word in told if word.kind == "name")


def _noted(evidence: Evidence, rows: Sequence[Feature]) -> Evidence:
    return msgspec.structs.replace(evidence, features=(*evidence.features, *rows))


def _feature(name: str, shares: Shares, *, same: bool) -> Feature:
    said = f"supports {shares.supports:.3f}, refutes {shares.refutes:.3f}, "
    said += f"neither {shares.neither:.3f}"
    return Feature(name, "", said, "same" if same else "unknown", shares)
