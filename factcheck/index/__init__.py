"""The index: documents, passages, claims, vectors and words of a corpus, in one folder.

SQLite (`index.sqlite`) holds the truth and commits it atomically: one writer, many readers, each
on one state. The FAISS file beside it is derived: it can always be made again from SQLite.
"""

from factcheck.index.hits import Hit
from factcheck.index.reader import Index
from factcheck.index.store import Info, Model
from factcheck.index.writer import FileKey, StoredFile, Writer, write

__all__ = ["FileKey", "Hit", "Index", "Info", "Model", "StoredFile", "Writer", "write"]
