"""Checkable sentences without a value."""

import pytest

from factcheck.extract.statements import find_statement
from factcheck.pipeline import read_claims
from factcheck.readers import read_text
from factcheck.schema import Statement
from factcheck.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "subject", "verb", "negated"),
    [
        ("The Freedonian Army declined to comment.", "Freedonian Army", "decline", False),
        ("On Monday, Ana Reyes resigned.", "Ana Reyes", "resign", False),
        ("On Monday Ana Reyes resigned.", "Ana Reyes", "resign", False),
        ("The US no longer recognizes the government of Freedonia.", "US", "recognize", True),
        ("Ana Reyes, the finance minister, did not sign the treaty.", "Ana Reyes", "sign", True),
        ("Ana Reyes didn't sign the treaty.", "Ana Reyes", "sign", True),
        ("Tomas Okafor will travel to Osterburg this week.", "Tomas Okafor", "travel", False),
        ("Tomas Okafor was arrested at the airport.", "Tomas Okafor", "be arrest", False),
        ("Borden's rivals declined to comment.", "Borden's rivals", "decline", False),
        ("France launches a rocket.", "France", "launch", False),
        ("Ana Kelly signed the treaty.", "Ana Kelly", "sign", False),
        ("Meanwhile Ana Reyes quit.", "Ana Reyes", "quit", False),
        ("The council unanimously approved it.", "council", "approve", False),
        ("US forces left Freedonia; it rained.", "US forces", "leave", False),
        ("France has rejected the plan.", "France", "reject", False),
        ("The government approved the law, a surprise.", "government", "approve", False),
        ("The captain was the first to leave the ship.", "captain", "leave", False),
        ("Ana Reyes was the only councillor to reject it.", "Ana Reyes", "reject", False),
        ("Ana Reyes was not the last to leave the ship.", "Ana Reyes", "leave", True),
        ("The mayor declined to comment.", "mayor", "decline", False),
        ("The company's chief executive resigned.", "company's chief executive", "resign", False),
        ("Belgrove, which runs the ferry, declined to comment.", "Belgrove", "decline", False),
        ("Belgrove, the owner of the ferry, rejected the offer.", "Belgrove", "reject", False),
        ("Vale Hydro (formerly Vale Water) declined to comment.", "Vale Hydro", "decline", False),
        ("Its appeal against the fine was dismissed by the court.",
         "Its appeal against the fine", "be dismiss", False),
        ("Her party rejected the plan.", "Her party", "reject", False),
        ("Their protest at the noise was upheld by the club.",
         "Their protest at the noise", "be uphold", False),
        ("The club's bid to host the final was rejected by the league.",
         "club's bid to host the final", "be reject", False),
        ("The plan for a second pier was approved by the council.",
         "plan for a second pier", "be approve", False),
        ("The licence for the mine was not granted by the ministry.",
         "licence for the mine", "be grant", True),
        ("The company has not asked the court to delay the trial.", "company", "ask", True),
        ("The ministry has refused to include the rebels, but talks may follow.",
         "ministry", "refuse", False),
        ("Talks dragged on, the ministry has refused to include the rebels.",
         "ministry", "refuse", False),
        ("The court acquitted the mayor.", "court", "acquit", False),
        ("Ana Reyes was not sacked.", "Ana Reyes", "be sack", True),
        ("The theatre denied that it had known of the crack.", "theatre", "deny", False),
        ("The growers did not approve a cap on prices.", "growers", "approve", True),
        ("Belgrove declined to name a date.", "Belgrove", "decline", False),
        ("Parliament ratified the treaty.", "Parliament", "ratify", False),
        ("Belgrove was fined by the court.", "Belgrove", "be fine", False),
        ("The growers turned the offer down.", "growers", "reject", False),
        ("The council voted by seven to four against the plan.", "council", "oppose", False),
        ("The mayor stepped down.", "mayor", "resign", False),
        ("The strike was called off by the union.", "strike", "be cancel", False),
        ("Ana Reyes was not found guilty of theft.", "Ana Reyes", "be convict", True),
        ("Vale Hydro ruled out a sale.", "Vale Hydro", "exclude", False),
        ("Vale Hydro backed out of the deal.", "Vale Hydro", "withdraw", False),
    ],
)  # fmt: skip
def test_statement(text: str, subject: str, verb: str, negated: bool) -> None:
    reading = find_statement(text, tokenize(text))
    assert reading is not None
    assert reading.value == Statement(subject, verb, negated)
    told = text[reading.span.start :].removeprefix("The ").removeprefix("the ")
    assert told.startswith(subject)


