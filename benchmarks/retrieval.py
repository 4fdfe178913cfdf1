"""How often the passage that matters is among the first ten: by meaning, words, value, and all.

    python -m benchmarks.retrieval WORK scifact CORPUS.jsonl.gz CLAIMS.jsonl [ABSTRACTS]
    python -m benchmarks.retrieval WORK figures CORPUS.jsonl [PAIRS]

WORK keeps the index and what was encoded.

`scifact`: claims written by experts against the abstracts they cite among ABSTRACTS others; found
is a claim one of whose abstracts has a sentence among the ten.

`figures`: sentences of a corpus with a figure, asked for in two edited forms; found is the sentence
itself. The forms are made by rule and are no paraphrase: `another figure` is the clause of the
figure with a tenth added to it, `half the words` keeps every second word and the figure.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.remembered import Remembered
from benchmarks.texts import records
from factcheck import corpus
from factcheck.config import Retrieval
from factcheck.extract.claims import extract
from factcheck.index import Hit, Index
from factcheck.pipeline import read_claims
from factcheck.readers import read_text
from factcheck.schema import Quantity

_FIRST = 10
_WORD = re.compile(r"(?<!\w)\w{2,40}+(?!\w)")
_WAYS = ("meaning", "words", "value", "all")


class Question(NamedTuple):
    """What is asked, its figure if it has one, and what counts as found: documents or texts."""

    text: str
    value: Quantity | None
    wanted: frozenset[str]


def lists(index: Index, model: Remembered, question: Question) -> dict[str, list[Hit]]:
    """Return what each way finds, best first, and their fusion by rank."""
    settings = Retrieval()
    terms = _WORD.findall(question.text.lower())
    found = {
        "meaning": index.nearest(model.encode([question.text]), settings.dense)[0],
        "words": index.by_words(terms, settings.words, rarest=settings.rare_terms),
        "value": index.by_value(question.value, settings.value) if question.value else [],
    }
    scores: dict[Hit, float] = {}
    for hits in found.values():
        for rank, hit in enumerate(hits, start=1):
            key = hit._replace(score=0.0)
            scores[key] = scores.get(key, 0.0) + 1 / (settings.fusion_constant + rank)
    return {**found, "all": sorted(scores, key=lambda hit: (-scores[hit], hit))}


def report(name: str, index: Index, model: Remembered, questions: Iterable[Question]) -> None:
    """Write the share of questions answered among the first ten, for each way."""
    asked, valued, found = 0, 0, dict.fromkeys(_WAYS, 0)
    for question in questions:
        asked += 1
        valued += question.value is not None
        for way, hits in lists(index, model, question).items():
            held = index.passages(hit.passage for hit in hits[:_FIRST])
            told = {(passage.origin.id, passage.text) for passage, _ in held.values()}
            found[way] += any(not question.wanted.isdisjoint(pair) for pair in told)
    base = {**dict.fromkeys(_WAYS, asked), "value": valued}
    shares = (f"{way} {found[way] / base[way]:.3f}" for way in _WAYS if base[way])
    sys.stdout.write(f"{name}: {asked} questions ({valued} with a figure): {', '.join(shares)}\n")


def figure(text: str) -> Quantity | None:
    """Return the first figure of a text, as a draft's claim has it."""
    values = (claim.value for claim in read_claims(read_text(text, "question.txt")))
    return next((value for value in values if isinstance(value, Quantity)), None)


def scifact(claims: Path) -> Iterator[Question]:
    """Yield the claims that cite evidence."""
    for record in records(claims):
        evidence: Any = record["evidence"]
        if evidence:
            text = str(record["claim"])
            wanted = frozenset(f"abstracts.jsonl#{name}" for name in evidence)
            yield Question(text, figure(text), wanted)


def abstracts(source: Path, claims: Path, more: int) -> Iterator[dict[str, str]]:
    """Yield the abstracts that claims cite, and the first `more` others."""
    cited = {str(name) for record in records(claims) for name in dict(record["evidence"])}  # type: ignore[call-overload]
    for record in records(source):
        if str(record["doc_id"]) not in cited:
            more -= 1
            if more < 0:
                continue
        told: Any = record["abstract"]
        yield {"id": str(record["doc_id"]), "text": " ".join(told), "title": str(record["title"])}


def edited(index: Index, most: int) -> dict[str, list[Question]]:
    """Return up to `most` sentences with a figure, spread evenly, in each of two edited forms."""
    found: dict[str, list[Question]] = {"another figure": [], "half the words": []}
    step = max(len(index) // (3 * most), 1)
    for number, (passage, claims) in index.passages(range(1, len(index) + 1, step)).items():
        value = next((c for c in claims if isinstance(c.value, Quantity)), None)
        if value is None or len(found["another figure"]) == most or not number:
            continue
        at = passage.span.start
        clause = passage.text[value.clause.start - at : value.clause.end - at]
        other = _more(value.text)
        words = passage.text.split()
        figures = value.text.split()
        half = " ".join(w for n, w in enumerate(words) if n % 2 == 0 or w in figures)
        if other is None or value.text not in clause or value.text not in half:
            continue
        wanted = frozenset([passage.text])
        for form, text in (
            ("another figure", clause.replace(value.text, other)),
            ("half the words", half),
        ):
            found[form].append(Question(text, figure(text), wanted))
    return found


def _more(figures: str) -> str | None:
    plain = figures.replace(",", "")
    if not re.fullmatch(r"[0-9]{1,12}", plain):
        return None
    return f"{int(Decimal(plain) * 11 / 10) + 1:,}"


def _built(work: Path, source: Path, model: Remembered) -> Index:
    path = work / f"index-{source.stem}"
    corpus.build([source], path, model, extract=extract)
    model.save()
    return Index.open(path)


def main(work: Path, kind: str, given: Sequence[str]) -> None:
    """Write one line a set of questions."""
    model = Remembered(work)
    if kind == "scifact":
        import json

        source, claims, more = Path(given[0]), Path(given[1]), int(given[2] if given[2:] else 500)
        file = work / "abstracts.jsonl"
        rows = abstracts(source, claims, more)
        file.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
        with _built(work, file, model) as index:
            report(f"SciFact, {index.info.passages:,} sentences", index, model, scifact(claims))
    else:
        with _built(work, Path(given[0]), model) as index:
            for form, questions in edited(index, int(given[1] if given[1:] else 500)).items():
                name = f"{form}, {index.info.passages:,} sentences"
                report(name, index, model, questions)
    model.save()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:])
