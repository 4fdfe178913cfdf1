"""What a learned verifier may decide, and what it may not, whatever it says."""

import pytest

from factcheck.config import Periods
from factcheck.judge import Case, judge_all
from factcheck.judge.nearest import nearest_first
from factcheck.schema import Verdict
from tests.judge.reading import candidates, claim_in, read
from tests.judge.verifying import Saying

DRAFT = "The Lady Anna served 4,112 dinners."
ALIKE = "Aboard the Lady Anna 4,112 meals were eaten."
APART = "Aboard the Lady Anna 5,900 meals were eaten."


def judged(
    draft: str, source: str, words: str, kind: str, verifier: Saying | None, day: object = ...
) -> Verdict:
    claim = claim_in(draft, words, kind)
    text, claims = read(draft, "draft.txt")
    siblings = [c for c in claims if c.sentence == claim.sentence]
    found = candidates(source) if day is ... else candidates(source, None)
    span = claim.span if kind == "statement" else claim.sentence
    case = Case(claim, found, siblings, text.text[span.start : span.end])
    (verdict,) = judge_all([case], Periods(), None, verifier)
    return verdict


def test_without_a_verifier_the_rules_leave_the_figure_open() -> None:
    assert judged(DRAFT, ALIKE, "4,112", "quantity", None).label == "unsupported"
    assert judged(DRAFT, APART, "4,112", "quantity", None).label == "unsupported"


def test_equal_figures_of_one_measure_agree() -> None:
    found = judged(DRAFT, ALIKE, "4,112", "quantity", Saying("supports"))
    assert (found.label, found.reason) == ("corroborated", "value-agrees")
    rows = {f.name: f.source for f in found.evidence[0].features}
    assert rows["verifier"] == "supports 0.980, refutes 0.010, neither 0.010"
    assert rows["verifier, figures hidden"] == "supports 0.980, refutes 0.010, neither 0.010"


def test_figures_that_differ_conflict_only_if_both_answers_say_so() -> None:
    found = judged(DRAFT, APART, "4,112", "quantity", Saying("refutes"))
    assert (found.label, found.reason) == ("conflicting", "value-differs")
    for whole, hidden in (("refutes", "neither"), ("neither", "supports"), ("supports",) * 2):
        assert judged(DRAFT, APART, "4,112", "quantity", Saying(whole, hidden)).label == (
            "unsupported"
        )


@pytest.mark.parametrize("said", ["supports", "refutes"])
def test_a_count_of_a_part_of_the_people_is_not_asked(said: str) -> None:
    verifier = Saying(said)
    source = "Seven travellers were served aboard the Lady Anna."
    draft = "Seven children were served aboard the Lady Anna."
    judged(draft, source, "Seven", "quantity", verifier)
    assert verifier.asked == []


def test_another_scale_word_needs_no_answer_on_the_whole_pair() -> None:
    draft = "The Lady Anna earned 4.1 million euros in 2019."
    source = "In 2019 the takings of the Lady Anna reached 4.1 billion euros."
    found = judged(draft, source, "4.1 million", "quantity", Saying("supports"))
    assert (found.label, found.reason) == ("conflicting", "scale-differs")


@pytest.mark.parametrize("said", ["supports", "refutes"])
def test_no_figure_is_judged_without_one_to_hold_against_it(said: str) -> None:
    source = "The Lady Anna served more meals than ever."
    verifier = Saying(said)
    assert judged(DRAFT, source, "4,112", "quantity", verifier).label == "unsupported"
    assert verifier.asked == []


@pytest.mark.parametrize("said", ["supports", "refutes", "neither"])
def test_what_the_rules_decide_is_not_asked(said: str) -> None:
    verifier = Saying(said)
    told = DRAFT
    assert judged(DRAFT, told, "4,112", "quantity", verifier).label == "corroborated"
    assert verifier.asked == []


def test_a_figure_of_another_place_is_not_asked() -> None:
    verifier = Saying("refutes")
    source = "In Hamrun 5,900 meals were eaten aboard the Lady Anna."
    assert judged(DRAFT, source, "4,112", "quantity", verifier).label == "unsupported"
    assert verifier.asked == []


STATEMENT = "The council of Port Elin rejected the plan for a new harbour."
REWORDED = "Port Elin's council showed the plan for a new harbour the door."


def test_a_statement_is_carried_or_denied_by_a_sure_answer() -> None:
    found = judged(STATEMENT, REWORDED, "rejected", "statement", Saying("supports"))
    assert (found.label, found.reason) == ("corroborated", "statement-supported")
    found = judged(STATEMENT, REWORDED, "rejected", "statement", Saying("refutes"))
    assert (found.label, found.reason) == ("conflicting", "negated")
    found = judged(STATEMENT, REWORDED, "rejected", "statement", Saying("neither"))
    assert found.label == "unsupported"


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("supports", "Did Port Elin's council show the plan for a new harbour the door?"),
        ("refutes", "Did Port Elin's council show the plan for a new harbour the door?"),
        ("refutes", "The council of Hamrun in Sudland showed the plan for a new harbour the door."),
    ],
)
def test_a_question_and_another_place_decide_nothing(said: str, source: str) -> None:
    assert judged(STATEMENT, source, "rejected", "statement", Saying(said)).label == "unsupported"


def test_a_statement_of_an_unknown_day_is_not_asked() -> None:
    verifier = Saying("supports")
    found = judged(STATEMENT, REWORDED, "rejected", "statement", verifier, day=None)
    assert found.label == "unsupported"
    assert verifier.asked == []


def test_all_is_asked_at_once_and_of_three_candidates_a_claim() -> None:
    verifier = Saying("neither")
    source = " ".join(f"Town {name} got a new harbour plan." for name in ("A", "B", "C", "D", "E"))
    claim = claim_in(STATEMENT, "rejected", "statement")
    case = Case(claim, candidates(source), (claim,), STATEMENT)
    judge_all([case, case], Periods(), None, verifier)
    assert verifier.calls == 1
    single = [pair for pair in verifier.asked if pair[1].count(".") == 1]
    assert len(single) == 3
    assert len(set(verifier.asked)) == len(verifier.asked)


def test_the_rarest_shared_words_come_first() -> None:
    found = candidates("The council met. The council of Port Elin met. The harbour was sold.")
    claim = claim_in(STATEMENT, "rejected", "statement")
    assert nearest_first(Case(claim, found, (), STATEMENT))[-1] == 0
