"""Every threshold and limit of the product, in groups; functions take the group they need.

Each value's comment says what it rests on.
"""

from __future__ import annotations

import dataclasses
import hashlib
from decimal import Decimal


@dataclasses.dataclass(frozen=True, slots=True)
class Limits:
    """What one input may cost before it is refused or cut."""

    max_file_bytes: int = 20_000_000  # trafilatura's figure
    max_characters: int = 5_000_000  # of one document
    max_sentence_characters: int = 5_000  # given to patterns; longer ones are cut at white space
    max_record_bytes: int = 10_000_000  # one JSON line or CSV row
    max_json_depth: int = 100  # far below the interpreter's recursion limit
    max_claims: int = 10_000  # of one document, then a notice
    max_markup_depth: int = 256  # lxml's own
    max_unpacked_bytes: int = 100_000_000  # of a Word or Excel file, which are zip archives
    max_unpacked_ratio: int = 100  # to one packed byte; real Word text rarely passes 20
    max_zip_members: int = 2_000  # of such a file
    max_tags: int = 4_000_000  # of XML in such a file; a book has some 500,000
    max_cells: int = 500_000  # of one workbook; some five seconds
    max_pdf_pages: int = 2_000
    pdf_seconds: int = 30  # then the process that reads a PDF is ended
    pdf_memory_bytes: int = 2_000_000_000  # address space of that process


@dataclasses.dataclass(frozen=True, slots=True)
class Retrieval:
    """How many candidates are looked at for one claim."""

    dense: int = 40  # nearest passages by vector
    words: int = 40  # best passages by words (FTS5)
    value: int = 40  # passages that hold the same value
    near: int = 40  # nearest by vector among sources dated near the claim's own time
    days_before: int = 130  # near in time: wider by half than the windows of `Periods`
    days_after: int = 45
    rare_terms: int = 10  # FTS5 query terms: 10 rarest gave recall@50 .997 on MSR pairs
    candidates: int = 60  # after fusion, handed to alignment
    fusion_constant: int = 60  # of reciprocal rank fusion (Cormack et al. 2009)


@dataclasses.dataclass(frozen=True, slots=True)
class Periods:
    """Windows of time in days; docs/verdicts.md ("Time")."""

    same_day: int = 1  # a source within a day of the as-of date counts as of that day
    outdated_cumulative: int = 90  # an older total says nothing of the present one
    later: int = 31  # a later source within this still corroborates
    level: int = 90  # levels are compared within this
    event: int = 31  # what is told without a date happened within this before
    same_event: int = 1  # before its telling; counts of attacks farther apart are of two
    superseded: int = 7  # a level or total this much older than the newest is outdated
    role: int = 365  # an office is compared within a year


@dataclasses.dataclass(frozen=True, slots=True)
class Sources:
    """How the newsroom's sources rank; equal unless it says otherwise."""

    # (pattern, rank): of a source's name or path, with * and ? and [...], in any case. The first
    # that fits gives the rank, none gives 0; the highest rank decides.
    ranks: tuple[tuple[str, int], ...] = ()


Named = tuple[tuple[str, tuple[str, ...]], ...]  # a name, and the words that mean the same


@dataclasses.dataclass(frozen=True, slots=True)
class Tolerance:
    """How far a source's figure of a kind may be from the draft's and still agree.

    `share` is of the draft's figure, `points` in its own unit; the larger one counts. A figure
    conflicts when it is more than double as far away.
    """

    kind: str  # a QuantityKind
    share: Decimal = Decimal(0)
    points: Decimal = Decimal(0)


@dataclasses.dataclass(frozen=True, slots=True)
class Tables:
    """What a newsroom adds to the tables of `vocabulary/`.

    `places`, `bodies`, `persons`, `roles` and `units` name each by the name we use; units by their
    key or, for currencies, their code. `motions` are words of a clause that tell how its figure
    moves with time.
    """

    places: Named = ()
    bodies: Named = ()
    persons: Named = ()
    roles: Named = ()
    units: Named = ()
    motions: Named = ()
    tolerances: tuple[Tolerance, ...] = ()

    @property
    def digest(self) -> str:
        """A digest of what sources are read with; empty where nothing is added to that."""
        read = dataclasses.replace(self, tolerances=())
        return "" if read == Tables() else hashlib.sha256(repr(read).encode()).hexdigest()[:16]


NO_VERIFIER = "none"


@dataclasses.dataclass(frozen=True, slots=True)
class Verification:
    """What the learned verifier is asked, and how sure it must be."""

    verifier: str = ""  # a folder with another one, or NO_VERIFIER; empty is the packaged one
    candidates: int = 3  # passages a claim; in a long evidence, `bench` asks of 8
    given: bool = False  # the passages are known to be about the claim, as in labelled pairs
    same_measure: float = 0.85  # of a pair with its figures hidden
    figure_supports: float = 0.7  # of the same pair with its figures, beside equal ones
    surely_same_measure: float = 0.9  # of such a pair, where the figures differ
    figure_refutes: float = 0.5  # of the pair with its figures, beside figures that differ
    supports: float = 0.85  # of a statement; at .7 a near miss of the case set was borne out
    refutes: float = 0.9  # of a statement
    carried: float = 0.2  # supports a statement that the rules find carried without its values


@dataclasses.dataclass(frozen=True, slots=True)
class Settings:
    """All groups together."""

    limits: Limits = Limits()
    retrieval: Retrieval = Retrieval()
    periods: Periods = Periods()
    sources: Sources = Sources()
    verification: Verification = Verification()
    tables: Tables = Tables()

    def ranked(self, ranks: tuple[tuple[str, int], ...]) -> Settings:
        """Return the same settings with `ranks` for sources that have none."""
        sources = Sources(ranks=(*self.sources.ranks, *ranks))
        return dataclasses.replace(self, sources=sources)

    def asking(self, verifier: str) -> Settings:
        """Return the settings with another verifier: a folder, none, or empty to change nothing."""
        if not verifier:
            return self
        asked = dataclasses.replace(self.verification, verifier=verifier)
        return dataclasses.replace(self, verification=asked)

    @property
    def digest(self) -> str:
        """The first 16 hexadecimal digits of the SHA-256 of all values, for provenance."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:16]


@dataclasses.dataclass(frozen=True, slots=True)
class Audits:
    """How an archive is checked; no verdict depends on it, so it is no part of `Settings`."""

    unit_documents: int = 32  # checked together: what they ask is encoded at once
    unit_bytes: int = 2_000_000  # of documents checked together; a longer one stands alone
    seconds: int = 60  # of processor time for one document
    silent_seconds: int = 600  # without a word from a child, before it is ended
    memory_bytes: int = 2_000_000_000  # for one document, beyond model and index
