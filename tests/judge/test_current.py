"""Superseded sources: outdated, replaced by their own body, corrected, or of a lower rank."""

from pathlib import Path

import pytest

from factcheck import corpus
from factcheck.config import Settings, Sources
from factcheck.embed import HashingEmbedder
from factcheck.extract.claims import extract
from factcheck.judge.told import rank_of
from factcheck.pipeline import Checker
from factcheck.readers import read_text
from factcheck.schema import Origin
from tests.judge.reading import DAY
from tests.judge.telling import Source, outcome, verdict_on

TOTAL = "The war in Norland has killed {} people so far."
FIRE = "The fire in the Essel mill in Norland on 12 June killed {} workers."
DRAFT = TOTAL.format("8,219")
AGREES, DIFFERS = ("corroborated", "value-agrees"), ("conflicting", "value-differs")


def total(figure: str, days: int = 0, by: str = "", **more: str) -> Source:
    return Source(TOTAL.format(figure), days, by, **more)


def fire(figure: str, days: int = 0, by: str = "") -> Source:
    return Source(FIRE.format(figure), days, by)


# --- one body --------------------------------------------------------------------------------


def test_a_body_s_later_statement_replaces_its_earlier_one() -> None:
    draft = FIRE.format("17")
    earlier, later = fire("17", 0, "Essel fire service"), fire("23", 1, "Essel fire service")
    assert outcome(draft, "17", earlier, later) == DIFFERS
    assert outcome(draft, "17", earlier, fire("23", 1, "The Gazette")) == AGREES
    assert outcome(draft, "17", earlier, fire("23", 0, "Essel fire service")) == AGREES


def test_a_replaced_statement_does_not_disagree() -> None:
    draft = FIRE.format("23")
    earlier, later = fire("17", 0, "Essel fire service"), fire("23", 1, "Essel fire service")
    found = verdict_on(draft, "23", earlier, later)
    assert (found.label, found.reason) == AGREES
    assert "sources-disagree" not in found.remarks


def test_what_a_body_said_long_after_the_draft_replaces_nothing() -> None:
    earlier, later = fire("17", 0, "Essel fire service"), fire("23", 5, "Essel fire service")
    found = verdict_on(FIRE.format("17"), "17", earlier, later)
    assert (found.label, found.reason) == AGREES


def test_the_body_that_the_sentence_credits_counts_and_not_the_paper() -> None:
    def said(figure: str, by: str, days: int) -> Source:
        return Source(f"{FIRE.format(figure)[:-1]}, {by} said.", days, "The Gazette")

    earlier = said("17", "the United Nations", 0)
    other = said("23", "the Norland Monitoring Group", 1)
    same = said("23", "the United Nations", 1)
    assert outcome(FIRE.format("17"), "17", earlier, other) == AGREES
    assert outcome(FIRE.format("17"), "17", earlier, same) == DIFFERS


def test_another_measure_of_the_same_body_replaces_nothing() -> None:
    hurt = Source(FIRE.replace("killed", "injured").format("23"), 1, "Essel fire service")
    earlier = fire("17", 0, "Essel fire service")
    assert outcome(FIRE.format("17"), "17", earlier, hurt) == AGREES


def test_a_reprint_is_as_old_as_what_it_reprints() -> None:
    draft = TOTAL.format("9,400")
    first, update = total("8,219", -6, "The Gazette"), total("9,400", -3, "The Gazette")
    reprint = total("8,219", -1, "The Gazette")
    assert outcome(draft, "9,400", first, update) == AGREES
    assert outcome(draft, "9,400", first, update, reprint) == AGREES
    assert outcome(draft, "9,400", update, reprint) == DIFFERS


# --- corrections -----------------------------------------------------------------------------

