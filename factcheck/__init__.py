"""Check drafts against a newsroom's own reference corpus.

>>> from factcheck import Checker, read_text
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.config import Settings
    from factcheck.errors import FactcheckError
    from factcheck.pipeline import Checker, read_claims
    from factcheck.readers import read, read_text
    from factcheck.schema import Claim, Document, Evidence, Refusal, Report, Verdict

__version__ = "0.1.0"

__all__ = [
    "Checker",
    "Claim",
    "Document",
    "Evidence",
    "FactcheckError",
    "Refusal",
    "Report",
    "Settings",
    "Verdict",
    "__version__",
    "read",
    "read_claims",
    "read_text",
]

_ROOMS = {
    "Checker": "pipeline",
    "FactcheckError": "errors",
    "Settings": "config",
    "read": "readers",
    "read_claims": "pipeline",
    "read_text": "readers",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for, so that `--help` loads nothing heavy."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    room = importlib.import_module(f"{__name__}.{_ROOMS.get(name, 'schema')}")
    return getattr(room, name)
