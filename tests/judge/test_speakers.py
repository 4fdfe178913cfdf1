"""Quotations judged: who spoke, what was changed, and what is no change."""

import datetime as dt

import pytest

from factcheck.config import Periods
from factcheck.corpus.passages import passages_of
from factcheck.judge import judge
from factcheck.schema import Candidate
from factcheck.segment import segment
from tests.judge.reading import DAY, claim_in, read, verdict_on

TAX = "We shall not raise taxes for farmers this year"
RAISED = "We shall raise taxes for farmers this year"
FOUND, ALTERED = ("corroborated", "quote-found"), ("conflicting", "quote-altered")
OTHER = ("conflicting", "speaker-differs")
OPEN = "unsupported"

JUDGED: dict[str, tuple[str, str, tuple[str, str] | str]] = {
    # an office on one side, a name on the other
    "the source names the minister": (
        f'"{TAX}," the finance minister said.',
        f'"{TAX}," said Ana Reyes, the finance minister.',
        FOUND,
    ),
    "the source names the minister, altered": (
        f'"{RAISED}," the finance minister said.',
        f'"{TAX}," said Ana Reyes, the finance minister.',
        ALTERED,
    ),
    "the draft names the minister": (
        f'"{TAX}," said Finance Minister Ana Reyes.',
        f'"{TAX}," the finance minister said.',
        FOUND,
    ),
    "the draft names the minister, altered": (
        f'"{RAISED}," said Finance Minister Ana Reyes.',
        f'"{TAX}," the finance minister said.',
        ALTERED,
    ),
    "the same office on both sides, altered": (
        f'"{RAISED}," the finance minister said.',
        f'"{TAX}," said the finance minister.',
        ALTERED,
    ),
    "another office": (
        f'"{TAX}," said Omar Haddad, the health minister.',
        f'"{TAX}," the finance minister said.',
        OPEN,
    ),
    "another office, altered": (
        f'"{RAISED}," said Omar Haddad, the health minister.',
        f'"{TAX}," the finance minister said.',
        OPEN,
    ),
    "the office of another country": (
        f'"{RAISED}," the Norland finance minister said.',
        f'"{TAX}," said Ana Reyes, the Sudmark finance minister.',
        OPEN,
    ),
    "a former minister": (
        f'"{RAISED}," the finance minister said.',
        f'"{TAX}," said Ana Reyes, the former finance minister.',
        OPEN,
    ),
    # names
    "a surname": (f'"{TAX}," Ana Reyes said.', f'"{TAX}," Reyes said.', FOUND),
    "a surname, altered": (f'"{RAISED}," Ana Reyes said.', f'"{TAX}," Ms Reyes said.', ALTERED),
    "another person": (f'"{TAX}," Omar Haddad said.', f'"{TAX}," Ana Reyes said.', OTHER),
    "another person, altered": (
        f'"{RAISED}," Omar Haddad said.',
        f'"{TAX}," Ana Reyes said.',
        OPEN,
    ),
    "a brother": (f'"{TAX}," Luis Reyes said.', f'"{TAX}," Ana Reyes said.', FOUND),
    "a pronoun": (f'"{TAX}," Ana Reyes said.', f'"{TAX}," she said.', FOUND),
    "nobody, altered": (f'"{RAISED}," Ana Reyes said.', f'"{TAX}," she said.', OPEN),
    # forms
    "curly and straight": (f"“{TAX},” Ana Reyes said.", f"'{TAX},' Ana Reyes said.", FOUND),
    "quoted in part": (
        'Ana Reyes said they would not "raise taxes for farmers".',
        f'"{TAX}," Ana Reyes said.',
        FOUND,
    ),
    "a part that was never said": (
        'Ana Reyes promised to "build a harbour for farmers".',
        f'"{TAX}," Ana Reyes said.',
        OPEN,
    ),
    "an ellipsis": (
        '"We shall not raise taxes ... this year," Ana Reyes said.',
        f'"{TAX}," Ana Reyes said.',
        FOUND,
    ),
    "an ellipsis over the negation": (
        '"We shall ... raise taxes for farmers this year," Ana Reyes said.',
        f'"{TAX}," Ana Reyes said.',
        OPEN,
    ),
    "a gloss": (
        '"We [the government] shall not raise taxes for farmers this year," Ana Reyes said.',
        f'"{TAX}," Ana Reyes said.',
        FOUND,
    ),
    "interrupted in the source": (
        f'"{TAX}," Ana Reyes said.',
        '"We shall not raise taxes," Ana Reyes said, "for farmers this year."',
        FOUND,
    ),
    "interrupted in the draft": (
        '"We shall not raise taxes," Ana Reyes said, "for farmers this year."',
        f'"{TAX}," Ana Reyes said.',
        FOUND,
    ),
    "without marks in the source": (
        f'"{TAX}," Ana Reyes said.',
        f"ANA REYES: Let me say it once more. {TAX}.",
        FOUND,  # the turn goes on, though the sentence itself names nobody
    ),
    "a turn altered": (f'"{RAISED}," Ana Reyes said.', f"MINISTER REYES: {TAX}.", ALTERED),
    "another turn": (
        f'"{TAX}," Ana Reyes said.',
        f"ANA REYES: No, no.\nOMAR HADDAD: {TAX}.",
        OTHER,
    ),
    "a part of a turn": (
        '"Taxes for farmers this year," Ana Reyes said.',
        f"Q: And then?\nREYES: Well, {TAX}, as I said before.",
        FOUND,
    ),
    "what was asked": (
        '"Will you raise the taxes of farmers this year?" Ana Reyes said.',
        "Ana Reyes spoke.\nQUESTION: Will you raise the taxes of farmers this year?",
        OPEN,
    ),
    "a verb turned by a negation": (
        '"That does not hold for trams and ferries," Ana Reyes said.',
        "ANA REYES: We will pay. That holds for trams and ferries.",
        ALTERED,
    ),
    "a negation before another verb": (
        '"That does not matter to trams and ferries," Ana Reyes said.',
        "ANA REYES: We will pay. That holds for trams and ferries.",
        OPEN,
    ),
    # content
    "a modal": (
        '"We must leave Norland before the winter storms," Ana Reyes said.',
        '"We should leave Norland before the winter storms," Ana Reyes said.',
        ALTERED,
    ),
    "a numeral": (
        '"We lost 40 farms in the valley on that day," Ana Reyes said.',
        '"We lost 14 farms in the valley on that day," Ana Reyes said.',
        ALTERED,
    ),
    "a numeral in words": (
        '"We lost 4 farms in the valley on that day," Ana Reyes said.',
        '"We lost four farms in the valley on that day," Ana Reyes said.',
        FOUND,
    ),
    "a qualifier": (
        '"We lost nearly all farms in the valley that day," Ana Reyes said.',
        '"We lost all farms in the valley that day," Ana Reyes said.',
        ALTERED,
    ),
    "an article": (
        '"We lost the farms in a valley that day," Ana Reyes said.',
        '"We lost farms in the valley that day," Ana Reyes said.',
        OPEN,
    ),
    "a spelling": (
        '"We honour the labour of the centre today," Ana Reyes said.',
        '"We honor the labor of the center today," Ana Reyes said.',
        FOUND,
    ),
    "a name by ear": (
        '"They fled the town of Hasakeh before the winter storms," Ana Reyes said.',
        '"They fled the town of Hasakah before the winter storms," Ana Reyes said.',
        OPEN,
    ),
    "a group by another name": (
        '"They fled from Daesh before the winter storms came," Ana Reyes said.',
        '"They fled from ISIL before the winter storms came," Ana Reyes said.',
        FOUND,
    ),
    "another country": (
        '"They came from Austria before the winter storms," Ana Reyes said.',
        '"They came from Australia before the winter storms," Ana Reyes said.',
        ALTERED,
    ),
    "another saying": (
        '"The flood has taken everything from our valley," Ana Reyes said.',
        f'"{TAX}," Ana Reyes said.',
        OPEN,
    ),
    # translations
    "a translation, another word": (
        '"We shall not lift taxes for farmers this year," Ana Reyes said.',
        f'"{TAX}," Ana Reyes said through an interpreter.',
        OPEN,
    ),
    "a translation, a negation": (
        f'"{RAISED}," Ana Reyes said.',
        f'"{TAX}," Ana Reyes said through an interpreter.',
        ALTERED,
    ),
    "no translation, another word": (
        '"We shall not lift taxes for farmers this year," Ana Reyes said.',
        f'"{TAX}," Ana Reyes said.',
        ALTERED,
    ),
}


