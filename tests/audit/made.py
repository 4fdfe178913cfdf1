"""A small archive with its index, and audits of it."""

import json
from pathlib import Path

from factcheck import corpus
from factcheck.audit import Crew, Options, Place, Summary, audit
from factcheck.config import Audits
from factcheck.embed import HashingEmbedder
from factcheck.extract.claims import extract

SMALL = Audits(unit_documents=4, silent_seconds=60)
FILES = {
    "2015/flood.txt": "Title: Flood in Norland\nSource: Norland Post\nDate: 2015-06-12\n\n"
    "The flood in Norland has killed 219 people, the council said.\n",
    "2015/later.txt": "Title: Toll in Norland\nSource: Norland Post\nDate: 2015-06-13\n\n"
    "The flood in Norland has killed 350 people, the council said.\n",
    "2015/empty.txt": "",
    "2015/undated.txt": "Ana Reyes, the mayor of Essel, spoke. A ship carried 40 tonnes of grain.",
    "2016/picture.png": "no text",
}
RECORDS = [
    {
        "id": f"r{number}",
        "title": f"Grain {number}",
        "date": f"2016-0{1 + number % 9}-01",
        "source": "Essel Gazette",
        "text": f"The port of Essel shipped {100 + number} tonnes of grain that week. It was cold.",
    }
    for number in range(9)
]


def archive(folder: Path) -> Path:
    """Write the archive: 3 documents, 2 files that are refused, 9 records and a broken one."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    lines = [json.dumps(record) for record in RECORDS]
    (folder / "records.jsonl").write_text("\n".join([*lines, "{broken"]) + "\n", "utf-8")
    return folder


def index(folder: Path, source: Path) -> Path:
    corpus.build([source], folder / "index", HashingEmbedder(), extract=extract)
    return folder / "index"


def run(
    place: Place,
    *,
    workers: int = 1,
    options: Options | None = None,
    audits: Audits = SMALL,
    resume: bool = False,
) -> Summary:
    return audit(
        place, lambda job: Crew(job, workers), options=options, audits=audits, resume=resume
    )


def files(out: Path) -> dict[str, bytes]:
    """Return the results by name, without the journal."""
    return {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}
