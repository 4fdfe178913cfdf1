"""Each remark on figures is given where docs/verdicts.md says, and changes no verdict."""

import pytest

from tests.judge.telling import Source, verdict_on

TOTAL = "The war in Norland has killed {} people so far."


@pytest.mark.parametrize(
    ("draft", "told", "days", "label", "remark"),
    [
        ("8,200", "8,219", 0, "corroborated", "rounded"),
        ("8,219", "more than 8,219", 0, "corroborated", "hedge-dropped"),
        ("over 8,000", "17,300", 0, "unsupported", "understated"),
        ("over 8,000", "8,600", 5, "corroborated", "newer-figure"),
    ],
)
def test_a_remark_of_one_source(draft: str, told: str, days: int, label: str, remark: str) -> None:
    words = draft.rsplit(maxsplit=1)[-1]
    found = verdict_on(TOTAL.format(draft), words, Source(TOTAL.format(told), days))
    assert (found.label, remark in found.remarks) == (label, True)
    exact = verdict_on(TOTAL.format("8,219"), "8,219", Source(TOTAL.format("8,219")))
    assert remark not in exact.remarks


@pytest.mark.parametrize(("days", "told"), [(5, "8,600"), (60, "8,600"), (60, "9,400")])
def test_a_larger_figure_of_a_later_day_is_remarked(days: int, told: str) -> None:
    known, newer = Source(TOTAL.format("8,219"), -1), Source(TOTAL.format(told), days)
    found = verdict_on(TOTAL.format("over 8,000"), "8,000", known, newer)
    assert (found.label, found.reason) == ("corroborated", "bound-holds")
    assert "newer-figure" in found.remarks


def test_a_smaller_figure_of_a_later_day_is_not_remarked() -> None:
    known, newer = Source(TOTAL.format("8,219"), -1), Source(TOTAL.format("8,100"), 60)
    found = verdict_on(TOTAL.format("over 8,000"), "8,000", known, newer)
    assert found.reason == "bound-holds"
    assert "newer-figure" not in found.remarks


def test_the_same_figure_for_something_else_is_remarked_beside_a_conflict() -> None:
    draft = "The fire in the Essel mill in Norland on 12 June killed 43 workers."
    killed = Source(draft.replace("43", "17"))
    hurt = Source(draft.replace("killed", "injured"))
    found = verdict_on(draft, "43", killed, hurt)
    assert (found.label, found.reason) == ("conflicting", "value-differs")
    assert "same-value-other-subject" in found.remarks
    assert "same-value-other-subject" not in verdict_on(draft, "43", killed).remarks
