"""Statements: carried only by a source that tells the same of the same, denied by its opposite."""

import datetime as dt
import time

import pytest

from tests.judge.reading import DAY, verdict_on

DRAFT = "The Norland Harbour Board rejected the plan for a second pier."


def judged(draft: str, source: str, day: dt.date | None = DAY) -> tuple[str, str]:
    verdict = verdict_on(draft, source, "", "statement", day)
    return verdict.label, verdict.reason


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        (DRAFT, DRAFT),
        (DRAFT, "On Tuesday the Norland Harbour Board refused the plan for a second pier."),
        (DRAFT, "The plan for a second pier was rejected by the Norland Harbour Board, it said."),
        ("Ana Reyes sued Tomas Okafor.", "Tomas Okafor was sued by Ana Reyes over the land."),
        ("Ana Reyes resigned.", "Reyes resigned on Monday, a spokesman for her party said."),
        ("The Norland police arrested Tomas Okafor.", "Norland police detained Tomas Okafor."),
        ("The operator of the dam, Vale Hydro, declined to comment.",
         "Vale Hydro declined to comment."),
        ("Okafor's lawyer, Ana Reyes, declined to comment after the trial.",
         "His lawyer Ana Reyes declined to comment."),
        ("Okafor's lawyer Ana Reyes declined to comment.", "Ana Reyes declined to comment."),
        ("The Norland Harbour Board turned the plan for a second pier down.", DRAFT),
        ("Police released the driver.", "The driver was released by police."),
        ("Vale Hydro refused to pay for the damage.", "Vale Hydro declined to pay for the damage."),
        ("Tomas Okafor was found guilty of theft.", "Tomas Okafor was convicted of theft."),
        ("The Norland Harbour Board did not sign the treaty.",
         "The Norland Harbour Board never signed the treaty."),
        ("Belgrove Athletic went home. Its protest against the relay was rejected by the jury.",
         "The jury rejected the protest of Belgrove Athletic against the relay."),
        ("Ana Reyes led the party. Her lawyer declined to comment on the trial.",
         "The lawyer of Ana Reyes declined to comment on the trial."),
        ("Belgrove, which runs the ferry, declined to comment on the fine.",
         "Belgrove, the owner of the ferry, declined to comment on the fine."),
        ("Vale Hydro has asked the court to delay the trial.",
         "Vale Hydro asked the court to delay the trial."),
        ("Vale Hydro was fined by the court over nearly 40 leaks.",
         "Vale Hydro was fined by the court over nearly 40 leaks."),
    ],
)  # fmt: skip
def test_carried(draft: str, source: str) -> None:
    assert judged(draft, source) == ("corroborated", "statement-supported")


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        # the two sides exchanged
        ("Ana Reyes sued Tomas Okafor.", "Tomas Okafor sued Ana Reyes."),
        ("Ana Reyes sued Tomas Okafor.", "Ana Reyes was sued by Tomas Okafor."),
        ("Norland's army invaded Sudland.", "Sudland's army invaded Norland."),
        # another actor
        (DRAFT, "The Norland Fishing Guild rejected the plan for a second pier."),
        ("Ana Reyes resigned.", "The lawyer of Ana Reyes resigned."),
        ("Ana Reyes was sacked.", "The lawyer of Ana Reyes was sacked."),
        ("Ana Reyes was sacked.", "Ana Reyes sacked her lawyer."),
        ("Ana Reyes was sacked.", "Ana Reyes was sacked, the union claimed."),
        (DRAFT, f"{DRAFT[:-1]}, the union claimed."),
        ("Ana Reyes resigned.", "Ana Reyes said that her deputy resigned."),
        # nearly, about to
        ("Vale Hydro was fined by the court.", "Vale Hydro was nearly fined by the court."),
        ("Vale Hydro was nearly fined by the court.", "Vale Hydro was fined by the court."),
        ("Vale Hydro was fined by the court.", "Vale Hydro was about to be fined by the court."),
        ("Vale Hydro was fined by the court.",
         "Vale Hydro came close to being fined by the court."),
        ("Vale Hydro was fined by the court.",
         "Vale Hydro was on the verge of a fine by the court."),
        # another object
        (DRAFT, "The Norland Harbour Board rejected the plan for a second quay."),
        ("The Norland Harbour Board closed the east bank of the river.",
         "The Norland Harbour Board closed the west bank of the river."),
        ("Vale Air Flight 7 left Norland at noon.", "Vale Air Flight 9 left Norland at noon."),
        # possible, wished, planned, alleged
        (DRAFT, "The Norland Harbour Board may have rejected the plan for a second pier."),
        (DRAFT, "The Norland Harbour Board plans to reject the plan for a second pier."),
        (DRAFT, "The union claimed the Norland Harbour Board rejected the plan for a second pier."),
        (DRAFT, "The union asked the Norland Harbour Board to reject the plan for a second pier."),
        # refused, not yet done
        ("Ana Reyes signed the treaty.", "Ana Reyes refused to sign the treaty."),
        ("Ana Reyes signed the treaty.", "Ana Reyes has yet to sign the treaty."),
        # asked, or asked of
        ("Vale Hydro has asked the court to delay the trial.",
         "Has Vale Hydro asked the court to delay the trial?"),
        ("Vale Hydro has asked the court to delay the trial.",
         "The court asked Vale Hydro to delay the trial."),
        # whose?
        ("Belgrove Athletic went home. Its protest against the relay was rejected by the jury.",
         "The jury rejected the protest of Quill Club against the relay."),
        ("Ana Reyes met Lena Okafor. Her lawyer declined to comment on the trial.",
         "The lawyer of Lena Okafor declined to comment on the trial."),
        ("Belgrove, which runs the ferry, declined to comment on the fine.",
         "Vale Hydro, the owner of the ferry, declined to comment on the fine."),
        ("Okafor's lawyer, Ana Reyes, declined to comment.", "Lena Okafor declined to comment."),
        # hearsay
        (DRAFT, f"There is a rumour on the quay that {DRAFT}"),
        (DRAFT, f"It is said that {DRAFT}"),
        (DRAFT, f"There is talk in town that {DRAFT}"),
        (DRAFT, f"Reports that {DRAFT[:-1]} were wrong, it said."),
        # of what is somebody's
        ("Police released the driver.", "Police released the driver's name."),
        # another act
        (DRAFT, "The Norland Harbour Board discussed the plan for a second pier."),
    ],
)  # fmt: skip
def test_not_carried(draft: str, source: str) -> None:
    assert judged(draft, source)[0] == "unsupported"


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        (DRAFT, "The Norland Harbour Board approved the plan for a second pier."),
        (DRAFT, "The Norland Harbour Board did not reject the plan for a second pier."),
        (DRAFT, "The plan for a second pier was approved by the Norland Harbour Board."),
        ("Ana Reyes was sacked.", "Ana Reyes was not sacked."),
        ("The Norland Harbour Board confirmed the closure.",
         "The Norland Harbour Board denied the closure."),
        ("The Norland Harbour Board closed the old lock.",
         "At noon the Norland Harbour Board opened the old lock."),
        ("Belgrove Athletic went home. Its protest against the relay was rejected by the jury.",
         "The jury upheld the protest of Belgrove Athletic against the relay."),
        ("Vale Hydro has asked the court to delay the trial.",
         "ANA REYES: Vale Hydro has never asked the court to delay the trial."),
        ("Vale Hydro is idle. The company has asked the education ministry to mediate.",
         "Vale Hydro has not asked the education ministry to mediate."),
        ("The licence for the mine at Ostwick was granted by the ministry.",
         "The ministry refused the licence for the mine at Ostwick."),
        ("The Norland Harbour Board announced that it will appeal against the ruling.",
         "The Norland Harbour Board announced that it will not appeal against the ruling."),
    ],
)  # fmt: skip
def test_denied(draft: str, source: str) -> None:
    assert judged(draft, source) == ("conflicting", "negated")


