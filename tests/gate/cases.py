"""Score the verdicts on labelled cases; `python -m tests.gate.cases FOLDER...` prints the figures.

A folder holds cases as tests/cases/README.md describes them.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck import corpus
from factcheck.config import Limits
from factcheck.embed import Embedder, HashingEmbedder
from factcheck.extract.claims import extract
from factcheck.pipeline import Checker
from factcheck.readers import read
from factcheck.schema import Document, Label, Verdict
from tests.labels import Expected, expected_in, verdict_of

TESTS = Path(__file__).parent.parent
TUNED = TESTS / "cases"
APART = TESTS / "cases_apart"
CONSTANT: tuple[Label, ...] = ("corroborated", "conflicting", "unsupported")


class Scored(NamedTuple):
    """One labelled claim and the verdict on it, None where the claim was not found."""

    expected: Expected
    verdict: Verdict | None

    @property
    def label(self) -> str:
        return self.verdict.label if self.verdict else "missing"

    @property
    def note(self) -> str:
        evidence = self.verdict.evidence if self.verdict else ()
        return evidence[0].passage.origin.path if evidence else ""

    @property
    def is_right(self) -> bool:
        return self.label == self.expected.verdict

    @property
    def is_trapped(self) -> bool:
        """Say whether a claim is corroborated that is not, or by a note that must not do so."""
        if self.label != "corroborated":
            return False
        return not self.is_right or self.note in self.expected.never


class Figures(NamedTuple):
    """What is reported of a set of cases; shares from 0 to 1."""

    claims: int
    edited: int
    accuracy: float
    reasons: float
    precision: float
    recall: float
    first_evidence: float
    trapped: int
    missing: int
    constant: dict[str, float]


def cases_in(folder: Path) -> list[Path]:
    return sorted(path.parent for path in folder.glob("*/expected.toml"))


def score(case: Path, index: Path, embedder: Embedder | None = None) -> list[Scored]:
    """Index the notes of a case at `index`, check its draft, and return its rows scored."""
    embedder = embedder or HashingEmbedder()
    corpus.build([case / "notes"], index, embedder, extract=extract)
    (draft,) = read(case / "draft.md", name="draft.md", fields={}, limits=Limits())
    assert isinstance(draft, Document)
    report = Checker.open(index).check(draft)
    return [Scored(row, verdict_of(report, row)) for row in expected_in(case)]


def score_all(folder: Path, indices: Path) -> list[Scored]:
    return [one for case in cases_in(folder) for one in score(case, indices / case.name)]


def figures(rows: Sequence[Scored]) -> Figures:
    named = [row for row in rows if row.label == "conflicting"]
    wanted = [row for row in rows if row.expected.verdict == "conflicting"]
    decided = [row for row in rows if row.is_right and row.expected.note]
    return Figures(
        claims=len(rows),
        edited=sum(bool(row.expected.mutation) for row in rows),
        accuracy=_share(row.is_right for row in rows),
        reasons=_share(
            row.is_right and row.verdict is not None and row.verdict.reason == row.expected.reason
            for row in rows
        ),
        precision=_share(row.is_right for row in named),
        recall=_share(row.is_right for row in wanted),
        first_evidence=_share(
            row.note in {row.expected.note, *row.expected.also} for row in decided
        ),
        trapped=sum(row.is_trapped for row in rows),
        missing=sum(row.verdict is None for row in rows),
        constant={
            label: _share(row.expected.verdict == label for row in rows) for label in CONSTANT
        },
    )


def _share(outcomes: Iterable[bool]) -> float:
    found = list(outcomes)
    return sum(found) / len(found) if found else 0.0


def main(folders: Sequence[str]) -> None:
    with tempfile.TemporaryDirectory() as made:
        for number, folder in enumerate(folders):
            found = figures(score_all(Path(folder), Path(made) / str(number)))
            print(folder)  # noqa: T201 - a script for a reader
            for name, value in found._asdict().items():
                shown = f"{value:.3f}" if isinstance(value, float) else value
                print(f"  {name}: {shown}")  # noqa: T201 - the same


if __name__ == "__main__":
    main(sys.argv[1:] or [str(TUNED), str(APART)])
