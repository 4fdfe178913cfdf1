"""Which verdicts make a check fail, for each kind of claim."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import cast, get_args

from factcheck.errors import UsageError
from factcheck.schema import ClaimKind, Label
from factcheck.settings.keys import DEFAULT, FailLevel

_FAILING: Mapping[FailLevel, frozenset[Label]] = {
    "conflicting": frozenset({"conflicting"}),
    "unsupported": frozenset({"conflicting", "unsupported"}),
    "never": frozenset(),
}


@dataclasses.dataclass(frozen=True, slots=True)
class FailOn:
    """The level from which a claim fails, and that of the kinds with one of their own."""

    default: FailLevel = "conflicting"
    kinds: tuple[tuple[ClaimKind, FailLevel], ...] = ()

    def fails(self, kind: ClaimKind, label: Label) -> bool:
        """Say whether a verdict on a claim of this kind is a finding.

        >>> FailOn(kinds=(("quote", "unsupported"),)).fails("quote", "unsupported")
        True
        """
        return label in _FAILING[dict(self.kinds).get(kind, self.default)]

    @property
    def is_never(self) -> bool:
        """Say that nothing fails."""
        return {self.default, *dict(self.kinds).values()} == {"never"}

    def with_options(self, options: Sequence[str]) -> FailOn:
        """Return the levels with those of `--fail-on`: LEVEL for all kinds, or KIND=LEVEL.

        >>> FailOn(kinds=(("date", "never"),)).with_options(["unsupported", "quote=never"])
        FailOn(default='unsupported', kinds=(('quote', 'never'),))

        Raises:
            UsageError: a kind or level is unknown.
        """
        default, kinds = self.default, dict(self.kinds)
        for level in (option for option in options if "=" not in option):
            default, kinds = _level(level, level), {}
        for option in options:
            kind, is_one, level = option.partition("=")
            if is_one:
                if kind not in get_args(ClaimKind):
                    raise _unknown(option)
                kinds[cast("ClaimKind", kind)] = _level(level, option)
        return FailOn(default, tuple(kinds.items()))


def from_values(levels: Mapping[str, FailLevel]) -> FailOn:
    """Return the levels of a file's table."""
    kinds = ((kind, level) for kind, level in levels.items() if kind != DEFAULT)
    return FailOn(
        levels.get(DEFAULT, "conflicting"),
        tuple((cast("ClaimKind", kind), level) for kind, level in kinds),
    )


def _level(level: str, option: str) -> FailLevel:
    if level not in get_args(FailLevel):
        raise _unknown(option)
    return cast("FailLevel", level)


def _unknown(option: str) -> UsageError:
    kinds, levels = ", ".join(get_args(ClaimKind)), ", ".join(get_args(FailLevel))
    return UsageError(
        f"--fail-on {option} is not known.",
        hint=f"Write a level ({levels}) or KIND=LEVEL with one of the kinds {kinds}.",
    )
