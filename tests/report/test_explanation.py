"""Why a verdict was given: both readings, and each passage with what was compared."""

import msgspec
import pytest

from factcheck.report import Layout, render_explanation
from factcheck.schema import Feature
from tests.report import examples


def test_both_sides_of_every_feature_are_shown() -> None:
    verdict = examples.conflict()
    (evidence,) = verdict.evidence
    features = (
        Feature("measure", "grant", "loan", "other"),
        Feature("entities", "Norland", "", "silent"),
    )
    seen = msgspec.structs.replace(evidence, features=features)
    report = examples.report(msgspec.structs.replace(verdict, evidence=(seen,)))
    text = render_explanation([report])
    assert "- measure: OTHER (draft: grant; source: loan)" in text
    assert "- entities: one side silent (draft: Norland; source: nothing)" in text
    assert verdict.explanation.split(";")[0] in " ".join(text.split())


def test_what_has_nothing_to_compare_takes_a_line() -> None:
    verdict = examples.conflict()
    (evidence,) = verdict.evidence
    apart = msgspec.structs.replace(
        evidence, other=None, relation="unrelated", reason="no-evidence", features=()
    )
    report = examples.report(msgspec.structs.replace(verdict, evidence=(evidence, apart, apart)))
    text = render_explanation([report])
    assert "Found near it, with nothing to compare: 2 passages" in text
    assert text.count("- ") == len(evidence.features)


def test_no_passage_at_all_is_said() -> None:
    verdict = msgspec.structs.replace(examples.conflict(), evidence=())
    assert "No passage was found for this claim." in render_explanation([examples.report(verdict)])


def test_what_another_line_of_the_draft_says_is_told() -> None:
    other = examples.verdicts()[1].claim
    verdict = msgspec.structs.replace(examples.conflict(), disagreeing=(other,))
    text = render_explanation([examples.report(verdict)])
    assert "line 3 of the draft says more than 8,000 people\n" in text


@pytest.mark.parametrize("width", [24, 72, 160])
def test_every_claim_of_every_kind_is_explained_in_any_width(width: int) -> None:
    verdicts = examples.verdicts()
    text = render_explanation([examples.report(*verdicts)], Layout(width=width))
    assert max(map(len, text.splitlines())) <= width
    assert text.count("draft   ") == len(verdicts)


def test_control_characters_of_a_source_do_not_reach_the_terminal() -> None:
    verdict = examples.conflict()
    (evidence,) = verdict.evidence
    hostile = msgspec.structs.replace(
        evidence, features=(Feature("measure", "\x1b[31mred", "\u202eback", "other"),)
    )
    text = render_explanation(
        [examples.report(msgspec.structs.replace(verdict, evidence=(hostile,)))]
    )
    assert "\x1b" not in text
    assert "\u202e" not in text
