"""Build and renew an index: what is known is taken over, what is new is read and encoded."""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import os
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from factcheck import index
from factcheck.config import Limits, Tables
from factcheck.corpus import recipe
from factcheck.corpus.passages import passages_of
from factcheck.corpus.sources import File, Scope, found, parts, shown, wholes
from factcheck.embed import Embedder
from factcheck.errors import UsageError
from factcheck.readers import read
from factcheck.readers.files import open_regular
from factcheck.schema import Claim, Document, Notice, Passage, Refusal, Sentence
from factcheck.segment import segment
from factcheck.vocabulary.additions import adding

Extract = Callable[[Document, Sequence[Sentence]], tuple[Claim, ...]]
Progress = Callable[[int, int | None, str], None]

_TEXTS_AT_ONCE = 512  # encoded together: enough for batches of like length, few to lose
# What is done is kept when so many passages are new, or a twentieth of all: a minute's work for
# the default model, and few commits. By count, not by time: the same files give the same bytes.
_KEPT_AFTER = 2_000
_KEPT_SHARE = 20


@dataclasses.dataclass(frozen=True, slots=True)
class BuildResult:
    """What an update did.

    `documents`, `passages` and `claims` are those of the whole index, all else is of the update:
    documents taken over as they were (`unchanged`), recognised under another id (`renamed`), read
    anew (`added`), taken out (`removed`), and distinct texts `encoded`.
    """

    documents: int
    passages: int
    claims: int
    encoded: int
    unchanged: int
    renamed: int
    added: int
    removed: int
    refusals: tuple[Refusal, ...]
    notices: tuple[Notice, ...]


def build(
    sources: Sequence[Path],
    path: Path,
    embedder: Embedder,
    *,
    extract: Extract,
    fields: Mapping[str, str] | None = None,
    limits: Limits | None = None,
    tables: Tables | None = None,
    progress: Progress | None = None,
) -> BuildResult:
    """Make the index at `path` hold exactly the documents of `sources`; of those it has if empty.

    An index that is there already is brought up to date: unchanged files are not read again,
    renamed ones are recognised, known texts not encoded again, documents that are gone leave.
    What is done is kept now and then; after an end in between, the next build goes on from there.
    `fields` are those of the last build when None; with other `tables` all is read anew.
    `progress(done, total, what)` is called with bytes of the files.

    Raises:
        UsageError: a source does not exist, or no document could be read from any of them.
        IndexStateError: another writer is at work, the index is damaged, or the disk is full.
        ModelError: the index was built with another model.
    """
    with index.write(path, _model(embedder)) as writer:
        writer.vectors.check()
        scopes = wholes(sources, path) if sources else [Scope(s) for s in writer.files.sources()]
        chosen = {scope.source for scope in scopes}
        writer.tables = (tables or Tables()).digest
        update = _Update(writer, embedder, extract, fields, limits, tables)
        leaving = sorted(set(writer.files.sources()) - chosen)
        result = update.run(scopes, path, progress, leaving)
        if not update.seen:
            raise _nothing_readable(scopes, path, result.refusals)
        writer.files.keep_sources(chosen)
        writer.unfinished = frozenset()
    return result


def add(
    sources: Sequence[Path],
    path: Path,
    embedder: Embedder,
    *,
    extract: Extract,
    limits: Limits | None = None,
    tables: Tables | None = None,
    progress: Progress | None = None,
) -> BuildResult:
    """Bring `sources` into the index at `path`, or up to date in it, and leave all else alone.

    What lies in a recorded source is a part of that and gets the ids that a build would give, so
    adding one folder of an archive costs that folder. Anything else becomes a further source.

    Raises what `build` raises, and:
        IndexMissingError: there is no index.
        UsageError: a recorded source lies in one of these, or all else was read with other tables.
    """
    with index.write(path) as writer:
        writer.require(_model(embedder))
        if writer.tables != (tables or Tables()).digest:
            raise UsageError(
                f"The index {path} was read with other aliases or measures than are configured.",
                hint=f"Read all of it anew: factcheck index build --index {path}",
            )
        scopes = parts(sources, path, writer.files.sources())
        update = _Update(writer, embedder, extract, None, limits, tables)
        result = update.run(scopes, path, progress)
        if not update.seen:
            raise _nothing_readable(scopes, path, result.refusals)
        writer.unfinished -= {str(scope) for scope in scopes}
    return result


