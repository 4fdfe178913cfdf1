"""The data types every room shares; this module imports nothing of ours.

A draft and a source are read by the same extractor into the same `Claim`; the index stores the
claims of the sources, and alignment and comparison take two of them.

All types are frozen `msgspec.Struct`s: immutable, slotted, equal by value, and read from JSON
with every field's type checked. `FORMAT` numbers the JSON of reports.

Offsets everywhere are half-open and count code points of `Document.text`, never of normalised
text.
"""

from __future__ import annotations

import bisect
import datetime as dt
import functools
from decimal import Decimal
from typing import Literal

import msgspec

FORMAT = 1

# --- words with a fixed list of values -------------------------------------------------------

ClaimKind = Literal["quantity", "date", "quote", "role", "statement"]
QuantityKind = Literal[
    "count",
    "money",
    "percent",
    "percentage_point",
    "fraction",
    "ratio",
    "multiplier",
    "duration",
    "frequency",
    "ordinal",
    "age",
    "measure",
    "temperature",
    "score",
]
Modifier = Literal[
    "",
    "about",
    "nearly",
    "more_than",
    "less_than",
    "at_least",
    "at_most",
    "between",
    "only",
    "vague",
]
ChangeRole = Literal["", "from", "to", "by"]
Direction = Literal["", "up", "down"]
Granularity = Literal["day", "week", "month", "quarter", "season", "year", "decade", "century"]
DateBasis = Literal["absolute", "relative", "weekday", "unresolved"]
EntityKind = Literal["place", "person", "group", "other"]
EntityOrigin = Literal["clause", "sentence", "speaker", "before", "paragraph", "title", "lead"]
Motion = Literal["cumulative", "level", "flow", "constant", "unknown"]
Status = Literal[
    "actual",
    "requested",
    "pledged",
    "approved",
    "planned",
    "spent",
    "forecast",
    "denied",
    "doubted",
    "rumoured",
]
Relation = Literal["agrees", "differs", "undecided", "unrelated"]
Label = Literal["corroborated", "conflicting", "unsupported"]
Reason = Literal[
    "value-agrees",
    "bound-holds",
    "date-agrees",
    "quote-found",
    "role-agrees",
    "statement-supported",
    "value-differs",
    "scale-differs",
    "bound-violated",
    "unit-differs",
    "date-differs",
    "role-differs",
    "quote-altered",
    "speaker-differs",
    "negated",
    "entity-differs",
    "no-evidence",
    "other-subject",
    "other-period",
    "not-comparable",
    "near-value",
    "less-precise",
    "bound-only",
    "only-outdated",
    "later-source",
    "sources-disagree",
]
Remark = Literal[
    "rounded",
    "newer-figure",
    "sources-disagree",
    "understated",
    "same-value-other-subject",
    "other-attribution",
    "hedge-dropped",
    "weekday-mismatch",
    "draft-disagrees",
    "single-source",
    "hidden-characters",
]
BlockKind = Literal["heading", "paragraph", "item", "quotation", "caption", "credit", "row"]


# --- documents -------------------------------------------------------------------------------

_COUNTED = {"pdf": "page", "docx": "paragraph", "xlsx": "row"}  # by suffix; elsewhere lines


