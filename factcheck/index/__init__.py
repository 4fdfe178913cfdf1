"""The index: documents, passages, claims, vectors and words of a corpus, in one folder.

SQLite (`index.sqlite`) holds the truth and commits it atomically: one writer, many readers, each
on one state. The FAISS file beside it is derived: it can always be made again from SQLite.
"""

from factcheck.index.hits import Hit
from factcheck.index.ledger import FileKey, Held, Ledger, Source, Stamp, StoredFile
from factcheck.index.reader import Index
from factcheck.index.several import Indices
from factcheck.index.store import Info, Model
from factcheck.index.verify import Damage, explain_damage, verify
from factcheck.index.writer import Writer, write

__all__ = [
    "Damage",
    "FileKey",
    "Held",
    "Hit",
    "Index",
    "Indices",
    "Info",
    "Ledger",
    "Model",
    "Source",
    "Stamp",
    "StoredFile",
    "Writer",
    "explain_damage",
    "verify",
    "write",
]
