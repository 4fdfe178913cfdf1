"""A whole archive against an index, unattended: `run` has the flow, in children of this process."""

from factcheck.audit.crew import Crew
from factcheck.audit.options import Options
from factcheck.audit.results import Summary
from factcheck.audit.run import Place, Standing, audit

__all__ = ["Crew", "Options", "Place", "Standing", "Summary", "audit"]
