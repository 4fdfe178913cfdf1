"""What a child of an audit may cost: processor time and memory, enforced by the system itself.

Nothing inside a process can stop a pattern or a parser that runs on; so the system is asked to end
the process, and whoever started it goes on without the text that was its end.
"""

from __future__ import annotations

import re
import resource
import signal
from pathlib import Path

MEMORY_EXIT = 70  # how a child ends that was refused memory

_STATUS = Path("/proc/self/status")
_DATA = re.compile(r"(?m)^VmData:\s{0,20}([0-9]{1,15}) kB$")


def restart_clock(seconds: float) -> None:
    """Let the system end this process (SIGPROF) once it has used so many seconds of processor."""
    signal.setitimer(signal.ITIMER_PROF, seconds)


def limit_memory(more_bytes: int) -> None:
    """Let this process have so much more memory of its own than it has now, as Linux counts it.

    Mapped files, as an index and a model are, do not count. Elsewhere there is no limit.
    """
    if not _STATUS.exists():
        return
    used = _DATA.search(_STATUS.read_text(encoding="ascii", errors="replace"))
    if used is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        wanted = int(used[1]) * 1024 + more_bytes
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
