"""The second version of the sample draft keeps what was decided about the first."""

import datetime as dt
from pathlib import Path

from factcheck.decisions import Ledger, entry_for, idle, marked
from factcheck.pipeline import read_claims
from factcheck.readers import read_text
from factcheck.schema import Report, Verdict
from tests.report.examples import PROVENANCE

SAMPLE = Path(__file__).parents[2] / "corpora" / "syria-2015" / "draft.md"
TODAY = dt.date(2015, 9, 28)


def report(text: str) -> Report:
    document = read_text(text, "draft.md")
    verdicts = tuple(
        Verdict(claim, "conflicting", "value-differs", "", 0.9, (), ())
        for claim in read_claims(document)
    )
    return Report(document, None, verdicts, (), PROVENANCE)


def test_an_edited_second_version_keeps_its_decisions() -> None:
    first = SAMPLE.read_text("utf-8")
    before = report(first)
    entries = [entry_for(verdict, "ok", "asked") for verdict in before.verdicts]
    ledger = Ledger({entry.fingerprint: entry for entry in entries})
    assert len(ledger.entries) == len(before.verdicts) > 30

    head, *paragraphs = first.rstrip().split("\n\n")
    assert "$3.7 million" in first
    edited = [p.replace("$3.7 million", "$3.8 million") for p in reversed(paragraphs)]
    opening = "A paragraph that the first version did not have, with 17 new words in it."
    after = marked(report("\n\n".join([head, opening, *edited]) + "\n"), ledger, TODAY)

    changed = [v for v in before.verdicts if "$3.7 million" in sentence(before, v)]
    is_open = [v for v in after.verdicts if v.decision is None]
    assert {sentence(after, verdict) for verdict in is_open} == {
        opening,
        *(sentence(before, v).replace("$3.7", "$3.8") for v in changed),
    }
    unused, expired = idle(ledger, [after], TODAY)
    assert {entry.fingerprint for entry in unused} == {v.claim.fingerprint for v in changed}
    assert expired == ()


def sentence(found: Report, verdict: Verdict) -> str:
    span = verdict.claim.sentence
    return " ".join(found.document.text[span.start : span.end].split())
