"""The text report: what a reader sees, wide and narrow, plain and in colour."""

import datetime as dt

import msgspec
import pytest
from rich.cells import cell_len

from factcheck.extract.reading import Blocked
from factcheck.report import Layout, Listing, render
from factcheck.report.wording import value_in_words
from factcheck.schema import Notice, Refusal
from tests.report import examples

REPORT = examples.report(*examples.verdicts())
CONFLICT = """\
   1  CONFLICTING   value-differs · 0.97
      The council gave the region a «GBP *40* million» grant for flood repairs on Tuesday.
      The draft says GBP 40 million; the council minutes of 11 June 2019 say about GBP 46 million.
      > “A grant of «about GBP *46* million» for flood repairs was approved on Tuesday.”
        minutes/council.txt:8, Council minutes, 11 June 2019
"""
QUIET = """\
   4  unsupported   no-evidence  ... taxes", Finance Minister Ana Reyes said on «13 June 2019».
   6  unsupported   less-precise  «One in five schools» stays shut.
      nearest: “«Many» schools remain closed.”  minutes/council.txt:8, Council minutes, 11 June 2019
"""


def text(*outcomes: object, **layout: object) -> str:
    return render(outcomes, "text", Layout(**layout))  # type: ignore[arg-type]


def test_a_conflict_is_a_paragraph_and_the_rest_two_lines_each() -> None:
    shown = text(REPORT)
    assert f"\n\n{CONFLICT}\n" in shown
    assert QUIET in shown


def test_first_line_names_the_draft_and_last_line_counts_everything() -> None:
    first, *_, last = text(REPORT).splitlines()
    assert first == (
        "budget.md · 14 June 2019 · 7 claims against 43,191 passages (newest 13 June 2019)"
    )
    assert last.startswith("2 conflicting · 1 corroborated · 4 unsupported · 0 refused  ")
    assert last.endswith("  newest source: 1 day before the draft")


def test_the_order_is_that_of_the_draft() -> None:
    shown = text(REPORT)
    places = [shown.index(f"«{v.claim.text}»") for v in examples.verdicts()[1:]]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("width", "found"),
    [
        (110, "minutes/council.txt:8, Council minutes, 11 June 2019"),
        (70, "minutes/council.txt:8, Council minutes, 11 June 2019"),
        (50, "minutes/council.txt:8, 11 June 2019"),
    ],
)
def test_the_passage_of_a_quiet_claim_takes_the_room_there_is(width: int, found: str) -> None:
    shown = " ".join(text(REPORT, width=width).split())
    assert f"> “«8,219 people» had died by Sunday.” {found} " in shown


def test_a_date_that_the_path_tells_is_not_said_again() -> None:
    evidence = examples.evidence(
        "Many", "Many stay.", "undecided", "less-precise", path="notes/2019-06-11.txt"
    )
    verdict = examples.verdict(examples.conflict().claim, "unsupported", "less-precise", evidence)
    shown = text(examples.report(verdict))
    assert "      nearest: “«Many» stay.”  notes/2019-06-11.txt:8, Council minutes\n" in shown


def test_where_a_claim_has_too_little_room_beside_its_verdict_it_stands_below() -> None:
    beside = "   3  corroborated  bound-holds · newer-figure  ... had killed «over 8,000 people» by"
    below = "   3  corroborated  bound-holds · newer-figure\n      Officials said the floods had"
    assert beside in text(REPORT, width=100)
    assert below in text(REPORT, width=80)


def test_brief_sets_what_does_not_conflict_in_one_line() -> None:
    shown = text(REPORT, brief=True)
    assert CONFLICT in shown
    assert "   6  unsupported   less-precise  «One in five schools» stays shut.\n   6  " in shown


def test_only_hides_claims_and_says_so() -> None:
    shown = text(REPORT, only="conflicting")
    assert CONFLICT in shown
    assert "«One in five" not in shown
    assert "5 claims not shown: only conflicting ones were asked for" in shown
    assert "2 conflicting · 1 corroborated · 4 unsupported · 0 refused" in shown


@pytest.mark.parametrize("width", [1, 24, 40, 72, 100, 160])
@pytest.mark.parametrize("brief", [True, False])
def test_no_line_is_wider_than_the_terminal(width: int, brief: bool) -> None:
    verdict = examples.verdicts()[0]
    origin = msgspec.structs.replace(verdict.evidence[0].passage.origin, path="a" * 300)
    passage = msgspec.structs.replace(verdict.evidence[0].passage, origin=origin)
    evidence = msgspec.structs.replace(verdict.evidence[0], passage=passage)
    wide = [
        msgspec.structs.replace(verdict, label=label, evidence=(evidence,))
        for label in ("conflicting", "corroborated", "unsupported")
    ]
    report = examples.report(*examples.verdicts(), *wide, notices=[Notice("n", "word " * 60)])
    listing = Listing(report.document, None, tuple(v.claim for v in report.verdicts))
    for shown in (text(report, width=width, brief=brief), text(listing, width=width)):
        assert max(map(cell_len, shown.splitlines())) <= max(width, 24)
        assert not any(line.endswith(" ") for line in shown.splitlines())


