"""The table of docs/benchmarks.md: each public set, one answer to all, and ours.

Sets are known by the digests of their files (sets.toml), whatever the files are called.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.resources
import math
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from factcheck.bench import end_to_end
from factcheck.bench.agreement import Agreement, agreement
from factcheck.bench.pairs import Pair, predict, read_pairs
from factcheck.embed import Embedder
from factcheck.entail import Verifier
from factcheck.errors import UsageError
from factcheck.index import Index

START, END = "<!-- table: factcheck bench table -->", "<!-- end of table -->"
PAGES = 10  # one page of so many is kept out of training
_HEAD = (
    "| set | rows | measured | one answer | rules alone | with the verifier (95%) "
    "| verifier alone | published |",
    "|---|--:|---|--:|--:|--:|--:|---|",
)
_LABELS = ("supported", "refuted", "nei")  # in the order of the verifier's shares
_Z = 1.959964
_DIGITS = re.compile(r"[0-9]")
Advance = Callable[[str], None]


class PairSet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of labelled pairs, known by its digest."""

    name: str
    sha256: str
    measure: Literal["accuracy", "balanced"]
    pages: bool = False
    published: str = ""


class CorpusSet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A corpus and its claims, known by their digests."""

    name: str
    sha256: str
    claims: str
    published: str = ""


class Sets(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What sets.toml holds."""

    pairs: tuple[PairSet, ...]
    corpora: tuple[CorpusSet, ...]


@functools.cache
def sets() -> Sets:
    """Read sets.toml."""
    file = importlib.resources.files(__package__) / "sets.toml"
    return msgspec.convert(tomllib.loads(file.read_text("utf-8")), Sets)


def files_in(folder: Path) -> Mapping[str, Path]:
    """Return the labelled files below a folder by their SHA-256."""
    found = sorted([*folder.rglob("*.jsonl"), *folder.rglob("*.jsonl.gz")])
    return {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in found}


def is_kept_out(group: str) -> bool:
    """Say whether the page of a pair is kept out of training; without a page it is not."""
    return bool(group) and int(hashlib.sha256(group.encode()).hexdigest(), 16) % PAGES == 0


def sample(pairs: Sequence[Pair], count: int) -> tuple[Pair, ...]:
    """Return at most `count` pairs, the same ones each time, in the order of the file."""
    order = sorted(pairs, key=lambda pair: hashlib.sha256(pair.id.encode()).digest())
    kept = {id(pair) for pair in order[:count]}
    return tuple(pair for pair in pairs if id(pair) in kept)


def rows_of(known: PairSet, path: Path, count: int) -> tuple[Pair, ...]:
    """Return the pairs of a set that are measured."""
    pairs = read_pairs(path)
    if known.pages:
        pairs = tuple(pair for pair in pairs if is_kept_out(pair.group))
    return sample(pairs, count)


def lines(
    files: Mapping[str, Path],
    verifier: Verifier | None,
    *,
    rows: int,
    cache: Path,
    embedder: Embedder,
    advance: Advance,
) -> Iterator[str]:
    """Yield the lines of the table; of a set that is not among the files there is none.

    Raises:
        UsageError: a file cannot be read, or none of the sets is among them.
    """
    chosen = [one for one in sets().pairs if one.sha256 in files]
    if not chosen:
        raise UsageError("None of the known sets is in this folder.")
    yield from _HEAD
    edits = []
    for known in chosen:
        advance(known.name)
        pairs = rows_of(known, files[known.sha256], rows)
        rules = list(predict(pairs))
        read = rules if verifier is None else list(predict(pairs, verifier))
        whole = agreement(pairs, read)
        if known.name.startswith("SummEdits"):
            edits.append(whole.balanced)
        yield _line(known, pairs, agreement(pairs, rules), whole, verifier)
        if known.pages:
            for name, has in (("claims with figures", True), ("claims without", False)):
                part = [n for n, p in enumerate(pairs) if bool(_DIGITS.search(p.claim)) is has]
                own = [pairs[n] for n in part]
                yield _line(
                    msgspec.structs.replace(known, name=f"- {name}", published=""),
                    own,
                    agreement(own, [rules[n] for n in part]),
                    agreement(own, [read[n] for n in part]),
                    verifier,
                )
    if edits:
        mean = math.fsum(edits) / len(edits)
        told = "other domains: news SummaC 62, QAFactEval 74, GPT-4 83"
        yield f"| SummEdits, mean | | balanced | 50.0 | | {100 * mean:.1f} | | {told} |"
    for corpus in sets().corpora:
        if corpus.sha256 in files and corpus.claims in files:
            advance(corpus.name)
            yield from _of_corpus(corpus, files, verifier, cache, embedder)


