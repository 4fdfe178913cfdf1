"""The page of an audit: pictures, then what conflicts, each with its evidence; nothing remote."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence
from importlib import resources
from typing import TYPE_CHECKING

from factcheck.audit import pictures
from factcheck.audit.rows import ClaimRow, DocumentRow, EvidenceRow
from factcheck.audit.tally import Tally
from factcheck.report.escaping import for_terminal
from factcheck.report.wording import plural
from factcheck.schema import Origin

if TYPE_CHECKING:
    from factcheck.audit.results import Summary

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Audit</title>
<style>
{style}</style>
</head>
<body>
{body}
</body>
</html>
"""


def render(tally: Tally, summary: Summary) -> str:
    """Return the page; the same counts and findings give the same bytes."""
    style = resources.files("factcheck.audit").joinpath("page.css").read_text("utf-8")
    body = "\n".join(_body(tally, summary))
    return _PAGE.format(policy=_POLICY, style=style, body=body)


def _body(tally: Tally, summary: Summary) -> Iterator[str]:
    yield "<header>\n<h1>Audit</h1>"
    yield from (f"<p>{said}</p>" for said in _opening(summary))
    yield "</header>"
    yield from _picture(
        "When do claims conflict, and of which kind?",
        pictures.over_time(tally.cells),
        _undated(tally),
    )
    yield from _picture(
        "Where to look first",
        pictures.most_contradicted(tally.documents.items, tally.figures.items),
        "",
    )
    yield from _table("Conflicts", tally.conflicts.items, tally.conflicts.seen)
    yield from _table("Sources that disagree", tally.disagreeing.items, tally.disagreeing.seen)
    yield from _refused(tally.refused.items, tally.refused.seen)
    yield f"<footer><p>{_e(_provenance(summary))}</p></footer>"


def _opening(summary: Summary) -> Iterator[str]:
    documents = [
        f"{count:,} {_e(state)}" for state, count in summary.documents.items() if state != "found"
    ]
    yield f"<b>{plural(summary.documents['found'], 'document')}</b>: {', '.join(documents)}."
    claims = summary.claims
    verdicts = ", ".join(
        f'<span class="{label}">{count:,} {label}</span>' for label, count in claims.items()
    )
    yield f"<b>{plural(sum(claims.values()), 'claim')}</b>: {verdicts}."
    facts = summary.facts
    newest = f", the newest of {facts.newest_source}" if facts.newest_source else ""
    said = f"Held against {plural(facts.passages, 'passage')}{newest}"
    if facts.against_earlier:
        said += "; each document against those dated before it"
    if facts.since:
        said += f"; documents since {facts.since}"
    if facts.kinds:
        said += f"; claims of {', '.join(facts.kinds)} only"
    yield f"{_e(said)}."
    yield from (_e(notice.message) for notice in facts.notices)


def _picture(title: str, drawn: str, caption: str) -> Iterator[str]:
    if drawn:
        below = f"<figcaption>{_e(caption)}</figcaption>" if caption else ""
        yield f"<figure>\n<h2>{_e(title)}</h2>\n{drawn}\n{below}</figure>"


def _undated(tally: Tally) -> str:
    count = sum(n for cell, n in tally.cells.items() if not cell.month)
    return f"{plural(count, 'claim')} of documents without a date cannot be shown." if count else ""


def _table(title: str, rows: Sequence[ClaimRow], count: int) -> Iterator[str]:
    yield f"<section>\n<h2>{_e(title)}</h2>"
    if not rows:
        yield "<p>None.</p>"
    elif count > len(rows):
        yield f"<p>The {len(rows):,} strongest of {count:,}; all are in claims.jsonl.</p>"
    yield from map(_finding, rows)
    yield "</section>"


def _finding(row: ClaimRow) -> str:
    sides = [
        f'<div class="says"><h3>{_where(row, "")}</h3>'
        f"<p>{_marked(row.sentence, row.differs)}</p></div>",
        *map(_evidence, row.evidence[:1]),
    ]
    more = "\n".join(map(_evidence, row.evidence[1:]))
    if more:
        told = _e(f"{plural(len(row.evidence) - 1, 'passage')} more")
        sides.append(f"<details><summary>{told}</summary>\n{more}\n</details>")
    counts = [f"{row.differing:,} say otherwise", f"{row.agreeing:,} agree"]
    facts = " · ".join([row.kind, row.reason, *counts, f"{row.confidence:.2f}", *row.remarks])
    return (
        f'<article id="{_e(row.id)}">\n<p class="why">{_e(row.explanation)}</p>\n'
        + "\n".join(sides)
        + f'\n<p class="facts">{_e(facts)}</p>\n</article>'
    )


def _evidence(evidence: EvidenceRow) -> str:
    where = _where(evidence, evidence.source)
    word = {"agrees": "agrees", "differs": "says otherwise"}.get(evidence.relation, "open")
    return (
        f'<div class="{_e(evidence.relation)}"><h3>{where} <i>{word}</i></h3>'
        f"<blockquote>{_marked(evidence.text, evidence.differs)}</blockquote></div>"
    )


def _where(row: ClaimRow | EvidenceRow, source: str) -> str:
    place = Origin(row.document, row.path, "", "", row.date, "").place(row.line)
    parts = [str(row.date) if row.date else "no date", source]
    said = " · ".join(part for part in parts if part)
    return f"<code>{_e(place)}</code> {_e(said)}"


def _marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return the text with the spans marked; of two that overlap the later part of the second."""
    made, at = [], 0
    for start, end in sorted(spans):
        begin = max(start, at)
        if begin < end:
            made += [_e(text[at:begin]), f"<mark>{_e(text[begin:end])}</mark>"]
            at = end
    return "".join([*made, _e(text[at:])])


def _refused(rows: Sequence[DocumentRow], count: int) -> Iterator[str]:
    if not rows:
        return
    yield "<section>\n<h2>Not checked</h2>"
    if count > len(rows):
        yield f"<p>The first {len(rows):,} of {count:,}; all are in documents.csv.</p>"
    yield "<ul>"
    for row in rows:
        yield f"<li><code>{_e(row.path)}</code> {_e(row.message)} ({_e(row.code)})</li>"
    yield "</ul>\n</section>"


def _provenance(summary: Summary) -> str:
    facts = summary.facts
    verifier = f" · verifier {facts.verifier[:16]}" if facts.verifier else ""
    return (
        f"factcheck {facts.version} · settings {facts.settings} · "
        f"model {facts.model[:16]}{verifier} · index {facts.index}"
    )


def _e(text: str) -> str:
    return html.escape(for_terminal(text))
