"""Write factcheck/index/claims.json anew, after the fields of claims have changed.

    python -m tests.index.dictionary

It is made of claims of the sample corpus: again and again the one that what was chosen before
compresses least, until there is enough. What was chosen first stands last, where it is cheapest to
refer to.
"""

import random
import zlib
from pathlib import Path

from factcheck import readers
from factcheck.config import Limits
from factcheck.extract.claims import extract
from factcheck.index import packing
from factcheck.schema import Claim, Document, encode_claims
from factcheck.segment import segment

NOTES = Path(__file__).parents[2] / "corpora/syria-2015/notes"
BYTES = 8192  # 4 KB compress 4% less, 16 KB 4% more
LOOKED_AT = 40  # claims tried for each place


def claims_of(folder: Path) -> list[Claim]:
    """Return the claims of all documents of a folder."""
    found: list[Claim] = []
    for file in readers.walk(folder):
        if not isinstance(file, tuple):
            continue
        for read in readers.read(file[0], name=file[1], fields={}, limits=Limits()):
            if isinstance(read, Document):
                found += extract(read, segment(read))
    return found


def packed_size(text: bytes, dictionary: bytes) -> int:
    press = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zlib.Z_DEFAULT_STRATEGY, dictionary)
    return len(press.compress(text) + press.flush())


def main() -> None:
    texts = [encode_claims((claim,))[1:-1] for claim in claims_of(NOTES)]
    random.Random(1).shuffle(texts)  # noqa: S311 - a sample
    dictionary = b"]"
    while len(dictionary) < BYTES:
        size = {text: packed_size(text, dictionary) for text in texts[:LOOKED_AT]}
        chosen = max(size, key=lambda text: size[text])
        texts.remove(chosen)
        dictionary = b"," + chosen + dictionary
    Path(packing.__file__).with_name("claims.json").write_bytes(b"[" + dictionary[1:])


if __name__ == "__main__":
    main()
