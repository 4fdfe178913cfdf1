"""The whole flow: every document accounted for, the same bytes each time."""

import csv
import datetime as dt
import io
import json
import shutil
from collections import Counter
from pathlib import Path

import pytest

from factcheck.audit import Options, Place, run
from factcheck.config import Audits
from factcheck.errors import IndexMissingError, UsageError
from tests.audit import made
from tests.judge.verifying import Saying


def documents(results: dict[str, bytes]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(results["documents.csv"].decode())))


def claims(results: dict[str, bytes]) -> list[dict[str, object]]:
    return [json.loads(line) for line in results["claims.jsonl"].splitlines()]


def test_every_document_is_accounted_for(whole: dict[str, bytes]) -> None:
    rows = documents(whole)
    assert Counter(row["state"] for row in rows) == {"checked": 12, "refused": 3}
    codes = {row["path"]: row["code"] for row in rows if row["code"]}
    assert codes == {
        "2015/empty.txt": "empty",
        "2016/picture.png": "unknown-format",
        "records.jsonl:10": "bad-record",
    }
    summary = json.loads(whole["summary.json"])
    assert summary["documents"] == {"found": 15, "checked": 12, "refused": 3}
    assert (
        sum(summary["claims"].values())
        == len(claims(whole))
        == sum(int(row["claims"]) for row in rows)
    )


def test_documents_stand_in_the_order_of_the_archive(whole: dict[str, bytes]) -> None:
    paths = [row["document"] for row in documents(whole)]
    assert paths == [
        *(name for name in sorted(made.FILES)),
        *(f"records.jsonl#r{number}" for number in range(9)),
        "records.jsonl:10",
    ]


def test_two_workers_and_other_units_give_the_same_bytes(
    place: Place, whole: dict[str, bytes]
) -> None:
    made.run(place, workers=2, audits=Audits(unit_documents=3))
    assert made.files(place.out) == whole


def test_an_unbroken_audit_and_one_of_three_parts_are_the_same(
    place: Place, whole: dict[str, bytes]
) -> None:
    made.run(place)
    journal = place.out / "journal"
    units = sorted(journal.glob("*.jsonl"))
    assert len(units) == 4
    for name in whole:
        (place.out / name).unlink()
    units[0].unlink()
    units[2].write_bytes(units[2].read_bytes()[:-20])
    (journal / ".00000001.jsonl.part").write_bytes(b"torn")
    (journal / "00000009.jsonl").write_bytes(b"of a longer archive")
    before = units[1].stat().st_mtime_ns
    made.run(place, resume=True)
    assert made.files(place.out) == whole
    assert units[1].stat().st_mtime_ns == before
    assert sorted(path.name for path in journal.iterdir()) == [*(u.name for u in units), "lock"]


def test_a_resumed_audit_of_another_archive_checks_what_is_new(
    archive: Path, index: Path, tmp_path: Path
) -> None:
    grown = shutil.copytree(archive, tmp_path / "archive")
    place = Place([grown], [index], tmp_path / "out")
    made.run(place)
    (grown / "2015/flood.txt").write_text("The flood in Norland has killed 77 people.")
    summary = made.run(place, resume=True)
    fresh = Place([grown], [index], grown / "fresh")  # its own files are no part of the archive
    assert made.run(fresh) == summary
    assert made.files(fresh.out) == made.files(place.out)


def test_what_another_verifier_may_judge_otherwise_is_checked_again(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unit(said: str) -> tuple[int, str]:
        """Audit with a verifier of another digest, and return when the first unit was written."""
        monkeypatch.setattr(run, "chosen_verifier", lambda _: Saying(said) if said else None)
        summary = made.run(place, resume=place.out.exists())
        first = place.out / "journal" / "00000000.jsonl"
        return first.stat().st_mtime_ns, summary.facts.verifier

    written = [unit(said) for said in ("", "supports", "supports", "refutes")]
    times, digests = zip(*written, strict=True)
    assert times[0] < times[1] == times[2] < times[3]
    assert digests == ("", *(Saying(said).digest for said in ("supports", "supports", "refutes")))


def test_against_earlier_sources_a_paper_contradicts_itself(place: Place) -> None:
    summary = made.run(place, options=Options(against_earlier=True))
    found = claims(made.files(place.out))
    conflicting = [row for row in found if row["verdict"] == "conflicting"]
    assert [row["document"] for row in conflicting] == ["2015/later.txt"]
    for row in found:
        for evidence in row["evidence"]:  # type: ignore[attr-defined]
            assert evidence["date"] < row["date"]
            assert evidence["text"] != row["sentence"]
    assert summary.reasons["no-date"] == 1


def test_kinds_and_since_leave_the_rest_out(place: Place, whole: dict[str, bytes]) -> None:
    options = Options(kinds=("quantity",), since=dt.date(2016, 1, 1))
    summary = made.run(place, options=options)
    found = made.files(place.out)
    wanted = [
        row
        for row in claims(whole)
        if row["kind"] == "quantity" and not str(row["date"]).startswith("2015")
    ]
    assert claims(found) == wanted
    assert summary.documents["left-out"] == 2


@pytest.mark.parametrize("what", ["file", "folder", "audit"])
def test_an_existing_folder_is_refused(place: Place, what: str) -> None:
    if what == "file":
        place.out.write_text("mine")
    else:
        place.out.mkdir()
    if what == "audit":
        (place.out / "journal").mkdir()
    with pytest.raises(UsageError, match="exists already"):
        made.run(place)
    if what != "audit":
        with pytest.raises(UsageError, match="holds no audit"):
            made.run(place, resume=True)


def test_a_place_that_is_not_there_is_an_error(place: Place, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no file or folder"):
        made.run(place._replace(archive=[tmp_path / "nothing"]))
    with pytest.raises(IndexMissingError):
        made.run(place._replace(indices=[tmp_path / "nothing"]))
    assert not place.out.exists()
