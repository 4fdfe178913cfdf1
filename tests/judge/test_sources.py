"""Several sources, one verdict: the current ones decide."""

import datetime as dt

from factcheck.config import Periods
from factcheck.judge import judge, settle
from factcheck.schema import Verdict
from tests.judge.reading import DAY, candidates, claim_in, read

TOTAL = "The war in Norland has killed {} people so far."


def verdict(draft: str, *sources: tuple[str, int]) -> Verdict:
    """Judge a total against sources of (figure, days after the draft)."""
    claim = claim_in(TOTAL.format(draft), draft.rsplit(maxsplit=1)[-1], "quantity")
    found = [
        candidate
        for number, (figure, days) in enumerate(sources)
        for candidate in candidates(
            TOTAL.format(figure), DAY + dt.timedelta(days=days), f"source{number}.txt"
        )
    ]
    return judge(claim, found, Periods())


def outcome(draft: str, *sources: tuple[str, int]) -> tuple[str, str]:
    found = verdict(draft, *sources)
    return found.label, found.reason


def test_one_current_source_that_agrees_corroborates() -> None:
    found = verdict("8,219", ("8,219", -2), ("9,400", -3))
    assert (found.label, found.reason) == ("corroborated", "value-agrees")
    assert "sources-disagree" in found.remarks
    assert found.evidence[0].passage.origin.path == "source0.txt"


def test_a_superseded_source_corroborates_nothing_while_a_current_one_conflicts() -> None:
    assert outcome("8,219", ("8,219", -40), ("9,400", -3)) == ("conflicting", "value-differs")


def test_a_claim_between_two_current_sources_is_left_open() -> None:
    assert outcome("8,219", ("7,100", 0), ("9,400", 0)) == ("unsupported", "sources-disagree")


def test_an_outdated_source_alone_does_not_decide() -> None:
    assert outcome("8,219", ("7,100", -200)) == ("unsupported", "only-outdated")


def test_a_bound_names_the_nearest_figure_and_marks_the_newer_one() -> None:
    found = verdict("over 8,000", ("8,219", -5), ("8,600", 0))
    assert (found.label, found.reason) == ("corroborated", "bound-holds")
    assert "newer-figure" in found.remarks
    assert "8,219" in found.evidence[0].passage.text


def test_without_candidates_there_is_no_evidence() -> None:
    found = verdict("8,219")
    assert (found.label, found.reason, found.evidence) == ("unsupported", "no-evidence", ())
    assert found.explanation


def test_the_deciding_passage_comes_first_and_all_others_follow() -> None:
    sources = [("8,219", -1), *((f"{n},000", -300) for n in range(1, 9))]
    found = verdict("8,219", *sources)
    assert found.evidence[0].relation == "agrees"
    assert len(found.evidence) == len(sources)


def test_a_rumour_never_corroborates() -> None:
    claim = claim_in("The plant in Norland cut 700 jobs.", "700", "quantity")
    told = candidates("According to a rumour the plant in Norland cut 700 jobs.")
    found = judge(claim, told, Periods())
    assert (found.label, found.reason) == ("unsupported", "not-comparable")


def test_a_part_is_never_taken_for_the_whole() -> None:
    claim = claim_in("The flood in Norland killed 40 people.", "40", "quantity")
    told = candidates("In Norland civilians account for 12 of the dead.")
    assert judge(claim, told, Periods()).label == "unsupported"


def test_a_figure_in_a_quote_that_is_found_does_not_conflict() -> None:
    text = '"The war in Norland has killed 8,219 people so far," Ana Reyes said.'
    _, claims = read(text, "draft.txt")
    told = [*candidates(text, name="said.txt"), *candidates(TOTAL.format("9,400"))]
    verdicts = [judge(c, told if c.kind == "quote" else told[1:], Periods()) for c in claims]
    assert [v.label for v in verdicts if v.claim.kind == "quantity"] == ["conflicting"]
    (figure,) = [v for v in settle(verdicts) if v.claim.kind == "quantity"]
    assert (figure.label, figure.reason) == ("unsupported", "sources-disagree")
