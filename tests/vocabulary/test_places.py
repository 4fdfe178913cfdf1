"""Places and groups are known under their several names."""

import pytest

from factcheck.vocabulary import places


@pytest.mark.parametrize(
    ("written", "ours"),
    [
        ("Syrian", "Syria"),
        ("U.S.", "United States"),
        ("Britons", "United Kingdom"),
        ("Syria", "Syria"),
        ("Freedonia", None),
        ("us", None),
    ],
)
def test_a_place_has_one_name(written: str, ours: str | None) -> None:
    assert places.canonical(written) == ours


def test_a_group_has_one_name() -> None:
    assert places.canonical_group("Daesh") == places.canonical_group("ISIL") == "Islamic State"
    assert places.canonical_group("Rotary Club") is None


def test_no_name_stands_for_two_places() -> None:
    seen: dict[str, str] = {}
    for name, ours in places.tables().places.items():
        assert seen.setdefault(name, ours) == ours
    assert set(places.tables().metonyms.values()) <= set(places.tables().places.values())