class _Pending(NamedTuple):
    document: Document
    passages: list[Passage]
    claims: list[tuple[Claim, ...]]
    content: bytes
    file: int


class _Bar:
    """Progress in bytes: a file's share grows with the text read from it, up to its size."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0
        self._began = time.monotonic()

    def show(self, within: int, documents: int, passages: int) -> None:
        if self._progress:
            rate = passages / max(time.monotonic() - self._began, 1e-3)
            said = f"{documents:,} documents, {rate:,.0f} new passages/s"
            self._progress(min(self._done + within, self._total), self._total, said)

    def finish(self, size: int) -> None:
        self._done += size


class _Known:
    """The documents of changed and vanished files, to be recognised by what they were made from."""

    def __init__(self) -> None:
        self._waiting: dict[bytes, list[index.Held]] = {}

    def put(self, documents: Sequence[index.Held]) -> None:
        for held in documents:
            self._waiting.setdefault(held.content, []).append(held)

    def take(self, content: bytes, name: str) -> index.Held | None:
        """Take out a document with this content: the one of this id, or else the first."""
        held = self._waiting.get(content)
        if not held:
            return None
        same = next((place for place, one in enumerate(held) if one.name == name), 0)
        return held.pop(same)

    def left(self) -> Iterator[index.Held]:
        """Yield the documents that nobody took."""
        for held in self._waiting.values():
            yield from held


class _Update:
    """One run: what has been seen, and what waits to be encoded."""

    def __init__(
        self,
        writer: index.Writer,
        embedder: Embedder,
        extract: Extract,
        fields: Mapping[str, str] | None,
        limits: Limits | None,
        tables: Tables | None,
    ) -> None:
        if fields is not None:
            writer.fields = fields
        self.seen: set[str] = set()
        self._writer = writer
        self._embedder = embedder
        self._extract = functools.partial(_extracted, extract, tables or Tables())
        self._limits = limits or Limits()
        self._recipe = recipe.recipe(writer.fields, self._limits, tables or Tables())
        self._known = _Known()
        self._files: set[int] = set()  # of the scopes: what is in others keeps its id
        self._refusals: list[Refusal] = []
        self._notices: list[Notice] = []
        self._counts = {"encoded": 0, "unchanged": 0, "renamed": 0, "added": 0, "removed": 0}
        self._pending: list[_Pending] = []
        self._waiting = 0
        self._put = 0
        self._unkept = 0

    def run(
        self,
        scopes: Sequence[Scope],
        path: Path,
        progress: Progress | None,
        leaving: Collection[str] = (),
    ) -> BuildResult:
        """Bring the documents of the scopes up to date, and take out the sources `leaving`."""
        files, self._refusals = found(scopes, path)
        gone = self._begin([*scopes, *map(Scope, leaving)], {file.key for file in files})
        self._writer.unfinished |= {str(scope) for scope in scopes}
        bar = _Bar(progress, sum(file.stamp.size for file in files))
        for file in files:
            self._take(file, bar)
            bar.finish(file.stamp.size)
            bar.show(0, len(self.seen), self._put)
        self._flush()
        bar.show(0, len(self.seen), self._put)
        self._counts["removed"] = sum(map(self._writer.leave, self._known.left()))
        for key in gone:
            self._writer.files.forget(key)
        info = self._writer.info()
        return BuildResult(
            documents=info.documents,
            passages=info.passages,
            claims=info.claims,
            refusals=tuple(self._refusals),
            notices=tuple(self._notices),
            **self._counts,
        )

    def _begin(self, scopes: Sequence[Scope], present: set[index.FileKey]) -> list[index.FileKey]:
        """Look at what is recorded of the scopes; return the files that are gone."""
        gone = []
        ledger = self._writer.files
        for scope in scopes:
            ledger.record_source(scope.source)
            for name, _ in list(ledger.files(scope.source, scope.below)):
                key = index.FileKey(scope.source, name)
                stored = ledger.file(key)
                if stored is None:
                    continue
                self._files.add(stored.number)
                if key not in present:
                    self._known.put(stored.documents)
                    gone.append(key)
        return gone

    def _take(self, file: File, bar: _Bar) -> None:
        """Bring in one file; keep its documents unread where nothing about them can differ."""
        digest = self._digest(file)
        stored = self._writer.files.file(file.key)
        names = [held.name for held in stored.documents] if stored else []
        if stored and digest and stored.digest == digest and self.seen.isdisjoint(names):
            self._writer.files.record_file(file.key, digest, file.stamp)
            self.seen.update(names)
            self._counts["unchanged"] += len(names)
            return
        if stored:
            self._known.put(stored.documents)
        told = len(self._refusals) + len(self._notices)
        number = self._writer.files.record_file(file.key, b"", file.stamp)
        self._files.add(number)
        characters = 0
        for document in read(
            file.path, name=file.name, fields=self._writer.fields, limits=self._limits
        ):
            if isinstance(document, Refusal):
                self._refusals.append(document)
                continue
            characters += len(document.text)
            self._take_document(document, number)
            bar.show(min(characters, file.stamp.size), len(self.seen), self._put)
        if len(self._refusals) + len(self._notices) == told:
            # A file with something to tell is read each time, so that it is told each time.
            self._writer.files.record_file(file.key, digest, file.stamp)

    def _take_document(self, document: Document, file: int) -> None:
        document = self._named(document)
        origin = document.origin
        self._notices += (Notice(n.code, f"{origin.id}: {n.message}") for n in document.notices)
        content = recipe.content(document, self._recipe)
        held = self._known.take(content, origin.id)
        if held and self._writer.place(held, origin, file):
            self._counts["unchanged" if held.name == origin.id else "renamed"] += 1
            return
        sentences = segment(document, self._limits)
        claims = self._extract(document, sentences)
        passages, by_passage = passages_of(document, sentences, claims)
        self._pending.append(_Pending(document, passages, by_passage, content, file))
        self._waiting += len(passages)
        if self._waiting >= _TEXTS_AT_ONCE:
            self._flush()

    def _named(self, document: Document) -> Document:
        """Return the document under an id that is its own: a second one gets `~2`."""
        origin, count = document.origin, 1
        name = origin.id
        while name in self.seen or self._is_of_others(name):
            count += 1
            name = f"{origin.id}~{count}"
        self.seen.add(name)
        if count == 1:
            return document
        self._notices.append(
            Notice("duplicate-id", f"{origin.id} stands for two documents; one is {name}.")
        )
        named = msgspec.structs.replace(origin, id=name)
        return msgspec.structs.replace(document, origin=named)

    def _is_of_others(self, name: str) -> bool:
        """Say whether a document out of the scopes has this id."""
        found = self._writer.document(name)
        return found is not None and found[1] not in self._files

    def _flush(self) -> None:
        texts = [passage.text for waiting in self._pending for passage in waiting.passages]
        new = self._writer.vectors.missing(texts)
        if new:
            self._writer.vectors.add(new, self._embedder.encode(new))
            self._counts["encoded"] += len(new)
        for waiting in self._pending:
            self._writer.put(
                waiting.document,
                waiting.passages,
                waiting.claims,
                content=waiting.content,
                file=waiting.file,
            )
        self._counts["added"] += len(self._pending)
        self._put += self._waiting
        self._unkept += self._waiting
        self._pending.clear()
        self._waiting = 0
        if self._unkept >= max(_KEPT_AFTER, self._writer.passages // _KEPT_SHARE):
            self._writer.checkpoint()
            self._unkept = 0

    def _digest(self, file: File) -> bytes:
        """Return the digest of a file and the recipe, empty where it cannot be read."""
        descriptor = open_regular(file.path, file.name)
        if isinstance(descriptor, Refusal):
            return b""
        with os.fdopen(descriptor, "rb") as opened:
            content = hashlib.file_digest(opened, "sha256").digest()
        return hashlib.sha256(self._recipe + content).digest()


def _extracted(
    extract: Extract, tables: Tables, document: Document, sentences: Sequence[Sentence]
) -> tuple[Claim, ...]:
    """Extract with a newsroom's tables, on whatever thread or in whatever process."""
    with adding(tables):
        return extract(document, sentences)


def _model(embedder: Embedder) -> index.Model:
    return index.Model(embedder.name, embedder.digest, embedder.dimension)


def _nothing_readable(
    scopes: Sequence[Scope], path: Path, refusals: Sequence[Refusal]
) -> UsageError:
    named = ", ".join(shown(scope.path(path)) for scope in scopes)
    first = f" ({refusals[0].path}: {refusals[0].reason})" if refusals else ""
    return UsageError(
        f"Nothing could be read from {named}{first}.",
        hint="Name a folder with texts; the index was left as it was.",
    )
