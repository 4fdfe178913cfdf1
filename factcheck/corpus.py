"""Files to an index, incrementally: only what changed is read, and only new text is encoded."""

from __future__ import annotations

import dataclasses
import hashlib
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from factcheck import index
from factcheck.config import Limits
from factcheck.embed import Embedder
from factcheck.errors import UsageError
from factcheck.readers import read, walk
from factcheck.readers.files import open_regular
from factcheck.schema import Claim, Document, Notice, Passage, Refusal, Sentence
from factcheck.segment import segment

Extract = Callable[[Document, Sequence[Sentence]], tuple[Claim, ...]]
Progress = Callable[[int, int | None, str], None]

# Headings and credits say whose text it is, not what happened.
PASSAGE_KINDS = frozenset({"paragraph", "item", "quotation", "caption", "row"})
# What turns a file into passages and claims; a change here makes every file read again.
_RECIPE = (
    "corpus.py",
    "extract",
    "normalize.py",
    "readers",
    "schema.py",
    "segment.py",
    "tokens.py",
    "vocabulary",
)
_TEXTS_AT_ONCE = 512  # encoded together: enough for batches of like length, few to lose


@dataclasses.dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did: the counts are of the whole index, `encoded` of this build.

    `unchanged` counts the documents that were taken over as they were.
    """

    documents: int
    passages: int
    claims: int
    encoded: int
    unchanged: int
    refusals: tuple[Refusal, ...]
    notices: tuple[Notice, ...]


class _File(NamedTuple):
    """A file to read, in the order in which ids are given: by name, then source."""

    name: str
    source: str
    path: Path
    size: int


class _Pending(NamedTuple):
    document: Document
    passages: list[Passage]
    claims: list[tuple[Claim, ...]]
    content: str
    file: int


def build(
    sources: Sequence[Path],
    path: Path,
    embedder: Embedder,
    *,
    extract: Extract,
    fields: Mapping[str, str] | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> BuildResult:
    """Make the index at `path` hold exactly the documents of `sources`.

    An index that is there already is brought up to date: unchanged files are not read again,
    known texts not encoded again, documents that are gone leave. Nothing changes unless all of it
    succeeds. `progress(done, total, what)` is called with bytes of the files.

    Raises:
        UsageError: a source does not exist, or no document could be read from any of them.
        IndexStateError: another writer is at work, the index is damaged, or the disk is full.
        ModelError: the index was built with another model.
    """
    files, refusals = _found(sources, path)
    fields, limits = fields or {}, limits or Limits()
    model = index.Model(embedder.name, embedder.digest, embedder.dimension)
    with index.write(path, model) as writer:
        run = _Build(writer, embedder, extract, fields, limits)
        run.refusals += refusals
        bar = _Bar(progress, sum(file.size for file in files))
        for file in files:
            run.take(file, bar)
        run.finish()
        if not run.seen:
            raise _nothing_readable(sources, run.refusals)
        info = writer.info()
    return BuildResult(
        documents=info.documents,
        passages=info.passages,
        claims=info.claims,
        encoded=run.encoded,
        unchanged=run.unchanged,
        refusals=tuple(run.refusals),
        notices=tuple(run.notices),
    )


def passages_of(
    document: Document, sentences: Sequence[Sentence], claims: Sequence[Claim]
) -> tuple[list[Passage], list[tuple[Claim, ...]]]:
    """Return the passages of a document, and the claims that stand in each."""
    passages: list[Passage] = []
    by_start: dict[int, list[Claim]] = {}
    for claim in claims:
        by_start.setdefault(claim.sentence.start, []).append(claim)
    held = []
    wanted = [sentence for sentence in sentences if sentence.block_kind in PASSAGE_KINDS]
    for sentence in wanted:
        # A table row stands by itself; the row before says nothing of it.
        has_before = passages and sentence.block_kind != "row"
        passages.append(
            Passage(
                origin=document.origin,
                ordinal=len(passages),
                span=sentence.span,
                line=document.line_at(sentence.span.start),
                text=document.text[sentence.span.start : sentence.span.end],
                before=passages[-1].text if has_before else "",
            )
        )
        held.append(tuple(by_start.get(sentence.span.start, ())))
    return passages, held


class _Bar:
    """Progress in bytes: a file's share grows with the text read from it, up to its size."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def show(self, within: int, what: str) -> None:
        if self._progress:
            self._progress(min(self._done + within, self._total), self._total, what)

    def finish(self, size: int, what: str) -> None:
        self._done += size
        self.show(0, what)