CORRECTIONS = [
    "The Essel fire service corrected the death toll of the fire in the Essel mill in Norland "
    "from 17 to 14.",
    "Correction: the fire in the Essel mill in Norland on 12 June killed 23 workers, not 17.",
    "An earlier version of this article said the fire in the Essel mill in Norland on 12 June "
    "killed 17 workers; it killed 23 workers.",
    "The fire service had initially reported 17 workers killed in the fire in the Essel mill in "
    "Norland on 12 June but the fire killed 23 workers.",
]


@pytest.mark.parametrize("text", CORRECTIONS)
def test_what_a_source_takes_back_bears_out_nothing(text: str) -> None:
    assert outcome(FIRE.format("17"), "17", Source(text))[0] != "corroborated"


def test_the_figure_of_a_correction_decides() -> None:
    text = CORRECTIONS[1]
    found = verdict_on(FIRE.format("17"), "17", fire("17"), Source(text))
    assert (found.label, found.reason) == DIFFERS
    assert found.evidence[0].passage.text == text
    assert outcome(FIRE.format("23"), "23", fire("17"), Source(text)) == AGREES


@pytest.mark.parametrize("text", CORRECTIONS)
def test_what_was_corrected_bears_out_nothing_any_more(text: str) -> None:
    found = verdict_on(FIRE.format("17"), "17", fire("17", 0, "The Herald"), Source(text, 1))
    assert (found.label, found.reason) in {DIFFERS, ("unsupported", "only-outdated")}


@pytest.mark.parametrize(
    "text",
    [
        "The fire service withdrew its figure of 17 workers killed in the fire in the Essel mill "
        "in Norland on 12 June.",
        "The Gazette retracted its report that the fire in the Essel mill in Norland on 12 June "
        "killed 17 workers.",
    ],
)
def test_a_withdrawn_figure_is_outdated_whoever_printed_it(text: str) -> None:
    found = verdict_on(FIRE.format("17"), "17", fire("17", 0, "The Herald"), Source(text, 1))
    assert (found.label, found.reason) == ("unsupported", "only-outdated")


def test_a_figure_credited_to_another_body_is_not_taken_back() -> None:
    told = Source(f"{FIRE.format('17')[:-1]}, the United Nations said.")
    text = (
        "The Norland Monitoring Group said it withdrew its figure of 17 workers killed in the fire "
        "in the Essel mill in Norland on 12 June."
    )
    assert outcome(FIRE.format("17"), "17", told, Source(text, 1)) == AGREES


def test_a_toll_that_was_raised_keeps_to_a_bound_as_before() -> None:
    raised = (
        "The fire in the Essel mill in Norland killed 23, the council said, raising an earlier "
    )
    draft = FIRE.format("at least 17")
    found = outcome(draft, "17", fire("17"), Source(f"{raised}toll of 17 workers.", 1))
    assert found == ("corroborated", "bound-holds")
    text = "Correction: the fire in the Essel mill in Norland on 12 June killed 12 workers, not 17."
    assert outcome(draft, "17", fire("17"), Source(text, 1)) == ("conflicting", "bound-violated")


def test_a_draft_that_tells_of_the_former_figure_is_held_against_it() -> None:
    draft = f"The fire service had initially said {FIRE.format('17')[0].lower()}"
    draft += FIRE.format("17")[1:]
    assert outcome(draft, "17", Source(draft.replace("fire service", "service"))) == AGREES


# --- ranks -----------------------------------------------------------------------------------

WIRE_FIRST = Sources(ranks=(("wire/*", 1), ("*blog*", -1)))


def test_sources_rank_alike_unless_configured() -> None:
    wire, paper = total("8,219", 0, "", name="wire/a.txt"), total("9,400", 0, "", name="paper.txt")
    found = verdict_on(DRAFT, "8,219", wire, paper)
    assert (found.label, found.reason) == AGREES
    assert "sources-disagree" in found.remarks


