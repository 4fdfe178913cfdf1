"""Files to an index, incrementally: only what changed is read, and only new text is encoded."""

from factcheck.corpus.building import BuildResult, add, build
from factcheck.corpus.changes import Change, changes, notices, said
from factcheck.corpus.passages import passages_of
from factcheck.corpus.removal import remove
from factcheck.corpus.sources import located, shown

__all__ = [
    "BuildResult",
    "Change",
    "add",
    "build",
    "changes",
    "located",
    "notices",
    "passages_of",
    "remove",
    "said",
    "shown",
]
