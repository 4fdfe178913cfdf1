"""Texts encoded in one go are handed out as the embedder would give them."""

from collections.abc import Sequence

import numpy as np

from factcheck.embed import Encoded, HashingEmbedder, Vectors


class Counting(HashingEmbedder):
    """Remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.asked.append(list(texts))
        return super().encode(texts)


def test_each_text_is_encoded_once() -> None:
    counting = Counting()
    encoded = Encoded(counting, ["a ship", "a bridge", "a ship"])
    found = encoded.encode(["a ship", "a bridge", "a ship"])
    assert counting.asked == [["a bridge", "a ship"]]
    assert np.array_equal(found, HashingEmbedder().encode(["a ship", "a bridge", "a ship"]))
    assert (encoded.digest, encoded.name) == (counting.digest, "hashing")
    assert encoded.dimension == found.shape[1]


def test_a_text_that_is_not_known_is_encoded() -> None:
    for known in ([], ["a ship"]):
        found = Encoded(HashingEmbedder(), known).encode(["a flood"])
        assert np.array_equal(found, HashingEmbedder().encode(["a flood"]))
