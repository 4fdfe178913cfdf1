"""The two pictures of an audit's page, as SVG that stands in the page itself.

The first answers when, and in what kind of claim, the archive conflicts with its sources; the
second, where to look first. The same counts give the same bytes: no date, ids from a fixed salt.
"""

from __future__ import annotations

import contextlib
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple, get_args

from factcheck.audit.rows import ClaimRow, DocumentRow
from factcheck.audit.tally import Cell
from factcheck.report.escaping import for_terminal
from factcheck.schema import ClaimKind, Label

_STYLE: Any = {  # the library has a type of its own for the keys
    "svg.hashsalt": "factcheck",
    "svg.fonttype": "none",  # words stay words, in the font of the page
    "text.parse_math": False,  # a dollar sign is one
    "font.family": "sans-serif",
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "hatch.linewidth": 0.6,
}
# Dark to light, and hatched where it matters: the verdicts are told apart without colour.
_FACES: dict[Label, tuple[str, str]] = {
    "conflicting": ("#a3271f", "////"),
    "corroborated": ("#5b83a8", ""),
    "unsupported": ("#dedad2", ""),
}
_MOST_BINS = 48
_STEPS = (1, 3, 12, 60, 120, 1200)  # months a bar may stand for
_LONGEST = 46  # characters of a label
_WIDTH = 8.6  # inches
_SVG = re.compile(r"<svg.*</svg>", re.DOTALL)
_METADATA = re.compile(r"<metadata>.*?</metadata>\s*", re.DOTALL)


class Bins(NamedTuple):
    """Bars over time: each stands for `step` months, the first begins in month `first`.

    Months are counted from the year 0.
    """

    first: int
    step: int
    number: int

    @classmethod
    def over(cls, months: Iterable[str]) -> Bins:
        """Return bins for months written as 2015-09, no more than fit a picture."""
        numbers = sorted(map(_number, months))
        for step in _STEPS:
            first, last = numbers[0] // step, numbers[-1] // step
            if last - first < _MOST_BINS:
                break
        return cls(first * step, step, min(last - first + 1, _MOST_BINS))

    def of(self, month: str) -> int:
        """Return the place of a month."""
        return min((_number(month) - self.first) // self.step, self.number - 1)

    def name(self, place: int) -> str:
        """Return what a bar is called: its first month, or its first year."""
        year, month = divmod(self.first + place * self.step, 12)
        return f"{year:04}" if self.step >= 12 else f"{year:04}-{month + 1:02}"


def _number(month: str) -> int:
    year, _, number = month.partition("-")
    return 12 * int(year) + int(number) - 1


@contextlib.contextmanager
def _styled() -> Iterator[None]:
    """Draw in our style alone, whatever the user's own settings of the library are."""
    import matplotlib as mpl

    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(_STYLE)
        yield


@_styled()
def over_time(cells: Counter[Cell]) -> str:
    """Draw the verdicts over time, a row of bars for each kind; empty where nothing is dated."""
    dated = {cell: count for cell, count in cells.items() if cell.month}
    if not dated:
        return ""
    bins = Bins.over(cell.month for cell in dated)
    kinds = [kind for kind in get_args(ClaimKind) if any(cell.kind == kind for cell in dated)]
    figure = _figure(0.9 + 1.15 * len(kinds))
    rows = figure.subplots(len(kinds), 2, sharex=True, squeeze=False)
    for (conflicts, others), kind in zip(rows, kinds, strict=True):
        cells_of = {cell: count for cell, count in dated.items() if cell.kind == kind}
        # Beside all that no source speaks of, the conflicts would be too low to be seen.
        _stack(conflicts, cells_of, bins, ("conflicting",))
        _stack(others, cells_of, bins, ("corroborated", "unsupported"))
        conflicts.set_ylabel(kind, rotation=0, ha="right", va="center")
    shown = range(0, bins.number, max(1, bins.number // 4))
    for axes in rows[-1]:
        axes.set_xticks(list(shown), [bins.name(place) for place in shown])
    for axes in rows[0]:
        axes.legend(ncols=2, frameon=False, loc="lower left", bbox_to_anchor=(0, 1))
    return _svg(figure)


def _stack(
    axes: Any,  # noqa: ANN401 - of matplotlib, which loads inside functions only
    cells: dict[Cell, int],
    bins: Bins,
    labels: Sequence[Label],
) -> None:
    bottom = [0] * bins.number
    for label in labels:
        face, hatch = _FACES[label]
        heights = [0] * bins.number
        for cell, count in cells.items():
            if cell.verdict == label:
                heights[bins.of(cell.month)] += count
        axes.bar(
            range(bins.number),
            heights,
            width=0.86,
            bottom=bottom,
            color=face,
            hatch=hatch,
            edgecolor="white" if hatch else "none",
            linewidth=0,
            label=label,
        )
        bottom = [low + high for low, high in zip(bottom, heights, strict=True)]
    axes.set_ylim(0, max(1, *bottom) * 1.05)
    axes.locator_params(axis="y", nbins=3, integer=True)


@_styled()
def most_contradicted(documents: Sequence[DocumentRow], figures: Sequence[ClaimRow]) -> str:
    """Draw the documents with most conflicting claims, and the figures with most sources against.

    Empty where nothing conflicts.
    """
    if not documents:
        return ""
    parts = [
        (
            "Conflicting claims in one document",
            [(_label(row.title or row.path, row.date), row.conflicting) for row in documents],
        ),
        (
            "Sources that give another figure",
            [(_label(f"{row.text}: {row.sentence}", row.date), row.differing) for row in figures],
        ),
    ]
    parts = [part for part in parts if part[1]]
    figure = _figure(0.6 * len(parts) + 0.26 * sum(len(bars) for _, bars in parts))
    shares = [len(bars) + 1 for _, bars in parts]
    all_axes = figure.subplots(len(parts), 1, squeeze=False, height_ratios=shares)[:, 0]
    for axes, (title, bars) in zip(all_axes, parts, strict=True):
        drawn = axes.barh(range(len(bars)), [n for _, n in bars], color="#a3271f", height=0.7)
        axes.bar_label(drawn, padding=3)
        axes.set_yticks(range(len(bars)), [label for label, _ in bars])
        axes.invert_yaxis()
        axes.set_title(title, loc="left", fontsize=10)
        axes.set_xticks([])
        axes.spines["bottom"].set_visible(False)
    return _svg(figure)


def _label(text: str, date: object) -> str:
    line = for_terminal(" ".join(text.split()))
    short = line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
    return f"{short}  {date}" if date else short


def _figure(height: float) -> Any:  # noqa: ANN401 - the same
    from matplotlib.figure import Figure

    return Figure(figsize=(_WIDTH, height), layout="constrained")


def _svg(figure: Any) -> str:  # noqa: ANN401 - the same
    file = io.StringIO()
    nothing = dict.fromkeys(("Creator", "Date", "Format", "Type"))
    figure.savefig(file, format="svg", transparent=True, metadata=nothing)
    found = _SVG.search(file.getvalue())
    return _METADATA.sub("", found[0]) if found else ""
