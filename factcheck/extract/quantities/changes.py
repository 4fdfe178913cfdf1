"""Which figures are the parts of one movement: from, to, by, and its direction."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.quantities.figures import Figure
from factcheck.extract.quantities.heads import counted_noun
from factcheck.extract.quantities.line import Line
from factcheck.extract.quantities.ranges import FROM_ANYWHERE
from factcheck.schema import ChangeRole, Direction
from factcheck.vocabulary.context import context

REACH = 8  # tokens between a word of change and its figure, or between two figures
NEAR = 4  # tokens between "higher" or "down" and its figure
_TO = frozenset(("to", "at"))
_OTHERS = frozenset("of on in for with among against within during after before since".split())
_ADVERBS = frozenset("higher lower up down bigger cheaper upward downward fewer".split())
_BREAKS = frozenset("; but while whereas although when which who that".split())
_AFTER = frozenset(
    (
        "rise increase drop fall decline gain cut hike jump higher lower growth surge reduction "
        "decrease up down slump pay plunge boost lift more less fewer rally slide dip raise "
        "discount contraction"
    ).split()
)


class Part:
    """The role of one figure in the movement number `group`."""

    __slots__ = ("direction", "group", "role")

    def __init__(self, role: ChangeRole, direction: Direction, group: int) -> None:
        self.role = role
        self.direction = direction
        self.group = group


def parts(line: Line, figures: Sequence[Figure]) -> dict[int, Part]:
    """Return, by the figure's place in `figures`, what part of which movement it is."""
    table = context().changes
    if not figures or not any(word in table or word in ("more", "less") for word in line.lower):
        return {}
    found: dict[int, Part] = {}
    for index, figure in enumerate(figures):
        if figure.kind in ("ordinal", "age", "score", "duration", "ratio", "frequency"):
            continue
        part = _part(line, figures, index, found)
        if part is not None:
            found[index] = part
    return found


def _part(line: Line, figures: Sequence[Figure], index: int, found: dict[int, Part]) -> Part | None:
    figure = figures[index]
    if figure.kind == "multiplier" and line.word(figure.first) in context().changes:
        return Part("by", context().changes[line.word(figure.first)], index)
    preposition = _preposition(line, figure)
    if preposition == "other":
        return None
    anchor = _anchor(line, figure.first, figures[index - 1].last if index else 0)
    if anchor is not None and (preposition or _is_direct(line, figure, anchor)):
        return Part(_role(preposition), context().changes[line.word(anchor)], index)
    before = found.get(index - 1)
    if before is not None:
        role = _role_behind(line, figures[index - 1], before.role, figure, preposition)
        if role:
            return Part(role, before.direction, before.group)
    return _by_noun_behind(line, figure, index)


def _role_behind(
    line: Line, before: Figure, role: ChangeRole, figure: Figure, preposition: str
) -> ChangeRole:
    """Return the role of a figure in the movement that the figure before it belongs to."""
    if _is_alternative(line, before, figure):
        return role
    if not preposition or not _chained(line, before, figure):
        return ""
    return "" if preposition == "at" and role != "by" else _role(preposition)


def _role(preposition: str) -> ChangeRole:
    if preposition == "from":
        return "from"
    return "to" if preposition in _TO else "by"


def _preposition(line: Line, figure: Figure) -> str:
    """Return the preposition before the figure, with at most three modifying words between."""
    for at in range(figure.first - 1, max(figure.first - 5, -1), -1):
        word = line.word(at)
        if word == "from" and line.word(at - 1) in FROM_ANYWHERE:
            return "by"
        if word == "at" and line.word(at + 1) in ("least", "most"):
            continue
        if word in ("from", "to", "at", "by"):
            return word
        if word in ("below", "above", "under"):
            return "to" if line.word(at - 1) in context().changes else ""
        if word in _OTHERS:
            return "by" if line.word(at - 1) in context().changes and word == "of" else "other"
        if word in context().changes or not line.is_word(at):
            return ""
    return ""


