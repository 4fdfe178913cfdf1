"""The draft itself with its claims marked, as one file that needs nothing else.

It is readable without its script, which only adds keys and clicks; filters are plain CSS. The
policy in its head forbids everything but its own style and script.
"""

from __future__ import annotations

import base64
import hashlib
import importlib.resources
from collections.abc import Sequence

from lxml import etree

from factcheck.report.html_notes import note
from factcheck.report.html_text import text_of
from factcheck.report.items import Item, items
from factcheck.report.markup import Element, tag
from factcheck.report.outcomes import Outcome, count
from factcheck.report.summary import NO_CLAIM, NO_PASSAGE, counts_in_words, headline, notices_of
from factcheck.report.wording import freshness, plural
from factcheck.schema import ClaimKind, Label, Refusal, Report

_LABELS: tuple[Label, ...] = ("conflicting", "unsupported", "corroborated")
_KINDS: tuple[ClaimKind, ...] = ("quantity", "date", "quote", "role", "statement")
_BLOCKS = (
    "head",
    "section",
    "article",
    "div",
    "h1",
    "h2",
    "h3",
    "p",
    "pre",
    "blockquote",
    "li",
    "ol",
)
_KEYS = (("j", "next claim"), ("k", "previous claim"), ("Enter", "its passage"), ("Esc", "back"))


def to_html(outcomes: Sequence[Outcome], only: Label | None) -> str:
    """Return the page of all drafts; it names no file and no address but those of the sources."""
    listed = [
        items(outcome, only) if not isinstance(outcome, Refusal) else [] for outcome in outcomes
    ]
    alone = len(outcomes) == 1
    filters = _filters([item for found in listed for item in found])
    parts = [
        _part(f"{number}", outcome, found, filters if alone else None)
        for number, (outcome, found) in enumerate(zip(outcomes, listed, strict=True), start=1)
    ]
    main = tag("main", *([] if alone else filters), *parts)
    body = tag("body", *([] if alone else [_banner(outcomes)]), main, _footer(outcomes))
    title = _path(outcomes[0]) if alone else plural(len(outcomes), "draft")
    page = tag("html", _head(title), body, lang="en")
    body.append(tag("script", _own("draft.js")))
    for element in page.iter(*_BLOCKS):
        element.tail = f"{element.tail or ''}\n"
    written: str = etree.tostring(
        page, method="html", encoding="unicode", doctype="<!DOCTYPE html>"
    )
    return written + "\n"


def _head(title: str) -> Element:
    style, script = _own("draft.css"), _own("draft.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", f"{title} - factcheck"),
        tag("style", style),
    )


def _own(name: str) -> str:
    return importlib.resources.files("factcheck.report").joinpath(name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _path(outcome: Outcome) -> str:
    return outcome.path if isinstance(outcome, Refusal) else outcome.document.origin.path


def _banner(outcomes: Sequence[Outcome]) -> Element:
    counts = [tag("p", counts_in_words(count(outcomes)))]
    shown = counts if any(isinstance(outcome, Report) for outcome in outcomes) else []
    return tag("header", tag("h1", plural(len(outcomes), "draft")), *shown)


def _footer(outcomes: Sequence[Outcome]) -> Element:
    words = ["A verdict says what the sources say, not what is so."]
    for outcome in outcomes:
        if isinstance(outcome, Report):
            made = outcome.provenance
            words.append(f"factcheck {made.version}, model {made.model}, index {made.index}.")
            break
    return tag("footer", tag("p", " ".join(words)))


def _filters(every: Sequence[Item]) -> list[Element]:
    """Return the boxes that hide claims by verdict and kind, and the keys."""
    if not every:
        return []
    groups = (
        ("Verdict", [(w, sum(i.label == w for i in every)) for w in _LABELS]),
        ("Kind", [(w, sum(i.claim.kind == w for i in every)) for w in _KINDS]),
    )
    sets = [
        tag("fieldset", tag("legend", name), *(_box(word, number) for word, number in there))
        for name, counted in groups
        if len(there := [(word, number) for word, number in counted if number]) > 1
    ]
    status = tag("p", role="status", id="status", class_="meta")
    filters = tag("form", *sets, status, class_="filters", aria_label="Show claims")
    keys: list[Element | str] = []
    for key, meaning in _KEYS:
        keys += [tag("kbd", key), " ", tag("span", meaning), " "]
    return [filters, tag("p", *keys, class_="keys", hidden="hidden")]


def _box(word: str, number: int) -> Element:
    box = tag("input", type="checkbox", id=f"show-{word}", checked="checked", autocomplete="off")
    return tag("label", box, f"{word} ({number})")


def _part(
    part: str, outcome: Outcome, found: Sequence[Item], filters: Sequence[Element] | None
) -> Element:
    """Return one draft; it has the `filters` where it is the only one, and a lower heading else."""
    level, below = ("h2", "h3") if filters is None else ("h1", "h2")
    if isinstance(outcome, Refusal):
        words = tag("p", tag("strong", "refused"), f" {outcome.code}: {outcome.reason}")
        return tag("section", tag(level, outcome.path), words, class_="refused")
    path = outcome.document.origin.path
    notes = [tag("ol", *(note(part, item) for item in found), class_="notes")] if found else []
    claims = tag(
        "section",
        tag(below, "Claims"),
        *_nothing(outcome, found),
        *notes,
        class_="claims",
        aria_label=f"Claims of {path}",
    )
    text = tag(
        "article",
        *text_of(part, outcome.document, found, below),
        class_="text",
        aria_label=f"Draft {path}",
    )
    about = tag("div", tag(level, path), *_said(outcome), class_="about")
    return tag("section", about, *(filters or []), tag("div", text, claims, class_="draft"))


def _said(outcome: Outcome) -> list[Element]:
    """Return what is said of a whole draft above it."""
    if isinstance(outcome, Refusal):
        return []
    lines = [tag("p", headline(outcome), class_="meta")]
    if isinstance(outcome, Report):
        counted = counts_in_words(count([outcome]), with_refused=False)
        fresh = freshness(outcome.provenance.newest_source, outcome.as_of)
        lines.append(tag("p", tag("strong", counted), f" · {fresh}"))
    return lines + [tag("p", f"Note: {notice.message}") for notice in notices_of(outcome)]


def _nothing(outcome: Outcome, found: Sequence[Item]) -> list[Element]:
    """Say in words why there is less than one might look for."""
    words: list[str] = []
    if isinstance(outcome, Report):
        if not outcome.provenance.passages:
            words.append(NO_PASSAGE)
        if not outcome.verdicts:
            words.append(NO_CLAIM)
        elif hidden := len(outcome.verdicts) - len(found):
            words.append(f"{plural(hidden, 'claim')} not shown: only a part was asked for.")
    elif not found:
        words.append(NO_CLAIM)
    return [tag("p", line) for line in words]
