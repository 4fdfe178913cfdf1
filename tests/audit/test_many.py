"""P9 and the cluster: what takes long, in `make test-all`."""

import importlib.util
import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.audit import Place
from factcheck.config import Audits
from tests.audit import made
from tests.hostile.zoo import Specimen, specimens

DOCUMENTS = 10_000
HOSTILE = 100


def text(number: int) -> str:
    return (
        f"Date: 2016-01-{1 + number % 28:02}\n\nSome {100 + number} ships left the port of Essel.\n"
    )


def write(folder: Path, spoilt: dict[int, Specimen]) -> Path:
    for number in range(DOCUMENTS):
        path = folder / f"{number // 500:02}" / f"{number:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        if number in spoilt:
            path.write_bytes(spoilt[number].data)
        else:
            path.write_text(text(number))
    return folder


def by_document(out: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in (out / "claims.jsonl").read_text().splitlines():
        found.setdefault(json.loads(line)["document"], []).append(line)
    return found


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_a_hundred_hostile_files_harm_none_of_ten_thousand(tmp_path: Path, index: Path) -> None:
    draw = random.Random(9)  # noqa: S311 - which files are hostile is no secret
    zoo = [one for one in specimens() if one.name.endswith(".txt")]
    spoilt = {number: draw.choice(zoo) for number in draw.sample(range(DOCUMENTS), HOSTILE)}
    audits = Audits(seconds=20, silent_seconds=300)
    results = {}
    for name, chosen in (("clean", {}), ("spoilt", spoilt)):
        place = Place([write(tmp_path / name, chosen)], [index], tmp_path / f"out-{name}")
        summary = made.run(place, workers=2, audits=audits)
        assert summary.documents["found"] == DOCUMENTS
        results[name] = by_document(place.out)
    hostile = {f"{number // 500:02}/{number:05}.txt" for number in spoilt}
    clean, disturbed = (
        {name: rows for name, rows in found.items() if name not in hostile}
        for found in results.values()
    )
    assert len(clean) == DOCUMENTS - HOSTILE
    assert clean == disturbed
    refused = sum(not one.documents for one in spoilt.values())
    assert summary.documents.get("checked", 0) >= DOCUMENTS - HOSTILE
    assert summary.documents.get("refused", 0) >= refused
    assert DOCUMENTS - summary.documents["checked"] <= HOSTILE


CLUSTER = """
import os, signal, sys, threading, time
from pathlib import Path
from factcheck.audit import Place, audit
from factcheck.audit.on_ray import RayCrew
from factcheck.config import Audits

archive, index, out, kill = sys.argv[1:]

def kill_an_actor():
    import ray
    while True:
        time.sleep(0.05)
        for status in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                words = status.read_bytes()
                ours = out.encode() in (status.parent / "environ").read_bytes()
                parent = int((status.parent / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
            is_child = ours and words.endswith(b"-m\\0factcheck.audit.checking\\0")
            if is_child:
                os.kill(parent, signal.SIGKILL)
                print("killed", flush=True)
                return

if kill == "kill":
    threading.Thread(target=kill_an_actor, daemon=True).start()
audit(
    Place([Path(archive)], [Path(index)], Path(out)),
    lambda job: RayCrew(job, 1, ""),
    audits=Audits(unit_documents=2),
)
"""


@pytest.fixture
def _homeless(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("RAY_TMPDIR", "/tmp/ray-audit")  # noqa: S108 - its sockets need a short path
    monkeypatch.setenv("HOME", str(tmp_path))
    yield


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="Ray is an extra")
@pytest.mark.usefixtures("_homeless")
@pytest.mark.parametrize("kill", ["leave", "kill"])
def test_on_ray_the_results_are_the_same_even_when_a_worker_is_killed(
    archive: Path, index: Path, tmp_path: Path, whole: dict[str, bytes], kill: str
) -> None:
    out = tmp_path / "out"
    run = subprocess.run(
        [sys.executable, "-c", CLUSTER, str(archive), str(index), str(out), kill],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONUNBUFFERED": "1", "AUDIT_OF_THIS_TEST": str(out)},
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("killed\n" if kill == "kill" else "")  # Ray has its say, too
    assert made.files(out) == whole
