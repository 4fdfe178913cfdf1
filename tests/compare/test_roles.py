"""Persons and their offices."""

from typing import Literal

import pytest

from factcheck.compare import compare
from factcheck.schema import Role

Tense = Literal["", "former", "acting"]


def role(title: str, organisation: str = "", tense: Tense = "", person: str = "Ana Reyes") -> Role:
    return Role(person, title, organisation, tense)


def other(title: str, organisation: str = "", tense: Tense = "") -> Role:
    return role(title, organisation, tense, "Omar Haddad")


AGREES, DIFFERS = ("agrees", "role-agrees"), ("differs", "role-differs")
SUBJECT, OUTDATED = ("undecided", "other-subject"), ("undecided", "only-outdated")
NEAR = ("undecided", "near-value")
FINANCE, FOREIGN, CHIEF = "finance minister", "foreign minister", "chief executive"

ROWS: dict[str, tuple[Role, Role, tuple[str, str]]] = {
    "the same office": (role(FINANCE), role(FINANCE), AGREES),
    "the same office, by last name": (
        role(FINANCE, "Freedonia"),
        role(FINANCE, "Freedonia", person="Reyes"),
        AGREES,
    ),
    "the source names no body": (role(FINANCE, "Freedonia"), role(FINANCE), AGREES),
    "the draft names no body": (role(FINANCE), role(FINANCE, "Freedonia"), AGREES),
    "a part of the body's name": (
        role(CHIEF, "Acme"),
        role(CHIEF, "the Acme Steel Corporation"),
        AGREES,
    ),
    "initials": (
        role(CHIEF, "Bank of Acme"),
        role(CHIEF, "BA"),
        AGREES,
    ),
    "initials with small words": (role(CHIEF, "B.O.A."), role(CHIEF, "Bank of Acme"), AGREES),
    "a country under two names": (
        role(FINANCE, "U.S."),
        role(FINANCE, "United States"),
        AGREES,
    ),
    "a seat of government and its country": (
        role("spokesperson", "White House"),
        role("spokesperson", "United States"),
        AGREES,
    ),
    "another country": (role(FINANCE, "Iraq"), role(FINANCE, "Iran"), DIFFERS),
    "another company": (role(CHIEF, "Acme"), role(CHIEF, "Globex"), DIFFERS),
    "bodies that share a word": (
        role(CHIEF, "Acme Steel"),
        role(CHIEF, "Acme Rubber"),
        NEAR,
    ),
    "a country and a body": (role(CHIEF, "Iraq"), role(CHIEF, "Globex"), NEAR),
    "a title of many bodies": (role("member", "Acme"), role("member", "Globex"), NEAR),
    "another cabinet post": (role(FINANCE), role(FOREIGN), DIFFERS),
    "another post of the same cabinet": (
        role(FINANCE, "Iraq"),
        role(FOREIGN, "Iraqi"),
        DIFFERS,
    ),
    "a post of another cabinet": (role(FINANCE, "Iraq"), role(FOREIGN, "Iran"), SUBJECT),
    "head and deputy": (role("mayor"), role("deputy mayor"), DIFFERS),
    "offices of one company": (
        role(CHIEF, "Acme"),
        role("chief financial officer", "Acme"),
        DIFFERS,
    ),
    "offices that go together": (role("party leader"), role("prime minister"), SUBJECT),
    "another holder": (role(FINANCE, "Iraq"), other(FINANCE, "Iraq"), DIFFERS),
    "another holder, one body unnamed": (role(FINANCE, "Iraq"), other(FINANCE), SUBJECT),
    "another holder in another country": (role(FINANCE, "Iraq"), other(FINANCE, "Iran"), SUBJECT),
    "another spokesperson": (
        role("spokesperson", "Acme"),
        other("spokesperson", "Acme"),
        SUBJECT,
    ),
    "another deputy": (
        role("deputy mayor", "Acme"),
        other("deputy mayor", "Acme"),
        SUBJECT,
    ),
    "another person in another office": (role(FINANCE), other(FOREIGN), SUBJECT),
    "perhaps another person": (role(FINANCE), role(FINANCE, person="Luis Reyes"), SUBJECT),
    "no name": (role(FINANCE), role(FINANCE, person=""), SUBJECT),
    "former for present": (role(FINANCE), role(FINANCE, tense="former"), OUTDATED),
    "present for former": (role(FINANCE, tense="former"), role(FINANCE), OUTDATED),
    "both former": (role(FINANCE, tense="former"), role(FINANCE, tense="former"), AGREES),
    "another office, formerly": (role(FINANCE), role(FOREIGN, tense="former"), OUTDATED),
    "an office that goes together, formerly": (
        role("party leader"),
        role("prime minister", tense="former"),
        SUBJECT,
    ),
    "two former offices": (
        role(FINANCE, tense="former"),
        role(FOREIGN, tense="former"),
        SUBJECT,
    ),
    "two former bodies": (
        role(CHIEF, "Acme", "former"),
        role(CHIEF, "Globex", "former"),
        NEAR,
    ),
    "two former holders": (
        role(FINANCE, "Iraq", "former"),
        other(FINANCE, "Iraq", "former"),
        SUBJECT,
    ),
    "a former holder": (role(FINANCE, "Iraq"), other(FINANCE, "Iraq", "former"), OUTDATED),
    "acting for holding": (role(FINANCE), role(FINANCE, tense="acting"), NEAR),
    "both acting": (role(FINANCE, tense="acting"), role(FINANCE, tense="acting"), AGREES),
    "acting in another office": (role(FINANCE), role(FOREIGN, tense="acting"), NEAR),
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
def test_row(row: tuple[Role, Role, tuple[str, str]]) -> None:
    draft, source, expected = row
    found = compare(draft, source)
    assert (found.relation, found.reason) == expected


def test_an_unnamed_body_is_the_same_one_only_when_that_is_certain() -> None:
    draft, source = role(FINANCE, "Iraq"), other(FINANCE)
    assert compare(draft, source, certain=True).reason == "role-differs"
    assert compare(draft, source).reason == "other-subject"
