"""P11: every compiled pattern of the package takes time in step with the length of its bait."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import factcheck
from tests.clock import assert_in_step, seconds
from tests.hostile.zoo import BAITS, bait

LENGTH = 10_000
SECONDS = 0.1  # processor time; a linear pattern takes a few thousandths


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield every pattern held by a module, by itself or in a table."""
    for info in pkgutil.walk_packages(factcheck.__path__, "factcheck."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            for number, held in enumerate(members(value)):
                if isinstance(held, re.Pattern) and isinstance(held.pattern, str):
                    yield f"{info.name}.{name}.{number}", held


def members(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return list(value) if isinstance(value, list | tuple) else [value]


PATTERNS = dict(patterns())


@pytest.mark.parametrize("name", PATTERNS)
def test_time_grows_in_step_with_length(name: str) -> None:
    for unit in BAITS.values():
        text = bait(unit, 2 * LENGTH)

        def match(length: int, text: str = text) -> None:
            for _ in PATTERNS[name].finditer(text[:length]):
                pass
            PATTERNS[name].fullmatch(text[:length])

        if seconds(lambda: match(LENGTH), tries=1) > SECONDS:
            assert_in_step(match, LENGTH, 2 * LENGTH)


def test_patterns_are_found() -> None:
    assert "factcheck.normalize._HIDDEN.0" in PATTERNS
    assert any(name.startswith("factcheck.readers.plain._CREDITS") for name in PATTERNS)
