"""A whole archive against an index, unattended: `run` has the flow, in children of this process."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.audit.crew import Crew
    from factcheck.audit.framed import audit_frame
    from factcheck.audit.options import Options
    from factcheck.audit.results import Summary
    from factcheck.audit.run import Place, Standing, audit

__all__ = ["Crew", "Options", "Place", "Standing", "Summary", "audit", "audit_frame"]

_ROOMS = {
    "Crew": "crew",
    "Options": "options",
    "Place": "run",
    "Standing": "run",
    "Summary": "results",
    "audit": "run",
    "audit_frame": "framed",
}


def __getattr__(name: str) -> object:
    """Import a name when it is first asked for: a child of an audit needs none of them."""
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_ROOMS[name]}"), name)
