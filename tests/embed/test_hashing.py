import subprocess
import sys

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from factcheck.embed import HashingEmbedder, open_model


@given(st.lists(st.text(max_size=40), max_size=6))
def test_hashing_gives_unit_vectors_for_any_text(texts: list[str]) -> None:
    vectors = HashingEmbedder().encode(texts)
    assert vectors.shape == (len(texts), HashingEmbedder.dimension)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)


def test_hashing_puts_shared_words_closer() -> None:
    one, two, three = HashingEmbedder().encode(
        ["The bridge collapsed.", "the BRIDGE fell", "Grain prices rose"]
    )
    assert one @ two > one @ three


def test_hashing_is_the_same_in_another_process() -> None:
    code = (
        "from factcheck.embed import HashingEmbedder as H;"
        "print(H().encode(['The bridge at Norwick']).tobytes().hex())"
    )
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    here = HashingEmbedder().encode(["The bridge at Norwick"]).tobytes().hex()
    assert other.stdout.strip() == here


def test_hashing_is_opened_by_name() -> None:
    assert open_model("hashing").name == "hashing"
