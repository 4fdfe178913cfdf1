"""A reliability diagram as SVG: how sure verdicts are against how often they are right."""

from __future__ import annotations

SIZE, EDGE = 360, 48  # of the square of the plot, and the room around it


def reliability(bins: list[list[tuple[float, bool]]]) -> str:
    """Draw one point a bin of (confidence, right), the diagonal being what is wished for."""
    marks = []
    for part in bins:
        sure = sum(point[0] for point in part) / len(part)
        right = sum(point[1] for point in part) / len(part)
        marks.append(f'<circle cx="{_x(sure)}" cy="{_y(right)}" r="5" fill="#1f5fa8"/>')
    ticks = []
    for tenth in range(0, 11, 2):
        share = tenth / 10
        ticks += [
            f'<text x="{_x(share)}" y="{_y(0) + 18}" text-anchor="middle">{share:.1f}</text>',
            f'<text x="{_x(0) - 8}" y="{_y(share) + 4}" text-anchor="end">{share:.1f}</text>',
        ]
    whole = SIZE + 2 * EDGE
    line = f'x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" '
        'font-family="sans-serif" font-size="12">',
        "<title>Confidence of verdicts against the share of them that is right</title>",
        f'<rect width="{whole}" height="{whole}" fill="white"/>',
        f'<rect x="{EDGE}" y="{EDGE}" width="{SIZE}" height="{SIZE}" fill="none" stroke="#888"/>',
        f'<line {line} stroke="#888" stroke-dasharray="4 4"/>',
        *ticks,
        f'<text x="{whole / 2}" y="{whole - 8}" text-anchor="middle">confidence</text>',
        f'<text x="14" y="{whole / 2}" text-anchor="middle" '
        f'transform="rotate(-90 14 {whole / 2})">share that is right</text>',
        *marks,
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _x(share: float) -> float:
    return round(EDGE + share * SIZE, 1)


def _y(share: float) -> float:
    return round(EDGE + (1 - share) * SIZE, 1)
