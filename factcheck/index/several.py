"""Several indices read as one: what each finds is merged, under names that tell them apart.

A document's id and path get the name of its index before them, as in `wire:2015/a.txt`: so two
documents never share an id, a report says which corpus speaks, and a rank can be given to a corpus
by the pattern `wire:*`.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import glob
import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType

import msgspec
import numpy as np
import numpy.typing as npt

from factcheck.errors import ModelError, UsageError
from factcheck.index import store
from factcheck.index.hits import Hit, in_order
from factcheck.index.reader import Index
from factcheck.schema import Claim, Notice, Passage, Quantity

_SEPARATOR = ":"


class Indices:
    """Several open indices of one model, searched as one; use it from one thread.

    It answers what `Index` answers. A passage's number is its number in its own index times the
    number of indices, plus the place of that index.
    """

    def __init__(self, parts: Sequence[Index]) -> None:
        """Take over open indices, in the order in which they were named.

        Raises:
            UsageError: one of them is named twice.
            ModelError: they were built with different models.
        """
        first = parts[0].info.model
        for number, part in enumerate(parts):
            if any(part.path.samefile(other.path) for other in parts[:number]):
                raise UsageError(f"The index {part.path} is named twice.", hint="Name it once.")
            if part.info.model.digest != first.digest:
                raise ModelError(
                    f"The index {parts[0].path} was built with the model {first.name}, "
                    f"{part.path} with {part.info.model.name}.",
                    hint="Check against them one by one, or build one of them anew with the model "
                    "of the other.",
                )
        self.parts = tuple(parts)
        self.names = _names([part.path for part in parts])
        self.path = parts[0].path

    @classmethod
    def open(cls, paths: Iterable[Path]) -> Indices:
        """Open the index folders at `paths`.

        Raises what `Index.open` raises, and what the constructor raises.
        """
        with contextlib.ExitStack() as opened:
            indices = cls([opened.enter_context(Index.open(path)) for path in paths])
            opened.pop_all()
        return indices

    def close(self) -> None:
        """Close them all."""
        for part in self.parts:
            part.close()

    def __enter__(self) -> Indices:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def info(self) -> store.Info:
        """The sums of what they hold; the state depends on each state and name."""
        held = [part.info for part in self.parts]
        states = [(name, info.state) for name, info in zip(self.names, held, strict=True)]
        return store.Info(
            held[0].model,
            hashlib.sha256(repr(states).encode()).hexdigest()[:16],
            sum(info.documents for info in held),
            sum(info.passages for info in held),
            sum(info.claims for info in held),
            max(info.newest for info in held),
            min((info.oldest for info in held if info.oldest), default=""),
            tuple(source for info in held for source in info.unfinished),
        )

    @property
    def ranks(self) -> tuple[tuple[str, int], ...]:
        """Patterns for the sources of each with a rank, which is higher for those named earlier."""
        places = range(len(self.names) - 1, -1, -1)
        patterns = (f"{glob.escape(name)}{_SEPARATOR}*" for name in self.names)
        return tuple(zip(patterns, places, strict=True))

    @property
    def newest(self) -> dt.date | None:
        """The latest date of a document."""
        return max((part.newest for part in self.parts if part.newest), default=None)

    @property
    def tables(self) -> tuple[str, ...]:
        """The digest of what was added to the vocabulary when each was read."""
        return tuple(digest for part in self.parts for digest in part.tables)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What a checker should know of each, by its name."""
        return tuple(
            Notice(notice.code, f"{name}: {notice.message}")
            for name, part in self._named()
            for notice in part.notices
        )

    def same(self, digest: str, names: Collection[str]) -> frozenset[str]:
        """Return the ids of the documents with this text, or with one of these ids in any index."""
        return frozenset(
            f"{name}{_SEPARATOR}{document}"
            for name, part in self._named()
            for document in part.same(digest, [*names, *self._below(name, names)])
        )

    def count(self, documents: Collection[str]) -> int:
        """Return how many passages the documents with these ids hold."""
        return sum(part.count(self._below(name, documents)) for name, part in self._named())

    def nearest(
        self,
        vectors: npt.NDArray[np.float32],
        k: int,
        days: tuple[str, str] | None = None,
    ) -> list[list[Hit]]:
        """Return the `k` passages nearest to each row of `vectors` in all of them.

        `days` keeps those of documents dated from the first to the last of them (ISO).
        """
        found = [part.nearest(vectors, k, days) for part in self.parts]
        return [
            in_order((hit for place, hits in enumerate(row) for hit in self._own(place, hits)), k)
            for row in zip(*found, strict=True)
        ]

    def by_words(self, terms: Iterable[str], k: int, *, rarest: int = 10) -> list[Hit]:
        """Return the `k` best passages for the rarest of `terms`: the best of each, then the next.

        A BM25 weight depends on how rare a word is in its own index, so those of two cannot be
        compared.
        """
        terms = list(terms)
        ranked = [
            (rank, hit.document, hit)
            for place, part in self._placed()
            for rank, hit in enumerate(
                self._own(place, part.by_words(terms, k, rarest=rarest)), start=1
            )
        ]
        return [hit for _, _, hit in sorted(ranked)[:k]]

    def by_value(self, quantity: Quantity, k: int) -> list[Hit]:
        """Return the `k` best passages with a figure like this one in all of them."""
        found = [self._own(place, part.by_value(quantity, k)) for place, part in self._placed()]
        return in_order((hit for hits in found for hit in hits), k)

    def passages(self, ids: Iterable[int]) -> dict[int, tuple[Passage, tuple[Claim, ...]]]:
        """Return passages with their claims; each is checked against its seal.

        Raises:
            IndexStateError: one of them is damaged.
        """
        wanted = [divmod(number, len(self.parts)) for number in ids]
        found = {}
        for place, part in self._placed():
            held = part.passages(number for number, of in wanted if of == place)
            for number, (passage, claims) in held.items():
                named = self._renamed(place, passage)
                found[number * len(self.parts) + place] = (named, claims)
        return found

    def _named(self) -> Iterator[tuple[str, Index]]:
        return zip(self.names, self.parts, strict=True)

    def _placed(self) -> Iterator[tuple[int, Index]]:
        return enumerate(self.parts)

    def _below(self, name: str, documents: Collection[str]) -> list[str]:
        """Return the ids that the documents of one index have in it."""
        head = f"{name}{_SEPARATOR}"
        return [one.removeprefix(head) for one in documents if one.startswith(head)]

    def _own(self, place: int, hits: Iterable[Hit]) -> list[Hit]:
        """Return hits of one index under numbers and ids that are its own among all."""
        head = f"{self.names[place]}{_SEPARATOR}"
        return [
            hit._replace(
                passage=hit.passage * len(self.parts) + place, document=head + hit.document
            )
            for hit in hits
        ]

    def _renamed(self, place: int, passage: Passage) -> Passage:
        head = f"{self.names[place]}{_SEPARATOR}"
        origin = passage.origin
        named = msgspec.structs.replace(origin, id=head + origin.id, path=head + origin.path)
        return msgspec.structs.replace(passage, origin=named)


def _names(paths: Sequence[Path]) -> tuple[str, ...]:
    """Return the names of folders; a second one of a name gets `~2`."""
    found: list[str] = []
    for path in paths:
        name, count = path.resolve().name, 1
        while (name if count == 1 else f"{name}~{count}") in found:
            count += 1
        found.append(name if count == 1 else f"{name}~{count}")
    return tuple(found)