@pytest.mark.parametrize(
    "source",
    [
        "The Norland Fishing Guild approved the plan for a second pier.",
        "The Norland Harbour Board approved the plan for a second quay.",
        "The Norland Harbour Board may approve the plan for a second pier.",
        "The union said the Norland Harbour Board was asked to approve the plan for a second pier.",
        "In Sudland the Norland Harbour Board approved the plan for a second pier.",
    ],
)
def test_not_surely_denied(source: str) -> None:
    assert judged(DRAFT, source)[0] == "unsupported"


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("The court upheld the ruling against Vale Hydro.",
         "The appeal court overturned the ruling against Vale Hydro."),
        ("Belgrove Athletic beat Quill Club. Its protest against the relay was rejected by a jury.",
         "The protest of Quill Club against the relay was upheld by a jury."),
        ("Belgrove Athletic went home. Its protest against the relay was rejected by a jury.",
         "The protest of Belgrove Athletic against the marathon was upheld by a jury."),
    ],
)  # fmt: skip
def test_another_court_or_owner_denies_nothing(draft: str, source: str) -> None:
    assert judged(draft, source)[0] == "unsupported"


def test_another_season_decides_nothing() -> None:
    assert judged(DRAFT, DRAFT, DAY - dt.timedelta(days=60)) == ("unsupported", "other-period")
    assert judged(DRAFT, DRAFT, None) == ("unsupported", "other-period")


