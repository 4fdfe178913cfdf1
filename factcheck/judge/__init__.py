"""A claim and its candidates to a verdict."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from factcheck.config import Periods, Sources, Verification
from factcheck.entail import Verifier
from factcheck.judge.case import Case
from factcheck.judge.combine import Outcome, combine
from factcheck.judge.confidence import Found, how_sure
from factcheck.judge.corrections import weigh_standing
from factcheck.judge.explain import explain
from factcheck.judge.learned import ask, is_left_to_it, is_read
from factcheck.judge.reprints import as_first_printed
from factcheck.judge.told import told_by
from factcheck.normalize import normalize
from factcheck.schema import Candidate, Claim, DateRange, Evidence, Reason, Remark, Verdict

__all__ = ["Case", "is_read", "judge", "judge_all", "settle"]


def judge(
    claim: Claim,
    candidates: Sequence[Candidate],
    periods: Periods,
    siblings: Sequence[Claim] = (),
    sources: Sources | None = None,
) -> Verdict:
    """Return the verdict on a claim by the rules alone.

    `candidates` never hold the claim's own document; `siblings` are the other claims of the
    draft's sentence; without `sources` all rank alike.
    """
    (verdict,) = judge_all([Case(claim, candidates, siblings)], periods, sources)
    return verdict


def judge_all(
    cases: Sequence[Case],
    periods: Periods,
    sources: Sources | None = None,
    verifier: Verifier | None = None,
    settings: Verification | None = None,
) -> tuple[Verdict, ...]:
    """Return the verdict on each case; what the rules leave open is asked of the verifier, if any.

    All that is asked is asked at once.
    """
    ranks = sources or Sources()
    cases = [
        msgspec.structs.replace(case, candidates=as_first_printed(case.candidates, periods))
        for case in cases
    ]
    weighed: list[Sequence[Evidence]] = [
        [weigh_standing(case.claim, one, periods, case.siblings) for one in case.candidates]
        for case in cases
    ]
    outcomes = [
        _combined(case, evidence, periods, ranks)
        for case, evidence in zip(cases, weighed, strict=True)
    ]
    if verifier is not None:
        left = [
            place
            for place, (case, outcome) in enumerate(zip(cases, outcomes, strict=True))
            if is_left_to_it(case, outcome)
        ]
        replies = ask(
            [cases[place] for place in left],
            [weighed[place] for place in left],
            verifier,
            settings or Verification(),
            periods,
        )
        for place, evidence in zip(left, replies, strict=True):
            outcomes[place] = _combined(cases[place], evidence, periods, ranks)
    return tuple(
        _verdict(case.claim, outcome) for case, outcome in zip(cases, outcomes, strict=True)
    )


def _combined(
    case: Case, evidence: Sequence[Evidence], periods: Periods, sources: Sources
) -> Outcome:
    return combine(case.claim, told_by(case.candidates, evidence, sources), periods)


def _verdict(claim: Claim, outcome: Outcome) -> Verdict:
    first = outcome.evidence[0] if outcome.evidence else None
    remarks = (*outcome.remarks, *_of_the_draft(claim))
    return Verdict(
        claim=claim,
        label=outcome.label,
        reason=outcome.reason,
        explanation=explain(claim, outcome.label, outcome.reason, first),
        confidence=how_sure(_found(claim, outcome)),
        remarks=tuple(dict.fromkeys(remarks)),
        evidence=outcome.evidence,
    )


def _found(claim: Claim, outcome: Outcome) -> Found:
    return Found(claim.kind, outcome.label, outcome.reason, outcome.remarks, outcome.evidence)


def settle(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Return the verdicts of one draft, none of a value conflicting inside a quote that is found.

    Who quotes rightly is not wrong: what another source says of the quoted value is left open. Nor
    does a value that was said need a second source.
    """
    found = [v.claim.span for v in verdicts if v.reason == "quote-found"]
    return tuple(
        _quoted(verdict) if any(s.contains(verdict.claim.span) for s in found) else verdict
        for verdict in verdicts
    )


def _quoted(verdict: Verdict) -> Verdict:
    if verdict.label == "conflicting":
        return _left_open(verdict)
    remarks = tuple(remark for remark in verdict.remarks if remark != "single-source")
    return msgspec.structs.replace(verdict, remarks=remarks)


def _left_open(verdict: Verdict) -> Verdict:
    first = verdict.evidence[0] if verdict.evidence else None
    reason: Reason = "sources-disagree"
    explanation = explain(verdict.claim, "unsupported", reason, first)
    found = Found(verdict.claim.kind, "unsupported", reason, verdict.remarks, verdict.evidence)
    return msgspec.structs.replace(
        verdict,
        label="unsupported",
        reason=reason,
        explanation=explanation,
        confidence=how_sure(found),
    )


def _of_the_draft(claim: Claim) -> tuple[Remark, ...]:
    """Return the remarks that the draft's own words deserve."""
    remarks: list[Remark] = []
    if normalize(claim.text).hidden:
        remarks.append("hidden-characters")
    value = claim.value
    if isinstance(value, DateRange) and _is_other_weekday(value):
        remarks.append("weekday-mismatch")
    return tuple(remarks)


def _is_other_weekday(date: DateRange) -> bool:
    """Say whether a day is not the weekday that its words name."""
    if date.weekday is None or date.first is None or date.first != date.last:
        return False
    return date.first.weekday() != date.weekday
