"""The exceptions of the package.

FactcheckError                exit code 2: the job could not be done
├── UsageError                a value that the user gave is wrong
├── IndexMissingError         no index at this path
├── IndexStateError           the index is damaged, of another format, or in use by a writer
└── ModelError                the model is missing, damaged, or not the one of the index

Wrong data is never an exception: an unreadable input is a `schema.Refusal`.
"""

from __future__ import annotations


class FactcheckError(Exception):
    """Stop the job: `message` says what and where, `hint` what to do."""

    exit_code = 2

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """Return the message and the hint as one line."""
        return f"{self.message} {self.hint}".strip()


class UsageError(FactcheckError):
    """A value given by the user cannot be used."""


class IndexMissingError(FactcheckError):
    """There is no index where one was named."""


class IndexStateError(FactcheckError):
    """An index cannot be used as it is: damaged, another format, or held by another writer."""


class ModelError(FactcheckError):
    """A model is missing, damaged, or not the one that the index was built with."""