def test_a_plural_is_a_name_where_the_document_writes_it_so() -> None:
    text = "Halls declined to comment."
    assert find_statement(text, tokenize(text)) is None
    assert find_statement(text, tokenize(text), {"Halls"}) is not None
    text = "Belgrove lifted the ban."
    assert find_statement(text, tokenize(text)) is None
    assert find_statement(text, tokenize(text), {"Belgrove"}) is not None


def test_the_span_ends_with_the_main_clause() -> None:
    text = "The government approved the law, a move that angered many."
    reading = find_statement(text, tokenize(text))
    assert reading is not None
    assert text[reading.span.start : reading.span.end] == "The government approved the law"


def test_what_it_was_done_to_stands_before_a_clause_behind_it() -> None:
    text = "The talks went on, a step that the council rejected."
    reading = find_statement(text, tokenize(text))
    assert reading is not None
    assert text[reading.span.start : reading.span.end] == "step that the council rejected"
    assert reading.value == Statement("council", "reject", negated=False)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Reyes may resign.",
        "If Ana Reyes resigns, the party votes.",
        "Did the ministry decline to comment?",
        "We rejected the plan.",
        "He resigned.",
        "The army coat hat shoe key cup pen ink box jar lid rim bed sea left.",
        "Ana Reyes did not really",
        "The army launched, which was bad.",
        "France air strikes kill many in Osterburg.",
        "The Freedonian man charged by Sylvania pleads guilty.",
        "France strikes",
        "Ana Reyes, the mayor of Osterburg.",
        "Ana Reyes never.",
        "Ana Reyes has Freedonian friends.",
        "The mayor of the old town by the wide and slow river of the south of all the land left.",
        "Osterburg was rejecting it.",
        "Freedonia did rejected it.",
        "Freedonia has reject it.",
        "Across the land Freedonia left.",
        "Ana Reyes praised the ministry and left.",
        "Critics rejected it.",
        "Ana Reyes agreed.",
        "Militants seized a town.",
        "Photo by: Reuters",
        "Government approves new law",
        "The soldiers captured in Freedonia were released.",
        "Freedonia will win.",
        "Ana Reyes said it rained.",
        "The plan is good.",
        "Its future was uncertain.",
        "Trains, which were late, returned.",
        "Critics, the loudest in years, rejected the plan.",
        "The man in the boat off the coast left.",
        "Its protest may be rejected by the jury.",
        "The plan rejected by the council was good.",
        "A licence for the mine was granted by the ministry.",
        "The licence for the mine was granted by a friend.",
        "The talks went on, a step that critics rejected.",
        "The talks went on, a step that the many rejected.",
        "The council (which met, rejected the plan.",
        "The many rejected the plan.",
        "The road ended at the sea.",
        "Belgrove ended at the sea.",
        "People rejected the plan.",
        "",
        ".",
    ],
)
def test_no_statement(text: str) -> None:
    assert find_statement(text, tokenize(text)) is None


def test_a_sentence_is_listed_beside_an_ordinal_but_not_beside_a_figure() -> None:
    def kinds(text: str) -> set[str]:
        return {claim.kind for claim in read_claims(read_text(text, "draft"))}

    assert kinds("The captain was the first to leave the ship.") == {"quantity", "statement"}
    assert kinds("The captain left the ship with 12 men.") == {"quantity"}