def _anchor(line: Line, first: int, floor: int) -> int | None:
    table = context().changes
    for at in range(first - 1, max(first - 1 - REACH, floor - 1), -1):
        word = line.word(at)
        if word in table and not _is_other(line, at, first):
            return at
        if word in _BREAKS or (word == "," and line.word(at + 1) not in ("up", "down")):
            return None
        if word == "and" and line.word(at + 1) in ("is", "are", "was", "were", "stands", "stood"):
            return None
    return None


def _is_other(line: Line, at: int, first: int) -> bool:
    """Say whether a word of change is none here: "up to 40", "fewer than 50", "the lost works"."""
    if line.word(at + 1) == "than":
        return True
    if line.word(at) in ("up", "down") and line.word(at - 1) in context().particles:
        return True
    if line.word(at) == "up" and line.word(at + 1) == "to" and at + 2 == first:
        return True
    if line.word(at) in _ADVERBS and first - at > NEAR:
        return True
    participle = line.word(at) in ("lost", "cut") or line.word(at).endswith("ed")
    return participle and line.word(at - 1) in ("the", "a", "an", "its", "their", "his")


def _is_direct(line: Line, figure: Figure, anchor: int) -> bool:
    """Say whether a figure right behind a word of change is its measure: "rose 5%".

    The object of a verb is none: "lost 12 tanks", "raised $5m", "raised taxes on half of them";
    but "added $5m to its aid" tells a rise.
    """
    between = line.lower[anchor + 1 : figure.first]
    if "and" in between or not _OTHERS.isdisjoint(between):
        return False
    if figure.kind == "count":
        return not counted_noun(line, figure.last, one=figure.low == 1)[0]
    verb = line.word(anchor)
    moved = verb.startswith(_MOVING) and line.word(figure.last) in ("to", "from", "off")
    return figure.kind != "money" or moved or not verb.startswith(_TAKING)


_MOVING = ("add", "cut", "shed", "slash", "trim", "reduc")
_TAKING = ("rais", "los", "gain", "add", "cut", "lift", "boost", "shed", "slash", "trim", "reduc")


def _is_alternative(line: Line, before: Figure, figure: Figure) -> bool:
    """Say whether a figure says the one before once more: "rose 45 cents, or 0.9 percent"."""
    gap = line.lower[before.last : figure.first]
    return len(gap) < 5 and ("or" in gap or gap[:1] == ("(",)) and before.unit != figure.unit


def _chained(line: Line, before: Figure, figure: Figure) -> bool:
    gap = range(before.last, figure.first)
    return len(gap) <= REACH and not any(line.word(at) in (*_BREAKS, ".") for at in gap)


def _by_noun_behind(line: Line, figure: Figure, index: int) -> Part | None:
    """Read "a 5% rise" and "16 per cent higher"."""
    table = context().changes
    if figure.kind not in ("percent", "percentage_point", "money", "count"):
        return None
    if figure.kind == "money" and _is_against_before(line, figure.last):
        return Part("by", "up" if line.word(figure.last) == "more" else "down", index)
    for at in range(figure.last, min(figure.last + 3, len(line.tokens))):
        word = line.word(at)
        if word in _AFTER and word in table:
            if figure.kind != "percent" and at > figure.last + 1:
                return None
            return Part("by", table[word], index)
        if not line.is_word(at) and word != "-":
            return None
    return None


def _is_against_before(line: Line, at: int) -> bool:
    """Say whether a sum is told against that of another time: "3 million more than a year ago"."""
    if line.word(at) not in ("more", "less") or line.word(at + 1) != "than":
        return False
    behind = [line.word(n) for n in range(at + 2, min(at + 2 + NEAR, len(line.tokens)))]
    return behind[:1] != [] and behind[0] in _LINKS and not _TIMES.isdisjoint(behind)


_LINKS = frozenset("in during a the last at".split())
_TIMES = frozenset(
    "year month quarter week season decade half period before ago earlier previous".split()
)
