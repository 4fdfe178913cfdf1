"""One event told of another place or actor: what must agree before the name may conflict."""

import pytest

from tests.judge.reading import verdict_on

SOURCE = (
    "On 6 June 2023 a Red Lantern convoy of 17 lorries brought 230 tonnes of flour to the town "
    "of Hamrun."
)
ELSEWHERE = SOURCE.replace("Hamrun", "Telmin")


def test_another_place_of_one_event_conflicts() -> None:
    verdict = verdict_on(ELSEWHERE, SOURCE, "17")
    assert (verdict.label, verdict.reason) == ("conflicting", "entity-differs")
    assert "names Telmin" in verdict.explanation
    assert "of Hamrun" in verdict.explanation
    (marked,) = verdict.evidence[0].source_differs
    passage = verdict.evidence[0].passage
    start = passage.span.start
    assert passage.text[marked.start - start : marked.end - start] == "Hamrun"


@pytest.mark.parametrize(
    ("draft", "why"),
    [
        (ELSEWHERE.replace("6 June", "5 June"), "another day"),
        (ELSEWHERE.replace("On 6 June 2023 a", "A"), "no day"),
        (ELSEWHERE.replace("230", "240"), "another figure"),
        (ELSEWHERE.replace("Red Lantern", "Blue Cross"), "two names differ"),
        (ELSEWHERE.replace("17 lorries", "over 17 lorries"), "a bound"),
        (ELSEWHERE.replace("Red Lantern ", "").replace(" brought 230 tonnes of flour", " came"),
         "one particular only"),
        (ELSEWHERE.replace("convoy", "team").replace("brought", "burnt").replace("flour", "oil")
         .replace("lorries", "sheds"), "another thing"),
    ],
)  # fmt: skip
def test_less_than_that_never_conflicts(draft: str, why: str) -> None:
    assert (verdict_on(draft, SOURCE, "17").label, why) == ("unsupported", why)


def test_few_dead_of_one_day_may_be_of_two_attacks() -> None:
    draft = "On 6 June 2023 shells killed 3 people in Telmin, Norland."
    assert verdict_on(draft, draft.replace("Telmin", "Hamrun"), "3").label == "unsupported"


def test_the_right_place_in_another_passage_outweighs_it() -> None:
    verdict = verdict_on(ELSEWHERE, f"{SOURCE} {ELSEWHERE}", "17")
    assert verdict.label == "corroborated"
