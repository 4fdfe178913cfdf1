"""Papers that print one text are one witness; who is credited is told apart from what is said."""

from pathlib import Path

import pytest

from factcheck.schema import Verdict
from tests.judge.telling import Source, verdict_on

DRAFT = "The war in Norland has killed 8,219 people so far."
TOLD = "Since it began three years ago the war in Norland has killed 8,219 people so far."
OTHER = "A count of the graves puts those killed so far in the war in Norland at 8,219 people."


def remarks(*sources: Source, draft: str = DRAFT, words: str = "8,219") -> tuple[str, ...]:
    found = verdict_on(draft, words, *sources)
    assert found.label == "corroborated", found
    return found.remarks


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ([Source(TOLD)], True),
        ([Source(TOLD), Source(f"NORWICK (Agency) - {TOLD}", 1)], True),
        ([Source(TOLD), Source(TOLD.replace("three", "four"))], True),
        ([Source(f"{TOLD} {OTHER}")], True),
        ([Source(TOLD), Source(OTHER)], False),
        ([Source(TOLD, 0, "The Gazette"), Source(OTHER, 0, "The Herald")], False),
        ([Source(TOLD, 0, "The Gazette"), Source(OTHER, 0, "The Gazette")], True),
        ([Source(TOLD), Source(TOLD.replace("8,219", "9,400"))], True),
    ],
    ids=[
        "one source",
        "an agency text printed twice",
        "one changed word",
        "one document",
        "two tellings",
        "two papers",
        "one paper twice",
        "one that agrees and one that differs",
    ],
)
def test_one_witness_only_is_remarked(sources: list[Source], expected: bool) -> None:
    assert ("single-source" in remarks(*sources)) is expected


def test_a_chain_of_copies_is_one_witness() -> None:
    first = TOLD
    second = first.replace("three years ago", "two winters ago")
    third = second.replace("the war in Norland has", "fighting in Norland")
    assert "single-source" not in remarks(Source(first), Source(third))
    assert "single-source" in remarks(Source(first), Source(second), Source(third))


def test_two_papers_that_credit_one_body_are_one_witness() -> None:
    one = "The war in Norland has killed 8,219 people so far, the Norland Observatory said."
    two = "The Observatory said those killed so far in the war in Norland were 8,219 people."
    sources = Source(one, 0, "The Gazette"), Source(two, 0, "The Herald")
    assert "single-source" in remarks(*sources)


def test_a_figure_given_as_the_witness_s_own_needs_no_other() -> None:
    draft = f"{DRAFT[:-1]}, the Norland Observatory said."
    assert "single-source" not in remarks(Source(TOLD, 0, "Norland Observatory"), draft=draft)
    assert "single-source" in remarks(Source(TOLD, 0, "The Gazette"), draft=draft)


@pytest.mark.parametrize(
    ("draft", "words", "kind"),
    [
        ("Ana Reyes, the finance minister of Norland, opened the bridge.", "Reyes", "role"),
        ("The bridge of Essel in Norland opened on 3 May 2021.", "3 May 2021", "date"),
        ("Mount Osk in Norland is 2,112 metres high.", "2,112", "quantity"),
        ("Ana Reyes of Norland, 43, opened the bridge.", "43", "quantity"),
        ('"We will not raise the taxes of Norland," Ana Reyes said.', "raise", "quote"),
    ],
)
def test_what_one_looks_up_needs_one_source(draft: str, words: str, kind: str) -> None:
    found = verdict_on(draft, words, Source(draft), kind=kind)
    assert found.label == "corroborated"
    assert "single-source" not in found.remarks


def other_attribution(draft: str, *sources: str) -> bool:
    found = verdict_on(draft, "8,219", *(Source(text) for text in sources))
    assert found.label == "corroborated"
    return "other-attribution" in found.remarks


def said_by(body: str) -> str:
    return f"{DRAFT[:-1]}, {body} said."


def test_a_figure_of_another_body_is_remarked() -> None:
    mine, theirs = said_by("the Norland Monitoring Group"), said_by("the United Nations")
    assert other_attribution(mine, theirs)
    assert other_attribution(mine, theirs, TOLD)
    assert not other_attribution(mine, theirs, mine)


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("the United Nations", "Ana Reyes"),  # who may speak for it
        ("the Norland Monitoring Group", "the Monitoring Group"),
        ("the Norland Monitoring Group", "the Sudland Monitoring Group"),
        ("the WHO", "the World Health Organization"),
    ],
)
def test_who_may_be_the_same_is_not_remarked(mine: str, theirs: str) -> None:
    assert not other_attribution(said_by(mine), said_by(theirs))


def test_where_a_side_credits_nobody_nothing_is_remarked() -> None:
    assert not other_attribution(said_by("the United Nations"), TOLD)
    assert not other_attribution(DRAFT, said_by("the United Nations"))


def shown(verdict: Verdict) -> list[str]:
    return [Path(e.passage.origin.path).stem for e in verdict.evidence]


def test_other_tellings_are_shown_before_copies() -> None:
    copies = [Source(TOLD.replace("three", word)) for word in ("three", "four", "two", "five")]
    found = verdict_on(DRAFT, "8,219", *copies, Source(OTHER), Source("Norland is at war."))
    first = shown(found)[0]
    assert shown(found)[1] == "source4"
    assert shown(found)[2] == "source5"
    assert sorted(shown(found)) == [f"source{n}" for n in range(6)]
    assert first in {"source0", "source1", "source2", "source3"}


def test_the_source_that_disagrees_is_shown_second() -> None:
    sources = [Source(f"{OTHER[:-1]}, {who}.") for who in ("it said", "we learned", "all agree")]
    found = verdict_on(DRAFT, "8,219", *sources, Source(DRAFT.replace("8,219", "9,400")))
    assert "sources-disagree" in found.remarks
    assert [e.relation for e in found.evidence[:2]] == ["agrees", "differs"]


def test_both_sides_are_shown_where_the_sources_disagree() -> None:
    lower = [Source(DRAFT.replace("8,219", f"{n},100")) for n in (5, 6, 7)]
    found = verdict_on(DRAFT, "8,219", *lower, Source(DRAFT.replace("8,219", "9,400")))
    assert found.reason == "sources-disagree"
    figures = [e.other.text for e in found.evidence[:2] if e.other]
    assert "9,400" in figures
    assert len(figures) == 2