def test_a_name_alone_is_no_evidence() -> None:
    found = judged(DRAFT, "The Norland Harbour Board has a new seat.")
    assert found == ("unsupported", "no-evidence")


def test_two_nameless_sentences_are_one_only_where_they_tell_much_the_same() -> None:
    draft = "The council did not publish the report on the harbour wall."
    told = "The council published its report on the harbour wall."
    assert judged(draft, told)[0] == "conflicting"
    assert judged("The council did not resign.", "The council resigned.")[0] == "conflicting"


def test_a_sentence_that_says_one_thing_over_and_over_is_soon_judged() -> None:
    text = "The Norland Harbour Board sued Vale Hydro and " * 100 + "left."
    began = time.process_time()
    judged(text, text)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("title", "label"),
    [("Belgrove Air wants jets.", "conflicting"), ("Many want jets.", "unsupported")],
)
def test_the_airline_of_a_source_is_the_only_one_told_of_around_it(title: str, label: str) -> None:
    source = f"{title} The airline's pilots accepted the pay offer of the board."
    draft = "Belgrove Air's pilots rejected the pay offer of the board."
    assert judged(draft, source)[0] == label


def test_a_ministry_named_in_full_on_one_side_is_one_if_the_source_names_it() -> None:
    draft = "The health ministry confirmed that a case of marsh fever had been found in Port Elin."
    source = "The ministry denied that a case of marsh fever had been found in Port Elin."
    assert judged(draft, f"The health ministry of Norland met. {source}")[0] == "conflicting"
    assert judged(draft, f"The finance ministry of Norland met. {source}")[0] == "unsupported"


def test_what_is_rumoured_is_not_comparable_with_what_is_told() -> None:
    draft = "Ana Reyes rejected the plan for a second pier."
    source = "There is a rumour that Ana Reyes rejected the plan for a second pier."
    assert judged(draft, source) == ("unsupported", "not-comparable")


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("Vale Hydro admitted the leak at Port Elin.", "Vale Hydro denied the leak at Port Elin."),
        ("Vale Hydro cancelled the order from Norrby.",
         "Vale Hydro confirmed the order from Norrby."),
        ("The union turned down the offer of Vale Hydro.",
         "The union said yes to the offer of Vale Hydro."),
        ("Norland lifted the ban on night fishing.", "Norland upheld the ban on night fishing."),
        ("The regulator cleared the merger of Vale Hydro with Norrby Lines.",
         "The regulator blocked the merger of Vale Hydro with Norrby Lines."),
    ],
)  # fmt: skip
def test_opposite_acts_of_one_doer(draft: str, source: str) -> None:
    assert judged(draft, source) == ("conflicting", "negated")
    assert judged(draft, draft) == ("corroborated", "statement-supported")