def test_a_draft_that_agrees_with_a_lower_rank_only_conflicts() -> None:
    wire, paper = total("9,400", 0, "", name="wire/a.txt"), total("8,219", 0, "", name="paper.txt")
    found = verdict_on(DRAFT, "8,219", wire, paper, ranks=WIRE_FIRST)
    assert (found.label, found.reason) == DIFFERS
    assert found.evidence[0].passage.origin.path == "wire/a.txt"
    assert "sources-disagree" in found.remarks


def test_a_draft_that_agrees_with_the_best_rank_is_corroborated() -> None:
    wire, blog = total("8,219", 0, "", name="wire/a.txt"), total("9,400", 0, "Norland Blog")
    found = verdict_on(DRAFT, "8,219", blog, wire, ranks=WIRE_FIRST)
    assert (found.label, found.reason) == AGREES
    assert "sources-disagree" in found.remarks


def test_a_lower_rank_supersedes_nothing() -> None:
    wire, blog = total("8,219", -20, "", name="wire/a.txt"), total("9,400", 0, "Norland Blog")
    assert outcome(DRAFT, "8,219", wire, blog) == DIFFERS
    assert outcome(DRAFT, "8,219", wire, blog, ranks=WIRE_FIRST) == AGREES


def test_a_claim_between_sources_is_left_open_whatever_their_ranks() -> None:
    wire, paper = total("7,100", 0, "", name="wire/a.txt"), total("9,400", 0, "", name="paper.txt")
    found = outcome(DRAFT, "8,219", wire, paper, ranks=WIRE_FIRST)
    assert found == ("unsupported", "sources-disagree")


@pytest.mark.parametrize(
    ("source", "path", "rank"),
    [
        ("", "wire/2020/a.txt", 1),
        ("Norland BLOG", "a.txt", -1),
        ("Norland Blog", "Wire/a.txt", 1),
        ("", "a.txt", 0),
        ("The Gazette", "notes/wire.txt", 0),
    ],
)
def test_the_first_pattern_that_fits_gives_the_rank(source: str, path: str, rank: int) -> None:
    assert rank_of(Origin(path, path, "", source, None, ""), WIRE_FIRST) == rank


def test_a_checker_ranks_sources_by_its_settings(tmp_path: Path) -> None:
    for name, figure in (("wire", "9,400"), ("paper", "8,219")):
        file = tmp_path / "notes" / name / "a.txt"
        file.parent.mkdir(parents=True)
        file.write_text(f"Title: {name}\nDate: {DAY}\n\n{TOTAL.format(figure)}\n", "utf-8")
    corpus.build([tmp_path / "notes"], tmp_path / "i", HashingEmbedder(), extract=extract)
    draft = read_text(f"Title: Norland\nDate: {DAY}\n\n{DRAFT}\n", "draft.txt")

    def labels(settings: Settings) -> list[str]:
        return [v.label for v in Checker.open(tmp_path / "i", settings).check(draft).verdicts]

    assert labels(Settings()) == ["corroborated"]
    assert labels(Settings(sources=WIRE_FIRST)) == ["conflicting"]


def test_ranks_are_part_of_the_settings_digest() -> None:
    assert Settings(sources=WIRE_FIRST).digest != Settings().digest


# --- other kinds of values -------------------------------------------------------------------


def test_a_day_between_two_current_ones_is_left_open() -> None:
    told = "The council of Essel in Norland opened the new bridge over the Osk on {} 2023."

    notes = [Source(told.format(day)) for day in ("3 May", "9 May")]
    between, after = (outcome(told.format(d), d, *notes, kind="date") for d in ("6 May", "12 May"))
    assert between == ("unsupported", "sources-disagree")
    assert after == ("conflicting", "date-differs")


def test_a_distance_between_two_current_ones_is_compared_in_one_unit() -> None:
    told = "The pipeline of the Osk company from Essel to Norwick in Norland is {} long."
    notes = [Source(told.format(words)) for words in ("230 km", "60 miles")]
    draft = told.format("90 miles")
    assert outcome(draft, "90 miles", *notes) == ("unsupported", "sources-disagree")
