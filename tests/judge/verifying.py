"""A verifier by a table of words, for tests of what its answers lead to."""

import hashlib

import numpy as np

from factcheck.entail import Pairs, Scores

SURE = {
    "supports": (0.98, 0.01, 0.01),
    "refutes": (0.01, 0.98, 0.01),
    "neither": (0.01, 0.01, 0.98),
}


class Saying:
    """Says of every pair what `whole` names, of pairs with hidden figures what `hidden` names."""

    def __init__(self, whole: str, hidden: str = "supports") -> None:
        self.whole, self.hidden = whole, hidden
        self.asked: list[tuple[str, str]] = []
        self.calls = 0
        self.digest = hashlib.sha256(f"{whole} {hidden}".encode()).hexdigest()

    def scores(self, pairs: Pairs) -> Scores:
        self.calls += 1
        self.asked += pairs
        said = [SURE[self.hidden if "#" in claim else self.whole] for claim, _ in pairs]
        return np.array(said, dtype=np.float32).reshape(-1, 3)
