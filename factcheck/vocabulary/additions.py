"""What a newsroom adds to the tables, for as long as one of its drafts or sources is read.

Words are looked up in hundreds of places, most of them deep inside a sentence. So the additions
stand beside the tables, and who reads or judges for a newsroom says so around it: `adding`.
"""

from __future__ import annotations

import contextlib
import contextvars
import functools
from collections.abc import Callable, Iterator
from typing import Any, TypeVar, cast

from factcheck.config import Tables

T = TypeVar("T")


class _Shelf:
    """Additions with all tables that were made of them."""

    def __init__(self, added: Tables) -> None:
        self.added = added
        self.made: dict[Callable[[], Any], Any] = {}


@functools.lru_cache(maxsize=8)  # a newsroom has one, tests have several
def _shelf(added: Tables) -> _Shelf:
    return _Shelf(added)


_NONE = _shelf(Tables())
_current: contextvars.ContextVar[_Shelf] = contextvars.ContextVar("added")


@contextlib.contextmanager
def adding(tables: Tables) -> Iterator[None]:
    """Read and judge with these additions inside the block; a thread begins without any.

    >>> from factcheck.vocabulary.places import canonical
    >>> with adding(Tables(places=(("Norland", ("Norlandish",)),))):
    ...     canonical("Norlandish")
    'Norland'
    >>> canonical("Norlandish") is None
    True
    """
    token = _current.set(_shelf(tables))
    try:
        yield
    finally:
        _current.reset(token)


def added() -> Tables:
    """Return the additions that hold here."""
    return _current.get(_NONE).added


def made_with_additions(make: Callable[[], T]) -> Callable[[], T]:
    """Make a table once for each set of additions."""

    @functools.wraps(make)
    def table() -> T:
        made = _current.get(_NONE).made
        if make not in made:
            made[make] = make()
        return cast("T", made[make])

    return table
