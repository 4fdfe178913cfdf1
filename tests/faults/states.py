"""Two states of one small index, the update between them, and what a reader sees of either."""

from pathlib import Path

from factcheck import index
from factcheck.schema import Origin
from tests.index.made import EMBEDDER, MODEL, build, document, put, quantity, simple

FLOOD = "The flood killed 12 people in Norwick."
LATER = "The flood killed 15 people in Norwick."
SHIP = "A ship left the harbour of Essel with grain."
BRIDGE = "The bridge at Norwick collapsed on Sunday."
QUESTIONS = (FLOOD, SHIP, BRIDGE)

Found = tuple[tuple[tuple[str, int, float, object], ...], ...]
View = tuple[index.Info, tuple[Origin, ...], Found, Found, Found]


def begin(path: Path) -> Path:
    """Build the old state."""
    made = document("a.txt", FLOOD, title="Storm")
    return build(
        path, (made, [FLOOD], [(quantity("12", of="person"),)]), simple("b.txt", SHIP, BRIDGE)
    )


def update(path: Path) -> None:
    """Change one document, remove one, add one."""
    with index.write(path, MODEL) as writer:
        made = document("a.txt", LATER, title="Storm")
        put(writer, [(made, [LATER], [(quantity("15", of="person"),)])])
        writer.remove("b.txt")
        put(writer, [simple("c.txt", BRIDGE, "Rain fell on Essel.")])


def view(path: Path) -> View:
    """Return everything a reader can ask of the index; what was found by value comes last."""
    with index.Index.open(path) as opened:

        def shown(asked: list[list[index.Hit]]) -> Found:
            held = opened.passages({hit.passage for hits in asked for hit in hits})
            return tuple(
                tuple((hit.document, hit.ordinal, hit.score, held[hit.passage]) for hit in hits)
                for hits in asked
            )

        return (
            opened.info,
            tuple(opened.documents()),
            shown(opened.nearest(EMBEDDER.encode(QUESTIONS), 9)),
            shown([opened.by_words(question.split(), 9) for question in QUESTIONS]),
            shown([opened.by_value(quantity(n, of="person"), 9) for n in ("12", "15")]),
        )
