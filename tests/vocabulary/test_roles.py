"""The table of offices: names, exclusions, single holders."""

import tomllib
from importlib import resources

import pytest

from factcheck.vocabulary import roles


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("spokeswoman", "spokesperson"),
        ("Press Secretary", "spokesperson"),
        ("spokesmen", "spokesperson"),
        ("Foreign Secretary", "foreign minister"),
        ("minister for external affairs", "foreign minister"),
        ("Secretary of State for Health", "health minister"),
        ("secretary of defense", "defence minister"),
        ("Secretary-General", "secretary-general"),
        ("vice-president", "vice president"),
        ("deputy mayor", "deputy mayor"),
        ("assistant police chief", "deputy police chief"),
        ("shadow chancellor", "shadow chancellor"),
        ("deputy", "deputy"),
        ("senior spokesman", "spokesperson"),
        ("chief executives", "chief executive"),
        ("ministers of defence", "defence minister"),
        ("attorneys general", "attorney general"),
        ("secretaries of state", "secretary of state"),
        ("CEO", "chief executive"),
        ("chairwomen", "chair"),
    ],
)
def test_a_title_has_one_name(title: str, office: str) -> None:
    assert roles.canonical(title) == office


@pytest.mark.parametrize("title", ["", " ", "uncle", "former", "senior", "deputy " * 500])
def test_other_words_are_no_title(title: str) -> None:
    assert roles.canonical(title) is None
    assert roles.canonical(title + " aunt") is None


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("finance minister", "foreign minister", True),
        ("prime minister", "defence minister", True),
        ("president", "prime minister", True),
        ("mayor", "deputy mayor", True),
        ("chief executive", "chief financial officer", True),
        ("chief financial officer", "chief operating officer", True),
        ("president", "vice president", True),
        ("head coach", "captain", True),
        ("finance minister", "finance minister", False),
        ("chair", "chief executive", False),
        ("secretary of state", "foreign minister", False),
        ("deputy prime minister", "finance minister", False),
        ("spokesperson", "analyst", False),
        ("general", "commander", False),
        ("shepherd", "baker", False),
        ("", "", False),
    ],
)
def test_offices_that_exclude_each_other(a: str, b: str, expected: bool) -> None:
    assert roles.excludes(a, b) is expected
    assert roles.excludes(b, a) is expected


def test_one_holder_at_a_time() -> None:
    single = "president,prime minister,foreign minister,chief executive,mayor,secretary-general"
    many = "spokesperson,member of parliament,analyst,deputy mayor,commander,vice president,nobody"
    assert all(roles.is_single_holder(title) for title in single.split(","))
    assert not any(roles.is_single_holder(title) for title in many.split(","))


def test_every_form_means_an_office_that_means_itself() -> None:
    assert len(roles.titles()) > 1000
    for form, title in roles.titles().items():
        assert form == form.lower()
        assert "-" not in form
        assert roles.canonical(form) == title.office
        assert roles.canonical(title.office) == title.office, form


def test_no_form_is_written_under_two_offices() -> None:
    text = resources.files("factcheck.vocabulary").joinpath("roles.toml").read_text("utf-8")
    offices = tomllib.loads(text)["offices"]
    forms = [form for title, entry in offices.items() for form in {title, *entry.get("also", [])}]
    assert sorted(forms) == sorted(set(forms))


def test_words_before_a_title() -> None:
    assert roles.first_words()["chairman"] == len("chairman of the joint chiefs of staff".split())
    assert not roles.excludes("president", "shepherd")
    assert not roles.combines("mayor", "deputy mayor")
    assert roles.tenses()["ex"] == "former"
    assert roles.tenses()["interim"] == "acting"
    assert "senior" in roles.ornaments()
    assert roles.prefixes()["vice"] == "deputy"
