"""What may not change a verdict: the order of the sources, an idle one more, a copy of one."""

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.config import Periods, Sources
from factcheck.judge import judge
from factcheck.schema import Candidate, Verdict
from tests.judge.reading import claim_in
from tests.judge.telling import Source, candidates_of

TEXTS = (
    "The war in Norland has killed {} people so far.",
    "A count of the graves puts those killed so far in the war in Norland at {} people.",
    "So far {} people have been killed in the war in Norland, the United Nations said.",
    "An earlier version of this article said the war in Norland has killed {} people so far.",
)
IDLE = (
    "The football club of Sudmark won the cup for the third year running.",
    "Ana Reyes opened the library of Westhaven with a speech about old maps and ships.",
)
CLAIM = claim_in(TEXTS[0].format("8,219"), "8,219", "quantity")

told = st.builds(
    lambda text, figure, days, publisher: Source(text.format(figure), days, publisher),
    st.sampled_from(TEXTS),
    st.sampled_from(["8,219", "8,200", "7,100", "9,400", "more than 8,000"]),
    st.sampled_from([-200, -40, -9, -3, -1, 0, 1, 20]),
    st.sampled_from(["", "The Gazette", "The Herald"]),
)
sources = st.lists(told, max_size=5)
ranks = st.sampled_from([Sources(), Sources(ranks=(("The Gazette", 1),))])


def judged(candidates: list[Candidate], ranked: Sources) -> Verdict:
    return judge(CLAIM, candidates, Periods(), (), ranked)


def named(found: list[Source]) -> list[Candidate]:
    return candidates_of([s._replace(name=f"{n}.txt") for n, s in enumerate(found)])


@settings(max_examples=60, deadline=None)
@given(sources, ranks, st.randoms(use_true_random=False))
def test_the_order_of_the_candidates_does_not_matter(
    found: list[Source], ranked: Sources, chance: object
) -> None:
    candidates = named(found)
    mixed = list(candidates)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert judged(mixed, ranked) == judged(candidates, ranked)


@settings(max_examples=60, deadline=None)
@given(sources, ranks, st.sampled_from(IDLE), st.integers(-40, 1))
def test_an_idle_source_changes_nothing(
    found: list[Source], ranked: Sources, text: str, days: int
) -> None:
    candidates = named(found)
    alone = judged(candidates, ranked)
    (idle,) = candidates_of([Source(text, days, "The Gazette", name="idle.txt")])
    beside = judged([*candidates, idle], ranked)
    assert (beside.label, beside.reason, beside.remarks) == (
        alone.label,
        alone.reason,
        alone.remarks,
    )
    if alone.reason != "no-evidence":
        assert beside.evidence[:1] == alone.evidence[:1]


@settings(max_examples=100, deadline=None)
@given(st.lists(told, min_size=1, max_size=4), ranks, st.data())
def test_a_copy_of_a_source_changes_no_verdict(
    found: list[Source], ranked: Sources, data: st.DataObject
) -> None:
    candidates = named(found)
    alone = judged(candidates, ranked)
    at = data.draw(st.integers(0, len(found) - 1))
    later = data.draw(st.integers(0, 2))
    again = Source(
        f"NORWICK (Agency) - {found[at].text}",
        found[at].days + later,
        found[at].publisher,
        f"copy{at}.txt",
    )
    beside = judged([*candidates, *candidates_of([again])], ranked)
    assert (beside.label, beside.reason) == (alone.label, alone.reason)
