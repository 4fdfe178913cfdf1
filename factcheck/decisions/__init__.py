"""What people decided about claims: a file of decisions, and comments in the draft itself."""

from factcheck.decisions.inline import Ignored, prepared
from factcheck.decisions.ledger import (
    Entry,
    Ledger,
    entry_for,
    read_ledger,
    short_words,
    write_entries,
)
from factcheck.decisions.marking import idle, marked

__all__ = [
    "Entry",
    "Ignored",
    "Ledger",
    "entry_for",
    "idle",
    "marked",
    "prepared",
    "read_ledger",
    "short_words",
    "write_entries",
]