def _line(
    known: PairSet,
    pairs: Sequence[Pair],
    rules: Agreement,
    read: Agreement,
    verifier: Verifier | None,
) -> str:
    balanced = known.measure == "balanced"
    one = 0.5 if balanced else max(share.value or 0 for share in read.trivial.values())
    mine, before = (a.balanced if balanced else a.accuracy.value or 0 for a in (read, rules))
    low, high = _interval(read) if balanced else (read.low, read.high)
    alone = "" if balanced or verifier is None else f"{100 * _alone(pairs, verifier):.1f}"
    cells = (
        known.name, str(len(pairs)), known.measure, f"{100 * one:.1f}", f"{100 * before:.1f}",
        f"{100 * mine:.1f} ({100 * low:.1f} to {100 * high:.1f})", alone, known.published,
    )  # fmt: skip
    return f"| {' | '.join(cells)} |"


def _interval(found: Agreement) -> tuple[float, float]:
    """Return the 95% interval of a balanced accuracy, the shares of the labels being normal."""
    spread = _Z * math.sqrt(math.fsum(found.variances)) / max(len(found.variances), 1)
    return max(0.0, found.balanced - spread), min(1.0, found.balanced + spread)


def _alone(pairs: Sequence[Pair], verifier: Verifier) -> float:
    """Return the accuracy of the verifier's surest answer, without the rules."""
    shares = verifier.scores([(pair.claim, pair.evidence) for pair in pairs])
    known = {pair.label for pair in pairs}
    right = 0
    for row, pair in zip(shares.tolist(), pairs, strict=True):
        if "nei" in known:
            right += _LABELS[row.index(max(row))] == pair.label
        else:
            against = max(row[1:]) if "not_supported" in known else row[1]
            right += (row[0] > against) == (pair.label == "supported")
    return right / len(pairs)


def _of_corpus(
    known: CorpusSet,
    files: Mapping[str, Path],
    verifier: Verifier | None,
    cache: Path,
    embedder: Embedder,
) -> Iterator[str]:
    asked = end_to_end.read_claims(files[known.claims])
    with Index.open(end_to_end.build(files[known.sha256], cache, embedder)) as index:
        rules, read = (
            end_to_end.measure(asked, list(end_to_end.answer(asked, index, embedder, one)))
            for one in (None, verifier)
        )
    for rank, share in read.recall.items():
        value = f"{100 * (share.value or 0):.1f}"
        yield f"| {known.name} | {share.of} | recall@{rank} | | {value} | {value} | | |"
    figures = (rules.agreement.macro_f1, read.agreement.macro_f1)
    before, mine = (f"{100 * figure:.1f}" for figure in figures)
    yield f"| {known.name} | {len(asked)} | macro-F1 | | {before} | {mine} | | {known.published} |"


def written(page: str, table: Iterable[str]) -> str:
    """Return a page with the lines between its two marks replaced.

    Raises:
        UsageError: the marks are not there.
    """
    before, start, rest = page.partition(START)
    _, end, after = rest.partition(END)
    if not start or not end:
        raise UsageError(f"The page holds no {START} and {END}.")
    return "\n".join([before + START, *table, END + after])
