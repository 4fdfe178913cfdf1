"""The whole flow on one page: a draft and an index in, a report out."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from factcheck import __version__, corpus
from factcheck.config import Limits, Settings
from factcheck.embed import Embedder, Encoded, open_model
from factcheck.entail import Verifier, chosen_verifier
from factcheck.extract.claims import explain, extract
from factcheck.extract.language import looks_english
from factcheck.extract.quantities import is_conversion
from factcheck.extract.rank import ranked
from factcheck.extract.reading import Blocked, Reading
from factcheck.index import Index, Indices
from factcheck.judge import Case, judge_all, settle
from factcheck.judge.draft import find_disagreements, remarked
from factcheck.retrieve import questions, retrieve
from factcheck.schema import (
    Candidate,
    Claim,
    ClaimKind,
    Document,
    Notice,
    Provenance,
    Quantity,
    Report,
    Span,
    Statement,
)
from factcheck.segment import segment
from factcheck.vocabulary import statements
from factcheck.vocabulary.additions import adding

_SOME_DAY = dt.date(2090, 1, 2)  # a Monday: nothing the text dates lies behind it
MAX_EVIDENCE = 5  # passages kept beside a verdict


class Checker:
    """An index (or several) with its model, loaded once, that checks any number of documents."""

    def __init__(
        self,
        index: Index | Indices,
        embedder: Embedder,
        settings: Settings | None = None,
        verifier: Verifier | None = None,
    ) -> None:
        self.index = index
        self.embedder = embedder
        self.settings = settings or Settings()
        self.verifier = verifier

    @classmethod
    def open(
        cls,
        path: Path | Sequence[Path],
        settings: Settings | None = None,
        *,
        in_order: bool = False,
    ) -> Checker:
        """Open the index at `path` with the model it was built with; several are searched as one.

        Of several, documents have the name of their index before their ids, as in `wire:a.txt`.
        They rank alike, but for `settings.sources`; `in_order`, each outranks those named later.

        Raises:
            IndexMissingError: there is no index at `path`.
            IndexStateError: the index is damaged, empty, or of another format.
            ModelError: the model is missing or damaged, or several indices have different ones.
            UsageError: an index is named twice.
        """
        settings = settings or Settings()
        paths = [path] if isinstance(path, Path) else list(path)
        if len(paths) == 1:
            index: Index | Indices = Index.open(paths[0])
        else:
            index = Indices.open(paths)
            if in_order:
                settings = settings.ranked(index.ranks)
        verifier = chosen_verifier(settings.verification.verifier)
        return cls(index, open_model(index.info.model.name), settings, verifier)

    @functools.cached_property
    def _changes(self) -> tuple[Notice, ...]:
        """What has changed since the sources were read: files by their stamps, and our tables."""
        changes = corpus.notices(self.index)
        if set(self.index.tables) == {self.settings.tables.digest}:
            return changes
        said = (
            "The sources were read with other aliases or measures than are configured here; "
            "factcheck index build --index PATH reads them anew."
        )
        return (*changes, Notice("other-tables", said))

    def check(self, document: Document, as_of: dt.date | None = None) -> Report:
        """Return a verdict on every claim of a document, each with the passages that tell most.

        The verdicts stand in the order of the text. `as_of` replaces the document's own date. The
        document is never evidence for itself.

        Raises:
            ModelError: the model is not the one that the index was built with.
            IndexStateError: a passage that would be shown is damaged.
        """
        report = self.explain(document, as_of)
        verdicts = tuple(
            msgspec.structs.replace(verdict, evidence=verdict.evidence[:MAX_EVIDENCE])
            for verdict in report.verdicts
        )
        return msgspec.structs.replace(report, verdicts=verdicts)

    def check_all(
        self,
        documents: Sequence[Document],
        *,
        kinds: Collection[ClaimKind] = (),
        against_earlier: bool = False,
    ) -> Iterator[Report]:
        """Yield what `explain` returns of each document, in order; all is encoded at once.

        Only claims of these `kinds` get a verdict, if any are named. With `against_earlier` each
        document is held against the sources dated before it, without copies of its own sentences.

        Raises what `check` raises.
        """
        with adding(self.settings.tables):
            read = [read_claims(document, None, self.settings.limits) for document in documents]
        asked = [[c for c in claims if not kinds or c.kind in kinds] for claims in read]
        texts = {
            text
            for document, claims in zip(documents, asked, strict=True)
            for claim in claims
            for text in questions(document, claim)
        }
        encoded = Encoded(self.embedder, texts)
        for document, told, claims in zip(documents, read, asked, strict=True):
            before = document.origin.date if against_earlier else None
            with adding(self.settings.tables):
                found = retrieve(
                    claims, document, self.index, encoded, self.settings.retrieval, before=before
                )
                report = self._report(document, told, claims, found, None)
            yield report

    def explain(self, document: Document, as_of: dt.date | None = None) -> Report:
        """Return the report of `check` with every passage that was looked at.

        Raises what `check` raises.
        """
        with adding(self.settings.tables):
            claims = read_claims(document, as_of, self.settings.limits)
            found = retrieve(claims, document, self.index, self.embedder, self.settings.retrieval)
            return self._report(document, claims, claims, found, as_of)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What is said of the index in each report; of its vectors once they were asked."""
        return (*self.index.notices, *self._changes)

    def _report(
        self,
        document: Document,
        told: Sequence[Claim],
        claims: Sequence[Claim],
        found: Sequence[Sequence[Candidate]],
        as_of: dt.date | None,
    ) -> Report:
        """Judge `claims`, some of those `told` in the document, by the candidates of each."""
        when = as_of or document.origin.date
        siblings: dict[Span, list[Claim]] = {}
        for claim in told:
            siblings.setdefault(claim.sentence, []).append(claim)
        cases = [
            Case(claim, candidates, siblings[claim.sentence], _asked(document, claim))
            for claim, candidates in zip(claims, found, strict=True)
        ]
        settings = self.settings
        verdicts = settle(
            judge_all(
                cases, settings.periods, settings.sources, self.verifier, settings.verification
            )
        )
        disagreeing = find_disagreeing(document, told, as_of, self.settings)
        info = self.index.info
        provenance = Provenance(
            version=__version__,
            settings=self.settings.digest,
            model=self.embedder.digest,
            index=info.state,
            passages=info.passages,
            newest_source=self.index.newest,
            verifier=self.verifier.digest if self.verifier else "",
        )
        # Of the index last: what is wrong with its vectors shows once they were asked.
        read = notices_on(document, told, when, self.settings.limits)
        notices = (*document.notices, *read, *self.notices)
        return Report(document, when, remarked(verdicts, disagreeing), notices, provenance)