class Span(msgspec.Struct, frozen=True, order=True):
    """A half-open range of code points of `Document.text`."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Say whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, offset: int) -> Span:
        """Return the span moved by `offset` code points."""
        return Span(self.start + offset, self.end + offset)


class Notice(msgspec.Struct, frozen=True):
    """Something a checker should know about an input: a short code and one plain sentence."""

    code: str
    message: str


class Refusal(msgspec.Struct, frozen=True):
    """An input that could not be read: a value, not an exception.

    `path` is as given or relative to the corpus root; `reason` is one sentence that says what is
    wrong and what to do.
    """

    path: str
    code: str
    reason: str


class Origin(msgspec.Struct, frozen=True):
    """Where a text comes from: what a checker asks of every source, without the text itself.

    `id` is the path relative to the corpus root, or `path#record`; a second document with the
    same id gets `~2`. `path` is the file to open. `source` is the publisher or body named by the
    document. `date` is the document's own date, never the file system's. `digest` is the SHA-256
    of the text in hexadecimal.
    """

    id: str
    path: str
    title: str
    source: str
    date: dt.date | None
    digest: str

    @property
    def counted(self) -> str:
        """What the line numbers of the text count: "line", or "page" of a PDF and the like."""
        return _COUNTED.get(self.path[-5:].lower().rpartition(".")[2], "line")

    @property
    def sheet(self) -> str:
        """The sheet of a workbook on which the text stands, empty elsewhere."""
        record = self.id[len(self.path) + 1 :]
        return record.partition("/")[0] if self.counted == "row" else ""

    def within(self, line: int) -> str:
        """Name a line of the text by what is counted: "line 3", "page 3", "sheet Homes row 4"."""
        return f"{f'sheet {self.sheet} ' if self.sheet else ''}{self.counted} {line}"

    def place(self, line: int) -> str:
        """Name a line of the text, file and all, as a reader finds it.

        >>> Origin("a.txt", "a.txt", "", "", None, "").place(3)
        'a.txt:3'
        >>> Origin("a.pdf", "a.pdf", "", "", None, "").place(3)
        'a.pdf, page 3'
        >>> Origin("a.xlsx#Homes/17", "a.xlsx", "", "", None, "").place(4)
        'a.xlsx, sheet Homes row 4'
        """
        is_text = self.counted == "line"
        return f"{self.path}:{line}" if is_text else f"{self.path}, {self.within(line)}"


class Block(msgspec.Struct, frozen=True):
    """A run of text that stands by itself: a paragraph, a heading, a table row.

    What no block covers (front matter, header lines, markup) is not prose and is never segmented;
    of header lines only a title that the text does not repeat is a heading.
    """

    kind: BlockKind
    span: Span


class TableFigure(msgspec.Struct, frozen=True):
    """One row of a figures table, its cells as written; spans are None for absent columns."""

    entity: str
    measure: str
    value: str
    unit: str
    value_span: Span


class LineAnchor(msgspec.Struct, frozen=True):
    """From code point `offset` on, the text stands on line `line` of the file (1-based)."""

    offset: int
    line: int


class Document(msgspec.Struct, frozen=True):
    """One text with its origin.

    `text` is the decoded file unchanged for txt, md and a record's text field; for html and other
    containers it is the extracted text. `blocks` are in order and do not overlap. `lines` is
    empty where lines are counted in `text` itself, else anchors in rising order; they count what
    `Origin.counted` says.
    """

    origin: Origin
    text: str
    blocks: tuple[Block, ...]
    lines: tuple[LineAnchor, ...] = ()
    notices: tuple[Notice, ...] = ()
    figure: TableFigure | None = None

    def place_at(self, offset: int) -> str:
        """Name where code point `offset` stands in the file: "line 3", "page 3"."""
        return self.origin.within(self.line_at(offset))

    def line_at(self, offset: int) -> int:
        """Return the 1-based line of the file on which code point `offset` stands.

        With anchors, line breaks inside the text after an anchor are not counted: a record's
        field stands on its record's line.
        """
        if not self.lines:
            return bisect.bisect_left(_line_ends(self.text), offset) + 1
        after = bisect.bisect_right(self.lines, offset, key=lambda anchor: anchor.offset)
        return self.lines[max(after - 1, 0)].line


@functools.lru_cache(maxsize=1)  # whoever asks for lines asks for many of one text
def _line_ends(text: str) -> tuple[int, ...]:
    return tuple(at for at, character in enumerate(text) if character == "\n")


class Sentence(msgspec.Struct, frozen=True):
    """A sentence of a document: its span, and the number and kind of the block it stands in."""

    span: Span
    block: int
    block_kind: BlockKind


class Passage(msgspec.Struct, frozen=True):
    """One sentence of a source, as it is embedded, retrieved and shown.

    `text` is the slice of the source's text under `span`; `line` is 1-based in the file;
    `before` is the sentence before it, for words and alignment, never for the vector.
    """

    origin: Origin
    ordinal: int
    span: Span
    line: int
    text: str
    before: str


# --- values ----------------------------------------------------------------------------------


class Quantity(msgspec.Struct, frozen=True, tag="quantity"):
    """A number with its unit, as the words state it.

    `low` and `high` are the number or the two ends of a range or vague plural, with the scale
    word applied, in `unit`: 20 billion is 20000000000, 12% is 12, "dozens" is 12 to 120. A
    modifier does not move them: "over 8,000" is low = high = 8000 with `more_than`.
    `step` is the place value of the last written digit: 1 for 240,000; 10^9 for 20 billion; 0.01
    for 5.25; 12 for two dozen.
    `unit` is canonical: an ISO 4217 code for money ("USD"), else a key of `vocabulary.units`
    ("km", "percent", "year"); empty for counts. `per` is the denominator of a rate ("year",
    "100000 person"), `of` the counted noun in the singular ("person", "home"); both may be empty.
    `role` and `direction` say what part of a change the number is ("from 12% to 8%": from and to,
    down).
    """

    kind: QuantityKind
    low: Decimal
    high: Decimal
    step: Decimal
    unit: str = ""
    per: str = ""
    of: str = ""
    modifier: Modifier = ""
    role: ChangeRole = ""
    direction: Direction = ""

    @property
    def figure(self) -> Decimal:
        """The number the words name; the lower end of a range."""
        return self.low


class DateRange(msgspec.Struct, frozen=True, tag="date"):
    """A date at the granularity of its words, as the closed range of days it covers.

    `expression` is the date in TIMEX style ("2015-09-19", "2015-09", "2015", "199X",
    "XXXX-09-19", "XXXX-WXX-6"). `first` and `last` are None where the range is open on that side
    ("since 2011") and both None where a relative date could not be resolved (`basis`
    "unresolved"). `weekday` is the weekday the words name (0 = Monday), `clock` a time of day
    ("21:30") or empty.
    """

    expression: str
    first: dt.date | None
    last: dt.date | None
    granularity: Granularity
    basis: DateBasis = "absolute"
    weekday: int | None = None
    clock: str = ""


class Quote(msgspec.Struct, frozen=True, tag="quote"):
    """Words in quotation marks, without the marks, and who is said to have said them."""

    words: str
    speaker: str = ""


class Role(msgspec.Struct, frozen=True, tag="role"):
    """A person said to hold an office.

    `title` is canonical where the vocabulary knows it ("spokesperson"); `organisation` is the
    body or country; `tense` is "former" or "acting" where the words say so, else empty.
    """

    person: str
    title: str
    organisation: str = ""
    tense: Literal["", "former", "acting"] = ""


class Statement(msgspec.Struct, frozen=True, tag="statement"):
    """A checkable sentence without a value: who, the verb in its base form, and its polarity."""

    subject: str
    verb: str
    negated: bool = False


Value = Quantity | DateRange | Quote | Role | Statement


# --- claims ----------------------------------------------------------------------------------


class Entity(msgspec.Struct, frozen=True):
    """A place, person or group a claim speaks of, in canonical form, and where it was found.

    `origin` is the nearest place that names it: the clause of the value itself, its sentence, the
    sentence as the one who is quoted ("the council said"), the sentence before, the title, the
    paragraph or the lead. `locative` says that it stands after a preposition of place.
    """

    name: str
    kind: EntityKind
    origin: EntityOrigin
    locative: bool = False


class Elapsed(msgspec.Struct, frozen=True):
    """What a duration counts from, or what a date is the beginning of.

    `event` is the same word on both sides ("war", "withdrawal"). For a duration `unit` is that of
    its figure ("in its third week": week), `until` the stated time up to which it counts, None
    for the document's date, and `ongoing` says that it surely runs until then.
    """

    event: str
    unit: str = ""
    until: DateRange | None = None
    ongoing: bool = False


class Measure(msgspec.Struct, frozen=True):
    """What is counted or measured.

    `noun` is the counted noun or measured thing in the singular, `noun_class` its class in the
    vocabulary ("people", "civilians", "homes"; empty when unknown), `act` the canonical act
    ("killed", "displaced", "injured", "spent"; empty when none), `motion` how the measure moves
    with time. `words` are the content words of the sentence, lower case, singular, sorted, with
    values and names left out. `elapsed` is set for durations and dates that tell since when
    something goes on.
    """

    noun: str = ""
    noun_class: str = ""
    act: str = ""
    negated: bool = False
    motion: Motion = "unknown"
    words: tuple[str, ...] = ()
    elapsed: Elapsed | None = None


class Change(msgspec.Struct, frozen=True):
    """The parts of one movement that a sentence states; any two give the rest."""

    start: Quantity | None = None
    end: Quantity | None = None
    by: Quantity | None = None
    direction: Direction = ""


class Claim(msgspec.Struct, frozen=True, omit_defaults=True):
    """A checkable statement with its value; the same type for drafts and sources.

    `span`, `sentence` and `clause` (the part of the sentence that belongs to the value) are spans
    of the document's text, `text` the slice under `span`.
    `id` is made of the document's digest, the span and the kind; `fingerprint` survives edits
    elsewhere in the draft: a hash of the kind, the normalised sentence and the ordinal among
    equals. `period` is the time the claim itself states, `as_of` the document's date. `rank` is
    the place among the claims of its draft, 1 to be checked first; 0 for claims of a source, which
    nobody ranks.
    """

    id: str
    fingerprint: str
    kind: ClaimKind
    span: Span
    sentence: Span
    clause: Span
    text: str
    value: Value
    measure: Measure
    entities: tuple[Entity, ...]
    status: Status
    period: DateRange | None
    change: Change | None
    as_of: dt.date | None
    rank: int = 0


class Candidate(msgspec.Struct, frozen=True):
    """A retrieved passage with the claims it holds; `score` is higher for closer, rounded."""

    passage: Passage
    claims: tuple[Claim, ...]
    score: float


# --- verdicts --------------------------------------------------------------------------------


class Feature(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing alignment or comparison looked at: both sides and what came of it.

    `shares` is what a verifier gave the pair: supports, refutes, neither.
    """

    name: str
    draft: str
    source: str
    outcome: Literal["same", "other", "silent", "unknown"]
    shares: tuple[float, float, float] | None = None


