"""Decisions stand beside the verdicts they are about, as long as these are the same."""

import datetime as dt

import msgspec

from factcheck.decisions import Entry, Ledger, idle, marked
from factcheck.pipeline import read_claims
from factcheck.readers import read_text
from factcheck.schema import Decision, Document, Label, Report, Verdict
from tests.report.examples import PROVENANCE

TODAY = dt.date(2023, 6, 14)
FIRST = "The flood in Norland has killed 8,219 people so far."
SECOND = "The council of Wexley approved a grant of $41.2 million for repairs."
THIRD = "Lebanon hosts 1,805,255 refugees."


def drafted(*paragraphs: str) -> Document:
    return read_text("\n\n".join(paragraphs) + "\n", "draft.md")


def report(document: Document, label: Label = "conflicting") -> Report:
    verdicts = tuple(
        Verdict(claim, label, "value-differs", "", 0.9, (), ()) for claim in read_claims(document)
    )
    return Report(document, None, verdicts, (), PROVENANCE)


def ledger(found: Report, **fields: object) -> Ledger:
    entries = [
        msgspec.structs.replace(Entry(v.claim.fingerprint, "ok", "asked"), **fields)
        for v in found.verdicts
    ]
    return Ledger({entry.fingerprint: entry for entry in entries})


def decided(found: Report) -> dict[str, str]:
    return {v.claim.text: v.decision.decision if v.decision else "open" for v in found.verdicts}


def test_decisions_survive_an_edited_second_version_and_a_changed_claim_comes_back() -> None:
    known = ledger(report(drafted(FIRST, SECOND, THIRD)))
    edited = drafted(
        "A new opening, 12 lines long.",
        THIRD,
        FIRST.replace(" in ", "\nin "),
        SECOND.replace("41.2", "43.2"),
    )
    assert decided(marked(report(edited), known, TODAY)) == {
        "12": "open",
        "1,805,255": "ok",
        "8,219": "ok",
        "$43.2 million": "open",
    }


def test_the_same_sentence_twice_has_two_decisions() -> None:
    twice = report(drafted(FIRST, FIRST))
    assert len({v.claim.fingerprint for v in twice.verdicts}) == 2
    assert set(ledger(report(drafted(FIRST))).entries) < set(ledger(twice).entries)


def test_an_expired_decision_leaves_the_claim_open() -> None:
    found = report(drafted(FIRST))
    yesterday = ledger(found, until=TODAY - dt.timedelta(days=1))
    assert decided(marked(found, yesterday, TODAY)) == {"8,219": "open"}
    assert [e.reason for e in idle(yesterday, [found], TODAY)[1]] == ["asked"]
    assert decided(marked(found, ledger(found, until=TODAY), TODAY)) == {"8,219": "ok"}


def test_what_was_let_pass_and_conflicts_since_is_open_again() -> None:
    found = report(drafted(FIRST))
    again = marked(found, ledger(found, verdict="unsupported", claim="8,219"), TODAY)
    assert decided(again) == {"8,219": "open"}
    assert [n.code for n in again.notices] == ["decision-reopened"]
    assert "conflicts now" in again.notices[0].message
    for was in ("conflicting", None):
        assert decided(marked(found, ledger(found, verdict=was), TODAY)) == {"8,219": "ok"}
    fixed = report(drafted(FIRST), "unsupported")
    assert decided(marked(fixed, ledger(found, verdict="conflicting"), TODAY)) == {"8,219": "ok"}


def test_decisions_about_nothing_are_named() -> None:
    found = report(drafted(FIRST))
    unused, expired = idle(ledger(report(drafted(SECOND))), [found], TODAY)
    assert (len(unused), expired) == (1, ())


def test_what_is_wrong_is_not_settled() -> None:
    verdict = report(drafted(FIRST)).verdicts[0]
    settled = {
        word: msgspec.structs.replace(verdict, decision=Decision(word, "why")).is_settled
        for word in ("ok", "ignore", "wrong")
    }
    assert settled == {"ok": True, "ignore": True, "wrong": False}
    assert not verdict.is_settled