def _asked(document: Document, claim: Claim) -> str:
    """Return the words that a verifier is asked about."""
    span = claim.span if claim.kind == "statement" else claim.sentence
    return document.text[span.start : span.end]


def read_claims(
    document: Document, as_of: dt.date | None = None, limits: Limits | None = None
) -> tuple[Claim, ...]:
    """Return every checkable claim of a document; no index is needed.

    A sentence with a figure or quote is checked by it, what is dated by its date, any other as a
    statement; an act that might have been the opposite one ("rejected on Monday") by both. Where a
    text does not look like English only its figures are claims.
    """
    return _listed(document, extract(document, segment(document), as_of, limits))


def find_disagreeing(
    document: Document,
    claims: Sequence[Claim],
    as_of: dt.date | None = None,
    settings: Settings | None = None,
) -> Mapping[str, tuple[Claim, ...]]:
    """Return, by the id of each claim of a draft, its other claims that give another value.

    No index is needed. A text without a date was written on one day all the same.
    """
    settings = settings or Settings()
    told = claims
    if as_of is None and document.origin.date is None:
        told = read_claims(document, _SOME_DAY, settings.limits)
    found = find_disagreements(document, told, settings.periods)
    known = {claim.id: claim for claim in claims}
    return {
        name: tuple(known[other.id] for other in others if other.id in known)
        for name, others in found.items()
        if name in known
    }


