"""Vectors: their stored form, and the FAISS file that is derived from it.

A FAISS file carries no checksum, and one flipped bit may change answers without a word; so its
SHA-256 is compared before FAISS sees a byte. FAISS is not safe for adding while searching: a
file is written once and only read afterwards.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from factcheck.index import approximate
from factcheck.index.approximate import Vectors
from factcheck.index.store import VectorsFile

PATTERN = "vectors-*.faiss*"
BLOCK = 8192  # vectors added at once; bounds memory while a file is made


def pack(vector: npt.NDArray[Any]) -> bytes:
    """Return the stored form: 16-bit floats, little-endian; recall is that of 32 bits."""
    return np.asarray(vector, dtype="<f2").tobytes()


def unpack(rows: Iterable[bytes], dimension: int) -> Vectors:
    """Return stored vectors as an (n, dimension) array."""
    return np.frombuffer(b"".join(rows), dtype="<f2").reshape(-1, dimension).astype(np.float32)


class Made(NamedTuple):
    """A FAISS index of all vectors, and what it finds of the ten nearest; None of an exact one."""

    structure: Any
    last: int
    recall: float | None


def make(dimension: int, count: int, blocks: approximate.Blocks, k: int) -> Made:
    """Return a FAISS index of `count` vectors: approximate if they are many and it finds enough.

    `blocks(step)` yields every so-manieth vector with its number; `k` are fetched at least.
    """
    faiss = _faiss()
    if count >= approximate.LEAST_VECTORS:
        made = approximate.make(dimension, count, blocks)
        if made is not None:
            found = approximate.recall(made, count, blocks, k * approximate.DEPTH)
            if found >= approximate.LEAST_RECALL:
                return Made(made, int(faiss.vector_to_array(made.id_map)[-1]), found)
    flat = empty(dimension)
    last = 0
    for ids, vectors in blocks(1):
        flat.add_with_ids(vectors, ids)
        last = int(ids[-1])
    return Made(flat, last, None)


def write_file(folder: Path, state: str, made: Made) -> VectorsFile:
    """Write the vectors beside the index, sync, and rename into place.

    Raises:
        OSError: the file could not be written; nothing under the final name has changed.
    """
    faiss = _faiss()
    target = folder / f"vectors-{state}.faiss"
    beside = target.with_name(f"{target.name}.new")
    digest = hashlib.sha256()
    try:
        with beside.open("wb") as file:

            def take(data: bytes) -> None:
                digest.update(data)
                file.write(data)

            # Not to a file of its own: FAISS does not notice a disk that is full at the close.
            faiss.write_index(made.structure, faiss.PyCallbackIOWriter(take))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(folder)
    size = target.stat().st_size
    count = int(made.structure.ntotal)
    return VectorsFile(target.name, digest.hexdigest(), size, count, made.last, recall=made.recall)


def sync_folder(folder: Path) -> None:
    """Make renames in `folder` survive a power loss."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sweep(folder: Path, keep: set[str]) -> None:
    """Delete the FAISS files that no recorded state names; open ones stay readable."""
    for file in folder.glob(PATTERN):
        if file.name not in keep:
            file.unlink(missing_ok=True)


def discard(folder: Path, recorded: VectorsFile) -> None:
    """Delete the recorded file, which no longer holds what was written."""
    (folder / recorded.name).unlink(missing_ok=True)


def is_there(folder: Path, recorded: VectorsFile) -> bool:
    """Say whether the recorded file is there in its full size; its bytes are not looked at."""
    with contextlib.suppress(OSError):
        return (folder / recorded.name).stat().st_size == recorded.size
    return False


def is_whole(folder: Path, recorded: VectorsFile) -> bool:
    """Say whether the recorded file is there with the recorded SHA-256."""
    with contextlib.suppress(OSError), (folder / recorded.name).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == recorded.digest
    return False


def _faiss() -> Any:  # noqa: ANN401 - faiss has few types
    import faiss  # takes a tenth of a second: not before there is something to search

    # The model's threads are enough: on a busy machine two pools wait for one another.
    faiss.omp_set_num_threads(1)
    return faiss


def empty(dimension: int) -> Any:  # noqa: ANN401 - faiss has no types
    """Return a FAISS index without vectors: exact, inner product, 16 bits a component."""
    faiss = _faiss()
    flat = faiss.IndexScalarQuantizer(
        dimension, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT
    )
    return faiss.IndexIDMap(flat)


def read_file(folder: Path, recorded: VectorsFile, dimension: int) -> Any | None:  # noqa: ANN401
    """Return the FAISS index of a file that is whole, mapped where FAISS can, else None."""
    if not is_whole(folder, recorded):
        return None
    faiss = _faiss()
    faiss.set_deserialization_vector_byte_limit((recorded.count + 1) * (dimension * 2 + 64))
    name = str(folder / recorded.name)
    for flags in (faiss.IO_FLAG_MMAP_IFC, 0):
        with contextlib.suppress(RuntimeError):
            found = faiss.read_index(name, flags)
            if found.d == dimension and found.ntotal == recorded.count:
                return found
    return None