class Evidence(msgspec.Struct, frozen=True):
    """A candidate bearing on a claim.

    `other` is the source's claim that was compared, None where the passage holds no claim of the
    kind. `differs` are spans of the draft's text to mark, `source_differs` spans of the source's.
    """

    passage: Passage
    other: Claim | None
    relation: Relation
    reason: Reason
    remarks: tuple[Remark, ...]
    features: tuple[Feature, ...]
    differs: tuple[Span, ...]
    source_differs: tuple[Span, ...]
    score: float


IN_DRAFT = "the draft itself"  # who decided, where a comment in the draft takes a claim out


class Decision(msgspec.Struct, frozen=True):
    """What a person decided about a claim, and why.

    ok: the draft may stand as it is; ignore: it is not to be checked; wrong: the draft is to be
    corrected. `who` is empty where nobody is named, `until` is the last day on which it holds.
    """

    decision: Literal["ok", "wrong", "ignore"]
    reason: str
    who: str = ""
    until: dt.date | None = None


class Verdict(msgspec.Struct, frozen=True):
    """What the sources say of one claim; the first evidence is the passage that decides.

    `disagreeing` are the claims of other sentences of the draft that give another value.
    `decision` is what a person decided about the claim, None for an open one.
    """

    claim: Claim
    label: Label
    reason: Reason
    explanation: str
    confidence: float
    remarks: tuple[Remark, ...]
    evidence: tuple[Evidence, ...]
    disagreeing: tuple[Claim, ...] = ()
    decision: Decision | None = None

    @property
    def is_settled(self) -> bool:
        """Say whether a person decided that the claim needs no more attention."""
        return self.decision is not None and self.decision.decision != "wrong"


class Provenance(msgspec.Struct, frozen=True):
    """What the verdicts depend on besides the draft; `verifier` is empty where none was asked."""

    version: str
    settings: str
    model: str
    index: str
    passages: int
    newest_source: dt.date | None
    verifier: str = ""


class Report(msgspec.Struct, frozen=True):
    """The verdicts of one draft in the order of the draft."""

    document: Document
    as_of: dt.date | None
    verdicts: tuple[Verdict, ...]
    notices: tuple[Notice, ...]
    provenance: Provenance


# --- stored form -----------------------------------------------------------------------------

_claims_encoder = msgspec.json.Encoder(order="deterministic")
_claims_decoder = msgspec.json.Decoder(tuple[Claim, ...])


def encode_claims(claims: tuple[Claim, ...]) -> bytes:
    """Encode claims as JSON; the same claims give the same bytes."""
    return _claims_encoder.encode(claims)


def decode_claims(data: bytes) -> tuple[Claim, ...]:
    """Decode what `encode_claims` wrote.

    Raises:
        msgspec.ValidationError: a field is missing or of another type.
    """
    return _claims_decoder.decode(data)
