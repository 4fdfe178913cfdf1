"""The same units on a Ray cluster: each actor minds one child, as a thread does on one machine.

What a document may cost is seen to by the child, so results are those of the local engine; Ray
brings the machines, and starts an actor anew, with its unit, when one is lost.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.audit.archive import Unit
from factcheck.audit.crew import Done, Worker
from factcheck.audit.options import CheckingJob
from factcheck.errors import FactcheckError, UsageError

_WAITING = 2  # units an actor, so that none waits for the network


class RayCrew:
    """Actors on a cluster, which take units as they come."""

    def __init__(self, job: CheckingJob, count: int, address: str) -> None:
        """Have `count` actors, 0 for one a core; without an `address` Ray is started here."""
        self._job, self._count, self._address = job, count, address

    def check(self, units: Iterable[Unit]) -> Iterator[Done]:
        """Yield each unit with the lines of its documents, as they are done.

        Raises:
            UsageError: Ray is not installed, or there is no cluster at the address.
            FactcheckError: index or model cannot be used, on one of the machines.
        """
        ray = self._started()
        try:
            count = self._count or max(1, int(ray.cluster_resources().get("CPU", 1)))
            minder = ray.remote(num_cpus=1, max_restarts=-1, max_task_retries=-1)(Worker)
            actors = [minder.remote(self._job) for _ in range(count)]
            idle = actors * _WAITING
            waiting: dict[Any, tuple[Unit, Any]] = {}
            for unit in units:
                if not idle:
                    yield from self._finished(ray, waiting, idle)
                actor = idle.pop()
                waiting[actor.check.remote(unit.documents)] = unit, actor
            while waiting:
                yield from self._finished(ray, waiting, idle)
        finally:
            ray.shutdown()

    def _started(self) -> Any:  # noqa: ANN401 - a module that may not be installed
        # Nothing is told to anybody about the use of Ray.
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
        try:
            import ray
        except ImportError as error:
            raise UsageError(
                "Ray is not installed.", hint='Install it: pip install "factcheck-toolkit[ray]"'
            ) from error
        try:
            ray.init(
                address=self._address or "local",
                num_cpus=None if self._address else self._count or None,
                include_dashboard=None if self._address else False,
                log_to_driver=False,
                logging_level=logging.ERROR,
            )
        except (ConnectionError, RuntimeError, ValueError) as error:
            raise UsageError(
                f"There is no Ray cluster at {self._address or 'this machine'}.",
                hint="Start one: ray start --head",
            ) from error
        return ray

    def _finished(
        self,
        ray: Any,  # noqa: ANN401 - the same
        waiting: dict[Any, tuple[Unit, Any]],
        idle: list[Any],
    ) -> Iterator[Done]:
        """Yield what is finished; wait until something is."""
        done, _ = ray.wait(list(waiting), num_returns=1)
        for reference in done:
            unit, actor = waiting.pop(reference)
            try:
                found = ray.get(reference)
            except ray.exceptions.RayTaskError as error:
                if isinstance(error.cause, FactcheckError):
                    raise error.cause from error
                raise
            idle.append(actor)
            yield unit, found
