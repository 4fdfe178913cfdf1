"""What an archive costs: building, renewing, adding, opening, checking, and its size on disk.

    python -m benchmarks.archive WORK COUNT FILE.jsonl[.gz]...

COUNT sentences of the files become records of twenty in WORK; what was encoded is kept there, so a
second run measures all but encoding. Times are CPU seconds of this process.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

from benchmarks.remembered import Remembered
from benchmarks.search import spent
from benchmarks.texts import sentences
from factcheck import corpus
from factcheck.embed import PACKAGED
from factcheck.extract.claims import extract
from factcheck.index import Index

_TOGETHER = 20  # sentences of a record
_NEW = 100  # records added
_DRAFT = 40  # sentences
_CHECK = """
import resource, sys
from factcheck.cli import main
code = main(sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_SELF)
sys.stderr.write(f"{used.ru_utime + used.ru_stime:.2f} {used.ru_maxrss // 1024}")
"""


def say(name: str, value: float, unit: str) -> None:
    """Write one line."""
    sys.stdout.write(f"{name:<36} {value:>12,.3f} {unit}\n")
    sys.stdout.flush()


def record(number: int, texts: list[str]) -> str:
    """Return one line of the archive; its date is made up of its number."""
    day = np.datetime64("2015-01-01") + number % 1000
    return json.dumps({"id": str(number), "date": str(day), "text": " ".join(texts)}) + "\n"


def main(work: Path, count: int, files: list[Path]) -> None:
    """Build, renew, add, open and check, in this order."""
    work.mkdir(parents=True, exist_ok=True)
    model = Remembered(work)
    found = sentences(files, count + _NEW * _TOGETHER + _DRAFT)
    lines = [
        record(start // _TOGETHER, found[start : start + _TOGETHER])
        for start in range(0, count + _NEW * _TOGETHER, _TOGETHER)
    ]
    source, path = work / "archive", work / "index"
    shutil.rmtree(source, ignore_errors=True)
    shutil.rmtree(path, ignore_errors=True)
    source.mkdir()
    size = 1000  # records of a file
    told = lines[: count // _TOGETHER]
    for start in range(0, len(told), size):
        (source / f"{start:07}.jsonl").write_text("".join(told[start : start + size]), "utf-8")
    began = time.monotonic()
    say("build", spent(lambda: corpus.build([source], path, model, extract=extract)), "CPU s")
    say("build, by the clock", time.monotonic() - began, "s")
    model.save()
    say("build again, nothing new", _again(source, path, model), "CPU s")
    (source / "new.jsonl").write_text("".join(lines[count // _TOGETHER :]), "utf-8")
    added = [source / "new.jsonl"]
    say(
        f"add {_NEW} records",
        spent(lambda: corpus.add(added, path, model, extract=extract)),
        "CPU s",
    )
    with Index.open(path) as index:
        passages = index.info.passages
        say("passages", passages, "")
        say("recall@10", index.recall or 1.0, "" if index.recall else "(exact)")
    for file in sorted(path.iterdir()):
        kind = file.suffix or file.name
        say(f"{kind[1:]} a passage", file.stat().st_size / passages, "bytes")
    asked = model.encode(found[:1])
    say("open and ask once", spent(lambda: _ask(path, asked)), "CPU s")
    _check(work, path, found[-_DRAFT:])


def _again(source: Path, path: Path, model: Remembered) -> float:
    return spent(lambda: corpus.build([source], path, model, extract=extract))


def _ask(path: Path, asked: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> None:
    with Index.open(path) as index:
        index.nearest(asked, 40)


def _check(work: Path, path: Path, texts: list[str]) -> None:
    """Check a draft in a fresh process, by the model that the index names."""
    with Index.open(path) as index:
        if index.info.model.name != PACKAGED:
            return
    draft = work / "draft.txt"
    draft.write_text("Date: 2016-06-01\n\n" + " ".join(texts), "utf-8")
    command = ["check", str(draft), "--index", str(path), "--fail-on", "never"]
    for _ in range(3):
        ran = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-c", _CHECK, *command],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        )
        seconds, megabytes = ran.stderr.split()[-2:]
        say("fresh check", float(seconds), f"CPU s, {megabytes} MB at most")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), [Path(file) for file in sys.argv[3:]])
