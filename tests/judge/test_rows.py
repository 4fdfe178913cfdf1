"""Every row of the verdicts page, read by the extractor and judged as one source of that day."""

import pytest

from tests.judge.reading import verdict_on

# draft, source, figure of the draft that is judged, label, reason
ROWS = [
    ("The quake killed over 8,000 people.", "8,219 people were killed by the quake.",
     "8,000", "corroborated", "bound-holds"),
    ("The quake killed over 8,000 people.", "The quake killed more than 8,600 people.",
     "8,000", "corroborated", "bound-holds"),
    ("The quake killed over 9,500 people.", "8,219 people were killed by the quake.",
     "9,500", "conflicting", "bound-violated"),
    ("The quake killed under 8,000 people.", "8,219 people were killed by the quake.",
     "8,000", "conflicting", "bound-violated"),
    ("The quake killed 8,200 people.", "8,219 people were killed by the quake.",
     "8,200", "corroborated", "value-agrees"),
    ("The quake killed roughly 8.2 thousand people.", "8,219 people were killed by the quake.",
     "8.2 thousand", "corroborated", "value-agrees"),
    ("The flood destroyed more than half a million homes.",
     "Over 500,000 homes were destroyed by the flood.",
     "half a million", "corroborated", "bound-holds"),
    ("The quake killed 9,000 people.", "The quake killed more than 8,600 people.",
     "9,000", "unsupported", "bound-only"),
    ("The quake killed 8,219 people.", "About 8,200 people were killed by the quake.",
     "8,219", "unsupported", "less-precise"),
    ("Norland deployed 500 troops to the border.", "Norland deployed 503 troops to the border.",
     "500", "unsupported", "near-value"),
    ("The repairs cost $2 billion.", "The repairs cost $2.3 billion.",
     "$2 billion", "unsupported", "near-value"),
    ("The council gave the region a GBP 40 million grant for flood repairs.",
     "A grant of about GBP 46 million for flood repairs was given to the region by the council.",
     "GBP 40 million", "conflicting", "value-differs"),
    ("The council gave the region a GBP 46 thousand grant for flood repairs.",
     "A grant of about GBP 46 million for flood repairs was given to the region by the council.",
     "GBP 46 thousand", "conflicting", "scale-differs"),
    ("The flood left hundreds of thousands of people homeless.",
     "The flood left 610,000 people homeless.",
     "hundreds of thousands", "corroborated", "value-agrees"),
    ("17 miners died in the accident.", "23 miners died in the accident.",
     "17", "conflicting", "value-differs"),
    ("17 miners died in the accident.", "23 miners were hurt in the accident.",
     "17", "unsupported", "other-subject"),
    ("A third of voters backed the plan.", "33.4% of voters backed the plan.",
     "third", "corroborated", "value-agrees"),
    ("The jobless rate rose 3 percentage points.", "The jobless rate rose 3%.",
     "3 percentage points", "conflicting", "unit-differs"),
    ("Turnout rose 3 percentage points.", "Exports rose 3%.",
     "3 percentage points", "unsupported", "other-subject"),
    ("The jobless rate fell by a third.", "The jobless rate fell from 12% to 8%.",
     "third", "corroborated", "value-agrees"),
    ("The camp lies 60 miles away from the border.",
     "The camp lies 100 km away from the border.",
     "60 miles", "corroborated", "value-agrees"),
    ("The council gets GBP 20m a year for roads.",
     "The council gets GBP 20m over five years for roads.",
     "GBP 20m", "unsupported", "not-comparable"),
    ("The council spent GBP 20m on roads.", "The council requested GBP 20m for roads.",
     "GBP 20m", "unsupported", "not-comparable"),
    ("The raid killed 40 civilians.", "The raid killed 40 people, 12 of them civilians.",
     "40", "conflicting", "value-differs"),
]  # fmt: skip


@pytest.mark.parametrize(("draft", "source", "figure", "label", "reason"), ROWS)
def test_a_row_of_the_verdicts_page(
    draft: str, source: str, figure: str, label: str, reason: str
) -> None:
    verdict = verdict_on(draft, source, figure)
    assert (verdict.label, verdict.reason) == (label, reason), verdict.explanation


def test_down_at_least_is_by_how_much_not_to_what() -> None:
    draft = "Trade at the ferry port of Norland is down at least 25 percent."
    source = "Trade at the ferry port of Norland is down 25 percent."
    assert verdict_on(draft, source, "25 percent").label == "corroborated"


def test_small_counts_conflict_only_where_name_or_words_make_them_one() -> None:
    said = "Five people, two of them guards, were taken to hospitals after the crash."
    assert verdict_on("Three people were taken to hospitals.", said, "Three").label == (
        "unsupported"
    )
    draft, source = (f"{n} people were taken to hospitals in Osterburg." for n in ("Three", "Five"))
    assert verdict_on(draft, source, "Three").label == "conflicting"
