"""The whole flow: a draft and an index in, a report out."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from factcheck import corpus
from factcheck.config import Limits, Settings, Sources
from factcheck.embed import HashingEmbedder
from factcheck.extract.claims import extract
from factcheck.pipeline import (
    MAX_EVIDENCE,
    Checker,
    explain_claims,
    find_disagreeing,
    notices_on,
    read_claims,
)
from factcheck.readers import read_text
from factcheck.report import render
from factcheck.schema import Document, Report

NOTE = "Title: Toll in Norland\nSource: Norland relief office\nDate: 2023-06-12\n\n{}\n"
DRAFT = "Title: Flood in Norland\nDate: 2023-06-14\n\n{}\n"
TOLL = "The flood in Norland has killed 8,219 people so far."


def built(folder: Path, **notes: str) -> Path:
    sources = folder / "notes"
    sources.mkdir()
    for name, text in notes.items():
        (sources / f"{name}.txt").write_text(NOTE.format(text), "utf-8")
    corpus.build([sources], folder / "index", HashingEmbedder(), extract=extract)
    return folder / "index"


def checked(index: Path, text: str, as_of: dt.date | None = None) -> Report:
    with_head = DRAFT.format(text)
    return Checker.open(index).check(read_text(with_head, "draft.txt"), as_of)


def test_a_claim_gets_its_verdict_with_the_deciding_passage(tmp_path: Path) -> None:
    report = checked(built(tmp_path, toll=TOLL), TOLL.replace("8,219", "over 8,000"))
    (verdict,) = report.verdicts
    assert (verdict.label, verdict.reason) == ("corroborated", "bound-holds")
    assert verdict.evidence[0].passage.text == TOLL
    assert verdict.evidence[0].passage.line == 5
    assert report.document.text[verdict.claim.span.start : verdict.claim.span.end] == "8,000"


def test_a_check_keeps_what_tells_most_and_an_explanation_everything(tmp_path: Path) -> None:
    notes = {f"n{n}": f"{TOLL} The {n} lists were counted again." for n in range(MAX_EVIDENCE + 3)}
    checker = Checker.open(built(tmp_path, **notes))
    draft = read_text(DRAFT.format(TOLL), "draft.txt")
    (short,), (whole,) = checker.check(draft).verdicts, checker.explain(draft).verdicts
    assert len(short.evidence) == MAX_EVIDENCE
    assert len(whole.evidence) >= len(notes)
    assert whole.evidence[:MAX_EVIDENCE] == short.evidence


def test_a_document_is_never_evidence_for_itself(tmp_path: Path) -> None:
    index = built(tmp_path, draft=TOLL)
    document = read_text(NOTE.format(TOLL), "elsewhere.txt")
    (verdict,) = Checker.open(index).check(document).verdicts
    assert (verdict.label, verdict.evidence) == ("unsupported", ())


def test_an_irrelevant_note_changes_no_verdict(tmp_path: Path) -> None:
    other = "The football club of Sudmark sold 8,219 season tickets."
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    alone = checked(built(tmp_path / "one", toll=TOLL), TOLL)
    beside = checked(built(tmp_path / "two", toll=TOLL, tickets=other), TOLL)
    assert [(v.label, v.reason) for v in alone.verdicts] == [
        (v.label, v.reason) for v in beside.verdicts
    ]


def test_as_of_replaces_the_date_of_the_draft(tmp_path: Path) -> None:
    index = built(tmp_path, toll=TOLL)
    (later,) = checked(index, TOLL.replace("8,219", "9,400"), dt.date(2023, 6, 15)).verdicts
    (much_later,) = checked(index, TOLL.replace("8,219", "9,400"), dt.date(2024, 6, 15)).verdicts
    assert (later.reason, much_later.reason) == ("only-outdated", "only-outdated")
    (same_day,) = checked(index, TOLL.replace("8,219", "9,400"), dt.date(2023, 6, 12)).verdicts
    assert same_day.label == "conflicting"


def test_a_draft_without_a_date_says_what_to_do(tmp_path: Path) -> None:
    index = built(tmp_path, toll=TOLL)
    report = Checker.open(index).check(read_text(TOLL, "draft.txt"))
    assert any("--as-of" in notice.message for notice in report.notices)
    assert report.verdicts[0].reason == "other-period"


def test_a_draft_without_claims_says_so(tmp_path: Path) -> None:
    report = checked(built(tmp_path, toll=TOLL), "Nothing to count here.")
    assert report.verdicts == ()
    assert [notice.code for notice in report.notices] == ["no-claims"]


def test_a_draft_with_too_many_claims_says_where_reading_stopped(tmp_path: Path) -> None:
    index = built(tmp_path, toll=TOLL)
    draft = read_text(DRAFT.format(f"{TOLL} It cost $3 million. It took 12 days."), "draft.txt")
    for most, codes in ((2, ["too-many-claims"]), (4, [])):
        settings = Settings(limits=Limits(max_claims=most))
        report = Checker.open(index, settings).check(draft)
        assert len(report.verdicts) == min(most, 3)
        assert [notice.code for notice in report.notices] == codes


def test_a_checker_gives_the_same_bytes_each_time(tmp_path: Path) -> None:
    index = built(tmp_path, toll=TOLL, other=TOLL.replace("8,219", "8,300"))
    drafts = [read_text(DRAFT.format(t), "d.txt") for t in (TOLL, "It cost Norland 12 homes.")]

    def report(checker: Checker, draft: Document) -> str:
        return render([checker.check(draft)], "json")

    warm = Checker.open(index)
    first = [report(warm, draft) for draft in drafts]
    again = [report(warm, draft) for draft in reversed(drafts)]
    cold = [report(Checker.open(index), draft) for draft in drafts]
    assert first == again[::-1] == cold


def test_a_report_says_that_the_vectors_had_to_be_made_again(tmp_path: Path) -> None:
    index = built(tmp_path, toll=TOLL)
    whole = checked(index, TOLL)
    (file,) = index.glob("*.faiss")
    file.unlink()
    rebuilt = checked(index, TOLL)
    assert [notice.code for notice in rebuilt.notices] == ["vectors-rebuilt"]
    assert str(tmp_path) not in rebuilt.notices[0].message
    assert (whole.notices, whole.verdicts) == ((), rebuilt.verdicts)


def test_of_a_text_that_is_not_english_only_figures_are_read() -> None:
    text = (
        'Der Rat hat am Dienstag 240.000 Euro bewilligt, und "das ist gut", sagte Ana Reyes. '
        "Die Stadt will damit Schulen sanieren und neue Wege bauen, wie am Abend bekannt wurde."
    )
    document = read_text(text, "a.txt")
    claims = read_claims(document)
    assert [claim.kind for claim in claims] == ["quantity"]
    assert "not-english" in [notice.code for notice in notices_on(document, claims, None)]


@pytest.mark.parametrize(
    ("text", "figure", "conversions"),
    [
        (
            "It cost 2.6 billion shekels (about $700 million).",
            "2.6 billion shekels",
            "$700 million",
        ),
        ("The field is five miles (8 km) long.", "five miles", "8 km"),
        ("The van has 90 hp (67 kW / 91 PS) in all.", "90 hp", "67 kW; 91 PS"),
    ],
)
def test_a_draft_claims_a_converted_figure_once(text: str, figure: str, conversions: str) -> None:
    document = read_text(text, "a.txt")
    claims, blocked = explain_claims(document)
    assert claims == read_claims(document)
    assert [claim.text for claim in claims] == [figure]
    assert {block.reason for block in blocked} == {"conversion"}
    assert "; ".join(text[b.span.start : b.span.end] for b in blocked) == conversions


@pytest.mark.parametrize("grant", ["$20 million", "GBP 15 million"])
def test_a_source_may_be_compared_by_either_unit(tmp_path: Path, grant: str) -> None:
    said = "The council of Norland approved a grant of {} for the bridge."
    index = built(tmp_path, grant=said.format("$20 million (GBP 15 million)"))
    (verdict,) = checked(index, said.format(grant)).verdicts
    assert (verdict.label, verdict.reason) == ("corroborated", "value-agrees")


def test_dates_of_a_text_that_is_not_english_are_explained() -> None:
    text = (
        "Der Rat hat am 2015-09-19 nur 240.000 Euro bewilligt, sagte Ana Reyes, und das ist gut. "
        "Die Stadt will damit Schulen sanieren und neue Wege bauen, wie am Abend bekannt wurde."
    )
    document = read_text(text, "a.txt")
    claims, blocked = explain_claims(document)
    assert claims == read_claims(document)
    assert [(text[b.span.start : b.span.end], b.reason) for b in blocked] == [
        ("2015-09-19", "not-english")
    ]


def two_corpora(folder: Path) -> list[Path]:
    paths = []
    for name, text in (("desk", TOLL), ("wire", TOLL.replace("8,219", "9,400"))):
        (folder / name).mkdir()
        paths.append(built(folder / name, toll=text).rename(folder / name / name))
    return paths


def test_two_corpora_are_asked_as_one(tmp_path: Path) -> None:
    draft = read_text(DRAFT.format(TOLL), "draft.txt")
    report = Checker.open(two_corpora(tmp_path)).check(draft)
    (verdict,) = report.verdicts
    assert verdict.label == "corroborated"
    assert "sources-disagree" in verdict.remarks
    assert [one.passage.origin.id for one in verdict.evidence] == ["desk:toll.txt", "wire:toll.txt"]
    assert report.provenance.passages == 2


@pytest.mark.parametrize(("first", "label"), [(0, "corroborated"), (1, "conflicting")])
def test_in_order_the_corpus_named_first_decides(tmp_path: Path, first: int, label: str) -> None:
    paths = two_corpora(tmp_path)
    draft = read_text(DRAFT.format(TOLL), "draft.txt")
    ordered = [paths[first], paths[1 - first]]
    (verdict,) = Checker.open(ordered, in_order=True).check(draft).verdicts
    assert verdict.label == label
    wire_first = Settings(sources=Sources(ranks=(("wire:*", 9),)))
    (verdict,) = Checker.open(ordered, wire_first, in_order=True).check(draft).verdicts
    assert verdict.label == "conflicting"


def test_what_stands_in_two_corpora_is_one_witness(tmp_path: Path) -> None:
    index = two_corpora(tmp_path)[0]
    copy = tmp_path / "copy"
    shutil.copytree(index, copy)
    alone = checked(index, TOLL).verdicts
    draft = read_text(DRAFT.format(TOLL), "draft.txt")
    twice = Checker.open([index, copy]).check(draft).verdicts
    assert [(v.label, v.confidence) for v in twice] == [(v.label, v.confidence) for v in alone]


@pytest.mark.parametrize("order", [("a", "b", "c"), ("c", "a", "b")])
def test_the_order_of_files_changes_nothing(tmp_path: Path, order: tuple[str, ...]) -> None:
    texts = {"a": TOLL, "b": TOLL.replace("8,219", "8,300"), "c": "It rained in Norland."}
    reports = []
    for number, names in enumerate((("a", "b", "c"), order)):
        folder = tmp_path / str(number)
        folder.mkdir()
        index = built(folder, **{name: texts[name] for name in names})
        reports.append(render([checked(index, TOLL)], "json"))
    assert reports[0] == reports[1]


def test_paragraphs_together_give_what_each_gives_alone() -> None:
    first = "On 12 June 2023 the flood killed 17 people in Ober Linde."
    second = 'The mayor, Ana Reyes, said: "We need $3 million." Repairs take two years.'
    day = dt.date(2023, 6, 14)

    def read(text: str, shift: int = 0) -> list[tuple[str, int, int]]:
        claims = read_claims(read_text(text, "a.txt"), day)
        return [(c.kind, c.span.start + shift, c.span.end + shift) for c in claims]

    both = read(f"{first}\n\n{second}")
    assert both == read(first) + read(second, len(first) + 2)


def test_the_draft_against_itself_is_a_remark_on_both_claims(tmp_path: Path) -> None:
    told = "The flood in Norland killed 40 people.\n\nThe flood in Norland killed 14 people."
    report = checked(built(tmp_path, toll=TOLL), told)
    first, second = report.verdicts
    assert (first.disagreeing, second.disagreeing) == ((second.claim,), (first.claim,))
    assert all("draft-disagrees" in verdict.remarks for verdict in report.verdicts)
    alone = checked(tmp_path / "index", "The flood in Norland killed 40 people.").verdicts
    assert [(v.label, v.reason) for v in alone] == [(first.label, first.reason)]
    assert alone[0].remarks == tuple(r for r in first.remarks if r != "draft-disagrees")


def test_a_draft_without_a_date_disagrees_with_itself_too() -> None:
    draft = read_text("Flood kills 40\n\nThe flood killed 14 people on Monday.\n", "draft.txt")
    claims = read_claims(draft)
    found = find_disagreeing(draft, claims)
    assert {name: [c.text for c in others] for name, others in found.items()} == {
        claims[0].id: ["14"],
        claims[1].id: ["40"],
    }
    assert [claim.rank for claim in claims] == [1, 2, 3]


def test_a_check_says_that_a_source_has_changed_since(tmp_path: Path) -> None:
    index = built(tmp_path, toll=TOLL)
    assert not checked(index, TOLL).notices
    (tmp_path / "notes" / "more.txt").write_text(NOTE.format(TOLL), "utf-8")
    (notice,) = checked(index, TOLL).notices
    assert notice.code == "sources-changed"
    assert "1 new" in notice.message


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Ana Reyes, who rode for Norland until May 2022, declined to comment.",
         ["date", "statement"]),
        ("On Monday Ana Reyes announced an accord.", ["date"]),
        ("On Monday Ana Reyes declined to comment.", ["date", "statement"]),
        ("Ana Reyes, the mayor of Oskava, declined to comment.", ["role", "statement"]),
        ("Ana Reyes declined to say that 40 people had died.", ["quantity"]),
    ],
)  # fmt: skip
def test_a_statement_is_listed_where_no_value_of_its_own_is(
    sentence: str, kinds: list[str]
) -> None:
    claims = read_claims(read_text(DRAFT.format(sentence), "draft.txt"))
    assert sorted(c.kind for c in claims if c.sentence.start > len(DRAFT) - 4) == kinds


def test_many_documents_checked_at_once_get_what_each_gets_alone(tmp_path: Path) -> None:
    checker = Checker.open(built(tmp_path, toll=TOLL))
    drafts = [
        read_text(DRAFT.format(text), f"{number}.txt")
        for number, text in enumerate([TOLL, TOLL.replace("8,219", "9,400"), "Nobody came."])
    ]
    assert list(checker.check_all(drafts)) == [checker.explain(draft) for draft in drafts]


def test_claims_of_other_kinds_get_no_verdict_and_change_none(tmp_path: Path) -> None:
    checker = Checker.open(built(tmp_path, toll=TOLL))
    text = f"{TOLL} It began on 2 June 2023."
    draft = read_text(DRAFT.format(text), "draft.txt")
    (report,) = checker.check_all([draft], kinds=["date"])
    dates = [v for v in checker.explain(draft).verdicts if v.claim.kind == "date"]
    assert dates
    assert list(report.verdicts) == dates


def test_against_earlier_sources_only_what_came_before_the_document_speaks(tmp_path: Path) -> None:
    checker = Checker.open(built(tmp_path, toll=TOLL.replace("8,219", "9,400")))
    text = DRAFT.format(TOLL)
    later, earlier = (
        read_text(text.replace("2023-06-14", day), day) for day in ("2023-06-13", "2023-06-12")
    )
    found = [
        report.verdicts[0].label
        for report in checker.check_all([later, earlier], against_earlier=True)
    ]
    assert found == ["conflicting", "unsupported"]
