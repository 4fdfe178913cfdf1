"""A command line over a pipeline that answers from the words of the draft."""

import datetime as dt
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

import factcheck
from factcheck.cli import main
from factcheck.config import Limits, Settings
from factcheck.errors import IndexMissingError
from factcheck.pipeline import notices_on
from factcheck.schema import Claim, Document, Label, Notice, Report, Statement
from tests.report import examples

Run = Callable[..., tuple[int, str, str]]
NO_CLAIMS = (Notice("no-claims", "No checkable claim was found in this draft."),)
LABELS: tuple[Label, ...] = ("conflicting", "corroborated", "unsupported")


def read_claims(
    document: Document, _as_of: dt.date | None = None, _limits: Limits | None = None
) -> tuple[Claim, ...]:
    """Return one claim for each word of the draft that is the name of a verdict."""
    found = [
        examples.claim("statement", label, document.text, Statement("draft", label), document.text)
        for label in LABELS
        if label in document.text
    ]
    ranks = range(len(found), 0, -1)
    return tuple(
        msgspec.structs.replace(claim, rank=rank) for claim, rank in zip(found, ranks, strict=True)
    )


def find_disagreeing(
    _document: Document,
    claims: Sequence[Claim],
    _as_of: dt.date | None = None,
    _settings: Settings | None = None,
) -> dict[str, tuple[Claim, ...]]:
    """Let the last claim disagree with the first, if there are two."""
    return {claims[0].id: (claims[-1],)} if len(claims) > 1 else {}


class Checker:
    """Gives each claim the verdict its words name."""

    def __init__(self, passages: int, settings: Settings) -> None:
        self._provenance = msgspec.structs.replace(examples.PROVENANCE, passages=passages)
        self.settings = settings

    @classmethod
    def open(cls, paths: list[Path], settings: Settings, *, in_order: bool = False) -> "Checker":
        if len(paths) > 1:
            return cls(30 if in_order else len(paths), settings)
        (path,) = paths
        if not path.exists():
            raise IndexMissingError(f"There is no index at {path}.", hint="Build it.")
        return cls(0 if path.name == "hollow" else 3, settings)

    def check(self, document: Document, as_of: dt.date | None = None) -> Report:
        if "interrupt" in document.text:
            raise KeyboardInterrupt
        if "crash" in document.text:
            raise RuntimeError("a fault")
        verdicts = [
            examples.verdict(claim, label, "no-evidence")
            for claim in read_claims(document)
            for label in LABELS
            if label == claim.text
        ]
        return examples.report(
            *verdicts,
            checked=document,
            as_of=as_of or document.origin.date,
            notices=document.notices if verdicts else NO_CLAIMS,
            provenance=self._provenance,
        )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder with drafts, an index `index` and one without passages."""
    monkeypatch.chdir(tmp_path)
    drafts = {
        "clean.txt": "This is corroborated.",
        "open.txt": "This is unsupported, that corroborated.",
        "wrong.txt": "This is conflicting.",
        "none.txt": "Nothing to check here.",
        "empty.txt": "",
        "crash.txt": "crash",
        "interrupt.txt": "interrupt",
        "slides.key": "no format that is read",
    }
    for name, text in drafts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "binary.txt").write_bytes(b"\x7fELF\x00\x01\x02")
    for name in ("index", "hollow", "indices/archive"):
        (tmp_path / name).mkdir(parents=True)
    return tmp_path


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command: its exit code, stdout and stderr."""
    del folder
    stand_in = ModuleType("factcheck.pipeline")
    vars(stand_in).update(
        Checker=Checker,
        find_disagreeing=find_disagreeing,
        notices_on=notices_on,
        read_claims=read_claims,
    )
    monkeypatch.setitem(sys.modules, "factcheck.pipeline", stand_in)
    monkeypatch.setattr(factcheck, "pipeline", stand_in, raising=False)

    def command(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        written = capsys.readouterr()
        return code, written.out, written.err

    return command