def test_wide_characters_count_twice() -> None:
    report = examples.report(examples.conflict(), notices=[Notice("n", "\u4e2d\u6587 " * 40)])
    assert max(map(cell_len, text(report, width=40).splitlines())) <= 40


def test_without_colour_only_weight_is_left_and_the_words_are_the_same() -> None:
    colour, bold = text(REPORT, style="colour"), text(REPORT, style="bold")
    assert "\x1b[1;31mCONFLICTING\x1b[0m" in colour
    assert "\x1b[1mCONFLICTING\x1b[0m" in bold
    assert "\x1b[1;4m40\x1b[0m" in bold
    assert not any(f"\x1b[{code}m" in bold for code in ("1;31", "31", "32", "33"))
    for code in ("\x1b[1;31m", "\x1b[32m", "\x1b[33m", "\x1b[1m", "\x1b[1;4m", "\x1b[0m"):
        colour = colour.replace(code, "")
    assert "\x1b" not in colour
    assert "GBP 40 million grant" in colour
    assert "«" not in colour


def test_a_draft_without_claims_is_counted() -> None:
    shown = text(examples.report())
    assert "budget.md · 14 June 2019 · 0 claims against 43,191 passages" in shown
    assert "0 conflicting · 0 corroborated · 0 unsupported · 0 refused" in shown


def test_an_index_without_passages_says_so() -> None:
    empty = msgspec.structs.replace(examples.PROVENANCE, passages=0, newest_source=None)
    shown = text(examples.report(*examples.verdicts(), provenance=empty))
    assert "The index holds no passage: there was nothing to check against.\n" in shown
    assert "no source has a date" in shown


def test_dates_of_the_header() -> None:
    asked = dt.date(2019, 6, 20)
    assert "budget.md · 14 June 2019, as of 20 June 2019 · " in text(examples.report(as_of=asked))
    origin = msgspec.structs.replace(examples.document().origin, date=None)
    undated = msgspec.structs.replace(examples.document(), origin=origin)
    assert "budget.md · no date · " in text(examples.report(checked=undated, as_of=None))


def test_notices_and_refusals_are_shown() -> None:
    notice = Notice("no-date", "The draft has no date.")
    refusal = Refusal("x.bin", "binary", "This is not text.")
    shown = text(examples.report(*examples.verdicts(), notices=[notice]), refusal)
    assert "\nnote  The draft has no date.\n" in shown
    assert "\nx.bin\nrefused  binary: This is not text.\n" in shown
    assert shown.endswith(
        "\n2 drafts: 2 conflicting · 1 corroborated · 4 unsupported · 1 refused\n"
    )


def test_a_refused_draft_alone_is_counted() -> None:
    shown = text(Refusal("x.bin", "binary", "This is not text."))
    assert "x.bin\nrefused  binary: This is not text.\n" in shown
    assert shown.endswith("\n1 draft: 0 conflicting · 0 corroborated · 0 unsupported · 1 refused\n")


def test_a_listing_is_a_numbered_checklist() -> None:
    claims = tuple(verdict.claim for verdict in examples.verdicts())
    shown = text(Listing(examples.document(), examples.DRAFT_DATE, claims))
    assert shown.startswith("budget.md · 14 June 2019 · 7 claims\n\n")
    assert (
        "   2  line 3    Officials said the floods had killed «over 8,000 people» by Sunday.\n"
        f"                {value_in_words(examples.DEATHS)}\n"
    ) in shown
    empty = text(Listing(examples.document(), examples.DRAFT_DATE, ()))
    assert "No checkable claim was found in this draft.\n" in empty


def test_what_other_lines_of_the_draft_say_stands_below() -> None:
    grant, killed, quote = (verdict.claim for verdict in examples.verdicts()[:3])
    listing = Listing(
        examples.document(),
        examples.DRAFT_DATE,
        (grant, killed),
        disagreeing={grant.id: (killed, quote, killed, killed)},
    )
    shown = text(listing)
    said = " " * 16 + "line 3 of the draft says more than 8,000 people\n"
    given = " " * 16 + "line 4 of the draft gives the words to Ana Reyes\n"
    assert f"{said}{given}{said}   2  line 3" in shown
    conflict = msgspec.structs.replace(examples.conflict(), disagreeing=(killed,))
    assert f"\n      {said.strip()}\n      > " in text(examples.report(conflict))


def test_a_listing_shows_what_was_blocked_and_why() -> None:
    block = Blocked(examples.span("13 June"), "name")
    shown = text(Listing(examples.document(), examples.DRAFT_DATE, (), (block,)))
    assert "\n\nThese look like figures or dates and were not read as such:\n\n" in shown
    assert "      line 4    name        ... " in shown
    assert " on «13 June» 2019" in shown
    assert max(map(cell_len, shown.splitlines())) <= 100
    empty = text(Listing(examples.document(), examples.DRAFT_DATE, (), ()))
    assert empty.endswith("Nothing else looks like a figure or a date.\n")
