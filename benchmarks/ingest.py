"""Ingest against bare sentence-transformers and FAISS, in turns within one run.

    python -m benchmarks.ingest WORK COUNT FILE.jsonl[.gz]...

Bare: sentence-transformers in batches of 32 into a flat FAISS index written to disk, with sentences
already split, no words, no figures, no claims. Ours: `corpus.build`, from a file to a whole index.
CPU seconds on one thread, the model loaded beforehand on both sides.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = "1"  # before anything opens a pool

import faiss
import numpy as np

from benchmarks.archive import record
from benchmarks.search import spent
from benchmarks.texts import sentences
from factcheck import corpus
from factcheck.embed import open_model
from factcheck.embed.folders import packaged_folder
from factcheck.extract.claims import extract

_ROUNDS = 3


def main(work: Path, count: int, files: list[Path]) -> None:
    """Write the seconds of each way and their ratio."""
    import torch
    from sentence_transformers import SentenceTransformer

    torch.set_num_threads(1)
    work.mkdir(parents=True, exist_ok=True)
    texts = sentences(files, count)
    source, path = work / "source.jsonl", work / "index"
    told = (record(start // 20, texts[start : start + 20]) for start in range(0, count, 20))
    source.write_text("".join(told), "utf-8")
    stock = SentenceTransformer(str(packaged_folder()), device="cpu")
    ours = open_model()
    ours.encode(["warm"])

    def bare() -> None:
        rows = stock.encode(texts, batch_size=32, normalize_embeddings=True)
        flat = faiss.IndexFlatIP(rows.shape[1])
        flat.add(np.asarray(rows))
        faiss.write_index(flat, str(work / "bare.faiss"))

    def whole() -> None:
        shutil.rmtree(path, ignore_errors=True)
        corpus.build([source], path, ours, extract=extract)

    rounds = [(spent(bare), spent(whole)) for _ in range(_ROUNDS)]
    one, other = (statistics.median(row) for row in zip(*rounds, strict=True))
    sys.stdout.write(
        f"{count} sentences: bare {one:.2f}, factcheck {other:.2f} CPU s; ratio {one / other:.2f}\n"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), [Path(file) for file in sys.argv[3:]])