class _Build:
    """One run: what has been seen, and what waits to be encoded."""

    def __init__(
        self,
        writer: index.Writer,
        embedder: Embedder,
        extract: Extract,
        fields: Mapping[str, str],
        limits: Limits,
    ) -> None:
        self.refusals: list[Refusal] = []
        self.notices: list[Notice] = []
        self.seen: set[str] = set()
        self.encoded = 0
        self.unchanged = 0
        self._writer = writer
        self._embedder = embedder
        self._extract = extract
        self._fields = fields
        self._limits = limits
        self._recipe = _recipe(fields, limits)
        self._files = writer.files()
        self._contents = writer.contents()
        self._pending: list[_Pending] = []
        self._waiting = 0

    def take(self, file: _File, bar: _Bar) -> None:
        """Bring in one file; keep its documents unread where nothing about them can differ."""
        key = index.FileKey(file.source, file.name)
        digest = self._digest(file)
        stored = self._files.get(key)
        if stored and digest and stored.digest == digest and self._are_free(stored.documents):
            self.seen.update(stored.documents)
            self.unchanged += len(stored.documents)
            bar.finish(file.size, self._said())
            return
        told = len(self.refusals) + len(self.notices)
        number = self._writer.record_file(key, "")
        characters = 0
        for document in read(file.path, name=file.name, fields=self._fields, limits=self._limits):
            if isinstance(document, Refusal):
                self.refusals.append(document)
                continue
            characters += len(document.text)
            self._take_document(document, number)
            bar.show(min(characters, file.size), self._said())
        if len(self.refusals) + len(self.notices) == told:
            # A file with something to tell is read each time, so that it is told each time.
            self._writer.record_file(key, digest)
        bar.finish(file.size, self._said())

    def finish(self) -> None:
        """Store what waits, and remove the documents that are gone."""
        self._flush()
        for name in sorted(self._contents.keys() - self.seen):
            self._writer.remove(name)

    def _take_document(self, document: Document, file: int) -> None:
        document = self._named(document)
        name = document.origin.id
        self.notices += (Notice(n.code, f"{name}: {n.message}") for n in document.notices)
        content = hashlib.sha256(self._recipe + msgspec.json.encode(document)).hexdigest()
        if self._contents.get(name) == content:
            self._writer.move(name, file)
            self.unchanged += 1
            return
        sentences = segment(document, self._limits)
        claims = self._extract(document, sentences)
        passages, held = passages_of(document, sentences, claims)
        self._pending.append(_Pending(document, passages, held, content, file))
        self._waiting += len(passages)
        if self._waiting >= _TEXTS_AT_ONCE:
            self._flush()

    def _named(self, document: Document) -> Document:
        """Return the document under an id that is its own: a second one gets `~2`."""
        origin, count = document.origin, 1
        name = origin.id
        while name in self.seen:
            count += 1
            name = f"{origin.id}~{count}"
        self.seen.add(name)
        if count == 1:
            return document
        self.notices.append(
            Notice("duplicate-id", f"{origin.id} stands for two documents; one is {name}.")
        )
        named = msgspec.structs.replace(origin, id=name)
        return msgspec.structs.replace(document, origin=named)

    def _are_free(self, names: Sequence[str]) -> bool:
        """Say whether a fresh build would give these documents their stored ids."""
        return self.seen.isdisjoint(names)

    def _flush(self) -> None:
        texts = [passage.text for waiting in self._pending for passage in waiting.passages]
        new = self._writer.without_vector(texts)
        if new:
            self._writer.add_vectors(new, self._embedder.encode(new))
            self.encoded += len(new)
        for waiting in self._pending:
            self._writer.put(
                waiting.document,
                waiting.passages,
                waiting.claims,
                content=waiting.content,
                file=waiting.file,
            )
        self._pending.clear()
        self._waiting = 0

    def _digest(self, file: _File) -> str:
        """Return the digest of a file and the recipe, empty where it cannot be read."""
        descriptor = open_regular(file.path, file.name)
        if isinstance(descriptor, Refusal):
            return ""
        with os.fdopen(descriptor, "rb") as opened:
            content = hashlib.file_digest(opened, "sha256").digest()
        return hashlib.sha256(self._recipe + content).hexdigest()

    def _said(self) -> str:
        return f"{len(self.seen)} documents"


def _found(sources: Sequence[Path], index_path: Path) -> tuple[list[_File], list[Refusal]]:
    """Return the files of all sources in one order that does not depend on how they are given."""
    own = index_path.resolve()  # an index may stand below a source
    files, refusals = [], []
    for source in sorted(set(sources)):
        if not source.exists():
            raise UsageError(f"There is no file or folder {source}.", hint="Check the name.")
        for found in walk(source):
            if isinstance(found, Refusal):
                refusals.append(found)
            elif not found[0].is_relative_to(own):
                files.append(_File(found[1], str(source), found[0], _size(found[0])))
    return sorted(files), refusals


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # gone meanwhile: reading it will say so
        return 0


def _recipe(fields: Mapping[str, str], limits: Limits) -> bytes:
    """Return a digest of the code, the tables and the settings that read a file."""
    root = Path(__file__).parent
    whole = hashlib.sha256(repr((sorted(fields.items()), limits)).encode())
    for part in _RECIPE:
        found = [root / part] if part.endswith(".py") else sorted((root / part).rglob("*"))
        for file in found:
            if file.suffix in {".py", ".toml"}:
                whole.update(file.relative_to(root).as_posix().encode() + file.read_bytes())
    return whole.digest()


def _nothing_readable(sources: Sequence[Path], refusals: Sequence[Refusal]) -> UsageError:
    named = ", ".join(map(str, sources))
    first = f" ({refusals[0].path}: {refusals[0].reason})" if refusals else ""
    return UsageError(
        f"Nothing could be read from {named}{first}.",
        hint="Name a folder with texts; no index was written.",
    )