@pytest.mark.parametrize("row", JUDGED.values(), ids=JUDGED.keys())
def test_a_quote_is_judged(row: tuple[str, str, tuple[str, str] | str]) -> None:
    draft, source, expected = row
    verdict = verdict_on(draft, source, "", "quote")
    found = (verdict.label, verdict.reason)
    assert found == expected or found[0] == expected


def test_what_differs_is_marked_over_line_breaks() -> None:
    draft = '"We lost 40\n   farms in the valley on that day," Ana Reyes said.'
    source = '"We lost 14 farms\n  in the valley on that\nday," Ana Reyes said.'
    verdict = verdict_on(draft, source, "", "quote")
    evidence = verdict.evidence[0]
    start = verdict.claim.span.start
    assert [verdict.claim.text[s.start - start : s.end - start] for s in evidence.differs] == ["40"]
    passage = evidence.passage
    offset = passage.span.start
    marked = [passage.text[s.start - offset : s.end - offset] for s in evidence.source_differs]
    assert marked == ["14"]


OFFICES: dict[str, tuple[str, str, int, tuple[str, str] | str]] = {
    "same": (
        "Finance Minister Ana Reyes left.",
        "Ana Reyes, the finance minister, left.",
        0,
        ("corroborated", "role-agrees"),
    ),
    "another name of it": (
        "Army spokeswoman Ana Reyes left.",
        "Ana Reyes, an army press secretary, left.",
        0,
        ("corroborated", "role-agrees"),
    ),
    "another cabinet post": (
        "Finance Minister Ana Reyes left.",
        "Ana Reyes, the health minister, left.",
        0,
        ("conflicting", "role-differs"),
    ),
    "the deputy": (
        "The mayor of Osterburg, Ana Reyes, left.",
        "Ana Reyes, the deputy mayor of Osterburg, left.",
        0,
        ("conflicting", "role-differs"),
    ),
    "another holder": (
        "The mayor of Osterburg, Omar Haddad, left.",
        "Ana Reyes, the mayor of Osterburg, left.",
        0,
        ("conflicting", "role-differs"),
    ),
    "another holder, long ago": (
        "The mayor of Osterburg, Omar Haddad, left.",
        "Ana Reyes, the mayor of Osterburg, left.",
        400,
        OPEN,
    ),
    "another holder, five months ago": (
        "The mayor of Osterburg, Omar Haddad, left.",
        "Ana Reyes, the mayor of Osterburg, left.",
        150,
        ("unsupported", "only-outdated"),
    ),
    "another mayor elsewhere": (
        "The mayor of Osterburg, Omar Haddad, left.",
        "Ana Reyes, the mayor of Westerburg, left.",
        0,
        OPEN,
    ),
    "another spokesman": (
        "Army spokesman Omar Haddad left.",
        "Army spokeswoman Ana Reyes left.",
        0,
        OPEN,
    ),
    "another member": (
        "Council member Omar Haddad left.",
        "Council member Ana Reyes left.",
        0,
        OPEN,
    ),
    "another deputy": (
        "The deputy mayor of Osterburg, Omar Haddad, left.",
        "The deputy mayor of Osterburg, Ana Reyes, left.",
        0,
        OPEN,
    ),
    "another commander": (
        "Army commander Omar Haddad left.",
        "Army commander Ana Reyes left.",
        0,
        OPEN,
    ),
    "another analyst": (
        "Halden Bank analyst Omar Haddad left.",
        "Halden Bank analyst Ana Reyes left.",
        0,
        OPEN,
    ),
    "elected, then in office": (
        "President Ana Reyes of Norland left.",
        "The president-elect of Norland, Ana Reyes, left.",
        60,
        OPEN,
    ),
    "acting": (
        "The mayor of Osterburg, Ana Reyes, left.",
        "The acting mayor of Osterburg, Ana Reyes, left.",
        0,
        OPEN,
    ),
    "former": (
        "The mayor of Osterburg, Ana Reyes, left.",
        "The former mayor of Osterburg, Ana Reyes, left.",
        0,
        OPEN,
    ),
    "older title": (
        "Finance Minister Ana Reyes left.",
        "Ana Reyes, the health minister, left.",
        400,
        ("unsupported", "only-outdated"),
    ),
    "a successor": (
        "Finance Minister Omar Haddad of Norland left.",
        "Ana Reyes succeeded Omar Haddad as finance minister of Norland.",
        0,
        ("conflicting", "role-differs"),
    ),
    "another company": (
        "Ana Reyes, chief executive of Halden Optics, left.",
        "Ana Reyes, chief executive of Brightlens, left.",
        0,
        ("conflicting", "role-differs"),
    ),
    "finance chief": (
        "Ana Reyes, chief executive of Halden Optics, left.",
        "Ana Reyes, chief financial officer of Halden Optics, left.",
        0,
        ("conflicting", "role-differs"),
    ),
    "two offices at once": (
        "Ana Reyes, chair of Halden Optics, left.",
        "Ana Reyes, chief executive of Halden Optics, left.",
        0,
        OPEN,
    ),
    "a rank and an office": (
        "General Ana Reyes left.",
        "Army spokeswoman Ana Reyes left.",
        0,
        OPEN,
    ),
    "a namesake": (
        "Finance Minister Ana Reyes left.",
        "Luis Reyes, the health minister, left.",
        0,
        OPEN,
    ),
}


