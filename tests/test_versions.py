"""The draft is no evidence for itself, under whatever name it stands in the index."""

import json
from pathlib import Path

from factcheck import corpus
from factcheck.embed import HashingEmbedder
from factcheck.extract.claims import extract
from factcheck.index import Index
from factcheck.pipeline import Checker
from factcheck.readers import read_text
from factcheck.schema import Verdict

STORY = (
    "The flood drove 8,219 people in Norland from their homes on Monday night.",
    "In the town of Essel 43 houses were swept away when the old dam gave way.",
    "The council of Norland has spent $12 million on new dams since the flood of 2019.",
    "Some 310 soldiers were sent to Essel to fill sandbags and to clear the roads.",
    "Ana Reyes, the mayor of Essel, said that 27 people of her town were still missing.",
)
AGENCY = "Title: Agency report {n}\nSource: Norland News Agency\nDate: 2023-06-14\n\n{text}\n"


def checked(folder: Path, story: tuple[str, ...], **notes: str) -> dict[str, Verdict]:
    """Return the verdicts on the figures of a story by their words."""
    sources = folder / "notes"
    sources.mkdir(parents=True)
    for name, text in notes.items():
        (sources / f"{name}.txt").write_text(text, "utf-8")
    corpus.build([sources], folder / "index", HashingEmbedder(), extract=extract)
    text = "Title: Essel under water\nDate: 2023-06-14\n\n" + " ".join(story)
    report = Checker.open(folder / "index").check(read_text(text, "draft.txt"))
    return {v.claim.text: v for v in report.verdicts if v.claim.kind == "quantity"}


def note(*sentences: str, n: str = "1") -> str:
    return AGENCY.format(n=n, text=" ".join(sentences))


def test_the_draft_printed_elsewhere_is_no_evidence(tmp_path: Path) -> None:
    elsewhere = note(*STORY[:3], "Reported by our desk.", STORY[3].replace("sent", "ordered"))
    found = checked(tmp_path, STORY, elsewhere=elsewhere)
    assert {v.label for v in found.values()} == {"unsupported"}
    assert all(not v.evidence for v in found.values())


def test_an_earlier_version_of_the_story_is_no_evidence(tmp_path: Path) -> None:
    earlier = note(STORY[0], "The dam of Essel was built in 1931.", STORY[2], STORY[4])
    found = checked(tmp_path, STORY, earlier=earlier)
    assert {v.label for v in found.values()} == {"unsupported"}


def test_a_figure_that_a_version_tells_otherwise_is_shown(tmp_path: Path) -> None:
    earlier = note(*STORY).replace("43 houses", "12 houses")
    found = checked(tmp_path, STORY, earlier=earlier)
    assert {words: len(v.evidence) for words, v in found.items()} == {
        "8,219": 0,
        "43": 1,
        "$12 million": 0,
        "310": 0,
        "27": 0,
    }
    assert found["43"].label == "conflicting"


def test_where_another_version_tells_the_same_no_figure_is_shown(tmp_path: Path) -> None:
    notes = {"changed": note(*STORY).replace("43 houses", "12 houses"), "same": note(*STORY, n="2")}
    assert checked(tmp_path, STORY, **notes)["43"].evidence == ()


def test_an_agency_of_which_one_sentence_was_taken_is_evidence(tmp_path: Path) -> None:
    other = "Officials warned that more rain was on its way to the whole of the valley."
    found = checked(tmp_path, STORY, agency=note(STORY[0], other))
    assert found["8,219"].label == "corroborated"


def test_an_agency_report_far_longer_than_the_draft_is_evidence(tmp_path: Path) -> None:
    more = [f"In district {n} of Norland the water stood in the cellars for days." for n in "ABCD"]
    rest = [f"{one} {two}" for one in more for two in ("It rained.", "It blew.", "Roads broke.")]
    found = checked(tmp_path, STORY, agency=note(*STORY, *rest))
    assert found["8,219"].label == "corroborated"


def test_two_sentences_are_too_few_to_be_a_version(tmp_path: Path) -> None:
    found = checked(tmp_path, STORY[:2], agency=note(*STORY[:2]))
    assert {v.label for v in found.values()} == {"corroborated"}


def test_under_the_own_title_one_sentence_makes_a_version(tmp_path: Path) -> None:
    more = "The evacuation of Norland took in 8,219 people whom the flood drove from their homes."
    other = note(STORY[0], more)
    own = other.replace("Agency report 1", "Essel under water")
    assert checked(tmp_path / "1", STORY[:1], own=own)["8,219"].evidence == ()
    assert len(checked(tmp_path / "2", STORY[:1], other=other)["8,219"].evidence) == 2


def test_a_sentence_edited_a_little_under_the_own_title_is_no_evidence(tmp_path: Path) -> None:
    own = note(STORY[0].replace("drove", "forced")).replace("Agency report 1", "Essel under water")
    assert checked(tmp_path / "1", STORY[:1], own=own)["8,219"].evidence == ()
    changed = own.replace("8,219", "4,100")
    assert len(checked(tmp_path / "2", STORY[:1], own=changed)["8,219"].evidence) == 1


def test_a_record_and_its_twin_are_one_document(tmp_path: Path) -> None:
    rows = [{"id": name, "date": "2023-06-14", "text": STORY[0]} for name in ("one", "two")]
    file = tmp_path / "records.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    corpus.build([file], tmp_path / "index", HashingEmbedder(), extract=extract)
    with Index.open(tmp_path / "index") as index:
        assert len({origin.id for origin in index.documents()}) == 2
    checker = Checker.open(tmp_path / "index")
    (verdict,) = [
        v
        for v in checker.check(read_text(STORY[0], "records.jsonl#one")).verdicts
        if v.claim.kind == "quantity"
    ]
    assert (verdict.reason, verdict.evidence) == ("no-evidence", ())