def explain_claims(
    document: Document, as_of: dt.date | None = None, limits: Limits | None = None
) -> tuple[tuple[Claim, ...], tuple[Blocked, ...]]:
    """Return the claims of `read_claims`, and what looks like a figure or date and is none.

    Spans of both count characters of the document's text.
    """
    claims, blocked = explain(document, segment(document), as_of, limits)
    converted = _conversions(document, claims)
    foreign = () if looks_english(document.text) else [c for c in claims if c.kind == "date"]
    more = [Blocked(claim.span, "conversion") for claim in claims if claim.id in converted]
    more += (Blocked(claim.span, "not-english") for claim in foreign)
    in_order = sorted((*blocked, *more), key=lambda block: block.span)
    return _listed(document, claims), tuple(in_order)


def _listed(document: Document, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    converted = _conversions(document, claims)
    claims = tuple(claim for claim in claims if claim.id not in converted)
    if not looks_english(document.text):
        return ranked(document, [claim for claim in claims if claim.kind == "quantity"])
    valued = {claim.sentence for claim in claims if _is_valued(claim)}
    dated = [claim for claim in claims if claim.kind == "date"]
    listed = [
        claim
        for claim in claims
        if claim.kind != "statement"
        or not (
            claim.sentence in valued
            or (any(_dates(date, claim) for date in dated) and not _has_opposite(claim))
        )
    ]
    return ranked(document, listed)


def _is_valued(claim: Claim) -> bool:
    """Say whether a claim is checked by its value: "the first to leave" by its sentence."""
    is_ordinal = isinstance(claim.value, Quantity) and claim.value.kind == "ordinal"
    return claim.kind in {"quantity", "quote"} and not is_ordinal


def _dates(date: Claim, statement: Claim) -> bool:
    """Say whether a date is that of a statement, and not of an aside ("who rode until May")."""
    start = statement.span.start
    return date.sentence == statement.sentence and date.clause.start <= start < date.clause.end


def _has_opposite(claim: Claim) -> bool:
    """Say whether a table gives an opposite of the act a statement tells of."""
    verb = claim.value.verb if isinstance(claim.value, Statement) else ""
    said = statements.tables()
    return any(said.key(verb.removeprefix("be ")) in pair for pair in said.opposites)


def _conversions(document: Document, claims: tuple[Claim, ...]) -> frozenset[str]:
    """Return the ids of the figures that only repeat the one before them in another unit.

    A draft claims the figure once; of a source both may be compared with a draft. Source:
    docs/verdicts.md ("Figures").
    """
    figures = [claim for claim in claims if claim.kind == "quantity"]
    readings = [Reading(claim.span, claim.value) for claim in figures]
    return frozenset(
        claim.id
        for claim, (one, other) in zip(figures[1:], itertools.pairwise(readings), strict=False)
        if is_conversion(document.text, one, other)
    )


def notices_on(
    document: Document,
    claims: Sequence[Claim],
    when: dt.date | None,
    limits: Limits | None = None,
) -> list[Notice]:
    """Return what a checker should know about the reading of a draft as of a day."""
    notices = []
    most = (limits or Limits()).max_claims
    if len(claims) >= most:
        said = f"Only the first {most} claims were read (max_claims); split the draft."
        notices.append(Notice("too-many-claims", said))
    if not looks_english(document.text):
        notices.append(
            Notice("not-english", "This does not look like English; only figures were read.")
        )
    if not claims:
        notices.append(Notice("no-claims", "No checkable claim was found in this draft."))
    if when is None:
        notices.append(
            Notice(
                "no-date",
                "The draft has no date, so claims that depend on time stay open; "
                "give one with --as-of DATE.",
            )
        )
    return notices