@pytest.mark.parametrize("row", OFFICES.values(), ids=OFFICES.keys())
def test_an_office_is_judged(row: tuple[str, str, int, tuple[str, str] | str]) -> None:
    draft, source, age, expected = row
    verdict = verdict_on(draft, source, "", "role", DAY - dt.timedelta(days=age))
    found = (verdict.label, verdict.reason)
    assert found == expected or found[0] == expected


def test_what_differs_behind_the_first_sentence_is_told() -> None:
    draft = '"It was calm. We lost 40 farms in the valley on that day," Ana Reyes said.'
    verdict = verdict_on(draft, draft.replace("40", "14"), "", "quote")
    assert verdict.reason == "quote-altered"
    assert "“40”" in verdict.explanation
    assert "“14”" in verdict.explanation


def test_a_quote_is_found_by_its_second_sentence() -> None:
    source = '"It was calm here. We lost 14 farms in the valley on that day," Ana Reyes said.'
    document, claims = read(source, "source.txt")
    passages, held = passages_of(document, segment(document), claims)
    second = [
        Candidate(passage, inside, 0.5)
        for passage, inside in zip(passages, held, strict=True)
        if "14 farms" in passage.text
    ]
    draft = '"We lost 40 farms in the valley on that day," Ana Reyes said.'
    verdict = judge(claim_in(draft, "40", "quote"), second, Periods())
    assert (verdict.label, verdict.reason) == ("conflicting", "quote-altered")
    assert "“14”" in verdict.explanation
